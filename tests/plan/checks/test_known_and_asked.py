"""Few people of a small place are known; whom a paper asked, it does not deny: P19, R47 and E42."""

import pytest

from plan.checks.facts.form_facts import is_taken_up
from plan.checks.facts.known_people import known_in
from plan.checks.facts.who_was_asked import said_of_asking
from tests.plan.checks.test_ordinary_papers import (
    ORDINARY,
    acting,
    appended,
    asked,
    every,
    saying,
)

KNOWN = [
    "Review the help for the two sisters placed with an aunt in Ardroy, whose father contests it.",
    "The one pupil in P7 at Kilbrae who was excluded twice has a timetable of her own.",
    "In Ardroy two brothers were removed from their mother in May.",
    "At Glenduff, a family of five was evicted.",
    "A family of six in Portcullen was evicted and is in a hotel.",
    "An 84-year-old man in Kilbrae waited nine weeks for his care package.",
    "A woman aged 43 from Glenduff told inspectors of her diagnosis.",
    "The family from Kilbrae whose child died last winter has been offered counselling.",
    "Two pupils from Kilbrae with autism travel by taxi.",
    "One tenant in Portcullen, in arrears since 2024, was moved.",
    "The twins at Ardroy have epilepsy and need two trained staff.",
    "Support for the only girl in Kilbrae in a wheelchair is agreed.",
    "Only one household in Glenduff complained about the works.",
    "The couple from Glenduff who lost their appeal will be written to.",
    "Both parents in Ardroy are in prison, and the children stay with an aunt.",
    "Three residents of Kilbrae have dementia and are visited weekly.",
    "A 14-year-old girl from Portcullen asked for a hearing.",
    "The mother in Glenduff who refused the order has a new worker.",
    "Four children from the village of Ardroy were placed with carers outside the area.",
    "Delayed: the Improvement Manager has been off sick since May.",
    "Work stopped because the Head of Parks, who is being treated for cancer, is away.",
]
UNKNOWN = [
    "At least two children in Ardroy take part in the Youth Forum.",
    "Twelve families in Ardroy were evicted between 2023 and 2025.",
    "Two residents of Kilbrae run the group for people with dementia.",
    "One in four children in Kilbrae lives in poverty after an eviction.",
    "In Kilbrae one tenant in five is in arrears.",
    "Two families moved out of temporary accommodation and had complained before.",
    "Two tenants in Portcullen asked for the repairs policy in Gaelic.",
    "The four schools in Ardroy have a policy on bullying.",
    "Three carers from Glenduff were trained as champions for people with autism.",
    "Children in Kilbrae wait twelve weeks for a diagnosis.",
    "Two children in Scotland die each week on the roads.",
    "One family in Dundee was evicted in 2025.",
    "The team in Ardroy supports every child with a disability.",
    "The Improvement Manager has been on leave and the date moved.",
    "One pupil council in Kilbrae has complained about lunches; it was consulted.",
    "Two members of staff from Kilbrae joined the panel on exclusion.",
    "A family in Ardroy may apply for adoption allowances.",
    "Each child in Kilbrae with additional support needs has a plan.",
    "16-year-olds in Ardroy can vote.",
    "The family time centre on the island of Vaila closes after a complaint.",
    "The child protection unit at Kilbrae is told of abuse.",
    "In March two children were excluded.",
]


@pytest.mark.parametrize("text", KNOWN)
def test_few_people_of_a_small_place_are_known_by_what_is_told_of_them(text: str) -> None:
    assert known_in(text)


@pytest.mark.parametrize("text", UNKNOWN)
def test_many_people_and_those_of_whom_nothing_is_told_are_not_known(text: str) -> None:
    assert known_in(text) == ""


NOT_ASKED = [
    "Young people have not been asked about the plan itself.",
    "Parents were not consulted on the draft.",
    "There has been no consultation with tenants on these changes.",
    "The plan was written without asking carers.",
    "Staff: not consulted",
    "We did not consult residents.",
    "The trade unions have not yet been consulted.",
    "None of the tenants was asked for their views.",
    "No engagement with disabled people took place.",
    "Older people are still to be consulted.",
    "The council has not spoken to pupils.",
]
WERE_ASKED = [
    "Yes. The youth panel discussed the draft plan on 6 May 2026 and wants later buses.",
    "Parents were asked by telephone in August and September.",
    "In September we met the access panel.",
    "A workshop with tenants was held on 3 October 2026.",
    "The views of carers were gathered in June.",
    "Consultation with the trade unions took place on 4 May 2026.",
    "Residents gave their views at a drop-in.",
    "Officers consulted staff in October.",
    "Parent Council: was consulted on 12 October 2026",
    "Discussions with young people helped to shape the draft plan in May.",
    "(In May) pupils have been surveyed.",
]
NEITHER = [
    "Parents have not been asked to pay.",
    "Staff will be consulted in May.",
    "Inspectors met 19 young people and 24 parents.",
    "Not all parents were asked.",
    "Young people asked for more evening help.",
    "Tenants should be consulted before any change.",
    "Other residents were not consulted.",
    "No additional staff are needed.",
    "If parents are consulted, the plan changes.",
    "The Head of Legal has been consulted.",
    "Carers were not consulted again.",
    "Parents took their children to the centre, and no survey is due.",
    "Traders were told of the closure.",
    "Twelve young people took part in the boat race.",
]


@pytest.mark.parametrize(
    ("sentence", "is_denied"),
    [*((one, True) for one in NOT_ASKED), *((one, False) for one in WERE_ASKED)],
)
def test_it_is_read_who_was_asked_and_who_was_not(sentence: str, is_denied: bool) -> None:
    read = said_of_asking(sentence)
    assert read is not None
    assert read.is_denied is is_denied


@pytest.mark.parametrize("sentence", NEITHER)
def test_what_tells_neither_that_they_were_asked_nor_that_not_is_left(sentence: str) -> None:
    assert said_of_asking(sentence) is None


DENIED = "Tenants have not been asked about the changes."
ROWS = "- Age: No impact: X\n- Race: No impact: X\n"


@pytest.mark.parametrize(
    ("told", "is_found"),
    [
        ("- Who was consulted? The tenants’ forum was consulted on 4 May 2026.", True),
        ("- Who was consulted? The tenants’ forum will be consulted in May 2027.", False),
        ("- Who was consulted? Parents were consulted on 4 May 2026.", False),
        ("- Who was consulted? The tenants’ forum was consulted in May 2019.", False),
    ],
)
def test_who_was_not_asked_by_the_report_was_not_by_the_assessment(
    told: str, is_found: bool
) -> None:
    outline = every(appended(ROWS + told), saying("own-background", DENIED))(ORDINARY)
    assert bool(asked("R47", outline)) is is_found


def test_what_was_not_asked_of_one_matter_may_be_asked_of_another() -> None:
    told = (
        "Tenants have not been asked about parking fees.",
        "Officers consulted tenants on the draft plan in May 2026.",
    )
    outline = every(*(saying("own-background", one) for one in told))(ORDINARY)
    assert asked("R47", outline) == []


ON_AN_ISLAND = acting(
    0, text="Close the lunch club on the island of Sanda and offer places ashore."
)


@pytest.mark.parametrize(
    ("said", "is_found"),
    [
        ("The plan has no effect on island communities and no ICIA is required.", True),
        (
            (
                "There is no impact on island communities; an island communities impact assessment "
                "is not needed."
            ),
            True,
        ),
        (
            (
                "There is no impact on island communities: the island communities impact "
                "assessment of May 2026 shows why."
            ),
            False,
        ),
    ],
)
def test_no_effect_on_islands_holds_of_what_closes_there(said: str, is_found: bool) -> None:
    outline = every(saying("own-background", said), ON_AN_ISLAND)(ORDINARY)
    assert any("which is right?" in one for one in asked("E42", outline)) is is_found


ACTIONS = [
    "Offer every family a group programme that builds on strengths.",
    "Translate letters into five languages.",
]


@pytest.mark.parametrize(
    ("promised", "is_taken"),
    [
        ("A minibus will bring families to the group programme.", False),
        ("Interpreters will be offered to every family in the group programme.", False),
        ("Free bus passes will be given to each family of the group programme.", False),
        ("The Service Manager will offer every family a group programme.", True),
        ("Staff will be provided with training in the group programme for families.", True),
        ("Letters will be provided in five languages to each family.", True),
        ("A group programme will be offered to every family.", True),
    ],
)
def test_a_thing_that_is_promised_is_one_of_an_action(promised: str, is_taken: bool) -> None:
    assert is_taken_up(promised, ACTIONS) is is_taken
