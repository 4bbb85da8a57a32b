"""Put the conflicts of a plan into words, and settle one."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from plan.changes.change import Change
from plan.changes.edits.fields import cleaned_value
from plan.changes.settling import CannotSettleError, both, settled
from plan.model.conflicts import OpenConflict, open_conflicts
from plan.model.fields import kind_of
from plan.model.merged_fields import PLACE, cell_key
from plan.model.plan import Plan
from plan.papers.places import conflict_place
from plan.text.clean import clean_text
from plan.wording.wording import EMPTY, Wording

Answer: TypeAlias = Literal["ours", "theirs", "both"]
"""The wording that is shown, another, or every one of them."""
_TYPED = ("line", "date", "lines", "pages", "timescale", "prose", "answer", "items", "ref", None)
"""The kinds of fields in which an officer can type another wording; None is a cell."""


@dataclass(frozen=True)
class ConflictInWords:
    """A conflict: its number in the plan, from 1, what it is about, and its wordings.

    `shown` is what the field holds, `others` are the other wordings, as plain texts.
    """

    number: int
    conflict: OpenConflict
    place: str
    thing: str
    shown: str
    others: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        """Return it for a program: texts and lists as `plandesk show --json` has them."""
        ours, theirs = self.conflict.shown, list(self.conflict.others)
        if self.conflict.field == PLACE:
            ours, theirs = self.shown, list(self.others)
        return {
            "number": self.number,
            "place": self.place,
            "row": self.conflict.table,
            "id": self.conflict.row,
            "field": self.conflict.field,
            "what": self.thing,
            "ours": ours,
            "theirs": theirs,
        }


def conflicts_in_words(plan: Plan, wording: Wording) -> list[ConflictInWords]:
    """Return the open conflicts of a plan in order, each in words."""
    return [
        _in_words(number, one, plan, wording) for number, one in enumerate(open_conflicts(plan), 1)
    ]


def _in_words(number: int, one: OpenConflict, plan: Plan, wording: Wording) -> ConflictInWords:
    row = wording.thing(plan, one.table, one.row)
    return ConflictInWords(
        number,
        one,
        conflict_place(number, one.table, one.row, one.field).path,
        f"{row} – {wording.label(one.table, one.field)}",
        value_in_words(plan, wording, one, one.shown),
        tuple(value_in_words(plan, wording, one, other) for other in one.others),
    )


def value_in_words(plan: Plan, wording: Wording, one: OpenConflict, value: Any) -> str:
    """Return one of the wordings of a conflict as plain text."""
    if one.field == PLACE:
        return _place_in_words(plan, wording, one, value)
    row = plan.table(one.table)[one.row]
    return wording.value(plan, one.table, {**row.as_json(), one.field: value}, one.field) or EMPTY


def _place_in_words(
    plan: Plan, wording: Wording, one: OpenConflict, place: Mapping[str, str]
) -> str:
    """Return a place as the row that it would come below: "below action 2.1 in aim 2"."""
    siblings = sorted(
        (row.rank, row.id)
        for row in plan.table(one.table).values()
        if row.id != one.row
        and row.parent == place.get("parent", row.parent)
        and getattr(row, "section", "") == place.get("section", getattr(row, "section", ""))
    )
    above = [row_id for rank, row_id in siblings if rank < place.get("rank", "")]
    parent = place.get("parent", "")
    where = f" in aim {plan.number_of(parent)}" if parent in plan.aim_rows else ""
    if not above:
        return f"first{where}"
    return f"below {wording.within(plan, one.table, above[-1])}{where}"


def settling(plan: Plan, one: ConflictInWords, answer: Answer, which: int = 1) -> Change:
    """Return the change that settles a conflict as `answer` says.

    `which` says which of several other wordings, from 1, where the answer is "theirs". Raises
    CannotSettleError, whose text is for the officer, and pydantic's ValidationError.
    """
    conflict = one.conflict
    match answer:
        case "ours":
            value = conflict.shown
        case "theirs":
            value = conflict.others[which - 1]
        case "both":
            value = both(conflict)
    return settled(plan, conflict, value, f"Settle the conflict about {_within(one)}")


def settling_with(plan: Plan, one: ConflictInWords, typed: str) -> Change:
    """Return the change that settles a conflict with a wording of the officer's own.

    Raises as `settling` does.
    """
    conflict = one.conflict
    kind = kind_of(conflict.table, conflict.field)
    if conflict.field == PLACE or kind not in _TYPED:
        raise CannotSettleError("Nothing can be typed here: take one of the wordings that it has.")
    is_cell = cell_key(conflict.field) is not None
    value: Any = clean_text(typed) if is_cell else _cleaned(conflict, typed)
    return settled(plan, conflict, value, f"Settle the conflict about {_within(one)}")


def _cleaned(conflict: OpenConflict, typed: str) -> Any:
    value = cleaned_value(conflict.table, conflict.field, typed, "")
    return list(value) if isinstance(value, tuple) else value


def _within(one: ConflictInWords) -> str:
    return f"{one.thing[0].lower()}{one.thing[1:]}"
