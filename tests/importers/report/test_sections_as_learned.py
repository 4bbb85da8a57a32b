"""What a format learned from a report can say of its sections goes to Word and comes back."""

from pathlib import Path

import pytest

from exporters.word.document import word_file_of
from importers.paper import read_paper
from plan.council.format import Format, FormatError, parsed_format
from plan.model.outline import PassageOutline, PlanOutline, ReportOutline, built_plan
from plan.papers.blocks import Document, paragraphs_of
from plan.papers.report import report_of
from tests.plan.councils import glenshire_source

SECTIONS = """
[[report.sections]]
id = "purpose"
heading = "Purpose"
kind = "numbered"

[[report.sections]]
id = "recommendations"
heading = "Recommendations"
kind = "recommendations"
lead_in = "The {committee} is asked to:"

[[report.sections]]
id = "options"
heading = "Options"
sub_heading = "({letter}) {text}"

[[report.sections]]
id = "implications"
heading = "Implications of the report:"
unnumbered = true

[[report.sections.tables]]
id = "implications-table"
title = "Implications of the report"
layout = "lead-words"
lead = "{number}. {label} –"
rows = [
    { id = "financial", label = "Financial" },
    { id = "legal", label = "Legal" },
    { id = "risk", label = "Risk" },
]

[[report.sections.tables.columns]]
id = "text"
kind = "text"
label = "Text"

[[report.sections]]
id = "conclusion"
heading = "Conclusion"
kind = "numbered"
"""
OUTLINE = ReportOutline(
    committee="Piers Committee",
    title="Lamps on the pier",
    passages=(
        PassageOutline("purpose", "numbered", "To propose lamps."),
        PassageOutline("recommendations", "recommendation", "agree to the lamps"),
        PassageOutline("recommendations", "recommendation", "note their cost"),
        PassageOutline("options", "heading", "Oil"),
        PassageOutline("options", "text", "Oil is dear."),
        PassageOutline("options", "heading", "Gas"),
        PassageOutline("options", "text", "Gas is bright."),
        PassageOutline("implications-table", "row", row_id="financial", cells=(("text", "£400."),)),
        PassageOutline("implications-table", "row", row_id="risk", cells=(("text", "Falls."),)),
        PassageOutline("conclusion", "numbered", "Lamps are best."),
    ),
)


def council() -> Format:
    source = glenshire_source()
    start = source.index("[[report.sections]]")
    end = source.index("\n[", source.rindex("[[report.sections]]") + 2)
    return parsed_format(source[:start] + SECTIONS.lstrip() + source[end:], "test")


def printed() -> Document:
    made = built_plan(PlanOutline(report=OUTLINE), "test")
    return report_of(made, council())


def test_sections_are_printed_as_the_format_says() -> None:
    said = [f"{one.label} {one.text}".strip() for one in paragraphs_of(printed().blocks)]
    start = said.index("The Piers Committee is asked to:")
    lines = [one for one in said[start:] if one]
    number = council().report.section_number
    assert lines[3:14] == [
        f"{number.format(section=3)} Options",
        "(a) Oil",
        "Oil is dear.",
        "(b) Gas",
        "Gas is bright.",
        "Implications of the report:",
        "1. Financial – £400.",
        "2. Legal –",
        "3. Risk – Falls.",
        f"{number.format(section=4)} Conclusion",
        council().report.paragraph_number.format(section=4, paragraph=1) + " Lamps are best.",
    ]


def test_sections_come_back_from_word_as_they_were(tmp_path: Path) -> None:
    path = tmp_path / "report.docx"
    path.write_bytes(word_file_of(printed()))
    read = read_paper(path, council(), ()).outline.report
    assert sorted(read.passages, key=str) == sorted(OUTLINE.passages, key=str)


def test_a_section_that_is_numbered_cannot_be_unnumbered() -> None:
    wrong = SECTIONS.replace('"Implications of the report:"', '"I"\nkind = "numbered"', 1)
    source = glenshire_source()
    start = source.index("[[report.sections]]")
    end = source.index("\n[", source.rindex("[[report.sections]]") + 2)
    with pytest.raises(FormatError, match="unnumbered is for a section"):
        parsed_format(source[:start] + wrong.lstrip() + source[end:], "test")
