"""Timescales as officers write them, and what each is read to say."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan.changes import applied
from plan.dates import DateSpan
from plan.edits import set_action_field
from plan.edits.fields import say_what_timescale_is
from plan.reviews import reading_of
from plan.timescales import read_timescale, reading_in_words
from tests.plan.checks.sound import OUTLINE, action
from tests.plan.papers import made
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
    ("Weekly from August 2020", "from August 2020, ongoing"),
    ("First course by May 2018, then annually", "due May 2018, then every 12 months"),
    (
        "First invitation by January 2019 and annually thereafter",
        "due January 2019, then every 12 months",
    ),
    (
        "Quarterly reviews of visits made, the first review in December 2018",
        "review December 2018, then every 3 months",
    ),
    ("Immediate and ongoing", "ongoing"),
    ("With immediate effect", "ongoing"),
    ("With immediate effect. Review June 2017", "review June 2017, ongoing"),
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
    ("From April 2027, reviewed annually", "review April 2027, then every 12 months, ongoing"),
    ("", ""),
]


@pytest.mark.parametrize(("text", "read"), PRINTED)
def test_a_timescale_is_read(text: str, read: str) -> None:
    reading = read_timescale(text, MEETING)
    assert reading.problem == ""
    assert reading_in_words(reading) == read


@pytest.mark.parametrize(
    "text",
    ["Summer 2027", "as soon as possible", "31 September 2016", "December 2016 or so", "2016"],
)
def test_what_cannot_be_read_is_said_and_not_guessed(text: str) -> None:
    reading = read_timescale(text, MEETING)
    assert reading.problem.endswith("is not understood as a time.")


def test_months_of_approval_are_not_counted_without_a_meeting() -> None:
    assert read_timescale("within 6 months of approval").problem


def test_a_yearly_month_is_not_dated_without_a_meeting() -> None:
    assert (
        reading_in_words(read_timescale("Annually, in November")) == "then every 12 months, ongoing"
    )


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
