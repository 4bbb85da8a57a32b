"""The commands `plandesk formats` and `plandesk settings`: print or set what is remembered."""

import json
from collections.abc import Iterator
from typing import Annotated, Any

import typer

from desk.calendar_file import MOST_DAYS
from desk.colours import COLOURS_IN_WORDS, nearest_colours
from desk.council import look_of, offered_formats, with_look
from files.ordinary import reason_of
from plan.council import DEFAULT_FORMAT
from plan.council.format import FormatError
from plan.text.clean import clean_line
from store.formats import FoundFile, files_found, format_for
from store.places import formats_folder, frameworks_folder
from store.settings import Settings, changed_settings, load_settings, save_settings
from tui.command_line.printing import say_done
from tui.command_line.shared import AsJson, refuse

_MEANINGS = {
    "council_format": "the format of new plans and imports",
    "council_template": "the council's own Word template",
    "clear_days": "which days count before a meeting: every-day, weekdays or working-days",
    "islands": "whether island communities are in the council's area: yes or no",
    "author": "the author in the properties of Word files",
    "editor": "the command of your own editor for a long text, such as gedit or code --wait",
    "calendar_reminder": "how many days before what is due a calendar file reminds",
    "colours": "of the window: light, dark or high-contrast",
}


def formats(as_json: AsJson = False) -> None:
    """Print every format, form and framework that there is, and what is wrong with any.

    The exit status is 1 where one cannot be used, else 0.
    """
    used = load_settings()[0].council_format or DEFAULT_FORMAT
    every = tuple(files_found())
    if as_json:
        values = [_values(one, used) for one in every]
        typer.echo(json.dumps(values, ensure_ascii=False, indent=2))
    else:
        for found in every:
            for line in _found_lines(found, used):
                typer.echo(clean_line(line))
        own, themes = formats_folder(), frameworks_folder()
        typer.echo(f"A council's own formats lie in {own}, its frameworks in {themes}.")
    if any(found.problems for found in every):
        raise typer.Exit(1)


def _found_lines(found: FoundFile, used: str) -> Iterator[str]:
    kind = "" if found.kind == "format" else f"{found.kind} "
    for problem in found.problems:
        yield f"{kind}{found.id}: cannot be used: {problem}"
    if not found.problems:
        remark = " (in use)" if _is_used(found, used) else ""
        yield f"{kind}{found.id}: {found.name}{remark}"


def _values(found: FoundFile, used: str) -> dict[str, Any]:
    """Return a row of `docs/json/formats.schema.json`."""
    return {
        "kind": found.kind,
        "id": found.id,
        "name": found.name,
        "in_use": _is_used(found, used),
        "own": found.is_own,
        "problems": list(found.problems),
    }


def _is_used(found: FoundFile, used: str) -> bool:
    return found.kind == "format" and found.id == used


def settings(
    name: Annotated[
        str, typer.Argument(metavar="[NAME]", help=f"{', '.join(_MEANINGS)}.", show_default=False)
    ] = "",
    value: Annotated[
        str | None, typer.Argument(metavar="[VALUE]", help="Its new value; “” for none.")
    ] = None,
) -> None:
    """Print what plandesk remembers of the council and the colours, or set it."""
    kept, remark = load_settings()
    if name and name not in _MEANINGS:
        raise typer.BadParameter(
            f"there is no setting “{name}”; there are: {', '.join(_MEANINGS)}."
        )
    if value is None:
        if remark:
            typer.echo(remark, err=True)
        for one in filter(None, [name] if name else _MEANINGS):
            typer.echo(f"{one}: {_said(kept, one)} ({_MEANINGS[one]})")
        if name == "council_format":
            for line in _offered_lines():
                typer.echo(line)
        return
    if remark:
        refuse(f"{remark} Mend or remove that file first: nothing was set.")
    _set(kept, name, value.strip())


def _offered_lines() -> Iterator[str]:
    """Yield the formats that can be chosen, and what is wrong with one that cannot."""
    yield "There are:"
    for one in offered_formats():
        said = f"cannot be used: {one.problem}" if one.problem else one.name
        yield clean_line(f"{one.id}: {said}")


def _set(kept: Settings, name: str, value: str) -> None:
    if name == "council_template":
        changed = with_look(kept, look_of(kept, value))
    elif name == "colours":
        changed = changed_settings(kept, theme=_colours_named(value))
    elif name in _CHOICES:
        changed = changed_settings(kept, **{name: _chosen(name, value)})
    elif name == "calendar_reminder":
        changed = changed_settings(kept, calendar_reminder=_days(value))
    else:
        if name == "council_format" and value:
            try:
                format_for(value)
            except FormatError as error:
                refuse(f"{error} The setting is as it was; plandesk formats names what there is.")
        changed = changed_settings(kept, **{name: value})
    try:
        save_settings(changed)
    except OSError as error:
        refuse(f"The setting could not be saved: {reason_of(error)}.")
    say_done(f"Set: {name}: {_said(changed, name)}.")


_CHOICES = {
    "clear_days": ("every-day", "weekdays", "working-days"),
    "islands": ("yes", "no"),
}


def _chosen(name: str, value: str) -> str:
    """Return one of a setting's few values, empty for none. Raises RefusedError for any other."""
    chosen = value.lower().replace(" ", "-")
    if chosen and chosen not in _CHOICES[name]:
        refuse(
            f"{name} is one of {', '.join(_CHOICES[name])}, not “{value}”. "
            "The setting is as it was."
        )
    return chosen


def _days(value: str) -> str:
    """Return a number of days as it is kept, empty for none. Raises RefusedError for others."""
    days = "" if value.lower() == "none" else value
    if days and (not days.isdecimal() or int(days) > MOST_DAYS):
        refuse(f"“{value}” is no number of days up to {MOST_DAYS}. The setting is as it was.")
    return days and str(int(days))


def _colours_named(value: str) -> str:
    """Return the name of a choice of colours, empty for none. Raises RefusedError for any other."""
    named = value.lower().replace(" ", "-")
    if named and named not in COLOURS_IN_WORDS:
        refuse(
            f"There are no colours “{value}”; there are: {', '.join(COLOURS_IN_WORDS)}. "
            "The setting is as it was."
        )
    return named


def _said(kept: Settings, name: str) -> str:
    if name == "colours":
        return nearest_colours(kept.theme)
    usual = DEFAULT_FORMAT if name == "council_format" else "none"
    return getattr(kept, name) or usual
