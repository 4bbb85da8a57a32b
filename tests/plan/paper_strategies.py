"""Whole papers for the property tests: plan, report, appendices and assessments, any text in them.

The texts are as the edits keep them, so that what is made here is what an officer could have typed.
"""

from collections.abc import Sequence

from hypothesis import strategies as st

from plan.council.form import Form, FormField
from plan.council.format import Format
from plan.council.report_format import ReportFormat, SectionFormat
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
from plan.papers.markdown import blocks_of
from plan.papers.report_paragraphs import KINDS_OF, kept_text
from plan.text.clean import clean_line
from tests.plan.strategies import any_texts, lines, outlines, proses

file_names = lines.filter(bool)
GENERATED_KINDS = tuple(GENERATED)


def passages_of(report_format: ReportFormat) -> st.SearchStrategy[tuple[PassageOutline, ...]]:
    """Return passages of every section of a format, in the order in which a plan gives them."""
    sections = sorted(report_format.sections, key=lambda section: section.id)
    each = (st.lists(_passages(section, report_format), max_size=3) for section in sections)
    return st.tuples(*each).map(lambda found: tuple(one for some in found for one in some))


def _passages(
    section: SectionFormat, report_format: ReportFormat
) -> st.SearchStrategy[PassageOutline]:
    def texts(kind: PassageKind) -> st.SearchStrategy[PassageOutline]:
        kept = any_texts.map(lambda text: kept_text(kind, text, report_format)).filter(bool)
        if kind == "text" and section.kind == "recommendations":
            kept = kept.filter(lambda text: all(one.bullet is None for one in blocks_of(text)))
        return st.builds(PassageOutline, st.just(section.id), st.just(kind), kept)

    return st.sampled_from(KINDS_OF[section.kind]).flatmap(texts)


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
        name: lines for name in (*HEADER_FIELDS, *SIGNATURE_FIELDS) if name in report_format.fields
    }
    return st.builds(
        ReportOutline, passages=passages_of(report_format), appendices=appendices, **fields
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
    """Return plans with a report and up to two assessments, printed by a format and its forms."""
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
        ),
        outlines,
        reports(council.report),
        st.lists(every, max_size=2),
    )
