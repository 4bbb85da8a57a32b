"""The command `plandesk find`: print the actions that say some words."""

from typing import Annotated

import typer

from desk.field_contents import find_line
from desk.table_contents import row_lines
from tui.command_line.shared import PlanName, opened


def find(
    plan: PlanName,
    words: Annotated[
        str, typer.Argument(metavar="WORDS", help="A ref or words; parts of words count too.")
    ],
) -> None:
    """Print the actions whose ref, text or own fields say all of some words, a line each.

    Rows of the tables of its report that do follow, each after its place.
    """
    session = opened(plan)
    wanted = words.casefold().split()
    found = False
    for action in session.plan.actions:
        line = find_line(session.plan, action, session.council)
        if all(word in line.casefold() for word in wanted):
            found = True
            typer.echo(line)
    for line in row_lines(session.plan, session.council.report):
        if all(word in line.casefold() for word in wanted):
            found = True
            typer.echo(line)
    if not found:
        typer.echo(f"No action of {session.name} says all of these words.")
