"""The history of a plan: every change, a line each, in a file that only grows."""

import os
from pathlib import Path
from typing import Any

from pydantic_core import from_json, to_json

from plan.changes import Change

_BLOCK = 64 * 1024


def history_path(plan_path: Path) -> Path:
    """Return where the history of the plan at `plan_path` lies: beside it."""
    return plan_path.with_name(plan_path.name.removesuffix(".plan.json") + ".history.jsonl")


class History:
    """The changes of one plan, oldest first; a line torn by a crash counts as not there."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def append(self, change: Change) -> None:
        """Add a change at the end, durably. Raises OSError where the disk refuses."""
        self.append_json(change.model_dump(mode="json"))

    def append_json(self, change: dict[str, Any]) -> None:
        """Add a change that is JSON values already."""
        line = to_json(change) + b"\n"
        flags = os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0)
        handle = os.open(self.path, flags, 0o600)
        try:
            if not _ends_whole(handle):
                line = b"\n" + line
            while line:
                line = line[os.write(handle, line) :]
            os.fsync(handle)
        finally:
            os.close(handle)

    def read(self) -> tuple[Change, ...]:
        """Return every change that can be read; none where there is no file."""
        try:
            lines = self.path.read_bytes().split(b"\n")
        except FileNotFoundError:
            return ()
        changes = (_change(line) for line in lines if line.strip())
        return tuple(_in_order(change for change in changes if change is not None))

    def last_revision(self) -> int:
        """Return the revision of the last change, 0 without one; only the end of the file is read."""
        try:
            with self.path.open("rb") as file:
                return _last_revision(_tail(file, self.path.stat().st_size))
        except FileNotFoundError:
            return 0


def _ends_whole(handle: int) -> bool:
    size = os.lseek(handle, 0, os.SEEK_END)
    if size == 0:
        return True
    os.lseek(handle, size - 1, os.SEEK_SET)
    return os.read(handle, 1) == b"\n"


def _tail(file: Any, size: int) -> bytes:
    """Return the end of a file, with at least one whole line of it if there is one."""
    length = _BLOCK
    while True:
        file.seek(max(0, size - length))
        tail: bytes = file.read()
        if length >= size or tail.rstrip(b"\n").count(b"\n") > 1:
            return tail
        length *= 4


def _last_revision(tail: bytes) -> int:
    for line in reversed(tail.split(b"\n")):
        try:
            revision = from_json(line)["revision"]
        except (ValueError, KeyError, TypeError):
            continue
        if isinstance(revision, int):
            return revision
    return 0


def _change(line: bytes) -> Change | None:
    try:
        return Change.model_validate_json(line)
    except ValueError:
        return None


def _in_order(changes: Any) -> list[Change]:
    """Return the changes by revision, each once: a retry may have appended one again."""
    by_revision: dict[int, Change] = {}
    for change in changes:
        by_revision.setdefault(change.revision, change)
    return [by_revision[revision] for revision in sorted(by_revision)]
