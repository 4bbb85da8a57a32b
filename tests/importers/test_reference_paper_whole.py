"""The real paper of 2016 gives back its report and its assessment, to the letter.

What it says is compared with the paper's own paragraphs: none of its text is repeated here.
"""

from pathlib import Path

import pytest

from importers.paper import PaperReading, read_paper
from importers.word.reader import read_word
from plan.council import DEFAULT_FORMAT
from plan.council.format import form_named, format_named
from plan.model.outline import AppendixOutline, ReportOutline, built_plan
from plan.papers.assessment import assessment_of
from plan.papers.blocks import Paragraph, TickBox, paragraphs_of
from plan.papers.report import report_of
from tests.importers.test_reference_paper import PAPER

FORM = format_named(DEFAULT_FORMAT)
EQIA = form_named(FORM.forms[0])


@pytest.fixture(scope="module")
def reading() -> PaperReading:
    if not PAPER.exists():
        pytest.skip("the reference paper is not beside this checkout")
    return read_paper(PAPER, FORM, (EQIA,))


@pytest.fixture(scope="module")
def printed() -> list[Paragraph]:
    if not PAPER.exists():
        pytest.skip("the reference paper is not beside this checkout")
    blocks = read_word(Path(PAPER)).blocks
    return [one for one in paragraphs_of(blocks) if one.text.strip()]


@pytest.fixture
def report(reading: PaperReading) -> ReportOutline:
    return reading.outline.report


def after(label: str, printed: list[Paragraph]) -> str:
    """Return what the paper prints behind a label, on its line or on the next."""
    place = next(n for n, one in enumerate(printed) if one.text.startswith(label))
    return printed[place].text.removeprefix(label).strip() or printed[place + 1].text


def test_the_header_is_exact(report: ReportOutline, printed: list[Paragraph]) -> None:
    assert f"{report.committee} – {report.meeting_date}" == after("REPORT TO:", printed)
    assert report.meeting_date == "26 SEPTEMBER 2016"
    assert report.title == after("REPORT ON:", printed)
    assert report.by == after("REPORT BY:", printed)
    assert (report.number, report.item_no) == ("299-2016", "3")


def test_all_seven_sections_have_their_passages(report: ReportOutline) -> None:
    kinds = {
        section.id: [one.kind for one in report.passages if one.section == section.id]
        for section in FORM.report.sections
    }
    assert kinds == {
        "purpose": ["text"],
        "recommendations": ["recommendation", "recommendation"],
        "financial": ["text"],
        "main-text": [
            *("heading", "numbered", "numbered", "numbered"),
            *("heading", "numbered", "numbered"),
        ],
        "policy": ["text"],
        "consultations": ["text"],
        "background": ["text"],
    }


def test_bullets_are_inside_their_paragraphs(report: ReportOutline) -> None:
    numbered = [one.text for one in report.passages if one.kind == "numbered"]
    assert [text.count("\n- ") for text in numbered] == [0, 4, 0, 4, 0]
    assert numbered[3].count("\n- **") == 4


def test_the_signature_is_that_of_the_paper(
    report: ReportOutline, printed: list[Paragraph]
) -> None:
    place = next(n for n, one in enumerate(printed) if one.text == "Appendix 1")
    lines = [one.text for one in printed[place - 3 : place]]
    assert [report.signatory, report.signatory_post, report.signed_on] == lines


def test_its_appendices_are_the_plan_and_one_that_is_absent(reading: PaperReading) -> None:
    assert reading.outline.report.appendices == (AppendixOutline("plan"),)
    said = [one.text for one in reading.remarks if one.place == "Report"]
    assert said == ["The report speaks of Appendix 2, which is not in this paper."]


def test_the_assessment_is_answered_as_printed(
    reading: PaperReading, printed: list[Paragraph]
) -> None:
    (assessment,) = reading.outline.assessments
    texts = {answer.question: answer.text for answer in assessment.answers if answer.text}
    ticks = {answer.question: answer.ticks for answer in assessment.answers if answer.ticks}
    rows = {field.question for field in EQIA.fields if field.kind == "marks"}
    positive = rows - {"characteristics.gender-reassignment", "characteristics.other"}
    assert ticks == {
        "rapid": ("yes",),
        "full": ("no",),
        "new-or-existing": ("existing",),
        "characteristics.gender-reassignment": ("not-known",),
        **dict.fromkeys(positive, ("positively",)),
    }
    for field in EQIA.fields:
        if field.kind in {"line", "prose"} and field.question in texts:
            assert texts[field.question] in {one.text.split(": ")[-1] for one in printed} | {
                one.text for one in printed
            }
    assert {field.question for field in EQIA.fields} - texts.keys() - ticks.keys() == {
        "report-number",
        "document-type",
        "characteristics.other",
        "contacts.manager.telephone",
        "contacts.manager.email",
        "contacts.author.telephone",
        "contacts.author.email",
    }


def test_nothing_in_the_paper_is_left_unread(reading: PaperReading) -> None:
    assert [one for one in reading.remarks if one.kind == "not understood"] == []
    assert reading.unknown_columns == ()


def test_printed_again_it_says_the_same(reading: PaperReading, printed: list[Paragraph]) -> None:
    plan = built_plan(reading.outline, FORM.id)
    place = next(n for n, one in enumerate(printed) if one.text == "Appendix 1")
    ours = [one for one in report_of(plan, FORM).blocks if isinstance(one, Paragraph)]
    texts = ["\t".join(filter(None, (one.label, one.text))) for one in ours]
    assert [text.casefold() for text in texts] == [one.text.casefold() for one in printed[:place]]
    form = assessment_of(plan, plan.assessments[0].id, EQIA)
    boxes = [
        inline.ticked
        for one in paragraphs_of(form.blocks)
        for inline in one.inlines
        if isinstance(inline, TickBox)
    ]
    assert sum(boxes) == 2 + 1 + 9
