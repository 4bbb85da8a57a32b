"""Each condition of a rule of Dundee's form counts: next to where it speaks, the rule is silent."""

from dataclasses import replace
from datetime import date

import pytest

from plan.checks.facts.form_facts import PaperFacts
from tests.plan.dundee_answers import (
    AGE,
    DUNDEE,
    NEGATIVE,
    NO_EVIDENCE,
    NO_IMPACT,
    NOTED,
    OF_2016,
    OF_2018,
    ROWS,
    SURVEY,
    WHOLE,
)
from tests.plan.judged_papers import Said, ticks, wants

APPROVES = replace(OF_2016, facts=frozenset({"approves"}))
CITES = replace(OF_2016, facts=frozenset({"cites"}))
MET = replace(OF_2016, today=date(2016, 10, 3))
UNKNOWN = {AGE: ticks("not-known")}
RAPID = {"rapid": ticks("yes"), "full": ticks("no")}
FULL = {"rapid": ticks("no"), "full": ticks("yes")}
MAJOR = {"major": ticks("yes")}
REASONED = Said("No, it changes little for anyone.")
POOR = "characteristics.socio-economic"
STRATEGIC = ("E32", "strategic")
BALANCE = ("E31", "positive-impacts")


@pytest.mark.parametrize(
    ("paper", "answers", "said"),
    [
        (APPROVES, {}, []),
        (APPROVES, {"new-or-existing": Said()}, [("E5", "new-or-existing")]),
        (
            APPROVES,
            {"new-or-existing": ticks("new", "existing")},
            [("E5", "new-or-existing")],
        ),
        (CITES, {"documents": Said("None other than the plan of 2012.")}, []),
        (CITES, {"documents": Said("The plan of 2012.")}, []),
        (
            OF_2016,
            {**UNKNOWN, "consultation": Said(), "evidence": Said("N/A")},
            [("E9", "consultation"), ("E11", "evidence")],
        ),
        (OF_2016, {**NEGATIVE, "consultation": Said()}, [("E9", "consultation"), BALANCE]),
        (
            OF_2016,
            {
                **UNKNOWN,
                "consultation": Said("No, because they are asked in the spring."),
                "evidence": Said("N/A"),
            },
            [("E11", "evidence")],
        ),
        (OF_2016, {"evidence": Said("None since the last survey in May 2016.")}, []),
        (OF_2016, {**UNKNOWN, "evidence": Said(SURVEY)}, []),
        (OF_2016, {"legal-advice": Said("asked for")}, []),
        (OF_2016, {"legal-advice": Said("13 September 2026")}, []),
        (
            OF_2016,
            {"unlawful": ticks("yes"), "legal-advice": Said("12 September 2016")},
            [],
        ),
        (OF_2016, {**MAJOR, "full-recommended": Said("Yes, by May.")}, []),
        (OF_2016, {**MAJOR, **FULL, "full-recommended": REASONED}, []),
        (OF_2016, {"full-recommended": REASONED}, []),
        (
            OF_2016,
            {**MAJOR, "full-recommended": Said("Yes: it is to be made by May 2017 at last.")},
            [],
        ),
        (OF_2016, {**NEGATIVE, **FULL, "full-recommended": Said("No")}, [BALANCE]),
        (OF_2016, {**NEGATIVE, **RAPID}, [BALANCE]),
        (
            OF_2016,
            {
                **NEGATIVE,
                **RAPID,
                **MAJOR,
                "full-recommended": Said("No: the Legal team advised so."),
            },
            [BALANCE],
        ),
        (OF_2016, {**FULL, "full-recommended": Said("Yes")}, []),
        (OF_2016, {**NO_IMPACT, "consultation": Said("None.")}, []),
        (
            OF_2016,
            {**NO_IMPACT, **NO_EVIDENCE, "documents": Said("None other than the plan of 2012.")},
            [],
        ),
        (
            OF_2016,
            {**NO_IMPACT, **NO_EVIDENCE, "consultation": Said("Yes: two groups.")},
            [],
        ),
        (
            OF_2016,
            {**NO_IMPACT, **NO_EVIDENCE, **UNKNOWN, "evidence": Said(SURVEY)},
            [],
        ),
        (
            OF_2016,
            {
                **NEGATIVE,
                **NO_IMPACT,
                **NO_EVIDENCE,
                AGE: ticks("negatively"),
                "consultation": Said("No, as only the room changes."),
            },
            [],
        ),
        (
            OF_2016,
            {**NO_IMPACT, **NO_EVIDENCE, **dict.fromkeys(ROWS, Said())},
            [("E13", "characteristics")],
        ),
        (
            OF_2016,
            {**NO_EVIDENCE, **dict.fromkeys(ROWS[6:], ticks("no-impact"))},
            [("E26", "characteristics")],
        ),
        (OF_2016, {**NO_EVIDENCE, **dict.fromkeys(ROWS[5:], ticks("no-impact"))}, []),
        (OF_2016, {"consultation": Said("None.")}, []),
        (OF_2016, {"documents": Said("N/A")}, []),
        (
            OF_2016,
            {**NO_EVIDENCE, "documents": Said("None other than the plan of 2012.")},
            [],
        ),
        (OF_2018, {"strategic": ticks("yes"), POOR: Said()}, [("E13", "characteristics")]),
        (OF_2018, {POOR: Said()}, [("E13", "characteristics")]),
        (OF_2018, {"strategic": ticks("yes"), POOR: ticks("no-impact")}, [STRATEGIC]),
        (OF_2018, {"strategic": ticks("no")}, []),
        (OF_2016, {"published": Said()}, []),
        (MET, {"published": Said()}, [("E35", "published")]),
    ],
)
def test_next_to_where_it_speaks_a_rule_is_silent(
    paper: PaperFacts, answers: dict[str, Said], said: list[tuple[str, str]]
) -> None:
    found = wants(DUNDEE, {**WHOLE, **answers}, paper)
    assert [one for one in found if one not in NOTED] == said
