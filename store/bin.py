"""The bin: deleted plans, kept whole until the bin is emptied."""

import contextlib
import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from files.ordinary import LONGEST_PATH, content_of, reason_of
from store.errors import NotSavedError, StoreError
from store.history import LARGEST_HISTORY, history_path
from store.pictures import pictures_folder, remove_pictures, take_along
from store.places import (
    bin_folder,
    free_path,
    is_path,
    plan_name,
    plan_path,
    plans_folder,
    with_ending,
)
from store.safe_file import make_folder, sync_folder, write_safely

_TIME = "%Y%m%dT%H%M%S%fZ"
_WHERE = "where.txt"


@dataclass(frozen=True)
class Deleted:
    """A deleted plan: its name, when it was deleted (UTC), where it was and where it lies now."""

    name: str
    deleted_at: datetime
    was_at: Path
    folder: Path

    @property
    def deleted_locally(self) -> datetime:
        """When it was deleted, on the officer's own clock."""
        return self.deleted_at.astimezone()


def delete(path: Path, now: datetime, histories: Sequence[Path] = ()) -> Deleted:
    """Put the plan at `path`, with its history and its pictures, in the bin; `now` is UTC.

    `histories` are files of its history with other names, which go there too. It is copied before
    it is removed, so that there is always one of it. Raises StoreError.
    """
    name = plan_name(path)
    folder = bin_folder() / now.astimezone(UTC).strftime(_TIME)
    try:
        make_folder(folder)
        write_safely(folder / _WHERE, str(path.absolute()).encode(errors="surrogateescape"))
        told = [one for one in dict.fromkeys((history_path(path), *histories)) if one.exists()]
        for history in told:
            write_safely(folder / history.name, content_of(history, LARGEST_HISTORY))
        take_along(pictures_folder(path), pictures_folder(folder / path.name))
        write_safely(folder / path.name, content_of(path))
    except OSError as error:
        _take_out(folder)
        raise NotSavedError(
            f"The plan {name} could not be put in the bin: {reason_of(error)}. It is where it was."
        ) from error
    try:
        path.unlink()
    except OSError as error:
        _take_out(folder)
        raise NotSavedError(
            f"The plan {name} could not be deleted: {reason_of(error)}. It is where it was."
        ) from error
    with contextlib.suppress(OSError):
        sync_folder(path.parent)  # a plan that a power cut brings back still has its history
        for history in told:
            history.unlink(missing_ok=True)
        remove_pictures(pictures_folder(path))
        sync_folder(path.parent)
    return Deleted(name, now, path, folder)


def deleted_plans() -> tuple[Deleted, ...]:
    """Return the plans in the bin, the one deleted last first."""
    try:
        found = [_deleted(folder) for folder in bin_folder().iterdir()]
    except OSError:
        return ()
    plans = [entry for entry in found if entry is not None]
    return tuple(sorted(plans, key=lambda entry: entry.deleted_at, reverse=True))


def deleted_plan(named: str) -> Deleted | None:
    """Return the plan in the bin that an officer names, None if there is none.

    A path means the plan that was deleted there, and no other of that name. A name means the plan
    of the desk with that name, else the one deleted last.
    """
    plans = deleted_plans()
    path = plan_path(named)
    places = {_place(path), _place(with_ending(path))}
    if not is_path(named):
        places.add(_place(plans_folder() / path.name))
    there = [one for one in plans if _place(one.was_at) in places]
    is_name = not is_path(named) and not named.endswith(".json")
    called = [one for one in plans if is_name and one.name == plan_name(path)]
    return next(iter((*there, *called)), None)


def _place(path: Path) -> Path:
    """Return one path for a file, however it is reached and even when it is gone."""
    return Path(os.path.realpath(path.parent)) / path.name


def bring_back(deleted: Deleted) -> Path:
    """Put a deleted plan back where it was, or beside what is there now; return its path.

    Raises StoreError.
    """
    target = deleted.was_at
    if target.exists():
        target = free_path(target.parent, deleted.name)
    kept = deleted.folder / deleted.was_at.name
    try:
        make_folder(target.parent)
        history = history_path(kept)
        if history.exists():
            write_safely(history_path(target), content_of(history, LARGEST_HISTORY))
        take_along(pictures_folder(kept), pictures_folder(target))
        write_safely(target, content_of(kept))
    except OSError as error:
        raise NotSavedError(
            f"The plan {deleted.name} could not be brought back: {reason_of(error)}. "
            "It is still in the bin."
        ) from error
    _take_out(deleted.folder)
    return target


def empty() -> int:
    """Remove all plans in the bin for good; return how many there were. Raises StoreError."""
    plans = deleted_plans()
    try:
        for plan in plans:
            _remove(plan.folder)
    except OSError as error:
        raise StoreError(
            f"The bin could not be emptied: {reason_of(error)}. What is left is still in it."
        ) from error
    return len(plans)


def _deleted(folder: Path) -> Deleted | None:
    """Return the plan in a folder of the bin; None where its deletion was interrupted."""
    try:
        deleted_at = datetime.strptime(folder.name, _TIME).replace(tzinfo=UTC)
        was_at = Path(content_of(folder / _WHERE, LONGEST_PATH).decode(errors="surrogateescape"))
    except (OSError, ValueError):
        return None
    if not (folder / was_at.name).is_file():
        return None
    return Deleted(plan_name(was_at), deleted_at, was_at, folder)


def _remove(folder: Path) -> None:
    """Remove a folder of the bin, the plan first: what is left does not count as a deleted plan."""
    for file in sorted(folder.iterdir(), key=lambda file: not file.name.endswith(".json")):
        if file.is_dir() and not file.is_symlink():
            remove_pictures(file)
        else:
            file.unlink()
    folder.rmdir()


def _take_out(folder: Path) -> None:
    with contextlib.suppress(OSError):
        _remove(folder)
