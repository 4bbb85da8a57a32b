"""A plan that may only be read is shown whole, says why, and takes no edit by any key."""

from pathlib import Path

import pytest

from tests.tui.window import on_disk, plan_of, plandesk, press, said, view_of
from tui.__main__ import main

WHY = "Small.plan.json is marked as read-only. It can be read here but not changed"
EDITS = ("enter", "a", "m", "d", "ctrl+d", "p", "u", "y")
IN_FIELDS = ("enter", "d", "p", "u")


@pytest.fixture
def read_only() -> Path:
    path = on_disk()
    path.chmod(0o444)
    return path


async def test_every_key_that_edits_says_why_it_does_not(read_only: Path) -> None:
    before = read_only.read_bytes()
    async with plandesk(read_only) as pilot:
        plan = plan_of(pilot)
        told = 1
        assert said(pilot).count(WHY) == told
        for key in EDITS:
            await press(pilot, key)
            told += 1
            assert said(pilot).count(WHY) == told, key
        await press(pilot, "right")
        for key in IN_FIELDS:
            await press(pilot, key)
            told += 1
            assert said(pilot).count(WHY) == told, key
        assert said(pilot).count("\n") == told - 1, "and nothing else is said"
        assert view_of(pilot).where == "fields"
        assert plan_of(pilot) == plan
        await press(pilot, "ctrl+q")
    assert read_only.read_bytes() == before


async def test_it_can_be_copied_from_but_not_pasted_into(read_only: Path) -> None:
    async with plandesk(read_only) as pilot:
        await press(pilot, "c", "v")
        assert said(pilot).splitlines()[1].startswith("Copied")
        assert said(pilot).splitlines()[2].startswith(WHY)
        await press(pilot, "right", "c", "down", "v")
        assert said(pilot).splitlines()[-1].startswith(WHY)
        assert len(plan_of(pilot).actions) == 4


@pytest.mark.parametrize(
    "arguments", [["set", "Small", "1.1", "pages", "1"], ["note", "Small", "1.1", "Done."]]
)
def test_the_command_line_refuses_as_well(
    arguments: list[str], read_only: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = read_only.read_bytes()
    assert main(arguments) == 1
    assert WHY in capsys.readouterr().err
    assert read_only.read_bytes() == before
