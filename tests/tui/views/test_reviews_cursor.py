"""Moving about in the Reviews view: what the keys lead to, and what stays under the cursor."""

from dataclasses import replace
from pathlib import Path

import pytest
from textual.widgets import Input

from plan.model.outline import AimOutline
from tests.plan.checks.sound import FIRST, OUTLINE
from tests.tui.reviews_of import AIMS, OTHER, go_to, open_reviews, until_shown
from tests.tui.window import (
    NARROW,
    app_of,
    on_disk,
    plan_of,
    plandesk,
    press,
    said,
    shown,
    until,
)
from tui.dialogs.narrow import NarrowDialog
from tui.dialogs.period import PeriodDialog
from tui.views.plan.plan_view import PlanView
from tui.widgets.row_list import RowList

pytestmark = pytest.mark.usefixtures("frozen")


@pytest.fixture
def path() -> Path:
    return on_disk(replace(OUTLINE, aims=AIMS))


@pytest.mark.slow
async def test_what_does_not_fit_beside_is_read_with_tab_and_the_arrows(path: Path) -> None:
    async with plandesk(path, size=NARROW) as pilot:
        view = await open_reviews(pilot)
        await until_shown(pilot, "Tab read on")
        assert "How the actions stand" not in shown(pilot)
        await press(pilot, "tab", "end")
        await until_shown(pilot, "Without one: 1.2, 2.1, 2.2")
        await until_shown(pilot, "Tab back to the list")
        await press(pilot, "tab")
        await until(pilot, lambda: view.list_here.has_focus)
        await press(pilot, "tab")
        await until(pilot, lambda: not view.list_here.has_focus)
        await press(pilot, "escape")
        await until(pilot, lambda: view.list_here.has_focus)


async def test_the_cursor_stays_on_an_action_that_is_grouped_anew(path: Path) -> None:
    async with plandesk(path) as pilot:
        view = await open_reviews(pilot)
        await go_to(pilot, view, "January 2027/")
        for _ in range(4):
            await press(pilot, "g")
            assert view.current is not None
            assert view.current.ref == "2.1"
            assert view.list_here.current.endswith(view.current.id)


@pytest.mark.slow
async def test_a_heading_leads_nowhere_and_says_so(path: Path) -> None:
    async with plandesk(path) as pilot:
        await open_reviews(pilot)
        for key in ("enter", "d", "r"):
            await press(pilot, key)
        assert said(pilot).count("This line is a heading: go to an action first.") == 3


@pytest.mark.slow
async def test_a_long_heading_does_not_hide_how_much_is_below_it() -> None:
    lead = "Group for everything that the partnership does, " * 4
    plan = replace(OUTLINE, aims=(AimOutline("Help.", (replace(FIRST, leads=(lead.strip(),)),)),))
    async with plandesk(on_disk(plan), size=NARROW) as pilot:
        await open_reviews(pilot)
        await press(pilot, "g")
        await until_shown(pilot, "███████ 2 Group for everything")
        await press(pilot, "f")
        await until(pilot, lambda: isinstance(pilot.app.screen, NarrowDialog))
        choices = pilot.app.screen.query_one(RowList)
        assert choices.highlighted == 0
        await press(pilot, "down", "enter")
        await press(pilot, "f")
        await until(pilot, lambda: isinstance(pilot.app.screen, NarrowDialog))
        assert pilot.app.screen.query_one(RowList).highlighted == 1


@pytest.mark.slow
async def test_what_was_chosen_holds_in_the_plan_that_is_gone_to(path: Path) -> None:
    on_disk(OTHER, "Other")
    async with plandesk(path) as pilot:
        view = await open_reviews(pilot)
        await press(pilot, "a", "g", "b")
        await until(pilot, lambda: isinstance(pilot.app.screen, PeriodDialog))
        pilot.app.screen.query_one("#last", Input).value = "1 February 2027"
        await press(pilot, "enter")
        await until_shown(pilot, "1 February 2027")
        await until(pilot, lambda: any("Other/" in row.id for row in view.list_here.rows))
        await go_to(pilot, view, "/Other/")
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(app_of(pilot).view, PlanView))
        await until(pilot, lambda: plan_of(pilot).actions[0].text == "Cook.")
        await open_reviews(pilot)
        await until_shown(pilot, "Reviews by lead, every plan of the desk")
        await until_shown(pilot, "26 September 2026 to 1 February 2027")
        await until_shown(pilot, "Small")
