"""The plan as it was: derived from the plan as it is by taking back the later changes."""

from collections.abc import Mapping, Sequence

from pydantic import ValidationError

from plan.changes.change import Change, ConflictError, JsonRow, RowChange
from plan.model.fields import TableName
from plan.model.plan import Plan, plan_of_tables
from plan.model.rows import ROW_KINDS, Row

_Rows = dict[tuple[TableName, str], JsonRow | None]


def plan_after(plan: Plan, changes: Sequence[Change], revision: int) -> Plan:
    """Return the plan as it was after `revision`.

    `changes` are those that led to `plan`, the oldest first. Raises ConflictError where they do
    not lead there: one is missing, the plan was not made yet, or a row is not as they left it.
    """
    later = [change for change in changes if change.revision > revision]
    _check_that_none_is_missing(changes, later, revision)
    rows: _Rows = {}
    for change in reversed(later):
        if change.kind == "created":
            raise ConflictError(f"the plan was made at revision {change.revision}, not before")
        for row in reversed(change.rows):
            _take_back(row, rows, plan)
    return _with_rows(plan, rows)


def _check_that_none_is_missing(
    changes: Sequence[Change], later: Sequence[Change], revision: int
) -> None:
    last = changes[-1].revision if changes else 0
    if revision > last:
        raise ConflictError(f"the history ends at revision {last}")
    for expected, change in enumerate(later, revision + 1):
        if change.revision != expected:
            raise ConflictError(f"revision {expected} is missing in the history")


def _take_back(row: RowChange, rows: _Rows, plan: Plan) -> None:
    place = row.table, row.id
    if place in rows:
        current = rows[place]
    else:
        now = plan.table(row.table).get(row.id)
        current = now.as_json() if now else None
    if current != row.after and current != _of_today(row.table, row.after):
        raise ConflictError(f"{row.table} {row.id} is not as revision after revision left it")
    rows[place] = row.before


def _of_today(table: TableName, values: JsonRow | None) -> JsonRow | None:
    """Return a row that was recorded before it had all of today's fields with those it lacks."""
    return _valid(table, values).as_json() if values is not None else None


def _valid(table: TableName, values: JsonRow) -> Row:
    try:
        return ROW_KINDS[table].model_validate(values)
    except ValidationError as error:
        raise ConflictError(f"the history has a row of {table} that is none") from error


def _with_rows(plan: Plan, rows: Mapping[tuple[TableName, str], JsonRow | None]) -> Plan:
    tables: dict[TableName, dict[str, Row]] = {}
    for (name, row_id), values in rows.items():
        table = tables.setdefault(name, dict(plan.table(name)))
        if values is None:
            table.pop(row_id, None)
        else:
            table[row_id] = _valid(name, values)
    if len(tables.get("plan", {""})) != 1:
        raise ConflictError("the history leads to no plan: it has not one cover")
    return plan_of_tables({name: tables.get(name, plan.table(name)) for name in ROW_KINDS})
