"""Report numbers and minutes as typed: what is wrong with them is said, and nothing else."""

import pytest

from plan.council.format import format_named
from plan.reading.references import number_problem, reference_problems
from tests.plan.councils import glenshire

DUNDEE = format_named("dundee-2016").report
GLENSHIRE = glenshire().report

RIGHT = (
    "Reference is made to Article X (iii) of the Minute of Meeting of the Policy Committee of "
    "25 April 2016, Report no. 166-2016 refers."
)


@pytest.mark.parametrize("number", ["", "1-2016", "299-2016"])
def test_a_number_of_the_council_has_nothing_wrong_with_it(number: str) -> None:
    assert number_problem(number, DUNDEE) == ""


@pytest.mark.parametrize("number", ["299/2016", "2999-2016", "299-16", " 299-2016", "HC/41/20"])
def test_any_other_number_is_said_to_be_none_of_the_councils_with_one_that_is(number: str) -> None:
    problem = number_problem(number, DUNDEE)
    assert number in problem
    assert "299-2016" in problem


def test_another_council_has_other_numbers() -> None:
    assert number_problem("HC/41/20", GLENSHIRE) == ""
    assert "HC/41/20" in number_problem("299-2016", GLENSHIRE)


@pytest.mark.parametrize(
    "text",
    [
        RIGHT,
        RIGHT.replace("\n", " ").replace("of 25 April", "held on 25th April"),
        "Article IV of the minute of the meeting of the Council of 1 May 2015 refers.",
        "Article II (a) of the Minute of Meeting of the Council of 29 February 2016.",
        "Report No: 7-2015 and report no 8-2015.",
        "There is no article, and the report no longer applies; members want the report no more.",
        "",
    ],
)
def test_a_reference_as_it_should_be_has_nothing_wrong_with_it(text: str) -> None:
    assert reference_problems(text, DUNDEE) == ()


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ("Article X", "Article 10", "Article 10"),
        ("Article X", "Article IIII", "Article IIII"),
        ("(iii)", "(iiii)", "(iiii)"),
        ("25 April 2016", "31 April 2016", "31 April 2016"),
        ("25 April 2016", "29 February 2015", "29 February 2015"),
        ("25 April 2016", "25 Aprl 2016", "25 Aprl 2016"),
        ("166-2016", "166/16", "166/16"),
        ("Report no. 166-2016", "Report no. one", "one"),
    ],
)
def test_what_is_wrong_is_said_with_the_words_that_are(right: str, wrong: str, said: str) -> None:
    (problem,) = reference_problems(RIGHT.replace(right, wrong), DUNDEE)
    assert f"{said}" in problem


def test_all_that_is_wrong_is_said() -> None:
    text = RIGHT.replace("25 April", "31 April").replace("166-2016", "x") + " Report no. 1-2."
    assert len(reference_problems(text, DUNDEE)) == 3
