"""Versions in the window: sealed under a name, compared, and written as Word files."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from plan.changes.edits import set_action_field
from plan.changes.versions import versions_of
from plan.model.plan import Plan
from store.settings import Settings, save_settings
from tests.tui.changed_elsewhere import words_of
from tests.tui.window import (
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
from tui.dialogs.versions import VersionsDialog

pytestmark = pytest.mark.usefixtures("frozen")


async def sealed(pilot: Pilot[None], name: str, *, freeze: bool = False) -> None:
    """Seal the plan as it is, in the list of versions."""
    await press(pilot, "s")
    await type_text(pilot, name)
    await press(pilot, "enter", *(("down",) if freeze else ()), "enter")


def made(pilot: Pilot[None], timescale: str) -> Plan:
    """Change a timescale as an officer does who has closed the list; return the plan before."""
    session = app_of(pilot).session
    assert session is not None
    before = session.plan
    first = before.actions[0].id
    session.make(set_action_field(before, first, "timescale", timescale, name="Timescale"))
    return before


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=str)
@pytest.mark.slow
async def test_a_version_is_sealed_and_what_has_changed_since_is_shown(
    size: tuple[int, int],
) -> None:
    async with plandesk(on_disk(), size=size) as pilot:
        await press(pilot, "V")
        assert isinstance(pilot.app.screen, VersionsDialog)
        assert "No version is sealed yet" in words_of(pilot)
        await sealed(pilot, "as approved")
        assert [one.name for one in versions_of(plan_of(pilot))] == ["as approved"]
        assert "Nothing has changed" in words_of(pilot)
        await press(pilot, "escape")
        made(pilot, "By [b]Easter[/b]")
        await press(pilot, "V")
        assert "From as approved to now" in words_of(pilot)
        assert "By [b]Easter[/b]" in words_of(pilot)
        await press(pilot, "escape", "u", "u")
        assert not versions_of(plan_of(pilot))


@pytest.mark.slow
async def test_any_two_versions_are_compared() -> None:
    async with plandesk(on_disk()) as pilot:
        await press(pilot, "V")
        await sealed(pilot, "one")
        made(pilot, "May")
        await sealed(pilot, "two")
        made(pilot, "June")
        await press(pilot, "home", "space", "down")
        assert "From one to two" in words_of(pilot)
        assert "May" in words_of(pilot)
        assert "June" not in words_of(pilot)


async def test_refs_are_frozen_where_that_is_asked_for() -> None:
    async with plandesk(on_disk()) as pilot:
        await press(pilot, "V")
        await sealed(pilot, "frozen", freeze=True)
        assert plan_of(pilot).actions[0].sealed_ref


@pytest.mark.slow
async def test_a_name_is_sealed_once() -> None:
    async with plandesk(on_disk()) as pilot:
        await press(pilot, "V")
        await sealed(pilot, "one")
        await sealed(pilot, "ONE")
        assert "is sealed already" in said(pilot)
        assert len(versions_of(plan_of(pilot))) == 1


@pytest.mark.parametrize(("key", "name"), [("b", "what has changed"), ("t", "tracked changes")])
@pytest.mark.slow
async def test_a_word_file_of_it_goes_where_the_last_papers_went(
    tmp_path: Path, key: str, name: str
) -> None:
    save_settings(Settings(export_folder=str(tmp_path)))
    async with plandesk(on_disk()) as pilot:
        await press(pilot, "V")
        await sealed(pilot, "one")
        made(pilot, "May")
        await press(pilot, "home", key)
        await until(pilot, lambda: f"Small {name}" in said(pilot))
        assert [one.suffix for one in tmp_path.glob(f"Small {name}*")] == [".docx"]
        await press(pilot, "escape", "o")
        assert f"Small {name}.docx" in shown(pilot)
