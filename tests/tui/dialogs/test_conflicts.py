"""Fields that were written differently on several laptops are settled in the window."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from plan.model.conflicts import open_conflicts
from plan.model.plan import Plan
from store.places import plans_folder
from store.plan_file import PlanFile
from tests.plan.changes.test_conflicts import REVIEW
from tests.tui.changed_elsewhere import words_of
from tests.tui.command_line.test_conflicts_command import clash
from tests.tui.window import (
    MADE_AT,
    app_of,
    on_disk,
    plan_of,
    plandesk,
    press,
    said,
    shown,
    type_text,
    until,
)
from tui.dialogs.conflicts import AllWordingsDialog, ConflictsDialog, WriteWordingDialog


@pytest.fixture
def path() -> Path:
    """Make a plan in which three fields of one action were written differently."""
    file = plans_folder() / "Clash.plan.json"
    file.parent.mkdir(parents=True, exist_ok=True)
    PlanFile.create(file, clash(), label="Made", who="A. Officer", now=MADE_AT)
    return file


@asynccontextmanager
async def asked(path: Path, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Pilot[None]]:
    """Open the plan and its conflicts, with the cursor on the first, that of the leads."""
    async with plandesk(path, size=size) as pilot:
        await until(pilot, lambda: "3 conflicts" in shown(pilot))
        await press(pilot, "C")
        assert isinstance(pilot.app.screen, ConflictsDialog)
        yield pilot


def fields(plan: Plan) -> dict[str, object]:
    return plan.action_rows[REVIEW].as_json()


def waiting(plan: Plan) -> list[str]:
    return [one.field for one in open_conflicts(plan)]


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=str)
async def test_every_wording_of_every_field_is_shown(path: Path, size: tuple[int, int]) -> None:
    async with asked(path, size) as pilot:
        words = words_of(pilot)
        assert "3 fields wait for you" in words
        assert "Team A" in words
        assert "Team B" in words
        await press(pilot, "end")
        assert all(month in words_of(pilot) for month in ("May", "June", "July"))
        assert "another wording, 2 of 2" in words_of(pilot)


async def test_enter_takes_the_wording_that_is_chosen_as_one_change(path: Path) -> None:
    async with asked(path) as pilot:
        before = fields(plan_of(pilot))
        await press(pilot, "right", "enter")
        now = fields(plan_of(pilot))
        assert now["leads"] != before["leads"]
        assert waiting(plan_of(pilot)) == ["place", "timescale"]
        assert "2 fields wait for you" in words_of(pilot)
        await press(pilot, "escape", "u")
        assert fields(plan_of(pilot)) == before
        assert waiting(plan_of(pilot)) == ["leads", "place", "timescale"]


async def test_the_one_that_the_plan_has_is_kept_and_undone_too(path: Path) -> None:
    async with asked(path) as pilot:
        before = fields(plan_of(pilot))
        await press(pilot, "right", "left", "enter", "escape")
        assert fields(plan_of(pilot)) == before
        assert waiting(plan_of(pilot)) == ["place", "timescale"]
        await press(pilot, "u")
        assert waiting(plan_of(pilot)) == ["leads", "place", "timescale"]


async def test_both_are_taken_where_a_field_can_hold_them(path: Path) -> None:
    async with asked(path) as pilot:
        await press(pilot, "b")
        assert sorted(fields(plan_of(pilot))["leads"]) == ["Team A", "Team B"]  # type: ignore[call-overload]
        await press(pilot, "home", "b")
        assert "can hold only one" in said(pilot)
        assert waiting(plan_of(pilot)) == ["place", "timescale"]


async def test_another_wording_is_written(path: Path) -> None:
    async with asked(path) as pilot:
        await press(pilot, "end", "e")
        assert isinstance(pilot.app.screen, WriteWordingDialog)
        await type_text(pilot, "By [b]August[/b]")
        await press(pilot, "escape")
        assert fields(plan_of(pilot))["timescale"] == "By [b]August[/b]"
        assert waiting(plan_of(pilot)) == ["leads", "place"]


async def test_a_place_cannot_be_typed_and_is_not_lost(path: Path) -> None:
    async with asked(path) as pilot:
        await press(pilot, "down", "e")
        await type_text(pilot, "Somewhere")
        await press(pilot, "escape")
        assert "Nothing can be typed here" in said(pilot)
        assert waiting(plan_of(pilot)) == ["leads", "place", "timescale"]


async def test_they_are_read_whole(path: Path) -> None:
    async with asked(path) as pilot:
        await press(pilot, "r")
        assert isinstance(pilot.app.screen, AllWordingsDialog)
        assert "As the plan has it:" in words_of(pilot)
        assert "Team A" in words_of(pilot)
        assert "Team B" in words_of(pilot)


async def test_the_last_one_closes_the_list_and_nothing_asks_any_more(path: Path) -> None:
    async with asked(path) as pilot:
        assert "C conflicts" not in words_of(pilot)
        await press(pilot, "escape")
        assert "C conflicts" in shown(pilot)
        await press(pilot, "C", "enter", "enter", "enter")
        assert not waiting(plan_of(pilot))
        assert len(pilot.app.screen_stack) == 1
        assert "No conflict is left" in said(pilot)
        await until(pilot, lambda: "conflict" not in app_of(pilot).title_line.to_check)
        assert "C conflicts" not in shown(pilot)


async def test_a_finding_of_the_checks_leads_to_its_conflict(path: Path) -> None:
    async with plandesk(path, size=(80, 24)) as pilot:
        await press(pilot, "5")
        await until(pilot, lambda: "P40" in shown(pilot))
        await press(pilot, "home", "down", "down", "enter")
        dialog = pilot.app.screen
        assert isinstance(dialog, ConflictsDialog)
        assert dialog.query_one("#conflicts").current.endswith("timescale")  # type: ignore[attr-defined]


async def test_without_a_conflict_the_key_says_so_and_is_not_named() -> None:
    async with plandesk(on_disk(), size=(80, 24)) as pilot:
        assert "C conflicts" not in shown(pilot)
        await press(pilot, "C")
        assert "every field has one wording" in said(pilot)
