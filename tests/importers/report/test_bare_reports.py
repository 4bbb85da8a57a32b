"""Reports of few words or few marks: what is asked for in one sentence, headings as plain lines."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.importers.report.report_papers import TWO, bold, report_of, sections
from tests.importers.word_files import cell, para, raw, row, run, table

HEAD = (bold("Glen Council"), bold("Parks Committee"), bold("3 May 2026"), bold("Safe Paths"))


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("2.1 The Committee is asked to note the report.", "note the report"),
        ("2.1 Note the report.", "Note the report"),
    ],
)
def test_a_committee_and_its_recommendation_make_a_report(
    tmp_path: Path, line: str, asked: str
) -> None:
    lines = ("1. Purpose", "1.1 To report.", "2. Recommendations", line, "3. Equality")
    report = report_of(tmp_path, *HEAD, *lines)
    assert (report.committee, report.meeting_date) == ("Parks Committee", "3 May 2026")
    found = sections(report)
    assert found["purpose"] == [("numbered", "To report.")]
    assert found["recommendations"] == [("recommendation", asked)]


def test_a_table_in_a_box_of_a_report_stays_a_table(tmp_path: Path) -> None:
    inner = table(row("Year", "Paths"), row("2026", "40"))
    boxes = (
        table(row(cell("1.0 PURPOSE OF REPORT", "1.1 To report."))),
        table(row(cell("2.0 RECOMMENDATIONS", "2.1 The Committee is asked to note the report."))),
        table(row(cell("4.0 MAIN TEXT", "4.1 Paths fell in.", inner, para("So it is.")))),
    )
    found = sections(report_of(tmp_path, *HEAD, *boxes))
    assert [kind for kind, _ in found["main-text"]] == ["numbered", "table", "text"]
    assert found["main-text"][1][1] == "| Year | Paths |\n| --- | --- |\n| 2026 | 40 |"


HEADER = (
    "Report to: Communities Committee",
    "Date: 4 May 2027",
    "Subject: Libraries that stay open",
)
TOLD = "This report asks the committee to agree a plan for the libraries after their review."
REVIEWED = "The council reviewed its nine libraries and spoke to their readers about them."
WANTED = "Most of them wanted longer hours on a Saturday."


@pytest.mark.parametrize("look", [str, lambda text: raw(run(text, '<w:u w:val="single"/>'))])
def test_headings_that_only_their_place_shows_begin_sections(
    tmp_path: Path, look: Callable[[str], str]
) -> None:
    """No heading is one that a council's format knows, and nothing marks them for a reader."""
    report = report_of(
        tmp_path,
        *HEADER,
        look("Why this paper is here"),
        TOLD,
        look("What we are asking for"),
        "The committee is asked to:",
        "(a) agree the plan; and",
        "(b) note what it costs.",
        look("How we got here"),
        REVIEWED,
        WANTED,
        look("Money"),
        "The plan costs £40,000 a year, which is in the budget of the service.",
    )
    assert report.title == "Libraries that stay open"
    assert sections(report) == {
        "own-why-this-paper-is-here": [("text", TOLD)],
        "recommendations": [
            ("recommendation", "agree the plan"),
            ("recommendation", "note what it costs"),
        ],
        "own-how-we-got-here": [("text", REVIEWED), ("text", WANTED)],
        "own-money": [
            ("text", "The plan costs £40,000 a year, which is in the budget of the service.")
        ],
    }


def test_a_short_line_among_texts_is_no_heading_where_the_known_ones_are_marked(
    tmp_path: Path,
) -> None:
    report = report_of(
        tmp_path,
        *HEADER,
        bold("Purpose of report"),
        TOLD,
        bold("Background"),
        REVIEWED,
        "What readers said",
        WANTED,
        bold("Background papers"),
        "None.",
    )
    assert sections(report)["own-background"][1:2] == [("text", "What readers said")]


def test_bold_headings_with_a_colon_begin_sections_where_the_known_ones_have_one(
    tmp_path: Path,
) -> None:
    lines = (
        "Report to: Parks Committee",
        *(bold("Purpose:"), "To report on the state of the paths."),
        *(bold("Recommendation:"), "That the Committee notes the report."),
        *(bold("Competence:"), "There are no constraints in law or in money."),
        *(bold("Report:"), "Paths are worn by many feet in the summer months."),
    )
    found = sections(report_of(tmp_path, *lines))
    assert found["recommendations"] == [("recommendation", "notes the report")]
    assert found["own-competence"] == [("text", "There are no constraints in law or in money.")]


@pytest.mark.parametrize("number", ["PK/26/012", "RT 27/118", "PK-26-12"])
def test_a_number_on_a_line_of_its_own_is_none_of_the_title(tmp_path: Path, number: str) -> None:
    header = ("Parks Committee – 3 May 2021", number, bold("Safe Paths"), "Report by Head of Parks")
    report = report_of(tmp_path, *header, *TWO)
    assert (report.number, report.title) == (number, "Safe Paths")
    header = ("PARKS COMMITTEE", "3 MAY 2021", number, "SAFE PATHS: ACTION PLAN")
    report = report_of(tmp_path, *header, *TWO)
    assert (report.number, report.title) == (number, "SAFE PATHS: ACTION PLAN")


@pytest.mark.parametrize(
    "numbers",
    [("I.", "II.", "III.", "IV.", "V."), ("a)", "b)", "c)", "d)", "e)")],
)
def test_headings_may_have_roman_numbers_or_small_letters(
    tmp_path: Path, numbers: tuple[str, ...]
) -> None:
    named = ("Purpose", "Recommendations", "Background", "Equalities", "Consultation")
    texts = (
        "To report.",
        "That the Committee notes this.",
        "It began.",
        "None.",
        "All were asked.",
    )
    headings = (bold(f"{number} {name}") for number, name in zip(numbers, named, strict=True))
    pairs = zip(headings, texts, strict=True)
    report = report_of(tmp_path, "COMMITTEE: Parks", *(one for pair in pairs for one in pair))
    kept = sections(report)
    assert kept["purpose"] == [("text", "To report.")]
    assert kept["own-background"] == [("text", "It began.")]
    assert kept["own-equalities"] == [("text", "None.")]
    assert len(kept["recommendations"]) == 1


def test_a_small_letter_before_a_known_heading_counts_what_stands_in_a_section(
    tmp_path: Path,
) -> None:
    lines = (bold("1. Purpose of report"), "To report.", bold("2. Implications"))
    below = (bold("a) Financial implications"), "None.", bold("b) Legal"), "None.")
    report = report_of(tmp_path, *lines, *below, bold("3. Background papers"), "None.")
    assert list(sections(report)) == ["background", "own-implications", "purpose"]
