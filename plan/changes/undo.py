"""Undo and redo: which change comes next in either direction, read from the history alone.

An undo is a change like any other, pointing at the revision it takes back. So undo survives a
restart without storing anything beyond the history.
"""

from collections.abc import Iterable
from itertools import islice
from typing import NamedTuple

from plan.changes.change import Change, inverse

MOST_KEPT = 100
"""How many edits we keep in memory in each direction; older ones are in the history."""


class UndoState(NamedTuple):
    """The edits that can be undone and those that can be redone, the next one last.

    `has_more_done` and `has_more_undone` say whether there may be more before the first of each,
    which we can find out only from the history.
    """

    done: tuple[Change, ...] = ()
    undone: tuple[Change, ...] = ()
    has_more_done: bool = False
    has_more_undone: bool = False

    @property
    def is_used_up(self) -> bool:
        """Whether we must read the history to find the next undo or redo."""
        is_without_undo = self.has_more_done and not self.done
        return is_without_undo or (self.has_more_undone and not self.undone)

    @property
    def shortened(self) -> "UndoState":
        """The state, cut to the number of edits we keep in memory."""
        return UndoState(
            self.done[-MOST_KEPT:],
            self.undone[-MOST_KEPT:],
            self.has_more_done or len(self.done) > MOST_KEPT,
            self.has_more_undone or len(self.undone) > MOST_KEPT,
        )

    @property
    def is_within_addition(self) -> bool:
        """Whether a row was added, and the edit right after it, undone now, wrote its first text.

        To the officer the two are one step: the row was added to be written.
        """
        return bool(self.done and self.undone) and _writes_added(self.done[-1], self.undone[-1])

    @property
    def next_undo(self) -> Change | None:
        """The change that undoes the last edit, or None."""
        if not self.done:
            return None
        edit = self.done[-1]
        return inverse(edit, kind="undo", label=f"Undo: {edit.label}")

    @property
    def next_redo(self) -> Change | None:
        """The change that redoes what was undone last, or None."""
        if not self.undone:
            return None
        edit = self.undone[-1]
        return Change(label=f"Redo: {edit.label}", kind="redo", of=edit.revision, rows=edit.rows)

    def after(self, change: Change) -> "UndoState":
        """Return the state after `change`, which has its revision, has been made."""
        match change.kind:
            case "created":
                return UndoState()
            case "edit":
                return UndoState((*self.done, change), (), self.has_more_done).shortened
            case "undo":
                return self._moved_back(change.of).shortened
            case "redo":
                return self._moved_forward(change.of).shortened

    def _moved_back(self, revision: int) -> "UndoState":
        if not self.done or self.done[-1].revision != revision:
            return self
        undone = (*self.undone, self.done[-1])
        return self._replace(done=self.done[:-1], undone=undone)

    def _moved_forward(self, revision: int) -> "UndoState":
        if not self.undone or self.undone[-1].revision != revision:
            return self
        done = (*self.done, self.undone[-1])
        return self._replace(done=done, undone=self.undone[:-1])


def _writes_added(added: Change, written: Change) -> bool:
    if written.revision != added.revision + 1 or len(written.rows) != 1:
        return False
    (row,) = written.rows
    is_new = any(
        (one.table, one.id) == (row.table, row.id) and one.before is None for one in added.rows
    )
    if not is_new or row.before is None or row.after is None or row.before.get("text"):
        return False
    keys = {*row.before, *row.after}
    return {key for key in keys if row.before.get(key) != row.after.get(key)} == {"text"}


def undo_state(history: Iterable[Change]) -> UndoState:
    """Return what can be undone and redone after the changes in `history`, oldest first."""
    done: list[Change] = []
    undone: list[Change] = []
    for change in history:
        match change.kind:
            case "created":
                done, undone = [], []
            case "edit":
                done.append(change)
                undone = []
            case "undo" if done and done[-1].revision == change.of:
                undone.append(done.pop())
            case "redo" if undone and undone[-1].revision == change.of:
                done.append(undone.pop())
            case _:
                continue
    return UndoState(tuple(done), tuple(undone))


def recent_undo_state(newest_first: Iterable[Change]) -> UndoState:
    """Return what can be undone and redone next, reading no more history than needed.

    `newest_first` are the changes, latest first. Anything before the part we read makes no
    difference, because nothing in that part undoes or redoes it. If the history breaks off early,
    an undo of something before the break tells us nothing about what comes next.
    """
    changes = iter(newest_first)
    read: list[Change] = []
    least = MOST_KEPT
    while True:
        piece = list(islice(changes, least))
        read += piece
        is_all = len(piece) < least or read[-1].kind == "created"
        whole = _whole_part(read)
        if is_all or len(whole) == len(read):
            state = undo_state(reversed(whole))
            if is_all or state.done:
                return state._replace(has_more_done=not is_all).shortened
        least = len(read)


def _whole_part(newest_first: list[Change]) -> list[Change]:
    """Return the changes back to a point after which everything undone or redone is included."""
    length, least = 0, newest_first[0].revision if newest_first else 0
    for place, change in enumerate(newest_first, 1):
        least = min(least, change.of or least)
        if change.revision <= least:
            length = place
    return newest_first[:length]
