"""What two misfortunes, one after the other, may not do."""

import errno
from pathlib import Path
from random import Random

import pytest
from hypothesis import settings
from hypothesis.stateful import run_state_machine_as_test

from plan.changes.change import applied
from store.errors import NotSavedError
from store.plan_file import PlanFile
from tests.store.crash_points import every_power_cut
from tests.store.disk_model import written_back
from tests.store.failing_disk import failing
from tests.store.operation import PLAN, Operation, sound_plan
from tests.store.operations import check_imported, import_plan, nothing
from tests.store.plan_sequences import PlanOnFullDisk
from tests.store.plans import SMALL, made, timescale
from tests.store.power_cut import recorded

pytestmark = pytest.mark.slow


def test_an_edit_that_the_history_had_no_room_for_is_in_it_after_a_power_cut(
    tmp_path: Path,
) -> None:
    path = tmp_path / PLAN
    for number in range(100):
        file = made(path, replace=True)
        with failing(("store.history",), 2, errno.ENOSPC):
            first = file.save(timescale(SMALL, "Monthly"))
        with recorded(tmp_path) as disk:
            disk.cut_after(number)
            file.save(timescale(applied(SMALL, first), "Weekly"))
        for remains in disk.tree.after_cut(Random(number)):
            written_back(tmp_path, remains)
            assert sound_plan(path).revision in (2, 3)
        if not disk.is_cut:
            break
    assert number > 8


def test_a_change_that_a_full_disk_left_unforced_is_told_after_a_restart_and_a_power_cut(
    tmp_path: Path,
) -> None:
    for number in range(20):
        folder = tmp_path / str(number)
        folder.mkdir()
        path = folder / PLAN
        file = made(path)
        with recorded(folder) as disk:
            disk.full_after(10)
            first = file.save(timescale(SMALL, "Monthly"))
            assert disk.called[-3:] == ["write", "fsync", "close"]
            assert file.warning
            disk.cut_after(number)
            PlanFile.open(path).save(timescale(applied(SMALL, first), "Weekly"))
        for remains in disk.tree.after_cut(Random(number)):
            written_back(folder, remains)
            told = [change.revision for change in sound_plan(path).history.read()]
            assert told[:2] == [1, 2]


def test_what_was_seen_in_a_plan_once_is_there_after_a_power_cut(tmp_path: Path) -> None:
    path = tmp_path / PLAN
    file = made(path)
    with recorded(tmp_path) as disk:
        disk.full_after(5)
        with pytest.raises(NotSavedError):
            file.save(timescale(SMALL, "Monthly"))
        assert disk.called[-2:] == ["replace", "open"]
        seen = PlanFile.open(path)
        assert seen.revision == 2
    for remains in disk.tree.after_cut(Random(4)):
        written_back(tmp_path, remains)
        assert sound_plan(path).plan == seen.plan


def test_no_sequence_with_full_disks_and_power_cuts_loses_an_acknowledged_edit() -> None:
    short = settings(deadline=None, max_examples=100, stateful_step_count=15, database=None)
    run_state_machine_as_test(PlanOnFullDisk, settings=short)


def test_the_first_plan_of_a_new_folder_is_there_after_a_power_cut(tmp_path: Path) -> None:
    import_into_a_new_folder = Operation(
        "import into a new folder",
        nothing,
        lambda folder: import_plan(folder / "plans"),
        lambda folder, is_done: check_imported(folder / "plans", is_done),
    )
    assert every_power_cut(import_into_a_new_folder, tmp_path, Random(4)).failures == []
