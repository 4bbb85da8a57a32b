"""The terminal: keys and pastes are told apart as they come, and writing never holds plandesk up.

Textual writes through a queue of thirty places to a thread that ends with the first error. A
terminal that has stopped reading, or has gone, then stops the whole event loop, and the thread that
reads spins. Here what is written waits without a limit in places, up to one in characters; and what
cannot be read is tried again ten times a second.
"""

import contextlib
import os
import select
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
"""Characters that wait for a terminal which does not read; beyond that they are stale."""
_LONGEST_LOOK = 0.1
"""Seconds between two looks at whether reading is to end, and at an escape that was the key."""
_MOST_READ = 4096
_LONGEST_LAST_WORDS = 1.0
"""Seconds that an end waits for a terminal which does not read."""


class Writing(Thread):
    """Writes to the terminal, on a thread of its own, as fast as it reads.

    Where too much waits, all of it is dropped, and `is_behind` until the screen is painted anew.
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
        """Have `text` written; return at once."""
        with self._changed:
            if self._size + len(text) > MOST_WAITING:
                self._waiting.clear()
                self._size, self.is_behind = 0, True
            self._waiting.append(text)
            self._size += len(text)
            self._changed.notify_all()

    def end(self) -> None:
        """Write what waits and end; give up where the terminal does not read."""
        with self._changed:
            self._is_over = True
            self._changed.notify_all()
        self.join(_LONGEST_LAST_WORDS)

    def run(self) -> None:
        """Write until the end; a terminal that has gone takes nothing, and nobody is told."""
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
    """Textual's driver, but for how it reads and writes.

    `is_away` while another program, the officer's own editor, has the terminal.
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
        self._writing: Writing | None = None
        self._looked_at = 0.0
        self.output = sys.__stderr__.fileno() if sys.__stderr__ is not None else 2
        self.is_away = False

    @property
    def _window(self) -> "AppInTurns":
        return cast("AppInTurns", self._app)

    # Writing

    def start_application_mode(self) -> None:
        """Begin to write and to read."""
        self._writing = Writing(self.output)
        self._writing.start()
        super().start_application_mode()  # type: ignore[no-untyped-call]
        self.is_away = False

    def suspend_application_mode(self) -> None:
        """Let another program have the terminal."""
        self.is_away = True
        super().suspend_application_mode()

    def write(self, data: str) -> None:
        """Have `data` written; return at once, whatever the terminal does."""
        writing = self._writing
        if writing is None:
            return
        writing.put(data)
        if writing.is_behind:
            writing.is_behind = False
            self._loop.call_soon_threadsafe(self._app.refresh)

    def close(self) -> None:
        """End the writing, once everything is written or the terminal does not read."""
        super().close()
        if self._writing is not None:
            self._writing.end()

    def restore(self) -> None:
        """Give the terminal back the ways it had; nothing is written, so this never waits."""
        if self.attrs_before is not None and not self.is_away:
            with contextlib.suppress(termios.error):
                termios.tcsetattr(self.fileno, termios.TCSANOW, self.attrs_before)

    # Reading

    def run_input_thread(self) -> None:
        """Read until the end, and send what comes to the app as keys, pastes and the like."""
        self._parser = XTermParser(self._debug)
        bursts = Bursts()
        decode = getincrementaldecoder("utf-8")("ignore").decode
        self._looked_at = time.monotonic()
        while not self.exit_event.is_set():
            due = bursts.due
            wait = _LONGEST_LOOK if due is None else max(0.0, due - time.monotonic())
            text = decode(self._read(min(wait, _LONGEST_LOOK)))
            now = time.monotonic()
            if text:
                self._send(bursts.take(text, self._arrival(now)))
            else:
                self._end_sequences()
                if due is not None and now >= due:
                    self._send(bursts.left())
            self._looked_at = now

    def _end_sequences(self) -> None:
        """Send as keys the beginning of a sequence whose rest has not come in time."""
        for event in self._parser.tick():
            self.process_message(event)

    def _read(self, wait: float) -> bytes:
        """Return what comes in so many seconds, empty where nothing does."""
        if not select.select([self.fileno], [], [], wait)[0]:
            return b""
        with contextlib.suppress(OSError):
            if content := os.read(self.fileno, _MOST_READ):
                return content
        # The terminal has gone: it has something to read for ever, and that is nothing.
        self.exit_event.wait(_LONGEST_LOOK)
        return b""

    def _arrival(self, now: float) -> Arrival:
        turns = self._window.turns
        return Arrival(now, now - self._looked_at, turns.is_busy, turns.is_field_open)

    def _send(self, parts: "Iterator[Keys | Pasted]") -> None:
        for part in parts:
            if isinstance(part, Pasted):
                self.process_message(events.Paste(part.text))
            elif part.sent == ESCAPE:  # the parser would wait once more for what may follow it
                self.process_message(events.Key("escape", ESCAPE))
            elif part.sent:
                for event in self._parser.feed(part.sent):
                    self.process_message(event)

    def process_message(self, message: Message) -> None:
        """Send a message to the app, and count the keys that it has not done yet."""
        if isinstance(message, events.Key | events.Paste):
            self._window.turns.expect()
        super().process_message(message)
