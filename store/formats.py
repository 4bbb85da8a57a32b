"""Council formats and forms: a council's own in the settings folder, else those of plandesk."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from files.ordinary import TooLargeError, content_of, reason_of
from plan.council.format import (
    LARGEST,
    Format,
    FormatError,
    form_named,
    format_named,
    parsed_form,
    parsed_format,
)
from store.places import formats_folder

if TYPE_CHECKING:
    from plan.council.form import Form

KindT = TypeVar("KindT", Format, "Form")

_LARGEST_FILE = 4 * LARGEST
"""Bytes of a file that defines a format or a form: at most four to a character."""

_NAME = re.compile(r"[a-z0-9-]+")
"""What a format may be called, so that its name cannot lead out of the folder."""


def format_for(format_id: str) -> Format:
    """Return the council format called `format_id`.

    Raises FormatError, naming the file, the key and the reason, where it cannot be used.
    """
    own = _own(formats_folder(), format_id, parsed_format)
    return own or format_named(format_id)


def format_or_last(format_id: str, last: Format | None) -> Format:
    """Return the council format called `format_id`; the `last` one where it cannot be used now.

    Raises FormatError where there is no last one.
    """
    try:
        return format_for(format_id)
    except FormatError:
        if last is None:
            raise
        return last


def form_for(form_id: str) -> "Form":
    """Return the form of an assessment called `form_id`.

    Raises FormatError, naming the file, the key and the reason, where it cannot be used.
    """
    own = _own(formats_folder() / "forms", form_id, parsed_form)
    return own or form_named(form_id)


def own_format_ids() -> Iterator[str]:
    """Yield the ids of the council's own formats."""
    yield from sorted(path.stem for path in formats_folder().glob("*.toml"))


def _own(folder: Path, name: str, parsed: Callable[[str, str], KindT]) -> KindT | None:
    if not _NAME.fullmatch(name):
        if name in {path.stem for path in folder.glob("*.toml")}:
            raise FormatError(
                f"{folder / name}.toml: its name can only have small letters, digits and hyphens."
            )
        return None
    path = folder / f"{name}.toml"
    try:
        seen = path.stat().st_mtime_ns
    except OSError:
        return None
    found: KindT = _read(path, seen, parsed)
    if found.id != path.stem:
        raise FormatError(f"{path}: id: it says {found.id}, but must say {path.stem} as the file.")
    return found


@cache
def _read(path: Path, seen: int, parsed: Callable[[str, str], KindT]) -> KindT:  # noqa: ARG001
    """Return what a file defines; `seen` is its time, so that a changed file is read again."""
    try:
        source = content_of(path, _LARGEST_FILE).decode("utf-8-sig")
    except TooLargeError as error:
        raise FormatError(
            f"{path} is larger than a format can be: {LARGEST:,} characters."
        ) from error
    except UnicodeDecodeError as error:
        raise FormatError(f"{path} cannot be read: it is no text file.") from error
    except OSError as error:
        raise FormatError(f"{path} cannot be read: {reason_of(error)}.") from error
    return parsed(source, str(path))
