"""The fields of a table of the report: its caption, and its cells, row by row.

Values in, values out; the widgets only lay them out.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace
from typing import NamedTuple

from desk.field_contents import FieldContent, own_content
from plan.changes import edits
from plan.changes.change import Change
from plan.council.report_format import ReportFormat
from plan.council.report_table import ReportTable, TableColumn
from plan.model.plan import Plan
from plan.model.rows import Passage
from plan.papers.markdown import plain_of
from plan.papers.passage_tables import plain_rows, rows_of, unnamed
from plan.papers.report_rows import (
    TableRow,
    rows_in,
    totals_of,
    written_totals,
    wrong_totals,
)
from plan.papers.typed_text import shown_of
from plan.text.clean import clean_line

CAPTION = "caption"
NEW_ROW, FIXED_ROWS = "new-row", "fixed-rows"
"""The keys of the fields with the title of a table: of open rows, and of fixed ones."""
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


@dataclass(frozen=True)
class RowCell(FieldContent):
    """A cell of a row in a table that the format declares; its key is the id of the column.

    `row_id` is that of a fixed row or of the totals, empty for an open one. A field without a
    column is where the first open row is added.
    """

    table: str = ""
    row_id: str = ""
    column: str = ""

    @property
    def is_open(self) -> bool:
        """Whether rows are added, moved and deleted here."""
        return not self.row_id


def declared_fields(plan: Plan, tables: Iterable[ReportTable]) -> Iterator[FieldContent]:
    """Yield the cells of declared tables, row by row, the totals last."""
    for table in tables:
        rows = rows_in(plan, table)
        yield _title_field(table, has_rows=bool(rows))
        for place, row in enumerate(rows, 1):
            label = row.label or str(place)
            for column in () if row.is_band else table.columns:
                yield _row_cell(table, row, column, f"{label}: {column.label}")
        yield from _total_fields(plan, table) if rows else ()


def _title_field(table: ReportTable, *, has_rows: bool) -> RowCell:
    """Return the field with the title of a table, at which its first row is added."""
    key = FIXED_ROWS if table.is_fixed else NEW_ROW
    words = "Enter adds a row above the others" if has_rows else "no row yet: Enter or a adds one"
    if table.is_fixed:
        words = "its rows are below"
    return RowCell("", key, table.title, "line", "", "", placeholder=words, table=table.id)


def _total_fields(plan: Plan, table: ReportTable) -> Iterator[FieldContent]:
    """Yield the totals, as written or else as worked out, with what is wrong with them."""
    totals = totals_of(plan, table)
    if totals is None:
        return
    written = written_totals(plan, table)
    wrong = {column.id: total for column, _, total in wrong_totals(plan, table)}
    for column in table.added:
        content = _row_cell(table, totals, column, f"{table.total}: {column.label}")
        remark = f"the rows add up to {wrong[column.id]}" if column.id in wrong else ""
        yield replace(
            content,
            typed=written.get(column.id, ""),
            remark=remark or content.remark,
            placeholder="cannot be added up",
            reading="" if column.id in written else "added up",
        )


def _row_cell(table: ReportTable, row: TableRow, column: TableColumn, label: str) -> RowCell:
    text = row.cells.get(column.id, "")
    content = own_content(row.passage, "", label, column, text)
    said = {one.name: getattr(content, one.name) for one in fields(content)}
    fixed = table.row(row.row_id)
    placeholder = fixed.help if fixed is not None and fixed.help else "empty"
    shown = f"{table.id}.{row.row_id or row.passage}.{column.id}"
    said |= {"label": _label_of_cell(table, label, row), "key": shown, "placeholder": placeholder}
    return RowCell(**said, table=table.id, row_id=row.row_id, column=column.id)


def _label_of_cell(table: ReportTable, label: str, row: TableRow) -> str:
    """Return the label of a cell: just that of its row if the table has one column."""
    return row.label if len(table.columns) == 1 and row.label else label


def edited_row(plan: Plan, field: RowCell, typed: str, report_format: ReportFormat) -> Change:
    """Return the change that puts what was typed into a cell of a declared table."""
    table = report_format.table(field.table)
    if table is None or not field.column:
        return Change(label="", rows=())
    return edits.set_row_cell(plan, table, field.owner, field.row_id, field.column, typed)


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


def picture_fields(picture: Passage) -> Iterator[FieldContent]:
    """Yield the fields of a picture: what is read out for it, and its caption."""
    text, caption = picture.text, picture.caption
    unsaid = "no alternative text yet: who cannot see it hears nothing"
    yield FieldContent(picture.id, "text", "Picture", "line", text, text, placeholder=unsaid)
    yield FieldContent(
        picture.id, CAPTION, "  Caption", "line", caption, caption, placeholder="no caption yet"
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
