"""People named in a text, slips in a lead, what was copied, pages of a report: P3, P9, P19, P20."""

from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest

from plan.model.outline import AimOutline, NoteOutline, PlanOutline
from tests.plan.checks.sound import FIRST, OUTLINE, SECOND, action, passage, says, spoilt

MOBILE, LONDON = "07" + "700", "020" + " 7946"
"""How numbers of drama begin, in pieces: no telephone number is in any file."""
NAMED = [
    "Provide support for 24 pupils, including Jamie McAllister (P6).",
    "Help Jean Ramsay, a tenant, to move.",
    "Ask Fiona MacLeod to write the guide.",
    "Review the plan of pupil Scott Baird each week.",
    "Agree the route with Kirsty Campbell-Ross and the board.",
    "The guide is written by the team of Alison J. Reid.",
    "Visit the family of Ross Sinclair each month.",
    "Meet Mrs Gordon Baird, aged 83, at home.",
    "Follow up the complaint of Eileen O'Hara in May.",
    "Give Jamie (P6) a reading buddy.",
    "Meet Mr Baird each month.",
    "Ask Miss McKay to move.",
    "Give the work of Callum Wishart to another officer.",
]
NOT_NAMED = [
    "Mark Holocaust Memorial Day in every school.",
    "Open the guide at Victoria Park in May.",
    "Work with Marie Curie and Sue Ryder.",
    "Publish one guide at James Hamilton Primary School.",
    "Follow the Margaret Blackwood Trust’s guide.",
    "Use Graham Allen’s report on early help.",
    "Bring the group at St Andrew Street together.",
    "Offer the John Muir Award to all pupils.",
    "Publish one guide with Stewart Milne Homes.",
    "Ask the Fraser Trust and Craig House.",
    "Ask Dr Baird and Councillor Ross for their views.",
    "Run a Carol Concert for families.",
    "Use the Robert Owen Centre.",
    "Ask every Head Teacher and Depute Head.",
]


@pytest.mark.parametrize("text", NAMED)
def test_a_person_named_in_an_action_is_asked_about(text: str) -> None:
    assert ("ASK", "P19", "action/1.1/text") in spoilt(action(1, text=text))


@pytest.mark.parametrize("text", NOT_NAMED)
def test_a_place_a_body_and_an_award_are_no_person(text: str) -> None:
    assert not says("P19", action(1, text=text))


def test_a_person_named_in_a_note_or_a_criterion_is_asked_about() -> None:
    notes = (NoteOutline("1 August 2016", "On track", "Moved with Jean Ramsay in May."),)
    assert says("P19", action(1, progress=notes))
    assert says("P19", action(1, success_criteria=("Jean Ramsay says that 9 of 10 are met.",)))


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("In Ardlochan two young men of 16 from one family were diverted.", True),
        ("Two women from one household answered.", True),
        ("Three adults at Seaview House were asked.", True),
        ("Two women were appointed to the board.", False),
        ("At least two adults from each school take part.", False),
        ("Two men in three smoke less.", False),
    ],
)
def test_a_few_people_of_one_family_can_be_known(said: str, found: bool) -> None:
    assert says("P19", passage("main-text", said, "numbered")) is found


@pytest.mark.parametrize(
    ("lead", "found"),
    [
        (f"Lead Officer, {MOBILE} 900417", True),
        ("Lead Officer (01632) 960000", True),
        (f"Lead Officer +44 (0){MOBILE[1:]} 900417", True),
        (f"Lead Officer, {LONDON} 0958", True),
        ("Lead Officer, 01632 960 123", True),
        ("Lead Officer, 2026/27", False),
        ("Lead Officer, report 0123-2026", False),
        ("Lead Officer, teams 01 to 12", False),
    ],
)
def test_a_telephone_number_is_seen_however_it_is_typed(lead: str, found: bool) -> None:
    assert says("P11", action(1, leads=(lead,))) is found


def two_leads(one: str, other: str) -> Callable[[PlanOutline], PlanOutline]:
    return lambda outline: action(2, leads=(other,))(action(1, leads=(one,))(outline))


SLIPS = [
    ("Adult Protection Committee Officer", "Adult Protecton Committee Officer"),
    ("Head of Education Improvement", "Head of Education Improvment"),
    ("Communications Manager", "Comunications Manager"),
    ("Performance and Improvement Team", "Perfromance and Improvement Team"),
    ("Safeguarding Lead", "Safegaurding Lead"),
    ("Neighbourhood Services", "Neighborhood Services"),
    ("Procurement Manager", "Procurment Manager"),
    ("Chief Accountant, Commissioning", "Chief Accountant, Commisioning"),
    ("Principal Psychologist", "Principal Pyschologist"),
    ("Regeneration Team", "Regenaration Team"),
]
NO_SLIPS = [
    ("Policy Officer", "Police Officer"),
    ("Depute Head Teacher", "Deputy Head Teacher"),
    ("Nursing Manager", "Nursery Manager"),
    ("Team Leader 1", "Team Leader 2"),
    ("Locality Manager North", "Locality Manager South"),
    ("Education Manager", "Educational Manager"),
    ("Director of Resources", "Directorate of Resources"),
    ("Adult Services", "Adult Service Lead"),
    ("Community Council", "Communities Council"),
    ("Head of Planning", "Head of Learning"),
    ("Operation Manager", "Operational Manager"),
]


@pytest.mark.parametrize(("one", "other"), SLIPS)
def test_a_slip_in_a_lead_is_seen(one: str, other: str) -> None:
    assert ("ASK", "P20", "action/2.1/leads") in spoilt(two_leads(one, other))


@pytest.mark.parametrize(("one", "other"), NO_SLIPS)
def test_two_posts_with_like_names_are_two(one: str, other: str) -> None:
    assert not says("P20", two_leads(one, other))


TRAIN = replace(
    FIRST,
    text="Train all council officers in writing assessments.",
    success_criteria=("All 64 officers are trained in assessments by December 2017.",),
    progress=(NoteOutline("1 August 2016", "On track", "42 officers were trained in June 2016."),),
)
LEARN = replace(
    SECOND, text="Hold a session on undue pressure with the police.", leads=("Parenting Group",)
)


def both(other: Mapping[str, object]) -> Callable[[PlanOutline], PlanOutline]:
    """Return a plan of two actions, the second with some of what the first says."""
    second = replace(LEARN, **other)  # type: ignore[arg-type]
    aims = (AimOutline("Make help easy to find.", (TRAIN, second)),)
    return lambda outline: replace(outline, aims=aims)


def test_a_criterion_that_speaks_of_another_action_alone_is_asked_about() -> None:
    spoil = both({"success_criteria": TRAIN.success_criteria})
    assert ("ASK", "P9", "action/1.2/success_criteria") in spoilt(spoil)


@pytest.mark.parametrize(
    "other",
    [
        {
            "text": "Ask officers which assessments help.",
            "success_criteria": TRAIN.success_criteria,
        },
        {"success_criteria": (*TRAIN.success_criteria, "12 sessions were held by May 2017.")},
    ],
)
def test_a_criterion_of_two_actions_is_only_shown(other: dict[str, object]) -> None:
    severities = {one[0] for one in spoilt(both(other)) if one[1] == "P9"}
    assert severities <= {"INFO"}


def test_a_note_that_speaks_of_another_action_alone_is_asked_about() -> None:
    assert ("ASK", "P20", "action/1.2/progress") in spoilt(both({"progress": TRAIN.progress}))
    same = {"text": "Ask officers who were trained what helps.", "progress": TRAIN.progress}
    assert not says("P20", both(same))
    short = (NoteOutline("1 August 2016", "On track", "Officers were trained."),)
    assert not says("P20", both({"progress": short}))


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("The inspection report runs to 46 pages.", True),
        ("The inspectors inspected the council in May. The report runs to 46 pages.", True),
        ("Their 46-page report was published in May.", True),
        ("This report has 46 pages.", False),
        ("The report has 46 pages of tables.", False),
        ("The guide runs to 46 pages.", False),
        ("The report runs to 72 pages.", False),
    ],
)
def test_the_pages_of_the_inspection_report_are_known_from_the_prose(
    said: str, found: bool
) -> None:
    def spoil(outline: PlanOutline) -> PlanOutline:
        return passage("main-text", said, "numbered")(action(1, pages="Page 52")(outline))

    assert (("ASK", "P3", "action/1.1/pages") in spoilt(spoil)) is found
    assert OUTLINE.source.pages == ""
