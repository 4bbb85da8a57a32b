"""Making a change in the tables of a file, refused where the plan could not be opened after it."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from plan.changes.change import Change, RowChange
from plan.model.fields import TableName
from plan.model.rows import PARENT_TABLE, ROW_KINDS
from store.errors import NotSavedError
from store.schema import stored_row
from store.storage import Tables


def with_change(tables: Tables, change: Change, path: Path) -> Tables:
    """Return the tables with `change` made; those given stay as they are.

    Raises NotSavedError where a row is not as the change's `before` says, where an `after` is no
    valid row and where the rows would not make a plan any more.
    """
    changed = dict(tables)
    for name in {row.table for row in change.rows}:
        changed[name] = dict(tables.get(name, {}))
    for row in change.rows:
        _make(changed[row.table], row, path)
    _refuse_what_is_no_plan(changed, change, path)
    return changed


def _make(table: dict[str, Any], row: RowChange, path: Path) -> None:
    if not _starts_from(table.get(row.id), row):
        raise NotSavedError(
            f"{path.name} does not hold what this change starts from, so it was not written "
            "and nothing was overwritten. Close the plan and open it again."
        )
    if row.after is None:
        table.pop(row.id, None)
    else:
        table[row.id] = _valid(row.table, row.id, row.after, path)


def _starts_from(stored: Mapping[str, Any] | None, row: RowChange) -> bool:
    """Return whether a row is stored as `row` expects it, fields left out counting as empty."""
    if stored is None or row.before is None:
        return stored is row.before
    before = stored_row(row.before)
    return stored == before or _filled(row.table, row.id, stored) == before


def _valid(name: TableName, row_id: str, values: Mapping[str, Any], path: Path) -> dict[str, Any]:
    try:
        return _filled(name, row_id, values)
    except ValidationError as error:
        reason = error.errors(include_url=False, include_input=False)[0]["msg"]
        raise NotSavedError(
            f"A change to {path.name} was not written, as the plan could not be opened after it "
            f"({name} {row_id}: {reason}). The last saved state is untouched."
        ) from error


def _filled(name: TableName, row_id: str, values: Mapping[str, Any]) -> dict[str, Any]:
    return stored_row(ROW_KINDS[name].model_validate({**values, "id": row_id}).as_json())


def _refuse_what_is_no_plan(tables: Tables, change: Change, path: Path) -> None:
    is_plan = len(tables.get("plan", {})) == 1
    if not (is_plan and _parents_are_there(tables, change) and _no_child_is_left(tables, change)):
        raise NotSavedError(
            f"A change to {path.name} was not written, as it would leave rows that belong to "
            "nothing in the plan. The last saved state is untouched."
        )


def _parents_are_there(tables: Tables, change: Change) -> bool:
    return all(
        tables[row.table][row.id]["parent"] in tables.get(PARENT_TABLE[row.table], {})
        for row in change.rows
        if row.table in PARENT_TABLE and row.id in tables[row.table]
    )


def _no_child_is_left(tables: Tables, change: Change) -> bool:
    for child, parent in PARENT_TABLE.items():
        gone = {
            row.id for row in change.rows if row.table == parent and row.id not in tables[row.table]
        }
        if gone and any(row.get("parent") in gone for row in tables.get(child, {}).values()):
            return False
    return True
