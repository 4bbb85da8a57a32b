"""What the import did not read of a Word file is asked about once, and never called missing."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import pytest
from docx.document import Document

from desk.importing import read_word_paper
from plan.changes.change import applied
from plan.changes.edits.reasons import give_reason, keep_unread
from plan.changes.edits.report import set_report_field
from plan.checks.all_checks import findings
from plan.checks.paper import Paper
from plan.council.format import form_named, format_named
from plan.model.finding import Finding
from plan.model.plan import Plan

COUNCIL = format_named("dundee-2016")
FORMS = {one: form_named(one) for one in COUNCIL.forms}
FORM_ROWS = (
    ("Date of assessment", "20 January 2027"),
    ("Title of document being assessed", "Play Areas Plan"),
    (
        "2. Please give a brief description of the policy, procedure, strategy or practice.",
        "Renewal of twelve play areas.",
    ),
    ("3. What is the intended outcome of this policy, procedure, strategy or practice?", ""),
)
MARKS = (("", "Positively", "Negatively", "No Impact", "Not Known"), ("Race", "", "", "X", ""))


def pairs(paper: Document, rows: Sequence[Sequence[str]]) -> None:
    table = paper.add_table(0, max(map(len, rows)))
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text


def made(folder: Path, header: Sequence[Sequence[str]], *, form: bool = False) -> Plan:
    """Return the plan of a paper with such a header, and with a part of a form."""
    paper = docx.Document()
    paper.add_paragraph("Garvel and Isles Council")
    pairs(paper, header)
    for heading, text in (
        ("Summary", "This report asks the Committee to approve the plan."),
        ("Recommendations", "The Committee is asked to approve the plan."),
        ("Financial implications", "The plan costs £200, met from the budget."),
    ):
        paper.add_heading(heading, 1)
        paper.add_paragraph(text)
    if form:
        paper.add_page_break()  # type: ignore[no-untyped-call]
        paper.add_paragraph().add_run("EQUALITY IMPACT ASSESSMENT TOOL").bold = True
        pairs(paper, FORM_ROWS)
        pairs(paper, MARKS)
    paper.save(str(folder / "paper.docx"))
    return read_word_paper(folder / "paper.docx").made()


def found(plan: Plan, *rules: str) -> list[Finding]:
    paper = Paper(plan, COUNCIL, date(2027, 1, 13), FORMS)
    return [one for one in findings(paper) if one.rule in rules]


USUAL = (("Committee", "Parks Committee"), ("Date", "13 January 2027"), ("Report by", "A Director"))


def test_a_header_line_not_understood_may_be_the_title(tmp_path: Path) -> None:
    plan = made(tmp_path, (*USUAL, ("Matter before us", "Play Areas Plan")))
    assert plan.report.title == ""
    assert plan.unread == {"header": ("Matter before us Play Areas Plan",)}
    (asked,) = found(plan, "R15", "R59")[:1]
    assert (asked.rule, asked.severity, asked.place.path) == ("R59", "ASK", "report/title")
    assert "“Matter before us Play Areas Plan”" in asked.text
    assert not [one for one in found(plan, "R15") if one.place.field == "title"]


def test_it_is_asked_until_the_field_is_filled_in_or_left_for_a_reason(tmp_path: Path) -> None:
    plan = made(tmp_path, (*USUAL, ("Matter before us", "Play Areas Plan")))
    (asked,) = found(plan, "R59")
    filled = applied(plan, set_report_field(plan, "title", "Play Areas Plan", name="title"))
    assert found(filled, "R59") == []
    given = applied(plan, give_reason(plan, asked, "It has none.", given_on="13 January 2027"))
    assert [one.is_open for one in found(given, "R59")] == [False]


def test_whose_paper_it_is_is_no_title_so_a_title_is_missing(tmp_path: Path) -> None:
    plan = made(tmp_path, USUAL)
    assert plan.unread == {}
    assert "The report has no title." in [one.text for one in found(plan, "R15")]


def test_a_label_that_is_known_and_has_no_field_hides_no_title(tmp_path: Path) -> None:
    plan = made(tmp_path, (*USUAL, ("Wards affected", "All of them")))
    assert "The report has no title." in [one.text for one in found(plan, "R15")]


def test_a_line_without_a_date_is_no_date_of_the_meeting(tmp_path: Path) -> None:
    plan = made(tmp_path, (USUAL[0], USUAL[2], ("Matter before us", "Play Areas Plan")))
    assert [one.text for one in found(plan, "R2")] == ["The date of the meeting is missing."]


def test_what_a_form_was_not_seen_to_ask_is_asked_about_once(tmp_path: Path) -> None:
    plan = made(tmp_path, USUAL, form=True)
    assert len(plan.assessments) == 1
    rules = [one.rule for one in found(plan, *FORM_RULES, "R59")]
    assert rules.count("R59") == 1
    assert not {"E1", "E3", "E5", "E24", "E27", "E28", "E29"} & set(rules)


def test_what_the_form_asks_and_nobody_answered_is_still_missing(tmp_path: Path) -> None:
    plan = made(tmp_path, USUAL, form=True)
    assert [one.rule for one in found(plan, "E7")] == ["E7"]


FORM_RULES = tuple(rule.id for form in FORMS.values() for rule in form.rules)


NOT_READ = ("What follows is set out by the Director, in her own words.", "Roads are to be mended.")


def half_read(folder: Path) -> Plan:
    """Return the plan of a paper with prose above its only section, and nothing of most others."""
    paper = docx.Document()
    pairs(paper, (*USUAL, ("Subject", "Roads Plan")))
    for text in NOT_READ:
        paper.add_paragraph(text)
    paper.add_heading("Background Papers", 1)
    paper.add_paragraph("None.")
    paper.save(str(folder / "paper.docx"))
    return read_word_paper(folder / "paper.docx").made()


def test_text_of_a_report_that_was_not_read_is_asked_about_once_and_nothing_is_missing(
    tmp_path: Path,
) -> None:
    plan = half_read(tmp_path)
    assert plan.unread["report"] == NOT_READ
    (asked,) = found(plan, "R1", "R4", "R5", "R15", "R19", "R59", "E34")
    assert (asked.rule, asked.severity) == ("R59", "ASK")
    assert NOT_READ[1] in asked.text


def test_what_was_not_read_is_looked_at_once_there_is_a_reason(tmp_path: Path) -> None:
    plan = half_read(tmp_path)
    (asked,) = found(plan, "R59")
    given = applied(plan, give_reason(plan, asked, "It is a form's.", given_on="13 January 2027"))
    assert {"R1", "R5"} <= {one.rule for one in found(given, "R1", "R5", "R59") if one.is_open}


def test_what_was_not_read_and_stands_in_the_report_now_is_asked_about_no_more(
    tmp_path: Path,
) -> None:
    plan = half_read(tmp_path)
    row = next(iter(plan.passage_rows.values()))
    said = row.model_copy(update={"text": "\n".join(NOT_READ)})
    filled = replace(plan, passage_rows={**plan.passage_rows, row.id: said})
    assert found(filled, "R59") == []
    assert found(filled, "R5") != []


@pytest.mark.parametrize("others", [(), ("Report to: Roads Committee",)])
def test_a_header_on_the_pages_alone_may_say_what_the_report_lacks(
    tmp_path: Path, others: tuple[str, ...]
) -> None:
    """What the pages say is read; where they say two things it is kept, and asked about."""
    paper = docx.Document()
    head = paper.sections[0].header
    head.paragraphs[0].text = "Report to: Parks Committee"
    for line in others:
        head.add_paragraph(line)
    head.add_paragraph("Date of meeting:\t13 January 2027")
    for heading in ("Summary", "Recommendations", "Background Papers"):
        paper.add_heading(heading, 1)
        paper.add_paragraph("The Committee is asked to approve the plan.")
    paper.save(str(tmp_path / "paper.docx"))
    plan = read_word_paper(tmp_path / "paper.docx").made()
    assert plan.report.meeting_date == "13 January 2027"
    assert found(plan, "R2") == []
    assert plan.report.committee == ("" if others else "Parks Committee")
    assert plan.unread.get("header", ())[:1] == (("Report to: Parks Committee",) if others else ())
    assert [one.place.field for one in found(plan, "R59")] == (["committee"] if others else [])


def test_a_list_of_appendices_below_who_signs_names_nobody_who_signs(tmp_path: Path) -> None:
    plan = made(tmp_path, (*USUAL, ("Subject", "Play Areas Plan")))
    listed = applied(plan, keep_unread(plan, "end", ["Appendix 1: Plan"], given_on="1 May 2027"))
    assert found(listed, "R59") == []
    for line in (
        "Contact: Head of Play, play@glen.example",
        "Wards affected: All",
        "a@b.example",
        "For further information contact Ailsa Trench on 07700 900118.",
        "If you have any questions please phone the Democratic Services team.",
    ):
        said = applied(plan, keep_unread(plan, "end", [line], given_on="1 May 2027"))
        assert (line, found(said, "R59")) == (line, [])
    named = applied(plan, keep_unread(plan, "end", ["A. Person"], given_on="1 May 2027"))
    assert [one.place.field for one in found(named, "R59")] == ["signatory"]


def test_what_a_header_says_of_who_may_read_it_is_kept_and_makes_nothing_unread(
    tmp_path: Path,
) -> None:
    header = (
        ("Committee", "Housing Committee"),
        ("Date", "14 May 2027"),
        ("Title", "Repairs Plan"),
        ("Exempt", "No"),
    )
    plan = made(tmp_path, header)
    assert plan.unread.get("access") == ("Exempt: No",)
    assert [one.text for one in found(plan, "R59") if "Exempt" in one.text] == []
