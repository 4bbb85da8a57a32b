"""The commands `plandesk register` and `rename`: a plan's names, and one name for another."""

import json
from typing import Annotated, Any

import typer

from desk.register import (
    WHOLE,
    RegisteredName,
    register_now,
    rename_refused,
    renamed,
    renamed_in_words,
)
from desk.today import today_in_words
from plan.changes.edits.names import say_what_it_stands_for
from tui.command_line.printing import say_done
from tui.command_line.shared import (
    AsJson,
    PlanName,
    changing,
    opened,
    refuse,
    save_or_say_nothing,
)


def register(
    plan: PlanName,
    acronym: Annotated[
        str, typer.Argument(metavar="[ACRONYM]", help="Say what this acronym stands for.")
    ] = "",
    meaning: Annotated[
        str | None, typer.Argument(metavar="[NAME]", help="Its name in full; “” takes it back.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Print the leads, groups, indicators, statuses and acronyms of a plan, with where each stands.

    plandesk register PLAN CPC "Child Protection Committee" says what an acronym stands for.
    """
    if acronym:
        _say_acronym(plan, acronym, meaning)
        return
    names = register_now(opened(plan))
    if as_json:
        typer.echo(json.dumps([as_values(one) for one in names], ensure_ascii=False, indent=2))
        return
    for one in names:
        typer.echo(name_line(one))
    if not names:
        typer.echo("The plan has no names yet.")


def _say_acronym(plan: str, acronym: str, meaning: str | None) -> None:
    with changing(plan) as session:
        named = {one.name for one in register_now(session) if one.kind == "acronym"}
        if acronym not in {*named, *session.plan.acronyms}:
            there = f" It has {', '.join(sorted(named))}." if named else ""
            refuse(f"The plan has no acronym {acronym}.{there}")
        if meaning is None:
            refuse(f"Say what {acronym} stands for: its name in full, or “” to take it back.")
        today = today_in_words()
        change = say_what_it_stands_for(session.plan, acronym, meaning, given_on=today)
        if save_or_say_nothing(session, change, "That is so already"):
            say_done(f"Saved: {change.label}.")


def rename(
    plan: PlanName,
    old: Annotated[str, typer.Argument(metavar="OLD", help="A whole lead, indicator or status.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="What it is called from now on.")],
) -> None:
    """Give a lead, an indicator or a status another name wherever it is the whole item.

    One change in the history. Where NEW is there already, the two become one. What stands inside a
    longer text is left: plandesk replace changes that.
    """
    with changing(plan) as session:
        names = register_now(session)
        if why := rename_refused(names, old, new):
            refuse(why)
        change = renamed(names, session.council, old, new, WHOLE)
        if save_or_say_nothing(session, change, "It has that name already"):
            say_done(f"Saved: {change.label}.")
            typer.echo(renamed_in_words(names, old, new))


def as_values(one: RegisteredName) -> dict[str, Any]:
    """Return a name as values for JSON."""
    return {
        "kind": one.kind,
        "name": one.name,
        "count": one.count,
        "places": [place.path for place in one.places],
        "stands_for": one.stands_for,
        "like": list(one.like),
    }


def name_line(one: RegisteredName) -> str:
    """Return a name on one line: its kind, count, what it stands for, places and spellings."""
    said = f" = {one.stands_for}" if one.stands_for else ""
    places = ", ".join(place.path for place in one.places)
    like = f" (like {'; '.join(f'“{name}”' for name in one.like)})" if one.like else ""
    return f"{one.kind} {one.name}{said}: {one.count} ({places}){like}"
