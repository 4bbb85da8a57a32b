"""What is replaced is kept: a plan in its backups, anything else beside the new one."""

import errno
from pathlib import Path

import pytest

from desk.new_plan import make_plan_file
from store import backups
from store.backups import backups_of
from store.errors import NotSavedError
from store.lock import hold
from store.plan_file import PlanFile
from tests.store.plans import SMALL, made, timescale


def replaced(path: Path) -> PlanFile:
    return made(path, replace=True)


def test_a_plan_that_is_replaced_is_in_its_backups(path: Path) -> None:
    made(path).save(timescale(SMALL, "Monthly"))
    before = path.read_bytes()
    replaced(path)
    assert before in [backup.path.read_bytes() for backup in backups_of(SMALL.cover.id)]


@pytest.mark.parametrize("content", [b"", b"{", b'{"another": {"kind": {}}}', b"PK\x03\x04"])
def test_a_file_that_is_no_plan_is_kept_beside_the_new_one(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    assert replaced(path).plan == SMALL
    (kept,) = path.parent.glob("a (replaced *).json")
    assert kept.read_bytes() == content


def test_nothing_is_replaced_that_cannot_be_kept(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made(path).save(timescale(SMALL, "Monthly"))

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(backups, "back_up", full)
    with pytest.raises(NotSavedError, match="no space left"):
        replaced(path)
    assert PlanFile.open(path).plan.actions[0].timescale == "Monthly"


def test_a_plan_that_is_open_elsewhere_is_not_replaced(path: Path) -> None:
    made(path)
    held = hold(path, "A. Officer")
    with pytest.raises(NotSavedError, match=r"by A\. Officer .* It was not replaced\."):
        make_plan_file(path, SMALL, "Made", replace=True)
    held.release()
    make_plan_file(path, SMALL, "Made", replace=True)
    assert PlanFile.open(path).history.read()[-1].label == "Made"
