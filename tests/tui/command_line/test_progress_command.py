"""`plandesk progress` and `export --progress`: how the actions stand, and what of it is printed."""

import json
from dataclasses import replace
from pathlib import Path

import docx
import pytest

from plan.model.outline import AimOutline, NoteOutline
from plan.text.line_breaks import cells
from tests.plan.checks.sound import FIRST, OUTLINE
from tests.plan.noted_plans import NOTES
from tests.tui.window import on_disk
from tui.__main__ import main

Captured = pytest.CaptureFixture[str]
ACTIONS = (replace(FIRST, progress=NOTES), FIRST, replace(FIRST, progress=NOTES[:1]))


@pytest.fixture(autouse=True)
def noted() -> None:
    on_disk(replace(OUTLINE, aims=(AimOutline("An aim.", ACTIONS),)))


def test_each_way_of_standing_has_its_count_its_bar_and_its_actions(capsys: Captured) -> None:
    assert main(["progress", "Small"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[-1] for line in lines] == ["1.3", "1.1", "1.2"]
    assert all("█" in line for line in lines)
    assert lines[-1].startswith("No note yet")


def test_bars_are_under_one_another_whatever_the_script(capsys: Captured) -> None:
    notes = (NoteOutline("1 September 2016", "順調", "書いた。"),)
    actions = (replace(FIRST, progress=notes), FIRST)
    on_disk(replace(OUTLINE, aims=(AimOutline("An aim.", actions),)), "Scripts")
    assert main(["progress", "Scripts"]) == 0
    first, second = capsys.readouterr().out.splitlines()
    assert cells(first.partition("█")[0]) == cells(second.partition("█")[0])


def test_a_plan_without_actions_says_so_whatever_is_asked(capsys: Captured) -> None:
    on_disk(replace(OUTLINE, aims=()), "Empty")
    assert main(["progress", "Empty", "--since", "1 October 2016"]) == 0
    assert capsys.readouterr().out.startswith("The plan has no action yet.\n")


def test_a_program_reads_status_count_and_refs(capsys: Captured) -> None:
    assert main(["progress", "Small", "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert {"status": "No note yet", "count": 1, "refs": ["1.2"]} in rows


def test_what_was_noted_since_the_last_committee(capsys: Captured) -> None:
    assert main(["progress", "Small", "--since", "1 October 2016"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[-3:] == [
        "Since 1 October 2016:",
        "  1.1 March 2017 – on track: Third.",
        "Without a note since: 1.2, 1.3",
    ]
    assert main(["progress", "Small", "--since", "1 October 2016", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [one["ref"] for one in found["noted"]] == ["1.1"]
    assert found["without"] == ["1.2", "1.3"]
    assert main(["progress", "Small", "--since", "soon"]) == 2
    assert "“soon” is no date" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("which", "printed"),
    [("all", {"First.", "Second.", "Third."}), ("latest", {"First.", "Third."}),
     ("26 September 2016", {"Second.", "Third."})],
)  # fmt: skip
def test_the_progress_column_prints_what_is_asked_for(
    tmp_path: Path, which: str, printed: set[str]
) -> None:
    assert main(["export", "Small", "--progress", which, "--out", str(tmp_path)]) == 0
    (path,) = tmp_path.glob("*.docx")
    texts = {
        paragraph.text
        for table in docx.Document(str(path)).tables
        for cell in table._cells
        for paragraph in cell.paragraphs
    }
    assert texts & {"First.", "Second.", "Third."} == printed


def test_a_choice_that_is_none_is_refused(capsys: Captured) -> None:
    assert main(["export", "Small", "--progress", "some"]) == 2
    assert "neither all, nor latest, nor a day" in capsys.readouterr().err
