"""Settling a conflict: an officer says what a field with several wordings is to hold."""

from collections.abc import Iterable, Mapping
from typing import Any

from plan.changes.change import Change, RowChange
from plan.model.conflicts import OpenConflict
from plan.model.fields import TableName, kind_of
from plan.model.merged_fields import PLACE, cell_key, fields_of, row_of, with_field
from plan.model.plan import Plan
from plan.model.rows import conflict_id

_JOINED_BY_LINE = ("lines", "pages", "timescale")
_JOINED_BY_PARAGRAPH = ("prose", "answer")


class CannotSettleError(ValueError):
    """A conflict cannot be settled in this way; the text says why, for the officer."""


def both(conflict: OpenConflict) -> Any:
    """Return a value that has every wording, the one that is shown first.

    Raises CannotSettleError where a field can hold only one.
    """
    kind = kind_of(conflict.table, conflict.field)
    values = (conflict.shown, *conflict.others)
    if kind in ("items", "ticks", "lists"):
        return [*dict.fromkeys(item for value in values for item in value)]
    if kind == "line":
        return " / ".join(filter(None, values))
    if kind in _JOINED_BY_PARAGRAPH:
        return "\n\n".join(_each_once("\n\n", values))
    if kind in _JOINED_BY_LINE or cell_key(conflict.field):
        return "\n".join(_each_once("\n", values))
    raise CannotSettleError(
        "This field can hold only one of them: take the one that is shown, or another."
    )


def _each_once(between: str, texts: Iterable[str]) -> list[str]:
    return [*dict.fromkeys(piece for text in texts for piece in text.split(between) if piece)]


def settled(plan: Plan, conflict: OpenConflict, value: Any, label: str) -> Change:
    """Return the one change that gives a field its value and takes the conflict away.

    Raises CannotSettleError where a row would belong to nothing, and pydantic's ValidationError
    where the field cannot hold the value.
    """
    row = plan.table(conflict.table)[conflict.row]
    before = row.as_json()
    if conflict.field == PLACE:
        _refuse_no_place(plan, conflict, value)
    after = row_of(row.id, with_field(fields_of(before), conflict.field, value))
    after = type(row).model_validate(after).as_json()
    held = plan.conflict_rows[conflict_id(*conflict.key)]
    edited = RowChange(table=conflict.table, id=row.id, before=before, after=after)
    gone = RowChange(table="conflicts", id=held.id, before=held.as_json(), after=None)
    return Change(label=label, rows=(*((edited,) if before != after else ()), gone))


def _refuse_no_place(plan: Plan, conflict: OpenConflict, place: Mapping[str, str]) -> None:
    row = plan.table(conflict.table)[conflict.row]
    parent = place.get("parent", row.parent)
    above: dict[TableName, Mapping[str, Any]] = {"actions": plan.aim_rows}
    if parent != row.parent and parent not in above.get(conflict.table, {}):
        raise CannotSettleError("What it was moved to is not in the plan any more.")
