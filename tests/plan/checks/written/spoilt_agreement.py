"""Slips between report, plan and assessment, with what each adds and removes: R11 to R14, E34."""

from tests.plan.checks.written import (
    careful,
    early_draft,
    follow_up,
    framework_2019,
    law_2026,
    many_hands,
    mental_health,
    negative_badly,
    reworded,
    screened_out,
    second_council,
    thirty_actions,
    tricky,
    without_assessment,
)
from tests.plan.checks.written.spoiling import (
    aim,
    both,
    header,
    on,
    says,
)
from tests.plan.checks.written.writing import Spoilt

CAREFUL = careful.PAPER
FOLLOW_UP = follow_up.PAPER
REWORDED = reworded.PAPER
SECOND = second_council.PAPER
TRICKY = tricky.PAPER
WITHOUT = without_assessment.PAPER
MANY = many_hands.PAPER
LAW = law_2026.PAPER

SPOILT_AGREEMENT: tuple[Spoilt, ...] = (
    # R11
    Spoilt(
        "a word left out",
        CAREFUL,
        says("main-text", "- Involve children and young people in", "- Involve young people in"),
        "FIX R11 aim/3",
    ),
    Spoilt(
        "another word",
        LAW,
        says("main-text", "children’s views", "children’s opinions"),
        "FIX R11 aim/2",
    ),
    Spoilt(
        "another order",
        LAW,
        both(
            says("main-text", "- We will strengthen how we respond to neglect.\n", ""),
            says(
                "main-text",
                "shape decisions.",
                "shape decisions.\n- We will strengthen how we respond to neglect.",
            ),
        ),
        "FIX R11 report/main-text/2",
    ),
    Spoilt(
        "the wording put right",
        REWORDED,
        says(
            "main-text",
            "the quality of chronologies and risk assessments across agencies",
            "the consistency of chronologies and risk assessments across all agencies",
        ),
        "",
        "FIX R11 aim/1",
    ),
    Spoilt(
        "an aim reworded afterwards",
        REWORDED,
        aim(3, text="Make better use of data about outcomes to plan services."),
        "FIX R11 aim/3",
    ),
    # R12
    Spoilt(
        "one recommendation fewer",
        CAREFUL,
        says("main-text", "three recommendations", "two recommendations"),
        "FIX R12 report/main-text/3",
    ),
    Spoilt(
        "one aim more",
        framework_2019.PAPER,
        says("main-text", "two aims", "three aims"),
        "FIX R12 report/main-text/2",
    ),
    Spoilt(
        "an auditor’s recommendations stay his",
        WITHOUT,
        says("main-text", "under two aims", "under three aims"),
        "FIX R12 report/main-text/1",
    ),
    Spoilt(
        "the inspectors’ recommendations",
        TRICKY,
        says(
            "main-text",
            "the three recommendations in section 2",
            "the three recommendations of the inspectors",
        ),
        "FIX R12 report/main-text/3",
    ),
    Spoilt(
        "the count put right",
        REWORDED,
        says("main-text", "four recommendations", "three recommendations"),
        "",
        "FIX R12 report/main-text/2",
    ),
    Spoilt(
        "six for five",
        thirty_actions.PAPER,
        says("purpose", "under five aims", "under six aims"),
        "FIX R12 report/purpose/1",
    ),
    Spoilt(
        "three for two",
        MANY,
        says("main-text", "The three aims", "The two aims"),
        "",
        "FIX R12 report/main-text/1",
    ),
    # R13 and R14
    Spoilt(
        "signed after the meeting",
        CAREFUL,
        header(signed_on="December 2016"),
        "FIX R13 report/signed_on",
    ),
    Spoilt(
        "signed in time", MANY, header(signed_on="January 2017"), "", "FIX R13 report/signed_on"
    ),
    Spoilt(
        "the clear days have begun",
        CAREFUL,
        on(2016, 11, 11),
        "ASK R14 report/meeting_date",
        "INFO R14 report/meeting_date",
    ),
    Spoilt("the last day", CAREFUL, on(2016, 11, 10)),
    Spoilt(
        "after the meeting",
        CAREFUL,
        on(2016, 11, 20),
        "ASK E35 assessment/not-printed/published",
        "INFO R14 report/meeting_date",
    ),
    # E34, of the report
    Spoilt(
        "nothing said of the assessment",
        framework_2019.PAPER,
        says("policy", "The Equality Impact Assessment accompanies this report.", ""),
        "STOP E34 report/policy",
    ),
    Spoilt(
        "attached, and there is none",
        FOLLOW_UP,
        says(
            "policy",
            "an Equality Impact Assessment is not required",
            "an Equality Impact Assessment is attached",
        ),
        "STOP E34 report/policy/1",
    ),
    Spoilt(
        "carried out, and there is none",
        REWORDED,
        says(
            "policy",
            "will be carried out when the plan has been approved",
            "was completed in October",
        ),
        "ASK E34 report/policy/1",
    ),
    Spoilt(
        "denied, and there is one",
        CAREFUL,
        says(
            "policy",
            "An Equality Impact Assessment has been carried out and is attached to this report.",
            "It was not necessary to carry out an Equality Impact Assessment.",
        ),
        "STOP E34 report/policy/2",
    ),
    Spoilt(
        "appended, and then not",
        negative_badly.PAPER,
        says("policy", "has been undertaken and is appended", "is not considered necessary"),
        "STOP E34 report/policy/1",
    ),
    Spoilt(
        "attached instead of not necessary",
        WITHOUT,
        says(
            "policy",
            "It has not been necessary to carry out an Equality Impact Assessment,",
            "An Equality Impact Assessment is attached,",
        ),
        "STOP E34 report/policy/1",
    ),
    Spoilt(
        "nothing promised any more",
        MANY,
        says("policy", "An Equality Impact Assessment has been completed and is attached.", ""),
        "",
        "STOP E34 report/policy/1",
    ),
    Spoilt(
        "not annexed after all",
        SECOND,
        says("implications", "The Integrated Impact Assessment is annexed.", ""),
        "STOP E34 report/implications",
    ),
    # The papers that were written last
    Spoilt(
        "attached after screening",
        screened_out.PAPER,
        says("policy", "was not required, since nothing is changed by the report", "is attached"),
        "STOP E34 report/policy/1",
    ),
    Spoilt(
        "three recommendations for two",
        mental_health.PAPER,
        says("main-text", "two recommendations", "three recommendations"),
        "FIX R12 report/main-text/2",
    ),
    Spoilt(
        "a day in June",
        early_draft.PAPER,
        header(meeting_date="26 June 2017", number="150-2017"),
        "INFO R14 report/meeting_date",
        "FIX R2 report/meeting_date\nFIX R3 report/number",
    ),
)
