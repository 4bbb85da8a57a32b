"""Timescales: when an action is due or reviewed, according to the officer's words.

The officer's text never changes; we work out the reading separately. A month stays a month: due by
its last day, shown as a month. If the text does not say whether a date is for delivery or review,
the reading says so, and uses the officer's answer once there is one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, TypeAlias

from dateutil.relativedelta import relativedelta

from plan.reading.dates import DateSpan, month_of, span_in_words, span_of
from plan.reading.spans import moment_at, span_at
from plan.text.line_breaks import shortened
from plan.text.remembered import remembered

Meant: TypeAlias = Literal["", "due", "review"]

_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "six": 6, "nine": 9, "twelve": 12, "eighteen": 18,
}  # fmt: skip
_NUMBER = rf"(?:\d{{1,2}}|{'|'.join(_WORDS)})"
_EVERY = {
    "annual": 12, "yearly": 12, "every year": 12, "each year": 12,
    "six monthly": 6, "6 monthly": 6, "twice a year": 6, "half yearly": 6, "biannual": 6,
    "twice yearly": 6, "twice each year": 6, "twice annually": 6, "every second year": 24,
    "biennial": 24, "every six months": 6, "quarterly": 3, "every quarter": 3, "each quarter": 3,
    "termly": 4, "every term": 4, "each term": 4, "every school term": 4, "each school term": 4,
    "monthly": 1, "every month": 1, "each month": 1,
    "fortnightly": 0, "weekly": 0, "every week": 0, "each week": 0, "daily": 0,
}  # fmt: skip
"""The number of months until something recurs; 0 means too often to list."""
_OFTEN = rf"(?:{'|'.join(sorted(_EVERY, key=len, reverse=True))})(?:ly)?"
_REVIEW = (
    r"(?:first|next|initial|final|annual|interim|mid-?(?:term|year))?\s*"
    r"reviews?(?:ed)?(?: of progress)?"
)
_WITHIN = re.compile(
    r"(?:(?:short|medium|long)[ -]term:? ?)?\(?(?:within )?(?:the (?:first|next) )?"
    rf"(?:\d{{1,2}} ?(?:-|to) ?)?(?P<count>{_NUMBER}) (?P<unit>week|month|year)s?"
    r"(?: (?:of|from|after) (?:the )?(?:committee(?:'s)? )?(?:approval|meeting))?\)?"
    r"(?=$|[.;,]| and\b)"
)
"""Counted from the day of the committee meeting, which approves the plan."""
_REVIEWED_AFTER = re.compile(
    r"(?:to be )?review(?:ed)? (?:in|after|within) "
    rf"(?P<count>{_NUMBER}) (?P<unit>week|month|year)s?"
)
_UNTIL = re.compile(r" ?(?:to|until|-) ")
_PREFIX = re.compile(
    rf"(?:(?:with )?(?:an? |the )?(?P<review>(?:to be )?{_REVIEW})"
    r"|(?P<due>(?:to be )?(?:completed?|due|delivered|in place)"
    r"|first(?: [a-z]+){1,3}?(?= by| in| \w+ \d{4})|(?:phase|stage|part|step) \w+)"
    r"|(?P<begins>from|starting|beginning|commencing))?\s*"
    r"(?:(?:by|before|on|for) [a-z'’ ]{3,40}, (?=\d)"
    r"|(?:no later than|by|before|during|in|on|from|at|for|until|:)(?= |$)(?: the(?= ))?)?\s*"
)
"""What may come before a date; "before Remembrance Sunday, 9 November 2025" names the day too."""
_ONWARDS = re.compile(r"\s*onwards?\b")
_MONTH_ALONE = re.compile(
    r"(?P<each>(?:each |every )?)(?:in |by )?(?P<month>[a-z]{3,9})(?: (?:each|every) year)?"
    r"(?=$|[.;,])"
)
_RECURRENCE = re.compile(
    rf"(?:(?:then|and|to be|with|thereafter)\s+)*(?:reviews?(?:ed)?\s+)?(?:(?P<often>{_OFTEN})"
    rf"|every (?P<count>{_NUMBER}) (?P<unit>month|week|year)s)(?:\s+reviews?)?"
    r"(?:\s+of (?P<scope>.+?))?(?:\s+thereafter)?"
    r"(?=$|[.;,(]|\s+(?:from|starting|beginning|commencing|in|by|each|every)\b)"
)
_ONGOING = re.compile(
    r"(?:already )?(?:on-?going|continuous|continuing|(?:with )?immediate(?:ly)?(?: effect)?"
    r"|throughout|under ?way|in progress|started|begun)(?=$|[.;,(]| and\b| -)"
)
_DONE = re.compile(
    r"(?:already )?(?:"
    r"(?:completed|done|delivered|achieved) (?=\d|(?!by |for |before )[a-z]+ \d{4})|"
    r"(?:completed?|done|in place|achieved|closed)(?=$|[.;,(]))"
)
_BETWEEN = re.compile(r"[\s.;,()]+|and\b|-(?=\s)")
_GLUED = re.compile(r"(\d)\s+(st|nd|rd|th)\b")
_HYPHEN = re.compile(r"(?<=[a-z\d])-(?=(?:month|year|annual))")
_YEARLY = 12
_A_LINE = 40
"""Width of the quotation from a timescale that we do not understand, in cells."""
_NO_APPROVAL = "It counts from the approval, and the report has no day of its meeting yet."


@dataclass(frozen=True)
class TimescaleReading:
    """How a timescale was understood.

    `due` is when the action must be done, `begins` when it starts if it is ongoing, `review` its
    first review, `every` how many months later the next ones follow (0 means once), `scope` what
    they cover. `is_either` says that the first date may be either. `problem` says in a sentence
    what could not be read.
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
        """Return the reading once the officer has said what an ambiguous date means."""
        if not self.is_either or not meant:
            return self
        if meant == "review":
            return replace(self, due=None, is_either=False)
        return replace(self, is_either=False)


@remembered
def read_timescale(text: str, approved: date | None = None) -> TimescaleReading:
    """Return what a timescale says; "of approval" counts from the day `approved`.

    A blank text says nothing, without a problem.
    """
    bare = _GLUED.sub(r"\1\2", " ".join(text.replace("–", "-").lower().split()))
    bare = _HYPHEN.sub(" ", bare)
    reading, rest = TimescaleReading(), bare
    while rest := _after(_BETWEEN, rest):
        step = next(_steps(reading, rest, approved), None)
        if step is None:
            problem = f"“{shortened(rest, _A_LINE)}” is not understood as a time."
            return replace(reading, is_done=False, problem=problem)
        reading, rest = step
    return _settled(reading)


def _steps(
    reading: TimescaleReading, rest: str, approved: date | None
) -> Iterator[tuple[TimescaleReading, str]]:
    """Yield what the start of `rest` adds to a reading, together with what is left."""
    if found := _RECURRENCE.match(rest):
        yield _recurring(reading, found), rest[found.end() :]
    if found := _DONE.match(rest):
        end = span_at(rest[found.end() :])
        yield replace(reading, is_done=True), rest[found.end() + (end[1] if end else 0) :]
    if (found := _REVIEWED_AFTER.match(rest)) and (base := _base(reading, approved)):
        span = _after_so_long(base, _count(found["count"]), found["unit"])
        yield replace(reading, review=span), rest[found.end() :]
    prefix = _PREFIX.match(rest)
    start = prefix.end() if prefix else 0
    if prefix and prefix["begins"] and (when := moment_at(rest[start:])):
        yield _beginning(reading, when[0], rest[start + when[1] :])
    if when := span_at(rest[start:]):
        span, length = when
        yield _with_date(reading, span, prefix, rest[start + length :])
    if found := _WITHIN.match(rest, start):
        yield _counted(reading, found, approved), rest[found.end() :]
    found = _MONTH_ALONE.match(rest)
    if found and (found["each"] or reading.every == _YEARLY):
        yield _in_its_month(reading, found["month"], approved), rest[found.end() :]
    if found := _ONGOING.match(rest):
        yield replace(reading, is_ongoing=True), rest[found.end() :]


def _recurring(reading: TimescaleReading, found: re.Match[str]) -> TimescaleReading:
    often, scope = found["often"], found["scope"] or ""
    if often:
        every = _every(often)
    else:
        every = _count(found["count"]) * {"week": 0, "month": 1, "year": _YEARLY}[found["unit"]]
    goes_on = reading.is_ongoing or not every
    return replace(reading, every=every, scope=scope, is_ongoing=goes_on)


def _beginning(
    reading: TimescaleReading, begins: DateSpan, left: str
) -> tuple[TimescaleReading, str]:
    """Return a reading that starts at a period, and is due when it says until when."""
    if (until := _UNTIL.match(left)) and (due := moment_at(left[until.end() :])):
        reading = replace(reading, due=due[0])
        left = left[until.end() + due[1] :]
    if onwards := _ONWARDS.match(left):
        return replace(reading, begins=begins, is_ongoing=True), left[onwards.end() :]
    return replace(reading, begins=begins), left


def _counted(
    reading: TimescaleReading, found: re.Match[str], approved: date | None
) -> TimescaleReading:
    """Return a reading that is due so long after approval."""
    if approved is None:
        return replace(reading, problem=_NO_APPROVAL)
    span = _after_so_long(approved, _count(found["count"]), found["unit"])
    return replace(reading, due=reading.due or span)


def _base(reading: TimescaleReading, approved: date | None) -> date | None:
    return reading.due.last if reading.due else approved


def _with_date(
    reading: TimescaleReading, span: DateSpan, prefix: re.Match[str] | None, left: str
) -> tuple[TimescaleReading, str]:
    said = prefix.groupdict() if prefix else {}
    if onwards := _ONWARDS.match(left):
        return replace(reading, begins=span, is_ongoing=True), left[onwards.end() :]
    if said.get("review"):
        return replace(reading, review=reading.review or span), left
    is_plain = prefix is None or not prefix[0].strip()
    if reading.due is not None and reading.due.last < span.first:
        # of several dates the last one is when it is done; the others are milestones
        return replace(reading, due=span, review=reading.review or reading.due), left
    return replace(reading, due=reading.due or span, is_either=is_plain), left


def _in_its_month(reading: TimescaleReading, name: str, approved: date | None) -> TimescaleReading:
    """Return a yearly reading with its month: the first one after approval."""
    month = month_of(name)
    if month is None:
        return replace(reading, problem=f"“{name}” is not understood as a time.")
    if approved is None:
        return replace(reading, every=_YEARLY, is_ongoing=True)
    year = approved.year + (month < approved.month)
    review = reading.review or (None if reading.due else span_of(year, month))
    return replace(reading, every=_YEARLY, review=review)


def _after_so_long(start: date, count: int, unit: str) -> DateSpan | None:
    try:
        day = start + relativedelta(**{f"{unit}s": count})  # type: ignore[arg-type]
    except (ValueError, OverflowError):  # outside the calendar's range
        return None
    return DateSpan(day, day)


def _settled(reading: TimescaleReading) -> TimescaleReading:
    """Return a reading in which a recurring date is a review, or may be one."""
    if reading.begins is not None:
        anchor = reading.review or reading.begins if reading.every else reading.review
        is_open = reading.is_ongoing or reading.due is None
        return replace(reading, review=anchor, is_ongoing=is_open, is_either=False)
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


def reading_in_words(reading: TimescaleReading) -> str:
    """Return the reading in words, shown next to the text: "review May 2027, every 6 months"."""
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
