"""Whole papers for the property tests: plan, report, appendices and assessments, any text in them.

The texts are as the edits keep them, so that what is made here is what an officer could have typed.
"""

from collections.abc import Sequence

from hypothesis import strategies as st

from plan.council.form import Form
from plan.council.form_groups import FormField
from plan.council.format import Format
from plan.council.report_format import ReportFormat
from plan.model.documents import GENERATED
from plan.model.fields import HEADER_FIELDS, SIGNATURE_FIELDS, PassageKind
from plan.model.outline import (
    AnswerOutline,
    AppendixOutline,
    AssessmentOutline,
    PassageOutline,
    PlanOutline,
    ReportOutline,
)
from plan.papers.markdown import blocks_of, canonical
from plan.papers.passage_tables import table_text
from plan.papers.report_paragraphs import KINDS_OF, OWN_KINDS, kept_text
from plan.papers.report_sections import OwnSection
from plan.text.clean import clean_line, clean_text
from tests.plan.strategies import any_texts, lines, outlines, proses

file_names = lines.filter(bool)
GENERATED_KINDS = tuple(GENERATED)


OWN = tuple(OwnSection(f"own-{number}", "") for number in range(3))
"""The report's own sections, before they have a heading and a place."""
cells = any_texts.map(lambda text: canonical(clean_text(text)))
tables = st.lists(st.lists(cells, min_size=2, max_size=2), min_size=1, max_size=3).map(table_text)


def passages_of(report_format: ReportFormat) -> st.SearchStrategy[tuple[PassageOutline, ...]]:
    """Return passages of every section of a format, in the order in which a plan gives them.

    Those of the report's own sections are among them.
    """
    kinds = {one.id: KINDS_OF[one.kind] for one in report_format.sections}
    kinds |= {one.id: OWN_KINDS for one in OWN}
    each = (
        st.lists(_passages(section, kinds[section], report_format), max_size=3)
        for section in sorted(kinds)
    )
    return st.tuples(*each).map(lambda found: tuple(one for some in found for one in some))


def own_lines(report_format: ReportFormat) -> st.SearchStrategy[tuple[str, ...]]:
    """Return the report's own sections as it keeps them, each with a heading and a place."""
    places = st.sampled_from(["", *(one.id for one in report_format.sections)])
    return st.tuples(
        *(st.builds(OwnSection, st.just(one.id), lines.filter(bool), places) for one in OWN)
    ).map(lambda found: tuple(one.line for one in found))


def _passages(
    section: str, kinds: Sequence[PassageKind], report_format: ReportFormat
) -> st.SearchStrategy[PassageOutline]:
    def texts(kind: PassageKind) -> st.SearchStrategy[PassageOutline]:
        if kind == "table":
            kept = tables.filter(bool)
            return st.builds(PassageOutline, st.just(section), st.just(kind), kept, lines)
        kept = any_texts.map(lambda text: kept_text(kind, text, report_format)).filter(bool)
        if kind == "text" and "recommendation" in kinds:
            kept = kept.filter(lambda text: all(one.bullet is None for one in blocks_of(text)))
        return st.builds(PassageOutline, st.just(section), st.just(kind), kept)

    return st.sampled_from((*kinds, "table")).flatmap(texts)


appendix_texts = st.builds(
    AppendixOutline, st.just("text"), lines.filter(bool), text=proses.filter(bool)
)
appendix_files = st.builds(AppendixOutline, st.just("file"), lines, file=file_names)
generated_appendices = st.sampled_from(GENERATED_KINDS).map(AppendixOutline)
appendices = st.lists(
    appendix_texts | appendix_files | generated_appendices,
    max_size=3,
    unique_by=lambda one: (
        one.kind if one.kind in GENERATED_KINDS else (one.title, one.text, one.file)
    ),
).flatmap(
    lambda others: st.integers(0, len(others)).map(
        lambda place: (*others[:place], AppendixOutline("plan"), *others[place:])
    )
)


def reports(report_format: ReportFormat) -> st.SearchStrategy[ReportOutline]:
    """Return reports of a format, with the plan among their appendices."""
    fields = {
        name: lines
        for name in (*HEADER_FIELDS, *SIGNATURE_FIELDS)
        if name in report_format.printed_fields
    }
    return st.builds(
        ReportOutline,
        passages=passages_of(report_format),
        appendices=appendices,
        own_sections=own_lines(report_format),
        **fields,
    )


def _answers(field: FormField) -> st.SearchStrategy[AnswerOutline]:
    order = [option.id for option in field.options]
    ticks: st.SearchStrategy[tuple[str, ...]] = st.just(())
    if order:
        ticks = st.lists(st.sampled_from(order), unique=True, max_size=2).map(
            lambda found: tuple(sorted(found, key=order.index))
        )
    words: st.SearchStrategy[str] = st.just("")
    if field.kind == "prose":
        words = proses
    elif field.kind == "line" or field.has_text:
        words = any_texts.map(clean_line)
    return st.builds(AnswerOutline, st.just(field.question), words, ticks)


def assessments(form: Form) -> st.SearchStrategy[AssessmentOutline]:
    """Return assessments of a form: any of its questions answered, none of the answers blank."""
    fields = sorted(form.fields, key=lambda field: field.question)

    def answered(chosen: list[FormField]) -> st.SearchStrategy[AssessmentOutline]:
        ordered = [field for field in fields if field in chosen]
        return st.tuples(*map(_answers, ordered)).map(
            lambda found: AssessmentOutline(
                form.id, tuple(one for one in found if one.text or one.ticks)
            )
        )

    return st.lists(
        st.sampled_from(fields), max_size=8, unique_by=lambda one: one.question
    ).flatmap(answered)


def papers(council: Format, forms: Sequence[Form]) -> st.SearchStrategy[PlanOutline]:
    """Return plans with a report and up to two assessments, printed by a format and its forms.

    Only a plan that has aims has an introduction: on paper one without any is an appendix of text.
    """
    every = st.sampled_from(list(forms)).flatmap(assessments)
    return st.builds(
        lambda plan, report, found: PlanOutline(
            plan.title,
            plan.subtitle,
            plan.date,
            plan.partnership,
            plan.aims,
            report,
            tuple(found),
            introduction=plan.introduction if plan.aims else "",
        ),
        outlines,
        reports(council.report),
        st.lists(every, max_size=2),
    )
