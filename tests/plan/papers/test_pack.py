"""What goes to committee: which documents there are, in which order, and what each is called."""

import pytest

from plan.council.format import form_named, format_named
from plan.model.documents import DocumentKind
from plan.model.outline import (
    AimOutline,
    AppendixOutline,
    AssessmentOutline,
    PassageOutline,
    PlanOutline,
    ReportOutline,
)
from plan.papers.blocks import Paragraph, Table
from plan.papers.documents import Paper, paper_makers, papers
from plan.papers.pack import pack_of
from tests.plan.councils import GLENSHIRE_FORM, glenshire, glenshire_form
from tests.plan.judged_papers import DUNDEE_FORM, appendices_plan, report_plan
from tests.plan.strategies import plan_from

DUNDEE = format_named("dundee-2016")

WHOLE = plan_from(
    PlanOutline(
        title="Improvement plan",
        aims=(AimOutline("Better"),),
        report=ReportOutline(
            number="299-2016",
            title="Report title",
            passages=(PassageOutline("purpose", "text", "Why"),),
            appendices=(
                AppendixOutline("plan"),
                AppendixOutline("text", "How it fits", "First.\n\n- one"),
                AppendixOutline("file", "The survey", file="survey.pdf"),
            ),
        ),
        assessments=(AssessmentOutline(DUNDEE_FORM), AssessmentOutline(DUNDEE_FORM)),
    )
)


def made(kind: DocumentKind) -> list[Paper]:
    return papers(WHOLE, DUNDEE, form_named, kind)


def test_a_pack_is_the_whole_paper_and_then_each_document_by_itself() -> None:
    pack = made("pack")
    assert [(paper.kind, paper.what) for paper in pack] == [
        ("pack", "the committee paper"),
        ("report", "the report"),
        ("plan", "Appendix 1"),
        ("appendix", "Appendix 2"),
        ("appendix", "Appendix 3"),
        ("assessment", "Equality Impact Assessment"),
        ("assessment", "Equality Impact Assessment 2"),
    ]
    assert pack[1:] == [*made("report"), *made("appendix"), *made("assessment")]


def test_any_appendix_can_be_had_alone_by_its_number() -> None:
    for number, paper in enumerate(made("appendix"), 1):
        assert made(f"appendix-{number}") == [paper]
        assert paper.number == number
    assert made("appendix-1") == made("plan")
    assert made("appendix-4") == []


def test_a_generated_table_that_is_an_appendix_has_its_number_on_it() -> None:
    plan = appendices_plan(AppendixOutline("plan"), AppendixOutline("progress"))
    (paper,) = papers(plan, DUNDEE, form_named, "appendix-2")
    assert paper.document.title == "Appendix 2: How the actions stand"
    assert [block.text for block in paper.document.blocks[:2] if isinstance(block, Paragraph)] == [
        "Appendix 2",
        "How the actions stand",
    ]


def test_each_document_is_made_when_it_is_asked_for() -> None:
    makers = paper_makers(WHOLE, DUNDEE, form_named, "pack")
    assert [make() for make in makers] == made("pack")


@pytest.mark.parametrize(
    ("kind", "file", "name"),
    [
        ("report", "{name}.docx", ""),
        ("plan", "{name} Appendix {appendix}.docx", ""),
        ("assessment", "{name} {form}.docx", "Equality Impact Assessment"),
        ("pack", "{name} Committee paper.docx", ""),
    ],
)
def test_each_has_its_name_from_the_format(kind: DocumentKind, file: str, name: str) -> None:
    paper = made(kind)[0]
    assert (paper.file, paper.name) == (file, name)


def test_without_an_assessment_there_is_no_document_of_one() -> None:
    plan = report_plan()
    assert papers(plan, DUNDEE, form_named, "assessment") == []
    assert [paper.kind for paper in papers(plan, DUNDEE, form_named, "pack")] == [
        "pack",
        "report",
        "plan",
    ]


def test_the_whole_paper_is_report_appendices_and_assessments_each_on_its_own_pages() -> None:
    document = pack_of(WHOLE, DUNDEE, form_named)
    firsts = [section.blocks[0] for section in document.sections]
    assert [block.text for block in firsts if isinstance(block, Paragraph)] == [
        "ITEM No ………",
        "Appendix 1",
        "Appendix 2",
        "Appendix 3",
        "Equality Impact Assessment Tool",
        "Equality Impact Assessment Tool",
    ]
    assert [section.landscape for section in document.sections] == [False, True] + [False] * 4
    assert document.title == "Report title"
    assert document.subject == "Report no. 299-2016"
    assert document.numbers == ("{1}.0", "{1}.{2}")


def test_its_sections_are_those_of_the_documents_by_themselves() -> None:
    pack, *apart = made("pack")
    sections = tuple(section for paper in apart for section in paper.document.sections)
    assert sections == pack.document.sections


def test_an_appendix_that_is_a_text_prints_it_and_a_file_is_named_on_a_slip() -> None:
    document = pack_of(WHOLE, DUNDEE, form_named)
    text, slip = document.sections[2:4]
    assert [(block.role, block.text) for block in text.blocks if isinstance(block, Paragraph)] == [
        ("appendix-label", "Appendix 2"),
        ("cover-title", "How it fits"),
        ("body", "First."),
        ("body", "one"),
    ]
    assert [block.text for block in slip.blocks if isinstance(block, Paragraph)] == [
        "Appendix 3",
        "The survey",
        "This appendix is a file of its own: survey.pdf",
    ]


@pytest.mark.parametrize(
    ("kinds", "labels"),
    [
        ((), ["Appendix 1"]),
        (("plan",), ["Appendix 1"]),
        (("text", "plan"), ["Appendix 1", "Appendix 2"]),
        (("text", "file"), ["Appendix 1", "Appendix 2", "Appendix 3"]),
    ],
)
def test_the_plan_is_an_appendix_wherever_it_is_listed_and_the_last_where_it_is_not(
    kinds: tuple[str, ...], labels: list[str]
) -> None:
    outlines = [AppendixOutline(kind) for kind in kinds]
    plan = appendices_plan(*outlines)
    document = pack_of(plan, DUNDEE, form_named)
    printed = [
        block.text
        for block in document.blocks
        if isinstance(block, Paragraph) and block.role == "appendix-label"
    ]
    assert printed == labels
    wide = [section for section in document.sections if section.landscape]
    assert [section.blocks[0] for section in wide] == [
        block
        for block in document.blocks
        if isinstance(block, Paragraph) and block.text == f"Appendix {plan.plan_appendix_number}"
    ]


def test_another_council_has_its_own_words_numbers_and_file_names() -> None:
    plan = plan_from(
        PlanOutline(
            title="A plan",
            report=ReportOutline(appendices=(AppendixOutline("file", file="map.pdf"),)),
            assessments=(AssessmentOutline(GLENSHIRE_FORM),),
        )
    )
    pack = papers(plan, glenshire(), glenshire_form, "pack")
    assert [paper.file for paper in pack] == [
        "{name} with annexes.docx",
        "{name} report.docx",
        "{name} Annex {appendix}.docx",
        "{name} Annex {appendix}.docx",
        "{name} {form}.docx",
    ]
    assert [paper.what for paper in pack][2:] == ["Annex 1", "Annex 2", "IIA"]
    slip = pack[0].document.sections[1]
    assert [block.text for block in slip.blocks if isinstance(block, Paragraph)] == [
        "Annex 1",
        "Annexed as a document of its own: map.pdf",
    ]
    assert pack[0].document.numbers == ("{1}.", "{1}.{2}")


def test_no_table_of_a_pack_has_merged_cells_or_a_late_start() -> None:
    for block in pack_of(WHOLE, DUNDEE, form_named).blocks:
        if isinstance(block, Table):
            cells = [cell for row in block.rows for cell in row.cells]
            assert not any(cell.merged_up or cell.span > 1 for cell in cells)
            assert not any(row.first_column for row in block.rows)
