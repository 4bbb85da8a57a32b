"""A history that cannot be written lags behind the plan, and catches up."""

import errno
from functools import reduce
from pathlib import Path

import pytest

from plan.changes.change import applied
from plan.model.plan import Plan
from store.history import History, history_path
from store.plan_file import PlanFile
from store.recording import MOST_WAITING, Recorder
from tests.store.plans import SMALL, made, timescale


def refused(*_: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def edited(file: PlanFile, plan: Plan, *texts: str) -> Plan:
    for text in texts:
        plan = applied(plan, file.save(timescale(plan, text)))
    return plan


def test_the_officer_is_told_and_nothing_is_missing_once_there_is_room(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = made(path)
    with monkeypatch.context() as patch:
        patch.setattr(History, "append", refused)
        plan = edited(file, SMALL, "May 2027", "June 2027", "July 2027")
        assert "history could not be written: no space left" in file.warning
        still_full = PlanFile.open(path, read_only_because="looked at")
        assert [change.revision for change in still_full.past()] == [1, 2, 3, 4]
    assert PlanFile.open(path).plan == plan
    assert [change.revision for change in file.history.read()] == [1, 2, 3, 4]


def test_the_next_save_catches_up(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = made(path)
    with monkeypatch.context() as patch:
        patch.setattr(History, "append", refused)
        plan = edited(file, SMALL, "May 2027", "June 2027")
    plan = edited(file, plan, "July 2027")
    assert file.warning == ""
    _, *changes = file.history.read()
    assert [change.revision for change in changes] == [2, 3, 4]
    assert reduce(applied, changes, SMALL) == plan
    assert b'"unrecorded"' in path.read_bytes()
    edited(file, PlanFile.open(path).plan, "August 2027")
    assert b'"unrecorded"' not in path.read_bytes()


def test_what_waits_in_the_plan_is_bounded(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(History, "append", refused)
    recorder = Recorder(History(path))
    for _ in range(MOST_WAITING + 5):
        recorder.record(timescale(SMALL, "May 2027"))
    assert len(recorder.waiting) == MOST_WAITING


def test_a_history_that_cannot_be_read_is_owed_what_every_opening_saved(path: Path) -> None:
    made(path)
    there = history_path(path)
    kept = there.rename(there.with_name("kept"))
    there.mkdir()
    plan = SMALL
    for text in ("May 2027", "June 2027", "July 2027"):
        file = PlanFile.open(path)
        assert "history could not be written: it is a folder" in file.warning
        plan = edited(file, plan, text)
        assert "history could not be written: it is a folder" in file.warning
    assert [change.revision for change in PlanFile.open(path).past()] == [1, 2, 3, 4]
    there.rmdir()
    kept.rename(there)
    file = PlanFile.open(path)
    assert file.warning == ""
    assert [change.revision for change in file.history.read()] == [1, 2, 3, 4]
    assert there.read_bytes().count(b"\n") == 4


def test_a_plan_that_is_made_says_when_its_history_cannot_be_written(path: Path) -> None:
    history_path(path).mkdir(parents=True)
    assert "is saved, but its history could not be written" in made(path).warning
