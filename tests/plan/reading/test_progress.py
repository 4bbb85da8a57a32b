"""Progress notes as typed and printed: a line of date and status, then the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan.model.outline import NoteOutline
from plan.reading.progress import read_heading, read_note, written_note
from tests.plan.strategies import notes, proses, texts

dates = st.sampled_from(
    ["26 September 2016", "1st April 2017", "September 2016", "Sept 2016", "5/9/16"]
)
statuses = st.sampled_from(["", "On track", "Behind", "Complete", "Not started – see 2.1"])


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("26 September 2016", ("26 September 2016", "")),
        ("26 September 2016 – on track", ("26 September 2016", "on track")),
        ("26 September 2016 - On track", ("26 September 2016", "On track")),
        ("– Complete", ("", "Complete")),
        ("26 September 2016:", ("26 September 2016", "")),
        ("**September 2016**", ("September 2016", "")),
        ("1st April 2017 — Behind", ("1st April 2017", "Behind")),
        ("26/09/16", ("26/09/16", "")),
        ("  26 September 2016  ", ("26 September 2016", "")),
        ("**26 September 2016 – on track **", ("26 September 2016", "on track")),
    ],
)
def test_a_date_and_a_status_are_read_from_the_first_line(
    line: str, wanted: tuple[str, str]
) -> None:
    assert read_heading(line) == wanted


@pytest.mark.parametrize(
    "line",
    [
        "",
        "On track",
        "The group met on 26 September 2016",
        "May 2016 was spent on training.",
        "September",
        "2016",
        "Pages 9, 18, 19",
    ],
)
def test_an_ordinary_line_is_no_heading(line: str) -> None:
    assert read_heading(line) is None


@given(st.builds(NoteOutline, as_at=dates, status=statuses, text=proses))
def test_a_dated_note_as_written_is_read_back_to_the_same_note(note: NoteOutline) -> None:
    assert read_note(written_note(note)) == note


@given(st.one_of(texts, st.tuples(dates, texts).map("\n".join)))
def test_no_word_of_what_was_typed_is_lost(typed: str) -> None:
    note = read_note(typed)
    kept = "".join(f"{note.as_at}{note.status}{note.text}".split())
    assert kept.replace("–", "") == "".join(typed.split()).replace("–", "")


@given(notes)
def test_no_word_of_a_note_is_lost_when_it_is_opened_and_left(note: NoteOutline) -> None:
    again = read_note(written_note(note))
    for part in (note.as_at, note.status, note.text):
        assert "".join(part.split()) in "".join(
            f"{again.as_at} – {again.status}{again.text}".split()
        )


def test_after_a_date_and_a_colon_comes_the_text_and_not_a_status() -> None:
    note = read_note("26 September 2016: Training was given to all staff.")
    assert note == NoteOutline("26 September 2016", "", "Training was given to all staff.")


def test_a_date_within_a_sentence_is_none_of_the_note() -> None:
    said = "They met on 26 September 2016: all was agreed."
    assert read_note(said) == NoteOutline("", "", said)


def test_a_blank_line_may_stand_below_the_first() -> None:
    typed = "26 September 2016 – on track\n\nTraining was given.\n"
    assert read_note(typed) == NoteOutline("26 September 2016", "on track", "Training was given.")


def test_a_note_with_a_status_and_no_date_is_read_back() -> None:
    note = NoteOutline("", "Complete", "Every school has it.")
    assert read_note(written_note(note)) == note
