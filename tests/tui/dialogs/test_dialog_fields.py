"""In the text field of a dialog every letter and sign is text, and a folder is shown whole."""

import string
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Input, Static

from store.settings import Settings, load_settings, save_settings
from tests.tui.test_exporting import opened, result
from tests.tui.window import app_of, on_disk, plandesk, press, shown, until
from tui.dialogs.export import ExportDialog
from tui.dialogs.open_file import OpenFileDialog
from tui.dialogs.period import Period, PeriodDialog
from tui.dialogs.reason import ReasonDialog
from tui.widgets.field_editor import FieldEditor

SIGNS = string.ascii_letters + string.digits + "?/!.,:;'\"-_()[]{}@#%&*+=<>~ |"
PERIOD = Period(date(2026, 9, 26), date(2027, 9, 26))


def export_of(pilot: Pilot[None]) -> Screen[Any]:
    session = app_of(pilot).session
    assert session is not None
    return ExportDialog(session, Path.home())


DIALOGS: dict[str, Callable[[Pilot[None]], Screen[Any]]] = {
    "export": export_of,
    "open": lambda _: OpenFileDialog(Path.home()),
    "period": lambda _: PeriodDialog(PERIOD),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", DIALOGS)
async def test_letters_and_signs_are_text_in_every_line_of_a_dialog(name: str) -> None:
    async with plandesk(on_disk()) as pilot:
        pilot.app.push_screen(DIALOGS[name](pilot))
        await until(pilot, lambda: isinstance(pilot.app.screen.focused, Input))
        dialog = pilot.app.screen
        for line in dialog.query(Input):
            dialog.set_focus(line)
            line.clear()
            await press(pilot, *SIGNS)
            await until(pilot, lambda: line.value == SIGNS)  # noqa: B023 - waited for here
        assert pilot.app.screen is dialog


async def test_letters_and_signs_are_text_in_a_reason() -> None:
    async with plandesk(on_disk()) as pilot:
        pilot.app.push_screen(ReasonDialog("A finding.", ""))
        await until(pilot, lambda: isinstance(pilot.app.screen.focused, FieldEditor))
        editor = pilot.app.screen.query_one(FieldEditor)
        await press(pilot, *SIGNS)
        await until(pilot, lambda: editor.text == SIGNS)


# The folder of an export


def below(dialog: ExportDialog) -> str:
    """Return what stands below the line of the folder; nothing where nothing is shown there."""
    words = dialog.query_one("#whole-folder", Static)
    return str(words.content) if words.display else ""


@pytest.mark.slow
async def test_a_question_mark_makes_no_folder_until_that_has_been_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with plandesk(on_disk(), size=(80, 24)) as pilot:
        dialog = await opened(pilot)
        await press(pilot, "question_mark")
        await until(pilot, lambda: str(tmp_path / "?") in below(dialog))
        assert "not there yet" in below(dialog)
        await press(pilot, "enter")
        await until(pilot, lambda: f"There is no folder {tmp_path / '?'} yet" in result(dialog))
        assert list(tmp_path.iterdir()) == []
        await press(pilot, "x", "enter")
        await until(pilot, lambda: f"There is no folder {tmp_path / '?x'} yet" in result(dialog))
        assert list(tmp_path.iterdir()) == []
        await press(pilot, "escape")
        assert not load_settings()[0].export_folder
        dialog = await opened(pilot)
        assert not (tmp_path / dialog.query_one("#folder", Input).value).name.startswith("?")


@pytest.mark.slow
async def test_a_folder_that_was_agreed_is_made_and_remembered_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with plandesk(on_disk()) as pilot:
        dialog = await opened(pilot)
        dialog.query_one("#folder", Input).value = "papers/2026"
        await press(pilot, "enter")
        await until(pilot, lambda: "Enter again makes it" in result(dialog))
        await press(pilot, "enter")
        await until(pilot, lambda: f"Written: {tmp_path / 'papers' / '2026'}" in result(dialog))
        assert "not there yet" not in below(dialog)
        await press(pilot, "escape")
        await until(pilot, lambda: load_settings()[0].export_folder)
    assert load_settings()[0].export_folder == str(tmp_path / "papers" / "2026")


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.slow
async def test_a_long_folder_is_shown_whole(width: int, tmp_path: Path) -> None:
    folder = tmp_path / "Children and families" / "Improvement plans and their papers" / "2026"
    folder.mkdir(parents=True)
    save_settings(Settings(export_folder=str(folder)))
    async with plandesk(on_disk(), size=(width, 40)) as pilot:
        await opened(pilot)
        whole = "".join(str(folder).split())
        await until(pilot, lambda: whole in "".join(_inside(shown(pilot)).split()))


def _inside(screen: str) -> str:
    """Return the lines of a screen without the frame of the dialog and what is behind it."""
    return "\n".join(line.split("│")[2] for line in screen.split("\n") if line.count("│") > 3)


@pytest.mark.slow
async def test_a_folder_that_the_line_shows_whole_is_not_said_again(tmp_path: Path) -> None:
    save_settings(Settings(export_folder=str(tmp_path.parent)))
    async with plandesk(on_disk(), size=(200, 40)) as pilot:
        dialog = await opened(pilot)
        await pilot.pause()
        assert below(dialog) == ""


async def test_a_file_in_the_place_of_a_folder_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    async with plandesk(on_disk()) as pilot:
        dialog = await opened(pilot)
        dialog.query_one("#folder", Input).value = str(tmp_path / "file")
        await until(pilot, lambda: "this is a file and no folder" in below(dialog))


@pytest.mark.parametrize("typed", ["~nobody-of-that-name/x", "a" * 3000, "x\0y"])
async def test_a_name_that_no_system_takes_ends_in_a_sentence(
    typed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with plandesk(on_disk()) as pilot:
        dialog = await opened(pilot)
        dialog.query_one("#folder", Input).value = typed
        await press(pilot, "enter")
        await until(pilot, lambda: "Enter again makes it" in result(dialog))
        assert list(tmp_path.iterdir()) == []
