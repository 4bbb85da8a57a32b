"""Backups: earlier states of a plan's file, kept in plandesk's own folder under the plan's id."""

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from files.ordinary import LONGEST_PATH, content_of, reason_of
from plan.text.patterns import late_pattern
from store.errors import StoreError
from store.places import ENDING, backups_folder
from store.safe_file import make_folder, write_safely
from store.schema import meta_of
from store.set_aside import set_aside
from store.storage import PlanStorage

RECENT = 10
"""How many of the newest backups are kept, whenever they were made."""
DAILY = 30
"""For how many days before those the newest backup of the day is kept."""
NOT_BEFORE = timedelta(hours=1)
"""A save this soon after the last backup, on the same day, makes no new one."""

_NAME = late_pattern(rf"(\d{{8}}T\d{{6}}Z)-r(\d{{1,12}}){re.escape(ENDING)}")
_TIME = "%Y%m%dT%H%M%SZ"
_ID = late_pattern(r"[0-9a-z-]{1,64}")
_HOME_NOTE = "where.txt"


class Backup(NamedTuple):
    """A backup: when it was made (UTC), of which revision of the plan, and where it lies."""

    made_at: datetime
    revision: int
    path: Path

    @property
    def made_locally(self) -> datetime:
        """When it was made, on the officer's own clock."""
        return self.made_at.astimezone()


def backups_of(plan_id: str) -> tuple[Backup, ...]:
    """Return the backups of the plan with that id, the newest first."""
    folder = _folder(plan_id)
    if folder is None:
        return ()
    try:
        found = [_backup(path) for path in folder.iterdir()]
    except OSError:
        return ()
    return tuple(sorted(filter(None, found), reverse=True))


def plan_ids_at(path: Path) -> tuple[str, ...]:
    """Return the ids of the plans that were last backed up from `path`, the newest backup first.

    They lead to the backups of a file that no longer says which plan it is.
    """
    here = str(path.resolve())
    try:
        notes = [
            note for note in backups_folder().glob(f"*/{_HOME_NOTE}") if _note_says(note, here)
        ]
    except OSError:
        return ()
    ids = [note.parent.name for note in notes]
    return tuple(sorted(ids, key=_newest, reverse=True))


def back_up(plan_id: str, path: Path, content: bytes, revision: int, now: datetime) -> Backup:
    """Keep `content`, which the plan's file at `path` holds before it is overwritten.

    `now` is UTC. Older backups are thinned out. Raises OSError where the disk refuses and
    ValueError where the id is not a plan's.
    """
    folder = _folder(plan_id)
    if folder is None:
        raise ValueError(plan_id)
    make_folder(folder)
    note = folder / _HOME_NOTE
    here = str(path.resolve())
    if not _note_says(note, here):
        write_safely(note, here.encode(errors="surrogateescape"))
    kept = Backup(now.replace(microsecond=0), revision, folder / _name(now, revision))
    write_safely(kept.path, content)
    for backup in too_many(backups_of(plan_id)):
        _remove(backup.path)
    return kept


def is_due(backups: Sequence[Backup], now: datetime) -> bool:
    """Return whether a backup is due before the next save; `backups` has the newest first."""
    if not backups:
        return True
    last = backups[0].made_at
    is_of_today = last.astimezone().date() == now.astimezone().date()
    return not is_of_today or not timedelta() <= now - last < NOT_BEFORE


def too_many(backups: Iterable[Backup]) -> tuple[Backup, ...]:
    """Return the backups to remove: neither recent, nor the newest of one of the days before."""
    newest_first = sorted(backups, reverse=True)
    days: set[object] = set()
    gone: list[Backup] = []
    for backup in newest_first[RECENT:]:
        day = backup.made_at.astimezone().date()
        if day in days or len(days) == DAILY:
            gone.append(backup)
        else:
            days.add(day)
    return tuple(gone)


def _folder(plan_id: str) -> Path | None:
    return backups_folder() / plan_id if _ID.fullmatch(plan_id) else None


def _name(now: datetime, revision: int) -> str:
    return f"{now.astimezone(UTC).strftime(_TIME)}-r{revision}{ENDING}"


def _backup(path: Path) -> Backup | None:
    named = _NAME.fullmatch(path.name)
    if named is None:
        return None
    try:
        made_at = datetime.strptime(named[1], _TIME).replace(tzinfo=UTC)
    except ValueError:
        return None
    return Backup(made_at, int(named[2]), path)


def _newest(plan_id: str) -> datetime:
    backups = backups_of(plan_id)
    return backups[0].made_at if backups else datetime.min.replace(tzinfo=UTC)


def _note_says(note: Path, here: str) -> bool:
    try:
        return content_of(note, LONGEST_PATH) == here.encode(errors="surrogateescape")
    except OSError:
        return False


def _remove(path: Path) -> None:
    try:
        path.unlink()
    except OSError:
        return


class PlanBackups:
    """Makes the backups of one open plan, when they are due."""

    def __init__(self, plan_id: str, path: Path) -> None:
        self._plan_id = plan_id
        self._path = path
        self._known: tuple[Backup, ...] | None = None

    def keep_if_due(self, content: bytes, revision: int, now: datetime) -> str:
        """Keep `content`, which is about to be overwritten, if a backup is due; `now` is UTC.

        Returns a warning for the officer where it was due and could not be made, else nothing.
        """
        if self._known is None:
            self._known = backups_of(self._plan_id)
        if not self._plan_id or not is_due(self._known, now):
            return ""
        try:
            self._known = (back_up(self._plan_id, self._path, content, revision, now),)
        except OSError as error:
            reason = reason_of(error)
        except ValueError:
            reason = "the plan has no proper id"
        else:
            return ""
        return f"The plan {self._path.name} is saved, but no backup could be made: {reason}."


def keep_replaced(path: Path, now: datetime) -> None:
    """Keep the file that a new plan is about to replace; `now` is UTC.

    A plan is added to its backups, anything else is set aside. Raises OSError where neither works.
    """
    storage = PlanStorage(path)
    try:
        tables = storage.read()
        if tables is None:
            return
        meta = meta_of(tables, path)
        back_up(str(meta.get("plan_id", "")), path, storage.content, meta["revision"], now)
    except (StoreError, ValueError):
        set_aside(path, now, why="replaced")
