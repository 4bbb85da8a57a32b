"""What a filter lets through: each condition by itself, and several at once."""

from dataclasses import replace
from datetime import date

import pytest

from desk.action_filter import (
    ActionFilter,
    Admission,
    admitted_in_reviews,
    condition_in_words,
    day_typed,
)
from plan.changes.change import applied
from plan.changes.edits.fields import set_action_field
from plan.following.timeline import timeline
from plan.model.outline import ActionOutline, AimOutline, NoteOutline, PlanOutline, built_plan
from plan.model.plan import Plan
from store.formats import format_for

COUNCIL = format_for("dundee-2016")
OUTLINE = PlanOutline(
    title="Small",
    aims=(
        AimOutline(
            "Make help easy to find.",
            (
                ActionOutline(
                    "Publish one guide.",
                    pages="Pages 9, 16-18",
                    indicators=("Impact on families",),
                    leads=("Parenting Group", "CPC"),
                    timescale="December 2027",
                    progress=(NoteOutline("1 September 2026", "On track", "A draft is out."),),
                ),
                ActionOutline(
                    "Train the staff.",
                    pages="All",
                    leads=("cpc",),
                    timescale="March 2028",
                    progress=(NoteOutline("1 May 2026", "Complete", "Done."),),
                ),
                ActionOutline("Offer the guide’s programme.", leads=("CPC",), timescale="soon"),
            ),
        ),
        AimOutline("Hear children.", (ActionOutline("Hold an event.", timescale="May 2029"),)),
    ),
)
PLAN = built_plan(OUTLINE, "dundee-2016")


def refs(plan: Plan, wanted: ActionFilter, marks: frozenset[str] = frozenset()) -> list[str]:
    return [plan.ref_of(one) for one in Admission(plan, COUNCIL, marks).of(wanted)]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (ActionFilter(), ["1.1", "1.2", "1.3", "2.1"]),
        (ActionFilter(lead="CPC"), ["1.1", "1.2", "1.3"]),
        (ActionFilter(lead="CP"), []),
        (ActionFilter(aim="2 Hear children."), ["2.1"]),
        (ActionFilter(indicator="impact on families"), ["1.1"]),
        (ActionFilter(page="17"), ["1.1"]),
        (ActionFilter(page="1"), []),
        (ActionFilter(page="All"), ["1.2"]),
        (ActionFilter(status="on track"), ["1.1"]),
        (ActionFilter(status="No note yet"), ["1.3", "2.1"]),
        (ActionFilter(before="2027-12-01"), []),
        (ActionFilter(before="2027-12-02"), ["1.1"]),
        (ActionFilter(before="2030-01-01"), ["1.1", "2.1"]),
        (ActionFilter(text="guide's"), ["1.3"]),
        (ActionFilter(text="OUT draft"), ["1.1"]),
        (ActionFilter(text="2.1"), ["2.1"]),
        (ActionFilter(lead="CPC", status="Complete"), ["1.2"]),
        (ActionFilter(lead="CPC", text="guide", status="No note yet"), ["1.3"]),
    ],
    ids=str,
)
def test_what_is_let_through(wanted: ActionFilter, found: list[str]) -> None:
    assert refs(PLAN, wanted) == found


def test_what_is_marked_is_let_through_and_a_marked_aim_stands_for_its_actions() -> None:
    marked = ActionFilter(marked="yes")
    assert refs(PLAN, marked, frozenset({PLAN.actions[2].id})) == ["1.3"]
    assert refs(PLAN, marked, frozenset({PLAN.aims[0].id})) == ["1.1", "1.2", "1.3"]


def test_after_an_edit_the_filter_reads_what_stands_there_now() -> None:
    wanted = ActionFilter(text="puppets")
    assert refs(PLAN, wanted) == []
    change = set_action_field(PLAN, PLAN.actions[3].id, "leads", "Puppets Ltd", name="Leads")
    assert refs(applied(PLAN, change), wanted) == ["2.1"]
    assert refs(PLAN, wanted) == []


def test_the_values_of_a_kind_are_counted_whatever_their_case() -> None:
    admission = Admission(PLAN, COUNCIL)
    every = admission.of(ActionFilter())
    assert dict(admission.values("lead", every)) == {"Parenting Group": 1, "CPC": 3}
    assert dict(admission.values("page", every)) == {"9": 1, "16": 1, "17": 1, "18": 1, "All": 1}
    assert dict(admission.values("status", every[:2])) == {"On track": 1, "Complete": 1}


def test_a_condition_is_said_added_and_taken_away() -> None:
    one = ActionFilter().switched("lead", "CPC").switched("before", "2027-03-31")
    assert one.in_words == "CPC, due before 31 March 2027"
    assert one.switched("lead", "CPC").in_words == "due before 31 March 2027"
    assert one.switched("lead", "JMG").in_words == "JMG, due before 31 March 2027"
    assert condition_in_words("page", "9") == "page 9"
    assert condition_in_words("text", "guide") == "“guide”"


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("31 March 2027", "2027-03-31"),
        ("march 2027", "2027-03-01"),
        ("31/3/2027", "2027-03-31"),
        ("march", ""),
        ("CPC", ""),
        ("9", ""),
    ],
)
def test_a_date_that_is_typed_is_its_first_day(typed: str, day: str) -> None:
    assert day_typed(typed) == day


def test_what_is_kept_makes_the_same_filter_and_what_nobody_knows_is_left_out() -> None:
    one = ActionFilter(lead="CPC", page="9", before="2027-03-31")
    assert ActionFilter.of(one.kept) == one
    assert ActionFilter.of({"by": "lead", "before": "soon", "lead": "CPC"}) == ActionFilter("CPC")
    assert ActionFilter.of(replace_marks(one).kept) == one


def replace_marks(one: ActionFilter) -> ActionFilter:
    return one._replace(marked="yes")


def test_the_reviews_are_limited_by_the_same_filter() -> None:
    only = admitted_in_reviews(ActionFilter(lead="CPC", text="guide"), {"Small": PLAN}, COUNCIL)
    found = timeline({"Small": PLAN}, date(2026, 9, 26), date(2030, 1, 1), only)
    assert [one.ref for one in found] == ["1.1", "1.3"]
    assert (only.lead, only.also) == ("CPC", "“guide”")
    assert timeline({"Other": PLAN}, date(2026, 9, 26), date(2030, 1, 1), only) == ()
    assert replace(only, actions=None, also="") == admitted_in_reviews(
        ActionFilter(lead="CPC"), {"Small": PLAN}, COUNCIL
    )
