"""A plan as nested values, without ids: what is read from Word, written as a sample or pasted."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from plan.model import Plan, plan_of
from plan.paper_outline import (
    AssessmentOutline,
    ReportOutline,
    SourceOutline,
    assessment_outline,
    built_assessment,
    built_report,
    built_source,
    report_outline,
    source_outline,
)
from plan.ranks import spread_ranks
from plan.rows import Action, Aim, Cover, ListField, ProgressNote, Row, new_id


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
