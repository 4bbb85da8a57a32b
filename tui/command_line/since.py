"""The command `plandesk since`: print what has changed in a plan since a day."""

import json
from typing import Annotated

import typer

from desk.since import NoSuchDayError, since_as_json, since_lines, since_of
from desk.today import today
from tui.command_line.shared import AsJson, PlanName, opened, refuse


def since(
    plan: PlanName,
    day: Annotated[
        str,
        typer.Argument(
            metavar="DATE", help="A day in words or as 2016-09-26, or “week”, or “committee”."
        ),
    ],
    as_json: AsJson = False,
) -> None:
    """Print what has changed in a plan since a day, a week ago or the last committee.

    The plan as it was when that day began is compared with the plan as it is: each row that was
    added, removed, moved or edited, with its fields before and after, in the order of the paper.
    What was changed and changed back is not told.
    """
    try:
        found = since_of(opened(plan), day, today())
    except NoSuchDayError as error:
        refuse(str(error))
    if as_json:
        typer.echo(json.dumps(since_as_json(found), ensure_ascii=False, indent=2))
        return
    for line in since_lines(found):
        typer.echo(line)
