"""Commands at once on one plan wait for one another, but not for a window."""

import subprocess
import sys
from pathlib import Path

import pytest

from desk import new_plan
from desk.new_plan import make_new_plan_file
from sample_data.sample import sample_plan
from store.errors import PlanExistsError
from store.lock import PlanLock, hold
from store.places import plans_folder
from tests.repository import ROOT
from tests.tui.window import on_disk, saved_plan
from tui.__main__ import main

Captured = pytest.CaptureFixture[str]


def begun(*arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tui", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        stdin=subprocess.DEVNULL,
        cwd=ROOT,
        text=True,
    )


def ended(processes: list[subprocess.Popen[str]]) -> list[tuple[int, str]]:
    return [
        (process.returncode, f"{out}{err}")
        for process in processes
        for out, err in [process.communicate()]
    ]


def test_four_commands_at_once_are_all_saved() -> None:
    path = on_disk()
    notes = [f"Note number {number}." for number in range(4)]
    outcomes = ended([begun("note", "Small", "1.1", note) for note in notes])
    assert [status for status, _ in outcomes] == [0] * 4, outcomes
    plan = saved_plan(path)
    told = [note.text for note in plan.notes_of(plan.actions[0].id)]
    assert sorted(set(told) & set(notes)) == notes


def test_a_command_waits_until_another_has_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    path = on_disk()
    other = PlanLock(path, "A. Colleague", is_command=True)
    monkeypatch.setattr("store.lock.time.sleep", lambda _: other.release())
    assert main(["set", "Small", "1.1", "timescale", "Weekly"]) == 0
    assert saved_plan(path).actions[0].timescale == "Weekly"


def test_a_command_does_not_wait_for_ever(
    monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    path = on_disk()
    monkeypatch.setattr("store.lock.LONGEST_WAIT", 0.1)
    other = PlanLock(path, "A. Colleague", is_command=True)
    assert main(["set", "Small", "1.1", "timescale", "Weekly"]) == 1
    assert "by A. Colleague" in capsys.readouterr().err
    other.release()


def test_a_command_does_not_wait_for_a_window(
    monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    path = on_disk()
    monkeypatch.setattr("store.lock.LONGEST_WAIT", 3600.0)  # it would never end
    monkeypatch.setattr("store.lock._LONGEST_QUEUE", 3600.0)
    window = hold(path, "A. Colleague")
    for arguments in (
        ["set", "Small", "1.1", "timescale", "Weekly"],
        ["note", "Small", "1.1", "Well"],
        ["delete", "Small"],
        ["sample", "--out", "Small", "--force"],
    ):
        assert main(arguments) == 1
        assert "by A. Colleague" in capsys.readouterr().err
    window.release()


def test_samples_at_once_get_names_of_their_own() -> None:
    outcomes = ended([begun("sample") for _ in range(4)])
    assert [status for status, _ in outcomes] == [0] * 4, outcomes
    assert len({out for _, out in outcomes}) == 4
    names = {path.name for path in plans_folder().glob("*.plan.json")}
    assert names == {
        "Sample plan.plan.json",
        *(f"Sample plan {number}.plan.json" for number in (2, 3, 4)),
    }


def test_a_name_that_is_taken_at_the_last_moment_is_passed_over(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    usual = new_plan.make_plan_file
    tried: list[Path] = []

    def too_late(path: Path, *arguments: object, **named: object) -> Path:
        tried.append(path)
        if len(tried) == 1:
            usual(path, sample_plan(), "Another")
            raise PlanExistsError
        return usual(path, *arguments, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(new_plan, "make_plan_file", too_late)
    made = make_new_plan_file("Sample plan", sample_plan(), "Sample")
    assert made.name == "Sample plan 2.plan.json"


def test_a_plan_that_is_being_made_just_now_is_passed_over() -> None:
    plans_folder().mkdir()
    other = PlanLock(plans_folder() / "Sample plan.plan.json", "A. Colleague", is_command=True)
    made = make_new_plan_file("Sample plan", sample_plan(), "Sample")
    other.release()
    assert made.name == "Sample plan 2.plan.json"
