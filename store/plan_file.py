"""A plan's file: opened, and from then on written once for each change."""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tinydb import TinyDB

from store.errors import DamagedPlanError, NotSavedError, PlanExistsError, StoreError
from store.history import History, history_path
from store.schema import (
    FORMAT,
    META,
    META_ID,
    SCHEMA_VERSION,
    meta_of,
    migrated,
    plan_of_file,
    stored_row,
    tables_of_plan,
)
from store.storage import PlanStorage, RowTable, Tables

if TYPE_CHECKING:
    from plan.changes import Change
    from plan.model import Plan

APP_VERSION = "0.1.0"


class PlanFile:
    """One plan on the disk.

    `plan` is the plan as it was opened; the plan in memory is its owner's from then on. `revision`
    counts the changes made; `read_only_reason` says why the file may not be written, if so.
    """

    def __init__(self, storage: PlanStorage, tables: Tables) -> None:
        self.path = storage.path
        self._storage = storage
        meta = meta_of(tables, self.path)
        self.plan_id: str = meta.get("plan_id", "")
        self.revision: int = meta["revision"]
        self.saved_at: str = meta.get("saved_at", "")
        self.history = History(history_path(self.path))
        self.read_only_reason = _newer(meta["schema_version"], self.path)
        older = meta["schema_version"] < SCHEMA_VERSION
        self.plan: Plan = plan_of_file(
            migrated(tables, meta["schema_version"]) if older else tables, self.path
        )

    @classmethod
    def create(
        cls, path: Path, plan: "Plan", *, label: str, who: str, now: datetime, replace: bool = False
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
        created = {
            **_no_rows(),
            "label": label,
            "kind": "created",
            "revision": 1,
            "when": now.isoformat(timespec="milliseconds"),
            "who": who,
        }
        tables = tables_of_plan(plan)
        tables[META] = {META_ID: _meta(plan.cover.id, 1, now, created)}
        storage = PlanStorage(path)
        try:
            history_path(path).unlink(missing_ok=True)
            storage.write(tables)
        except OSError as error:
            raise NotSavedError(
                f"The plan {path} could not be made: {_reason(error)}. Nothing was changed."
            ) from error
        return cls.open(path)

    @classmethod
    def open(cls, path: Path) -> "PlanFile":
        """Open the plan at `path`. Raises StoreError, whose text is for the officer."""
        storage = PlanStorage(path)
        try:
            tables = storage.read()
        except OSError as error:
            raise StoreError(f"The plan {path} could not be read: {_reason(error)}.") from error
        if tables is None:
            raise StoreError(f"There is no plan {path}.")
        file = cls(storage, tables)
        file._heal_history(tables)
        return file

    @property
    def tables(self) -> TinyDB:
        """The file as a TinyDB database, for reading: its rows by table and id."""
        TinyDB.table_class = RowTable
        database = TinyDB(storage=lambda: self._storage)
        database.table_class = RowTable
        return database

    def save(self, change: "Change") -> "Change":
        """Write one change, durably and at once, and return it as it was recorded.

        Saving a change again after a failure is safe: what is written already stays as it is.
        Raises NotSavedError, and ChangedOutsideError where the file is not as it was.
        """
        recorded = self._recorded(change)
        tables = self._read()
        if meta_of(tables, self.path)["revision"] != recorded.revision:
            _apply(tables, recorded, self.path)
            self._write(tables, recorded)
        self.revision = recorded.revision
        self._append(recorded.model_dump(mode="json"))
        return recorded

    def _recorded(self, change: "Change") -> "Change":
        if self.read_only_reason:
            raise NotSavedError(self.read_only_reason)
        now = datetime.now(UTC).isoformat(timespec="milliseconds")
        return change.model_copy(update={"revision": self.revision + 1, "when": change.when or now})

    def _read(self) -> Tables:
        tables = self._storage.read()
        if tables is None:
            raise NotSavedError(f"The plan {self.path} is not there any more.")
        return tables

    def _write(self, tables: Tables, change: "Change") -> None:
        now = datetime.now(UTC)
        last = change.model_dump(mode="json")
        tables[META] = {META_ID: _meta(self.plan_id, change.revision, now, last)}
        try:
            self._storage.write(tables)
        except OSError as error:
            raise NotSavedError(
                f"The plan {self.path.name} could not be saved: {_reason(error)}. The last saved "
                "state is untouched and what you did is still here. It will be tried again."
            ) from error
        self.saved_at = now.isoformat(timespec="milliseconds")

    def _heal_history(self, tables: Tables) -> None:
        last = meta_of(tables, self.path).get("last_change")
        if isinstance(last, dict) and not self.read_only_reason:
            self._append(last)

    def _append(self, change: Mapping[str, Any]) -> None:
        """Add to the history what is missing there; the plan holds it too until the next change."""
        try:
            if self.history.last_revision() < change["revision"]:
                self.history.append_json(dict(change))
        except OSError:
            return


def _meta(plan_id: str, revision: int, now: datetime, last: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "schema_version": SCHEMA_VERSION,
        "plan_id": plan_id,
        "revision": revision,
        "app": APP_VERSION,
        "saved_at": now.isoformat(timespec="milliseconds"),
        "last_change": dict(last),
    }


def _no_rows() -> dict[str, Any]:
    return {"rows": [], "of": 0}


def _apply(tables: Tables, change: "Change", path: Path) -> None:
    for row in change.rows:
        table = tables.setdefault(row.table, {})
        before = None if row.before is None else stored_row(row.before)
        if table.get(row.id) != before:
            raise DamagedPlanError(
                f"{path.name} does not hold what this change starts from, so it was not written "
                "and nothing was overwritten. Close the plan and open it again."
            )
        if row.after is None:
            table.pop(row.id, None)
        else:
            table[row.id] = stored_row(row.after)


def _newer(version: int, path: Path) -> str:
    if version <= SCHEMA_VERSION:
        return ""
    return (
        f"{path.name} was written by a newer plandesk (its shape is {version}, this one knows "
        f"{SCHEMA_VERSION}). It can be read here but not changed: update plandesk to go on."
    )


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()
