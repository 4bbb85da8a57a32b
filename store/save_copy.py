"""Saves the plan on the screen as a copy, where its own file cannot be written."""

from datetime import datetime
from pathlib import Path

from files.ordinary import reason_of
from plan.model.plan import Plan
from store.errors import NotSavedError
from store.places import ENDING, plan_name, plans_folder
from store.plan_file import PlanFile
from store.safe_file import make_folder


def copy_path(path: Path, *, elsewhere: bool = False) -> Path:
    """Return a free name for the plan as it is on the screen.

    It is beside the plan's file, or in the folder of the desk where that folder is gone or, as
    `elsewhere` says, cannot be written.
    """
    folder = path.parent if path.parent.is_dir() and not elsewhere else plans_folder()
    name = plan_name(path)
    kept = folder / f"{name} (kept){ENDING}"
    number = 1
    while kept.exists():
        number += 1
        kept = folder / f"{name} (kept {number}){ENDING}"
    return kept


def save_copy(kept: Path, plan: Plan, *, name: str, who: str, now: datetime) -> None:
    """Write the plan that was open as `name` to the new file `kept`.

    Raises NotSavedError where the disk refuses. Nothing is ever overwritten.
    """
    try:
        make_folder(kept.parent)
    except OSError as error:
        raise NotSavedError(
            f"The folder {kept.parent} could not be made: {reason_of(error)}."
        ) from error
    label = f"Keep the plan that was open as {name}"
    PlanFile.create(kept, plan, label=label, who=who, now=now)
