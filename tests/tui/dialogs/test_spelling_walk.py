"""F7: through the words of the whole paper that may be misspelt, one after the other."""

import pytest

from store import dictionary
from store.dictionary import words_path
from store.places import plans_folder
from tests.spelt import needs_dictionary
from tests.tui.window import (
    app_of,
    cursor_ref,
    edit,
    editor_of,
    on_disk,
    plan_of,
    plandesk,
    press,
    said,
    screen,
    shown,
    type_text,
)
from tui.__main__ import main
from tui.dialogs.spelling import SpellingDialog

pytestmark = pytest.mark.usefixtures("frozen")
TEXTS = ("We recieve it and recieve it.", "Kirkbrannoch may recieve a plann.")


@pytest.fixture
def misspelt() -> None:
    on_disk()
    for ref, text in zip(("1.1", "1.2"), TEXTS, strict=True):
        assert main(["set", "Small", ref, "text", text]) == 0


@needs_dictionary
@pytest.mark.usefixtures("misspelt")
@pytest.mark.slow
async def test_each_is_shown_in_its_sentence_and_put_right_by_enter() -> None:
    async with plandesk(plans_folder() / "Small.plan.json") as pilot:
        await press(pilot, "f7")
        assert isinstance(pilot.app.screen, SpellingDialog)
        assert "Action 1.1, Action" in shown(pilot)
        assert TEXTS[0] in shown(pilot)
        await press(pilot, "enter")
        assert plan_of(pilot).actions[0].text == "We receive it and recieve it."
        await press(pilot, "n")  # the second is left
        assert "Kirkbrannoch" in shown(pilot)
        await press(pilot, "a")
        assert words_path().read_text(encoding="utf-8") == "Kirkbrannoch\n"
        await press(pilot, "enter", "enter")
        assert plan_of(pilot).actions[1].text == "Kirkbrannoch may receive a plan."
        assert "3 words put right, 1 added to the council's list. That is the end" in said(pilot)
        await press(pilot, "u")
        assert plan_of(pilot).actions[1].text == "Kirkbrannoch may receive a plann."


@pytest.mark.slow
@needs_dictionary
@pytest.mark.usefixtures("misspelt")
async def test_one_is_put_right_everywhere_and_another_left_everywhere() -> None:
    async with plandesk(plans_folder() / "Small.plan.json") as pilot:
        await press(pilot, "f7", "e")
        first, second, *_ = plan_of(pilot).actions
        assert first.text == "We receive it and receive it."
        assert second.text == "Kirkbrannoch may receive a plann."
        await press(pilot, "i")
        assert "plann" in shown(pilot)
        await press(pilot, "escape", "u")
        first, second, *_ = plan_of(pilot).actions
        assert (first.text, second.text) == TEXTS


@pytest.mark.slow
@needs_dictionary
@pytest.mark.usefixtures("misspelt")
async def test_g_goes_to_where_it_stands() -> None:
    async with plandesk(plans_folder() / "Small.plan.json") as pilot:
        await press(pilot, "5", "f7", "i", "g")
        assert app_of(pilot).view_id == "plan"
        assert cursor_ref(pilot) == "1.2"


@pytest.mark.slow
@needs_dictionary
async def test_where_nothing_is_misspelt_it_says_so() -> None:
    async with plandesk(on_disk()) as pilot:
        await press(pilot, "f7")
        assert "Nothing is misspelt in this plan, its report or its assessments." in said(pilot)


@pytest.mark.parametrize(
    "missing", ["hunspell", pytest.param("dictionary", marks=pytest.mark.slow)]
)
async def test_without_a_dictionary_a_sentence_says_how_to_have_one_and_nothing_else_fails(
    missing: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desk.spelling._LOADED", [])
    if missing == "hunspell":
        monkeypatch.setattr(dictionary, "hunspell", None)
    else:
        monkeypatch.setattr(dictionary, "dictionary_folders", lambda: iter(()))
    async with plandesk(on_disk()) as pilot:
        assert "dictionary" not in said(pilot)
        await press(pilot, "f7")
        assert "extra “spelling”" in said(pilot)
        await edit(pilot, "Action")
        await type_text(pilot, "We recieve it. ")
        await press(pilot, "f7")
        assert editor_of(pilot).text == "We recieve it. "
        assert screen(pilot.app).count("extra “spelling”") <= 1
        await press(pilot, "escape")
        assert plan_of(pilot).actions[0].text == "We recieve it."
