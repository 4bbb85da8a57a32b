"""The timeline: of one plan or several, by month, lead, aim or plan."""

from dataclasses import replace
from datetime import date

import pytest

from plan.following.timeline import (
    MISSING,
    NO_LEAD,
    OVERDUE,
    UNREAD,
    UNSAID,
    Grouping,
    TimelineFilter,
    TimelineGroup,
    grouped,
    leads_of,
    months,
    timeline,
)
from plan.model.outline import AimOutline
from plan.model.plan import Plan
from tests.plan.checks.sound import FIRST, OUTLINE
from tests.plan.strategies import plan_from

DAY, LATER = date(2026, 11, 24), date(2027, 11, 24)


AIMS = (
    AimOutline(
        "Make help easy to find.",
        (
            replace(FIRST, timescale="March 2027", leads=("Parenting Group", "Youth Council")),
            replace(FIRST, timescale="June 2026", leads=("parenting group",)),
            replace(FIRST, timescale="when time allows", leads=()),
        ),
    ),
    AimOutline(
        "Hear children.",
        (
            replace(FIRST, timescale="January 2027 and six monthly thereafter"),
            replace(FIRST, timescale=""),
        ),
    ),
)
ONE = plan_from(replace(OUTLINE, aims=AIMS))
OTHER = plan_from(
    replace(OUTLINE, aims=(AimOutline("Feed.", (replace(FIRST, timescale="31/3/2027"),)),))
)
ENTRIES = timeline({"One": ONE}, DAY, LATER)


def refs(groups: tuple[TimelineGroup, ...]) -> dict[str, list[str]]:
    return {group.heading: [one.ref for one in group.entries] for group in groups}


def plan_of(*timescales: str) -> Plan:
    actions = tuple(replace(FIRST, timescale=text) for text in timescales)
    return plan_from(replace(OUTLINE, aims=(AimOutline("An aim.", actions),)))


def test_by_month_what_wants_an_answer_stands_apart() -> None:
    assert list(refs(grouped(ENTRIES, "month")).items()) == [
        (OVERDUE, ["1.2"]),
        ("January 2027", ["2.1"]),
        ("March 2027", ["1.1"]),
        ("July 2027", ["2.1"]),
        (UNSAID, ["2.1"]),
        (UNREAD, ["1.3", "2.2"]),
    ]
    remarks = [one.remark for one in ENTRIES if one.standing == "unread"]
    assert remarks == ["“when time allows” is not understood as a time.", MISSING]


def test_by_lead_an_action_stands_under_each_of_its_leads() -> None:
    found = refs(grouped(ENTRIES, "lead"))
    assert found["parenting group"] == ["1.2", "2.1", "1.1", "2.1", "2.1", "2.2"]
    assert found["Youth Council"] == ["1.1"]
    assert list(found)[-1] == NO_LEAD


def test_by_aim_in_the_order_of_the_plan() -> None:
    found = refs(grouped(ENTRIES, "aim"))
    assert list(found) == ["1 Make help easy to find.", "2 Hear children."]


def test_of_several_plans_one_aim_after_another_and_the_tenth_after_the_ninth() -> None:
    action = replace(FIRST, timescale="March 2027")
    earlier = replace(FIRST, timescale="January 2027")
    aims = [AimOutline(f"Aim {number}.", (action,)) for number in range(1, 10)]
    plan = plan_from(replace(OUTLINE, aims=(*aims, AimOutline("", (earlier,)))))
    found = grouped(timeline({"One": plan, "Another": OTHER}, DAY, LATER), "aim")
    assert [group.heading for group in found] == [
        "1 Feed.",
        *(f"{number} Aim {number}." for number in range(1, 10)),
        "10 (no text yet)",
    ]


def test_the_soonest_comes_first_whatever_its_plan() -> None:
    plans = {"One": plan_of("May 2027", "March 2027"), "Two": plan_of("April 2027")}
    entries = timeline(plans, DAY, LATER)
    assert [(one.plan, one.ref) for one in entries] == [
        ("One", "1.2"),
        ("Two", "1.1"),
        ("One", "1.1"),
    ]


def test_every_entry_is_told_from_every_other() -> None:
    plan = plan_of(
        "30 April 2027. First review April 2027",
        "First review January 2027 and monthly thereafter",
    )
    entries = timeline({"One": plan}, DAY, LATER)
    assert len({one.id for one in entries}) == len(entries) > len(plan.actions)


def test_by_plan_across_the_desk() -> None:
    entries = timeline({"One": ONE, "Another": OTHER}, DAY, LATER)
    found = refs(grouped(entries, "plan"))
    assert list(found) == ["Another", "One"]
    in_lower_case = timeline({"b": ONE, "C": OTHER, "A": OTHER}, DAY, LATER)
    assert list(refs(grouped(in_lower_case, "plan"))) == ["A", "b", "C"]
    assert found["Another"] == ["1.1"]
    by_month = refs(grouped(entries, "month"))
    assert by_month["March 2027"] == ["1.1", "1.1"]
    assert len({one.id for one in entries}) == len(entries)


@pytest.mark.parametrize("by", ["month", "lead", "aim", "plan"])
def test_nothing_is_left_out_of_a_grouping(by: Grouping) -> None:
    listed = {one.id for group in grouped(ENTRIES, by) for one in group.entries}
    assert listed == {one.id for one in ENTRIES}


def test_one_lead_or_one_aim_alone() -> None:
    for typed in ("youth council", "Youth Council", "YOUTH COUNCIL"):
        of_council = timeline({"One": ONE}, DAY, LATER, TimelineFilter(lead=typed))
        assert [one.ref for one in of_council] == ["1.1"]
    of_aim = timeline({"One": ONE}, DAY, LATER, TimelineFilter(aim="2 Hear children."))
    assert {one.ref for one in of_aim} == {"2.1", "2.2"}


def test_empty_months_are_in_the_line_too() -> None:
    line = months(ENTRIES, DAY, date(2027, 3, 31))
    assert line == (
        ("November 2026", 0),
        ("December 2026", 0),
        ("January 2027", 1),
        ("February 2027", 0),
        ("March 2027", 1),
    )


def test_what_is_overdue_is_not_counted_in_its_month() -> None:
    entries = timeline({"One": plan_of("1 November 2026", "30 November 2026")}, DAY, LATER)
    assert months(entries, DAY, DAY) == (("November 2026", 1),)


def test_a_timescale_of_spaces_is_missing() -> None:
    (entry,) = timeline({"One": plan_of("  ")}, DAY, LATER)
    assert (entry.standing, entry.remark) == ("unread", MISSING)


def test_leads_are_named_once_in_order_however_they_are_written() -> None:
    assert leads_of((ONE,)) == ("Parenting Group", "Youth Council")
    first = replace(FIRST, leads=("Youth Council", "a board", "Board B"))
    plan = plan_from(replace(OUTLINE, aims=(AimOutline("An aim.", (first,)),)))
    assert leads_of((plan, ONE)) == ("a board", "Board B", "Parenting Group", "Youth Council")


def test_before_committee_what_comes_later_is_not_listed() -> None:
    before = timeline({"One": ONE}, DAY, date(2027, 2, 1))
    assert [one.ref for one in before if one.standing == "coming"] == ["2.1"]
