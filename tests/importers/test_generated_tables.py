"""What plandesk drew up from a plan is known again: never the plan, never kept as a copy of it."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from importers.errors import NoPlanFoundError
from importers.paper import PaperReading, read_paper
from importers.plan.columns import heading_words
from importers.plan.plan_tables import is_plan_table
from plan.council.form import Form
from plan.council.format import Format, form_named
from plan.model.documents import GENERATED, DocumentKind
from plan.model.outline import AppendixOutline, PlanOutline, outline_of
from plan.model.plan import Plan
from plan.papers.blocks import Block, Document, Paragraph, Section, Table, plain
from plan.papers.documents import PaperSource, generated_blocks, papers
from tests.importers.styled_papers import our_word, styled_word
from tests.importers.test_papers_from_blocks import DUNDEE, GLENSHIRE, pack
from tests.importers.word_files import cell, docx_of, para, row, table
from tests.plan.generated_plans import KINDS, SINCE, whole

COUNCILS = pytest.mark.parametrize("formats", [DUNDEE, GLENSHIRE], ids=["dundee", "glenshire"])
WRITERS = pytest.mark.parametrize("writer", [our_word, styled_word], ids=["ours", "other"])
Writer = Callable[[Path, Document], Path]
Council = tuple[Format, tuple[Form, ...]]
FORM, FORMS = DUNDEE
LISTED = (
    AppendixOutline("tracing"),
    AppendixOutline("plan"),
    AppendixOutline("text", "Glossary", "Words that are used."),
    AppendixOutline("progress"),
    AppendixOutline("reviews"),
)


def packed(plan: Plan, formats: Council) -> Document:
    council, forms = formats
    by_id = {one.id: one for one in forms}
    plan = replace(plan, assessment_rows={}, answer_rows={}) if formats is GLENSHIRE else plan
    (paper, *_) = papers(plan, council, by_id.__getitem__, "pack", SINCE)
    return paper.document


def actions_in(outline: PlanOutline) -> list[tuple[str, list[str]]]:
    """Return each aim with the texts of its actions: the council may print less of them."""
    return [(aim.text, [action.text for action in aim.actions]) for aim in outline.aims]


@COUNCILS
@WRITERS
def test_each_comes_back_as_the_appendix_that_it_was_and_holds_nothing(
    formats: Council, writer: Writer, tmp_path: Path
) -> None:
    council, forms = formats
    reading = read_paper(writer(tmp_path, packed(whole(*LISTED), formats)), council, forms)
    assert reading.outline.report.appendices == LISTED
    assert actions_in(reading.outline) == actions_in(outline_of(whole()))
    unread = [one.text for one in reading.remarks if one.kind == "not understood"]
    assert not [text for text in unread if "headers and footers" not in text]
    told = [one.place for one in reading.remarks if "is drawn up anew from the plan" in one.text]
    assert told == ["Appendix 1", "Appendix 4", "Appendix 5"]


@COUNCILS
@pytest.mark.parametrize("kind", KINDS)
def test_its_tables_are_no_plans(formats: Council, kind: DocumentKind) -> None:
    council, _ = formats
    tables = [
        one
        for one in generated_blocks(kind, PaperSource(whole(), council, form_named, SINCE))
        if isinstance(one, Table)
    ]
    for one in tables:
        assert tuple(cell.text for cell in one.rows[0].cells) in GENERATED[kind].columns
        assert not is_plan_table(one, heading_words(council))


@pytest.mark.parametrize("kind", KINDS)
def test_as_a_document_of_its_own_it_is_refused_in_a_sentence(
    kind: DocumentKind, tmp_path: Path
) -> None:
    (paper,) = papers(whole(), FORM, form_named, kind, SINCE)
    with pytest.raises(NoPlanFoundError, match=GENERATED[kind].heading) as refused:
        read_paper(our_word(tmp_path, paper.document), FORM, FORMS)
    assert "which plandesk draws up from a plan" in str(refused.value)
    assert refused.value.columns == ()


def read(tmp_path: Path, *sections: tuple[Block, ...]) -> PaperReading:
    """Return what is read of a paper of these sections of pages behind the plan's own."""
    document = pack(whole(AppendixOutline("plan")), FORM, FORMS)
    more = tuple(map(Section, sections))
    path = our_word(tmp_path, replace(document, sections=(*document.sections, *more)))
    return read_paper(path, FORM, FORMS)


@pytest.mark.parametrize("kind", KINDS)
def test_a_text_that_an_officer_wrote_under_the_same_title_stays_a_text(
    kind: DocumentKind, tmp_path: Path
) -> None:
    written = AppendixOutline("text", GENERATED[kind].heading, "As we see it ourselves.")
    document = pack(whole(AppendixOutline("plan"), written), FORM, FORMS)
    reading = read_paper(our_word(tmp_path, document), FORM, FORMS)
    assert reading.outline.report.appendices == (AppendixOutline("plan"), written)


def test_a_sub_heading_of_the_report_in_the_same_words_stays_in_the_report(tmp_path: Path) -> None:
    document = pack(whole(AppendixOutline("plan")), FORM, FORMS)
    report, *others = document.sections
    at = len(report.blocks) - 1
    tables = generated_blocks("progress", PaperSource(whole(), FORM, form_named, SINCE))
    pasted = replace(report, blocks=(*report.blocks[:at], *tables, *report.blocks[at:]))
    before, after = (
        read_paper(our_word(tmp_path, replace(document, sections=sections)), FORM, FORMS)
        for sections in (document.sections, (pasted, *others))
    )
    assert after.outline.aims == before.outline.aims
    assert after.outline.report.signatory == before.outline.report.signatory
    assert after.outline.report.appendices == before.outline.report.appendices
    assert {one.section for one in after.outline.report.passages} == {
        one.section for one in before.outline.report.passages
    }


@pytest.mark.parametrize("kind", KINDS)
def test_a_table_that_was_pasted_behind_the_plan_adds_no_action(
    kind: DocumentKind, tmp_path: Path
) -> None:
    blocks = generated_blocks(kind, PaperSource(whole(), FORM, form_named, SINCE))
    for pasted in (blocks, blocks[1:]):
        assert read(tmp_path, pasted).outline.aims == outline_of(whole()).aims


def plain_docx(path: Path, *blocks: Block) -> Path:
    """Write blocks as a Word file without a single style."""
    body = (
        para(block.text)
        if isinstance(block, Paragraph)
        else table(
            *(
                row(*(cell(para(" ".join(one.text.split()))) for one in line.cells))
                for line in block.rows
            )
        )
        for block in blocks
    )
    return docx_of(path, "".join(body))


@pytest.mark.parametrize("kind", KINDS)
def test_where_the_styles_are_lost_it_is_known_by_heading_and_columns(
    kind: DocumentKind, tmp_path: Path
) -> None:
    document = pack(whole(AppendixOutline("plan"), AppendixOutline(kind)), FORM, FORMS)
    reading = read_paper(
        plain_docx(tmp_path, *document.sections[1].blocks, *document.sections[2].blocks),
        FORM,
        FORMS,
    )
    assert reading.outline.report.appendices == (AppendixOutline("plan"), AppendixOutline(kind))
    assert [len(aim.actions) for aim in reading.outline.aims] == [1, 1]


def test_where_the_styles_are_lost_the_same_words_above_a_text_are_a_text(tmp_path: Path) -> None:
    document = pack(whole(AppendixOutline("plan")), FORM, FORMS)
    text = (plain("Appendix 2"), plain(GENERATED["progress"].heading), plain("Well enough."))
    reading = read_paper(plain_docx(tmp_path, *document.sections[1].blocks, *text), FORM, FORMS)
    (_, appendix) = reading.outline.report.appendices
    assert appendix.kind == "text"
    assert "Well enough." in appendix.text
