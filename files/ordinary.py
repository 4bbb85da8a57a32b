"""Opens ordinary files only, and reads no more of them than they may hold.

Opening a pipe could wait for ever; a device, and some system files that claim to be empty, could
be read without end.
"""

import errno
import os
import stat
from pathlib import Path
from typing import BinaryIO

LARGEST = 256 * 1024 * 1024
"""Bytes; no file of ours or of an officer's comes near it."""
LONGEST_PATH = 64 * 1024
"""Bytes of a file that holds only the path of another."""

_KINDS = {
    stat.S_IFIFO: "a pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
}
_NO_WAIT = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)
_PIECE = 1024 * 1024


class NotOrdinaryError(OSError):
    """What is at a path can be opened but is not an ordinary file; `strerror` says what it is.

    A folder raises IsADirectoryError instead.
    """

    def __init__(self, path: Path, what: str) -> None:
        super().__init__(errno.EINVAL, f"it is no ordinary file but {what}", str(path))


class TooLargeError(OSError):
    """A file is larger than it may be."""

    def __init__(self, path: Path, largest: int) -> None:
        size = f"{largest // 2**20} megabytes" if largest >= 2**20 else f"{largest:,} bytes"
        super().__init__(errno.EFBIG, f"it is larger than {size}", str(path))


def opened(path: Path) -> BinaryIO:
    """Open the file at `path` for reading bytes; a link is followed.

    Raises NotOrdinaryError for a pipe, a socket or a device, without waiting for anything, and
    OSError for a folder and for what cannot be opened.
    """
    _refuse(path, os.stat(path).st_mode)  # noqa: PTH116 - one call, easy to fail in tests
    handle = os.open(path, os.O_RDONLY | _NO_WAIT | getattr(os, "O_BINARY", 0))
    try:
        refuse_unless_ordinary(handle, path)  # it may have been replaced since it was looked at
        return os.fdopen(handle, "rb")
    except BaseException:
        os.close(handle)
        raise


def content_of(path: Path, largest: int = LARGEST) -> bytes:
    """Return what the file at `path` holds.

    Raises what `opened` raises, and TooLargeError where it holds more than `largest` bytes,
    whatever size it states.
    """
    with opened(path) as file:
        if os.fstat(file.fileno()).st_size > largest:
            raise TooLargeError(path, largest)
        pieces: list[bytes] = []
        room = largest + 1
        while room > 0 and (piece := file.read(min(_PIECE, room))):
            pieces.append(piece)
            room -= len(piece)
    if room <= 0:
        raise TooLargeError(path, largest)
    return b"".join(pieces)


def why_unreadable(path: Path) -> str:
    """Return why the file at `path` cannot be read, empty if it can.

    The words follow the file's name: "is not there", "is a folder", "is no ordinary file but a
    pipe".
    """
    try:
        opened(path).close()
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return "is not there"
    except OSError as error:
        said = error.strerror or str(error)
        if is_no_file(error):
            return said.removeprefix("it ")
        return f"cannot be read ({said.lower()})"
    return ""


def reason_of(error: OSError) -> str:
    """Return why a file could not be read or written, as the end of a sentence."""
    return (error.strerror or str(error)).lower()


def is_no_file(error: OSError) -> bool:
    """Return whether an error says that a path leads to a folder, a pipe or the like."""
    return isinstance(error, (NotOrdinaryError, IsADirectoryError))


def refuse_unless_ordinary(handle: int, path: Path) -> None:
    """Raise NotOrdinaryError, or OSError for a folder, unless an open handle is of a file."""
    _refuse(path, os.fstat(handle).st_mode)


def _refuse(path: Path, mode: int) -> None:
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, "it is a folder", str(path))
    if not stat.S_ISREG(mode):
        raise NotOrdinaryError(path, _KINDS.get(stat.S_IFMT(mode), "something else"))
