"""A deleted plan lies in the bin, whole, until the bin is emptied."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from store import bin as plan_bin
from store.errors import StoreError
from store.history import history_path
from store.plan_file import PlanFile
from tests.store.failing_disk import failing
from tests.store.plans import SMALL, made, stored_timescale, timescale

NOW = datetime(2026, 9, 27, 8, 0, tzinfo=UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "Family support.plan.json"
    made(path).save(timescale(SMALL, "Monthly"))
    return path


def test_a_deleted_plan_comes_back_with_its_history(path: Path) -> None:
    content, history = path.read_bytes(), history_path(path).read_bytes()
    deleted = plan_bin.delete(path, NOW)
    assert not path.exists()
    assert not history_path(path).exists()
    assert plan_bin.deleted_plans() == (deleted,)
    assert plan_bin.bring_back(deleted) == path
    assert (path.read_bytes(), history_path(path).read_bytes()) == (content, history)
    assert plan_bin.deleted_plans() == ()


def test_a_plan_that_has_taken_its_place_stays(path: Path) -> None:
    deleted = plan_bin.delete(path, NOW)
    made(path)
    back = plan_bin.bring_back(deleted)
    assert back != path
    assert stored_timescale(path) == ""
    assert stored_timescale(back) == "Monthly"
    assert PlanFile.open(back).history.read()[0].label == "Made"


def test_two_plans_of_one_name_can_be_deleted_the_last_first(path: Path) -> None:
    first = plan_bin.delete(path, NOW)
    made(path)
    second = plan_bin.delete(path, NOW + timedelta(seconds=1))
    assert plan_bin.deleted_plans() == (second, first)


def test_a_damaged_plan_can_be_deleted_and_comes_back_as_it_was(path: Path) -> None:
    path.write_bytes(b"{")
    plan_bin.bring_back(plan_bin.delete(path, NOW))
    assert path.read_bytes() == b"{"


def test_an_emptied_bin_holds_nothing(path: Path) -> None:
    plan_bin.delete(path, NOW)
    assert plan_bin.empty() == 1
    assert plan_bin.deleted_plans() == ()


def test_a_plan_that_is_not_there_is_not_deleted(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="could not be put in the bin"):
        plan_bin.delete(tmp_path / "None.plan.json", NOW)
    assert plan_bin.deleted_plans() == ()


def test_whichever_call_fails_the_plan_is_where_it_was_or_in_the_bin(path: Path) -> None:
    content = path.read_bytes()
    for number in range(1, 60):
        with failing(("store.safe_file",), number, 28) as disk:
            try:
                plan_bin.delete(path, NOW + timedelta(seconds=number))
            except StoreError:
                assert path.read_bytes() == content
        for deleted in plan_bin.deleted_plans():
            assert plan_bin.bring_back(deleted) == path
        assert path.read_bytes() == content
        if not disk.has_failed:
            break
    assert not disk.has_failed


def test_what_was_cut_off_while_it_was_deleted_is_not_shown(path: Path) -> None:
    deleted = plan_bin.delete(path, NOW)
    (deleted.folder / path.name).unlink()
    (deleted.folder.parent / "something else").mkdir()
    assert plan_bin.deleted_plans() == ()
