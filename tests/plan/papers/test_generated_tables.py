"""What is drawn up from the plan: as documents, as appendices, in tables that all can read."""

from dataclasses import replace
from datetime import date

import pytest

from plan.council.format import Format, form_named
from plan.following.ledger import PrintedNotes
from plan.model.documents import GENERATED, DocumentKind
from plan.model.outline import AppendixOutline, NoteOutline, PlanOutline
from plan.papers.blocks import Document, Paragraph, Section, Table
from plan.papers.choices import Choices
from plan.papers.documents import Occasion, papers
from plan.papers.pack import pack_of
from tests.plan.checks.sound import FIRST, FORMAT, OUTLINE
from tests.plan.councils import glenshire
from tests.plan.generated_plans import KINDS, SINCE, whole
from tests.plan.strategies import plan_from


def tables_of(document: Document) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]


def labels_of(section: Section) -> list[str]:
    """Return the first two paragraphs of a section."""
    return [block.text for block in section.blocks[:2] if isinstance(block, Paragraph)]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("council", [FORMAT, glenshire()], ids=["dundee", "glenshire"])
def test_each_is_a_document_below_the_title_of_the_plan(
    kind: DocumentKind, council: Format
) -> None:
    (paper,) = papers(whole(), council, form_named, kind, SINCE)
    (section,) = paper.document.sections
    assert paper.kind == kind
    assert labels_of(section)[1] == GENERATED[kind].heading
    assert [block.role for block in section.blocks[:2] if isinstance(block, Paragraph)] == [
        "heading-1",
        "heading-2",
    ]
    assert GENERATED[kind].heading in paper.document.title
    assert (
        paper.file
        == {
            "reviews": "{name} Reviews.docx",
            "progress": "{name} Progress summary.docx",
            "tracing": "{name} Tracing.docx",
        }[kind]
    )


def test_a_plan_without_a_title_goes_by_the_name_of_its_format() -> None:
    (named,) = papers(whole(), FORMAT, form_named, "reviews", SINCE)
    titled = "Children's services, Improvement Plan"
    assert labels_of(named.document.sections[0])[0] == titled
    assert named.document.title == f"{GENERATED['reviews'].heading}: {titled}"
    (bare,) = papers(plan_from(PlanOutline()), FORMAT, form_named, "reviews", SINCE)
    assert labels_of(bare.document.sections[0])[0] == FORMAT.name


@pytest.mark.parametrize("kind", KINDS)
def test_its_tables_have_a_header_alternative_text_and_no_blank_cell(kind: DocumentKind) -> None:
    (paper,) = papers(whole(), FORMAT, form_named, kind, SINCE)
    assert len(tables_of(paper.document)) == (1 if kind == "reviews" else 2)
    for table in tables_of(paper.document):
        assert [row.is_header for row in table.rows] == [True] + [False] * (len(table.rows) - 1)
        assert all(cell.text.strip() for row in table.rows for cell in row.cells)
        assert {len(row.cells) for row in table.rows} == {len(table.widths)}
        assert table.title
        assert table.description
        assert sum(table.widths) <= 265


@pytest.mark.parametrize("kind", KINDS)
def test_a_plan_with_nothing_to_say_has_a_sentence_and_no_table(kind: DocumentKind) -> None:
    (paper,) = papers(plan_from(PlanOutline()), FORMAT, form_named, kind, SINCE)
    assert tables_of(paper.document) == []
    (_, _, sentence) = paper.document.blocks
    assert isinstance(sentence, Paragraph)
    assert sentence.text.endswith(".")
    assert not paper.document.sections[0].landscape


def test_as_an_appendix_each_stands_at_its_number_under_its_heading() -> None:
    plan = whole(
        AppendixOutline("reviews"),
        AppendixOutline("plan"),
        AppendixOutline("tracing"),
        AppendixOutline("progress"),
    )
    document = pack_of(plan, FORMAT, form_named, occasion=SINCE)
    first, _, third, fourth = document.sections[1:5]
    assert labels_of(first) == ["Appendix 1", GENERATED["reviews"].heading]
    assert labels_of(third) == ["Appendix 3", GENERATED["tracing"].heading]
    assert labels_of(fourth) == ["Appendix 4", GENERATED["progress"].heading]
    assert [one.landscape for one in document.sections[1:5]] == [True] * 4


def test_pages_lie_on_their_side_only_where_a_table_is_wide() -> None:
    (since,) = papers(whole(), FORMAT, form_named, "progress", SINCE)
    (alone,) = papers(whole(), FORMAT, form_named, "progress")
    assert since.document.sections[0].landscape
    assert not alone.document.sections[0].landscape


def test_the_summary_counts_notes_that_the_plan_does_not_print() -> None:
    plan = whole(AppendixOutline("plan"), AppendixOutline("progress"))
    late = Occasion(choices=Choices(notes=PrintedNotes("since", date(2030, 1, 1))))
    document = pack_of(plan, FORMAT, form_named, occasion=late)
    printed = "\n".join(
        cell.text for table in tables_of(document) for row in table.rows for cell in row.cells
    )
    assert "Third." not in printed, "the plan prints the notes that were asked for"
    standing = next(table for table in tables_of(document) if len(table.widths) == 3)
    assert [cell.text for cell in standing.rows[1].cells] == ["on track", "1", "1.1"]


def test_a_council_may_name_the_files() -> None:
    own = FORMAT.model_copy(
        update={"files": FORMAT.files.model_copy(update={"reviews": "{name} Diary.docx"})}
    )
    (paper,) = papers(whole(), own, form_named, "reviews")
    assert paper.file == "{name} Diary.docx"


def test_a_note_of_the_plan_is_printed_as_it_was_asked() -> None:
    plan = plan_from(
        replace(
            OUTLINE,
            aims=(
                replace(
                    OUTLINE.aims[0],
                    actions=(replace(FIRST, progress=(NoteOutline("June 2016", "", "Old."),)),),
                ),
            ),
        )
    )
    (paper,) = papers(plan, FORMAT, form_named, "plan", SINCE)
    assert all(
        "Old." not in cell.text
        for table in tables_of(paper.document)
        for row in table.rows
        for cell in row.cells
    )
