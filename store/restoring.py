"""Restore a plan whose file is damaged, from its backups and the history after them."""

import contextlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import takewhile
from pathlib import Path
from typing import Any

from files.ordinary import content_of, reason_of
from plan.changes.change import Change, applied
from plan.model.plan import Plan
from store.backups import Backup, backups_of, plan_ids_at
from store.errors import NotSavedError, StoreError
from store.history import History, Past, history_path
from store.recording import LAST, UNRECORDED
from store.schema import (
    META,
    META_ID,
    SCHEMA_VERSION,
    local_time,
    meta_of,
    opened_tables,
    plan_of_file,
    with_rows,
)
from store.set_aside import set_aside
from store.storage import PlanStorage, Tables, parsed_tables


@dataclass(frozen=True)
class Recovery:
    """A state of a plan that can be restored: a backup, and what the history adds to it.

    `replayed` is how many changes after the backup are in it, `lacking` how many that the history
    has are not. `problem` says in a sentence why the history could not be read back to the backup,
    empty where it could.
    """

    backup: Backup
    tables: Tables
    replayed: int
    lacking: int
    problem: str = ""

    @property
    def plan(self) -> Plan:
        """The restored plan."""
        return plan_of_file(self.tables, self.backup.path)

    @property
    def rows(self) -> Tables:
        """The tables that it brings back, without what is said about the file."""
        return {name: table for name, table in self.tables.items() if name != META}

    @property
    def revision(self) -> int:
        """The revision of the restored plan."""
        return _revision_of(self.tables)

    @property
    def saved_at(self) -> datetime | None:
        """When that state was saved, in local time; None where it is not known."""
        return local_time(self.tables[META][META_ID].get("saved_at"))


def recoveries(path: Path) -> tuple[Recovery, ...]:
    """Return the states that the plan at `path` can be restored to, the newest first.

    They are each backup as it is, and what the history makes of it; what several lead to is there
    once. The file itself is asked for nothing but the id of its plan, so it may be damaged or gone.
    """
    kept = [
        (backup, tables)
        for plan_id in _ids(path)
        for backup in backups_of(plan_id)
        if (tables := _tables_of(backup)) is not None
    ]
    if not kept:
        return ()
    past = Past(History(history_path(path)).newest_first())
    changes = _changes_from(past, min(_revision_of(tables) for _, tables in kept))
    found = [
        state for backup, tables in kept for state in _states(backup, tables, changes, past.problem)
    ]
    newest_first = sorted(
        found, key=lambda one: (one.revision, -one.replayed, one.backup), reverse=True
    )
    return tuple(
        one for place, one in enumerate(newest_first) if not _is_among(one, newest_first[:place])
    )


def bring_back(path: Path, recovery: Recovery, now: datetime) -> Path | None:
    """Write the restored plan at `path`; `now` is UTC.

    Returns where the file that was there is set aside, None where there was none. Raises
    NotSavedError.
    """
    try:
        kept = set_aside(path, now)
        storage = PlanStorage(path)
        storage.write(recovery.tables)
    except OSError as error:
        raise NotSavedError(
            f"The plan {path.name} could not be brought back: "
            f"{reason_of(error)}. The file and its backups are as they were."
        ) from error
    return kept


def _ids(path: Path) -> tuple[str, ...]:
    """Return the ids that the plan at `path` may have, the likeliest first."""
    said = ""
    with contextlib.suppress(OSError, StoreError):
        tables = parsed_tables(content_of(path), path)
        said = str(meta_of(tables, path).get("plan_id", ""))
    return tuple(dict.fromkeys(filter(None, (said, *plan_ids_at(path)))))


def _tables_of(backup: Backup) -> Tables | None:
    """Return the tables of a backup in today's schema; None where it is not a sound plan."""
    try:
        tables = parsed_tables(content_of(backup.path), backup.path)
        meta = meta_of(tables, backup.path)
        if meta["schema_version"] > SCHEMA_VERSION:
            return None
        tables = {**opened_tables(tables, meta["schema_version"]), META: {META_ID: meta}}
        plan_of_file(tables, backup.path)
    except (OSError, StoreError):
        return None
    return tables


def _revision_of(tables: Tables) -> int:
    revision: int = tables[META][META_ID]["revision"]
    return revision


def _changes_from(past: Past, revision: int) -> tuple[Change, ...]:
    """Return the changes of a plan's history from `revision` on, the oldest first.

    The history is read backwards, and no further than that.
    """
    return tuple(takewhile(lambda change: change.revision >= revision, past))[::-1]


def _states(
    backup: Backup, tables: Tables, changes: tuple[Change, ...], problem: str
) -> Iterator[Recovery]:
    """Yield the backup as it is, and with the changes after it made anew, where any can be.

    They are made as far as they follow one another.
    """
    revision = _revision_of(tables)
    later = [change for change in changes if change.revision > revision]
    if any(change.revision <= revision for change in changes):
        problem = ""  # what could not be read is older than the backup
    yield Recovery(backup, tables, 0, len(later), problem)
    replayed = 0
    if later and _is_history_of(tables[META][META_ID], changes):
        plan = plan_of_file(tables, backup.path)
        for change in later:
            if change.revision != revision + replayed + 1:
                break
            try:
                plan = applied(plan, change)
            except ValueError:
                break
            meta = _meta_after(tables[META][META_ID], change)
            tables = {**with_rows(tables, change.rows, plan), META: {META_ID: meta}}
            replayed += 1
    if replayed:
        yield Recovery(backup, tables, replayed, len(later) - replayed, problem)


def _is_among(state: Recovery, others: Sequence[Recovery]) -> bool:
    """Return whether one of the others brings back the same revision with the same rows."""
    return any(
        other.revision == state.revision and other.rows == state.rows for other in reversed(others)
    )


def _is_history_of(meta: dict[str, Any], changes: tuple[Change, ...]) -> bool:
    """Return whether the history belongs to a backup: it has that one's last change."""
    last = meta.get(LAST)
    return any(
        change.revision == meta["revision"] and change.model_dump(mode="json") == last
        for change in changes
    )


def _meta_after(meta: dict[str, Any], change: Change) -> dict[str, Any]:
    return {
        **{name: value for name, value in meta.items() if name != UNRECORDED},
        "schema_version": SCHEMA_VERSION,
        "revision": change.revision,
        "saved_at": change.when,
        LAST: change.model_dump(mode="json"),
    }
