"""Fields of a council's own in the window: chosen, toggled, typed, found, each undone by u."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from textual.pilot import Pilot

from store.places import formats_folder
from tests.plan.own_format import own_label, own_source
from tests.tui.window import (
    SMALL,
    at_rest,
    edit,
    go_to_view,
    has_focus,
    on_disk,
    plan_of,
    plandesk,
    press,
    said,
    shown,
    until,
    view_of,
)
from tui.dialogs.choose import ChooseDialog
from tui.views.report.report_view import ReportView
from tui.widgets.field_panel import FieldRow

pytestmark = pytest.mark.slow


@asynccontextmanager
async def own_window() -> AsyncIterator[Pilot[None]]:
    """Open a plan of a council that has a field of its own of every kind."""
    source = own_source().replace('id = "glenshire-2020"', 'id = "dundee-2016"')
    formats_folder().mkdir(parents=True)
    (formats_folder() / "dundee-2016.toml").write_text(source, encoding="utf-8")
    async with plandesk(on_disk(SMALL)) as pilot:
        await at_rest(pilot)
        yield pilot


def own_text(pilot: Pilot[None], kind: str) -> str:
    return dict(plan_of(pilot).actions[0].own).get(f"a-{kind}", "")


async def go_to(pilot: Pilot[None], kind: str) -> None:
    """Put the cursor on the field of a kind."""
    view = view_of(pilot)
    place = [one.label for one in view.contents()].index(own_label(kind))
    view.fields.go_to(place)
    await at_rest(pilot)


async def test_a_word_of_the_key_is_chosen_and_yes_and_no_follow_one_another() -> None:
    async with own_window() as pilot:
        await go_to(pilot, "choice")
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ChooseDialog))
        assert "Late" in shown(pilot)
        await press(pilot, "down", "enter")
        await at_rest(pilot)
        assert own_text(pilot, "choice") == "Amber"
        assert "u takes it back" in said(pilot)
        await go_to(pilot, "yes-no")
        answers = []
        for _ in range(3):
            await press(pilot, "enter")
            await at_rest(pilot)
            answers.append(own_text(pilot, "yes-no"))
        assert answers == ["Yes", "No", ""]
        assert has_focus(pilot, FieldRow)
        await press(pilot, "u", "u", "u", "u")
        assert plan_of(pilot).actions[0].own == ()


async def test_tab_goes_past_what_is_chosen_without_choosing_and_a_date_is_read_beside() -> None:
    async with own_window() as pilot:
        editor = await edit(pilot, own_label("date"))
        editor.text = "soon"
        await press(pilot, "escape")
        await at_rest(pilot)
        assert "“soon” is not understood as a date" in shown(pilot)
        editor = await edit(pilot, own_label("person"))
        editor.text = "Head of Service"
        await press(pilot, "tab")  # to the field of Yes and No
        await at_rest(pilot)
        assert (own_text(pilot, "person"), own_text(pilot, "yes-no")) == ("Head of Service", "")
        assert has_focus(pilot, FieldRow)


@pytest.mark.slow
async def test_the_fields_of_the_report_stand_below_its_header() -> None:
    async with own_window() as pilot:
        view = await go_to_view(pilot, ReportView, "2")
        labels = [one.label for one in view.contents()]
        view.fields.go_to(labels.index(own_label("yes-no")))
        await press(pilot, "enter")
        await at_rest(pilot)
        assert dict(plan_of(pilot).report.own) == {"a-yes-no": "Yes"}


@pytest.mark.slow
async def test_a_plan_follows_another_format_with_what_stands_in_its_fields() -> None:
    async with own_window() as pilot:
        editor = await edit(pilot, own_label("line"))
        editor.text = "Register, item 7"
        await press(pilot, "escape", "left", "left", "home")
        view = view_of(pilot)
        labels = [one.label for one in view.contents()]
        view.fields.go_to(labels.index("Format"))
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ChooseDialog))
        await press(pilot, "home", "down", "enter")
        await at_rest(pilot)
        plan = plan_of(pilot)
        assert plan.cover.format == "plain-council"
        assert plan.actions[0].own == ((own_label("line"), "Register, item 7"),)
        await press(pilot, "u")
        assert plan_of(pilot).actions[0].own == (("a-line", "Register, item 7"),)
