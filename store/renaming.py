"""Rename a plan's file, with its history and all that is remembered of it by its path."""

import contextlib
import os
from pathlib import Path
from typing import NamedTuple

from files.ordinary import content_of, reason_of
from store.errors import NotSavedError, PlanExistsError
from store.history import LARGEST_HISTORY, history_path
from store.pictures import pictures_folder, remove_pictures, take_along
from store.places import plan_name
from store.safe_file import sync_folder, write_safely
from store.settings import load_settings, save_settings
from store.written import follow_renamed


def rename_file(path: Path, new: Path) -> None:
    """Move the plan at `path` to `new`, in the same folder; the caller holds its lock.

    At every moment there is a plan with its whole history and its pictures: they are copied first,
    and the old ones are removed last. Of a link only the link is renamed. The settings and the list
    of what was written follow. Raises PlanExistsError if another file has the name, or
    NotSavedError.
    """
    if new == path:
        return
    if is_taken(new, path):
        raise PlanExistsError(
            f"There is a file {new.name} already in {new.parent}, and it was left as it is."
        )
    was = path.resolve()
    beside = () if path.is_symlink() else _beside(path, new)
    copied = [one for one in beside if not one.is_same]
    try:
        for one in copied:
            one.copy()
        path.rename(new)
    except OSError as error:
        if path.exists():
            for one in copied:
                with contextlib.suppress(OSError):
                    one.remove(one.after)
        raise NotSavedError(
            f"The file of {plan_name(path)} could not be renamed: {reason_of(error)}. "
            "It has the name that it had."
        ) from error
    with contextlib.suppress(OSError):
        sync_folder(new.parent)
        for one in beside:
            if one in copied:
                one.remove(one.before)
            else:
                one.before.rename(one.after)
    _follow(was, new)


class _Beside(NamedTuple):
    """What lies beside a plan and moves with it: its history, its pictures."""

    before: Path
    after: Path
    is_folder: bool

    @property
    def is_same(self) -> bool:
        """Whether both names lead to the same: capitals count for nothing there."""
        return self.after.exists() and self.before.samefile(self.after)

    def copy(self) -> None:
        """Copy it to its new name. Raises OSError."""
        if self.is_folder:
            take_along(self.before, self.after)
        else:
            write_safely(self.after, content_of(self.before, LARGEST_HISTORY))

    def remove(self, path: Path) -> None:
        """Remove it from one of its two places. Raises OSError."""
        if self.is_folder:
            remove_pictures(path)
        else:
            path.unlink(missing_ok=True)


def _beside(path: Path, new: Path) -> tuple[_Beside, ...]:
    """Return what lies beside a plan under a name of its own."""
    found = (
        _Beside(history_path(path), history_path(new), is_folder=False),
        _Beside(pictures_folder(path), pictures_folder(new), is_folder=True),
    )
    return tuple(one for one in found if one.before != one.after and one.before.exists())


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
