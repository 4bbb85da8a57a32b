"""Going to a place of the plan, from whichever view: the place has the cursor, in view."""

from dataclasses import replace
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from plan.model.outline import AimOutline
from plan.papers.places import action_place
from tests.plan.checks.sound import FIRST, OUTLINE
from tests.tui.window import (
    NARROW,
    app_of,
    at_rest,
    editor_of,
    on_disk,
    on_list,
    plan_of,
    plandesk,
    press,
    shown,
    until,
    view_of,
)
from tui.widgets.field_editor import FieldEditor
from tui.widgets.field_panel import FieldRow

pytestmark = pytest.mark.usefixtures("frozen")

LONG = replace(FIRST, text=" ".join(["Make help easy to find for every family."] * 20))
SIZES = pytest.mark.parametrize("size", [NARROW, (120, 40)], ids=str)


@pytest.fixture
def path() -> Path:
    return on_disk(replace(OUTLINE, aims=(AimOutline("Make help easy.", (FIRST, LONG)),)))


def is_in_view(pilot: Pilot[None]) -> bool:
    """Return whether all of what has the focus is in its panel."""
    focused = pilot.app.screen.focused
    assert isinstance(focused, FieldRow | FieldEditor)
    assert focused.parent is not None
    return view_of(pilot).fields.region.contains_region(focused.region)


async def at_field(pilot: Pilot[None]) -> FieldRow:
    await until(pilot, lambda: isinstance(pilot.app.screen.focused, FieldRow))
    await at_rest(pilot)
    focused = pilot.app.screen.focused
    assert isinstance(focused, FieldRow), shown(pilot)
    return focused


@SIZES
@pytest.mark.slow
async def test_a_place_is_gone_to_while_the_focus_is_still_on_its_way(
    path: Path, size: tuple[int, int]
) -> None:
    async with plandesk(path, size=size) as pilot:
        view = view_of(pilot)
        on_list(pilot, "aims").focus()
        await until(pilot, lambda: app_of(pilot).where == "aims")
        await press(pilot, "4")
        await until(pilot, lambda: app_of(pilot).where == "reviews")
        view.display = True
        view.enter()
        view.show_place(action_place(plan_of(pilot), plan_of(pilot).actions[0].id, "leads"))
        assert (await at_field(pilot)).field.key == "leads"
        assert view.cursor.is_at_action


async def test_a_field_far_down_is_in_view_when_its_panel_comes_into_sight(path: Path) -> None:
    async with plandesk(path, size=NARROW) as pilot:
        view = view_of(pilot)
        view.show_place(action_place(plan_of(pilot), plan_of(pilot).actions[1].id, "timescale"))
        assert (await at_field(pilot)).field.key == "timescale"
        await until(pilot, lambda: is_in_view(pilot))


async def test_the_end_of_a_long_paste_is_in_view(path: Path) -> None:
    async with plandesk(path, size=NARROW) as pilot:
        await press(pilot, "right", *["down"] * 5, "enter")
        await until(pilot, lambda: app_of(pilot).where == "editing" and editor_of(pilot).has_focus)
        pilot.app.post_message(events.Paste("\n".join(f"Measure {n}" for n in range(30))))
        await until(pilot, lambda: "Measure 29" in editor_of(pilot).text)
        await until(pilot, lambda: is_in_view(pilot))
        assert "Measure 29" in shown(pilot)
