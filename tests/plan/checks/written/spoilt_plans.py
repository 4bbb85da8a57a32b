"""Slips in a plan, each with the findings that it adds and removes: P2 to P6."""

from dataclasses import replace

from tests.plan.checks.written import (
    careful,
    corporate_parents,
    framework_2019,
    hasty,
    law_2026,
    many_hands,
    reworded,
    second_council,
    thirty_actions,
    tricky,
)
from tests.plan.checks.written.spoiling import (
    aim,
    at,
    inspection,
    says,
    without_aim,
)
from tests.plan.checks.written.writing import Spoilt, Written

CAREFUL = careful.PAPER
HASTY = hasty.PAPER
REWORDED = reworded.PAPER
TRICKY = tricky.PAPER
MANY = many_hands.PAPER
THIRTY = thirty_actions.PAPER
OF_2019 = framework_2019.PAPER

_ASSESSING = "Assessing and responding to risks and needs"
_PLANNING = "Planning for individual children and young people"


def on_the_framework_of_2014(paper: Written) -> Written:
    """Name no framework, so that the council's own is used."""
    return replace(paper, framework="")


SPOILT_PLANS: tuple[Spoilt, ...] = (
    # P2
    Spoilt("an aim in words", HASTY, aim(3, text="Keep carers"), "", "FIX P2 aim/3"),
    Spoilt("no third aim", HASTY, without_aim(3), "", "FIX P2 aim/3\nFIX P2 aim/3"),
    Spoilt("an aim without words", second_council.PAPER, aim(2, text=" "), "FIX P2 aim/2"),
    # P3
    Spoilt(
        "a shorter inspection report", CAREFUL, inspection(pages="38"), "FIX P3 action/3.3/pages"
    ),
    Spoilt(
        "a page of the introduction",
        CAREFUL,
        at("1.2", pages="Pages 4, 6-9"),
        "ASK P3 action/1.2/pages",
    ),
    Spoilt(
        "pages put in order",
        MANY,
        at("1.1", pages="Pages 20, 21, 24"),
        "",
        "FIX P3 action/1.1/pages",
    ),
    Spoilt(
        "no page of the introduction",
        MANY,
        at("2.1", pages="Pages 29, 30"),
        "",
        "ASK P3 action/2.1/pages",
    ),
    Spoilt(
        "a page too far and one of another part",
        OF_2019,
        at("2.1", pages="Pages 9, 31-36, 53"),
        "FIX P3 action/2.1/pages\nINFO P5 action/2.1/pages",
    ),
    Spoilt(
        "a page in words",
        CAREFUL,
        at("3.2", pages="Pages 28-31 and the foreword"),
        "FIX P3 action/3.2/pages\nINFO P10 source/contents",
    ),
    # P4
    Spoilt(
        "an indicator of no framework",
        OF_2019,
        at("1.1", indicators=("5.3", "5.2")),
        "ASK P4 action/1.1/indicators",
    ),
    Spoilt(
        "one indicator in two guises",
        OF_2019,
        at(
            "1.2", indicators=("QI 5.4", "Involving individual children, young people and families")
        ),
        "FIX P4 action/1.2/indicators",
    ),
    Spoilt(
        "the other framework",
        law_2026.PAPER,
        on_the_framework_of_2014,
        "ASK P4 action/1.1/indicators",
    ),
    Spoilt("no indicator", CAREFUL, at("3.1", indicators=()), "FIX P4 action/3.1/indicators"),
    # P5
    Spoilt(
        "pages about what is not named",
        CAREFUL,
        at("2.1", indicators=(_ASSESSING,)),
        "INFO P5 action/2.1/pages",
    ),
    Spoilt(
        "an indicator that the contents do not have",
        CAREFUL,
        at("2.1", indicators=(_ASSESSING, _PLANNING, "Impact on staff")),
    ),
    Spoilt(
        "an indicator of other pages",
        CAREFUL,
        at("3.1", indicators=(careful.AIMS[2].actions[0].indicators[0], "Impact on families")),
        "ASK P5 action/3.1/indicators",
    ),
    Spoilt(
        "a page of another part",
        OF_2019,
        at("1.3", pages="Pages 8-15, 31"),
        "INFO P5 action/1.3/pages",
    ),
    Spoilt(
        "no word of families",
        REWORDED,
        at("2.2", indicators=("Planning for individual children",)),
        "",
        "ASK P5 action/2.2/indicators",
    ),
    Spoilt(
        "no page about wellbeing",
        REWORDED,
        at("2.2", pages="Page 23"),
        "",
        "INFO P5 action/2.2/pages",
    ),
    Spoilt(
        "no contents list",
        REWORDED,
        inspection(contents=""),
        "",
        "ASK P5 action/2.2/indicators\nINFO P5 action/2.2/pages\nINFO P10 source/contents",
    ),
    Spoilt(
        "contents with all their pages",
        MANY,
        inspection(
            contents=many_hands.INSPECTION.contents.replace(
                "What happens next", "33 What happens next"
            )
        ),
        "",
        "ASK P5 source/contents",
    ),
    # P6
    Spoilt("nobody to lead", CAREFUL, at("2.1", leads=()), "FIX P6 action/2.1/leads"),
    Spoilt("an acronym", CAREFUL, at("2.1", leads=("LDG",)), "ASK P6 action/2.1/leads"),
    Spoilt(
        "an acronym no longer tied",
        CAREFUL,
        at("2.2", leads=("CPC Quality Assurance Sub-group",)),
        "ASK P6 action/2.2/leads",
    ),
    Spoilt(
        "an acronym in a short plan", THIRTY, at("1.4", leads=("PSD",)), "ASK P6 action/1.4/leads"
    ),
    Spoilt(
        "an acronym tied at last",
        HASTY,
        at("1.2", leads=("Looked After Children (LAC) Team",)),
        "",
        "ASK P6 action/1.2/leads",
    ),
    Spoilt(
        "tied in the plan",
        MANY,
        at("1.1", leads=("CPC (Child Protection Committee)",)),
        "",
        "ASK P6 action/1.1/leads",
    ),
    Spoilt(
        "known by a name no more",
        TRICKY,
        says("main-text", ", known as the ADP,", ""),
        "ASK P6 action/1.1/leads",
    ),
    Spoilt(
        "said in full",
        corporate_parents.PAPER,
        at("2.3", leads=("MCR (Motivation, Commitment and Resilience) Pathways",)),
        "",
        "ASK P6 action/2.3/leads",
    ),
)
