"""A damaged plan is offered back, a deleted one lies in the bin, a plan in use is waited for."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from store import bin as plan_bin
from store.history import history_path
from store.lock import hold
from store.places import backups_folder, plans_folder
from store.plan_file import PlanFile
from store.settings import load_settings
from tests.tui.window import (
    app_of,
    edit,
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
from tui import opening
from tui.dialogs.choose import ChooseDialog


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ask again at once where an officer would wait for a while."""
    monkeypatch.setattr(opening, "ASK_AGAIN_AFTER", 0.05)


def no_backups() -> None:
    for path in backups_folder().rglob("*.plan.json"):
        path.unlink()


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_damaged_plan_is_brought_back_with_one_key(size: tuple[int, int]) -> None:
    path = on_disk()
    path.write_bytes(b'{"meta": ')
    async with plandesk(path, size) as pilot:
        await until(pilot, lambda: isinstance(pilot.app.screen, ChooseDialog))
        assert "As saved 26 September 2026" in shown(pilot)
        assert "lacks nothing" in shown(pilot)
        await press(pilot, "enter")
        await until(pilot, lambda: app_of(pilot).session is not None)
        assert plan_of(pilot).actions[0].timescale == "December 2016"
        assert "is back" in said(pilot)
    (kept,) = plans_folder().glob("*(damaged *")
    assert kept.read_bytes() == b'{"meta": '


async def test_a_damaged_plan_is_left_alone_where_the_officer_says_so() -> None:
    path = on_disk()
    path.write_bytes(b"")
    async with plandesk(path) as pilot:
        await until(pilot, lambda: isinstance(pilot.app.screen, ChooseDialog))
        await press(pilot, "escape")
        await until(pilot, lambda: "left as it is" in said(pilot))
    assert path.read_bytes() == b""
    assert list(plans_folder().glob("*(damaged *")) == []


async def test_a_damaged_plan_without_a_backup_is_told_and_left_alone() -> None:
    path = on_disk()
    no_backups()
    path.write_bytes(b"")
    async with plandesk(path) as pilot:
        await until(pilot, lambda: "no backup of it" in said(pilot))
        assert "from the backups" not in said(pilot), "there are none, and no command brings any"
    assert path.read_bytes() == b""


async def test_a_deleted_plan_comes_back_from_the_bin() -> None:
    path = on_disk()
    async with plandesk() as pilot:
        await press(pilot, "d")
        await until(pilot, lambda: not path.exists())
        await until(pilot, lambda: on_list(pilot, "plans").current == "")
        await press(pilot, "b")
        await until(pilot, lambda: isinstance(pilot.app.screen, ChooseDialog))
        assert "Small" in shown(pilot)
        await press(pilot, "enter")
        await until(pilot, path.exists)
    assert history_path(path).exists()
    assert plan_bin.deleted_plans() == ()


@pytest.mark.slow
async def test_the_bin_is_emptied_only_when_that_is_said_twice() -> None:
    path = on_disk()
    plan_bin.delete(path, datetime(2026, 9, 27, tzinfo=UTC))
    async with plandesk() as pilot:
        for answer in ("enter", "down"):
            await press(pilot, "b")
            await until(pilot, lambda: isinstance(pilot.app.screen, ChooseDialog))
            await press(pilot, "down", "enter")
            await until(pilot, lambda: "cannot be brought back" in shown(pilot))
            await press(pilot, answer)
            if answer == "down":
                await press(pilot, "enter")
            await until(pilot, lambda: not isinstance(pilot.app.screen, ChooseDialog))
            assert len(plan_bin.deleted_plans()) == (1 if answer == "enter" else 0)


async def test_an_empty_bin_says_so() -> None:
    async with plandesk() as pilot:
        await press(pilot, "b")
        await until(pilot, lambda: "No plan is deleted" in said(pilot))


@pytest.mark.slow
async def test_a_plan_that_is_open_elsewhere_is_read_only_and_then_taken_over() -> None:
    path = on_disk()
    held = hold(path, "A. Colleague")
    async with plandesk(path) as pilot:
        assert "A. Colleague" in said(pilot)
        assert "Read only" in shown(pilot)
        await press(pilot, "d")
        assert len(plan_of(pilot).actions) == 4
        file = PlanFile.open(path)
        file.save(_monthly(path))
        held.release()
        await until(pilot, lambda: "can be changed here" in said(pilot))
        await until(pilot, lambda: plan_of(pilot).actions[0].timescale == "Monthly")
        await edit(pilot, "Timescale")
        await type_text(pilot, "Weekly")
        await press(pilot, "escape")
    assert saved_plan(path).actions[0].timescale == "Weekly"


async def test_a_plan_that_is_open_elsewhere_is_not_deleted() -> None:
    path = on_disk()
    held = hold(path, "A. Colleague")
    async with plandesk() as pilot:
        await press(pilot, "d")
        await until(pilot, lambda: "A. Colleague" in said(pilot))
    assert path.exists()
    held.release()


async def test_of_a_synchronised_folder_the_officer_is_told_once(tmp_path: Path) -> None:
    path = tmp_path / "OneDrive" / "Small.plan.json"
    path.parent.mkdir()
    path.write_bytes(on_disk().read_bytes())
    for times in (1, 0):
        async with plandesk(path) as pilot:
            assert said(pilot).count("synchronised folder") == times
    assert load_settings()[0].shared_folders == (str(path.parent.resolve()),)


def _monthly(path: Path):  # type: ignore[no-untyped-def]
    from plan.changes.edits import set_action_field

    plan = saved_plan(path)
    return set_action_field(plan, plan.actions[0].id, "timescale", "Monthly", name="timescale")
