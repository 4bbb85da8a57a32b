"""Whatever is done to a plan, its file holds it after each step, and its history all the steps."""

from collections.abc import Callable
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeAlias

from hypothesis import given, settings
from hypothesis import strategies as st

from plan.changes import edits
from plan.changes.change import Change, applied, tables_of
from plan.changes.undo import UndoState, undo_state
from plan.model.outline import NoteOutline
from plan.model.plan import Plan
from store.plan_file import PlanFile
from tests.plan.strategies import actions, aims, any_texts, plans
from tests.store.plans import made

Edit: TypeAlias = Callable[[Plan, UndoState, st.DataObject], Change | None]
places = st.integers(min_value=0, max_value=20)


def add_aim(plan: Plan, undo: UndoState, given: st.DataObject) -> Change:
    return edits.paste_aim(plan, given.draw(places) % (len(plan.aims) + 1), given.draw(aims))


def add_actions(plan: Plan, undo: UndoState, given: st.DataObject) -> Change | None:
    if not plan.aims:
        return None
    aim = given.draw(st.sampled_from(plan.aims))
    place = given.draw(places) % (len(plan.actions_of(aim.id)) + 1)
    pasted = given.draw(st.lists(actions, min_size=1, max_size=3))
    return edits.paste_actions(plan, aim.id, place, pasted)


def add_note(plan: Plan, undo: UndoState, given: st.DataObject) -> Change | None:
    if not plan.actions:
        return None
    action = given.draw(st.sampled_from(plan.actions))
    return edits.add_note(plan, action.id, NoteOutline(text=given.draw(any_texts)))


def type_in_a_field(plan: Plan, undo: UndoState, given: st.DataObject) -> Change | None:
    if not plan.actions:
        return edits.set_cover_field(plan, "title", given.draw(any_texts), name="title")
    action = given.draw(st.sampled_from(plan.actions))
    field = given.draw(st.sampled_from(["text", "pages", "leads", "indicators", "timescale"]))
    return edits.set_action_field(plan, action.id, field, given.draw(any_texts), name=field)


def move_action(plan: Plan, undo: UndoState, given: st.DataObject) -> Change | None:
    if not plan.actions:
        return None
    action = given.draw(st.sampled_from(plan.actions))
    aim = given.draw(st.sampled_from(plan.aims))
    others = [row for row in plan.actions_of(aim.id) if row.id != action.id]
    return edits.move_action(plan, action.id, aim.id, given.draw(places) % (len(others) + 1))


def duplicate_aim(plan: Plan, undo: UndoState, given: st.DataObject) -> Change | None:
    if not plan.aims or len(plan.action_rows) > 50:
        return None
    return edits.duplicate_aim(plan, given.draw(st.sampled_from(plan.aims)).id)


def delete_aim(plan: Plan, undo: UndoState, given: st.DataObject) -> Change | None:
    return edits.delete_aim(plan, given.draw(st.sampled_from(plan.aims)).id) if plan.aims else None


def delete_action(plan: Plan, undo: UndoState, given: st.DataObject) -> Change | None:
    if not plan.actions:
        return None
    return edits.delete_action(plan, given.draw(st.sampled_from(plan.actions)).id)


def take_back(plan: Plan, undo: UndoState, given: st.DataObject) -> Change | None:
    return undo.next_undo


def bring_back(plan: Plan, undo: UndoState, given: st.DataObject) -> Change | None:
    return undo.next_redo


EDITS: tuple[Edit, ...] = (
    add_aim,
    add_actions,
    add_note,
    type_in_a_field,
    move_action,
    duplicate_aim,
    delete_aim,
    delete_action,
    take_back,
    bring_back,
)


@given(plans, st.lists(st.sampled_from(EDITS), max_size=10), st.booleans(), st.data())
@settings(max_examples=3 * settings().max_examples)
def test_a_plan_reopened_is_the_plan_in_memory(
    plan: Plan, steps: list[Edit], is_reopened: bool, given: st.DataObject
) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.plan.json"
        file = made(path, plan)
        undo = undo_state(file.history.read())
        revisions = count(2)
        for step in steps:
            change = step(plan, undo, given)
            if change is None or change.is_empty:
                continue
            plan = applied(plan, change)
            recorded = file.save(change)
            undo = undo.after(recorded)
            assert recorded.revision == next(revisions)
            reopened = PlanFile.open(path)
            assert tables_of(reopened.plan) == tables_of(plan)
            assert reopened.revision == recorded.revision
            if is_reopened:
                file = reopened
        assert undo_state(PlanFile.open(path).history.read()) == undo
