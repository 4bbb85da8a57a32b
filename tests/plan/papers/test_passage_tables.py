"""A table of a report is kept as text, and comes back from it with every word in its cell."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan.papers.blocks import Table
from plan.papers.markdown import canonical
from plan.papers.passage_tables import kept_table, plain_rows, rows_of, table_of, table_text
from plan.text.clean import clean_text

FIGURES = "| Year | Children |\n| --- | --- |\n| 2025 | 412 |"


def printed(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_a_row_is_a_line_and_the_first_one_is_the_header() -> None:
    assert table_text([["Year", "Children"], ["2025", "412"]]) == FIGURES
    table = table_of(FIGURES)
    assert printed(table) == [["Year", "Children"], ["2025", "412"]]
    assert [row.is_header for row in table.rows] == [True, False]
    assert table.description == "Columns: Year, Children."


def test_a_single_row_is_no_header_for_then_it_would_not_be_read_out() -> None:
    assert [row.is_header for row in table_of("| Only | one |").rows] == [False]


def test_rows_without_a_word_are_left_out_and_short_ones_filled_up() -> None:
    assert rows_of(table_text([["a"], ["", " "], ["b", "c"]])) == (("a", ""), ("b", "c"))
    assert table_text([["", ""], []]) == ""
    assert rows_of("") == ()


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ("either \\\\\\| or", "either \\| or"),
        ("either \\| or", "either | or"),
        ("one | two", "one | two"),
        ("two\n\nparagraphs", "two\nparagraphs"),
        ("- a bullet\n  - a deeper one", "a bullet\na deeper one"),
        ("a <br> typed", "a <br> typed"),
        ("---", "---"),
        ("C:\\\\", "C:\\"),
        ("", ""),
    ],
)
def test_whatever_is_in_a_cell_comes_back(cell: str, words: str) -> None:
    text = table_text([["Heading", "Other"], [cell, "beside"]])
    assert printed(table_of(text))[1] == [words, "beside"]


def test_a_table_as_typed_is_kept_in_one_spelling() -> None:
    assert kept_table("Year|Children\n---|---\n2025 |  412") == FIGURES
    assert kept_table(FIGURES) == FIGURES


def test_a_table_is_shown_a_row_to_a_line() -> None:
    assert plain_rows("| A | **B** |\n| --- | --- |\n| 1<br><br>2 | 3 |") == "A | B\n1 2 | 3"


cells = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")
    | st.sampled_from("|\\<>br-*_ \n"),
    max_size=12,
).map(lambda text: canonical(clean_text(text)))


@given(rows=st.lists(st.lists(cells, min_size=2, max_size=2), min_size=1, max_size=4))
def test_any_table_comes_back_from_its_text(rows: list[list[str]]) -> None:
    text = table_text(rows)
    assert rows_of(text) == tuple(tuple(row) for row in rows if any(map(str.strip, row)))
    assert kept_table(text) == text
