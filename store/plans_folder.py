"""The plans on the desk: what each file says of itself, without opening the plan."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from plan.text.clean import clean_line
from store.errors import StoreError
from store.places import ENDING, is_file, plan_name
from store.schema import local_time, meta_of
from store.storage import PlanStorage


@dataclass(frozen=True)
class DeskEntry:
    """A plan on the desk; `problem` says why it cannot be read, if so."""

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


def plans_on_desk(folder: Path) -> tuple[DeskEntry, ...]:
    """Return the plans of `folder`, the one changed last first; none where there is no folder."""
    paths = [path for path in folder.glob(f"*{ENDING}") if is_file(path)]
    newest_first = sorted(paths, key=lambda path: (-_changed_at(path), path.name))
    return tuple(map(plan_entry, newest_first))


def plan_names(folder: Path) -> tuple[str, ...]:
    """Return the names of the plans of `folder` in their order, without a look into them."""
    paths = (path for path in folder.glob(f"*{ENDING}") if is_file(path))
    return tuple(sorted((clean_line(plan_name(path)) for path in paths), key=str.casefold))


def _changed_at(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def plan_entry(path: Path) -> DeskEntry:
    """Return what the file of a plan says of itself, or why it cannot be read."""
    name = clean_line(plan_name(path))
    try:
        tables = PlanStorage(path).read() or {}
        meta = meta_of(tables, path)
    except StoreError as error:
        return DeskEntry(name, path, problem=clean_line(str(error)))
    except OSError as error:
        return DeskEntry(name, path, problem=f"{path.name} could not be read: {error.strerror}.")
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
