"""A session holds no more after many edits than after a few; undo goes back as far as ever."""

import gc
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.strip import Strip
from textual.widget import Widget

from desk.session import PlanSession
from plan.changes.change import Change
from plan.changes.edits import set_aim_text
from plan.changes.undo import MOST_KEPT
from tests.tui.window import editor_of, on_disk, plandesk, press, until, view_of, write
from tui.dialogs.history import PAGE_OF_STEPS, HistoryDialog
from tui.widgets.row_list import RowList

FEW = 4


async def edit_once(pilot: Pilot[None], text: str) -> None:
    view = view_of(pilot)
    view.edit_field(0)
    await until(pilot, lambda: view.where == "editing" and editor_of(pilot).has_focus)
    await write(pilot, text, "escape")
    await until(pilot, lambda: view.where != "editing")


def alive() -> Counter[str]:
    """Return how many widgets, lines on the screen and changes are in memory, by kind."""
    gc.collect()
    return Counter(
        type(one).__name__ for one in gc.get_objects() if isinstance(one, Widget | Change | Strip)
    )


@pytest.mark.slow
async def test_every_field_that_was_left_is_let_go_of() -> None:
    async with plandesk(on_disk()) as pilot:
        await press(pilot, "right", "right")
        counts: list[Counter[str]] = []
        for number in range(3):
            for again in range(FEW):
                await edit_once(pilot, f"Text {number} {again}")
            counts.append(alive())
        grown = [later - before for before, later in pairwise(counts)]
        assert not any(count >= FEW for more in grown[-1:] for count in more.values()), grown


def edited_often(path: Path, times: int) -> PlanSession:
    """Return a session in which the text of an aim was set so many times."""
    session = PlanSession.opened(path)
    for number in range(times):
        session.make(set_aim_text(session.plan, session.plan.aims[0].id, f"Aim {number}"))
    assert session.saved(60)
    return session


def test_undo_and_redo_go_further_back_than_what_is_kept_in_memory() -> None:
    times = MOST_KEPT + 30
    session = edited_often(on_disk(), times)
    before = [f"Aim {number}" for number in range(times)]
    for text in [*before[:-1][::-1], "Make help easy to find."]:
        assert session.undo() is not None
        assert session.plan.aims[0].text == text
    assert session.undo() is None
    for text in before:
        assert session.redo() is not None
        assert session.plan.aims[0].text == text
    assert session.redo() is None
    session.close()


@pytest.mark.slow
async def test_the_history_is_listed_a_page_at_a_time() -> None:
    path = on_disk()
    edited_often(path, PAGE_OF_STEPS + 20).close()
    async with plandesk(path) as pilot:
        await press(pilot, "h")
        await until(pilot, lambda: isinstance(pilot.app.screen, HistoryDialog))
        steps = pilot.app.screen.query_one("#steps", RowList)
        assert len(steps.rows) == PAGE_OF_STEPS
        await press(pilot, "end")
        await until(pilot, lambda: len(steps.rows) == PAGE_OF_STEPS + 21)
        await press(pilot, "end")
        await until(pilot, lambda: steps.current == "1")
