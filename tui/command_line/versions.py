"""The commands `plandesk seal` and `versions`: states of a plan that were sealed."""

import json
from typing import Annotated

import typer

from desk.versions import (
    seal_change,
    version_as_json,
    version_line,
)
from plan.changes.versions import CannotSealError, versions_of
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
