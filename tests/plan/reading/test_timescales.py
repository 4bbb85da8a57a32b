"""Timescales as officers write them, and what each is read to say."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan.changes.change import applied
from plan.changes.edits import set_action_field
from plan.changes.edits.fields import say_what_timescale_is
from plan.following.action_state import reading_of
from plan.following.reviews import reviews
from plan.reading.dates import DateSpan
from plan.reading.timescales import read_timescale, reading_in_words
from tests.plan.checks.sound import OUTLINE, action
from tests.plan.judged_papers import made
from tests.plan.strategies import plan_from

MEETING = date(2016, 9, 26)

PRINTED = [
    (
        "First review December 2016 and reviewed annually thereafter",
        "review December 2016, then every 12 months",
    ),
    (
        "September 2016 and six monthly thereafter",
        "due or reviewed September 2016, then every 6 months",
    ),
    (
        "Next review of progress September 2016 and six monthly thereafter",
        "review September 2016, then every 6 months",
    ),
    (
        "Next review of progress September 2016.Annual reviews of learning thereafter",
        "review September 2016, then every 12 months",
    ),
    (
        "December 2016. Annual reviews thereafter",
        "due or reviewed December 2016, then every 12 months",
    ),
    (
        "1 st April 2017. First review of progress September 2016",
        "due 1 April 2017, review September 2016",
    ),
    ("September 2016", "due September 2016"),
    ("by end March 2027", "due 31 March 2027"),
    ("End of March 2027", "due 31 March 2027"),
    ("By 31 March 2027", "due 31 March 2027"),
    ("31/03/27", "due 31 March 2027"),
    ("Q3 2026/27", "due October 2026 to December 2026"),
    ("Quarter 4 2026/27", "due January 2027 to March 2027"),
    ("2026/27", "due April 2026 to March 2027"),
    ("within 6 months of approval", "due 26 March 2017"),
    ("Within two weeks of committee approval", "due 10 October 2016"),
    ("ongoing", "ongoing"),
    ("Weekly", "then every week, ongoing"),
    ("On-going, reviewed quarterly", "then every 3 months, ongoing"),
    ("every three months", "then every 3 months"),
    ("Reviewed monthly", "then every month"),
    (
        "By December 2026, reviewed six-monthly thereafter",
        "due December 2026, then every 6 months",
    ),
    ("Complete", "done"),
    ("Quarterly from December 2016", "review December 2016, then every 3 months, ongoing"),
    ("Monthly from June 2021", "review June 2021, then every month, ongoing"),
    ("Weekly from August 2020", "from August 2020, then every week, ongoing"),
    ("First course by May 2018, then annually", "due May 2018, then every 12 months"),
    (
        "First invitation by January 2019 and annually thereafter",
        "due January 2019, then every 12 months",
    ),
    (
        "Quarterly reviews of visits made, the first review in December 2018",
        "review December 2018, then every 3 months",
    ),
    ("Immediate and ongoing", "from 26 September 2016, ongoing"),
    ("With immediate effect", "from 26 September 2016, ongoing"),
    (
        "With immediate effect. Review June 2017",
        "from 26 September 2016, review June 2017, ongoing",
    ),
    ("January 2017 onwards", "from January 2017, ongoing"),
    ("Annually, in November", "review November 2016, then every 12 months"),
    ("Every year in March", "review March 2017, then every 12 months"),
    ("Academic year 2017/18", "due August 2017 to June 2018"),
    (
        "March 2022, thereafter reviewed six monthly",
        "due or reviewed March 2022, then every 6 months",
    ),
    (
        "By June 2024, with an interim review in June 2023",
        "due June 2024, review June 2023",
    ),
    ("Before Remembrance Sunday, 9 November 2025", "due 9 November 2025"),
    (
        "From April 2027, reviewed annually",
        "from April 2027, review April 2028, then every 12 months, ongoing",
    ),
    ("", ""),
]


@pytest.mark.parametrize(("text", "read"), PRINTED)
def test_a_timescale_is_read(text: str, read: str) -> None:
    reading = read_timescale(text, MEETING)
    assert reading.problem == ""
    assert reading_in_words(reading) == read


SAID_OTHERWISE = [
    ("by end of March 2019", "due 31 March 2019"),
    ("Summer 2019", "due June 2019 to August 2019"),
    ("Spring term 2019", "due January 2019 to March 2019"),
    ("before the summer holidays 2019", "due 30 June 2019"),
    ("by Christmas 2018", "due 25 December 2018"),
    ("Easter 2019", "due 21 April 2019"),
    (
        "Tender May 2019, award July 2019, start on site August 2019",
        "milestone May 2019 (Tender), milestone July 2019 (award), due August 2019",
    ),
    ("mid June 2019", "due 11 June 2019 to 20 June 2019"),
    ("mid-Feb 2027", "due 11 February 2027 to 20 February 2027"),
    ("In the middle of May 2027", "due 11 May 2027 to 20 May 2027"),
    ("early May 2027", "due May 2027"),
    ("early 2020", "due January 2020 to April 2020"),
    ("Late 2019", "due September 2019 to December 2019"),
    ("2019", "due 2019"),
    ("By 2020", "due 2020"),
    ("2018-2020", "due 2018 to 2020"),
    ("FY 2018/19", "due April 2018 to March 2019"),
    ("2011-12", "due April 2011 to March 2012"),
    ("2011-11", "due November 2011"),
    ("School session 2018/19", "due August 2018 to June 2019"),
    ("End of financial year 2018/19", "due 31 March 2019"),
    ("Q4 2018-19", "due January 2019 to March 2019"),
    ("April 2018 - March 2019", "due April 2018 to March 2019"),
    ("April to June 2019", "due April 2019 to June 2019"),
    ("December to February 2019", "due December 2018 to February 2019"),
    ("From April 2018 to March 2019", "from April 2018, due March 2019"),
    ("December 2018 / January 2019", "due December 2018 to January 2019"),
    ("31 Mar 19", "due 31 March 2019"),
    ("Mar-19", "due March 2019"),
    ("Sept '18", "due September 2018"),
    ("03/2019", "due March 2019"),
    ("Within 3 months", "due 26 December 2016"),
    ("6 months from approval", "due 26 March 2017"),
    ("Short term (0-6 months)", "due 26 March 2017"),
    ("In place", "done"),
    ("Completed May 2016", "done"),
    ("Complete by May 2018", "due May 2018"),
    ("Already under way", "ongoing"),
    (
        "Ongoing – annual review each August",
        "review August 2017, then every 12 months, ongoing",
    ),
    ("annually every June", "review June 2017, then every 12 months"),
    ("each school term", "then every 4 months"),
    ("twice yearly", "then every 6 months"),
    ("Every two years", "then every 24 months"),
    (
        "First meeting August 2018, then every six weeks",
        "due August 2018, then every 6 weeks, ongoing",
    ),
    ("June 2018 (review December 2018)", "due June 2018, review December 2018"),
    ("June 2018, to be reviewed in 12 months", "due June 2018, review 30 June 2019"),
    (
        "Phase 1: June 2018; Phase 2: December 2018",
        "milestone June 2018 (Phase 1), due December 2018",
    ),
    ("by the August 2018 committee", "due August 2018"),
    ("No later than 1 May 2018", "due 1 May 2018"),
]


@pytest.mark.parametrize(("text", "read"), SAID_OTHERWISE)
def test_other_ways_of_saying_it_are_read_as_well(text: str, read: str) -> None:
    reading = read_timescale(text, MEETING)
    assert reading.problem == ""
    assert reading_in_words(reading) == read


@pytest.mark.parametrize(
    "text",
    [
        *("Short term", "TBC", "as soon as possible", "Next committee cycle", "Subject to funding"),
        *("31 September 2016", "every child", "16", "2018-9999-1", "31/02/2017", "By Week 3"),
        *("Q5 2026/27", "Not June 2027", "90% complete", "Not yet started"),
    ],
)
def test_what_cannot_be_read_is_said_and_not_guessed(text: str) -> None:
    reading = read_timescale(text, MEETING)
    assert reading.unread == text
    is_a_date = text in ("31 September 2016", "31/02/2017")
    why = "is no day of the calendar." if is_a_date else "is not understood as a time."
    assert reading.problem.endswith(why)


def test_months_of_approval_are_not_counted_without_a_meeting() -> None:
    reading = read_timescale("within 6 months of approval")
    assert reading.due is None
    assert reading.problem == ("Which day is the meeting? “6 months of approval” counts from it.")


def test_a_yearly_month_is_not_dated_without_a_meeting() -> None:
    reading = read_timescale("Annually, in November")
    assert reading_in_words(reading) == "then every 12 months"
    assert reading.asks == "Which year is meant by “November”?"


def test_what_is_reviewed_is_kept() -> None:
    text = "Next review September 2016. Annual reviews of learning and development thereafter"
    assert read_timescale(text).scope == "learning and development"


def test_a_month_stays_a_month() -> None:
    reading = read_timescale("September 2016")
    assert reading.due == DateSpan(date(2016, 9, 1), date(2016, 9, 30))


@given(st.text(max_size=80))
def test_any_text_is_read_or_is_said_not_to_be(text: str) -> None:
    reading = read_timescale(text, MEETING)
    assert isinstance(reading_in_words(reading), str)


WORDS = (
    *("by", "end of", "from", "to", "March 2019", "Easter 9999", "2018/19", "9998-9999", "1st"),
    *("review", "in 99 years", "every 12 months", "annually", "each August", "31/12/9999", "-"),
    *("Q3 2026/27", "summer", "0000", "within 6 months", "(", ")", "onwards", "completed", "and"),
)


@given(st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join))
def test_whatever_words_of_time_are_strung_together_have_dates_of_the_calendar(text: str) -> None:
    plan = plan_from(action(1, timescale=text)(OUTLINE))
    assert all(one.when.first <= one.when.last for one in reviews(plan, MEETING, date(2020, 1, 1)))


def test_the_officer_is_asked_once_and_anew_where_the_text_changes() -> None:
    plan = plan_from(action(1, timescale="September 2016 and six monthly thereafter")(OUTLINE))
    first = plan.actions[0].id
    assert reading_of(plan, plan.actions[0]).is_either
    said = made(plan, say_what_timescale_is(plan, first, "review"))
    assert reading_in_words(reading_of(said, said.actions[0])) == (
        "review September 2016, then every 6 months"
    )
    due = made(plan, say_what_timescale_is(plan, first, "due"))
    assert not reading_of(due, due.actions[0]).is_either
    other = set_action_field(said, first, "timescale", "March 2017 and monthly", name="timescale")
    changed = applied(said, other)
    assert changed.actions[0].timescale_is == ""
    assert reading_of(changed, changed.actions[0]).is_either
    assert reading_of(made(said, other), changed.actions[0]).is_either


@pytest.mark.parametrize("text", ["Immediate", "Straight away", "With immediate effect"])
def test_what_begins_at_once_asks_for_the_meeting_where_there_is_none(text: str) -> None:
    read = read_timescale(text)
    assert (read.begins, read.is_ongoing) == (None, True)
    assert read.asks.startswith("Which day is the meeting?")


def test_what_begins_at_once_after_something_else_asks_for_its_day() -> None:
    read = read_timescale("Immediately after the audit", date(2026, 12, 16))
    assert (read.begins, read.is_ongoing) == (None, False)
    assert read.asks == (
        "When is that? “Immediately after the audit” counts from a day that is not given."
    )


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("2027/28 – in place for August 2027", "due August 2027"),
        ("Session 2027/28: ready by October 2027", "due October 2027"),
        ("Before the growing season starts in March 2027", "due March 2027"),
    ],
)
def test_a_year_that_only_says_which_is_no_second_date(text: str, due: str) -> None:
    assert reading_in_words(read_timescale(text, date(2026, 12, 16))) == due


@pytest.mark.parametrize("text", ["Week 3 of term 2", "Weeks 1-6 of the summer holidays 2027"])
def test_a_week_of_a_term_is_asked_for_its_days(text: str) -> None:
    read = read_timescale(text, date(2026, 12, 16))
    assert (read.due, read.asks) == (None, f"Which days are “{text}”?")


@pytest.mark.parametrize(
    "text", ["Original: 31 March 2027; revised: 31 March 2027", "31 March 2027 (was 31 March 2027)"]
)
def test_a_date_that_was_the_same_was_no_other(text: str) -> None:
    reading = read_timescale(text)
    assert (reading.due is not None, reading.was) == (True, None)
