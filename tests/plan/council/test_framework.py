"""The frameworks of quality indicators, and which indicator a plan means by what it prints."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from plan.changes.edits.indicators import use_canonical_names
from plan.council import DEFAULT_FORMAT
from plan.council.format import format_named
from plan.council.framework import Framework, framework_ids, framework_named, framework_of
from plan.model.outline import ActionOutline, AimOutline, PlanOutline
from tests.plan.councils import glenshire
from tests.plan.judged_papers import made
from tests.plan.strategies import plan_from

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


def test_both_frameworks_come_with_plandesk() -> None:
    assert framework_ids() == ("care-inspectorate-2014", "care-inspectorate-2019")


def test_the_framework_of_2014_has_22_indicators_and_9_are_verified() -> None:
    assert len(OF_2014.indicators) == 22
    assert {one.number for one in OF_2014.indicators if one.verified} == NINE


def test_the_uncertain_names_of_2019_are_left_out() -> None:
    numbers = {one.number for one in OF_2019.indicators}
    assert len(numbers) == 19
    assert not numbers & {"1.1", "5.1", "5.2"}


@pytest.mark.parametrize("framework", [OF_2014, OF_2019], ids=lambda one: one.id)
def test_every_name_and_alias_finds_its_own_indicator(framework: Framework) -> None:
    for indicator in framework.indicators:
        for name in (indicator.name, *indicator.aliases, indicator.number):
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
