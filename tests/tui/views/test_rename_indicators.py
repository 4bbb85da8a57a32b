"""The framework's names in the window: only on request, one step, told in words."""

import pytest
from textual.pilot import Pilot

from plan.council.framework import framework_of
from plan.model.outline import ActionOutline, AimOutline, PlanOutline
from store.places import frameworks_folder
from store.plan_file import PlanFile
from tests.plan.councils import glenshire
from tests.tui.test_tracing_window import looked_at
from tests.tui.window import (
    app_of,
    edit,
    on_disk,
    plan_of,
    press,
    said,
    saved_plan,
    shown,
    until,
    view_of,
)
from tui.commands import COMMAND
from tui.dialogs.choose import ChooseDialog
from tui.views.plan.framework import use_names

NAME = "Planning for individual children and young people"
OUTLINE = PlanOutline(
    aims=(
        AimOutline(
            "Plan well.",
            (
                ActionOutline("One.", indicators=("Planning for individual children", "Our own")),
                ActionOutline("Two.", indicators=("Early help", "Impact on the community")),
            ),
        ),
    )
)


def printed(pilot: Pilot[None]) -> list[tuple[str, ...]]:
    return [action.indicators for action in plan_of(pilot).actions]


@pytest.mark.slow
async def test_nothing_is_renamed_without_the_request() -> None:
    path = on_disk(OUTLINE)
    async with looked_at(path) as pilot:
        await edit(pilot, "Indicators")
        await press(pilot, "escape", "t", "escape", "x", "escape")
        assert printed(pilot)[0] == ("Planning for individual children", "Our own")
    assert saved_plan(path).actions[0].indicators == ("Planning for individual children", "Our own")


@pytest.mark.parametrize("keys", [(), ("right",)], ids=["actions", "fields"])
async def test_at_an_action_only_its_indicators_are_renamed(keys: tuple[str, ...]) -> None:
    async with looked_at(on_disk(OUTLINE)) as pilot:
        await press(pilot, *keys)
        where = view_of(pilot).where
        app_of(pilot).do("names")
        await until(pilot, lambda: printed(pilot)[0] == (NAME, "Our own"))
        assert printed(pilot)[1] == ("Early help", "Impact on the community")
        await until(pilot, lambda: "1 indicator has its framework's name now" in said(pilot))
        assert "Inspectorate, 2014)” does not know it: 1 indicator: 1.1 “Our own”" in said(pilot)
        assert view_of(pilot).where == where
        session = app_of(pilot).session
        assert session is not None
        assert next(session.newest_first()).label == (
            "Use the framework's names of the indicators in action 1.1"
        )


async def test_on_the_aims_the_whole_plan_is_renamed_in_one_step_of_undo() -> None:
    async with looked_at(on_disk(OUTLINE)) as pilot:
        await press(pilot, "left", "ctrl+n")
        await until(pilot, lambda: "2 indicators have their framework's name" in said(pilot))
        assert view_of(pilot).where == "aims"
        assert printed(pilot)[1][0] == "Providing help and support at an early stage"
        assert "not read in a source: 1 indicator: 1.2 “Impact on the community”" in said(pilot)
        await press(pilot, "u")
        await until(pilot, lambda: printed(pilot)[0][0] == "Planning for individual children")
        assert printed(pilot)[1][0] == "Early help"


async def test_where_nothing_can_be_renamed_it_says_so() -> None:
    outline = PlanOutline(aims=(AimOutline("A.", (ActionOutline(indicators=(NAME,)),)),))
    async with looked_at(on_disk(outline)) as pilot:
        session = app_of(pilot).session
        assert session is not None
        await press(pilot, "ctrl+n")
        await until(pilot, lambda: "Nothing to rename" in said(pilot))
        assert len([*session.newest_first()]) == 1


async def test_the_palette_has_it() -> None:
    async with looked_at(on_disk(OUTLINE)) as pilot:
        offered = {one.title for one in pilot.app.get_system_commands(pilot.app.screen)}
        assert COMMAND["names"].title in offered
        assert COMMAND["trace"].title in offered


async def test_a_plan_without_a_framework_says_where_one_is_chosen(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with looked_at(on_disk(OUTLINE)) as pilot:
        assert framework_of(plan_of(pilot), glenshire()) is None
        monkeypatch.setattr("desk.session.PlanSession.council", property(lambda _: glenshire()))
        use_names(view_of(pilot))
        await until(pilot, lambda: "choose one on the Cover, under Framework" in said(pilot))


@pytest.mark.slow
async def test_the_framework_is_chosen_on_the_cover() -> None:
    path = on_disk(OUTLINE)
    async with looked_at(path) as pilot:
        await press(pilot, "left", "home")
        await until(pilot, lambda: "own choice" in shown(pilot))
        fields = [field.key for field in view_of(pilot).contents()]
        view_of(pilot).edit_field(fields.index("framework"))
        await until(pilot, lambda: isinstance(pilot.app.screen, ChooseDialog))
        await until(pilot, lambda: "22 indicators" in shown(pilot))
        await press(pilot, "down", "down", "down", "down", "enter")
        await until(pilot, lambda: plan_of(pilot).cover.framework == "care-inspectorate-2019")
        await until(pilot, lambda: view_of(pilot).fields.current == fields.index("framework"))
        assert "u takes it back" in said(pilot)
        view_of(pilot).edit_field(fields.index("framework"))
        await until(pilot, lambda: isinstance(pilot.app.screen, ChooseDialog))
        await press(pilot, "escape")
        await until(pilot, lambda: len(pilot.app.screen_stack) == 1)
        assert plan_of(pilot).cover.framework == "care-inspectorate-2019"
        view_of(pilot).edit_field(fields.index("framework"))
        await until(pilot, lambda: isinstance(pilot.app.screen, ChooseDialog))
        await press(pilot, "home", "enter")
        await until(pilot, lambda: plan_of(pilot).cover.framework == "")
    assert PlanFile.open(path).plan.cover.framework == ""


async def test_a_text_that_is_pasted_for_a_framework_is_refused_in_a_sentence() -> None:
    async with looked_at(on_disk(OUTLINE)) as pilot:
        view = view_of(pilot)
        await press(pilot, "left", "home")
        await until(pilot, lambda: view.contents()[-1].key == "framework")
        field = view.contents()[-1]
        assert not view.keep(field, "Some other")
        await until(pilot, lambda: "There is no framework “Some other”" in said(pilot))
        assert plan_of(pilot).cover.framework == ""
        assert view.keep(field, "care-inspectorate-2019")
        assert plan_of(pilot).cover.framework == "care-inspectorate-2019"


@pytest.mark.slow
async def test_indicators_complete_to_the_names_of_the_framework_that_was_chosen() -> None:
    async with looked_at(on_disk(OUTLINE)) as pilot:
        cover = view_of(pilot)
        await press(pilot, "left", "home")
        await until(pilot, lambda: cover.contents()[-1].key == "framework")
        field = cover.contents()[-1]
        cover.keep(field, "care-inspectorate-2019")
        await press(pilot, "down", "right")
        editor = await edit(pilot, "Indicators")
        editor.insert("\nCare pl")
        await until(
            pilot,
            lambda: editor.suggestion == "anning, managing risk and effective intervention",
        )


@pytest.mark.slow
async def test_no_framework_and_the_councils_own_are_among_the_choices() -> None:
    frameworks_folder().mkdir(parents=True)
    own = 'id = "ours"\nname = "Our own themes"\nindicators = [{ name = "Warm homes" }]'
    (frameworks_folder() / "ours.toml").write_text(own, encoding="utf-8")
    async with looked_at(on_disk(OUTLINE)) as pilot:
        view = view_of(pilot)
        await press(pilot, "left", "home")
        await until(pilot, lambda: view.contents()[-1].key == "framework")
        place = len(view.contents()) - 1
        view.edit_field(place)
        await until(pilot, lambda: isinstance(pilot.app.screen, ChooseDialog))
        await press(pilot, "home", "down", "enter")
        await until(pilot, lambda: plan_of(pilot).cover.framework == "none")
        assert view.contents()[-1].shown == "none"
        view.edit_field(place)
        await until(pilot, lambda: isinstance(pilot.app.screen, ChooseDialog))
        await press(pilot, "end", "up", "enter")
        await until(pilot, lambda: plan_of(pilot).cover.framework == "ours")
        assert view.contents()[-1].shown == "Our own themes"
