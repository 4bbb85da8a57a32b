"""Make a plan's file: a new one, the sample, or one read from Word."""

import contextlib
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from desk.session import who_is_here
from files.ordinary import reason_of
from plan.council import DEFAULT_FORMAT
from plan.model.outline import PlanOutline, built_plan
from plan.model.plan import Plan
from store.errors import NotSavedError, PlanBusyError, PlanExistsError
from store.lock import hold
from store.places import free_paths, plans_folder
from store.plan_file import PlanFile
from store.safe_file import new_folder


def _unsaid(_warning: str) -> None:
    """Ignore a warning: the first save of the plan gives it again."""


def make_plan_file(
    path: Path,
    plan: Plan,
    label: str,
    *,
    replace: bool = False,
    is_command: bool = False,
    on_warning: Callable[[str], None] = _unsaid,
) -> Path:
    """Make the file of a new plan at `path`; `label` says in its history where it came from.

    Raises StoreError, whose text is for the officer: an existing plan is not overwritten unless
    `replace` is given. A command waits for another command that is writing there. `on_warning` is
    given what the officer should know of a plan that was made all the same.
    """
    try:
        with new_folder(path.parent):
            file = _made(path, plan, label, replace=replace, is_command=is_command)
    except OSError as error:
        reason = reason_of(error)
        raise NotSavedError(
            f"The plan {path} could not be made: {reason}. Nothing was changed."
        ) from error
    if file.warning:
        on_warning(file.warning)
    return path


def make_new_plan_file(
    title: str, plan: Plan, label: str, on_warning: Callable[[str], None] = _unsaid
) -> Path:
    """Make a new plan on the desk, called `title` or the next such name that is free.

    Raises StoreError.
    """
    for path in free_paths(plans_folder(), title):
        with contextlib.suppress(PlanExistsError, PlanBusyError):  # another was quicker
            return make_plan_file(path, plan, label, on_warning=on_warning)
    raise AssertionError  # there is always another name


def _made(path: Path, plan: Plan, label: str, *, replace: bool, is_command: bool) -> PlanFile:
    held = hold(path, who_is_here(), is_command=is_command)
    if held.is_taken:
        raise PlanBusyError(f"{held.read_only_reason} It was not replaced.")
    try:
        return PlanFile.create(
            path, plan, label=label, who=who_is_here(), now=datetime.now(UTC), replace=replace
        )
    finally:
        held.release()


def new_plan(format_id: str = DEFAULT_FORMAT) -> Plan:
    """Return a plan in a council's format with nothing in it but a title to change."""
    return built_plan(PlanOutline(subtitle="Improvement Plan"), format_id)
