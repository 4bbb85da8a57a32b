"""Deadlines with no note, or outside the years of the plan: P8 and P31."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from plan.checks.check import COUNCILS_PLAN, Check, Found, check
from plan.checks.each_action import of_the_plan
from plan.checks.facts.deadlines import A_DATE, counted_from, due_of, years_of
from plan.checks.facts.report_text import is_introduction, prose_words
from plan.checks.paper import Paper
from plan.following.action_state import state_of
from plan.following.reviews import Review, unreported
from plan.model.rows import Action
from plan.papers.places import action_place
from plan.reading.dates import DateSpan, read_date, span_in_words
from plan.reading.status import says_done
from plan.reading.years_of_plan import LONGEST_PLAN

PRACTICE = "Council practice: a committee asks first about what is late"
MANY = 3
"""From so many late actions on they are said once, of the plan."""
_A_YEAR_ON = 1
"""What ends in the year after the plan does is often meant so."""
_LONG_BEFORE = 5
"""What is done may have been due before the plan began, but not so many years before."""
_FEWEST_WITHIN = 3
_OUTLIERS = 4
"""At most one in so many dates may lie outside the years of a title, else it means others."""


@check(
    "P8", "ASK", "What is due by the meeting has a progress note.", COUNCILS_PLAN, column="progress"
)
def reviews_are_noted(paper: Paper) -> Iterator[Found]:
    """P8: something due or reviewed on or before the day of the meeting with no note about it.

    A note without a day may be about it: P17 asks for the day.
    """
    plan = paper.plan
    elsewhere = {action.id for action, _ in outside_the_years(paper)}  # P31 asks of the year
    late = [one for one in due_without_note(paper) if one.action_id not in elsewhere]
    if not plan.note_rows and len(late) >= MANY:
        text = "By the meeting {refs} were due or reviewed, and no note since says what came of it."
        those = [plan.action_rows[one.action_id] for one in late]
        yield of_the_plan(paper, "progress", text, sorted(those, key=plan.actions.index))
        return
    for one in late:
        place = action_place(plan, one.action_id, "progress")
        when = f"{'on' if one.when.is_day else 'in'} {span_in_words(one.when)}"
        text = f"It was due or reviewed {when}, and no note says what came of it."
        yield Found(place, text, (one.when_iso,))


def due_without_note(paper: Paper) -> list[Review]:
    """Return what was due or reviewed by the meeting and has no note that may be about it."""
    if paper.meeting is None or not paper.prints("progress"):
        return []
    plan = paper.plan
    return [
        one
        for one in unreported(plan, paper.meeting + timedelta(days=1), paper.own)
        if one.action_id not in paper.closed
        and not any(not note.as_at.strip() for note in plan.notes_of(one.action_id))
    ]


@check(
    "P31",
    "ASK",
    "Every date lies within the years of the plan.",
    "The plan's own title",
    column="timescale",
)
def dates_lie_within_the_plan(paper: Paper) -> Iterator[Found]:
    """P31: "June 2025" in a plan 2026-29, where nearly all else lies within; it may be a slip.

    The year after that of the title is asked of only where the paper tells the month of the end.
    """
    years = years_of(paper)
    for action, when in outside_the_years(paper):
        of_years = f", and the plan is for {years[0]} to {years[1]}" if years else ""
        text = (
            f"It is due {'on' if when.is_day else 'in'} {span_in_words(when)}{of_years}: is the "
            "year right?"
        )
        place = action_place(paper.plan, action.id, "timescale")
        yield Found(place, text, (action.timescale, *map(str, years or ())))
    yield from _after_the_end(paper)


_RUNS_TO = re.compile(
    r"\b(?P<what>(?:the|this|our) (?:[\w-]+[- ]years? )?(?:improvement |action )*plan|it) "
    rf"(?:covers|runs|spans|lasts)(?: the period)?(?: from)? (?P<first>{A_DATE.pattern}) "
    rf"(?:to|until|[-–—]) (?:the end of )?(?P<last>{A_DATE.pattern})",
    re.IGNORECASE,
)
_LOOKS_BACK = re.compile(
    r"\b(?:evaluat\w*|(?:final|closing|end of plan|annual) report|lessons|next plan|new plan|"
    r"successor|follow-up|review (?:of )?(?:the|this) plan|impact of (?:the|this) plan)\b",
    re.IGNORECASE,
)
"""What is done once a plan has ended."""


def _after_the_end(paper: Paper) -> Iterator[Found]:
    """Yield the action that is due when the plan has ended by the months that the paper names.

    In the introduction "it" is the plan. Where more than an action here and there is due later, the
    plan goes on after its end, and nothing is asked.
    """
    ends = {
        found["last"]
        for words in prose_words(paper)
        if "20" in words.text
        for found in _RUNS_TO.finditer(words.text)
        if found["what"].casefold() != "it" or is_introduction(paper, words)
    }
    end = read_date(next(iter(ends))) if len(ends) == 1 else None
    if end is None:
        return
    asked = {action.id for action, _ in outside_the_years(paper)}
    dues = [(one, due_of(paper.reading_of(one))) for one in paper.open_actions]
    dated = [(one, due) for one, due in dues if due is not None and one.id not in asked]
    late = [(one, due) for one, due in dated if due.first > end.last]
    late = [(one, due) for one, due in late if not _LOOKS_BACK.search(one.text)]
    if len(dated) - len(late) < _FEWEST_WITHIN or len(late) > max(1, len(dated) // _OUTLIERS):
        return
    for action, due in late:
        text = (
            f"It is due {'on' if due.is_day else 'in'} {span_in_words(due)}, and the plan ends by "
            f"{span_in_words(end)}: is the date right?"
        )
        place = action_place(paper.plan, action.id, "timescale")
        yield Found(place, text, (action.timescale, str(end.last)))


def outside_the_years(paper: Paper) -> list[tuple[Action, DateSpan]]:
    """Return the open actions that are due in no year of the plan, if they are the exception."""
    years = years_of(paper) or _far_from_here(paper)
    first, last = date(years[0], 1, 1), date(years[1], 12, 31)
    within, outside = 0, []
    for action in paper.plan.actions:
        due = due_of(paper.reading_of(action))
        if due is None:
            continue
        if first <= due.last and due.first <= last:
            within += 1
        elif due.last < first or due.first.year > years[1] + _A_YEAR_ON:
            state = state_of(paper.plan, action, paper.judged_at, paper.own)
            is_done = not state.is_open or says_done(state.status)
            if is_done and due.last.year > years[0] - _LONG_BEFORE:
                continue
            outside.append((action, due))
    dated = within + len(outside)
    is_exception = within >= _FEWEST_WITHIN and len(outside) <= max(1, dated // _OUTLIERS)
    return outside if is_exception else []


def _far_from_here(paper: Paper) -> tuple[int, int]:
    """Return the years beyond which a date is a slip in any plan: what is past, P30 sees."""
    day, _ = counted_from(paper)
    return 1, day.year + LONGEST_PLAN


DEADLINE_CHECKS: tuple[Check, ...] = (reviews_are_noted, dates_lie_within_the_plan)
