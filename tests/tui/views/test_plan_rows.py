"""The rows of a plan: added, moved, copied and deleted by key, and all of it can be undone."""

from dataclasses import replace

import pytest

from plan.model.outline import PlanOutline
from tests.tui.window import (
    NARROW,
    SMALL,
    at_rest,
    cursor_ref,
    editor_of,
    has_focus,
    labels,
    on_disk,
    on_list,
    plan_of,
    plandesk,
    press,
    said,
    shown,
    until,
    view_of,
)
from tui.views.plan.rows import action_rows
from tui.widgets.field_editor import FieldEditor


async def test_a_adds_an_action_below_and_begins_to_write_it() -> None:
    async with plandesk(on_disk()) as pilot:
        await press(pilot, "a")
        await until(pilot, lambda: has_focus(pilot, FieldEditor))
        await press(pilot, *"New")
        await press(pilot, "escape")
        assert [action.text for action in plan_of(pilot).actions][:2] == [
            "Publish one guide for families.",
            "New",
        ]
        assert cursor_ref(pilot) == "1.2"


@pytest.mark.slow
async def test_a_adds_an_aim_in_the_panel_of_aims() -> None:
    async with plandesk(on_disk()) as pilot:
        await press(pilot, "left", "a", "enter")
        await until(pilot, lambda: has_focus(pilot, FieldEditor))
        await press(pilot, *"Second", "escape")
        assert plan_of(pilot).aims[1].text == "Second"


async def test_delete_asks_nothing_says_how_to_undo_and_can_be_undone() -> None:
    async with plandesk(on_disk()) as pilot:
        before = plan_of(pilot)
        await press(pilot, "d")
        assert len(plan_of(pilot).actions) == 3
        assert "delete action 1.1. u brings it back" in said(pilot)
        await press(pilot, "u")
        assert plan_of(pilot) == before


async def test_an_aim_goes_with_its_actions_and_comes_back_with_them() -> None:
    async with plandesk(on_disk()) as pilot:
        await press(pilot, "left", "delete")
        assert plan_of(pilot).aims[0].text == "Hear children and young people."
        await press(pilot, "ctrl+z")
        assert len(plan_of(pilot).actions) == 4


async def test_ctrl_d_duplicates_the_action() -> None:
    async with plandesk(on_disk()) as pilot:
        await press(pilot, "ctrl+d")
        texts = [action.text for action in plan_of(pilot).actions]
        assert texts[0] == texts[1]


async def test_an_action_is_moved_within_its_aim_and_to_another() -> None:
    async with plandesk(on_disk()) as pilot:
        await press(pilot, "m", "down", "enter")
        assert plan_of(pilot).actions[1].text == "Publish one guide for families."
        await press(pilot, "m", "down", "down", "enter")
        assert cursor_ref(pilot) == "2.1"
        assert "Move action 1.2 to 2.1" in said(pilot)


async def test_a_move_is_called_off_by_escape() -> None:
    async with plandesk(on_disk()) as pilot:
        before = plan_of(pilot)
        await press(pilot, "m", "down", "down", "escape")
        assert plan_of(pilot) == before
        assert cursor_ref(pilot) == "1.1"
        assert on_list(pilot, "actions").has_focus


async def test_an_action_is_copied_and_pasted_into_another_aim() -> None:
    async with plandesk(on_disk()) as pilot:
        await press(pilot, "c", "left", "down", "down", "v")
        plan = plan_of(pilot)
        assert [action.text for action in plan.actions_of(plan.aims[2].id)] == [
            "Publish one guide for families."
        ]


async def test_the_text_of_a_field_is_pasted_in_the_place_of_another() -> None:
    async with plandesk(on_disk()) as pilot:
        await press(pilot, "right")
        view_of(pilot).fields.go_to(labels(pilot).index("Timescale"))
        await at_rest(pilot)
        await press(pilot, "c", "escape", "down", "right")
        view_of(pilot).fields.go_to(labels(pilot).index("Timescale"))
        await at_rest(pilot)
        await press(pilot, "v")
        assert plan_of(pilot).actions[1].timescale == "December 2016"


async def test_a_note_of_today_is_added_and_the_old_one_stays(frozen: None) -> None:
    async with plandesk(on_disk()) as pilot:
        await press(pilot, "p")
        await until(pilot, lambda: has_focus(pilot, FieldEditor))
        editor_of(pilot).insert("The guide is out.")
        await press(pilot, "escape")
        notes = plan_of(pilot).notes_of(plan_of(pilot).actions[0].id)
        assert [note.as_at for note in notes] == ["1 September 2016", "26 September 2026"]
        assert notes[1].text == "The guide is out."


async def test_undo_and_redo_go_as_far_as_there_is_anything() -> None:
    async with plandesk(on_disk()) as pilot:
        before = plan_of(pilot)
        await press(pilot, "d", "d")
        after = plan_of(pilot)
        await press(pilot, "u", "u")
        assert plan_of(pilot) == before
        await press(pilot, "u")
        assert "There is nothing to undo." in said(pilot)
        await press(pilot, "y", "ctrl+y")
        assert plan_of(pilot) == after


@pytest.mark.slow
async def test_undo_works_after_the_program_was_closed() -> None:
    path = on_disk()
    async with plandesk(path) as pilot:
        await press(pilot, "d")
        await press(pilot, "ctrl+q")
    async with plandesk(path) as pilot:
        assert len(plan_of(pilot).actions) == 3
        await press(pilot, "u")
        assert len(plan_of(pilot).actions) == 4


async def test_the_program_comes_back_where_it_was_left() -> None:
    path = on_disk()
    async with plandesk(path) as pilot:
        await press(pilot, "down", "down")
        await press(pilot, "ctrl+q")
    async with plandesk() as pilot:
        assert cursor_ref(pilot) == "1.3"


@pytest.mark.slow
async def test_find_goes_to_the_action_that_has_the_words() -> None:
    async with plandesk(on_disk()) as pilot:
        await press(pilot, "slash")
        await until(pilot, lambda: pilot.app.screen is not pilot.app.screen_stack[0])
        await press(pilot, *"yearly")
        await press(pilot, "enter")
        await until(pilot, lambda: cursor_ref(pilot) == "2.1")


@pytest.mark.slow
async def test_an_own_ref_stands_beside_the_ref_and_find_goes_to_it() -> None:
    own = replace(SMALL.aims[1], actions=(replace(SMALL.aims[1].actions[0], own_ref="CP-SUB-7"),))
    path = on_disk(replace(SMALL, aims=(SMALL.aims[0], own)))
    async with plandesk(path) as pilot:
        await press(pilot, "slash")
        await until(pilot, lambda: pilot.app.screen is not pilot.app.screen_stack[0])
        await press(pilot, *"sub-7")
        await press(pilot, "enter")
        await until(pilot, lambda: cursor_ref(pilot) == "2.1")
        (row,) = action_rows(plan_of(pilot), plan_of(pilot).actions_of(plan_of(pilot).aims[1].id))
        assert row.line.startswith("2.1 (CP-SUB-7) ")
        assert labels(pilot)[0] == "Own ref"


async def test_a_plan_that_is_marked_read_only_is_shown_and_takes_no_edit() -> None:
    path = on_disk()
    path.chmod(0o444)
    async with plandesk(path) as pilot:
        before = plan_of(pilot)
        assert "marked as read-only" in said(pilot)
        await press(pilot, "d")
        assert plan_of(pilot) == before


async def test_a_plan_without_an_aim_says_what_to_do_first() -> None:
    from plan.model.outline import PlanOutline

    async with plandesk(on_disk(PlanOutline(title="New"))) as pilot:
        await press(pilot, "right")
        await press(pilot, "a")
        plan = plan_of(pilot)
        assert plan.aims or "add an aim first" in said(pilot)


@pytest.mark.slow
async def test_after_the_text_of_a_new_aim_a_asks_and_enter_begins_its_first_action() -> None:
    async with plandesk(on_disk(PlanOutline("A plan")), size=NARROW) as pilot:
        await press(pilot, "a", *"Warm", "escape", "a")
        assert "An action of aim 1" in shown(pilot)
        await press(pilot, "enter", *"Insulate", "escape")
        assert [one.text for one in plan_of(pilot).actions] == ["Insulate"]
        assert len(plan_of(pilot).aims) == 1
