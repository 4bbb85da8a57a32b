"""What an import takes from elsewhere in a paper, and tells: the framework, and the status key."""

from datetime import date
from pathlib import Path

import pytest
from docx import Document

from desk.importing import read_word_paper
from plan.checks.all_checks import findings
from plan.checks.paper import Paper
from plan.following.reviews import overdue

TODAY = date(2026, 9, 1)

SCHOOL = "2.3 Learning, teaching and assessment", "1.3 Leadership of change"
CHILDREN = "Impact on families", "Impact on children and young people"
OWN = "2.1 Chronologies", "2.2 Risk assessment"


def paper(folder: Path, *indicators: str) -> Path:
    """Write a plan with an action for each indicator."""
    document = Document()
    document.add_paragraph("Improvement Plan of the cluster", style="Title")
    document.add_paragraph("Aim 1: Lessons are good.", style="Heading 2")
    table = document.add_table(rows=1, cols=4)
    headings = ("Action", "Quality indicators", "Lead", "Timescale")
    for cell, text in zip(table.rows[0].cells, headings, strict=True):
        cell.text = text
    for indicator in indicators:
        cells = table.add_row().cells
        row = ("Observe two lessons a term.", indicator, "Depute", "June 2027")
        for cell, text in zip(cells, row, strict=True):
            cell.text = text
    path = folder / "plan.docx"
    document.save(str(path))
    return path


@pytest.mark.parametrize(
    ("indicators", "framework"),
    [(SCHOOL, "hgios-4"), (CHILDREN, ""), (OWN, ""), (("", ""), "")],
)
def test_the_framework_of_most_indicators_is_chosen_and_told(
    tmp_path: Path, indicators: tuple[str, ...], framework: str
) -> None:
    read = read_word_paper(paper(tmp_path, *indicators))
    assert read.made().cover.framework == framework
    assert any("so that the plan follows it" in one for one in read.remarks) is bool(framework)


KEY = "Key: B = complete, A = behind schedule, G = on track"


@pytest.mark.parametrize("key", [KEY, ""])
def test_the_key_of_the_statuses_is_kept_as_the_answer_to_what_they_mean(
    tmp_path: Path, key: str
) -> None:
    document = Document()
    document.add_paragraph("Improvement Plan of the cluster", style="Title")
    document.add_paragraph(key)
    document.add_paragraph("Aim 1: Lessons are good.", style="Heading 2")
    table = document.add_table(rows=1, cols=5)
    rows = (
        ("Action", "Lead", "Timescale", "RAG", "Progress"),
        ("Observe two lessons.", "Depute", "June 2026", "B", "40 lessons were observed."),
        ("Observe two lessons more.", "Depute", "June 2026", "A", "Ten were observed."),
        ("Observe no lesson.", "Depute", "June 2027", "C", "None was observed."),
    )
    for number, row in enumerate(rows):
        cells = table.rows[0].cells if number == 0 else table.add_row().cells
        for cell, text in zip(cells, row, strict=True):
            cell.text = text
    path = tmp_path / "plan.docx"
    document.save(str(path))
    read = read_word_paper(path)
    plan = read.made()
    assert [note.status for one in plan.actions for note in plan.notes_of(one.id)] == [
        "B",
        "A",
        "C",
    ]
    assert any("what a status means: B – complete;" in one for one in read.remarks) is bool(key)
    found = [one for one in findings(Paper(plan, read.council, TODAY)) if one.rule == "P16"]
    assert [one.place.path for one in found] == ["action/1.3/progress" if key else "plan/progress"]
    assert [one.ref for one in overdue(plan, TODAY)] == (["1.2"] if key else ["1.1", "1.2"])
