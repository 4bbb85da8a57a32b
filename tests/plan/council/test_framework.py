"""The frameworks of quality indicators, and which indicator a plan means by what it prints."""

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from plan.changes.edits.indicators import use_canonical_names
from plan.checks.all_checks import findings
from plan.checks.paper import Paper
from plan.council import DEFAULT_FORMAT
from plan.council.format import format_named
from plan.council.framework import (
    Framework,
    framework_named,
    framework_of,
    frameworks,
    plain_words,
)
from plan.model.outline import ActionOutline, AimOutline, PlanOutline
from plan.tracing.tracing import tracing_of
from tests.plan.councils import glenshire
from tests.plan.judged_papers import made
from tests.plan.strategies import plan_from
from tests.plan.traced_plans import traced_plan

FOUND_2014 = framework_named("care-inspectorate-2014")
FOUND_2019 = framework_named("care-inspectorate-2019")
assert FOUND_2014 is not None
assert FOUND_2019 is not None
OF_2014, OF_2019 = FOUND_2014, FOUND_2019

NINE = {"1.1", "2.1", "2.2", "5.1", "5.2", "5.3", "6.2", "6.3", "9.4"}
"""The indicators that every joint inspection of 2014 to 2018 evaluated."""


def number_of(printed: str, framework: Framework = OF_2014) -> str:
    found = framework.find(printed)
    return found.number if found else ""


def plan_naming(*indicators: str) -> PlanOutline:
    return PlanOutline(aims=(AimOutline("Aim", (ActionOutline(indicators=indicators),)),))


EVERY = frameworks()
SCALES = {
    "care-inspectorate": ("Excellent", "Very good", "Good", "Adequate", "Weak", "Unsatisfactory"),
    "education": ("Excellent", "Very good", "Good", "Satisfactory", "Weak", "Unsatisfactory"),
}


def test_the_frameworks_and_lists_that_were_read_come_with_plandesk() -> None:
    assert {one.id: len(one.indicators) for one in EVERY} == {
        "best-value-2020": 7,
        "care-inspectorate-2014": 22,
        "care-inspectorate-2019": 19,
        "elc-2025": 8,
        "hgios-4": 15,
        "nif-2025": 5,
        "wellbeing-indicators": 8,
    }


@pytest.mark.parametrize("framework", EVERY, ids=lambda one: one.id)
def test_each_says_where_it_was_read_and_on_which_day(framework: Framework) -> None:
    assert framework.source
    assert framework.as_at is not None
    assert framework.as_at >= date(2026, 11, 1)


@pytest.mark.parametrize(
    ("framework_id", "scale"),
    [
        ("care-inspectorate-2014", "care-inspectorate"),
        ("care-inspectorate-2019", "care-inspectorate"),
        ("hgios-4", "education"),
    ],
)
def test_a_scale_has_the_word_of_its_own_inspectors_for_grade_3(
    framework_id: str, scale: str
) -> None:
    framework = framework_named(framework_id)
    assert framework is not None
    assert tuple(one.word for one in framework.scale) == SCALES[scale]
    assert [one.grade for one in framework.scale] == [6, 5, 4, 3, 2, 1]


def test_what_was_read_only_in_a_draft_is_left_out() -> None:
    early = framework_named("elc-2025")
    assert early is not None
    for title in (
        "Curriculum",
        "Learning, teaching and assessment",
        "Playing, learning and developing",
    ):
        assert early.find(title) is None


@pytest.mark.parametrize(
    ("framework_id", "printed", "name"),
    [
        ("hgios-4", "2.3 learning teaching and assessment", "Learning, teaching and assessment"),
        ("hgios-4", "QI 3.1", "Ensuring wellbeing, equality and inclusion"),
        ("elc-2025", "Childrens progress", ""),
        ("elc-2025", "CHILDREN'S PROGRESS.", "Children's progress"),
        (
            "nif-2025",
            "Improvement in attainment, particularly in literacy and numeracy",
            "Improvement in achievement, particularly in literacy and numeracy",
        ),
        ("wellbeing-indicators", "safe", "Safe"),
        ("best-value-2020", "Fairness & equality", "Fairness and equality"),
    ],
)
def test_an_indicator_is_found_with_or_without_numbers(
    framework_id: str, printed: str, name: str
) -> None:
    framework = framework_named(framework_id)
    assert framework is not None
    found = framework.find(printed)
    assert (found.name if found else "") == name


def test_indicators_without_numbers_are_traced_to_their_pages() -> None:
    plan = traced_plan(
        ("12", ("Working with communities",)),
        contents="8-9 Vision and leadership\n10-20 Working with communities",
    )
    chosen = replace(plan, cover=plan.cover.model_copy(update={"framework": "best-value-2020"}))
    dundee = format_named(DEFAULT_FORMAT)
    of_pages = tracing_of(chosen, framework_of(chosen, dundee)).pages
    named = {one.page: [each.title for each in one.indicators] for one in of_pages}
    assert named[12] == ["Working with communities"]
    assert named[8] == ["Vision and leadership"]
    paper = Paper(chosen, dundee, date(2026, 9, 26))
    assert not [one for one in findings(paper) if one.rule in ("P4", "P5")]


def test_the_framework_of_2014_has_22_indicators_and_9_are_verified() -> None:
    assert len(OF_2014.indicators) == 22
    assert {one.number for one in OF_2014.indicators if one.verified} == NINE


def test_the_uncertain_names_of_2019_are_left_out() -> None:
    numbers = {one.number for one in OF_2019.indicators}
    assert len(numbers) == 19
    assert not numbers & {"1.1", "5.1", "5.2"}


@pytest.mark.parametrize("framework", EVERY, ids=lambda one: one.id)
def test_every_name_and_alias_finds_its_own_indicator(framework: Framework) -> None:
    for indicator in framework.indicators:
        for name in filter(None, (indicator.name, *indicator.aliases, indicator.number)):
            assert framework.find(name) == indicator
            assert framework.find(f"  {name.upper()}. ") == indicator


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("Improving the wellbeing of children and young people", "1.1"),
        ("Impact on the children and young people", "2.1"),
        ("Planning for individual children", "5.3"),
        ("Planning for improving services", "6.2"),
        ("Planning & improving services", "6.2"),
        ("Participation of children, young people and other stakeholders.", "6.3"),
        ("5.2 Assessing and responding to risks and needs", "5.2"),
        ("QI 5.2: Assessing and responding to risks and needs", "5.2"),
        ("9.4", "9.4"),
        ("Planning", ""),
        ("Impact on", ""),
        ("12.7", ""),
        ("", ""),
    ],
)
def test_an_indicator_is_found_by_what_a_plan_prints(printed: str, number: str) -> None:
    assert number_of(printed) == number


@given(st.text(max_size=60))
@pytest.mark.slow
def test_any_text_can_be_looked_for(printed: str) -> None:
    found, within = OF_2014.find(printed), OF_2014.find_within(printed)
    assert found is None or found == within
    assert OF_2014.find(printed) is found


@pytest.mark.parametrize(
    ("heading", "number"),
    [
        ("Key performance outcomes", "1.1"),
        ("How good is our delivery: providing help and support at an early stage", "5.1"),
        ("Planning for individual children and young people, and their families", "5.3"),
        ("5.4 What families told us", "5.4"),
        ("What happens next", ""),
    ],
)
def test_a_heading_of_an_inspection_report_names_its_indicator(heading: str, number: str) -> None:
    found = OF_2014.find_within(heading)
    assert (found.number if found else "") == number


def test_a_slip_of_the_pen_is_near_the_indicator_that_was_meant() -> None:
    near = OF_2014.nearest("Providing help and suport at an earlier stage")
    assert near is not None
    assert near.number == "5.1"
    assert OF_2014.nearest("Street lighting") is None


def test_a_plan_uses_the_framework_that_it_names_else_that_of_its_council() -> None:
    plan = plan_from(PlanOutline())
    dundee = format_named(DEFAULT_FORMAT)
    assert framework_of(plan, dundee) is OF_2014
    own = plan.cover.model_copy(update={"framework": "care-inspectorate-2019"})
    assert framework_of(replace(plan, cover=own), dundee) is OF_2019
    assert framework_of(plan, glenshire()) is None


def test_a_councils_own_framework_comes_before_one_of_the_same_id() -> None:
    own = OF_2019.model_copy(update={"name": "Ours"})
    council = format_named(DEFAULT_FORMAT).beside((own,))
    plan = plan_from(PlanOutline())
    named = plan.cover.model_copy(update={"framework": "care-inspectorate-2019"})
    assert framework_of(replace(plan, cover=named), council) is own
    assert framework_of(plan, council) is OF_2014
    assert framework_named("care-inspectorate-2019") is OF_2019
    assert format_named(DEFAULT_FORMAT).own_frameworks == ()


@pytest.mark.parametrize("named", ["none", "no-such-framework"])
def test_a_plan_that_follows_none_has_none_whatever_its_council_says(named: str) -> None:
    plan = plan_from(PlanOutline())
    cover = plan.cover.model_copy(update={"framework": named})
    assert framework_of(replace(plan, cover=cover), format_named(DEFAULT_FORMAT)) is None


def test_none_is_no_name_for_a_framework() -> None:
    with pytest.raises(ValidationError, match="no framework is followed"):
        Framework.model_validate({"id": "none", "name": "N", "indicators": [{"name": "A"}]})


def test_a_framework_that_nobody_has_is_none() -> None:
    assert framework_named("no-such-framework") is None


@pytest.mark.parametrize(
    ("indicators", "crosswalk", "said"),
    [
        ((("1.1", "A b"), ("1.1", "C d")), None, "the same number"),
        ((("1.1", "The a b"), ("1.2", "A B")), None, "are called a b"),
        ((("1.1", "A b"),), {"from": "older", "same": ["2.1"]}, "leads to 2.1"),
    ],
)
def test_a_framework_that_contradicts_itself_is_refused(
    indicators: tuple[tuple[str, str], ...], crosswalk: object, said: str
) -> None:
    listed = [{"number": number, "name": name} for number, name in indicators]
    with pytest.raises(ValidationError, match=said):
        Framework.model_validate(
            {"id": "own", "name": "Own", "indicators": listed, "crosswalk": crosswalk}
        )


def test_the_canonical_names_are_put_in_as_one_change_and_taken_back_by_one() -> None:
    plan = plan_from(plan_naming("Planning for individual children", "Impact on families"))
    change = use_canonical_names(plan, OF_2014)
    assert made(plan, change).actions[0].indicators == (
        "Planning for individual children and young people",
        "Impact on families",
    )


@pytest.mark.parametrize("printed", ["Impact on the community", "Something of our own"])
def test_what_is_unknown_or_not_verified_stays_as_it_is_printed(printed: str) -> None:
    plan = plan_from(plan_naming(printed))
    assert use_canonical_names(plan, OF_2014).is_empty


@given(st.text())
def test_words_of_plain_letters_are_those_of_any_other_text(said: str) -> None:
    assert plain_words(said) == re.findall(r"[^\W_]+", said.casefold())
    plain = said.encode("ascii", "replace").decode()
    assert plain_words(plain) == re.findall(r"[^\W_]+", plain.casefold())
