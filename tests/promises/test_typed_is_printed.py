"""What an officer types is what is printed: by `set`, in the Word file, and read from that."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document

from desk.exporting import Export
from desk.importing import read_word_paper
from plan.model.outline import ActionOutline, AimOutline
from tests.tui.window import SMALL, on_disk, saved_plan
from tui.__main__ import main

TYPED = [
    "costs are 12*12*2 and _draft_ copies",
    "All schools*",
    "# 1",
    "> x",
    "1) y",
    "`code`",
    "<b>",
    "&amp;",
    "\\\\server\\share",
    "__init__",
    "2 * 3 * 4 and a*b*",
    "[/] [red]x[/red] [x=1] [@click=app.quit]q[/] \\[",
    "👩‍👧 e\u0301 قدِّم",
    "\\*not this\\*",
]
MANY = replace(SMALL, aims=(AimOutline("Aim", tuple(ActionOutline("-") for _ in TYPED)),))

Captured = pytest.CaptureFixture[str]


def printed(typed: str) -> str:
    """Return what is printed of a text in which only `\\*` is a mark."""
    return typed.replace("\\*", "*")


@pytest.fixture
def path(capsys: Captured) -> Path:
    """A plan with an action for each text, set by the command line."""
    path = on_disk(MANY)
    for place, typed in enumerate(TYPED, 1):
        assert main(["set", "Small", f"1.{place}", "text", "--", typed]) == 0
        assert main(["note", "Small", f"1.{place}", "--date", "June 2027", "--", typed]) == 0
    capsys.readouterr()
    return path


@pytest.mark.slow
def test_it_is_shown_as_it_was_typed_and_set_again_changes_nothing(
    path: Path, capsys: Captured
) -> None:
    assert main(["show", "Small", "--json"]) == 0
    (aim,) = json.loads(capsys.readouterr().out)["aims"]
    assert [action["text"] for action in aim["actions"]] == TYPED
    assert [action["progress"][0]["text"] for action in aim["actions"]] == TYPED
    before = saved_plan(path)
    for action in aim["actions"]:
        assert main(["set", "Small", action["ref"], "text", "--", action["text"]]) == 0
    assert saved_plan(path) == before


def test_the_plain_lines_say_it(path: Path, capsys: Captured) -> None:
    assert main(["show", "Small"]) == 0
    lines = capsys.readouterr().out
    assert [typed for typed in TYPED if printed(typed) not in lines] == []


def test_the_word_file_says_it_and_the_reader_takes_it_back(path: Path, tmp_path: Path) -> None:
    plan = saved_plan(path)
    (exported,) = Export(plan, "Small", "plan", tmp_path).write()
    (table,) = Document(str(exported.path)).tables
    words = {paragraph.text for row in table.rows for c in row.cells for paragraph in c.paragraphs}
    words |= {"1) y"} if "y" in words else set()  # the number is that of a real list
    assert [typed for typed in TYPED if printed(typed) not in words] == []
    read = read_word_paper(exported.path).made()
    assert [one.text for one in read.actions] == [one.text for one in plan.actions]
    assert [one.text for one in read.note_rows.values()] == [
        one.text for one in plan.note_rows.values()
    ]


def test_emphasis_is_printed_where_its_marks_stand_round_words(tmp_path: Path) -> None:
    path = on_disk()
    assert main(["set", "Small", "1.1", "text", "**Note:** (*see*) a*b* \\*so\\*"]) == 0
    (exported,) = Export(saved_plan(path), "Small", "plan", tmp_path).write()
    table, *_ = Document(str(exported.path)).tables
    runs = [
        (run.text, bool(run.bold), bool(run.italic))
        for row in table.rows
        for cell in row.cells
        for paragraph in cell.paragraphs
        for run in paragraph.runs
    ]
    assert ("Note:", True, False) in runs
    assert ("see", False, True) in runs
    assert any(text.endswith("a*b* *so*") for text, bold, italic in runs if not (bold or italic))
