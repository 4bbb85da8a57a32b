"""Saving in the background: in order, nothing left out, and told as it is."""

import errno
import os
import threading
from collections import deque
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from plan.changes.change import Change, applied
from plan.model.plan import Plan
from store import saver as saver_module
from store.plan_file import PlanFile
from store.saver import Saver, SaveState
from tests.store.plans import SMALL, made, stored_timescale, timescale

LONG = 60.0
"""Seconds; no test comes near it."""


class Disk:
    """Lets every replacing of a file fail while it is full, and halts it while it is held."""

    def __init__(self) -> None:
        self.is_full = False
        self.goes_on = threading.Event()
        self.goes_on.set()
        self._replace = os.replace

    def replace(self, source: Path, target: Path) -> None:
        assert self.goes_on.wait(LONG)
        if self.is_full:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        self._replace(source, target)


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Iterator[Disk]:
    disk = Disk()
    monkeypatch.setattr(os, "replace", disk.replace)
    yield disk
    disk.is_full = False
    disk.goes_on.set()


class Told:
    """What the saver has told, in order."""

    def __init__(self) -> None:
        self.states: list[SaveState] = []
        self._changed = threading.Condition()

    def __call__(self, state: SaveState) -> None:
        with self._changed:
            self.states.append(state)
            self._changed.notify_all()

    def wait_for(self, is_so: Callable[[SaveState], bool]) -> SaveState:
        """Wait until the state told last is as asked for, and return it."""
        with self._changed:
            assert self._changed.wait_for(
                lambda: bool(self.states) and is_so(self.states[-1]), LONG
            )
            return self.states[-1]


def changes(plan: Plan, count: int) -> list[Change]:
    """Return so many changes, each starting from what the one before leaves."""
    made_changes = []
    for number in range(1, count + 1):
        change = timescale(plan, f"Step {number}")
        plan = applied(plan, change)
        made_changes.append(change)
    return made_changes


def thread_ended(saver: Saver) -> bool:
    """Wait for the saver's thread to end; return whether it has."""
    if (thread := saver._thread) is not None:
        thread.join(LONG)
    return saver._thread is None


def test_changes_are_saved_in_order(path: Path) -> None:
    saver = Saver(made(path), Told())
    for change in changes(SMALL, 20):
        saver.submit(change)
    assert saver.flush(LONG)
    saver.close()
    history = PlanFile.open(path).history.read()
    assert [change.revision for change in history] == list(range(1, 22))
    assert stored_timescale(path) == "Step 20"


def test_what_is_told_ends_with_saved_and_when(path: Path) -> None:
    told = Told()
    saver = Saver(made(path), told)
    assert saver.state.kind == "saved"
    saver.submit(changes(SMALL, 1)[0])
    state = told.wait_for(lambda state: state.kind == "saved")
    saver.close()
    assert [each.kind for each in told.states] == ["saving", "saved"]
    assert state.at is not None
    assert state.at.tzinfo is not None
    assert saver.state == state


def test_saved_is_not_said_while_something_waits(path: Path, disk: Disk) -> None:
    told = Told()
    saver = Saver(made(path), told)
    disk.goes_on.clear()
    for change in changes(SMALL, 3):
        saver.submit(change)
    disk.goes_on.set()
    saver.close()
    kinds = [state.kind for state in told.states]
    assert kinds.index("saved") == len(kinds) - 1


def test_a_full_disk_keeps_everything_and_saves_it_in_order_later(path: Path, disk: Disk) -> None:
    told = Told()
    saver = Saver(made(path), told)
    disk.is_full = True
    for change in changes(SMALL, 5):
        saver.submit(change)
    assert not saver.flush(LONG)
    state = told.wait_for(lambda state: state.kind == "unsaved")
    assert "no space left" in state.problem
    assert stored_timescale(path) == ""
    disk.is_full = False
    saver.retry()
    assert saver.flush(LONG)
    saver.close()
    history = PlanFile.open(path).history.read()
    assert [change.revision for change in history] == [1, 2, 3, 4, 5, 6]
    assert stored_timescale(path) == "Step 5"


def test_what_failed_is_tried_again_by_itself(
    path: Path, disk: Disk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(saver_module, "TRY_AGAIN_AFTER", 0.01)
    told = Told()
    saver = Saver(made(path), told)
    disk.is_full = True
    saver.submit(changes(SMALL, 1)[0])
    told.wait_for(lambda state: state.kind == "unsaved")
    disk.is_full = False
    told.wait_for(lambda state: state.kind == "saved")
    saver.close()
    assert stored_timescale(path) == "Step 1"


def test_flush_says_that_time_ran_out(path: Path, disk: Disk) -> None:
    saver = Saver(made(path), Told())
    disk.goes_on.clear()
    saver.submit(changes(SMALL, 1)[0])
    assert not saver.flush(0.01)
    disk.goes_on.set()
    assert saver.flush(LONG)
    saver.close()


def test_closing_waits_for_what_is_being_saved(path: Path) -> None:
    saver = Saver(made(path), Told())
    for change in changes(SMALL, 10):
        saver.submit(change)
    saver.close()
    assert stored_timescale(path) == "Step 10"
    assert saver._thread is None


def test_closing_on_a_full_disk_ends_and_what_is_left_can_still_be_saved(
    path: Path, disk: Disk
) -> None:
    saver = Saver(made(path), Told())
    disk.is_full = True
    for change in changes(SMALL, 2):
        saver.submit(change)
    saver.close()
    assert saver.state.kind == "unsaved"
    assert saver._thread is None
    disk.is_full = False
    assert saver.flush(LONG)
    assert stored_timescale(path) == "Step 2"


def test_the_thread_ends_when_nothing_is_left(path: Path) -> None:
    saver = Saver(made(path), Told())
    saver.submit(changes(SMALL, 1)[0])
    assert saver.flush(LONG)
    assert thread_ended(saver)


def test_a_change_submitted_while_the_thread_is_ending_is_saved_too(path: Path) -> None:
    saver = Saver(made(path), Told())
    for number, change in enumerate(changes(SMALL, 200)):
        saver.submit(change)
        assert saver.flush(LONG)
        deque(range(number % 5 * 500), maxlen=0)  # another moment of the thread's end each time
    saver.close()
    assert stored_timescale(path) == "Step 200"
    assert PlanFile.open(path).revision == 201


def test_a_change_that_can_never_be_written_is_told_and_not_passed_over(path: Path) -> None:
    told = Told()
    saver = Saver(made(path), told)
    _, second, third = changes(SMALL, 3)
    saver.submit(second)
    saver.submit(third)
    assert not saver.flush(LONG)
    assert "does not hold what this change starts from" in saver.state.problem
    saver.close()
    assert stored_timescale(path) == ""


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_listener_that_fails_once_loses_no_change(path: Path) -> None:
    told = Told()

    def fails_at_first(state: SaveState) -> None:
        told(state)
        if len(told.states) == 1:
            raise RuntimeError("the window is gone")

    saver = Saver(made(path), fails_at_first)
    first, second = changes(SMALL, 2)
    saver.submit(first)
    assert thread_ended(saver)
    saver.submit(second)
    assert saver.flush(LONG)
    saver.close()
    assert stored_timescale(path) == "Step 2"


def test_the_state_of_a_plan_just_opened_says_when_it_was_saved(path: Path) -> None:
    made(path)
    state = Saver(PlanFile.open(path), Told()).state
    assert state.kind == "saved"
    assert state.at is not None
