"""A form with every layout that a form can have, and a filled one: only the tests use them."""

from pathlib import Path

from plan.council.form import Form
from plan.council.format import parsed_form
from plan.model.outline import (
    AimOutline,
    AnswerOutline,
    AssessmentOutline,
    PlanOutline,
    built_plan,
)
from plan.model.plan import Plan
from plan.reading.answered_form import AnsweredForm, OpenRow

HARBOUR_ID = "harbour-iia-2026"
SOURCE = (Path(__file__).parent / f"{HARBOUR_ID}.toml").read_text(encoding="utf-8")
HARBOUR: Form = parsed_form(SOURCE, f"{HARBOUR_ID}.toml")

_TEXTS = {
    "title": "Harbour plan",
    "change": "More **families** are seen:\n\n- earlier\n- nearer home",
    "strategic": "It sets priorities.\nFor five years.",
    "date": "4 November 2026",
    "rating": "High",
    "present..1.name": "Lead officer",
    "present..1.job": "Service Manager",
    "present..1.training": "June 2025",
    "present..2.name": "Facilitator",
    "ev.source.need": "Census of 2022",
    "ev.tells.need": "More than *half*.",
    "ev.tells.uptake": "Few come twice.",
    "groups.age.explanation": "They are seen earlier.",
    "groups.race.explanation": "Waits are long:\n\n- interpreters",
    "groups.other": "Carers",
    "im.pos.equality": "Calmer homes.",
    "im.neg.environment": "More journeys.",
    "mitigation..1.impact": "Race",
    "mitigation..1.what": "Contract **more** interpreters",
    "mitigation..1.who": "Service Manager\nHead of Contracts",
    "mitigation..1.when": "March 2027",
    "mitigation..2.impact": "Race",
    "mitigation..2.what": "Translate the guide",
    "mitigation..2.when": "30 June 2027",
    "monitor": "Each year, by the board.",
    "signed": "Head of Service",
}
_TICKS = {
    "state": "final",
    "strategic": "yes",
    "reach": "2",
    "required": "yes",
    "groups.age": "positive",
    "groups.race": "negative",
    "groups.other": "none",
    "mitigation..1.agreed": "yes",
    "mitigation..2.agreed": "no",
}


def _answers() -> tuple[AnswerOutline, ...]:
    questions = sorted({*_TEXTS, *_TICKS})
    return tuple(
        AnswerOutline(one, _TEXTS.get(one, ""), (_TICKS[one],) if one in _TICKS else ())
        for one in questions
    )


FILLED = AssessmentOutline(HARBOUR_ID, _answers())


def harbour_plan(*assessments: AssessmentOutline) -> Plan:
    """Return a plan with two aims and these assessments, the filled one if there are none."""
    aims = (AimOutline("Children are heard"), AimOutline("Families are met"))
    papers = assessments or (FILLED,)
    return built_plan(PlanOutline(title="Harbour", aims=aims, assessments=papers), "plain-council")


def answered(plan: Plan) -> AnsweredForm:
    """Return the first assessment of a plan as an answered form."""
    return AnsweredForm(HARBOUR, plan.answers_of(plan.assessments[0].id))


def rows_of(plan: Plan, table: str = "mitigation") -> tuple[OpenRow, ...]:
    """Return the rows of a table in the first assessment."""
    return answered(plan).open_rows[table]


def said(plan: Plan, column: str, table: str = "mitigation") -> list[str]:
    """Return what the rows of a table say in a column, in their order."""
    answers = plan.answers_of(plan.assessments[0].id)
    asked = [rows.table.question(rows.key, column) for rows in rows_of(plan, table)]
    return [answers[one].text if one in answers else "" for one in asked]
