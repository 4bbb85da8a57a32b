"""The lock that lets one process write a plan; the system releases it when the process is gone.

It is on a file of its own beside the plan, as the plan's file is replaced at each save. That file
says who holds the lock; without the lock it means nothing, so one left by a crash does no harm.
"""

import errno
import os
import socket
import sys
import time
import weakref
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from pydantic_core import from_json, to_json

from files.ordinary import NotOrdinaryError, refuse_unless_ordinary
from plan.text.clean import clean_line

_LOCKED_BYTE = 1 << 30
"""Windows lets nobody read a locked byte, so the locked one is far beyond the text."""
_LONGEST = 4_096
_HELD = frozenset({errno.EAGAIN, errno.EACCES, errno.EWOULDBLOCK, errno.EDEADLK})
_NO_LOCKS = frozenset({errno.ENOLCK, errno.ENOTSUP, errno.ENOSYS, errno.EINVAL})


class LockHeldError(Exception):
    """Somebody else has the plan open for writing: `holder` says who, None where unknown."""

    def __init__(self, holder: "Holder | None") -> None:
        super().__init__("held")
        self.holder = holder


class Holder(NamedTuple):
    """Who has a plan open: the officer, the machine, the process, and since when (UTC, ISO).

    `is_command` says that it is a command of the command line, which will soon be done.
    """

    who: str
    host: str
    pid: int
    since: str
    is_command: bool = False

    @property
    def since_local(self) -> datetime | None:
        """Since when, in local time; None where it is not known."""
        try:
            return datetime.fromisoformat(self.since).astimezone()
        except ValueError:
            return None


class PlanLock:
    """The lock of the plan at `path`, held until `release` or the end of the process.

    `left_by` is the holder named in the lock file before, if on another machine: that one may have
    the plan open where locks do not work between machines. Where the file system has no locks at
    all, nobody is kept out.
    """

    def __init__(self, path: Path, who: str, *, is_command: bool = False) -> None:
        """Take the lock. Raises LockHeldError, and OSError where its file cannot be made."""
        self.path = lock_path(path)
        self.left_by: Holder | None = None
        handle = self._taken()
        self._release = weakref.finalize(self, _let_go, handle, self.path)
        before = _read_holder(handle)
        if before is not None and before.host != _host():
            self.left_by = before
        _write_holder(handle, Holder(clean_line(who), _host(), os.getpid(), _now(), is_command))

    def release(self) -> None:
        """Release the lock, so that another may write the plan."""
        self._release()

    def _taken(self) -> int:
        while True:
            handle = _opened(self.path)
            try:
                _lock(handle)
            except LockHeldError:
                holder = _read_holder(handle)
                os.close(handle)
                raise LockHeldError(holder) from None
            if _is_still_there(handle, self.path):
                return handle
            os.close(handle)  # its holder has just let go and removed the file


def lock_path(plan_path: Path) -> Path:
    """Return the path of a plan's lock file: beside the plan, or beside what a link points to."""
    target = Path(os.path.realpath(plan_path))
    return target.with_name(f".{target.name}.lock")


def _opened(path: Path) -> int:
    """Return a handle of the lock file. Raises OSError; NotOrdinaryError where it is no file."""
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
    handle = os.open(path, flags, 0o600)
    try:
        refuse_unless_ordinary(handle, path)
    except OSError:
        os.close(handle)
        raise
    return handle


def _lock(handle: int) -> None:
    """Lock a file, where its file system has locks. Raises LockHeldError, OSError."""
    try:
        _lock_or_fail(handle)
    except OSError as error:
        if error.errno in _HELD:
            raise LockHeldError(None) from error
        if error.errno not in _NO_LOCKS:
            os.close(handle)
            raise


if sys.platform == "win32":
    import msvcrt

    def _lock_or_fail(handle: int) -> None:
        os.lseek(handle, _LOCKED_BYTE, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

    def _is_still_there(handle: int, path: Path) -> bool:  # noqa: ARG001
        return True  # Windows removes no file that is open

    def _let_go(handle: int, path: Path) -> None:
        os.close(handle)
        path.unlink(missing_ok=True)
else:
    import fcntl

    def _lock_or_fail(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _is_still_there(handle: int, path: Path) -> bool:
        try:
            return os.path.samestat(os.fstat(handle), path.stat())
        except FileNotFoundError:
            return False

    def _let_go(handle: int, path: Path) -> None:
        try:
            path.unlink(missing_ok=True)
        except OSError:
            return
        finally:
            os.close(handle)


def _read_holder(handle: int) -> Holder | None:
    try:
        os.lseek(handle, 0, os.SEEK_SET)
        words = from_json(os.read(handle, _LONGEST))
        return Holder(
            clean_line(str(words["who"])),
            clean_line(str(words["host"])),
            int(words["pid"]),
            clean_line(str(words["since"])),
            words.get("is_command") is True,
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _write_holder(handle: int, holder: Holder) -> None:
    try:
        os.ftruncate(handle, 0)
        os.lseek(handle, 0, os.SEEK_SET)
        os.write(handle, to_json(holder._asdict()))
    except OSError:
        return  # the lock holds without words, only nobody can say whose it is


def _host() -> str:
    return socket.gethostname()


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


LONGEST_WAIT = 3.0
"""Seconds that a command waits for one other command to finish with a plan."""
_A_MOMENT = 0.15
"""Seconds after which a command gives up on a plan that a window has: until then the lock's file
may still name an earlier holder."""
_LONGEST_QUEUE = 60.0
_ASK_AGAIN_AFTER = 0.02
_PROTECTED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


class Hold(NamedTuple):
    """The answer to `hold`: the lock of a plan, or why the plan may only be read.

    `is_taken` says that somebody else has it, so that asking again may help; `remark` is what the
    officer should know although the plan may be written.
    """

    lock: PlanLock | None
    read_only_reason: str = ""
    is_taken: bool = False
    remark: str = ""

    def release(self) -> None:
        """Release the plan."""
        if self.lock is not None:
            self.lock.release()


def hold(path: Path, who: str, *, is_command: bool = False) -> Hold:
    """Take the lock of the plan at `path`, so that `who` may write it here.

    A command waits for other commands, one after the other, but not for a window.
    """
    try:
        lock = _waited_for(path, who) if is_command else PlanLock(path, who)
    except LockHeldError as error:
        return Hold(None, _taken(path.name, error.holder), is_taken=True)
    except NotOrdinaryError as error:
        return Hold(None, remark=_no_lock(path.name, error))
    except OSError as error:
        if error.errno in _PROTECTED:
            return Hold(None, _protected(path))
        return Hold(None)
    return Hold(lock, remark=_left_in_words(path.name, lock.left_by))


def _waited_for(path: Path, who: str) -> PlanLock:
    """Return the lock of a plan for a command. Raises LockHeldError, OSError as `PlanLock`."""
    began = since = time.monotonic()
    holder: Holder | None = None
    while True:
        try:
            return PlanLock(path, who, is_command=True)
        except LockHeldError as error:
            now = time.monotonic()
            if error.holder != holder:
                holder, since = error.holder, now
            patience = LONGEST_WAIT if holder is None or holder.is_command else _A_MOMENT
            if now - since > patience or now - began > _LONGEST_QUEUE:
                raise
        time.sleep(_ASK_AGAIN_AFTER)


def _taken(name: str, holder: Holder | None) -> str:
    return (
        f"{name} is open {_holder_in_words(holder)}. It can be read here; it can be changed here "
        "as soon as it is closed there."
    )


def _holder_in_words(holder: Holder | None) -> str:
    if holder is None:
        return "in another plandesk"
    # Only what is said of a plan that somebody else has open wants a date in words.
    from plan.reading.dates import moment_in_words  # noqa: PLC0415

    since = holder.since_local
    words = f"in another plandesk, by {holder.who or 'somebody'} on {holder.host}"
    return f"{words} since {moment_in_words(since)}" if since else words


def _protected(path: Path) -> str:
    return (
        f"The folder {path.parent} may not be written to. The plan {path.name} can be read here "
        "but not changed: copy it to a folder of your own to go on."
    )


def _no_lock(name: str, error: NotOrdinaryError) -> str:
    return (
        f"The lock of {name} cannot be used: {error.strerror}. The plan can be changed here, but "
        f"nobody else is kept out of it until {error.filename} is removed."
    )


def _left_in_words(name: str, holder: Holder | None) -> str:
    if holder is None:
        return ""
    return (
        f"{name} may be open {_holder_in_words(holder)}. If it is, the two of you will be asked to "
        "bring your changes together; nothing is overwritten."
    )
