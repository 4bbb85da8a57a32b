"""Save in the background, on one thread: every change, one at a time, in order."""

from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from threading import Condition, Thread, main_thread
from typing import Literal, NamedTuple, TypeAlias

from plan.changes.change import Change
from store.errors import ChangedOutsideError, DiskRefusedError, StoreError
from store.plan_file import PlanFile, stamped
from store.schema import local_time

Kind: TypeAlias = Literal["saved", "saving", "unsaved"]

TRY_AGAIN_AFTER = 5.0
"""Seconds after which a failed save is tried again."""


class SaveState(NamedTuple):
    """Whether everything is saved: since when (local time), or why not.

    `reason` says why, and `problem` also what happens next. `is_changed_outside` says that another
    program has changed the file, so that the officer must decide.
    """

    kind: Kind
    at: datetime | None = None
    problem: str = ""
    is_changed_outside: bool = False
    reason: str = ""


_TRIED_AGAIN = "What you did is still here and will be tried again."


class Saver:
    """Saves the changes of one plan file on a thread of its own.

    `on_state` is called on that thread, which ends when nothing is left to save. A change that
    cannot be saved stays at the head of the queue, and those after it behind it, until it is.
    """

    def __init__(self, file: PlanFile, on_state: Callable[[SaveState], None]) -> None:
        self._file = file
        self._on_state = on_state
        self._waiting: deque[Change] = deque()
        self._changed = Condition()
        self._thread: Thread | None = None
        self._is_closing = False
        self._wants_retry = False
        self._waits_to_retry = False
        self.state = SaveState("saved", local_time(file.saved_at))

    def stamped(self, change: Change, who: str) -> Change:
        """Return `change`, made now by `who`, as it is recorded once it is submitted next."""
        with self._changed:
            last = self._waiting[-1].revision if self._waiting else self._file.revision
        return stamped(change, last + 1, who, datetime.now(UTC))

    def submit(self, change: Change) -> None:
        """Queue `change` to be saved after those submitted before it."""
        with self._changed:
            self._waiting.append(change)
            self._wake()

    @property
    def waiting(self) -> tuple[Change, ...]:
        """The changes that are not on the disk yet, the oldest first."""
        with self._changed:
            return tuple(self._waiting)

    @property
    def is_working(self) -> bool:
        """Whether a save is under way or about to begin; not while a failed one waits to be tried.

        It turns False only after `on_state` has been told how the save ended.
        """
        with self._changed:
            is_waiting = self._waits_to_retry and not self._wants_retry
            return self._thread is not None and not is_waiting

    def retry(self) -> None:
        """Try again at once to save what could not be saved."""
        with self._changed:
            self._wake()

    def flush(self, timeout: float) -> bool:
        """Wait up to `timeout` seconds for everything to be saved; return whether it is.

        Returns at once when another try has failed.
        """
        with self._changed:
            self._wake()
            self._changed.wait_for(lambda: not self._waiting or self._has_failed, timeout)
            return not self._waiting

    @contextmanager
    def paused(self) -> Iterator[None]:
        """Save nothing during the block; wait first for a save that has begun."""
        with self._changed:
            self._changed.wait_for(lambda: self._thread is None or self.state.kind != "saving")
            yield

    def abandon(self) -> tuple[Change, ...]:
        """Empty the queue and return what was in it; call it while `paused`.

        The next save starts from what is in the file.
        """
        with self._changed:
            waiting = tuple(self._waiting)
            self._waiting.clear()
            self.state = SaveState("saved", local_time(self._file.saved_at))
            self._changed.notify_all()
            return waiting

    def close(self) -> None:
        """Save what is waiting, also what failed before, and end the thread."""
        with self._changed:
            self._is_closing = True
            self._wake()
            thread = self._thread
        if thread is not None:
            thread.join()

    @property
    def _has_failed(self) -> bool:
        return self.state.kind == "unsaved" and not self._wants_retry

    def _wake(self) -> None:
        """Start saving what is waiting. The lock must be held."""
        self._wants_retry = True
        if self._waiting and self._thread is None:
            self._thread = Thread(target=self._work, name="saving")
            self._thread.start()
        self._changed.notify_all()

    def _work(self) -> None:
        try:
            while (change := self._next()) is not None:
                self._on_state(self.state)
                self._try(change)
        except BaseException:
            self._thread = None
            raise

    def _try(self, change: Change) -> None:
        try:
            self._file.save(change)
        except (StoreError, OSError, ValueError) as error:
            self._failed(error)
        else:
            self._saved()

    def _next(self) -> Change | None:
        """Wait for a change that may be tried now; None ends the thread until the next one."""
        with self._changed:
            while self._waiting:
                if self._wants_retry or self.state.kind != "unsaved":
                    self._wants_retry = False
                    self.state = SaveState("saving", self.state.at)
                    return self._waiting[0]
                if self._is_closing or not main_thread().is_alive():
                    break
                self._waits_to_retry = True
                if not self._changed.wait(TRY_AGAIN_AFTER):
                    self._wants_retry = True
                self._waits_to_retry = False
            self._thread = None
            return None

    def _saved(self) -> None:
        with self._changed:
            self._waiting.popleft()
            kind: Kind = "saving" if self._waiting else "saved"
            self.state = state = SaveState(kind, datetime.now().astimezone())
            self._changed.notify_all()
        self._on_state(state)

    def _failed(self, error: Exception) -> None:
        reason = str(error)
        problem = f"{reason} {_TRIED_AGAIN}" if isinstance(error, DiskRefusedError) else reason
        outside = isinstance(error, ChangedOutsideError)
        with self._changed:
            self.state = state = SaveState("unsaved", self.state.at, problem, outside, reason)
            self._changed.notify_all()
        self._on_state(state)
