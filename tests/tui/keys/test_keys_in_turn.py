"""Keys in any number, at any speed: what they do is what they would do one by one."""

import asyncio
from collections.abc import Callable, Sequence
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from textual import events
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Input

from plan.model.plan import Plan
from tests.tui.window import (
    NARROW,
    app_of,
    edit,
    editor_of,
    on_disk,
    plan_of,
    plandesk,
    press,
    said,
    saved_plan,
    shown,
    until,
    view_of,
)
from tui import opening
from tui.app import Plandesk
from tui.dialogs.choose import ChooseDialog
from tui.dialogs.dialog import Dialog
from tui.dialogs.find import FindDialog
from tui.dialogs.palette import Palette
from tui.keys.turns import Turns
from tui.widgets.field_editor import FieldEditor
from tui.widgets.row_list import RowList


def burst(pilot: Pilot[None], *keys: str) -> None:
    """Press keys all at once, without waiting for what any of them does."""
    for key in keys:
        character = key if len(key) == 1 else {"enter": "\r", "escape": "\x1b"}.get(key)
        name = {"/": "slash", "?": "question_mark"}.get(key, key)
        pilot.app.post_message(events.Key(name, character))


async def done(pilot: Pilot[None]) -> None:
    """Wait until every key that was pressed has come and has been done."""
    await pilot.pause()
    await until(pilot, lambda: not app_of(pilot).turns.is_busy)


def is_open(pilot: Pilot[None], kind: type[Screen[Any]]) -> bool:
    return isinstance(pilot.app.screen, kind)


async def after(keys: Sequence[str], *, at_once: bool) -> tuple[Plan, str, int]:
    """Return the plan, where the officer is and how many dialogs are open after some keys."""
    name = "at once" if at_once else "one by one"
    async with plandesk(on_disk(name=name)) as pilot:
        await done(pilot)
        for key in () if at_once else keys:
            burst(pilot, key)
            await done(pilot)
        if at_once:
            burst(pilot, *keys)
            await done(pilot)
        return plan_of(pilot), app_of(pilot).where, len(pilot.app.screen_stack)


def words(plan: Plan) -> list[tuple[str, list[str]]]:
    return [(aim.text, [action.text for action in plan.actions_of(aim.id)]) for aim in plan.aims]


@pytest.mark.slow
@pytest.mark.parametrize(
    "keys",
    [
        ("down", "enter", "x", "y", "escape"),
        ("enter", "o", "n", "e", "tab", "9", "tab", "escape", "down", "d", "u"),
        ("a", "n", "e", "w", "escape", "a", "t", "w", "o", "escape", "u"),
        ("m", "down", "enter", "d", "d", "u"),
        ("x", "escape", "down", "x", "escape", "down", "d"),
        ("e", "escape", "d", "2", "1", "d"),
        ("4", "1", "down", "enter", "z", "escape"),
        ("/", "o", "f", "f", "enter", "enter", "z", "escape"),
        ("ctrl+p", "u", "n", "d", "escape", "d", "escape", "d", "u", "u", "y"),
    ],
)
async def test_keys_at_once_do_what_they_do_one_by_one(keys: Sequence[str]) -> None:
    slow, slow_where, slow_dialogs = await after(keys, at_once=False)
    fast, fast_where, fast_dialogs = await after(keys, at_once=True)
    assert words(fast) == words(slow)
    assert (fast_where, fast_dialogs) == (slow_where, slow_dialogs)


@pytest.mark.slow
async def test_an_export_typed_ahead_and_left_twice_leaves_the_window_standing() -> None:
    path = on_disk()
    async with plandesk(path) as pilot:
        before = plan_of(pilot)
        burst(pilot, "e", "t", "enter", "escape", "escape")
        await done(pilot)
        while len(pilot.app.screen_stack) > 1:  # Esc stops the writing, and then closes
            burst(pilot, "escape")
            await done(pilot)
        assert plan_of(pilot) == before
        assert pilot.app.is_running


@pytest.mark.slow
@pytest.mark.parametrize("key", ["x", "t", "/", "?", "e", "h", "p", "ctrl+p", "f1", "q", "d"])
async def test_a_key_that_comes_with_q_does_nothing_to_a_window_that_closes(key: str) -> None:
    path = on_disk()
    before = saved_plan(path)
    async with plandesk(path) as pilot:
        app = app_of(pilot)
        burst(pilot, "down", "q", key)
        await until(pilot, lambda: not app.is_running)
    assert (app.return_code, app.last_words) == (0, "")
    assert saved_plan(path) == before


async def test_a_dialog_for_a_window_that_closes_is_not_shown() -> None:
    async with plandesk(on_disk()) as pilot:
        app = app_of(pilot)
        app.exit()
        app.push_screen(ChooseDialog("Which", "Which?", ()))
        assert len(app.screen_stack) <= 1
    assert app.last_words == ""


@pytest.mark.slow
async def test_a_dialog_closes_once_and_only_while_it_is_on_top() -> None:
    async with plandesk(on_disk()) as pilot:
        results: list[str | None] = []
        below, above = (ChooseDialog(name, "Which?", ()) for name in ("below", "above"))
        await pilot.app.push_screen(below, results.append)
        await pilot.app.push_screen(above, results.append)
        below.dismiss("from below")
        assert pilot.app.screen is above
        above.dismiss("once")
        above.dismiss("twice")
        await until(pilot, lambda: pilot.app.screen is below)
        await until(pilot, lambda: results == ["once"])
        below.dismiss("at last")
        await until(pilot, lambda: results == ["once", "at last"])
        below.dismiss("too late")
        assert len(pilot.app.screen_stack) == 1


async def test_an_error_while_a_key_is_waited_for_does_not_hold_up_the_next(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with plandesk(on_disk()) as pilot:
        await done(pilot)
        app = app_of(pilot)
        failed: list[str] = []

        def broken(_: object) -> bool:
            failed.append("once")
            monkeypatch.undo()
            raise RuntimeError

        monkeypatch.setattr(Turns, "_is_going_on", broken)
        burst(pilot, "down", "q")
        await until(pilot, lambda: not app.is_running)
        assert failed == ["once"]


TURNS_OF_THE_LOOP = 3_000
"""By so many the window comes late: turns in which all else goes on, not a time."""


async def test_a_key_waits_for_the_window_itself_where_that_is_slow(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def slow(usual: Callable[..., Any]) -> Callable[..., Any]:
        async def slowly(*given: Any) -> Any:
            for _ in range(TURNS_OF_THE_LOOP):
                await asyncio.sleep(0)
            return await usual(*given)

        return slowly

    async with plandesk(on_disk()) as pilot:
        await done(pilot)
        monkeypatch.setattr(pilot.app, "_task", None)  # as it is outside of tests
        monkeypatch.setattr(Plandesk, "_replace_screen", slow(Plandesk._replace_screen))
        monkeypatch.setattr(opening, "show_view", slow(opening.show_view))
        burst(pilot, "/", *"2.1", "enter", "a", *"New.", "escape")
        await done(pilot)
        assert words(plan_of(pilot))[1][1] == ["Hold a yearly event.", "New."]


@pytest.mark.parametrize("opened_by", ["ctrl+p", "/"])
@pytest.mark.parametrize("page", ["pageup", "pagedown"])
@pytest.mark.slow
async def test_the_palette_or_find_and_a_page_in_one_burst(page: str, opened_by: str) -> None:
    async with plandesk(on_disk()) as pilot:
        burst(pilot, opened_by, page, page, page)
        await done(pilot)
        assert is_open(pilot, FindDialog if opened_by == "/" else Palette)
        burst(pilot, "z", "z", "z", "q", "q", page, "down", "up", page)
        await done(pilot)
        assert pilot.app.is_running


@pytest.mark.slow
async def test_what_is_found_is_closed_once_however_late_a_key_comes() -> None:
    async with plandesk(on_disk()) as pilot:
        burst(pilot, "/")
        await done(pilot)
        found = pilot.app.screen
        assert isinstance(found, FindDialog)
        found.dismiss()
        found.dismiss()
        await until(pilot, lambda: pilot.app.screen is not found)
        assert len(pilot.app.screen_stack) == 1


@pytest.mark.parametrize("page", ["page_up", "page_down"])
async def test_a_page_over_a_list_that_holds_nothing_yet_or_is_not_seen(page: str) -> None:
    async with plandesk(on_disk(), size=(80, 24)) as pilot:
        await pilot.app.push_screen(ChooseDialog("Which", "Which?", ()))
        getattr(pilot.app.screen.query_one(RowList), f"action_{page}")()
        for listed in app_of(pilot).body.query(RowList):
            listed.display = False
            listed._clear_caches()
            listed.highlighted = 0 if listed.option_count else None
            getattr(listed, f"action_{page}")()


async def test_where_a_list_scrolls_to_does_not_depend_on_how_soon_a_key_comes(
    sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_once, calls = Screen._on_timer_update, count(1)

    def late(screen: Screen[object]) -> None:
        if next(calls) % 20:
            screen._update_timer.resume()
        else:
            at_once(screen)

    async with plandesk(sample, size=NARROW) as pilot:
        await press(pilot, "left", "home", "down")
        monkeypatch.setattr(Screen, "_on_timer_update", late)  # a machine that is slow to paint
        burst(pilot, "right", "space", "space")  # the list is higher once it has the cursor
        await done(pilot)
        assert view_of(pilot).actions.highlighted == 2
        assert view_of(pilot).actions.scroll_offset.y == 0


async def test_an_editor_that_is_gone_can_still_be_painted() -> None:
    async with plandesk(on_disk()) as pilot:
        await edit(pilot, "Action")
        editor = editor_of(pilot)
        await editor.remove()
        assert not editor._component_styles
        editor.render_line(0)


async def test_keys_that_come_while_plandesk_opens_wait_for_the_plan() -> None:
    app = Plandesk(on_disk())
    app.animation_level = "none"
    async with app.run_test(size=(120, 40)) as pilot:
        burst(pilot, "enter", "z", "escape")
        await until(pilot, lambda: app.session is not None and not app.turns.is_busy)
        await until(pilot, lambda: any("z" in text for text in first_texts(pilot)))
    assert app.session is not None
    app.session.close()


def first_texts(pilot: Pilot[None]) -> list[str]:
    plan = plan_of(pilot)
    return [plan.cover.title, plan.actions[0].text, plan.aims[0].text]


PASTED = "Delete nothing.\nNot this line,\nnor that."


async def test_a_paste_where_no_field_is_open_changes_nothing_and_says_so() -> None:
    async with plandesk(on_disk()) as pilot:
        before = plan_of(pilot)
        pilot.app.post_message(events.Paste(PASTED))
        await until(pilot, lambda: "went nowhere and nothing was changed" in said(pilot))
        assert "Enter" in said(pilot)
        assert plan_of(pilot) == before
        assert len(pilot.app.screen_stack) == 1


async def test_a_paste_on_the_list_of_plans_is_not_said_to_fit_after_enter() -> None:
    async with plandesk() as pilot:
        pilot.app.post_message(events.Paste(PASTED))
        await until(pilot, lambda: "went nowhere and nothing was changed" in said(pilot))
        assert "Open a field first, with Enter" not in said(pilot)
        assert "Where a plan is written, Enter opens a field" in said(pilot)


@pytest.mark.slow
async def test_what_was_said_of_a_paste_goes_once_one_is_in_a_field() -> None:
    async with plandesk(on_disk()) as pilot:
        pilot.app.post_message(events.Paste(PASTED))
        await until(pilot, lambda: "went nowhere" in shown(pilot))
        await edit(pilot, "Action")
        pilot.app.post_message(events.Paste(PASTED))
        await until(pilot, lambda: "Delete nothing." in editor_of(pilot).text)
        await until(pilot, lambda: "went nowhere" not in shown(pilot))


async def test_a_paste_over_a_dialog_without_a_line_says_so_too() -> None:
    async with plandesk(on_disk()) as pilot:
        burst(pilot, "x")
        await until(pilot, lambda: is_open(pilot, Dialog))
        await done(pilot)
        pilot.app.post_message(events.Paste(PASTED))
        await until(pilot, lambda: "went nowhere" in said(pilot))
        assert is_open(pilot, Dialog)


async def test_a_paste_into_an_open_field_is_whole_and_one_step_back() -> None:
    async with plandesk(on_disk()) as pilot:
        await edit(pilot, "Action")
        editor: FieldEditor = editor_of(pilot)
        before = editor.text
        pilot.app.post_message(events.Paste(PASTED))
        await until(pilot, lambda: editor.text == before + PASTED)
        assert said(pilot) == ""
        burst(pilot, "ctrl+z")
        await until(pilot, lambda: editor.text == before)


async def test_several_lines_pasted_into_one_line_are_not_dropped_without_a_word() -> None:
    async with plandesk(on_disk()) as pilot:
        burst(pilot, "e")
        await until(pilot, lambda: isinstance(pilot.app.focused, Input))
        await done(pilot)
        pilot.app.post_message(events.Paste("one\ntwo\nthree"))
        await until(pilot, lambda: "only the first of 3" in said(pilot))
