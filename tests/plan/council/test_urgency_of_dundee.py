"""How urgent each rule of Dundee's form is, from which day it is law, and what answers it."""

from dataclasses import replace
from datetime import date

import pytest

from tests.plan.dundee_answers import AGE, ASKED, DUNDEE, NEGATIVE, OF_2016, WHOLE
from tests.plan.judged_papers import Said, rules_wanted, ticks

ALWAYS = {
    "STOP": "E17 E18 E21 E23",
    "FIX": "E1 E2 E3 E5 E7 E9 E12 E13 E14 E15 E16 E20 E28",
    "ASK": "E4 E6 E8 E10 E19 E25 E26 E33 E48",
    "INFO": "E30 E31 E35 E47",
}
"""The rules of one urgency, whatever they say."""

UNKNOWN = {AGE: ticks("not-known")}
MAJOR = {"major": ticks("yes")}
RAPID = {"rapid": ticks("yes"), "full": ticks("no")}


def test_a_rule_is_as_urgent_as_what_it_is_about() -> None:
    listed = {rule: urgency for urgency, rules in ALWAYS.items() for rule in rules.split()}
    found = {(rule.id, rule.severity) for rule in DUNDEE.rules if rule.id in listed}
    assert found == set(listed.items())
    assert {rule.id for rule in DUNDEE.rules} - set(listed) == {
        "E11",
        "E22",
        "E24",
        "E27",
        "E29",
        "E32",
        "E38",
    }


@pytest.mark.parametrize(
    ("answers", "rule", "urgency"),
    [
        ({**UNKNOWN, "evidence": Said()}, "E11", "STOP"),
        ({**UNKNOWN, "evidence": Said("N/A")}, "E11", "STOP"),
        ({**UNKNOWN, "evidence": Said("None since the last survey in May 2016.")}, "E11", "ASK"),
        ({**UNKNOWN, "evidence": Said("No more is needed after May.")}, "E11", "STOP"),
        (MAJOR, "E22", "STOP"),
        (
            {**MAJOR, "full-recommended": Said("No, it changes little for anyone.")},
            "E22",
            "ASK",
        ),
        ({**NEGATIVE, **RAPID, "full-recommended": Said("No")}, "E22", "ASK"),
        ({"monitoring": Said("N/A")}, "E24", "FIX"),
        ({"monitoring": Said("The board looks at it.")}, "E24", "ASK"),
        ({"document-type": Said()}, "E27", "FIX"),
        ({"document-type": ticks("other")}, "E27", "FIX"),
        ({"department": Said()}, "E27", "FIX"),
        ({"department": Said("Social Work")}, "E27", "ASK"),
        ({"next-review": Said()}, "E29", "FIX"),
        ({"next-review": Said("August 2016")}, "E29", "FIX"),
        ({"next-review": Said("When it is due")}, "E29", "ASK"),
        ({"next-review": Said("October 2019")}, "E29", "ASK"),
        ({"strategic": ticks("yes")}, "E32", "ASK"),
        ({}, "E32", "INFO"),
    ],
)
def test_a_rule_of_several_sentences_is_as_urgent_as_what_it_says(
    answers: dict[str, Said], rule: str, urgency: str
) -> None:
    paper = replace(OF_2016, meeting=date(2018, 4, 1)) if rule == "E32" else OF_2016
    said = rules_wanted(DUNDEE, {**WHOLE, **answers}, paper)
    assert [one.severity for one in said if one.id == rule] == [urgency]


def test_an_answer_that_is_no_plan_is_told_so_once() -> None:
    answers = {**WHOLE, **UNKNOWN, "evidence": Said("No, because the road stays open.")}
    said = rules_wanted(DUNDEE, answers, OF_2016)
    assert [(one.id, one.severity) for one in said if one.severity != "INFO"] == [("E11", "STOP")]


def test_a_reason_answers_every_rule_but_that_of_unlawful_discrimination() -> None:
    assert {rule.id for rule in DUNDEE.rules if rule.final} == {"E21"}
    assert all(rule.final for rule in DUNDEE.rules if rule.id == "E21")


def law_at(meeting: date) -> set[str]:
    """Return which rules of law ask about a strategic plan for children at a day's meeting."""
    paper = replace(OF_2016, meeting=meeting, facts=frozenset({"children"}))
    spoken = {"strategic": ticks("yes"), "children": ticks("yes")}
    asked = [{**WHOLE, **ASKED, **spoken}, WHOLE]
    told = [{one.id for one in rules_wanted(DUNDEE, answers, paper)} for answers in asked]
    assert told[0] & {"E32", "E33"} == told[1] & {"E32", "E33"}
    return told[0] & {"E32", "E33"}


def test_the_fairer_scotland_duty_and_the_rights_of_the_child_bind_from_their_first_day() -> None:
    assert law_at(date(2018, 3, 31)) == set()
    assert law_at(date(2018, 4, 1)) == {"E32"}
    assert law_at(date(2024, 7, 15)) == {"E32"}
    assert law_at(date(2024, 7, 16)) == {"E32", "E33"}
    assert law_at(date(2040, 1, 1)) == {"E32", "E33"}


def test_every_other_rule_is_of_any_year() -> None:
    dated = {rule.id for rule in DUNDEE.rules if rule.since or rule.until}
    assert dated == {"E30", "E32", "E33", "E47"}
