"""An open plan: the plan in memory, what can be undone, and its saving in the background.

The plan in memory is the truth. Every edit goes through `make`: it becomes a change, is applied
here and handed to the saver, which writes it while the officer goes on.
"""

import getpass
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from plan.changes.change import Change, ConflictError, applied
from plan.changes.undo import UndoState, recent_undo_state
from plan.council import DEFAULT_FORMAT
from plan.model.plan import Plan
from store.drafts import Draft, DraftKeeper, TypedText
from store.history import Past
from store.lock import Hold, hold
from store.places import formats_folder, is_shared, plan_name
from store.plan_file import PlanFile
from store.saver import Saver, SaveState

if TYPE_CHECKING:
    from plan.changes.merging import Choices, Comparison
    from plan.changes.rolling import Chosen
    from plan.council.format import Format
    from plan.model.finding import Finding
    from store.changed_file import ChangedFile

LONGEST_SAVE = 30.0
"""Most seconds that a command waits for the disk."""
LONGEST_DRAFT = 2.0
"""Seconds that closing waits for a draft to be written."""
_PROMISES = "desk.promises_kept"
"""What reads promises: it is loaded with the first edit of a report, not with a plan."""
_CONFLICTS = "plan.model.conflicts"
"""What reads conflicts: few plans have one, so it is not loaded with a plan."""
_ONLY_READ = "The plan was opened only to be read."


def who_is_here() -> str:
    """Return the name under which this officer's changes are kept, empty if there is none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


def _moment(written: str) -> datetime | None:
    """Return the moment that a file gives (ISO 8601, in UTC), None for what is none."""
    try:
        moment = datetime.fromisoformat(written)
    except ValueError:
        return None
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)


class PlanSession:
    """One plan, open. Close it to wait for what is still being saved.

    What is not in the file yet, waiting to be saved or still being typed, is kept as a draft.
    """

    def __init__(
        self, file: PlanFile, on_state: Callable[[SaveState], None], held: Hold | None = None
    ) -> None:
        self.plan: Plan = file.plan
        self._file = file
        self._held = held
        self._on_state = on_state
        self._saver = Saver(file, self._noted)
        self._typed: TypedText | None = None
        self._drafts: DraftKeeper | None = None
        self._council: Format | None = None
        self.past_problem = ""
        self._undo: UndoState | None = None
        self.findings: tuple[Finding, ...] = ()
        """What the checks found last, in the plan `findings_of`; None before they have looked."""
        self.findings_of: Plan | None = None
        self.is_checked = False
        """Whether every edit is checked: not before the plan has been shown."""
        self.chosen: Mapping[str, Mapping[str, str]] = {}
        """What was chosen in the views of the plan from which the officer came, by view."""
        self.versions_waiting = 0
        """How many versions of colleagues lay where the plan is shared when it was looked last."""
        self.rolling: Chosen | None = None
        """What was chosen so far of rolling the plan forward to the next year."""

    @classmethod
    def opened(
        cls,
        path: Path,
        on_state: Callable[[SaveState], None] = lambda _: None,
        *,
        to_write: bool = True,
        is_command: bool = False,
    ) -> "PlanSession":
        """Open the plan at `path`, `to_write` it unless somebody else does so already.

        A command waits for another command to end. Raises StoreError, whose text is for the
        officer.
        """
        if not to_write:
            return cls(PlanFile.open(path, read_only_because=_ONLY_READ), on_state)
        there = path.exists()
        held = hold(path, who_is_here(), is_command=is_command) if there else Hold(None)
        try:
            file = PlanFile.open(path, read_only_because=held.read_only_reason)
        except BaseException:
            held.release()
            raise
        return cls(file, on_state, held)

    @property
    def path(self) -> Path:
        """Where the plan's file lies."""
        return self._file.path

    @property
    def name(self) -> str:
        """The plan's name: its file's, without the endings."""
        return plan_name(self._file.path)

    @property
    def read_only_reason(self) -> str:
        """Why the plan cannot be changed here, empty if it can."""
        return self._file.read_only_reason

    @property
    def plan_id(self) -> str:
        """The plan's own id, the same in every copy of its file."""
        return self._file.plan_id

    @property
    def dates(self) -> tuple[datetime | None, datetime | None]:
        """When the plan was made and when it was saved last; None where that is not known."""
        return _moment(self._file.history.begun()), _moment(self._file.saved_at)

    @property
    def is_shared(self) -> bool:
        """Whether the plan was ever exchanged with colleagues from here."""
        return is_shared(self.plan_id)

    @property
    def is_held_elsewhere(self) -> bool:
        """Whether the plan is only read here because somebody else has it open."""
        return self._held is not None and self._held.is_taken

    def is_free_now(self) -> bool:
        """Return whether nobody else has the plan open any more."""
        now = hold(self.path, who_is_here())
        now.release()
        return not now.is_taken

    @property
    def remark(self) -> str:
        """What the officer should know of where the plan lies or who has it, empty if nothing."""
        return self._held.remark if self._held is not None else ""

    @property
    def warning(self) -> str:
        """What the officer should know of the last save although it succeeded."""
        return self._file.warning

    @property
    def has_open_conflicts(self) -> bool:
        """Whether a field was written differently on another laptop and waits for an officer."""
        if not self.plan.conflict_rows:
            return False
        return bool(import_module(_CONFLICTS).open_conflicts(self.plan))

    @property
    def council(self) -> "Format":
        """The council format that the plan follows.

        One whose file is spoilt meanwhile stays as it was. Raises FormatError where it could not
        be used from the start.
        """
        # Formats are read after the actions are on the screen, and so is what reads them.
        from store.formats import format_or_last  # noqa: PLC0415

        self._council = format_or_last(self.plan.cover.format, self._council)
        return self._council

    @property
    def has_sound_format(self) -> bool:
        """Whether the plan follows a format that plandesk brings, which needs no look at a file."""
        own = formats_folder() / f"{DEFAULT_FORMAT}.toml"
        return self.plan.cover.format == DEFAULT_FORMAT and not own.exists()

    @property
    def save_state(self) -> SaveState:
        """Whether everything is saved, and if not, why."""
        return self._saver.state

    def make(self, change: Change) -> bool:
        """Make a change and have it saved; return whether there was anything to make."""
        if change.is_empty or self.read_only_reason:
            return False
        recorded = self._saver.stamped(self._with_promises(change), who_is_here())
        self.plan = applied(self.plan, recorded)
        if self._undo is not None:
            self._undo = self._undo.after(recorded)
        self._saver.submit(recorded)
        return True

    def _with_promises(self, change: Change) -> Change:
        """Return a change that keeps the promises which it takes out of a report that has gone."""
        if not any(row.table in ("passages", "report") for row in change.rows):
            return change
        kept: Change = import_module(_PROMISES).kept_today(self.plan, change)
        return kept

    def newest_first(self) -> Past:
        """Return the changes that led to the plan as it is, saved or not, the newest first.

        They are read from the end of the history, as far as is asked for and can be read.
        """
        return Past(self._newest_first())

    def _newest_first(self) -> Iterator[Change]:
        waiting = self._saver.waiting
        yield from reversed(waiting)
        saved = self._file.newest_first()
        if waiting:
            saved = (change for change in saved if change.revision < waiting[0].revision)
        yield from saved

    def undo(self) -> Change | None:
        """Undo the last edit and return the change that did, None if there is nothing to undo.

        A row goes with the text that was written in it when it was added. `past_problem` says why
        the history could not be asked for more, if it could not.
        """
        change = self._step(self._undo_state().next_undo)
        if change is not None and self._undo_state().is_within_addition:
            return self._step(self._undo_state().next_undo) or change
        return change

    def redo(self) -> Change | None:
        """Bring back what was undone last; return the change, None if there is nothing.

        A row comes with the text that was written in it when it was added.
        """
        change = self._step(self._undo_state().next_redo)
        if change is not None and self._undo_state().is_within_addition:
            self._step(self._undo_state().next_redo)
        return change

    # A file that was changed elsewhere

    def changed_outside(self) -> "ChangedFile | None":
        """Return what another program has put in the plan's file, None where it is as it was.

        Raises CannotMergeError where that is not a state of this plan.
        """
        with self._saver.paused():
            return self._file.changed_outside()

    def compared(self, changed: "ChangedFile") -> "Comparison":
        """Return how the plan in memory differs from what is in its file."""
        return changed.compared(self.plan, self.council.own_lists)

    def merge_with_file(self, changed: "ChangedFile", choices: "Choices") -> None:
        """Take up what is in the file and apply everything that was done here on top of it.

        Where the file's wording was chosen it is taken in a step of its own, so that what was
        typed here is in the history too. Raises ValueError where no plan would come of it.
        """
        merge, take = changed.merged(self.plan, choices, self.council.own_lists)
        with self._saver.paused():
            self._file.adopt(changed)
            self._saver.abandon()
        self.plan = changed.plan
        self._undo = None
        self.make(merge)
        self.make(take)

    def abandon(self) -> bool:
        """Save nothing of what still waits to be saved; return whether there was any such thing."""
        with self._saver.paused():
            return bool(self._saver.abandon())

    def give_up(self) -> bool:
        """Discard what is not saved: the plan stays as it is in its file, with no draft.

        Returns whether there was any such thing left. Nothing is saved here any more.
        """
        had_some = self.abandon()
        self._saver.close()
        self._typed = None
        if self._drafts is not None:
            self._keep_draft()
        return had_some

    def retry(self) -> None:
        """Try again to save what could not be saved."""
        self._saver.retry()

    def saved(self, timeout: float) -> bool:
        """Wait up to `timeout` seconds for everything to be saved; return whether it is."""
        return self._saver.flush(timeout)

    @property
    def is_working(self) -> bool:
        """Whether a change or a draft is on its way to the disk."""
        return self._saver.is_working or (self._drafts is not None and self._drafts.is_working)

    def close(self) -> None:
        """Wait for what is being saved and let the plan go."""
        self._saver.close()
        if self._drafts is not None:
            self._drafts.flush(LONGEST_DRAFT)
        if self._held is not None:
            self._held.release()

    def note_typed(self, typed: TypedText | None) -> None:
        """Keep what is in a field that has not been left, None where no field is being edited."""
        self._typed = typed
        self._keep_draft()

    def drafted(self, timeout: float = LONGEST_DRAFT) -> bool:
        """Wait up to `timeout` seconds for the draft to be on the disk; return whether it is."""
        return self._drafts is None or self._drafts.flush(timeout)

    def _noted(self, state: SaveState) -> None:
        """Keep a draft of what waits to be saved, or drop it; called on the saver's thread."""
        self._keep_draft()
        self._on_state(state)

    def _keep_draft(self) -> None:
        waiting = self._saver.waiting
        if self._drafts is None:
            if self._typed is None and not (waiting and self.save_state.kind == "unsaved"):
                return
            self._drafts = DraftKeeper(self.plan_id, self.path)
        self._drafts.keep(
            Draft(
                plan_id=self.plan_id,
                path=self._drafts.plan_path,
                at=datetime.now(UTC).isoformat(timespec="seconds"),
                unsaved=waiting,
                field=self._typed,
            )
        )

    def _undo_state(self) -> UndoState:
        if self._undo is None or self._undo.is_used_up:
            past = self.newest_first()
            self._undo = recent_undo_state(past)
            self.past_problem = past.problem
            if past.problem:
                self._undo = self._undo._replace(has_more_done=True)
        return self._undo

    def _step(self, change: Change | None) -> Change | None:
        if change is None:
            return None
        try:
            return change if self.make(change) else None
        except ConflictError:
            return None
