"""In a window of 80 cells one panel has the cursor, below it stands what it leads to."""

import pytest
from textual.pilot import Pilot

from tests.tui.window import (
    NARROW,
    WIDE,
    at_rest,
    edit,
    on_disk,
    plandesk,
    press,
    resize,
    shown,
    until,
    view_of,
)

WAYS = {"aims": "→ in", "actions": "Esc back   → in", "fields": "Esc back"}
BELOW = {"aims": ["actions"], "actions": ["fields"], "fields": []}
"""What is seen below each panel."""


def panels_seen(pilot: Pilot[None]) -> list[str]:
    return [name for name in WAYS if view_of(pilot).query_one(f"#{name}").display]


def ways_said(pilot: Pilot[None]) -> str:
    """Return what the lower edges of the panels say."""
    edges = [line.strip("╭╮╰╯─ ") for line in shown(pilot).split("\n") if line.startswith("╰")]
    return "".join(edges)


async def test_each_panel_fills_the_window_and_says_the_way_to_the_others() -> None:
    async with plandesk(on_disk(), size=NARROW) as pilot:
        walk = [("left", "aims"), ("right", "actions"), ("right", "fields"), ("escape", "actions")]
        for key, panel in [*walk, ("escape", "aims")]:
            await press(pilot, key)
            assert panels_seen(pilot) == [panel, *BELOW[panel]]
            assert ways_said(pilot) == WAYS[panel]


@pytest.mark.parametrize(("size", "lines"), [(NARROW, 12), ((60, 20), 8)])
async def test_an_action_is_seen_with_the_first_lines_of_its_fields(
    size: tuple[int, int], lines: int
) -> None:
    async with plandesk(on_disk(), size=size) as pilot:
        rows = shown(pilot).split("\n")
        assert "Aim 1: Make help easy to find." in rows[2]
        assert rows[3].startswith("│ 1.1 Publish one guide for families.")
        below = next(at for at, row in enumerate(rows) if row.startswith("╭─ 1.1 "))
        assert rows[below + 1].startswith("│ Action      Publish one guide for families.")
        assert len(rows) - below > lines - 2
        await press(pilot, "left")
        rows = shown(pilot).split("\n")
        assert rows[2].startswith("╭─ Aims ")
        assert any("│ 3 Lead the improvement together." in row for row in rows)
        assert any("│ 1.1 Publish one guide for families." in row for row in rows)


async def test_the_way_to_a_field_stands_over_it() -> None:
    async with plandesk(on_disk(), size=NARROW) as pilot:
        await press(pilot, "right")
        way = shown(pilot).split("\n")[2]
        assert "Aim 1: Make help easy to find. › 1.1 Publish one guide for families." in way


async def test_in_a_low_window_one_panel_is_seen() -> None:
    async with plandesk(on_disk(), size=(60, 14)) as pilot:
        for key, panel in [("left", "aims"), ("right", "actions"), ("right", "fields")]:
            await press(pilot, key)
            assert panels_seen(pilot) == [panel]


async def test_where_other_keys_apply_the_way_is_not_said() -> None:
    async with plandesk(on_disk(), size=NARROW) as pilot:
        await press(pilot, "m")
        assert ways_said(pilot) == ""
        await press(pilot, "escape")
        assert ways_said(pilot) == WAYS["actions"]
        await edit(pilot, "Pages")
        await at_rest(pilot)
        assert panels_seen(pilot) == ["fields"]
        assert ways_said(pilot) == ""


async def test_all_three_are_seen_when_the_window_grows_and_one_when_it_shrinks() -> None:
    async with plandesk(on_disk(), size=NARROW) as pilot:
        await resize(pilot, *WIDE)
        await until(pilot, lambda: panels_seen(pilot) == list(WAYS))
        assert "→ in" not in shown(pilot)
        await resize(pilot, *NARROW)
        await until(pilot, lambda: panels_seen(pilot) == ["actions", "fields"])
        await until(pilot, lambda: ways_said(pilot) == WAYS["actions"])
