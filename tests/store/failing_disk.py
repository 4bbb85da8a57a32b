"""A disk that fails at its n-th call, under the real files of a test."""

import errno
import io
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

CALLS = ("open", "write", "fsync", "replace", "chmod", "close", "stat")


class FailingDisk:
    """Stands for `os` in a module: passes every call on, but lets one of them fail.

    A file whose `close` fails is closed all the same, and half of a failing `write` is written, as
    on a real disk.
    """

    def __init__(self, failing_at: int, error: int) -> None:
        self.called: list[str] = []
        self.has_failed = False
        self._failing_at = failing_at
        self._error = error

    @property
    def calls(self) -> int:
        """How many calls were made."""
        return len(self.called)

    def __getattr__(self, name: str) -> Any:
        real = getattr(os, name)
        return self._watched(name, real) if name in CALLS else real

    def _watched(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **named: Any) -> Any:
            self.called.append(name)
            if self.calls != self._failing_at:
                return real(*arguments, **named)
            self.has_failed = True
            if name == "close":
                real(*arguments)
            if name == "write":
                handle, content = arguments
                real(handle, content[: len(content) // 2])
            raise OSError(self._error, os.strerror(self._error))

        return call


@contextmanager
def failing(modules: tuple[str, ...], at: int, error: int) -> Iterator[FailingDisk]:
    """Let the file-system call number `at` of these modules fail, once."""
    disk = FailingDisk(at, error)
    with pytest.MonkeyPatch.context() as patch:
        for module in modules:
            patch.setattr(f"{module}.os", disk)
        yield disk


@contextmanager
def history_unreadable_before(place: int) -> Iterator[None]:
    """Let the beginning of every history, so many bytes of it, be unreadable."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("store.history.opened", lambda path: _BrokenFile(path, place))
        patch.setattr("store.history._BLOCK", 64)
        yield


class _BrokenFile(io.FileIO):
    """A file of which no piece can be read that ends before a place."""

    def __init__(self, path: Path, place: int) -> None:
        super().__init__(path)
        self._place = place

    def read(self, size: int | None = -1, /) -> bytes:
        if size is not None and 0 <= size < self._place - self.tell():
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return super().read(size)


ERRORS = pytest.mark.parametrize(
    "error", [errno.ENOSPC, errno.EIO], ids=["full disk", "broken disk"]
)
"""For a test of what happens when the disk is full and when it is broken."""


def temporaries(folder: Path) -> list[Path]:
    """Return the temporary files lying in a folder."""
    return sorted(folder.glob(".*.tmp"))
