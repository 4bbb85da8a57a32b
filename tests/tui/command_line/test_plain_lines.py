"""A plan in plain lines, and the date as a paper prints it."""

from datetime import date

import pytest

from desk.today import today_in_words
from plan.council import DEFAULT_FORMAT
from plan.council.format import format_named
from plan.model.outline import built_plan
from plan.reading.dates import date_in_words
from tests.tui.window import SMALL
from tui.command_line.plain_lines import plan_lines


def test_a_plan_reads_line_by_line() -> None:
    plan = built_plan(SMALL, DEFAULT_FORMAT)
    lines = list(plan_lines(plan, format_named(DEFAULT_FORMAT)))
    assert lines[:24] == [
        "Children's services",
        "Improvement Plan",
        "August 2016",
        "",
        "Aim 1: Make help easy to find.",
        "",
        "Action 1.1",
        "  Action: Publish one guide for families.",
        "  Pages: Pages 9, 16",
        "  Indicators: Impact on families",
        "  Leads:",
        "    Parenting Group",
        "    Voluntary Sector Forum",
        "  Timescale: December 2016",
        "  Success:",
        "    • Guide published.",
        "    • Parents know where to go.",
        "  Progress:",
        "    1 September 2016 – On track",
        "    A draft is out.",
        "",
        "Action 1.2",
        "  Action: Offer the programme in all localities.",
        "  Pages: none",
    ]
    assert lines[-1] == "Aim 3: Lead the improvement together."


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2016, 9, 26), "26 September 2016"),
        (date(2026, 1, 1), "1 January 2026"),
        (date(1999, 12, 31), "31 December 1999"),
    ],
)
def test_a_date_is_in_words(day: date, words: str) -> None:
    assert date_in_words(day) == words


@pytest.mark.usefixtures("frozen")
def test_today_is_in_words() -> None:
    assert today_in_words() == "26 September 2026"
