"""Read a plan's file that another program has changed, if it is still the same plan."""

from collections.abc import Container, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from files.ordinary import reason_of
from plan.changes.change import Change, ConflictError, applied, tables_of
from plan.changes.merging import (
    Choices,
    Comparison,
    compared,
    merge_change,
    resolved,
    take_change,
)
from plan.model.conflicts import JsonTables
from plan.model.plan import Plan
from store.errors import CannotMergeError, DamagedPlanError, NotAPlanError
from store.history import History, Past
from store.recording import LAST, with_unrecorded
from store.safe_file import is_marked_read_only
from store.schema import SCHEMA_VERSION, meta_of, opened_tables, plan_of_file
from store.storage import PlanStorage, Tables

Meta: TypeAlias = dict[str, Any]

_LEFT_AS_IT_IS = "The file was left as it is, and what you did is still on the screen."


@dataclass(frozen=True)
class ChangedFile:
    """The state of a plan's file that another program has written over ours.

    `base` has the rows from which both states started: those we saved last if the file continues
    from them, else none, as with an older copy that was put back. `problem` says in a sentence why
    the history could not be read far enough to know, empty where it could.
    """

    storage: PlanStorage
    stored: Tables
    tables: Tables
    version: int
    plan: Plan
    base: JsonTables
    problem: str = ""

    @property
    def rows(self) -> JsonTables:
        """The rows of the file."""
        return tables_of(self.plan)

    def compared(self, plan: Plan, lists: Container[str] = ()) -> Comparison:
        """Return how `plan`, the one on the screen, differs from what is in the file.

        `lists` are the ids of the council's own fields that hold lists.
        """
        return compared(self.base, tables_of(plan), self.rows, lists)

    def merged(
        self, plan: Plan, choices: Choices, lists: Container[str] = ()
    ) -> tuple[Change, Change]:
        """Return the two changes that lead from the file to `plan` merged with it.

        The first merges what was done here, the second takes the file's wording where `choices`
        say so. Raises ValueError where no plan would come of them.
        """
        comparison = self.compared(plan, lists)
        ours = resolved(comparison, {})
        merge = merge_change(self.rows, ours)
        take = take_change(ours, resolved(comparison, choices))
        applied(applied(self.plan, merge), take)
        return merge, take


def read_changed_file(saved: PlanStorage, tables: Tables, history: History) -> ChangedFile | None:
    """Read a plan's file as it is now; None where it is still as we saved it.

    `saved` is our last state of it and `tables` its content. Raises CannotMergeError, whose
    text is for the officer, where the file is gone, unreadable, another plan, or not to be written
    by this plandesk.
    """
    name, storage = saved.path.name, PlanStorage(saved.path)
    try:
        stored = storage.read()
        if stored is None:
            raise CannotMergeError(
                f"The file {name} is gone: it was moved, renamed or deleted, or its folder cannot "
                "be reached. What you did is still on the screen."
            )
        if saved.holds(storage.content):
            return None
        return _read(storage, stored, tables, history)
    except OSError as error:
        reason = reason_of(error)
        raise CannotMergeError(
            f"The file {name} was changed by another program and could not be read: {reason}. "
            f"{_LEFT_AS_IT_IS}"
        ) from error
    except (DamagedPlanError, NotAPlanError) as error:
        raise CannotMergeError(
            f"Another program has written {name}, and it cannot be brought together with what is "
            f"on the screen. {error}"
        ) from error


def _read(storage: PlanStorage, stored: Tables, saved: Tables, history: History) -> ChangedFile:
    path = storage.path
    ours, theirs = meta_of(saved, path), meta_of(stored, path)
    if theirs.get("plan_id") != ours.get("plan_id"):
        raise CannotMergeError(
            f"The file {path.name} is another plan now: it was put in the place of this one. "
            f"{_LEFT_AS_IT_IS}"
        )
    version: int = theirs["schema_version"]
    why = "is marked as read-only now" if is_marked_read_only(path) else ""
    if version > SCHEMA_VERSION:
        why = "was written by a newer plandesk meanwhile"
    if why:
        raise CannotMergeError(
            f"The file {path.name} {why}, so that it may not be changed here. {_LEFT_AS_IT_IS}"
        )
    tables = opened_tables(stored, version)
    before, now = plan_of_file(saved, path), plan_of_file(tables, path)
    if set(before.table("plan")) != set(now.table("plan")):
        raise CannotMergeError(
            f"The file {path.name} has the cover of another plan now. {_LEFT_AS_IT_IS}"
        )
    past = Past(with_unrecorded(theirs, history.newest_first()))
    goes_on = _goes_on(before, now, _later(ours, theirs, past))
    base = tables_of(before) if goes_on else {}
    return ChangedFile(storage, stored, tables, version, now, base, past.problem)


def _later(ours: Meta, theirs: Meta, past: Past) -> list[Change] | None:
    """Return the changes of the file's `past` after the one that we saved last.

    None where the file's history does not contain that one: the two have parted before it.
    """
    last, theirs_last = ours[LAST], theirs.get(LAST)
    if last == theirs_last:
        return []
    later: list[Change] = []
    for change in past:
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
    """Return whether the plan in the file is the one we saved, with the changes `later` applied.

    With no later change, somebody has edited the file itself, starting from what was there.
    """
    if not later:
        return later is not None
    try:
        for change in later:
            saved = applied(saved, change)
    except (ConflictError, ValueError):
        return False
    return tables_of(saved) == tables_of(now)
