"""Text is text: whatever a plan holds, every view and dialog shows it as it is, and none fails."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest
from textual.command import CommandInput, CommandList, CommandPalette
from textual.pilot import Pilot

from plan.edits import set_action_field
from plan.format import DEFAULT_FORMAT
from plan.outline import ActionOutline, built_plan
from store.drafts import Draft, DraftKeeper, TypedText
from store.plan_file import PlanFile
from tests.tui.changed_elsewhere import elsewhere, is_asked
from tests.tui.hostile_plan import HOSTILE, LONG_WORD, MARKS, SIGNS, line, says
from tests.tui.window import (
    SMALL,
    app_of,
    edit,
    editor_of,
    go_to_view,
    on_disk,
    plan_of,
    plandesk,
    press,
    until,
    view_of,
    write,
)
from tui.dialogs.choose import ChooseDialog
from tui.dialogs.dialog import Dialog
from tui.dialogs.draft import DraftDialog
from tui.dialogs.explain import ExplainDialog
from tui.dialogs.export import ExportDialog
from tui.dialogs.history import HistoryDialog
from tui.dialogs.import_preview import ImportPreview
from tui.dialogs.reason import ReasonDialog
from tui.dialogs.trace import TraceDialog
from tui.exporting import Export
from tui.importing import read_word_paper
from tui.views.checks_view import ChecksView
from tui.views.desk_view import DeskView
from tui.views.equality_view import EqualityView
from tui.views.preview_view import PreviewView
from tui.views.report_view import ReportView
from tui.views.reviews_view import ReviewsView
from tui.views.session_view import SessionView
from tui.widgets.row_list import RowList

sizes = pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=str)
Size = tuple[int, int]
ViewT = TypeVar("ViewT", bound=SessionView)


@asynccontextmanager
async def hostile(size: Size, name: str = "Hostile") -> AsyncIterator[Pilot[None]]:
    """Open the hostile plan on its first action."""
    async with plandesk(on_disk(HOSTILE, name), size) as pilot:
        yield pilot


async def shows(pilot: Pilot[None], *texts: str) -> None:
    """Wait until the window shows each of these texts as it is."""
    for text in texts:
        await until(pilot, lambda text=text: says(pilot, text))  # type: ignore[misc]


async def opens(pilot: Pilot[None], kind: type[object], *keys: str) -> None:
    """Press keys, and wait for the dialog that they open."""
    await press(pilot, *keys)
    await until(pilot, lambda: isinstance(pilot.app.screen, kind))
    await until(pilot, lambda: pilot.app.screen.focused is not None)


async def go_on_to(pilot: Pilot[None], kind: type[ViewT], key: str) -> ViewT:
    """Go to a view that only shows, with its key."""
    await press(pilot, key)
    await until(pilot, lambda: isinstance(app_of(pilot).view, kind))
    return app_of(pilot).body.query_one(kind)


async def closes(pilot: Pilot[None]) -> None:
    """Close the dialog that is open."""
    while len(pilot.app.screen_stack) > 1:
        await press(pilot, "escape")


@sizes
async def test_the_lists_and_every_field_of_the_plan(size: Size) -> None:
    async with hostile(size) as pilot:
        view = view_of(pilot)
        await press(pilot, "left", "left")
        await shows(pilot, f"Aim {MARKS}"[:20])
        await press(pilot, "right")
        await shows(pilot, f"Agree {MARKS}"[:20])
        await press(pilot, "right")
        for place, field in enumerate(view.contents()):
            view.fields.go_to(place)
            await shows(pilot, field.shown.split("\n")[0])


@sizes
async def test_a_field_shows_what_was_typed_and_leaves_it_alone(size: Size) -> None:
    async with hostile(size) as pilot:
        view, before = view_of(pilot), plan_of(pilot)
        for place in range(len(view.contents())):
            view.edit_field(place)
            await until(pilot, lambda: view.where == "editing" and editor_of(pilot).has_focus)
            assert MARKS in editor_of(pilot).text or place == 4
            assert "\\_" not in editor_of(pilot).text
            await press(pilot, "escape")
        assert plan_of(pilot) == before


@sizes
async def test_the_cover_and_the_inspection_report(size: Size) -> None:
    async with hostile(size) as pilot:
        await press(pilot, "left", "left", *["up"] * 3)
        await press(pilot, "right")
        for name in ("Title", "Subtitle", "Date"):
            await shows(pilot, line(name))
        await press(pilot, "left", *["down"] * 6, "right")
        view = view_of(pilot)
        for place, field in enumerate(view.contents()):
            view.fields.go_to(place)
            await shows(pilot, field.shown.split("\n")[0])


@sizes
@pytest.mark.parametrize("query", ["[/", "[/]", "x=1", "agree [red]", "aaaaaaaaaaaa", "\\["])
async def test_find_lists_the_text_as_it_is(size: Size, query: str) -> None:
    async with hostile(size) as pilot:
        await press(pilot, "slash")
        await until(pilot, lambda: isinstance(pilot.app.screen, CommandPalette))
        await until(pilot, lambda: pilot.app.screen.query_one(CommandList).option_count == 4)
        await shows(pilot, f"1.1 Agree {MARKS}")
        wanted = "aaaaaaaaaa" if query.startswith("aaa") else f"1.1 Agree {MARKS}"
        pilot.app.screen.query_one(CommandInput).value = query
        await until(pilot, lambda: 0 < pilot.app.screen.query_one(CommandList).option_count < 3)
        await shows(pilot, wanted)
        await press(pilot, "down", "enter")
        await until(pilot, lambda: not isinstance(pilot.app.screen, CommandPalette))


async def test_find_goes_to_words_far_into_a_long_text() -> None:
    far = replace(SMALL.aims[1], actions=(ActionOutline("word " * 5_000 + "needle[/] in it"),))
    async with plandesk(on_disk(replace(SMALL, aims=(far,)))) as pilot:
        await press(pilot, "slash")
        await until(pilot, lambda: isinstance(pilot.app.screen, CommandPalette))
        pilot.app.screen.query_one(CommandInput).value = "NEEDLE[/] word"
        await shows(pilot, "needle[/] in it")


@sizes
async def test_the_palette_and_the_keys(size: Size) -> None:
    async with hostile(size) as pilot:
        await opens(pilot, CommandPalette, "ctrl+p")
        pilot.app.screen.query_one(CommandInput).value = "[/]"
        await pilot.pause()
        await closes(pilot)
        await opens(pilot, Dialog, "question_mark")
        await closes(pilot)


@sizes
async def test_what_hangs_on_an_action(size: Size) -> None:
    async with hostile(size) as pilot:
        await opens(pilot, ExplainDialog, "x")
        await shows(pilot, f"Action 1.1: Agree {MARKS}")
        await closes(pilot)
        await press(pilot, "down", "down")
        await opens(pilot, ExplainDialog, "x")
        await shows(pilot, "aaaaaaaaaaaaaaaaaaaa")


@sizes
async def test_the_tracing_of_the_inspection_report(size: Size) -> None:
    async with hostile(size) as pilot:
        await opens(pilot, TraceDialog, "t")
        await shows(pilot, MARKS)
        for _ in range(pilot.app.screen.query_one(RowList).option_count):
            await press(pilot, "down")
        await closes(pilot)


@sizes
async def test_what_is_told_in_a_corner_and_in_the_history(size: Size) -> None:
    async with hostile(size) as pilot:
        await press(pilot, "ctrl+d", "u", "d", "u", "c", "v")
        assert plan_of(pilot).actions[0].text == plan_of(pilot).actions[1].text
        await edit(pilot, "Action")
        await write(pilot, f"Now {MARKS}", "escape")
        await opens(pilot, HistoryDialog, "h")
        await shows(pilot, MARKS)
        await opens(pilot, ChooseDialog, "enter")
        await press(pilot, "enter")
        await until(pilot, lambda: len(pilot.app.screen_stack) == 1)
        await until(pilot, lambda: says(pilot, "Undo takes it back"))


@sizes
async def test_a_completion_is_the_text_itself(size: Size) -> None:
    async with hostile(size) as pilot:
        editor = await edit(pilot, lead_label(pilot))
        editor.clear()
        await press(pilot, *"Oth")
        await until(pilot, lambda: editor.suggestion)
        assert f"Oth{editor.suggestion}" == line("Other lead")
        await press(pilot, "right", "escape")
        await until(pilot, lambda: plan_of(pilot).actions[0].leads == (line("Other lead"),))


def lead_label(pilot: Pilot[None]) -> str:
    """Return what the leads are called."""
    return next(field.label for field in view_of(pilot).contents() if field.key == "leads")


@sizes
async def test_the_report(size: Size) -> None:
    async with hostile(size) as pilot:
        report = await go_to_view(pilot, ReportView, "2")
        for place in range(report.outline.option_count):
            report.outline.highlighted = place
            await pilot.pause()
            await press(pilot, "right")
            for number, field in enumerate(report.contents()):
                report.fields.go_to(number)
                await shows(pilot, field.shown.split("\n")[0])
            await press(pilot, "left")
        report.outline.highlighted = 4
        await press(pilot, "right", "k", "ctrl+d", "c", "v")


@sizes
async def test_the_equality_form(size: Size) -> None:
    async with hostile(size) as pilot:
        view = await go_to_view(pilot, EqualityView, "3")
        questions = view.list_here
        for _ in range(questions.option_count):
            await press(pilot, "down")
            for field in view.contents():
                if field.shown and MARKS in field.shown and size[0] > 100:
                    await shows(pilot, field.shown.split("\n")[0])


@sizes
async def test_the_reviews_however_they_are_put_together(size: Size) -> None:
    async with hostile(size) as pilot:
        view = await go_on_to(pilot, ReviewsView, "4")
        for _ in range(4):
            await press(pilot, "g")
            for _ in range(view.query_one(RowList).option_count):
                await press(pilot, "down")
        await opens(pilot, ChooseDialog, "f")
        await shows(pilot, MARKS)
        await closes(pilot)


@sizes
async def test_the_checks_and_a_reason(size: Size) -> None:
    async with hostile(size) as pilot:
        view = await go_on_to(pilot, ChecksView, "5")
        await until(pilot, lambda: view.session.findings_of is view.session.plan)
        await until(pilot, lambda: view.current is not None)
        for _ in range(view.list_here.option_count):
            await press(pilot, "down")
        reasoned = next(one.id for one in view.shown if not one.final)
        view._current = reasoned
        view.show()
        await opens(pilot, ReasonDialog, "r")
        await press(pilot, *"[")
        pilot.app.screen.focused.insert(MARKS[1:])  # type: ignore[union-attr]
        await shows(pilot, MARKS)
        await press(pilot, "enter")
        await until(pilot, lambda: len(pilot.app.screen_stack) == 1)
        await press(pilot, "s")


@sizes
async def test_the_papers_as_they_will_be(size: Size) -> None:
    async with hostile(size) as pilot:
        view = await go_on_to(pilot, PreviewView, "6")
        for key in ("r", "p", "a", "k"):
            await press(pilot, key)
            await until(pilot, lambda: "being laid out" not in str(view.pages.border_subtitle))
            await press(pilot, "pagedown", "pagedown", "end")


@sizes
async def test_the_word_file_and_what_is_read_of_it(size: Size, tmp_path: Path) -> None:
    plan = built_plan(HOSTILE, DEFAULT_FORMAT)
    whole, *_ = Export(plan, MARKS.replace("/", "_"), "pack", tmp_path).written()
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
async def test_the_names_of_files_of_a_plan_that_is_open(size: Size) -> None:
    name = "[red]x[_red] [x=1]"
    async with hostile(size, name) as pilot:
        await opens(pilot, HistoryDialog, "h")
        await shows(pilot, f"History of {name}")
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


async def test_the_longest_text_is_opened_and_kept() -> None:
    async with hostile((120, 40)) as pilot:
        await press(pilot, "down", "down")
        editor = await edit(pilot, "Action")
        assert editor.text == LONG_WORD
        await press(pilot, "b", "backspace", "escape")
        assert plan_of(pilot).actions[2].text == LONG_WORD
