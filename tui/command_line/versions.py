"""The commands `plandesk seal`, `versions` and `changes`: sealed states, and what differs."""

import json
from pathlib import Path
from typing import Annotated

import typer

from desk.changes_brief import write_brief
from desk.versions import (
    Compared,
    NoSuchVersionError,
    compared_as_json,
    compared_lines,
    compared_markdown,
    compared_states,
    seal_change,
    version_as_json,
    version_line,
)
from plan.changes.versions import CannotSealError, DamagedVersionError, versions_of
from plan.text.clean import clean_line
from tui.command_line.printing import say_done
from tui.command_line.shared import (
    AsJson,
    PlanName,
    changing,
    opened,
    refuse,
    save_or_say_nothing,
)


def seal(
    plan: PlanName,
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="Such as “as approved, 26 September 2016”.")
    ],
    freeze: Annotated[
        bool,
        typer.Option("--freeze", help="Refs stay as they are; what is inserted gets a free one."),
    ] = False,
) -> None:
    """Seal the plan as it is under a name, such as “as approved, 26 September 2016”."""
    with changing(plan) as session:
        try:
            change = seal_change(session, name, freeze=freeze)
        except CannotSealError as error:
            refuse(str(error))
        if save_or_say_nothing(session, change, "That is so already"):
            (version,) = (one for one in versions_of(session.plan) if one.name == clean_line(name))
            say_done(f"Saved: {change.label}. Its hash is {version.hash}.")


def versions(plan: PlanName, as_json: AsJson = False) -> None:
    """Print the versions of a plan that were sealed, the oldest first."""
    session = opened(plan)
    found = versions_of(session.plan)
    if as_json:
        rows = [version_as_json(one) for one in found]
        typer.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    for one in found:
        typer.echo(version_line(one))
    if not found:
        say_done(f"No version of {session.name} has been sealed: plandesk seal PLAN NAME.")


def changes(
    plan: PlanName,
    since: Annotated[
        str,
        typer.Option(
            "--since", metavar="VERSION|DATE", help="From when; the latest version if not given."
        ),
    ] = "",
    to: Annotated[
        str, typer.Option("--to", metavar="VERSION", help="Up to this version, instead of now.")
    ] = "",
    as_json: AsJson = False,
    markdown: Annotated[bool, typer.Option("--markdown", help="Print it as Markdown.")] = False,
    brief: Annotated[
        Path | None,
        typer.Option("--brief", metavar="FILE.docx", help="Write it as a Word paper of a page."),
    ] = None,
) -> None:
    """Print what has changed from one version of a plan to another, or since a date.

    Net: what was changed and changed back is not told. A row that was moved is told as moved.
    """
    if as_json and markdown:
        raise typer.BadParameter("--json and --markdown are two ways of printing: give one.")
    session = opened(plan)
    try:
        found = compared_states(session, since, to)
    except (NoSuchVersionError, DamagedVersionError) as error:
        refuse(str(error))
    if as_json:
        typer.echo(json.dumps(compared_as_json(found), ensure_ascii=False, indent=2))
    elif markdown or brief is None:
        _print(found, markdown=markdown)
    if brief is not None:
        sentence = write_brief(session, found, brief)
        if as_json:
            typer.echo(sentence, err=True)
        else:
            say_done(sentence)


def _print(found: Compared, *, markdown: bool) -> None:
    lines = compared_markdown(found) if markdown else compared_lines(found)
    for line in lines:
        typer.echo(line)
