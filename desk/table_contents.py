"""The fields of a table of the report: its caption, and its cells, row by row.

Values in, values out; the widgets only lay them out.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from desk.field_contents import FieldContent
from plan.changes import edits
from plan.changes.change import Change
from plan.council.report_format import ReportFormat
from plan.model.plan import Plan
from plan.model.rows import Passage
from plan.papers.markdown import plain_of
from plan.papers.passage_tables import plain_rows, rows_of, unnamed
from plan.papers.typed_text import shown_of
from plan.text.clean import clean_line

CAPTION = "caption"
_CELL = re.compile(r"cell\.(\d{1,4})\.(\d{1,3})")
_LONGEST_HEADING = 30


class TableCell(NamedTuple):
    """A cell of a table: its row and its column, from 0."""

    row: int
    column: int

    @property
    def key(self) -> str:
        """The key of its field; rows and columns are counted from 1 there."""
        return f"cell.{self.row + 1}.{self.column + 1}"


def cell_of(key: str) -> TableCell | None:
    """Return the cell whose field has a key, None for any other field."""
    found = _CELL.fullmatch(key)
    return TableCell(int(found[1]) - 1, int(found[2]) - 1) if found is not None else None


def table_fields(table: Passage) -> Iterator[FieldContent]:
    """Yield the fields of a table: the caption, the headings, then each row from left to right."""
    yield FieldContent(
        table.id,
        CAPTION,
        "Table",
        "line",
        table.caption,
        table.caption,
        placeholder="no caption yet",
    )
    rows = rows_of(table.text)
    names = [clean_line(plain_of(cell)) for cell in rows[0]] if rows else []
    for row, cells in enumerate(rows):
        for column, markdown in enumerate(cells):
            yield FieldContent(
                table.id,
                TableCell(row, column).key,
                _label(row, column, names),
                "prose",
                plain_of(markdown),
                shown_of(markdown),
                placeholder="no heading yet" if row == 0 else "empty",
            )


def plain_table(table: Passage) -> str:
    """Return a table as plain lines: its caption, then a line for each row."""
    return "\n".join(filter(None, (table.caption, plain_rows(table.text))))


def _label(row: int, column: int, names: list[str]) -> str:
    if row == 0:
        return f"Heading {column + 1}"
    name = names[column] or unnamed(column)
    return f"{row} {name[:_LONGEST_HEADING]}"


def edited_table(
    plan: Plan, field: FieldContent, typed: str, report_format: ReportFormat
) -> Change | None:
    """Return the change that puts what was typed into a field of a table, None for any other."""
    if field.key == CAPTION:
        return edits.set_caption(plan, field.owner, typed, report_format)
    cell = cell_of(field.key)
    if cell is None:
        return None
    return edits.set_table_cell(plan, field.owner, cell.row, cell.column, typed, report_format)
