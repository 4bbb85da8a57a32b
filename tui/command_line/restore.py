"""The commands `plandesk restore` and `plandesk delete`: bring a plan back, or delete it."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from desk.recovering import lack_in_words, recovery_in_words, restore_damaged
from desk.session import who_is_here
from plan.reading.dates import moment_in_words
from plan.text.line_breaks import counted
from plan.wording.restore_change import WHOLE
from plan.wording.restore_change import restored as change_to
from plan.wording.wording import Wording
from store import bin as plan_bin
from store.errors import StoreError
from store.lock import hold
from store.places import plan_name, plan_path, plans_folder, why_no_plan
from store.plan_file import PlanFile
from store.restoring import Recovery, recoveries
from tui.command_line.printing import say_done
from tui.command_line.shared import RefusedError, opened, refuse, save


def restore(
    plan: Annotated[
        str, typer.Argument(metavar="PLAN", help="A plan's path or name; none: deleted plans.")
    ] = "",
    number: Annotated[
        int | None, typer.Option("--from", metavar="N", min=1, help="Which of the listed states.")
    ] = None,
    list_only: Annotated[
        bool, typer.Option("--list", help="Only list the states that there are.")
    ] = False,
    empty_bin: Annotated[
        bool, typer.Option("--empty-bin", help="Remove the deleted plans for good.")
    ] = False,
) -> None:
    """Bring back a damaged or deleted plan, or a plan as it was at an earlier time.

    A damaged plan comes back as newly as its backups and its history allow, unless --from says
    otherwise. Of a sound one the states are listed; --from brings one back.
    """
    if empty_bin:
        say_done(f"{counted(plan_bin.empty(), 'plan')} removed for good.")
    elif not plan:
        _list_deleted()
    else:
        _restore(plan, number or 0, list_only=list_only)


def delete(
    plan: Annotated[str, typer.Argument(metavar="PLAN", help="A plan's path, or its name.")],
) -> None:
    """Put a plan in the bin, from where plandesk restore brings it back."""
    if why := why_no_plan(plan):
        refuse(f"{why} Nothing was changed.")
    path = plan_path(plan)
    held = hold(path, who_is_here(), is_command=True)
    try:
        if held.read_only_reason:
            refuse(held.read_only_reason)
        deleted = plan_bin.delete(path, datetime.now(UTC))
    finally:
        held.release()
    say_done(f"Deleted: {deleted.name}. plandesk restore {_called(deleted)!r} brings it back.")


def _called(deleted: plan_bin.Deleted) -> str:
    """Return what to call a deleted plan: its name if it was on the desk, otherwise its path."""
    place = deleted.was_at.absolute()
    return deleted.name if place.parent == plans_folder().absolute() else str(place)


def _list_deleted() -> None:
    plans = plan_bin.deleted_plans()
    for deleted in plans:
        typer.echo(f"{_called(deleted)}: deleted {moment_in_words(deleted.deleted_locally)}")
    if not plans:
        typer.echo("No plan is deleted.")


def _restore(plan: str, number: int, *, list_only: bool) -> None:
    path = plan_path(plan)
    if not plan.strip() or path.is_dir():
        refuse(f"{why_no_plan(plan)} Nothing was changed.")
    name = plan_name(path)
    deleted = plan_bin.deleted_plan(plan)
    if not path.exists() and deleted is not None:
        say_done(f"Brought back: {plan_bin.bring_back(deleted)}")
        return
    found = recoveries(path)
    if not found:
        refuse(f"There is no backup of {path}. Nothing was changed.{_elsewhere(name)}")
    is_sound = _is_sound(path)
    if list_only or (is_sound and not number):
        for place, one in enumerate(found, 1):
            typer.echo(f"{place}  {recovery_in_words(one)} ({lack_in_words(one)})")
    elif number > len(found):
        refuse(f"There are {counted(len(found), 'state')} of {name}, no number {number}.")
    elif is_sound:
        _bring_sound_back(path, found[number - 1])
    else:
        _bring_damaged_back(path, found[max(0, number - 1)])


def _elsewhere(name: str) -> str:
    """Return a sentence about deleted plans of the same name from other folders, empty if none."""
    there = [_called(one) for one in plan_bin.deleted_plans() if one.name == name]
    if not there:
        return ""
    named = ", ".join(map(repr, dict.fromkeys(there)))
    return f" The bin has another plan of that name: plandesk restore {named}."


def _is_sound(path: Path) -> bool:
    try:
        PlanFile.open(path, read_only_because="It is only looked at.")
    except StoreError:
        return False
    return True


def _bring_damaged_back(path: Path, recovery: Recovery) -> None:
    held = hold(path, who_is_here(), is_command=True)
    try:
        if held.read_only_reason:
            raise RefusedError(held.read_only_reason)
        say_done(restore_damaged(path, recovery))
    finally:
        held.release()


def _bring_sound_back(path: Path, recovery: Recovery) -> None:
    """Restore an undamaged plan to an earlier state, as a change that can be undone."""
    session = opened(str(path), to_write=True)
    moment = f"at {moment_in_words(recovery.saved_at or recovery.backup.made_locally)}"
    change = change_to(session.plan, recovery.plan, WHOLE, Wording(session.council), moment)
    save(session, change)
    say_done(f"{change.label}. Nothing is lost: it can be undone.")
