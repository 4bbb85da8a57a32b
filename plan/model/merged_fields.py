"""Merges two versions of a row, field by field.

The fields for a row's place (its parent, its section and its rank) count as a single field, because
half a move would put the row in the wrong place.
"""

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeAlias

from plan.model.field_kinds import ITEMS_LIMIT, PROSE_LIMIT
from plan.model.fields import LIST_FIELDS, TableName, kind_of
from plan.model.rows import ROW_KINDS, JsonRow
from plan.text.comparing import steps_between

PLACE = "place"
"""The name for a row's place when treated as one field."""
PLACE_FIELDS = ("parent", "section", "rank")
_ID = "id"
_PARAGRAPHS = "\n\n"
_WITH_LISTS: tuple[TableName, ...] = ("actions", "source")
"""The tables whose lists are settled item by item."""


@dataclass(frozen=True)
class FieldDifference:
    """A field that both sides changed differently."""

    field: str
    base: Any
    ours: Any
    theirs: Any


def fields_of(row: JsonRow) -> dict[str, Any]:
    """Return the fields of a row, with its place as a single field and without its id."""
    place = {name: row[name] for name in PLACE_FIELDS if name in row}
    others = {name: value for name, value in row.items() if name not in (*PLACE_FIELDS, _ID)}
    return {PLACE: place, **others}


def row_of(row_id: str, fields: Mapping[str, Any]) -> JsonRow:
    """Return the row with these fields."""
    others = {name: value for name, value in fields.items() if name != PLACE}
    return {_ID: row_id, **fields[PLACE], **others}


def cell_name(field: str, key: str) -> str:
    """Return what one of the cells in a field is called, as if it were a field: "own.risk"."""
    return f"{field}.{key}"


def cell_key(name: str) -> tuple[str, str] | None:
    """Return the field and the key in the name of a cell, None for the name of a field."""
    field, dot, key = name.partition(".")
    return (field, key) if dot else None


def with_field(fields: Mapping[str, Any], name: str, value: Any) -> dict[str, Any]:
    """Return the fields of a row with another value in one of them, or in one of its cells."""
    cell = cell_key(name)
    if cell is None:
        return {**fields, name: value}
    field, key = cell
    cells = {one[0]: one[1] for one in fields.get(field) or ()} | {key: value}
    return {**fields, field: [[one, cells[one]] for one in sorted(cells) if cells[one]]}


def value_of(fields: Mapping[str, Any], name: str) -> Any:
    """Return the value of a field, or of one of the cells in a field."""
    cell = cell_key(name)
    if cell is None:
        return fields.get(name)
    return {one[0]: one[1] for one in fields.get(cell[0]) or ()}.get(cell[1], "")


def rebased(table: TableName, name: str, before: Any, now: Any, other: Any) -> Any:
    """Return `other`, a second wording of a field, with what was edited beside it since.

    The field held `before` when the two clashed and holds `now`; only lists and long texts can be
    edited beside the clash.
    """
    if before == now or cell_key(name):
        return other
    parted = _settled_one_by_one(table, FieldDifference(name, before, now, other))
    return parted[1] if parted is not None else other


def merged_fields(
    table: TableName,
    base: JsonRow | None,
    ours: JsonRow,
    theirs: JsonRow,
    lists: Container[str] = (),
) -> tuple[dict[str, Any], list[FieldDifference]]:
    """Return the merged fields, with ours for each field that differs, and the differences.

    A row that both sides created independently, such as the report, started blank. A cell that
    differs counts as a field, called as `cell_name` does; `lists` has the keys of those cells that
    have an item to a line.
    """
    before = fields_of(base or blank_row(table))
    here, there = fields_of(ours), fields_of(theirs)
    merged: dict[str, Any] = {}
    differences: list[FieldDifference] = []
    for name in here:
        each = FieldDifference(name, before.get(name), here[name], there[name])
        if kind_of(table, name) == "cells":
            merged[name], found = _settled_cells(each, lists)
            differences += found
            continue
        one = _settled(table, each)
        if one.ours != one.theirs:
            differences.append(one)
        merged[name] = one.ours
    return merged, differences


def merged_values(
    table: TableName, name: str, before: Any, ours: Any, theirs: Any
) -> tuple[Any, Any]:
    """Return a field's value as ours and as theirs has it, each with what the other did beside."""
    one = _settled(table, FieldDifference(name, before, ours, theirs))
    return one.ours, one.theirs


def _settled(table: TableName, field: FieldDifference) -> FieldDifference:
    """Return the field with both sides equal, unless there is something to choose."""
    base, ours, theirs = field.base, field.ours, field.theirs
    if theirs in (ours, base):
        return FieldDifference(field.field, base, ours, ours)
    if ours == base:
        return FieldDifference(field.field, base, theirs, theirs)
    settled = _settled_one_by_one(table, field)
    return field if settled is None else FieldDifference(field.field, base, *settled)


def _settled_one_by_one(table: TableName, field: FieldDifference) -> tuple[Any, Any] | None:
    """Return what ours and theirs make of a list or of a table; None for other fields."""
    base, ours, theirs = field.base, field.ours, field.theirs
    match kind_of(table, field.field):
        case "lists":
            bulleted = _settled_names(base, ours, theirs)
            return bulleted, bulleted
        case "items" if table in _WITH_LISTS:
            here, there = merged_items(base, ours, theirs)
            fits = max(len(here), len(there)) <= ITEMS_LIMIT
            return (list(here), list(there)) if fits else None
        case "prose" if all(map(_is_table, (base, ours, theirs))):
            return _settled_pieces("\n", base, ours, theirs)
        case "prose" | "answer" if _is_long_text(base) and isinstance(ours, str):
            return _settled_pieces(_PARAGRAPHS, base, ours, theirs)
    return None


def _settled_pieces(between: str, *sides: str) -> tuple[str, str] | None:
    """Return what ours and theirs make of a text piece by piece, None where it grows too long."""
    pieces = ([one for one in side.split(between) if one] for side in sides)
    here, there = (between.join(one) for one in merged_items(*pieces))
    return (here, there) if max(len(here), len(there)) <= PROSE_LIMIT else None


def _is_long_text(text: Any) -> bool:
    """Return whether a text has paragraphs that can be settled each by itself.

    A paragraph that is indented belongs to the list above it and cannot stand alone.
    """
    return isinstance(text, str) and _PARAGRAPHS in text and f"{_PARAGRAPHS} " not in text


def _is_table(text: Any) -> bool:
    """Return whether a text is that of a table, whose rows are settled each by itself."""
    return isinstance(text, str) and "\n| ---" in text and text.startswith("| ")


def _settled_names(base: list[str], ours: list[str], theirs: list[str]) -> list[str]:
    """Return which lists have bullets: for each one, what the side that changed it says."""
    return [
        name
        for name in LIST_FIELDS
        if ((name in theirs) if (name in ours) == (name in base) else (name in ours))
    ]


def _settled_cells(
    field: FieldDifference, lists: Container[str]
) -> tuple[Any, list[FieldDifference]]:
    """Return the cells of both sides, each settled by itself, and those that differ.

    Of these it has ours. Where both sides changed some, they come in the order of their keys: the
    same whoever brings them together.
    """
    if field.theirs in (field.ours, field.base):
        return field.ours, []
    if field.ours == field.base:
        return field.theirs, []
    sides = (field.base or (), field.ours, field.theirs)
    before, here, there = ({one[0]: one[1] for one in side} for side in sides)
    merged: list[list[str]] = []
    differences: list[FieldDifference] = []
    for key in sorted({*here, *there}):
        was, mine, other = (side.get(key, "") for side in (before, here, there))
        if was != mine != other != was and key in lists:
            mine, other = ("\n".join(one) for one in merged_items(*map(_lines, (was, mine, other))))
        text = other if mine == was else mine
        if other not in (text, was):
            name = cell_name(field.field, key)
            differences.append(FieldDifference(name, was, mine, other))
        merged.extend([[key, text]] if text else [])
    return merged, differences


def _lines(text: str) -> list[str]:
    return text.split("\n") if text else []


@cache
def blank_row(table: TableName) -> JsonRow:
    """Return a row with nothing written in it, and None for fields it cannot do without."""
    fields = ROW_KINDS[table].model_fields
    blank = {
        name: None if field.is_required() else field.get_default() for name, field in fields.items()
    }
    return {
        name: list(value) if isinstance(value, tuple) else value for name, value in blank.items()
    }


Items: TypeAlias = tuple[str, ...]


def merged_items(base: Sequence[str], ours: Sequence[str], theirs: Sequence[str]) -> list[Items]:
    """Return the merged list, as ours has it and as theirs has it.

    The two are equal unless both sides rewrote the same item differently. Whatever either side
    added or rewrote is kept; if both added at the same place, everything is kept.
    """
    first, second = sorted((tuple(ours), tuple(theirs)))
    most = Counter(first) | Counter(second)
    pieces = _pieces(base, _read(base, first), _read(base, second))
    as_first, as_second = zip(*pieces, strict=True)
    lists = [_no_more_than(most, _joined(as_first)), _no_more_than(most, _joined(as_second))]
    return lists if first == tuple(ours) else lists[::-1]


@dataclass(frozen=True)
class _Version:
    """A list compared with its base: what became of each item, and what was added around them."""

    slots: list[Items]
    gaps: list[Items]


def _read(base: Sequence[str], items: Items) -> _Version:
    slots: list[Items] = [()] * len(base)
    gaps: list[Items] = [()] * (len(base) + 1)
    for _, start, end, new_start, new_end in steps_between(base, items):
        new = items[new_start:new_end]
        paired = min(end - start, len(new))
        slots[start : start + paired] = [(item,) for item in new[:paired]]
        gaps[end] += new[paired:]
    return _Version(slots, gaps)


def _pieces(
    base: Sequence[str], first: _Version, second: _Version
) -> Iterator[tuple[Items, Items]]:
    """Yield the pieces of the list in order, as the first side has them and as the second does."""
    for place, (one, other) in enumerate(zip(first.gaps, second.gaps, strict=True)):
        both = _both(one, other)
        yield both, both
        if place < len(first.slots):
            yield _slot((base[place],), first.slots[place], second.slots[place])


def _slot(base: Items, first: Items, second: Items) -> tuple[Items, Items]:
    """Return what became of one item; if one side deleted it, what the other wrote stays."""
    if first in (second, base, ()) and second != base:
        return second, second
    if second in (base, ()):
        return first, first
    return first, second


def _both(one: Items, other: Items) -> Items:
    """Return what both sides added at one place, with what they share only once."""
    added: Items = ()
    for tag, start, end, other_start, other_end in steps_between(one, other):
        added += one[start:end] + (() if tag == "equal" else other[other_start:other_end])
    return added


def _joined(pieces: Iterable[Items]) -> Items:
    return tuple(item for piece in pieces for item in piece)


def _no_more_than(most: Counter[str], items: Items) -> Items:
    """Return `items` without those that appear twice only because both sides moved them."""
    left = Counter(most)
    kept = []
    for item in items:
        if left[item] > 0:
            kept.append(item)
            left[item] -= 1
    return tuple(kept)
