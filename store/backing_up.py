"""When a backup is made: before the first write of a day's work, and before a plan is replaced."""

from datetime import datetime
from pathlib import Path

from store.backups import Backup, back_up, backups_of, is_due
from store.errors import StoreError
from store.keeping_aside import keep_aside
from store.schema import meta_of
from store.storage import PlanStorage


class PlanBackups:
    """The backups of one open plan, as far as saving it must know them."""

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
            reason = (error.strerror or str(error)).lower()
        except ValueError:
            reason = "the plan has no proper id"
        else:
            return ""
        return f"The plan {self._path.name} is saved, but no backup could be made: {reason}."


def keep_replaced(path: Path, now: datetime) -> None:
    """Keep what a new plan is about to take the place of; `now` is UTC.

    A plan goes to its backups, anything else is kept beside. Raises OSError where neither can be.
    """
    storage = PlanStorage(path)
    try:
        tables = storage.read()
        if tables is None:
            return
        meta = meta_of(tables, path)
        back_up(str(meta.get("plan_id", "")), path, storage.content, meta["revision"], now)
    except (StoreError, ValueError):
        keep_aside(path, now, why="replaced")
