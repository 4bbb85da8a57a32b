"""Edits to the tables of the committee report that an officer makes: captions, cells, rows."""

from plan.changes.change import Change, row_added, row_edited
from plan.changes.edits.placing import rank_at
from plan.changes.edits.report import begun_report, section_name
from plan.council.report_format import ReportFormat
from plan.model.plan import Plan
from plan.model.rows import REPORT_ID, Passage, new_id
from plan.papers.passage_tables import rows_of, table_lines
from plan.papers.table_rows import BLANK, TableChange, changed, with_cell, with_row_moved
from plan.papers.typed_text import stored_of
from plan.text.clean import clean_line

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


def set_caption(plan: Plan, table_id: str, typed: str, report_format: ReportFormat) -> Change:
    """Return the change to the caption of a table."""
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


def _edited(table: Passage, label: str, text: str) -> Change:
    return Change(label=label, rows=() if text == table.text else (row_edited(table, text=text),))


def _name(plan: Plan, table: Passage, report_format: ReportFormat) -> str:
    return f"a table of {section_name(plan, table.section, report_format)}"
