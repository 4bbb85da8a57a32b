"""A place is named in the paper's own numbers, and leads to the row that it is of."""

from plan.council.format import form_named
from plan.model.outline import AppendixOutline
from plan.papers.places import (
    action_place,
    aim_place,
    appendix_place,
    assessment_place,
    cover_place,
    passage_place,
    source_place,
)
from tests.plan.checks.sound import OUTLINE
from tests.plan.judged_papers import DUNDEE_FORM, appendices_plan
from tests.plan.strategies import plan_from

FORM = form_named(DUNDEE_FORM)
PLAN = plan_from(OUTLINE)


def test_rows_are_named_by_their_numbers() -> None:
    action, aim = PLAN.actions[1], PLAN.aims[1]
    passage = PLAN.passages_of("recommendations")[1]
    assert action_place(PLAN, action.id, "timescale").path == "action/2.1/timescale"
    assert aim_place(PLAN, aim.id).path == "aim/2"
    assert passage_place(PLAN, passage).path == "report/recommendations/2"
    assert cover_place(PLAN, "title").path == "plan/title"
    assert source_place("contents").path == "source/contents"
    listed = appendices_plan(AppendixOutline("plan"), AppendixOutline("text", "A framework"))
    assert appendix_place(listed, listed.appendices[1].id).path == "appendix/2"


def test_questions_are_named_by_their_part_and_printed_number() -> None:
    (assessment,) = PLAN.assessments
    paths = [
        assessment_place(PLAN, assessment.id, FORM, question).path
        for question in ("evidence", "report-number", "characteristics", "monitoring", "unlawful")
    ]
    assert paths == [
        "assessment/part-1/7",
        "assessment/part-1/report-number",
        "assessment/part-2/characteristics",
        "assessment/part-3/6",
        "assessment/not-printed/unlawful",
    ]


def test_a_question_that_the_form_does_not_ask_goes_by_its_id() -> None:
    (assessment,) = PLAN.assessments
    assert assessment_place(PLAN, assessment.id, FORM, "shoe-size").path == "assessment/shoe-size"
