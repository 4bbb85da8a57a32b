"""Rows are moved, copied and deleted on the disk as on the screen, and a move harms nothing."""

from collections.abc import Iterable

import pytest

from plan.model.plan import Plan
from tests.tui.window import (
    at_rest,
    click,
    cursor_ref,
    has_focus,
    labels,
    on_disk,
    on_list,
    plan_of,
    plandesk,
    press,
    said,
    saved_plan,
    shown,
    until,
    view_of,
)
from tui.widgets.field_editor import FieldEditor

GUIDE, PROGRAMME, STAFF, EVENT = (
    "Publish one guide for families.",
    "Offer the programme in all localities.",
    "Train the staff who advise.",
    "Hold a yearly event.",
)


def texts(plan: Plan) -> list[str]:
    return [action.text for action in plan.actions]


@pytest.mark.parametrize(
    ("keys", "left"),
    [
        ("d", [PROGRAMME, STAFF, EVENT]),
        ("ctrl+d", [GUIDE, GUIDE, PROGRAMME, STAFF, EVENT]),
        ("c down v", [GUIDE, PROGRAMME, GUIDE, STAFF, EVENT]),
        ("m down down m", [PROGRAMME, STAFF, GUIDE, EVENT]),
        ("m down down down enter", [PROGRAMME, STAFF, GUIDE, EVENT]),
        ("left m down enter", [EVENT, GUIDE, PROGRAMME, STAFF]),
        ("left d", [EVENT]),
        ("left ctrl+d", [GUIDE, PROGRAMME, STAFF, GUIDE, PROGRAMME, STAFF, EVENT]),
        ("left c down v", [GUIDE, PROGRAMME, STAFF, EVENT, GUIDE, PROGRAMME, STAFF]),
        ("d u", [GUIDE, PROGRAMME, STAFF, EVENT]),
        ("d d u y", [STAFF, EVENT]),
    ],
)
@pytest.mark.slow
async def test_what_a_key_did_to_a_row_is_on_the_disk(keys: str, left: Iterable[str]) -> None:
    path = on_disk()
    async with plandesk(path) as pilot:
        await press(pilot, *keys.split())
        assert texts(plan_of(pilot)) == left
        await press(pilot, "ctrl+q")
    assert texts(saved_plan(path)) == left


async def test_redo_works_after_the_program_was_closed() -> None:
    path = on_disk()
    async with plandesk(path) as pilot:
        await press(pilot, "d", "u", "ctrl+q")
    async with plandesk(path) as pilot:
        await press(pilot, "y")
        assert texts(plan_of(pilot)) == [PROGRAMME, STAFF, EVENT]


async def test_the_panel_says_in_words_what_is_on_the_move() -> None:
    async with plandesk(on_disk()) as pilot:
        await press(pilot, "m", "down")
        assert "Actions of aim 1: moving 1.2" in shown(pilot)
        await press(pilot, "down", "down")
        assert "Actions of aim 2: moving 2.1" in shown(pilot)
        await press(pilot, "escape", "left", "m", "down")
        assert "Aims: moving 2" in shown(pilot)
        await press(pilot, "escape")
        assert "moving" not in shown(pilot)


@pytest.mark.parametrize("way", ["tab", "shift+tab", "click"])
@pytest.mark.slow
async def test_to_go_elsewhere_in_the_middle_of_a_move_puts_the_row_back(way: str) -> None:
    async with plandesk(on_disk()) as pilot:
        before = plan_of(pilot)
        await press(pilot, "m", "down")
        if way == "click":
            await click(pilot, "#aims", offset=(4, 3))
        else:
            await press(pilot, way)
        view = view_of(pilot)
        assert view.lifted is None
        await press(pilot, "enter")
        await until(pilot, lambda: has_focus(pilot, FieldEditor))
        await press(pilot, "escape")
        assert view.where == "fields"
        assert plan_of(pilot) == before


async def test_a_click_puts_the_cursor_there_and_a_second_click_edits() -> None:
    async with plandesk(on_disk()) as pilot:
        await click(pilot, "#aims", offset=(4, 4))
        await at_rest(pilot)
        assert labels(pilot) == ["Aim 2"]
        assert view_of(pilot).where == "aims"
        await click(pilot, "#aims", offset=(4, 4), times=2)
        await until(pilot, lambda: has_focus(pilot, FieldEditor))


async def test_a_row_on_the_move_is_neither_deleted_nor_left_in_the_air() -> None:
    path = on_disk()
    async with plandesk(path) as pilot:
        await press(pilot, "m", "d", "a", "ctrl+o", "down", "ctrl+q")
    assert texts(saved_plan(path)) == [GUIDE, PROGRAMME, STAFF, EVENT]


@pytest.mark.parametrize("key", ["d", "ctrl+d", "c", "m"])
@pytest.mark.slow
async def test_where_no_action_is_left_the_aim_is_not_touched_instead(key: str) -> None:
    async with plandesk(on_disk()) as pilot:
        await press(pilot, "left", "down", "right", "d")
        assert on_list(pilot, "actions").has_focus
        before = plan_of(pilot)
        await press(pilot, key)
        assert "There is no action here yet: a adds one." in said(pilot)
        assert view_of(pilot).where == "actions"
        assert plan_of(pilot) == before
        await press(pilot, "a")
        await until(pilot, lambda: has_focus(pilot, FieldEditor))
        await press(pilot, "escape")
        assert cursor_ref(pilot) == "2.1"


async def test_an_aim_without_an_action_shows_the_aim_and_goes_in_to_it_past_the_list() -> None:
    async with plandesk(on_disk()) as pilot:
        await press(pilot, "left", "down", "down", "right")
        assert labels(pilot) == ["Aim 3"]
        assert view_of(pilot).where == "actions"
        await press(pilot, "right")
        assert view_of(pilot).where == "fields"
