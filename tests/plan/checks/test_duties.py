"""Each duty asks from its day, of what it is about, and is answered by what the paper says."""

from dataclasses import replace
from datetime import date

import pytest

from plan.checks.all_checks import findings
from plan.checks.facts.subjects import changes_a_school
from plan.checks.paper import Paper
from plan.model.outline import AimOutline, PlanOutline
from tests.plan.checks.sound import (
    FIRST,
    FORMAT,
    FORMS,
    OUTLINE,
    Spoil,
    action,
    passage,
    report,
    rules_of,
    says,
)
from tests.plan.strategies import plan_from

IN_2026 = date(2026, 11, 30)


def of_year(year: int, policy: str = "There are no policy implications.", **fields: str) -> Spoil:
    """Have a meeting in December of a year, with no form and no children in the paper."""
    plain = replace(FIRST, text="Publish one guide.", success_criteria=("All 30 teams have it.",))
    header = {"meeting_date": f"12 December {year}", "number": f"299-{year}", "title": "Paths"}

    def spoil(one: PlanOutline) -> PlanOutline:
        bare = replace(
            one, assessments=(), title="Paths", aims=(AimOutline("Paths are safe.", (plain,)),)
        )
        said = passage("main-text", "Paths are safe.", "numbered")(passage("policy", policy)(bare))
        return report(**{**header, **fields})(said)

    return spoil


def asked(rule: str, spoil: Spoil, year: int) -> bool:
    return says(rule, spoil, date(year, 11, 30))


@pytest.mark.parametrize(
    ("policy", "found"),
    [
        ("There are no policy implications.", True),
        ("An equality impact assessment is not required.", False),
        ("The report was screened in May; the record is on the council's pages.", False),
        ("Equalities: positive.", False),
    ],
)
def test_a_decision_names_its_screening(policy: str, found: bool) -> None:
    assert asked("E36", of_year(2026, policy), 2026) is found


def test_what_is_only_noted_needs_no_screening() -> None:
    noted = passage("recommendations", "note the plan", "recommendation")
    assert not asked("E36", lambda one: noted(of_year(2026)(one)), 2026)
    assert not asked("E36", of_year(2011), 2011)


ADMITTED = [
    ("The rule may be unlawful discrimination because of age.", True),
    ("It could indirectly discriminate against women.", True),
    ("The charge would be in breach of the Equality Act; discrimination is likely.", True),
    ("Carers protect people against unlawful discrimination.", False),
    ("The charge breaches the Equality Act.", True),
    ("Legal services were not consulted.", True),
    ("The plan eliminates unlawful discrimination.", False),
    ("There is no unlawful discrimination.", False),
    ("Staff are trained to tackle unlawful discrimination.", False),
    ("It may be unlawful discrimination. Legal advice of 3 May 2016 says that it is not.", False),
    ("It may be unlawful discrimination; legal advice is awaited.", True),
]


@pytest.mark.parametrize(("said", "found"), ADMITTED)
def test_what_is_admitted_in_words_stops_the_paper(said: str, found: bool) -> None:
    assert says("E37", passage("main-text", said, "numbered")) is found


CHILDREN = [
    ("Corporate parenting", True),
    ("Early years", True),
    ("Nurseries and playgroups", True),
    ("Youth work", True),
    ("Roads", False),
    ("Adoption of the minutes", False),
    ("Adoption of roads", False),
    ("Adult social care", False),
]


@pytest.mark.parametrize(("title", "found"), CHILDREN)
def test_what_touches_children_is_assessed_for_their_rights(title: str, found: bool) -> None:
    assert asked("E39", of_year(2026, title=title), 2026) is found
    assert not asked("E39", of_year(2023, title=title), 2023)


@pytest.mark.parametrize(
    "policy",
    [
        "A CRWIA was carried out.",
        "Children's rights were assessed: none is touched.",
        "The UNCRC was considered.",
    ],
)
def test_an_assessment_of_childrens_rights_that_is_named_answers_it(policy: str) -> None:
    assert not asked("E39", of_year(2026, policy, title="Youth work"), 2026)


def test_children_in_an_action_are_seen_whatever_the_title() -> None:
    spoil = of_year(2026)
    pupils = action(1, text="Take the pupils of each school along the paths.")
    assert asked("E39", lambda one: pupils(spoil(one)), 2026)


STRATEGIC = [
    ("Local Housing Strategy", True),
    ("Revenue Budget 2027/28", True),
    ("Council Plan 2027-2032", True),
    ("Paths", False),
    ("Improvement plan for the parks", False),
]


@pytest.mark.parametrize(("title", "found"), STRATEGIC)
def test_a_strategic_decision_answers_its_duties(title: str, found: bool) -> None:
    assert asked("E40", of_year(2026, title=title), 2026) is found
    assert asked("E41", of_year(2026, title=title), 2026) is found
    assert not asked("E40", of_year(2017, title=title), 2017)
    assert not asked("E41", of_year(2023, title=title), 2023)


def test_duties_that_are_answered_are_not_asked_about() -> None:
    said = (
        "A Fairer Scotland assessment is not required. The effect on consumers was assessed. "
        "Island communities are not affected."
    )
    for rule in ("E40", "E41"):
        assert not asked(rule, of_year(2026, said, title="Housing Strategy"), 2026)


ISLANDS = [("Ferry timetable", True), ("Housing Strategy", True), ("Paths", False)]


@pytest.mark.parametrize(("title", "found"), ISLANDS)
def test_islands_are_asked_about_where_there_are_some(title: str, found: bool) -> None:
    outline = of_year(2026, title=title)(OUTLINE)
    assert ("E42" in rules_of(outline, IN_2026, islands=True)) is found
    assert "E42" not in rules_of(outline, IN_2026)
    told = of_year(2026, "No island community is affected.", title=title)(OUTLINE)
    assert "E42" not in rules_of(told, IN_2026, islands=True)


DATA = [
    ("Film interviews with families for training.", True),
    ("Put CCTV in the two parks.", True),
    ("Share client records with the health board.", True),
    ("Make a dashboard of each child's attendance.", True),
    ("Publish a dashboard of forty measures.", False),
    ("Share good practice with the health board.", False),
    ("Share information leaflets with families.", False),
    ("Record what was learnt.", False),
    ("Keep a high profile for the paths.", False),
]


@pytest.mark.parametrize(("text", "found"), DATA)
def test_peoples_data_has_its_assessment(text: str, found: bool) -> None:
    spoil = of_year(2026)
    assert asked("E43", lambda one: action(1, text=text)(spoil(one)), 2026) is found
    told = of_year(2026, "A DPIA was completed.")
    assert not asked("E43", lambda one: action(1, text=text)(told(one)), 2026)


SCHOOLS = [
    ("Closure of Harbour Primary School", True),
    ("Merger of Harbour and Seatown Primary Schools", True),
    ("Relocation of Harbour Nursery", True),
    ("Harbour Primary School to close", True),
    ("Rezoning of catchment areas", True),
    ("School holidays 2027", False),
    ("Closing the attainment gap in schools", False),
    ("Family support moves to school hubs", False),
    ("Schools work closely with parents", False),
]


@pytest.mark.parametrize(("title", "found"), SCHOOLS)
def test_a_school_that_closes_or_moves_is_consulted_on(title: str, found: bool) -> None:
    assert asked("E44", of_year(2026, title=title), 2026) is found
    told = of_year(2026, "It follows the consultation report of May.", title=title)
    assert not asked("E44", told, 2026)


def test_the_covenant_is_only_told() -> None:
    outline = of_year(2026, title="Housing allocations")(OUTLINE)
    paper = Paper(plan_from(outline), FORMAT, IN_2026, FORMS)
    (found,) = (one for one in findings(paper) if one.rule == "E45")
    assert found.severity == "INFO"
    assert not asked("E45", of_year(2026, "Veterans gain.", title="Housing allocations"), 2026)
    assert not asked("E45", of_year(2021, title="Housing allocations"), 2021)
    assert not asked("E45", of_year(2026), 2026)


MOVED_SCHOOLS = (
    "From August 2028 the nursery class will move permanently to the vacant Strathbuie School.",
    "Relocate the nursery class to the former library building by August 2027.",
    "The Gaelic unit will be transferred from Kirkton to Ardlui Primary School.",
    "In August 2027 Glenmore Primary School is to be relocated to the new campus at Westhill.",
    "The language base will move for good into the annexe of Harbour Academy.",
    "P6 and P7 will be taught at Ardle Primary from August 2027.",
    "From next session the school will no longer have a nursery class.",
    "The nursery must leave its present building in June 2027.",
    "The enhanced provision is to be rehoused in the former Burnside School.",
    "Moving the nursery class out of the village and into Brae School saves £40,000.",
    "S5 and S6 are to be taught at Lorne Academy.",
    "The two primaries will be merged from August 2028.",
    "Move the secondary school to the Riverside campus.",
)
NOT_MOVED = (
    "Pupils move from the nursery to primary school with a transition plan.",
    "The school will move to online booking for parents' evenings.",
    "Children transfer to the academy in August each year.",
    "The nursery will move to the new framework from September 2027.",
    "The school moves to a rolling programme of self-evaluation.",
    "During the works the nursery class will move temporarily to Burnside School.",
    "Every primary school will move towards one tracking system.",
    "P7 pupils visit Lorne Academy for three days in June.",
    "The nursery moves to 1,140 hours in the new building hours model.",
    "Move the school library books to the new building.",
    "P1 to P3 will be taught outdoors twice a week.",
    "The primary school roll is to rise to 210.",
    "Staff will move to the new school offices in May.",
    "The school will be decanted to the former Kirk School while the roof is mended.",
    "The nursery class will be moved to another room of the same campus.",
)


@pytest.mark.parametrize("said", MOVED_SCHOOLS)
def test_a_school_that_moves_or_loses_stages_is_told_by_any_words(said: str) -> None:
    assert changes_a_school(said)


@pytest.mark.parametrize("said", NOT_MOVED)
def test_children_that_move_up_and_works_for_a_while_move_no_school(said: str) -> None:
    assert not changes_a_school(said)
