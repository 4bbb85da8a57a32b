"""What an import chooses of itself, and tells: the framework of the plan's quality indicators."""

from pathlib import Path

import pytest
from docx import Document

from desk.importing import read_word_paper

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
