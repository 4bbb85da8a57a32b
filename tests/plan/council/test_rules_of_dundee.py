"""What one answer of Dundee's form wants of another: each rule where it must, and no other."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from plan.checks.facts.form_facts import PaperFacts
from tests.plan.councils import glenshire_form
from tests.plan.dundee_answers import (
    AGE,
    ASKED,
    DUNDEE,
    NEGATIVE,
    NO_EVIDENCE,
    NO_IMPACT,
    NOTED,
    OF_2016,
    OF_2018,
    OF_2026,
    OTHER,
    POSITIVE,
    RECOMMENDED,
    ROWS,
    SURVEY,
    WHOLE,
)
from tests.plan.judged_papers import Said, rules_wanted, ticks, wants


def test_a_whole_assessment_wants_nothing() -> None:
    assert wants(DUNDEE, WHOLE) == []


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"rapid": ticks("no")}, [("E1", "rapid")]),
        ({"rapid": Said()}, [("E1", "rapid")]),
        ({"full": ticks("yes")}, [("E1", "rapid")]),
        ({"date": Said()}, [("E2", "date")]),
        ({"report-number": Said()}, [("E3", "report-number")]),
        ({"new-or-existing": Said()}, [("E5", "new-or-existing")]),
        ({"new-or-existing": ticks("new", "existing")}, [("E5", "new-or-existing")]),
        ({"description": Said()}, [("E7", "description")]),
        ({"outcome": Said()}, [("E7", "outcome")]),
        ({"consultation": Said()}, [("E9", "consultation")]),
        ({"consultation": Said("No")}, []),
        (
            {"consultation": Said("No"), AGE: ticks("not-known"), "evidence": Said("In May.")},
            [("E10", "consultation"), ("E12", "evidence")],
        ),
        (
            {**NEGATIVE, "consultation": Said("No consultation has taken place.")},
            [("E10", "consultation")],
        ),
        ({AGE: ticks("not-known")}, [("E11", "evidence")]),
        ({AGE: ticks("not-known"), "evidence": Said()}, [("E11", "evidence")]),
        ({AGE: ticks("not-known"), "evidence": Said("N/A")}, [("E11", "evidence")]),
        ({AGE: ticks("not-known"), "evidence": Said("There is no need.")}, [("E11", "evidence")]),
        ({AGE: ticks("not-known"), "evidence": Said("Not at present")}, [("E11", "evidence")]),
        ({AGE: ticks("not-known"), "evidence": Said(SURVEY)}, []),
        ({AGE: ticks("not-known"), "evidence": Said("No, as in May.")}, [("E11", "evidence")]),
        (
            {AGE: ticks("not-known"), "evidence": Said("Not yet; they will be asked in May.")},
            [("E11", "evidence")],
        ),
        ({"evidence": Said("There is no need.")}, []),
        ({"evidence": Said("It is not felt that more is needed.")}, []),
        ({"evidence": Said("Yes, by December 2016.")}, [("E12", "evidence")]),
        ({"evidence": Said("Yes, interviews by December 2016.")}, []),
        ({AGE: ticks("not-known"), "evidence": Said("Yes.")}, [("E12", "evidence")]),
        ({"evidence": Said("Yes")}, [("E12", "evidence")]),
        ({AGE: Said()}, [("E13", "characteristics")]),
        ({AGE: ticks("positively", "no-impact")}, [("E13", "characteristics")]),
        ({OTHER: ticks("positively")}, [("E14", "characteristics")]),
        ({OTHER: Said("Carers")}, [("E14", "characteristics")]),
        ({OTHER: Said("Carers", ("positively",))}, []),
        ({"positive-impacts": Said()}, [("E15", "positive-impacts")]),
        ({"positive-impacts": Said("No")}, [("E15", "positive-impacts")]),
        (
            {**NO_IMPACT, "positive-impacts": Said("Yes, some")},
            [("E16", "positive-impacts")],
        ),
        (
            {**NO_IMPACT, "positive-impacts": Said("Deaf people can book by text.")},
            [],
        ),
        (
            {**NO_IMPACT, "positive-impacts": Said("Booking is easier for deaf people.")},
            [("E16", "positive-impacts")],
        ),
        (
            {**NO_IMPACT, "positive-impacts": Said("N/A but deaf people can book more easily.")},
            [("E16", "positive-impacts")],
        ),
        ({**NO_IMPACT, "positive-impacts": Said("N/A - neutral throughout")}, []),
        (NEGATIVE, []),
        (
            {**NEGATIVE, "negative-impacts": Said("No")},
            [("E17", "negative-impacts")],
        ),
        (
            {**NEGATIVE, "overcoming": Said("N/A")},
            [("E18", "overcoming")],
        ),
        (
            {**NEGATIVE, "negative-impacts": Said(), "overcoming": Said(), "justification": Said()},
            [("E17", "negative-impacts")],
        ),
        (
            {
                **NEGATIVE,
                "negative-impacts": Said("No, but deaf people would find the line harder to use."),
                "overcoming": Said(),
                "justification": Said(),
            },
            [("E18", "overcoming")],
        ),
        (
            {
                **NEGATIVE,
                "overcoming": Said("No, but a text line will be opened in May 2017."),
                "justification": Said(),
            },
            [("E20", "justification")],
        ),
        ({"negative-impacts": Said("Yes, one")}, [("E19", "negative-impacts")]),
        ({"negative-impacts": Said("Y - lone parents")}, [("E19", "negative-impacts")]),
        (
            {"negative-impacts": Said("N/A but some older people may struggle with the app.")},
            [("E19", "negative-impacts")],
        ),
        ({"negative-impacts": Said("None - older people keep the phone line.")}, []),
        (
            {**NEGATIVE, "justification": Said("Y")},
            [("E20", "justification")],
        ),
        (
            {
                "negative-impacts": Said(
                    "Tenants without a car find the new office harder to reach."
                )
            },
            [("E19", "negative-impacts")],
        ),
        ({"negative-impacts": Said("No tenant finds the office harder to reach.")}, []),
        (
            {**NEGATIVE, "justification": Said()},
            [("E20", "justification")],
        ),
        (
            {**NEGATIVE, "rapid": ticks("yes"), "full": ticks("no"), "full-recommended": Said()},
            [("E22", "full-recommended")],
        ),
        (
            {
                **NEGATIVE,
                "rapid": ticks("yes"),
                "full": ticks("no"),
                "full-recommended": Said("The rapid one is thought to be adequate."),
            },
            [("E22", "full-recommended")],
        ),
        ({"full-recommended": Said("Yes")}, [("E23", "full-recommended")]),
        ({"full-recommended": Said("Yes: it is attached.")}, []),
        (
            {"full-recommended": Said("The manager asked whether a full one is required.")},
            [],
        ),
        (
            {"full-recommended": Said("A full one is thought to be required.")},
            [("E23", "full-recommended")],
        ),
        ({"full-recommended": Said("Yes, by March 2017.")}, []),
        ({"monitoring": Said()}, [("E24", "monitoring")]),
        ({"monitoring": Said("N/A")}, [("E24", "monitoring")]),
        ({**NO_IMPACT}, []),
        ({**NO_IMPACT, "documents": Said("N/A")}, []),
        ({**NO_IMPACT, **NO_EVIDENCE}, [("E25", "documents")]),
        ({**NO_IMPACT, **NO_EVIDENCE, AGE: ticks("positively"), **POSITIVE}, []),
        (NO_EVIDENCE, [("E26", "characteristics")]),
        ({"documents": Said("N/A")}, []),
        ({**NO_EVIDENCE, **dict.fromkeys(ROWS[:4], ticks("no-impact"))}, []),
        ({"date": Said("Last week")}, [("E2", "date")]),
        ({"evidence": Said("We will ask the groups.")}, [("E12", "evidence")]),
        ({"evidence": Said("We will ask the groups in May.")}, []),
        ({"monitoring": Said("The board looks at it.")}, [("E24", "monitoring")]),
        ({"unlawful": ticks("yes")}, [("E21", "legal-advice")]),
        ({"unlawful": ticks("yes"), "legal-advice": Said("1 September 2016")}, []),
        ({"unlawful": ticks("yes"), "legal-advice": Said("asked for")}, [("E21", "legal-advice")]),
        ({"unlawful": ticks("no")}, []),
        ({"major": ticks("yes")}, [("E22", "full-recommended")]),
        (
            {"major": ticks("yes"), "full-recommended": Said("No, it changes little for anyone.")},
            [("E22", "full-recommended")],
        ),
        (
            {"major": ticks("yes"), "full-recommended": Said("No: the Equality lead advised so.")},
            [],
        ),
        ({"major": ticks("yes"), "rapid": ticks("no"), "full": ticks("yes")}, []),
        ({"next-review": Said("August 2016")}, [("E29", "next-review")]),
        ({"next-review": Said("October 2019")}, [("E29", "next-review")]),
        ({"next-review": Said("September 2019")}, []),
        ({"next-review": Said("When it is due")}, [("E29", "next-review")]),
        ({"next-review": Said("September 2017, and each year")}, []),
        ({"next-review": Said("By the end of October 2019")}, [("E29", "next-review")]),
        ({"date": Said("5 and 12 August 2016")}, []),
        ({"unlawful": ticks("yes"), "legal-advice": Said("Given on 1/9/16 in writing")}, []),
        ({"strategic": ticks("yes"), "children": ticks("yes")}, []),
        ({"document-type": Said()}, [("E27", "document-type")]),
        ({"document-type": ticks("other")}, [("E27", "document-type")]),
        ({"document-type": Said("A guide", ("other",))}, []),
        ({"department": Said()}, [("E27", "department")]),
        *(
            ({place: Said()}, [("E28", place)])
            for place in (
                "contacts.manager.name",
                "contacts.author.name",
                "signatures.signature.author",
                "signatures.date.author",
                "signatures.signature.director",
                "signatures.date.director",
                "director-name",
            )
        ),
        ({"next-review": Said()}, [("E29", "next-review")]),
        (
            {**NEGATIVE, "negative-impacts": Said("Yes: the road is noisy.")},
            [("E38", "negative-impacts")],
        ),
        (
            dict.fromkeys(("contacts.author.name", "contacts.manager.name"), Said("Director")),
            [("E48", "contacts.author.name")],
        ),
    ],
)
def test_a_rule_speaks_where_it_must_and_no_other_does(
    answers: dict[str, Said], said: list[tuple[str, str]]
) -> None:
    assert wants(DUNDEE, {**WHOLE, **answers}) == said


@pytest.mark.parametrize(
    ("paper", "answers", "said"),
    [
        (OF_2016, {}, []),
        (OF_2016, {"date": Said("27 September 2016")}, [("E2", "date")]),
        (OF_2016, {"date": Said("20 September 2016")}, []),
        (replace(OF_2016, meeting=None), {"date": Said("20 September 2016")}, [("E2", "date")]),
        (OF_2016, {"report-number": Said("298-2016")}, [("E3", "report-number")]),
        (replace(OF_2016, fields={}), {"report-number": Said("298-2016")}, []),
        (OF_2016, {"title": Said("Winter road clearing")}, [("E4", "title")]),
        (OF_2016, {"title": Said("Improvement Plan for Children")}, []),
        (
            replace(OF_2016, facts=frozenset({"approves"})),
            {"new-or-existing": ticks("existing")},
            [("E6", "new-or-existing")],
        ),
        (OF_2016, {"new-or-existing": ticks("existing")}, []),
        (
            replace(OF_2016, facts=frozenset({"cites"})),
            {"documents": Said("None"), **dict.fromkeys(ROWS[:4], ticks("no-impact"))},
            [("E8", "documents")],
        ),
        (OF_2016, {"department": Said("Social Work")}, [("E27", "department")]),
        (OF_2016, {"strategic": ticks("yes"), "children": ticks("yes")}, []),
        (OF_2026, ASKED, []),
        (OF_2026, {**ASKED, "strategic": ticks("yes")}, [("E32", "strategic")]),
        (OF_2026, {**ASKED, "children": ticks("yes")}, [("E33", "children")]),
        (OF_2026, {}, [("E32", "strategic"), ("E33", "children")]),
        (
            OF_2016,
            {
                **dict.fromkeys(ROWS, ticks("no-impact")),
                AGE: ticks("positively"),
                "positive-impacts": Said("Yes: quieter roads."),
            },
            [("E38", "positive-impacts")],
        ),
        (replace(OF_2026, facts=frozenset({"children", "childrens-rights"})), ASKED, []),
        (
            replace(OF_2026, facts=frozenset({"children", "childrens-rights"})),
            {**ASKED, "children": ticks("yes")},
            [],
        ),
        (
            replace(OF_2016, actions=("Publish a guide for parents.",)),
            NEGATIVE,
            [("E31", "positive-impacts"), ("E38", "overcoming")],
        ),
        (
            replace(OF_2016, actions=("Find a second venue in the town.",)),
            NEGATIVE,
            [("E31", "positive-impacts")],
        ),
        (OF_2018, {}, [("E32", "strategic")]),
        (
            replace(
                OF_2026,
                fields={"report.title": "An improvement plan for roads"},
                facts=frozenset(),
            ),
            {},
            [("E32", "strategic")],
        ),
        (
            OF_2016,
            {"unlawful": ticks("yes"), "legal-advice": Said("13 September 2016")},
            [("E21", "legal-advice")],
        ),
        (replace(OF_2016, ticked=frozenset({("full", "yes")})), RECOMMENDED, []),
        (OF_2016, RECOMMENDED, [("E23", "full-recommended")]),
        (OF_2016, {"report-number": Said("Report no. 299/2016")}, []),
        (OF_2016, {"department": Said("Services for Children")}, []),
        (replace(OF_2016, today=date(2016, 10, 3)), {}, [("E35", "published")]),
        (
            replace(OF_2016, today=date(2016, 10, 3)),
            {"published": Said("On the council's pages, 1 October 2016")},
            [],
        ),
        (replace(OF_2016, today=date(2026, 9, 12)), {}, []),
    ],
)  # fmt: skip
def test_a_rule_that_looks_beyond_the_form_speaks_where_the_paper_says_otherwise(
    paper: PaperFacts, answers: dict[str, Said], said: list[tuple[str, str]]
) -> None:
    found = wants(DUNDEE, {**WHOLE, **answers}, paper)
    assert [one for one in found if one not in NOTED] == said


def test_each_line_of_the_form_speaks_above() -> None:
    tests: tuple[Any, ...] = (
        test_a_rule_speaks_where_it_must_and_no_other_does,
        test_a_rule_that_looks_beyond_the_form_speaks_where_the_paper_says_otherwise,
    )
    cases = [case for test in tests for case in test.pytestmark[0].args[1]]
    spoken = {
        (rule.id, rule.place, rule.when)
        for *paper, answers, _ in cases
        for rule in rules_wanted(DUNDEE, {**WHOLE, **answers}, *paper)
    }
    assert [rule for rule in DUNDEE.rules if (rule.id, rule.place, rule.when) not in spoken] == []


def test_the_answers_of_the_paper_of_2016_want_what_they_should() -> None:
    """Its short answers: one row Not Known, No to question 7, no number, no type of document."""
    found = wants(
        DUNDEE,
        {
            **WHOLE,
            "report-number": Said(),
            "new-or-existing": ticks("existing"),
            "documents": Said("N/A"),
            "consultation": Said("No consultation has taken place."),
            "officers": Said("N/A"),
            "characteristics.gender-reassignment": ticks("not-known"),
            "document-type": Said(),
        },
    )
    assert found == [
        ("E3", "report-number"),
        ("E10", "consultation"),
        ("E11", "evidence"),
        ("E26", "characteristics"),
        ("E27", "document-type"),
    ]


def test_only_a_contradiction_that_the_form_forbids_stops_a_paper() -> None:
    stopping = {rule.id for rule in DUNDEE.rules if rule.severity == "STOP"}
    assert stopping == {"E11", "E17", "E18", "E21", "E22", "E23"}


def test_every_rule_says_a_sentence_and_where_it_comes_from() -> None:
    for rule in (*DUNDEE.rules, *glenshire_form().rules):
        assert rule.text[0].isupper() or rule.text[0] == "“"
        assert rule.text[-1] in ".?"
        assert rule.source


def test_a_rule_names_the_characteristics_that_it_is_about() -> None:
    answers = {**WHOLE, **dict.fromkeys(ROWS[1:3], ticks("not-known")), AGE: Said()}
    texts = {rule.id: rule.text for rule in rules_wanted(DUNDEE, answers)}
    assert texts["E11"].startswith("Not Known is marked for Gender; Gender Reassignment, so ")
    assert texts["E13"].startswith("No mark stands beside Age: ")
