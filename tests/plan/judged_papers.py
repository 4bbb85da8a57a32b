"""Small reports and assessments for the tests, what is said of them and what is done to them."""

from dataclasses import dataclass
from typing import Any

from plan.changes.change import Change, applied, inverse
from plan.checks.facts.form_facts import PaperFacts
from plan.checks.form.form_judging import wanted
from plan.council.form import Form
from plan.council.form_rules import Rule
from plan.model.fields import PassageKind
from plan.model.outline import (
    AnswerOutline,
    AppendixOutline,
    AssessmentOutline,
    PassageOutline,
    PlanOutline,
    ReportOutline,
)
from plan.model.plan import Plan
from tests.plan.strategies import plan_from

DUNDEE_FORM = "dundee-eqia-2016"


def report_plan(*passages: tuple[str, PassageKind, str], **fields: Any) -> Plan:
    """Return a plan with a report of these passages (section, kind, text) and header fields."""
    outlines = tuple(PassageOutline(*passage) for passage in passages)
    return plan_from(PlanOutline(report=ReportOutline(passages=outlines, **fields)))


def appendices_plan(*appendices: AppendixOutline) -> Plan:
    """Return a plan whose report lists these appendices."""
    return plan_from(PlanOutline(report=ReportOutline(appendices=appendices)))


def assessment_plan(*answers: AnswerOutline, form: str = DUNDEE_FORM) -> Plan:
    """Return a plan with one assessment of these answers."""
    return plan_from(PlanOutline(assessments=(AssessmentOutline(form, answers),)))


def made(plan: Plan, change: Change) -> Plan:
    """Return the plan with a change made, having seen that undoing it gives the plan back."""
    after = applied(plan, change)
    undone = applied(after, inverse(change, kind="undo", label="Undo"))
    assert undone == plan
    assert change.is_empty == (after == plan)
    return after


@dataclass(frozen=True)
class Said:
    """What is answered to a question."""

    text: str = ""
    ticks: tuple[str, ...] = ()


def ticks(*boxes: str) -> Said:
    """Return that just these boxes are ticked."""
    return Said(ticks=boxes)


def rules_wanted(
    form: Form, answers: dict[str, Said], paper: PaperFacts | None = None
) -> tuple[Rule, ...]:
    """Return the rules that speak of these answers, as they are said."""
    outlines = (AnswerOutline(name, said.text, said.ticks) for name, said in answers.items())
    plan = assessment_plan(*outlines, form=form.id)
    return wanted(form, plan.answers_of(plan.assessments[0].id), paper)


def wants(
    form: Form, answers: dict[str, Said], paper: PaperFacts | None = None
) -> list[tuple[str, str]]:
    """Return the rules that speak, each as its id and the place it speaks of."""
    return [(rule.id, rule.place) for rule in rules_wanted(form, answers, paper)]
