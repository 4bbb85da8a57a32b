"""Tab and Shift+Tab go from panel to panel, and never leave the cursor nowhere."""

import pytest
from textual.pilot import Pilot
from textual.widget import Widget

from plan.model.outline import PlanOutline
from sample_data.sample import sample_outline
from tests.tui.papers import WITH_PAPERS
from tests.tui.window import app_of, on_disk, plandesk, press, until, view_of
from tui.views.equality.equality_view import EqualityView
from tui.views.plan_views import PLAN_VIEW
from tui.views.preview.preview_pages import PreviewPages
from tui.widgets.detail_pane import DetailPane
from tui.widgets.field_panel import FieldPanel
from tui.widgets.mark_table import MarkTable
from tui.widgets.row_list import RowList

WIDTHS = (60, 80, 120, 200)
WALKED = (60, 120)
"""One width at which a panel fills the window, and one at which they stand side by side."""
PANELS = (RowList, FieldPanel, MarkTable, DetailPane, PreviewPages)
BEGUN = PlanOutline(subtitle="Improvement Plan")
"""A plan in which nothing is written yet."""

TABS = ("tab", "tab", "shift+tab", "shift+tab", "shift+tab")

WAYS: dict[str, tuple[tuple[str, ...], ...]] = {
    "1": (
        (),
        ("home",),
        ("end",),
        ("end", "up", "right"),
        ("home", "down", "right", "right", "end"),
        ("home", "down", "enter"),
        ("home", "down", "right", "m", "down"),
    ),
    "2": (("home",), ("end", "right"), ("home", "right", "enter"), ("home", "right", "m")),
    "3": (
        ("home",),
        ("home", "down", "right"),
        ("home", *["down"] * 2, "enter", "end", "down"),
        ("home", *["down"] * 7, "right"),
        ("home", *["down"] * 11, "enter", "end", "down"),
    ),
    "4": (("home",), ("end",)),
    "5": (("home",), ("end",)),
    "6": ((),),
}
"""By the key of each view, the keys that lead from its first panel to the places in it."""


def faults(pilot: Pilot[None]) -> list[str]:
    """Return what is wrong with where the cursor is; nothing if it is right."""
    focused = pilot.app.screen.focused
    if focused is None:
        return ["the cursor is nowhere"]
    around: list[Widget] = [one for one in focused.ancestors_with_self if isinstance(one, Widget)]
    if not all(one.display for one in around):
        return [f"{focused!r} is hidden"]
    if app_of(pilot).where != "moving" and not any(isinstance(one, PANELS) for one in around):
        return [f"{focused!r} is no panel"]
    if not focused.region.overlaps(pilot.app.screen.region) or not focused.size.area:
        return [f"{focused!r} is not seen"]
    return []


async def stand_right(pilot: Pilot[None], keys: tuple[str, ...]) -> None:
    """Wait until the cursor is in a panel that is seen; where it never is, say after which keys."""
    try:
        await until(pilot, lambda: not faults(pilot))
    except AssertionError as error:
        raise AssertionError(f"after {', '.join(keys)}: {faults(pilot)}\n{error}") from None


@pytest.mark.slow
@pytest.mark.parametrize("width", WALKED)
async def test_tab_never_leaves_the_cursor_nowhere(width: int) -> None:
    async with plandesk(on_disk(sample_outline()), size=(width, 24)) as pilot:
        await walk(pilot)


@pytest.mark.slow
async def test_tab_never_does_in_a_plan_in_which_nothing_is_written_yet() -> None:
    async with plandesk(on_disk(BEGUN), size=(80, 24)) as pilot:
        await walk(pilot)


async def walk(pilot: Pilot[None]) -> None:
    """Go by Tab and Shift+Tab from each place of every view, and look where the cursor is."""
    for view, ways in WAYS.items():
        await press(pilot, *["escape"] * 3, view)
        await until(pilot, lambda: shows(pilot, view))  # noqa: B023 - waited for here
        for way in ways:
            await press(pilot, *["escape"] * 3, *way)
            await stand_right(pilot, (view, *way))
            for number, key in enumerate(TABS, 1):
                await press(pilot, key)
                await stand_right(pilot, (view, *way, *TABS[:number]))


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.slow
async def test_the_arrows_work_wherever_tab_has_led(width: int) -> None:
    async with plandesk(on_disk(sample_outline()), size=(width, 24)) as pilot:
        view = view_of(pilot)
        await press(pilot, "escape", "escape", "home", "down")
        been: list[str] = []
        for _ in range(3):
            been.append(view.where)
            before = (view.aims.current, view.actions.current, view.fields.current)
            await press(pilot, "down", "up", "down")
            if view.where != "fields" or len(view.fields.rows) > 1:
                await until(
                    pilot,
                    lambda: (
                        before  # noqa: B023 - waited for before the next is taken
                        != (view.aims.current, view.actions.current, view.fields.current)
                    ),
                )
            await press(pilot, "tab")
        assert been == ["aims", "actions", "fields"]
        assert view.where == "aims"


async def test_in_the_boxes_of_a_question_and_the_words_below_them_tab_goes_on() -> None:
    async with plandesk(on_disk(WITH_PAPERS), size=(80, 24)) as pilot:
        await press(pilot, "3")
        await until(pilot, lambda: shows(pilot, "3"))
        view = app_of(pilot).body.query_one(EqualityView)
        checklist = view.checklist
        assert checklist is not None
        row = next(
            one for one in checklist.asked if checklist.grid(one) and checklist.contents(one)
        )
        view.go_to(row)
        await press(pilot, "enter", "end", "down")
        assert view.where == "answer"
        await press(pilot, "tab")
        await stand_right(pilot, (row, "tab"))


def shows(pilot: Pilot[None], view: str) -> bool:
    """Return whether the view of that key is on the screen."""
    shown = app_of(pilot).view
    return shown is not None and PLAN_VIEW[shown.id or ""].number == view
