"""Formats that were learned: read back as the tables of their files, and written whole."""

import contextlib
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from files.ordinary import content_of
from plan.council.format_file import LARGEST
from store.places import formats_folder, templates_folder
from store.safe_file import make_folder, write_safely

_BEFORE = ".before"
"""What is added to the name of a file that is replaced: it is kept under it."""


def template_path(format_id: str) -> Path:
    """Return where the template lies that was learned with a format."""
    return templates_folder() / f"{format_id}.docx"


def format_path(format_id: str) -> Path:
    """Return where a format of the council's own lies."""
    return formats_folder() / f"{format_id}.toml"


def form_path(form_id: str) -> Path:
    """Return where a form of the council's own lies."""
    return formats_folder() / "forms" / f"{form_id}.toml"


def tables_of(path: Path) -> dict[str, Any]:
    """Return what a format's file says, nothing where there is none. Raises OSError, ValueError."""
    with contextlib.suppress(FileNotFoundError):
        return tomllib.loads(content_of(path, 4 * LARGEST).decode("utf-8-sig"))
    return {}


def save_learned(files: Mapping[Path, bytes]) -> tuple[Path, ...]:
    """Write files that differ from what is there, in their order; return the paths written.

    What a file held before is kept beside it. Raises OSError where the disk refuses.
    """
    written: list[Path] = []
    for path, content in files.items():
        before = content_of(path) if path.exists() else None
        if before == content:
            continue
        make_folder(path.parent)
        if before is not None:
            write_safely(path.with_name(path.name + _BEFORE), before)
        write_safely(path, content)
        written.append(path)
    return tuple(written)
