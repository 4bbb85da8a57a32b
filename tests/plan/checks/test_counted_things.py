"""What is told with a number is as many as the paper has: its aims, its columns, its lists: R12."""

from dataclasses import replace

import pytest

from plan.model.outline import ActionOutline, AimOutline, PassageOutline
from plan.papers.passage_tables import table_text
from tests.plan.checks.sound import passage
from tests.plan.checks.test_papers_of_any_council import OTHER, other, told


def asked(said: str, *passages: PassageOutline, column: str = "", numbers: str = "") -> list[str]:
    """Return what R12 asks of a report on a plan of two aims, with a column of its own perhaps."""
    outline = passage("own-legal", said)(other(passages=(*OTHER.passages, *passages)))
    actions = tuple(
        ActionOutline(text=f"Mend road {number}.", own=((column, number),))
        for number in numbers.split(" | ")
        if number
    )
    aims = (AimOutline("Better roads.", actions), AimOutline("Better bridges."))
    return [one.text for one in told(replace(outline, aims=aims), "R12")]


@pytest.mark.parametrize(
    "said",
    [
        "The plan is built round the three priorities that inspectors set.",
        "The actions are grouped under four themes.",
        "It is organised by five key outcomes.",
        "The plan follows the 3 improvement areas of the letter.",
        "The plan, which staff wrote, is arranged in three work streams.",
    ],
)
def test_a_plan_is_built_of_as_many_as_it_has_aims(said: str) -> None:
    (text,) = asked(said)
    assert "it has 2 aims" in text


@pytest.mark.parametrize(
    "said",
    [
        "The plan is built round the two priorities that inspectors set.",
        "The plan supports the five priorities of the Council Plan.",
        "The plan is based on the five outcomes of the national strategy.",
        "The work is divided into three phases.",
        "The plan takes up one of the three priorities of the letter.",
        "The plan would have been arranged in five themes.",
    ],
)
def test_what_another_paper_is_built_of_is_not_counted(said: str) -> None:
    assert asked(said) == []


ANSWERED = "The auditors made five recommendations. Each of the five is answered by an action."


@pytest.mark.parametrize(
    ("said", "column", "numbers", "found"),
    [
        (ANSWERED, "Rec.", "1 | 2, 3 | 5", "“Rec.” of no action has 4"),
        (ANSWERED, "Recommendation", "1 | 2 and 3 | 4 | 5 | 6", "“Recommendation” has 6"),
        (ANSWERED, "Audit rec.", "1 | 2 | 3 | 4 | 5", ""),
        (ANSWERED, "Rec.", "R1–R3 | R4 | R5", ""),
        ("The plan covers all six standards.", "Standard", "1-4 | 6", "of no action has 5"),
        ("There were six standards; the plan meets four.", "Standard", "1-4", ""),
        ("All but one of the five recommendations are answered.", "Rec.", "1 | 2 | 3 | 4", ""),
    ],
)
def test_each_of_what_is_all_answered_stands_in_its_column(
    said: str, column: str, numbers: str, found: str
) -> None:
    texts = asked(said, column=column, numbers=numbers)
    assert len(texts) == bool(found)
    assert all(found in one for one in texts)


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("They praised two things: the trust; the advocacy; and the food.", "3 are listed"),
        ("There are four risks: cost, delay and weather.", "3 are listed"),
        ("Three changes were made: (a) new shifts and (b) new vans.", "2 are listed"),
        ("They praised two things: the trust between young and old, and the food.", ""),
        ("There are three risks: cost, delay and weather.", ""),
        ("There are three risks: cost; delay; and weather; none of them is high.", ""),
        ("There are four options: see paragraph 3 and Appendix 2.", ""),
        ("There are four risks, among them: cost, delay and so on.", ""),
        ("They praised two things: the trust.", ""),
        ("Two stages remain: design, of two parts, and the build.", ""),
    ],
)
def test_as_many_are_listed_as_are_counted(said: str, found: str) -> None:
    texts = asked(said)
    assert len(texts) == bool(found)
    assert all(found in one for one in texts)


def test_what_stands_below_a_colon_is_counted_too() -> None:
    rows = [["Indicator", "Grade"], ["Leadership", "Good"], ["Staff", "Weak"], ["Setting", "Good"]]
    for count, found in (("Four", 1), ("Three", 0)):
        before = PassageOutline("own-background", "text", f"{count} indicators were evaluated:")
        table = PassageOutline("own-background", "table", table_text(rows))
        assert len(asked("There are none.", before, table)) == found
