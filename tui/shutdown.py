"""Shut plandesk down when the terminal closes, the system goes down, or a signal arrives.

The text of an open field is put into the plan and saved, or kept in a draft if that takes too long.
Then plandesk ends, within five seconds, whatever the terminal and the window do: a thread of its
own sees to that, from before the first byte is written to the terminal.
"""

import asyncio
import contextlib
import os
import select
import signal
import sys
from functools import partial
from threading import Thread
from time import monotonic
from typing import TYPE_CHECKING, NoReturn

from store.errors import StoreError
from tui import tasks

if TYPE_CHECKING:
    from tui.window import Window

_SIGNALS = ("SIGTERM", "SIGHUP", "SIGINT")
_BETWEEN_LOOKS = 0.5
"""Seconds between checks whether the terminal is still there."""
_LONGEST_SAVE = 2.5
_LONGEST_DRAFT = 0.5
LONGEST_END = 3.7
"""Most seconds that the window may take to save everything and close."""
_LONGEST_LAST_DRAFT = 0.6
"""Seconds more to write a draft if the window does not respond."""
_RETRY_AFTER = 0.05
"""Seconds until the window is told again to end: while it is opening, it cannot be told."""
_ENDED_BY_SIGNAL = 128


class Watchdog(Thread):
    """A thread that ends plandesk on a signal or when the terminal is gone.

    The system writes the number of a signal into a pipe, which this thread reads even while the
    event loop is blocked. It works only on POSIX; elsewhere there are no such signals.
    """

    def __init__(self, app: "Window") -> None:
        super().__init__(daemon=True, name="watchdog")
        self._app = app
        self._numbers = {int(getattr(signal, name)) for name in _SIGNALS if hasattr(signal, name)}
        self._read_end, self._write_end = os.pipe()

    def begin(self) -> None:
        """Take over the signals and start watching. Call it on the main thread."""
        os.set_blocking(self._write_end, False)
        signal.set_wakeup_fd(self._write_end, warn_on_full_buffer=False)
        for number in self._numbers:
            signal.signal(number, _ignore)
        self.start()

    def run(self) -> None:
        """Wait for a reason to end plandesk, then end it."""
        while (number := self._reason()) is None:
            continue
        self._end(_ENDED_BY_SIGNAL + number)

    def _reason(self) -> int | None:
        """Return the number of a signal that has arrived, or None if none has for a while."""
        if select.select([self._read_end], [], [], _BETWEEN_LOOKS)[0]:
            numbers = self._numbers.intersection(os.read(self._read_end, 64))
            if self._app.is_away:  # Ctrl+C in the officer's own editor is meant for the editor
                numbers.discard(signal.SIGINT)
            return min(numbers, default=None)
        return int(signal.SIGHUP) if has_hung_up(_terminal()) else None

    def _end(self, status: int) -> NoReturn:
        end = monotonic() + LONGEST_END
        while monotonic() < end:
            if not self._app.is_ending:
                self._app.call_in_loop(partial(start_shutdown, self._app, status))
            select.select([], [], [], _RETRY_AFTER)
        keeping = Thread(target=self._keep_typed, daemon=True)
        keeping.start()
        keeping.join(_LONGEST_LAST_DRAFT)
        self._app.restore_terminal()
        os._exit(status)

    def _keep_typed(self) -> None:
        """Keep the field's text as a draft, from this thread since the window does not respond."""
        with contextlib.suppress(Exception):  # the window may be in the middle of anything
            tasks.note_typed(self._app)
            if self._app.session is not None:
                self._app.session.drafted(_LONGEST_LAST_DRAFT)


def _ignore(number: int, frame: object) -> None:
    """Do nothing: the watchdog reads the signal from its pipe."""


def watch_over(app: "Window") -> None:
    """Start the watchdog. Call it on the main thread, before the app runs."""
    if sys.platform != "win32":
        Watchdog(app).begin()


def _terminal() -> int:
    return sys.__stdin__.fileno() if sys.__stdin__ is not None else 0


def has_hung_up(handle: int) -> bool:
    """Return whether the terminal behind a file descriptor is gone. Call it only on POSIX."""
    poll = select.poll()
    poll.register(handle, 0)
    gone = select.POLLHUP | select.POLLERR | select.POLLNVAL
    return any(event & gone for _, event in poll.poll(0))


def start_shutdown(app: "Window", status: int) -> None:
    """Start saving everything and ending the app with `status`; only the first call counts."""
    if not app.is_ending:
        app.is_ending = True
        app.run_worker(_end(app, status), name="ending", group="ending", exit_on_error=False)


async def _end(app: "Window", status: int) -> None:
    with contextlib.suppress(StoreError, OSError):
        await save_everything(app)
    app.exit(return_code=status)


async def save_everything(app: "Window") -> bool:
    """Save the open field and all unsaved changes; return whether all of it is in the plan.

    What is not is in a draft.
    """
    session = app.session
    if session is None:
        return True
    tasks.note_typed(app)
    view = app.view
    is_left = view is None or view.leave_field()
    is_saved = await asyncio.to_thread(session.saved, _LONGEST_SAVE)
    if is_left and is_saved:
        session.note_typed(None)
    await asyncio.to_thread(session.drafted, _LONGEST_DRAFT)
    tasks.remember(view)
    return is_left and is_saved
