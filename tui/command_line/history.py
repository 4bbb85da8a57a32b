"""The command `plandesk history`: print the changes of a plan, or what one of them changed."""

import json
from collections.abc import Iterable
from typing import Annotated

import typer

from desk.history_lines import change_as_json, change_line, step_as_json, step_lines
from desk.history_steps import SeenStep, seen_step
from desk.session import PlanSession
from plan.changes.change import Change, ConflictError
from store.history import Past
from tui.command_line.shared import AsJson, PlanName, opened, refuse


def history(
    plan: PlanName,
    revision: Annotated[
        int | None,
        typer.Option("--revision", metavar="N", help="Print what this step changed."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Print the changes of a plan, a line each, the newest last; or what one of them changed."""
    session = opened(plan)
    past = session.newest_first()
    lines: Iterable[str]
    if revision is not None:
        step = _step(session, past, revision)
        lines = [_json(step_as_json(step))] if as_json else step_lines(step)
    elif as_json:
        lines = [_json([*map(change_as_json, past)][::-1])]
    else:
        lines = reversed([*map(change_line, past)])
    for line in lines:
        typer.echo(line)
    if past.problem:
        refuse(past.problem)


def _step(session: PlanSession, past: Past, revision: int) -> SeenStep:
    changes: list[Change] = []
    for change in past:
        changes.append(change)
        if change.revision <= revision:
            break
    if past.problem:
        refuse(past.problem)
    if not changes or changes[-1].revision != revision:
        refuse(f"The history of {session.name} has no revision {revision}: {_known(session)}.")
    try:
        return seen_step(session.plan, changes, session.council)
    except ConflictError as error:
        refuse(
            f"What revision {revision} of {session.name} changed cannot be told, as its history "
            f"does not lead there: {error}. The plan itself is whole."
        )


def _known(session: PlanSession) -> str:
    """Say in words which revisions the history has."""
    past = session.newest_first()
    revisions = [change.revision for change in past]
    if past.problem:
        refuse(past.problem)
    return f"it goes from {revisions[-1]} to {revisions[0]}" if revisions else "it is empty"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)
