"""Rules of a form: each condition by itself."""

from datetime import date

import pytest

from plan.checks.facts.form_facts import PaperFacts
from plan.council.format import FormatError
from tests.plan.councils import form_with, glenshire_form
from tests.plan.judged_papers import Said, ticks, wants


def holds(
    condition: tuple[str, ...], answers: dict[str, Said], paper: PaperFacts | None = None
) -> bool:
    return wants(form_with(condition), answers, paper) == [("T", "why")]


SAYING_NO = (
    *("No", "no.", "**No**", "N/A", "NA", "None identified", "- No", "No. It is new."),
    *("Not applicable", "Nil", "No, none", "no-one"),
)
CHILDREN = "people.children"
OTHERS = "people.others"


@pytest.mark.parametrize(
    ("condition", "holding", "not_holding"),
    [
        (("blank", "why"), [{}, {"why": Said("  ")}], [{"why": Said("x")}]),
        (("blank", "stage"), [{}], [{"stage": ticks("screening")}]),
        (("filled", "why"), [{"why": Said("No")}], [{}, {"why": Said(" ")}]),
        (("filled", "stage"), [{"stage": ticks("in-full")}], [{}]),
        (
            ("no", "why"),
            [
                {},
                *({"why": Said(text)} for text in SAYING_NO),
            ],
            [{"why": Said(text)} for text in ("Yes", "Not known", "November", "Nobody", "Notes")],
        ),
        (
            ("no", "talked-to"),
            [{}, {"talked-to": ticks("no")}],
            [{"talked-to": ticks("yes")}],
        ),
        (
            ("yes", "why"),
            [{"why": Said(text)} for text in ("Yes", "yes: by post", "**Yes**, all", "YES.")],
            [{}, {"why": Said("Yesterday")}, {"why": Said("No, yes")}],
        ),
        (("yes", "talked-to"), [{"talked-to": ticks("yes")}], [{}, {"talked-to": ticks("no")}]),
        (
            ("bare", "why"),
            [{"why": Said("Yes")}, {"why": Said("**yes.**")}],
            [{}, {"why": Said("Yes, by post")}, {"why": Said("No")}],
        ),
        (
            ("ticked", "outcome", "stop"),
            [{"outcome": ticks("stop")}, {"outcome": ticks("change", "stop")}],
            [{}, {"outcome": ticks("change")}],
        ),
        (
            ("unticked", "outcome", "stop"),
            [{}, {"outcome": ticks("change")}],
            [{"outcome": ticks("stop")}],
        ),
        (
            ("any", "people", "worse"),
            [{CHILDREN: ticks("worse")}, {CHILDREN: ticks("better"), OTHERS: ticks("worse")}],
            [{}, {CHILDREN: ticks("better")}],
        ),
        (
            ("none", "people", "worse"),
            [{}, {CHILDREN: ticks("better")}],
            [{CHILDREN: ticks("better", "worse")}],
        ),
        (
            ("unmarked", "people"),
            [{}, {CHILDREN: ticks("better")}],
            [dict.fromkeys((CHILDREN, "people.rural", "people.low-income"), ticks("better"))],
        ),
        (
            ("overmarked", "people"),
            [{CHILDREN: ticks("better", "worse")}],
            [{}, {CHILDREN: ticks("better"), OTHERS: ticks("better")}],
        ),
        (
            ("only", "stage", "1"),
            [{}, {"stage": ticks("screening", "in-full")}],
            [{"stage": ticks("in-full")}],
        ),
        (
            ("words", "people"),
            [{OTHERS: ticks("better")}, {OTHERS: Said("Carers")}],
            [{}, {OTHERS: Said("Carers", ("better",))}, {CHILDREN: ticks("better")}],
        ),
        (
            ("words", "outcome"),
            [{"outcome": ticks("change")}, {"outcome": Said("so", ("stop",))}],
            [{}, {"outcome": Said("so", ("change",))}, {"outcome": ticks("stop")}],
        ),
        (
            ("alike", "people", "better", "2"),
            [dict.fromkeys((CHILDREN, OTHERS), ticks("better"))],
            [{}, {CHILDREN: ticks("better")}, {CHILDREN: ticks("better"), OTHERS: ticks("worse")}],
        ),
        (("lacks", "people", "islanders"), [{}], []),
        (("lacks", "people", "children"), [], [{}]),
        (("nowhere", "stage", "in-full"), [{}], [{"stage": ticks("in-full")}]),
        (
            ("void", "why"),
            [{}, {"why": Said("N/A")}, {"why": Said("tbc")}],
            [{"why": Said("Buses")}],
        ),
        (
            ("loses", "why"),
            [{"why": Said("Fares rise, and people with little money pay more.")}],
            [{}, {"why": Said("Nobody pays more.")}, {"why": Said("Fares fall.")}],
        ),
        (
            ("gains", "why"),
            [{"why": Said("The bus is easier to board.")}],
            [{}, {"why": Said("It does not help anybody.")}],
        ),
        (
            ("curt", "why"),
            [{}, {"why": Said("No, not needed")}],
            [{"why": Said("No, for the roads stay")}],
        ),
        (("timed", "why"), [{"why": Said("Each year")}], [{}, {"why": Said("Soon")}]),
        (("planless", "why"), [{"why": Said("Yes, in May")}], [{}, {"why": Said("A poll in May")}]),
        (
            ("qualified", "why"),
            [{"why": Said("No, but they will be asked in May")}],
            [{}, {"why": Said("No")}, {"why": Said("They are, but we ask again in May")}],
        ),
        (
            ("explained", "why"),
            [{"why": Said("No, because the road stays open")}],
            [{}, {"why": Said("No")}, {"why": Said("Yes, because the road is closed")}],
        ),
        (
            ("planned", "why"),
            [{"why": Said("A poll in May")}, {"why": Said("No, but a poll is made in May")}],
            [{}, {"why": Said("In May")}, {"why": Said("A poll")}, {"why": Said("No poll in May")}],
        ),
        (("names", "why", "road bridge"), [{"why": Said("Roads")}], [{}, {"why": Said("A rail")}]),
        (
            ("undated", "why"),
            [{"why": Said("soon, in 2021")}],
            [{}, {"why": Said("Yes, May 2021")}],
        ),
        (
            ("not-later", "why", "proposal-title"),
            [{"why": Said("May 2021"), "proposal-title": Said("31/5/21")}],
            [{"why": Said("June 2021"), "proposal-title": Said("May 2021")}, {}],
        ),
        (
            ("later", "why", "proposal-title", "12"),
            [{"why": Said("June 2022"), "proposal-title": Said("31/5/21")}],
            [{"why": Said("May 2022"), "proposal-title": Said("31/5/21")}, {}],
        ),
        (
            ("not", "no", "why"),
            [{"why": Said("Yes")}],
            [{}, {"why": Said("No")}],
        ),
        (
            ("not", "any", "people", "worse"),
            [{}],
            [{CHILDREN: ticks("worse")}],
        ),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_a_condition_holds_where_it_should_and_nowhere_else(
    condition: tuple[str, ...], holding: list[dict[str, Said]], not_holding: list[dict[str, Said]]
) -> None:
    assert [answers for answers in holding if not holds(condition, answers)] == []
    assert [answers for answers in not_holding if holds(condition, answers)] == []


def test_a_rule_speaks_only_where_all_its_conditions_hold() -> None:
    form = form_with(("filled", "why"), ("any", "people", "worse"))
    assert wants(form, {"why": Said("x")}) == []
    assert wants(form, {"why": Said("x"), CHILDREN: ticks("worse")}) == [("T", "why")]


def test_another_councils_rules_are_its_own() -> None:
    assert wants(glenshire_form(), {}) == [("G1", "stage"), ("G3", "people")]


MEETING = date(2021, 5, 20)
PAPER = PaperFacts(
    {
        "report.number": "HC/41/20",
        "report.title": "New bus routes for the glens",
        "report.service": "Roads Committee, Head of Transport",
    },
    facts=frozenset({"approves"}),
    ticked=frozenset({("stage", "in-full")}),
    meeting=MEETING,
    today=date(2021, 5, 10),
)
LATER = PaperFacts(meeting=MEETING, today=date(2021, 5, 21))


@pytest.mark.parametrize(
    ("condition", "answer", "paper", "expected"),
    [
        (("says", "approves"), "", PAPER, True),
        (("says", "cites"), "", PAPER, False),
        (("says", "met"), "", PAPER, False),
        (("says", "met"), "", LATER, True),
        (("titled", "bus tram"), "", PAPER, True),
        (("titled", "rail"), "", PAPER, False),
        (("differs", "why", "report.number"), "HC/40/20", PAPER, True),
        (("differs", "why", "report.number"), "no. hc-41-20", PAPER, False),
        (("differs", "why", "report.number"), "1HC/41/20", PAPER, True),
        (("differs", "why", "report.number"), "", PAPER, False),
        (("differs", "why", "report.number"), "HC/40/20", LATER, False),
        (("unlike", "why", "report.title"), "Bin collection", PAPER, True),
        (("unlike", "why", "report.title"), "Bus routes", PAPER, False),
        (("unlike", "why", "report.title"), "New routes of buses in the glens", PAPER, False),
        (("unlike", "why", "report.title"), "Bin collection", LATER, False),
        (("strange", "why", "report.service"), "Housing", PAPER, True),
        (("strange", "why", "report.service"), "Transport and Planning", PAPER, False),
        (("strange", "why", "report.service"), "HR", PAPER, False),
        (("after", "why", "meeting"), "21 May 2021", PAPER, True),
        (("after", "why", "meeting"), "20 May 2021", PAPER, False),
        (("after", "why", "meeting"), "May 2021", PAPER, False),
        (("after", "why", "today"), "11 May 2021", PAPER, True),
        (("after", "why", "today"), "10 May 2021", PAPER, False),
        (("nowhere", "stage", "in-full"), "", PAPER, False),
        (("nowhere", "stage", "in-full"), "", LATER, True),
    ],
)
def test_a_condition_looks_beyond_the_form(
    condition: tuple[str, ...], answer: str, paper: PaperFacts, expected: bool
) -> None:
    assert holds(condition, {"why": Said(answer)}, paper) == expected


@pytest.mark.parametrize(
    ("more", "days"),
    [
        ({"since": "2021-05-20"}, [False, True, True]),
        ({"until": "2021-05-20"}, [True, True, False]),
        ({"since": "2021-05-20", "until": "2021-05-20"}, [False, True, False]),
        ({}, [True, True, True]),
    ],
)
def test_a_rule_speaks_only_while_it_is_in_force(more: dict[str, str], days: list[bool]) -> None:
    form = form_with(("blank", "why"), **more)
    papers = [
        PaperFacts(meeting=date(2021, 5, day), today=date(2026, 1, 1)) for day in (19, 20, 21)
    ]
    assert [bool(wants(form, {}, paper)) for paper in papers] == days


def test_what_wants_nothing_is_said_only_of_the_whole_paper() -> None:
    form = form_with(("blank", "why"), severity='"INFO"')
    assert wants(form, {}) == []
    assert wants(form, {}, PAPER) == [("T", "why")]


@pytest.mark.parametrize(
    "condition",
    [
        ("blank",),
        ("blank", "why", "x"),
        ("not", "blank"),
        ("not", "not", "blank", "why"),
        ("x", "y"),
    ],
)
def test_what_is_no_condition_is_refused(condition: tuple[str, ...]) -> None:
    with pytest.raises(FormatError, match=r"rules\.0"):
        form_with(condition)


@pytest.mark.parametrize(
    "condition",
    [
        *(("blank", "what"), ("not", "ticked", "stage", "half"), ("nowhere", "stage", "half")),
        *(("later", "why", "when", "12"), ("alike", "people", "best", "2")),
    ],
)
def test_a_condition_on_what_the_form_does_not_ask_is_refused(condition: tuple[str, ...]) -> None:
    with pytest.raises(FormatError, match="which the form does not ask"):
        form_with(condition)


def test_a_sentence_can_name_the_rows_and_nothing_else() -> None:
    with pytest.raises(FormatError, match="rows"):
        form_with(("any", "people", "worse"), text='"Worse off: {people}."')
