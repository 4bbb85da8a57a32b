"""An open plan: the plan in memory, what can be undone, and its saving in the background.

The plan in memory is the truth. Every edit goes through `make`: it becomes a change, is applied
here and handed to the saver, which writes it while the officer goes on.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from store.plan_file import PlanFile
from store.saver import Saver, SaveState

if TYPE_CHECKING:
    from plan.changes import Change
    from plan.format import Format
    from plan.merging import Choices, Comparison
    from plan.undo import UndoState
    from store.outside import Outside

from plan.model import Plan


def who_is_here() -> str:
    """Return the name under which this officer's changes are kept, empty if there is none."""
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


class PlanSession:
    """One plan, open. Close it to wait for what is still being saved."""

    def __init__(self, file: PlanFile, on_state: Callable[[SaveState], None]) -> None:
        self.plan: Plan = file.plan
        self._file = file
        self._saver = Saver(file, on_state)
        self._opened_at = file.revision
        self._revision = file.revision
        self._made: list[Change] = []
        self._undo: UndoState | None = None

    @classmethod
    def opened(
        cls, path: Path, on_state: Callable[[SaveState], None] = lambda _: None
    ) -> "PlanSession":
        """Open the plan at `path`. Raises StoreError, whose text is for the officer."""
        return cls(PlanFile.open(path), on_state)

    @property
    def path(self) -> Path:
        """Where the plan's file lies."""
        return self._file.path

    @property
    def name(self) -> str:
        """The plan's name: its file's, without the endings."""
        return self._file.path.name.removesuffix(".plan.json")

    @property
    def read_only_reason(self) -> str:
        """Why the plan cannot be changed here, empty if it can."""
        return self._file.read_only_reason

    @property
    def form(self) -> "Format":
        """The council format that the plan follows."""
        from store.formats import format_for

        return format_for(self.plan.cover.format)

    @property
    def save_state(self) -> SaveState:
        """Whether everything is saved, and if not, why."""
        return self._saver.state

    def make(self, change: "Change") -> bool:
        """Make a change and have it saved; return whether there was anything to make."""
        from plan.changes import applied

        if change.is_empty or self.read_only_reason:
            return False
        recorded = change.model_copy(
            update={
                "revision": self._revision + 1,
                "when": datetime.now(UTC).isoformat(timespec="milliseconds"),
                "who": who_is_here(),
            }
        )
        self.plan = applied(self.plan, recorded)
        self._revision += 1
        self._made.append(recorded)
        if self._undo is not None:
            self._undo = self._undo.after(recorded)
        self._saver.submit(recorded)
        return True

    def undo(self) -> "Change | None":
        """Undo the last edit and return the change that did, None if there is nothing to undo."""
        return self._step(self._undo_state().next_undo)

    def redo(self) -> "Change | None":
        """Bring back what was undone last; return the change, None if there is nothing."""
        return self._step(self._undo_state().next_redo)

    # A file that was changed elsewhere

    def changed_outside(self) -> "Outside | None":
        """Return what another program has put in the plan's file, None where it is as it was.

        Raises CannotBringTogetherError where that is not a state of this plan.
        """
        with self._saver.paused():
            return self._file.changed_outside()

    def compared(self, outside: "Outside") -> "Comparison":
        """Return how the plan in memory differs from what is in its file."""
        from plan.changes import tables_of
        from plan.merging import compared

        return compared(outside.base, tables_of(self.plan), outside.rows)

    def bring_together(self, outside: "Outside", choices: "Choices") -> None:
        """Go on from what is in the file with everything that was done here on top of it.

        Where the file's wording was chosen it is taken in a step of its own, so that what was
        typed here is in the history too. Raises ValueError where no plan would come of it.
        """
        from plan.changes import applied
        from plan.merging import merge_change, resolved, take_change

        comparison = self.compared(outside)
        ours = resolved(comparison, {})
        merge = merge_change(outside.rows, ours)
        take = take_change(ours, resolved(comparison, choices))
        applied(applied(outside.plan, merge), take)
        with self._saver.paused():
            self._file.adopt(outside)
            self._saver.abandon()
        self.plan = outside.plan
        self._opened_at = self._revision = self._file.revision
        self._made, self._undo = [], None
        self.make(merge)
        self.make(take)

    def keep_beside(self) -> Path:
        """Write the plan in memory as a new file beside its own, and return where.

        Nothing is saved in its own file any more. Raises NotSavedError where the disk refuses.
        """
        from store.outside import keep_beside

        kept = keep_beside(self.path, self.plan, who=who_is_here(), now=datetime.now(UTC))
        with self._saver.paused():
            self._saver.abandon()
        return kept

    def retry(self) -> None:
        """Try again to save what could not be saved."""
        self._saver.retry()

    def saved(self, timeout: float) -> bool:
        """Wait up to `timeout` seconds for everything to be saved; return whether it is."""
        return self._saver.flush(timeout)

    def close(self) -> None:
        """Wait for what is being saved and let the plan go."""
        self._saver.close()

    def _undo_state(self) -> "UndoState":
        from plan.undo import undo_state

        if self._undo is None:
            earlier = [
                change for change in self._file.history.read() if change.revision <= self._opened_at
            ]
            self._undo = undo_state([*earlier, *self._made])
        return self._undo

    def _step(self, change: "Change | None") -> "Change | None":
        from plan.changes import ConflictError

        if change is None:
            return None
        try:
            return change if self.make(change) else None
        except ConflictError:
            return None
