"""The command `plandesk history`: print the changes of a plan, or what one of them changed."""

import json
from collections.abc import Iterable
from typing import Annotated

import typer

from desk.history_lines import change_as_json, change_line, step_as_json, step_lines
from desk.history_steps import Offer, SeenStep, change_of, offers_of, seen_step, wording_of
from desk.session import PlanSession
from plan.changes.change import Change, ConflictError
from plan.text.line_breaks import counted
from store.history import Past
from tui.command_line.printing import say_done
from tui.command_line.shared import (
    AsJson,
    PlanName,
    changing,
    opened,
    refuse,
    save_or_say_nothing,
)


def history(
    plan: PlanName,
    revision: Annotated[
        int | None,
        typer.Option("--revision", metavar="N", help="Print what this step changed."),
    ] = None,
    offers: Annotated[
        bool, typer.Option("--offers", help="List what of this step can be brought back.")
    ] = False,
    bring_back: Annotated[
        int | None,
        typer.Option("--bring-back", metavar="M", min=1, help="Bring back one of the offers."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Print the changes of a plan, a line each, the newest last; or what one of them changed.

    With --revision, --offers lists what can be as it was before or after that step: the plan, an
    action, a field. --bring-back makes it so, as a change that can be undone.
    """
    if offers or bring_back is not None:
        if revision is None or as_json:
            raise typer.BadParameter("--offers and --bring-back go with --revision N alone.")
        _bring_back(plan, revision, bring_back)
        return
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


def _bring_back(plan: str, revision: int, number: int | None) -> None:
    """List what of a step can be brought back, or bring the one of that number back."""
    if number is None:
        session = opened(plan)
        for place, offer in enumerate(_offers(session, revision), 1):
            typer.echo(f"{place}  {offer.words}: {' '.join(offer.value.split())}".rstrip(": "))
        return
    with changing(plan) as session:
        there = _offers(session, revision)
        if number > len(there):
            refuse(f"Revision {revision} has {counted(len(there), 'offer')}, no number {number}.")
        offer = there[number - 1]
        wording = wording_of(session.council, session.plan, offer.then)
        change = change_of(session.plan, offer, wording)
        if save_or_say_nothing(session, change, "It is so already"):
            say_done(f"{change.label}. Nothing is lost: it can be undone.")


def _offers(session: PlanSession, revision: int) -> list[Offer]:
    return offers_of(session.plan, _step(session, session.newest_first(), revision))


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
