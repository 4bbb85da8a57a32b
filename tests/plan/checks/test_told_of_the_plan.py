"""What a report tells of the plan as a whole is held against it, however it is put.

How many actions stand so, which it cites, who leads a part, what was saved and what a thing costs;
and the parts of a number that sentences or a list tell one after the other. Beside what must be
asked about stands what only looks like it.
"""

from dataclasses import replace

import pytest

from plan.model.outline import ActionOutline, AimOutline, NoteOutline, PlanOutline
from tests.plan.checks.sound import passage
from tests.plan.checks.test_papers_of_any_council import other, told

SNOW = "Late because of snow; now due on 31 May 2028."
STANDS = [
    *((("Complete", "Done."),) * 4),
    *((("On track", "Begun."),) * 2),
    *((("Delayed", SNOW),) * 2),
]
TEXTS = (
    *("Survey all gritting routes.", "Train drivers in winter.", "Publish the gritting map."),
    *("Inspect homes with damp.", "Fit extractor fans.", "Set up a tenants' panel."),
    *("Recruit home carers.", "Introduce electronic rotas."),
)
LEADS = (
    *("Roads Maintenance Manager", "Fleet Manager", "Communications Manager"),
    *("Housing Repairs Manager", "Housing Repairs Manager", "Tenant Participation Officer"),
    *("Home Care Manager", "Digital Services Manager"),
)


def roads(said: str, first: str = TEXTS[0], noted: str = "") -> PlanOutline:
    """Return a paper that says this, of a plan with three aims and eight actions."""
    actions = [
        ActionOutline(
            text=first if not k else text,
            leads=(LEADS[k],),
            timescale="31 May 2028",
            progress=(NoteOutline("1 November 2026", STANDS[k][0], noted or STANDS[k][1]),),
        )
        for k, text in enumerate(TEXTS)
    ]
    aims = (actions[:3], actions[3:6], actions[6:])
    return replace(
        passage("own-legal", said)(other()),
        aims=tuple(AimOutline(f"Aim {k}.", tuple(one)) for k, one in enumerate(aims, 1)),
    )


def asked(rule: str, said: str, **others: str) -> list[str]:
    """Return what a rule says above INFO of such a paper."""
    found = told(roads(said, **others), rule)
    return [one.text for one in found if one.severity != "INFO"]


STATES = [
    "At 1 February 2027 five actions were complete, two were on track and one was delayed.",
    "Five of the actions have been completed, two are on course and one is late.",
    "Of the eight actions, three are finished, three are in progress and two are behind schedule.",
    "Actions complete: 5; on track: 2; delayed: 1.",
    "Three actions are complete.",
    "Six actions have been delivered so far, while two are at risk.",
    "There are four completed actions, three on track and one delayed.",
    "Progress is good: five actions are done, two are under way and one is overdue.",
    "So far 5 actions have been implemented.",
    "All actions are now complete.",
    "Every action in the plan has been delivered.",
    "Six of the eight actions are now closed.",
    "Two actions are delayed, three are on track and three are complete.",
]
STATES_RIGHT = [
    "At 1 February 2027 four actions were complete, two were on track and two were delayed.",
    "Four of the actions have been completed and the other four are under way.",
    "Four actions are complete; of the rest, two are late.",
    "At the last report five actions were complete, two on track and one delayed.",
    "In 2025 five actions were complete.",
    "Three actions under aim 1 are complete.",
    "Two of the actions led by the Fleet Manager are complete.",
    "Five actions will be complete by June 2027.",
    "The audit's five actions are complete.",
    "Four are complete, and the others will be by March.",
    "The council has five homes complete and two under way.",
    "Five of the recommendations are complete.",
    "Two actions are late by less than a month.",
    "The corporate plan has five actions complete and three on track.",
    "Two actions are complete in the north and two in the south.",
    "All actions but four are complete.",
    "Two actions of the housing service are complete.",
    "Three high-priority actions are complete.",
    "At least three actions are complete.",
]


@pytest.mark.parametrize("said", STATES)
def test_a_count_of_how_actions_stand_is_that_of_their_statuses(said: str) -> None:
    assert len(asked("R40", said)) == 1


@pytest.mark.parametrize("said", STATES_RIGHT)
def test_a_right_count_and_one_of_some_is_left(said: str) -> None:
    assert asked("R40", said) == []


CITED = [
    "Action 4.2 deals with the training of drivers.",
    "Drivers are trained under action 1.7.",
    "The survey (action 2.9) comes first.",
    "Actions 1.1, 1.2 and 3.4 are led by Roads.",
    "As action 5.1 shows, tenants are heard.",
    "See Action 3.6 for rotas.",
    "Two officers carry out action no. 2.6.",
    "Costs of actions 2.1 to 2.8 are in the budget.",
    "What action 6.3 sets out is new.",
    "Fans (Action 2.5) are bought in bulk.",
    "The Fleet Manager leads the whole of aim 2.",
    "All of the actions of the first aim are led by the Head of Housing.",
    "The Communications Manager is responsible for everything under aim 3.",
    "The whole of aim 1 is led by the Digital Services Manager.",
    "The Home Care Manager leads all actions under the second aim.",
]
CITED_RIGHT = [
    "Action 1.2 trains drivers.",
    "Action 4.2 of the Local Housing Strategy deals with damp.",
    "Action 4.2 of the previous plan was closed.",
    "The former action 4.2 is now action 1.2.",
    "Actions 1.1 to 3.2 begin in April.",
    "The council's climate plan has an action 7.3 on salt.",
    "Action 4.2 was merged with action 1.2.",
    "In action 3.2, 12 teams get rotas.",
    "Paragraph 4.2 deals with the drivers.",
    "National framework action 5.1 asks for rotas.",
    "Action 2.1 is by 31.12.2027.",
    "The Audit Commission's action 9.1 was met in 2024.",
    "The Housing Repairs Manager leads two of the actions of aim 2.",
    "The Head of Roads chairs the board that oversees all of aim 1.",
    "The Fleet Manager leads action 1.2 of aim 1.",
    "The Head of Roads is the sponsor of the whole of aim 1.",
    "Aim 2 is led by the Housing Repairs Manager together with tenants.",
    "The Digital Services Manager and the Home Care Manager lead all actions of aim 3.",
]


@pytest.mark.parametrize("said", CITED)
def test_an_action_that_is_cited_is_there_and_led_so(said: str) -> None:
    assert len(asked("R42", said)) == 1


@pytest.mark.parametrize("said", CITED_RIGHT)
def test_an_action_of_another_paper_is_none_of_these(said: str) -> None:
    assert asked("R42", said) == []


PARTS = [
    (
        "The team took 312 calls in 2025/26. Of these, 140 were about damp, 96 concerned "
        "heating and 82 were about noise."
    ),
    (
        "In March 2026 the council owned 1,240 lamps. Of those, 600 are steel, 420 are "
        "concrete and 310 are cast iron."
    ),
    (
        "Officers looked at 64 cases. Out of these 30 were closed at once, 21 went to review "
        "and 18 to court."
    ),
    "The survey covered 75 bridges. Of them, 32 are sound, 24 need paint and 29 are weak.",
    "The service has 48 vehicles. Of these 20 are vans, 18 lorries and the remaining 12 cars.",
    (
        "In all 220 pupils moved school. Of these, 101 moved within the town, 64 left for "
        "the islands and 75 went to England."
    ),
    "We read 60 files. Of these, 22 were good, 25 were fair and 19 were weak.",
    "The team handled 240 requests:\n\n- 112 for repairs\n- 71 for heating\n- 47 for keys",
    (
        "In 2025/26 the service closed 85 cases:\n\n- 40 after a visit;\n- 30 after a "
        "letter; and\n- 25 by telephone."
    ),
    "The plan costs £95,000:\n\n- £40,000 for salt\n- £35,000 for signs\n- £25,000 for sheds",
]
PARTS_RIGHT = [
    (
        "The team took 318 calls in 2025/26. Of these, 140 were about damp, 96 concerned "
        "heating and 82 were about noise."
    ),
    "There were 100 complaints. 40 were upheld. 31 were not upheld. The other 29 were withdrawn.",
    "We read 60 files. Of these, 22 had a plan, 25 had a chronology and 19 had a risk assessment.",
    "The team took 312 calls. Of these, 140 were about damp, 96 about heating and 40 about noise.",
    "Officers looked at 64 cases. Of these, 30 were closed and 21 went to review.",
    (
        "The service has 48 vehicles. Of these 20 are vans, 18 lorries and 12 cars, two of "
        "them shared with health and counted in both."
    ),
    "About 300 people came. Of these, 140 were tenants, 96 were carers and 82 were staff.",
    "The survey drew 220 replies. Of these, 101 named buses, 64 named trains and 75 named ferries.",
    (
        "In 2024/25 there were 198 referrals. In 2025/26 the team got 214, of which 128 led "
        "to an inquiry."
    ),
    (
        "The grant was £90,000. It pays for 40 lamps. Each costs £900. The other 20 are paid "
        "by the Trust."
    ),
    "We asked 60 tenants. Of these, 40 liked the panel, 30 the letter and 20 the visits.",
    "The plan has eight actions. The first survey took 42 routes in five wards.",
    (
        "It had 214 referrals in 2025/26. Of these, 128 led to an inquiry, 61 needed no "
        "further action and 25 were passed to another authority."
    ),
    "The team handled 230 requests:\n\n- 112 for repairs\n- 71 for heating\n- 47 for keys",
    (
        "Of the 240 requests these are the main ones, such as:\n\n- 112 for repairs\n- 71 "
        "for heating\n- 47 for keys"
    ),
    "The 24 drivers are trained in:\n\n- 3 depots\n- 2 workshops\n- 4 classrooms",
]


@pytest.mark.parametrize("said", PARTS)
def test_parts_that_follow_one_another_make_their_whole(said: str) -> None:
    assert len(asked("R41" if "£" in said else "R51", said)) == 1


@pytest.mark.parametrize("said", PARTS_RIGHT)
def test_parts_that_may_overlap_or_are_some_are_left(said: str) -> None:
    assert asked("R41", said) + asked("R51", said) == []


SUMS = [
    (
        "The housing programme saved £3.2 million in 2025/26, against a target of £3.0 million.",
        "£2.3 million was saved in 2025/26 by the housing programme.",
    ),
    (
        "In 2025/26 the bus contract saved £140,000.",
        "Savings of £104,000 were made on the bus contract in 2025/26.",
    ),
    (
        "Parking charges raised £415,000 in 2025/26.",
        "£451,000 was raised by parking charges in 2025/26.",
    ),
    (
        "The fuel switch has saved £27,000.",
        "By now £72,000 has been saved through the fuel switch.",
    ),
    (
        "£1.8m was spent on gritting lorries in 2025/26.",
        "Spending on gritting lorries came to £1.6m in 2025/26.",
    ),
    (
        "Damp repairs to homes delivered savings of £90,000 in 2026.",
        "£60,000 was saved in 2026 by damp repairs to homes.",
    ),
]
SUMS_RIGHT = [
    (
        "The housing programme saved £3.2 million in 2025/26.",
        "£2.3 million was saved in 2024/25 by the housing programme.",
    ),
    (
        "The housing programme saved £3.2 million in 2025/26.",
        "£2.3 million was saved in 2025/26 by the roads programme.",
    ),
    (
        "The housing programme saved £3.2 million in 2025/26.",
        "£3.24 million was saved in 2025/26 by the housing programme.",
    ),
    (
        "The housing programme saved £3.2 million in 2025/26.",
        "The housing programme will save £2.3 million in 2025/26.",
    ),
    (
        "The housing programme saved £3.2 million in 2025/26.",
        "The target of the housing programme was £3.0 million saved in 2025/26.",
    ),
    ("The bus contract saved £140,000.", "The bus contract saved £90,000 more than expected."),
    ("We spent £61,000 on salt in 2025/26.", "We received £16,000 for salt in 2025/26."),
    (
        "Parking charges in Ayre raised £415,000 in 2025/26.",
        "Parking charges in Leck raised £451,000 in 2025/26.",
    ),
    (
        "£1.8m was spent on gritting lorries in 2025/26.",
        "£0.6m was spent in 2025/26 on gritting lorries for the north, of which two are here.",
    ),
    (
        "£1.8m was spent on gritting lorries in 2025/26.",
        "£12,000 was spent on lamps for gritting lorries each month in 2025/26.",
    ),
]


@pytest.mark.parametrize(("said", "noted"), SUMS)
def test_what_was_saved_or_spent_is_one_sum(said: str, noted: str) -> None:
    assert len(asked("R51", said, noted=noted)) == 1


@pytest.mark.parametrize(("said", "noted"), SUMS_RIGHT)
def test_sums_of_two_things_or_times_are_two(said: str, noted: str) -> None:
    assert asked("R41", said, noted=noted) + asked("R51", said, noted=noted) == []


PRICES = [
    (
        "Sensors will cost £40,000, met from the approved roads revenue budget.",
        "Buy sensors for all gritters at a cost of £55,000.",
    ),
    ("The cost of the rota system is £120,000.", "Buy a rota system for £210,000."),
    ("£40,000 is set aside for new fans.", "Install fans in 150 homes at a cost of £48,000."),
    (
        "Two gritters are to be bought: the gritters cost £185,000.",
        "Purchase gritters for £158,000.",
    ),
    (
        "A salt barn is expected to cost £1.2 million.",
        "Build a salt barn at a cost of £2.1 million.",
    ),
]
PRICES_RIGHT = [
    ("Sensors will cost £55,000.", "Buy sensors for all gritters at a cost of £55,000."),
    ("Sensors cost £400 each.", "Buy sensors for all gritters at a cost of £55,000."),
    ("Sensors will cost £40,000.", "Buy fans for all homes at a cost of £55,000."),
    ("Road sensors will cost £40,000.", "Buy bridge sensors at a cost of £55,000."),
    (
        "The second batch of sensors will cost £40,000.",
        "Buy sensors for all gritters at a cost of £55,000.",
    ),
    (
        "Training on the sensors will cost £4,000.",
        "Buy sensors for all gritters at a cost of £55,000.",
    ),
    ("£4,000 is for posts.", "Buy fence posts at a cost of £5,000."),
    ("The last sensors cost £40,000 in 2019.", "Buy sensors at a cost of £55,000."),
]


@pytest.mark.parametrize(("said", "first"), PRICES)
def test_a_thing_has_one_price(said: str, first: str) -> None:
    assert len(asked("R41", said, first=first)) == 1


@pytest.mark.parametrize(("said", "first"), PRICES_RIGHT)
def test_another_thing_has_another_price(said: str, first: str) -> None:
    assert asked("R41", said, first=first) == []
