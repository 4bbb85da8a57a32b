"""Copies of a plan that a synchronising program leaves beside it when two laptops wrote at once.

Such a copy is known by the plan's id in it and by a name that is made from the plan's, with a mark
before `.json` or before `.plan.json`. What it holds is merged from the last state that its history
and the plan's have in common.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from files.ordinary import content_of
from plan.changes.change import Change, ConflictError, tables_of, taken_back
from plan.model.plan import Plan
from store.errors import StoreError
from store.history import ENDING as HISTORY_ENDING
from store.history import History, Past, history_path
from store.places import ENDING, is_file, plan_name
from store.recording import with_unrecorded
from store.schema import SCHEMA_VERSION, meta_of, opened_tables, plan_of_file
from store.storage import PlanStorage, parsed_tables

if TYPE_CHECKING:
    from plan.model.conflicts import JsonTables

_JSON, _STEM_END = ".json", ".plan"
_MARK = re.compile(
    r"""
    -(?!\d+$)\S+        # OneDrive: the name of the machine
    | \s?\(.+\)         # (1), (Jane's conflicted copy 2026-11-26), (conflicted copy …)
    | \.sync-conflict-\S+  # Syncthing
    | [~_]\S*conf\S*    # ownCloud and others: _conflict-…
    """,
    re.VERBOSE,
)


def is_copy_name(name: str, plan_file: str) -> bool:
    """Return whether a file's name is the one of a plan's file with such a mark in it."""
    if not (name.endswith(_JSON) and plan_file.endswith(ENDING)) or name == plan_file:
        return False
    plan = plan_file.removesuffix(ENDING)
    stem = name.removesuffix(_JSON)
    if stem.startswith(f"{plan}{_STEM_END}"):
        mark = stem.removeprefix(f"{plan}{_STEM_END}")
    elif stem.endswith(_STEM_END) and stem.startswith(plan):
        mark = stem.removeprefix(plan).removesuffix(_STEM_END)
    else:
        return False
    return _MARK.fullmatch(mark) is not None


def copies_beside(path: Path, plan_id: str) -> tuple[Path, ...]:
    """Return the copies of the plan at `path` that lie beside it, in order of name."""
    return tuple(
        one for one in named_copies(path, _files(path.parent)) if id_in(one) == plan_id != ""
    )


def namesakes_beside(path: Path, plan_id: str) -> tuple[Path, ...]:
    """Return the files beside it that have its id and a name of their own, in order of name.

    The copy that a person makes in a file manager is one too: `NAME.plan - Copy.json`.
    """
    files = _files(path.parent)
    copies = set(named_copies(path, files))
    return tuple(
        one
        for one in files
        if one not in copies and one.name != path.name and id_in(one) == plan_id != ""
        if not is_copy_name(path.name, one.name)
    )


def named_copies(path: Path, files: Iterable[Path]) -> tuple[Path, ...]:
    """Return those of the files that are named as a copy of the plan at `path`, in order."""
    return tuple(sorted(one for one in files if is_copy_name(one.name, path.name)))


def id_in(path: Path) -> str:
    """Return the id of the plan in a file, empty where it cannot be read as one."""
    try:
        return str(meta_of(PlanStorage(path).read() or {}, path).get("plan_id", ""))
    except (OSError, StoreError):
        return ""


def _files(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in folder.glob(f"*{_JSON}") if is_file(path))
    except OSError:
        return []


@dataclass(frozen=True)
class PlanCopy:
    """A copy of a plan: its rows, and the changes that led to them, the newest first.

    `past` reaches back as far as a history beside it does; `histories` are the files that hold it
    and belong to nothing but the copy.
    """

    path: Path
    plan: Plan
    past: tuple[Change, ...]
    histories: tuple[Path, ...]

    @property
    def rows(self) -> "JsonTables":
        """The rows of the copy."""
        return tables_of(self.plan)

    def base(self, known: set[str]) -> "JsonTables":
        """Return the rows of its latest state that is among the `known` ones, none without one.

        A state is known by the change that led to it; see `told`.
        """
        later: list[Change] = []
        for change in self.past:
            if told(change) in known:
                try:
                    return tables_of(taken_back(self.plan, *reversed(later)))
                except (ConflictError, ValueError):
                    return {}
            later.append(change)
        return {}


def told(change: Change) -> str:
    """Return what tells a recorded change from every other."""
    return change.model_dump_json()


def read_copy(path: Path, plan_path: Path) -> PlanCopy:
    """Read a copy of the plan at `plan_path`. Raises StoreError, and OSError from the disk."""
    stored = parsed_tables(content_of(path), path)
    meta = meta_of(stored, path)
    if meta["schema_version"] > SCHEMA_VERSION:
        raise StoreError(
            f"{path.name} was written by a newer plandesk. It was left as it is: update plandesk "
            "to bring it together with the plan."
        )
    plan = plan_of_file(opened_tables(stored, meta["schema_version"]), path)
    past: Sequence[Change] = ()
    for history in _histories(path, plan_path):
        found = _past(meta, History(history))
        past = max(past, found, key=len)
    own = tuple(one for one in _histories(path, plan_path) if one != history_path(plan_path))
    return PlanCopy(path, plan, tuple(past), own)


def _past(meta: dict[str, Any], history: History) -> tuple[Change, ...]:
    """Return the changes that led to a copy, as far as a history knows them, the newest first.

    A history that was synchronised too may go on after the copy, or have other changes: it counts
    from the change on that the copy's own file names as its last.
    """
    held = tuple(with_unrecorded(meta, ()))
    if not held:
        return ()
    oldest = told(held[-1])
    recorded = Past(history.newest_first())
    for change in recorded:
        if told(change) == oldest:
            return (*held, *_falling(recorded, change.revision))
    return held


def _falling(recorded: Iterable[Change], revision: int) -> Iterator[Change]:
    for change in recorded:
        if change.revision < revision:
            revision = change.revision
            yield change


def _histories(path: Path, plan_path: Path) -> tuple[Path, ...]:
    """Return the histories beside a plan that may be a copy's: by its name, its mark, or ours."""
    plan = plan_name(plan_path)
    stem = path.name.removesuffix(_JSON)
    mark = stem.removeprefix(plan).removeprefix(_STEM_END).removesuffix(_STEM_END)
    ending = HISTORY_ENDING.removesuffix(".jsonl")
    names = (
        history_path(path).name,
        f"{plan}{mark}{HISTORY_ENDING}",
        f"{plan}{ending}{mark}.jsonl",
        history_path(plan_path).name,
    )
    paths = (path.with_name(name) for name in dict.fromkeys(names))
    return tuple(one for one in paths if is_file(one))
