"""Changes: what one step did, as rows before and after.

Saving, undo, history, comparison and merging all use this one idea. To apply a change, replace each
row's `before` by its `after`; to take it back, do the reverse.
"""

from collections.abc import Iterable, Mapping
from typing import Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, ValidationError

from plan.model.fields import TableName
from plan.model.plan import Plan, plan_of_tables
from plan.model.rows import PARENT_TABLE, ROW_KINDS, JsonRow, Row

Kind: TypeAlias = Literal["edit", "undo", "redo", "created"]


class RowChange(BaseModel):
    """One row before and after, as JSON values; None where the row does not exist."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    table: TableName
    id: str
    before: JsonRow | None
    after: JsonRow | None


class Change(BaseModel):
    """What one step did.

    `label` describes it in the officer's words ("Move action 4.3 to aim 2"). `revision`, `when`
    (UTC, ISO 8601) and `who` are filled in when it is recorded. In an undo or redo, `of` is the
    revision of the edit that it undoes or redoes.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    label: str
    rows: tuple[RowChange, ...]
    kind: Kind = "edit"
    of: int = 0
    revision: int = 0
    when: str = ""
    who: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether applying it would leave everything unchanged."""
        return all(row.before == row.after for row in self.rows)


class ConflictError(ValueError):
    """A change does not fit the plan it should be applied to."""


class ChangedSinceError(ConflictError):
    """A row is not what the change expects: somebody else has changed it since."""

    def __init__(self, row: RowChange) -> None:
        super().__init__(f"{row.table} {row.id} has changed since")
        self.row = row


class NoPlanError(ConflictError):
    """A change would leave rows that do not make up a plan."""


def row_added(row: Row) -> RowChange:
    """Return the change that adds `row`."""
    return RowChange(table=row.table, id=row.id, before=None, after=row.as_json())


def row_removed(row: Row) -> RowChange:
    """Return the change that removes `row`."""
    return RowChange(table=row.table, id=row.id, before=row.as_json(), after=None)


def row_edited(row: Row, **fields: object) -> RowChange:
    """Return the change that sets `fields` of `row`, validated.

    Raises pydantic's ValidationError if a value does not fit its field.
    """
    before = row.as_json()
    after = type(row).model_validate({**before, **fields}).as_json()
    return RowChange(table=row.table, id=row.id, before=before, after=after)


def inverse(change: Change, *, kind: Literal["undo", "redo"], label: str) -> Change:
    """Return the change that takes `change` back, labelled `label` and pointing at its revision."""
    return Change(
        label=label,
        kind=kind,
        of=change.of or change.revision,
        rows=tuple(
            RowChange(table=row.table, id=row.id, before=row.after, after=row.before)
            for row in reversed(change.rows)
        ),
    )


_Rows: TypeAlias = dict[tuple[TableName, str], JsonRow | None]
_Step: TypeAlias = tuple[RowChange, JsonRow | None, JsonRow | None]
"""A row in a change, the values we expect it to have, and the values we want."""
_Tables: TypeAlias = Mapping[TableName, Mapping[str, Row]]


def applied(plan: Plan, *changes: Change) -> Plan:
    """Return `plan` with `changes` applied, one after the other.

    Raises ChangedSinceError if a row does not match a change's `before`, NoPlanError if the
    remaining rows do not make up a plan, and pydantic's ValidationError, with a note naming the
    row, if a remaining row is invalid. The plan's shape and its rows are checked only after the
    last change.
    """
    return _made(plan, ((row, row.before, row.after) for one in changes for row in one.rows))


def taken_back(plan: Plan, *changes: Change) -> Plan:
    """Return `plan` as it was before `changes`, oldest first. Raises as `applied` does."""
    rows = (row for one in reversed(changes) for row in reversed(one.rows))
    return _made(plan, ((row, row.after, row.before) for row in rows))


def _made(plan: Plan, steps: Iterable[_Step]) -> Plan:
    rows: _Rows = {}
    for row, expected, wanted in steps:
        place = row.table, row.id
        current = rows[place] if place in rows else _json_row(plan, row)
        if not _is_same(row, current, expected):
            raise ChangedSinceError(row)
        rows[place] = wanted
    return _with_rows(plan, rows)


def _json_row(plan: Plan, row: RowChange) -> JsonRow | None:
    current = plan.table(row.table).get(row.id)
    return current.as_json() if current else None


def _is_same(row: RowChange, current: JsonRow | None, expected: JsonRow | None) -> bool:
    """Return whether a row is as expected; fields missing on either side count as empty."""
    if current is None or expected is None or current == expected:
        return current == expected
    try:
        return _valid(row.table, row.id, current) == _valid(row.table, row.id, expected)
    except ValidationError:
        return False


def _with_rows(plan: Plan, rows: _Rows) -> Plan:
    """Return `plan` with these rows replacing its own, and without those that are None."""
    changed: dict[TableName, dict[str, Row]] = {}
    for (name, row_id), values in rows.items():
        if name not in changed:  # a copy of the table for every row would be quadratic
            changed[name] = dict(plan.table(name))
        table = changed[name]
        if values is None:
            table.pop(row_id, None)
        else:
            table[row_id] = _valid(name, row_id, values)
    tables = {name: changed.get(name, plan.table(name)) for name in ROW_KINDS}
    _refuse_what_is_no_plan(tables, rows)
    return plan_of_tables(tables)


def _valid(name: TableName, row_id: str, values: JsonRow) -> Row:
    try:
        return ROW_KINDS[name].model_validate({**values, "id": row_id})
    except ValidationError as error:
        error.add_note(f"{name} {row_id}")
        raise


def _refuse_what_is_no_plan(tables: _Tables, rows: _Rows) -> None:
    """Raise NoPlanError if `rows`, which are new or removed, leave the plan malformed."""
    if len(tables["plan"]) != 1:
        raise NoPlanError("it has not one cover")
    for name, row_id in rows:
        row, above = tables[name].get(row_id), PARENT_TABLE.get(name)
        if row is not None and above is not None and row.parent not in tables[above]:
            raise NoPlanError(f"{name} {row_id} belongs to nothing")
    for child, parent in PARENT_TABLE.items():
        gone = {row_id for name, row_id in rows if name == parent and row_id not in tables[name]}
        if gone and any(row.parent in gone for row in tables[child].values()):
            raise NoPlanError(f"a row of {child} belongs to what is gone")


def tables_of(plan: Plan) -> dict[TableName, dict[str, JsonRow]]:
    """Return every row of `plan` as JSON values, keyed by table and id."""
    return {
        name: {row_id: row.as_json() for row_id, row in plan.table(name).items()}
        for name in ROW_KINDS
    }


def touched(changes: Iterable[RowChange], table: TableName) -> set[str]:
    """Return the ids of the rows in `table` that `changes` add, edit or remove."""
    return {change.id for change in changes if change.table == table}
