"""Tab and Shift+Tab go from panel to panel, and never leave the cursor nowhere."""

import pytest
from textual.pilot import Pilot
from textual.widget import Widget

from plan.outline import PlanOutline
from sample_data.sample import sample_outline
from tests.tui.window import on_disk, plandesk, press, settled
from tui.views.preview_pages import PreviewPages
from tui.widgets.beside import Beside
from tui.widgets.field_panel import FieldPanel
from tui.widgets.mark_table import MarkTable
from tui.widgets.row_list import RowList

WIDTHS = (60, 80, 120, 200)
PANELS = (RowList, FieldPanel, MarkTable, Beside, PreviewPages)
BEGUN = PlanOutline(subtitle="Improvement Plan")
"""A plan in which nothing is written yet."""

_QUESTIONS = (0, 2, 4, 7, 9, 11, 12)
"""Rows of the checklist below its first, of each kind that there is."""

WAYS: dict[str, tuple[tuple[str, ...], ...]] = {
    "1": (
        (),
        ("left", "left"),
        ("left", "left", "home"),
        ("left", "left", "end"),
        ("left", "left", "end", "up", "right"),
        ("right", "right"),
        ("right", "right", "end"),
        ("enter",),
        ("m", "down"),
    ),
    "2": ((), ("down", "down", "right"), ("end", "right"), ("right", "enter"), ("right", "m")),
    "3": tuple(
        ("home", *["down"] * number, *way)
        for number in _QUESTIONS
        for way in ((), ("right",), ("enter", "end", "down"))
    ),
    "4": ((), ("down", "down"), ("end",)),
    "5": ((), ("down",), ("end",)),
    "6": ((), ("end",)),
}
"""By the key of each view, the keys that lead from its first panel to the places in it."""


def faults(pilot: Pilot[None], keys: tuple[str, ...]) -> list[str]:
    """Return what is wrong with where the cursor is, after these keys; nothing if it is right."""
    focused = pilot.app.screen.focused
    if focused is None:
        return [f"{keys}: the cursor is nowhere"]
    around: list[Widget] = [one for one in focused.ancestors_with_self if isinstance(one, Widget)]
    if not all(one.display for one in around):
        return [f"{keys}: {focused!r} is hidden"]
    if not any(isinstance(one, PANELS) for one in around):
        return [f"{keys}: {focused!r} is no panel"]
    if not focused.region.overlaps(pilot.app.screen.region) or not focused.size.area:
        return [f"{keys}: {focused!r} is not seen"]
    return []


async def walked(pilot: Pilot[None], way: tuple[str, ...], tab: str) -> list[str]:
    """Return what is wrong at each step of a walk from panel to panel by `tab`."""
    found: list[str] = []
    for number in range(1, 5):
        await press(pilot, tab)
        await settled(pilot)
        found += faults(pilot, (*way, *[tab] * number))
    return found


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("view", WAYS)
@pytest.mark.parametrize("outline", [sample_outline(), BEGUN], ids=["sample", "begun"])
async def test_tab_never_leaves_the_cursor_nowhere(
    outline: PlanOutline, view: str, width: int
) -> None:
    found: list[str] = []
    async with plandesk(on_disk(outline), size=(width, 24)) as pilot:
        for way in WAYS[view]:
            for tab in ("tab", "shift+tab"):
                await press(pilot, *["escape"] * 3, "1", view)
                await settled(pilot)
                await press(pilot, *way)
                await settled(pilot)
                found += faults(pilot, way)
                found += await walked(pilot, way, tab)
    assert not found, "\n".join(found)
