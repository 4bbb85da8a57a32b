"""The rows and columns of a table that the officer makes, changed: texts in, texts out.

A table is kept as text, as `plan.papers.passage_tables` says. The first row is the header. A row
or a column that is still blank is kept, so that it can be filled in; it is not printed.
"""

from collections.abc import Callable, Sequence
from typing import Literal, TypeAlias

from plan.papers.passage_tables import rows_of, table_lines

Rows: TypeAlias = tuple[tuple[str, ...], ...]
TableChange: TypeAlias = Literal[
    "add-row", "delete-row", "add-column", "delete-column", "column-left", "column-right"
]
"""What can be done with the row or the column of a cell."""
BLANK = (("", ""), ("", ""))
"""A new table: a header row of two columns, and a row."""
MOST_COLUMNS, MOST_ROWS = 30, 500


class TableFullError(ValueError):
    """A table has as many rows or columns as it may have, or as few; the message says so."""


def with_cell(text: str, row: int, column: int, markdown: str) -> str:
    """Return a table with the Markdown of one cell replaced."""
    rows = [list(one) for one in rows_of(text)]
    rows[row][column] = markdown
    return table_lines(rows)


def with_cells(text: str, row: int, column: int, cells: Sequence[Sequence[str]]) -> str:
    """Return a table with the Markdown of cells put in from one on, to its right and below.

    Rows and columns are added where there are too few. Raises TableFullError where there would be
    too many.
    """
    rows = rows_of(text)
    height = max(len(rows), row + len(cells))
    width = max(len(rows[0]), column + max(map(len, cells)))
    if height > MOST_ROWS:
        raise TableFullError(f"A table has {MOST_ROWS} rows at most.")
    if width > MOST_COLUMNS:
        raise TableFullError(f"A table has {MOST_COLUMNS} columns at most.")
    wider = [[*one, *[""] * (width - len(one))] for one in rows]
    wider += [[""] * width for _ in range(height - len(rows))]
    for place, said in enumerate(cells, row):
        wider[place][column : column + len(said)] = said
    return table_lines(wider)


def with_row_moved(text: str, row: int, to: int) -> str:
    """Return a table with a row moved to another place."""
    rows = list(rows_of(text))
    rows.insert(to, rows.pop(row))
    return table_lines(rows)


def changed(text: str, how: TableChange, row: int, column: int) -> tuple[str, int, int]:
    """Return a table after a change at a cell, and the row and column of the cell to be at then.

    Raises TableFullError where the table would have too many rows or columns, or none.
    """
    rows, row, column = _CHANGES[how](rows_of(text), row, column)
    return table_lines(rows), row, column


def _row_added(rows: Rows, row: int, _: int) -> tuple[Rows, int, int]:
    if len(rows) >= MOST_ROWS:
        raise TableFullError(f"A table has {MOST_ROWS} rows at most.")
    blank = ("",) * len(rows[0])
    return (*rows[: row + 1], blank, *rows[row + 1 :]), row + 1, 0


def _row_deleted(rows: Rows, row: int, column: int) -> tuple[Rows, int, int]:
    if len(rows) == 1:
        raise TableFullError("This is the table's last row: d on its caption deletes the table.")
    return (*rows[:row], *rows[row + 1 :]), min(row, len(rows) - 2), column


def _column_added(rows: Rows, row: int, column: int) -> tuple[Rows, int, int]:
    if len(rows[0]) >= MOST_COLUMNS:
        raise TableFullError(f"A table has {MOST_COLUMNS} columns at most.")
    wider = tuple((*one[: column + 1], "", *one[column + 1 :]) for one in rows)
    return wider, row, column + 1


def _column_deleted(rows: Rows, row: int, column: int) -> tuple[Rows, int, int]:
    if len(rows[0]) == 1:
        raise TableFullError("This is the table's last column: d on its caption deletes the table.")
    narrower = tuple((*one[:column], *one[column + 1 :]) for one in rows)
    return narrower, row, min(column, len(rows[0]) - 2)


def _column_moved(step: int) -> Callable[[Rows, int, int], tuple[Rows, int, int]]:
    def moved(rows: Rows, row: int, column: int) -> tuple[Rows, int, int]:
        to = column + step
        if not 0 <= to < len(rows[0]):
            raise TableFullError(f"This column is the {'first' if step < 0 else 'last'}.")
        made = [list(one) for one in rows]
        for one in made:
            one.insert(to, one.pop(column))
        return tuple(map(tuple, made)), row, to

    return moved


_CHANGES: dict[TableChange, Callable[[Rows, int, int], tuple[Rows, int, int]]] = {
    "add-row": _row_added,
    "delete-row": _row_deleted,
    "add-column": _column_added,
    "delete-column": _column_deleted,
    "column-left": _column_moved(-1),
    "column-right": _column_moved(1),
}
