"""The history of a plan: every change, a line each, in a file that only grows."""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any, BinaryIO

from pydantic_core import from_json, to_json

from plan.changes import Change

_BLOCK = 64 * 1024


def history_path(plan_path: Path) -> Path:
    """Return where the history of the plan at `plan_path` lies: beside it.

    Of a link, beside what it points to: a plan has one history, whichever way it is opened.
    """
    target = Path(os.path.realpath(plan_path))
    return target.with_name(target.name.removesuffix(".plan.json") + ".history.jsonl")


class History:
    """The changes of one plan, oldest first; a line torn by a crash counts as not there.

    A plan that was replaced, or brought back from a copy, goes on from an earlier revision: what
    came after that one is no longer its past, though the lines stay in the file.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def append(self, change: Change) -> None:
        """Add a change at the end, durably. Raises OSError where the disk refuses."""
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
        """Return the changes that led to the plan; none where there is no file to be read."""
        try:
            lines = self.path.read_bytes().split(b"\n")
        except OSError:
            return ()
        changes = (_change(line) for line in lines if line.strip())
        return tuple(_past(change for change in changes if change is not None))

    def last(self) -> dict[str, Any]:
        """Return the last change as JSON values, empty without one; reads only the file's end.

        Raises OSError where the file is there and cannot be read.
        """
        try:
            with self.path.open("rb") as file:
                return _last_line(_tail(file))
        except FileNotFoundError:
            return {}


def _ends_whole(handle: int) -> bool:
    size = os.lseek(handle, 0, os.SEEK_END)
    if size == 0:
        return True
    os.lseek(handle, size - 1, os.SEEK_SET)
    return os.read(handle, 1) == b"\n"


def _tail(file: BinaryIO) -> bytes:
    """Return the end of a file, with at least one whole line of it if there is one."""
    size = file.seek(0, os.SEEK_END)
    length = _BLOCK
    while True:
        file.seek(max(0, size - length))
        tail = file.read()
        if length >= size or tail.rstrip(b"\n").count(b"\n") > 1:
            return tail
        length *= 4


def _last_line(tail: bytes) -> dict[str, Any]:
    for line in reversed(tail.split(b"\n")):
        try:
            change = from_json(line)
        except ValueError:
            continue
        if isinstance(change, dict) and isinstance(change.get("revision"), int):
            return change
    return {}


def _change(line: bytes) -> Change | None:
    try:
        return Change.model_validate_json(line)
    except ValueError:
        return None


def _past(changes: Iterable[Change]) -> list[Change]:
    """Return the changes without those that a later line has taken the place of."""
    past: list[Change] = []
    for change in changes:
        while past and past[-1].revision >= change.revision:
            past.pop()
        past.append(change)
    return past
