"""When the first year of a plan begins, by what its title or its timescales say of its years."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from plan.reading.dates import month_of, read_date
from plan.text.patterns import late_pattern
from plan.text.remembered import remembered
from plan.text.signs import Signs

_APRIL, _AUGUST = 4, 8
_YEAR = r"(?P<year>20\d\d)"
_LABELLED = late_pattern(
    r"\by(?:ea)?r (?P<number>\d)\s?(?:[(\[:=,–—-]|is|means|covers|will be)\s?(?:[A-Za-z]+ )?"
    rf"{_YEAR}\s?[/–-]\s?(?:20)?(?P<second>\d\d)(?!\d)",
    re.IGNORECASE,
)
"""A year of the plan with its years: "Year 1 (2026/27)"."""
_DAY = r"(?P<day>(?:\d{1,2} )?[A-Za-z]{3,9} 20\d\d)"
_FROM_MONTH = late_pattern(
    r"\by(?:ea)?r 1\s?(?:[(\[:=,–—-]|is|means|covers|runs)?\s?"
    rf"(?:(?:from|(?:begins|starts) (?:in|on)) {_DAY}|"
    r"(?P<other>(?:\d{1,2} )?[A-Za-z]{3,9} 20\d\d)\s?(?:to|[-–—]))",
    re.IGNORECASE,
)
"""The months of year 1: "Year 1: April 2026 to March 2027"."""
_TO_MONTH = late_pattern(
    rf"\bend of y(?:ea)?r (?P<number>\d)\s?[(\[:=,–—-]\s?{_DAY}", re.IGNORECASE
)
"""The end of a year: "End of Year 1 (March 2027)"."""
_SPAN = late_pattern(
    rf"(?<![\d/-])(?:(?P<month>[A-Za-z]{{3,9}}) )?{_YEAR}(?:/(?:20)?\d\d)?\s?(?:[-–—/]|to|until)\s?"
    r"(?:[A-Za-z]{3,9} )?(?:20)?(?P<last>\d\d)(?:/(?:20)?\d\d)?(?![\d/])",
    signs=Signs("20", "- – — / to until"),
)
"""The years that a title names: "2026-29", "2026/27 to 2028/29", "April 2026 to March 2029"."""
_OF_SCHOOL = late_pattern(
    r"\b(?:schools?|academy|nurser(?:y|ies)|early years|cluster|learning community|session|"
    r"education|attainment|classroom)\b",
    re.IGNORECASE,
)
_CENTURY = 100
LONGEST_PLAN = 10
"""Years that a plan lasts at most."""


def year_1_in(texts: Iterable[str]) -> date | None:
    """Return when year 1 begins if one of some timescales says it, or None."""
    for text in texts:
        if "20" in text and ("ear" in text.lower() or "yr" in text.lower()):
            found = _year_1_labelled(text)
            if found is not None:
                return found
    return None


_NUMBERED = late_pattern(r"y(?:ea)?r \d(?!\d)", re.IGNORECASE)


@remembered
def _year_1_labelled(text: str) -> date | None:
    if not _NUMBERED.search(text):
        return None
    if found := _LABELLED.search(text):
        year = int(found["year"])
        if (year + 1) % _CENTURY == int(found["second"]):
            return date(year - int(found["number"]) + 1, _begins_in(text), 1)
    if (found := _TO_MONTH.search(text)) and (day := read_date(found["day"])):
        after = day.last + timedelta(days=1)
        return date(after.year - int(found["number"]), after.month, 1)
    if (found := _FROM_MONTH.search(text)) and (day := read_date(found["day"] or found["other"])):
        return day.first
    return None


_SENTENCE = late_pattern(r"(?<=[.;!?])\s+|\n+")
_COVERS = late_pattern(
    r"\b(?:this|the|our) (?:[\w’'-]+ ){0,4}?plan (?:covers|runs|is for|spans|lasts)\b",
    re.IGNORECASE,
)


@remembered
def year_1_told(text: str, titled: str) -> date | None:
    """Return when year 1 begins if prose says it, or which years the plan covers; else None.

    `titled` is the plan's title, which says whether its years are a school's.
    """
    sentences = [f"{one}\n{titled}" for one in _SENTENCE.split(text)] if "20" in text else []
    begins = year_1_in(sentences)
    covered = (year_1_by_title(one) for one in sentences if _COVERS.search(one))
    return begins or next(filter(None, covered), None)


@remembered
def years_named(text: str) -> frozenset[tuple[int, int]]:
    """Return the first and last year of each period that a text names: "2026-29", "2026/27"."""
    return frozenset((first, last) for _, first, last in _periods(text))


def _periods(text: str) -> Iterator[tuple[re.Match[str], int, int]]:
    """Yield each period of years that a text names, with its first and its last year."""
    for found in _SPAN.finditer(text):
        first = int(found["year"])
        last = first // _CENTURY * _CENTURY + int(found["last"])
        if first < last <= first + LONGEST_PLAN:
            yield found, first, last


@remembered
def year_1_by_title(title: str, dated: str = "") -> date | None:
    """Return when year 1 begins by the years that a plan's title names, or None.

    It begins in the month that the title names, or the plan's own date; else in August where the
    title is of schools, and in April, as the financial year does, for all others.
    """
    found, year, _ = next(_periods(title), (None, 0, 0))
    if found is None:
        return None
    month = month_of(found["month"]) if found["month"] else None
    read = read_date(dated)
    if month is None and read is not None and read.first.year == year:
        month = read.first.month if read.first.month in (_APRIL, _AUGUST) else None
    return date(year, month or _begins_in(title), 1)


def _begins_in(text: str) -> int:
    return _AUGUST if _OF_SCHOOL.search(text) else _APRIL
