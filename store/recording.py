"""Keeping a plan's history up with the plan, whatever the disk refuses meanwhile.

The plan's own file holds the last change, and those before it that the history had no room for,
so a crash between the two files loses nothing.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any

from plan.changes.change import Change
from store.history import History

LAST, UNRECORDED = "last_change", "unrecorded"
MOST_WAITING = 500
"""So many changes wait in the plan's file at most; what is older is in the plan alone."""


def held_for_history(meta: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return the changes that the plan's file holds for its history, the last one at the end."""
    waiting = meta.get(UNRECORDED)
    return [*(waiting if isinstance(waiting, list) else ()), meta.get(LAST)]


def with_held(meta: Mapping[str, Any], recorded: Iterable[Change]) -> Iterator[Change]:
    """Yield those that the plan's file holds for its history, then the changes of the history.

    All the newest first. What the file holds is the plan's own: the history may lack it after a
    crash, or hold another one where a copy was brought back.
    """
    held = [change for change in map(_change, held_for_history(meta)) if change is not None]
    first = held[0].revision if held else meta["revision"] + 1
    yield from reversed(held)
    if first > 1:  # else all is told, whether or not the history can be read
        yield from (change for change in recorded if change.revision < first)


class Recorder:
    """Adds changes to a history; what cannot be added waits for the next time."""

    def __init__(self, history: History) -> None:
        self.history = history
        self._waiting: list[Change] = []
        self._may_hold_some = False

    @property
    def waiting(self) -> tuple[Change, ...]:
        """The changes that the history lacks, as far as the plan's file has room for them."""
        return tuple(self._waiting[-MOST_WAITING:])

    def newest_first(self, meta: Mapping[str, Any], revision: int) -> Iterator[Change]:
        """Yield the changes that led to a plan at `revision`, which was opened with `meta`."""
        opened_at: int = meta["revision"]
        before = revision + 1
        for change in reversed(tuple(self._waiting)):
            if change.revision > opened_at:
                yield change
                before = change.revision
        recorded = self.history.newest_first()
        earlier: Change | None = None
        for change in recorded if before > opened_at + 1 else ():
            if change.revision <= opened_at:
                earlier = change
                break
            if change.revision < before:
                yield change
        yield from with_held(meta, chain(filter(None, (earlier,)), recorded))

    def heal(self, meta: Mapping[str, Any]) -> str:
        """Add what a crash, or a copy brought back, has left out of the history.

        Returns why it could not be added, empty if nothing is left out any more.
        """
        self._waiting += filter(None, map(_change, held_for_history(meta)))
        self._may_hold_some = True
        return self._add()

    def record(self, change: Change) -> str:
        """Add a change that is in the plan; return why it could not be added, empty if it was."""
        self._waiting.append(change)
        return self._add()

    def _add(self) -> str:
        try:
            if self._may_hold_some:
                self._leave_out_up_to(self.history.last())
                self._may_hold_some = False
            while self._waiting:
                self.history.append(self._waiting[0])
                del self._waiting[0]
        except OSError as error:
            return (error.strerror or str(error)).lower()
        return ""

    def _leave_out_up_to(self, last: Mapping[str, Any]) -> None:
        """Leave out of what waits the change that is the last of the history, and those before."""
        waiting = [change.model_dump(mode="json") for change in self._waiting]
        if last in waiting:
            del self._waiting[: waiting.index(dict(last)) + 1]


def _change(values: object) -> Change | None:
    try:
        return Change.model_validate(values)
    except ValueError:
        return None
