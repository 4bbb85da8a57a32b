"""What a finding of a form was judged on: where that is another, a reason no longer answers it."""

from dataclasses import replace
from datetime import date

import pytest

from plan.checks.all_checks import findings
from plan.checks.paper import Paper
from plan.council.form_rules import Rule
from plan.model.finding import Finding
from plan.model.outline import AnswerOutline, AssessmentOutline, PlanOutline
from plan.model.rows import SOURCE_ID, SourceReport
from tests.plan.checks.sound import FORMAT, FORMS, OUTLINE, TODAY, Spoil, passage, report
from tests.plan.councils import GLENSHIRE_FORM
from tests.plan.dundee_answers import ROWS
from tests.plan.judged_papers import DUNDEE_FORM, Said, ticks
from tests.plan.strategies import plan_from


def answered(question: str, said: Said) -> Spoil:
    """Answer one question of the form otherwise."""

    def spoil(one: PlanOutline) -> PlanOutline:
        (assessment,) = one.assessments
        kept = [answer for answer in assessment.answers if answer.question != question]
        new = AnswerOutline(question, said.text, said.ticks)
        return replace(one, assessments=(replace(assessment, answers=(*kept, new)),))

    return spoil


def of_rule(rule: str, outline: PlanOutline, today: date = TODAY) -> Finding:
    found = findings(Paper(plan_from(outline), FORMAT, today, FORMS))
    (one,) = (each for each in found if each.rule == rule)
    return one


OTHER_NUMBER = answered("report-number", Said("298-2016"))
IN_2024 = report(meeting_date="26 September 2024")


@pytest.mark.parametrize(
    ("rule", "spoil", "change"),
    [
        ("E3", OTHER_NUMBER, answered("report-number", Said("297-2016"))),
        ("E3", OTHER_NUMBER, report(number="297-2016")),
        ("E27", answered("department", Said("Social Work")), report(committee="Education")),
        ("E4", answered("title", Said("Bridges and roads")), report(title="Plans for tunnels")),
        ("E33", IN_2024, report(title="A plan for young people")),
        ("E2", answered("date", Said("27 September 2016")), report(meeting_date="23/9/2016")),
        ("E13", answered(ROWS[0], Said()), answered(ROWS[1], ticks("no-impact"))),
    ],
)
def test_it_comes_back_where_the_answer_or_the_paper_beside_it_changes(
    rule: str, spoil: Spoil, change: Spoil
) -> None:
    before, after = spoil(OUTLINE), change(spoil(OUTLINE))
    assert of_rule(rule, before).id == of_rule(rule, after).id
    assert of_rule(rule, before).facts != of_rule(rule, after).facts


@pytest.mark.parametrize(
    "change",
    [
        answered("outcome", Said("Other services.")),
        report(title="Plans for tunnels", committee="Children's Committee"),
        passage("financial", "There are some."),
    ],
)
def test_it_stays_answered_whatever_else_changes(change: Spoil) -> None:
    before = OTHER_NUMBER(OUTLINE)
    assert of_rule("E3", before).facts == of_rule("E3", change(before)).facts


def test_what_two_rules_say_of_one_question_is_as_urgent_as_the_graver_and_as_final() -> None:
    plan = plan_from(OUTLINE)
    asks = Rule(
        id="E1",
        severity="ASK",
        place="outcome",
        text="Ask.",
        source="Practice",
        when=(("filled", "outcome"),),
    )
    stops = asks.model_copy(
        update={"severity": "STOP", "text": "Stop.", "source": "The form", "final": True}
    )
    mends = asks.model_copy(update={"severity": "FIX", "text": "Mend."})
    rules = (asks, stops, mends)
    form = FORMS[DUNDEE_FORM].model_copy(update={"rules": rules})
    found = findings(Paper(plan, FORMAT, TODAY, {DUNDEE_FORM: form}))
    (one,) = (each for each in found if each.rule == "E1")
    assert (one.severity, one.final) == ("STOP", True)
    assert one.text == "Ask. Stop. Mend."
    assert one.source == "Practice; The form"


def test_a_full_assessment_on_another_form_is_not_what_was_recommended() -> None:
    recommended = answered("full-recommended", Said("Yes"))(OUTLINE)
    other = AssessmentOutline(GLENSHIRE_FORM, (AnswerOutline("full", "", ("yes",)),))
    both = replace(recommended, assessments=(*recommended.assessments, other))
    assert of_rule("E23", both).severity == "STOP"


def test_an_inspection_report_that_the_plan_answers_is_a_document_to_be_named() -> None:
    unnamed = answered("documents", Said("N/A"))(passage("main-text", "All is new.")(OUTLINE))
    plan = plan_from(unnamed)
    source = SourceReport(id=SOURCE_ID, parent=plan.cover.id, title="Joint inspection")
    answering = replace(plan, source_rows={SOURCE_ID: source})
    asked = [
        {one.rule for one in findings(Paper(each, FORMAT, TODAY, FORMS))}
        for each in (plan, answering)
    ]
    assert ["E8" in rules for rules in asked] == [False, True]
