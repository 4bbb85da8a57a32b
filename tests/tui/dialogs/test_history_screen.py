"""The History screen: what was changed is read there, and comes back from there."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from plan.model.rows import Action
from store.history import history_path
from tests.store.failing_disk import history_unreadable_before
from tests.tui.history_of import LONG, beginning_of, forget, with_history
from tests.tui.window import (
    NARROW,
    app_of,
    at_rest,
    edit,
    on_disk,
    plan_of,
    plandesk,
    press,
    said,
    saved_plan,
    shown,
    until,
    write,
)
from tui.commands import VIEWS
from tui.dialogs.choose import ChooseDialog
from tui.dialogs.dialog import ScrolledText
from tui.dialogs.history import HistoryDialog
from tui.views.plan.plan_view import PlanView
from tui.views.report.report_view import ReportView
from tui.widgets.row_list import RowList

pytestmark = pytest.mark.usefixtures("frozen")

PASSAGE, DELETED, TEXT, TIMESCALE, MADE = range(5)
"""The steps of the plan's history, the newest first."""


@asynccontextmanager
async def history(
    path: Path, size: tuple[int, int] = (120, 40), step: int = 0
) -> AsyncIterator[Pilot[None]]:
    """Open a plan, and its History at a step."""
    async with plandesk(path, size=size) as pilot:
        await open_history(pilot)
        await press(pilot, *["down"] * step)
        yield pilot


async def open_history(pilot: Pilot[None]) -> None:
    await press(pilot, "h")
    await until(pilot, lambda: isinstance(pilot.app.screen, HistoryDialog))
    await until(pilot, lambda: isinstance(pilot.app.screen.focused, RowList))


def listed(pilot: Pilot[None]) -> list[str]:
    steps = pilot.app.screen.query_one("#steps", RowList)
    return [str(steps.get_option_at_index(at).prompt) for at in range(steps.option_count)]


def told(pilot: Pilot[None]) -> str:
    """Return what is said of the step under the cursor."""
    return str(pilot.app.screen.query_one(ScrolledText).query_one(Static).content)


async def choose(pilot: Pilot[None], words: str) -> None:
    """Press Enter on the step, and choose what begins with `words`."""
    await press(pilot, "enter")
    await until(pilot, lambda: isinstance(pilot.app.screen, ChooseDialog))
    choices = pilot.app.screen.query_one(RowList)
    lines = [str(choices.get_option_at_index(at).prompt) for at in range(choices.option_count)]
    (place,) = [at for at, line in enumerate(lines) if line.startswith(words)]
    choices.highlighted = place
    await press(pilot, "enter")
    await until(pilot, lambda: len(pilot.app.screen_stack) == 1)
    await at_rest(pilot)


def first_action(pilot: Pilot[None]) -> Action:
    return plan_of(pilot).actions[0]


async def test_the_steps_are_listed_the_newest_first_with_when_and_who() -> None:
    async with history(with_history()) as pilot:
        lines = listed(pilot)
        assert len(lines) == 5
        assert lines[TIMESCALE].endswith("Edit timescale of action 1.1 · A. Officer")
        assert lines[TIMESCALE].startswith("26 September 2016, ")
        assert lines[MADE].endswith("Made · A. Officer")
        assert "History of Children's services" in shown(pilot)


async def test_the_arrows_move_and_what_each_step_changed_stands_below() -> None:
    async with history(with_history()) as pilot:
        assert "Paragraph 1 of report section" in told(pilot)
        await press(pilot, "down")
        assert "Action 1.2 – deleted" in told(pilot)
        await press(pilot, "down", "down")
        assert "Timescale:\n  December 2016\n→ June 2017" in told(pilot)
        await press(pilot, "down")
        assert "The plan began here." in told(pilot)


@pytest.mark.parametrize("size", [NARROW, (120, 40)])
async def test_a_long_text_is_wrapped_whole_and_never_read_as_markup(size: tuple[int, int]) -> None:
    async with history(with_history(), size, TEXT) as pilot:
        assert f"→ {LONG.strip()}" in told(pilot)
        assert "The [bold]guide[/bold] is [read by" in shown(pilot)
        words = pilot.app.screen.query_one(ScrolledText)
        assert words.query_one(Static).region.width <= words.region.width
        last = shown(pilot)
        if words.goes_on:
            await press(pilot, "tab", *["pagedown"] * 9)
            last = shown(pilot)
            await press(pilot, "shift+tab")
        await press(pilot, "down")
        assert "page in it." in last
        assert "June 2017" in told(pilot)


@pytest.mark.slow
async def test_a_field_comes_back_in_one_step_of_undo() -> None:
    async with history(with_history(), step=TIMESCALE) as pilot:
        await choose(pilot, "As it was before: Timescale – Action 1.1")
        assert first_action(pilot).timescale == "December 2016"
        assert first_action(pilot).text == LONG.strip()
        assert "Done: bring back “Timescale” of action 1.1 as it was before" in said(pilot)
        await press(pilot, "u")
        assert first_action(pilot).timescale == "June 2017"


@pytest.mark.slow
async def test_an_action_that_was_deleted_comes_back_where_it_was_and_has_the_cursor() -> None:
    path = with_history()
    async with history(path, step=DELETED) as pilot:
        await choose(pilot, "As it was before: Action 1.2")
        action = plan_of(pilot).action_at("1.2")
        assert action is not None
        assert action.text == "Offer the programme in all localities."
        view = app_of(pilot).view
        assert isinstance(view, PlanView)
        assert view.cursor.action == action.id
        await press(pilot, "ctrl+q")
    assert saved_plan(path).action_at("1.2") == action


@pytest.mark.slow
async def test_the_whole_plan_comes_back_as_it_was() -> None:
    async with history(with_history(), step=MADE) as pilot:
        await choose(pilot, "As it was after: the whole plan")
        plan = plan_of(pilot)
        assert [action.timescale for action in plan.actions[:2]] == ["December 2016", "March 2017"]
        assert plan.passages_of("purpose")[0].text == "To tell committee of the plan."
        await press(pilot, "u")
        assert first_action(pilot).timescale == "June 2017"


@pytest.mark.slow
async def test_what_is_of_another_document_is_shown_in_its_own_view() -> None:
    async with history(with_history(), step=PASSAGE) as pilot:
        await choose(pilot, "As it was before: Paragraph 1")
        await until(pilot, lambda: isinstance(app_of(pilot).view, ReportView))
        assert plan_of(pilot).passages_of("purpose")[0].text == "To tell committee of the plan."


async def test_what_is_so_already_is_not_offered() -> None:
    async with history(with_history(), step=PASSAGE) as pilot:
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ChooseDialog))
        assert "As it was before:" in shown(pilot)
        assert "As it was after:" not in shown(pilot)


async def test_where_everything_is_as_it_was_enter_says_that_there_is_nothing() -> None:
    async with history(on_disk()) as pilot:
        await press(pilot, "enter")
        await until(pilot, lambda: "There is nothing to bring back" in said(pilot))
        assert isinstance(pilot.app.screen, HistoryDialog)


@pytest.mark.slow
async def test_esc_leaves_everything_as_it_was() -> None:
    async with history(with_history(), step=TIMESCALE) as pilot:
        plan = plan_of(pilot)
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ChooseDialog))
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, HistoryDialog)
        await press(pilot, "escape")
        assert len(pilot.app.screen_stack) == 1
        assert plan_of(pilot) is plan


@pytest.mark.slow
async def test_what_was_just_typed_is_a_step_already() -> None:
    async with plandesk(with_history()) as pilot:
        await edit(pilot, "Timescale")
        await write(pilot, "July 2017", "escape")
        await open_history(pilot)
        assert "Edit timescale of action 1.1" in listed(pilot)[0]
        assert "June 2017\n→ July 2017" in told(pilot)


async def test_a_plan_that_may_only_be_read_has_its_history_read_and_nothing_brought_back() -> None:
    path = with_history()
    path.chmod(0o444)
    async with history(path, step=TIMESCALE) as pilot:
        assert "→ June 2017" in told(pilot)
        before = said(pilot).count("is marked as read-only")
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, HistoryDialog)
        assert said(pilot).count("is marked as read-only") == before + 1


async def test_where_the_history_has_a_gap_it_is_read_as_far_as_that() -> None:
    path = with_history()
    forget(path, 3)
    async with history(path) as pilot:
        assert "To ask committee." in told(pilot)
        await press(pilot, "down")
        assert "Action 1.2 – deleted" in told(pilot)
        await press(pilot, "down")
        assert "cannot be told" in told(pilot)
        assert "revision 3 is missing in the history" in told(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, HistoryDialog)


async def test_without_its_history_file_a_plan_still_knows_its_last_step() -> None:
    path = with_history()
    history_path(path).unlink()
    async with history(path) as pilot:
        assert len(listed(pilot)) == 1
        assert "To ask committee." in told(pilot)


@pytest.mark.slow
async def test_it_is_reached_from_every_view() -> None:
    async with plandesk(with_history()) as pilot:
        for key in ("2", "3", "6", "1"):
            await press(pilot, key)
            await until(pilot, lambda: app_of(pilot).where in VIEWS)
            await open_history(pilot)
            await press(pilot, "escape")


UNREAD = "The history of Small cannot be read to its beginning: input/output error."


async def test_where_the_history_cannot_all_be_read_that_is_said_and_stands_at_its_end() -> None:
    path = with_history()
    with history_unreadable_before(beginning_of(path, 4)):
        async with history(path) as pilot:
            assert len(listed(pilot)) == 2
            assert UNREAD in said(pilot)
            assert UNREAD not in told(pilot)
            await press(pilot, "down")
            assert "Action 1.2 – deleted" in told(pilot)
            assert UNREAD in told(pilot)


async def test_where_nothing_of_the_history_can_be_read_the_list_says_why() -> None:
    path = with_history()
    with history_unreadable_before(beginning_of(path, 7)):
        async with history(path) as pilot:
            assert len(listed(pilot)) == 1
            assert "Paragraph 1 of report section" in told(pilot)
            assert UNREAD in told(pilot)


@pytest.mark.slow
async def test_undo_goes_as_far_as_the_history_can_be_read_and_says_why_no_further() -> None:
    path = with_history()
    with history_unreadable_before(beginning_of(path, 4)):
        async with plandesk(path) as pilot:
            await press(pilot, "u")
            assert "Undo: " in said(pilot)
            await press(pilot, "u")
            assert "Undo: Delete action 1.2" in said(pilot)
            await press(pilot, "u")
            assert f"Nothing more is known to undo. {UNREAD}" in said(pilot)
            assert plan_of(pilot).actions[0].text == LONG.strip()
            await press(pilot, "y")
            assert "Redo: Delete action 1.2" in said(pilot)


@pytest.mark.slow
async def test_once_the_history_can_be_read_again_undo_goes_on() -> None:
    path = with_history()
    async with plandesk(path) as pilot:
        with history_unreadable_before(beginning_of(path, 5)):
            await press(pilot, "u", "u")
            assert f"Nothing more is known to undo. {UNREAD}" in said(pilot)
        await press(pilot, "u")
        assert "Undo: Delete action 1.2" in said(pilot)
