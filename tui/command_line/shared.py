"""What the commands share: common options, opening and saving a plan, refusing in a sentence."""

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, NoReturn

import typer
from pydantic import ValidationError

from desk.named_questions import UnknownNameError
from desk.new_plan import make_new_plan_file, make_plan_file
from desk.session import LONGEST_SAVE, PlanSession
from plan.changes.change import Change
from plan.council.format import FormatError
from plan.model.documents import DOCUMENTS
from plan.model.plan import Plan
from plan.reading.dates import DateSpan, read_date
from store.places import new_plan_path, plan_path, why_no_plan
from tui.command_line.printing import say_done

_NOT_KEPT = "Nothing of this command is kept"

*_FIRST, _LAST = (
    more for kind in DOCUMENTS for more in ((kind, "appendix-N") if kind == "appendix" else (kind,))
)
KINDS_IN_WORDS = f"{', '.join(_FIRST)} or {_LAST}"

PlanName = Annotated[str, typer.Argument(metavar="PLAN", help="A plan's path, or its name.")]
PlanOrDesk = Annotated[
    str, typer.Argument(metavar="[PLAN]", help="A plan's path or name; all of the desk.")
]
NewPlan = Annotated[str, typer.Option("--out", metavar="PLAN", help="The plan to make.")]
DocumentName = Annotated[
    str, typer.Option("--document", metavar="WHICH", help=f"Which paper: {KINDS_IN_WORDS}.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print it for a program to read.")]
Force = Annotated[bool, typer.Option("--force", help="Overwrite a plan that is there.")]


class RefusedError(Exception):
    """A command cannot be carried out; the message is for the officer."""


def refuse(sentence: str) -> NoReturn:
    """End the command with a sentence and exit status 1. Raises RefusedError."""
    raise RefusedError(sentence)


def day_of(typed: str) -> DateSpan:
    """Return the date that was given to a command. Raises BadParameter if it is not a date."""
    read = read_date(typed)
    if read is None:
        raise typer.BadParameter(f"“{typed}” is no date, such as 26 September 2016.")
    return read


def opened(name: str, *, to_write: bool = False) -> PlanSession:
    """Open the plan with this path or name. Raises RefusedError, StoreError.

    Without `to_write` the plan is not locked and cannot be changed.
    """
    if why := why_no_plan(name):
        refuse(f"{why} Nothing was made. plandesk list names the plans.")
    path = plan_path(name)
    session = PlanSession.opened(path, to_write=False)
    if not to_write:
        return session
    # Everything is loaded once before taking the lock, so that it is held only for a moment.
    with contextlib.suppress(FormatError):
        _ = session.council
    return PlanSession.opened(path, is_command=True)


@contextlib.contextmanager
def changing(name: str) -> Iterator[PlanSession]:
    """Yield a plan opened to be changed; whatever is refused says too that it is as it was.

    Raises RefusedError and StoreError.
    """
    session = opened(name, to_write=True)
    try:
        yield session
    except (UnknownNameError, RefusedError) as error:
        raise RefusedError(_as_it_was(session, str(error))) from error
    except ValidationError as error:
        raise RefusedError(
            _as_it_was(session, "The text is longer than plandesk keeps.")
        ) from error
    finally:
        session.close()


def _as_it_was(session: PlanSession, sentence: str) -> str:
    unchanged = f"The plan {session.name} is unchanged."
    is_said = session.read_only_reason or unchanged in sentence or _NOT_KEPT in sentence
    return sentence if is_said else f"{sentence} {unchanged}"


def save_or_say_nothing(session: PlanSession, change: Change, already: str) -> bool:
    """Make a change and save it durably; return whether there was anything to change.

    If not, `already` says so. Raises RefusedError.
    """
    if session.read_only_reason:
        refuse(session.read_only_reason)
    if change.is_empty:
        say_done(f"{already}. Nothing was changed.")
        return False
    session.make(change)
    wait_until_saved(session)
    return True


def wait_until_saved(session: PlanSession) -> None:
    """Wait until the last change is on the disk. Raises RefusedError.

    A refused change is not kept anywhere: the officer is told and gives the command again. If the
    change is saved but something else failed, such as writing the history, that is only reported.
    """
    if not session.saved(LONGEST_SAVE):
        reason = session.save_state.reason or f"The plan {session.name} could not be saved."
        if not session.give_up():
            return  # it was saved after the wait was over
        refuse(f"{reason} {_NOT_KEPT}: give it again once that is mended.")
    _warn(session.warning)


def save(session: PlanSession, change: Change) -> None:
    """Make a change, save it durably and close the plan. Raises RefusedError."""
    try:
        if session.read_only_reason:
            refuse(session.read_only_reason)
        session.make(change)
        wait_until_saved(session)
    finally:
        session.close()


def make_plan(out: str, title: str, plan: Plan, label: str, *, force: bool) -> Path:
    """Make a plan file at `out`, or on the desk as `title`; return its path. Raises StoreError.

    `label` is the history's first entry and says where the plan came from; with `force`, an
    existing plan at `out` is replaced.
    """
    if not out:
        return make_new_plan_file(title, plan, label, on_warning=_warn)
    path = new_plan_path(out, title)
    return make_plan_file(path, plan, label, replace=force, is_command=True, on_warning=_warn)


def _warn(warning: str) -> None:
    """Print a warning about a plan that was saved all the same, to standard error."""
    if warning:
        typer.echo(warning, err=True)
