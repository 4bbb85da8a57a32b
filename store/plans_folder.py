"""The plans on the desk: what each file says of itself, without opening the plan."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from files.ordinary import reason_of
from plan.text.clean import clean_line
from store.copies import id_in, named_copies
from store.errors import StoreError
from store.places import ENDING, changed_at, is_file, plan_name
from store.schema import local_time, meta_of
from store.storage import PlanStorage


@dataclass(frozen=True)
class DeskEntry:
    """A plan on the desk; `problem` says why it cannot be read, if so.

    `copies` is how many copies of it a synchronising program has left beside it; they are no plans
    of their own.
    """

    name: str
    path: Path
    title: str = ""
    subtitle: str = ""
    date: str = ""
    aims: int = 0
    actions: int = 0
    saved_at: datetime | None = None
    plan_id: str = ""
    problem: str = ""
    copies: int = 0


def plans_on_desk(folder: Path) -> tuple[DeskEntry, ...]:
    """Return the plans of `folder`, the one changed last first; none where there is no folder."""
    files = [path for path in folder.glob("*.json") if is_file(path)]
    paths = [path for path in files if path.name.endswith(ENDING)]
    entries = {path: plan_entry(path) for path in paths}
    copies = _copies(entries, files)
    newest_first = sorted(
        (path for path in paths if path not in copies),
        key=lambda path: (-changed_at(path), path.name),
    )
    counts = Counter(copies.values())
    return tuple(replace(entries[path], copies=counts[path]) for path in newest_first)


def _copies(entries: Mapping[Path, DeskEntry], files: Sequence[Path]) -> dict[Path, Path]:
    """Return for each copy of a plan among the files which plan it is a copy of."""
    copies: dict[Path, Path] = {}
    for path in sorted(entries, key=lambda path: (len(path.name), path.name)):
        plan_id = entries[path].plan_id
        if path in copies or not plan_id:
            continue
        for one in named_copies(path, files):
            if (entries[one].plan_id if one in entries else id_in(one)) == plan_id:
                copies.setdefault(one, path)
    return copies


def plan_names(folder: Path) -> tuple[str, ...]:
    """Return the names of the plans of `folder` in their order, without a look into them.

    Only one that is named as a copy of another is looked into, and left out where it is one.
    """
    paths = sorted(path for path in folder.glob(f"*{ENDING}") if is_file(path))
    copies = {
        one
        for path in paths
        for one in named_copies(path, paths)
        if id_in(one) == id_in(path) != ""
    }
    names = (clean_line(plan_name(path)) for path in paths if path not in copies)
    return tuple(sorted(names, key=str.casefold))


def plan_entry(path: Path) -> DeskEntry:
    """Return what the file of a plan says of itself, or why it cannot be read."""
    name = clean_line(plan_name(path))
    try:
        tables = PlanStorage(path).read() or {}
        meta = meta_of(tables, path)
    except StoreError as error:
        return DeskEntry(name, path, problem=clean_line(str(error)))
    except OSError as error:
        return DeskEntry(name, path, problem=f"{path.name} could not be read: {reason_of(error)}.")
    cover = next((row for row in tables.get("plan", {}).values() if isinstance(row, dict)), {})
    return DeskEntry(
        name,
        path,
        clean_line(str(cover.get("title", ""))),
        clean_line(str(cover.get("subtitle", ""))),
        clean_line(str(cover.get("date", ""))),
        len(tables.get("aims", {})),
        len(tables.get("actions", {})),
        local_time(meta.get("saved_at")),
        str(meta.get("plan_id", "")),
    )
