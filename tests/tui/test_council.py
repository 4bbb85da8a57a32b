"""The council in the settings: new plans follow its format."""

from pathlib import Path

import pytest

from desk.new_plan import make_plan_file
from plan.council import DEFAULT_FORMAT
from plan.model.outline import built_plan
from store.places import formats_folder, plans_folder
from store.settings import Settings, load_settings, save_settings
from tests.plan.councils import GLENSHIRE, put_glenshire_in
from tests.tui.window import SMALL, app_of, plan_of, plandesk, press, said, shown, until


async def test_a_new_plan_follows_the_councils_format() -> None:
    put_glenshire_in(formats_folder())
    save_settings(Settings(council_format=GLENSHIRE))
    async with plandesk() as pilot:
        await press(pilot, "n")
        await until(pilot, lambda: app_of(pilot).session is not None)
        assert plan_of(pilot).cover.format == GLENSHIRE


async def test_a_format_that_is_not_there_is_said_and_no_plan_is_made() -> None:
    save_settings(Settings(council_format="nix"))
    async with plandesk() as pilot:
        await press(pilot, "n")
        await until(pilot, lambda: "There is no council format called nix." in shown(pilot))
        assert app_of(pilot).session is None


async def test_a_plan_whose_format_cannot_be_used_is_not_shown_and_the_reason_is_said() -> None:
    path = _of_glenshire()
    formats_folder().joinpath(f"{GLENSHIRE}.toml").write_text("a = " + "[" * 5000, encoding="utf-8")
    async with plandesk(path) as pilot:
        await until(pilot, lambda: "its lists go too deep" in said(pilot))
        assert "The plan Glenshire cannot be shown" in said(pilot)
        assert app_of(pilot).session is None


async def test_a_councils_spoilt_file_in_place_of_a_format_of_plandesk_is_told_as_well() -> None:
    path = make_plan_file(plans_folder() / "Small.plan.json", built_plan(SMALL, DEFAULT_FORMAT), "")
    formats_folder().mkdir(parents=True)
    formats_folder().joinpath(f"{DEFAULT_FORMAT}.toml").write_text("a = [", encoding="utf-8")
    async with plandesk(path) as pilot:
        await until(pilot, lambda: "The plan Small cannot be shown" in said(pilot))
        assert app_of(pilot).session is None


async def test_a_format_that_is_spoilt_while_a_plan_is_open_stays_as_it_was() -> None:
    path = _of_glenshire()
    async with plandesk(path) as pilot:
        await until(pilot, lambda: app_of(pilot).session is not None)
        formats_folder().joinpath(f"{GLENSHIRE}.toml").write_text("a = [", encoding="utf-8")
        await press(pilot, "right", "down", "2", "1")
        session = app_of(pilot).session
        assert session is not None
        assert session.council.id == GLENSHIRE


def _of_glenshire() -> Path:
    put_glenshire_in(formats_folder())
    path = plans_folder() / "Glenshire.plan.json"
    return make_plan_file(path, built_plan(SMALL, GLENSHIRE), "Made")


async def test_the_first_screen_says_where_a_format_is_chosen_and_one_is_chosen_there() -> None:
    async with plandesk() as pilot:
        await until(pilot, lambda: "f chooses the format of your papers" in shown(pilot))
        await press(pilot, "f")
        await until(pilot, lambda: "Plain council format, with quality indicators" in shown(pilot))
        assert "used where none is chosen" in shown(pilot)
        assert "dundee-2016" not in shown(pilot), "an id says nothing that the name does not"
        await press(pilot, "down", "enter")
        await until(pilot, lambda: "New plans and Word files follow: Plain council" in said(pilot))
        assert load_settings()[0].council_format == "plain-council"
        await press(pilot, "n")
        await until(pilot, lambda: app_of(pilot).session is not None)
        assert plan_of(pilot).cover.format == "plain-council"


@pytest.mark.slow
async def test_without_a_choice_the_format_is_what_it_was() -> None:
    async with plandesk() as pilot:
        await press(pilot, "f")
        await until(pilot, lambda: "used where none is chosen" in shown(pilot))
        await press(pilot, "escape", "n")
        await until(pilot, lambda: app_of(pilot).session is not None)
        assert plan_of(pilot).cover.format == DEFAULT_FORMAT
    assert load_settings()[0].council_format == ""


@pytest.mark.slow
async def test_a_councils_own_is_offered_and_a_spoilt_one_refused_in_words() -> None:
    put_glenshire_in(formats_folder())
    formats_folder().joinpath("ours.toml").write_text("a = [", encoding="utf-8")
    async with plandesk() as pilot:
        await press(pilot, "f")
        await until(pilot, lambda: "Glenshire Council, 2020" in shown(pilot))
        await press(pilot, "home", "down", "down", "enter")
        await until(pilot, lambda: "That format cannot be used" in said(pilot))
        assert load_settings()[0].council_format == ""
        await press(pilot, "f")
        await until(pilot, lambda: "Glenshire Council, 2020" in shown(pilot))
        await press(pilot, "home", "down", "enter")
        await until(pilot, lambda: "follow: Glenshire Council, 2020" in said(pilot))
    assert load_settings()[0].council_format == GLENSHIRE
