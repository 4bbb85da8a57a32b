"""The commands `plandesk formats` and `plandesk settings`: print or set what is remembered."""

import json
from collections.abc import Iterator
from typing import Annotated, Any

import typer

from desk.council import offered_formats
from desk.settings import SETTING, SettingError, setting_said, with_setting
from files.ordinary import reason_of
from plan.council import DEFAULT_FORMAT
from plan.text.clean import clean_line
from store.formats import FoundFile, files_found
from store.places import formats_folder, frameworks_folder
from store.settings import Settings, load_settings, save_settings
from tui.command_line.printing import say_done
from tui.command_line.shared import AsJson, refuse


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
        str, typer.Argument(metavar="[NAME]", help=f"{', '.join(SETTING)}.", show_default=False)
    ] = "",
    value: Annotated[
        str | None, typer.Argument(metavar="[VALUE]", help="Its new value; “” for none.")
    ] = None,
) -> None:
    """Print what plandesk remembers of the council and of the window, or set it."""
    kept, remark = load_settings()
    if name and name not in SETTING:
        raise typer.BadParameter(f"there is no setting “{name}”; there are: {', '.join(SETTING)}.")
    if value is None:
        if remark:
            typer.echo(remark, err=True)
        for one in [name] if name else SETTING:
            typer.echo(f"{one}: {setting_said(kept, one)} ({SETTING[one].meaning})")
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
    try:
        changed = with_setting(kept, name, value)
        save_settings(changed)
    except SettingError as error:
        refuse(str(error))
    except OSError as error:
        refuse(f"The setting could not be saved: {reason_of(error)}.")
    say_done(f"Set: {name}: {setting_said(changed, name)}.")
