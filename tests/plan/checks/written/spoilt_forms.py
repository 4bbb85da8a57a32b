"""Slips in part 1 of an assessment, each with the findings that it adds and removes."""

from tests.plan.checks.written import (
    careful,
    contradictory,
    corporate_parents,
    early_draft,
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
)
from tests.plan.checks.written.writing import Spoilt

CAREFUL = careful.PAPER
CONTRADICTORY = contradictory.PAPER
TRICKY = tricky.PAPER
WELL = negative_well.PAPER
BADLY = negative_badly.PAPER
LAW = law_2026.PAPER
UNLAWFUL = unlawful.PAPER
TWO = two_assessments.PAPER

SPOILT_FORMS: tuple[Spoilt, ...] = (
    # Part 1
    Spoilt(
        "rapid after all",
        CONTRADICTORY,
        answer("full", "", "no"),
        "STOP E23 assessment/part-3/5",
        "FIX E1 assessment/part-1/rapid",
    ),
    Spoilt(
        "full after all",
        CONTRADICTORY,
        answer("rapid", "", "no"),
        "",
        "FIX E1 assessment/part-1/rapid",
    ),
    Spoilt("neither rapid nor full", CAREFUL, answer("rapid"), "FIX E1 assessment/part-1/rapid"),
    Spoilt("no date", CAREFUL, answer("date"), "FIX E2 assessment/part-1/date"),
    Spoilt(
        "a date after the meeting",
        CAREFUL,
        answer("date", "14 December 2016"),
        "FIX E2 assessment/part-1/date",
    ),
    Spoilt(
        "a date to come",
        CAREFUL,
        answer("date", "8 November 2016"),
        "FIX E2 assessment/part-1/date",
    ),
    Spoilt(
        "no date that can be read",
        WELL,
        answer("date", "this week"),
        "FIX E2 assessment/part-1/date",
    ),
    Spoilt(
        "the number put right",
        CONTRADICTORY,
        answer("report-number", "201-2017"),
        "",
        "FIX E3 assessment/part-1/report-number",
    ),
    Spoilt(
        "half of a number",
        UNLAWFUL,
        answer("report-number", "311"),
        "FIX E3 assessment/part-1/report-number",
    ),
    Spoilt("no number", LAW, answer("report-number"), "FIX E3 assessment/part-1/report-number"),
    Spoilt(
        "another title",
        CAREFUL,
        answer("title", "Parking in the town centre"),
        "ASK E4 assessment/part-1/title",
    ),
    Spoilt(
        "existing, and approval sought",
        CAREFUL,
        answer("new-or-existing", "", "existing"),
        "ASK E6 assessment/part-1/1",
    ),
    Spoilt("no description", CAREFUL, answer("description"), "FIX E7 assessment/part-1/2"),
    Spoilt("no outcome", TWO, answer("outcome", which=2), "FIX E7 assessment-2/part-1/3"),
    Spoilt("no document", TRICKY, answer("documents", "None."), "ASK E8 assessment/part-1/4"),
    Spoilt(
        "nothing said of consultation",
        CAREFUL,
        answer("consultation"),
        "FIX E9 assessment/part-1/5",
    ),
    Spoilt(
        "nobody asked of those who lose",
        WELL,
        answer("consultation", "No."),
        "ASK E10 assessment/part-1/5",
    ),
    Spoilt("nobody asked yet, but a plan", TRICKY, answer("consultation", "No.")),
    Spoilt(
        "nobody asked, and no plan",
        TRICKY,
        both(answer("consultation", "No."), answer("evidence", "No.")),
        "ASK E10 assessment/part-1/5\nSTOP E11 assessment/part-1/7",
    ),
    Spoilt(
        "parents asked",
        BADLY,
        answer("consultation", "Yes: 120 parents, January 2018"),
        "",
        "ASK E10 assessment/part-1/5",
    ),
    Spoilt(
        "not known, and no evidence to come",
        CAREFUL,
        mark("not-known", "gender-reassignment"),
        "STOP E11 assessment/part-1/7",
    ),
    Spoilt("not known, and nothing said", LAW, answer("evidence"), "STOP E11 assessment/part-1/7"),
    Spoilt(
        "a thought in the place of a plan",
        TRICKY,
        answer("evidence", "No, but we will think about it."),
        "STOP E11 assessment/part-1/7",
    ),
    Spoilt(
        "a No with a date",
        LAW,
        answer("evidence", "No, this was settled in 2025."),
        "STOP E11 assessment/part-1/7",
    ),
    Spoilt("only a date", CONTRADICTORY, answer("evidence", "Yes, by March 2018.")),
    Spoilt(
        "what and when",
        CONTRADICTORY,
        answer("evidence", "Yes: all carers are written to by March 2018."),
        "",
        "FIX E12 assessment/part-1/7",
    ),
    Spoilt(
        "not by when",
        TWO,
        answer("evidence", "Yes. The full assessment will ask families and staff."),
        "FIX E12 assessment-1/part-1/7\nASK E10 assessment-1/part-1/5",
    ),
    Spoilt(
        "who is asked in June",
        early_draft.PAPER,
        answer("evidence", "Yes: interviews with both groups in June 2017"),
        "",
        "STOP E11 assessment/part-1/7",
    ),
    Spoilt(
        "not how, and not when",
        corporate_parents.PAPER,
        answer("evidence", "We know little about some groups."),
        "FIX E12 assessment/part-1/7",
    ),
)
