"""The list of appendices at the end of a report is drafted, read and drawn up again."""

from pathlib import Path

import docx
import pytest

from importers.learning.draft import Known, drafted, source_paper
from importers.learning.toml_text import toml_text
from importers.paper import read_with_account
from plan.council.format import format_named, parsed_format
from plan.model.outline import built_plan
from plan.papers.blocks import paragraphs_of
from plan.papers.report import report_of


def report_on(what: str, path: Path, *below: str) -> Path:
    paper = docx.Document()
    for line in (
        *("MARCHFIELD COUNCIL", "Report to:\tParks Committee", "Date of meeting:\t3 May 2026"),
        *(f"Subject:\t{what} plan", "Report by:\tHead of Parks", "Report No:\tPK/1/26"),
    ):
        paper.add_paragraph(line)
    paper.add_heading("1. Purpose", 1)
    paper.add_paragraph(f"To tell of {what}.")
    paper.add_heading("2. Recommendations", 1)
    paper.add_paragraph("The Committee is asked to:")
    paper.add_paragraph(f"agree the {what} plan.", style="List Bullet")
    for line in below:
        if line.startswith("#"):
            paper.add_heading(line[1:], 2)
        else:
            paper.add_paragraph(line, style="List Bullet")
    paper.save(str(path))
    return path


@pytest.mark.parametrize(
    ("heading", "sign", "label"),
    [("APPENDICES", " –", "Appendix"), ("List of Annexes", ":", "Annex")],
)
def test_a_list_of_appendices(heading: str, sign: str, label: str, tmp_path: Path) -> None:
    first = report_on("trees", tmp_path / "1.docx", f"#{heading}", f"{label} 1{sign} Tree map")
    listed = (f"{label} 1{sign} Pond map", f"{label} 2{sign} Pond costs")
    second = report_on("ponds", tmp_path / "2.docx", f"#{heading}", *listed)
    made = drafted(
        source_paper(first, format_named("plain-council")), "Own", "own", {}, Known()
    ).format
    assert "Tree map" not in toml_text(made)
    council = parsed_format(toml_text(made), "own.toml")
    assert council.report.appendices_heading == heading
    reading = read_with_account(second, council, ())
    appendices = reading.outline.report.appendices
    assert [(one.kind, one.title) for one in appendices] == [
        ("file", "Pond map"),
        ("file", "Pond costs"),
    ]
    assert [one.text for one in reading.account.not_taken] == []
    blocks = report_of(built_plan(reading.outline, "own"), council).blocks
    assert tuple(one.text for one in paragraphs_of(blocks))[-3:] == (heading, *listed)


def test_a_list_with_anything_else_stays_a_section_of_text(tmp_path: Path) -> None:
    first = report_on(
        "trees", tmp_path / "1.docx", "#APPENDICES", "Appendix 1 – Map", "None so far"
    )
    made = drafted(
        source_paper(first, format_named("plain-council")), "Own", "own", {}, Known()
    ).format
    assert "appendices_heading" not in made["report"]
    assert [one["heading"] for one in made["report"]["sections"]][-1] == "APPENDICES"
