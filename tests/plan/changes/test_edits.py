"""Edits: what each does to a plan, and what it is called."""

import pytest
from hypothesis import given
from pydantic import ValidationError

from plan.changes import edits
from plan.changes.change import Change, applied
from plan.changes.edits.fields import say_what_timescale_is
from plan.model.fields import LIST_FIELDS
from plan.model.outline import (
    ActionOutline,
    AimOutline,
    NoteOutline,
    PlanOutline,
    action_outline,
    aim_outline,
    outline_of,
)
from plan.model.plan import Plan
from plan.model.ranks import LONGEST
from plan.papers.typed_text import shown_of
from tests.plan.strategies import plan_from, plans_with_actions, small_plan


def action_texts(plan: Plan) -> list[list[str]]:
    return [[action.text for action in plan.actions_of(aim.id)] for aim in plan.aims]


def three() -> Plan:
    return small_plan(("One", "a", "b", "c"), ("Two", "d"), ("Three",))


def test_a_new_action_takes_the_place_it_is_given_and_the_others_move_down() -> None:
    plan = three()
    change = edits.add_action(plan, plan.aims[0].id, 1, "new")
    assert action_texts(applied(plan, change)) == [["a", "new", "b", "c"], ["d"], []]
    assert change.label == "Add action 1.2"
    assert len(change.rows) == 1, "no other row is touched"


@pytest.mark.parametrize(
    ("ref", "aim", "place", "wanted"),
    [
        ("1.1", 1, 2, [["b", "c", "a"], ["d"], []]),
        ("1.3", 1, 0, [["c", "a", "b"], ["d"], []]),
        ("1.2", 2, 1, [["a", "c"], ["d", "b"], []]),
        ("2.1", 3, 0, [["a", "b", "c"], [], ["d"]]),
    ],
)
def test_an_action_goes_where_it_is_moved(
    ref: str, aim: int, place: int, wanted: list[list[str]]
) -> None:
    plan = three()
    action = plan.action_at(ref)
    assert action is not None
    change = edits.move_action(plan, action.id, plan.aims[aim - 1].id, place)
    assert action_texts(applied(plan, change)) == wanted
    assert change.label == f"Move action {ref} to {aim}.{place + 1}"
    assert len(change.rows) == 1, "no other row is touched"


def test_moving_to_where_it_stands_changes_nothing() -> None:
    plan = three()
    action = plan.actions[1]
    assert edits.move_action(plan, action.id, action.parent, 1).is_empty
    assert edits.move_aim(plan, plan.aims[1].id, 1).is_empty


def test_an_aim_is_moved_with_its_actions() -> None:
    plan = three()
    change = edits.move_aim(plan, plan.aims[0].id, 1)
    assert action_texts(applied(plan, change)) == [["d"], ["a", "b", "c"], []]
    assert change.label == "Move aim 1 to 2"


def test_moving_back_and_forth_for_ever_keeps_the_order_and_the_ranks_short() -> None:
    plan = small_plan(("One", "a", "b", "c"))
    aim = plan.aims[0].id
    for _ in range(400):
        plan = applied(plan, edits.move_action(plan, plan.actions[2].id, aim, 1))
    assert action_texts(plan) == [["a", "b", "c"]]
    assert max(len(action.rank) for action in plan.actions) <= LONGEST


def test_a_plan_whose_ranks_are_all_equal_can_still_be_put_in_order() -> None:
    plan = three()
    for action in plan.actions:
        row = edits.set_field(action, "timescale", "x", label="x").rows[0]
        assert row.after is not None
        level = row.model_copy(update={"after": {**row.after, "rank": "V"}})
        plan = applied(plan, Change(label="Level", rows=(level,)))
    before = action_texts(plan)[0]
    plan = applied(plan, edits.move_action(plan, plan.actions[2].id, plan.aims[0].id, 1))
    assert action_texts(plan)[0] == [before[0], before[2], before[1]]


def test_a_duplicate_stands_below_and_has_everything_but_progress() -> None:
    note = NoteOutline("26 September 2016", "On track", "Begun")
    full = ActionOutline("do", "All", ("QI",), ("Team",), "May 2017", ("done",), progress=(note,))
    plan = plan_from(PlanOutline(aims=(AimOutline("One", (full, ActionOutline("last"))),)))
    change = edits.duplicate_action(plan, plan.actions[0].id)
    copied = ActionOutline("do", "All", ("QI",), ("Team",), "May 2017", ("done",))
    assert outline_of(applied(plan, change)).aims[0].actions == (
        full,
        copied,
        ActionOutline("last"),
    )
    assert change.label == "Duplicate action 1.1"
    assert edits.without_progress(action_outline(plan, plan.actions[0].id)) == copied


def test_deleting_an_aim_takes_its_actions_and_their_progress_and_undo_brings_all_back() -> None:
    note = NoteOutline("26 September 2016", "On track", "Begun")
    action = ActionOutline("do", progress=(note,))
    plan = plan_from(PlanOutline(aims=(AimOutline("One", (action,)), AimOutline("Two"))))
    change = edits.delete_aim(plan, plan.aims[0].id)
    after = applied(plan, change)
    assert outline_of(after).aims == (AimOutline("Two"),)
    assert (after.action_rows, after.note_rows) == ({}, {})
    assert change.label == "Delete aim 1 with its action"


def test_a_deleted_note_leaves_the_others() -> None:
    notes = (NoteOutline(text="first"), NoteOutline(text="second"))
    action = ActionOutline("do", progress=notes)
    plan = plan_from(PlanOutline(aims=(AimOutline("One", (action,)),)))
    first = plan.notes_of(plan.actions[0].id)[0]
    after = applied(plan, edits.delete_note(plan, first.id))
    assert [note.text for note in after.notes_of(plan.actions[0].id)] == ["second"]


@pytest.mark.parametrize(
    ("field", "typed", "kept"),
    [
        ("text", "Do this:\r\n* one\r\n* two", "Do this:\n\n- one\n- two"),
        ("pages", "  Pages 9,\n\n18 ", "Pages 9,\n18"),
        ("timescale", "1st April 2017\t\x00", "1st April 2017"),
        ("leads", "Team\n\n  Health  Board \n", ("Team", "Health Board")),
        ("indicators", "", ()),
    ],
)
def test_what_is_typed_is_cleaned_in_the_way_of_its_field(
    field: str, typed: str, kept: object
) -> None:
    plan = three()
    change = edits.set_action_field(plan, plan.actions[1].id, field, typed, name="Field")
    assert getattr(applied(plan, change).action_at("1.2"), field) == kept
    if change.rows:
        assert change.label == "Edit Field of action 1.2"


@given(plans_with_actions)
def test_a_field_opened_and_left_as_it_is_changes_nothing(plan: Plan) -> None:
    for action in plan.actions:
        for field in ("text", "pages", "timescale"):
            held = getattr(action, field)
            typed = shown_of(held) if field == "text" else held
            assert edits.set_action_field(plan, action.id, field, typed, name=field).rows == ()
        for name in LIST_FIELDS:
            typed = "\n".join(getattr(action, name))
            assert edits.set_action_field(plan, action.id, name, typed, name=name).rows == ()


def test_lines_of_the_cover_and_aims_are_one_line() -> None:
    plan = three()
    plan = applied(plan, edits.set_cover_field(plan, "title", "A\n plan ", name="Title"))
    plan = applied(plan, edits.set_aim_text(plan, plan.aims[0].id, "First\r\naim"))
    assert (plan.cover.title, plan.aims[0].text) == ("A plan", "First aim")


def test_fields_that_there_are_not_and_texts_too_long_are_refused() -> None:
    plan = three()
    with pytest.raises(AttributeError):
        edits.set_action_field(plan, plan.actions[0].id, "colour", "red", name="Colour")
    with pytest.raises(ValidationError):
        edits.set_action_field(plan, plan.actions[0].id, "timescale", "x" * 10_001, name="T")


def test_bullets_of_a_list_are_switched_on_and_off() -> None:
    plan = three()
    first = plan.actions[0].id
    plan = applied(plan, edits.set_bulleted(plan, first, "success_criteria", bulleted=True))
    plan = applied(plan, edits.set_bulleted(plan, first, "leads", bulleted=True))
    assert plan.action_rows[first].bulleted == ("leads", "success_criteria")
    assert edits.set_bulleted(plan, first, "leads", bulleted=True).is_empty
    plan = applied(plan, edits.set_bulleted(plan, first, "leads", bulleted=False))
    assert plan.action_rows[first].bulleted == ("success_criteria",)


def test_a_note_is_added_last_and_can_be_corrected() -> None:
    plan = three()
    first = plan.actions[0].id
    for text in ("one", "two"):
        note = NoteOutline(" 26  September 2016", "On track", text)
        plan = applied(plan, edits.add_note(plan, first, note))
    notes = plan.notes_of(first)
    assert [(note.as_at, note.text) for note in notes] == [
        ("26 September 2016", "one"),
        ("26 September 2016", "two"),
    ]
    corrected = NoteOutline("26 September 2016", "Complete", "two")
    plan = applied(plan, edits.set_note(plan, notes[1].id, corrected))
    assert [note.status for note in plan.notes_of(first)] == ["On track", "Complete"]
    assert edits.set_note(plan, notes[1].id, corrected).is_empty


def test_pasting_an_aim_brings_its_actions() -> None:
    plan = three()
    pasted = AimOutline("New", (ActionOutline("x"), ActionOutline("y")))
    change = edits.paste_aim(plan, 1, pasted)
    after = applied(plan, change)
    assert change.label == "Paste an aim with its 2 actions"
    assert edits.delete_aim(after, after.aims[1].id).label == "Delete aim 2 with its 2 actions"
    assert edits.paste_aim(plan, 1, AimOutline("Empty")).label == "Paste an aim"
    assert action_texts(after) == [["a", "b", "c"], ["x", "y"], ["d"], []]


def test_pasting_thousands_of_actions_is_one_change_with_each_row_once() -> None:
    plan = three()
    pasted = [ActionOutline(f"pasted {number}") for number in range(300)]
    change = edits.paste_actions(plan, plan.aims[0].id, 1, pasted)
    ids = [(row.table, row.id) for row in change.rows]
    assert len(set(ids)) == len(ids)
    texts = action_texts(applied(plan, change))[0]
    assert texts == ["a", *(action.text for action in pasted), "b", "c"]
    assert change.label == "Paste 300 actions into aim 1"


def test_a_copy_of_an_action_keeps_what_the_officer_said_of_its_timescale() -> None:
    plan = small_plan(("One", "Publish a guide."), ("Two",))
    first, second = plan.aims
    (action,) = plan.actions
    plan = applied(plan, say_what_timescale_is(plan, action.id, "review"))
    copies = (
        edits.duplicate_action(plan, action.id),
        edits.duplicate_aim(plan, first.id),
        edits.paste_actions(
            plan, second.id, 0, (edits.without_progress(action_outline(plan, action.id)),)
        ),
        edits.paste_aim(plan, 2, aim_outline(plan, first.id)),
    )
    said = [[one.timescale_is for one in applied(plan, copy).actions] for copy in copies]
    assert said == [["review", "review"]] * 4
