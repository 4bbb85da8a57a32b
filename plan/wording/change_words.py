"""Puts a change into words: for each row it touched, the fields before and after."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from plan.changes.change import Change, RowChange
from plan.model.fields import TableName, kind_of
from plan.model.merged_fields import PLACE, PLACE_FIELDS
from plan.model.plan import Plan
from plan.model.rows import ROW_KINDS, JsonRow, Row
from plan.wording.wording import Wording, siblings_of

Done: TypeAlias = Literal["added", "removed", "edited"]

_ORDER = {name: place for place, name in enumerate(ROW_KINDS)}
_NOT_SHOWN = frozenset({"id", "sealed_ref", *PLACE_FIELDS})
_SAID_BY_ITS_NAME: frozenset[tuple[TableName, str]] = frozenset(
    {
        ("answers", "question"),
        *(("versions", name) for name in ("name", "hash", "when", "state")),
        *(("conflicts", name) for name in ("on_table", "on_row", "on_field", "shown", "others")),
    }
)
"""Fields that never change and are part of the row's name, or that nobody can read."""


@dataclass(frozen=True)
class FieldStep:
    """A field touched by a change: its name, and its text before and after."""

    field: str
    label: str
    before: str
    after: str


@dataclass(frozen=True)
class RowStep:
    """A row touched by a change: its name, what happened to it, and its fields."""

    table: TableName
    id: str
    thing: str
    done: Done
    fields: tuple[FieldStep, ...]


def steps_in_words(change: Change, before: Plan, after: Plan, wording: Wording) -> list[RowStep]:
    """Return what a change did to each row it touched, parents before children.

    `before` and `after` are the plan on either side of it. A row that only got a new rank, because
    another was put next to it, is left out: nobody can see the difference.
    """
    telling = _Telling(before, after, wording)
    rows = sorted(change.rows, key=lambda row: _ORDER[row.table])
    steps = (telling.step(row) for row in rows if row.before != row.after)
    return [step for step in steps if step.fields or step.done != "edited"]


def fields_in_words(
    row: RowChange, before: Plan, after: Plan, wording: Wording
) -> tuple[FieldStep, ...]:
    """Return the fields of a row that differ between two plans; its place is none of them."""
    return tuple(_Telling(before, after, wording).values(row))


@dataclass(frozen=True)
class _Telling:
    """Describes the rows of one change."""

    before: Plan
    after: Plan
    wording: Wording

    def step(self, row: RowChange) -> RowStep:
        done = _done(row)
        plan = self.after if done == "added" else self.before
        thing = self.wording.thing(plan, row.table, row.id)
        return RowStep(row.table, row.id, thing, done, tuple(self._fields(row)))

    def _fields(self, row: RowChange) -> Iterator[FieldStep]:
        if _done(row) == "edited":
            yield from self._place(row)
        yield from self.values(row)

    def values(self, row: RowChange) -> Iterator[FieldStep]:
        for name in ROW_KINDS[row.table].model_fields:
            is_said = name in _NOT_SHOWN or (row.table, name) in _SAID_BY_ITS_NAME
            if not is_said and (row.before or {}).get(name) != (row.after or {}).get(name):
                is_of_cells = kind_of(row.table, name) == "cells"
                yield from (self._cells if is_of_cells else self._field)(row, name)

    def _field(self, row: RowChange, name: str) -> Iterator[FieldStep]:
        before = self._value(self.before, row, row.before, name)
        after = self._value(self.after, row, row.after, name)
        if before == after and row.before and row.after:
            # only the emphasis has changed, so show the marks
            before, after = str(row.before[name]), str(row.after[name])
        if before or after:
            yield FieldStep(name, self.wording.label(row.table, name), before, after)

    def _cells(self, row: RowChange, name: str) -> Iterator[FieldStep]:
        """Yield each of the cells in a field that has changed, under its own label."""
        before, after = (
            self.wording.cells(row.table, name, (values or {}).get(name) or ())
            for values in (row.before, row.after)
        )
        for cell in dict.fromkeys((*before, *after)):
            typed = before.get(cell, ""), after.get(cell, "")
            if typed[0] == typed[1]:
                continue
            old, new = (
                self.wording.value(self.after, row.table, {cell: text}, cell) for text in typed
            )
            if old == new:  # only the emphasis has changed, so show the marks
                old, new = typed
            yield FieldStep(cell, self.wording.label(row.table, cell), old, new)

    def _value(self, plan: Plan, row: RowChange, values: JsonRow | None, name: str) -> str:
        return self.wording.value(plan, row.table, values, name) if values else ""

    def _place(self, row: RowChange) -> Iterator[FieldStep]:
        old = self.before.table(row.table)[row.id]
        new = self.after.table(row.table)[row.id]
        if all(getattr(old, name, "") == getattr(new, name, "") for name in PLACE_FIELDS):
            return
        if _is_moved(self.before, old, self.after, new):
            before = self.wording.place(self.before, old)
            after = self.wording.place(self.after, new)
            # it kept its number, below an aim that took the place of another
            if before != after:
                yield FieldStep(PLACE, self.wording.label(row.table, PLACE), before, after)


def _done(row: RowChange) -> Done:
    if row.before is None:
        return "added"
    return "removed" if row.after is None else "edited"


def _is_moved(before: Plan, old: Row, after: Plan, new: Row) -> bool:
    """Return whether a row has moved relative to the siblings that exist on both sides."""
    if old.parent != new.parent or getattr(old, "section", "") != getattr(new, "section", ""):
        return True
    old_ids = [row.id for row in siblings_of(before, old)]
    new_ids = [row.id for row in siblings_of(after, new)]
    common = set(old_ids) & set(new_ids)
    old_before = set(old_ids[: old_ids.index(old.id)]) & common
    return old_before != set(new_ids[: new_ids.index(new.id)]) & common
