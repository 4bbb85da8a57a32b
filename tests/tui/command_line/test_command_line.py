"""The command line: every function without the window, in plain lines and honest exit statuses."""

import json
import os
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

from plan.model.rows import Action
from store.history import history_path
from store.places import plan_path
from tests.repository import ROOT
from tests.tui.views.test_rename_indicators import OUTLINE
from tests.tui.window import SMALL, on_disk, saved_plan
from tui.__main__ import main

Captured = pytest.CaptureFixture[str]


def action_at(path: Path, ref: str) -> Action:
    action = saved_plan(path).action_at(ref)
    assert action is not None
    return action


def test_show_as_json_has_every_text_verbatim(capsys: Captured) -> None:
    on_disk()
    assert main(["show", "Small", "--json"]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert (shown["title"], shown["subtitle"], shown["date"]) == (
        "Children's services",
        "Improvement Plan",
        "August 2016",
    )
    assert [aim["number"] for aim in shown["aims"]] == [1, 2, 3]
    assert shown["aims"][0]["actions"][0] == {
        "ref": "1.1",
        "text": "Publish one guide for families.",
        "pages": "Pages 9, 16",
        "indicators": ["Impact on families"],
        "leads": ["Parenting Group", "Voluntary Sector Forum"],
        "timescale": "December 2016",
        "success_criteria": ["Guide published.", "Parents know where to go."],
        "progress": [
            {"as_at": "1 September 2016", "status": "On track", "text": "A draft is out."}
        ],
    }


def test_show_prints_plain_lines(capsys: Captured) -> None:
    on_disk()
    assert main(["show", "Small"]) == 0
    lines = capsys.readouterr().out.split("\n")
    assert "Aim 1: Make help easy to find." in lines
    assert "  Timescale: December 2016" in lines
    assert "    • Guide published." in lines


def test_set_returns_when_the_change_is_saved(capsys: Captured) -> None:
    path = on_disk()
    assert main(["set", "Small", "1.2", "leads", "Education\nHealth"]) == 0
    assert action_at(path, "1.2").leads == ("Education", "Health")
    assert "Saved: Edit leads of action 1.2." in capsys.readouterr().out


def test_setting_what_stands_there_says_that_nothing_was_changed(capsys: Captured) -> None:
    path = on_disk()
    before = path.read_bytes()
    assert main(["set", "Small", "1.1", "timescale", "December 2016"]) == 0
    assert capsys.readouterr().out == "It says that already. Nothing was changed.\n"
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (
            ["set", "Small", "9.9", "text", "x"],
            "There is no action 9.9. The plan Small is unchanged.",
        ),
        (["set", "Small", "1.1", "colour", "x"], "An action has no field colour"),
        (["note", "Small", "9.9", "x"], "There is no action 9.9"),
        (["note", "Small", "1.1", "x", "--date", "soon"], "“soon” is not understood as a date"),
        (["note", "Small", "1.1", "x" * 100_001], "The note is longer than plandesk keeps"),
        (["note", "Small", "1.1", "x", "--status", "y" * 10_001], "10,000 of its status"),
        (["show", "Nothing"], "plandesk list names the plans"),
        (["export", "Nothing"], "There is no plan"),
        (["import", "nothing.docx"], "nothing.docx"),
    ],
)
def test_what_is_refused_is_said_on_standard_error_with_status_1(
    arguments: list[str], says: str, capsys: Captured
) -> None:
    path = on_disk()
    before = path.read_bytes()
    assert main(arguments) == 1
    captured = capsys.readouterr()
    assert says in captured.err
    assert "Traceback" not in captured.err
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "arguments",
    [
        ["set", "Small"],
        ["export", "Small", "--nothing"],
        ["Small", "Other"],
        ["sample", "--actions", "0"],
    ],
)
def test_wrong_usage_has_status_2(arguments: list[str], capsys: Captured) -> None:
    on_disk()
    assert main(arguments) == 2
    assert capsys.readouterr().err.strip()


def test_a_note_is_dated_today_unless_it_says_when(capsys: Captured, frozen: None) -> None:
    path = on_disk()
    assert main(["note", "Small", "1.2", "Underway."]) == 0
    assert main(["note", "Small", "1.2", "1 May 2026: Done."]) == 0
    plan = saved_plan(path)
    notes = plan.notes_of(plan.actions[1].id)
    assert [(note.as_at, note.text) for note in notes] == [
        ("26 September 2026", "Underway."),
        ("1 May 2026", "Done."),
    ]


def test_a_note_can_be_told_its_status_and_its_date(frozen: None) -> None:
    path = on_disk()
    for options in (["--status", "On track"], ["--date", "1/5/26", "--status", "Done"]):
        assert main(["note", "Small", "1.2", "2 May 2026: All was well.", *options]) == 0
    plan = saved_plan(path)
    notes = plan.notes_of(plan.actions[1].id)
    assert [(note.as_at, note.status, note.text) for note in notes] == [
        ("26 September 2026", "On track", "2 May 2026: All was well."),
        ("1/5/26", "Done", "2 May 2026: All was well."),
    ]


def test_out_and_back_in_again_is_the_same_plan(tmp_path: Path, capsys: Captured) -> None:
    on_disk()
    assert main(["export", "Small", "--document", "plan", "--out", str(tmp_path / "new")]) == 0
    word = tmp_path / "new" / "Small Appendix 1.docx"
    assert str(word) in capsys.readouterr().out
    assert main(["import", str(word), "--out", "Again", "--yes"]) == 0
    assert "3 aims and 4 actions" in capsys.readouterr().out
    assert main(["show", "Again", "--json"]) == 0
    again = json.loads(capsys.readouterr().out)
    main(["show", "Small", "--json"])
    assert again == json.loads(capsys.readouterr().out)


def test_an_existing_plan_is_overwritten_only_by_force(tmp_path: Path, capsys: Captured) -> None:
    path = on_disk()
    assert main(["sample", "--out", "Small"]) == 1
    assert "Small.plan.json" in capsys.readouterr().err
    assert saved_plan(path).cover.title == SMALL.title
    assert main(["sample", "--out", "Small", "--force"]) == 0
    assert saved_plan(path).cover.title != SMALL.title


def test_import_asks_before_it_makes_anything(
    tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    on_disk()
    main(["export", "Small", "--out", str(tmp_path)])
    monkeypatch.setattr("typer.confirm", lambda *args, **options: False)
    assert main(["import", str(tmp_path / "Small Appendix 1.docx"), "--out", "Again"]) == 0
    assert "Nothing was made." in capsys.readouterr().out
    assert not plan_path("Again").exists()


def test_a_sample_of_any_size_is_made_and_listed(capsys: Captured) -> None:
    assert main(["sample", "--out", "Large", "--actions", "120"]) == 0
    assert len(saved_plan(plan_path("Large")).actions) == 120
    assert main(["list"]) == 0
    assert "Large: " in capsys.readouterr().out
    assert main(["list", "--json"]) == 0
    assert [row["name"] for row in json.loads(capsys.readouterr().out)] == ["Large"]


def test_an_empty_desk_is_listed_in_a_sentence(capsys: Captured) -> None:
    assert main(["list"]) == 0
    assert "There is no plan in" in capsys.readouterr().out


def test_without_a_terminal_the_window_says_so_and_names_the_commands(capsys: Captured) -> None:
    assert main([]) == 1
    said = capsys.readouterr().err
    assert "plandesk needs a terminal" in said
    for command in ("import", "export", "show", "set", "note", "sample", "list"):
        assert f"plandesk {command}" in said


@pytest.mark.parametrize("command", ["import", "export", "show", "set", "note", "sample", "list"])
def test_every_command_has_a_help(command: str, capsys: Captured) -> None:
    assert main([command, "--help"]) == 0
    assert "Usage" in capsys.readouterr().out


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
@pytest.mark.parametrize("in_its_place", ["folder", "pipe"])
@pytest.mark.parametrize(
    "command",
    [
        ["set", "Small", "1.1", "timescale", "Monthly"],
        ["note", "Small", "1.1", "The guide is printed."],
        ["names", "Small"],
        ["restore", "Small", "--from", "1"],
        ["sample", "--out", "Small", "--force"],
    ],
    ids=lambda command: command[0],
)
def test_a_command_that_changes_a_plan_says_that_its_history_could_not_be_written(
    command: list[str], in_its_place: str, capsys: Captured
) -> None:
    path = on_disk(OUTLINE)
    assert main(["set", "Small", "1.2", "timescale", "Weekly"]) == 0
    before = saved_plan(path)
    there = history_path(path)
    there.unlink()
    if in_its_place == "folder":
        there.mkdir()
    else:
        os.mkfifo(there)
    capsys.readouterr()
    assert main(command) == 0
    said = capsys.readouterr().err
    assert said.count("is saved, but its history could not be written: ") == 1
    assert said.endswith("What the history lacks is kept in the plan until it can.\n")
    assert "Traceback" not in said
    assert saved_plan(path) != before


@pytest.mark.parametrize("program", [["-m", "plandesk"], ["-m", "tui"]])
def test_the_version_is_said_and_is_that_of_the_installation(program: list[str]) -> None:
    ran = subprocess.run(
        [sys.executable, *program, "--version"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout == f"plandesk {version('plandesk')}\n"
