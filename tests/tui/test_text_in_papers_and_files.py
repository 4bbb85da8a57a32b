"""Text is text beyond the views: papers, files, what a crash has left, what others have changed."""

from pathlib import Path

import pytest

from desk.exporting import Export
from desk.importing import read_word_paper
from plan.changes.edits import set_action_field
from plan.council import DEFAULT_FORMAT
from plan.model.outline import built_plan
from store.drafts import Draft, DraftKeeper, TypedText
from store.plan_file import PlanFile
from tests.tui.changed_elsewhere import elsewhere, is_asked
from tests.tui.hostile_plan import (
    HOSTILE,
    LONG_WORD,
    MARKS,
    SIGNS,
    Size,
    closes,
    go_on_to,
    hostile,
    opens,
    shows,
    sizes,
)
from tests.tui.window import (
    edit,
    on_disk,
    plan_of,
    plandesk,
    press,
    until,
    write,
)
from tui.dialogs.dialog import Dialog
from tui.dialogs.draft import DraftDialog
from tui.dialogs.export import ExportDialog
from tui.dialogs.history import HistoryDialog
from tui.dialogs.import_preview import ImportPreview
from tui.views.desk.desk_view import DeskView
from tui.views.preview.preview_view import PreviewView


@sizes
async def test_the_papers_as_they_will_be(size: Size) -> None:
    async with hostile(size) as pilot:
        view = await go_on_to(pilot, PreviewView, "6")
        for key in ("r", "p", "a", "k"):
            await press(pilot, key)
            await until(pilot, lambda: "being laid out" not in str(view.pages.border_subtitle))
            await press(pilot, "pagedown", "pagedown", "end")


@sizes
@pytest.mark.slow
async def test_the_word_file_and_what_is_read_of_it(size: Size, tmp_path: Path) -> None:
    plan = built_plan(HOSTILE, DEFAULT_FORMAT)
    whole, *_ = Export(plan, MARKS.replace("/", "_"), "pack", tmp_path).write()
    paper = read_word_paper(whole.path)
    read = paper.made()
    assert [action.text for action in read.actions] == [action.text for action in plan.actions]
    async with plandesk(size=size) as pilot:
        pilot.app.push_screen(ImportPreview(paper))
        await until(pilot, lambda: isinstance(pilot.app.screen, ImportPreview))
        await shows(pilot, MARKS)


@sizes
async def test_the_names_of_files(size: Size, tmp_path: Path) -> None:
    name = "[red]x[_red] [x=1] \\["
    path = on_disk(HOSTILE, name)
    async with plandesk(size=size) as pilot:
        await until(pilot, lambda: pilot.app.query(DeskView))
        await shows(pilot, name, "Title [/]")
        await opens(pilot, Dialog, "o")
        await closes(pilot)
        await press(pilot, "d")
        await opens(pilot, Dialog, "b")
        await shows(pilot, name)
    assert not path.exists()


@sizes
@pytest.mark.slow
async def test_the_names_of_files_of_a_plan_that_is_open(size: Size) -> None:
    name = "[red]x[_red] [x=1]"
    async with hostile(size, name) as pilot:
        await opens(pilot, HistoryDialog, "h")
        await shows(pilot, "History of Title [/]")
        await closes(pilot)
        await opens(pilot, ExportDialog, "e")
        await shows(pilot, "Write the Word file")
        await closes(pilot)


@sizes
async def test_what_a_crash_has_left(size: Size) -> None:
    path = on_disk(HOSTILE)
    file = PlanFile.open(path)
    change = set_action_field(file.plan, file.plan.actions[1].id, "text", f"New {SIGNS}", name="x")
    keeper = DraftKeeper(file.plan_id, path)
    field = TypedText(label=f"Edit {MARKS}", was=MARKS, typed=f"{MARKS} {SIGNS}", change=None)
    keeper.keep(
        Draft(
            plan_id=file.plan_id,
            path=str(path),
            at="2026-09-26T14:02:00+00:00",
            unsaved=(change,),
            field=field,
        )
    )
    keeper.flush(20)
    async with plandesk(path, size) as pilot:
        await until(pilot, lambda: isinstance(pilot.app.screen, DraftDialog))
        await shows(pilot, f"Typed: New {SIGNS}") if size[0] > 100 else None
        await press(pilot, "end")
        await shows(pilot, f"Typed: {MARKS} {SIGNS}")
        await press(pilot, "k")


@sizes
@pytest.mark.slow
async def test_what_another_program_has_changed(size: Size) -> None:
    path = on_disk(HOSTILE)
    async with plandesk(path, size) as pilot:
        elsewhere(path, text=f"There {MARKS}", pages=MARKS)
        await edit(pilot, "Action")
        await write(pilot, f"Here {MARKS}", "escape")
        await is_asked(pilot)
        await shows(pilot, f"Here {MARKS}", f"There {MARKS}")
        await press(pilot, "enter")
        await until(pilot, lambda: len(pilot.app.screen_stack) == 1)


@pytest.mark.slow
async def test_the_longest_text_is_opened_and_kept() -> None:
    async with hostile((120, 40)) as pilot:
        await press(pilot, "down", "down")
        editor = await edit(pilot, "Action")
        assert editor.text == LONG_WORD
        await press(pilot, "b", "backspace", "escape")
        assert plan_of(pilot).actions[2].text == LONG_WORD
