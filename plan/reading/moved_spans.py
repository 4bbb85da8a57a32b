"""What the word before a time makes of it: "before the summer", "after March", "over Christmas"."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Literal, TypeAlias

from plan.reading.atoms import Words, word_set
from plan.reading.dates import DateSpan, span_of
from plan.reading.named_spans import BREAKS, SEASONS
from plan.reading.spans import UNITS, Period, financial_year, months_from

_Side: TypeAlias = Literal["before", "after", "during", "for"]

_SIDES: dict[str, _Side] = {
    "before": "before",
    "after": "after",
    "pre": "before",
    "post": "after",
    "during": "during",
    "over": "during",
    "throughout": "during",
    "in": "during",
}
_TWO_WORDS: dict[tuple[str, str], _Side] = {
    ("prior", "to"): "before",
    ("ahead", "of"): "before",
    ("advance", "of"): "before",
    ("time", "for"): "for",
    ("ready", "for"): "for",
    ("place", "for"): "for",
}
_BETWEEN = frozenset(("the", "our", "this"))
BESIDE = frozenset((*_SIDES, *_BETWEEN, *(second for _, second in _TWO_WORDS), "-"))
"""Words of which one stands right before a time that is moved."""
_HYPHENED = (["pre", "-"], ["post", "-"])
_LEAVES = frozenset(("not", "no", "never", "or", "/", "by"))
"""Before "before" these leave the time as it is: "not before", "on or before"."""
_PARTS = word_set("end start beginning middle mid early late close midway halfway")
_GOES_ON = word_set("and or to then with by for if but so until till at on in when as from of")
"""Words behind a time that name nothing: "before March 2027 and"."""
_DAYS_OFF = {
    "summer": ((7, 1), (8, 15)),
    "october": ((10, 10), (10, 25)),
    "autumn": ((10, 10), (10, 25)),
    "christmas": ((12, 22), (1, 5)),
}
"""First and last day of the school holidays, about: councils fix their own."""


def moved(words: Words, i: int, period: Period) -> Period:
    """Return a period at an atom, moved to where the word before it puts it.

    Before what lasts is up to the day before, after it is from then on, in time for it is in its
    first month, and during a holiday is up to its end. A time that names something ("before the May
    2027 elections") stays as it is, as does one from which so long is counted ("6 weeks after").
    """
    k = i - 1
    while words.atoms[k] in _BETWEEN or words.atoms[k - 1 : k + 1] in _HYPHENED:
        k -= 1
    side = _side_at(words.atoms, k)
    if side in ("for", "before") and _is_of_budget(words, period):
        return _up_to_budget(words, i, period)
    if not side or period.is_bad or period.asks or _names(words, period.end):
        return period
    if (name := _holiday_of(words, i, period)) and side != "before":
        return _of_holiday(words, i, period, name, is_after=side == "after")
    if side == "during" or words.atoms[i] in _PARTS:
        return period
    move, read_as = _MOVES[side]
    is_assumed = bool(period.told) or (words.atoms[i] in SEASONS and not name)
    if period.span is not None:
        is_assumed = is_assumed and move(period.span) != period.span
        period.span = move(period.span)
    else:
        _wrap(period, move)
    if is_assumed:
        start = k - ((words.atoms[k - 1], words.atoms[k]) in _TWO_WORDS)
        period.told = f"“{words.quoted(start, period.end)}” is read as {read_as}."
    return period


def _side_at(atoms: list[str], k: int) -> _Side | None:
    before = atoms[k - 1]
    if two := _TWO_WORDS.get((before, atoms[k])):
        return two
    side = _SIDES.get(atoms[k])
    is_left = side == "before" and before in _LEAVES
    return None if is_left or (side != "during" and before in UNITS) else side


def _is_of_budget(words: Words, period: Period) -> bool:
    """Return whether a financial year names its budget, which is set before it begins."""
    span = period.span
    is_year = span is not None and span == financial_year(span.first.year)
    return is_year and words.atoms[period.end] in ("budget", "budgets")


def _up_to_budget(words: Words, i: int, period: Period) -> Period:
    """Return the day before the year of a budget: "in time for the 2028/29 budget"."""
    quoted = words.quoted(i, period.end + 1)
    told = f"“{quoted}” is read as up to the day before that year begins."
    return replace(period, span=_up_to(period.span) if period.span else None, told=told)


def _names(words: Words, j: int) -> bool:
    """Return whether the word behind a time is what it names: "the June 2027 committee"."""
    return words.atoms[j].isalpha() and words.atoms[j] not in _GOES_ON


def _wrap(period: Period, move: Callable[[DateSpan], DateSpan]) -> None:
    """Move a period whose year is still to come."""
    if of_year := period.of_year:
        period.of_year = lambda year: move(span) if (span := of_year(year)) else None


def _up_to(span: DateSpan) -> DateSpan:
    """Return the day before what lasts; a day stays, as it is to be done by then."""
    if span.is_day or span.first == date.min:
        return span
    day = span.first - timedelta(days=1)
    return DateSpan(day, day)


def _from_then(span: DateSpan) -> DateSpan:
    """Return the day after a day, and the month after what lasts for months."""
    if not span.is_day:
        return months_from(span.last.year, span.last.month + 1, 1) or span
    if span.last == date.max:
        return span
    day = span.last + timedelta(days=1)
    return DateSpan(day, day)


def _first_month(span: DateSpan) -> DateSpan:
    """Return the month in which what lasts longer begins."""
    last = span_of(span.first.year, span.first.month)
    return last if last and last.first == span.first and last.last < span.last else span


_MOVES: dict[str, tuple[Callable[[DateSpan], DateSpan], str]] = {
    "before": (_up_to, "up to the day before it begins"),
    "after": (_from_then, "once it is over"),
    "for": (_first_month, "when it begins"),
}


def _holiday_of(words: Words, i: int, period: Period) -> str:
    """Return by its name the holiday that a period is; empty for other times."""
    said = words.atoms[i : period.end]
    if BREAKS.isdisjoint(said):
        return ""
    return next((one for one in said if one in _DAYS_OFF), "")


def _of_holiday(words: Words, i: int, period: Period, name: str, *, is_after: bool) -> Period:
    """Return the days of a holiday, or the rest of the month in which it ends."""

    def of(span: DateSpan) -> DateSpan:
        return _days_off(span, name, is_after=is_after) or span

    if period.span is not None:
        period.span = of(period.span)
    else:
        _wrap(period, of)
    period.told = (
        f"“{words.quoted(i, period.end)}” is read by the usual days: each council fixes its own."
    )
    return period


def _days_off(span: DateSpan, name: str, *, is_after: bool) -> DateSpan | None:
    first, last = _DAYS_OFF[name]
    year = span.first.year
    ends = date(min(year + (last < first), date.max.year), *last)
    if not is_after:
        return DateSpan(date(year, *first), ends) if ends >= date(year, *first) else None
    month = months_from(ends.year, ends.month, 1)
    return DateSpan(ends + timedelta(days=1), month.last) if month else None
