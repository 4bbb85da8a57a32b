"""Edits of assessments: what each does, what it is called, and that it can be undone."""

import pytest
from hypothesis import given

from plan.changes import edits
from plan.council.form_groups import FormField
from plan.council.format import form_named, format_named
from plan.model.outline import AnswerOutline, AssessmentOutline, outline_of
from plan.model.plan import Plan
from plan.papers.typed_text import shown_of
from tests.plan.judged_papers import DUNDEE_FORM, assessment_plan, made
from tests.plan.paper_strategies import papers
from tests.plan.strategies import any_texts, plan_from

FORM = form_named(DUNDEE_FORM)

plans = papers(format_named("dundee-2016"), [FORM]).map(plan_from)


def field(question: str) -> FormField:
    found = FORM.field(question)
    assert found
    return found


def test_an_assessment_is_added_blank_after_the_others() -> None:
    plan = assessment_plan(AnswerOutline("date", "5 September 2016"))
    change = edits.add_assessment(plan, FORM)
    after = made(plan, change)
    assert [len(after.answers_of(one.id)) for one in after.assessments] == [1, 0]
    assert change.label == "Add an assessment (Equality Impact Assessment Tool)"


def test_a_copy_of_an_assessment_has_its_answers_and_ids_of_its_own() -> None:
    answers = (AnswerOutline("date", "May"), AnswerOutline("rapid", ticks=("yes",)))
    plan = assessment_plan(*answers)
    change = edits.duplicate_assessment(plan, plan.assessments[0].id)
    after = made(plan, change)
    assert outline_of(after).assessments == (AssessmentOutline(DUNDEE_FORM, answers),) * 2
    assert len(after.answer_rows) == 4
    assert change.label == "Duplicate assessment 1"


def test_an_assessment_is_deleted_with_its_answers_and_undo_brings_all_back() -> None:
    plan = assessment_plan(AnswerOutline("date", "May"))
    plan = made(plan, edits.add_assessment(plan, FORM))
    change = edits.delete_assessment(plan, plan.assessments[0].id)
    after = made(plan, change)
    assert after.answer_rows == {}
    assert len(after.assessments) == 1
    assert change.label == "Delete assessment 1"


@pytest.mark.parametrize(
    ("question", "typed", "kept"),
    [
        ("date", " 5\nSeptember  2016 ", "5 September 2016"),
        ("date", "2*3*", "2*3*"),
        ("description", "* one\r\n* two\x00", "- one\n- two"),
        ("characteristics.other", "Young\ncarers", "Young carers"),
    ],
)
def test_an_answer_is_cleaned_in_the_way_of_its_kind(question: str, typed: str, kept: str) -> None:
    plan = assessment_plan()
    assessment = plan.assessments[0].id
    change = edits.set_answer(plan, assessment, field(question), typed)
    after = made(plan, change)
    assert after.answers_of(assessment)[question].text == kept
    assert change.label == f"Answer {field(question).label}"
    assert edits.set_answer(after, assessment, field(question), typed).is_empty


def test_a_question_opened_and_left_blank_is_no_change() -> None:
    plan = assessment_plan()
    change = edits.set_answer(plan, plan.assessments[0].id, field("date"), "  ")
    assert change.is_empty
    assert made(plan, change) == plan


def test_a_tick_takes_the_others_place_and_a_second_takes_it_away() -> None:
    plan = assessment_plan()
    assessment, age = plan.assessments[0].id, field("characteristics.age")
    for box, ticks in (
        ("positively", ("positively",)),
        ("not-known", ("not-known",)),
        ("not-known", ()),
    ):
        plan = made(plan, edits.tick(plan, assessment, age, box))
        assert plan.answers_of(assessment)["characteristics.age"].ticks == ticks


def test_words_and_ticks_of_one_answer_leave_each_other_alone() -> None:
    plan = assessment_plan()
    assessment, other = plan.assessments[0].id, field("characteristics.other")
    plan = made(plan, edits.set_answer(plan, assessment, other, "Young carers"))
    plan = made(plan, edits.tick(plan, assessment, other, "positively"))
    answer = plan.answers_of(assessment)["characteristics.other"]
    assert (answer.text, answer.ticks) == ("Young carers", ("positively",))
    assert len(plan.answer_rows) == 1


def test_several_ticks_stand_in_the_order_of_the_form_and_only_its_own_boxes() -> None:
    plan = assessment_plan()
    assessment, kind = plan.assessments[0].id, field("document-type")
    after = made(plan, edits.set_ticks(plan, assessment, kind, ("other", "guidelines", "no-box")))
    assert after.answers_of(assessment)["document-type"].ticks == ("guidelines", "other")


@given(plans, any_texts)
@pytest.mark.slow
def test_any_edit_of_any_assessment_can_be_undone(plan: Plan, typed: str) -> None:
    for assessment in plan.assessments:
        made(plan, edits.duplicate_assessment(plan, assessment.id))
        made(plan, edits.delete_assessment(plan, assessment.id))
        for one in FORM.fields[:8]:
            made(plan, edits.set_answer(plan, assessment.id, one, typed))
            for option in one.options:
                made(plan, edits.tick(plan, assessment.id, one, option.id))


@given(plans)
@pytest.mark.slow
def test_an_answer_opened_and_left_as_it_is_changes_nothing(plan: Plan) -> None:
    for assessment in plan.assessments:
        for question, answer in plan.answers_of(assessment.id).items():
            asked = field(question)
            typed = shown_of(answer.text) if asked.kind == "prose" else answer.text
            assert edits.set_answer(plan, assessment.id, asked, typed).is_empty
            assert edits.set_ticks(plan, assessment.id, asked, answer.ticks).is_empty
