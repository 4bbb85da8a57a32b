"""Slips in part 4 of an assessment, in what is law, and in the second council’s form."""

from tests.plan.checks.written import (
    careful,
    contradictory,
    exploitation,
    fostering_review,
    framework_2019,
    law_2026,
    negative_badly,
    school_merger,
    second_council,
    two_assessments,
    unlawful,
)
from tests.plan.checks.written.spoiling import (
    answer,
    both,
    header,
    says,
    without_assessment,
)
from tests.plan.checks.written.writing import Spoilt

CAREFUL = careful.PAPER
CONTRADICTORY = contradictory.PAPER
BADLY = negative_badly.PAPER
LAW = law_2026.PAPER
UNLAWFUL = unlawful.PAPER
TWO = two_assessments.PAPER
SECOND = second_council.PAPER

SPOILT_SIGNATURES: tuple[Spoilt, ...] = (
    # Part 4
    Spoilt(
        "no type of document",
        CAREFUL,
        answer("document-type"),
        "FIX E27 assessment/part-4/document-type",
    ),
    Spoilt(
        "no words beside a tick",
        CONTRADICTORY,
        answer("document-type", "", "strategy-service"),
        "",
        "FIX E27 assessment/part-4/document-type",
    ),
    Spoilt(
        "a department of before",
        CAREFUL,
        answer("department", "Leisure and Culture"),
        "ASK E27 assessment/part-4/department",
    ),
    Spoilt("no department", LAW, answer("department"), "FIX E27 assessment/part-4/department"),
    Spoilt(
        "not signed by the director",
        CAREFUL,
        answer("signatures.signature.director"),
        "FIX E28 assessment/part-4/signatures.signature.director",
    ),
    Spoilt(
        "signed on no day",
        TWO,
        answer("signatures.date.author"),
        "FIX E28 assessment-1/part-4/signatures.date.author",
    ),
    Spoilt(
        "nobody responsible",
        UNLAWFUL,
        answer("contacts.manager.name"),
        "FIX E28 assessment/part-4/contacts.manager.name",
    ),
    Spoilt("no review", CAREFUL, answer("next-review"), "FIX E29 assessment/part-4/next-review"),
    Spoilt(
        "a review in four years",
        CAREFUL,
        answer("next-review", "October 2020"),
        "ASK E29 assessment/part-4/next-review",
    ),
    Spoilt(
        "a review some day",
        CAREFUL,
        answer("next-review", "When the plan ends"),
        "ASK E29 assessment/part-4/next-review",
    ),
    Spoilt(
        "a review after the assessment",
        CONTRADICTORY,
        answer("next-review", "June 2018"),
        "",
        "FIX E29 assessment/part-4/next-review",
    ),
    Spoilt(
        "a review in two years",
        TWO,
        answer("next-review", "April 2019", which=2),
        "",
        "ASK E29 assessment-2/part-4/next-review",
    ),
    # What is law from a day on
    Spoilt(
        "after 1 April 2018",
        BADLY,
        header(meeting_date="9 April 2018"),
        "ASK E32 assessment/not-printed/strategic",
    ),
    Spoilt(
        "strategic or not",
        framework_2019.PAPER,
        answer("strategic"),
        "ASK E32 assessment/not-printed/strategic",
    ),
    Spoilt(
        "not strategic",
        LAW,
        answer("strategic", "", "no"),
        "",
        "ASK E32 assessment/not-printed/strategic",
    ),
    Spoilt("the title speaks of children", LAW, answer("children")),
    Spoilt(
        "not of children",
        LAW,
        answer("children", "", "no"),
        "",
        "ASK E33 assessment/not-printed/children",
    ),
    # Whether it goes with the paper
    Spoilt(
        "promised and left out",
        CAREFUL,
        without_assessment(),
        "STOP E34 report/policy/2",
        "INFO E30 assessment/part-2/characteristics",
    ),
    Spoilt(
        "made and left out",
        CAREFUL,
        both(
            without_assessment(),
            says(
                "policy",
                "has been carried out and is attached to this report",
                "has been carried out",
            ),
        ),
        "ASK E34 report/policy/2",
        "INFO E30 assessment/part-2/characteristics",
    ),
    Spoilt(
        "to be attached later, and there",
        CAREFUL,
        says(
            "policy", "has been carried out and is attached to this report", "will be carried out"
        ),
        "STOP E34 report/policy",
    ),
    # The second council's
    Spoilt("how far is not said", SECOND, answer("stage"), "FIX G1 assessment/part-1/stage"),
    Spoilt(
        "somebody is worse off",
        SECOND,
        both(answer("people.rural", "", "worse"), answer("making-it-better")),
        "STOP G2 assessment/part-2/making-it-better",
    ),
    Spoilt(
        "a group without a mark",
        SECOND,
        answer("people.low-income"),
        "FIX G3 assessment/part-2/people",
    ),
    Spoilt(
        "nobody talked to",
        SECOND,
        answer("talked-to", "", "no"),
        "ASK G4 assessment/part-2/outcome",
    ),
    Spoilt(
        "another proposal",
        SECOND,
        answer("proposal-title", "Buses"),
        "ASK G5 assessment/part-1/proposal-title",
    ),
    # The papers that were written last
    Spoilt("no word of children", school_merger.PAPER, answer("children")),
    Spoilt(
        "the other way round",
        fostering_review.PAPER,
        says("policy", "You’ll find the Equality Impact Assessment at the end.", ""),
        "STOP E34 report/policy",
    ),
    Spoilt(
        "an EQIA after all",
        exploitation.PAPER,
        says("policy", "so no EQIA is required at this point", "and an EQIA is attached"),
        "STOP E34 report/policy/1",
    ),
    Spoilt(
        "signed by nobody",
        school_merger.PAPER,
        answer("signatures.signature.director"),
        "FIX E28 assessment/part-4/signatures.signature.director",
    ),
)
