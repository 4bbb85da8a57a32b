"""What the rules of a form know of the paper: its titles, its service, its dates."""

from datetime import date, timedelta

import pytest

from plan.checks.facts.form_facts import (
    PaperFacts,
    date_in,
    differs,
    has_no_word_of,
    is_after,
    is_later_by,
    is_no_date,
    is_not_later,
    is_same_name,
    is_unlike,
)
from plan.reading.dates import DateSpan

MEETING = date(2016, 9, 26)


@pytest.mark.parametrize(
    ("days", "is_past"), [(-1, False), (0, False), (1, True), (365, True), (366, False)]
)
def test_for_a_year_after_the_meeting_it_was_lately(days: int, is_past: bool) -> None:
    assert PaperFacts(meeting=MEETING, today=MEETING + timedelta(days)).is_past() == is_past
    assert not PaperFacts(today=MEETING).is_past()


@pytest.mark.parametrize(
    ("text", "wanted", "is_other"),
    [
        ("298-2016", "299-2016", True),
        ("Report no. 299/2016", "299-2016", False),
        ("1299-2016", "299-2016", True),
        ("", "299-2016", False),
        ("298-2016", "", False),
        ("–", "299-2016", False),
    ],
)
def test_a_number_differs_by_its_whole_words(text: str, wanted: str, is_other: bool) -> None:
    assert differs(text, wanted) == is_other


@pytest.mark.parametrize(
    ("title", "known", "is_other"),
    [
        ("A plan for roads", ("An improvement plan for children",), True),
        ("A plan for roads", ("A plan for schools", "A plan for roads and bridges"), False),
        ("The plan for roads and all bridges", ("Plan for roads",), False),
        ("Road plan A", ("A plan: road",), False),
        ("PLAN FOR ROADS!", ("Plan – for roads",), False),
        ("A plan for roads", (), False),
        ("A plan for roads", ("–",), False),
        ("–", ("A plan for roads",), False),
    ],
)
def test_a_title_is_a_part_of_one_or_holds_one_or_is_much_like_it(
    title: str, known: tuple[str, ...], is_other: bool
) -> None:
    assert is_unlike(title, known) == is_other


@pytest.mark.parametrize(
    ("title", "is_other"),
    [
        ("Roads Improvement Plan 2023-26", True),
        ("Roads Improvement Plan 2021", True),
        ("Roads Improvement Plan 2026-28", False),
        ("Roads Improvement Plan 2027/28", False),
        ("Roads Improvement Plan", False),
    ],
)
def test_a_plan_of_other_years_is_another_plan(title: str, is_other: bool) -> None:
    assert is_unlike(title, ["Roads Improvement Plan 2026–2028", "Roads"]) is is_other


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("A. Baird, Policy Officer", "A. Baird", True),
        ("A N Other, Head of Libraries", "Head of Libraries (A N Other)", True),
        ("Policy Officer", "Policy Officer (Equalities)", False),
        ("Head of Libraries", "Director", False),
        ("", "A. Baird", False),
    ],
)
def test_one_person_may_be_named_with_the_post_or_without(
    one: str, other: str, is_same: bool
) -> None:
    assert is_same_name(one, other) is is_same


@pytest.mark.parametrize(
    ("department", "service", "is_strange"),
    [
        ("Social Work", "Children's Services Committee", True),
        ("Children’s Service", "Service for Families", False),
        ("Roads", "Head of Road Works", False),
        ("Road", "Director of Roads", False),
        ("HR", "Director of Roads", False),
        ("The Arts and Sport", "Committee for the Sea and the Air", True),
        ("", "Director of Roads", False),
        ("Roads", "", False),
    ],
)
def test_a_service_is_known_by_a_word_of_some_length(
    department: str, service: str, is_strange: bool
) -> None:
    assert has_no_word_of(department, service) == is_strange


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("26 September 2016", MEETING),
        ("Given on 26/9/16 in writing", MEETING),
        ("5 and 26 September 2016", MEETING),
        ("2016-09-26", MEETING),
        ("09/2016", date(2016, 9, 1)),
        ("by the end of September 2016, or later", date(2016, 9, 1)),
        ("31 September 2016, no: 26 September 2016", MEETING),
    ],
)
def test_a_date_is_found_within_what_is_said(text: str, first: date) -> None:
    read = date_in(text)
    assert isinstance(read, DateSpan)
    assert read.first == first
    assert not is_no_date(text)


def test_without_a_date_there_is_none_and_of_nothing_none_is_wanted() -> None:
    assert [is_no_date(text) for text in ("soon", "31 September 2016", "", "  ")] == [
        True,
        True,
        False,
        False,
    ]


def test_dates_are_held_against_each_other_by_their_days_and_months() -> None:
    assert [is_after(text, MEETING) for text in ("27/9/2016", "26/9/2016", "September 2016")] == [
        True,
        False,
        False,
    ]
    assert not is_after("27/9/2016", None)
    assert not is_after("soon", MEETING)
    later = ("30/9/2016", "September 2016", "1/10/2016", "soon", "")
    assert [is_not_later(text, "September 2016") for text in later] == [
        True,
        True,
        False,
        False,
        False,
    ]
    assert not is_not_later("May 2016", "soon")


@pytest.mark.parametrize(
    ("text", "is_far"),
    [("September 2019", False), ("30/9/2019", False), ("October 2019", True), ("soon", False)],
)
def test_three_years_are_counted_in_months(text: str, is_far: bool) -> None:
    assert is_later_by(text, "5 September 2016", 36) == is_far
    assert not is_later_by(text, "soon", 36)
