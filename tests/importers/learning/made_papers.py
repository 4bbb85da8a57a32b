"""Papers of councils that there are not, in layouts of their own, made with python-docx."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import docx

NAMES = ("Una Sandmann", "Rory O’Brae", "Isla Quill")
REACHED = ("01632 960123", "una.sandmann@council.example")


def _table(document: Any, rows: Sequence[Sequence[str]], *, headed: bool = False) -> None:
    table = document.add_table(rows=0, cols=max(map(len, rows)))
    for number, texts in enumerate(rows):
        cells = table.add_row().cells
        for cell, text in zip(cells, texts, strict=False):
            cell.text = text
            for run in cell.paragraphs[0].runs:
                run.bold = headed and number == 0
    document.add_paragraph()


def _saved(document: Any, path: Path) -> Path:
    document.core_properties.author = NAMES[0]
    document.core_properties.last_modified_by = NAMES[1]
    document.core_properties.comments = "Call Isla Quill before it goes out"
    document.save(str(path))
    return path


def make_form(path: Path, *, filled: bool = False) -> Path:
    """Write an assessment, blank or filled in, with a letterhead that tells how to reach people."""

    def said(text: str) -> str:
        return text if filled else ""

    document = docx.Document()
    header = document.sections[0].header.paragraphs[0]
    header.text = "Council of the Outer Skerries"
    document.sections[0].footer.paragraphs[0].text = f"Contact {NAMES[0]}, {REACHED[0]}"
    document.add_heading("Island Equality Impact Assessment", 1)
    document.add_heading("Part 1: About the proposal", 2)
    _table(
        document,
        [
            ("Name of the proposal", said("Ferry timetable for the winter")),
            ("Lead officer", said(NAMES[0])),
            ("Is this a new proposal?", "☒ Yes ☐ No" if filled else "☐ Yes ☐ No"),
            ("What does the proposal want to change?", said("Fewer sailings after eight.")),
        ],
    )
    document.add_heading("Part 2: Who is affected", 2)
    document.add_paragraph("Please put a tick beside each group that the proposal affects.")
    mark = "✓" if filled else ""
    _table(
        document,
        [
            ("Group", "Positive", "Negative", "None"),
            ("Age", mark, "", ""),
            ("Disability", "", mark, ""),
            ("Sex", "", "", mark),
        ],
        headed=True,
    )
    document.add_heading("Part 3: What will be done", 2)
    _table(
        document,
        [
            ("Negative impact", "What will be done", "Who", "By when"),
            (said("Late trains are missed"), said("A bus waits"), said(NAMES[2]), said("May 2027")),
        ],
        headed=True,
    )
    document.add_heading("Sign off", 2)
    _table(document, [("Signed by", said(NAMES[1]), "Date", said("4 May 2026"))])
    return _saved(document, path)


def make_report(path: Path) -> Path:
    """Write a committee report with its header as lines, numbered paragraphs and a signature."""
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Council of the Outer Skerries"
    for label, text in (
        ("Report to:", "Harbours Committee"),
        ("Date of meeting:", "12 May 2026"),
        ("Subject:", "Piers and slipways"),
        ("Report by:", "Head of Harbours"),
        ("Report no:", "HC/14/26"),
    ):
        run = document.add_paragraph().add_run(f"{label}\t{text}")
        run.bold = True
    sections = (
        ("Purpose", "This report asks for a decision on the pier at Northwick."),
        ("Recommendations", ""),
        ("Background", "The pier was closed in March 2026 after the storm."),
        ("Finance", "The work costs £120,000, from the reserve."),
        ("Background papers", "None."),
    )
    for number, (heading, text) in enumerate(sections, 1):
        document.add_paragraph().add_run(f"{number}.\t{heading}").bold = True
        if heading == "Recommendations":
            document.add_paragraph("The Committee is asked to:")
            document.add_paragraph("approve the repair of the pier;", style="List Bullet")
            document.add_paragraph("note that it reopens in June 2027.", style="List Bullet")
        else:
            document.add_paragraph(f"{number}.1\t{text}")
    document.add_paragraph()
    document.add_paragraph().add_run(NAMES[1]).bold = True
    document.add_paragraph("Head of Harbours")
    document.add_paragraph("4 May 2026")
    return _saved(document, path)


def make_plan(path: Path) -> Path:
    """Write a plan with headings above its tables and columns of the council's own."""
    document = docx.Document()
    document.add_heading("Harbours improvement plan", 1)
    header = ("Ref", "Action", "Lead", "By when", "Budget", "RAG", "How we will know")
    done = ("Inspect every pier.", NAMES[0], "May 2027", "£4,000", "Green", "All seen")
    begun = ("Mend the lights.", "Harbour Master", "June 2027", "£900", "Amber", "All lit")
    for number, aim in enumerate(("Piers are safe.", "Ferries run on time."), 1):
        document.add_heading(f"Priority {number}: {aim}", 2)
        rows = [header, (f"{number}.1", *done), (f"{number}.2", *begun)]
        _table(document, rows, headed=True)
    return _saved(document, path)


def make_letter(path: Path) -> Path:
    """Write a letter, which is none of a committee's papers."""
    document = docx.Document()
    document.add_paragraph("Dear neighbour,")
    document.add_paragraph("The water will be off on Tuesday morning while the main is mended.")
    return _saved(document, path)
