"""What has changed since a day: the plan as it was when that day began, beside what it is now.

A value only; `plandesk since` and the window lay it out.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from desk.history_lines import DONE, field_lines
from desk.history_steps import when_in_words, wording_of
from plan.changes.change import Change, ConflictError, RowChange
from plan.council.format import Format
from plan.model.plan import Plan
from plan.model.rows import JsonRow
from plan.reading.dates import date_in_words, read_date
from plan.wording.compared import RowDifference, compared
from plan.wording.history import plan_after

if TYPE_CHECKING:
    from desk.session import PlanSession

WEEK, COMMITTEE = "week", "committee"
_A_WEEK = timedelta(days=7)
NOTHING_CHANGED = "Nothing has changed."


class NoSuchDayError(ValueError):
    """There is no such day to compare with; the message is a sentence."""


@dataclass(frozen=True)
class Since:
    """What has changed since a day began.

    `revision` and `when` are those of the change that the plan is compared after, 0 and empty where
    none is known. `short` says in a sentence why that is later than the day, empty if it is not.
    """

    day: date
    then: Plan
    revision: int
    when: str
    rows: tuple[RowDifference, ...]
    short: str = ""


def since_of(session: "PlanSession", typed: str, today: date) -> Since:
    """Return what has changed in a plan since what was typed: a date, "week" or "committee".

    Raises NoSuchDayError, and FormatError where the council's format cannot be read.
    """
    past = session.newest_first()
    changes = list(past)
    day = day_since(typed, session.plan, changes, today)
    return changed_since(session.plan, changes, day, session.council, past.problem)


def day_since(typed: str, plan: Plan, newest_first: Iterable[Change], today: date) -> date:
    """Return the day that was typed: a date, "week" or "committee". Raises NoSuchDayError."""
    asked = typed.strip().casefold()
    if asked == WEEK:
        return today - _A_WEEK
    if asked == COMMITTEE:
        met = _last_met(plan, newest_first, today)
        if met is None:
            raise NoSuchDayError(
                "No date of a meeting that is past stands in the report or in its history. "
                "Give the day, such as 26 September 2016."
            )
        return met
    read = read_date(typed)
    if read is None:
        raise NoSuchDayError(
            f"“{typed}” is no date, such as 26 September 2016, and neither week nor committee."
        )
    if read.first > today:
        raise NoSuchDayError(f"{date_in_words(read.first)} is still to come.")
    return read.first


def _last_met(plan: Plan, newest_first: Iterable[Change], today: date) -> date | None:
    """Return the latest day up to today that the report has, or had, as that of its meeting."""
    typed = [one.meeting_date for one in plan.report_rows.values()]
    for change in newest_first:
        sides = (side for row in change.rows if row.table == "report" for side in _sides(row))
        typed += [str(side.get("meeting_date", "")) for side in sides]
    days = (read_date(one) for one in dict.fromkeys(typed))
    return max(
        (one.first for one in days if one and one.is_day and one.first <= today), default=None
    )


def _sides(row: RowChange) -> Iterator[JsonRow]:
    yield from (side for side in (row.before, row.after) if side)


def changed_since(
    plan: Plan, newest_first: Sequence[Change], day: date, council: Format, problem: str = ""
) -> Since:
    """Return what is otherwise in `plan` than when `day` began here.

    `newest_first` is its history, `problem` why that was not read to its beginning. Where it does
    not reach back so far, the plan is compared with the oldest state there is.
    """
    moment = datetime.combine(day, time.min).astimezone()
    later: list[Change] = []
    earlier: Change | None = None
    for change in newest_first:
        if later and change.revision != later[-1].revision - 1:
            break
        made = _made_at(change)
        if change.kind == "created" or (made is not None and made < moment):
            earlier = change
            break
        later.append(change)
    then, count = _taken_back(plan, later)
    if count < len(later):
        earlier = later[count]
    made = _made_at(earlier) if earlier is not None else None
    rows = compared(then, plan, wording_of(council, then, plan))
    revision, when = (earlier.revision, earlier.when) if earlier is not None else (0, "")
    short = "" if made is not None and made < moment else _why_short(earlier, later, day, problem)
    return Since(day, then, revision, when, rows, short)


def _made_at(change: Change) -> datetime | None:
    try:
        made = datetime.fromisoformat(change.when)
    except ValueError:
        return None
    return made if made.tzinfo is not None else made.astimezone()


def _taken_back(plan: Plan, later: Sequence[Change]) -> tuple[Plan, int]:
    """Return the plan before the changes of `later`, and how many of them could be taken back."""
    if not later:
        return plan, 0
    try:
        return plan_after(plan, later[::-1], later[-1].revision - 1), len(later)
    except ConflictError:
        pass
    for count, change in enumerate(later):
        try:
            plan = plan_after(plan, (change,), change.revision - 1)
        except ConflictError:
            return plan, count
    return plan, len(later)


def _why_short(earlier: Change | None, later: Sequence[Change], day: date, problem: str) -> str:
    oldest = earlier or (later[-1] if later else None)
    if oldest is None:
        return problem or "Nothing is recorded of this plan, so nothing can be compared."
    when = when_in_words(oldest.when)
    if oldest.kind == "created":
        return (
            f"The plan was made on {when}, not before {date_in_words(day)}: it is compared with "
            "what it was then."
        )
    side = "after" if earlier is not None else "before"
    short = (
        f"The history does not reach back to {date_in_words(day)}: the plan is compared with what "
        f"it was {side} revision {oldest.revision}, {when}, the oldest there is."
    )
    return f"{short} {problem}".rstrip()


def since_in_words(since: Since) -> str:
    """Return what is compared, on one line: the day and the state of the plan when it began."""
    day = f"Since {date_in_words(since.day)}"
    if not since.revision or since.short:
        return f"{day}:"
    return f"{day}, after revision {since.revision} of {when_in_words(since.when)}:"


def row_in_words(row: RowDifference) -> str:
    """Return what became of a row: "Action 1.4 – moved, was action 2.3".

    Of one whose number is sealed: "Action 1.4 – moved: now first in aim 2, was first in aim 1".
    """
    was = f"{row.was[:1].lower()}{row.was[1:]}"
    if row.place:
        return f"{row.thing} – moved: now {row.place}, was {was}"
    if row.done == "moved":
        return f"{row.thing} – moved, was {was}"
    return f"{row.thing} – was {was}" if was else f"{row.thing}{DONE[row.done]}"


def since_lines(since: Since) -> Iterator[str]:
    """Yield what has changed line by line, each row with its fields before and after."""
    yield since_in_words(since)
    yield from difference_lines(since.rows, since.short)


def difference_lines(rows: Sequence[RowDifference], short: str) -> Iterator[str]:
    """Yield what differs between two states line by line, each row with its fields.

    `short` says why one of the states is later than asked, empty if it is not.
    """
    if short:
        yield short
    if not rows:
        yield NOTHING_CHANGED
    for row in rows:
        yield ""
        yield row_in_words(row)
        for field in row.fields:
            yield from field_lines(row.done, field)


def since_as_json(since: Since) -> dict[str, Any]:
    """Return what has changed; the texts are as `since_lines` says them."""
    rows = [
        {
            "what": row.thing,
            "was": row.was,
            **({"place": row.place} if row.place else {}),
            "done": row.done,
            "table": row.table,
            "id": row.id,
            "fields": [vars(field) for field in row.fields],
        }
        for row in since.rows
    ]
    return {
        "since": since.day.isoformat(),
        "revision": since.revision,
        "when": since.when,
        "short": since.short,
        "rows": rows,
    }
