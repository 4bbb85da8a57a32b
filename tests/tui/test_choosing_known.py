"""Leads, indicators and statuses, and where a row goes, are chosen from a list by typing."""

import pytest

from tests.tui.papers import WITH_PAPERS
from tests.tui.window import (
    NARROW,
    app_of,
    edit,
    editor_of,
    go_to_view,
    on_disk,
    plan_of,
    plandesk,
    press,
    said,
    shown,
    until,
    view_of,
)
from tui.dialogs.choose import ChooseDialog
from tui.views.report.report_view import ReportView

pytestmark = pytest.mark.slow


async def test_an_indicator_is_chosen_by_a_part_of_its_name() -> None:
    async with plandesk(on_disk(), size=NARROW) as pilot:
        await edit(pilot, "Indicators")
        await press(pilot, "ctrl+l", *"on staff", "enter")
        assert editor_of(pilot).text == "Impact on families\nImpact on staff"
        await press(pilot, "escape")
        assert plan_of(pilot).actions[0].indicators == ("Impact on families", "Impact on staff")


async def test_what_is_begun_on_the_line_filters_and_is_replaced() -> None:
    async with plandesk(on_disk(), size=NARROW) as pilot:
        await press(pilot, "down")
        await edit(pilot, "Leads")
        await press(pilot, *"xx", "ctrl+l")
        assert "Nothing here says that" in shown(pilot)
        await press(pilot, "escape", "backspace", "backspace")
        await press(pilot, *"forum", "ctrl+l", "enter", "escape")
        assert plan_of(pilot).actions[1].leads == ("Voluntary Sector Forum",)


async def test_where_nothing_is_known_it_says_so() -> None:
    async with plandesk(on_disk(), size=NARROW) as pilot:
        await edit(pilot, "Timescale")
        await press(pilot, "ctrl+l")
        assert "Nothing more is known" in said(pilot)
        assert app_of(pilot).where == "editing"


async def test_the_status_of_a_note_is_chosen_before_or_after_its_text() -> None:
    async with plandesk(on_disk(), size=NARROW) as pilot:
        await press(pilot, "p", "ctrl+l", *"risk", "enter", *"Late", "ctrl+l", *"behind", "enter")
        await press(pilot, "escape")
        note = plan_of(pilot).notes_of(plan_of(pilot).actions[0].id)[-1]
        assert (note.status, note.text) == ("Behind", "Late")


async def test_a_row_on_the_move_goes_to_the_aim_that_is_chosen() -> None:
    async with plandesk(on_disk(), size=NARROW) as pilot:
        await press(pilot, "m", "slash", *"together", "enter")
        await until(pilot, lambda: not isinstance(pilot.app.screen, ChooseDialog))
        assert (app_of(pilot).where, len(plan_of(pilot).actions_of(plan_of(pilot).aims[2].id))) == (
            "moving",
            0,
        )
        await press(pilot, "enter")
        assert plan_of(pilot).ref_of(view_of(pilot).cursor.action) == "3.1"


async def test_left_with_esc_the_row_is_still_on_the_move() -> None:
    async with plandesk(on_disk(), size=NARROW) as pilot:
        await press(pilot, "m", "slash", "escape")
        assert app_of(pilot).where == "moving"
        await press(pilot, "escape")
        assert app_of(pilot).where == "actions"


async def test_a_paragraph_on_the_move_goes_to_the_section_that_is_chosen() -> None:
    async with plandesk(on_disk(WITH_PAPERS), size=NARROW) as pilot:
        view = await go_to_view(pilot, ReportView, "2")
        await press(pilot, "down", "right", "m", "slash", *"financial", "enter", "enter")
        moved = plan_of(pilot).passage_rows[view.field_here().owner]  # type: ignore[union-attr]
        assert moved.section == "financial"
