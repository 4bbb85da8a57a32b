"""Undo and redo: which change comes next in each direction, read from the history alone.

Undoing is a change like any other, pointing at the revision that it takes back, so undo survives
a restart: nothing is kept but the history.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from plan.changes import Change, inverse


@dataclass(frozen=True)
class UndoState:
    """The edits that can be undone and those that can be redone, the next one last."""

    done: tuple[Change, ...] = ()
    undone: tuple[Change, ...] = ()

    @property
    def next_undo(self) -> Change | None:
        """The change that undoes the last edit, None if there is none."""
        if not self.done:
            return None
        edit = self.done[-1]
        return inverse(edit, kind="undo", label=f"Undo: {edit.label}")

    @property
    def next_redo(self) -> Change | None:
        """The change that brings back what was undone last, None if there is none."""
        if not self.undone:
            return None
        edit = self.undone[-1]
        return Change(label=f"Redo: {edit.label}", kind="redo", of=edit.revision, rows=edit.rows)

    def after(self, change: Change) -> "UndoState":
        """Return the state once `change`, with its revision, has been made."""
        match change.kind:
            case "created":
                return UndoState()
            case "edit":
                return UndoState((*self.done, change), ())
            case "undo":
                return self._moved_back(change.of)
            case "redo":
                return self._moved_forward(change.of)

    def _moved_back(self, revision: int) -> "UndoState":
        if not self.done or self.done[-1].revision != revision:
            return self
        return UndoState(self.done[:-1], (*self.undone, self.done[-1]))

    def _moved_forward(self, revision: int) -> "UndoState":
        if not self.undone or self.undone[-1].revision != revision:
            return self
        return UndoState((*self.done, self.undone[-1]), self.undone[:-1])


def undo_state(history: Iterable[Change]) -> UndoState:
    """Return what can be undone and redone after the changes of `history`, the oldest first."""
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
