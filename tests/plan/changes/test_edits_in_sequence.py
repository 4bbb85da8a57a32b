"""Edits, one after another: the plan says what a plain list of lists says, and undo takes all back.

The plan is compared after every step with an outline on which the same was done by hand.
"""

from dataclasses import replace
from itertools import count

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from plan.changes import edits
from plan.changes.change import Change, applied
from plan.changes.undo import UndoState
from plan.model.outline import ActionOutline, AimOutline, NoteOutline, PlanOutline, outline_of
from tests.plan.strategies import plan_from

places = st.integers(min_value=0, max_value=1_000)
words = st.sampled_from(["Review the audit", "Publish a guide", "Train staff"])


class EditedPlan(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.plan = plan_from(PlanOutline())
        self.aims: list[tuple[str, list[ActionOutline]]] = []
        self.undo = UndoState()
        self.past: list[PlanOutline] = []
        self.future: list[PlanOutline] = []
        self.revisions = count(1)
        self.ids = count(1)

    def new_id(self) -> str:
        return f"new-{next(self.ids)}"

    def wanted(self) -> PlanOutline:
        return PlanOutline(aims=tuple(AimOutline(text, tuple(rows)) for text, rows in self.aims))

    def make(self, change: Change) -> None:
        recorded = change.model_copy(update={"revision": next(self.revisions)})
        self.plan = applied(self.plan, recorded)
        self.undo = self.undo.after(recorded)

    def edit(self, change: Change) -> None:
        self.past.append(outline_of(self.plan))
        self.future.clear()
        self.make(change)

    def aim(self, number: int) -> tuple[str, list[ActionOutline]]:
        """Return the id of an aim and the rows wanted in it."""
        place = number % len(self.aims)
        return self.plan.aims[place].id, self.aims[place][1]

    def action(self, number: int) -> tuple[str, list[ActionOutline], int]:
        """Return the id of an action, the rows wanted in its aim and its place among them."""
        action = self.plan.actions[number % len(self.plan.actions)]
        aim = self.plan.number_of(action.parent) - 1
        place = self.plan.actions_of(action.parent).index(action)
        return action.id, self.aims[aim][1], place

    def has_aims(self) -> bool:
        return bool(self.aims)

    def has_actions(self) -> bool:
        return bool(self.plan.actions)

    @rule(place=places, text=words)
    def add_aim(self, place: int, text: str) -> None:
        place %= len(self.aims) + 1
        self.edit(edits.add_aim(self.plan, place, text, make_id=self.new_id))
        self.aims.insert(place, (text, []))

    @precondition(has_aims)
    @rule(aim=places, place=places, text=words)
    def add_action(self, aim: int, place: int, text: str) -> None:
        aim_id, rows = self.aim(aim)
        place %= len(rows) + 1
        self.edit(edits.add_action(self.plan, aim_id, place, text, make_id=self.new_id))
        rows.insert(place, ActionOutline(text))

    @precondition(has_aims)
    @rule(aim=places, place=places, texts=st.lists(words, max_size=3))
    def paste_actions(self, aim: int, place: int, texts: list[str]) -> None:
        aim_id, rows = self.aim(aim)
        place %= len(rows) + 1
        pasted = [ActionOutline(text, timescale="Monthly") for text in texts]
        self.edit(edits.paste_actions(self.plan, aim_id, place, pasted, make_id=self.new_id))
        rows[place:place] = pasted

    @precondition(has_actions)
    @rule(action=places, aim=places, place=places)
    def move_action(self, action: int, aim: int, place: int) -> None:
        action_id, rows, at = self.action(action)
        aim_id, target = self.aim(aim)
        row = rows.pop(at)
        place %= len(target) + 1
        self.edit(edits.move_action(self.plan, action_id, aim_id, place))
        target.insert(place, row)

    @precondition(has_aims)
    @rule(aim=places, place=places)
    def move_aim(self, aim: int, place: int) -> None:
        aim_id, _ = self.aim(aim)
        place %= len(self.aims)
        self.edit(edits.move_aim(self.plan, aim_id, place))
        self.aims.insert(place, self.aims.pop(aim % len(self.aims)))

    @precondition(has_actions)
    @rule(action=places)
    def duplicate_action(self, action: int) -> None:
        action_id, rows, at = self.action(action)
        self.edit(edits.duplicate_action(self.plan, action_id, make_id=self.new_id))
        rows.insert(at + 1, replace(rows[at], progress=()))

    @precondition(has_aims)
    @rule(aim=places)
    def duplicate_aim(self, aim: int) -> None:
        aim_id, rows = self.aim(aim)
        place = aim % len(self.aims)
        self.edit(edits.duplicate_aim(self.plan, aim_id, make_id=self.new_id))
        copies = [replace(row, progress=()) for row in rows]
        self.aims.insert(place + 1, (self.aims[place][0], copies))

    @precondition(has_actions)
    @rule(action=places)
    def delete_action(self, action: int) -> None:
        action_id, rows, at = self.action(action)
        self.edit(edits.delete_action(self.plan, action_id))
        del rows[at]

    @precondition(has_aims)
    @rule(aim=places)
    def delete_aim(self, aim: int) -> None:
        aim_id, _ = self.aim(aim)
        self.edit(edits.delete_aim(self.plan, aim_id))
        del self.aims[aim % len(self.aims)]

    @precondition(has_actions)
    @rule(action=places, text=words)
    def write_text(self, action: int, text: str) -> None:
        action_id, rows, at = self.action(action)
        self.edit(edits.set_action_field(self.plan, action_id, "text", text, name="Action"))
        rows[at] = replace(rows[at], text=text)

    @precondition(has_actions)
    @rule(action=places, text=words)
    def add_note(self, action: int, text: str) -> None:
        action_id, rows, at = self.action(action)
        note = NoteOutline("26 September 2016", "On track", text)
        self.edit(edits.add_note(self.plan, action_id, note, make_id=self.new_id))
        rows[at] = replace(rows[at], progress=(*rows[at].progress, note))

    @precondition(lambda self: bool(self.past))
    @rule()
    def take_back(self) -> None:
        change = self.undo.next_undo
        assert change is not None
        self.future.append(outline_of(self.plan))
        self.make(change)
        self.start_again_from(self.past.pop())

    @precondition(lambda self: bool(self.future))
    @rule()
    def bring_back(self) -> None:
        change = self.undo.next_redo
        assert change is not None
        self.past.append(outline_of(self.plan))
        self.make(change)
        self.start_again_from(self.future.pop())

    def start_again_from(self, outline: PlanOutline) -> None:
        self.aims = [(aim.text, list(aim.actions)) for aim in outline.aims]

    @invariant()
    def the_plan_says_what_the_list_says(self) -> None:
        assert outline_of(self.plan) == self.wanted()

    @invariant()
    def the_refs_run_without_a_gap(self) -> None:
        refs = [self.plan.ref_of(action.id) for action in self.plan.actions]
        assert refs == [
            f"{number}.{place}"
            for number, (_, rows) in enumerate(self.aims, 1)
            for place in range(1, len(rows) + 1)
        ]

    @invariant()
    def no_row_has_lost_its_parent(self) -> None:
        plan = self.plan
        assert {row.parent for row in plan.action_rows.values()} <= set(plan.aim_rows)
        assert {row.parent for row in plan.note_rows.values()} <= set(plan.action_rows)


EditedPlan.TestCase.settings = settings(deadline=None, stateful_step_count=30)
TestEditedPlan = EditedPlan.TestCase
