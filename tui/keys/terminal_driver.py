"""Read keys and pastes from the terminal, and write to it without ever blocking plandesk.

Textual writes through a queue of thirty entries to a thread that dies at the first error. When the
terminal stops reading or goes away, that blocks the whole event loop, and the reading thread spins.
Here the queue has no limit of entries, only one of characters, and a failed read is retried ten
times a second.
"""

import contextlib
import os
import select
import signal
import sys
import termios
import time
from codecs import getincrementaldecoder
from collections import deque
from collections.abc import Iterator
from threading import Condition, Thread
from typing import TYPE_CHECKING, Any, cast

from textual import events
from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

from tui.keys.bursts import ESCAPE, Arrival, Bursts, Keys, Pasted

if TYPE_CHECKING:
    from textual.app import App

    from tui.keys.turns import AppInTurns

MOST_WAITING = 1_000_000
"""Characters queued for a terminal that does not read; more than that would be stale anyway."""
_LONGEST_WAIT = 0.1
"""Longest wait for input, in seconds, before checking for the end and for a lone Esc."""
_MOST_READ = 4096
_LONGEST_CLOSE = 1.0
"""Seconds that closing waits for a terminal that does not read."""


class Writing(Thread):
    """A thread that writes to the terminal as fast as the terminal reads.

    If too much is queued, all of it is dropped and `is_behind` is set: the screen must then be
    repainted.
    """

    def __init__(self, handle: int) -> None:
        super().__init__(daemon=True, name="writing")
        self._handle = handle
        self._waiting: deque[str] = deque()
        self._size = 0
        self._is_over = False
        self._changed = Condition()
        self.is_behind = False

    def put(self, text: str) -> None:
        """Queue `text` for writing and return at once."""
        with self._changed:
            if self._size + len(text) > MOST_WAITING:
                self._waiting.clear()
                self._size, self.is_behind = 0, True
            self._waiting.append(text)
            self._size += len(text)
            self._changed.notify_all()

    def end(self) -> None:
        """Write what is queued and end the thread; give up if the terminal does not read."""
        with self._changed:
            self._is_over = True
            self._changed.notify_all()
        self.join(_LONGEST_CLOSE)

    def run(self) -> None:
        """Write until `end`; errors of a terminal that has gone away are ignored."""
        while (text := self._next()) is not None:
            with contextlib.suppress(OSError):
                self._write(text.encode(errors="replace"))

    def _next(self) -> str | None:
        with self._changed:
            self._changed.wait_for(lambda: self._waiting or self._is_over)
            if not self._waiting:
                return None
            text = self._waiting.popleft()
            self._size -= len(text)
            return text

    def _write(self, content: bytes) -> None:
        rest = memoryview(content)
        while rest:
            try:
                rest = rest[os.write(self._handle, rest) :]
            except BlockingIOError:
                select.select([], [self._handle], [])


class TerminalDriver(LinuxDriver):
    """Textual's Linux driver with its own reading and writing.

    `is_away` is set while another program, the officer's own editor, has the terminal.
    """

    def __init__(
        self,
        app: "App[Any]",
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        signal.signal(signal.SIGTSTP, signal.SIG_IGN)  # Textual's own would stop the program
        self._writing: Writing | None = None
        self._looked_at = 0.0
        self.output = sys.__stderr__.fileno() if sys.__stderr__ is not None else 2
        self.is_away = False

    @property
    def _window(self) -> "AppInTurns":
        return cast("AppInTurns", self._app)

    # Writing

    def start_application_mode(self) -> None:
        """Start writing and reading."""
        self._writing = Writing(self.output)
        self._writing.start()
        super().start_application_mode()  # type: ignore[no-untyped-call]
        self.is_away = False

    def suspend_application_mode(self) -> None:
        """Hand the terminal to another program."""
        self.is_away = True
        super().suspend_application_mode()

    def write(self, data: str) -> None:
        """Queue `data` for writing and return at once, whatever the terminal does."""
        writing = self._writing
        if writing is None:
            return
        writing.put(data)
        if writing.is_behind:
            writing.is_behind = False
            self._loop.call_soon_threadsafe(self._app.refresh)

    def close(self) -> None:
        """Stop writing, once everything is written or the terminal has stopped reading."""
        super().close()
        if self._writing is not None:
            self._writing.end()

    def restore(self) -> None:
        """Restore the terminal's own settings; nothing is written, so this never waits."""
        if self.attrs_before is not None and not self.is_away:
            with contextlib.suppress(termios.error):
                termios.tcsetattr(self.fileno, termios.TCSANOW, self.attrs_before)

    # Reading

    def run_input_thread(self) -> None:
        """Read until the driver is stopped, and send keys, pastes and reports to the app."""
        self._parser = XTermParser(self._debug)
        bursts = Bursts()
        decode = getincrementaldecoder("utf-8")("ignore").decode
        self._looked_at = time.monotonic()
        while not self.exit_event.is_set():
            due = bursts.due
            wait = _LONGEST_WAIT if due is None else max(0.0, due - time.monotonic())
            text = decode(self._read(min(wait, _LONGEST_WAIT)))
            now = time.monotonic()
            if text:
                self._send(bursts.take(text, self._arrival(now)))
            else:
                self._end_sequences()
                if due is not None and now >= due:
                    self._send(bursts.flush())
            self._looked_at = now

    def _end_sequences(self) -> None:
        """Send the beginning of an escape sequence as keys if its rest has not come in time."""
        for event in self._parser.tick():
            self.process_message(event)

    def _read(self, wait: float) -> bytes:
        """Return what arrives within `wait` seconds, empty if nothing does."""
        if not select.select([self.fileno], [], [], wait)[0]:
            return b""
        with contextlib.suppress(OSError):
            if content := os.read(self.fileno, _MOST_READ):
                return content
        # The terminal has gone away: select calls it readable for ever, but reads return nothing.
        self.exit_event.wait(_LONGEST_WAIT)
        return b""

    def _arrival(self, now: float) -> Arrival:
        turns = self._window.turns
        return Arrival(now, now - self._looked_at, turns.is_busy, turns.is_field_open)

    def _send(self, parts: "Iterator[Keys | Pasted]") -> None:
        for part in parts:
            if isinstance(part, Pasted):
                self.process_message(events.Paste(part.text))
            elif part.sent == ESCAPE:  # the parser would wait again for what may follow it
                self.process_message(events.Key("escape", ESCAPE))
            elif part.sent:
                for event in self._parser.feed(part.sent):
                    self.process_message(event)

    def process_message(self, message: Message) -> None:
        """Send a message to the app; count keys and pastes, so that the app knows how many wait."""
        if isinstance(message, events.Key | events.Paste):
            self._window.turns.expect()
        super().process_message(message)
