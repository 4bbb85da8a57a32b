"""Timescales of every kind with their right values: `timescales.tsv` beside this file.

What the first 160 mean was written down before they were tried; the others were tried and looked at
one by one. The meeting is on 16 December 2026. A day stands alone, a longer time as its first and
last day. `flags`: o goes on, d done, e due or review, a something is asked, t something was assumed
and is told.
"""

import csv
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan.reading.dates import DateSpan
from plan.reading.timescales import TimescaleReading, read_timescale, reading_in_words

MEETING = date(2026, 12, 16)
CASES = Path(__file__).with_name("timescales.tsv")


def cases() -> list[dict[str, str]]:
    with CASES.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


ROWS = cases()
PHRASES = [row["phrase"] for row in ROWS]


def days(span: DateSpan | None) -> str:
    if span is None:
        return ""
    return str(span.first) if span.is_day else f"{span.first}/{span.last}"


def row_of(text: str, read: TimescaleReading) -> dict[str, str]:
    flags = {
        "o": read.is_ongoing,
        "d": read.is_done,
        "e": read.is_either,
        "a": bool(read.asks),
        "t": bool(read.told),
    }
    milestones = (f"{one.when.last} {one.what}".strip() for one in read.milestones)
    return {
        "phrase": text,
        "due": days(read.due),
        "begins": days(read.begins),
        "review": days(read.review),
        "was": days(read.was),
        "every": read.rhythm,
        "milestones": "; ".join(milestones),
        "flags": "".join(flag for flag, is_so in flags.items() if is_so),
        "unread": read.unread,
    }


def test_every_timescale_is_read_as_it_is_meant() -> None:
    read = [row_of(text, read_timescale(text, MEETING)) for text in PHRASES]
    assert [row for row in read if row not in ROWS] == []


def meaning(read: TimescaleReading) -> tuple[Any, ...]:
    return (read.due, read.begins, read.review, read.was, read.rhythm, read.is_done)


def test_capitals_change_nothing() -> None:
    read = {text: meaning(read_timescale(text, MEETING)) for text in PHRASES}
    shouted = {text: meaning(read_timescale(text.upper(), MEETING)) for text in PHRASES}
    assert shouted == read


def test_lines_that_a_narrow_cell_breaks_change_nothing() -> None:
    read = {text: meaning(read_timescale(text, MEETING)) for text in PHRASES}
    broken = {text: meaning(read_timescale(text.replace(" ", "\n"), MEETING)) for text in PHRASES}
    assert broken == read


def test_nothing_is_dated_from_a_meeting_that_nobody_has_named() -> None:
    """What another meeting would change is asked where there is none, and never dated."""
    for text in PHRASES:
        here, later = (read_timescale(text, day) for day in (MEETING, date(2031, 5, 4)))
        alone = read_timescale(text)
        for name in ("due", "begins", "review"):
            found = {getattr(here, name), getattr(later, name)}
            if len(found) == 2 and None not in found:
                assert getattr(alone, name) is None, text
                assert alone.asks or alone.is_done or alone.rhythm, text


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("by 16 August", "Which year is meant by “16 August”?"),
        ("Within 6 Months", "Which day is the meeting? “6 Months” counts from it."),
        ("By end of Year 2", "When does year 1 begin? “Year 2” counts from it."),
        ("Bi-annually", "Does “Bi-annually” mean twice a year, or every two years?"),
        ("March 31", "Is “March 31” the day of a month, or March 2031?"),
    ],
)
def test_what_only_the_officer_knows_is_asked_in_the_officers_letters(
    text: str, asked: str
) -> None:
    read = read_timescale(text)
    assert (read.asks, read.problem, read.unread) == (asked, asked, "")
    assert not read.is_dated


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Calendar year 2027", "due 2027"),
        ("By the end of calendar year 2027", "due 31 December 2027"),
        ("By the end of year 2027", "due 31 December 2027"),
    ],
)
def test_a_calendar_year_ends_with_december(text: str, words: str) -> None:
    assert reading_in_words(read_timescale(text, MEETING)) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Year 1", "due April 2027 to March 2028"),
        ("Years 1-3", "due April 2027 to March 2030"),
        ("By end of Year 2", "due 31 March 2029"),
        ("Biannually", "then every 6 months"),
    ],
)
def test_what_the_officer_says_once_is_read_from_then_on(text: str, words: str) -> None:
    read = read_timescale(text, MEETING, date(2027, 4, 1), "twice a year")
    assert (read.asks, read.needs, reading_in_words(read)) == ("", (), words)
    every_two_years = read_timescale("Bi-annually", MEETING, None, "every two years")
    assert every_two_years.rhythm == "P24M"


WORDS = st.sampled_from(
    [word for text in PHRASES for word in text.split()]
    + ["31/02/2027", "99", "0", "9999", "(", ")", ";", "¼", "İ", "²", "٣", "–", "10000"]
)
TEXTS = st.lists(WORDS, max_size=14).map(" ".join) | st.text(max_size=60)


@given(TEXTS, st.none() | st.dates())
def test_no_text_is_too_odd_to_be_read(text: str, meeting: date | None) -> None:
    read = read_timescale(text, meeting)
    assert isinstance(reading_in_words(read), str)
    for span in (read.due, read.begins, read.review, read.was, *(m.when for m in read.milestones)):
        assert span is None or span.first <= span.last
    assert bool(text.strip()) <= (read.says_when or bool(read.asks) or bool(read.unread))


@given(TEXTS, st.none() | st.dates())
def test_what_is_quoted_is_in_the_text_as_it_was_typed(text: str, meeting: date | None) -> None:
    read = read_timescale(text, meeting)
    assert read.unread in text
    assert all(one.what in text for one in read.milestones)


def calls_of(text: str) -> int:
    """Return how many functions are called while a text is read."""
    count = 0

    def counted(*_: object) -> None:
        nonlocal count
        count += 1

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        read_timescale.__wrapped__(text, MEETING)
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize(
    "text",
    [
        *("June 2027 and ", "review, ", "not done, ", "6 months of the plan ", "(", "every "),
        *(
            "Febuary 2027 ",
            "ongoing ",
            "March for the plan ",
            "end of ",
            "Phase 1 June 2027 ",
            "1/",
            "next year ",
        ),
    ],
)
def test_twice_as_long_a_text_takes_no_more_than_twice_the_work(text: str) -> None:
    read_timescale(text, MEETING)
    short, long = (calls_of(text * times) for times in (100, 200))
    assert long < 2.2 * short + 100
