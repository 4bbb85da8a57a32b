"""Text broken into lines: as wide as a terminal is, and every word of it still there."""

from hypothesis import given
from hypothesis import strategies as st

from plan.text.line_breaks import UNBROKEN, broken, cells, shortened

awkward = st.one_of(
    st.text(max_size=200),
    st.text(alphabet="ab é’•漢字한👩‍👩‍👧\ufe0f\u0301 \n\t", max_size=200),
)


def lines(text: str, first: int, rest: int) -> list[str]:
    return [text[start:end] for start, end in broken(text, first, rest)]


@given(awkward, st.integers(4, 90), st.integers(4, 90))
def test_nothing_is_lost_and_no_line_is_too_wide(text: str, first: int, rest: int) -> None:
    made = lines(text, first, rest)
    assert "".join("".join(made).split(" ")) == "".join(text.replace("\n", "").split(" "))
    assert all(
        cells(line) <= (rest if number else first) for number, line in enumerate(made) if line
    )


@given(awkward)
def test_where_there_is_room_a_paragraph_is_one_line(text: str) -> None:
    assert lines(text, UNBROKEN, UNBROKEN) == text.split("\n")


def test_a_line_is_broken_between_words_and_within_one_that_is_too_long() -> None:
    assert lines("one two three", 7, 7) == ["one two", "three"]
    assert lines("Donaudampfschiff ahoy", 10, 6) == ["Donaudampf", "schiff", "ahoy"]


def test_a_wide_character_takes_two_cells_and_an_accent_none() -> None:
    assert cells("漢字") == 4
    assert cells("e\u0301") == 1
    assert lines("漢字漢字", 5, 5) == ["漢字", "漢字"]


def test_a_shortened_line_says_that_it_is() -> None:
    assert shortened("one  two\nthree", 40) == "one two three"
    assert shortened("one two three", 9) == "one two…"
    assert shortened("one two three", 11) == "one two…", "cut after a whole word"
    assert shortened("Donaudampfschifffahrt", 8) == "Donauda…"
    assert shortened("A Donaudampfschifffahrt", 12) == "A Donaudamp…", "a word of its own is long"
    assert cells(shortened("漢字漢字漢字", 5)) <= 5
