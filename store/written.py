"""Which files were written of which plan last: kept so that they can be opened tomorrow too."""

import contextlib
import os
from collections.abc import Iterable
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
    """The paths of the files written last, the newest first, by the path of their plan."""

    model_config = ConfigDict(frozen=True, extra="ignore", defer_build=True)

    plans: dict[str, tuple[str, ...]] = {}


def written_of(plan: Path) -> tuple[Path, ...]:
    """Return the files that were written of the plan at `plan` and are still there."""
    files = map(Path, _load().plans.get(_key(plan), ()))
    return tuple(one for one in files if one.exists())


def keep_written(plan: Path, files: Iterable[Path]) -> None:
    """Remember which files of a plan were written just now, the last one last.

    A disk that refuses is let be: the files themselves are there.
    """
    kept = dict(_load().plans)
    key = _key(plan)
    newest = [os.path.abspath(one) for one in files][::-1]  # noqa: PTH100 - a link stays a link
    before = kept.pop(key, ())
    kept[key] = tuple(dict.fromkeys((*newest, *before)))[:MOST_FILES]
    _save(dict(list(kept.items())[-MOST_PLANS:]))


def follow_renamed(before: Path, after: Path) -> None:
    """Remember the files of a plan under the path that the plan has now."""
    kept = dict(_load().plans)
    files = kept.pop(_key(before), None)
    if files is not None:
        kept[_key(after)] = files
        _save(kept)


def _key(plan: Path) -> str:
    return str(plan.resolve())


def _path() -> Path:
    return state_folder() / "written.json"


def _load() -> WrittenFiles:
    try:
        return WrittenFiles.model_validate_json(content_of(_path(), LARGEST_LIST))
    except (OSError, ValidationError):
        return WrittenFiles()


def _save(plans: dict[str, tuple[str, ...]]) -> None:
    with contextlib.suppress(OSError):
        make_folder(_path().parent)
        write_safely(_path(), WrittenFiles(plans=plans).model_dump_json().encode())
