"""When year 1 of a plan begins, by the years that its title or its timescales name."""

import pytest

from plan.reading.years_of_plan import year_1_by_title, year_1_in

TITLES = [
    ("Improvement Plan 2026–29", "", "2026-04-01"),
    ("Children’s Services Plan 2026-2029", "", "2026-04-01"),
    ("Children’s Services Plan 2026-2029", "August 2026", "2026-08-01"),
    ("Children’s Services Plan 2026-2029", "June 2026", "2026-04-01"),
    ("Improvement Plan 2026/27 to 2028/29", "", "2026-04-01"),
    ("Improvement Plan August 2026 to June 2029", "", "2026-08-01"),
    ("School Improvement Plan 2026-27", "", "2026-08-01"),
    ("Review of the plan of 2025", "", ""),
    ("Report 299-2026", "", ""),
    ("Position at 2026-03-31", "", ""),
]


@pytest.mark.parametrize(("title", "dated", "begins"), TITLES)
def test_a_title_names_the_years(title: str, dated: str, begins: str) -> None:
    assert str(year_1_by_title(title, dated) or "") == begins


TIMESCALES = [
    ("Year 1 (2026/27)", "2026-04-01"),
    ("Year 2 – 2027/28", "2026-04-01"),
    ("Yr 3 (2028-29)", "2026-04-01"),
    ("Year 1 (session 2026/27)", "2026-08-01"),
    ("Year 1: October 2026 to September 2027", "2026-10-01"),
    ("By end of Year 1 (March 2027)", "2026-04-01"),
    ("By end of Year 2 (30 June 2028)", "2026-07-01"),
    ("Year 1 (2026/28)", ""),
    ("By the end of Year 2", ""),
    ("March 2027", ""),
]


@pytest.mark.parametrize(("text", "begins"), TIMESCALES)
def test_a_timescale_names_the_years(text: str, begins: str) -> None:
    assert str(year_1_in(["Ongoing", text]) or "") == begins
