"""Editing as it feels: keys and pastes go in, nothing typed is lost, the disk has it all."""

import errno
import os
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input, OptionList

from store.copied import Copied
from store.history import history_path
from store.plan_file import PlanFile
from tests.tui.window import (
    app_of,
    at_rest,
    cursor_ref,
    edit,
    editor_of,
    has_focus,
    labels,
    on_disk,
    plan_of,
    plandesk,
    press,
    said,
    saved_plan,
    shown,
    type_text,
    until,
    view_of,
)
from tui.dialogs.draft import DraftDialog
from tui.widgets.field_panel import FieldRow

HOSTILE = "[bold]March[/] 2017 [@click=app.quit]x[/] \x1b[2J\x07[/nothing]"
CLEANED = "[bold]March[/] 2017 [@click=app.quit]x[/] [/nothing]"


async def paste(pilot: Pilot[None], text: str) -> None:
    """Paste as a terminal does."""
    pilot.app.post_message(events.Paste(text))
    await at_rest(pilot)


def title_line(pilot: Pilot[None]) -> str:
    return shown(pilot).split("\n")[0]


def field_here(pilot: Pilot[None]) -> str:
    return labels(pilot)[view_of(pilot).fields.current]


async def test_fields_are_walked_edited_and_left_by_keys_alone() -> None:
    path = on_disk()
    async with plandesk(path) as pilot:
        await press(pilot, "right", "down")
        assert field_here(pilot) == "Pages"
        await press(pilot, "enter")
        await until(pilot, lambda: editor_of(pilot).has_focus)
        await press(pilot, *"-18")
        await press(pilot, "escape")
        assert has_focus(pilot, FieldRow)
        await press(pilot, "down", "down", "down")
        assert field_here(pilot) == "Timescale"
        await press(pilot, "home")
        assert field_here(pilot) == "Action"
        await press(pilot, "end", "down")
        assert field_here(pilot) == "Progress"
        await press(pilot, "ctrl+q")
    assert saved_plan(path).actions[0].pages == "Pages 9, 16-18"


async def test_a_letter_in_a_field_is_text_and_no_command() -> None:
    async with plandesk(on_disk()) as pilot:
        await edit(pilot, "Timescale")
        await type_text(pilot, "")
        await press(pilot, *"adqm?u")
        await press(pilot, "escape")
        assert plan_of(pilot).actions[0].timescale == "adqm?u"
        assert len(plan_of(pilot).actions) == 4


async def test_tab_in_the_last_field_goes_back_to_the_list() -> None:
    async with plandesk(on_disk()) as pilot:
        await edit(pilot, "Progress")
        await press(pilot, "tab")
        await until(pilot, lambda: view_of(pilot).where == "actions")
        assert cursor_ref(pilot) == "1.1"


@pytest.mark.slow
async def test_enter_in_a_line_goes_on_and_in_a_list_begins_a_new_item() -> None:
    async with plandesk(on_disk()) as pilot:
        await press(pilot, "left", "up")
        await edit(pilot, "Title")
        await press(pilot, "enter")
        await until(pilot, lambda: editor_of(pilot).field.key == "subtitle")
        await press(pilot, "escape", "left", "right")
        await press(pilot, "escape", "down", "right")
        await edit(pilot, "Leads")
        await press(pilot, "enter", *"Schools")
        await press(pilot, "escape")
        assert plan_of(pilot).actions[0].leads == (
            "Parenting Group",
            "Voluntary Sector Forum",
            "Schools",
        )


async def test_quitting_in_the_middle_of_a_word_keeps_it() -> None:
    path = on_disk()
    async with plandesk(path) as pilot:
        await edit(pilot, "Timescale")
        await type_text(pilot, "March 20")
        await press(pilot, "ctrl+q")
    assert saved_plan(path).actions[0].timescale == "March 20"


@pytest.mark.slow
async def test_what_is_pasted_does_nothing_but_stand_there() -> None:
    path = on_disk()
    async with plandesk(path, size=(160, 50)) as pilot:
        editor = await edit(pilot, "Timescale")
        editor.clear()
        await paste(pilot, HOSTILE)
        await press(pilot, "escape")
        assert CLEANED in shown(pilot)
        await press(pilot, "left", "left", "up")
        await edit(pilot, "Title")
        await type_text(pilot, HOSTILE)
        await press(pilot, "escape")
        await until(pilot, lambda: CLEANED in title_line(pilot))
        await press(pilot, "ctrl+q")
    assert saved_plan(path).actions[0].timescale == CLEANED
    assert saved_plan(path).cover.title == CLEANED


async def test_many_lines_pasted_into_a_list_are_as_many_items() -> None:
    async with plandesk(on_disk()) as pilot:
        editor = await edit(pilot, "Success")
        editor.clear()
        await paste(pilot, "One.\r\n\r\nTwo.\nThree.")
        await press(pilot, "escape")
        assert plan_of(pilot).actions[0].success_criteria == ("One.", "Two.", "Three.")


@pytest.mark.slow
async def test_a_text_too_long_for_its_field_is_said_and_stays_in_the_field() -> None:
    async with plandesk(on_disk()) as pilot:
        await edit(pilot, "Timescale")
        await type_text(pilot, "x" * 10_001)
        await press(pilot, "escape")
        assert "Timescale holds less text than this (10,001 characters)" in said(pilot)
        assert plan_of(pilot).actions[0].timescale == "December 2016"
        assert editor_of(pilot).text == "x" * 10_001
        await press(pilot, "tab")
        assert editor_of(pilot).has_focus
        await type_text(pilot, "x" * 10_000)
        await press(pilot, "escape")
        assert plan_of(pilot).actions[0].timescale == "x" * 10_000


async def test_a_copied_text_too_long_for_the_field_it_goes_to_is_said() -> None:
    async with plandesk(on_disk()) as pilot:
        await press(pilot, "right")
        view_of(pilot).copied = Copied(words="x" * 10_001)
        await press(pilot, "down", "v")
        assert "Pages holds less text than this" in said(pilot)
        assert plan_of(pilot).actions[0].pages == "Pages 9, 16"


async def test_delete_empties_a_field_or_takes_a_note_away_and_says_which() -> None:
    async with plandesk(on_disk()) as pilot:
        before = plan_of(pilot)
        await press(pilot, "right", "down", "d")
        assert plan_of(pilot).actions[0].pages == ""
        assert "Pages is empty now. u brings it back." in said(pilot)
        await press(pilot, "end", "d")
        assert plan_of(pilot).notes_of(before.actions[0].id) == ()
        assert "Done: delete a progress note of action 1.1. u brings it back." in said(pilot)
        await press(pilot, "u", "u")
        assert plan_of(pilot) == before


@pytest.mark.parametrize(
    ("keys", "says"),
    [
        ("right b", "Only indicators, leads and success criteria are lists."),
        ("v", "Nothing to paste here: c copies"),
        ("right v", "Nothing to paste here: c copies"),
        ("u", "There is nothing to undo."),
        ("y", "There is nothing to redo."),
        ("left up d", "The cover stays where it is"),
        ("left up m", "The cover stays where it is"),
    ],
)
async def test_a_key_that_can_do_nothing_says_so(keys: str, says: str) -> None:
    async with plandesk(on_disk()) as pilot:
        before = plan_of(pilot)
        await press(pilot, *keys.split())
        assert says in said(pilot)
        assert plan_of(pilot) == before


async def test_the_title_line_has_the_title_and_when_it_was_saved(frozen: None) -> None:
    async with plandesk(on_disk()) as pilot:
        assert "Saved 14:02" in title_line(pilot)
        await press(pilot, "left", "up")
        await edit(pilot, "Title")
        await type_text(pilot, "Joint inspection")
        await press(pilot, "escape")
        await until(pilot, lambda: "Joint inspection" in title_line(pilot))
        await press(pilot, "u")
        await until(pilot, lambda: "Children's services" in title_line(pilot))
        await until(pilot, lambda: "Saved 14:02" in title_line(pilot))


def full_disk(*_: object) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


async def test_a_disk_that_refuses_is_said_and_nothing_is_lost_by_leaving(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = on_disk()
    async with plandesk(path) as pilot:
        with monkeypatch.context() as disk:
            disk.setattr(os, "replace", full_disk)
            await press(pilot, "d")
            assert "NOT SAVED" in title_line(pilot)
            assert "What you did is still here" in said(pilot)
            await press(pilot, "ctrl+q")
            assert "It stays open." in said(pilot)
            assert app_of(pilot).session is not None
            assert said(pilot).count("\nThe plan Small.plan.json could not be saved") == 1
        await press(pilot, "ctrl+q")
        assert app_of(pilot)._exit
    assert len(saved_plan(path).actions) == 3


@pytest.mark.slow
async def test_a_second_ctrl_q_leaves_a_plan_that_cannot_be_saved_and_it_is_offered_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path, replace = on_disk(), os.replace

    def refusing(source: Path, target: Path) -> None:
        if Path(target) == path:
            full_disk()
        replace(source, target)

    with monkeypatch.context() as disk:
        disk.setattr(os, "replace", refusing)
        async with plandesk(path) as pilot:
            await press(pilot, "d")
            assert "NOT SAVED" in title_line(pilot)
            await press(pilot, "ctrl+q")
            assert "NOT SAVED" in title_line(pilot)
            assert "Ctrl+Q once more leaves, and what is not saved is offered" in said(pilot)
            assert not app_of(pilot).is_closing
            await press(pilot, "ctrl+q")
            assert app_of(pilot).is_closing
    assert len(saved_plan(path).actions) == 4
    async with plandesk(path) as pilot:
        await until(pilot, lambda: isinstance(pilot.app.screen, DraftDialog))


async def test_a_history_that_cannot_be_written_keeps_nobody_in() -> None:
    path = on_disk()
    history_path(path).unlink()
    history_path(path).mkdir()
    async with plandesk(path) as pilot:
        await press(pilot, "d")
        assert "is saved, but its history could not be written" in said(pilot)
        assert "NOT SAVED" not in title_line(pilot)
        await press(pilot, "ctrl+q")
        assert app_of(pilot).is_closing
    assert len(saved_plan(path).actions) == 3
    history_path(path).rmdir()
    assert [change.revision for change in PlanFile.open(path).history.read()] == [1, 2]


async def test_the_palette_does_what_is_chosen_in_it() -> None:
    async with plandesk(on_disk()) as pilot:
        await press(pilot, "ctrl+p")
        await until(pilot, lambda: has_focus(pilot, Input))
        await type_text(pilot, "Duplicate")
        options = pilot.app.screen.query_one(OptionList)
        await until(pilot, lambda: options.option_count == 1 and options.highlighted == 0)
        await press(pilot, "enter")
        await until(pilot, lambda: len(plan_of(pilot).actions) == 5)


@pytest.mark.parametrize(
    "height", [8, *(pytest.param(each, marks=pytest.mark.slow) for each in (12, 24, 40))]
)
@pytest.mark.parametrize("lines", [2, 12, 60])
@pytest.mark.slow
async def test_a_paste_of_any_length_is_undone_and_redone_in_a_window_of_any_height(
    height: int, lines: int
) -> None:
    async with plandesk(on_disk(), size=(80, height)) as pilot:
        await edit(pilot, "Success")
        before = editor_of(pilot).text
        await paste(pilot, "\n".join(f"line {number}" for number in range(lines)))
        await at_rest(pilot)
        after = editor_of(pilot).text
        assert after != before
        for keys, text in (("ctrl+z", before), ("ctrl+y", after), ("ctrl+z", before)):
            await press(pilot, keys)
            assert editor_of(pilot).text == text


ROWS = "Lead\tAction\nCPC\tPublish a guide.\nNHS\tTrain the staff.\n"
LIST = "•\tPublish a guide.\n2.\tTrain the staff.\nWe met."


@pytest.mark.parametrize("by_key", [False, True], ids=["by the terminal", "by Ctrl+V"])
async def test_a_table_pasted_into_a_field_says_that_it_is_text_and_where_rows_go(
    by_key: bool,
) -> None:
    async with plandesk(on_disk()) as pilot:
        editor = await edit(pilot, "Progress")
        for text, is_table in ((LIST, False), (ROWS, True)):
            if by_key:
                app_of(pilot).take_clipboard(text)
                await press(pilot, "ctrl+v")
            else:
                await paste(pilot, text)
            assert text.splitlines()[-1] in editor.text
            assert ("That table went in as text" in said(pilot)) is is_table
        assert "list of aims or of actions" in said(pilot)
