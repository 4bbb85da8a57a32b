"""The plan's introduction is held against the plan, and against what must not be published."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from plan.checks.all_checks import findings
from plan.checks.paper import Paper
from plan.following.action_state import reading_of
from plan.model.outline import PlanOutline
from plan.papers.markdown import canonical
from tests.plan.checks.sound import FORMAT, FORMS, OUTLINE, TODAY, Spoil, action
from tests.plan.strategies import plan_from

ACTIONS = sum(len(aim.actions) for aim in OUTLINE.aims)
AIMS = len(OUTLINE.aims)


def introduced(text: str) -> Spoil:
    return lambda outline: replace(outline, introduction=canonical(text))


def found_in(*spoils: Callable[[PlanOutline], PlanOutline]) -> list[tuple[str, str, str]]:
    """Return what is found beyond what is found without the introduction: rule, place, text."""
    outline = OUTLINE
    for spoil in spoils:
        outline = spoil(outline)
    return [
        (one.rule, one.place.path, one.text)
        for one in findings(Paper(plan_from(outline), FORMAT, TODAY, FORMS))
    ]


SOUND = found_in()

WRONG = [
    (f"This plan has {ACTIONS + 4} actions.", "R40", f"{ACTIONS + 4} actions"),
    (f"This plan has {AIMS + 3} priorities and was agreed in May.", "R40", "priorities"),
    (f"The plan is grouped under {AIMS + 2} aims.", "R12", "aims"),
    ("It has £60,000: £20,000 for staff and £30,000 for training.", "R41", "£60,000"),
    ("It is a three-year plan from April 2016 to March 2018.", "R42", "three-year"),
    ("The plan is to be complete by January 2015.", "R42", "January 2015"),
    ("It was written by Fiona Campbell with parents.", "P19", "Fiona Campbell"),
    ("Two children at Glen Primary School told us so.", "P19", "known from it"),
    ("Questions: 01632 960 123 or plans@glen.example.", "P11", "telephone"),
    ("It was agreed on [insert date] by the board.", "R33", "[insert date]"),
    ("The date of the next review is TBC.", "R33", "TBC"),
]


@pytest.mark.parametrize(("text", "rule", "said"), WRONG)
def test_what_is_wrong_in_the_introduction_is_found_there(text: str, rule: str, said: str) -> None:
    (found,) = [one for one in found_in(introduced(text)) if one not in SOUND]
    assert found[:2] == (rule, "plan/introduction")
    assert said in found[2]


@pytest.mark.parametrize(
    "text",
    [
        f"This plan has {ACTIONS} actions under {AIMS} aims.",
        "Last year's plan had forty actions, and this plan has fewer.",
        "It answers the 9 recommendations of the inspection.",
        "It has £50,000: £20,000 for staff and £30,000 for training.",
        "The partnership wrote it with parents, the third sector and Police Scotland.",
        "The inspectors reported in March 2015.",
        "We read each page [of the report] with staff.",
    ],
)
def test_an_introduction_that_is_right_is_left_in_peace(text: str) -> None:
    assert [one for one in found_in(introduced(text)) if one not in SOUND] == []


KEYS = [
    "Abbreviations: QOT – Quality of Teaching; ZRB – Zone Review Board",
    "- QOT: quality of teaching\n- ZRB: zone review board",
    "**QOT** = quality of teaching\n\nZRB means zone review board.",
    "The quality of teaching (QOT) is reviewed by the Zone Review Board (ZRB).",
]


@pytest.mark.parametrize("key", KEYS)
def test_an_acronym_that_the_introduction_explains_is_not_asked_about(key: str) -> None:
    named = action(1, text="Publish what QOT is in each school.", leads=("ZRB",))
    asked = {(rule, path) for rule, path, _ in found_in(named) if rule in ("P6", "P33")}
    assert asked == {("P6", "action/1.1/leads"), ("P33", "action/1.1/text")}
    assert [one for one in found_in(named, introduced(key)) if one[0] in ("P6", "P33")] == []


def test_a_key_ties_no_acronym_to_words_that_are_not_its_own() -> None:
    named = action(1, text="Publish what QOT is in each school.")
    key = introduced("QOT: see the report of the board.")
    assert [one[0] for one in found_in(named, key) if one[0] == "P33"] == ["P33"]


@pytest.mark.parametrize(
    ("text", "title", "last"),
    [
        ("Year 1 is 2016/17 and year 2 is 2017/18.", "Improvement Plan", "2018-03-31"),
        ("Year 1 begins in August 2016.", "Improvement Plan", "2018-07-31"),
        ("Year 1 (2016/17) is for training.", "School Improvement Plan", "2018-07-31"),
        ("This plan covers April 2016 to March 2019.", "Improvement Plan", "2018-03-31"),
        ("The inspection of 2014-16 came first.", "Improvement Plan", ""),
    ],
)
def test_year_1_begins_when_the_introduction_says_so(text: str, title: str, last: str) -> None:
    outline = action(1, timescale="By the end of Year 2")(OUTLINE)
    plan = plan_from(replace(outline, title=title, subtitle="", introduction=text))
    due = reading_of(plan, plan.actions[0]).due
    assert str(due.last if due else "") == last
