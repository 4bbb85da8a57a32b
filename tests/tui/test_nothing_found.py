"""Where nothing is found or nothing is done, words say so; a notice is readable in one place."""

from dataclasses import replace

import pytest

from tests.tui.papers import WITH_PAPERS
from tests.tui.window import (
    SMALL,
    app_of,
    at_rest,
    go_to_view,
    on_disk,
    plan_of,
    plandesk,
    press,
    said,
    shown,
)
from tui.dialogs.keys import KeysDialog
from tui.views.equality.equality_view import EqualityView
from tui.widgets.notice_line import NoticeLine


@pytest.mark.parametrize(
    ("key", "words"), [("slash", "Nothing in Small says"), ("ctrl+p", "No command")]
)
async def test_find_and_the_palette_say_that_nothing_fits(key: str, words: str) -> None:
    async with plandesk(on_disk()) as pilot:
        await press(pilot, key, *"zzqq")
        assert words in shown(pilot)
        if key == "slash":
            box = pilot.app.screen.query_one("#dialog")
            assert box.region.bottom < pilot.app.size.height // 2, "no list, no room for one"
        await press(pilot, *["backspace"] * 4)
        assert words not in shown(pilot)


@pytest.mark.parametrize("keys", [("e",), ("question_mark",), ("slash",)])
@pytest.mark.slow
async def test_over_a_dialog_no_command_of_what_is_behind_it_can_be_given(
    keys: tuple[str, ...],
) -> None:
    async with plandesk(on_disk()) as pilot:
        before = plan_of(pilot)
        await press(pilot, *keys)
        dialog = pilot.app.screen
        await press(pilot, "ctrl+p")
        assert "close it first" in said(pilot)
        assert pilot.app.screen is dialog
        assert plan_of(pilot) is before


async def test_a_key_that_does_nothing_says_so_and_where_the_keys_are_told() -> None:
    async with plandesk(on_disk(), size=(80, 24)) as pilot:
        before = plan_of(pilot)
        for key, words in (
            ("g", "g does nothing here: ? shows the keys of where you are."),
            ("f2", "F2 does nothing here"),
            ("ctrl+s", "What you type is saved by itself"),
            ("backspace", "d deletes what is under the cursor; Ctrl+R replaces words."),
        ):
            await press(pilot, key)
            assert words in said(pilot)
        await press(pilot, "4", "backspace")
        assert "Backspace does nothing here" in said(pilot)
        await press(pilot, "question_mark", "question_mark")
        assert "? does nothing in this box: its lower edge says what its keys are." in said(pilot)
        assert plan_of(pilot) is before


async def test_find_in_a_plan_without_actions_says_what_to_type_before_anything_is_typed() -> None:
    async with plandesk(on_disk(replace(SMALL, aims=()))) as pilot:
        await press(pilot, "slash")
        assert "Type words, or the ref of an action." in shown(pilot)
        await press(pilot, "pagedown", "enter")
        assert pilot.app.is_running


@pytest.mark.parametrize("key", ["a", "ctrl+d"])
@pytest.mark.slow
async def test_an_assessment_is_added_or_copied_only_where_the_cursor_is_on_one(key: str) -> None:
    async with plandesk(on_disk(WITH_PAPERS)) as pilot:
        view = await go_to_view(pilot, EqualityView, "3")
        view.go_to("description")
        await at_rest(pilot)
        assert "a add" not in shown(pilot)
        for where in ("questions", "answer"):
            assert app_of(pilot).where == where
            await press(pilot, key)
            assert len(plan_of(pilot).assessments) == 1
            if where == "questions":
                assert "Go to the first line of the list" in said(pilot)
                await press(pilot, "right")
        await press(pilot, "left", "home", key)
        assert len(plan_of(pilot).assessments) == 2


@pytest.mark.slow
async def test_a_notice_is_on_the_screen_once_and_goes_on_when_the_dialog_is_closed() -> None:
    async with plandesk(on_disk()) as pilot:
        app_of(pilot).say("This is said once.")
        await at_rest(pilot)
        for dialog in (False, True, False):
            lines = [
                line
                for screen in pilot.app.screen_stack
                for line in screen.query(NoticeLine)
                if line.display
            ]
            assert [line.screen for line in lines] == [pilot.app.screen]
            assert "This is said once." in shown(pilot)
            assert isinstance(pilot.app.screen, KeysDialog) is dialog
            await press(pilot, "escape" if dialog else "question_mark")
