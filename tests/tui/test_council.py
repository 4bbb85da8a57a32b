"""The council in the settings: new plans follow its format."""

from store.formats import formats_folder
from store.settings import Settings, save_settings
from tests.plan.councils import GLENSHIRE, put_glenshire_in
from tests.tui.window import app_of, plan_of, plandesk, press, shown, until


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
