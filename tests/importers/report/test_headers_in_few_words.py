"""A report is found by who meets and when, however short its labels are; and what stands beside."""

from pathlib import Path

import pytest

from tests.importers.report.report_papers import bold, reading_of, report_of, sections
from tests.importers.word_files import row, table

PLAN = table(
    row("Ref", "Actions", "Lead(s)", "Timescale", "Success Criteria"),
    row("1.1", "Ask every family twice a year.", "Team manager", "June 2027", "Families say so."),
)
HEADER = (
    ("To", "Parks Committee", "On", "Tuesday 3 May 2027"),
    ("From", "Head of Parks", "Ref", "PK/27/7"),
    ("About", "Safe paths", "Pages", "Cover and plan"),
)
WHY = (
    "The regulator wrote to the council on its paths on 31 March 2026, and asked for four things "
    "to be put right. The plan overleaf is the answer and was last seen by the committee "
    "on 2 September 2026."
)
BODY = (
    bold("Why this comes to you"),
    WHY,
    bold("What we ask of you"),
    "The committee is asked to approve the plan and to note the costs.",
    bold("Money and people"),
    "All actions are within the budget that was agreed on 11 February 2027 by the council.",
    "R. Sample",
    "Head of Parks",
    "17 February 2027",
)


def test_a_cover_of_few_labels_is_a_report(tmp_path: Path) -> None:
    report = report_of(tmp_path, "GLEN COUNCIL", table(*(row(*one) for one in HEADER)), *BODY, PLAN)
    assert (report.committee, report.meeting_date) == ("Parks Committee", "Tuesday 3 May 2027")
    assert (report.by, report.number, report.title) == ("Head of Parks", "PK/27/7", "Safe paths")
    said = (passage for found in sections(report).values() for passage in found)
    assert "main-text" in sections(report) or "own-why-this-comes-to-you" in sections(report)
    asked = [text for kind, text in said if kind == "recommendation"]
    assert asked == ["approve the plan and to note the costs"]


def test_a_letter_to_somebody_is_none(tmp_path: Path) -> None:
    letter = (("To", "A. Reader", "On", "3 May 2027"), ("From", "Head of Parks", "Ref", "PK/27/7"))
    report = report_of(tmp_path, table(*(row(*one) for one in letter)), *BODY[:2], PLAN)
    assert report.meeting_date == ""


@pytest.mark.parametrize(
    ("by", "who", "number"),
    [
        ("Report by Head of Parks (PK/26/012)", "Head of Parks", "PK/26/012"),
        ("Report by Head of Parks [Report no. PK-7-26]", "Head of Parks", "PK-7-26"),
        ("Report by Head of Parks (Interim)", "Head of Parks (Interim)", ""),
        ("Report by Head of Parks (Phase 2)", "Head of Parks (Phase 2)", ""),
    ],
)
def test_a_number_beside_who_reports_is_the_reports(
    tmp_path: Path, by: str, who: str, number: str
) -> None:
    lines = (bold("Parks Committee"), bold("3 May 2026"), bold("Safe Paths"), by)
    report = report_of(
        tmp_path, *lines, "1. Purpose", "1.1 To report.", "2. Recommendations", "Note."
    )
    assert (report.by, report.number) == (who, number)


ASSESSED = table(
    row("Negative effect", "What will be done", "How it will be checked", "Who", "When")
)
TITLES = (
    ("Appendix 2", "Integrated Impact Assessment"),
    ("Appendix 2 – Equality Impact Assessment",),
    ("APPENDIX 2", "EQUALITY IMPACT ASSESSMENT"),
)


@pytest.mark.parametrize("title", TITLES)
def test_an_assessment_with_a_table_of_what_is_done_is_no_second_plan(
    tmp_path: Path, title: tuple[str, ...]
) -> None:
    done = table(
        row("Ref", "Actions", "Lead(s)", "Timescale", "How it will be checked"),
        row(
            "1", "Another way of being assessed is offered.", "Service Manager", "May 2027", "Asked"
        ),
    )
    found = reading_of(
        tmp_path,
        *(bold("Parks Committee"), bold("3 May 2026"), bold("Safe Paths")),
        *("1. Purpose", "1.1 To report.", "2. Recommendations", "2.1 Note the report."),
        *("Appendix 1", PLAN, *title, "Disability: plans are hard to read.", done),
    )
    assert [one.kind for one in found.outline.report.appendices] == ["plan", "text"]
    assert "Another way of being assessed" in found.outline.report.appendices[1].text


@pytest.mark.parametrize("label", ["Report", "Paper", "Reference"])
def test_a_label_of_a_number_above_several_words_is_that_of_the_title(
    tmp_path: Path, label: str
) -> None:
    header = (
        ("Committee", "Parks Committee"),
        ("When", "3 May 2027"),
        (label, "Safe Paths To 2029"),
    )
    report = report_of(tmp_path, table(*(row(*one) for one in header)), *BODY, PLAN)
    assert (report.title, report.number) == ("Safe Paths To 2029", "")
    assert report.meeting_date == "3 May 2027"


@pytest.mark.parametrize("number", ["PK/27/7", "27-2027", "No 7"])
def test_a_label_of_a_number_above_one_is_that_of_the_number(tmp_path: Path, number: str) -> None:
    header = (("Committee", "Parks Committee"), ("Title", "Safe paths"), ("Report", number))
    report = report_of(tmp_path, table(*(row(*one) for one in header)), *BODY, PLAN)
    assert (report.title, report.number) == ("Safe paths", number)
