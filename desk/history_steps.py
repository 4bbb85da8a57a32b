"""Look at a step of the history: the plan before and after it, and what it can restore.

Values only; the History screen and `plandesk history` lay them out. Plans of the past are derived
when a step is looked at and not before, so that a long history opens at once.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from plan.changes.change import Change
from plan.council.format import Format
from plan.model.fields import TableName
from plan.model.plan import Plan
from plan.model.rows import PARENT_TABLE, Row
from plan.reading.dates import moment_in_words
from plan.text.line_breaks import sentence_line
from plan.wording.change_words import FieldStep, RowStep, steps_in_words
from plan.wording.history import plan_after
from plan.wording.restore_change import WHOLE, Part, is_as_it_was, restored
from plan.wording.wording import EMPTY, Wording
from store.formats import usable_forms

MOST_THINGS = 100
"""How many things of one step are offered one by one; more would be no list to choose from."""

_WITH: dict[TableName, str] = {
    "aims": ", with its actions",
    "actions": ", with its progress notes",
    "report": ", with its paragraphs and appendices",
    "assessments": ", with its answers",
}
"""What comes back, or goes, with a row."""


@dataclass(frozen=True)
class Offer:
    """Something that can be brought back: a part of the plan as it was at a moment."""

    part: Part
    then: Plan
    moment: str
    words: str
    value: str = ""


@dataclass(frozen=True)
class SeenStep:
    """A step, with the plan before and after it; the plan before the first one is None."""

    change: Change
    before: Plan | None
    after: Plan
    rows: tuple[RowStep, ...]
    wording: Wording


def seen_step(plan: Plan, newest_first: Sequence[Change], council: Format) -> SeenStep:
    """Return the last step of `newest_first`: the history that led to `plan`, read back that far.

    Raises ConflictError where the history does not lead there.
    """
    change = newest_first[-1]
    after = plan_after(plan, newest_first[::-1], change.revision)
    if change.kind == "created":
        return SeenStep(change, None, after, (), wording_of(council, after))
    before = plan_after(after, (change,), change.revision - 1)
    wording = wording_of(council, before, after)
    rows = tuple(steps_in_words(change, before, after, wording))
    return SeenStep(change, before, after, rows, wording)


def wording_of(council: Format, *plans: Plan) -> Wording:
    """Return what things are called in these plans; a form that cannot be read goes without."""
    return Wording(council, usable_forms(one.form for plan in plans for one in plan.assessments))


def when_in_words(when: str) -> str:
    """Return a recorded time as local time, such as "26 September 2016, 14:02"."""
    try:
        local = datetime.fromisoformat(when).astimezone()
    except (ValueError, OverflowError, OSError):
        return when or "an unknown time"
    return moment_in_words(local)


def offers_of(now: Plan, step: SeenStep) -> list[Offer]:
    """Return what of a step can be brought back: fields, the things they are of, the whole plan.

    What is already as it was is not offered, nor what was not there at that moment.
    """
    sides, rows = _sides(step), offered_rows(step)
    offers = [
        side.offer(Part(row.table, row.id, field.field), _field_in_words(row, field), field)
        for row in rows
        if row.done == "edited"
        for field in row.fields
        for side in sides
    ]
    offers += [
        side.offer(Part(row.table, row.id), row.thing + _WITH.get(row.table, ""))
        for row in rows
        for side in sides
    ]
    offers += [side.offer(WHOLE, "the whole plan") for side in sides]
    return [offer for offer in offers if _is_there(offer) and not _is_so(now, offer)]


@dataclass(frozen=True)
class _Side:
    """The plan on one side of a step."""

    then: Plan
    moment: str
    is_after: bool

    def offer(self, part: Part, thing: str, field: FieldStep | None = None) -> Offer:
        """Return the offer of a part as it was on this side; which side comes first in it."""
        words = f"As it was {'after' if self.is_after else 'before'}: {thing}"
        if field is None:
            text = sentence_line(getattr(_row_of(self.then, part), "text", ""))
            return Offer(part, self.then, self.moment, words, text)
        value = field.after if self.is_after else field.before
        return Offer(part, self.then, self.moment, words, value or EMPTY)


def _sides(step: SeenStep) -> list[_Side]:
    time = when_in_words(step.change.when)
    after = _Side(step.after, f"on {time}", is_after=True)
    if step.before is None:
        return [after]
    return [_Side(step.before, f"before {time}", is_after=False), after]


def _field_in_words(row: RowStep, field: FieldStep) -> str:
    return f"{field.label} – {row.thing}"


def offered_rows(step: SeenStep) -> tuple[RowStep, ...]:
    """Return the rows of a step that are offered by themselves.

    Of very many, only those that came or went by themselves: an aim stands for its actions.
    """
    if len(step.rows) <= MOST_THINGS:
        return step.rows
    touched = {(row.table, row.id) for row in step.rows}
    tops = (row for row in step.rows if not _parent_of(step, row) & touched)
    return tuple(islice(tops, MOST_THINGS))


def change_of(now: Plan, offer: Offer, wording: Wording) -> Change:
    """Return the change that brings back what is offered."""
    return restored(now, offer.then, offer.part, wording, offer.moment)


def _row_of(plan: Plan, part: Part) -> Row | None:
    return plan.table(part.table).get(part.id) if part.table is not None else None


def _is_there(offer: Offer) -> bool:
    return offer.part.table is None or _row_of(offer.then, offer.part) is not None


def _is_so(now: Plan, offer: Offer) -> bool:
    """Return whether there is nothing to bring back; a field only where its row is there."""
    if offer.part.field and _row_of(now, offer.part) is None:
        return True
    return is_as_it_was(now, offer.then, offer.part)


def _parent_of(step: SeenStep, row: RowStep) -> set[tuple[str, str]]:
    plan = step.after if row.done == "added" or step.before is None else step.before
    parent = PARENT_TABLE.get(row.table)
    return {(parent, plan.table(row.table)[row.id].parent)} if parent else set()
