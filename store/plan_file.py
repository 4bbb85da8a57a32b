"""A plan's file: opened, and from then on written once for each change."""

import contextlib
import os
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from files.ordinary import is_no_file, reason_of
from plan.changes.change import Change, ChangedSinceError, ConflictError, applied
from plan.model.plan import Plan
from plan.text.clean import clean_line
from store.backups import PlanBackups, keep_replaced
from store.errors import (
    DamagedPlanError,
    DiskRefusedError,
    NotSavedError,
    PlanExistsError,
    StoreError,
)
from store.history import History, history_path
from store.places import plan_name
from store.recording import LAST, UNRECORDED, Recorder
from store.safe_file import clear_leftovers, is_marked_read_only, sync_folder, write_safely
from store.schema import (
    FORMAT,
    META,
    META_ID,
    SCHEMA_VERSION,
    meta_of,
    opened_tables,
    plan_of_file,
    tables_of_plan,
    with_rows,
)
from store.storage import PlanStorage, Tables

if TYPE_CHECKING:
    from store.changed_file import ChangedFile
    from store.database import PlanDatabase

APP_VERSION = "0.1.0"


class PlanFile:
    """One plan on the disk.

    `plan` is the plan as it is in the file; the plan in memory is its owner's. `revision` counts
    the changes made; `read_only_reason` says why the file may not be written, if so, and `warning`
    what the officer should know of the last save although it succeeded.
    """

    def __init__(self, storage: PlanStorage, tables: Tables, read_only_because: str = "") -> None:
        self.path = storage.path
        self._storage = storage
        meta = meta_of(tables, self.path)
        self.plan_id = str(meta.get("plan_id", ""))
        self.revision: int = meta["revision"]
        self._opened_as = meta
        self.saved_at = str(meta.get("saved_at", ""))
        self.history = History(history_path(self.path))
        self._version: int = meta["schema_version"]
        self.read_only_reason = (
            _newer(self._version, self.path) or _protected(self.path) or read_only_because
        )
        self.warning = ""
        self._tables = opened_tables(tables, self._version)
        self.plan: Plan = self._opened_plan()
        self._recorder = Recorder(self.history)

    @classmethod
    def create(
        cls, path: Path, plan: Plan, *, label: str, who: str, now: datetime, replace: bool = False
    ) -> "PlanFile":
        """Make the file of a new plan and return it, open.

        Raises PlanExistsError where there is a file already, unless `replace` is given, and
        NotSavedError where the disk refuses.
        """
        if path.exists() and not replace:
            raise PlanExistsError(
                f"There is a plan {path} already, and it was left as it is. "
                "Choose another name, or say that it may be replaced."
            )
        created = stamped(Change(label=label, rows=(), kind="created"), 1, who, now)
        tables = tables_of_plan(plan)
        tables[META] = {META_ID: _meta(plan.cover.id, now, created)}
        try:
            if replace:
                keep_replaced(path, now)
            storage = PlanStorage(path)
            storage.write(tables)
        except OSError as error:
            raise NotSavedError(
                f"The plan {path} could not be made: {reason_of(error)}. Nothing was changed."
            ) from error
        PlanBackups(plan.cover.id, path).keep_if_due(storage.content, created.revision, now)
        return cls.open(path)

    @classmethod
    def open(cls, path: Path, *, read_only_because: str = "") -> "PlanFile":
        """Open the plan at `path`, only to be read where a reason is given.

        Raises StoreError, whose text is for the officer.
        """
        storage = PlanStorage(path)
        try:
            tables = storage.read()
        except OSError as error:
            advice = " Nothing was changed. Choose the file of a plan." if is_no_file(error) else ""
            raise StoreError(
                f"The plan {path} could not be read: {reason_of(error)}.{advice}"
            ) from error
        if tables is None:
            raise StoreError(f"There is no plan {path}.")
        file = cls(storage, tables, read_only_because)
        if not file.read_only_reason:
            file._settle()
        return file

    @property
    def tables(self) -> "PlanDatabase":
        """The file as a TinyDB database, for reading: its rows by table and id."""
        # TinyDB is loaded for whoever reads a plan through it, not for who opens one.
        from store.database import PlanDatabase, ReadingStorage  # noqa: PLC0415

        return PlanDatabase(self._storage, storage=ReadingStorage)

    def newest_first(self) -> Iterator[Change]:
        """Return the changes that led to the plan as it is in the file, the newest first.

        They are read from the end of the history, as far as is asked for. Raises HistoryError
        after what could be read, where that is not all.
        """
        return self._recorder.newest_first(self._opened_as, self.revision)

    def past(self) -> tuple[Change, ...]:
        """Return every change that led to the plan as it is in the file, the oldest first.

        Raises HistoryError where they cannot all be read.
        """
        return tuple(self.newest_first())[::-1]

    def save(self, change: Change) -> Change:
        """Write one change, durably and at once, and return it as it was recorded.

        One that is not `stamped` for the next revision is stamped here. Saving a change again
        after a failure is safe: it is made in what was saved before it. Raises NotSavedError, and
        ChangedOutsideError where the file is not as it was.
        """
        if self.read_only_reason:
            raise NotSavedError(self.read_only_reason)
        now, following = datetime.now(UTC), self.revision + 1
        recorded = (
            change if change.revision == following else stamped(change, following, change.who, now)
        )
        plan = self._plan_after(recorded)
        tables = with_rows(self._tables, recorded.rows, plan)
        self._recorder.force()
        tables[META] = {META_ID: _meta(self.plan_id, now, recorded, self._recorder.waiting)}
        self._back_up_if_due(now)
        self._write(tables)
        self._tables, self.plan = tables, plan
        self.revision, self.saved_at = recorded.revision, _stamp(now)
        self._warn_of_history(self._recorder.record(recorded))
        return recorded

    def _plan_after(self, change: Change) -> Plan:
        """Return the plan that the file will hold; raise NotSavedError where it cannot be made."""
        name = self.path.name
        try:
            return applied(self.plan, change)
        except ChangedSinceError as error:
            raise NotSavedError(
                f"{name} does not hold what this change starts from, so it was not written "
                "and nothing was overwritten. Close the plan and open it again."
            ) from error
        except ConflictError as error:
            raise NotSavedError(
                f"A change to {name} was not written, as it would leave rows that belong to "
                "nothing in the plan. The last saved state is untouched."
            ) from error
        except ValidationError as error:
            row, reason = "".join(error.__notes__), error.errors(include_url=False)[0]["msg"]
            raise NotSavedError(
                f"A change to {name} was not written, as the plan could not be opened after it "
                f"({row}: {reason}). The last saved state is untouched."
            ) from error

    def _warn_of_history(self, problem: str) -> None:
        if problem:
            self.warning = (
                f"The plan {self.path.name} is saved, but its history could not be written: "
                f"{problem}. What the history lacks is kept in the plan until it can."
            )

    def changed_outside(self) -> "ChangedFile | None":
        """Return what another program has put in the file, None where it is as it was left.

        Raises CannotMergeError where that is not a state of this plan.
        """
        # Merging is loaded when a file has been changed elsewhere, not when it is opened.
        from store.changed_file import read_changed_file  # noqa: PLC0415

        return read_changed_file(self._storage, self._tables, self.history)

    def adopt(self, changed: "ChangedFile") -> None:
        """Take what is in the file now as the state from which the next save starts.

        What was saved before stays in the history, and so does what the file brings.
        """
        self._storage, self._tables, self.plan = changed.storage, changed.tables, changed.plan
        meta = meta_of(changed.stored, self.path)
        self._version, self.revision = changed.version, meta["revision"]
        self._opened_as = meta
        self.saved_at = str(meta.get("saved_at", ""))
        self._recorder.catch_up(meta)

    def _opened_plan(self) -> Plan:
        try:
            return plan_of_file(self._tables, self.path)
        except DamagedPlanError as error:
            if self._version > SCHEMA_VERSION:
                raise StoreError(
                    f"{self.path.name} was written by a newer plandesk and cannot be read by this "
                    "one. It was not changed: update plandesk to go on."
                ) from error
            raise

    def _write(self, tables: Tables) -> None:
        try:
            self._keep_older()
            self._storage.write(tables)
        except OSError as error:
            raise DiskRefusedError(
                f"The plan {self.path.name} could not be saved: {reason_of(error)}. The last saved "
                "state is untouched."
            ) from error
        self._version = SCHEMA_VERSION

    @cached_property
    def _backups(self) -> PlanBackups:
        """The backups of the plan; needed when it is first saved."""
        return PlanBackups(self.plan_id, self.path)

    def _back_up_if_due(self, now: datetime) -> None:
        """Keep what is about to be overwritten; where that fails, the plan is still saved."""
        self.warning = self._backups.keep_if_due(self._storage.content, self.revision, now)

    def _keep_older(self) -> None:
        """Keep a copy of a plan of an older shape before it is first written in today's."""
        if self._version < SCHEMA_VERSION:
            name = plan_name(self.path)
            copy = self.path.with_name(f"{name}.v{self._version}.bak")
            write_safely(copy, self._storage.content)

    def _settle(self) -> None:
        """Put right what a crash has left: temporary files, a history that lags, an unsafe name.

        What the officer is shown is on the disk from then on, even where the save that wrote it
        was cut off before the folder was forced to it.
        """
        clear_leftovers(self.path)
        with contextlib.suppress(OSError):
            sync_folder(Path(os.path.realpath(self.path)).parent)
        self._warn_of_history(self._recorder.catch_up(self._opened_as))


def stamped(change: Change, revision: int, who: str, now: datetime) -> Change:
    """Return the change as it is recorded: which revision it makes, who made it and when (UTC).

    A time that it has already is kept. Its words become such as can be written; a user's name may
    be no Unicode.
    """
    return change.model_copy(
        update={
            "label": clean_line(change.label),
            "revision": revision,
            "when": change.when or _stamp(now),
            "who": clean_line(who),
        }
    )


def _meta(
    plan_id: str, now: datetime, last: Change, unrecorded: tuple[Change, ...] = ()
) -> dict[str, Any]:
    waiting = [change.model_dump(mode="json") for change in unrecorded]
    return {
        "format": FORMAT,
        "schema_version": SCHEMA_VERSION,
        "plan_id": plan_id,
        "revision": last.revision,
        "app": APP_VERSION,
        "saved_at": _stamp(now),
        LAST: last.model_dump(mode="json"),
        **({UNRECORDED: waiting} if waiting else {}),
    }


def _stamp(now: datetime) -> str:
    return now.isoformat(timespec="milliseconds")


def _newer(version: int, path: Path) -> str:
    if version <= SCHEMA_VERSION:
        return ""
    return (
        f"{path.name} was written by a newer plandesk (its shape is {version}, this one knows "
        f"{SCHEMA_VERSION}). It can be read here but not changed: update plandesk to go on."
    )


def _protected(path: Path) -> str:
    """Return a sentence that says that the file is marked as read-only, empty if it is not."""
    try:
        if not is_marked_read_only(path):
            return ""
    except OSError:
        return ""
    return (
        f"{path.name} is marked as read-only. It can be read here but not changed: take the mark "
        "away in the file's properties to go on."
    )
