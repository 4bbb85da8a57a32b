"""From when on an action is late, when it is due for good, and which years the plan is for."""

import re
from datetime import date

from plan.checks.paper import Paper
from plan.reading.dates import ANY_MONTH, DateSpan, read_date
from plan.reading.timescales import TimescaleReading
from plan.reading.years_of_plan import years_named

_OLD = 1
"""From so many years after its latest note on, a plan is an old paper, judged as of that note."""
A_DATE = re.compile(
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)? )?{ANY_MONTH}\.?,? (?:20)?\d\d\b|"
    r"\b\d{1,2}[/.-]\d{1,2}[/.-](?:20)?\d\d\b|\b20\d\d-\d\d(?:-\d\d)?\b",
    re.IGNORECASE,
)
"""A date or a month of a year in prose, as an officer types it."""


def counted_from(paper: Paper) -> tuple[date, str]:
    """Return the day before which an action is late, and what it is called."""
    if paper.meeting is not None:
        return paper.meeting, "the meeting"
    written = read_date(paper.plan.cover.date)
    if written:
        return written.first, "the plan was written"
    noted = _last_noted(paper)
    if noted is not None and noted.year + _OLD < paper.today.year:
        return noted, "its latest note"
    return paper.today, "today"


def _last_noted(paper: Paper) -> date | None:
    days = (read_date(note.as_at) for note in paper.plan.note_rows.values() if note.as_at)
    return max((day.last for day in days if day is not None), default=None)


def due_of(reading: TimescaleReading) -> DateSpan | None:
    """Return when something must be done for good: what recurs or goes on is none."""
    if reading.is_either or reading.is_ongoing or reading.is_done or reading.rhythm:
        return None
    return reading.due


def years_of(paper: Paper) -> tuple[int, int] | None:
    """Return the first and the last year of the one period that the plan's titles name."""
    cover = paper.plan.cover
    named = years_named(f"{cover.title}\n{cover.subtitle}") or years_named(paper.plan.report.title)
    return next(iter(named)) if len(named) == 1 else None
