"""The command `plandesk framework`: print quality indicators, or a crosswalk to a framework."""

import json
from collections.abc import Iterator, Sequence
from typing import Annotated

import typer

from plan.council.crosswalk import Counterpart, counterparts, crosswalk_between
from plan.council.framework import (
    Framework,
    framework_called,
    frameworks,
)
from plan.reading.dates import date_in_words
from plan.text.line_breaks import counted
from store.formats import own_frameworks
from tui.command_line.shared import AsJson, refuse

_JUDGEMENT = "The crosswalk is a judgement, not the publisher's: an officer decides."


def framework(
    name: Annotated[
        str, typer.Argument(metavar="[NAME]", help="A framework's id.", show_default=False)
    ] = "",
    to: Annotated[
        str, typer.Option("--to", metavar="NAME", help="What stands for each in that framework.")
    ] = "",
    as_json: AsJson = False,
) -> None:
    """Print the frameworks, one framework's quality indicators, or the crosswalk to another."""
    if to and not name:
        raise typer.BadParameter("--to wants a framework to come from: framework NAME --to NAME.")
    if not name:
        _show_all(as_json=as_json)
    elif to:
        _show_crosswalk(_called(name), _called(to), as_json=as_json)
    else:
        _show_one(_called(name), as_json=as_json)


def _called(typed: str) -> Framework:
    own = own_frameworks()
    found = framework_called(typed, own)
    if found is None:
        there = ", ".join(one.id for one in frameworks(own))
        refuse(f"There is no framework “{typed}”: there are {there}.")
    return found


def _show_all(*, as_json: bool) -> None:
    every = frameworks(own_frameworks())
    if as_json:
        _print_json([{"id": one.id, "name": one.name} for one in every])
        return
    for one in every:
        typer.echo(f"{one.id}: {one.name}, {counted(len(one.indicators), 'indicator')}")


def _show_one(one: Framework, *, as_json: bool) -> None:
    if as_json:
        listed = [each.model_dump(mode="json") for each in one.indicators]
        about = one.model_dump(mode="json", include={"source", "as_at", "scale"})
        _print_json({"id": one.id, "name": one.name, "indicators": listed, **about})
        return
    for line in _described(one):
        typer.echo(line)


def _described(one: Framework) -> Iterator[str]:
    """Yield a framework's name, its indicators below the areas they belong to, and its scale."""
    yield one.name
    area = ""
    for each in one.indicators:
        if each.area and each.area != area:
            yield f"{each.area}:"
        area = each.area
        unread = "" if each.verified else " (not read in a source)"
        yield f"{each.title}{unread}"
        if each.aliases:
            yield f"    also: {'; '.join(each.aliases)}"
    if one.scale:
        yield "Scale:"
    for grade in one.scale:
        yield f"{grade.grade} {grade.word}{': ' if grade.meaning else ''}{grade.meaning}"
    if one.source:
        as_at = f", read on {date_in_words(one.as_at)}" if one.as_at else ""
        yield f"Source: {one.source}{as_at}"


def _show_crosswalk(origin: Framework, to: Framework, *, as_json: bool) -> None:
    walk = crosswalk_between(origin, to)
    if walk is None:
        refuse(f"There is no crosswalk from {origin.id} to {to.id}.")
    found = counterparts(origin, to)
    judgement = f"{_JUDGEMENT} {walk.note}".strip()
    if as_json:
        values = [_values(one) for one in found]
        _print_json(
            {"from": origin.id, "to": to.id, "judgement": judgement, "counterparts": values}
        )
        return
    for line in _lines(origin, to, found):
        typer.echo(line)
    typer.echo(judgement)


def _lines(origin: Framework, to: Framework, found: Sequence[Counterpart]) -> list[str]:
    lines = [f"From {origin.name}", f"to {to.name}:"]
    lines += [f"{one.indicator.title} -> {one.words}" for one in found]
    named = {each.key for one in found for each in one.to}
    left = [one.title for one in to.indicators if one.key not in named]
    if left:
        lines.append(f"Nothing leads to: {'; '.join(left)}.")
    return lines


def _values(one: Counterpart) -> dict[str, object]:
    return {
        "number": one.indicator.number,
        "name": one.indicator.name,
        "like": one.like,
        "to": [{"number": each.number, "name": each.name} for each in one.to],
        "why": one.why,
    }


def _print_json(values: object) -> None:
    typer.echo(json.dumps(values, ensure_ascii=False, indent=2))
