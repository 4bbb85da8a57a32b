"""A round of progress: a letter, a text, Enter, and the next action stands there."""

import pytest
from textual.pilot import Pilot

from plan.model.outline import ActionOutline, AimOutline, PlanOutline
from tests.tui.window import (
    app_of,
    at_rest,
    cursor_ref,
    editor_of,
    has_focus,
    on_disk,
    plan_of,
    plandesk,
    press,
    said,
    saved_plan,
    shown,
)
from tui.views.plan.plan_view import PlanView
from tui.views.reviews.reviews_view import ReviewsView
from tui.widgets.row_list import RowList

pytestmark = pytest.mark.slow

THREE = PlanOutline(
    title="A plan",
    aims=(
        AimOutline("First.", (ActionOutline("One."), ActionOutline("Two."))),
        AimOutline("Second.", (ActionOutline("Three.", timescale="March 2027"),)),
    ),
)


def _notes(plan: object) -> list[tuple[str, str, str]]:
    return [(plan.ref_of(n.parent), n.status, n.text) for n in plan.note_rows.values()]  # type: ignore[attr-defined]


async def test_a_letter_a_text_and_enter_are_a_note_and_the_next_stands_there() -> None:
    path = on_disk(THREE)
    async with plandesk(path, size=(80, 24)) as pilot:
        await press(pilot, "down", "p")
        assert "c Complete   o On track   a At risk   b Behind   n Not started" in shown(pilot)
        await press(pilot, "o", *"Begun", "enter")
        assert cursor_ref(pilot) == "2.1"
        await press(pilot, "a", *"Late", "enter")
        assert cursor_ref(pilot) == "1.1"
        await press(pilot, "c")
        await press(pilot, "ctrl+q")
        await at_rest(pilot)
    assert _notes(saved_plan(path)) == [
        ("1.2", "On track", "Begun"),
        ("2.1", "At risk", "Late"),
        ("1.1", "Complete", ""),
    ]


@pytest.mark.parametrize("width", [60, 80, 100, 120])
async def test_no_letter_is_parted_from_its_status_and_no_hint_is_cut(width: int) -> None:
    async with plandesk(on_disk(THREE), size=(width, 40)) as pilot:
        await press(pilot, "p")
        for said in ("c Complete", "o On track", "a At risk", "b Behind", "n Not started"):
            assert said in shown(pilot)
        assert not cut_edges(pilot)
        await press(pilot, "o")
        assert not cut_edges(pilot)


async def test_what_tab_does_is_told_once() -> None:
    async with plandesk(on_disk(THREE), size=(120, 40)) as pilot:
        await press(pilot, "p")
        assert "Tab: the next action" in shown(pilot)
        assert "Tab next field" not in shown(pilot)


def cut_edges(pilot: Pilot[None]) -> list[str]:
    """Return the lower and upper edges of the field on the screen whose words are cut."""
    return [line for line in shown(pilot).splitlines() if "… ─╯  │" in line or "… ─╮  │" in line]


async def test_esc_ends_the_round_and_keeps_what_was_written() -> None:
    async with plandesk(on_disk(THREE)) as pilot:
        await press(pilot, "p", "escape")
        assert _notes(plan_of(pilot)) == []
        await press(pilot, "p", "b", *"Slow", "escape")
        assert _notes(plan_of(pilot)) == [("1.1", "Behind", "Slow")]
        assert "Behind: Slow" in shown(pilot)


async def test_enter_goes_on_without_a_status_and_tab_without_a_note() -> None:
    async with plandesk(on_disk(THREE)) as pilot:
        await press(pilot, "p", "x")
        assert "Press a letter of the key" in said(pilot)
        await press(pilot, "enter", *"No word", "tab", "tab", "tab")
        assert _notes(plan_of(pilot)) == [("1.1", "", "No word")]
        assert "No other action wants a note" in said(pilot)
        assert has_focus(pilot, RowList)


async def test_backspace_takes_the_status_back() -> None:
    async with plandesk(on_disk(THREE)) as pilot:
        await press(pilot, "p", "c", "backspace", "n", *"Not yet", "escape")
        assert _notes(plan_of(pilot)) == [("1.1", "Not started", "Not yet")]


async def test_from_the_reviews_it_begins_at_the_action_under_the_cursor() -> None:
    async with plandesk(on_disk(THREE)) as pilot:
        await press(pilot, "4")
        view = app_of(pilot).view
        assert isinstance(view, ReviewsView)
        view.row = next(row.id for row in view.list_here.rows if "2.1" in row.line)
        await at_rest(pilot)
        await press(pilot, "p")
        assert isinstance(app_of(pilot).view, PlanView)
        assert cursor_ref(pilot) == "2.1"
        assert editor_of(pilot).has_focus
        await press(pilot, "o", "escape")
        assert _notes(plan_of(pilot)) == [("2.1", "On track", "")]
