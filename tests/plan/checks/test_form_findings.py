"""What the checks find in an equality form, held against the rest of the paper."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan.checks.form.form_checks import form_findings
from plan.checks.paper import Paper
from plan.council.form_groups import FormField
from plan.model.finding import Finding
from plan.model.outline import (
    AnswerOutline,
    AppendixOutline,
    AssessmentOutline,
    PlanOutline,
    built_plan,
)
from plan.model.plan import Plan
from sample_data.sample import sample_outline
from tests.plan.checks.sound import (
    ANSWERS,
    FORMAT,
    FORMS,
    OUTLINE,
    TODAY,
    passage,
    report,
    spoilt,
)
from tests.plan.councils import GLENSHIRE_FORM, glenshire, glenshire_form
from tests.plan.dundee_answers import RECOMMENDED, ROWS
from tests.plan.judged_papers import DUNDEE_FORM, Said, ticks
from tests.plan.strategies import plan_from

FORM = FORMS[DUNDEE_FORM]
ATTACHED = "An Equality Impact Assessment has been carried out and is attached to this report."
Place = tuple[str, str, str]


def assessment(**answers: Said) -> AssessmentOutline:
    """Return the sound assessment with other answers; "_" in a name stands for "-"."""
    said = {**ANSWERS, **{name.replace("_", "-"): one for name, one in answers.items()}}
    rows = (AnswerOutline(name, one.text, one.ticks) for name, one in said.items() if one != Said())
    return AssessmentOutline(DUNDEE_FORM, tuple(rows))


def paper(*assessments: AssessmentOutline, **fields: str) -> PlanOutline:
    """Return the sound paper with these assessments and fields of the report."""
    return replace(report(**fields)(OUTLINE), assessments=assessments)


def found(outline: PlanOutline, today: date = TODAY) -> list[Finding]:
    """Return what is found in the forms, but for what is said of Dundee's form itself."""
    return found_in(plan_from(outline), today)


def found_in(plan: Plan, today: date = TODAY) -> list[Finding]:
    return [one for one in form_findings(Paper(plan, FORMAT, today, FORMS)) if one.rule != "E30"]


def places(findings: list[Finding]) -> list[Place]:
    return [(one.severity, one.rule, one.place.path) for one in findings]


NUMBER = ("FIX", "E3", "assessment/part-1/report-number")
E34_AT = ("STOP", "E34", "report/policy/1")


@pytest.mark.parametrize(
    ("outline", "expected"),
    [
        (paper(assessment()), []),
        (paper(assessment(report_number=Said("298-2016"))), [NUMBER]),
        (paper(assessment(), number="298-2016"), [NUMBER]),
        (paper(assessment(report_number=Said())), [NUMBER]),
        (
            paper(assessment(title=Said("A strategy for bridges and roads"))),
            [("ASK", "E4", "assessment/part-1/title")],
        ),
        (
            paper(assessment(new_or_existing=ticks("existing"))),
            [("ASK", "E6", "assessment/part-1/1")],
        ),
        (
            passage("recommendations", "note the improvement plan", "recommendation")(
                paper(assessment(new_or_existing=ticks("existing")))
            ),
            [],
        ),
        (
            passage("main-text", "The inspectors saw it.")(
                paper(assessment(documents=Said("N/A")))
            ),
            [("ASK", "E8", "assessment/part-1/4")],
        ),
        (
            passage("main-text", "It was seen.")(paper(assessment(documents=Said("N/A")))),
            [],
        ),
        (
            paper(assessment(department=Said("Social Work"))),
            [("ASK", "E27", "assessment/part-4/department")],
        ),
        (
            paper(assessment(date=Said("27 September 2016"))),
            [("FIX", "E2", "assessment/part-1/date")],
        ),
        (
            paper(assessment(date=Said("5 September 2016")), meeting_date="1 September 2016"),
            [("FIX", "E2", "assessment/part-1/date")],
        ),
    ],
)
def test_the_form_is_held_against_the_report(outline: PlanOutline, expected: list[Place]) -> None:
    others = ("E35",) if outline.report.meeting_date == "1 September 2016" else ()
    assert [one for one in places(found(outline)) if one[1] not in others] == expected


SAYS = [
    (ATTACHED, "attached"),
    ("The Integrated Impact Assessment is at Appendix 2.", "attached"),
    ("Attached to this report is an Equality and Diversity Impact Assessment.", "attached"),
    ("A Rapid EQIA was completed and is enclosed; no negative impacts were found.", "attached"),
    ("Attached are a Rapid and a Full Equality Impact Assessment.", "attached"),
    ("You will find the Equality Impact Assessment at the end.", "attached"),
    ("An Equality Impact Assessment has been carried out.", "carried out"),
    ("It was not necessary to carry out an Equality Impact Assessment.", "denied"),
    ("An Equality Impact Assessment will be carried out in May.", ""),
    ("An EQIA is being undertaken.", ""),
    ("No Equality Impact Assessment is needed.", "denied"),
    ("An Equality Impact Assessment is not considered necessary.", "denied"),
    ("This report does not require an Equality Impact Assessment.", "denied"),
    ("The plan attached as Appendix 1 was screened for an Equality Impact Assessment.", ""),
    ("It was screened in respect of Equality Impact Assessment and Risk Management.", ""),
    ("Equality is at the heart of the plan, which is attached.", ""),
]


@pytest.mark.parametrize(("sentence", "said"), SAYS)
def test_the_report_says_that_an_assessment_is_attached_if_there_is_one(
    sentence: str, said: str
) -> None:
    with_one = passage("policy", sentence)(paper(assessment()))
    without = passage("policy", sentence)(paper())
    place = E34_AT if said else ("STOP", "E34", "report/policy")
    assert places(found(with_one)) == ([] if said in ("attached", "carried out") else [place])
    expected = {"attached": [E34_AT], "carried out": [("INFO", *E34_AT[1:])]}
    assert places(found(without)) == expected.get(said, [])


def test_an_appendix_may_be_the_assessment() -> None:
    for appendix in (
        AppendixOutline("text", title="Equality Impact Assessment", text="None is worse off."),
        AppendixOutline("file", title="The form", file="Plan_EQIA_2016.pdf"),
    ):
        outline = paper()
        appendices = (*outline.report.appendices, appendix)
        assert found(replace(outline, report=replace(outline.report, appendices=appendices))) == []


def test_a_plan_without_a_report_promises_no_assessment() -> None:
    assert found(PlanOutline()) == []


def test_a_full_assessment_beside_the_rapid_one_is_what_was_recommended() -> None:
    rapid = assessment(**{key.replace("-", "_"): one for key, one in RECOMMENDED.items()})
    full = assessment(rapid=ticks("no"), full=ticks("yes"))
    assert places(found(paper(rapid))) == [("STOP", "E23", "assessment/part-3/5")]
    assert found(paper(rapid, full)) == []


def test_what_is_found_twice_of_one_question_is_one_finding() -> None:
    spoilt_form = assessment(**{ROWS[0]: Said(), ROWS[1]: ticks("positively", "no-impact")})
    (one,) = found(paper(spoilt_form))
    assert (one.rule, one.place.path) == ("E13", "assessment/part-2/characteristics")
    first, second = (FORM.field(row) for row in ROWS[:2])
    assert first is not None
    assert second is not None
    assert first.label in one.text
    assert second.label in one.text


LIKE_THE_PAPER_OF_2016 = assessment(
    report_number=Said(),
    title=Said("An improvement plan for children."),
    new_or_existing=ticks("existing"),
    documents=Said("N/A"),
    consultation=Said("No one has been asked."),
    officers=Said("N/A"),
    **{"characteristics.gender-reassignment": ticks("not-known")},
    monitoring=Said("By the partnership and its executive."),
    department=Said("Social Work"),
    document_type=Said(),
)
"""In our own words, an assessment that was answered as the one of 2016."""


def test_a_paper_like_that_of_2016_is_told_what_it_should_be() -> None:
    outline = passage("main-text", "The inspection report and the survey ask for it.")(
        paper(LIKE_THE_PAPER_OF_2016)
    )
    assert sorted(places(found(outline))) == [
        ("ASK", "E10", "assessment/part-1/5"),
        ("ASK", "E24", "assessment/part-3/6"),
        ("ASK", "E26", "assessment/part-2/characteristics"),
        ("ASK", "E27", "assessment/part-4/department"),
        ("ASK", "E6", "assessment/part-1/1"),
        ("ASK", "E8", "assessment/part-1/4"),
        ("FIX", "E27", "assessment/part-4/document-type"),
        NUMBER,
        ("STOP", "E11", "assessment/part-1/7"),
    ]


def test_in_the_sample_only_what_was_put_there_is_found() -> None:
    assert places(found_in(built_plan(sample_outline(), "dundee-2016"))) == [
        ("STOP", "E11", "assessment/part-1/7"),
        ("FIX", "E27", "assessment/part-4/document-type"),
    ]


def test_every_rule_of_law_is_judged_at_the_day_of_the_meeting() -> None:
    spoken = {
        year: {one.rule for one in found(paper(assessment(), meeting_date=f"26 September {year}"))}
        for year in (2016, 2018, 2024)
    }
    law = {"E32", "E33"}
    assert [spoken[year] & law for year in spoken] == [set(), {"E32"}, law]


def test_without_a_meeting_it_is_judged_today() -> None:
    without = paper(assessment(), meeting_date="")
    spoken = [{one.rule for one in found(without, date(year, 9, 26))} for year in (2016, 2018)]
    assert "E32" not in spoken[0]
    assert "E32" in spoken[1]


def test_the_checks_find_what_the_forms_find() -> None:
    def spoil(one: PlanOutline) -> PlanOutline:
        return replace(one, assessments=(LIKE_THE_PAPER_OF_2016,))

    assert set(places(found(spoil(OUTLINE)))) <= set(spoilt(spoil))


def _answer(field: FormField) -> st.SearchStrategy[AnswerOutline]:
    text = st.sampled_from(["", "No", "Yes", "N/A", "By May 2017", "31 August 2030", "The board"])
    boxes = st.lists(st.sampled_from([one.id for one in field.options] or [""]), unique=True)
    words = text if field.has_text or not field.options else st.just("")
    ticked = boxes if field.options else st.just([])
    return st.builds(lambda said, on: AnswerOutline(field.question, said, tuple(on)), words, ticked)


@given(st.tuples(*map(_answer, FORM.every_field)))
def test_whatever_is_answered_no_finding_is_there_twice(answers: tuple[AnswerOutline, ...]) -> None:
    findings = found(paper(AssessmentOutline(DUNDEE_FORM, answers)))
    assert len({one.id for one in findings}) == len(findings)
    assert all("{" not in one.text and one.place.path.startswith("assessment") for one in findings)


def test_another_councils_form_is_judged_by_its_own_rules() -> None:
    answers = (
        AnswerOutline("proposal-title", "Roads"),
        AnswerOutline("people.rural", "", ("worse",)),
    )
    plan = plan_from(
        PlanOutline(title="Buses", assessments=(AssessmentOutline(GLENSHIRE_FORM, answers),))
    )
    forms = {GLENSHIRE_FORM: glenshire_form()}
    findings = form_findings(Paper(plan, glenshire(), TODAY, forms))
    assert places(list(findings)) == [
        ("FIX", "G1", "assessment/part-1/stage"),
        ("STOP", "G2", "assessment/part-2/making-it-better"),
        ("FIX", "G3", "assessment/part-2/people"),
        ("ASK", "G5", "assessment/part-1/proposal-title"),
    ]


def test_an_assessment_whose_form_is_not_there_is_not_judged() -> None:
    plan = plan_from(paper(assessment(report_number=Said())))
    assert list(form_findings(Paper(plan, FORMAT, TODAY, {}))) == []
