"""Everything the program prints without its window goes through here, so no way out is forgotten.

Control characters are left out, whoever named a file or typed an argument, and so is what the
terminal's encoding lacks. A standard output that takes nothing more (a full disk) does not stop a
command half way: it goes on to its end, and what it could not print is told at the end.
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
"""What the command has saved or written, in the sentences that say so."""


class CleanStream:
    """A stream for text that no control character reaches and no error leaves.

    `problem` is the error that ended it, after which nothing more is written. There is no stream
    where the program was started with a closed one.
    """

    def __init__(self, stream: IO[str] | None) -> None:
        self._stream = stream
        self.problem: OSError | None = None

    def write(self, text: str) -> int:
        """Write `text` as far as it is safe to print; return the length of what was given."""
        encoding = getattr(self._stream, "encoding", None) or "utf-8"
        safe = safe_characters(text).encode(encoding, "replace").decode(encoding)
        self._try("write", safe)
        return len(text)

    def flush(self) -> None:
        """Pass on what was written."""
        self._try("flush")

    def isatty(self) -> bool:
        """Return whether somebody looks at it in a terminal."""
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
        except ValueError:  # it was closed on the way
            self.problem = _CLOSED

    def _discard(self) -> None:
        """Send what is still held back nowhere, or Python would fail on it at its own end."""
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
    """Have everything that is printed meanwhile go through streams that clean it; yield stdout's.

    What the program does must end in here, so that what could not be printed is known.
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
    """Keep what was saved or written, to be told where what is printed of it cannot be."""
    _done.append(sentence)


def say_done(sentence: str) -> None:
    """Print what was saved or written; it counts as done where it cannot be printed, too."""
    note_done(sentence)
    sys.stdout.write(f"{sentence}\n")
    sys.stdout.flush()


def can_ask() -> bool:
    """Return whether a question can be seen: nothing was lost of what was printed before it."""
    sys.stdout.flush()
    return getattr(sys.stdout, "problem", None) is None


def status_after(status: int, out: CleanStream) -> int:
    """Return the exit status of a command that gave `status`, now that all is printed.

    What was saved or written is done. A command that only prints has not done what was asked
    where nothing could be printed, unless the reader had enough, as `head` has.
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
