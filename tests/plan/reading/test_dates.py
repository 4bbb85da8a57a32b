"""Dates as officers type them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan.reading.dates import DateSpan, date_in_words, read_date, span_of

DAY = date(2016, 9, 26)


@pytest.mark.parametrize(
    "typed",
    [
        "26 September 2016",
        "26 Sept 2016",
        "26th September 2016",
        "26 th September, 2016.",
        "Monday 26 September 2016",
        "Mon 26 September 2016",
        "mon. 26 Sept 2016",
        "26/09/16",
        "26/9/2016",
        "26.9.2016",
        "26-09-2016",
        "2016-09-26",
        " 26  SEPTEMBER\n2016 ",
        "MONDAY 26TH SEPTEMBER 2016",
        "Monday the 26th of September, 2016",
        "10.00am, Monday, 26 September 2016",
        "Monday 26 September 2016 at 2 pm",
    ],
)
def test_a_day_is_read(typed: str) -> None:
    assert read_date(typed) == DateSpan(DAY, DAY)


@pytest.mark.parametrize("typed", ["September 2016", "Sept 2016", "09/2016", "2016-09"])
def test_a_month_is_all_of_its_days(typed: str) -> None:
    assert read_date(typed) == DateSpan(date(2016, 9, 1), date(2016, 9, 30))


@pytest.mark.parametrize(
    "typed",
    ["", "soon", "31 September 2016", "26 Septober 2016", "Ma 2016", "2016", "26 September"],
)
def test_what_is_no_date_is_not_guessed(typed: str) -> None:
    assert read_date(typed) is None


@given(st.dates(date(1000, 1, 1)))
def test_a_day_in_words_is_read_as_that_day(day: date) -> None:
    assert read_date(date_in_words(day)) == DateSpan(day, day)


@given(st.text())
def test_any_text_is_read_or_is_no_date(text: str) -> None:
    read = read_date(text)
    assert read is None or read.first <= read.last


def test_a_span_knows_whether_it_is_a_day() -> None:
    month, day = span_of(2016, 2), span_of(2016, 2, 29)
    assert month is not None
    assert day is not None
    assert (month.is_day, day.is_day) == (False, True)
    assert month.last == day.last
    assert span_of(2017, 2, 29) is None
