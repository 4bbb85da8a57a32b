"""Conflicts: fields that were written differently on several laptops and wait for an officer.

Every wording is kept, in a row of its own beside the field, which holds one of them. A row of the
table "conflicts" travels with the plan like any other and is merged by `plan.changes.merging`.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from plan.model.fields import TableName
from plan.model.merged_fields import fields_of, rebased, value_of
from plan.model.plan import Plan
from plan.model.rows import ROW_KINDS, Conflict, JsonRow, conflict_id

FieldKey: TypeAlias = tuple[TableName, str, str]
"""A field of a row: its table, the row's id, and the field or `PLACE` or a cell's name."""
JsonTables: TypeAlias = Mapping[TableName, Mapping[str, JsonRow]]


@dataclass(frozen=True)
class OpenConflict:
    """A field with several wordings: the value that it shows, and the other ones."""

    table: TableName
    row: str
    field: str
    shown: Any
    others: tuple[Any, ...]

    @property
    def key(self) -> FieldKey:
        """Which field of which row it is."""
        return self.table, self.row, self.field


def in_json(value: Any) -> str:
    """Return a field's value as one line of JSON: equal values give equal lines."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def held_conflicts(tables: JsonTables) -> dict[FieldKey, tuple[Any, ...]]:
    """Return the other wordings of each field that has some besides the one it holds.

    Where the field was edited since, what was edited beside the clash is in the others too. A row
    that is gone has no conflict.
    """
    held: dict[FieldKey, tuple[Any, ...]] = {}
    for row in tables.get("conflicts", {}).values():
        table, row_id, name = row["on_table"], row["on_row"], row["on_field"]
        owner = tables.get(table, {}).get(row_id)
        if owner is None or not row["shown"]:
            continue
        shown, current = json.loads(row["shown"][0]), value_of(fields_of(owner), name)
        others = (rebased(table, name, shown, current, json.loads(one)) for one in row["others"])
        if kept := distinct(others, besides=current):
            held[table, row_id, name] = kept
    return held


def distinct(values: Iterable[Any], *, besides: Any) -> tuple[Any, ...]:
    """Return the values that differ from `besides` and from each other, in a fixed order."""
    by_json = {in_json(one): one for one in values}
    by_json.pop(in_json(besides), None)
    return tuple(by_json[one] for one in sorted(by_json))


def conflict_row(cover_id: str, key: FieldKey, shown: Any, others: Sequence[Any]) -> JsonRow:
    """Return the row that keeps the other wordings of a field beside the one it holds."""
    table, row_id, name = key
    return Conflict(
        id=conflict_id(*key),
        parent=cover_id,
        on_table=table,
        on_row=row_id,
        on_field=name,
        shown=(in_json(shown),),
        others=tuple(in_json(one) for one in others),
    ).as_json()


def chosen_without_clock(values: Iterable[Any]) -> Any:
    """Return the value that every laptop shows of several: the longest, by its JSON."""
    return max(values, key=lambda one: (len(in_json(one)), in_json(one)))


def open_conflicts(plan: Plan) -> tuple[OpenConflict, ...]:
    """Return the conflicts of a plan that wait for an officer, in the order of its rows."""
    if not plan.conflict_rows:
        return ()
    tables: dict[TableName, dict[str, JsonRow]] = {"conflicts": {}}
    for one in plan.conflict_rows.values():
        tables["conflicts"][one.id] = one.as_json()
        row = plan.table(one.on_table).get(one.on_row)
        if row is not None:
            tables.setdefault(one.on_table, {})[one.on_row] = row.as_json()
    held = held_conflicts(tables)
    found = (
        OpenConflict(*key, value_of(fields_of(tables[key[0]][key[1]]), key[2]), others)
        for key, others in held.items()
    )
    places = {key: place for place, key in enumerate(_in_order(plan))}
    return tuple(
        sorted(found, key=lambda one: (places.get((one.table, one.row), 0), one.field)),
    )


def _in_order(plan: Plan) -> Iterator[tuple[TableName, str]]:
    """Yield table and id of every row, those of one table in their order in the paper."""
    for table in ROW_KINDS:
        ordered: Iterable[Any] = plan.table(table).values()
        if table == "actions":
            ordered = plan.actions
        else:
            ordered = sorted(ordered, key=lambda row: (row.parent, row.rank, row.id))
        yield from ((table, row.id) for row in ordered)
