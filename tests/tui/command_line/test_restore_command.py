"""Plans put away and brought back on the command line."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from plan.changes.edits import set_action_field
from store.backups import back_up
from store.lock import hold
from store.places import backups_folder
from store.plan_file import PlanFile
from tests.tui.window import on_disk, saved_plan
from tui.__main__ import main

Captured = pytest.CaptureFixture[str]


def set_timescale(path: Path, text: str) -> None:
    file = PlanFile.open(path)
    action = file.plan.actions[0].id
    file.save(set_action_field(file.plan, action, "timescale", text, name="timescale"))


def test_a_damaged_plan_comes_back_with_everything_saved(capsys: Captured) -> None:
    path = on_disk()
    set_timescale(path, "Monthly")
    path.write_bytes(b"\x00" * 512)
    assert main(["restore", "Small"]) == 0
    assert "Small.plan.json is back" in capsys.readouterr().out
    assert saved_plan(path).actions[0].timescale == "Monthly"


def test_the_states_of_a_sound_plan_are_listed_and_nothing_is_done(capsys: Captured) -> None:
    path = on_disk()
    set_timescale(path, "Monthly")
    before = path.read_bytes()
    assert main(["restore", "Small"]) == 0
    listed = capsys.readouterr().out
    assert listed.startswith("1  As saved ")
    assert path.read_bytes() == before


def test_a_sound_plan_goes_back_as_a_change_that_can_be_undone(capsys: Captured) -> None:
    path = on_disk()
    set_timescale(path, "Monthly")
    for backup in sorted(backups_folder().rglob("*.plan.json"))[1:]:
        backup.unlink()
    for line in (backups_folder().parent / "plans").glob("*.history.jsonl"):
        kept = line.read_bytes().splitlines(keepends=True)
        line.write_bytes(kept[0])
    assert main(["restore", "Small", "--from", "1"]) == 0
    assert "can be undone" in capsys.readouterr().out
    assert saved_plan(path).actions[0].timescale == "December 2016"
    assert PlanFile.open(path).revision == 3


def test_a_state_that_there_is_not_is_refused(capsys: Captured) -> None:
    on_disk()
    assert main(["restore", "Small", "--from", "9"]) == 1
    assert "no number 9" in capsys.readouterr().err


def test_a_plan_without_a_backup_is_refused_in_a_sentence(capsys: Captured) -> None:
    assert main(["restore", "Nothing"]) == 1
    assert "There is no backup" in capsys.readouterr().err


def test_a_deleted_plan_is_listed_and_comes_back(capsys: Captured) -> None:
    path = on_disk()
    assert main(["delete", "Small"]) == 0
    assert not path.exists()
    assert main(["restore"]) == 0
    assert "Small: deleted" in capsys.readouterr().out
    assert main(["restore", "Small"]) == 0
    assert path.exists()


def test_an_emptied_bin_brings_nothing_back(capsys: Captured) -> None:
    on_disk()
    assert main(["delete", "Small"]) == 0
    assert main(["restore", "--empty-bin"]) == 0
    assert "1 plan removed for good" in capsys.readouterr().out
    assert main(["restore"]) == 0
    assert "No plan is deleted" in capsys.readouterr().out


@pytest.mark.parametrize("command", [["delete"], ["set", "1.1", "timescale", "Monthly"]])
def test_a_plan_that_is_open_in_the_window_is_not_touched(
    capsys: Captured, command: list[str]
) -> None:
    path = on_disk()
    held = hold(path, "A. Colleague")
    before = path.read_bytes()
    assert main([command[0], "Small", *command[1:]]) == 1
    assert "A. Colleague" in capsys.readouterr().err
    assert path.read_bytes() == before
    assert main(["show", "Small"]) == 0
    held.release()


def test_a_plan_that_is_not_there_is_not_deleted(capsys: Captured) -> None:
    assert main(["delete", "Nothing"]) == 1
    assert "There is no plan" in capsys.readouterr().err


def test_a_path_brings_back_the_plan_that_was_deleted_there_and_no_other(
    tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = on_disk()
    assert main(["delete", "Small"]) == 0
    assert "plandesk restore 'Small' brings it back" in capsys.readouterr().out
    monkeypatch.chdir(tmp_path)
    for elsewhere in (str(tmp_path / "Small.plan.json"), str(tmp_path / "Small"), "./Small"):
        assert main(["restore", elsewhere]) == 1
        said = capsys.readouterr().err
        assert "There is no backup" in said
        assert "The bin has another plan of that name: plandesk restore 'Small'." in said
    assert not desk.exists()
    assert main(["restore", str(desk)]) == 0
    assert desk.exists()


@pytest.mark.parametrize("named", ["{0}/Small.plan.json", "{0}/Small", "./Small", "Small"])
def test_a_plan_from_elsewhere_goes_back_to_where_it_was(
    named: str, tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    there = tmp_path / "Small.plan.json"
    assert main(["sample", "--out", "./Small"]) == 0
    assert main(["delete", "./Small.plan.json"]) == 0
    assert f"plandesk restore '{there}' brings it back" in capsys.readouterr().out
    assert main(["restore"]) == 0
    assert capsys.readouterr().out.startswith(f"{there}: deleted ")
    assert main(["restore", named.format(tmp_path)]) == 0
    assert there.exists()


def test_a_name_means_the_plan_of_the_desk_before_one_from_elsewhere(tmp_path: Path) -> None:
    desk = on_disk()
    assert main(["sample", "--out", str(tmp_path / "Small")]) == 0
    assert main(["delete", "Small"]) == 0
    assert main(["delete", str(tmp_path / "Small")]) == 0
    assert main(["restore", "Small"]) == 0
    assert desk.exists()
    assert not (tmp_path / "Small.plan.json").exists()


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_each_of_three_backups_is_listed_and_comes_back_as_it_was(
    number: int, capsys: Captured
) -> None:
    path = on_disk()
    kept = []
    for hour, text in enumerate(("Monthly", "Weekly", "Daily"), 8):
        set_timescale(path, text)
        now = datetime(2026, 9, 27, hour, tzinfo=UTC)
        file = PlanFile.open(path)
        kept.append(back_up(file.plan_id, path, path.read_bytes(), file.revision, now).path)
    set_timescale(path, "Yearly")
    for one in {*backups_folder().rglob("*.plan.json")} - {*kept}:
        one.unlink()
    assert main(["restore", "Small", "--list"]) == 0
    listed = capsys.readouterr().out.splitlines()
    assert [line.partition("(")[2] for line in listed] == [
        "the backup and 1 later change; lacks nothing)",
        "the backup; lacks 1 change)",
        "the backup; lacks 2 changes)",
        "the backup; lacks 3 changes)",
    ]
    path.write_bytes(b"")
    assert main(["restore", "Small", "--from", str(number)]) == 0
    wanted = ("Yearly", "Daily", "Weekly", "Monthly")[number - 1]
    assert saved_plan(path).actions[0].timescale == wanted
