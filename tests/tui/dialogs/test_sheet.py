"""A list from a spreadsheet is opened as a Word file is: shown first, then taken as one step."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from exporters.spreadsheet import csv_file
from plan.council.own_field import NO_OWN_FIELDS
from plan.papers.sheets import actions_sheet
from store.settings import Settings, save_settings
from tests.tui.window import (
    app_of,
    on_disk,
    plan_of,
    plandesk,
    press,
    said,
    saved_plan,
    shown,
    until,
)
from tui.dialogs.choose import ChooseDialog
from tui.dialogs.open_file import OpenFileDialog
from tui.dialogs.sheet import SheetDialog


@pytest.fixture
def plan(own_home: Path) -> Path:
    path = on_disk()
    sheet = csv_file(actions_sheet(saved_plan(path), NO_OWN_FIELDS)).decode("utf-8-sig")
    folder = own_home / "Documents"
    folder.mkdir()
    (folder / "same.csv").write_text(sheet, encoding="utf-8")
    (folder / "list.csv").write_text(sheet.replace("March 2017", "May 2017"), encoding="utf-8")
    (folder / "milk.csv").write_text("Remember\n", encoding="utf-8")
    save_settings(Settings(open_folder=str(folder)))
    return path


async def choose(pilot: Pilot[None], name: str) -> None:
    await press(pilot, "o")
    await until(pilot, lambda: isinstance(pilot.app.screen, OpenFileDialog))
    await press(pilot, *name)
    await press(pilot, "enter")


@pytest.mark.slow
async def test_a_list_is_shown_and_taken_as_one_step(plan: Path) -> None:
    async with plandesk() as pilot:
        await choose(pilot, "list")
        await until(pilot, lambda: isinstance(pilot.app.screen, SheetDialog))
        assert "Into the plan Small:" in shown(pilot)
        assert "before: March 2017" in shown(pilot)
        await press(pilot, "enter")
        await until(pilot, lambda: app_of(pilot).session is not None)
        await until(pilot, lambda: plan_of(pilot).actions[1].timescale == "May 2017")
        assert "Take 1 field from list.csv. u takes it back." in said(pilot)
        await press(pilot, "u")
        await until(pilot, lambda: plan_of(pilot).actions[1].timescale == "March 2017")


async def test_esc_leaves_the_plan_and_an_unchanged_list_offers_nothing(plan: Path) -> None:
    before = plan.read_bytes()
    async with plandesk() as pilot:
        await choose(pilot, "same")
        await until(pilot, lambda: isinstance(pilot.app.screen, SheetDialog))
        assert "there is nothing to change" in shown(pilot)
        assert "Enter: take it so" not in shown(pilot)
        await press(pilot, "enter", "escape")
        await until(pilot, lambda: "Nothing was taken from same.csv." in said(pilot))
        assert app_of(pilot).session is None
    assert plan.read_bytes() == before


async def test_what_is_no_list_is_told_and_another_file_can_be_chosen(plan: Path) -> None:
    async with plandesk() as pilot:
        await choose(pilot, "milk")
        await until(pilot, lambda: "milk.csv was not taken" in said(pilot))
        await until(pilot, lambda: isinstance(pilot.app.screen, OpenFileDialog))


@pytest.mark.slow
async def test_of_several_plans_it_is_asked_into_which(plan: Path) -> None:
    on_disk(name="Other")
    async with plandesk() as pilot:
        await choose(pilot, "list")
        await until(pilot, lambda: isinstance(pilot.app.screen, ChooseDialog))
        assert "Into which plan is list.csv taken?" in shown(pilot)
        await press(pilot, *"Small", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, SheetDialog))
        await press(pilot, "escape")
