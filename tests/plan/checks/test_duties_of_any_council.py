"""Each duty is tried on small papers of other councils: where it is asked, and where it is not."""

from dataclasses import replace

import pytest

from plan.model.outline import ActionOutline, AimOutline, PlanOutline
from tests.plan.checks.sound import passage
from tests.plan.checks.test_papers_of_any_council import other, saying, told

GUIDE, NONE = "Publish one guide.", "No assessment is needed."


def paper(title: str, decision: str, said: str = NONE, act: str = GUIDE) -> PlanOutline:
    """Return a paper of another council with a plan of one action."""
    outline = passage("recommendations", decision, "recommendation")(other(title=title))
    outline = passage("own-equality", said)(outline)
    aims = (AimOutline("Better services.", (ActionOutline(text=act),)),)
    return replace(outline, title="Plan", subtitle="", aims=aims)


SCREENED = [
    ("Equality issues will be looked at when each project starts.", True),
    ("The service is committed to equality.", True),
    ("To be completed.", True),
    ("Equalities - protected characteristics: TBC", True),
    ("The proposals have been equality impact assessed; no adverse impact was found.", False),
    ("An EqIA screening form was completed on 3 May 2026.", False),
    ("This is an update report and no assessment is required.", False),
    ("There are no equalities implications arising from this report.", False),
    ("No differential impact on any protected group has been identified.", False),
]


@pytest.mark.parametrize(("said", "found"), SCREENED)
def test_a_decision_says_what_its_screening_found(said: str, found: bool) -> None:
    assert bool(told(paper("Parks", "approve the plan", said), "E36")) is found


@pytest.mark.parametrize(
    ("heading", "found"),
    [
        ("3. Assessment", True),
        ("Assessment", True),
        ("Assessments", False),
        ("Impact assessment", False),
        ("Equality", False),
    ],
)
def test_the_assessment_of_a_situation_is_no_screening(heading: str, found: bool) -> None:
    """NHS papers are built of situation, background, assessment and recommendation."""
    outline = paper("Parks", "approve the plan", "Paths are worn, and fewer people use them.")
    assert outline.report is not None
    lines = (f"{heading} [own-equality, after financial]",)
    outline = replace(outline, report=replace(outline.report, own_sections=lines))
    assert bool(told(outline, "E36")) is found


@pytest.mark.parametrize(
    ("decision", "found"),
    [
        ("(a) agrees the plan", True),
        ("The Committee approves the plan", True),
        ("Members note the plan", False),
        ("agrees that the next report comes in July 2027", False),
        ("agree to receive a further progress report", False),
    ],
)
def test_what_is_decided_is_known_in_the_ways_of_any_council(decision: str, found: bool) -> None:
    outline = paper("Parks", decision, "To be completed.")
    assert bool(told(outline, "E36")) is found
    assert told(outline, "R5") == []


COSTS = [
    ("There are none.", "Appoint a full-time coordinator for two years.", True),
    ("No additional cost.", "Lease new premises for the service.", True),
    ("There are no financial implications.", "Purchase 40 tablets for care staff.", True),
    ("There are no financial implications.", "Appoint a chair of the group.", False),
    ("There are no financial implications.", "Train staff within existing resources.", False),
    ("None.", "Hire out the hall to groups for a small fee.", False),
    ("There are no financial implications.", "Build trust with families.", False),
]


@pytest.mark.parametrize(("financial", "act", "found"), COSTS)
def test_what_costs_money_is_seen_in_any_words(financial: str, act: str, found: bool) -> None:
    said = financial.replace("There are none", "There are no financial implications")
    outline = passage("financial", said)(paper("Parks", "approve the plan", NONE, act))
    assert bool(told(outline, "R16")) is found


ADMITTED = [
    ("The age limit may amount to indirect discrimination against older carers.", True),
    ("The policy could be discriminatory and unlawful.", True),
    ("Legal have not been consulted on this charge.", True),
    ("Legal Services were consulted and had no comment.", False),
    ("The Act makes it unlawful to discriminate against disabled people.", False),
    ("The Equality Act 2010 prohibits direct and indirect discrimination.", False),
]


@pytest.mark.parametrize(("said", "found"), ADMITTED)
def test_unlawful_discrimination_is_admitted_and_not_only_named(said: str, found: bool) -> None:
    assert bool(told(saying("own-equality", said), "E37")) is found


COVERS = [
    ({"date": "January 2027"}, True),
    ({"subtitle": "Draft for consultation"}, True),
    ({"subtitle": "Version 0.3"}, True),
    ({"title": "Drafting standards"}, False),
    ({"subtitle": "Plan to March 2029"}, False),
    ({"subtitle": "April 2027 to March 2030"}, False),
]


@pytest.mark.parametrize(("cover", "found"), COVERS)
def test_a_period_on_the_cover_is_no_date_of_the_plan(cover: dict[str, str], found: bool) -> None:
    outline = replace(other(), **cover)  # type: ignore[arg-type]
    assert bool(told(outline, "R18")) is found


STRATEGIC = [
    ("Economic Strategy 2027-2032", "approve the strategy", True),
    ("Capital Plan 2027-2030", "approve the Capital Plan", True),
    ("Strategic Framework for Culture", "adopt the framework", True),
    ("Economic Strategy: progress", "note the progress of the strategy", False),
    ("Strategic risk register", "approve the register", False),
    ("Strategic Planning Committee dates", "approve the dates", False),
]


@pytest.mark.parametrize(("title", "decision", "found"), STRATEGIC)
def test_a_strategic_decision_is_known(title: str, decision: str, found: bool) -> None:
    outline = paper(title, decision)
    assert bool(told(outline, "E40")) is found
    assert bool(told(outline, "E41")) is found


DATA = [
    ("Share pupil data with colleges.", True),
    ("Use body-worn cameras on patrol.", True),
    ("Buy a system of sensors that records when tenants leave.", True),
    ("Install cameras in taxis.", True),
    ("Record calls with tenants.", True),
    ("Give health visitors access to social work records.", True),
    ("Use artificial intelligence to predict which tenants fall into debt.", True),
    ("Build a dashboard of individual pupils' attendance.", True),
    ("Build a dashboard of key measures.", False),
    ("Record the number of visits.", False),
    ("Share learning from reviews.", False),
    ("Publish data on waiting times.", False),
    ("Share information on the local offer with parents.", False),
]


@pytest.mark.parametrize(("act", "found"), DATA)
def test_people_whose_data_is_used_are_seen(act: str, found: bool) -> None:
    assert bool(told(paper("Better services", "approve the plan", NONE, act), "E43")) is found


CLOSES = "agree to close Ardlochan Primary School"
BEGINS = "The statutory consultation begins in January 2027."
SCHOOLS = [
    ("Future of Ardlochan Primary", CLOSES, NONE, True),
    ("Mothballing", "approve the mothballing of Seatown Nursery", NONE, True),
    ("Proposal", "approve the closure of Ardlochan Primary School", BEGINS, True),
    ("Ardlochan", CLOSES, "The consultation report under the 2010 Act is Appendix 2.", False),
    ("School meals", "approve the closing of two school kitchens", NONE, False),
    ("Close partnership of schools", "approve the plan", NONE, False),
]


@pytest.mark.parametrize(("title", "decision", "said", "found"), SCHOOLS)
def test_a_school_closes_only_after_its_consultation(
    title: str, decision: str, said: str, found: bool
) -> None:
    assert bool(told(paper(title, decision, said), "E44")) is found


RELIED_ON = [
    ("The 2025 tenants’ survey found that 40% were unhappy.", True),
    ("Report no. 21/26 refers.", True),
    ("A survey will be carried out in May.", False),
    ("The service intends to carry out a survey.", False),
    ("Staff carry out a survey each year.", False),
]


@pytest.mark.parametrize(("said", "found"), RELIED_ON)
def test_a_survey_that_is_to_come_was_not_relied_on(said: str, found: bool) -> None:
    outline = passage("background", "None.")(saying("own-background", said))
    assert bool(told(outline, "R10")) is found


POINTED_TO = [
    ("The costs are set out in Annex C.", True),
    ("The enclosed map shows the site.", True),
    ("See Enclosure 2.", True),
    ("Schedule 7 to the 1973 Act applies.", False),
    ("Annex A of the guidance lists the tests.", False),
]


@pytest.mark.parametrize(("said", "found"), POINTED_TO)
def test_what_is_pointed_to_goes_with_the_paper(said: str, found: bool) -> None:
    assert bool(told(saying("own-background", said), "R19")) is found


LED = [
    ("Resource – There are no resource implications.", "Buy one system for all homes.", True),
    ("Financial: None.", "Buy one system for all homes.", True),
    ("Resource – Met from the housing revenue account.", "Buy one system for all homes.", False),
    ("Resource – There are no resource implications.", "Publish one guide.", False),
]


@pytest.mark.parametrize(("said", "act", "found"), LED)
def test_money_may_stand_among_other_implications(said: str, act: str, found: bool) -> None:
    outline = passage("financial", "")(paper("Parks", "approve the plan", NONE, act))
    assert bool(told(passage("own-legal", said)(outline), "R16")) is found


def test_an_action_that_closes_a_service_on_an_island_is_seen() -> None:
    act = "Close the sheltered housing office on the island of Arran."
    assert told(paper("Sheltered housing", "approve the plan", NONE, act), "E42")


NO_ISLAND = (
    "New pedestrian islands make the crossing safer.",
    "The refuge island on Island Road is to be moved.",
    "The council has no islands.",
    "There are no inhabited islands in the council area.",
    "Colleagues from Shetland Islands Council shared their form.",
    "NHS Western Isles has closed its unit.",
    "Highlands and Islands Enterprise gives a grant.",
    "The trees reduce the heat island of the town centre.",
    "The kitchen island was removed.",
    "The project was called Treasure Island.",
    "Veterans of the Falkland Islands were asked.",
)


@pytest.mark.parametrize("said", NO_ISLAND)
def test_not_every_island_is_one_of_the_council(said: str) -> None:
    act = "Close the sheltered housing office in Burnside."
    outline = paper("Sheltered housing", "approve the plan", NONE, act)
    assert not told(passage("own-background", said)(outline), "E42")


ORDINARY_ON_AN_ISLAND = (
    "Close the attainment gap in reading.",
    "Merge the two spreadsheets of complaints.",
    "Close complaints within 20 days.",
    "Discontinue paper forms for leave.",
    "Report savings at the close of the financial year.",
    "Work in close partnership with the college.",
    "Set the closing date for grants.",
    "Publish one guide.",
)


@pytest.mark.parametrize("act", ORDINARY_ON_AN_ISLAND)
def test_the_councils_own_work_is_no_other_on_an_island(act: str) -> None:
    outline = paper("Performance", "approve the plan", NONE, act)
    outline = passage("own-background", "The office is on the island of Arran.")(outline)
    assert not told(outline, "E42")


SAID_OF_ISLANDS = (
    "Islands: none.",
    "Islands – There are no implications.",
    "There are no implications for islands.",
    "An islands assessment was carried out.",
    "Island authorities were consulted.",
)


@pytest.mark.parametrize("said", SAID_OF_ISLANDS)
def test_what_is_said_of_islands_in_any_form_is_heard(said: str) -> None:
    act = "Close the sheltered housing office in Brodick."
    outline = paper("Sheltered housing", "approve the plan", said, act)
    assert not told(passage("own-background", "Arran is an island.")(outline), "E42")


@pytest.mark.parametrize(
    ("said", "act", "found"),
    [
        ("There are no island implications.", "Close the centre on the island of Vaila.", True),
        ("Islands: none.", "Move family time for island children to the mainland.", True),
        ("No effect on island communities.", "Withdraw the bus on the island of Vaila.", True),
        ("There are no island implications.", "Open a centre on the island of Vaila.", False),
        ("There are no island implications.", "Close the centre in the town.", False),
        ("There are no island implications.", "Close no school on the islands.", False),
        ("The ICIA found no effect on islands.", "Close the hall on the island of Vaila.", False),
    ],
)
def test_no_island_implications_holds_of_what_the_paper_does(
    said: str, act: str, found: bool
) -> None:
    assert bool(told(paper("Family time", "approve the plan", said, act), "E42")) is found


@pytest.mark.parametrize(
    ("decision", "found"),
    [
        ("agree to think about charges", True),
        ("agree to think about charges at some point", False),
        ("agree to charge for lets", False),
    ],
)
def test_a_decision_that_decides_nothing_is_asked_about(decision: str, found: bool) -> None:
    assert bool(told(paper("Parks", decision), "R5")) is found
