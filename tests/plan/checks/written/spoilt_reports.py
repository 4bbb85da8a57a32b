"""Slips in a report, each with the findings that it adds and removes: R1 to R10."""

from plan.paper_outline import AppendixOutline
from tests.plan.checks.written import (
    careful,
    exploitation,
    follow_up,
    fostering_review,
    framework_2019,
    hasty,
    law_2026,
    many_hands,
    negative_well,
    second_council,
    tricky,
    unlawful,
    without_assessment,
)
from tests.plan.checks.written.spoiling import (
    appendices,
    header,
    says,
    without_section,
)
from tests.plan.checks.written.writing import Spoilt

CAREFUL = careful.PAPER
HASTY = hasty.PAPER
FOLLOW_UP = follow_up.PAPER
SECOND = second_council.PAPER
TRICKY = tricky.PAPER
WITHOUT = without_assessment.PAPER
MANY = many_hands.PAPER
LAW = law_2026.PAPER

SPOILT_REPORTS: tuple[Spoilt, ...] = (
    # R1
    Spoilt(
        "nobody consulted", CAREFUL, without_section("consultations"), "FIX R1 report/consultations"
    ),
    Spoilt("no financial section", LAW, without_section("financial"), "FIX R1 report/financial"),
    Spoilt(
        "a section of the second council", SECOND, without_section("next"), "FIX R1 report/next"
    ),
    # R2 and R3
    Spoilt(
        "a Saturday", CAREFUL, header(meeting_date="12 November 2016"), "ASK R2 report/meeting_date"
    ),
    Spoilt(
        "another weekday",
        framework_2019.PAPER,
        header(meeting_date="Tuesday, 17 May 2021"),
        "FIX R2 report/meeting_date",
    ),
    Spoilt(
        "a weekday that is not the day",
        TRICKY,
        header(meeting_date="Tuesday 24th October 2016"),
        "FIX R2 report/meeting_date",
    ),
    Spoilt(
        "a day and a number at last",
        HASTY,
        header(meeting_date="29 January 2018", number="14-2018"),
        "INFO R14 report/meeting_date",
        "FIX R2 report/meeting_date\nFIX R3 report/number",
    ),
    Spoilt(
        "the number of another year",
        CAREFUL,
        header(number="347-2015"),
        "ASK R3 report/number\nFIX E3 assessment/part-1/report-number",
    ),
    Spoilt("no number yet", unlawful.PAPER, header(number=""), "FIX R3 report/number"),
    Spoilt("a number of another council", SECOND, header(number="58-2020"), "FIX R3 report/number"),
    Spoilt("the year put right", MANY, header(number="55-2017"), "", "ASK R3 report/number"),
    # R4
    Spoilt(
        "an appendix that is not there",
        negative_well.PAPER,
        says("recommendations", "Appendix 2", "Appendix 3"),
        "FIX R4 report/recommendations/3",
    ),
    Spoilt(
        "a file without its name",
        negative_well.PAPER,
        appendices(
            AppendixOutline("plan"), AppendixOutline("file", "Full Equality Impact Assessment")
        ),
        "FIX R4 appendix/2",
    ),
    Spoilt(
        "an appendix taken away",
        LAW,
        appendices(AppendixOutline("plan")),
        "FIX R4 report/purpose/1",
    ),
    Spoilt(
        "an appendix of our own",
        TRICKY,
        says("main-text", "Appendix 2 of the inspection report", "Appendix 2"),
        "FIX R4 report/main-text/1",
    ),
    Spoilt(
        "the only appendix nowhere cited",
        WITHOUT,
        says("purpose", "in Appendix 1, ", ""),
        "ASK R4 appendix/1",
    ),
    Spoilt(
        "an annex that is not there",
        SECOND,
        says("summary", "Annex 1", "Annex 2"),
        "FIX R4 report/summary/1",
    ),
    # R5
    Spoilt(
        "a decision asked for",
        HASTY,
        says("recommendations", "a further report will come", "ask for a further report"),
        "",
        "ASK R5 report/recommendations/2",
    ),
    Spoilt(
        "no decision asked for",
        WITHOUT,
        says("recommendations", "to note the findings", "the findings"),
        "ASK R5 report/recommendations/1",
    ),
    Spoilt(
        "a remark in the place of a decision",
        TRICKY,
        says("recommendations", "otherwise note the report", "the report is of interest to all"),
        "ASK R5 report/recommendations/3",
    ),
    Spoilt(
        "no recommendation at all",
        CAREFUL,
        without_section("recommendations"),
        "FIX R5 report/recommendations",
    ),
    # R8
    Spoilt(
        "a topic left out", WITHOUT, says("policy", "Anti-Poverty and ", ""), "FIX R8 report/policy"
    ),
    Spoilt(
        "another topic in its place",
        TRICKY,
        says("policy", "Anti Poverty", "Poverty"),
        "FIX R8 report/policy",
    ),
    Spoilt(
        "a topic of the second council",
        SECOND,
        says("implications", "Rural: the plan is about this. ", ""),
        "FIX R8 report/implications",
    ),
    # R10
    Spoilt(
        "a paper relied on",
        FOLLOW_UP,
        says("background", "Report no. 310-2016; answers of parents, May 2017.", "None."),
        "ASK R10 report/background",
    ),
    Spoilt(
        "a survey that was made",
        TRICKY,
        says(
            "main-text",
            "is planned for spring 2017 and will be reported",
            "was made in spring and reported",
        ),
        "ASK R10 report/background",
    ),
    Spoilt(
        "the paper listed",
        MANY,
        says("background", "None.", "Report no. 380-2016."),
        "",
        "ASK R10 report/background",
    ),
    # The papers that were written last
    Spoilt(
        "another weekday in short",
        fostering_review.PAPER,
        header(meeting_date="Tue 12 December 2016"),
        "FIX R2 report/meeting_date",
    ),
    Spoilt(
        "the studies listed",
        exploitation.PAPER,
        says("background", "None.", "National Group: studies of 2015."),
        "",
        "ASK R10 report/background",
    ),
)
