"""Slips in parts 2 and 3 of an assessment, each with what it adds and removes."""

from tests.plan.checks.written import (
    careful,
    contradictory,
    law_2026,
    negative_badly,
    negative_well,
    tricky,
    two_assessments,
    unlawful,
)
from tests.plan.checks.written.spoiling import (
    answer,
    both,
    mark,
    without_assessment,
)
from tests.plan.checks.written.writing import EVERYBODY, Spoilt

CAREFUL = careful.PAPER
CONTRADICTORY = contradictory.PAPER
TRICKY = tricky.PAPER
WELL = negative_well.PAPER
BADLY = negative_badly.PAPER
LAW = law_2026.PAPER
UNLAWFUL = unlawful.PAPER
TWO = two_assessments.PAPER

_OF_TWO = """
INFO E30 assessment-1/part-2/characteristics
INFO E30 assessment-2/part-2/characteristics
ASK E19 assessment-2/part-3/2
ASK E29 assessment-2/part-4/next-review
"""

SPOILT_IMPACTS: tuple[Spoilt, ...] = (
    # Part 2
    Spoilt(
        "a row without a mark",
        CAREFUL,
        answer("characteristics.age"),
        "FIX E13 assessment/part-2/characteristics",
    ),
    Spoilt(
        "two marks in a row",
        TRICKY,
        answer("characteristics.gender", "", "positively", "no-impact"),
        "FIX E13 assessment/part-2/characteristics",
    ),
    Spoilt(
        "one mark to a row",
        CONTRADICTORY,
        both(mark("positively", "disability"), mark("no-impact", "lesbian-gay-bisexual")),
        "",
        "FIX E13 assessment/part-2/characteristics",
    ),
    Spoilt(
        "Other left alone",
        CONTRADICTORY,
        answer("characteristics.other"),
        "",
        "FIX E14 assessment/part-2/characteristics",
    ),
    Spoilt(
        "Other without words",
        LAW,
        answer("characteristics.other", "", "positively"),
        "FIX E14 assessment/part-2/characteristics",
    ),
    Spoilt(
        "all positive, on nothing",
        CAREFUL,
        both(answer("documents", "N/A"), answer("consultation", "No")),
        "ASK E8 assessment/part-1/4\nASK E26 assessment/part-2/characteristics",
    ),
    Spoilt(
        "no impact at all, on nothing",
        CAREFUL,
        both(
            mark("no-impact", EVERYBODY), answer("documents", "N/A"), answer("consultation", "No")
        ),
        "ASK E8 assessment/part-1/4\nASK E25 assessment/part-1/4\nFIX E16 assessment/part-3/1",
    ),
    # Part 3
    Spoilt(
        "no positive impact told",
        CAREFUL,
        answer("positive-impacts", "No."),
        "FIX E15 assessment/part-3/1",
    ),
    Spoilt(
        "none at another's expense, and no more",
        TRICKY,
        answer("positive-impacts", "No group gains at the expense of another."),
        "FIX E15 assessment/part-3/1",
    ),
    Spoilt(
        "positive impacts told",
        CONTRADICTORY,
        answer("positive-impacts", "Yes, for young carers."),
        "",
        "FIX E15 assessment/part-3/1",
    ),
    Spoilt(
        "positive impacts without a mark",
        BADLY,
        answer("positive-impacts", "Yes, clubs stay open."),
        "FIX E16 assessment/part-3/1",
    ),
    Spoilt(
        "negative impacts denied",
        WELL,
        answer("negative-impacts", "No."),
        "STOP E17 assessment/part-3/2",
    ),
    Spoilt(
        "negative impacts told",
        BADLY,
        answer("negative-impacts", "Yes: families on low incomes pay £20 a week more."),
        "",
        "STOP E17 assessment/part-3/2",
    ),
    Spoilt("nothing to overcome them", WELL, answer("overcoming"), "STOP E18 assessment/part-3/3"),
    Spoilt(
        "watching in the place of doing",
        WELL,
        answer("overcoming", "None, however this will be kept under review."),
        "STOP E18 assessment/part-3/3",
    ),
    Spoilt(
        "a bursary",
        BADLY,
        answer("overcoming", "A bursary for families on low incomes"),
        "",
        "STOP E18 assessment/part-3/3",
    ),
    Spoilt(
        "no negative impact told",
        CONTRADICTORY,
        answer("negative-impacts", "None identified."),
        "",
        "ASK E19 assessment/part-3/2",
    ),
    Spoilt(
        "told and not marked",
        LAW,
        answer("negative-impacts", "Yes: meetings are longer."),
        "ASK E19 assessment/part-3/2",
    ),
    Spoilt(
        "no justification",
        WELL,
        answer("justification", "Not applicable"),
        "FIX E20 assessment/part-3/4",
    ),
    Spoilt(
        "justified",
        BADLY,
        answer("justification", "Without the charge the clubs close."),
        "",
        "FIX E20 assessment/part-3/4",
    ),
    Spoilt(
        "discrimination flagged",
        WELL,
        answer("unlawful", "", "yes"),
        "STOP E21 assessment/not-printed/legal-advice",
    ),
    Spoilt(
        "advice to come",
        WELL,
        both(answer("unlawful", "", "yes"), answer("legal-advice", "1 March 2017")),
        "STOP E21 assessment/not-printed/legal-advice",
    ),
    Spoilt(
        "advice received",
        WELL,
        both(answer("unlawful", "", "yes"), answer("legal-advice", "Received on 10 February 2017")),
    ),
    Spoilt(
        "advice received at last",
        UNLAWFUL,
        answer("legal-advice", "7 October 2016"),
        "",
        "STOP E21 assessment/not-printed/legal-advice",
    ),
    Spoilt("advice after today", UNLAWFUL, answer("legal-advice", "31 October 2016")),
    Spoilt(
        "no discrimination after all",
        UNLAWFUL,
        answer("unlawful", "", "no"),
        "",
        "STOP E21 assessment/not-printed/legal-advice",
    ),
    Spoilt("major, and rapid", CAREFUL, answer("major", "", "yes"), "STOP E22 assessment/part-3/5"),
    Spoilt(
        "major, and nobody advised",
        LAW,
        answer(
            "full-recommended", "No. A rapid assessment was thought to be enough for this plan."
        ),
        "ASK E22 assessment/part-3/5",
    ),
    Spoilt(
        "a full one by June",
        BADLY,
        answer("full-recommended", "Yes, to be made by June 2018"),
        "",
        "ASK E22 assessment/part-3/5",
    ),
    Spoilt(
        "a full one recommended",
        CAREFUL,
        answer("full-recommended", "Yes"),
        "STOP E23 assessment/part-3/5",
    ),
    Spoilt("a full one by a day", CAREFUL, answer("full-recommended", "Yes, by 31 March 2017")),
    Spoilt(
        "the full one left out",
        TWO,
        without_assessment(2),
        "STOP E23 assessment/part-3/5\nINFO E30 assessment/part-2/characteristics",
        _OF_TWO,
    ),
    Spoilt("no monitoring", CAREFUL, answer("monitoring"), "FIX E24 assessment/part-3/6"),
    Spoilt(
        "monitoring at no time",
        CAREFUL,
        answer("monitoring", "The strategy group will keep it under review."),
        "ASK E24 assessment/part-3/6",
    ),
    Spoilt(
        "no monitoring in more words",
        TRICKY,
        answer("monitoring", "No separate arrangements are needed."),
        "FIX E24 assessment/part-3/6",
    ),
    Spoilt(
        "counted every year",
        CONTRADICTORY,
        answer("monitoring", "Cards and grants are counted yearly."),
        "",
        "ASK E24 assessment/part-3/6",
    ),
    Spoilt(
        "nobody loses any more",
        WELL,
        mark("positively", "disability"),
        "",
        "ASK E31 assessment/part-3/1",
    ),
)
