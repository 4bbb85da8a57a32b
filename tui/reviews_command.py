"""The command `plandesk reviews`: what is due or reviewed when, in lines or for a calendar."""

import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from plan.dates import read_date, span_in_words
from tui.commanding import AsJson, PlanName, opened, refuse

if TYPE_CHECKING:
    from plan.model import Plan
    from plan.reviews import Review
    from tui.session import PlanSession

_KINDS = {"due": "due", "review": "review", "either": "due or review"}


def reviews(
    plan: PlanName,
    first: Annotated[
        str, typer.Option("--from", metavar="DATE", help="From this day; today if not given.")
    ] = "",
    before: Annotated[
        str, typer.Option("--before", metavar="DATE", help="Up to this day; else a year later.")
    ] = "",
    as_json: AsJson = False,
    ics: Annotated[
        Path | None, typer.Option("--ics", metavar="FILE", help="Write a calendar file as well.")
    ] = None,
) -> None:
    """Print what of a plan is due or reviewed, by its timescales as they are written."""
    from plan.reviews import reviews as reviews_of
    from tui.today import today

    session = opened(plan)
    start = _day(first, today())
    end = _day(before, _a_year_after(start))
    found = reviews_of(session.plan, start, end)
    if ics is not None:
        _write(session, found, ics)
    if as_json:
        typer.echo(json.dumps([_values(one) for one in found], ensure_ascii=False, indent=2))
        return
    for line in _lines(session.plan, found, start):
        typer.echo(line)
    if ics is not None:
        typer.echo(f"Written: {ics}")


def _day(typed: str, otherwise: date) -> date:
    if not typed:
        return otherwise
    read = read_date(typed)
    if read is None:
        raise typer.BadParameter(f"“{typed}” is no date, such as 26 September 2016.")
    return read.first


def _a_year_after(day: date) -> date:
    from dateutil.relativedelta import relativedelta

    return day + relativedelta(years=1)


def _values(one: "Review") -> dict[str, str]:
    from plan.glance import glance

    return {"ref": one.ref, "when": one.when_iso, "kind": one.kind, "text": glance(one.text)}


def _lines(plan: "Plan", found: "tuple[Review, ...]", start: date) -> list[str]:
    from plan.glance import glance
    from plan.reviews import ambiguous, overdue, unreadable

    lines = [
        f"Overdue since {span_in_words(one.when)}: {one.ref} {glance(one.text)}"
        for one in overdue(plan, start)
    ]
    month = ""
    for one in found:
        if (heading := span_in_words(one.when)) != month:
            lines.append(f"{heading}:")
            month = heading
        leads = f" ({'; '.join(one.leads)})" if one.leads else ""
        lines.append(f"  {one.ref} {_KINDS[one.kind]}: {glance(one.text)}{leads}")
    lines += [
        f"{plan.ref_of(one.id)}: is “{one.timescale}” when it is done, or when it is reviewed? "
        "plandesk set PLAN REF timescale_is due, or review."
        for one in ambiguous(plan)
    ]
    lines += [f"{plan.ref_of(one.id)}: {problem}" for one, problem in unreadable(plan)]
    return lines or ["Nothing is due or reviewed in that time."]


def _write(session: "PlanSession", found: "tuple[Review, ...]", path: Path) -> None:
    from exporters.calendar import calendar
    from store.safe_file import EVERYBODY, write_safely

    title = session.plan.cover.title or session.name
    content = calendar(found, session.plan_id, title, datetime.now(UTC))
    try:
        write_safely(path, content, new_mode=EVERYBODY)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        refuse(f"The calendar {path} could not be written: {reason}. The plan is unchanged.")
