"""One writer to a plan, and no lock that anybody has to remove."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from store.lock import Holder, LockHeldError, PlanLock, hold, lock_path
from tests.repository import ROOT
from tests.store.plans import made

HOLDING = """
import sys
from pathlib import Path
from store.lock import PlanLock
lock = PlanLock(Path(sys.argv[1]), "A. Colleague")
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "Family support.plan.json"
    made(path)
    return path


def holding(path: Path) -> subprocess.Popen[str]:
    """Start another process that holds the plan."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDING, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=ROOT,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def test_a_second_one_is_told_who_has_the_plan_and_since_when(path: Path) -> None:
    with holding(path) as other:
        held = hold(path, "B. Officer")
        other.kill()
    assert held.is_taken
    assert held.lock is None
    assert "A. Colleague" in held.read_only_reason
    assert "since" in held.read_only_reason
    assert path.name in held.read_only_reason


def test_a_killed_holder_leaves_nothing_that_must_be_removed(path: Path) -> None:
    with holding(path) as other:
        other.send_signal(signal.SIGKILL)
    assert lock_path(path).exists()
    lock = PlanLock(path, "B. Officer")
    assert lock.left_by is None
    lock.release()
    assert not lock_path(path).exists()


def test_the_lock_outlives_the_replacing_of_the_plan(path: Path) -> None:
    lock = PlanLock(path, "A. Officer")
    path.replace(path.with_suffix(".other"))
    path.with_suffix(".other").replace(path)
    with pytest.raises(LockHeldError):
        PlanLock(path, "B. Officer")
    lock.release()
    PlanLock(path, "B. Officer").release()


def test_a_link_and_what_it_points_to_are_one_plan(path: Path, tmp_path: Path) -> None:
    link = tmp_path / "Linked.plan.json"
    link.symlink_to(path)
    lock = PlanLock(link, "A. Officer")
    with pytest.raises(LockHeldError):
        PlanLock(path, "B. Officer")
    lock.release()


def test_a_lock_left_on_another_machine_is_no_lock_but_is_told(path: Path) -> None:
    lock_path(path).write_text(
        '{"who": "C. Far", "host": "elsewhere", "pid": 5, "since": "2026-09-26T09:30:00+00:00"}'
    )
    held = hold(path, "B. Officer")
    assert held.lock is not None
    assert not held.read_only_reason
    assert "C. Far on elsewhere" in held.remark
    held.release()


def test_a_lock_file_of_nonsense_does_no_harm(path: Path) -> None:
    lock_path(path).write_bytes(b"\x00\xff{")
    held = hold(path, "B. Officer")
    assert held.lock is not None
    assert held.remark == ""
    held.release()


def test_a_time_that_is_none_is_not_told() -> None:
    assert Holder("A", "b", 1, "yesterday").since_local is None


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_plan_in_a_protected_folder_is_read_only(path: Path) -> None:
    path.parent.chmod(0o500)
    try:
        held = hold(path, "A. Officer")
    finally:
        path.parent.chmod(0o700)
    assert "may not be written to" in held.read_only_reason
    assert not held.is_taken


def test_only_its_owner_reads_who_holds_a_plan(path: Path) -> None:
    lock = PlanLock(path, "A. Officer")
    assert lock_path(path).stat().st_mode & 0o077 == 0
    lock.release()
