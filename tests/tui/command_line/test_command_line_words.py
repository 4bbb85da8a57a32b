"""What the command line says: whole sentences, nothing lost, no traceback whatever is asked."""

import json
import sys
from pathlib import Path

import pytest

from store.places import plan_path, plans_folder
from tests.tui.window import on_disk, saved_plan
from tui.__main__ import main

Captured = pytest.CaptureFixture[str]


def sentence_of(arguments: list[str], status: int, capsys: Captured) -> str:
    """Run a refused command and return what it said, which must be on standard error alone."""
    assert main(arguments) == status
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "Traceback" not in captured.err
    assert captured.err.endswith(".\n")
    return captured.err


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("On track.", ("26 September 2026", "", "On track.")),
        ("– On track\nAll is well.", ("26 September 2026", "On track", "All is well.")),
        ("1 May 2026 – Behind\nLate.", ("1 May 2026", "Behind", "Late.")),
        ("[bold]x[/]\x1b[31m", ("26 September 2026", "", "[bold]x[/]")),
    ],
)
def test_nothing_of_a_note_is_lost(typed: str, kept: tuple[str, str, str], frozen: None) -> None:
    path = on_disk()
    assert main(["note", "Small", "1.2", typed]) == 0
    plan = saved_plan(path)
    (note,) = plan.notes_of(plan.actions[1].id)
    assert (note.as_at, note.status, note.text) == kept


@pytest.mark.parametrize("nothing", ["", " ", "\n"])
def test_a_note_of_nothing_is_refused(nothing: str, capsys: Captured) -> None:
    path = on_disk()
    before = path.read_bytes()
    said = sentence_of(["note", "Small", "1.1", nothing], 1, capsys)
    assert said == "There is nothing in the note. The plan Small is unchanged.\n"
    assert path.read_bytes() == before


@pytest.mark.parametrize("field", ["text", "pages", "timescale"])
def test_every_text_can_be_set_and_read_back(field: str, capsys: Captured) -> None:
    on_disk()
    assert main(["set", "Small", "2.1", field, "Page 7"]) == 0
    capsys.readouterr()
    assert main(["show", "Small", "--json"]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert shown["aims"][1]["actions"][0][field] == "Page 7"


@pytest.mark.parametrize("field", ["indicators", "leads", "success_criteria"])
def test_every_list_can_be_set_and_read_back(field: str, capsys: Captured) -> None:
    on_disk()
    assert main(["set", "Small", "2.1", field, "One\nTwo"]) == 0
    capsys.readouterr()
    assert main(["show", "Small", "--json"]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert shown["aims"][1]["actions"][0][field] == ["One", "Two"]


def test_a_plan_is_named_by_its_path_as_well(capsys: Captured) -> None:
    path = on_disk()
    assert main(["show", str(path)]) == 0
    assert capsys.readouterr().out.startswith(
        "Children's services\nImprovement Plan\nAugust 2016\n"
    )


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["list", "--nothing"], "No such option: --nothing. plandesk list --help says more."),
        (["set", "Small", "1.1"], "Missing argument 'FIELD'. plandesk set --help says more."),
        (["--nothing"], "No such option: --nothing. plandesk --help says more."),
        (["export", "Small", "--document", "poem"], "there is no document “poem”"),
        (["sample", "--actions", "many"], "plandesk sample --help says more."),
        (["Small", "Other"], "one plan at a time, not 2: Small Other."),
    ],
)
def test_wrong_usage_is_told_in_sentences(
    arguments: list[str], says: str, capsys: Captured
) -> None:
    assert says in sentence_of(arguments, 2, capsys)


def test_a_folder_that_cannot_be_made_is_told_and_nothing_is_made(
    tmp_path: Path, capsys: Captured
) -> None:
    (tmp_path / "file").touch()
    plan = tmp_path / "file" / "Sample.plan.json"
    said = sentence_of(["sample", "--out", str(plan)], 1, capsys)
    assert str(plan) in said
    assert "Nothing was changed." in said


def test_a_damaged_plan_is_told_by_every_command_and_left_as_it_is(capsys: Captured) -> None:
    path = on_disk()
    path.write_text("{", encoding="utf-8")
    for command in (["show"], ["export"], ["set", "1.1", "pages", "1"], ["note", "1.1", "x"]):
        said = sentence_of([command[0], "Small", *command[1:]], 1, capsys)
        assert "Small.plan.json is damaged" in said
    assert path.read_text(encoding="utf-8") == "{"
    assert main(["list"]) == 0
    assert "Small: Small.plan.json is damaged" in capsys.readouterr().out
    assert main(["list", "--json"]) == 0
    (row,) = json.loads(capsys.readouterr().out)
    assert "is damaged" in row["problem"]


def test_the_list_counts_as_people_do(capsys: Captured) -> None:
    main(["sample", "--out", "One", "--actions", "1"])
    capsys.readouterr()
    assert main(["list"]) == 0
    assert "(1 aim, 1 action)" in capsys.readouterr().out


def test_a_file_that_is_not_word_is_refused(tmp_path: Path, capsys: Captured) -> None:
    file = tmp_path / "minutes.docx"
    file.write_text("Minutes", encoding="utf-8")
    assert "minutes.docx" in sentence_of(["import", str(file), "--yes"], 1, capsys)
    assert not plans_folder().exists()


def test_import_does_not_overwrite_and_without_a_name_takes_the_next(
    tmp_path: Path, capsys: Captured
) -> None:
    on_disk()
    main(["export", "Small", "--out", str(tmp_path)])
    word = str(tmp_path / "Small Appendix 1.docx")
    for made in ("Small Appendix 1", "Small Appendix 1 2"):
        assert main(["import", word, "--yes"]) == 0
        assert plan_path(made).exists()
    assert main(["import", word, "--yes", "--out", "Small"]) == 1
    assert "it was left as it is" in capsys.readouterr().err


def test_export_leaves_alone_what_somebody_has_worked_on(tmp_path: Path, capsys: Captured) -> None:
    on_disk()
    theirs = tmp_path / "Small Appendix 1.docx"
    theirs.write_bytes(b"theirs")
    assert main(["export", "Small", "--out", str(tmp_path)]) == 0
    assert str(tmp_path / "Small Appendix 1 (2).docx") in capsys.readouterr().out
    assert theirs.read_bytes() == b"theirs"


def test_a_plan_that_is_not_there_is_named_before_the_window_opens(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    for stream in (sys.stdin, sys.stdout):
        monkeypatch.setattr(stream, "isatty", lambda: True)
    said = sentence_of(["Nothing"], 1, capsys)
    assert said.startswith(f"There is no plan {plan_path('Nothing')}.")


def test_plandesk_help_names_every_command(capsys: Captured) -> None:
    assert main(["--help"]) == 0
    helped = capsys.readouterr().out
    for command in ("import", "export", "show", "set", "note", "sample", "list"):
        assert f"  {command} " in helped
    assert "The exit status is 0 when done, 1 when refused" in " ".join(helped.split())
