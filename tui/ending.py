"""The end that nobody asked for: the terminal closed, the system going down, a signal.

What is in a field is put into the plan and saved; where that does not succeed in time, it is in a
draft. Then plandesk ends, at the latest after a few seconds.
"""

import asyncio
import contextlib
import os
import select
import signal
import sys
from functools import partial
from threading import Timer
from typing import TYPE_CHECKING

from store.errors import StoreError

if TYPE_CHECKING:
    from tui.window import Window

_SIGNALS = ("SIGTERM", "SIGHUP", "SIGINT")
_LOOK_AFTER = 1.0
"""Seconds between two looks at whether the terminal is still there."""
_LONGEST_SAVE = 3.0
_LONGEST_END = 1.5
"""Seconds that the window may take to close after everything is safe."""
_ENDED_BY_SIGNAL = 128


def watch(app: "Window") -> None:
    """End the app properly when it is told to, or when its terminal has gone."""
    loop = asyncio.get_running_loop()
    for name in _SIGNALS:
        number = getattr(signal, name, None)
        if number is not None:
            with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
                loop.add_signal_handler(number, partial(_begin_to_end, app, int(number)))
    if hasattr(select, "poll"):
        app.set_interval(_LOOK_AFTER, partial(_look, app))


def _look(app: "Window") -> None:
    if has_hung_up(sys.__stdin__.fileno() if sys.__stdin__ is not None else 0):
        _begin_to_end(app, int(getattr(signal, "SIGHUP", 1)))


def has_hung_up(handle: int) -> bool:
    """Return whether the terminal behind a file descriptor is gone; asked for on POSIX only."""
    poll = select.poll()
    poll.register(handle, 0)
    gone = select.POLLHUP | select.POLLERR | select.POLLNVAL
    return any(event & gone for _, event in poll.poll(0))


def _begin_to_end(app: "Window", number: int) -> None:
    if not app.is_ending:
        app.is_ending = True
        app.run_worker(_end(app, number), name="ending", exit_on_error=False)


async def _end(app: "Window", number: int) -> None:
    status = _ENDED_BY_SIGNAL + number
    with contextlib.suppress(StoreError, OSError):
        await keep_everything(app)
    # A terminal that is gone may hold up the closing of the window; everything is safe by now.
    last_resort = Timer(_LONGEST_END, os._exit, (status,))
    last_resort.daemon = True
    last_resort.start()
    app.exit(return_code=status)


async def keep_everything(app: "Window") -> bool:
    """Save what is in the field and whatever waits; return whether all of it is in the plan.

    What is not is in a draft.
    """
    from tui.drafting import note_typed
    from tui.opening import remember

    session = app.session
    if session is None:
        return True
    note_typed(app)
    view = app.view
    if view is not None:
        view.leave_field()
    is_saved = await asyncio.to_thread(session.saved, _LONGEST_SAVE)
    if is_saved:
        session.note_typed(None)
    await asyncio.to_thread(session.drafted, _LONGEST_SAVE)
    remember(view)
    return is_saved
