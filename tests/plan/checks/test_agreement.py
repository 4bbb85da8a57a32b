"""The report held against the plan: R11 quotes its aims, R12 counts them."""

from dataclasses import replace

import pytest

from plan.checks.all_checks import findings
from plan.checks.paper import Paper
from plan.model.outline import AimOutline, PlanOutline
from tests.plan.checks.sound import FIRST, FORMAT, FORMS, OUTLINE, TODAY, passage
from tests.plan.strategies import plan_from

HELP = "Make help for all parents easy to find wherever they live"
HEAR = "Listen to every child before any decision is taken about them"
LEARN = "Learn together from what the records of our own work show"


def reported(said: str, *aims: str) -> PlanOutline:
    """Return a paper of these aims whose report says this."""
    built = tuple(AimOutline(text, (FIRST,)) for text in aims)
    return replace(passage("main-text", said, "numbered")(OUTLINE), aims=built)


def told(outline: PlanOutline, rule: str) -> list[tuple[str, str]]:
    """Return where a rule finds something in a paper, and what."""
    found = findings(Paper(plan_from(outline), FORMAT, TODAY, FORMS))
    return [(one.place.path, one.text) for one in found if one.rule == rule]


def listed(*bullets: str) -> str:
    return "The inspectors ask for this:\n\n" + "\n".join(f"- {text}" for text in bullets)


@pytest.mark.parametrize(
    ("bullet", "differs"),
    [
        (HELP, ""),
        (f"{HELP.upper()}.", ""),
        (f"{HELP} now.", "it adds “now”"),
        (HELP.replace("for all", "for"), "it leaves out “all”"),
        (HELP.replace("help", "good help"), "it adds “good”"),
        (HELP.replace("wherever", "where"), "for “wherever” it has “where”"),
        (
            "Make good help for parents easy to find where they live",
            "it adds “good”; it leaves out “all”; for “wherever” it has “where”",
        ),
        (
            "Make good help for parents easy to get where they live",
            "it adds “good”; it leaves out “all”; for “find wherever” it has “get where”",
        ),
        (
            "Make good help for parents quite easy to find where they live",
            "it adds “good”; it leaves out “all”; it adds “quite”; and 1 more place",
        ),
        (
            "Do make help for parents quite easy to find where they live now",
            "it adds “Do”; it leaves out “all”; it adds “quite”; and 2 more places",
        ),
    ],
)
def test_an_aim_that_reads_otherwise_is_told_with_where(bullet: str, differs: str) -> None:
    found = told(reported(listed(bullet, HEAR), HELP, HEAR), "R11")
    expected = [("aim/1", f"Aim 1 reads otherwise in the report: {differs}.")] if differs else []
    assert found == expected


def test_one_bullet_that_is_like_an_aim_quotes_nothing() -> None:
    said = listed(HELP.replace("for all", "for"), "The roads are mended.")
    assert told(reported(said, HELP, HEAR), "R11") == []


def test_in_a_list_that_quotes_two_aims_a_third_may_be_further_off() -> None:
    far = "Learn from our records"
    found = told(reported(listed(HELP, HEAR, far), HELP, HEAR, LEARN), "R11")
    assert [place for place, _ in found] == ["aim/3"]


def test_paragraphs_that_are_no_list_quote_nothing() -> None:
    said = f"{HELP} now.\n\n{HEAR} now."
    assert told(reported(said, HELP, HEAR), "R11") == []


def test_another_order_is_told_where_the_list_stands_and_each_wording_where_the_aim_does() -> None:
    found = told(reported(listed(HEAR, f"{HELP} now", LEARN), HELP, HEAR, LEARN), "R11")
    assert found == [
        (
            "report/main-text/1",
            "The report lists the aims in another order than the plan: 2, 1, 3.",
        ),
        ("aim/1", "Aim 1 reads otherwise in the report: it adds “now”."),
    ]


def test_what_is_said_of_an_aim_further_down_is_not_counted_twice() -> None:
    said = listed(HELP, HEAR)
    outline = reported(said, HELP, HEAR)
    again = passage("consultations", listed(f"{HELP} now", f"{HEAR} now"))(outline)
    assert told(again, "R11") == []


def test_a_bullet_that_is_there_twice_quotes_its_aim_once() -> None:
    said = listed(HELP, f"{HELP} again", HEAR)
    assert told(reported(said, HELP, HEAR), "R11") == []


@pytest.mark.parametrize(
    "number",
    ["two", "three", "four", "five", "six", "seven", "eight", "nine", "10", "2", "12", "Two"],
)
def test_a_count_is_read_as_a_number(number: str) -> None:
    numbers = ["two", "three", "four", "five", "six", "seven", "eight", "nine"]
    meant = numbers.index(number.lower()) + 2 if number.isalpha() else int(number)
    aims = tuple(f"Aim {letter}" for letter in "abcdefghijklm"[:meant])
    assert told(reported(f"All {number} aims are new.", *aims), "R12") == []
    assert told(reported(f"All {number} aims are new.", *aims, "One more"), "R12") == [
        (
            "report/main-text/1",
            f"The report speaks of “{number} aims”, and the plan has {meant + 1} aims.",
        )
    ]


@pytest.mark.parametrize(
    ("said", "is_told"),
    [
        ("There are three areas for improvement.", True),
        ("There are three areas for development.", True),
        ("There are three key recommendations.", True),
        ("The three broad aims are new.", True),
        ("THREE AIMS ARE NEW.", True),
        ("The TWO AIMS answer three recommendations.", False),
        ("The three RECOMMENDATIONS above are for Committee.", False),
        ("There are two areas for improvement.", False),
        ("There are three areas of work.", False),
        ("The last three aims are new.", False),
        ("Three of the aims are new.", False),
        ("The three recommendations above are for Committee.", False),
        ("The three aims above are for Committee.", True),
        ("The two aims answer three recommendations.", False),
        ("The two aims answer three recommendations; three aims are new.", True),
    ],
)
def test_what_is_counted_is_as_many_as_the_plan_has_aims(said: str, is_told: bool) -> None:
    assert bool(told(reported(said, HELP, HEAR), "R12")) == is_told


def test_a_plan_without_aims_is_not_counted() -> None:
    assert told(reported("There are three aims."), "R12") == []


LABELS = [
    "R1 (high): {}",
    "Recommendation 1 – {}",
    "Requirement 2: {}",
    "1. {}",
    "{} (medium)",
    "AFI 1: {}",
]


@pytest.mark.parametrize("label", LABELS)
def test_the_number_and_the_grade_of_a_demand_are_none_of_its_words(label: str) -> None:
    said = listed(label.format(HELP), label.format(HEAR))
    assert told(reported(said, HELP, HEAR), "R11") == []
    wrong = listed(label.format(HELP.replace("help", "good help")), label.format(HEAR))
    assert told(reported(wrong, HELP, HEAR), "R11") == [
        ("aim/1", "Aim 1 reads otherwise in the report: it adds “good”.")
    ]


def test_what_should_be_and_what_is_are_each_in_their_own_words() -> None:
    demanded = listed("Every child should be heard before a decision", "Help must be easy to find")
    aims = ("Every child is heard before a decision", "Help is easy to find")
    assert told(reported(demanded, *aims), "R11") == []


THREE = (HELP, HEAR, LEARN)
TWO_KINDS = [
    ("They made one requirement. They named two areas for improvement.", ""),
    ("They made one requirement and two areas for improvement.", ""),
    (
        "They make one requirement and three areas for improvement.",
        "one requirement and three areas",
    ),
    ("They made two requirements and one area for improvement. Two requirements are met.", ""),
    ("They made four recommendations. The four recommendations are new.", "four recommendations"),
    ("They made two requirements. They named two areas for improvement.", "two areas"),
]


@pytest.mark.parametrize(("said", "quoted"), TWO_KINDS)
def test_demands_of_two_kinds_are_counted_together_and_each_count_is_said_once(
    said: str, quoted: str
) -> None:
    found = told(reported(said, *THREE), "R12")
    assert len(found) == bool(quoted)
    assert all(f"“{quoted}" in text for _, text in found)
