"""Text is text: whatever a plan holds, every view and dialog shows it as it is, and none fails."""

from dataclasses import replace

import pytest
from textual.command import CommandInput, CommandPalette
from textual.pilot import Pilot
from textual.widgets import Input

from plan.model.outline import ActionOutline
from tests.tui.hostile_plan import (
    MARKS,
    Size,
    closes,
    go_on_to,
    hostile,
    line,
    opens,
    shows,
    sizes,
)
from tests.tui.window import (
    SMALL,
    at_rest,
    edit,
    editor_of,
    go_to_view,
    on_disk,
    plan_of,
    plandesk,
    press,
    said,
    until,
    view_of,
    write,
)
from tui.dialogs.choose import ChooseDialog
from tui.dialogs.dialog import Dialog
from tui.dialogs.explain import ExplainDialog
from tui.dialogs.history import HistoryDialog
from tui.dialogs.narrow import NarrowDialog
from tui.dialogs.reason import ReasonDialog
from tui.dialogs.trace import TraceDialog
from tui.views.checks.checks_view import ChecksView
from tui.views.equality.equality_view import EqualityView
from tui.views.report.report_view import ReportView
from tui.views.reviews.reviews_view import ReviewsView
from tui.widgets.row_list import RowList

pytestmark = pytest.mark.slow


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
        pilot.app.screen.query_one("#wanted", Input).value = query
        await at_rest(pilot)
        found = pilot.app.screen.query_one(RowList)
        assert found.rows
        await shows(pilot, "aaaaaaaaaa" if query.startswith("aaa") else query)
        await press(pilot, "down", "enter")
        assert not isinstance(pilot.app.screen, Dialog)


async def test_find_goes_to_words_far_into_a_long_text() -> None:
    far = replace(SMALL.aims[1], actions=(ActionOutline("word " * 5_000 + "needle[/] in it"),))
    async with plandesk(on_disk(replace(SMALL, aims=(far,)))) as pilot:
        await press(pilot, "slash")
        pilot.app.screen.query_one("#wanted", Input).value = "NEEDLE[/]"
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
        pilot.app.clear_notifications()  # they would lie over the history
        await opens(pilot, HistoryDialog, "h")
        await shows(pilot, MARKS)
        await opens(pilot, ChooseDialog, "enter")
        await press(pilot, "enter")
        await until(pilot, lambda: len(pilot.app.screen_stack) == 1)
        await until(pilot, lambda: "u takes it back" in said(pilot))


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
        await opens(pilot, NarrowDialog, "f")
        await press(pilot, *"$key")
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
        view.row = reasoned
        view.show()
        await opens(pilot, ReasonDialog, "r")
        await press(pilot, *"[")
        pilot.app.screen.focused.insert(MARKS[1:])  # type: ignore[union-attr]
        await shows(pilot, MARKS)
        await press(pilot, "enter")
        await until(pilot, lambda: len(pilot.app.screen_stack) == 1)
        await press(pilot, "s")
