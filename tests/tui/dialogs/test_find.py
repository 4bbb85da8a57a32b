"""Finding from every view, going from one place to the next, and replacing with a preview."""

import tomllib
from dataclasses import replace

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from plan.model.outline import ActionOutline, AimOutline
from store.places import plans_folder
from store.plan_file import PlanFile
from tests.promises.test_every_field import whole_plan
from tests.repository import ROOT
from tests.tui.papers import WITH_PAPERS
from tests.tui.window import (
    MADE_AT,
    SMALL,
    app_of,
    at_rest,
    cursor_ref,
    on_disk,
    plan_of,
    plandesk,
    press,
    said,
    saved_plan,
    shown,
    view_of,
)
from tui.dialogs.find import MOST_LISTED, FindDialog
from tui.views.fields_view import FieldsView
from tui.views.plan_views import PLAN_VIEWS
from tui.widgets.row_list import RowList

pytestmark = pytest.mark.usefixtures("frozen")
OTHER = replace(SMALL, aims=(AimOutline("Help.", (ActionOutline("A guide for all."),)),))


async def look_for(pilot: Pilot[None], words: str, *keys: str) -> list[str]:
    """Look for words and return the sentences that are listed; then press keys."""
    await press(pilot, "slash")
    pilot.app.screen.query_one("#wanted", Input).value = ""
    await press(pilot, *words)
    listed = sentences(pilot)
    await press(pilot, *keys)
    return listed


def sentences(pilot: Pilot[None]) -> list[str]:
    return [row.line for row in pilot.app.screen.query_one("#found", RowList).rows]


def field_here(pilot: Pilot[None]) -> str:
    """Return the label of the field under the cursor."""
    view = app_of(pilot).view
    assert isinstance(view, FieldsView)
    return view.contents()[view.fields.current].label


@pytest.mark.slow
@pytest.mark.parametrize("view", [one.number for one in PLAN_VIEWS])
@pytest.mark.parametrize("key", ["slash", "ctrl+f"])
async def test_it_opens_in_every_view_and_a_ref_goes_to_the_action(view: str, key: str) -> None:
    async with plandesk(on_disk(WITH_PAPERS)) as pilot:
        await press(pilot, view, key)
        assert isinstance(pilot.app.screen, FindDialog)
        await press(pilot, *"1.2", "enter")
        assert app_of(pilot).where == "actions"
        assert cursor_ref(pilot) == "1.2"


@pytest.mark.slow
async def test_enter_goes_to_the_field_and_n_and_f3_to_the_next_and_round() -> None:
    async with plandesk(on_disk(), size=(80, 24)) as pilot:
        assert await look_for(pilot, "guide", "enter") == [
            "Publish one guide for families.",
            "Guide published.",
        ]
        assert (cursor_ref(pilot), field_here(pilot)) == ("1.1", "Action")
        assert "guide: n goes to the next place." in said(pilot)
        await press(pilot, "n")
        assert (cursor_ref(pilot), field_here(pilot)) == ("1.1", "Success")
        assert "2 of 2: “guide”." in said(pilot)
        await press(pilot, "4", "f3")
        assert (cursor_ref(pilot), field_here(pilot)) == ("1.1", "Action")


@pytest.mark.slow
async def test_n_with_nothing_looked_for_asks_what_for_and_says_where_there_is_none() -> None:
    async with plandesk(on_disk()) as pilot:
        await press(pilot, "n")
        assert isinstance(pilot.app.screen, FindDialog)
        await press(pilot, *"zoo", "escape", "n")
        assert "Nothing in Small says “zoo”." in said(pilot)


@pytest.mark.slow
async def test_keys_typed_before_the_plan_is_read_do_what_they_would_do_after() -> None:
    async with plandesk(on_disk()) as pilot:
        await pilot.press("slash", *"yearly", "enter")
        await press(pilot)
        assert cursor_ref(pilot) == "2.1"


@pytest.mark.slow
async def test_near_words_are_named_and_whole_words_and_case_leave_them_out() -> None:
    async with plandesk(on_disk()) as pilot:
        await press(pilot, "slash", *"familes")
        assert "near: action 1.1" in shown(pilot)
        assert "near." in shown(pilot)
        await press(pilot, "f5")
        assert sentences(pilot) == []
        assert "as whole words" in shown(pilot)
        await press(pilot, "f5", "f6")
        assert sentences(pilot) == []


@pytest.mark.slow
async def test_all_plans_are_searched_by_name_and_enter_opens_the_other_one() -> None:
    on_disk(OTHER, "Other")
    async with plandesk(on_disk()) as pilot:
        await press(pilot, "slash", *"guide", "f8")
        assert "A guide for all." in sentences(pilot)
        assert "Other, action 1.1" in shown(pilot)
        await press(pilot, "down", "down", "enter")
        session = app_of(pilot).session
        assert session is not None
        assert session.name == "Other"
        assert view_of(pilot).contents()[view_of(pilot).fields.current].key == "text"
        await press(pilot, "n")
        assert app_of(pilot).session is not None


async def test_where_nothing_is_found_enter_offers_nothing_to_replace() -> None:
    async with plandesk(on_disk(), size=(80, 24)) as pilot:
        await press(pilot, "ctrl+r", *"zoo", "enter", *"museum", "enter")
        assert "Nothing in Small says “zoo”." in shown(pilot)
        assert "replace what is ticked" not in shown(pilot)
        await press(pilot, *"guide", "enter", "enter")
        assert "To be replaced: 2 times in 2 sentences." in shown(pilot)


async def test_all_are_replaced_after_they_are_shown_and_one_undo_takes_it_back() -> None:
    path = on_disk()
    async with plandesk(path, size=(80, 24)) as pilot:
        before = plan_of(pilot)
        keys = ["ctrl+r", *"guide", "enter", *"leaflet", "enter"]
        await press(pilot, *keys)
        assert plan_of(pilot) is before
        assert "→ Publish one leaflet for families." in shown(pilot)
        assert "To be replaced: 2 times in 2 sentences." in shown(pilot)
        await press(pilot, "enter")
        assert plan_of(pilot).actions[0].text == "Publish one leaflet for families."
        assert plan_of(pilot).actions[0].success_criteria[0] == "Leaflet published."
        assert "Done: replace “guide” by “leaflet”, 2 times. u takes" in said(pilot)
        await press(pilot, "u")
        assert plan_of(pilot).actions == before.actions


@pytest.mark.slow
@pytest.mark.slow
async def test_of_many_sentences_each_is_shown_whole_before_it_is_replaced() -> None:
    text = "Say where families, carers and neighbours in each of the localities find help {}."
    actions = tuple(ActionOutline(text.format(number)) for number in range(12))
    small = replace(SMALL, aims=(AimOutline("One", actions),))
    async with plandesk(on_disk(small), size=(80, 24)) as pilot:
        await press(pilot, "ctrl+r", *"where", "enter", *"when", "enter")
        words = " ".join(shown(pilot).replace("│", " ").split())
        assert "→ Say when families, carers and neighbours in each of the" in words
        assert "localities find help 0." in words
        assert "…" not in words.partition("[x]")[2]


@pytest.mark.slow
async def test_these_or_one_are_replaced_as_ticked() -> None:
    async with plandesk(on_disk()) as pilot:
        await look_for(pilot, "guide", "ctrl+r", *"leaflet", "enter", "space", "enter")
        action = plan_of(pilot).actions[0]
        assert action.text == "Publish one guide for families."
        assert action.success_criteria[0] == "Leaflet published."
        await press(pilot, "u", "ctrl+r", "enter", "enter", "o")
        action = plan_of(pilot).actions[0]
        assert action.text == "Publish one leaflet for families."
        assert action.success_criteria[0] == "Guide published."
        await press(pilot, "ctrl+r", "enter", "enter", "space", "enter")
        assert isinstance(pilot.app.screen, FindDialog)
        assert "Nothing is ticked." in shown(pilot)
        await press(pilot, "escape")
        assert plan_of(pilot).actions[0] == action


@pytest.mark.slow
async def test_in_all_plans_each_plan_keeps_a_change_of_its_own() -> None:
    other = on_disk(OTHER, "Other")
    async with plandesk(on_disk()) as pilot:
        await press(pilot, "ctrl+r", *"guide", "enter", *"leaflet", "f8", "enter", "enter")
        assert plan_of(pilot).actions[0].text == "Publish one leaflet for families."
        assert saved_plan(other).actions[0].text == "A leaflet for all."
        done = "Replace “guide” by “leaflet”, 1 time, in Other. Undo in that plan takes it back."
        assert done in said(pilot)


@pytest.mark.slow
async def test_after_replacing_in_all_plans_undo_names_the_one_plan_that_it_touches() -> None:
    other = on_disk(OTHER, "Other")
    async with plandesk(on_disk()) as pilot:
        await press(pilot, "ctrl+r", *"guide", "enter", *"leaflet", "f8", "enter", "enter")
        await at_rest(pilot)
        await press(pilot, "u")
        assert "Undo: Replace “guide” by “leaflet”, 2 times, in Small." in said(pilot)
        assert plan_of(pilot).actions[0].text == "Publish one guide for families."
        assert saved_plan(other).actions[0].text == "A leaflet for all."


@pytest.mark.slow
async def test_a_plan_that_is_only_read_is_searched_and_not_replaced_in() -> None:
    path = on_disk()
    path.chmod(0o444)
    async with plandesk(path) as pilot:
        await press(pilot, "ctrl+r")
        assert not isinstance(pilot.app.screen, FindDialog)
        assert await look_for(pilot, "guide", "ctrl+r", "escape")
        session = app_of(pilot).session
        assert session is not None
        assert session.read_only_reason.split()[0] in said(pilot)


@pytest.mark.slow
async def test_a_text_that_would_get_too_long_is_refused_and_the_plan_stays() -> None:
    async with plandesk(on_disk()) as pilot:
        before = plan_of(pilot)
        await press(pilot, "ctrl+r", *"guide", "enter")
        pilot.app.screen.query_one("#new", Input).value = "x" * 200_000
        await press(pilot, "enter", "enter")
        assert plan_of(pilot) is before
        assert "longer than plandesk keeps" in said(pilot)


@pytest.mark.slow
async def test_replacing_everywhere_takes_at_most_five_keys() -> None:
    tasks = tomllib.loads((ROOT / "docs" / "keystrokes.toml").read_text(encoding="utf-8"))["task"]
    (task,) = [one for one in tasks if one["id"] == "replace-everywhere"]
    assert sum(not key.startswith("text:") for key in task["keys"]) <= 5
    action = ActionOutline("Embed GIRFEC.", leads=("GIRFEC Group",))
    path = on_disk(replace(SMALL, aims=(AimOutline("One", (action,)),)))
    async with plandesk(path, size=(80, 24)) as pilot:
        for key in task["keys"]:
            await press(pilot, *(key[5:] if key.startswith("text:") else [key]))
        (now,) = plan_of(pilot).actions
    assert now.text == "Embed Getting it right for every child."
    assert now.leads == ("Getting it right for every child Group",)


@pytest.mark.slow
async def test_every_text_of_a_plan_is_gone_to_where_it_is_edited() -> None:
    path = plans_folder() / "Whole.plan.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    PlanFile.create(path, whole_plan(), label="Made", who="", now=MADE_AT)
    async with plandesk(path) as pilot:
        await press(pilot, "slash", *"zzz", "escape")
        search = app_of(pilot).search
        assert search is not None
        assert search.open_plan is not None
        for text in search.open_plan.words.texts:
            if text.said.place.path == "report/own":
                continue  # a line that the format has not is shown by no view
            words = text.plain.strip().split("\n")[0]
            await press(pilot, "slash")
            pilot.app.screen.query_one("#wanted", Input).value = words
            await press(pilot)
            dialog = pilot.app.screen
            assert isinstance(dialog, FindDialog)
            places = [one.found.text.said.place for one in dialog._found]
            await press(pilot, *["down"] * places.index(text.said.place), "enter")
            assert words.split()[0] in shown(pilot), text.said


@pytest.mark.slow
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_in_a_large_plan_the_first_are_listed_and_more_are_told(
    size: tuple[int, int],
) -> None:
    actions = tuple(ActionOutline(f"Guide {number} for all.") for number in range(120))
    async with plandesk(on_disk(replace(SMALL, aims=(AimOutline("One", actions),))), size) as pilot:
        await press(pilot, "slash", *"guide")
        assert len(sentences(pilot)) == MOST_LISTED
        assert f"More than {MOST_LISTED} sentences" in shown(pilot)
        await press(pilot, "ctrl+r", *"Leaflet", "enter", "enter")
        assert all(one.text.startswith("Leaflet") for one in plan_of(pilot).actions)
