"""Tables above the first heading of a report: what is no part of its header is the report's own."""

from pathlib import Path

import pytest

from plan.papers.markdown import plain_of
from plan.papers.passage_tables import rows_of
from tests.importers.report.report_papers import TWO, bold, reading_of, report_of, sections
from tests.importers.word_files import cell, row, table


def test_a_summary_in_a_table_above_the_sections_is_kept_as_a_table(tmp_path: Path) -> None:
    rows = (row("Report to:", "Parks Committee"), row("Purpose of report:", "In short, paths."))
    reading = reading_of(tmp_path, table(*rows, row("Recommendations:", "Read it.")), *TWO)
    kept, below = sections(reading.outline.report)["purpose"]
    assert below == ("text", "To report.")
    assert rows_of(kept[1]) == (
        ("Purpose of report:", "In short, paths."),
        ("Recommendations:", "Read it."),
    )
    said = [one.text for one in reading.remarks if one.kind == "note"]
    assert "1 table stands above the first section: it is kept below its heading." in said
    assert reading.outline.report.committee == "Parks Committee"


@pytest.mark.parametrize(
    "rows",
    [
        (("Personnel:", "Two join the team."), ("Carers:", "They are told.")),
        (("Direction required to Council, Health Board or Both", ""), ("To Glen Board", "☒")),
        (("Event", "Date"), ("The Board meets", "4 May 2021")),
        (("In short, paths are to be mended.",),),
    ],
)
def test_a_table_above_the_sections_that_is_no_header_is_the_report_s(
    tmp_path: Path, rows: tuple[tuple[str, ...], ...]
) -> None:
    header = table(row("Report By:", "Head of Parks"), row("Contact:", "A. Person"))
    kept = table(*(row(*cells) for cells in rows))
    report = report_of(tmp_path, header, bold("Paths"), kept, *TWO)
    assert (report.by, report.title) == ("Head of Parks", "Paths")
    assert (report.committee, report.meeting_date) == ("", "")
    kind, text = sections(report)["purpose"][0]
    assert (kind, tuple(tuple(map(plain_of, one)) for one in rows_of(text))) == ("table", rows)


def test_boxes_with_headings_are_sections_above_those_with_numbers(tmp_path: Path) -> None:
    asked = cell("Recommendations", "The Board is asked to:", "(1) Note the costs.")
    boxes = table(row(cell("Executive Summary", "Paths fell in.")), row(asked))
    numbered = (bold("1.\tHistory"), "1.1\tThey are old.", bold("2.\tPlan"), "2.1\tMend them.")
    report = report_of(tmp_path, bold("Parks Committee"), "Date: 3 May 2021", boxes, *numbered)
    assert {name: kinds for name, (*kinds,) in sections(report).items()} == {
        "own-executive-summary": [("text", "Paths fell in.")],
        "recommendations": [("recommendation", "Note the costs")],
        "own-history": [("numbered", "They are old.")],
        "own-plan": [("numbered", "Mend them.")],
    }


def test_headings_in_rows_above_those_of_their_texts_are_sections(tmp_path: Path) -> None:
    asked = cell("It is recommended that the Board:", "(1) Note the costs;", "(2) Agree the plan.")
    rows = (cell(bold("Executive Summary")), "Paths fell in.", cell(bold("Recommendations")), asked)
    boxes = table(*map(row, rows), row(cell(bold("Our Aims"))), row(cell("Aim: paths", "Theme 8")))
    numbered = (bold("1.\tHistory"), "1.1\tThey are old.", bold("2.\tPlan"), "2.1\tMend them.")
    header = (bold("Parks Board"), table(row("Ref   P/7", "Date   3 May 2021")), bold("Safe Paths"))
    report = report_of(tmp_path, *header, table(row("From", "Head of Parks")), boxes, *numbered)
    assert sections(report) == {
        "own-executive-summary": [("text", "Paths fell in.")],
        "recommendations": [
            ("recommendation", "Note the costs"),
            ("recommendation", "Agree the plan"),
        ],
        "own-our-aims": [("text", "Aim: paths"), ("text", "Theme 8")],
        "own-history": [("numbered", "They are old.")],
        "own-plan": [("numbered", "Mend them.")],
    }
    assert (report.committee, report.title, report.by) == (
        *("Parks Board", "Safe Paths", "Head of Parks"),
    )
    assert (report.number, report.meeting_date) == ("P/7", "3 May 2021")


def test_a_header_of_four_cells_without_labels_says_who_meets_and_when(tmp_path: Path) -> None:
    header = table(row("GLEN COUNCIL", "PARKS COMMITTEE"), row("ROADS", "3 MAY 2021"))
    report = report_of(tmp_path, header, bold("SAFE PATHS"), *TWO)
    assert (report.committee, report.meeting_date) == ("PARKS COMMITTEE", "3 MAY 2021")
    assert report.title == "SAFE PATHS"
    assert [kind for kind, _ in sections(report)["purpose"]] == ["text"]
