"""Answers in whole sentences: a No that goes on, or says why, is more than a No."""

import pytest

from tests.plan.dundee_answers import AGE, DUNDEE, NEGATIVE, SURVEY, WHOLE
from tests.plan.judged_papers import Said, ticks, wants

UNKNOWN = {AGE: ticks("not-known")}


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({**UNKNOWN, "evidence": Said(f"No, but: {SURVEY}")}, []),
        (
            {**UNKNOWN, "evidence": Said("No more is needed after the last survey.")},
            [("E11", "evidence")],
        ),
        (
            {**UNKNOWN, "evidence": Said("No, but it will be reviewed in May 2017.")},
            [("E11", "evidence")],
        ),
        ({"evidence": Said("No, as in May.")}, []),
        (
            {
                "documents": Said("None other than the inspection report."),
                "consultation": Said("No"),
            },
            [],
        ),
        ({**UNKNOWN, "consultation": Said("No"), "evidence": Said(SURVEY)}, []),
        ({**NEGATIVE, "consultation": Said("No, as only the room changes.")}, []),
        (
            {**NEGATIVE, "consultation": Said("No consultation will be carried out at all.")},
            [("E10", "consultation")],
        ),
        ({"positive-impacts": Said("None for most, but parents of twins gain much.")}, []),
        (
            {**NEGATIVE, "negative-impacts": Said("None for most. However, the hall has steps.")},
            [],
        ),
        (
            {**NEGATIVE, "negative-impacts": Said("No, though it will be kept under review.")},
            [("E17", "negative-impacts")],
        ),
        (
            {**NEGATIVE, "negative-impacts": Said("No, it is the same for everybody.")},
            [("E17", "negative-impacts")],
        ),
        ({**NEGATIVE, "overcoming": Said("Nothing beyond the ramp built in May.")}, []),
        (
            {**NEGATIVE, "overcoming": Said("None, but this will be kept under review.")},
            [("E18", "overcoming")],
        ),
        ({**NEGATIVE, "justification": Said("None other than the want of a hall.")}, []),
        ({"monitoring": Said("No need of more: the board looks at it each quarter.")}, []),
        (
            {"date": Said("September 2016"), "next-review": Said("September 2016")},
            [("E29", "next-review")],
        ),
    ],
)
def test_what_is_said_in_a_sentence_is_heard(
    answers: dict[str, Said], said: list[tuple[str, str]]
) -> None:
    assert wants(DUNDEE, {**WHOLE, **answers}) == said
