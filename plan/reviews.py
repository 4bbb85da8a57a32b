"""Reviews: what of a plan is due or looked at when, out of the timescales as they are written."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from plan.dates import DateSpan, read_date
from plan.model import Plan
from plan.rows import Action
from plan.timescales import TimescaleReading, read_timescale

Kind: TypeAlias = Literal["due", "review", "either"]
MOST_OF_ONE_ACTION = 600
"""Reviews of one action at most: fifty years of monthly ones."""


@dataclass(frozen=True)
class Review:
    """Something that is due or reviewed: when, of which action, in whose hands.

    `kind` is "either" where the timescale does not say whether a date is that of delivery or of a
    review. `text` is the action's own, `leads` are its leads.
    """

    ref: str
    action_id: str
    when: DateSpan
    kind: Kind
    text: str
    leads: tuple[str, ...]
    aim: int

    @property
    def when_iso(self) -> str:
        """The day where the text gives one ("2017-04-01"), else the month ("2016-09")."""
        return str(self.when.first) if self.when.is_day else f"{self.when.last:%Y-%m}"


def approved_on(plan: Plan) -> date | None:
    """Return the day from which "months of approval" count: the day of the meeting."""
    read = read_date(plan.report.meeting_date)
    return read.first if read and read.is_day else None


def reading_of(plan: Plan, action: Action) -> TimescaleReading:
    """Return what an action's timescale says, with what the officer answered when asked."""
    return read_timescale(action.timescale, approved_on(plan)).meant_as(action.timescale_is)


def reviews(plan: Plan, first: date, last: date) -> tuple[Review, ...]:
    """Return what is due or reviewed from the day `first` to the day `last`, the soonest first.

    A month counts if any of its days does.
    """
    found = [
        review
        for action in plan.actions
        for review in _of_action(plan, action, last)
        if review.when.last >= first and review.when.first <= last
    ]
    order = {action.id: place for place, action in enumerate(plan.actions)}
    return tuple(sorted(found, key=lambda one: (one.when.last, order[one.action_id])))


def overdue(plan: Plan, today: date) -> tuple[Review, ...]:
    """Return what lies before `today` and has no progress note since, once for each action.

    An action whose timescale says that it is done is not overdue.
    """
    past = [one for one in reviews(plan, date.min, today) if one.when.last < today]
    latest = {one.action_id: one for one in past}
    return tuple(one for one in latest.values() if not _is_noted(plan, one))


def ambiguous(plan: Plan) -> tuple[Action, ...]:
    """Return the actions of which the officer is to say whether a date is of delivery or review."""
    return tuple(one for one in plan.actions if reading_of(plan, one).is_either)


def unreadable(plan: Plan) -> tuple[tuple[Action, str], ...]:
    """Return the actions whose timescale cannot be read, each with why."""
    read = ((action, reading_of(plan, action).problem) for action in plan.actions)
    return tuple((action, problem) for action, problem in read if problem)


def _is_noted(plan: Plan, review: Review) -> bool:
    dates = (read_date(note.as_at) for note in plan.notes_of(review.action_id))
    return any(read is not None and read.last >= review.when.first for read in dates)


def _of_action(plan: Plan, action: Action, last: date) -> Iterator[Review]:
    reading = reading_of(plan, action)
    if reading.is_done:
        return
    for when, kind in _events(reading, last):
        yield Review(
            plan.ref_of(action.id),
            action.id,
            when,
            kind,
            action.text,
            action.leads,
            plan.number_of(action.parent),
        )


def _events(reading: TimescaleReading, last: date) -> Iterator[tuple[DateSpan, Kind]]:
    if reading.due is not None:
        yield reading.due, "either" if reading.is_either else "due"
    for place, when in enumerate(_recurring(reading, last)):
        if place or when != reading.due:
            yield when, "review"


def _recurring(reading: TimescaleReading, last: date) -> Iterable[DateSpan]:
    """Yield the reviews of a reading up to a day, in the month or on the day of the first."""
    from dateutil.relativedelta import relativedelta

    anchor = reading.review
    if anchor is None:
        return
    yield anchor
    for step in range(1, MOST_OF_ONE_ACTION if reading.every else 1):
        later = relativedelta(months=reading.every * step)
        first = anchor.first + later
        if first > last:
            return
        end = first if anchor.is_day else first + relativedelta(day=31)
        yield DateSpan(first, end)
