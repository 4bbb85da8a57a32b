"""A program in a pseudo-terminal: its screen, and the time at which it shows a text."""

import os
import pty
import re
import select
import signal
import struct
import time
from collections.abc import Mapping, Sequence
from fcntl import ioctl
from pathlib import Path
from termios import FIONREAD, TIOCSWINSZ
from types import TracebackType
from typing import Self

import pyte

COLUMNS, LINES = 120, 40
_ASKS_FOR_SYNC = b"\x1b[?2026$p"
_HAS_SYNC = b"\x1b[?2026;2$y"
_FRAME_ENDS = b"\x1b[?2026l"


class NotShownError(Exception):
    """The program did not show in time what was waited for; the message holds the screen."""


class Terminal:
    """A terminal with one program in it, which is killed when the terminal is closed.

    The program runs in `folder`, by default in that of this process.
    """

    def __init__(
        self,
        command: Sequence[str],
        env: Mapping[str, str],
        *,
        columns: int = COLUMNS,
        lines: int = LINES,
        folder: Path | None = None,
    ) -> None:
        self.screen = pyte.Screen(columns, lines)
        self._stream = pyte.ByteStream(self.screen)
        self.started = time.perf_counter()
        self.process, self._fd = pty.fork()
        if self.process == 0:
            _set_size(0, columns, lines)  # before the program can ask for it
            if folder is not None:
                os.chdir(folder)
            os.execvpe(command[0], list(command), {**os.environ, **env})
        self.received = 0
        """Bytes that the program has written."""

    def resize(self, columns: int, lines: int) -> None:
        """Make the terminal another size, as an officer drags its window."""
        self.screen.resize(lines, columns)
        _set_size(self._fd, columns, lines)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def text(self) -> str:
        """What is on the screen, line by line."""
        return "\n".join(self.screen.display)

    def send(self, keys: str) -> float:
        """Type `keys` and return when that was."""
        at = time.perf_counter()
        os.write(self._fd, keys.encode())
        return at

    def until(self, pattern: str, timeout: float = 60.0) -> float:
        """Read until the screen matches `pattern`; return when the bytes for it arrived."""
        end = time.perf_counter() + timeout
        wanted = re.compile(pattern)
        while time.perf_counter() < end:
            arrived = self._read(end)
            if wanted.search(self.text):
                return arrived
        raise NotShownError(f"{pattern!r} was not shown:\n{self.text}")

    def until_a_frame(self, timeout: float = 5.0) -> float:
        """Read until the program has ended a frame; return when that was."""
        end = time.perf_counter() + timeout
        seen = b""
        while time.perf_counter() < end:
            arrived, chunk = self._chunk(end)
            seen = seen[-len(_FRAME_ENDS) :] + chunk
            if _FRAME_ENDS in seen:
                return arrived
        raise NotShownError("no frame was painted")

    def settle(self, quiet: float = 0.15) -> None:
        """Read until nothing has come for `quiet` seconds, or the program has ended."""
        while select.select([self._fd], [], [], quiet)[0]:
            before = self.received
            self._read(time.perf_counter() + quiet)
            if self.received == before:
                return

    def read_for(self, seconds: float, *, to_show: bool = True) -> bool:
        """Read for so many seconds; return whether the program still has its terminal.

        What is not read `to_show` it is only taken from the program, and the screen stays as it is.
        """
        end = time.perf_counter() + seconds
        while True:
            if select.select([self._fd], [], [], max(0.0, end - time.perf_counter()))[0]:
                before = self.received
                self._chunk(end, to_show=to_show)
                if self.received == before:
                    return False
            if time.perf_counter() >= end:
                return True

    def ended(self, timeout: float = 60.0, *, to_show: bool = True) -> int:
        """Wait for the program to end and return its exit status."""
        end = time.perf_counter() + timeout
        while time.perf_counter() < end:
            done, status = os.waitpid(self.process, os.WNOHANG)
            if done:
                self.process = 0
                return os.waitstatus_to_exitcode(status)
            try:
                self._chunk(time.perf_counter() + 0.05, to_show=to_show)
            except OSError:
                time.sleep(0.01)
        raise NotShownError(f"the program did not end:\n{self.text}")

    def waiting(self) -> int:
        """Return how many bytes the program has written that have not been read."""
        return int(struct.unpack("i", ioctl(self._fd, FIONREAD, b"\0" * 4))[0])

    def hang_up(self) -> None:
        """Close the terminal while the program runs, as an officer closes its window."""
        os.close(self._fd)
        self._fd = -1

    def close(self) -> None:
        """Kill the program if it still runs, and let go of the terminal."""
        if self.process:
            os.kill(self.process, signal.SIGKILL)
            os.waitpid(self.process, 0)
            self.process = 0
        if self._fd >= 0:
            os.close(self._fd)
            self._fd = -1

    def _read(self, end: float) -> float:
        return self._chunk(end)[0]

    def _chunk(self, end: float, *, to_show: bool = True) -> tuple[float, bytes]:
        if self._fd < 0:
            time.sleep(0.01)
            return time.perf_counter(), b""
        if not select.select([self._fd], [], [], max(0.0, end - time.perf_counter()))[0]:
            return time.perf_counter(), b""
        try:
            chunk = os.read(self._fd, 65_536)
        except OSError:  # the program has ended and its side is closed
            time.sleep(0.01)
            return time.perf_counter(), b""
        arrived = time.perf_counter()
        self.received += len(chunk)
        if _ASKS_FOR_SYNC in chunk:
            os.write(self._fd, _HAS_SYNC)
        if to_show:
            self._stream.feed(chunk)
        return arrived, chunk


def _set_size(terminal: int, columns: int, lines: int) -> None:
    ioctl(terminal, TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
