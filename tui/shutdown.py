"""The end that nobody asked for: the terminal closed, the system going down, a signal.

What is in a field is put into the plan and saved; where that does not succeed in time, it is in a
draft. Then plandesk ends, within five seconds, whatever the terminal does and whatever else goes
on: a thread of its own sees to that, from before the first byte is written to the terminal.
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
_LOOK_AFTER = 0.5
"""Seconds between two looks at whether the terminal is still there."""
_LONGEST_SAVE = 2.5
_LONGEST_DRAFT = 0.5
LONGEST_END = 3.7
"""Seconds that the window may take to save everything and close."""
_LONGEST_LAST_DRAFT = 0.6
"""Seconds more in which what is in the field is kept, where the window does not answer."""
_AGAIN = 0.05
"""Seconds until a window that is only just opening is told again that it is to end."""
_ENDED_BY_SIGNAL = 128


class Watchdog(Thread):
    """Ends plandesk when it is told to, or when its terminal has gone, whatever the window does.

    The system writes the number of a signal into a pipe, which this thread reads, also while the
    event loop stands. Only on POSIX; where there are no such signals there is nothing to watch.
    """

    def __init__(self, app: "Window") -> None:
        super().__init__(daemon=True, name="watchdog")
        self._app = app
        self._numbers = {int(getattr(signal, name)) for name in _SIGNALS if hasattr(signal, name)}
        self._heard, self._told = os.pipe()

    def begin(self) -> None:
        """Take over the signals and begin to watch; on the main thread."""
        os.set_blocking(self._told, False)
        signal.set_wakeup_fd(self._told, warn_on_full_buffer=False)
        for number in self._numbers:
            signal.signal(number, _nothing)
        self.start()

    def run(self) -> None:
        """Watch, and end plandesk when it is time."""
        while (number := self._reason()) is None:
            continue
        self._end(_ENDED_BY_SIGNAL + number)

    def _reason(self) -> int | None:
        """Return the number of the signal that has come, None where none has for a while."""
        if select.select([self._heard], [], [], _LOOK_AFTER)[0]:
            numbers = self._numbers.intersection(os.read(self._heard, 64))
            if self._app.is_away:  # what interrupts the officer's editor is the editor's
                numbers.discard(signal.SIGINT)
            return min(numbers, default=None)
        return int(signal.SIGHUP) if has_hung_up(_terminal()) else None

    def _end(self, status: int) -> NoReturn:
        end = monotonic() + LONGEST_END
        while monotonic() < end:
            if not self._app.is_ending:
                self._app.ask(partial(begin_to_end, self._app, status))
            select.select([], [], [], _AGAIN)
        keeping = Thread(target=self._keep_typed, daemon=True)
        keeping.start()
        keeping.join(_LONGEST_LAST_DRAFT)
        self._app.restore_terminal()
        os._exit(status)

    def _keep_typed(self) -> None:
        """Keep what is in the field as a draft; from here only where the window does not answer."""
        with contextlib.suppress(Exception):  # the window may be in the middle of anything
            tasks.note_typed(self._app)
            if self._app.session is not None:
                self._app.session.drafted(_LONGEST_LAST_DRAFT)


def _nothing(number: int, frame: object) -> None:
    """Let a signal do nothing by itself; the watchdog hears of it."""


def watch_over(app: "Window") -> None:
    """See to it that the app ends when it is to; on the main thread, before it runs."""
    if sys.platform != "win32":
        Watchdog(app).begin()


def _terminal() -> int:
    return sys.__stdin__.fileno() if sys.__stdin__ is not None else 0


def has_hung_up(handle: int) -> bool:
    """Return whether the terminal behind a file descriptor is gone; asked for on POSIX only."""
    poll = select.poll()
    poll.register(handle, 0)
    gone = select.POLLHUP | select.POLLERR | select.POLLNVAL
    return any(event & gone for _, event in poll.poll(0))


def begin_to_end(app: "Window", status: int) -> None:
    """Save everything and end the app with `status`; once, however often it is asked for."""
    if not app.is_ending:
        app.is_ending = True
        app.run_worker(_end(app, status), name="ending", group="ending", exit_on_error=False)


async def _end(app: "Window", status: int) -> None:
    with contextlib.suppress(StoreError, OSError):
        await keep_everything(app)
    app.exit(return_code=status)


async def keep_everything(app: "Window") -> bool:
    """Save what is in the field and whatever waits; return whether all of it is in the plan.

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
