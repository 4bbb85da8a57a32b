"""Rename a plan's file, with its history and all that is remembered of it by its path."""

import contextlib
import os
from pathlib import Path

from files.ordinary import content_of, reason_of
from store.errors import NotSavedError, PlanExistsError
from store.history import LARGEST_HISTORY, history_path
from store.places import plan_name
from store.safe_file import sync_folder, write_safely
from store.settings import load_settings, save_settings
from store.written import follow_renamed


def rename_file(path: Path, new: Path) -> None:
    """Move the plan at `path` to `new`, in the same folder; the caller holds its lock.

    At every moment there is a plan with its whole history: the history is copied first, and the
    old one is removed last. Of a link only the link is renamed. The settings and the list of what
    was written follow. Raises PlanExistsError if another file has the name, or NotSavedError.
    """
    if new == path:
        return
    if is_taken(new, path):
        raise PlanExistsError(
            f"There is a file {new.name} already in {new.parent}, and it was left as it is."
        )
    was = path.resolve()
    before, after = history_path(path), history_path(new)
    moves_history = not path.is_symlink() and before != after and before.exists()
    is_same_history = moves_history and after.exists() and before.samefile(after)
    try:
        if moves_history and not is_same_history:
            write_safely(after, content_of(before, LARGEST_HISTORY))
        path.rename(new)
    except OSError as error:
        if moves_history and not is_same_history and path.exists():
            with contextlib.suppress(OSError):
                after.unlink(missing_ok=True)
        raise NotSavedError(
            f"The file of {plan_name(path)} could not be renamed: {reason_of(error)}. "
            "It has the name that it had."
        ) from error
    with contextlib.suppress(OSError):
        sync_folder(new.parent)
        if is_same_history:
            before.rename(after)
        elif moves_history:
            before.unlink(missing_ok=True)
    _follow(was, new)


def is_taken(new: Path, path: Path) -> bool:
    """Return whether a file other than the plan at `path` has the name `new`.

    Where capitals count for nothing, a name that differs only by them is the plan's own.
    """
    if not os.path.lexists(new):
        return False
    try:
        return not (new.name.casefold() == path.name.casefold() and new.samefile(path))
    except OSError:
        return True


def _follow(was: Path, new: Path) -> None:
    follow_renamed(was, new)
    settings, remark = load_settings()
    if not remark and settings.last_plan == str(was):
        with contextlib.suppress(OSError):
            save_settings(settings.model_copy(update={"last_plan": str(new.resolve())}))
