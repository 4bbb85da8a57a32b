"""What the equality view shows of an assessment: a checklist, the form's words, what is offered."""

from dataclasses import replace
from datetime import date

import pytest

from desk.equality_contents import WHOLE, Checklist
from desk.tick_boxes import letters_of
from plan.checks.paper import Paper
from plan.council import DEFAULT_FORMAT
from plan.council.form import Form
from plan.council.format import form_named, format_named
from plan.model.outline import AnswerOutline, AssessmentOutline, PlanOutline, built_plan
from tests.plan.box import OURS, PLAIN, whole_assessment
from tests.tui.papers import EQIA, REPORT, WITH_PAPERS
from tests.tui.window import (
    SMALL,
)
from tui.views.equality.checklist_rows import checklist_rows, guide_above, guide_below

FORM = form_named(EQIA)
PLAN = built_plan(WITH_PAPERS, DEFAULT_FORMAT)
LIST = Checklist(PLAN, PLAN.assessments[0].id, FORM)


def test_letters_are_the_first_that_are_free_and_none_twice() -> None:
    labels = ["Positively", "Negatively", "No Impact", "Not Known"]
    assert letters_of(labels) == ("p", "n", "o", "k")
    assert letters_of(["Yes", "No"]) == ("y", "n")
    assert letters_of(["Better", "Worse", "The same"]) == ("b", "w", "t")
    fields = ["Action", "Pages", "Progress", "RAG", "Risk", "agreed", "9"]
    assert letters_of(fields) == ("a", "p", "r", "g", "i", "e", "9")
    many = letters_of(["a"] * 40)
    assert len({letter for letter in many if letter}) == 36
    assert letters_of(["“…”", "…"]) == ("a", "b")


def test_every_answer_that_the_form_asks_for_is_in_the_checklist_once() -> None:
    questions = [field.question for asked in LIST.asked.values() for field in asked.fields]
    assert questions == [field.question for field in FORM.every_field]


@pytest.mark.parametrize("form", OURS, ids=lambda form: form.id)
def test_every_answer_of_a_form_of_the_box_is_in_its_checklist_and_has_its_letter(
    form: Form,
) -> None:
    plan = built_plan(PlanOutline(assessments=(whole_assessment(form),)), PLAIN[0].id)
    listed = Checklist(plan, plan.assessments[0].id, form)
    questions = [field.question for asked in listed.asked.values() for field in asked.fields]
    assert questions == [field.question for field in form.every_field]
    rows = {row.id: row for row in checklist_rows(listed)}
    counted = [rows[f"part.{part.id}"].below.split() for part in form.parts]
    assert [words[0] for words in counted] == [words[2] for words in counted]
    for field in form.fields:
        letters = letters_of([option.label for option in field.options])
        assert all(letters)
        assert len(set(letters)) == len(letters)


def test_the_checklist_says_what_is_answered_missing_and_wanted() -> None:
    rows = {row.id: row for row in checklist_rows(LIST)}
    assert rows["rapid"].line == "  ☑ answered  Rapid assessment"
    assert rows["outcome"].line == "  ☐ missing   3. Intended outcome"
    assert rows["title"].line == "  ☐ empty     Title of document"
    assert rows["outcome"].below.strip() == "FIX: The intended outcome is missing."
    assert rows["evidence"].below.strip().startswith("STOP: Not Known is marked for Gender")
    assert rows["characteristics"].line.startswith("  ☐ 3 of 10 ")
    assert rows["part.part-2"].below.strip() == "3 of 10 answered, 1 wanted"
    assert rows["part.part-1"].below.strip() == "5 of 12 answered, 5 wanted"


def test_the_forms_own_words_and_help_stand_beside_a_question() -> None:
    words = "\n".join(map(str, guide_above(LIST, "evidence")))
    assert "Is there a need to collect further evidence" in words
    assert "(Example: if the impact on a community is not known" in words
    assert "STOP: Not Known is marked for Gender" in words
    assert "(The form, Part 2:" in words
    assert guide_below(LIST, "characteristics")[1:] == FORM.parts[1].intro


def test_an_answer_is_offered_until_it_says_what_is_offered() -> None:
    offer = LIST.offer("report-number")
    assert offer is not None
    assert offer[1:] == ("299-2016", "the report")
    plan = built_plan(
        replace(
            SMALL,
            report=REPORT,
            assessments=(AssessmentOutline(EQIA, (AnswerOutline("report-number", "299-2016"),)),),
        ),
        DEFAULT_FORMAT,
    )
    assert Checklist(plan, plan.assessments[0].id, FORM).offer("report-number") is None
    assert LIST.offer("description") is None


def test_answers_that_the_form_does_not_ask_for_are_not_hidden() -> None:
    assessment = AssessmentOutline(EQIA, (AnswerOutline("old-question", "Kept words."),))
    plan = built_plan(replace(SMALL, assessments=(assessment,)), DEFAULT_FORMAT)
    fields = Checklist(plan, plan.assessments[0].id, FORM).contents(WHOLE)
    assert fields[-1].label == "Not in this form: old-question"
    assert fields[-1].shown == "Kept words."


def test_what_plandesk_asks_stands_last_and_counts_by_itself() -> None:
    rows = checklist_rows(LIST)
    last = next(place for place, row in enumerate(rows) if row.id == "part.not-printed")
    assert [row.id for row in rows[last + 1 :]] == [
        *("unlawful", "legal-advice", "major", "strategic", "children", "published")
    ]
    assert rows[last].line == "Asked by plandesk, not printed"
    assert rows[last].below.strip() == "0 of 6 answered"
    assert f"of {len(FORM.fields)} answered" in rows[0].below


def test_the_checklist_wants_what_the_report_wants_of_the_form() -> None:
    said = AnswerOutline("report-number", "298-2016")
    outline = replace(SMALL, report=REPORT, assessments=(AssessmentOutline(EQIA, (said,)),))
    plan = built_plan(outline, DEFAULT_FORMAT)
    paper = Paper(plan, format_named(DEFAULT_FORMAT), date(2016, 9, 12), {EQIA: FORM})
    wants = [
        rule
        for checklist in (LIST, Checklist(plan, plan.assessments[0].id, FORM, paper))
        for rule in checklist.wants
        if rule.place == "report-number"
    ]
    assert [rule.text for rule in wants] == [
        "The number of the committee report is missing, so the form cannot be matched to it.",
        "The number here is not that of the committee report.",
    ]


def test_what_is_only_to_be_known_of_a_form_is_not_wanted() -> None:
    paper = Paper(PLAN, format_named(DEFAULT_FORMAT), date(2016, 9, 12), {EQIA: FORM})
    rules = Checklist(PLAN, PLAN.assessments[0].id, FORM, paper).wants
    assert {rule.severity for rule in rules} == {"STOP", "FIX"}
