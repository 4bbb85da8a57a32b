"""The committee report and the assessments as nested values, without ids."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, fields

from plan.model import Plan
from plan.ranks import spread_ranks
from plan.rows import (
    HEADER_FIELDS,
    REPORT_ID,
    SIGNATURE_FIELDS,
    SOURCE_ID,
    Answer,
    Appendix,
    AppendixKind,
    Assessment,
    Passage,
    PassageKind,
    Report,
    Row,
    SourceReport,
    answer_id,
    new_id,
)


@dataclass(frozen=True)
class PassageOutline:
    """A part of a section: the section's id in the format, its kind, Markdown."""

    section: str
    kind: PassageKind = "text"
    text: str = ""


@dataclass(frozen=True)
class AppendixOutline:
    """An appendix: the plan, a text in Markdown, or the name of a file that is not ours."""

    kind: AppendixKind = "plan"
    title: str = ""
    text: str = ""
    file: str = ""


@dataclass(frozen=True)
class ReportOutline:
    """The committee report: its header and signature, its passages by section, its appendices."""

    item_no: str = ""
    committee: str = ""
    meeting_date: str = ""
    title: str = ""
    by: str = ""
    number: str = ""
    signatory: str = ""
    signatory_post: str = ""
    signed_on: str = ""
    passages: tuple[PassageOutline, ...] = ()
    appendices: tuple[AppendixOutline, ...] = ()


@dataclass(frozen=True)
class SourceOutline:
    """The inspection report that the plan answers; `contents` is its contents list, as typed."""

    title: str = ""
    publisher: str = ""
    published: str = ""
    pages: str = ""
    contents: str = ""
    recommendations: tuple[str, ...] = ()


@dataclass(frozen=True)
class AnswerOutline:
    """The answer to a question: what was written, and the ids of the boxes that are ticked."""

    question: str
    text: str = ""
    ticks: tuple[str, ...] = ()


@dataclass(frozen=True)
class AssessmentOutline:
    """An assessment: the id of its form, and its answers, none of them blank."""

    form: str
    answers: tuple[AnswerOutline, ...] = field(default=())


def built_report(
    outline: ReportOutline, cover_id: str, make_id: Callable[[], str] = new_id
) -> Iterator[Row]:
    """Yield the rows of a report; none at all where it says nothing."""
    if outline == ReportOutline():
        return
    fields = {name: getattr(outline, name) for name in (*HEADER_FIELDS, *SIGNATURE_FIELDS)}
    yield Report(id=REPORT_ID, parent=cover_id, **fields)
    for rank, passage in zip(spread_ranks(len(outline.passages)), outline.passages, strict=True):
        yield Passage(
            id=make_id(),
            parent=REPORT_ID,
            rank=rank,
            section=passage.section,
            kind=passage.kind,
            text=passage.text,
        )
    ranks = spread_ranks(len(outline.appendices))
    for rank, appendix in zip(ranks, outline.appendices, strict=True):
        yield Appendix(
            id=make_id(),
            parent=REPORT_ID,
            rank=rank,
            kind=appendix.kind,
            title=appendix.title,
            text=appendix.text,
            file=appendix.file,
        )


def built_source(outline: SourceOutline, cover_id: str) -> Iterator[Row]:
    """Yield the row of the inspection report; none at all where nothing is known of it."""
    if outline != SourceOutline():
        yield SourceReport(id=SOURCE_ID, parent=cover_id, **vars(outline))


def built_assessment(
    outline: AssessmentOutline, cover_id: str, rank: str, make_id: Callable[[], str] = new_id
) -> Iterator[Row]:
    """Yield the rows of an assessment and of its answers."""
    assessment = Assessment(id=make_id(), parent=cover_id, rank=rank, form=outline.form)
    yield assessment
    for answer in outline.answers:
        yield Answer(
            id=answer_id(assessment.id, answer.question),
            parent=assessment.id,
            question=answer.question,
            text=answer.text,
            ticks=answer.ticks,
        )


def report_outline(plan: Plan) -> ReportOutline:
    """Return the content of the plan's report in order, without ids."""
    report = plan.report
    passages = sorted(plan.passage_rows.values(), key=lambda row: (row.section, row.rank, row.id))
    return ReportOutline(
        **{name: getattr(report, name) for name in (*HEADER_FIELDS, *SIGNATURE_FIELDS)},
        passages=tuple(PassageOutline(one.section, one.kind, one.text) for one in passages),
        appendices=tuple(
            AppendixOutline(one.kind, one.title, one.text, one.file) for one in plan.appendices
        ),
    )


def source_outline(plan: Plan) -> SourceOutline:
    """Return what is known of the inspection report."""
    names = (field.name for field in fields(SourceOutline))
    return SourceOutline(**{name: getattr(plan.source, name) for name in names})


def assessment_outline(plan: Plan, assessment_id: str) -> AssessmentOutline:
    """Return the content of an assessment, its answers by their question's id."""
    answers = sorted(plan.answers_of(assessment_id).values(), key=lambda row: row.question)
    return AssessmentOutline(
        plan.assessment_rows[assessment_id].form,
        tuple(
            AnswerOutline(one.question, one.text, one.ticks)
            for one in answers
            if one.text or one.ticks
        ),
    )
