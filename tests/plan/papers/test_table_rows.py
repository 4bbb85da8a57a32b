"""The rows and columns of a table are added, moved and deleted, and no other cell changes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan.papers.passage_tables import printed_rows, rows_of, table_lines, table_of
from plan.papers.table_rows import (
    BLANK,
    TableChange,
    TableFullError,
    changed,
    with_cell,
    with_row_moved,
)

COSTS = table_lines([["Item", "Cost"], ["Staff", "£5"], ["Rooms", "£2"]])


@pytest.mark.parametrize(
    ("how", "rows", "at"),
    [
        ("add-row", [["Item", "Cost"], ["Staff", "£5"], ["", ""], ["Rooms", "£2"]], (2, 0)),
        ("delete-row", [["Item", "Cost"], ["Rooms", "£2"]], (1, 1)),
        ("add-column", [["Item", "Cost", ""], ["Staff", "£5", ""], ["Rooms", "£2", ""]], (1, 2)),
        ("delete-column", [["Item"], ["Staff"], ["Rooms"]], (1, 0)),
        ("column-left", [["Cost", "Item"], ["£5", "Staff"], ["£2", "Rooms"]], (1, 0)),
    ],
)
def test_a_row_or_column_of_a_cell_is_changed(
    how: TableChange, rows: list[list[str]], at: tuple[int, int]
) -> None:
    text, *place = changed(COSTS, how, 1, 1)
    assert (text, tuple(place)) == (table_lines(rows), at)


@pytest.mark.parametrize(
    ("how", "text"),
    [
        ("delete-row", "| One |"),
        ("delete-column", "| One |"),
        ("column-left", "| One |"),
        ("column-right", "| One |"),
        ("add-row", table_lines([["x"]] * 500)),
        ("add-column", table_lines([["x"] * 30])),
    ],
)
def test_what_cannot_be_done_is_said(how: TableChange, text: str) -> None:
    with pytest.raises(TableFullError, match=r"\.$"):
        changed(text, how, 0, 0)


def test_a_blank_row_is_kept_and_not_printed_and_a_heading_is_never_blank() -> None:
    text = table_lines(BLANK)
    assert rows_of(text) == BLANK
    assert printed_rows(text) == ()
    text = with_cell(with_cell(text, 0, 1, "Cost"), 1, 0, "Staff")
    assert rows_of(text) == (("", "Cost"), ("Staff", ""))
    text, *_ = changed(text, "add-row", 1, 0)
    printed = [[cell.text for cell in row.cells] for row in table_of(text).rows]
    assert printed == [["Column 1", "Cost"], ["Staff", ""]]


@given(rows=st.lists(st.lists(st.text("ab", max_size=2), min_size=2, max_size=2), min_size=2))
def test_a_row_that_is_moved_and_moved_back_leaves_the_table_as_it_was(
    rows: list[list[str]],
) -> None:
    text = table_lines(rows)
    moved = with_row_moved(text, 0, len(rows) - 1)
    assert rows_of(moved)[-1] == tuple(rows[0])
    assert with_row_moved(moved, len(rows) - 1, 0) == text
