"""A text that a spreadsheet would run or retype stands behind a sign, and comes back whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan.text.spreadsheet import RUN, escaped, guarded, unescaped, unguarded

texts = st.text() | st.text(alphabet="'=+-@\t\r\n10.,/x_FDe% £", max_size=8)
escapes = st.lists(st.sampled_from(["_", "x", "005F", "000D", "_x005F_", "\r", "\x01", "é"]))


@given(texts)
def test_every_text_comes_back_from_a_csv_file(text: str) -> None:
    assert unguarded(guarded(text)) == text


@given(texts)
def test_nothing_that_is_written_begins_with_what_a_spreadsheet_runs(text: str) -> None:
    assert guarded(text)[:1] not in tuple(RUN)


@given(texts | escapes.map("".join))
def test_every_text_comes_back_from_a_workbook(text: str) -> None:
    assert unescaped(escaped(text)) == text


@pytest.mark.parametrize("text", ["1.10", "007", "3-5", "1/2", "12345678901234567", "1e5", "£9.50"])
def test_what_a_spreadsheet_would_retype_has_the_sign(text: str) -> None:
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize("text", ["1.1", "12", "0.5", "December 2016", "Page 3", "a=b", "’tis", ""])
def test_other_texts_are_written_as_they_are(text: str) -> None:
    assert guarded(text) == text


@pytest.mark.parametrize("cell", ["'tis the season", "'", "it's"])
def test_an_apostrophe_that_somebody_typed_is_theirs(cell: str) -> None:
    assert unguarded(cell) == cell
