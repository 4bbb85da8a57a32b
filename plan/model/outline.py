"""A plan as nested values without ids: read from Word, written as a sample, or pasted."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from plan.model.fields import (
    ActionFields,
    AimFields,
    AnswerFields,
    AppendixFields,
    AssessmentFields,
    CommentLines,
    CoverLines,
    NoteFields,
    PassageFields,
    ReportFields,
    SourceFields,
    TableName,
    values_of,
)
from plan.model.open_rows import numbered_rows, row_of, rows_in_order
from plan.model.plan import Plan, plan_of
from plan.model.ranks import spread_ranks
from plan.model.rows import (
    REPORT_ID,
    SOURCE_ID,
    Action,
    Aim,
    Answer,
    Appendix,
    Assessment,
    Comment,
    Cover,
    Passage,
    ProgressNote,
    Report,
    Row,
    SourceReport,
    answer_id,
    fixed_row_id,
    new_id,
)


@dataclass(frozen=True)
class PassageOutline(PassageFields):
    """A part of a section of the report."""


@dataclass(frozen=True)
class AppendixOutline(AppendixFields):
    """An appendix: the plan, a Markdown text, or the name of a file from elsewhere."""


@dataclass(frozen=True)
class ReportOutline(ReportFields):
    """The committee report: its header and signature, its passages by section, its appendices."""

    passages: tuple[PassageOutline, ...] = ()
    appendices: tuple[AppendixOutline, ...] = ()


@dataclass(frozen=True)
class SourceOutline(SourceFields):
    """The inspection report that the plan responds to."""


@dataclass(frozen=True)
class AnswerOutline(AnswerFields):
    """The answer to a question; an open row of a form has its number as its key."""


@dataclass(frozen=True)
class AssessmentOutline(AssessmentFields):
    """An assessment and its answers, leaving out blank ones."""

    answers: tuple[AnswerOutline, ...] = ()


def _built_report(
    outline: ReportOutline, cover_id: str, make_id: Callable[[], str] = new_id
) -> Iterator[Row]:
    """Yield the rows of a report, or nothing if it is empty."""
    if outline == ReportOutline():
        return
    yield Report(id=REPORT_ID, parent=cover_id, **values_of(outline, ReportFields))
    taken: set[str] = set()
    for rank, passage in zip(spread_ranks(len(outline.passages)), outline.passages, strict=True):
        fixed = fixed_row_id(passage.section, passage.row_id) if passage.row_id else ""
        passage_id = make_id() if fixed in taken or not fixed else fixed
        taken.add(passage_id)
        yield Passage(
            id=passage_id, parent=REPORT_ID, rank=rank, **values_of(passage, PassageFields)
        )
    ranks = spread_ranks(len(outline.appendices))
    for rank, appendix in zip(ranks, outline.appendices, strict=True):
        yield Appendix(
            id=make_id(), parent=REPORT_ID, rank=rank, **values_of(appendix, AppendixFields)
        )


def _built_source(outline: SourceOutline, cover_id: str) -> Iterator[Row]:
    """Yield the row of the inspection report, or nothing if nothing is known about it."""
    if outline != SourceOutline():
        yield SourceReport(id=SOURCE_ID, parent=cover_id, **values_of(outline, SourceFields))


def _built_assessment(
    outline: AssessmentOutline, cover_id: str, rank: str, make_id: Callable[[], str] = new_id
) -> Iterator[Row]:
    """Yield the rows of an assessment and its answers."""
    values = values_of(outline, AssessmentFields)
    assessment = Assessment(id=make_id(), parent=cover_id, rank=rank, **values)
    yield assessment
    rows = rows_in_order((answer.question for answer in outline.answers), {})
    for row, place in zip(rows, spread_ranks(len(rows)), strict=True):
        yield Answer(
            id=answer_id(assessment.id, row), parent=assessment.id, rank=place, question=row
        )
    for answer in outline.answers:
        yield Answer(
            id=answer_id(assessment.id, answer.question),
            parent=assessment.id,
            **values_of(answer, AnswerFields),
        )


def _built_comments(
    outlines: Sequence["CommentOutline"],
    rows: Sequence[Row],
    cover_id: str,
    make_id: Callable[[], str],
) -> Iterator[Row]:
    """Yield the rows of comments on `rows`, which are in the order of the outline."""
    tables: dict[TableName, list[Row]] = {}
    for row in rows:
        tables.setdefault(row.table, []).append(row)
    for rank, outline in zip(spread_ranks(len(outlines)), outlines, strict=True):
        on_row = tables[outline.on_table][outline.number].id
        values = values_of(outline, CommentLines)
        yield Comment(id=make_id(), parent=cover_id, rank=rank, on_row=on_row, **values)


COMMENTED: tuple[TableName, ...] = (
    *("plan", "aims", "actions", "report", "passages", "appendices", "assessments"),
)
"""The tables on whose rows a comment may be."""


def _comment_outlines(plan: Plan) -> Iterator["CommentOutline"]:
    """Yield the comments of a plan; where their row is gone they are on the plan as a whole."""
    numbers = {
        (table, row.id): number
        for table, rows in _rows_by_number(plan).items()
        for number, row in enumerate(rows)
    }
    for comment in plan.comments:
        number = numbers.get((comment.on_table, comment.on_row))
        if number is None:
            yield CommentOutline(comment.text)
        else:
            yield CommentOutline(**values_of(comment, CommentLines), number=number)


def _rows_by_number(plan: Plan) -> dict[TableName, Sequence[Row]]:
    """Return the rows that a comment may be on, in the order of an outline."""
    return {
        "plan": (plan.cover,),
        "aims": plan.aims,
        "actions": plan.actions,
        "report": tuple(plan.report_rows.values()),
        "passages": _passages(plan),
        "appendices": plan.appendices,
        "assessments": plan.assessments,
    }


def _passages(plan: Plan) -> Sequence[Passage]:
    return sorted(plan.passage_rows.values(), key=lambda row: (row.section, row.rank, row.id))


def _report_outline(plan: Plan) -> ReportOutline:
    """Return the content of the plan's report, in order and without ids."""
    return ReportOutline(
        **values_of(plan.report, ReportFields),
        passages=tuple(PassageOutline(**values_of(one, PassageFields)) for one in _passages(plan)),
        appendices=tuple(
            AppendixOutline(**values_of(one, AppendixFields)) for one in plan.appendices
        ),
    )


def _source_outline(plan: Plan) -> SourceOutline:
    """Return what is known about the inspection report."""
    return SourceOutline(**values_of(plan.source, SourceFields))


def _assessment_outline(plan: Plan, assessment_id: str) -> AssessmentOutline:
    """Return the content of an assessment, its answers identified by question."""
    answers = plan.answers_of(assessment_id)
    outlines = (
        AnswerOutline(**{**values_of(one, AnswerFields), "action": ""}) for one in answers.values()
    )
    said = [one for one in outlines if one != AnswerOutline(one.question)]
    ranks = {question: answer.rank for question, answer in answers.items()}
    numbers = numbered_rows(rows_in_order((one.question for one in said), ranks))
    named = (
        replace(one, question=one.question.replace(row, numbers[row], 1))
        if (row := row_of(one.question))
        else one
        for one in said
    )
    return AssessmentOutline(
        **values_of(plan.assessment_rows[assessment_id], AssessmentFields),
        answers=tuple(sorted(named, key=lambda one: one.question)),
    )


@dataclass(frozen=True)
class NoteOutline(NoteFields):
    """A progress note: a date as printed, a status in words, Markdown."""


@dataclass(frozen=True)
class ActionOutline(ActionFields):
    """An action with everything that belongs to it."""

    progress: tuple[NoteOutline, ...] = ()


@dataclass(frozen=True)
class AimOutline(AimFields):
    """An aim and its actions, in order."""

    actions: tuple[ActionOutline, ...] = ()


@dataclass(frozen=True)
class CommentOutline(CommentLines):
    """A comment on the paper; `number` is its row's among those of its table, the first is 0.

    One that `is_resolved` was marked so in the file: who makes the plan keeps it as answered, by
    the `answer` that stands below it, if there is one.
    """

    number: int = 0
    is_resolved: bool = False
    answer: str = ""


@dataclass(frozen=True)
class PlanOutline(CoverLines):
    """A whole plan; `date` is the cover's date as printed, such as "June 2016"."""

    aims: tuple[AimOutline, ...] = ()
    report: ReportOutline = field(default=ReportOutline())
    assessments: tuple[AssessmentOutline, ...] = ()
    source: SourceOutline = field(default=SourceOutline())
    comments: tuple[CommentOutline, ...] = ()


def built_plan(outline: PlanOutline, format_id: str, make_id: Callable[[], str] = new_id) -> Plan:
    """Return a plan with the content of `outline`; every row gets a new id.

    Raises pydantic's ValidationError if a text is too long or not clean.
    """
    cover = Cover(id=make_id(), format=format_id, **values_of(outline, CoverLines))
    rows: list[Row] = [cover]
    for rank, aim in zip(spread_ranks(len(outline.aims)), outline.aims, strict=True):
        rows.extend(built_aim(aim, cover.id, rank, make_id))
    rows.extend(_built_report(outline.report, cover.id, make_id))
    ranks = spread_ranks(len(outline.assessments))
    for rank, assessment in zip(ranks, outline.assessments, strict=True):
        rows.extend(_built_assessment(assessment, cover.id, rank, make_id))
    rows.extend(_built_source(outline.source, cover.id))
    rows.extend(_built_comments(outline.comments, tuple(rows), cover.id, make_id))
    return plan_of(rows)


def built_aim(
    outline: AimOutline, parent: str, rank: str, make_id: Callable[[], str] = new_id
) -> Iterator[Row]:
    """Yield the rows of an aim and everything below it."""
    aim = Aim(id=make_id(), parent=parent, rank=rank, **values_of(outline, AimFields))
    yield aim
    for place, action in zip(spread_ranks(len(outline.actions)), outline.actions, strict=True):
        yield from built_action(action, aim.id, place, make_id)


def built_action(
    outline: ActionOutline, parent: str, rank: str, make_id: Callable[[], str] = new_id
) -> Iterator[Row]:
    """Yield the rows of an action and its progress notes."""
    action = Action(id=make_id(), parent=parent, rank=rank, **values_of(outline, ActionFields))
    yield action
    for place, note in zip(spread_ranks(len(outline.progress)), outline.progress, strict=True):
        values = values_of(note, NoteFields)
        yield ProgressNote(id=make_id(), parent=action.id, rank=place, **values)


def outline_of(plan: Plan) -> PlanOutline:
    """Return the content of `plan`, in order and without ids."""
    return PlanOutline(
        **values_of(plan.cover, CoverLines),
        aims=tuple(aim_outline(plan, aim.id) for aim in plan.aims),
        report=_report_outline(plan),
        assessments=tuple(_assessment_outline(plan, one.id) for one in plan.assessments),
        source=_source_outline(plan),
        comments=tuple(_comment_outlines(plan)),
    )


def aim_outline(plan: Plan, aim_id: str) -> AimOutline:
    """Return one aim of `plan` with its actions."""
    return AimOutline(
        **values_of(plan.aim_rows[aim_id], AimFields),
        actions=tuple(action_outline(plan, action.id) for action in plan.actions_of(aim_id)),
    )


def action_outline(plan: Plan, action_id: str) -> ActionOutline:
    """Return one action of `plan` with its progress notes."""
    return ActionOutline(
        **values_of(plan.action_rows[action_id], ActionFields),
        progress=tuple(
            NoteOutline(**values_of(note, NoteFields)) for note in plan.notes_of(action_id)
        ),
    )
