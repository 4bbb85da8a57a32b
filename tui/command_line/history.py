"""The command `plandesk history`: what was changed, when and by whom, and what each step did."""

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from plan.changes import Change, ConflictError
from tui.command_line.commanding import AsJson, PlanName, opened, refuse

if TYPE_CHECKING:
    from tui.looking_back import SeenStep
    from tui.session import PlanSession


def history(
    plan: PlanName,
    revision: Annotated[
        int | None,
        typer.Option("--revision", metavar="N", help="Print what this step changed."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Print the changes of a plan, a line each, the newest last; or what one of them changed."""
    from tui.history_lines import change_as_json, change_line, step_as_json, step_lines

    session = opened(plan)
    changes = session.history()
    if revision is not None:
        step = _step(session, changes, revision)
        lines = [_json(step_as_json(step))] if as_json else step_lines(step)
    elif as_json:
        lines = [_json([change_as_json(change) for change in changes])]
    else:
        lines = map(change_line, changes)
    for line in lines:
        typer.echo(line)


def _step(session: "PlanSession", changes: Sequence[Change], revision: int) -> "SeenStep":
    from tui.looking_back import seen_step

    revisions = [change.revision for change in changes]
    if revision not in revisions:
        known = f"it goes from {revisions[0]} to {revisions[-1]}" if revisions else "it is empty"
        refuse(f"The history of {session.name} has no revision {revision}: {known}.")
    try:
        return seen_step(session.plan, changes, revisions.index(revision), session.form)
    except ConflictError as error:
        refuse(
            f"What revision {revision} of {session.name} changed cannot be told, as its history "
            f"does not lead there: {error}. The plan itself is whole."
        )


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)
