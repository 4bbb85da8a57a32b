"""A comment that was marked as resolved in Word comes with its answer and waits for nothing."""

import json
from pathlib import Path

import pytest

from plan.papers.comments import RESOLVED
from tests.importers.word.test_beside import begun, ended, note, part
from tests.importers.word_files import SPACES, cell, docx_of, para, raw, row, run, table
from tui.__main__ import main

Captured = pytest.CaptureFixture[str]


def paper(folder: Path) -> Path:
    """Return a file with two comments on an action's timescale, the first of them resolved."""
    said = (
        note("comment", number, f'<w:p w14:paraId="0{number}">{run(text)}</w:p>')
        for number, text in enumerate(("Which June?", "Why so late?"))
    )
    marks = (begun(0), begun(1), run("June 2027"), ended(0), ended(1))
    plan = table(row("Actions", "Lead", "Timescale"), row("Lend books", "Team", cell(raw(*marks))))
    done = '<w15:commentEx w15:paraId="00" w15:done="1"/>'
    extended = {"commentsExtended": f"<w15:commentsEx {SPACES}>{done}</w15:commentsEx>"}
    body = para("Priority 1: Borrowing") + plan
    return docx_of(folder / "Plan.docx", body, extra=part("comment", *said) | extended)


def test_it_is_kept_answered_and_the_other_waits(
    home: Path, tmp_path: Path, capsys: Captured
) -> None:
    assert main(["import", str(paper(tmp_path)), "--yes"]) == 0
    assert "2 comments: kept with the plan, 1 of them to be answered" in capsys.readouterr().out
    assert main(["show", "Plan", "--json"]) == 0
    at = {"place": "1.1", "field": "timescale"}
    assert json.loads(capsys.readouterr().out)["remarks"] == [
        {**at, "text": "Which June?", "answer": RESOLVED},
        {**at, "text": "Why so late?"},
    ]
    main(["check", "Plan", "--answered"])
    lines = [line for line in capsys.readouterr().out.splitlines() if " P13 " in line]
    assert [RESOLVED in line for line in lines if "Which June?" in line] == [True]
    main(["check", "Plan"])
    lines = [line for line in capsys.readouterr().out.splitlines() if " P13 " in line]
    assert ["Why so late?" in line for line in lines] == [True]


def test_a_draft_has_the_comments_and_so_has_a_tracked_appendix(
    tmp_path: Path, capsys: Captured
) -> None:
    """The file says so in its name; without tracked changes there is nothing for them to be in."""
    main(["import", str(paper(tmp_path)), "--out", "Plan", "--yes"])
    folder = tmp_path / "drafts"
    assert main(["export", "Plan", "--document", "plan", "--comments", "--out", str(folder)]) == 0
    (draft,) = folder.iterdir()
    assert "with comments" in draft.name
    assert "2 comments" in capsys.readouterr().out
    main(["seal", "Plan", "now"])
    tracked = folder / "Tracked.docx"
    assert main(["changes", "Plan", "--tracked", str(tracked), "--comments"]) == 0
    for number, file in enumerate((draft, tracked)):
        main(["import", str(file), "--out", f"Again {number}", "--yes"])
        capsys.readouterr()
        main(["show", f"Again {number}", "--json"])
        at = {"place": "1.1", "field": "timescale"}
        assert json.loads(capsys.readouterr().out)["remarks"] == [
            {**at, "text": "Which June?", "answer": RESOLVED},
            {**at, "text": "Why so late?"},
        ]
    assert main(["changes", "Plan", "--comments"]) == 2
