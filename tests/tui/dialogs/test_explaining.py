"""Explain this action: everything that hangs on it, on one screen."""

import pytest

from tests.plan.checks.sound import OUTLINE, action
from tests.tui.window import NARROW, WIDE, app_of, on_disk, plandesk, press, said, shown, until
from tui.dialogs.explain import ExplainDialog

pytestmark = pytest.mark.usefixtures("frozen")


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


async def test_it_says_what_was_read_of_the_timescale_and_what_comes_next() -> None:
    plan = action(1, timescale="March 2016 and every six months thereafter")(OUTLINE)
    async with plandesk(on_disk(plan), size=WIDE) as pilot:
        await press(pilot, "x")
        await until(pilot, lambda: isinstance(pilot.app.screen, ExplainDialog))
        await until(pilot, lambda: "read as: due or reviewed March 2016" in shown(pilot))
        assert "overdue since March 2026: no note since" in shown(pilot)
        assert "next: review September 2026" in shown(pilot)


async def test_what_is_to_check_is_there_before_the_checks_have_had_their_turn() -> None:
    async with plandesk(on_disk(action(1, pages="Pages 18, 9")(OUTLINE)), size=WIDE) as pilot:
        session = app_of(pilot).session
        assert session is not None
        session.findings, session.findings_of = (), None
        await press(pilot, "x")
        await until(pilot, lambda: isinstance(pilot.app.screen, ExplainDialog))
        await until(pilot, lambda: "FIX P3" in shown(pilot))


async def test_a_line_that_runs_on_stays_as_far_in_as_it_began() -> None:
    criterion = "All families who were asked say that they found help within a week. " * 3
    plan = action(1, success_criteria=(criterion,))(OUTLINE)
    async with plandesk(on_disk(plan), size=NARROW) as pilot:
        await press(pilot, "x")
        await until(pilot, lambda: isinstance(pilot.app.screen, ExplainDialog))
        await press(pilot, "end")
        await until(pilot, lambda: "Progress:" in shown(pilot))
        lines = [line.partition("│ │")[2] for line in shown(pilot).splitlines()]
        first = next(n for n, line in enumerate(lines) if "All families" in line)
        assert lines[first + 1].startswith("   ")


async def test_where_no_action_is_it_says_so() -> None:
    async with plandesk(on_disk(OUTLINE)) as pilot:
        await press(pilot, "left", "up")
        app_of(pilot).view.action_explain()  # type: ignore[union-attr]
        await until(pilot, lambda: "Go to an action first" in said(pilot))
