"""Bringing two versions of a row together, field by field.

What a row says of its place, its parent, its section and its rank, is one field here: half of a
move is no place.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from plan.changes import JsonRow
from plan.merging_items import merged_items
from plan.model.rows import ITEMS_LIMIT, LIST_FIELDS, ROW_KINDS, TableName

PLACE = "place"
"""The name of a row's place as one field."""
_PLACE_FIELDS = ("parent", "section", "rank")
_ID = "id"


@dataclass(frozen=True)
class FieldDifference:
    """A field that both sides changed, each in another way."""

    field: str
    base: Any
    ours: Any
    theirs: Any


def fields_of(row: JsonRow) -> dict[str, Any]:
    """Return the fields of a row, its place as one of them and its id left out."""
    place = {name: row[name] for name in _PLACE_FIELDS if name in row}
    others = {name: value for name, value in row.items() if name not in (*_PLACE_FIELDS, _ID)}
    return {PLACE: place, **others}


def row_of(row_id: str, fields: Mapping[str, Any]) -> JsonRow:
    """Return the row of these fields."""
    others = {name: value for name, value in fields.items() if name != PLACE}
    return {_ID: row_id, **fields[PLACE], **others}


def merged_fields(
    table: TableName, base: JsonRow | None, ours: JsonRow, theirs: JsonRow
) -> tuple[dict[str, Any], list[FieldDifference]]:
    """Return the fields that both sides make, those that differ as ours has them, and these.

    A row that both have begun by themselves, such as the report, began blank.
    """
    before = fields_of(base or _blank(table))
    here, there = fields_of(ours), fields_of(theirs)
    merged: dict[str, Any] = {}
    differences: list[FieldDifference] = []
    for name in here:
        each = FieldDifference(name, before.get(name), here[name], there[name])
        one = _settled(each)
        if one.ours != one.theirs:
            differences.append(one)
        merged[name] = one.ours
    return merged, differences


def _settled(field: FieldDifference) -> FieldDifference:
    """Return the field with both sides alike, unless there is something to choose."""
    base, ours, theirs = field.base, field.ours, field.theirs
    if theirs in (ours, base):
        return FieldDifference(field.field, base, ours, ours)
    if ours == base:
        return FieldDifference(field.field, base, theirs, theirs)
    if field.field == "bulleted":
        bulleted = _settled_names(base, ours, theirs)
        return FieldDifference(field.field, base, bulleted, bulleted)
    if field.field in LIST_FIELDS:
        here, there = merged_items(base, ours, theirs)
        if max(len(here), len(there)) <= ITEMS_LIMIT:
            return FieldDifference(field.field, base, list(here), list(there))
    return field


def _settled_names(base: list[str], ours: list[str], theirs: list[str]) -> list[str]:
    """Return which lists are printed with bullets: for each, what the side says that changed it."""
    return [
        name
        for name in LIST_FIELDS
        if ((name in theirs) if (name in ours) == (name in base) else (name in ours))
    ]


@cache
def _blank(table: TableName) -> JsonRow:
    """Return a row in which nothing is written yet, None where a row cannot do without."""
    fields = ROW_KINDS[table].model_fields
    blank = {
        name: None if field.is_required() else field.get_default() for name, field in fields.items()
    }
    return {
        name: list(value) if isinstance(value, tuple) else value for name, value in blank.items()
    }
