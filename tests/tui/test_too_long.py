"""A text longer than its field holds stays in the field, or in a draft where the window ends."""

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from plan.changes.change import tables_of
from plan.model.field_kinds import LINE_LIMIT, PROSE_LIMIT
from store.drafts import drafts_of
from store.plan_file import PlanFile
from tests.tui.papers import WITH_PAPERS
from tests.tui.window import (
    NARROW,
    app_of,
    at_rest,
    click,
    edit,
    editor_of,
    fields_view_of,
    go_to_view,
    on_disk,
    on_list,
    plan_of,
    plandesk,
    press,
    said,
    saved_plan,
    shown,
    type_text,
    until,
)
from tui.dialogs.draft import DraftDialog
from tui.shutdown import start_shutdown
from tui.views.equality.equality_view import EqualityView
from tui.views.fields_view import FieldsView
from tui.views.report.report_view import ReportView
from tui.widgets.tab_line import TabLine

TOO_LONG = "x" * (LINE_LIMIT + 1)
FITS = "x" * LINE_LIMIT

Way = Callable[[Pilot[None]], Awaitable[None]]


def by_keys(*keys: str) -> Way:
    async def leave(pilot: Pilot[None]) -> None:
        await press(pilot, *keys)

    return leave


def by_action(name: str, *given: str) -> Way:
    """Leave by what a view does when it is asked to, from wherever that comes."""

    async def leave(pilot: Pilot[None]) -> None:
        getattr(app_of(pilot).view, f"action_{name}")(*given)
        await at_rest(pilot)

    return leave


async def by_a_click_on_a_list(pilot: Pilot[None]) -> None:
    await click(pilot, "#actions", offset=(5, 5))


async def by_a_click_on_a_field(pilot: Pilot[None]) -> None:
    rows = fields_view_of(pilot).fields.rows
    await click(pilot, next(row for row in rows if row.field.label == "Pages"))


async def by_a_click_on_a_tab(pilot: Pilot[None]) -> None:
    await click(pilot, TabLine, offset=(12, 0))


async def by_another_field(pilot: Pilot[None]) -> None:
    fields_view_of(pilot).edit_field(1)
    await at_rest(pilot)


WAYS: dict[str, Way] = {
    **{f"key {key}": by_keys(key) for key in ("tab", "shift+tab", "escape", "ctrl+q")},
    **{
        f"action {name}": by_action(name)
        for name in ("export", "history", "merge_with_file", "desk")
    },
    **{f"view {name}": by_action("view", name) for name in ("report", "checks", "preview")},
    "click on a list": by_a_click_on_a_list,
    "click on a field": by_a_click_on_a_field,
    "click on a tab": by_a_click_on_a_tab,
    "another field": by_another_field,
}


@pytest.fixture
def plan_file() -> Path:
    return on_disk()


def draft(path: Path) -> str:
    """Return the text of the field that is kept in a draft, empty where there is none."""
    found = [draft.field for _, draft in drafts_of(PlanFile.open(path).plan_id, path)]
    return found[0].typed if found and found[0] is not None else ""


@pytest.mark.slow
@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
async def test_on_every_way_out_the_text_stays_in_the_field_and_that_is_said(
    plan_file: Path, way: Way
) -> None:
    async with plandesk(plan_file) as pilot:
        await edit(pilot, "Timescale")
        pilot.app.copy_to_clipboard("copied before")
        await type_text(pilot, TOO_LONG)
        await way(pilot)
        assert len(pilot.app.screen_stack) == 1
        assert app_of(pilot).where == "editing"
        assert editor_of(pilot).text == TOO_LONG
        assert editor_of(pilot).has_focus
        assert "Timescale holds less text than this (10,001 characters)" in said(pilot)
        assert pilot.app.clipboard == "copied before"
        await until(pilot, lambda: draft(plan_file) == TOO_LONG)
        await type_text(pilot, FITS)
        await press(pilot, "escape")
        assert plan_of(pilot).actions[0].timescale == FITS
    assert saved_plan(plan_file).actions[0].timescale == FITS
    assert not draft(plan_file)


@pytest.mark.slow
async def test_enter_leaves_no_line_that_holds_less() -> None:
    async with plandesk(on_disk(WITH_PAPERS)) as pilot:
        await go_to_view(pilot, ReportView, "2")
        await press(pilot, "enter")
        assert editor_of(pilot).field.kind == "line"
        await type_text(pilot, TOO_LONG)
        await press(pilot, "enter")
        assert editor_of(pilot).text == TOO_LONG
        assert "holds less text than this" in said(pilot)


async def test_what_comes_back_from_the_officers_own_editor_stays_in_the_field(
    plan_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from contextlib import nullcontext

    monkeypatch.setattr("tui.widgets.own_editor.edited_outside", lambda _: TOO_LONG)
    async with plandesk(plan_file) as pilot:
        monkeypatch.setattr(pilot.app, "suspend", nullcontext)
        await edit(pilot, "Timescale")
        await press(pilot, "ctrl+t", "escape")
        assert editor_of(pilot).text == TOO_LONG
        assert app_of(pilot).where == "editing"


@pytest.mark.parametrize("size", [NARROW, (120, 40)])
@pytest.mark.slow
async def test_the_second_quit_leaves_and_the_text_is_offered_the_next_time(
    plan_file: Path, size: tuple[int, int]
) -> None:
    async with plandesk(plan_file, size) as pilot:
        await edit(pilot, "Timescale")
        await type_text(pilot, TOO_LONG)
        await press(pilot, "ctrl+q")
        assert "Ctrl+Q once more leaves, and it is offered the next time" in said(pilot)
        assert pilot.app.is_running
        await press(pilot, "ctrl+q")
        assert app_of(pilot).is_closing
    assert draft(plan_file) == TOO_LONG
    async with plandesk(plan_file, size) as pilot:
        await until(pilot, lambda: isinstance(pilot.app.screen, DraftDialog))
        await press(pilot, "end")
        assert "Its field holds less text than this" in shown(pilot)
        await press(pilot, "k")
        await until(pilot, lambda: pilot.app.clipboard == TOO_LONG)
        assert "offered again until you drop it" in said(pilot)
    assert draft(plan_file) == TOO_LONG


@pytest.mark.slow
async def test_quitting_is_refused_anew_once_something_else_was_typed(plan_file: Path) -> None:
    async with plandesk(plan_file) as pilot:
        await edit(pilot, "Timescale")
        for text in (TOO_LONG, f"{TOO_LONG}y"):
            await type_text(pilot, text)
            await press(pilot, "ctrl+q")
            assert pilot.app.is_running
            assert not app_of(pilot).is_closing


async def test_a_window_that_is_ended_from_outside_keeps_the_text_in_a_draft(
    plan_file: Path,
) -> None:
    async with plandesk(plan_file) as pilot:
        await edit(pilot, "Timescale")
        await type_text(pilot, TOO_LONG)
        start_shutdown(app_of(pilot), 143)
        await until(pilot, lambda: not pilot.app.is_running or app_of(pilot).is_closing)
    assert draft(plan_file) == TOO_LONG
    assert saved_plan(plan_file).actions[0].timescale == "December 2016"


@pytest.mark.slow
@pytest.mark.parametrize(("key", "kind"), [("2", ReportView), ("3", EqualityView)])
@pytest.mark.parametrize("leaves_by", ["escape", "tab"])
async def test_so_it_is_in_the_report_and_in_an_assessment(
    key: str, kind: type[FieldsView], leaves_by: str
) -> None:
    async with plandesk(on_disk(WITH_PAPERS)) as pilot:
        view = await go_to_view(pilot, kind, key)
        if isinstance(view, EqualityView):
            view.go_to("description")
            await at_rest(pilot)
        await press(pilot, "enter")
        too_long = "x" * (PROSE_LIMIT + 1)
        await type_text(pilot, too_long)
        await press(pilot, leaves_by)
        assert editor_of(pilot).text == too_long
        assert "holds less text than this" in said(pilot)


@pytest.mark.parametrize("row", ["section", "field"])
@pytest.mark.slow
async def test_a_copied_text_that_is_too_long_for_the_report_is_said_and_stays_copied(
    row: str,
) -> None:
    too_long = "x" * (PROSE_LIMIT + 1)
    async with plandesk(on_disk(WITH_PAPERS)) as pilot:
        await go_to_view(pilot, ReportView, "2")
        if row == "section":
            await press(pilot, "down", "down")
        pilot.app.copy_to_clipboard(too_long)
        await press(pilot, "right", "v")
        assert "holds less text than this" in said(pilot)
        assert pilot.app.clipboard == too_long
        assert too_long not in str(tables_of(plan_of(pilot)))


@pytest.mark.slow
async def test_a_copied_text_that_is_too_long_for_an_answer_is_said_and_stays_copied() -> None:
    too_long = "x" * (PROSE_LIMIT + 1)
    async with plandesk(on_disk(WITH_PAPERS)) as pilot:
        view = await go_to_view(pilot, EqualityView, "3")
        view.go_to("description")
        await at_rest(pilot)
        view.fields.go_to(0)
        await at_rest(pilot)
        pilot.app.copy_to_clipboard(too_long)
        await press(pilot, "v")
        assert "holds less text than this" in said(pilot)
        assert on_list(pilot, "questions") is not None
        assert too_long not in str(tables_of(plan_of(pilot)))
