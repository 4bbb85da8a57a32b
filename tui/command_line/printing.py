"""Clean everything that the program prints without its window, and survive a failing output.

Control characters are removed, whatever file name or argument they came from, and so are characters
that the terminal's encoding lacks. A standard output that fails, as on a full disk, does not stop a
command half way: the command runs to its end, and only then says that not all could be printed.
"""

import contextlib
import errno
import os
import sys
from collections.abc import Iterator
from typing import IO, Any

from files.ordinary import reason_of
from plan.text.clean import safe_characters

_CLOSED = OSError(errno.EBADF, "it is closed")
_done: list[str] = []
"""The sentences that say what the command has saved or written."""


class CleanStream:
    """A text stream that drops control characters and raises no error.

    `problem` is the first error; after it nothing more is written. `stream` is None if the program
    was started with that stream closed.
    """

    def __init__(self, stream: IO[str] | None) -> None:
        self._stream = stream
        self.problem: OSError | None = None

    def write(self, text: str) -> int:
        """Write the safe characters of `text`; return the length of all of it."""
        encoding = getattr(self._stream, "encoding", None) or "utf-8"
        safe = safe_characters(text).encode(encoding, "replace").decode(encoding)
        self._try("write", safe)
        return len(text)

    def flush(self) -> None:
        """Flush the stream."""
        self._try("flush")

    def isatty(self) -> bool:
        """Return whether the stream is a terminal."""
        return self._stream is not None and self._stream.isatty()

    def _try(self, name: str, *arguments: str) -> None:
        if self.problem is not None:
            return
        if self._stream is None:
            self.problem = _CLOSED if name == "write" else None
            return
        try:
            getattr(self._stream, name)(*arguments)
        except OSError as error:
            self.problem = error
            self._discard()
        except ValueError:  # the stream was closed meanwhile
            self.problem = _CLOSED

    def _discard(self) -> None:
        """Redirect the stream to nowhere, or Python would fail to flush its buffer on exit."""
        if self._stream is None:
            return
        with contextlib.suppress(OSError, ValueError, AttributeError):
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, self._stream.fileno())
            os.close(nowhere)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


@contextlib.contextmanager
def clean_printing() -> Iterator[CleanStream]:
    """Replace stdout and stderr by clean streams; yield that of stdout.

    The whole program must run inside, so that an error in printing is known before it exits.
    """
    _done.clear()
    streams = sys.stdout, sys.stderr
    out = CleanStream(streams[0])
    sys.stdout, sys.stderr = out, CleanStream(streams[1])
    try:
        yield out
    finally:
        out.flush()
        sys.stderr.flush()
        sys.stdout, sys.stderr = streams


def note_done(sentence: str) -> None:
    """Note what was saved or written, so that it can be reported even if printing fails."""
    _done.append(sentence)


def say_done(sentence: str) -> None:
    """Print what was saved or written, and note it as done even if it cannot be printed."""
    note_done(sentence)
    sys.stdout.write(f"{sentence}\n")
    sys.stdout.flush()


def can_ask() -> bool:
    """Return whether everything so far could be printed, so that a question makes sense."""
    sys.stdout.flush()
    return getattr(sys.stdout, "problem", None) is None


def status_after(status: int, out: CleanStream) -> int:
    """Return the exit status of a command that ended with `status`, now that all is printed.

    If printing failed, a command that saved or wrote something has succeeded all the same; one
    that only prints has failed, unless the reader closed the pipe, as `head` does.
    """
    out.flush()
    if out.problem is None or isinstance(out.problem, BrokenPipeError):
        return status
    reason = reason_of(out.problem)
    if _done:
        told = "\n".join(_done)
        sys.stderr.write(f"{told}\nThat is done; only it could not be printed: {reason}.\n")
        return status
    sys.stderr.write(
        f"Not everything could be printed: {reason}. Nothing was changed. Make room where the "
        "output goes, or send it elsewhere.\n"
    )
    return status or 1
