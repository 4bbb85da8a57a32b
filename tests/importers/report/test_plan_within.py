"""A plan that stands among the sections of a report is read there, and comes back there in Word."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import pytest
from docx.document import Document

from exporters.word.document import word_file_of
from importers.paper import PaperReading, read_paper, read_with_account
from plan.checks.all_checks import findings
from plan.checks.paper import Paper
from plan.council import DEFAULT_FORMAT
from plan.council.format import form_named, format_named
from plan.model.outline import ReportOutline, built_plan, outline_of
from plan.papers.documents import PaperSource, papers
from plan.papers.pack import pack_of
from plan.papers.plan_texts import texts_of
from tests.importers.styled_papers import our_word

MEETING = date(2027, 1, 13)
COUNCIL = format_named(DEFAULT_FORMAT)
FORMS = tuple(map(form_named, COUNCIL.forms))
HEADER = ("Action", "Lead officer", "By when", "How we will know")
ONE = ("Open one telephone line.", "Repairs Manager", "March 2027", "80% answered, from 41%")
TWO = ("Train the repairs staff.", "Training Officer", "June 2027", "85% done at first visit")


def bold(paper: Document, text: str) -> None:
    paper.add_paragraph().add_run(text).bold = True


def actions(paper: Document, *rows: tuple[str, ...]) -> None:
    table = paper.add_table(0, len(HEADER))
    for row in (HEADER, *rows):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text


def begun() -> Document:
    paper = docx.Document()
    paper.add_paragraph("Strathord Council")
    bold(paper, "Housing Committee – Wednesday 13 January 2027")
    bold(paper, "Housing Repairs Report")
    paper.add_paragraph("Report by the Head of Housing")
    return paper


def numbered() -> Document:
    """Return a paper with numbered headings in bold, and a plan in its section 3."""
    paper = begun()
    bold(paper, "1 Purpose")
    paper.add_paragraph("1.1 To approve the plan.")
    bold(paper, "2 Recommendations")
    paper.add_paragraph("The Committee is invited to:")
    paper.add_paragraph("a) approve the plan in section 3; and")
    paper.add_paragraph("b) note the costs in section 4.")
    bold(paper, "3 Improvement plan")
    paper.add_paragraph("3.1 The two actions below have been agreed with the managers.")
    actions(paper, ONE, TWO)
    paper.add_paragraph("3.2 Progress is reported each quarter.")
    bold(paper, "4 Implications")
    paper.add_paragraph("4.1 Finance: the system costs £2,300, met from the repairs budget.")
    bold(paper, "5 Consultation")
    paper.add_paragraph("5.1 The Head of Finance was consulted.")
    return paper


def headed() -> Document:
    """Return a paper whose headings are styles of Word's, with two aims in its plan."""
    paper = begun()
    for heading, text in (
        ("Purpose", "To approve the plan."),
        ("Recommendations", "The Committee is asked to approve the plan set out below."),
        ("What we will do", "The plan has two priorities."),
    ):
        paper.add_heading(heading, 1)
        paper.add_paragraph(text)
    bold(paper, "Priority 1: Calls are answered")
    actions(paper, ONE)
    paper.add_paragraph("The line is open on Saturdays too.")
    bold(paper, "Priority 2: Repairs are done at once")
    actions(paper, TWO)
    for heading, text in (
        ("What it costs", "The costs are £2,300."),
        ("Next steps", "A report comes back in January 2028."),
    ):
        paper.add_heading(heading, 1)
        paper.add_paragraph(text)
    paper.add_paragraph("Head of Housing")
    paper.add_paragraph("14 December 2026")
    return paper


def read(paper: Document, folder: Path) -> PaperReading:
    paper.save(str(folder / "paper.docx"))
    return read_with_account(folder / "paper.docx", COUNCIL, FORMS)


def said(report: ReportOutline, section: str) -> list[str]:
    return [one.text for one in report.passages if one.section == section]


def test_the_sections_behind_a_plan_are_the_report_s(tmp_path: Path) -> None:
    reading = read(numbered(), tmp_path)
    report = reading.outline.report
    assert said(report, "own-implications") == [
        "Finance: the system costs £2,300, met from the repairs budget."
    ]
    assert said(report, "consultations") == ["The Head of Finance was consulted."]
    assert (reading.outline.closing, reading.outline.introduction) == ("", "")
    assert not [one for one in reading.account.not_taken if one.text != "Strathord Council"]


def test_what_is_said_around_the_tables_stays_with_the_plan_s_place(tmp_path: Path) -> None:
    outline = read(numbered(), tmp_path).outline
    assert said(outline.report, "own-improvement-plan") == [
        "The two actions below have been agreed with the managers.",
        "{plan}",
        "Progress is reported each quarter.",
    ]
    assert [aim.text for aim in outline.aims] == ["Improvement plan"]
    assert outline.title == "Improvement plan"
    assert outline.report.appendices == ()


def test_aims_among_the_sections_keep_their_actions_and_the_report_its_signature(
    tmp_path: Path,
) -> None:
    outline = read(headed(), tmp_path).outline
    assert [(aim.text, len(aim.actions)) for aim in outline.aims] == [
        ("Calls are answered", 1),
        ("Repairs are done at once", 1),
    ]
    assert said(outline.report, "own-what-we-will-do") == [
        "The plan has two priorities.",
        "The line is open on Saturdays too.",
        "{plan}",
    ]
    assert said(outline.report, "own-next-steps") == ["A report comes back in January 2028."]
    assert outline.report.signatory_post == "Head of Housing"
    assert outline.report.signed_on == "14 December 2026"


def test_a_plan_in_the_last_section_leaves_who_signs_to_the_report(tmp_path: Path) -> None:
    paper = begun()
    paper.add_heading("Recommendations", 1)
    paper.add_paragraph("The Committee is asked to note the actions below.")
    paper.add_heading("Actions", 1)
    actions(paper, ONE, TWO)
    paper.add_paragraph("Head of Housing")
    paper.add_paragraph("14 December 2026")
    outline = read(paper, tmp_path).outline
    assert outline.report.signatory_post == "Head of Housing"
    assert said(outline.report, "own-actions") == ["{plan}"]
    assert outline.closing == ""


def test_an_appendix_behind_such_a_report_keeps_its_number(tmp_path: Path) -> None:
    paper = headed()
    paper.add_heading("Appendices", 1)
    paper.add_paragraph("Appendix 1 – Survey of tenants")
    paper.add_page_break()  # type: ignore[no-untyped-call]
    paper.add_heading("Appendix 1 – Survey of tenants", 1)
    paper.add_paragraph("Of 412 tenants 61% were content.")
    report = read(paper, tmp_path).outline.report
    assert [(one.kind, one.title) for one in report.appendices] == [("text", "Survey of tenants")]


@pytest.mark.parametrize("made", [numbered, headed])
def test_no_check_speaks_of_an_appendix_or_of_costs_that_are_said(
    tmp_path: Path, made: Callable[[], Document]
) -> None:
    outline = read(made(), tmp_path).outline
    plan = built_plan(outline, COUNCIL.id)
    rules = {one.rule for one in findings(Paper(plan, COUNCIL, MEETING)) if one.severity != "INFO"}
    assert not rules & {"R1", "R4", "R15"}


@pytest.mark.parametrize("made", [numbered, headed])
def test_the_plan_comes_back_in_its_section(tmp_path: Path, made: Callable[[], Document]) -> None:
    outline = read(made(), tmp_path).outline
    plan = built_plan(outline, COUNCIL.id)
    again = read_paper(our_word(tmp_path, pack_of(plan, COUNCIL, form_named)), COUNCIL, FORMS)
    assert again.outline == outline_of(plan)


def test_word_prints_it_once_among_the_sections(tmp_path: Path) -> None:
    plan = built_plan(read(numbered(), tmp_path).outline, COUNCIL.id)
    (pack, *others) = papers(plan, COUNCIL, form_named, "pack")
    path = tmp_path / "pack.docx"
    path.write_bytes(word_file_of(pack.document))
    printed = docx.Document(str(path))
    texts = [one.text for one in printed.paragraphs if one.text]
    assert len(printed.tables) == 1
    assert not any("Appendix" in text or "{plan}" in text for text in texts)
    assert [one.kind for one in others] == ["report"]


def test_a_plan_that_stands_in_the_report_is_still_printed_alone(tmp_path: Path) -> None:
    plan = built_plan(read(numbered(), tmp_path).outline, COUNCIL.id)
    source = PaperSource(plan, COUNCIL, form_named)
    (maker,) = source.makers("plan")
    assert "Appendix" not in "".join(
        one.text for one in maker().document.blocks if hasattr(one, "text")
    )


def test_a_plan_whose_place_is_taken_out_is_the_first_appendix(tmp_path: Path) -> None:
    outline = read(numbered(), tmp_path).outline
    plan = built_plan(outline, COUNCIL.id)
    assert plan.stands_in_report
    assert plan.plan_appendix_number == 0
    kept = tuple(one for one in outline.report.passages if one.text != "{plan}")
    without = replace(outline, report=replace(outline.report, passages=kept))
    assert built_plan(without, COUNCIL.id).plan_appendix_number == 1


def test_a_plan_on_wide_pages_of_its_own_stands_in_its_section(tmp_path: Path) -> None:
    paper = begun()
    for heading, text in (
        ("1. Purpose", "1.1 To approve the plan."),
        ("2. Recommendations", "2.1 The Committee is asked to approve the plan in section 3."),
        ("3. The plan", "3.1 The plan is set out below."),
    ):
        paper.add_heading(heading, 1)
        paper.add_paragraph(text)
    paper.add_section()
    actions(paper, ONE, TWO)
    paper.add_section()
    paper.add_heading("4. Financial implications", 1)
    paper.add_paragraph("4.1 The costs are £2,300.")
    outline = read(paper, tmp_path).outline
    assert said(outline.report, "own-the-plan") == ["The plan is set out below.", "{plan}"]
    assert said(outline.report, "financial") == ["The costs are £2,300."]
    assert outline.report.appendices == ()


def test_a_plan_on_pages_of_its_own_at_the_end_is_an_appendix(tmp_path: Path) -> None:
    paper = begun()
    paper.add_heading("1. Purpose", 1)
    paper.add_paragraph("1.1 To approve the plan overleaf.")
    paper.add_heading("2. Financial implications", 1)
    paper.add_paragraph("2.1 The costs are £2,300.")
    paper.add_section()
    bold(paper, "Housing Repairs Plan")
    actions(paper, ONE, TWO)
    paper.add_paragraph("Head of Housing")
    paper.add_paragraph("14 December 2026")
    outline = read(paper, tmp_path).outline
    assert [one.kind for one in outline.report.appendices] == ["plan"]
    assert "{plan}" not in [one.text for one in outline.report.passages]


def test_a_plan_below_who_signs_is_an_appendix_though_more_is_said_below(tmp_path: Path) -> None:
    paper = begun()
    for heading, text in (("Purpose", "To approve the plan."), ("Recommendations", "Approve it.")):
        paper.add_heading(heading, 1)
        paper.add_paragraph(text)
    paper.add_paragraph("Head of Housing")
    paper.add_paragraph("14 December 2026")
    paper.add_heading("Housing Repairs Plan", 1)
    actions(paper, ONE, TWO)
    paper.add_heading("Notes", 1)
    paper.add_paragraph("The dates are those by which each action is done.")
    outline = read(paper, tmp_path).outline
    assert outline.report.signatory_post == "Head of Housing"
    assert [one.kind for one in outline.report.appendices] == ["plan"]
    assert outline.title == "Housing Repairs Plan"


def test_a_report_that_ends_with_what_is_asked_goes_on_below_its_cards(tmp_path: Path) -> None:
    paper = begun()
    for heading, text in (("Summary", "The Council runs 14 conveniences, and six would close."),):
        bold(paper, heading)
        paper.add_paragraph(text)
    bold(paper, "What we will do")
    for place, (action, lead, when, success) in enumerate((ONE, TWO), 1):
        card = paper.add_table(0, 2)
        rows = (
            (f"Action {place}", action),
            ("Lead", lead),
            ("By when", when),
            ("Measure", success),
        )
        for texts in rows:
            for cell, text in zip(card.add_row().cells, texts, strict=True):
                cell.text = text
        paper.add_paragraph("")
    for heading, text in (
        ("Consultation", "Community councils will be consulted in February 2027."),
        ("Equality", "There are no equality implications."),
        ("Recommendation", "The Council is asked to agree the closures and the actions above."),
    ):
        bold(paper, heading)
        paper.add_paragraph(text)
    outline = read(paper, tmp_path).outline
    assert said(outline.report, "recommendations") == ["agree the closures and the actions above"]
    assert said(outline.report, "own-equality") == ["There are no equality implications."]
    assert said(outline.report, "own-what-we-will-do") == ["{plan}"]
    assert sum(len(aim.actions) for aim in outline.aims) == 2


def test_the_plan_s_place_is_no_word_that_can_be_replaced(tmp_path: Path) -> None:
    plan = built_plan(read(numbered(), tmp_path).outline, COUNCIL.id)
    forms = {form.id: form for form in FORMS}
    assert "{plan}" not in [one.text for one in texts_of(plan, COUNCIL, forms)]
