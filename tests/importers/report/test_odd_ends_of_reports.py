"""Two facts on one header line, full stops, ends without numbers, decisions under any heading."""

from pathlib import Path

import pytest

from importers.errors import NoPlanFoundError
from importers.paper import account_of_file
from plan.papers.report_sections import sections_of
from tests.importers.plan_papers import FORM, FORMS, HEADER
from tests.importers.report.report_papers import (
    HEADINGS,
    NUMBERED,
    TWO,
    bold,
    reading_of,
    report_of,
    sections,
)
from tests.importers.word_files import BULLETS, docx_of, listed, para, row, table

RULE = "_____________________"
SIGNED = (bold("Director of Parks"), "Date: 21 May 2021")


def headings(folder: Path, *blocks: str) -> list[str]:
    report = report_of(folder, *blocks)
    filled = {passage.section for passage in report.passages}
    return [
        one.heading for one in sections_of(report, FORM.report, report.passages) if one.id in filled
    ]


def lost(folder: Path, *blocks: str) -> str:
    body = "".join(block if block.startswith("<") else para(block) for block in blocks)
    path = docx_of(folder, body, styles=HEADINGS, numbering=BULLETS + NUMBERED)
    account = account_of_file(path, FORM, FORMS)
    assert account.unaccounted == ()
    return "\n".join(one.text for one in account.not_taken)


# The header


def test_two_facts_on_one_line_stand_apart(tmp_path: Path) -> None:
    lines = (
        bold("GLEN COUNCIL\tPARKS COMMITTEE"),
        bold("LEISURE\t3 MAY 2021"),
        RULE,
        bold("PATHS: A PLAN"),
        RULE,
    )
    reading = reading_of(tmp_path, *lines, *TWO)
    report = reading.outline.report
    assert (report.committee, report.meeting_date) == ("PARKS COMMITTEE", "3 MAY 2021")
    assert report.title == "PATHS: A PLAN"
    said = " ".join(one.text for one in reading.remarks if one.kind == "not understood")
    assert "GLEN COUNCIL" in said
    assert "2 paragraphs" in said


@pytest.mark.parametrize(
    ("lines", "right"),
    [
        (
            (
                bold("Parks and Paths Committee: 3 May 2021."),
                bold("Safe Paths."),
                bold("Report by Head of Parks."),
            ),
            ("Parks and Paths Committee", "3 May 2021", "Safe Paths", "Head of Parks"),
        ),
        (
            ("Parks Committee – 3 May 2021.", bold("Safe Paths"), "Report by: Head of Parks"),
            ("Parks Committee", "3 May 2021", "Safe Paths", "Head of Parks"),
        ),
    ],
)
def test_a_line_of_the_header_may_end_with_a_full_stop(
    tmp_path: Path, lines: tuple[str, ...], right: tuple[str, ...]
) -> None:
    report = report_of(tmp_path, "Item: 6", *lines, *TWO)
    assert (report.committee, report.meeting_date, report.title, report.by) == right


@pytest.mark.parametrize(
    ("lead_in", "committee"),
    [
        ("It is recommended that the Parks and Paths Committee:", "Parks and Paths Committee"),
        ("The Joint Parks Board is asked to:-", "Joint Parks Board"),
        ("Members of the Parks Committee are invited to:", "Parks Committee"),
        ("It is recommended that the Committee:", ""),
        ("Members are invited to:", ""),
    ],
)
def test_a_committee_that_only_the_lead_in_names_is_the_committee(
    tmp_path: Path, lead_in: str, committee: str
) -> None:
    asked = ("2.0\tRECOMMENDATIONS", lead_in, "a)\tnote the report.")
    report = report_of(tmp_path, *TWO[:2], *asked, *TWO[2:])
    assert report.committee == committee
    named = ("Committee: Roads Committee", *TWO[:2], *asked, *TWO[2:])
    assert report_of(tmp_path, *named).committee == "Roads Committee"
    assert all(word in lost(tmp_path, *named) for word in committee.split())


@pytest.mark.parametrize(
    "line",
    [
        "10.00am, Thursday, 3 May 2021",
        "2 p.m. on Thursday, 3 May 2021",
        "At 14:00 – Thursday, 3 May 2021",
        "Parks Committee, 10.30 a.m., Thursday, 3 May 2021",
    ],
)
def test_a_time_before_the_date_of_the_meeting_is_none_of_it(tmp_path: Path, line: str) -> None:
    header = (bold("Parks Committee"), bold(line), bold("Safe Paths"))
    for lines in (header, (header[0], f"Date of meeting: {line}", header[2])):
        report = report_of(tmp_path, *lines, *TWO)
        assert report.meeting_date.removeprefix("Thursday, ") == "3 May 2021"
        assert (report.committee, report.title) == ("Parks Committee", "Safe Paths")
        assert any(time in lost(tmp_path, *lines, *TWO) for time in ("10", "2", "14"))


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("3 May 2021 at 10.00 am", "at 10.00 am"),
        ("3 May 2021, 10:00", "10:00"),
        ("3 May 2021 – 2 pm", "2 pm"),
        ("3 May 2021 (10.30 a.m.)", "10.30 a.m"),
        ("3 May 2021 from 10am to 12 noon", "from 10am to 12 noon"),
        ("3 May 2021 at 10.00 a.m.", "at 10.00 a.m"),
        ("3 May 2021 @ 10am", "10am"),
        ("3 May 2021, at 10.00 am, via Teams", "at 10.00 am, via Teams"),
        ("3 May 2021 at 10 o’clock", "at 10 o’clock"),
        ("3 May 2021 10:00 hrs (hybrid)", "10:00 hrs (hybrid"),
        ("3 May 2021 at 1400 hours in the Town House", "at 1400 hours in the Town House"),
        ("3 May 2021, 2pm, Council Chamber", "2pm, Council Chamber"),
    ],
)
def test_a_time_behind_the_date_of_the_meeting_is_none_of_it(
    tmp_path: Path, line: str, shown: str
) -> None:
    title = bold("Safe Paths")
    for lines in (
        (bold("Parks Committee"), bold(line), title),
        (bold("Parks Committee"), f"Date of meeting: {line}", title),
        (f"REPORT TO:\tParks Committee – {line}", title),
        (bold(f"Meeting of the Parks Committee on {line}"), title),
        (f"Committee: Parks Committee held on {line}", title),
    ):
        report = report_of(tmp_path, *lines, *TWO)
        assert (report.committee, report.meeting_date) == ("Parks Committee", "3 May 2021")
        assert report.title == "Safe Paths"
        assert shown in lost(tmp_path, *lines, *TWO)


# The recommendations


def test_what_joins_recommendations_is_none_of_their_words(tmp_path: Path) -> None:
    asked = ("a)\tnote the paths,", "b)\tagree the plan, and", "c)\task for more.")
    blocks = ("2.0\tRECOMMENDATIONS", "The Committee is asked to:", *asked)
    found = sections(report_of(tmp_path, *TWO[:2], *blocks, *TWO[2:]))["recommendations"]
    assert [text for _, text in found] == ["note the paths", "agree the plan", "ask for more"]


@pytest.mark.parametrize(
    "asked",
    [
        ("Members are invited to:", listed("endorse the plan", 7), listed("note the visits", 7)),
        ("The Board is asked to:-", "a)\tendorse the plan; and", "b)\tnote the visits."),
        ("It is recommended that the Parks Board:", "(i) endorse the plan", "(ii) note the visits"),
    ],
)
def test_a_committee_may_be_asked_below_any_heading(tmp_path: Path, asked: tuple[str, ...]) -> None:
    lines = (
        bold("Glen College"),
        table(row("Agenda Item", "9", "Paper No", "B-41", "Status", "Open")),
        bold("Why this paper"),
        "To ask for a plan.",
        bold("What we need from you"),
        *asked,
        bold("Key points"),
        "Visits doubled.",
    )
    reading = reading_of(tmp_path, *lines)
    found = sections(reading.outline.report)["recommendations"]
    assert [text for kind, text in found if kind == "recommendation"] == [
        "endorse the plan",
        "note the visits",
    ]
    assert headings(tmp_path, *lines) == ["Why this paper", "Recommendations", "Key points"]
    assert any("“What we need from you” was read as" in one.text for one in reading.remarks)
    assert "What we need from you" in lost(tmp_path, *lines)


@pytest.mark.parametrize(
    "lines",
    [
        (bold("Applying"), "The applicant is required to:", listed("note the rules", 7)),
        (bold("Your group"), "Members are invited to:", listed("come at seven", 7)),
        ("Members are invited to:", "note the day of the fair."),
    ],
)
def test_a_letter_that_invites_is_no_report(tmp_path: Path, lines: tuple[str, ...]) -> None:
    with pytest.raises(NoPlanFoundError):
        report_of(tmp_path, table(HEADER), *lines)


def test_six_labels_make_a_header_whatever_the_headings_say(tmp_path: Path) -> None:
    lines = (
        table(
            row("Agenda Item", "9", "Paper No", "B-41", "Status", "Open"),
            row("Meeting", "Quality Committee", "Date of meeting", "3 May 2021"),
            row("Title", "Paths", "Author", "Head of Parks"),
        ),
        bold("Where we are"),
        "Paths fell in.",
        bold("Where we go"),
        "Paths will be mended.",
    )
    report = report_of(tmp_path, *lines)
    assert (report.item_no, report.committee) == ("9", "Quality Committee")
    assert headings(tmp_path, *lines) == ["Where we are", "Where we go"]


def test_an_appendix_that_was_listed_begins_where_its_label_heads_a_plan(tmp_path: Path) -> None:
    label = bold("Appendix A: Paths Plan")
    style = '<w:pStyle w:val="H1"/>'
    plan = (para("Objective 1 – Paths are safe", style), table(HEADER, row("1.1", "Mend it.")))
    lines = (*TWO, bold("APPENDICES"), "Appendix A: Paths Plan", label, *plan)
    outline = reading_of(tmp_path, *lines).outline
    assert [action.text for aim in outline.aims for action in aim.actions] == ["Mend it."]
    assert "Paths Plan" not in " ".join(headings(tmp_path, *lines))
    assert [one.kind for one in outline.report.appendices] == ["plan"]


# Behind the numbered sections


def test_headings_without_a_number_end_the_last_that_has_one(tmp_path: Path) -> None:
    lines = (
        "Report to: Parks Committee",
        bold(TWO[0]),
        TWO[1],
        bold("8.0\tORDER OF WORKS"),
        bold("Steps"),
        "Ladders come first.",
        bold("For Further Information please contact:"),
        "Head of Piers, extension 3600.",
        bold("Implications of Report"),
        "1. Financial: The cost is £480.",
        bold("List of Background Papers"),
        "The survey of May 2021.",
    )
    assert headings(tmp_path, *lines) == [
        "Purpose of report",
        "ORDER OF WORKS",
        "For Further Information please contact",
        "Implications of Report",
        "Background papers",
    ]
    assert sections(report_of(tmp_path, *lines))["background"] == [
        ("text", "The survey of May 2021.")
    ]


def test_a_sub_heading_above_further_numbers_ends_nothing(tmp_path: Path) -> None:
    lines = (*TWO[:2], bold("Contact"), "Ask the clerk.", "7.0\tBACKGROUND PAPERS", "None.")
    assert headings(tmp_path, *lines) == ["Purpose of report", "Background papers"]


# Numbers that the sections do not print


def test_a_typed_number_of_three_parts_is_none_of_the_words(tmp_path: Path) -> None:
    lines = (TWO[0], "1.1\tFairness: see below.", "1.1.1\tIslands – Ferries.", "1.2\tRisk.")
    reading = reading_of(tmp_path, *lines, *TWO[2:])
    found = sections(reading.outline.report)["purpose"]
    assert [text for _, text in found] == ["Fairness: see below.", "Islands – Ferries.", "Risk."]
    assert any("1.1.1" in one.text for one in reading.remarks)


def test_letters_that_count_sub_headings_are_none_of_their_words(tmp_path: Path) -> None:
    heads = (bold("(a)\tLegal"), "None.", bold("(b)\tRisk"), "Low.", bold("(x)\tOther"), "No.")
    found = sections(report_of(tmp_path, TWO[0], *heads, *TWO[2:]))["purpose"]
    assert [text for kind, text in found if kind == "heading"] == ["Legal", "Risk", "(x) Other"]


# Who signs


@pytest.mark.parametrize(
    "author",
    [
        "Author – Play Officer, 01632 960001, play@glen.example",
        "Report Author: Play Officer, 01632 960001, play@glen.example",
        "Author: Ann Writer, play@glen.example",
    ],
)
def test_who_stands_above_the_author_signs(tmp_path: Path, author: str) -> None:
    lines = (*TWO, RULE, SIGNED[0], author, SIGNED[1])
    report = report_of(tmp_path, *lines)
    assert (report.signatory, report.signatory_post) == ("", "Director of Parks")
    assert report.signed_on == "21 May 2021"
    assert "play@glen.example" in lost(tmp_path, *lines)
    assert sections(report)["background"] == [("text", "None.")]


def test_an_author_signs_where_nobody_else_does(tmp_path: Path) -> None:
    report = report_of(tmp_path, *TWO, "Author of Report:\tAnn Writer", "Date: 21 May 2021")
    assert report.signatory == "Ann Writer"


def test_an_author_with_a_post_has_not_the_post_of_who_signs(tmp_path: Path) -> None:
    signed = ("Designation:\tExecutive Director of Parks", "Date:\t21 May 2021")
    author = "Author:\tAnn Writer, Head of Gardens"
    for end in ((*signed, author), (author, *signed)):
        report = report_of(tmp_path, *TWO, *end)
        assert (report.signatory, report.signatory_post) == ("", "Executive Director of Parks")
        assert report.signed_on == "21 May 2021"
        assert "Ann Writer, Head of Gardens" in lost(tmp_path, *TWO, *end)


def test_an_author_with_a_post_does_not_sign_for_who_approved_it(tmp_path: Path) -> None:
    lines = ("Report Author: Ann Writer", "Designation: Officer", "Approved by: Bo Head")
    end = (*lines, "Designation: Director", "Date: 21 May 2021")
    report = report_of(tmp_path, *TWO, *end)
    assert (report.signatory, report.signatory_post) == ("Bo Head", "Director")
    assert "Ann Writer" in lost(tmp_path, *TWO, *end)
    assert "Officer" in lost(tmp_path, *TWO, *end)


@pytest.mark.parametrize(
    "member",
    [
        "Policy Lead for Parks: Councillor A Sample",
        "Policy Lead for Parks, Paths and all that grows there: Councillor A Sample",
        "Policy Lead Councillor A Sample",
    ],
)
def test_a_member_of_the_council_is_no_post_of_who_signs(tmp_path: Path, member: str) -> None:
    lines = (*TWO, bold("Executive Director of Parks"), bold(member), "19 May 2021")
    report = report_of(tmp_path, *lines)
    assert (report.signatory, report.signatory_post) == ("", "Executive Director of Parks")
    assert report.signed_on == "19 May 2021"
    assert "Councillor A Sample" in lost(tmp_path, *lines)


def test_the_ref_of_a_file_is_no_report_number(tmp_path: Path) -> None:
    lines = (*TWO, "Author of Report:\tAnn Writer", "Designation:\tOfficer", "Ref:\tSP-11-53")
    assert report_of(tmp_path, *lines).number == ""
    assert "SP-11-53" in lost(tmp_path, *lines)
