"""Each word of a timescale by itself: how often, how many, which year; and what is next to it."""

from dataclasses import replace
from datetime import date

import pytest

from plan.reading.timescales import TimescaleReading, read_timescale, reading_in_words

MEETING = date(2016, 9, 26)

EVERY = {
    "P12M": "annual, annually, yearly, every year, each year, annual reviews, per annum",
    "P6M": "six monthly, six-monthly, 6 monthly, twice a year, half yearly, twice per year",
    "P24M": "biennially, every two years, every second year, every other year, two-yearly",
    "P4M": "termly, every four months, three times a year, each school term",
    "P3M": "quarterly, every quarter, each quarter, every 3 months, four times per year",
    "P2M": "bi-monthly, half-termly, every two months",
    "P1M": "monthly, every month, each month, every one months",
    "P6W": "six weekly, every 6 weeks, every six weeks, 6-weekly",
    "P2W": "fortnightly, every fortnight, every two weeks",
    "P1W": "weekly, every week, each week",
    "P1D": "daily",
}
"""How often, as a period of ISO 8601, what these words say comes again."""
COUNTED = {"one": 1, "two": 2, "three": 3, "four": 4, "six": 6, "nine": 9, "twelve": 12}


@pytest.mark.parametrize(
    ("text", "every"),
    [(word, every) for every, words in EVERY.items() for word in words.split(", ")],
)
def test_how_often_is_read_from_the_word(text: str, every: str) -> None:
    reading = read_timescale(text)
    months = int(every[1:-1]) if every.endswith("M") else 0
    expected = TimescaleReading(rhythm=every, every=months, is_ongoing=not months)
    assert replace(reading, told="") == expected
    dated = read_timescale(f"First review June 2017 and {text} thereafter")
    assert (dated.problem, dated.rhythm) == ("", every)
    assert dated.review == read_timescale("June 2017").due


@pytest.mark.parametrize(("word", "count"), [*COUNTED.items(), ("eighteen", 18), ("10", 10)])
def test_a_number_may_be_a_word(word: str, count: int) -> None:
    assert read_timescale(f"every {word} months").every == count
    reading = read_timescale(f"within {word} months of approval", MEETING)
    assert reading.due is not None
    months = (reading.due.first.year - 2016) * 12 + reading.due.first.month - MEETING.month
    assert (months, reading.due.first.day) == (count, MEETING.day)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Q1 2026/27", "due April 2026 to June 2026"),
        ("Q2 2026/27. Review March 2027", "due July 2026 to September 2026, review March 2027"),
        ("2026/27. Review May 2027", "due April 2026 to March 2027, review May 2027"),
        ("2026/2027", "due April 2026 to March 2027"),
        ("1999/00", "due April 1999 to March 2000"),
        ("School year 2026/27", "due August 2026 to June 2027"),
        ("Financial year 2026/27", "due April 2026 to March 2027"),
        ("Weekly", "then every week, ongoing"),
        ("Every year in September", "review September 2016, then every 12 months"),
        ("Every year in August", "review August 2017, then every 12 months"),
        ("January 2017 onwards. Review June 2017", "from January 2017, review June 2017, ongoing"),
        ("January 2017, June 2017 onwards", "from June 2017, due January 2017, ongoing"),
        (
            "By June 2017. First review March 2017, then annually",
            "due June 2017, review March 2017, then every 12 months",
        ),
        ("March 2017. June 2018", "milestone March 2017, due June 2018"),
        (
            "First review March 2017. Next review June 2018",
            "milestone June 2018 (Next review), review March 2017",
        ),
        (
            "From April 2027. First review June 2028, then annually",
            "from April 2027, review June 2028, then every 12 months, ongoing",
        ),
        ("Completed. Review June 2017", "review June 2017, done"),
    ],
)
def test_words_are_read_beside_one_another(text: str, read: str) -> None:
    reading = read_timescale(text, MEETING)
    assert (reading.problem, reading_in_words(reading)) == ("", read)


@pytest.mark.parametrize(
    "text",
    [
        *("2026/26", "Q5 2026/27", "Not done", "Not completed yet", "Not ongoing"),
        *("within a while of approval", "Non-complete", "Octember"),
    ],
)
def test_what_only_holds_such_a_word_is_not_read(text: str) -> None:
    reading = read_timescale(text, MEETING)
    assert reading.problem.endswith("is not understood as a time.")
    assert not reading.is_done


@pytest.mark.parametrize(
    ("text", "read", "unread"),
    [
        ("around 2026/27", "due April 2026 to March 2027", "around"),
        ("soon, in March 2027", "due March 2027", "soon"),
        ("December 2016 or so", "due December 2016", "or so"),
        ("Annually, in Octember", "then every 12 months", "in Octember"),
        (
            "By February 2020 (Subject to Recruitment)",
            "due February 2020",
            "Subject to Recruitment",
        ),
        (
            "31 Dec 2019, then reported to the Board",
            "due 31 December 2019",
            "then reported to the Board",
        ),
    ],
)
def test_beside_what_is_read_the_words_that_nobody_could_date_are_quoted(
    text: str, read: str, unread: str
) -> None:
    reading = read_timescale(text, MEETING)
    assert (reading_in_words(reading), reading.unread, reading.problem) == (read, unread, "")


@pytest.mark.parametrize(("length", "shown"), [(40, "x" * 40), (41, "x" * 39 + "…")])
def test_what_is_not_read_is_told_on_a_line(length: int, shown: str) -> None:
    reading = read_timescale("x" * length)
    assert reading.problem == f"“{shown}” is not understood as a time."


def test_of_what_is_reviewed_nothing_is_kept_where_nothing_is_said() -> None:
    assert read_timescale("June 2017 and annually thereafter").scope == ""


def test_the_officers_answer_decides_what_an_ambiguous_date_is() -> None:
    either = read_timescale("March 2017 and annually thereafter")
    assert (either.is_either, either.due, either.review) == (True, either.review, either.due)
    assert either.meant_as("") == either
    assert either.meant_as("due") == replace(either, is_either=False)
    assert either.meant_as("review") == replace(either, is_either=False, due=None)
    plain = read_timescale("March 2017")
    assert plain.meant_as("review") == plain


@pytest.mark.parametrize(
    "text",
    [
        "Festive period 2026/27",
        "half way through session 2026-27",
        "Half year point 2027/28",
        "Bonfire Night 2027",
        "Growing season 2027",
        "first third of 2027",
        "Week 24, 2027",
        "06.2027",
    ],
)
def test_a_part_of_a_year_that_nobody_can_date_is_not_its_end(text: str) -> None:
    reading = read_timescale(text, date(2026, 12, 16))
    assert (reading.due, reading.unread) == (None, text)


@pytest.mark.parametrize("text", ["Survey 2027", "Half of schools by 2027", "Plan period 2026/27"])
def test_a_year_with_other_words_before_it_is_that_year(text: str) -> None:
    reading = read_timescale(text, date(2026, 12, 16))
    assert reading.due is not None
    assert not reading.unread
