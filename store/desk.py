"""The desk: a folder of plans, and how a plan is named."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from store.places import plans_folder

ENDING = ".plan.json"
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
_LONGEST_NAME = 80
"""Characters: with a usual folder before it, Windows still opens the path."""


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
    problem: str = ""


def plan_path(named: str) -> Path:
    """Return the path of the plan that an officer names: by a path, or by its name on the desk.

    There need not be such a file.
    """
    path = Path(named).expanduser()
    if path.exists() or len(path.parts) > 1 or named.endswith(".json"):
        return path
    return plans_folder() / f"{named}{ENDING}"


def plans_on_desk(folder: Path) -> tuple[DeskEntry, ...]:
    """Return the plans of `folder`, the one changed last first; none where there is no folder."""
    paths = [path for path in folder.glob(f"*{ENDING}") if path.is_file()]
    newest_first = sorted(paths, key=lambda path: (-path.stat().st_mtime, path.name))
    return tuple(map(_entry, newest_first))


def free_path(folder: Path, title: str) -> Path:
    """Return a path in `folder` for a plan called `title` that is not taken."""
    name = safe_name(title)
    path = folder / f"{name}{ENDING}"
    number = 1
    while path.exists():
        number += 1
        path = folder / f"{name} {number}{ENDING}"
    return path


def safe_name(title: str) -> str:
    """Return `title` as a file's name that every system accepts, Windows too."""
    name = _FORBIDDEN.sub(" ", title)
    name = " ".join(name.split())[:_LONGEST_NAME].strip(" .")
    if not name:
        return "Plan"
    return f"{name} plan" if _RESERVED.fullmatch(name) else name


def _entry(path: Path) -> DeskEntry:
    from store.errors import StoreError
    from store.storage import PlanStorage

    name = path.name.removesuffix(ENDING)
    try:
        tables = PlanStorage(path).read() or {}
    except (StoreError, OSError) as error:
        return DeskEntry(name, path, problem=str(error))
    cover: Mapping[str, Any] = next(iter(tables.get("plan", {}).values()), {})
    meta = tables.get("meta", {}).get("plan", {})
    return DeskEntry(
        name,
        path,
        str(cover.get("title", "")),
        str(cover.get("subtitle", "")),
        str(cover.get("date", "")),
        len(tables.get("aims", {})),
        len(tables.get("actions", {})),
        _local(meta.get("saved_at")),
    )


def _local(saved_at: object) -> datetime | None:
    try:
        return datetime.fromisoformat(str(saved_at)).astimezone()
    except ValueError:
        return None
