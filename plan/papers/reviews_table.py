"""What is due or reviewed when, as document blocks: overdue first, then month by month."""

from collections.abc import Iterator
from datetime import date

from plan.council.own_field import NO_OWN_FIELDS, OwnFields
from plan.following.action_state import approved_on, reading_of
from plan.following.commitments import promises_due, promises_overdue
from plan.following.reviews import KIND_WORDS, Review, first_dates, overdue, reviews, still_comes
from plan.following.timeline import ShownReviews, Standing, TimelineEntry, counted_entries
from plan.model.documents import REVIEWS
from plan.model.plan import Plan
from plan.model.rows import Action
from plan.papers.blocks import Block, Row, plain
from plan.papers.documents import PaperSource
from plan.papers.text_tables import (
    opening_of,
    text_row,
    text_table,
)
from plan.reading.dates import a_year_from, date_in_words, span_in_words

_COLUMNS, _COLUMNS_OF_PLANS = REVIEWS.columns
_WIDTHS = (42.0, 14.0, 118.0, 27.0, 64.0)
_WIDTHS_OF_PLANS = (40.0, 40.0, 14.0, 86.0, 27.0, 58.0)
_OVERDUE_SINCE = "Overdue since "
_KINDS_UNSAID: dict[Standing, str] = {
    "unsaid": "To be said",
    "unread": "Not understood, or missing",
}
"""Printed in place of due or review if the timescale is the problem."""

NO_LEAD = "none named"
_NOTHING = "No action is overdue, due or to be reviewed."


def table_blocks(source: PaperSource) -> tuple[Block, ...]:
    """Return the reviews as shown if there are any, otherwise all those from the day on."""
    shown = source.occasion.reviews
    if shown is not None:
        return _shown_blocks(shown)
    return reviews_blocks(source.plan, source.occasion.today, source.council.plan.own)


def reviews_blocks(
    plan: Plan, today: date | None = None, own: OwnFields = NO_OWN_FIELDS
) -> tuple[Block, ...]:
    """Return what is overdue, what is due or reviewed within twelve months, and what is due later.

    The months count from the day of the meeting, or else from `today`. Without either, nothing is
    overdue and the first date of every action counts. A sentence above the table names actions
    whose timescale gives no date; if there is nothing at all, a sentence replaces the table.
    """
    day = approved_on(plan) or today
    rows = tuple(_rows(plan, day, own))
    blocks: list[Block] = [plain(REVIEWS.heading, "heading-2")]
    blocks.extend(map(plain, _sentences(plan, day, has_rows=bool(rows))))
    if rows:
        title = "Actions by when they are due or reviewed"
        blocks.append(text_table(_COLUMNS, _WIDTHS, rows, title))
    return tuple(blocks)


def _shown_blocks(shown: ShownReviews) -> tuple[Block, ...]:
    """Return a timeline as shown: a sentence on what it contains, then each group separately."""
    said = counted_entries(shown.entries)
    blocks: list[Block] = [
        plain(REVIEWS.heading, "heading-2"),
        plain(f"{shown.in_words}: {said}."),
    ]
    for group in shown.groups:
        blocks.append(plain(group.heading, "heading-3"))
        rows = (_shown_row(one, with_plan=shown.is_of_desk) for one in group.entries)
        columns, widths = (
            (_COLUMNS_OF_PLANS, _WIDTHS_OF_PLANS) if shown.is_of_desk else (_COLUMNS, _WIDTHS)
        )
        blocks.append(text_table(columns, widths, rows, group.heading))
    return tuple(blocks)


def _shown_row(entry: TimelineEntry, *, with_plan: bool) -> Row:
    kind = KIND_WORDS[entry.kind] if entry.kind else _KINDS_UNSAID[entry.standing]
    plan = (entry.plan,) if with_plan else ()
    leads = "\n".join(entry.action.leads) or NO_LEAD
    return text_row(
        _shown_when(entry), *plan, entry.ref, opening_of(entry.action.text), kind, leads
    )


def _shown_when(entry: TimelineEntry) -> str:
    if entry.when is None:
        return entry.remark or f"“{' '.join(entry.action.timescale.split())}”"
    when = span_in_words(entry.when)
    return f"{_OVERDUE_SINCE}{when}" if entry.standing == "overdue" else when


def _sentences(plan: Plan, day: date | None, *, has_rows: bool) -> Iterator[str]:
    if not has_rows:
        yield _NOTHING
    elif day is not None:
        yield _span_of(day)
    undated = [plan.ref_of(action.id) for action in plan.actions if _is_undated(plan, action)]
    if undated:
        yield _undated_in_words(undated)


def _span_of(day: date) -> str:
    return (
        f"As at {date_in_words(day)}: what is overdue, what is due or reviewed in the twelve "
        "months from then, and what is due later."
    )


def _undated_in_words(refs: list[str]) -> str:
    if len(refs) == 1:
        return f"The timescale of action {refs[0]} gives no date."
    return f"The timescales of actions {', '.join(refs)} give no date."


def _rows(plan: Plan, day: date | None, own: OwnFields) -> Iterator[Row]:
    if day is None:
        yield from (_row(one) for one in _first_after(plan, date.min))
        return
    late = (*overdue(plan, day, own), *promises_overdue(plan, day))
    yield from (_row(one, _OVERDUE_SINCE) for one in sorted(late, key=_last))
    end = a_year_from(day)
    coming = (*reviews(plan, day, end, own), *promises_due(plan, day, end))
    yield from (_row(one) for one in sorted(coming, key=_last))
    later = (one for one in _first_after(plan, end) if _is_to_come(plan, one, day, own))
    yield from map(_row, later)


def _first_after(plan: Plan, end: date) -> list[Review]:
    """Return the delivery and first review of each action that come after a day, in order."""
    firsts = [review for action in plan.actions for review in first_dates(plan, action)]
    firsts += (one for one in promises_due(plan, end, date.max) if one.number == 1)
    return sorted((one for one in firsts if one.when.first > end), key=_last)


def _is_to_come(plan: Plan, one: Review, day: date, own: OwnFields) -> bool:
    action = plan.action_rows.get(one.action_id)
    return action is None or still_comes(plan, action, one.kind, day, own)


def _last(one: Review) -> date:
    return one.when.last


def _row(one: Review, before: str = "") -> Row:
    leads = "\n".join(one.leads)
    when = before + span_in_words(one.when)
    return text_row(when, one.ref, opening_of(one.text), KIND_WORDS[one.kind], leads or NO_LEAD)


def _is_undated(plan: Plan, action: Action) -> bool:
    reading = reading_of(plan, action)
    return reading.due is None and reading.review is None and not reading.is_done
