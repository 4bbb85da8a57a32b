"""Keep a plan's history up to date, even where the disk refuses for a while.

The plan's own file holds the last change, and those before it that could not be added to the
history, so a crash between writing the two files loses nothing.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any

from files.ordinary import reason_of
from plan.changes.change import Change
from store.history import History

LAST, UNRECORDED = "last_change", "unrecorded"
MOST_WAITING = 500
"""How many changes may wait in the plan's file; of older ones only the result is kept."""


def unrecorded_changes(meta: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return the changes that the plan's file holds for its history, the last one last."""
    waiting = meta.get(UNRECORDED)
    return [*(waiting if isinstance(waiting, list) else ()), meta.get(LAST)]


def with_unrecorded(meta: Mapping[str, Any], recorded: Iterable[Change]) -> Iterator[Change]:
    """Yield the changes that the plan's file holds for its history, then those of the history.

    The newest comes first. Those in the plan's file count: the history may lack them after a crash,
    or have others where a copy was put back.
    """
    held = [change for change in map(_change, unrecorded_changes(meta)) if change is not None]
    first = held[0].revision if held else meta["revision"] + 1
    yield from reversed(held)
    if first > 1:  # else all is told, whether or not the history can be read
        yield from (change for change in recorded if change.revision < first)


class Recorder:
    """Adds changes to a history; those that cannot be added wait for the next one."""

    def __init__(self, history: History) -> None:
        self.history = history
        self._waiting: list[Change] = []
        self._may_hold_some = False
        self._perhaps_unforced: Change | None = None

    @property
    def waiting(self) -> tuple[Change, ...]:
        """The changes that the history lacks, as many as the plan's file may hold."""
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
        yield from with_unrecorded(meta, chain(filter(None, (earlier,)), recorded))

    def catch_up(self, meta: Mapping[str, Any]) -> str:
        """Add the changes that are missing in the history after a crash, or in an older copy.

        Returns why that failed, empty if the history is complete.
        """
        self._waiting += filter(None, map(_change, unrecorded_changes(meta)))
        self._may_hold_some = True
        return self._add()

    def force(self) -> None:
        """Have on the disk what the history held when it was opened.

        A program that was stopped, or a full disk, may have left its last line unforced. Where that
        fails still, the change waits for the history again: a line that stands twice counts once.
        """
        change, self._perhaps_unforced = self._perhaps_unforced, None
        if change is None:
            return
        try:
            self.history.force()
        except OSError:
            self._waiting.insert(0, change)

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
            return reason_of(error)
        return ""

    def _leave_out_up_to(self, last: Mapping[str, Any]) -> None:
        """Drop the waiting changes that the history has already, up to its `last` one."""
        waiting = [change.model_dump(mode="json") for change in self._waiting]
        if last in waiting:
            held = waiting.index(dict(last)) + 1
            self._perhaps_unforced = self._waiting[held - 1]
            del self._waiting[:held]


def _change(values: object) -> Change | None:
    try:
        return Change.model_validate(values)
    except ValueError:
        return None
