"""A committee report is found by its labels and headings, however they are typed."""

from pathlib import Path

import pytest

from tests.importers.plan_papers import FORM
from tests.importers.report.report_papers import TWO, bold, reading_of, report_of, sections
from tests.importers.word_files import listed, para, raw, row, run, table


@pytest.mark.parametrize(
    "lines",
    [
        ("REPORT TO:\tPARKS COMMITTEE – 3 MAY 2021", "REPORT NO:\t7-2021"),
        ("Report to: PARKS COMMITTEE – 3 MAY 2021", "Report No: 7-2021"),
        ("report to\tPARKS COMMITTEE – 3 MAY 2021", "report no :\t7-2021"),
        ("REPORT TO:\tPARKS COMMITTEE - 3 MAY 2021", "REPORT NO:7-2021"),
        ("REPORT TO:\tPARKS", "\tCOMMITTEE – 3 MAY 2021", "REPORT NO:\t7-2021"),
    ],
)
def test_the_header_is_found_by_its_labels(tmp_path: Path, lines: tuple[str, ...]) -> None:
    report = report_of(tmp_path, *lines, *TWO)
    assert report.meeting_date == "3 MAY 2021" or "3 MAY 2021" in report.meeting_date
    assert report.committee.startswith("PARKS")
    assert report.number == "7-2021"


def test_a_header_laid_out_in_a_table_is_read_row_by_row(tmp_path: Path) -> None:
    header = table(
        row("REPORT TO:", "PARKS COMMITTEE – 3 MAY 2021"),
        row("REPORT ON:", "PATHS"),
        row("REPORT BY:", "HEAD OF PARKS"),
    )
    report = report_of(tmp_path, header, *TWO)
    assert (report.committee, report.title, report.by) == (
        "PARKS COMMITTEE",
        "PATHS",
        "HEAD OF PARKS",
    )


@pytest.mark.parametrize(
    ("printed", "number"),
    [("ITEM No …3……", "3"), ("ITEM NO ……12…", "12"), ("Item No: 4", "4"), ("ITEM No ………", "")],
)
def test_the_item_number_stands_among_dots(tmp_path: Path, printed: str, number: str) -> None:
    assert report_of(tmp_path, printed, *TWO).item_no == number


@pytest.mark.parametrize(
    "headings",
    [
        ("1.0\tPURPOSE OF REPORT", "7.0\tBACKGROUND PAPERS"),
        ("1. Purpose of Report", "7. Background Papers"),
        ("1 purpose of report:", "7 Background Paper"),
        ("PURPOSE OF REPORT", "BACKGROUND PAPERS"),
    ],
)
def test_a_heading_is_known_with_any_number_or_none(
    tmp_path: Path, headings: tuple[str, str]
) -> None:
    report = report_of(tmp_path, headings[0], "To report.", headings[1], "None.")
    assert sections(report) == {
        "purpose": [("text", "To report.")],
        "background": [("text", "None.")],
    }


def test_numbers_that_word_computes_are_understood(tmp_path: Path) -> None:
    def heading(text: str) -> str:
        properties = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="8"/></w:numPr>'
        return para(text, f'<w:pStyle w:val="H1"/>{properties}')

    report = report_of(
        tmp_path,
        *(heading(one.heading) for one in FORM.report.sections[:3]),
        heading("Main text"),
        listed("First.", 8, 1),
        listed("A bullet.", 7),
        listed("Second.", 8, 1),
        heading("Policy implications"),
        "Screened.",
    )
    assert sections(report) == {
        "main-text": [("numbered", "First.\n\n- A bullet."), ("numbered", "Second.")],
        "policy": [("text", "Screened.")],
    }


def test_words_in_the_text_are_no_heading_where_headings_are_numbered(tmp_path: Path) -> None:
    report = report_of(
        tmp_path, *TWO[:2], "4.0\tMAIN TEXT", bold("Consultations"), "4.1\tWe asked.", *TWO[2:]
    )
    assert sections(report)["main-text"] == [
        ("heading", "Consultations"),
        ("numbered", "We asked."),
    ]


def test_bullets_belong_to_the_paragraph_above_and_keep_their_bold(tmp_path: Path) -> None:
    mixed = raw(
        '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr></w:pPr>',
        run("Plan better.", "<w:b/>"),
        run(" We do."),
    )
    report = report_of(
        tmp_path,
        *TWO[:2],
        "4.0\tMAIN TEXT",
        "4.1 The CAPITALS stay:",
        mixed,
        listed("Within.", 7, 1),
        "• Typed.",
        "4.2\tNext.",
        *TWO[2:],
    )
    assert sections(report)["main-text"] == [
        (
            "numbered",
            "The CAPITALS stay:\n\n- **Plan better.** We do.\n  - Within.\n- Typed.",
        ),
        ("numbered", "Next."),
    ]


@pytest.mark.parametrize(
    "items",
    [
        (listed("approve the plan; and", 7), listed("note the costs.", 7)),
        (listed("approve the plan;", 7), listed("note the costs", 7)),
        ("(a) approve the plan; and", "(b) note the costs."),
        ("(i)\tapprove the plan", "(ii)\tnote the costs"),
        ("2.1 approve the plan; and", "2.2 note the costs."),
        ("1. approve the plan;", "2. note the costs."),
    ],
)
def test_each_item_is_one_recommendation_without_its_joiner(
    tmp_path: Path, items: tuple[str, ...]
) -> None:
    lead_in = "It is recommended that Committee:"
    report = report_of(tmp_path, *TWO[:2], "2.0\tRECOMMENDATIONS", lead_in, *items, *TWO[2:])
    assert sections(report)["recommendations"] == [
        ("recommendation", "approve the plan"),
        ("recommendation", "note the costs"),
    ]


def test_another_lead_in_is_taken_for_the_councils_own_and_said(tmp_path: Path) -> None:
    reading = reading_of(
        tmp_path,
        *TWO[:2],
        "2.0\tRECOMMENDATIONS",
        "The Committee is asked to:",
        listed("note the costs.", 7),
        listed("of this year", 7, 1),
        *TWO[2:],
    )
    assert sections(reading.outline.report)["recommendations"] == [
        ("recommendation", "note the costs.\n\n- of this year")
    ]
    (note,) = [one for one in reading.remarks if one.kind == "note" and one.place]
    assert "The Committee is asked to:" in note.text
