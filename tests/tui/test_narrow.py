"""In a window of 80 cells one panel is seen at a time, and every other is a key away."""

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


def panels_seen(pilot: Pilot[None]) -> list[str]:
    return [name for name in WAYS if view_of(pilot).query_one(f"#{name}").display]


def ways_said(pilot: Pilot[None]) -> str:
    return shown(pilot).split("\n")[22].strip("╭╮╰╯─ ")


async def test_each_panel_fills_the_window_and_says_the_way_to_the_others() -> None:
    async with plandesk(on_disk(), size=NARROW) as pilot:
        walk = [("left", "aims"), ("right", "actions"), ("right", "fields"), ("escape", "actions")]
        for key, panel in [*walk, ("escape", "aims")]:
            await press(pilot, key)
            assert panels_seen(pilot) == [panel]
            assert ways_said(pilot) == WAYS[panel]


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
        await until(pilot, lambda: panels_seen(pilot) == ["actions"])
        await until(pilot, lambda: ways_said(pilot) == WAYS["actions"])
