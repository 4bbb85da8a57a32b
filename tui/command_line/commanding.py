"""What the commands of the command line share: opening a plan, refusing in a sentence."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from tui.session import PlanSession

if TYPE_CHECKING:
    from plan.changes import Change

LONGEST_SAVE = 30.0
"""Seconds that a command waits for the disk."""

PlanName = Annotated[str, typer.Argument(metavar="PLAN", help="A plan's path, or its name.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print it for a program to read.")]
Force = Annotated[bool, typer.Option("--force", help="Overwrite a plan that is there.")]


class RefusedError(Exception):
    """A command cannot be done; the message is for the officer."""


def refuse(sentence: str) -> NoReturn:
    """End the command with a sentence and exit status 1."""
    raise RefusedError(sentence)


def opened(name: str, *, to_write: bool = False) -> PlanSession:
    """Return the plan of that path or name, open. Raises RefusedError, StoreError."""
    from store.desk import plan_path

    path = plan_path(name)
    if not path.exists():
        refuse(f"There is no plan {path}. Nothing was made. plandesk list names the plans.")
    return PlanSession.opened(path, to_write=to_write)


def save(session: PlanSession, change: "Change") -> None:
    """Make a change, save it durably and let the plan go. Raises RefusedError."""
    if session.read_only_reason:
        refuse(session.read_only_reason)
    session.make(change)
    is_saved = session.saved(LONGEST_SAVE)
    problem = session.save_state.problem
    session.close()
    if not is_saved:
        refuse(problem or f"The plan {session.name} could not be saved and is as it was.")


def free_plan_path(wanted: str, otherwise: str) -> Path:
    """Return the path of the plan `wanted`, or a free one on the desk for the name `otherwise`."""
    from store.desk import free_path, plan_path
    from store.places import plans_folder

    return plan_path(wanted) if wanted else free_path(plans_folder(), otherwise)
