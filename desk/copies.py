"""Merge copies of a plan into it, or make another plan of one by giving it a new id."""

import contextlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from desk.session import LONGEST_SAVE, PlanSession, who_is_here
from desk.sharing import lists_of
from files.ordinary import reason_of
from plan.changes.change import Change, tables_of
from plan.changes.merging import merge, merge_change
from plan.model.fields import TableName
from plan.model.plan import Plan, plan_of_tables
from plan.model.rows import ROW_KINDS, Row, conflict_id, new_id
from plan.text.line_breaks import counted
from store import bin as plan_bin
from store.copies import PlanCopy, copies_beside, namesakes_beside, read_copy, told
from store.errors import NotSavedError, StoreError
from store.lock import hold
from store.pictures import pictures_folder, take_along
from store.places import ENDING, free_path
from store.plan_file import PlanFile
from store.save_copy import save_copy

_POINTING = {"parent", "on_row"}
_CONFLICT_KEY = ("on_table", "on_row", "on_field")


@dataclass(frozen=True)
class BroughtTogether:
    """What became of the copies of a plan.

    `names` are the files that are in the plan and in the bin now, `problems` has a sentence for
    each that was left where it is.
    """

    names: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()

    @property
    def sentence(self) -> str:
        """What was done, empty where there was no copy."""
        if not self.names:
            return ""
        copies = counted(len(self.names), "copy", "copies")
        named = ", ".join(self.names)
        is_in = "is" if len(self.names) == 1 else "are"
        return f"Brought together: {copies} {is_in} in the plan now, and in the bin: {named}."


def save_as(session: PlanSession, kept: Path) -> None:
    """Write an open plan as it is in memory to the new file `kept`, its pictures beside it.

    Nothing is saved in its own file any more. Raises NotSavedError where the disk refuses.
    """
    now = datetime.now(UTC)
    save_copy(kept, session.plan, name=session.path.name, who=who_is_here(), now=now)
    with contextlib.suppress(OSError):  # they are still where the plan was
        take_along(pictures_folder(session.path), pictures_folder(kept))
    session.abandon()


def copies_of(session: PlanSession) -> tuple[Path, ...]:
    """Return the copies that lie beside the file of an open plan."""
    return copies_beside(session.path, session.plan_id)


def namesakes_of(session: PlanSession) -> tuple[Path, ...]:
    """Return the files beside it that hold the same plan under a name of their own."""
    return namesakes_beside(session.path, session.plan_id)


@dataclass(frozen=True)
class Merged:
    """Copies that were read, the one change that brings them into the plan, and what went wrong."""

    change: Change
    copies: tuple[PlanCopy, ...]
    problems: tuple[str, ...]


def merged(session: PlanSession, paths: Sequence[Path]) -> Merged:
    """Merge copies with an open plan, which stays as it is.

    Each is merged from the last state that its history has in common with the plan's, or with a
    copy's that is in it already.
    """
    copies, problems = _read(session, paths)
    for copy in copies:
        with contextlib.suppress(OSError):  # they go to the bin with the copy all the same
            take_along(pictures_folder(copy.path), pictures_folder(session.path))
    known = {told(change) for change in session.newest_first()}
    before = wanted = tables_of(session.plan)
    for copy in copies:
        wanted = merge(copy.base(known), wanted, copy.rows, lists_of(session))
        known |= {told(change) for change in copy.past}
    label = f"Bring together with {counted(len(copies), 'copy', 'copies')}"
    change = merge_change(before, wanted).model_copy(update={"label": label})
    return Merged(change, tuple(copies), tuple(problems))


def put_in_bin(done: Merged) -> BroughtTogether:
    """Put copies that are in the plan, which is saved, in the bin."""
    problems = list(done.problems)
    names = [copy.path.name for copy in done.copies if _is_binned(copy, problems)]
    return BroughtTogether(tuple(names), tuple(problems))


def bring_together(session: PlanSession, paths: Sequence[Path]) -> BroughtTogether:
    """Merge copies into an open plan, as one change, and put them in the bin once it is saved.

    Raises NotSavedError where the plan cannot be saved: then the copies are where they were.
    """
    if session.read_only_reason:
        raise NotSavedError(session.read_only_reason)
    done = merged(session, paths)
    session.make(done.change)
    if not session.saved(LONGEST_SAVE):
        raise NotSavedError(f"{session.save_state.problem} The copies are where they were.")
    return put_in_bin(done)


def _read(session: PlanSession, paths: Sequence[Path]) -> tuple[list[PlanCopy], list[str]]:
    copies: list[PlanCopy] = []
    problems: list[str] = []
    for path in paths:
        try:
            copy = read_copy(path, session.path)
            if copy.plan.cover.id != session.plan.cover.id:
                raise StoreError(f"{path.name} has the cover of another plan. It was left alone.")
        except StoreError as error:
            problems.append(str(error))
        except OSError as error:
            why = reason_of(error)
            problems.append(f"{path.name} could not be read: {why}. It is where it was.")
        else:
            copies.append(copy)
    return copies, problems


def _is_binned(copy: PlanCopy, problems: list[str]) -> bool:
    held = hold(copy.path, who_is_here(), is_command=True)
    try:
        if held.is_taken:
            raise StoreError(f"{copy.path.name} is in the plan, but open elsewhere, so it stays.")
        plan_bin.delete(copy.path, datetime.now(UTC), copy.histories)
    except StoreError as error:
        problems.append(str(error))
        return False
    finally:
        held.release()
    return True


def make_own(path: Path, other: str) -> Path:
    """Make a plan of its own of a file that holds the same plan as another: it gets a new id.

    `other` is the name of that other plan. The file as it was is among the backups. Return its
    path, which is another where the file had no name by which a plan is known. Raises StoreError.
    """
    if not path.name.endswith(ENDING):
        path = _rename(path)
    held = hold(path, who_is_here(), is_command=True)
    try:
        if held.read_only_reason:
            raise NotSavedError(held.read_only_reason)
        plan = with_new_id(PlanFile.open(path).plan)
        label = f"A plan of its own, made from {other}"
        now = datetime.now(UTC)
        PlanFile.create(path, plan, label=label, who=who_is_here(), now=now, replace=True)
    finally:
        held.release()
    return path


def _rename(path: Path) -> Path:
    """Give a plan's file a name by which it is known: `Plan - Copy.plan.json`."""
    stem = path.name.removesuffix(".json").replace(ENDING.removesuffix(".json"), "", 1)
    named = free_path(path.parent, stem)
    try:
        return path.rename(named)
    except OSError as error:
        raise NotSavedError(
            f"{path.name} could not be called {named.name}: {reason_of(error)}. It is as it was."
        ) from error


def with_new_id(plan: Plan) -> Plan:
    """Return the plan under another id: what belongs to its cover, or speaks of it, follows."""
    old, new = plan.cover.id, new_id()
    tables: dict[TableName, dict[str, Row]] = {}
    for name in ROW_KINDS:
        kind = ROW_KINDS[name]
        tables[name] = {}
        for row in plan.table(name).values():
            values = row.as_json()
            for field in _POINTING & values.keys():
                values[field] = new if values[field] == old else values[field]
            if name == "plan":
                values["id"] = new
            elif name == "conflicts":
                values["id"] = conflict_id(*(values[one] for one in _CONFLICT_KEY))
            tables[name][values["id"]] = kind.model_validate(values)
    return plan_of_tables(tables)
