"""Edits to the tables of the committee report that an officer makes: captions, cells, rows."""

from collections.abc import Sequence

from plan.changes.change import Change, row_added, row_edited, row_removed
from plan.changes.edits.fields import in_a_sentence
from plan.changes.edits.placing import rank_at
from plan.changes.edits.report import begun_report, section_name
from plan.council.report_format import ReportFormat
from plan.council.report_table import TOTAL, ReportTable
from plan.model.plan import Plan
from plan.model.rows import REPORT_ID, Passage, new_id
from plan.papers.own_fields import cleaned_own
from plan.papers.passage_tables import rows_of, table_lines
from plan.papers.table_rows import (
    BLANK,
    TableChange,
    changed,
    with_cell,
    with_cells,
    with_row_moved,
)
from plan.papers.typed_text import stored_of
from plan.text.clean import clean_line

_LAST = "zzzz"
"""The rank of the totals: the rows of a table come before them."""
_DONE: dict[TableChange, str] = {
    "add-row": "Add a row to",
    "delete-row": "Delete a row of",
    "add-column": "Add a column to",
    "delete-column": "Delete a column of",
    "column-left": "Move a column of",
    "column-right": "Move a column of",
}


def add_table(plan: Plan, section: str, place: int, report_format: ReportFormat) -> Change:
    """Return the change that adds a blank table of two columns at position `place` in a section."""
    rank, spread = rank_at(plan.passages_of(section), place)
    table = Passage(
        id=new_id(),
        parent=REPORT_ID,
        rank=rank,
        section=section,
        kind="table",
        text=table_lines(BLANK),
    )
    label = f"Add a table to {section_name(plan, section, report_format)}"
    return Change(label=label, rows=(*begun_report(plan), *spread, row_added(table)))


def set_table_cell(
    plan: Plan, table_id: str, row: int, column: int, typed: str, report_format: ReportFormat
) -> Change:
    """Return the change to one cell of a table, by its row and column, from 0.

    Raises IndexError where the table has no such cell.
    """
    table = plan.passage_rows[table_id]
    before = rows_of(table.text)[row][column]
    text = with_cell(table.text, row, column, stored_of(typed, before))
    return _edited(table, f"Edit {_name(plan, table, report_format)}", text)


def set_table_cells(
    plan: Plan,
    table_id: str,
    row: int,
    column: int,
    cells: Sequence[Sequence[str]],
    report_format: ReportFormat,
) -> Change:
    """Return the change that puts pasted cells into a table, from one cell to the right and below.

    `cells` are Markdown. Raises TableFullError where the table would have too many rows or columns,
    and pydantic's ValidationError where it would hold too much text.
    """
    table = plan.passage_rows[table_id]
    text = with_cells(table.text, row, column, [list(map(stored_of, one)) for one in cells])
    return _edited(table, f"Paste cells into {_name(plan, table, report_format)}", text)


def set_caption(plan: Plan, table_id: str, typed: str, report_format: ReportFormat) -> Change:
    """Return the change to the caption of a table or of a picture."""
    table = plan.passage_rows[table_id]
    caption = clean_line(typed)
    label = f"Edit the caption of {_name(plan, table, report_format)}"
    rows = () if caption == table.caption else (row_edited(table, caption=caption),)
    return Change(label=label, rows=rows)


def change_table(
    plan: Plan, table_id: str, how: TableChange, row: int, column: int, report_format: ReportFormat
) -> tuple[Change, int, int]:
    """Return the change to the row or column of a cell, and the cell to be at then.

    Raises TableFullError where it cannot be made.
    """
    table = plan.passage_rows[table_id]
    text, row, column = changed(table.text, how, row, column)
    return _edited(table, f"{_DONE[how]} {_name(plan, table, report_format)}", text), row, column


def move_table_row(
    plan: Plan, table_id: str, row: int, to: int, report_format: ReportFormat
) -> Change:
    """Return the change that moves a row of a table to another place in it."""
    table = plan.passage_rows[table_id]
    label = f"Move a row of {_name(plan, table, report_format)}"
    return _edited(table, label, with_row_moved(table.text, row, to))


# Tables that the council's format declares


def add_row(plan: Plan, table: ReportTable, place: int, *, text: str = "") -> Change:
    """Return the change that adds an open row at position `place`, `text` in its first column."""
    rank, spread = rank_at(plan.passages_of(table.id), place)
    column = table.columns[0]
    said = cleaned_own(column, text)
    row = Passage(
        id=new_id(),
        parent=REPORT_ID,
        rank=rank,
        section=table.id,
        kind="row",
        cells=((column.id, said),) if said else (),
    )
    label = f"Add a row to “{table.title}”"
    return Change(label=label, rows=(*begun_report(plan), *spread, row_added(row)))


def set_row_cell(
    plan: Plan, table: ReportTable, passage_id: str, row_id: str, column_id: str, typed: str
) -> Change:
    """Return the change to one cell of a row of a declared table.

    A fixed row, whose id in the format is `row_id`, is added with the first thing that it says and
    removed with the last. Raises KeyError where the table has no such column.
    """
    own = table.own
    column = own.get(column_id)
    if column is None:
        raise KeyError(column_id)
    kept = plan.passage_rows.get(passage_id)
    row = kept or Passage(
        id=passage_id,
        parent=REPORT_ID,
        rank=_LAST if row_id == TOTAL else "",
        section=table.id,
        kind="row",
        row_id=row_id,
    )
    label = f"Edit {in_a_sentence(column.label)} of {_row_name(plan, table, row)}"
    cells = own.with_text(row.cells, column_id, cleaned_own(column, typed))
    changed = row_edited(row, cells=cells)
    if changed.before == changed.after:
        return Change(label=label, rows=())
    if kept is None:
        begun = begun_report(plan)
        return Change(label=label, rows=(*begun, changed.model_copy(update={"before": None})))
    if not cells and row.row_id:
        return Change(label=label, rows=(row_removed(kept),))
    return Change(label=label, rows=(changed,))


def _row_name(plan: Plan, table: ReportTable, row: Passage) -> str:
    """Return what a row is called in a sentence: “Legal” of “Risks”, row 2 of “Costs”."""
    if row.row_id:
        fixed = table.row(row.row_id)
        label = table.total if row.row_id == TOTAL else fixed.label if fixed else row.row_id
        return f"“{label}” of “{table.title}”"
    ids = [one.id for one in plan.passages_of(table.id) if one.row_id != TOTAL]
    return f"row {ids.index(row.id) + 1} of “{table.title}”"


def _edited(table: Passage, label: str, text: str) -> Change:
    return Change(label=label, rows=() if text == table.text else (row_edited(table, text=text),))


def _name(plan: Plan, table: Passage, report_format: ReportFormat) -> str:
    kind = "picture" if table.kind == "picture" else "table"
    return f"a {kind} of {section_name(plan, table.section, report_format)}"
