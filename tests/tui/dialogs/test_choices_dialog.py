"""How papers are laid out: chosen by keyboard, seen as it will be, remembered for each council."""

from pathlib import Path

import docx
import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from store.settings import Settings, load_settings, save_settings
from tests.tui.test_exporting import opened, result
from tests.tui.window import NARROW, on_disk, plandesk, press, shown, until
from tui.dialogs.choices import ChoicesDialog, ChoicesLine

LAYOUTS_KEPT = {"dundee-2016": {"layout": "cards", "cover": "yes"}}


async def in_preview(pilot: Pilot[None]) -> None:
    await press(pilot, "6", "p")
    await until(pilot, lambda: "▸p Appendix 1◂" in shown(pilot))


async def asked(pilot: Pilot[None]) -> ChoicesDialog:
    await press(pilot, "l")
    await until(pilot, lambda: isinstance(pilot.app.screen, ChoicesDialog))
    dialog = pilot.app.screen
    assert isinstance(dialog, ChoicesDialog)
    return dialog


async def test_a_layout_is_chosen_by_keys_seen_as_it_will_be_and_remembered() -> None:
    async with plandesk(on_disk(), size=NARROW) as pilot:
        await in_preview(pilot)
        await asked(pilot)
        await until(pilot, lambda: "It begins: a landscape table" in shown(pilot))
        await press(pilot, "left")
        await until(pilot, lambda: "It begins: one action a page" in shown(pilot))
        await press(pilot, "down", "down", "space", "down", "space")
        await until(pilot, lambda: "one action a page, a cover page, contents" in shown(pilot))
        await press(pilot, "enter")
        await until(pilot, lambda: "—— Contents ——" in shown(pilot))
        assert "Appendix 1: one action a page, a cover page, contents" in shown(pilot)
    kept = {"layout": "cards", "cover": "yes", "contents": "yes"}
    assert load_settings()[0].choices == {"dundee-2016": kept}


@pytest.mark.slow
async def test_escape_leaves_the_layout_as_it_was() -> None:
    async with plandesk(on_disk(), size=NARROW) as pilot:
        await in_preview(pilot)
        await asked(pilot)
        await press(pilot, "space", "escape")
        await until(pilot, lambda: "How the papers" not in shown(pilot))
    assert load_settings()[0].choices == {}


@pytest.mark.slow
async def test_what_is_typed_wrong_is_told_and_one_column_stays() -> None:
    async with plandesk(on_disk(), size=(120, 40)) as pilot:
        await in_preview(pilot)
        dialog = await asked(pilot)
        dialog.query_one("#notes", Input).value = "some"
        await press(pilot, "enter")
        await until(pilot, lambda: "neither all, nor latest, nor a day" in shown(pilot))
        dialog.query_one("#notes", Input).value = ""
        await press(pilot, "shift+tab", *["down"] * 5)
        for _ in range(7):
            await press(pilot, "space", "down")
        await until(pilot, lambda: "It begins: a landscape table, 1 column" in shown(pilot))
        await press(pilot, "space")
        await until(pilot, lambda: "One column at least is printed." in shown(pilot))


@pytest.mark.slow
async def test_what_is_remembered_for_a_council_is_how_its_papers_are_written(
    tmp_path: Path,
) -> None:
    save_settings(Settings(choices=LAYOUTS_KEPT))
    async with plandesk(on_disk(), size=(120, 50)) as pilot:
        dialog = await opened(pilot)
        line = dialog.query_one(ChoicesLine)
        assert str(line.content) == "laid out as: one action a page, a cover page"
        dialog.query_one(Input).value = str(tmp_path)
        await press(pilot, "enter")
        await until(pilot, lambda: "Written:" in result(dialog))
        await press(pilot, "escape")
    (path,) = tmp_path.glob("*.docx")
    word = docx.Document(str(path))
    assert word.paragraphs[0].style is not None
    assert word.paragraphs[0].style.name == "Front Title"
    assert word.tables[0].rows[0].cells[0].text == "Actions"
    assert load_settings()[0].choices == LAYOUTS_KEPT


@pytest.mark.slow
async def test_the_layout_is_changed_from_the_export_too(tmp_path: Path) -> None:
    async with plandesk(on_disk(), size=NARROW) as pilot:
        dialog = await opened(pilot)
        dialog.query_one(Input).value = str(tmp_path)
        dialog.query_one(ChoicesLine).focus()
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ChoicesDialog))
        await press(pilot, "space", "space", "enter")
        await until(pilot, lambda: "laid out as: a portrait table" in shown(pilot))
        dialog.query_one(Input).focus()
        await press(pilot, "enter")
        await until(pilot, lambda: "Written:" in result(dialog))
        await press(pilot, "escape")
        await until(pilot, lambda: load_settings()[0].choices != {})
    assert load_settings()[0].choices == {"dundee-2016": {"layout": "portrait"}}


@pytest.mark.slow
async def test_comments_are_chosen_for_the_files_that_are_written_and_not_remembered(
    tmp_path: Path,
) -> None:
    async with plandesk(on_disk(), size=NARROW) as pilot:
        dialog = await opened(pilot)
        dialog.query_one(Input).value = str(tmp_path)
        dialog.query_one(ChoicesLine).focus()
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ChoicesDialog))
        await press(pilot, "space", "down", "down", "down", "down", "space")
        await until(pilot, lambda: "[x] The plan's comments" in shown(pilot))
        await press(pilot, "enter")
        await until(pilot, lambda: "the plan's comments" in shown(pilot))
        dialog.query_one(Input).focus()
        await press(pilot, "enter")
        await until(pilot, lambda: "Written:" in result(dialog))
        await press(pilot, "escape")
        await until(pilot, lambda: load_settings()[0].choices != {})
    assert load_settings()[0].choices == {"dundee-2016": {"layout": "landscape"}}


@pytest.mark.slow
async def test_no_comments_are_offered_for_papers_that_are_only_shown() -> None:
    async with plandesk(on_disk(), size=NARROW) as pilot:
        await in_preview(pilot)
        await asked(pilot)
        assert "The plan's comments" not in shown(pilot)
