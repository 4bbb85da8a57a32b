"""A line that explains abbreviations is read, and one that only looks like it is not."""

import pytest

from plan.changes.change import applied
from plan.changes.edits.names import say_what_it_stands_for
from plan.checks.actions.lead_checks import leads_are_known
from plan.checks.actions.unfinished_checks import acronyms_are_explained
from plan.checks.paper import Paper
from plan.reading.abbreviations import abbreviations_in
from tests.plan.checks.sound import FORMAT, FORMS, OUTLINE, TODAY, action
from tests.plan.strategies import plan_from

LINES = [
    (
        "DHT: Depute Headteacher. PT: Principal Teacher. BGE: broad general education (S1 to S3).",
        {
            "DHT": "Depute Headteacher",
            "PT": "Principal Teacher",
            "BGE": "broad general education",
        },
    ),
    (
        "Abbreviations: APC – Adult Protection Committee; COG – Chief Officers Group.",
        {"APC": "Adult Protection Committee", "COG": "Chief Officers Group"},
    ),
    (
        "HT = headteacher; DHT = depute headteacher",
        {"HT": "headteacher", "DHT": "depute headteacher"},
    ),
    ("RCI is the Road Condition Index: the share of roads.", {"RCI": "Road Condition Index"}),
    ("IRD means inter-agency referral discussion.", {"IRD": "inter-agency referral discussion"}),
    ("Status: R – not begun; AM – behind", {}),
    ("NHS: who leads it is agreed later.", {}),
    ("BUDGET: AGREED BY ALL", {}),
    ("The CPC is chaired by the Head of Service.", {}),
    ("Year 1 is April 2027 to March 2028.", {}),
]


@pytest.mark.parametrize(("line", "explained"), LINES)
def test_what_a_line_explains_is_read(line: str, explained: dict[str, str]) -> None:
    assert abbreviations_in(line) == explained


def test_what_the_paper_explains_is_asked_about_nowhere() -> None:
    explained = {"JMG": "Joint Management Group", "BGE": "broad general education"}
    spoil = action(1, leads=("JMG",), text="Moderate BGE judgements.")
    plan = plan_from(spoil(OUTLINE))
    rules = (leads_are_known, acronyms_are_explained)
    asked = [one.rule for rule in rules for one in rule.findings(Paper(plan, FORMAT, TODAY, FORMS))]
    assert asked == ["P6", "P33"]
    changes = (
        say_what_it_stands_for(plan, *one, given_on="27 November 2026") for one in explained.items()
    )
    kept = applied(plan, *changes)
    paper = Paper(kept, FORMAT, TODAY, FORMS)
    assert [one.rule for rule in rules for one in rule.findings(paper)] == []
