"""Back to where one was and forward again: across views and plans, each place once."""

from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot

from plan.model.outline import AimOutline
from tests.tui.papers import WITH_PAPERS
from tests.tui.window import (
    NARROW,
    SMALL,
    app_of,
    cursor_ref,
    on_disk,
    on_list,
    plan_of,
    plandesk,
    press,
    said,
    view_of,
)
from tui.trail import Stop, Trail

pytestmark = pytest.mark.slow


def at(name: str, line: str = "0") -> Stop:
    return Stop(Path("a plan"), "plan", {"row": name, "line": line})


def names(trail: Trail) -> list[str]:
    return [one.place["row"] for one in trail.stops]


def walked(*rows: str) -> Trail:
    trail = Trail()
    for row in rows:
        trail.note(at(row))
    return trail


def test_a_place_is_noted_once_and_the_last_time_counts() -> None:
    trail = walked("a", "b", "b", "a", "c")
    assert names(trail) == ["b", "a", "c"]
    assert trail.step(-1) == at("a")
    assert trail.step(-1) == at("b")
    assert trail.step(-1) is None
    assert trail.step(1) == at("a")


def test_another_line_of_the_same_page_is_no_other_place() -> None:
    trail = walked("a")
    trail.note(at("a", "7"))
    assert trail.stops == [at("a", "7")]


def test_what_lies_ahead_stays_ahead_when_one_turns_aside() -> None:
    trail = walked("a", "b", "c")
    trail.step(-1)
    trail.step(-1)
    trail.note(at("d"))
    assert names(trail) == ["a", "d", "b", "c"]
    assert trail.step(1) == at("b")


def test_only_so_many_places_are_remembered() -> None:
    trail = walked(*map(str, range(300)))
    assert names(trail) == list(map(str, range(100, 300)))
    assert trail.step(-1) == at("298")


def open_path(pilot: Pilot[None]) -> Path:
    session = app_of(pilot).session
    assert session is not None
    return session.path.resolve()


async def open_from_desk(pilot: Pilot[None], path: Path) -> None:
    """Go to the list of plans, and open another from there."""
    await press(pilot, "ctrl+o")
    plans = on_list(pilot, "plans")
    plans.highlighted = [row.id for row in plans.rows].index(str(path))
    await press(pilot, "enter")
    assert open_path(pilot) == path.resolve()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("back", "forward"),
    [
        ("alt+left", "alt+right"),
        ("left_square_bracket", "right_square_bracket"),
    ],
)
async def test_back_leads_to_what_one_came_from_and_forward_there_again(
    back: str, forward: str
) -> None:
    async with plandesk(on_disk(WITH_PAPERS), size=NARROW) as pilot:
        start = cursor_ref(pilot)
        await press(pilot, "2", "4")
        for view in ("report", "plan"):
            await press(pilot, back)
            assert app_of(pilot).view_id == view
        assert cursor_ref(pilot) == start
        await press(pilot, back)
        assert "There is nowhere to go back to." in said(pilot)
        for view in ("report", "reviews"):
            await press(pilot, forward)
            assert app_of(pilot).view_id == view
        await press(pilot, forward)
        assert "There is nowhere to go forward to." in said(pilot)


async def test_a_run_of_arrows_is_one_step_and_a_field_is_a_place_of_its_own() -> None:
    async with plandesk(on_disk()) as pilot:
        await press(pilot, "down", "down")
        assert cursor_ref(pilot) == "1.3"
        await press(pilot, "left_square_bracket")
        assert cursor_ref(pilot) == "1.1"
        await press(pilot, "right_square_bracket")
        assert cursor_ref(pilot) == "1.3"
        await press(pilot, "right", "down", "down", "slash", "escape")
        assert view_of(pilot).field_focused.endswith("/indicators")
        await press(pilot, "j", "t", "left_square_bracket")
        assert view_of(pilot).field_focused.endswith("/indicators")
        await press(pilot, "left_square_bracket")
        assert (cursor_ref(pilot), view_of(pilot).where) == ("1.3", "actions")


@pytest.mark.slow
async def test_what_was_deleted_is_not_gone_to_but_what_is_in_its_place() -> None:
    async with plandesk(on_disk()) as pilot:
        await press(pilot, "down", "2", "1", "d")
        assert [one.text for one in plan_of(pilot).actions][1] == "Train the staff who advise."
        await press(pilot, "2", "left_square_bracket")
        assert app_of(pilot).view_id == "plan"
        await press(pilot, "left_square_bracket", "left_square_bracket", "left_square_bracket")
        assert app_of(pilot).view_id in ("plan", "report")
        assert "nowhere to go back" in said(pilot)
        await press(pilot, *["right_square_bracket"] * 4)
        assert "nowhere to go forward" in said(pilot)


@pytest.mark.slow
async def test_the_last_action_of_an_aim_and_the_aim_itself_may_be_gone() -> None:
    plan = replace(SMALL, aims=SMALL.aims[:2])
    async with plandesk(on_disk(plan)) as pilot:
        await press(pilot, "left", "down", "right", "2", "1", "left", "d", "2")
        assert len(plan_of(pilot).aims) == 1
        for _ in range(5):
            await press(pilot, "left_square_bracket")
        assert "nowhere to go back" in said(pilot)
        assert view_of(pilot).cursor.within(plan_of(pilot)) == view_of(pilot).cursor


@pytest.mark.slow
async def test_back_leads_to_another_plan_and_from_the_list_of_plans_to_where_one_was() -> None:
    other = on_disk(replace(SMALL, aims=(AimOutline("Something else."),)), "Other")
    path = on_disk()
    async with plandesk(path) as pilot:
        await press(pilot, "down", "ctrl+o", "left_square_bracket")
        assert cursor_ref(pilot) == "1.2"
        await open_from_desk(pilot, other)
        await press(pilot, "2", "left_square_bracket", "left_square_bracket")
        assert open_path(pilot) == path.resolve()
        assert cursor_ref(pilot) == "1.2"
        await press(pilot, "right_square_bracket")
        assert open_path(pilot) == other.resolve()


@pytest.mark.slow
async def test_a_plan_that_is_deleted_is_passed_over() -> None:
    other = on_disk(replace(SMALL, aims=(AimOutline("Something else."),)), "Other")
    path = on_disk()
    async with plandesk(other) as pilot:
        await press(pilot, "2")
        await open_from_desk(pilot, path)
        await press(pilot, "2")
        other.unlink()
        await press(pilot, "left_square_bracket", "left_square_bracket", "left_square_bracket")
        assert "nowhere to go back" in said(pilot)
        assert open_path(pilot) == path.resolve()
