"""An officer's day at random: edits, undos and redos, saved, with crashes and power cuts between.

Compared after every step with dicts on which the same was done by hand.
"""

from collections import Counter
from contextlib import ExitStack, suppress
from copy import deepcopy
from itertools import count
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any, ClassVar, TypeAlias

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from plan.changes import edits
from plan.changes.change import Change, applied, tables_of
from plan.changes.undo import undo_state
from plan.model.outline import NoteOutline
from plan.model.plan import Plan
from store.errors import NotSavedError
from store.plan_file import PlanFile
from tests.store.disk_model import written_back
from tests.store.plans import SMALL, made
from tests.store.power_cut import PowerCut, RecordedDisk, recorded

Rows: TypeAlias = dict[str, dict[str, Any]]

numbers = st.integers(min_value=0, max_value=1_000)
words = st.sampled_from(["Monthly", "By June 2017", "Échéance – à voir", "", "Weekly"])
fields = st.sampled_from(["timescale", "pages"])


def fields_of(plan: Plan) -> Rows:
    """Return what the sequences change of a plan: actions' fields and notes' texts, by id."""
    tables = tables_of(plan)
    actions = {
        row_id: {name: row[name] for name in ("timescale", "pages", "parent")}
        for row_id, row in tables["actions"].items()
    }
    notes = {
        row_id: {name: row[name] for name in ("text", "parent")}
        for row_id, row in tables["progress"].items()
    }
    return {**actions, **notes}


class PlanOnDisk(RuleBasedStateMachine):
    """A plan file that is edited, and whose program and machine fail at random."""

    figures: ClassVar[Counter[str]] = Counter()
    """How much was done in all sequences of this process, by kind."""

    def __init__(self) -> None:
        super().__init__()
        self.stack = ExitStack()
        self.folder = Path(self.stack.enter_context(TemporaryDirectory())) / "plans"
        self.folder.mkdir()
        self.path = self.folder / "a.plan.json"
        made(self.path)
        self.power = ExitStack()
        self.chance = Random(0)
        self.ids = count(1)
        self.rows = fields_of(SMALL)
        self.past: list[Rows] = []
        self.future: list[Rows] = []
        self.labels = ["Made"]
        self.disk = self.switched_on()
        self.reopen()

    def teardown(self) -> None:
        try:
            self.reopen()
        finally:
            self.power.close()
            self.stack.close()
        self.figures["sequences"] += 1

    def switched_on(self) -> RecordedDisk:
        return self.power.enter_context(recorded(self.folder))

    def reopen(self) -> None:
        """Open the plan as a program started anew does."""
        self.file = PlanFile.open(self.path)
        self.plan = self.file.plan
        history = self.file.history.read()
        self.undo = undo_state(history)
        assert [change.label for change in history] == self.labels
        assert [change.revision for change in history] == list(range(1, self.file.revision + 1))

    def save(self, change: Change) -> None:
        """Save a change, which is acknowledged from then on."""
        recorded_change = self.file.save(change)
        self.plan = applied(self.plan, recorded_change)
        self.undo = self.undo.after(recorded_change)
        self.labels.append(recorded_change.label)
        self.figures["edits"] += 1

    def edit(self, change: Change, rows: Rows) -> None:
        if not change.is_empty:
            self.save(change)
            self.past.append(self.rows)
            self.future = []
            self.rows = rows

    def action(self, number: int) -> str:
        return self.plan.actions[number % len(self.plan.actions)].id

    def typed(self, number: int, field: str, text: str) -> tuple[Change, Rows]:
        """Return the change that types in a field, and the rows after it."""
        action, rows = self.action(number), deepcopy(self.rows)
        rows[action][field] = text
        return edits.set_action_field(self.plan, action, field, text, name=field), rows

    @precondition(lambda self: bool(self.plan.actions))
    @rule(number=numbers, field=fields, text=words)
    def type_in_a_field(self, number: int, field: str, text: str) -> None:
        self.edit(*self.typed(number, field, text))

    @precondition(lambda self: bool(self.plan.actions))
    @rule(number=numbers, text=words)
    def add_note(self, number: int, text: str) -> None:
        action, note = self.action(number), f"note-{next(self.ids)}"
        rows = {**self.rows, note: {"text": text, "parent": action}}
        outline = NoteOutline(text=text)
        self.edit(edits.add_note(self.plan, action, outline, make_id=lambda: note), rows)

    @precondition(lambda self: bool(self.plan.actions))
    @rule(number=numbers)
    def delete_action(self, number: int) -> None:
        action = self.action(number)
        rows = {
            row_id: row
            for row_id, row in self.rows.items()
            if row_id != action and row["parent"] != action
        }
        self.edit(edits.delete_action(self.plan, action), rows)

    @precondition(lambda self: bool(self.past))
    @rule()
    def take_back(self) -> None:
        assert self.undo.next_undo
        self.save(self.undo.next_undo)
        self.future.append(self.rows)
        self.rows = self.past.pop()

    @precondition(lambda self: bool(self.future))
    @rule()
    def bring_back(self) -> None:
        assert self.undo.next_redo
        self.save(self.undo.next_redo)
        self.past.append(self.rows)
        self.rows = self.future.pop()

    @rule()
    def crash(self) -> None:
        self.figures["crashes"] += 1
        self.reopen()

    @rule(seed=numbers)
    def lose_power_between_two_saves(self, seed: int) -> None:
        self.lose_power(seed)
        self.reopen()

    @precondition(lambda self: bool(self.plan.actions))
    @rule(number=numbers, field=fields, text=words, calls=numbers, seed=numbers)
    def lose_power_while_saving(
        self, number: int, field: str, text: str, calls: int, seed: int
    ) -> None:
        change, rows = self.typed(number, field, text)
        if change.is_empty:
            return
        self.disk.cut_after(calls % 20)
        with suppress(PowerCut):
            self.edit(change, rows)
        self.lose_power(seed)
        self.reopen_with_or_without(change, rows)

    def reopen_with_or_without(self, change: Change, rows: Rows) -> None:
        """Open the plan after a save that may have been made, though it was not acknowledged."""
        if PlanFile.open(self.path).revision > len(self.labels):
            self.labels.append(change.label)
            self.past.append(self.rows)
            self.future, self.rows = [], rows
        self.reopen()

    def lose_power(self, seed: int) -> None:
        """Leave of the disk what a power cut now may leave, and switch the machine on again."""
        self.figures["power cuts"] += 1
        self.chance.seed(seed)
        remains = self.disk.tree.one_after_cut(self.chance)
        self.power.close()
        written_back(self.folder, remains)
        self.disk = self.switched_on()

    @invariant()
    def the_plan_says_what_the_dicts_say(self) -> None:
        assert fields_of(self.plan) == self.rows
        assert len(self.undo.done) == len(self.past)
        assert len(self.undo.undone) == len(self.future)

    @invariant()
    def the_file_says_what_the_dicts_say(self) -> None:
        assert fields_of(PlanFile.open(self.path).plan) == self.rows


class PlanOnFullDisk(PlanOnDisk):
    """A plan file whose disk is full at times besides, and then has room again."""

    @precondition(lambda self: bool(self.plan.actions))
    @rule(number=numbers, field=fields, text=words, calls=numbers, is_tried_again=st.booleans())
    def save_on_a_full_disk(
        self, number: int, field: str, text: str, calls: int, is_tried_again: bool
    ) -> None:
        change, rows = self.typed(number, field, text)
        if change.is_empty:
            return
        self.figures["full disks"] += 1
        self.disk.full_after(calls % 20)
        try:
            self.edit(change, rows)
        except NotSavedError:
            if is_tried_again:
                self.edit(change, rows)
            else:
                self.reopen_with_or_without(change, rows)
        self.disk.full_at = 0
