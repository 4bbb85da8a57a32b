"""What is due or reviewed when: each month kept, each recurrence in its month."""

from dataclasses import replace
from datetime import date

import pytest

from plan.changes.change import applied
from plan.changes.edits import set_cover_field
from plan.following.action_state import approved_on
from plan.following.reviews import ambiguous, first_dates, overdue, reviews, unreadable
from plan.model.outline import AimOutline, NoteOutline
from tests.plan.checks.sound import FIRST, OUTLINE
from tests.plan.dated_plans import MEETING, PLAN, plan_of
from tests.plan.judged_papers import report_plan
from tests.plan.strategies import plan_from


def test_the_paper_of_2016_at_its_meeting() -> None:
    found = reviews(PLAN, MEETING, date(2017, 4, 1))
    by_when: dict[str, list[str]] = {}
    for one in found:
        by_when.setdefault(one.when_iso, []).append(one.ref)
    assert by_when == {
        "2016-09": ["2.1", "2.2", "2.3", "4.1", "4.2", "4.3", "4.4"],
        "2016-12": ["1.1", "3.1", "4.5"],
        "2017-03": ["2.1", "2.2"],
        "2017-04-01": ["4.1", "4.2", "4.4"],
    }


def test_what_a_date_is_stands_beside_it() -> None:
    kinds = {(one.ref, one.when_iso): one.kind for one in reviews(PLAN, MEETING, date(2017, 4, 1))}
    assert kinds["2.1", "2016-09"] == "either"
    assert kinds["2.1", "2017-03"] == "review"
    assert kinds["4.1", "2016-09"] == "review"
    assert kinds["4.1", "2017-04-01"] == kinds["4.3", "2016-09"] == "due"


def test_recurrences_keep_their_month_for_years() -> None:
    found = [one.when_iso for one in reviews(PLAN, MEETING, date(2019, 12, 31)) if one.ref == "1.1"]
    assert found == ["2016-12", "2017-12", "2018-12", "2019-12"]
    in_2041 = reviews(PLAN, date(2041, 1, 1), date(2041, 12, 31))
    assert [one.when_iso for one in in_2041 if one.ref == "1.1"] == ["2041-12"]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        (
            "First review 31 August 2016 and monthly thereafter",
            ["2016-08-31", "2016-09-30", "2016-10-31"],
        ),
        (
            "First review 15 August 2016 and monthly thereafter",
            ["2016-08-15", "2016-09-15", "2016-10-15"],
        ),
        ("First review February 2016 and annually thereafter", ["2016-02"]),
    ],
)
def test_what_recurs_keeps_its_day_and_the_last_day_of_a_month_is_its_last(
    text: str, dates: list[str]
) -> None:
    found = reviews(plan_of(((text,),)), date(2016, 1, 1), date(2016, 10, 31))
    assert [one.when_iso for one in found] == dates


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        (
            "First review 31 January 2027 and monthly thereafter",
            ["2027-01-31", "2027-02-28", "2027-03-31", "2027-04-30"],
        ),
        (
            "First review 29 February 2028 and annually thereafter",
            ["2028-02-29", "2029-02-28", "2030-02-28", "2031-02-28", "2032-02-29"],
        ),
        (
            "First review January 2027 and six monthly thereafter",
            ["2027-01", "2027-07", "2028-01", "2028-07"],
        ),
    ],
)
def test_no_month_is_left_out_and_none_slips_where_a_day_is_wanting(
    text: str, dates: list[str]
) -> None:
    found = reviews(plan_of(((text,),)), date(2027, 1, 1), date(2032, 12, 31))
    assert [one.when_iso for one in found][: len(dates)] == dates


def test_both_the_first_and_the_last_day_that_are_asked_about_count() -> None:
    plan = plan_of((("26 September 2016", "1 October 2016", "2 October 2016"),))
    assert [one.ref for one in reviews(plan, MEETING, date(2016, 10, 1))] == ["1.1", "1.2"]
    assert [one.ref for one in reviews(plan, date(2016, 9, 27), date(2016, 10, 2))] == [
        "1.2",
        "1.3",
    ]


def test_what_lies_back_without_a_note_since_is_overdue() -> None:
    assert [one.ref for one in overdue(PLAN, MEETING)] == []
    late = [one.ref for one in overdue(PLAN, date(2016, 10, 3))]
    assert late == ["2.1", "2.2", "2.3", "4.1", "4.2", "4.3", "4.4"]
    noted = replace(
        FIRST, timescale="September 2016", progress=(NoteOutline("26 September 2016", "", "Done."),)
    )
    plan = plan_from(replace(OUTLINE, aims=(AimOutline("An aim.", (noted,)),)))
    assert overdue(plan, date(2016, 10, 3)) == ()


def test_what_is_overdue_longest_comes_first() -> None:
    plan = plan_of((("June 2016", "May 2016"), ("30 June 2016", "April 2016")))
    assert [one.ref for one in overdue(plan, MEETING)] == ["2.2", "1.2", "1.1", "2.1"]


@pytest.mark.parametrize(
    ("typed", "day"),
    [("26 September 2016", MEETING), ("September 2016", None), ("", None), ("soon", None)],
)
def test_an_approval_is_counted_from_the_day_of_the_meeting_and_from_no_month(
    typed: str, day: date | None
) -> None:
    assert approved_on(report_plan(meeting_date=typed)) == day


@pytest.mark.parametrize(
    ("first", "today", "latest"),
    [
        ("June 2015", date(2017, 2, 1), "2016-12"),
        ("30 June 2015", date(2016, 12, 15), "2016-06-30"),
        ("30 June 2015", date(2016, 12, 30), "2016-06-30"),
        ("30 June 2015", date(2016, 12, 31), "2016-12-30"),
    ],
)
def test_of_what_recurs_the_latest_is_overdue(first: str, today: date, latest: str) -> None:
    plan = plan_of(((f"First review {first} and six monthly thereafter",),))
    assert [one.when_iso for one in overdue(plan, today)] == [latest]


@pytest.mark.parametrize(
    ("noted", "is_late"),
    [
        ("31 August 2016", True),
        ("August 2016", True),
        ("1 September 2016", False),
        ("September 2016", False),
        ("lately", True),
    ],
)
def test_a_note_from_before_says_nothing_of_what_came_after(noted: str, is_late: bool) -> None:
    action = replace(
        FIRST, timescale="September 2016", progress=(NoteOutline(noted, "", "Begun."),)
    )
    plan = plan_from(replace(OUTLINE, aims=(AimOutline("An aim.", (action,)),)))
    assert bool(overdue(plan, date(2016, 10, 3))) == is_late


def test_what_is_done_is_neither_overdue_nor_to_come() -> None:
    plan = plan_of((("June 2016. Complete", "December 2016. Completed"),))
    assert overdue(plan, MEETING) == ()
    assert reviews(plan, date(2016, 1, 1), date(2016, 12, 31)) == ()
    assert [first_dates(plan, action) for action in plan.actions] == [(), ()]


@pytest.mark.parametrize(
    ("status", "is_late"),
    [
        ("Complete", False),
        ("Delivered June 2016", False),
        ("To be achieved", True),
        ("Due to be delivered", True),
        ("Not fully delivered", True),
        ("Will be done by June", True),
        ("Delivered March 2017", True),
    ],
)
def test_what_is_still_to_come_or_is_denied_stays_overdue(status: str, is_late: bool) -> None:
    for noted in ("August 2016", "2 October 2016"):
        note = NoteOutline(noted, status, "Noted.")
        action = replace(FIRST, timescale="By September 2016", progress=(note,))
        plan = plan_from(replace(OUTLINE, aims=(AimOutline("An aim.", (action,)),)))
        assert bool(overdue(plan, date(2016, 10, 3))) == is_late


def test_the_first_dates_of_an_action_are_its_delivery_and_its_first_review() -> None:
    texts = (
        "1st April 2017. First review September 2016 and monthly thereafter",
        "September 2016 and six monthly thereafter",
    )
    plan = plan_of((texts,))
    found = [[(one.when_iso, one.kind) for one in first_dates(plan, two)] for two in plan.actions]
    assert found == [[("2017-04-01", "due"), ("2016-09", "review")], [("2016-09", "either")]]


def test_up_to_the_end_of_all_calendars_the_reviews_come_to_an_end() -> None:
    plan = plan_of((("First review January 9899 and six monthly thereafter",),))
    found = reviews(plan, date(9899, 1, 1), date.max)
    assert [one.when_iso for one in found] == ["9899-01", "9899-07", "9900-01"]


def test_what_is_asked_and_what_cannot_be_read_is_listed() -> None:
    assert [PLAN.ref_of(one.id) for one in ambiguous(PLAN)] == ["2.1", "3.1", "4.5"]
    odd = plan_of((("In due course", "May 2027"),))
    assert [odd.ref_of(one.id) for one, _ in unreadable(odd)] == ["1.1"]


def test_every_milestone_is_in_the_reviews_and_the_last_is_when_it_is_due() -> None:
    plan = plan_of((("Scoping by March 2027; launch June 2027; review December 2027",),))
    found = reviews(plan, date(2027, 1, 1), date(2027, 12, 31))
    assert [(one.when_iso, one.kind) for one in found] == [
        ("2027-03", "milestone"),
        ("2027-06", "due"),
        ("2027-12", "review"),
    ]


def test_of_revised_dates_only_the_new_one_is_due() -> None:
    plan = plan_of((("June 2016 – extended to March 2027",),))
    assert overdue(plan, MEETING) == ()
    found = reviews(plan, date(2016, 1, 1), date(2027, 12, 31))
    assert [(one.when_iso, one.kind) for one in found] == [("2027-03", "due")]


def test_a_start_is_no_review() -> None:
    plan = plan_of((("Start April 2027, complete by March 2028",),))
    found = reviews(plan, date(2027, 1, 1), date(2028, 12, 31))
    assert [(one.when_iso, one.kind) for one in found] == [("2028-03", "due")]


def test_what_recurs_until_a_day_ends_then() -> None:
    plan = plan_of((("Quarterly from June 2027 to March 2028",),))
    found = reviews(plan, date(2027, 1, 1), date(2030, 12, 31))
    assert [one.when_iso for one in found if one.kind == "review"] == [
        *("2027-06", "2027-09", "2027-12")
    ]


def test_the_years_of_the_plan_are_counted_from_what_the_cover_says() -> None:
    plan = plan_of((("By end of Year 2", "Biannually, next in May 2027"),))
    assert [plan.ref_of(one.id) for one, _ in unreadable(plan)] == ["1.1"]
    for field, text in (("year_1_begins", "April 2027"), ("biannually_means", "Twice a year")):
        plan = applied(plan, set_cover_field(plan, field, text, name=field))
    found = reviews(plan, date(2027, 1, 1), date(2029, 3, 31))
    assert unreadable(plan) == ()
    assert [(one.ref, one.when_iso) for one in found][:2] == [
        ("1.2", "2027-05"),
        ("1.2", "2027-11"),
    ]
    assert [(one.when_iso, one.kind) for one in found if one.ref == "1.1"] == [
        ("2029-03-31", "due")
    ]
