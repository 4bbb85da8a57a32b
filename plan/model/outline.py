"""A plan as nested values, without ids: what is read from Word, written as a sample or pasted."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, fields

from plan.model.plan import Plan, plan_of
from plan.model.ranks import spread_ranks
from plan.model.rows import (
    HEADER_FIELDS,
    REPORT_ID,
    SIGNATURE_FIELDS,
    SOURCE_ID,
    Action,
    Aim,
    Answer,
    Appendix,
    AppendixKind,
    Assessment,
    Cover,
    ListField,
    Passage,
    PassageKind,
    ProgressNote,
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


@dataclass(frozen=True)
class NoteOutline:
    """A progress note: a date as printed, a status in words, Markdown."""

    as_at: str = ""
    status: str = ""
    text: str = ""


@dataclass(frozen=True)
class ActionOutline:
    """An action with everything that hangs on it; `text` is Markdown, the rest plain."""

    text: str = ""
    pages: str = ""
    indicators: tuple[str, ...] = ()
    leads: tuple[str, ...] = ()
    timescale: str = ""
    success_criteria: tuple[str, ...] = ()
    bulleted: tuple[ListField, ...] = ()
    progress: tuple[NoteOutline, ...] = ()


@dataclass(frozen=True)
class AimOutline:
    """An aim and its actions in order."""

    text: str = ""
    actions: tuple[ActionOutline, ...] = ()


@dataclass(frozen=True)
class PlanOutline:
    """A whole plan; `date` is the date of the cover as printed, such as "June 2016".

    `framework` is the id of the framework of its quality indicators, empty for the format's own.
    """

    title: str = ""
    subtitle: str = ""
    date: str = ""
    partnership: str = ""
    aims: tuple[AimOutline, ...] = field(default=())
    report: ReportOutline = field(default=ReportOutline())
    assessments: tuple[AssessmentOutline, ...] = field(default=())
    source: SourceOutline = field(default=SourceOutline())
    framework: str = ""


def built_plan(outline: PlanOutline, format_id: str, make_id: Callable[[], str] = new_id) -> Plan:
    """Return a plan with the content of `outline`, every row with a new id.

    Raises pydantic's ValidationError where a text is not clean or too long.
    """
    cover = Cover(
        id=make_id(),
        title=outline.title,
        subtitle=outline.subtitle,
        date=outline.date,
        partnership=outline.partnership,
        framework=outline.framework,
        format=format_id,
    )
    rows: list[Row] = [cover]
    for rank, aim in zip(spread_ranks(len(outline.aims)), outline.aims, strict=True):
        rows.extend(built_aim(aim, cover.id, rank, make_id))
    rows.extend(built_report(outline.report, cover.id, make_id))
    ranks = spread_ranks(len(outline.assessments))
    for rank, assessment in zip(ranks, outline.assessments, strict=True):
        rows.extend(built_assessment(assessment, cover.id, rank, make_id))
    rows.extend(built_source(outline.source, cover.id))
    return plan_of(rows)


def built_aim(
    outline: AimOutline, parent: str, rank: str, make_id: Callable[[], str] = new_id
) -> Iterator[Row]:
    """Yield the rows of an aim and of everything below it."""
    aim = Aim(id=make_id(), parent=parent, rank=rank, text=outline.text)
    yield aim
    for place, action in zip(spread_ranks(len(outline.actions)), outline.actions, strict=True):
        yield from built_action(action, aim.id, place, make_id)


def built_action(
    outline: ActionOutline, parent: str, rank: str, make_id: Callable[[], str] = new_id
) -> Iterator[Row]:
    """Yield the rows of an action and of its progress notes."""
    action = Action(
        id=make_id(),
        parent=parent,
        rank=rank,
        text=outline.text,
        pages=outline.pages,
        indicators=outline.indicators,
        leads=outline.leads,
        timescale=outline.timescale,
        success_criteria=outline.success_criteria,
        bulleted=outline.bulleted,
    )
    yield action
    for place, note in zip(spread_ranks(len(outline.progress)), outline.progress, strict=True):
        yield ProgressNote(
            id=make_id(),
            parent=action.id,
            rank=place,
            as_at=note.as_at,
            status=note.status,
            text=note.text,
        )


def outline_of(plan: Plan) -> PlanOutline:
    """Return the content of `plan` in order, without ids."""
    return PlanOutline(
        plan.cover.title,
        plan.cover.subtitle,
        plan.cover.date,
        plan.cover.partnership,
        tuple(aim_outline(plan, aim.id) for aim in plan.aims),
        report_outline(plan),
        tuple(assessment_outline(plan, assessment.id) for assessment in plan.assessments),
        source_outline(plan),
        plan.cover.framework,
    )


def aim_outline(plan: Plan, aim_id: str) -> AimOutline:
    """Return one aim of `plan` with its actions."""
    return AimOutline(
        plan.aim_rows[aim_id].text,
        tuple(action_outline(plan, action.id) for action in plan.actions_of(aim_id)),
    )


def action_outline(plan: Plan, action_id: str) -> ActionOutline:
    """Return one action of `plan` with its progress notes."""
    action = plan.action_rows[action_id]
    return ActionOutline(
        action.text,
        action.pages,
        action.indicators,
        action.leads,
        action.timescale,
        action.success_criteria,
        action.bulleted,
        tuple(NoteOutline(n.as_at, n.status, n.text) for n in plan.notes_of(action_id)),
    )
