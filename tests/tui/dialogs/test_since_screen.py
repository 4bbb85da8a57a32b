"""S: what has changed since a week, the last committee or a date, from every view."""

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from tests.tui.history_of import with_history
from tests.tui.window import at_rest, plandesk, press, type_text, until
from tui.dialogs.dialog import ScrolledText
from tui.dialogs.since import SinceDialog
from tui.widgets.text_line import TextLine

KEYS = ("1", "space", *"January", "space", *"2016")
pytestmark = pytest.mark.usefixtures("frozen")


def told(pilot: Pilot[None]) -> str:
    return str(pilot.app.screen.query_one(ScrolledText).query_one(Static).content)


def typed(pilot: Pilot[None]) -> str:
    return pilot.app.screen.query_one("#date", TextLine).value


async def opened(pilot: Pilot[None]) -> None:
    await press(pilot, "S")
    await until(pilot, lambda: isinstance(pilot.app.screen, SinceDialog))
    await at_rest(pilot)


async def test_what_has_changed_is_told_since_a_week_and_a_date_that_is_typed() -> None:
    async with plandesk(with_history()) as pilot:
        await opened(pilot)
        assert told(pilot).startswith("Since 19 September 2026")
        await press(pilot, *KEYS)  # on the list of days: they go to the line for a date
        assert typed(pilot) == "1 January 2016"
        await press(pilot, "enter")
        await at_rest(pilot)
        assert told(pilot).startswith("Since 1 January 2016:")
        assert "Action 1.2 – deleted" in told(pilot)
        assert "Timescale:\n  December 2016\n→ June 2017" in told(pilot)
        assert told(pilot).index("Paragraph 1 of report") < told(pilot).index("Action 1.1")


@pytest.mark.parametrize("on_the_list", [False, True], ids=["in the line", "on the list"])
async def test_what_is_typed_after_a_date_was_refused_takes_its_place(on_the_list: bool) -> None:
    async with plandesk(with_history()) as pilot:
        await opened(pilot)
        await press(pilot, *"soon", "enter")
        assert "“soon” is no date" in told(pilot)
        if on_the_list:
            await press(pilot, "shift+tab", "up")
        await press(pilot, *KEYS)
        assert typed(pilot) == "1 January 2016"
        await press(pilot, "enter")
        await at_rest(pilot)
        assert told(pilot).startswith("Since 1 January 2016:")


@pytest.mark.slow
@pytest.mark.parametrize("view", "1234567")
async def test_it_opens_in_every_view_and_says_what_is_no_date(view: str) -> None:
    async with plandesk(with_history()) as pilot:
        await press(pilot, view)
        await opened(pilot)
        await press(pilot, "tab")
        await type_text(pilot, "soon")
        await press(pilot, "enter")
        await at_rest(pilot)
        assert "“soon” is no date" in told(pilot)
        await press(pilot, "escape")
        assert len(pilot.app.screen_stack) == 1
