"""Merges two versions of a plan with a common starting point, row by row and field by field.

A field that only one side changed is taken from that side. A field that both changed differently is
a difference for the officer to settle; until then ours counts. An edit beats a deletion, a deletion
is all or nothing, and no row loses the row it belongs to.
"""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from plan.changes.change import Change, JsonRow, RowChange
from plan.changes.merging_fields import fields_of, merged_fields, row_of, with_field
from plan.model.fields import LISTED_ONCE, AppendixKind, TableName
from plan.model.rows import PARENT_TABLE, ROW_KINDS

JsonTables: TypeAlias = Mapping[TableName, Mapping[str, JsonRow]]
RowKey: TypeAlias = tuple[TableName, str]
FieldKey: TypeAlias = tuple[TableName, str, str]
Side: TypeAlias = Literal["ours", "theirs"]
Choices: TypeAlias = Mapping[FieldKey, Side]

MERGE_LABEL = "Bring together with the file that was changed elsewhere"
_TAKE_LABEL = "Take what was chosen from the file that was changed elsewhere"


@dataclass(frozen=True)
class Difference:
    """A field that both sides changed differently: what it was, and what each made of it.

    `field` is `plan.changes.merging_fields.PLACE` if a row was moved to two places, and the name of
    a cell if it is in a field of the council's own. For a list,
    `ours` and `theirs` include what the other side did to its other items.
    """

    table: TableName
    id: str
    field: str
    base: Any
    ours: Any
    theirs: Any

    @property
    def key(self) -> FieldKey:
        """Identifies the difference when choosing a side."""
        return self.table, self.id, self.field


@dataclass(frozen=True)
class KeptRow:
    """A row that one side deleted but that stays anyway.

    The other side edited it (`is_edited`) or something that belongs to it.
    """

    table: TableName
    id: str
    deleted_by: Side
    is_edited: bool


@dataclass(frozen=True)
class Comparison:
    """Two versions merged, except where the officer has to choose.

    `rows` holds all rows of both sides, with our version of each difference. `lost` holds those of
    them that one side deleted; they go, except for the `kept` rows and what belongs to those.
    """

    rows: JsonTables
    differences: tuple[Difference, ...]
    lost: Mapping[RowKey, KeptRow]

    @property
    def kept(self) -> tuple[KeptRow, ...]:
        """The rows that stay although one side deleted them."""
        needed = _needed(self.rows, self.lost)
        return tuple(row for key, row in self.lost.items() if row.is_edited or key in needed)


def compared(
    base: JsonTables, ours: JsonTables, theirs: JsonTables, lists: Container[str] = ()
) -> Comparison:
    """Compare two versions of a plan with the one both started from, empty if not known.

    `lists` are the ids of the council's own fields that hold lists: these merge item by item.
    Raises ValueError if they are not versions of the same plan.
    """
    if set(ours["plan"]) != set(theirs["plan"]):
        raise ValueError("these are two plans and not two states of one")
    rows: dict[TableName, dict[str, JsonRow]] = {table: {} for table in ROW_KINDS}
    differences: list[Difference] = []
    lost: dict[RowKey, KeptRow] = {}
    for table, row_id in _every_row(theirs, ours):
        before, here, there = (_row(side, table, row_id) for side in (base, ours, theirs))
        if here is not None and there is not None:
            fields, found = merged_fields(table, before, here, there, lists)
            rows[table][row_id] = row_of(row_id, fields)
            differences += (Difference(table, row_id, **vars(one)) for one in found)
        else:
            only = here or there or {}
            rows[table][row_id] = only
            if before is not None:
                by: Side = "ours" if here is None else "theirs"
                lost[table, row_id] = KeptRow(table, row_id, by, is_edited=only != before)
    for kind in LISTED_ONCE:
        for appendix_id in _listed_twice(kind, rows["appendices"], lost, ours, theirs):
            del rows["appendices"][appendix_id]
    return Comparison(rows, tuple(differences), lost)


def resolved(comparison: Comparison, choices: Choices) -> dict[TableName, dict[str, JsonRow]]:
    """Return the rows with every difference settled as chosen, or as in ours if not chosen."""
    rows = {table: dict(comparison.rows[table]) for table in ROW_KINDS}
    for one in comparison.differences:
        if choices.get(one.key) == "theirs":
            fields = fields_of(rows[one.table][one.id])
            rows[one.table][one.id] = row_of(one.id, with_field(fields, one.field, one.theirs))
    staying = _staying(rows, comparison.lost)
    for table, row_id in comparison.lost.keys() - staying:
        del rows[table][row_id]
    return rows


def merge_change(theirs: JsonTables, wanted: JsonTables) -> Change:
    """Return the one change that turns the file's version into the wanted one."""
    return _change_to(theirs, wanted, MERGE_LABEL)


def take_change(ours: JsonTables, wanted: JsonTables) -> Change:
    """Return the change that takes what was chosen from the file, once all else is as in ours."""
    return _change_to(ours, wanted, _TAKE_LABEL)


def rows_that_differ(one: JsonTables, other: JsonTables) -> int:
    """Return how many rows are in only one of two versions or differ between them."""
    return len(_change_to(one, other, "").rows)


def _change_to(state: JsonTables, wanted: JsonTables, label: str) -> Change:
    changes = (
        RowChange(
            table=table,
            id=row_id,
            before=_row(state, table, row_id),
            after=_row(wanted, table, row_id),
        )
        for table, row_id in _every_row(state, wanted)
    )
    return Change(label=label, rows=tuple(row for row in changes if row.before != row.after))


def _row(side: JsonTables, table: TableName, row_id: str) -> JsonRow | None:
    return side.get(table, {}).get(row_id)


def _every_row(*sides: JsonTables) -> Iterator[RowKey]:
    for table in ROW_KINDS:
        ids = (row_id for side in sides for row_id in side.get(table, {}))
        yield from ((table, row_id) for row_id in dict.fromkeys(ids))


def _needed(rows: JsonTables, lost: Mapping[RowKey, KeptRow]) -> set[RowKey]:
    """Return the deleted rows that were edited, or that a remaining row belongs to."""
    needed = {key for key, row in lost.items() if row.is_edited}
    for child, parent in reversed(PARENT_TABLE.items()):
        for row_id, row in rows[child].items():
            above = (parent, row["parent"])
            if above in lost and ((child, row_id) not in lost or (child, row_id) in needed):
                needed.add(above)
    return needed


def _staying(rows: JsonTables, lost: Mapping[RowKey, KeptRow]) -> set[RowKey]:
    """Return the deleted rows that stay: those needed, and everything deleted along with them."""
    staying = _needed(rows, lost)
    for child, parent in PARENT_TABLE.items():
        for row_id, row in rows[child].items():
            if (child, row_id) in lost and (parent, row["parent"]) in staying:
                staying.add((child, row_id))
    return staying


def _listed_twice(
    kind: AppendixKind,
    rows: Mapping[str, JsonRow],
    lost: Mapping[RowKey, KeptRow],
    ours: JsonTables,
    theirs: JsonTables,
) -> list[str]:
    """Return the blank appendices that list the plan, or a generated table, a second time.

    Each side may have added one: adding the first appendix to a report also lists the plan.
    """
    here, there = (_listed(kind, side.get("appendices", {})) for side in (ours, theirs))
    staying = [one for one in _listed(kind, rows) if ("appendices", one) not in lost]
    spare = staying[max(1, len(here), len(there)) :]
    return [
        row_id
        for row_id in spare
        if not (row_id in here and row_id in there)
        and not any(rows[row_id][name] for name in ("title", "text", "file"))
    ]


def _listed(kind: AppendixKind, appendices: Mapping[str, JsonRow]) -> list[str]:
    return sorted(row_id for row_id, row in appendices.items() if row["kind"] == kind)
