"""Explain this action: everything that hangs on it, on one screen."""

import pytest

from tests.plan.checks.sound import OUTLINE, action
from tests.tui.window import NARROW, WIDE, app_of, on_disk, plandesk, press, said, shown, until
from tui.dialogs.explain import ExplainDialog


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=str)
async def test_x_shows_all_that_hangs_on_an_action(size: tuple[int, int]) -> None:
    async with plandesk(on_disk(action(1, pages="Pages 18, 9")(OUTLINE)), size=size) as pilot:
        await until(pilot, lambda: app_of(pilot).title_line.to_check)
        await press(pilot, "x")
        await until(pilot, lambda: isinstance(pilot.app.screen, ExplainDialog))
        words = " ".join(shown(pilot).split())
        assert "Aim 1: Make help for parents easy to find." in words
        assert "Impact on families" in words
        await press(pilot, "end")
        await until(pilot, lambda: "FIX P3" in shown(pilot))
        await press(pilot, "escape")
        await until(pilot, lambda: len(pilot.app.screen_stack) == 1)


async def test_where_no_action_is_it_says_so() -> None:
    async with plandesk(on_disk(OUTLINE)) as pilot:
        await press(pilot, "left", "up")
        app_of(pilot).view.action_explain()  # type: ignore[union-attr]
        await until(pilot, lambda: "Go to an action first" in said(pilot))
