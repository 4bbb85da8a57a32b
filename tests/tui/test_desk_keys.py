"""The keys of the desk: nothing harms, everything is shown, Esc never leaves by accident."""

import pytest
from textual.widgets import OptionList

from store.settings import Settings, save_settings
from tests.tui.window import (
    SMALL,
    app_of,
    notices_gone,
    on_disk,
    on_list,
    plan_of,
    plandesk,
    press,
    said,
    shown,
    until,
)
from tui.dialogs.keys import KeysDialog


@pytest.mark.parametrize("key", ["question_mark", "f1"])
async def test_the_keys_are_shown_and_esc_puts_them_away(key: str) -> None:
    async with plandesk() as pilot:
        await press(pilot, key)
        await until(pilot, lambda: "In the list of plans:" in shown(pilot))
        await press(pilot, "escape")
        assert not isinstance(pilot.app.screen, KeysDialog)
        assert on_list(pilot, "plans").has_focus


async def test_esc_and_the_keys_of_a_plan_do_nothing_on_the_desk() -> None:
    on_disk()
    async with plandesk() as pilot:
        before = shown(pilot)
        await press(pilot, "escape", "a", "m", "u", "ctrl+o")
        told = [f"{key} does nothing here" for key in ("a", "m", "u", "Ctrl+O")]
        assert [line.partition(":")[0] for line in said(pilot).split("\n")] == told
        await notices_gone(pilot)
        assert shown(pilot) == before
        assert app_of(pilot).is_running


async def test_enter_on_an_empty_desk_does_nothing() -> None:
    async with plandesk() as pilot:
        await press(pilot, "enter", "down", "enter")
        assert app_of(pilot).session is None


async def test_the_arrows_choose_the_plan_that_enter_opens() -> None:
    on_disk(name="One")
    on_disk(name="Two")
    async with plandesk() as pilot:
        await press(pilot, "down")
        chosen = on_list(pilot, "plans").current
        await press(pilot, "enter")
        await until(pilot, lambda: app_of(pilot).session is not None)
        session = app_of(pilot).session
        assert session is not None
        assert str(session.path) == chosen


async def test_a_damaged_plan_is_marked_in_the_list_and_the_others_open() -> None:
    damaged = on_disk(name="Broken")
    damaged.write_text("{", encoding="utf-8")
    on_disk()
    async with plandesk(size=(160, 50)) as pilot:
        assert "Broken.plan.json is damaged" in shown(pilot)
        plans = on_list(pilot, "plans")
        await press(pilot, "home")
        while not plans.current.endswith("Small.plan.json"):
            await press(pilot, "down")
        await press(pilot, "enter")
        await until(pilot, lambda: app_of(pilot).session is not None)
        assert len(plan_of(pilot).aims) == len(SMALL.aims)


async def test_a_plan_elsewhere_is_opened_by_its_path() -> None:
    path = on_disk()
    away = path.parent.parent / "memory stick" / path.name
    away.parent.mkdir()
    path.rename(away)
    save_settings(Settings(open_folder=str(away.parent)))
    async with plandesk() as pilot:
        await press(pilot, "o")
        await until(pilot, lambda: "memory stick" in shown(pilot))
        await press(pilot, "enter")
        await until(pilot, lambda: app_of(pilot).session is not None)
        session = app_of(pilot).session
        assert session is not None
        assert session.path == away


async def test_the_title_of_a_plan_that_was_left_is_gone_with_its_state() -> None:
    async with plandesk(on_disk()) as pilot:
        await press(pilot, "d", "ctrl+o")
        await until(pilot, lambda: app_of(pilot).session is None)
        await until(pilot, lambda: "3 aims, 3 actions" in shown(pilot))
        assert shown(pilot).split("\n")[0].strip() == "plandesk   Plans"


async def test_the_palette_of_the_desk_has_no_command_of_a_plan() -> None:
    async with plandesk() as pilot:
        await press(pilot, "ctrl+p")
        options = pilot.app.screen.query_one(OptionList)
        await until(pilot, lambda: options.option_count)
        assert "Open the sample plan" in shown(pilot)
        assert "Duplicate" not in shown(pilot)
