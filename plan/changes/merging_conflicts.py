"""Merges the wordings that a field has on two sides, where a side brings a conflict with it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from plan.model.conflicts import FieldKey, JsonTables, held_conflicts, in_json
from plan.model.merged_fields import fields_of, merged_values, rebased, value_of
from plan.model.rows import JsonRow


@dataclass(frozen=True)
class Wordings:
    """Every wording of the fields in conflict on one side, and what each field shows there."""

    tables: JsonTables
    held: Mapping[FieldKey, tuple[Any, ...]]

    @classmethod
    def of(cls, tables: JsonTables) -> "Wordings":
        """Return the wordings of a state of a plan."""
        return cls(tables, held_conflicts(tables))

    def has(self, key: FieldKey) -> bool:
        """Return whether the field's row is there."""
        return key[1] in self.tables.get(key[0], {})

    def shown(self, key: FieldKey) -> Any:
        """Return what a field holds, None where its row is not there."""
        row: JsonRow | None = self.tables.get(key[0], {}).get(key[1])
        return value_of(fields_of(row), key[2]) if row is not None else None

    def all(self, key: FieldKey) -> dict[str, Any]:
        """Return every wording of a field by its JSON, None alone where its row is not there."""
        return {in_json(one): one for one in (self.shown(key), *self.held.get(key, ()))}


def merged_wordings(
    key: FieldKey, base: Wordings, ours: Wordings, theirs: Wordings, here: Any, there: Any
) -> tuple[Any, ...]:
    """Return the wordings of a field once two sides are brought together.

    `here` and `there` are what ours and theirs make of the wording that each shows. Whoever has
    settled a conflict has taken wordings away; that counts where the other side has only added
    some. Where both have taken some away, whatever is left on a side stays: two different
    settlements are a new conflict. So they are where a third laptop stood between them, which is
    why a wording that both have answered can be asked about once more.
    """
    before, first, second = base.all(key), ours.all(key), theirs.all(key)
    if not theirs.has(key) or first.keys() == second.keys():
        return tuple(first.values())
    if not ours.has(key) or first.keys() == before.keys():
        return tuple(second.values())
    if second.keys() == before.keys():
        return tuple(first.values())
    gone = set[str]()
    if not before.keys() - second.keys():
        gone = before.keys() - first.keys()
    elif not before.keys() - first.keys():
        gone = before.keys() - second.keys()
    elif len(first) == len(second) == 1:
        here, there = _settlements(key, before.values(), ours.shown(key), theirs.shown(key))
    left = (*_left(key, ours, here, gone), *_left(key, theirs, there, gone))
    by_json = {in_json(one): one for one in left}
    return tuple(by_json[one] for one in sorted(by_json))


def _settlements(key: FieldKey, before: Iterable[Any], ours: Any, theirs: Any) -> tuple[Any, Any]:
    """Return what two officers say who settled one conflict, each with what the other did beside.

    They say one thing where the same comes of it whichever of the wordings they began with. Where
    it does not, a list or a text made of both would be what neither has said.
    """
    table, _, name = key
    one, *others = (merged_values(table, name, was, ours, theirs) for was in before)
    return one if all(other == one for other in others) else (ours, theirs)


def _left(key: FieldKey, side: Wordings, merged: Any, gone: set[str]) -> list[Any]:
    """Return the wordings of a side, each with what the other side did beside the clash."""
    table, _, name = key
    shown = side.shown(key)
    return [
        merged if one == shown else rebased(table, name, shown, merged, one)
        for said, one in side.all(key).items()
        if said not in gone
    ]
