"""What of a form is asked once some of it is answered, and the rows of its tables."""

from dataclasses import replace

from plan.checks.form.form_judging import wanted
from plan.model.outline import AnswerOutline, AssessmentOutline
from plan.model.plan import Plan
from tests.plan.harbour import FILLED, HARBOUR, answered, harbour_plan, rows_of, said


def with_answer(question: str, text: str = "", *ticks: str) -> Plan:
    """Return the plan with one answer of the filled form said otherwise."""
    others = [one for one in FILLED.answers if one.question != question]
    answers = sorted([*others, AnswerOutline(question, text, ticks)], key=lambda one: one.question)
    return harbour_plan(replace(FILLED, answers=tuple(answers)))


def parts(plan: Plan) -> list[str]:
    form = answered(plan)
    return [part.id for part in HARBOUR.parts if form.asks_part(part)]


def test_an_answer_decides_which_parts_follow() -> None:
    whole = ["proposal", "present", "evidence", "impacts", "actions", "end"]
    assert parts(harbour_plan()) == whole
    assert parts(with_answer("required")) == whole
    assert parts(with_answer("required", "", "no")) == ["proposal", "reasons", "end"]


def test_a_question_can_follow_by_itself() -> None:
    assert answered(harbour_plan()).asks("monitor")
    off = answered(with_answer("required", "", "no"))
    assert not off.asks("monitor")
    assert off.asks("signed")
    assert {field.question for field in off.asked if field.part.id == "end"} == {"signed"}


def test_what_is_not_asked_is_kept_and_counts_nowhere() -> None:
    plan = with_answer("required", "", "no")
    form = answered(plan)
    kept = {answer.question: is_known for answer, is_known in form.kept()}
    assert set(kept.values()) == {True}
    assert {"ev.source.need", "groups.race", "monitor", "mitigation..1.who"} <= set(kept)
    assert not set(kept) & set(form.counted)
    assert [rule.id for rule in wanted(HARBOUR, form.answers)] == ["H4"]


def test_an_answer_to_a_question_that_is_gone_is_kept_too() -> None:
    plan = harbour_plan(AssessmentOutline(HARBOUR.id, (AnswerOutline("old..1.name", "Kept"),)))
    (found,) = answered(plan).kept()
    assert (found[0].text, found[1]) == ("Kept", False)


def test_a_table_has_its_rows_in_their_order_and_each_its_answers() -> None:
    plan = harbour_plan()
    assert said(plan, "what") == ["Contract **more** interpreters", "Translate the guide"]
    assert [row.place for row in rows_of(plan)] == ["mitigation/1", "mitigation/2"]
    assert [field.label for field in rows_of(plan)[1].fields][:2] == [
        "2 – Negative impact",
        "2 – Action to mitigate",
    ]


def test_more_than_nine_rows_stay_in_order() -> None:
    answers = tuple(AnswerOutline(f"mitigation..{n}.impact", f"No {n}") for n in range(1, 13))
    plan = harbour_plan(AssessmentOutline(HARBOUR.id, tuple(sorted(answers, key=str))))
    assert said(plan, "impact") == [f"No {n}" for n in range(1, 13)]


def test_rules_look_at_rows_and_at_what_stands_beside_a_mark() -> None:
    told = {rule.id: rule.text for rule in wanted(HARBOUR, answered(harbour_plan()).answers)}
    assert told == {
        "H2": "Nobody is named to do it: row 2.",
        "H3": "A mark has no explanation: Other (please name).",
    }
    answers = tuple(one for one in FILLED.answers if ".." not in one.question)
    without = answered(harbour_plan(replace(FILLED, answers=answers)))
    assert "H1" in {rule.id for rule in wanted(HARBOUR, without.answers)}
