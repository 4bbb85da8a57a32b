"""What a status sounds like: its word stays the officer's, the tone only chooses a colour."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan.status import says_done, tone_of


@pytest.mark.parametrize(
    ("status", "tone"),
    [
        ("On track", "good"),
        ("GREEN", "good"),
        ("Complete", "good"),
        ("Completed, on schedule", "good"),
        ("Under way", "good"),
        ("Started", "good"),
        ("In progress", "good"),
        ("Not on track", "bad"),
        ("no longer on target", "bad"),
        ("Off-track", "bad"),
        ("Not started", "bad"),
        ("Red", "bad"),
        ("Behind schedule", "bad"),
        ("At risk", "doubtful"),
        ("Amber", "doubtful"),
        ("Partly complete", "doubtful"),
        ("Not yet complete", "doubtful"),
        ("Delayed", "doubtful"),
        ("Now on track", "good"),
        ("The work is overdue", "bad"),
        ("Ready for the board", ""),
        ("Reduced scope", ""),
        ("", ""),
    ],
)
def test_the_words_that_officers_use(status: str, tone: str) -> None:
    assert tone_of(status) == tone


@given(st.text())
def test_whatever_is_typed_has_a_tone_or_none(status: str) -> None:
    assert tone_of(status) in ("good", "doubtful", "bad", "")


@pytest.mark.parametrize("status", ["Complete", "Done", "COMPLETED", "Target met"])
def test_what_is_done_is_told(status: str) -> None:
    assert says_done(status)


@pytest.mark.parametrize(
    "status", ["On track", "Not yet complete", "Partly complete", "Not met", "Started", ""]
)
def test_what_is_not_done_is_not_said_to_be(status: str) -> None:
    assert not says_done(status)
