"""What a status says: what is done and no more than that, and a tone that only chooses a colour."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan.reading.status import says_done, tone_of
from plan.reading.timescales import read_timescale

READINGS = [
    tuple(line.split("\t"))
    for line in Path(__file__).with_name("statuses.tsv").read_text("utf-8").splitlines()
    if not line.startswith("#")
]
DONE = [status for reading, status in READINGS if reading == "done"]
NOT_DONE = [status for reading, status in READINGS if reading == "not"]
TAKEN_BACK_BEFORE = (
    *("not", "not yet", "never", "no longer", "cannot be", "hasn't been", "unable to be"),
    *("to be", "still to be", "due to be", "will be", "should be", "may be", "about to be", "soon"),
    *("expected to be", "likely to be", "on course to be", "aiming to be", "planned to be"),
    *("nearly", "almost", "partly", "mostly", "largely", "75%", "half", "phase 1", "first draft"),
    *("once", "when", "if", "until", "unless", "after", "before", "subject to", "is this"),
)
TAKEN_BACK_AFTER = (
    *("?", " except for training", " but not embedded", " – not yet", " – awaiting sign-off"),
    *(" (in part)", " (75%)", " subject to approval", ", evaluation outstanding", " in draft"),
    *(" – to be confirmed", " / ongoing", " in error", ", now reopened", " where possible"),
)


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
        ("On track to be completed", "good"),
        ("Green (achieved or due to be achieved)", "good"),
        ("Not on track", "bad"),
        ("no longer on target", "bad"),
        ("Off-track", "bad"),
        ("Not started", "bad"),
        ("Hasn’t started", "bad"),
        ("Yet to be started", "bad"),
        ("Not achieved", "bad"),
        ("Red", "bad"),
        ("Red – complete", "bad"),
        ("Behind schedule", "bad"),
        ("At risk", "doubtful"),
        ("Amber", "doubtful"),
        ("Partly complete", "doubtful"),
        ("Not yet complete", "doubtful"),
        ("Not fully delivered", "doubtful"),
        ("Delayed", "doubtful"),
        ("Now on track", "good"),
        ("The work is overdue", "bad"),
        ("No longer overdue", ""),
        ("To be achieved", ""),
        ("Due to be delivered", ""),
        ("Will be done by June", ""),
        ("Will be started in May", ""),
        ("Expected to be on track by June", ""),
        ("On track?", ""),
        ("Nearly complete", ""),
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


@pytest.mark.parametrize("status", DONE)
def test_what_is_done_is_told_and_green(status: str) -> None:
    assert says_done(status)
    assert tone_of(status) == "good"


@pytest.mark.parametrize("status", NOT_DONE)
def test_what_is_not_done_or_not_surely_is_not_said_to_be(status: str) -> None:
    assert not says_done(status)


@given(st.sampled_from(DONE), st.sampled_from(TAKEN_BACK_BEFORE))
def test_what_is_put_off_denied_or_limited_is_not_done(status: str, before: str) -> None:
    assert not says_done(f"{before} {status}")


@given(st.sampled_from(DONE), st.sampled_from(TAKEN_BACK_AFTER))
def test_what_is_taken_back_after_it_is_not_done(status: str, after: str) -> None:
    assert not says_done(status.rstrip(".!") + after)


@given(st.sampled_from([status for status in NOT_DONE if "/" not in status]))
def test_a_timescale_that_speaks_of_what_is_to_come_is_not_done(timescale: str) -> None:
    assert not read_timescale(timescale, date(2026, 12, 16)).is_done


@pytest.mark.parametrize(
    "status",
    [
        "Discharged June 2027",
        "100%, completed June 2027",
        "Complete (signed off by SMT on 3 June 2027)",
        "Signed off by the Board June 2027",
        "Completed and embedded in practice June 2027",
    ],
)
def test_what_a_day_to_come_is_named_for_is_done_only_from_that_day(status: str) -> None:
    assert not says_done(status, date(2027, 5, 31))
    assert says_done(status, date(2027, 7, 1))
