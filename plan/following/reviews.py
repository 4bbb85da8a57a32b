"""Reviews: what in a plan is due or reviewed when, read from the timescales."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, NamedTuple, TypeAlias

from dateutil.relativedelta import relativedelta

from plan.council.own_field import NO_OWN_FIELDS, OwnFields
from plan.following.action_state import (
    Counted,
    reading_by,
    reading_of,
    said_of_all,
    state_of,
)
from plan.model.plan import Plan
from plan.model.rows import Action
from plan.reading.dates import DateSpan, in_iso, read_date
from plan.reading.rhythms import Biannually
from plan.reading.timescales import Meant, TimescaleReading, read_timescale
from plan.text.remembered import remembered, remembered_by_row

Kind: TypeAlias = Literal["due", "milestone", "review", "either", "commitment"]
KIND_WORDS: dict[Kind, str] = {
    "due": "Due",
    "milestone": "Milestone",
    "review": "Review",
    "either": "Due or review",
    "commitment": "Promised",
}

_LATEST = date(9900, 1, 1)
"""We look for no review after this: Python's calendar ends in 9999."""


@dataclass(frozen=True)
class Review:
    """Something due or up for review: when, for which action, and who leads it.

    `kind` is "either" if the timescale does not say whether a date is for delivery or review, and
    "milestone" for what comes before the delivery. What was promised to the committee is a
    "commitment", of no action and no aim: its `ref` is such as "C2".
    `text` and `leads` are the action's own. `number` is that of the milestone or of the repeat, the
    first is 1; `what` is what the timescale calls a milestone.
    """

    ref: str
    action_id: str
    when: DateSpan
    kind: Kind
    text: str
    leads: tuple[str, ...]
    aim: int
    number: int = 1
    what: str = ""

    @property
    def when_iso(self) -> str:
        """The day if the text gives one ("2017-04-01"), otherwise the month ("2016-09")."""
        return in_iso(self.when)


def reviews(
    plan: Plan, first: date, last: date, own: OwnFields = NO_OWN_FIELDS
) -> tuple[Review, ...]:
    """Return what is due or reviewed from the day `first` to the day `last`, soonest first.

    A month counts if any of its days does. What is done or given up by its timescale, its status or
    its note is not due any more; `own` are the fields that its council adds.
    """
    found = [
        review
        for action in plan.actions
        for review in _of_action(plan, action, first, last)
        if review.when.last >= first
        and review.when.first <= last
        and still_comes(plan, action, review.kind, first, own)
    ]
    order = {action.id: place for place, action in enumerate(plan.actions)}
    return tuple(sorted(found, key=lambda one: (one.when.last, order[one.action_id])))


def still_comes(
    plan: Plan, action: Action, kind: Kind, today: date, own: OwnFields = NO_OWN_FIELDS
) -> bool:
    """Return whether something of this kind still comes of an action, as far as its notes say.

    Nothing does of one that was given up. What is called done and still open in one note comes. Of
    one that is done only the reviews that follow its delivery: "December 2026. Annual reviews
    thereafter".
    """
    if not (plan.notes_of(action.id) or own.fields):
        return True
    state = state_of(plan, action, today, own)
    if state.is_open or state.doubt:
        return True
    return kind == "review" and not state.is_ended and state.reading.due is not None


def first_dates(plan: Plan, action: Action) -> tuple[Review, ...]:
    """Return the delivery of an action and its first review, without the reviews that follow."""
    once = replace(reading_of(plan, action), every=0)
    return tuple(_of_reading(plan, action, once, date.min, date.max))


def overdue(plan: Plan, today: date, own: OwnFields = NO_OWN_FIELDS) -> tuple[Review, ...]:
    """Return what was due or reviewed before `today` with no note since, once per action.

    An action that is done or was given up, by its timescale, status or latest note, is not overdue.
    One that was to be done by then and whose latest note gives any other status still is. `own` are
    the fields that its council adds.
    """
    past = (_latest_before(plan, action, today) for action in plan.actions)
    late = [one for one in past if one is not None and _is_late(plan, one, today, own)]
    return tuple(sorted(late, key=lambda one: one.when.last))


def unreported(plan: Plan, today: date, own: OwnFields = NO_OWN_FIELDS) -> tuple[Review, ...]:
    """Return what was due or reviewed before `today` and has no note since, done or not."""
    past = (_latest_before(plan, action, today) for action in plan.actions)
    late = [one for one in past if one is not None and not _is_noted(plan, one, today, own)]
    return tuple(sorted(late, key=lambda one: one.when.last))


def ambiguous(plan: Plan) -> tuple[Action, ...]:
    """Return the actions for which the officer must say whether a date is delivery or review."""
    return tuple(one for one in plan.actions if reading_of(plan, one).is_either)


def doubted(plan: Plan, today: date, own: OwnFields = NO_OWN_FIELDS) -> dict[str, str]:
    """Return what their notes say is still open of actions that are called done, by their ids."""
    found: dict[str, str] = {}
    for action in plan.actions:
        if plan.notes_of(action.id) and (said := state_of(plan, action, today, own).doubt):
            found[action.id] = said
    return found


def unreadable(plan: Plan) -> tuple[tuple[Action, str], ...]:
    """Return the actions with an unreadable timescale, each with the reason."""
    read = ((action, reading_of(plan, action).problem) for action in plan.actions)
    return tuple((action, problem) for action, problem in read if problem)


def _is_late(plan: Plan, review: Review, today: date, own: OwnFields) -> bool:
    state = state_of(plan, plan.action_rows[review.action_id], today, own)
    if not (state.is_open or state.doubt):
        return False
    if review.kind == "due" and state.status:
        return True
    return not _is_noted(plan, review, today, own)


def _is_noted(plan: Plan, review: Review, today: date, own: OwnFields) -> bool:
    notes = plan.notes_of(review.action_id)
    if not notes:
        return False
    if not state_of(plan, plan.action_rows[review.action_id], today, own).is_open:
        return True
    dates = (read_date(note.as_at) for note in notes)
    return any(read is not None and read.last >= review.when.first for read in dates)


def _latest_before(plan: Plan, action: Action, today: date) -> Review | None:
    """Return an action's last delivery or review before a day, or None."""
    last = _last_event(action, *said_of_all(plan), today)
    return _review(plan, action, last) if last is not None else None


@remembered_by_row
def _last_event(
    action: Action,
    approved: date | None,
    year_1_begins: date | None,
    biannually: Biannually,
    today: date,
) -> "_Event | None":
    """Return the last of what is due or reviewed before a day, or None."""
    counted = (approved, year_1_begins, biannually)
    if action.own:
        return _last_read(reading_by(action, counted), today)
    return _last_of(action.timescale, action.timescale_is, counted, today)


@remembered
def _last_of(
    timescale: str,
    meant: Meant,
    counted: Counted,
    today: date,
) -> "_Event | None":
    """Return the last of what a timescale dates before a day: many actions have the same one."""
    return _last_read(read_timescale(timescale, *counted).meant_as(meant), today)


def _last_read(reading: TimescaleReading, today: date) -> "_Event | None":
    if reading.is_done:
        return None
    past = [one for one in _events(reading, today, today) if one.when.last < today]
    return max(past, key=lambda one: one.when.last, default=None)


def _of_action(plan: Plan, action: Action, first: date, last: date) -> Iterator[Review]:
    """Yield an action's delivery and reviews between two days, and at least the last one before."""
    yield from _of_reading(plan, action, reading_of(plan, action), first, last)


def numbered(plan: Plan, action_id: str, kind: str, number: int) -> Review | None:
    """Return the milestone or the repeat of this number, or None if the plan dates none.

    A delivery has the number 1; its kind is "due" even where it may be a review.
    """
    action = plan.action_rows.get(action_id)
    if action is None:
        return None
    reading = reading_of(plan, action)
    if kind == "review":
        when = _repeat(reading, number)
        events = [_Event(when, "review", number)] if when and when != reading.due else []
    else:
        once = replace(reading, review=None)
        events = [one for one in _events(once, date.min, date.max) if one.number == number]
    kinds = ("due", "either") if kind == "due" else (kind,)
    found = (_review(plan, action, one) for one in events if one.kind in kinds)
    return None if reading.is_done else next(found, None)


class _Event(NamedTuple):
    """Something that a timescale dates."""

    when: DateSpan
    kind: Kind
    number: int = 1
    what: str = ""


def _of_reading(
    plan: Plan, action: Action, reading: TimescaleReading, first: date, last: date
) -> Iterator[Review]:
    if not reading.is_done:
        yield from (_review(plan, action, one) for one in _events(reading, first, last))


def _review(plan: Plan, action: Action, one: _Event) -> Review:
    ref, aim = plan.ref_of(action.id), plan.number_of(action.parent)
    said = (one.when, one.kind, action.text, action.leads, aim, one.number, one.what)
    return Review(ref, action.id, *said)


def _events(reading: TimescaleReading, first: date, last: date) -> Iterator[_Event]:
    if reading.due is not None:
        yield _Event(reading.due, "either" if reading.is_either else "due")
    for number, milestone in enumerate(reading.milestones, 1):
        if milestone.when != reading.due:
            yield _Event(milestone.when, "milestone", number, milestone.what)
    for number, when in _recurring(reading, first, last):
        if when != reading.due:
            yield _Event(when, "review", number)


def _recurring(
    reading: TimescaleReading, first: date, last: date
) -> Iterator[tuple[int, DateSpan]]:
    """Yield a reading's reviews with their numbers, each in the same month or day as the first.

    Skips those long past: at most two come before `first`.
    """
    if reading.review is None:
        return
    step = 0
    if reading.every:
        step = max(0, _months(reading.review.first, first) // reading.every - 1)
    while (when := _repeat(reading, step + 1)) is not None and when.first <= last:
        yield step + 1, when
        step += 1


def _repeat(reading: TimescaleReading, number: int) -> DateSpan | None:
    """Return the review of this number, the first is 1; None if there is none so late."""
    anchor, months = reading.review, reading.every * (number - 1)
    if anchor is None or number < 1 or (number > 1 and not reading.every):
        return None
    if number == 1 and not reading.every:
        return anchor
    if _months(anchor.first, _LATEST) < months:
        return None
    begin = anchor.first + relativedelta(months=months)
    until = _LATEST
    if reading.is_until and reading.due is not None:
        until = min(until, reading.due.last)
    end = begin if anchor.is_day else begin + relativedelta(day=31)
    return DateSpan(begin, end) if begin <= until else None


def _months(earlier: date, later: date) -> int:
    return (later.year - earlier.year) * 12 + later.month - earlier.month
