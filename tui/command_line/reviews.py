"""The command `plandesk reviews`: print what is due or reviewed when, or write it as a calendar."""

import json
from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from desk.calendar_file import is_something_else, reminder_of, write_calendar
from desk.council import own_fields_of
from desk.plan_summaries import DeskPlan, desk_plans
from desk.today import today
from plan.following.action_state import reading_of
from plan.following.timeline import (
    TimelineEntry,
    TimelineFilter,
    TimelineGroup,
    aim_in_words,
    grouped,
    leads_of,
    timeline,
    when_and_kind,
)
from plan.model.plan import Plan
from plan.reading.dates import a_year_from, span_in_words
from plan.text.clean import clean_line
from plan.text.line_breaks import NO_TEXT, sentence_line, summary_line
from store.settings import MOST_DAYS, load_settings
from tui.command_line.printing import note_done
from tui.command_line.shared import AsJson, PlanOrDesk, day_of, opened, refuse

_KINDS = {
    "due": "due",
    "milestone": "milestone",
    "review": "review",
    "either": "due or review",
    "commitment": "promised",
}


class By(StrEnum):
    """What reviews are grouped by."""

    MONTH = "month"
    LEAD = "lead"
    AIM = "aim"
    PLAN = "plan"


First = Annotated[
    str, typer.Option("--from", metavar="DATE", help="From this day; today if not given.")
]
Before = Annotated[
    str, typer.Option("--before", metavar="DATE", help="Up to this day; else a year later.")
]
Lead = Annotated[str, typer.Option("--lead", metavar="LEAD", help="Only what is theirs.")]
Aim = Annotated[str, typer.Option("--aim", metavar="NUMBER", help="Only of this aim.")]

Ics = Annotated[
    Path | None, typer.Option("--ics", metavar="FILE", help="Write a calendar file as well.")
]
Remind = Annotated[
    int | None,
    typer.Option(
        metavar="DAYS",
        min=0,
        max=MOST_DAYS,
        help="Remind so many days before, in the calendar file; else as the settings say.",
    ),
]


def reviews(  # noqa: PLR0913, PLR0917 - each is an option of the command
    plan: PlanOrDesk = "",
    first: First = "",
    before: Before = "",
    by: Annotated[By, typer.Option("--by", help="Put together by this.")] = By.MONTH,
    lead: Lead = "",
    aim: Aim = "",
    as_json: AsJson = False,
    ics: Ics = None,
    remind: Remind = None,
) -> None:
    """Print what is due or reviewed, of one plan or of every plan of the desk.

    It goes by the timescales as they are written.
    """
    if remind is not None and ics is None:
        raise typer.BadParameter("--remind is for a calendar file, so it goes with --ics FILE.")
    those, problems = named_or_all(plan)
    plans = {one.name: one.plan for one in those}
    ids = {one.name: one.plan_id for one in those}
    start, end = days_of(first, before)
    own = {name: own_fields_of(one) for name, one in plans.items()}
    found = timeline(plans, start, end, only_of(plans, lead, aim), own)
    if ics is not None:
        usual = reminder_of(load_settings()[0])
        _write(found, plans, ids, ics, usual if remind is None else remind)
        note_done(f"Written: {ics}")
    if as_json:
        rows = [_values(one, plans[one.plan], with_plan=not plan) for one in found]
        typer.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        for problem in problems:
            typer.echo(clean_line(problem), err=True)
        return
    for problem in problems:
        typer.echo(clean_line(problem))
    for line in _lines(grouped(found, by.value), by, with_plan=not plan):
        typer.echo(line)
    if ics is not None:
        typer.echo(f"Written: {ics}")


def named_or_all(named: str) -> tuple[tuple[DeskPlan, ...], tuple[str, ...]]:
    """Return the named plan, or all of the desk with a sentence for each that cannot be read.

    Raises RefusedError, StoreError.
    """
    if not named:
        return desk_plans()
    session = opened(named)
    return (DeskPlan(session.path, session.name, session.plan_id, session.plan),), ()


def days_of(first: str, before: str) -> tuple[date, date]:
    """Return the first and last day that were typed; the defaults are today and a year later.

    Raises typer.BadParameter if one is not a date.
    """
    start = day_of(first).first if first else today()
    return start, day_of(before).last if before else a_year_from(start)


def only_of(plans: dict[str, Plan], lead: str, aim: str) -> TimelineFilter:
    """Return the lead and aim to narrow the reviews to. Raises RefusedError for an unknown one."""
    known = leads_of(plans.values())
    if lead and lead.casefold() not in {one.casefold() for one in known}:
        named = "; ".join(known) or "none"
        refuse(f"No action is led by {lead}. The leads are: {named}.")
    if not aim:
        return TimelineFilter(lead)
    of_number = [
        aim_in_words(plan, row.id)
        for plan in plans.values()
        for row in plan.aims
        if str(plan.number_of(row.id)) == aim
    ]
    if not of_number:
        refuse(f"There is no aim {aim}.")
    if len(set(of_number)) > 1:
        refuse(f"There is an aim {aim} in several plans: name the plan.")
    return TimelineFilter(lead, of_number[0])


def _values(entry: TimelineEntry, plan: Plan, *, with_plan: bool) -> dict[str, str]:
    """Return a row of `docs/json/reviews.schema.json`."""
    when, kind = when_and_kind(entry, plan)
    values = {
        "ref": entry.ref,
        "when": when,
        "kind": kind,
        "text": summary_line(entry.action.text),
        "standing": entry.standing,
        "timescale": entry.action.timescale,
        "lead": "; ".join(entry.action.leads),
    }
    if entry.remark and reading_of(plan, entry.action).says_when:
        values["remark"] = entry.remark
    return {"plan": entry.plan, **values} if with_plan else values


def _lines(groups: tuple[TimelineGroup, ...], by: By, *, with_plan: bool) -> Iterator[str]:
    for group in groups:
        yield group.heading if group.heading.endswith("?") else f"{group.heading}:"
        for entry in group.entries:
            ref = f"{entry.plan} {entry.ref}" if with_plan and by is not By.PLAN else entry.ref
            yield f"  {ref} {_said(entry, with_when=by is not By.MONTH)}"
    if not groups:
        yield "Nothing is due or reviewed in that time."


def _said(entry: TimelineEntry, *, with_when: bool) -> str:
    if entry.standing == "unsaid":
        return (
            f"is “{' '.join(entry.action.timescale.split())}” when it is done, or when it is "
            f"reviewed? plandesk set PLAN {entry.ref} timescale_is due, or review."
        )
    if entry.review is None:
        return entry.remark
    leads = f" ({'; '.join(entry.action.leads)})" if entry.action.leads else ""
    when = f" {span_in_words(entry.review.when)}" if with_when or entry.review.when.is_day else ""
    if entry.standing == "overdue":
        when = f" since {span_in_words(entry.review.when)}"
        when += f" ({entry.remark})" if entry.remark else ""
    text = sentence_line(entry.action.text) or NO_TEXT
    return f"{_KINDS[entry.review.kind]}{when}: {text}{leads}"


def _write(
    found: tuple[TimelineEntry, ...],
    plans: dict[str, Plan],
    ids: dict[str, str],
    path: Path,
    remind: int | None,
) -> None:
    if is_something_else(path):
        refuse(f"{path} is no calendar: it stays as it is. Name another file for the calendar.")
    problem = write_calendar(path, found, plans, ids, remind)
    if problem:
        refuse(problem)
