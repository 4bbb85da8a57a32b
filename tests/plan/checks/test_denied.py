"""What a report says there is none of is held against what the paper does: R47 and R48."""

import pytest

from plan.model.outline import PlanOutline
from tests.plan.checks.test_ordinary_papers import ORDINARY, acting, asked, every, saying


def saying_of(said: str, act: str) -> PlanOutline:
    return every(saying("own-background", said), acting(0, text=act))(ORDINARY)


RECRUIT = "Recruit three family link workers for the secondary schools."
DENIED: list[tuple[str, str, str]] = [
    ("There are no staffing implications.", RECRUIT, "of staffing, and action 1.1"),
    ("Staffing: none.", "Appoint two damp surveyors.", "of staffing"),
    ("Human resources – There are none.", "Employ a data analyst for two years.", "of staffing"),
    ("No legal, staffing or property implications arise.", RECRUIT, "of staffing"),
    ("There are no property implications.", "Close the family centre in Burnside.", "of property"),
    ("Procurement: none.", "Procure sensors for 500 homes.", "of procurement"),
    ("Data protection: no issues arise.", "Share pupils’ records with the NHS.", "of data"),
]
DENIED_RIGHTLY: list[tuple[str, str, str]] = [
    (said, act, "")
    for said, act in (
        ("No additional staffing implications arise.", RECRUIT),
        ("There are no staffing implications other than the three posts.", RECRUIT),
        ("There are no staffing implications.", "Recruit ten foster carers."),
        ("There are no staffing implications.", "Recruit 20 volunteers as befrienders."),
        ("There are no staffing implications.", "Train 60 staff in the new form."),
        ("There are no staffing implications.", "Appoint a lead officer for each school."),
        ("There are no staffing implications.", "Appoint a chair of the board."),
        ("There are no property implications.", "Close the gap in attendance."),
        ("There are no property implications.", "Build a culture of trust in schools."),
        ("Procurement: none.", "Award certificates to pupils who take part."),
        ("Data protection: no issues arise.", "Share good practice between schools."),
        ("Staffing costs rose by 3%.", RECRUIT),
        ("The three posts have staffing implications, set out below.", RECRUIT),
    )
]


@pytest.mark.parametrize(("said", "act", "words"), [*DENIED, *DENIED_RIGHTLY])
def test_none_of_a_matter_holds_of_what_the_plan_does(said: str, act: str, words: str) -> None:
    found = asked("R47", saying_of(said, act))
    assert len(found) == bool(words), found
    assert words in "".join(found)


NEVER = "The Committee asked for an update after six months, in June 2026."
CAME: list[tuple[str, bool]] = [
    (NEVER, True),
    (f"{NEVER} This is the first report since approval.", True),
    (f"{NEVER} It was considered on 9 June.", False),
    (f"{NEVER} This report is that update.", False),
    (f"{NEVER} It was deferred because of the election.", False),
    (f"{NEVER} Progress is good. The update of June 2026 is on the website.", False),
    ("The Committee asked for an update in December 2026.", False),
    ("The Board requested a report on costs by May 2026.", True),
    ("Members asked for more trees in June 2026.", False),
    ("Inspectors asked for a report in June 2026.", False),
]


@pytest.mark.parametrize(("said", "found"), CAME)
def test_what_a_meeting_asked_for_has_come_or_is_told_of(said: str, found: bool) -> None:
    assert bool(asked("R48", saying("own-background", said)(ORDINARY))) is found
