"""Write a file so that a crash leaves the old content or the new, never a part of either.

The content goes to a new file in the same folder, is forced to the disk and then replaces the old
file; the folder is forced to the disk as well, where the system can do that.
"""

import contextlib
import errno
import itertools
import os
import stat
import sys
import time
from collections.abc import Iterator
from pathlib import Path

_NUMBERS = itertools.count(1)
_SHARING_ERRORS = frozenset({5, 32, 33})
_WAITS = (0.05, 0.1, 0.2, 0.4, 0.8, 1.0)
"""Seconds between tries where another program, such as a virus scanner, holds the file."""
_OLD = 3600.0
"""Seconds after which a temporary file is a leftover."""
OWNER_ONLY = 0o600
EVERYBODY = 0o666
"""The modes of new files, before the process's umask."""
OWNER_ONLY_FOLDER = 0o700
EVERYBODYS_FOLDER = 0o777
"""The modes of new folders, before the umask."""
_NO_FOLDER_SYNC = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EBADF, errno.EACCES})


class FileInUseError(OSError):
    """The file is held open by another program and cannot be replaced."""


def write_safely(path: Path, content: bytes, *, new_mode: int = OWNER_ONLY) -> None:
    """Replace the file at `path` by `content`, wholly or not at all.

    A link is followed; the mode of an existing file is kept, a new one gets `new_mode`. Raises
    FileInUseError where another program holds the file, OSError where the disk refuses; only where
    the folder could not be forced to the disk is the new content there all the same.
    """
    target = Path(os.path.realpath(path))
    temporary = target.with_name(f".{target.name}.{os.getpid()}-{next(_NUMBERS)}.tmp")
    try:
        _write(temporary, content, new_mode, _mode_of(target))
        _replace(temporary, target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    sync_folder(target.parent)


def make_folder(folder: Path, *, mode: int = OWNER_ONLY_FOLDER) -> tuple[Path, ...]:
    """Make a folder, and those above it, so that it is there after a power cut. Raises OSError.

    Returns the folders that were made, the outermost first; each has `mode`, less the umask.
    """
    if folder.is_dir():
        return ()
    above = make_folder(folder.parent, mode=mode)
    folder.mkdir(mode=mode, exist_ok=True)
    sync_folder(folder.parent)
    return (*above, folder)


@contextlib.contextmanager
def new_folder(folder: Path, *, mode: int = OWNER_ONLY_FOLDER) -> Iterator[None]:
    """Make a folder for the block to write in; if the block fails, the folder is removed if empty.

    Raises OSError.
    """
    made = make_folder(folder, mode=mode)
    try:
        yield
    except BaseException:
        with contextlib.suppress(OSError):  # one that is not empty stays, and those above it
            for one in reversed(made):
                one.rmdir()
        raise


def is_marked_read_only(path: Path) -> bool:
    """Return whether nobody may write the file at `path`: to replace it would ignore the mark.

    Raises OSError.
    """
    return not path.stat().st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH)


def clear_leftovers(path: Path) -> None:
    """Remove the temporary files that a crash has left beside the file at `path`.

    Only those so old that nobody can still be writing them.
    """
    target = Path(os.path.realpath(path))
    before = f".{target.name}."
    try:
        for one in target.parent.iterdir():
            is_ours = one.name.startswith(before) and "-" in one.name[len(before) :]
            is_unfinished = is_ours and one.name.endswith(".tmp")
            if is_unfinished and one.stat().st_mtime < time.time() - _OLD:
                one.unlink()
    except OSError:
        return


def _mode_of(target: Path) -> int | None:
    try:
        return stat.S_IMODE(os.stat(target).st_mode)  # noqa: PTH116 - one call, easy to fail in tests
    except FileNotFoundError:
        return None


def _write(path: Path, content: bytes, new_mode: int, kept_mode: int | None) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    handle = os.open(path, flags, new_mode if kept_mode is None else OWNER_ONLY)
    try:
        rest = memoryview(content)
        while rest:
            rest = rest[os.write(handle, rest) :]
        os.fsync(handle)
    finally:
        os.close(handle)
    if kept_mode not in (None, OWNER_ONLY):
        os.chmod(path, kept_mode)  # noqa: PTH101


def _replace(temporary: Path, target: Path) -> None:
    for wait in (*_WAITS, None):
        try:
            os.replace(temporary, target)  # noqa: PTH105
        except PermissionError as error:
            if getattr(error, "winerror", None) not in _SHARING_ERRORS:
                raise
            if wait is None:
                raise FileInUseError(errno.EACCES, "in use", str(target)) from error
            time.sleep(wait)
        else:
            return


def sync_folder(folder: Path) -> None:
    """Force the names in a folder to the disk, where the system can do that. Raises OSError."""
    if sys.platform == "win32":
        return
    try:
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
    except OSError as error:
        if error.errno not in _NO_FOLDER_SYNC:
            raise
