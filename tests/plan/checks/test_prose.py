"""Counts, amounts and dates of the report against the plan, and promises without a time: R40 to 43.

Beside each sentence that must be asked about stands one that is like it and right.
"""

from dataclasses import replace

import pytest

from plan.checks.all_checks import CHECKS
from plan.checks.paper import Paper
from plan.model.outline import AimOutline, NoteOutline, PassageOutline, PlanOutline
from plan.papers.passage_tables import table_text
from tests.plan.checks.sound import AIMS, FIRST, FORMAT, FORMS, OUTLINE, TODAY, passage
from tests.plan.strategies import plan_from

RULES = {one.rule: one for one in CHECKS}
DONE = (NoteOutline("1 August 2016", "Complete", "It is in use in every office."),)
ON_TRACK = (NoteOutline("1 August 2016", "On track", "The draft is written."),)
ACTIONS = (
    replace(FIRST, timescale="31 March 2017", progress=DONE),
    replace(
        FIRST,
        text="Buy a booking system at a cost of £120,000.",
        timescale="June 2017",
        progress=ON_TRACK,
    ),
    replace(
        FIRST,
        text="Close the Harbour Street branch and move its stock.",
        timescale="28 February 2018",
        progress=ON_TRACK,
    ),
)
"""Three actions of the first aim, 1.1 to 1.3, of which one is done."""


def told(rule: str, said: str, section: str = "main-text", kind: str = "numbered") -> list[str]:
    """Return what a rule says of a paper of three actions whose report says this."""
    outline = passage(section, said, kind)(OUTLINE)
    return told_of(rule, outline)


def told_of(rule: str, outline: PlanOutline) -> list[str]:
    aims = (AimOutline(AIMS[0], ACTIONS), AimOutline(AIMS[1], ()))
    plan = plan_from(replace(outline, title="Libraries and learning", aims=aims))
    return [one.text for one in RULES[rule].findings(Paper(plan, FORMAT, TODAY, FORMS))]


COUNTS = [
    ("The improvement plan has two aims and eight actions.", "eight actions"),
    ("The plan has four actions. It was agreed in May.", "four actions"),
    ("This plan contains 12 actions under two aims.", "12 actions"),
    ("The Libraries and Learning Plan sets out five key actions.", "five key actions"),
    ("All four actions are in hand.", "four actions"),
    ("Of the 14 actions, 9 are on track.", "14 actions"),
    ("Two of the six actions are late.", "six actions"),
    ("There are seven actions in the plan.", "seven actions"),
    ("It has five actions under two aims.", "five actions"),
    ("The new plan has three priorities and three actions.", "three priorities"),
    ("Two of 14 actions are on track.", "14 actions"),
    ("Approve the seven actions in Appendix 1.", "seven actions"),
    ("Attached is an improvement plan of nine actions.", "nine actions"),
    ("It has three actions under three outcomes.", "three outcomes"),
    ("There are five priorities in the plan.", "five priorities"),
    ("Five actions have been agreed to address the findings.", "Five actions"),
    ("The plan has a total of 14 actions.", "14 actions"),
    ("The action plan comprises twenty actions.", "twenty actions"),
    ("The plan answers both findings. It has five actions.", "five actions"),
    ("1.1 The improvement plan (Appendix 1) is new. It now contains 12 actions.", "12 actions"),
]
RIGHT_COUNTS = [
    "The improvement plan has two aims and three actions.",
    "The plan has two actions on parking.",
    "The plan has four actions that are new to the service, of last year's plan.",
    "Five of the six actions of last year’s plan are complete.",
    "The national plan has twelve actions.",
    "The Local Child Poverty Action Plan has twelve actions.",
    "The plan contains two actions for the library in aim 1.",
    "Four further actions of partners are told of elsewhere.",
    "All two actions in aim 1 are in hand.",
    "Officers took nine actions after the fire.",
    "The plan originally had eight actions; five were merged.",
    "Two of the three actions are on track.",
    "The plan has one action due by May.",
    "The plan has two actions complete.",
    "It has three actions under two outcomes.",
    "Five actions were agreed at the end of the meeting of the parents.",
    "The three priorities of the Scottish Government are known.",
    "Each school has a plan of three actions for its pupils.",
    "The plan answers both findings. It has three actions.",
    "The service is small. It has five actions for parents each week.",
    "The plan of the health board is new. It has nine actions.",
    "The plan answers both findings. It has two actions on parking.",
    "Every school has written a plan with six actions.",
    "A plan of six actions was asked of each nursery.",
    "Two of 30 schools have a plan with six actions for parents.",
    "The plan sets out what 40 actions of staff have shown.",
]


@pytest.mark.parametrize(("said", "quoted"), COUNTS)
def test_a_count_of_the_plans_actions_is_held_against_it(said: str, quoted: str) -> None:
    (text,) = told("R40", said)
    assert text.startswith(f"The report speaks of “{quoted}”, and the plan has ")


@pytest.mark.parametrize("said", RIGHT_COUNTS)
def test_a_right_count_and_one_of_something_else_are_left_in_peace(said: str) -> None:
    assert told("R40", said) == []


def test_what_is_complete_is_counted_by_the_notes() -> None:
    assert told("R40", "The plan has three actions. Two are complete and one is on track.") == [
        "The report says “Two are complete”, and by its own notes the plan has 1 action complete."
    ]
    assert told("R40", "The plan has three actions. One is complete, two are on track.") == []
    assert told("R40", "One of the three actions is complete and two are on track.") == []
    by = "by its own notes the plan has 1 action complete."
    assert told("R40", "Two of the three actions are complete.") == [
        f"The report says “Two of the three actions are complete”, and {by}"
    ]
    said = "The plan has three actions. One is complete, one is on track and none is late."
    assert told("R40", said) == []
    said = "Of the three actions, one is complete, one is on track, and three are delayed."
    assert len(told("R40", said)) == 1
    said = "The plan has three actions. Two of last year’s plan are complete."
    assert told("R40", said) == []
    assert told("R40", "Of the three actions, two are complete and two are on track.") == [
        "3 actions are told of, and those counted by how they stand are 4."
    ]


AMOUNTS = [
    "Action 1.2, the booking system, costs £85,000.",
    "The cost of action 1.2 is £1.2m, met from reserves.",
    "The plan costs £210,000: £150,000 for flats and £50,000 for support.",
    "A booking system will cost £85,000.",
    "The booking system costs £1.2 million.",
    "Residual risk: likelihood 3 x impact 4 = 16.",
    "The risk is scored 4 x 4 = 12 (high).",
    "It costs £4,000 for rooms and £6,000 for staff, a total of £11,000.",
    "Rooms at £4,000, vans at £2,000 and staff at £6,000, totalling £13,000.",
    "The total of £60,000: £20,000 for books, £15,000 for staff and £35,000 for vans.",
]
RIGHT_AMOUNTS = [
    "It costs £4,000 for rooms and £6,000 for staff, a total of £10,000.",
    "It saves £4,000 in rooms and £6,000 in staff, a total of £9,000.",
    "Action 1.2, the booking system, costs £120,000.",
    "Action 1.2, the booking system, costs £0.12m.",
    "Action 1.2 is met from the grant, of which £20,000 is carried forward.",
    "Action 1.1 costs £85,000.",
    "A booking system will cost £120,000.",
    "A booking system costs £30,000 a year.",
    "The booking of rooms cost £4,000 in May.",
    "A till system will cost £85,000.",
    "Actions 1.1 and 1.2 cost £200,000.",
    "The plan costs £210,000: £150,000 for flats and £60,000 for support.",
    "The plan costs £210,000, including £150,000 for flats and £50,000 for support.",
    "The closure saves £34,000: the van costs £9,000, so the net saving is £25,000.",
    "Residual risk: likelihood 3 x impact 4 = 12.",
    "Rooms of 3 x 4 metres were measured.",
    "Budget: £150,000 for flats and £50,000 for support.",
]


@pytest.mark.parametrize("said", AMOUNTS)
def test_amounts_that_do_not_agree_are_asked_about(said: str) -> None:
    assert len(told("R41", said)) == 1


@pytest.mark.parametrize("said", RIGHT_AMOUNTS)
def test_amounts_that_agree_or_are_of_something_else_are_left_in_peace(said: str) -> None:
    assert told("R41", said) == []


def in_table(*rows: tuple[str, ...]) -> PlanOutline:
    report = OUTLINE.report
    added = PassageOutline("main-text", "table", table_text(rows))
    return replace(OUTLINE, report=replace(report, passages=(*report.passages, added)))


COSTS = (("What", "2016/17", "2017/18"), ("Books", "£20,000", "£5,000"), ("Vans", "£9,500", "-"))


def test_the_total_of_a_table_is_added_up() -> None:
    assert told_of("R41", in_table(*COSTS, ("Total", "£29,500", "£5,000"))) == []
    books, vans = ("Books", "£20,000"), ("Vans", "£9,500")
    wrong = in_table(("What", "Cost"), books, vans, ("Total", "£30,500"))
    assert told_of("R41", wrong) == [
        "The total of “Cost” says £30,500, and the rows add up to 29,500."
    ]
    shares = in_table(("What", "% of all"), ("Books", "60"), ("Vans", "41"), ("Total", "100"))
    assert told_of("R41", shares) == []
    words = in_table(("What", "Cost"), ("Books", "£20,000"), ("Vans", "tbc"), ("Total", "£9"))
    assert told_of("R41", words) == []


DATES = [
    "The plan will be completed by June 2017.",
    "All actions will be complete by 31 December 2017.",
    "The Libraries and Learning plan is to be fully implemented by August 2017.",
    "All actions are due by December 2017.",
    "The last action is due in June 2017.",
    "Completion of the plan is expected by June 2017.",
    "Action 1.2 will be finished by May 2018.",
    "Action 1.3 is due on 31 March 2018.",
    "It covers the three years from 1 April 2016 to 31 March 2018.",
    "This is a five-year plan, from April 2016 to March 2019.",
    "The deadline of action 1.2 is 1 May 2017.",
]
RIGHT_DATES = [
    "The plan will be completed by March 2018.",
    "All actions will be complete by 28 February 2018.",
    "A review of the plan will be completed by June 2017.",
    "The national plan will be completed by June 2017.",
    "All actions in aim 1 will be complete by June 2017.",
    "Action 1.2 is due in June 2017.",
    "Action 1.2 was approved in May 2016 and is due in time.",
    "Action 1.2 was agreed by the board on 3 May 2016.",
    "It covers the two years from 1 April 2016 to 31 March 2018.",
    "The survey of three years ago ran from May 2016 to June 2016 and is due.",
    "The school year is August 2016 to June 2017.",
    "Actions of others are due in May 2018.",
    "Action 1.3 follows the report of 31 March 2016 and is due later.",
]


@pytest.mark.parametrize("said", DATES)
def test_dates_that_the_plan_has_otherwise_are_asked_about(said: str) -> None:
    assert len(told("R42", said)) == 1


@pytest.mark.parametrize("said", RIGHT_DATES)
def test_dates_that_agree_or_are_of_something_else_are_left_in_peace(said: str) -> None:
    assert told("R42", said) == []


@pytest.mark.parametrize(
    ("decision", "found"),
    [
        ("agree that the branch in Harbour Street closes on 31 March 2018", 1),
        ("agree that the branch in Harbour Street closes on 28 February 2018", 0),
        ("agree that the branch in Station Street closes on 31 March 2018", 0),
        ("note that the branch was in Harbour Street until 31 March 2018", 0),
    ],
)
def test_the_day_of_a_decision_is_that_of_its_action(decision: str, found: int) -> None:
    assert len(told("R42", decision, "recommendations", "recommendation")) == found


TWICE = [
    ("Their report was published on 12 June 2016.", 1),
    ("The inspection report was published in June 2016.", 1),
    ("Its findings were published on 3 March 2016.", 1),
    ("Their report was published on 12 May 2016.", 0),
    ("Their report was published in May 2016.", 0),
    ("Their second report was published on 12 June 2016.", 0),
    ("The annual report was published on 12 June 2016.", 0),
    ("The guide was published on 12 June 2016.", 0),
]


@pytest.mark.parametrize(("said", "found"), TWICE)
def test_an_event_has_one_date(said: str, found: int) -> None:
    decision = "note the inspection report published on 12 May 2016"
    outline = passage("recommendations", decision, "recommendation")(OUTLINE)
    assert len(told_of("R44", passage("main-text", said, "numbered")(outline))) == found


def test_a_plan_was_agreed_on_one_day() -> None:
    said = "The plan was agreed by the board on 3 May 2016. The plan was approved on 4 May 2016."
    assert len(told("R44", said)) == 1


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("The plan covers April 2016 to March 2018.", 1),
        ("The plan covers April 2016 to March 2019.", 0),
        ("The survey covers April 2016 to March 2018.", 0),
    ],
)
def test_the_plan_covers_the_years_of_its_title(said: str, found: int) -> None:
    outline = passage("main-text", said, "numbered")(OUTLINE)
    titled = replace(outline, subtitle="Improvement plan 2016-2019")
    plan = plan_from(titled)
    assert len(list(RULES["R42"].findings(Paper(plan, FORMAT, TODAY, FORMS)))) == found


VAGUE = [
    "The results will be brought to a future meeting of this Committee in due course.",
    "The council will respond to the people of Sanda soon.",
    "The service will write to parents shortly.",
    "A second survey will be held when resources allow.",
    "Officers will return with a paper at a later date.",
    "The website is to be renewed in the near future.",
    "The guide will be published at some point.",
    "We will bring the findings to a future committee.",
    "Training shall be offered as and when capacity permits.",
    "The post will be filled as soon as possible.",
    "The van will be replaced when funding becomes available.",
    "Officers will visit all schools in the coming months.",
    "The partnership intends to widen the scheme in due course.",
]
DATED = [
    "The results will be brought to Committee in May 2017.",
    "The Scottish Government will publish guidance in due course.",
    "Parents said that they will be heard too soon or too late.",
    "The survey was held soon after the inspection.",
    "The office will open as soon as the keys are there.",
    "Staff will meet shortly after each inquiry.",
    "The results will be brought in due course, by June 2017.",
    "No time will be lost: the work is done.",
    "Pupils felt that answers will come soon.",
    "The inspectors will return in the near future.",
    "The guide may be published at a later date.",
    "In due course of law the court decides.",
]


@pytest.mark.parametrize("said", VAGUE)
def test_a_promise_without_a_time_is_asked_about(said: str) -> None:
    assert len(told("R43", said)) == 1


@pytest.mark.parametrize("said", DATED)
def test_a_dated_promise_and_what_others_do_are_left_in_peace(said: str) -> None:
    assert told("R43", said) == []


def test_a_decision_that_promises_without_a_time_is_asked_about() -> None:
    said = "agree to think about resourcing at some point"
    assert len(told("R43", said, "recommendations", "recommendation")) == 1


@pytest.mark.parametrize(
    ("said", "asks"),
    [
        ("Three of the three actions are complete.", "at most 2 actions complete."),
        ("Two of the three actions are complete.", ""),
        ("One of the three actions is complete.", ""),
        ("Three of the three actions are complete or on track.", ""),
    ],
)
def test_a_count_that_no_reading_of_a_bare_status_allows_is_asked_about(
    said: str, asks: str
) -> None:
    bare = replace(ACTIONS[1], progress=(NoteOutline("1 August 2016", "P", "The draft is here."),))
    outline = passage("main-text", said, "numbered")(OUTLINE)
    aims = (AimOutline(AIMS[0], (ACTIONS[0], bare, ACTIONS[2])), AimOutline(AIMS[1], ()))
    plan = plan_from(replace(outline, title="Libraries and learning", aims=aims))
    found = [one.text for one in RULES["R40"].findings(Paper(plan, FORMAT, TODAY, FORMS))]
    assert len(found) == bool(asks)
    assert all(one.endswith(asks) for one in found)
