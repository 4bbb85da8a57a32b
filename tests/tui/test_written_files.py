"""What was written is opened, printed or shown with `o`; a plan is renamed on the desk with `r`."""

import sys
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from desk.other_programs import Program
from store.places import plans_folder
from store.written import keep_written
from tests.tui.test_exporting import opened
from tests.tui.window import (
    NARROW,
    SMALL,
    app_of,
    on_disk,
    on_list,
    plandesk,
    press,
    said,
    shown,
    type_text,
    until,
)
from tui.dialogs.export import ExportDialog
from tui.dialogs.rename_plan import RenameDialog
from tui.dialogs.written import WrittenDialog

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no program is needed there")


@pytest.fixture
def told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return where a program writes what it was asked to do, and with which path."""
    told = tmp_path / "told"
    code = f"import sys\nwith open({str(told)!r}, 'a') as f: print(*sys.argv[1:], file=f)"
    monkeypatch.setattr(
        "desk.other_programs.program_for",
        lambda what: Program((sys.executable, "-c", code, what)),
    )
    return told


async def write_files(pilot: Pilot[None], *keys: str) -> ExportDialog:
    """Write Word files with the export dialog, which stays open."""
    dialog = await opened(pilot)
    await press(pilot, *keys, "enter")
    await until(pilot, lambda: dialog._is_done)
    return dialog


def there(told: Path) -> list[str]:
    return told.read_text().splitlines() if told.exists() else []


@pytest.mark.slow
@pytest.mark.parametrize(("key", "what"), [("o", "open"), ("p", "print"), ("f", "folder")])
async def test_after_an_export_a_letter_hands_the_file_to_the_system(
    key: str, what: str, told: Path
) -> None:
    async with plandesk(on_disk(), size=NARROW) as pilot:
        dialog = await write_files(pilot)
        assert "o: open   p: print   f: its folder" in " ".join(shown(pilot).split("\n"))
        (path,) = dialog._files
        await press(pilot, key)
        await until(pilot, lambda: there(told))
        given = path.parent if what == "folder" else path
        assert there(told) == [f"{what} {given}"]
        assert not isinstance(pilot.app.screen, ExportDialog)


@pytest.mark.slow
async def test_of_several_files_one_is_chosen(told: Path) -> None:
    async with plandesk(on_disk(), size=NARROW) as pilot:
        dialog = await write_files(pilot, "down", "down")
        first, second, *_ = dialog._files
        await press(pilot, "p")
        await until(pilot, lambda: isinstance(pilot.app.screen, WrittenDialog))
        await press(pilot, "down", "p")
        await until(pilot, lambda: there(told))
        assert there(told) == [f"print {second}"]
        assert first != second


async def test_a_file_is_opened_from_the_plan_and_from_the_desk_tomorrow(
    told: Path, tmp_path: Path
) -> None:
    path, word = on_disk(), tmp_path / "Appendix.docx"
    word.write_bytes(b"PK")
    keep_written(path, [word])
    async with plandesk(path, size=NARROW) as pilot:
        await press(pilot, "o")
        await until(pilot, lambda: "Appendix.docx" in shown(pilot))
        await press(pilot, "enter")
        await until(pilot, lambda: there(told) == [f"open {word}"])
        await press(pilot, "ctrl+o")
        await until(pilot, lambda: app_of(pilot).session is None)
        await press(pilot, "O", "o")
        await until(pilot, lambda: there(told) == [f"open {word}"] * 2)


async def test_where_nothing_was_written_that_is_said(told: Path) -> None:
    async with plandesk(on_disk()) as pilot:
        await press(pilot, "o")
        assert "No file of Small has been written here yet" in said(pilot)
        assert there(told) == []


async def test_without_a_program_the_path_is_said(tmp_path: Path) -> None:
    path, word = on_disk(), tmp_path / "Appendix.docx"
    word.write_bytes(b"PK")
    keep_written(path, [word])
    async with plandesk(path) as pilot:
        await press(pilot, "o", "o")
        await until(pilot, lambda: "could not be opened: there is" in said(pilot))
        assert f"It is {word}." in said(pilot)


@pytest.mark.parametrize("key", ["r", pytest.param("f2", marks=pytest.mark.slow)])
async def test_a_plan_is_renamed_on_the_desk(key: str) -> None:
    on_disk()
    async with plandesk(size=NARROW) as pilot:
        assert "Children's services" in shown(pilot)
        assert "file Small" in shown(pilot)
        await press(pilot, key)
        await until(pilot, lambda: isinstance(pilot.app.screen, RenameDialog))
        assert pilot.app.screen.query_one(Input).value == SMALL.title
        await type_text(pilot, "Support for families")
        await press(pilot, "enter")
        await until(pilot, lambda: not isinstance(pilot.app.screen, RenameDialog))
        assert "is called “Support for families” now. r renames it back" in said(pilot)
        path = plans_folder() / "Support for families.plan.json"
        assert on_list(pilot, "plans").current == str(path)
        assert "file Support" not in shown(pilot)
        await press(pilot, "enter")
        await until(pilot, lambda: app_of(pilot).session is not None)
        await press(pilot, "u")
        await until(pilot, lambda: app_of(pilot).session.plan.cover.title == SMALL.title)  # type: ignore[union-attr]


async def test_a_title_that_another_plan_has_is_told_and_stays_in_the_line() -> None:
    on_disk(name="First")
    on_disk(name="Second")
    async with plandesk(size=NARROW) as pilot:
        await press(pilot, "r")
        await until(pilot, lambda: isinstance(pilot.app.screen, RenameDialog))
        await type_text(pilot, "children's services")
        await press(pilot, "enter")
        await until(pilot, lambda: "another plan called" in shown(pilot))
        assert pilot.app.screen.query_one(Input).value == "children's services"
        await press(pilot, "escape")
    assert {one.name for one in plans_folder().glob("*.json")} == {
        "First.plan.json",
        "Second.plan.json",
    }
