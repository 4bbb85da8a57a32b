"""Timescales: what an officer's words say of when an action is due or reviewed.

The text is the officer's and is never changed; the reading stands beside it. A month is kept as a
month: due by its last day, shown as a month. Where it is not said whether a date is that of
delivery or of a review, the reading says so and takes what the officer answered.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Literal, TypeAlias

from plan.dates import DateSpan, month_of, read_date, span_in_words, span_of

Meant: TypeAlias = Literal["", "due", "review"]

_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "six": 6, "nine": 9, "twelve": 12, "eighteen": 18,
}  # fmt: skip
_NUMBER = rf"(?:\d{{1,2}}|{'|'.join(_WORDS)})"
_EVERY = {
    "annual": 12, "yearly": 12, "every year": 12, "each year": 12,
    "six monthly": 6, "6 monthly": 6, "twice a year": 6, "half yearly": 6, "biannual": 6,
    "quarterly": 3, "every quarter": 3, "each quarter": 3, "termly": 4,
    "monthly": 1, "every month": 1, "each month": 1,
    "fortnightly": 0, "weekly": 0, "every week": 0, "each week": 0, "daily": 0,
}  # fmt: skip
"""After how many months something comes again; 0 is more often than is listed."""
_OFTEN = rf"(?:{'|'.join(sorted(_EVERY, key=len, reverse=True))})(?:ly)?"
_REVIEW = (
    r"(?:first|next|initial|final|annual|interim|mid-?(?:term|year))?\s*"
    r"reviews?(?:ed)?(?: of progress)?"
)
_WHEN = re.compile(
    r"(?P<end>(?:the )?end (?:of )?)?(?P<date>(?:[a-z]+day )?(?:\d{1,2}(?:st|nd|rd|th)? )?"
    r"[a-z]{3,9}\.? \d{4}|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}-\d{2}(?:-\d{2})?)(?!\d)"
)
_QUARTER = re.compile(r"(?:q|quarter )(?P<quarter>[1-4])(?: of)? (?P<year>\d{4})[/-]\d{2,4}")
_YEAR = re.compile(
    r"(?P<which>(?:financial|academic|school) year )?(?P<year>\d{4})[/-](?P<next>\d{2}|\d{4})(?!\d)"
)
_WITHIN = re.compile(
    rf"within (?P<count>{_NUMBER}) (?P<unit>week|month|year)s? of (?:committee )?approval"
)
_PREFIX = re.compile(
    rf"(?:(?:with )?(?:an? |the )?(?P<review>(?:to be )?{_REVIEW})"
    r"|(?P<due>(?:to be )?(?:completed?|due|delivered|in place)|first(?: [a-z]+){1,3}?(?= by| in))"
    r"|(?P<begins>from|starting|beginning|commencing))?\s*"
    r"(?:(?:by|before|on|for) [a-z'’ ]{3,40}, (?=\d)|(?:by|before|in|on|from|at|for|:))?\s*"
)
"""What stands before a date; "before Remembrance Sunday, 9 November 2025" names the day as well."""
_ONWARDS = re.compile(r"\s*onwards?\b")
_MONTH_ALONE = re.compile(r"(?:each |every |in )*(?P<month>[a-z]{3,9})(?: each year)?(?=$|[.;,])")
_RECURRENCE = re.compile(
    rf"(?:(?:then|and|to be|with|thereafter)\s+)*(?:reviews?(?:ed)?\s+)?(?:(?P<often>{_OFTEN})"
    rf"|every (?P<count>{_NUMBER}) months)(?:\s+reviews?)?(?:\s+of (?P<scope>.+?))?"
    r"(?:\s+thereafter)?(?=$|[.;,]|\s+(?:from|starting|beginning|commencing|in)\b)"
)
_ONGOING = re.compile(
    r"(?:on-?going|continuous|continuing|(?:with )?immediate(?:ly)?(?: effect)?|throughout)"
    r"(?=$|[.;,]| and\b)"
)
_DONE = re.compile(r"(?:completed?|done)(?=$|[.;, ])")
_BETWEEN = re.compile(r"[\s.;,]+|and\b")
_GLUED = re.compile(r"(\d)\s+(st|nd|rd|th)\b")
_HYPHEN = re.compile(r"(?<=[a-z\d])-(?=(?:month|year|annual))")
_APRIL, _AUGUST = 4, 8
"""The months in which a financial and a school year begin."""
_YEARLY = 12


@dataclass(frozen=True)
class TimescaleReading:
    """What a timescale says.

    `due` is when the action is to be done, `begins` from when it goes on, `review` when it is first
    looked at, `every` after how many months again (0 for once), `scope` of what. `is_either` says
    that the first date may be either. `problem` says in a sentence what could not be read.
    """

    due: DateSpan | None = None
    begins: DateSpan | None = None
    review: DateSpan | None = None
    every: int = 0
    scope: str = ""
    is_ongoing: bool = False
    is_done: bool = False
    is_either: bool = False
    problem: str = ""

    def meant_as(self, meant: Meant) -> "TimescaleReading":
        """Return the reading once the officer has said what an ambiguous date is."""
        if not self.is_either or not meant:
            return self
        if meant == "review":
            return replace(self, due=None, is_either=False)
        return replace(self, is_either=False)


@lru_cache(maxsize=8_192)
def read_timescale(text: str, approved: date | None = None) -> TimescaleReading:
    """Return what a timescale says; `approved` is the day that "of approval" counts from.

    A blank text says nothing, without a problem.
    """
    bare = _GLUED.sub(r"\1\2", " ".join(text.replace("–", "-").lower().split()))
    bare = _HYPHEN.sub(" ", bare)
    reading, rest = TimescaleReading(), bare
    while rest := _after(_BETWEEN, rest):
        step = next(_steps(reading, rest, approved), None)
        if step is None:
            return replace(reading, problem=f"“{_shortened(rest)}” is not understood as a time.")
        reading, rest = step
    return _settled(reading)


def _steps(
    reading: TimescaleReading, rest: str, approved: date | None
) -> Iterator[tuple[TimescaleReading, str]]:
    """Yield what the beginning of `rest` adds to a reading, with what is left."""
    if found := _RECURRENCE.match(rest):
        often = found["often"]
        every = _every(often) if often else _count(found["count"])
        scope = found["scope"] or ""
        goes_on = reading.is_ongoing or not every
        yield replace(reading, every=every, scope=scope, is_ongoing=goes_on), rest[found.end() :]
    prefix = _PREFIX.match(rest)
    start = prefix.end() if prefix else 0
    if when := _when(rest[start:], approved):
        span, length = when
        yield _with_date(reading, span, prefix, rest[start + length :])
    if reading.every == _YEARLY and (found := _MONTH_ALONE.match(rest)):
        yield _in_its_month(reading, found["month"], approved), rest[found.end() :]
    if found := _ONGOING.match(rest):
        yield replace(reading, is_ongoing=True), rest[found.end() :]
    if found := _DONE.match(rest):
        yield replace(reading, is_done=True), rest[found.end() :]


def _with_date(
    reading: TimescaleReading, span: DateSpan, prefix: re.Match[str] | None, left: str
) -> tuple[TimescaleReading, str]:
    said = prefix.groupdict() if prefix else {}
    onwards = _ONWARDS.match(left)
    if said.get("begins") or onwards:
        return replace(reading, begins=span), left[onwards.end() :] if onwards else left
    if said.get("review"):
        return replace(reading, review=reading.review or span), left
    is_plain = prefix is None or not prefix[0].strip()
    return replace(reading, due=reading.due or span, is_either=is_plain), left


def _in_its_month(reading: TimescaleReading, name: str, approved: date | None) -> TimescaleReading:
    """Return a yearly reading with its month: the first one after the day of the approval."""
    month = month_of(name)
    if month is None:
        return replace(reading, problem=f"“{name}” is not understood as a time.")
    if approved is None:
        return replace(reading, is_ongoing=True)
    year = approved.year + (month < approved.month)
    return replace(reading, review=span_of(year, month))


def _when(text: str, approved: date | None) -> tuple[DateSpan, int] | None:
    if found := _QUARTER.match(text):
        first = span_of(*_shifted(int(found["year"]), _APRIL, 3 * (int(found["quarter"]) - 1)))
        last = span_of(*_shifted(int(found["year"]), _APRIL, 3 * int(found["quarter"]) - 1))
        return _both(first, last, found.end())
    if found := _WHEN.match(text):
        span = read_date(found["date"])
        if span is not None:
            last_day = DateSpan(span.last, span.last)
            return (last_day if found["end"] else span), found.end()
    if found := _YEAR.match(text):
        year = int(found["year"])
        if int(found["next"]) % 100 == (year + 1) % 100:
            if (found["which"] or "")[:1] in ("a", "s"):
                return _both(span_of(year, _AUGUST), span_of(year + 1, 6), found.end())
            return _both(span_of(year, _APRIL), span_of(year + 1, 3), found.end())
    if (found := _WITHIN.match(text)) and approved is not None:
        return _within(approved, _count(found["count"]), found["unit"]), found.end()
    return None


def _both(first: DateSpan | None, last: DateSpan | None, end: int) -> tuple[DateSpan, int] | None:
    return (DateSpan(first.first, last.last), end) if first and last else None


def _within(approved: date, count: int, unit: str) -> DateSpan:
    from dateutil.relativedelta import relativedelta

    day = approved + relativedelta(**{f"{unit}s": count})  # type: ignore[arg-type]
    return DateSpan(day, day)


def _shifted(year: int, month: int, by: int) -> tuple[int, int]:
    return year + (month - 1 + by) // 12, (month - 1 + by) % 12 + 1


def _settled(reading: TimescaleReading) -> TimescaleReading:
    """Return a reading in which a date that recurs is a review, or may be one."""
    if reading.begins is not None:
        anchor = reading.review or reading.begins if reading.every else reading.review
        return replace(reading, review=anchor, is_ongoing=True, is_either=False)
    if reading.every and reading.due is not None and reading.review is None:
        return replace(reading, review=reading.due)
    return replace(reading, is_either=False)


def _after(pattern: re.Pattern[str], text: str) -> str:
    while found := pattern.match(text):
        text = text[found.end() :]
    return text


def _every(often: str) -> int:
    return next(months for word, months in _EVERY.items() if often.startswith(word))


def _count(word: str) -> int:
    return int(word) if word.isdecimal() else _WORDS[word]


def _shortened(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39]}…"  # noqa: PLR2004 - a line's worth


def reading_in_words(reading: TimescaleReading) -> str:
    """Return what was read, to be shown beside the text: "review May 2027, every 6 months"."""
    parts: list[str] = []
    if reading.is_either and reading.due:
        parts.append(f"due or reviewed {span_in_words(reading.due)}")
    else:
        if reading.begins and reading.begins != reading.review:
            parts.append(f"from {span_in_words(reading.begins)}")
        if reading.due:
            parts.append(f"due {span_in_words(reading.due)}")
        if reading.review and reading.review != reading.due:
            parts.append(f"review {span_in_words(reading.review)}")
    if reading.every:
        parts.append(
            "then every month" if reading.every == 1 else f"then every {reading.every} months"
        )
    if reading.is_ongoing:
        parts.append("ongoing")
    if reading.is_done:
        parts.append("done")
    return ", ".join(parts)
