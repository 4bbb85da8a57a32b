"""The log of errors, for those who mend them: a file that only its owner can read."""

import os
from collections.abc import Iterable
from pathlib import Path

from files.ordinary import refuse_unless_ordinary
from store.places import logs_folder
from store.safe_file import make_folder

_LARGEST = 1_000_000
"""Bytes; a larger log is started afresh."""


def log_path() -> Path:
    """Return where the log lies."""
    return logs_folder() / "plandesk.log"


def add_to_log(lines: Iterable[str]) -> Path | None:
    """Add lines to the log and return where it lies, None where it cannot be written."""
    path = log_path()
    try:
        make_folder(path.parent)
        if path.exists() and path.stat().st_size > _LARGEST:
            path.unlink()
        flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_NONBLOCK", 0)
        handle = os.open(path, flags, 0o600)
        try:
            refuse_unless_ordinary(handle, path)
            os.write(handle, "".join(f"{line}\n" for line in lines).encode(errors="replace"))
        finally:
            os.close(handle)
    except OSError:
        return None
    return path
