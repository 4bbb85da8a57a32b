"""One action explained: everything in the paper connected with it, in one value."""

from collections.abc import Iterable
from dataclasses import dataclass

from plan.council.crosswalk import Counterpart, counterpart, related
from plan.council.framework import Framework, Indicator
from plan.model.finding import Finding
from plan.model.plan import Plan
from plan.model.rows import Action, Aim, ProgressNote
from plan.reading.source import PageSpan, read_source
from plan.tracing.tracing import RecommendationTrace, pages_read, recommendation_traces


@dataclass(frozen=True)
class PrintedIndicator:
    """An indicator as the plan prints it, and the framework's indicator it stands for, if any.

    `elsewhere` is its counterpart in each other framework that a crosswalk leads to.
    """

    printed: str
    indicator: Indicator | None
    elsewhere: tuple[Counterpart, ...] = ()

    @property
    def is_canonical(self) -> bool:
        """Whether it is printed under the framework's own name."""
        return self.indicator is not None and self.indicator.name == self.printed


@dataclass(frozen=True)
class PageExplained:
    """A page that an action responds to, and the inspection report's parts it belongs to."""

    page: int
    spans: tuple[PageSpan, ...]


@dataclass(frozen=True)
class Explanation:
    """Everything connected with an action.

    `recommendation` is the one its aim takes up, or None; `answers_all` says that it responds to
    the whole inspection report, in which case `pages` is empty. The leads, criteria and timescale
    are the action's own.
    """

    ref: str
    action: Action
    aim_number: int
    aim: Aim
    recommendation: RecommendationTrace | None
    answers_all: bool
    pages: tuple[PageExplained, ...]
    indicators: tuple[PrintedIndicator, ...]
    notes: tuple[ProgressNote, ...]
    findings: tuple[Finding, ...]


def explained(
    plan: Plan,
    action_id: str,
    framework: Framework | None,
    findings: Iterable[Finding] = (),
    own: Iterable[Framework] = (),
) -> Explanation:
    """Return everything connected with an action; `findings` are those of the whole paper.

    It includes the findings about the action, its notes and its aim. `own` are the council's own
    frameworks.
    """
    action = plan.action_rows[action_id]
    aim = plan.aim_of(action_id)
    notes = plan.notes_of(action_id)
    reading = read_source(plan.source, framework)
    read = pages_read(action.pages)
    others = related(framework, own) if framework else ()
    its_own = {action.id, aim.id, *(note.id for note in notes)}
    return Explanation(
        ref=plan.ref_of(action_id),
        action=action,
        aim_number=plan.number_of(aim.id),
        aim=aim,
        recommendation=_recommendation(plan, aim),
        answers_all=read.is_all,
        pages=tuple(PageExplained(page, reading.spans_at(page)) for page in read.pages),
        indicators=tuple(_indicator(printed, framework, others) for printed in action.indicators),
        notes=notes,
        findings=tuple(finding for finding in findings if finding.place.id in its_own),
    )


def _indicator(
    printed: str, framework: Framework | None, others: Iterable[Framework]
) -> PrintedIndicator:
    found = framework.find(printed) if framework else None
    if framework is None or found is None:
        return PrintedIndicator(printed, None)
    elsewhere = (counterpart(framework, other, found) for other in others)
    return PrintedIndicator(printed, found, tuple(elsewhere))


def _recommendation(plan: Plan, aim: Aim) -> RecommendationTrace | None:
    traces = recommendation_traces(plan)
    return next((one for one in traces if one.aim is not None and one.aim.id == aim.id), None)
