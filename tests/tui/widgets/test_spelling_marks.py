"""Words that may be misspelt: underlined while a field is edited, put right by one key."""

from collections.abc import AsyncIterator, Iterator

import pytest
from rich.segment import Segment
from textual.pilot import Pilot

from desk.spelling import Spelling
from plan.text.words import Span
from store.dictionary import words_path
from tests.spelt import needs_dictionary
from tests.tui.window import (
    app_of,
    edit,
    editor_of,
    on_disk,
    plan_of,
    plandesk,
    press,
    said,
    shown,
    type_text,
)
from tui.dialogs.spelling import SpellingDialog

pytestmark = [pytest.mark.usefixtures("frozen"), needs_dictionary]


@pytest.fixture
async def pilot() -> AsyncIterator[Pilot[None]]:
    async with plandesk(on_disk()) as pilot:
        await edit(pilot, "Action")
        yield pilot


def underlined(pilot: Pilot[None]) -> list[str]:
    """Return the words of the open field that are underlined on the screen."""
    editor = editor_of(pilot)
    segments: list[Segment] = [
        segment
        for y in range(editor.size.height)
        for segment in editor.render_line(y)
        if segment.style is not None and segment.style.underline
    ]
    return [segment.text for segment in segments]


async def test_what_may_be_misspelt_is_underlined_and_a_word_being_typed_is_not(
    pilot: Pilot[None],
) -> None:
    await type_text(pilot, "We recieve and seperat")
    assert underlined(pilot) == ["recieve"]
    await press(pilot, "e", "space")
    assert underlined(pilot) == ["recieve", "seperate"]
    await press(pilot, "backspace")
    assert underlined(pilot) == ["recieve"]
    await press(pilot, "home")
    assert underlined(pilot) == ["recieve", "seperate"]


@pytest.mark.slow
async def test_names_of_the_plan_are_not_underlined(pilot: Pilot[None]) -> None:
    await press(pilot, "escape")
    await edit(pilot, "Leads")
    await type_text(pilot, "Glenmorrow Group")
    await press(pilot, "escape")
    await edit(pilot, "Action")
    await type_text(pilot, "Glenmorrow and Kirkbrannoch. ")
    assert underlined(pilot) == ["Kirkbrannoch"]


@pytest.mark.slow
async def test_only_the_line_that_changed_is_looked_at_again(
    pilot: Pilot[None], monkeypatch: pytest.MonkeyPatch
) -> None:
    await type_text(pilot, "One line.\nAnother line.\nA third.")
    looked_at: list[str] = []
    real = Spelling._misspelt

    def looked(spelling: Spelling, text: str) -> Iterator[Span]:
        looked_at.append(text)
        return real(spelling, text)

    monkeypatch.setattr(Spelling, "_misspelt", looked)
    await press(pilot, "!", "up", "down")
    assert looked_at == ["A third.!"]


@pytest.mark.slow
async def test_f7_suggests_and_enter_puts_the_word_there(pilot: Pilot[None]) -> None:
    await type_text(pilot, "We recieve the childrens' plan. ")
    await press(pilot, "home", "f7")
    assert isinstance(pilot.app.screen, SpellingDialog)
    assert "receive" in shown(pilot)
    await press(pilot, "enter")
    assert editor_of(pilot).text == "We receive the childrens' plan. "
    assert editor_of(pilot).has_focus
    await press(pilot, "f7", "down", "enter")
    assert editor_of(pilot).text == "We receive the children's plan. "
    await press(pilot, "f7")
    assert "Nothing is misspelt in this field." in said(pilot)
    await press(pilot, "escape")
    assert plan_of(pilot).actions[0].text == "We receive the children's plan."


@pytest.mark.slow
async def test_one_key_puts_the_word_on_the_councils_list(pilot: Pilot[None]) -> None:
    await type_text(pilot, "Kirkbrannoch is a place. ")
    assert underlined(pilot) == ["Kirkbrannoch"]
    await press(pilot, "f7", "a")
    assert underlined(pilot) == []
    assert words_path().read_text(encoding="utf-8") == "Kirkbrannoch\n"
    assert editor_of(pilot).text == "Kirkbrannoch is a place. "


@pytest.mark.slow
async def test_a_list_that_cannot_be_written_is_told_in_a_sentence(pilot: Pilot[None]) -> None:
    words_path().mkdir(parents=True)
    await type_text(pilot, "Kirkbrannoch is a place. ")
    await press(pilot, "f7", "a")
    assert "could not be added" in said(pilot)
    assert underlined(pilot) == ["Kirkbrannoch"]
    assert app_of(pilot).is_running
