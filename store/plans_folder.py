"""The desk: a folder of plans, and how a plan is named."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from pathlib import Path

from plan.text.clean import clean_line, safe_characters
from store.places import plans_folder

ENDING = ".plan.json"
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')
_RESERVED = re.compile(
    r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[\d¹²³])\s*(\..*)?", re.IGNORECASE
)
_LONGEST_NAME = 80
"""Characters: with a usual folder before it, Windows still opens the path."""
_LONGEST_IN_BYTES = 160
"""As Linux counts a name, with room for the endings and for the temporary file's."""


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
    path = _from_home(named)
    if _is_file(path):
        return path
    if is_path(named):
        ended = with_ending(path)
        return ended if _is_file(ended) else path
    if named.endswith(".json"):
        on_desk = plans_folder() / named
        return on_desk if _is_file(on_desk) else path
    to_the_letter = plans_folder() / f"{named}{ENDING}"
    if _is_file(to_the_letter):
        return to_the_letter
    return plans_folder() / f"{safe_name(named)}{ENDING}"


def is_path(named: str) -> bool:
    """Return whether an officer names a plan by a path, be it only `./Plan.plan.json`."""
    return "/" in named or os.sep in named or _from_home(named).is_absolute()


def new_plan_path(named: str, title: str) -> Path:
    """Return where a new plan is made that an officer calls by a path, or by its name on the desk.

    A path gets the ending by which a plan is known; in a folder, the plan is called `title`.
    """
    path = _from_home(named)
    if named.endswith(("/", os.sep)) or path.is_dir():
        return free_path(path, title)
    return with_ending(path if path.name.endswith(".json") else plan_path(named))


def with_ending(path: Path) -> Path:
    """Return a path with the ending of plans, which `.json` alone is not."""
    if path.name.endswith(ENDING):
        return path
    return path.with_name(f"{path.name.removesuffix('.json')}{ENDING}")


def plans_on_desk(folder: Path) -> tuple[DeskEntry, ...]:
    """Return the plans of `folder`, the one changed last first; none where there is no folder."""
    paths = [path for path in folder.glob(f"*{ENDING}") if _is_file(path)]
    newest_first = sorted(paths, key=lambda path: (-_changed_at(path), path.name))
    return tuple(map(_entry, newest_first))


def free_path(folder: Path, title: str) -> Path:
    """Return a path in `folder` for a plan called `title` that is not taken."""
    return next(free_paths(folder, title))


def free_paths(folder: Path, title: str) -> Iterator[Path]:
    """Yield the paths in `folder` for a plan called `title` that are not taken, without end."""
    name = safe_name(title)
    for number in count(1):
        path = folder / (f"{name}{ENDING}" if number == 1 else f"{name} {number}{ENDING}")
        if not path.exists():
            yield path


def safe_name(title: str) -> str:
    """Return `title` as a file's name that every system accepts, Windows too."""
    name = " ".join(_FORBIDDEN.sub(" ", safe_characters(title)).split())
    name = name[:_LONGEST_NAME].encode()[:_LONGEST_IN_BYTES].decode(errors="ignore").strip(" .")
    if not name:
        return "Plan"
    return f"Plan {name}" if _RESERVED.fullmatch(name) else name


def _from_home(named: str) -> Path:
    try:
        return Path(named).expanduser()
    except RuntimeError:
        return Path(named)


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        return False


def _changed_at(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def _entry(path: Path) -> DeskEntry:
    from store.errors import StoreError
    from store.schema import meta_of
    from store.storage import PlanStorage

    name = clean_line(path.name.removesuffix(ENDING))
    try:
        tables = PlanStorage(path).read() or {}
        saved_at = meta_of(tables, path).get("saved_at")
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
        _local(saved_at),
    )


def _local(saved_at: object) -> datetime | None:
    try:
        return datetime.fromisoformat(str(saved_at)).astimezone()
    except ValueError:
        return None
