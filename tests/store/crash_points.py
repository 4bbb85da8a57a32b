"""Every point at which an operation may fail or lose its power, each tried in turn."""

import errno
import os
import traceback
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from random import Random
from typing import Protocol, Self

import pytest

from store import safe_file
from store.errors import StoreError
from tests.store.disk_model import Remains, all_files, written_back
from tests.store.failing_disk import FailingDisk, failing, temporaries
from tests.store.operation import Operation
from tests.store.power_cut import RecordedDisk, recorded, store_modules

ERRORS = (errno.ENOSPC, errno.EIO, errno.EACCES)
MOST_CALLS = 1_000


@dataclass
class Tally:
    """How many points were tried, in how many states of the disk, and what went wrong."""

    points: int = 0
    states: int = 0
    failures: list[str] = field(default_factory=list)

    def __iadd__(self, other: "Tally") -> Self:
        self.points += other.points
        self.states += other.states
        self.failures += other.failures
        return self


class Disk(Protocol):
    """What stands for `os` and fails at a call."""

    called: list[str]

    @property
    def has_failed(self) -> bool:
        """Whether that call was reached."""


def every_error(operation: Operation, folder: Path) -> Tally:
    """Let each call of an operation fail with each error, those through pathlib on a full disk."""
    tally = _each_call(operation, folder, "full disk", lambda number: _full(folder, number))
    for error in ERRORS:
        tally += _each_call(operation, folder, os.strerror(error), partial(_refusing, error=error))
    return tally


def _refusing(number: int, error: int) -> AbstractContextManager[FailingDisk]:
    return failing(store_modules(), number, error)


@contextmanager
def _full(folder: Path, number: int) -> Iterator[RecordedDisk]:
    with recorded(folder) as disk:
        disk.full_after(number - 1)
        yield disk


def _each_call(
    operation: Operation,
    folder: Path,
    error: str,
    failing_at: Callable[[int], AbstractContextManager[Disk]],
) -> Tally:
    """Run an operation on a disk that fails at the first call, at the second, and so on."""
    before = _prepared(operation, folder)
    tally = Tally()
    for number in range(1, MOST_CALLS):
        written_back(folder, before)
        with failing_at(number) as disk:
            is_done = _ran(operation, folder, tally)
        if not disk.has_failed:
            return tally
        tally.points += 1
        where = f"{error} at call {number} of {' '.join(disk.called)}"
        _check(operation, folder, is_done, tally, where)
        if temporaries(folder):
            tally.failures.append(f"{operation.name}, {where}: a temporary file was left")
    raise AssertionError(f"{operation.name} makes more calls than {MOST_CALLS}.")


class HeldFiles(FailingDisk):
    """Stands for `os` where another program holds a file at the n-th replacing and after it."""

    def __init__(self, failing_at: int, tries: int) -> None:
        super().__init__(0, errno.EACCES)
        self._replaced = 0
        self._held = range(failing_at, failing_at + tries)

    def replace(self, source: Path, target: Path) -> None:
        """Replace a file, unless it is held."""
        self._replaced += 1
        if self._replaced in self._held:
            self.has_failed = True
            error = PermissionError(errno.EACCES, "in use by another process")
            error.winerror = 32  # type: ignore[attr-defined,unused-ignore]
            raise error
        os.replace(source, target)  # noqa: PTH105


@contextmanager
def _held(at: int, tries: int) -> Iterator[HeldFiles]:
    disk = HeldFiles(at, tries)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(safe_file, "os", disk)
        patch.setattr(safe_file, "_WAITS", (0.0,) * 3)
        yield disk


def every_held_file(operation: Operation, folder: Path) -> Tally:
    """Let another program hold the file at each replacing: for a moment, and for good."""
    before = _prepared(operation, folder)
    tally = Tally()
    for tries, is_for_good in ((2, False), (4, True)):
        for number in range(1, MOST_CALLS):
            written_back(folder, before)
            with _held(number, tries) as disk:
                is_done = _ran(operation, folder, tally)
            if not disk.has_failed:
                break
            tally.points += 1
            where = f"held {'for good' if is_for_good else 'for a moment'} at replacing {number}"
            _check(operation, folder, is_done, tally, where)
            if temporaries(folder) or not (is_done or is_for_good):
                tally.failures.append(f"{operation.name}, {where}: done is {is_done}")
    return tally


def every_power_cut(operation: Operation, folder: Path, chance: Random) -> Tally:
    """Cut the power before each call of an operation, and after the last one."""
    before = _prepared(operation, folder)
    tally = Tally()
    checked: set[tuple[bool, frozenset[tuple[str, bytes | None]]]] = set()
    for number in range(1, MOST_CALLS):
        written_back(folder, before)
        is_done = False
        with recorded(folder) as disk:
            disk.cut_at = number
            is_done = _ran(operation, folder, tally)
        if not disk.is_cut and all_files(folder) != disk.tree.seen():
            tally.failures.append(f"{operation.name}: something was written past `os`")
        tally.points += 1
        where = f"cut before call {number} after {' '.join(disk.called)}"
        for remains in disk.tree.after_cut(chance):
            state = (is_done, frozenset(remains.items()))
            if state not in checked:
                checked.add(state)
                _check_remains(operation, folder, remains, is_done, tally, where)
        if not disk.is_cut:
            break
    return tally


def _prepared(operation: Operation, folder: Path) -> Remains:
    written_back(folder, {})
    operation.prepare(folder)
    return all_files(folder)


def _ran(operation: Operation, folder: Path, tally: Tally) -> bool:
    """Run the operation and return whether it was reported as done."""
    try:
        operation.run(folder)
    except (StoreError, OSError):
        return False
    except Exception as error:  # noqa: BLE001 - whatever else is raised is a failure
        tally.failures.append(f"{operation.name} raised {error!r}")
        return False
    return True


def _check(operation: Operation, folder: Path, is_done: bool, tally: Tally, where: str) -> None:
    tally.states += 1
    try:
        operation.check(folder, is_done)
    except Exception as error:  # noqa: BLE001 - whatever is raised is a failure
        reported = "reported as done" if is_done else "not reported"
        line = traceback.extract_tb(error.__traceback__)[-1].line
        tally.failures.append(f"{operation.name}, {reported}, {where}: {error!r} at {line}")


def _check_remains(
    operation: Operation, folder: Path, remains: Remains, is_done: bool, tally: Tally, where: str
) -> None:
    written_back(folder, remains)
    found = {name: None if content is None else len(content) for name, content in remains.items()}
    _check(operation, folder, is_done, tally, f"{where}; found {found}")
