"""A plan whose file another program has changed: the officer sees what differs, and chooses."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList

from plan.changes.change import Change
from plan.changes.edits import delete_action, set_action_field, set_cover_field
from store.plan_file import PlanFile
from tests.tui.changed_elsewhere import (
    elsewhere,
    is_asked,
    is_saved,
    words_in_box,
    words_of,
    written_here,
)
from tests.tui.window import (
    app_of,
    at_rest,
    cursor_ref,
    edit,
    on_disk,
    plan_of,
    plandesk,
    press,
    said,
    saved_plan,
    screen,
    shown,
    until,
    view_of,
    write,
)
from tui.dialogs.differences import DifferencesDialog, WordingsDialog
from tui.widgets.field_editor import FieldEditor


@asynccontextmanager
async def asked(path: Path, size: tuple[int, int] = (120, 40)) -> AsyncIterator[Pilot[None]]:
    """Open a plan of which both sides have changed the timescale of the first action."""
    async with plandesk(path, size=size) as pilot:
        elsewhere(path, timescale="Every [b]week[/b]", pages="Page 7")
        await written_here(pilot, "Timescale", "Every month")
        await is_asked(pilot)
        yield pilot


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=str)
async def test_what_differs_is_shown_in_words(size: tuple[int, int]) -> None:
    async with asked(on_disk(), size) as pilot:
        words = words_of(pilot)
        assert "Small.plan.json was changed by another program" in words
        assert "Nothing was overwritten" in words
        assert "One field differs: choose." in words
        assert "Action 1.1 – Timescale" in words
        assert "(•) on your screen: Every month" in words
        assert "( ) in the file: Every [b]week[/b]" in words
        assert "Enter: bring together" in words


@pytest.mark.slow
async def test_enter_keeps_what_is_on_the_screen_and_takes_what_only_the_file_has() -> None:
    path = on_disk()
    async with asked(path) as pilot:
        await press(pilot, "enter")
        await is_saved(pilot)
        action = saved_plan(path).actions[0]
        assert (action.timescale, action.pages) == ("Every month", "Page 7")
        assert plan_of(pilot) == saved_plan(path)
        assert "Page 7" in shown(pilot)
        assert "is one plan again" in said(pilot)


@pytest.mark.parametrize("keys", [["space"], ["right"], ["right", "left", "space"]], ids="-".join)
@pytest.mark.slow
async def test_what_is_in_the_file_is_taken_where_it_is_chosen(keys: list[str]) -> None:
    path = on_disk()
    async with asked(path) as pilot:
        await press(pilot, *keys)
        assert "( ) on your screen" in words_of(pilot)
        assert "(•) in the file" in words_of(pilot)
        await press(pilot, "enter")
        await is_saved(pilot)
        assert saved_plan(path).actions[0].timescale == "Every [b]week[/b]"


@pytest.mark.slow
async def test_what_was_typed_and_not_chosen_is_one_undo_away() -> None:
    path = on_disk()
    async with asked(path) as pilot:
        await press(pilot, "right", "enter")
        await is_saved(pilot)
        await press(pilot, "u")
        await until(pilot, lambda: plan_of(pilot).actions[0].timescale == "Every month")
        await press(pilot, "u")
        await until(pilot, lambda: plan_of(pilot).actions[0].timescale == "Every [b]week[/b]")
        await press(pilot, "y")
        await until(pilot, lambda: plan_of(pilot).actions[0].timescale == "Every month")
        await is_saved(pilot)
        assert saved_plan(path) == plan_of(pilot)


@pytest.mark.slow
async def test_undo_goes_on_behind_what_was_brought_together() -> None:
    path = on_disk()
    async with asked(path) as pilot:
        await press(pilot, "enter")
        await is_saved(pilot)
        for _ in range(3):
            await press(pilot, "u")
        await until(pilot, lambda: plan_of(pilot).actions[0].timescale == "December 2016")
        await press(pilot, "u")
        assert "There is nothing to undo." in said(pilot)
        await is_saved(pilot)
        assert saved_plan(path) == plan_of(pilot)


@pytest.mark.slow
async def test_esc_leaves_it_not_saved_and_a_command_asks_again() -> None:
    path = on_disk()
    async with asked(path) as pilot:
        await press(pilot, "escape")
        await until(pilot, lambda: "Ctrl+G asks again" in said(pilot))
        assert app_of(pilot).title_line.state == "NOT SAVED"
        assert saved_plan(path).actions[0].timescale == "Every [b]week[/b]"
        assert plan_of(pilot).actions[0].timescale == "Every month"
        app_of(pilot).session.retry()  # type: ignore[union-attr]
        await at_rest(pilot)
        assert not isinstance(pilot.app.screen, DifferencesDialog)
        await press(pilot, "ctrl+g")
        await is_asked(pilot)
        await press(pilot, "enter")
        await is_saved(pilot)
        assert saved_plan(path).actions[0].timescale == "Every month"


async def test_without_a_difference_the_two_are_brought_together_at_once() -> None:
    path = on_disk()
    async with plandesk(path) as pilot:
        elsewhere(path, pages="Page 7")
        await written_here(pilot, "Timescale", "Every month")
        await until(pilot, lambda: "is one plan again" in said(pilot))
        await is_saved(pilot)
        action = saved_plan(path).actions[0]
        assert (action.timescale, action.pages) == ("Every month", "Page 7")
        assert "on your screen now (1 row)" in said(pilot)
        assert "Page 7" in shown(pilot)


@pytest.mark.slow
async def test_nobody_is_asked_while_a_field_is_being_written() -> None:
    path = on_disk()
    async with plandesk(path) as pilot:
        elsewhere(path, timescale="Every week")
        await edit(pilot, "Timescale")
        await write(pilot, "Every month", "tab")
        session = app_of(pilot).session
        assert session is not None
        await until(pilot, lambda: session.save_state.is_changed_outside)
        await until(pilot, lambda: isinstance(pilot.app.screen.focused, FieldEditor))
        session.retry()
        await at_rest(pilot)
        assert len(pilot.app.screen_stack) == 1
        await write(pilot, "Guide printed.", "escape")
        await is_asked(pilot)


@pytest.mark.slow
async def test_a_row_that_was_deleted_and_edited_stays_and_it_is_said() -> None:
    path = on_disk()
    async with plandesk(path) as pilot:
        plan = plan_of(pilot)
        PlanFile.open(path).save(delete_action(plan, plan.actions[0].id))
        await written_here(pilot, "Timescale", "Every month")
        await is_asked(pilot)
        assert "Action 1.1 was deleted in the file, but changed on your screen: it stays." in (
            words_of(pilot)
        )
        await press(pilot, "space", "r", "enter")
        await is_saved(pilot)
        assert saved_plan(path).actions[0].timescale == "Every month"
        assert cursor_ref(pilot) == "1.1"


@pytest.mark.slow
async def test_long_wordings_are_shown_where_they_differ_and_can_be_read_whole() -> None:
    path = on_disk()
    start, end = "Publish one guide for families. " * 30, " And again." * 90
    async with plandesk(path, size=(80, 24)) as pilot:
        elsewhere(path, text=f"{start}In the file.{end} The end of it.")
        await written_here(pilot, "Action", f"{start}On the screen.{end}")
        await is_asked(pilot)
        words = words_in_box(pilot)
        assert "(•) on your screen: …" in words
        assert "On the screen." in words
        assert "In the file." in words
        await press(pilot, "r")
        await until(pilot, lambda: isinstance(pilot.app.screen, WordingsDialog))
        await press(pilot, "end")
        await until(pilot, lambda: "The end of it." in shown(pilot))
        await press(pilot, "escape")
        await is_asked(pilot)


@pytest.mark.slow
async def test_many_differences_are_chosen_one_by_one_in_a_small_window() -> None:
    path = on_disk()
    fields = {"timescale": "Timescale", "text": "Action", "pages": "Pages", "leads": "Led by"}
    async with plandesk(path, size=(80, 24)) as pilot:
        session = app_of(pilot).session
        assert session is not None
        labels = {str(column.field): column.label for column in session.council.plan.columns}
        for field in fields:
            await written_here(pilot, labels[field], f"Here {field}")
        await is_saved(pilot)
        assert app_of(pilot).session.saved(5)  # type: ignore[union-attr]
        elsewhere(path, **{field: f"There {field}" for field in fields})
        for field in fields:
            change = set_action_field(
                plan_of(pilot), plan_of(pilot).actions[0].id, field, f"New {field}", name=field
            )
            view_of(pilot).make(change)
        await is_asked(pilot)
        assert "4 fields differ" in words_of(pilot)
        for _ in range(3):
            await press(pilot, "down")
        await press(pilot, "space")
        options = pilot.app.screen.query_one(OptionList)
        assert options.option_count == 4
        assert "(•) in the file: There" in words_of(pilot)
        await press(pilot, "enter")
        await is_saved(pilot)
        action = saved_plan(path).actions[0]
        values = (action.text, action.pages, action.timescale, *action.leads)
        assert sum(value.startswith("There") for value in values) == 1
        assert sum(value.startswith("New") for value in values) == 3


async def test_nothing_to_bring_together_is_said_so() -> None:
    async with plandesk(on_disk()) as pilot:
        await press(pilot, "ctrl+g")
        await until(pilot, lambda: "nothing to bring together" in said(pilot))
        assert len(pilot.app.screen_stack) == 1


@pytest.mark.slow
async def test_a_title_changed_elsewhere_is_shown_in_the_title_line() -> None:
    path = on_disk()
    async with plandesk(path) as pilot:
        PlanFile.open(path).save(titled(path, "Another title"))
        await press(pilot, "ctrl+g")
        await until(pilot, lambda: "Another title" in screen(pilot.app))
        assert plan_of(pilot) == saved_plan(path)


def titled(path: Path, title: str) -> Change:
    return set_cover_field(PlanFile.open(path).plan, "title", title, name="title")
