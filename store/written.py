"""Which files were written of which plan last: kept so that they can be opened tomorrow too."""

import contextlib
import os
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from files.ordinary import content_of
from store.places import state_folder
from store.safe_file import make_folder, write_safely

LARGEST_LIST = 1024 * 1024
"""Bytes of the file."""
MOST_FILES, MOST_PLANS = 60, 200
"""How many files of a plan are remembered, and of how many plans."""


class WrittenFiles(BaseModel):
    """The paths of the files written last, the newest first, by the path of their plan.

    `checksums` are those of what was written there, by the path of the file.
    """

    model_config = ConfigDict(frozen=True, extra="ignore", defer_build=True)

    plans: dict[str, tuple[str, ...]] = {}
    checksums: dict[str, str] = {}


def written_of(plan: Path) -> tuple[Path, ...]:
    """Return the files that were written of the plan at `plan` and are still there."""
    files = map(Path, _load().plans.get(_key(plan), ()))
    return tuple(one for one in files if one.exists())


def is_as_written(path: Path) -> bool:
    """Return whether plandesk wrote the file at `path` here and nobody has changed it since."""
    known = _load().checksums.get(_file(path), "")
    return bool(known) and _checksum(path) == known


def keep_written(plan: Path, files: Iterable[Path]) -> None:
    """Remember which files of a plan were written just now, the last one last, and what is in them.

    A disk that refuses is let be: the files themselves are there.
    """
    held = _load()
    kept = dict(held.plans)
    key = _key(plan)
    newest = [_file(one) for one in files][::-1]
    before = kept.pop(key, ())
    kept[key] = tuple(dict.fromkeys((*newest, *before)))[:MOST_FILES]
    checksums = {**held.checksums, **{one: _checksum(Path(one)) for one in newest}}
    _save(dict(list(kept.items())[-MOST_PLANS:]), checksums)


def _file(path: Path) -> str:
    return os.path.abspath(path)  # noqa: PTH100 - a link stays a link


def _checksum(path: Path) -> str:
    """Return the checksum of a file, empty where it cannot be read."""
    try:
        return sha256(content_of(path)).hexdigest()
    except (OSError, ValueError):
        return ""


def follow_renamed(before: Path, after: Path) -> None:
    """Remember the files of a plan under the path that the plan has now."""
    held = _load()
    kept = dict(held.plans)
    files = kept.pop(_key(before), None)
    if files is not None:
        kept[_key(after)] = files
        _save(kept, held.checksums)


def _key(plan: Path) -> str:
    return str(plan.resolve())


def _path() -> Path:
    return state_folder() / "written.json"


def _load() -> WrittenFiles:
    try:
        return WrittenFiles.model_validate_json(content_of(_path(), LARGEST_LIST))
    except (OSError, ValidationError):
        return WrittenFiles()


def _save(plans: dict[str, tuple[str, ...]], checksums: dict[str, str]) -> None:
    """Keep the list, with the checksums of the files that are in it."""
    listed = {one for files in plans.values() for one in files}
    checksums = {path: one for path, one in checksums.items() if path in listed and one}
    with contextlib.suppress(OSError):
        make_folder(_path().parent)
        written = WrittenFiles(plans=plans, checksums=checksums)
        write_safely(_path(), written.model_dump_json().encode())
