"""The files to choose from, and the path that was typed or pasted."""

import os
import socket
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, Static

from store.settings import Settings, save_settings
from tests.tui.window import plandesk, press, said, shown, until
from tui.dialogs.open_file import OpenFileDialog, files_below, listed_folder, typed_path
from tui.widgets.row_list import RowList


def listed(folder: Path, typed: str = "") -> list[str]:
    return [row.line for row in listed_folder(folder, typed)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("Plan.docx", "old.doc", "notes.txt", "~$Plan.docx", ".hidden.docx", "b.plan.json"):
        (tmp_path / name).write_text("", encoding="utf-8")
    (tmp_path / "papers").mkdir()
    return tmp_path


def test_a_folder_lists_the_way_up_folders_and_what_can_be_opened(folder: Path) -> None:
    assert listed(folder) == (
        ["..  (the folder above)", "papers/", "b.plan.json", "old.doc", "Plan.docx"]
    )


def test_typing_narrows_the_list_whatever_the_case(folder: Path) -> None:
    assert listed(folder, "PLAN") == ["..  (the folder above)", "b.plan.json", "Plan.docx"]


async def test_a_name_that_is_only_in_the_folders_below_is_found_there(folder: Path) -> None:
    (folder / "papers" / "2016").mkdir()
    (folder / "papers" / "2016" / "report-299.docx").write_text("", encoding="utf-8")
    async with plandesk() as pilot:
        dialog = OpenFileDialog(folder)
        pilot.app.push_screen(dialog)
        await until(pilot, lambda: dialog.is_current)
        await press(pilot, *"299")
        rows = [row.line for row in dialog.query_one(RowList).rows]
        assert rows == [str(Path("papers/2016/report-299.docx"))]
        assert "In the folders below it:" in shown(pilot)
        await press(pilot, *"x")
        assert "No name here, or in the folders below, has that in it." in shown(pilot)


def test_only_so_many_folders_below_are_looked_into(tmp_path: Path) -> None:
    for number in range(100):
        (tmp_path / f"{number:03}").mkdir()
        (tmp_path / f"{number:03}" / "plan.docx").write_text("", encoding="utf-8")
    (tmp_path / "000" / "round").symlink_to(tmp_path)
    assert [path.parent.name for path in files_below(tmp_path)] == [f"{n:03}" for n in range(40)]


def test_a_folder_that_cannot_be_read_leaves_the_way_up(tmp_path: Path) -> None:
    assert listed(tmp_path / "gone") == ["..  (the folder above)"]


@pytest.mark.parametrize("quotes", ['"{}"', "'{}'", "  {}  ", ' "{}" '])
def test_a_pasted_path_may_have_quotes(quotes: str, tmp_path: Path) -> None:
    path = tmp_path / "last year" / "Plan.docx"
    assert typed_path(quotes.format(path), Path("elsewhere")) == path


def test_a_name_is_looked_for_in_the_folder(tmp_path: Path) -> None:
    assert typed_path("Plan.docx", tmp_path) == tmp_path / "Plan.docx"


def test_a_tilde_is_the_officers_own_folder(own_home: Path, tmp_path: Path) -> None:
    assert typed_path("~/Plan.docx", tmp_path) == own_home / "Plan.docx"


def test_a_tilde_that_is_nobodys_is_a_name_like_any_other(tmp_path: Path) -> None:
    assert typed_path("~nobody-of-that-name", tmp_path) == tmp_path / "~nobody-of-that-name"


# What was typed and cannot be opened

GONE = [
    *("{0}/gone/Plan.docx", "{0}/gone.docx", "gone/Plan.docx", "gone.docx", "zzz", "../gone.docx"),
    *("~/gone.docx", "~nobody-of-that-name/x", '"{0}/gone.docx"', "Plan.docx/x"),
    *("a" * 3000, "{0}/" + "a" * 3000, "x\0y", "{0}/locked/Plan.docx", "{0}/gone/"),
]


async def refused(pilot: Pilot[None], typed: str, folder: Path) -> str:
    """Type into the dialog, press Enter, and return what is said; all else is as it was."""
    save_settings(Settings(open_folder=str(folder)))
    await press(pilot, "o")
    await until(pilot, lambda: isinstance(pilot.app.screen.focused, Input))
    pilot.app.screen.query_one(Input).value = typed
    await press(pilot, "enter")
    await until(pilot, lambda: said(pilot) and isinstance(pilot.app.screen.focused, Input))
    dialog = pilot.app.screen
    assert isinstance(dialog, OpenFileDialog)
    line = dialog.query_one(Input)
    assert line.value == typed
    assert line.cursor_position == len(typed)
    assert line.has_focus
    assert str(dialog.query_one("#folder", Static).content) == str(folder)
    return said(pilot)


@pytest.mark.slow
@pytest.mark.parametrize("typed", GONE)
async def test_a_path_that_is_not_there_is_said_and_stays_to_be_mended(
    typed: str, folder: Path
) -> None:
    typed = typed.format(folder)
    async with plandesk() as pilot:
        words = await refused(pilot, typed, folder)
        assert words.startswith("There is no file or folder ")
        assert len(words) < 600


@pytest.mark.slow
@pytest.mark.parametrize(
    "typed", ["notes.txt", "{0}/notes.txt", "old.doc", "picture.png", "new.odt"]
)
async def test_a_file_of_another_kind_is_said_and_stays_to_be_mended(
    typed: str, folder: Path
) -> None:
    for name, content in {
        "notes.txt": b"Some notes",
        "old.doc": bytes.fromhex("D0CF11E0A1B11AE1") + bytes(600),
        "picture.png": b"\x89PNG",
        "new.odt": b"PK\x03\x04",
    }.items():
        (folder / name).write_bytes(content)
    async with plandesk() as pilot:
        words = await refused(pilot, typed.format(folder), folder)
        assert "nothing was read from it" in words


@pytest.mark.parametrize("name", ["pipe", "pipe.docx", "pipe.plan.json", "socket.docx"])
async def test_what_is_no_ordinary_file_is_said_and_stays_to_be_mended(
    name: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)  # a socket's path may not be long
    if name.startswith("pipe"):
        os.mkfifo(name)
    else:
        with socket.socket(socket.AF_UNIX) as one:
            one.bind(name)
    async with plandesk() as pilot:
        words = await refused(pilot, name, folder)
        assert f"it is no ordinary file but a {Path(name).stem.split('.', maxsplit=1)[0]}" in words


async def test_a_device_is_said_and_stays_to_be_mended(folder: Path) -> None:
    async with plandesk() as pilot:
        assert "no ordinary file but a device" in await refused(pilot, os.devnull, folder)


async def test_part_of_a_name_still_takes_what_it_finds(folder: Path) -> None:
    async with plandesk() as pilot:
        dialog = OpenFileDialog(folder)
        pilot.app.push_screen(dialog)
        await until(pilot, lambda: isinstance(pilot.app.screen.focused, Input))
        await press(pilot, *"pap", "enter")
        words = dialog.query_one("#folder", Static)
        await until(pilot, lambda: str(words.content) == str(folder / "papers"))
        assert not said(pilot)
        await press(pilot, "up", "enter")
        await until(pilot, lambda: str(words.content) == str(folder))
