"""The command `plandesk roll`: next year's plan, made from this one."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer
from pydantic import ValidationError

from desk.report_pictures import bring_pictures
from desk.rolling import roll as rolled_plan
from desk.rolling import rolled_lines
from desk.session import PlanSession
from desk.today import today
from plan.changes.rolling import CannotRollError, Chosen, Fate, Rolled
from plan.model.plan import Plan
from plan.text.clean import clean_text
from tui.command_line.printing import say_done
from tui.command_line.shared import Force, PlanName, make_plan, opened, refuse


def roll(  # noqa: PLR0913, PLR0917 - each is an option of the command
    plan: PlanName,
    out: Annotated[str, typer.Option("--out", metavar="NEW", help="The plan to make.")],
    close: Annotated[
        list[str] | None,
        typer.Option("--close", metavar="REF=REASON", help="It does not go on; repeatable."),
    ] = None,
    merge: Annotated[
        list[str] | None,
        typer.Option("--merge", metavar="REF=INTO=REASON", help="It goes on in another action."),
    ] = None,
    split: Annotated[
        list[str] | None,
        typer.Option("--split", metavar="REF=REASON", help="It goes on as two actions."),
    ] = None,
    timescale: Annotated[
        list[str] | None,
        typer.Option("--timescale", metavar="REF=TEXT", help="By when it is to be done now."),
    ] = None,
    force: Force = False,
) -> None:
    """Make next year's plan from this one: actions carried, closed, merged or split.

    What is carried can be followed back: the plan as it was, with its progress and the reasons, is
    a sealed version of the new one; plandesk trace NEW REF says what an action was. Open promises
    to the committee are carried, timescales asked.
    """
    session = opened(plan)
    fates = dict(_fates(session.plan, close or (), merge or (), split or ()))
    rolled = _rolled(session, Chosen(fates, _timescales(session.plan, timescale or ())))
    label = f"Rolled forward from {session.name}"
    path: Path = make_plan(out, session.name, rolled.plan, label, force=force)
    bring_pictures(session.path, path)
    say_done(f"Made: {path}")
    for line in rolled_lines(session.plan, fates, rolled):
        typer.echo(line)


def _rolled(session: PlanSession, chosen: Chosen) -> Rolled:
    """Return next year's plan; refuse what cannot be made of this one."""
    try:
        return rolled_plan(session.plan, session.name, chosen, today())
    except CannotRollError as error:
        refuse(f"{error} Nothing was made.")
    except ValidationError:
        refuse("A timescale is longer than plandesk keeps. Nothing was made.")


def _timescales(plan: Plan, timescale: Sequence[str]) -> dict[str, str]:
    given = (one.partition("=") for one in timescale)
    return {_action(plan, ref): typed for ref, _, typed in given}


def _fates(
    plan: Plan, close: Sequence[str], merge: Sequence[str], split: Sequence[str]
) -> Iterator[tuple[str, Fate]]:
    seen: set[str] = set()
    for given in (*close, *merge, *split):
        ref = given.partition("=")[0].strip()
        if ref in seen:
            raise typer.BadParameter(f"action {ref} is named twice: one thing becomes of it.")
        seen.add(ref)
    for given in close:
        ref, _, reason = given.partition("=")
        yield _action(plan, ref), Fate("close", _reason(reason, f"--close {ref}"))
    for given in split:
        ref, _, reason = given.partition("=")
        yield _action(plan, ref), Fate("split", _reason(reason, f"--split {ref}"))
    for given in merge:
        ref, _, rest = given.partition("=")
        into, _, reason = rest.partition("=")
        goes_on_in = _action(plan, into)
        said = _reason(reason, f"--merge {ref}={into}")
        yield _action(plan, ref), Fate("merge", said, goes_on_in)


def _action(plan: Plan, typed: str) -> str:
    action = plan.action_at(typed.strip())
    if action is None:
        refuse(f"There is no action {typed.strip() or '(none)'}. Nothing was made.")
    return action.id


def _reason(typed: str, option: str) -> str:
    reason = clean_text(typed).strip()
    if not reason:
        refuse(f"A reason is wanted: {option}=REASON. Nothing was made.")
    return reason
