"""Changes: what one step did, as rows before and after.

This one idea serves saving, undo, history, comparison and merging. A change is applied by
putting each row's `after` in the place of its `before`; it is taken back by swapping the two.
"""

from collections.abc import Iterable
from typing import Any, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict

from plan.model.fields import TableName
from plan.model.plan import Plan, plan_of_tables
from plan.model.rows import ROW_KINDS, Row

JsonRow: TypeAlias = dict[str, Any]
Kind: TypeAlias = Literal["edit", "undo", "redo", "created"]


class RowChange(BaseModel):
    """One row before and after, as JSON values; None where it is not there."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    table: TableName
    id: str
    before: JsonRow | None
    after: JsonRow | None


class Change(BaseModel):
    """What one step did.

    `label` says it in the officer's words ("Move action 4.3 to aim 2"). `revision`, `when` (UTC,
    ISO 8601) and `who` are put on when it is recorded. An undo or redo names in `of` the revision
    of the edit that it takes back or brings back.
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
        """Whether applying it would leave everything as it is."""
        return all(row.before == row.after for row in self.rows)


class ConflictError(ValueError):
    """A row is not as the change expects it: somebody else has changed it since."""


def row_added(row: Row) -> RowChange:
    """Return the change that adds `row`."""
    return RowChange(table=row.table, id=row.id, before=None, after=row.as_json())


def row_removed(row: Row) -> RowChange:
    """Return the change that removes `row`."""
    return RowChange(table=row.table, id=row.id, before=row.as_json(), after=None)


def row_edited(row: Row, **fields: object) -> RowChange:
    """Return the change that sets `fields` of `row`, validated.

    Raises pydantic's ValidationError where a value does not fit its field.
    """
    before = row.as_json()
    after = type(row).model_validate({**before, **fields}).as_json()
    return RowChange(table=row.table, id=row.id, before=before, after=after)


def inverse(change: Change, *, kind: Literal["undo", "redo"], label: str) -> Change:
    """Return the change that takes `change` back, named `label`, pointing at its revision."""
    return Change(
        label=label,
        kind=kind,
        of=change.of or change.revision,
        rows=tuple(
            RowChange(table=row.table, id=row.id, before=row.after, after=row.before)
            for row in reversed(change.rows)
        ),
    )


def applied(plan: Plan, change: Change) -> Plan:
    """Return `plan` with `change` made.

    Raises ConflictError where a row is not as the change's `before` says, and pydantic's
    ValidationError where an `after` is no valid row.
    """
    tables: dict[TableName, dict[str, Row]] = {}
    for row_change in change.rows:
        name = row_change.table
        table = tables.setdefault(name, dict(plan.table(name)))
        current = table.get(row_change.id)
        if (current.as_json() if current else None) != row_change.before:
            raise ConflictError(f"{name} {row_change.id} has changed since")
        if row_change.after is None:
            table.pop(row_change.id, None)
        else:
            table[row_change.id] = ROW_KINDS[name].model_validate(row_change.after)
    return plan_of_tables({name: tables.get(name, plan.table(name)) for name in ROW_KINDS})


def tables_of(plan: Plan) -> dict[TableName, dict[str, JsonRow]]:
    """Return every row of `plan` as JSON values, by table and id."""
    return {
        name: {row_id: row.as_json() for row_id, row in plan.table(name).items()}
        for name in ROW_KINDS
    }


def touched(changes: Iterable[RowChange], table: TableName) -> set[str]:
    """Return the ids of the rows of `table` that `changes` add, edit or remove."""
    return {change.id for change in changes if change.table == table}
