"""Reads a period at the start of a text: a day, month, season or year, or from one to another.

All texts are lower case with single spaces.
"""

import re
from collections.abc import Callable

from dateutil.easter import easter

from plan.reading.dates import DateSpan, month_of, read_date, span_of

Read = tuple[DateSpan, int]
"""What was read, and how many characters it took up."""

_APRIL, _AUGUST, _CENTURY = 4, 8, 2000
"""The months when a financial and a school year begin; the century that "19" belongs to."""
_SEASONS = {
    "spring term": (1, 3), "summer term": (4, 3), "autumn term": (8, 5), "winter term": (8, 5),
    "spring": (3, 3), "summer": (6, 3), "autumn": (9, 3), "winter": (12, 3),
}  # fmt: skip
"""The month each begins and how many it lasts; the terms are those of Scottish schools."""
_HOLIDAYS = {"summer": (6, 30), "october": (10, 10), "christmas": (12, 25)}
"""The day by which something due before or during a holiday must be done."""
_THIRDS = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}
"""The months in each part of a year."""

_EDGE = re.compile(
    r"(?:the )?(?P<edge>end|start|beginning|middle|mid|early|late)(?: in| of)?(?: the)?[ -]"
)
_DAY = re.compile(
    r"(?P<date>(?:[a-z]+day )?(?:\d{1,2}(?:st|nd|rd|th)?(?: of)? )?[a-z]{3,9}\.?,? \d{4}"
    r"|\d{1,2}(?:st|nd|rd|th)? [a-z]{3,9}\.? \d{2}|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}"
    r"|\d{4}-\d{2}(?:-\d{2})?|\d{1,2}/\d{4})(?!\d)"
)
_SHORT_MONTH = re.compile(r"(?P<month>[a-z]{3,9})\.?(?: ?['’]|-)(?P<year>\d{2})(?!\d)")
_QUARTER = re.compile(r"(?:q|quarter )(?P<quarter>[1-4])(?: of)?,? (?P<year>\d{4})[/-]\d{2,4}")
_TWO_YEARS = re.compile(
    r"(?P<which>(?:(?:the )?(?:fy|(?:financial|academic|school) year|(?:school )?session) )?)"
    r"(?P<year>\d{4}) ?[/-] ?(?P<next>\d{4}|\d{2})(?!\d)"
)
_SEASON = re.compile(rf"(?:the )?(?P<season>{'|'.join(_SEASONS)}) (?:of )?(?P<year>\d{{4}})(?!\d)")
_HOLIDAY = re.compile(
    r"(?:the )?(?P<holiday>summer|october|christmas)(?: holidays?| break)?,? (?P<year>\d{4})(?!\d)"
)
_EASTER = re.compile(r"easter(?: holidays?| break)?,? (?P<year>20\d\d)(?!\d)")
_YEAR = re.compile(r"(?:the )?(?:calendar year )?(?P<year>20\d\d)(?![\d/-])")
_MONTH_BEFORE = re.compile(r"(?P<month>[a-z]{3,9})\.? ?(?:-|/|to|until|and|or) ?(?=[a-z\d])")
_TO = re.compile(r" ?(?:-|/|to|until) ?(?:the )?")
_CALLED = re.compile(r" (?:committee|board|council|cycle|meeting|school term)\b")
"""What a date may be attached to: "by the August 2018 committee meeting"."""


def span_at(text: str) -> Read | None:
    """Return the period at the start of a text, from the first to the second if it names two."""
    before = _MONTH_BEFORE.match(text)
    month = month_of(before["month"]) if before else None
    if before and month and (until := moment_at(text[before.end() :])):
        year = until[0].last.year - (month > until[0].last.month)
        return _from_to(span_of(year, month), until, before.end())
    found = moment_at(text)
    if found is None:
        return None
    span, end = found
    if (to := _TO.match(text, end)) and (until := moment_at(text[to.end() :])):
        return _from_to(span, until, to.end()) or found
    return found


def moment_at(text: str) -> Read | None:
    """Return the day, month, season or year at the start of a text."""
    edge = _EDGE.match(text)
    start = edge.end() if edge else 0
    for pattern, read in _READERS:
        found = pattern.match(text, start)
        span = read(found) if found else None
        if found is not None and span is not None:
            end = found.end()
            while called := _CALLED.match(text, end):
                end = called.end()
            return (_part_of(span, edge["edge"]) if edge else span), end
    return None


def _from_to(first: DateSpan | None, until: Read, start: int) -> Read | None:
    last, length = until
    if first is None or last.last < first.first:
        return None
    return DateSpan(first.first, last.last), start + length


def _part_of(span: DateSpan, edge: str) -> DateSpan:
    """Return the end of a period as a day, or a third of a year; a month is precise enough."""
    if edge == "end":
        return DateSpan(span.last, span.last)
    is_year = (span.first.month, span.last.month) == (1, 12)
    third = _THIRDS.get({"middle": "mid", "start": "early", "beginning": "early"}.get(edge, edge))
    if not is_year or third is None:
        return span
    first, last = (span_of(span.first.year, month) for month in third)
    return DateSpan(first.first, last.last) if first and last else span


def _day(found: re.Match[str]) -> DateSpan | None:
    return read_date(found["date"].replace(" of ", " "))


def _short_month(found: re.Match[str]) -> DateSpan | None:
    month = month_of(found["month"])
    return span_of(_CENTURY + int(found["year"]), month) if month else None


def _quarter(found: re.Match[str]) -> DateSpan | None:
    return _months(int(found["year"]), _APRIL + 3 * (int(found["quarter"]) - 1), 3)


def _two_years(found: re.Match[str]) -> DateSpan | None:
    """Return a financial year, a school year if it is called one, or whole years, "2018-2020"."""
    year, following = int(found["year"]), found["next"]
    if str(year + 1).endswith(following):
        is_school = found["which"].removeprefix("the ")[:1] in ("a", "s")
        return _months(year, _AUGUST, 11) if is_school else _months(year, _APRIL, 12)
    years = int(following) - year + 1
    return _months(year, 1, 12 * years) if years > 1 else None


def _season(found: re.Match[str]) -> DateSpan | None:
    month, count = _SEASONS[found["season"]]
    return _months(int(found["year"]), month, count)


def _holiday(found: re.Match[str]) -> DateSpan | None:
    return span_of(int(found["year"]), *_HOLIDAYS[found["holiday"]])


def _easter(found: re.Match[str]) -> DateSpan | None:
    day = easter(int(found["year"]))
    return DateSpan(day, day)


def _year(found: re.Match[str]) -> DateSpan | None:
    return _months(int(found["year"]), 1, 12)


def _months(year: int, month: int, count: int) -> DateSpan | None:
    """Return a period of so many months; a month above 12 falls in a later year."""
    first, last = (
        span_of(year + (number - 1) // 12, (number - 1) % 12 + 1)
        for number in (month, month + count - 1)
    )
    return DateSpan(first.first, last.last) if first and last else None


_READERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], DateSpan | None]], ...] = (
    (_QUARTER, _quarter),
    (_TWO_YEARS, _two_years),
    (_DAY, _day),
    (_SHORT_MONTH, _short_month),
    (_SEASON, _season),
    (_HOLIDAY, _holiday),
    (_EASTER, _easter),
    (_YEAR, _year),
)
