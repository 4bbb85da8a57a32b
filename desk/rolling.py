"""Rolls a plan forward to the next year: makes the new plan and says what it asks."""

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime

from desk.session import who_is_here
from plan.changes.rolling import Fate, Rolled, Sealing, rolled_forward
from plan.following.action_state import reading_of
from plan.model.plan import Plan
from plan.reading.dates import date_in_words
from plan.text.line_breaks import counted, shortened
from store.schema import SCHEMA_VERSION


def roll(plan: Plan, name: str, fates: Mapping[str, Fate], today: date) -> Rolled:
    """Return next year's plan of the plan called `name`. Raises CannotRollError.

    `fates` say what becomes of the actions that are not just carried, by their ids.
    """
    words = date_in_words(today)
    sealing = Sealing(
        f"{name}, as it was rolled forward on {words}",
        who_is_here(),
        datetime.now(UTC).isoformat(timespec="microseconds"),
        SCHEMA_VERSION,
    )
    ends = [action.id for action in plan.actions if _is_over(plan, action.id, today)]
    return rolled_forward(plan, fates, sealing, today_in_words=words, ends=ends)


def _is_over(plan: Plan, action_id: str, today: date) -> bool:
    """Return whether the timescale of an action is past, or says nothing that can be read."""
    reading = reading_of(plan, plan.action_rows[action_id])
    if reading.rhythm or reading.is_ongoing:
        return False
    last = reading.due or reading.review
    return last is None or last.last < today


def rolled_lines(rolled: Rolled) -> Iterator[str]:
    """Yield what became of the plan, and each timescale that is asked, line by line."""
    parts = [f"{counted(rolled.carried, 'action')} carried"]
    if rolled.closed:
        parts.append(f"{rolled.closed} closed or merged")
    if rolled.promises:
        parts.append(f"{counted(rolled.promises, 'open promise')} to the committee carried")
    yield f"{', '.join(parts)}. The plan as it was is sealed in it, with its progress."
    if rolled.wants_timescale:
        yield "By when now? These timescales are past, or say no date:"
    for action_id in rolled.wants_timescale:
        action = rolled.plan.action_rows[action_id]
        said = shortened(action.timescale) or "none"
        yield f"  {rolled.plan.ref_of(action_id)} {shortened(action.text)}: {said}"
