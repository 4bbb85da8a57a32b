"""Undo and redo: read from the history alone, without limit, also after a restart."""

from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from desk.session import PlanSession
from plan.changes import edits
from plan.changes.change import Change, applied, row_edited
from plan.changes.edits import set_action_field
from plan.changes.undo import MOST_KEPT, UndoState, recent_undo_state, undo_state
from plan.model.plan import Plan
from store.plan_file import PlanFile
from tests.plan.strategies import small_plan
from tests.tui.window import MADE_AT

steps = st.lists(st.sampled_from(["edit", "edit", "undo", "redo"]), max_size=30)


def recorded(change: Change, revision: int) -> Change:
    return change.model_copy(update={"revision": revision})


def next_change(step: str, plan: Plan, state: UndoState, number: int) -> Change | None:
    match step:
        case "undo":
            return state.next_undo
        case "redo":
            return state.next_redo
        case _:
            row = row_edited(plan.cover, title=f"Title {number}")
            return Change(label=f"Edit {number}", rows=(row,))


def played(steps: list[str]) -> tuple[list[Plan], list[Change], list[UndoState]]:
    """Play `steps` on a plan; return what there was after each of them, the start first."""
    created = Change(label="New plan", rows=(), kind="created")
    plans, history = [small_plan(("Aim", "Action"))], [created]
    states = [UndoState().after(created)]
    for number, step in enumerate(steps, 1):
        change = next_change(step, plans[-1], states[-1], number)
        if change is not None:
            change = recorded(change, number)
            plans.append(applied(plans[-1], change))
            history.append(change)
            states.append(states[-1].after(change))
    return plans, history, states


@given(steps)
def test_undoing_everything_ends_at_the_plan_as_it_was_opened(steps: list[str]) -> None:
    plans, _, states = played(steps)
    plan, state = plans[-1], states[-1]
    revision = 1_000
    while (undo := state.next_undo) is not None:
        undo = recorded(undo, revision)
        plan, state, revision = applied(plan, undo), state.after(undo), revision + 1
    assert plan == plans[0]
    while (redo := state.next_redo) is not None:
        redo = recorded(redo, revision)
        plan, state, revision = applied(plan, redo), state.after(redo), revision + 1
    wanted, todo = plans[-1], states[-1]
    while (redo := todo.next_redo) is not None:
        redo = recorded(redo, revision)
        wanted, todo, revision = applied(wanted, redo), todo.after(redo), revision + 1
    assert plan == wanted


@given(steps)
def test_the_history_alone_gives_the_same_undo_after_a_restart(steps: list[str]) -> None:
    _, history, states = played(steps)
    read = [Change.model_validate_json(change.model_dump_json()) for change in history]
    assert undo_state(read) == states[-1]


@given(steps)
def test_an_undo_gives_the_plan_before_the_edit_and_a_redo_the_plan_after_it(
    steps: list[str],
) -> None:
    plans, history, _ = played(steps)
    after = {change.revision: plan for change, plan in zip(history, plans, strict=True)}
    before = {change.revision: plan for change, plan in zip(history[1:], plans, strict=False)}
    for change in history:
        if change.kind == "undo":
            assert after[change.revision] == before[change.of]
        if change.kind == "redo":
            assert after[change.revision] == after[change.of]


def test_a_new_edit_after_an_undo_leaves_nothing_to_redo() -> None:
    _, history, states = played(["edit", "undo", "edit"])
    assert states[-1].next_redo is None
    assert states[-1].done == (history[-1],)


def test_undo_and_redo_say_what_they_take_back_and_bring_back() -> None:
    _, _, states = played(["edit"])
    undo = states[-1].next_undo
    assert undo is not None
    assert undo.label == "Undo: Edit 1"
    redo = states[-1].after(recorded(undo, 2)).next_redo
    assert redo is not None
    assert redo.label == "Redo: Edit 1"


def test_a_new_plan_has_nothing_to_undo() -> None:
    assert undo_state([Change(label="New plan", rows=(), kind="created")]) == UndoState()
    assert (UndoState().next_undo, UndoState().next_redo) == (None, None)


def test_what_is_kept_in_memory_says_whether_the_history_has_more() -> None:
    made = tuple(Change(label="Edit", rows=(), revision=n) for n in range(MOST_KEPT + 1))
    most, more = UndoState(made[1:], made[1:]).shortened, UndoState(made, made).shortened
    assert (most.has_more_done, most.has_more_undone) == (False, False)
    assert (more.has_more_done, more.has_more_undone) == (True, True)
    assert more.done == more.undone == made[1:]


def test_an_undo_of_something_else_than_the_last_edit_is_passed_over() -> None:
    stray = Change(label="Undo", rows=(), kind="undo", of=99, revision=5)
    _, history, states = played(["edit", "edit"])
    assert undo_state([*history, stray]) == states[-1]
    assert states[-1].after(stray) == states[-1]


@given(steps, st.integers(1, 3))
def test_read_from_its_end_a_history_says_the_same_of_the_next_steps(
    steps: list[str], kept: int
) -> None:
    _, history, _ = played(steps)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("plan.changes.undo.MOST_KEPT", kept)
        recent, whole = recent_undo_state(reversed(history)), undo_state(history)
    assert recent.next_undo == whole.next_undo
    assert recent.next_redo == whole.next_redo
    assert recent.done == whole.done[len(whole.done) - len(recent.done) :]
    assert recent.has_more_done or recent.done == whole.done
    assert recent.has_more_undone or recent.undone == whole.undone


@given(steps, st.integers(0, 12))
@example(["edit", "edit", "undo", "undo"], 3)
def test_of_the_end_of_a_history_nothing_is_said_that_is_not_so(
    steps: list[str], known: int
) -> None:
    _, history, _ = played(steps)
    whole = undo_state(history)
    recent = recent_undo_state(reversed(history[len(history) - min(known, len(history)) :]))
    assert recent.next_undo in (None, whole.next_undo)
    assert recent.next_redo in (None, whole.next_redo)


def label(change: Change | None) -> str:
    return change.label if change is not None else ""


def test_a_row_that_was_added_is_one_step_with_the_text_first_written_in_it(
    tmp_path: Path,
) -> None:
    path = tmp_path / "Plan.plan.json"
    PlanFile.create(path, small_plan(("Aim", "Action")), label="Made", who="", now=MADE_AT)
    with closing(PlanSession.opened(path)) as session:
        before = session.plan
        session.make(edits.add_action(session.plan, session.plan.aims[0].id, 1))
        action = session.plan.actions[-1].id
        for field, text in (("text", "Publish a guide"), ("timescale", "May 2027")):
            session.make(set_action_field(session.plan, action, field, text, name=field))
        whole = session.plan
        session.undo()
        assert session.plan.actions[-1].text == "Publish a guide"
        assert label(session.undo()).startswith("Undo: Add action")
        assert session.plan == before
        assert label(session.redo()).startswith("Redo: Add action")
        assert session.plan.actions[-1].text == "Publish a guide"
        session.redo()
        assert session.plan == whole
