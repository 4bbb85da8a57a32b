"""Merges two versions of a plan with a common starting point, row by row and field by field.

A field that only one side changed is taken from that side. A field that both changed differently is
a difference for the officer to settle; until then ours counts. An edit beats a deletion, a deletion
is all or nothing, and no row loses the row it belongs to.
"""

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

from plan.changes.change import Change, RowChange
from plan.changes.merging_conflicts import Wordings, merged_wordings
from plan.model.conflicts import (
    FieldKey,
    JsonTables,
    chosen_without_clock,
    conflict_row,
    distinct,
    in_json,
)
from plan.model.fields import LISTED_ONCE, AppendixKind, TableName
from plan.model.merged_fields import (
    FieldDifference,
    fields_of,
    merged_fields,
    row_of,
    value_of,
    with_field,
)
from plan.model.rows import PARENT_TABLE, ROW_KINDS, JsonRow

RowKey: TypeAlias = tuple[TableName, str]
Side: TypeAlias = Literal["ours", "theirs"]
Choices: TypeAlias = Mapping[FieldKey, Side]

MERGE_LABEL = "Bring together with the file that was changed elsewhere"
_TAKE_LABEL = "Take what was chosen from the file that was changed elsewhere"


@dataclass(frozen=True)
class Difference:
    """A field that both sides changed differently: what it was, and what each made of it.

    `field` is `plan.model.merged_fields.PLACE` if a row was moved to two places, and the name of
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

    `rows` holds all rows of both sides but the conflicts, with our version of each difference.
    `lost` holds those of them that one side deleted; they go, except for the `kept` rows and what
    belongs to those. `wordings` has every wording that is left of each field that both sides
    changed differently, or that was in conflict.
    """

    rows: JsonTables
    differences: tuple[Difference, ...]
    lost: Mapping[RowKey, KeptRow]
    wordings: Mapping[FieldKey, tuple[Any, ...]] = field(default_factory=dict)

    @property
    def kept(self) -> tuple[KeptRow, ...]:
        """The rows that stay although one side deleted them."""
        needed = _needed(self.rows, self.lost)
        return tuple(row for key, row in self.lost.items() if key in needed)


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
        if table == "conflicts":
            continue
        if table == "versions":
            rows[table][row_id] = min(filter(None, (here, there)), key=in_json)
        elif here is not None and there is not None:
            rows[table][row_id], found = _both_rows(table, before, here, there, lists)
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
    comparison = Comparison(rows, tuple(differences), lost)
    return _with_conflicts(comparison, Wordings.of(base), Wordings.of(ours), Wordings.of(theirs))


def _both_rows(
    table: TableName, before: JsonRow | None, here: JsonRow, there: JsonRow, lists: Container[str]
) -> tuple[JsonRow, list[FieldDifference]]:
    """Return a row as both sides have it, and the fields that differ: mostly there is none."""
    if there in (here, before):
        return here, []
    if here == before:
        return there, []
    fields, found = merged_fields(table, before, here, there, lists)
    return row_of(here["id"], fields), found


def merge(
    base: JsonTables, ours: JsonTables, theirs: JsonTables, lists: Container[str] = ()
) -> dict[TableName, dict[str, JsonRow]]:
    """Return the rows of two versions of a plan brought together, with nothing asked.

    `base` is what both started from, empty if not known; `lists` are as in `compared`. It makes no
    difference which of the two is ours. A field that both changed differently is a conflict: a row
    of the table "conflicts" keeps the wordings that the field does not show. Raises ValueError if
    they are not versions of the same plan.
    """
    comparison = compared(base, ours, theirs, lists)
    rows = {table: dict(comparison.rows[table]) for table in ROW_KINDS}
    for key, values in comparison.wordings.items():
        before, here, there = (Wordings(one, {}).shown(key) for one in (base, ours, theirs))
        _set(rows, key, _shown(before, here, there, values))
    return _with_kept_wordings(_without_lost(rows, comparison.lost), comparison.wordings)


def resolved(comparison: Comparison, choices: Choices) -> dict[TableName, dict[str, JsonRow]]:
    """Return the rows with every difference settled as chosen, or as in ours if not chosen.

    A field that has still other wordings stays a conflict. What was chosen is shown, even where the
    other side had settled that wording away.
    """
    rows = {table: dict(comparison.rows[table]) for table in ROW_KINDS}
    left = dict(comparison.wordings)
    for one in comparison.differences:
        _set(rows, one.key, one.theirs if choices.get(one.key) == "theirs" else one.ours)
        settled = {in_json(one.ours), in_json(one.theirs)}
        values = comparison.wordings.get(one.key, ())
        left[one.key] = tuple(value for value in values if in_json(value) not in settled)
    return _with_kept_wordings(_without_lost(rows, comparison.lost), left)


def _without_lost(
    rows: dict[TableName, dict[str, JsonRow]], lost: Mapping[RowKey, KeptRow]
) -> dict[TableName, dict[str, JsonRow]]:
    staying = _staying(rows, lost)
    for table, row_id in lost.keys() - staying:
        del rows[table][row_id]
    return rows


# Conflicts


def _with_conflicts(
    comparison: Comparison, base: Wordings, ours: Wordings, theirs: Wordings
) -> Comparison:
    """Return the comparison with the wordings that conflicts of the two sides bring with them."""
    rows = {table: dict(comparison.rows[table]) for table in ROW_KINDS}
    differences = {one.key: one for one in comparison.differences}
    wordings: dict[FieldKey, tuple[Any, ...]] = {
        one.key: (one.ours, one.theirs) for one in comparison.differences
    }
    for key in sorted({*base.held, *ours.held, *theirs.held}):
        if key[1] not in rows[key[0]]:
            continue
        merged = value_of(fields_of(rows[key[0]][key[1]]), key[2])
        differs = differences.get(key)
        before, here, there = (side.shown(key) for side in (base, ours, theirs))
        if differs is not None:
            here, there = differs.ours, differs.theirs
        elif before not in (here, there):
            here = there = merged
        values = merged_wordings(key, base, ours, theirs, here, there)
        wordings[key] = values
        if len(values) == 1:
            differences.pop(key, None)
        if in_json(merged) not in map(in_json, values):
            _set(rows, key, chosen_without_clock(values))
    return Comparison(rows, tuple(differences.values()), comparison.lost, wordings)


def _shown(base: Any, ours: Any, theirs: Any, values: Sequence[Any]) -> Any:
    """Return which of several wordings a field shows: the same on every laptop.

    A side without the row, of which the wording is None, says nothing about it.
    """
    wanted = ours if theirs in (base, None) else theirs if ours in (base, theirs, None) else None
    if in_json(wanted) in map(in_json, values):
        return wanted
    return chosen_without_clock(values)


def _set(rows: Mapping[TableName, dict[str, JsonRow]], key: FieldKey, value: Any) -> None:
    table, row_id, name = key
    rows[table][row_id] = row_of(row_id, with_field(fields_of(rows[table][row_id]), name, value))


def _with_kept_wordings(
    rows: dict[TableName, dict[str, JsonRow]], wordings: Mapping[FieldKey, Sequence[Any]]
) -> dict[TableName, dict[str, JsonRow]]:
    """Return the rows with a conflict for each field that has other wordings than it shows."""
    cover_id = next(iter(rows["plan"]))
    rows["conflicts"] = {}
    for key, values in sorted(wordings.items()):
        if key[1] not in rows[key[0]]:
            continue
        shown = value_of(fields_of(rows[key[0]][key[1]]), key[2])
        if others := distinct(values, besides=shown):
            row = conflict_row(cover_id, key, shown, others)
            rows["conflicts"][row["id"]] = row
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
