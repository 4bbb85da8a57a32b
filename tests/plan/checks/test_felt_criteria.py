"""Of several criteria each is judged by itself: one that can only be felt is asked about, P9."""

import pytest

from plan.checks.actions.smart import open_question
from plan.checks.facts.felt_criteria import unmeasured_part

ASKED = [
    ("Four drop-ins have opened; carers feel valued.", "carers feel valued"),
    ("All 12 sites inspected by May 2027. Staff are more confident.", "Staff are more confident"),
    ("30 teachers trained and pupils feel safer in class.", "pupils feel safer in class"),
    ("The handbook is published; better relationships with partners.", "better relationships"),
    ("90% of calls answered in a minute; morale in the team has improved.", "morale in the team"),
    ("Ten visits held; the ethos of the school is stronger.", "ethos of the school is stronger"),
    ("The board meets each month; members understand their role.", "members understand"),
    ("Both posts filled; improved communication.", "improved communication"),
    ("A leaflet in every home; tenants are well informed.", "tenants are well informed"),
    ("Six walks led; residents trust the service.", "residents trust the service"),
]
LEFT_ALONE = [
    "Four drop-ins have opened; carers feel valued in the yearly survey (2026: 61%, target 75%).",
    "Four drop-ins have opened; 80% of carers feel valued.",
    "Carers feel valued; 80% say so in June 2027.",
    "Four drop-ins have opened; the lease is signed.",
    "The confidence building course is run twice; 40 finish it.",
    "The Quality Group meets each month; minutes are published.",
    "Trust deed signed by May 2027; a board of nine is appointed.",
    "Staff trained in feedback from carers: 60 of 80; a rota is in place.",
    "Two complaints or fewer a month; staff are trained in listening.",
    "Housing benefit is paid within 14 days; no case is older than a month.",
]


@pytest.mark.parametrize(("criterion", "felt"), ASKED)
def test_a_half_that_can_be_counted_does_not_excuse_one_that_cannot(
    criterion: str, felt: str
) -> None:
    told = open_question((criterion,), has_date=True)
    assert felt in unmeasured_part((criterion,))
    assert felt in told or "Success has no" in told
    assert told.count("?") == 1


@pytest.mark.parametrize("criterion", LEFT_ALONE)
def test_what_is_asked_of_people_or_can_be_seen_is_left_alone(criterion: str) -> None:
    assert unmeasured_part((criterion,)) == ""


def test_two_such_criteria_of_an_action_are_one_question() -> None:
    criteria = ("All 9 halls open.", "Residents feel proud.", "Staff feel heard.")
    assert open_question(criteria, has_date=True).count("“") == 1


def test_a_criterion_that_stands_alone_is_judged_by_its_parts_as_before() -> None:
    assert unmeasured_part(("Residents feel listened to.",)) == ""
