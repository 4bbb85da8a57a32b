"""Rules of a form: each condition by itself."""

import pytest

from plan.form import Form
from plan.format import parsed_form
from tests.plan.councils import glenshire_form, glenshire_form_source
from tests.plan.papers import Said, ticks, wants


def form_with(*conditions: tuple[str, ...]) -> Form:
    """Return the second council's form with one rule, of these conditions."""
    source, _, _ = glenshire_form_source().partition("[[rules]]")
    when = str([list(condition) for condition in conditions])
    rule = 'id = "T"\nseverity = "ASK"\nplace = "why"\ntext = "t"\nsource = "s"\n'
    return parsed_form(f"{source}\n[[rules]]\n{rule}when = {when}\n", "test.toml")


def holds(condition: tuple[str, ...], answers: dict[str, Said]) -> bool:
    return wants(form_with(condition), answers) == [("T", "why")]


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
