"""The history of a plan: every change on a line of its own, in a file that only grows."""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from pydantic_core import from_json, to_json

from files.ordinary import opened, reason_of, refuse_unless_ordinary
from plan.changes.change import Change
from store.errors import HistoryError
from store.places import plan_name

LARGEST_HISTORY = 4 * 1024**3
"""Bytes; about two million changes."""

LONGEST_LOOK = 256 * 1024 * 1024
"""Bytes of a history in which the plan's beginning is looked for."""

ENDING = ".history.jsonl"
_MADE = re.compile(rb'"revision":1,"when":"([^"]+)"')
_BINARY_AND_NO_WAIT = getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
_BLOCK = 64 * 1024


def history_path(plan_path: Path) -> Path:
    """Return where the history of the plan at `plan_path` lies: beside it.

    Of a link, beside what it points to: a plan has one history, whichever way it is opened.
    """
    target = Path(os.path.realpath(plan_path))
    return target.with_name(plan_name(target) + ENDING)


class History:
    """The changes of one plan, oldest first; a line cut off by a crash is ignored.

    A plan that was replaced, or restored from a copy, continues from an earlier revision. Changes
    after that one no longer belong to its past, though their lines stay in the file.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def append(self, change: Change) -> None:
        """Add a change at the end, durably. Raises OSError where the disk refuses."""
        line = to_json(change) + b"\n"
        flags = os.O_RDWR | os.O_CREAT | os.O_APPEND | _BINARY_AND_NO_WAIT
        handle = os.open(self.path, flags, 0o600)
        try:
            refuse_unless_ordinary(handle, self.path)
            if not _ends_whole(handle):
                line = b"\n" + line
            while line:
                line = line[os.write(handle, line) :]
            os.fsync(handle)
        finally:
            os.close(handle)

    def force(self) -> None:
        """Have what is in the file on the disk. Raises OSError where the disk refuses."""
        handle = os.open(self.path, os.O_RDWR | _BINARY_AND_NO_WAIT)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

    def read(self) -> tuple[Change, ...]:
        """Return the changes that led to the plan; none without a file. Raises HistoryError."""
        return tuple(self.newest_first())[::-1]

    def newest_first(self) -> Iterator[Change]:
        """Yield the changes that led to the plan, the newest first; none without a file.

        The file is read backwards, as far as is asked for, so only a piece of a long history is in
        memory. What is appended meanwhile is not returned. Raises HistoryError after what could be
        read, where that is not all.
        """
        earliest: int | None = None
        for line in self._lines_from_the_end():
            change = _change(line)
            # A line that a later one has taken the place of is no longer the plan's past.
            if change is not None and (earliest is None or change.revision < earliest):
                earliest = change.revision
                yield change

    def begun(self) -> str:
        """Return when the plan was made, as its history says; empty where it does not say so.

        A plan that was replaced by another under the same name was made when the last of them was.
        A history of more than `LONGEST_LOOK` bytes is not looked through.
        """
        found = ""
        try:
            with opened(self.path) as file:
                if os.fstat(file.fileno()).st_size > LONGEST_LOOK:
                    return ""
                for line in file:
                    made = _MADE.search(line)
                    found = made[1].decode() if made else found
        except OSError:
            return ""
        return found

    def last(self) -> dict[str, Any]:
        """Return the last change as JSON values, empty without one; reads only the file's end.

        Raises OSError where the file is there and cannot be read.
        """
        try:
            with opened(self.path) as file:
                return _last_line(_tail(file))
        except FileNotFoundError:
            return {}

    def _lines_from_the_end(self) -> Iterator[bytes]:
        try:
            with opened(self.path) as file:
                yield from _lines_from_the_end(file)
        except FileNotFoundError:
            return
        except OSError as error:
            raise self._unreadable(error) from error

    def _unreadable(self, error: OSError) -> HistoryError:
        reason = reason_of(error)
        return HistoryError(
            f"The history of {self.path.name.removesuffix(ENDING)} cannot be read to its "
            f"beginning: {reason}. The plan itself is whole, and {self.path.name} is as it was; "
            "try again once that is mended."
        )


class Past(Iterator[Change]):
    """The changes that led to a plan, the newest first, as far as they can be read.

    Once they have come to their end, `problem` says in a sentence why that is not the beginning,
    empty where it is.
    """

    def __init__(self, newest_first: Iterator[Change]) -> None:
        self._newest_first = newest_first
        self.problem = ""

    def __next__(self) -> Change:
        """Return the next older change."""
        try:
            return next(self._newest_first)
        except HistoryError as error:
            self.problem = str(error)
            raise StopIteration from None


def _lines_from_the_end(file: BinaryIO) -> Iterator[bytes]:
    """Yield the lines of a file that are not blank, the last one first."""
    place = file.seek(0, os.SEEK_END)
    begun: list[bytes] = []
    while place > 0:
        length = min(_BLOCK, place)
        place -= length
        file.seek(place)
        first, *others = file.read(length).split(b"\n")
        if others:
            *others, last = others
            yield from filter(bytes.strip, (last + b"".join(reversed(begun)), *reversed(others)))
            begun = []
        begun.append(first)
    yield from filter(bytes.strip, (b"".join(reversed(begun)),))


def _ends_whole(handle: int) -> bool:
    size = os.lseek(handle, 0, os.SEEK_END)
    if size == 0:
        return True
    os.lseek(handle, size - 1, os.SEEK_SET)
    return os.read(handle, 1) == b"\n"


def _tail(file: BinaryIO) -> bytes:
    """Return the end of a file, with at least one whole line if there is one."""
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
