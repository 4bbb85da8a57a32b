"""Findings: the most urgent first, answered with a reason, and back when the facts change."""

from dataclasses import replace

import pytest

from plan.changes.change import Change, applied
from plan.changes.edits import set_action_field
from plan.changes.edits.reasons import give_reason, take_reason_back
from plan.checks.all_checks import findings
from plan.checks.check import Found, finding_of
from plan.checks.paper import Paper
from plan.council.format import ColumnField
from plan.model.finding import Finding, Place
from plan.model.outline import AnswerOutline
from plan.model.plan import Plan
from plan.model.rows import reason_id
from tests.plan.checks.sound import FORMAT, FORMS, OUTLINE, TODAY, action
from tests.plan.judged_papers import made, ticks
from tests.plan.strategies import plan_from
from tests.plan.traced_plans import traced_plan

DAY = "12 September 2016"


def found_in(plan: Plan) -> tuple[Finding, ...]:
    return findings(Paper(plan, FORMAT, TODAY, FORMS))


def of_rule(plan: Plan, rule: str) -> Finding:
    (found,) = (one for one in found_in(plan) if one.rule == rule)
    return found


def with_pages(plan: Plan, text: str) -> Change:
    return set_action_field(plan, plan.actions[0].id, "pages", text, name="pages")


def test_a_reason_answers_a_finding_until_what_it_was_judged_on_changes() -> None:
    plan = plan_from(action(1, pages="Pages 18, 9")(OUTLINE))
    finding = of_rule(plan, "P3")
    assert finding.is_open
    left = made(
        plan, give_reason(plan, finding, " As the inspectors\x00 list them. ", given_on=DAY)
    )
    answered = of_rule(left, "P3")
    assert (answered.is_open, answered.reason) == (False, "As the inspectors list them.")
    changed = applied(left, with_pages(left, "Pages 20, 9"))
    assert of_rule(changed, "P3").is_open
    back = applied(changed, with_pages(changed, "Pages 18, 9"))
    assert of_rule(back, "P3").reason == "As the inspectors list them."


def test_a_reason_is_changed_and_taken_back() -> None:
    plan = plan_from(action(1, pages="")(OUTLINE))
    finding = of_rule(plan, "P3")
    left = made(plan, give_reason(plan, finding, "Not yet known.", given_on=DAY))
    again = made(left, give_reason(left, of_rule(left, "P3"), "It is of all.", given_on=DAY))
    assert of_rule(again, "P3").reason == "It is of all."
    for change in (
        take_reason_back(again, of_rule(again, "P3")),
        give_reason(again, of_rule(again, "P3"), "  ", given_on=DAY),
    ):
        assert of_rule(made(again, change), "P3").is_open
    assert take_reason_back(plan, finding).is_empty


def test_a_reason_is_of_one_place() -> None:
    plan = plan_from(action(1, pages="9, 8")(action(2, pages="9, 8")(OUTLINE)))
    first, second = (one for one in found_in(plan) if one.rule == "P3")
    left = made(plan, give_reason(plan, first, "Not yet known.", given_on=DAY))
    states = {one.id: one.is_open for one in found_in(left) if one.rule == "P3"}
    assert states == {first.id: False, second.id: True}


def test_an_acronym_is_named_once_to_an_action() -> None:
    plan = plan_from(action(1, leads=("The JMG", "JMG and COGs", "COG staff"))(OUTLINE))
    assert of_rule(plan, "P6").text.startswith("JMG, COG: nowhere tied to a full name")


def test_what_a_plan_file_keeps_of_a_finding_stays_as_it_is() -> None:
    place = Place("action/1.1/pages", "actions", "a1", "pages")
    one = finding_of("P3", "FIX", "Practice", Found(place, "Look.", ("18, 9",)))
    assert (one.id, one.facts) == (reason_id("P3", "actions/a1/pages"), "063ed7f4ad9625cc")
    told_apart = finding_of("P4", "FIX", "Practice", Found(place, "Look.", about="Our own"))
    assert told_apart.id == reason_id("P4", "actions/a1/pages/Our own")
    assert not one.final


def test_no_reason_answers_unlawful_discrimination() -> None:
    (assessment,) = OUTLINE.assessments
    unlawful = AnswerOutline("unlawful", "", ticks("yes").ticks)
    flagged = replace(assessment, answers=(*assessment.answers, unlawful))
    plan = plan_from(replace(OUTLINE, assessments=(flagged,)))
    finding = of_rule(plan, "E21")
    assert (finding.severity, finding.final) == ("STOP", True)
    left = applied(plan, give_reason(plan, finding, "We think not.", given_on=DAY))
    assert of_rule(left, "E21").is_open


ASKED_OF: dict[ColumnField, set[str]] = {
    "pages": {"P3", "P5", "P10"},
    "indicators": {"P4"},
    "leads": {"P6"},
    "timescale": {"P7"},
    "success_criteria": {"P9", "P18"},
    "progress": {"P8"},
}
"""What a rule asks of a column, by that column."""
NOTHING_RIGHT = replace(
    plan_from(
        action(1, timescale="June 2016", pages="12")(
            action(2, pages="", indicators=(), leads=(), timescale="", success_criteria=())(OUTLINE)
        )
    ),
    source_rows=traced_plan().source_rows,
)


@pytest.mark.parametrize("column", ASKED_OF)
def test_a_council_that_does_not_print_a_column_is_asked_nothing_of_it(column: ColumnField) -> None:
    kept = tuple(one for one in FORMAT.plan.columns if one.field != column)
    council = FORMAT.model_copy(update={"plan": FORMAT.plan.model_copy(update={"columns": kept})})
    asked = {one.rule for one in found_in(NOTHING_RIGHT)}
    assert asked >= {rule for rules in ASKED_OF.values() for rule in rules}
    found = findings(Paper(NOTHING_RIGHT, council, TODAY, FORMS))
    assert {one.rule for one in found} == asked - ASKED_OF[column]
