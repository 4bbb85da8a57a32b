"""A list of a plan that went to a spreadsheet and came back, with some cells typed anew."""

from collections.abc import Mapping
from dataclasses import replace

from plan.changes.edits.sheet_rows import TakenRows, rows_taken
from plan.council.own_field import NO_OWN_FIELDS, OwnFields
from plan.model.plan import Plan
from plan.papers.sheets import ReadSheet, Sheet, SheetRow

TODAY = "28 November 2026"


def come_back(sheet: Sheet, name: str = "list.csv") -> ReadSheet:
    """Return a sheet as it is read again."""
    rows = (
        SheetRow(number, dict(zip(sheet.keys, row, strict=True)))
        for number, row in enumerate(sheet.rows, 2)
    )
    return ReadSheet(name, sheet.keys, tuple(rows))


def typed(sheet: ReadSheet, row: int, **cells: str | None) -> ReadSheet:
    """Return a sheet with cells of a row typed anew; the first row is 0."""
    rows = list(sheet.rows)
    rows[row] = SheetRow(rows[row].number, {**rows[row].cells, **cells})
    return replace(sheet, rows=tuple(rows))


def with_row(sheet: ReadSheet, cells: Mapping[str, str | None]) -> ReadSheet:
    """Return a sheet with one more row at its end."""
    return replace(sheet, rows=(*sheet.rows, SheetRow(len(sheet.rows) + 2, cells)))


def taken(plan: Plan, sheet: ReadSheet, own: OwnFields = NO_OWN_FIELDS) -> TakenRows:
    """Return what a sheet changes in a plan."""
    return rows_taken(plan, own, sheet, TODAY, "list.csv")
