"""Whether a plan may be written from here, in words for the officer."""

import errno
import time
from dataclasses import dataclass
from pathlib import Path

from files.ordinary import NotOrdinaryError
from store.lock import Holder, LockHeldError, PlanLock

LONGEST_WAIT = 3.0
"""Seconds that a command waits for one other command to let a plan go."""
_A_MOMENT = 0.15
"""Seconds after which a plan that a window has is refused: so long, what a lock's file says may be
left from before."""
_LONGEST_QUEUE = 60.0
_ASK_AGAIN_AFTER = 0.02
_PROTECTED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


@dataclass(frozen=True)
class Hold:
    """The outcome of asking for a plan: the lock, or why it may only be read.

    `is_taken` is whether somebody else has it, so that it is worth asking again; `remark` is what
    the officer should know although the plan may be written.
    """

    lock: PlanLock | None
    read_only_reason: str = ""
    is_taken: bool = False
    remark: str = ""

    def release(self) -> None:
        """Let the plan go."""
        if self.lock is not None:
            self.lock.release()


def hold(path: Path, who: str, *, is_command: bool = False) -> Hold:
    """Ask for the plan at `path` to be written by `who` from here.

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
    return Hold(lock, remark=_left(path.name, lock.left_by))


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
        f"{name} is open {_by(holder)}. It can be read here; it can be changed here as soon as it "
        "is closed there."
    )


def _by(holder: Holder | None) -> str:
    if holder is None:
        return "in another plandesk"
    from plan.reading.dates import moment_in_words

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


def _left(name: str, holder: Holder | None) -> str:
    if holder is None:
        return ""
    return (
        f"{name} may be open {_by(holder)}. If it is, the two of you will be asked to bring your "
        "changes together; nothing is overwritten."
    )
