"""Slips in an action, each with the findings that it adds and removes: P7 to P12."""

from plan.outline import NoteOutline
from tests.plan.checks.written import (
    careful,
    corporate_parents,
    early_draft,
    follow_up,
    framework_2019,
    hasty,
    law_2026,
    many_hands,
    mental_health,
    negative_badly,
    screened_out,
    second_council,
    thirty_actions,
    tricky,
)
from tests.plan.checks.written.spoiling import (
    at,
    header,
    recommended_too,
)
from tests.plan.checks.written.writing import Spoil, Spoilt

CAREFUL = careful.PAPER
HASTY = hasty.PAPER
FOLLOW_UP = follow_up.PAPER
TRICKY = tricky.PAPER
MANY = many_hands.PAPER
THIRTY = thirty_actions.PAPER
OF_2019 = framework_2019.PAPER


def success(ref: str, *criteria: str) -> Spoil:
    """Judge an action's success otherwise."""
    return at(ref, success_criteria=criteria)


SPOILT_ACTIONS: tuple[Spoilt, ...] = (
    # P7
    Spoilt(
        "a season",
        CAREFUL,
        at("2.1", timescale="Early in the new year"),
        "FIX P7 action/2.1/timescale",
    ),
    Spoilt(
        "a month", HASTY, at("1.1", timescale="By June 2018"), "", "FIX P7 action/1.1/timescale"
    ),
    Spoilt(
        "no time at all",
        second_council.PAPER,
        at("1.3", timescale=""),
        "FIX P7 action/1.3/timescale",
    ),
    Spoilt(
        "a day that the calendar has",
        MANY,
        at("1.3", timescale="30 June 2017"),
        "",
        "FIX P7 action/1.3/timescale",
    ),
    # P8
    Spoilt(
        "noted when it was due",
        FOLLOW_UP,
        at("1.2", progress=(NoteOutline("30 June 2017", "Complete", "Twenty have been trained."),)),
        "",
        "ASK P8 action/1.2/progress",
    ),
    Spoilt(
        "noted at last",
        FOLLOW_UP,
        at("2.4", progress=(NoteOutline("August 2017", "Late", "The list was agreed in August."),)),
        "",
        "ASK P8 action/2.4/progress",
    ),
    Spoilt(
        "due in June", FOLLOW_UP, at("2.3", timescale="June 2017"), "ASK P8 action/2.3/progress"
    ),
    Spoilt(
        "a week later",
        FOLLOW_UP,
        header(meeting_date="2 October 2017"),
        "ASK P8 action/2.1/progress",
    ),
    Spoilt(
        "one of thirty noted",
        THIRTY,
        at("1.1", progress=(NoteOutline("2 September 2019", "Done", "All schools ring."),)),
        "",
        "ASK P8 action/1.1/progress",
    ),
    # P9
    Spoilt(
        "better planning",
        CAREFUL,
        success("3.2", "Services are planned better."),
        "ASK P9 action/3.2/success_criteria",
    ),
    Spoilt("no criterion", CAREFUL, success("3.2"), "FIX P9 action/3.2/success_criteria"),
    Spoilt(
        "something to be felt",
        THIRTY,
        success("2.3", "Pupils feel at ease"),
        "ASK P9 action/2.3/success_criteria",
    ),
    Spoilt(
        "something to be counted",
        THIRTY,
        success("5.4", "Absence falls from 6% to 5%"),
        "",
        "ASK P9 action/5.4/success_criteria",
    ),
    Spoilt(
        "the same words again",
        THIRTY,
        success("4.2", "One swap per cluster"),
        "INFO P9 action/4.2/success_criteria",
    ),
    Spoilt(
        "all feel confident",
        TRICKY,
        success("1.3", "All reception staff feel confident."),
        "ASK P9 action/1.3/success_criteria",
    ),
    Spoilt(
        "parents feel welcome",
        TRICKY,
        success("1.2", "Parents feel welcome."),
        "ASK P9 action/1.2/success_criteria",
    ),
    Spoilt(
        "every family gets better help",
        TRICKY,
        success("2.1", "Every family gets better help."),
        "ASK P9 action/2.1/success_criteria",
    ),
    Spoilt(
        "an activity",
        TRICKY,
        success("2.2", "Review all requests."),
        "ASK P9 action/2.2/success_criteria",
    ),
    Spoilt(
        "a share of children",
        negative_badly.PAPER,
        success("2.1", "80% of children choose what they play, from 52% in 2017."),
        "",
        "ASK P9 action/2.1/success_criteria",
    ),
    Spoilt(
        "other words",
        MANY,
        success("2.2", "All 30 teams have the briefing by May 2017."),
        "",
        "INFO P9 action/2.2/success_criteria",
    ),
    # P10
    Spoilt(
        "one recommendation more",
        CAREFUL,
        recommended_too("Speed up decisions about permanence."),
        "ASK P10 source/recommendations",
    ),
    Spoilt(
        "one of another matter",
        law_2026.PAPER,
        recommended_too("The partnership should shorten the wait for therapy."),
        "ASK P10 source/recommendations",
    ),
    Spoilt(
        "a page that nobody names",
        CAREFUL,
        at("3.1", pages="Pages 32, 33"),
        "INFO P10 source/contents",
    ),
    Spoilt(
        "every page named", OF_2019, at("1.1", pages="Pages 16-25"), "", "INFO P10 source/contents"
    ),
    # P11
    Spoilt(
        "an address in a note",
        CAREFUL,
        at(
            "1.2",
            progress=(
                NoteOutline("1 November 2016", "", "Ask m.l@lennoch.example for the figures."),
            ),
        ),
        "FIX P11 action/1.2/progress",
    ),
    Spoilt(
        "a number in a note",
        FOLLOW_UP,
        at("1.1", progress=(NoteOutline("April 2017", "Complete", "Book on 01632" + " 960 111."),)),
        "FIX P11 action/1.1/progress",
    ),
    Spoilt(
        "the number taken out",
        MANY,
        at("1.2", leads=("Police Scotland", "Duty Team")),
        "",
        "FIX P11 action/1.2/leads",
    ),
    # P12
    Spoilt(
        "a heading",
        CAREFUL,
        at("3.2", text="A single commissioning plan for the council and for health."),
        "INFO P12 action/3.2/text",
    ),
    Spoilt(
        "an outcome",
        TRICKY,
        at("1.1", text="One greeting will be used at every front desk."),
        "INFO P12 action/1.1/text",
    ),
    Spoilt(
        "a noun with of",
        FOLLOW_UP,
        at("2.3", text="Implementation of the recording system."),
        "INFO P12 action/2.3/text",
    ),
    Spoilt(
        "a verb after all",
        HASTY,
        at("1.1", text="Hold looked after children’s reviews on time"),
        "",
        "INFO P12 action/1.1/text",
    ),
    Spoilt(
        "a verb of one word",
        THIRTY,
        at("2.6", text="Shorten the queues"),
        "",
        "INFO P12 action/2.6/text",
    ),
    # The papers that were written last
    Spoilt(
        "members understand",
        corporate_parents.PAPER,
        success("4.1", "Members understand their role."),
        "ASK P9 action/4.1/success_criteria",
    ),
    Spoilt(
        "noted on the day",
        screened_out.PAPER,
        at("2.1", progress=(NoteOutline("31 March 2019", "Green", "All gone."),)),
        "",
        "ASK P8 action/2.1/progress",
    ),
    Spoilt(
        "no note of October",
        screened_out.PAPER,
        at("2.2", progress=()),
        "ASK P8 action/2.2/progress",
    ),
    Spoilt(
        "a verb first",
        early_draft.PAPER,
        at("1.1", text="Re-tender the mediation service for families"),
        "",
        "INFO P12 action/1.1/text",
    ),
    Spoilt(
        "no heading before it",
        early_draft.PAPER,
        at("2.2", text="Improve the quality of furniture packs"),
        "",
        "INFO P12 action/2.2/text",
    ),
    Spoilt(
        "fewer than what",
        mental_health.PAPER,
        success("2.2", "Fewer days are lost to stress."),
        "ASK P9 action/2.2/success_criteria",
    ),
    Spoilt(
        "page 14 left out",
        mental_health.PAPER,
        at("1.2", pages="Page 7, pages 11 to 13"),
        "INFO P10 source/contents",
    ),
)
