"""Dates and times in the words of a paper, whatever the machine's language."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime

from dateutil.relativedelta import relativedelta

from plan.text.patterns import late_pattern
from plan.text.remembered import remembered

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
ANY_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
"""For a pattern in any case: a month, whole or shortened."""
A_MONTH = rf"(?:{'|'.join(MONTHS)})"
A_FULL_DATE = rf"(?:\d{{1,2}}(?:st|nd|rd|th)? )?{A_MONTH} \d{{4}}|\d{{1,2}}/\d{{1,2}}/\d{{4}}"
"""For a pattern: a month by its whole name, and a day or a month of a year as a report has it."""
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_SHORTEST_NAME, _CENTURY = 3, 100
_WEEKDAY = r"(?:[A-Za-z]+(?i:day)|(?i:mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)\.?)"
_IN_WORDS = late_pattern(
    rf"(?:{_WEEKDAY} )?(?:(?i:the )?(?P<day>\d{{1,2}}) ?(?i:st|nd|rd|th)?(?i: of)? )?"
    r"(?P<month>[A-Za-z]{3,9}\.?) "
    r"(?P<year>\d{4}|\d{2})"
)
_TIME = late_pattern(
    r"(?:\bat )?\b\d{1,2}(?:[.:]\d{2})? ?(?:am|pm|noon|hours)\b|\bat \d{1,2}[.:]\d{2}\b",
    re.IGNORECASE,
)
_IN_FIGURES = late_pattern(r"(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>\d{4}|\d{2})")
_ISO = late_pattern(r"(?P<year>\d{4})-(?P<month>\d{1,2})(?:-(?P<day>\d{1,2}))?")
_MONTH_IN_FIGURES = late_pattern(r"(?P<month>\d{1,2})/(?P<year>\d{4})")


def date_in_words(day: date) -> str:
    """Return a date such as "26 September 2016"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def month_in_words(year: int, month: int) -> str:
    """Return a month such as "September 2016"."""
    return f"{MONTHS[month - 1]} {year}"


def moment_in_words(moment: datetime) -> str:
    """Return a moment such as "26 September 2016, 14:02"."""
    return f"{date_in_words(moment.date())}, {moment:%H:%M}"


@dataclass(frozen=True, order=True)
class DateSpan:
    """The days that a date in words can mean: one day, or a whole month."""

    first: date
    last: date

    @property
    def is_day(self) -> bool:
        """Whether it is a single day."""
        return self.first == self.last

    def overlaps(self, other: "DateSpan") -> bool:
        """Return whether any day is in both."""
        return self.first <= other.last and other.first <= self.last


def span_in_words(span: DateSpan) -> str:
    """Return a day, a month or a longer period in words, such as "September 2016"."""
    if span.is_day:
        return date_in_words(span.first)
    if (span.first.month, span.first.day) == (1, 1) and (span.last.month, span.last.day) == (
        12,
        31,
    ):
        years = dict.fromkeys((span.first.year, span.last.year))
        return " to ".join(map(str, years))
    is_of_months = span.first.day == 1 and (span.last.month != _next_day(span.last).month)
    if not is_of_months:
        return f"{date_in_words(span.first)} to {date_in_words(span.last)}"
    first, last = (month_in_words(day.year, day.month) for day in (span.first, span.last))
    return first if first == last else f"{first} to {last}"


def in_iso(span: DateSpan) -> str:
    """Return the day if it is one ("2017-04-01"), otherwise the month it ends in ("2016-09")."""
    return str(span.first) if span.is_day else f"{span.last:%Y-%m}"


def _next_day(day: date) -> date:
    return date.fromordinal(day.toordinal() + 1) if day < date.max else date.min


@remembered
def read_date(text: str) -> DateSpan | None:
    """Return what a typed date means, or None if it is not a date.

    Reads "26 September 2016", "1st April 2017", "MONDAY 26TH SEPTEMBER 2016", "Mon 26 Sept 2016",
    "the 26th of September 2016", "26/09/16", "26.9.2016", "2016-09-26", and of a month "September
    2016" and "09/2016". Years of two digits are 20xx; a time of the day may stand beside.
    """
    bare = " ".join(_TIME.sub(" ", text).replace(",", " ").split()).strip(" .()")
    for pattern in (_IN_WORDS, _IN_FIGURES, _ISO, _MONTH_IN_FIGURES):
        if read := pattern.fullmatch(bare):
            return _span(read.groupdict())
    return None


_DAY_WITHIN = late_pattern(
    r"\b\d{1,2}(?:st|nd|rd|th)?(?: of)? [A-Za-z]{3,9}\.?,? \d{4}\b|\b\d{1,2}[/.]\d{1,2}[/.]\d{4}\b"
)


def day_within(text: str) -> DateSpan | None:
    """Return the one day that a text names among other words: "14 December 2026, Town House"."""
    found = (read_date(one[0]) for one in _DAY_WITHIN.finditer(text))
    days = {one for one in found if one is not None}
    return days.pop() if len(days) == 1 else None


_MAYBE_NO_DAY = late_pattern(
    r"\b(?P<day>\d{1,2})(?:(?:st|nd|rd|th)?(?: of)? (?P<name>[A-Za-z]{3,9})\.?,?|"
    r"[/.-](?P<month>\d{1,2})[/.-])(?: ?(?P<year>\d{4}))?\b"
)


def no_such_day(text: str) -> str:
    """Return the first date in a text that no calendar has, "31 November 2026"; empty if none."""
    for found in _MAYBE_NO_DAY.finditer(text):
        month = month_of(found["name"]) if found["name"] else int(found["month"])
        if month is None or not 1 <= month <= len(MONTHS) or not found["year"]:
            continue
        if (
            int(found["year"]) >= 1
            and not 1 <= int(found["day"]) <= monthrange(int(found["year"]), month)[1]
        ):
            return found[0].strip()
    return ""


def month_of(name: str) -> int | None:
    """Return the number of a month given its name or the start of it, such as "Sept" or "Sep"."""
    name = name.lower().rstrip(".")
    if len(name) < _SHORTEST_NAME:
        return None
    found = [n for n, month in enumerate(MONTHS, 1) if month.lower().startswith(name)]
    return found[0] if len(found) == 1 else None


def span_of(year: int, month: int, day: int | None = None) -> DateSpan | None:
    """Return a day, or a month if no day is given; None if the calendar has no such day."""
    try:
        if day is not None:
            only = date(year, month, day)
            return DateSpan(only, only)
        return DateSpan(date(year, month, 1), date(year, month, monthrange(year, month)[1]))
    except ValueError:
        return None


def _span(read: dict[str, str | None]) -> DateSpan | None:
    named, year = read["month"] or "", int(read["year"] or 0)
    month = int(named) if named.isdecimal() else month_of(named)
    day = read.get("day")
    if month is None:
        return None
    century = 2000 if year < _CENTURY else 0
    return span_of(century + year, month, int(day) if day else None)


def a_year_from(day: date) -> date:
    """Return the same day next year; for 29 February, the 28th."""
    return day + relativedelta(years=1)
