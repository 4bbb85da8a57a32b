"""What a plan's file holds once another program has changed it, as far as it is still our plan."""

import stat
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from plan.changes.change import Change, ConflictError, applied, tables_of
from plan.changes.merging import JsonTables
from plan.model.plan import Plan
from store.errors import CannotBringTogetherError, DamagedPlanError, NotAPlanError
from store.history import History, Past
from store.recording import LAST, with_held
from store.schema import SCHEMA_VERSION, meta_of, opened_tables, plan_of_file
from store.storage import PlanStorage, Tables

Meta: TypeAlias = dict[str, Any]

_LEFT_AS_IT_IS = "The file was left as it is, and what you did is still on the screen."


@dataclass(frozen=True)
class Outside:
    """The state that another program has put in the place of the one we saved last.

    `base` are the rows that both began with: those we saved last, where the file goes on from
    them, and none where it does not, as an older copy that was brought back.
    """

    storage: PlanStorage
    stored: Tables
    tables: Tables
    version: int
    plan: Plan
    base: JsonTables

    @property
    def rows(self) -> JsonTables:
        """The rows of the file."""
        return tables_of(self.plan)


def read_outside(saved: PlanStorage, tables: Tables, history: History) -> Outside | None:
    """Read what the file of a plan holds now; None where it is as `saved`, of `tables`, left it.

    Raises CannotBringTogetherError, whose text is for the officer, where it is gone, unreadable,
    another plan, or nothing that this plandesk may write.
    """
    name, storage = saved.path.name, PlanStorage(saved.path)
    try:
        stored = storage.read()
        if stored is None:
            raise CannotBringTogetherError(
                f"The file {name} is gone: it was moved, renamed or deleted, or its folder cannot "
                "be reached. What you did is still on the screen."
            )
        if saved.holds(storage.content):
            return None
        return _read(storage, stored, tables, history)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise CannotBringTogetherError(
            f"The file {name} was changed by another program and could not be read: {reason}. "
            f"{_LEFT_AS_IT_IS}"
        ) from error
    except (DamagedPlanError, NotAPlanError) as error:
        raise CannotBringTogetherError(
            f"Another program has written {name}, and it cannot be brought together with what is "
            f"on the screen. {error}"
        ) from error


def _read(storage: PlanStorage, stored: Tables, saved: Tables, history: History) -> Outside:
    path = storage.path
    ours, theirs = meta_of(saved, path), meta_of(stored, path)
    if theirs.get("plan_id") != ours.get("plan_id"):
        raise CannotBringTogetherError(
            f"The file {path.name} is another plan now: it was put in the place of this one. "
            f"{_LEFT_AS_IT_IS}"
        )
    version: int = theirs["schema_version"]
    if version > SCHEMA_VERSION or not path.stat().st_mode & stat.S_IWUSR:
        raise CannotBringTogetherError(
            f"The file {path.name} was written by a newer plandesk or is marked as read-only now, "
            f"so that it may not be changed here. {_LEFT_AS_IT_IS}"
        )
    tables = opened_tables(stored, version)
    before, now = plan_of_file(saved, path), plan_of_file(tables, path)
    if set(before.table("plan")) != set(now.table("plan")):
        raise CannotBringTogetherError(
            f"The file {path.name} has the cover of another plan now. {_LEFT_AS_IT_IS}"
        )
    goes_on = _goes_on(before, now, _later(ours, theirs, history))
    return Outside(storage, stored, tables, version, now, tables_of(before) if goes_on else {})


def _later(ours: Meta, theirs: Meta, history: History) -> list[Change] | None:
    """Return the changes that were made after the one we saved last, as far as is recorded.

    None where that one is not among what the file goes back to: it has gone another way.
    """
    last, theirs_last = ours[LAST], theirs.get(LAST)
    if last == theirs_last:
        return []
    later: list[Change] = []
    for change in Past(with_held(theirs, history.newest_first())):
        recorded = change.model_dump(mode="json")
        if not later and recorded != theirs_last:
            return None
        if recorded == last:
            return later[::-1]
        later.append(change)
        if change.revision <= ours["revision"]:
            return None
    return None


def _goes_on(saved: Plan, now: Plan, later: Sequence[Change] | None) -> bool:
    """Return whether the plan in the file is the one we saved with `later` made in it.

    With no later change at all somebody wrote in the file itself, and began with what was there.
    """
    if not later:
        return later is not None
    try:
        for change in later:
            saved = applied(saved, change)
    except (ConflictError, ValueError):
        return False
    return tables_of(saved) == tables_of(now)
