"""Reads any period at an atom of a text: also its end, its half, a week, "next March"."""

from collections.abc import Callable
from datetime import date, timedelta

from plan.reading.atoms import Words
from plan.reading.dates import DateSpan, date_in_words, span_in_words, span_of
from plan.reading.named_spans import (
    SEASONS,
    calendar_year_at,
    day_of_the_year_at,
    easter_at,
    financial_at,
    half_at,
    holiday_at,
    month_of_finance_at,
    numbered_term_at,
    october_at,
    of_quarters,
    quarter_at,
    season_at,
    term_at,
    year_of_plan_at,
)
from plan.reading.spans import (
    APRIL,
    AUGUST,
    CENTURY,
    FOUR,
    HALVES,
    IN_A_YEAR,
    MONTH_NUMBERS,
    ORDINALS,
    QUARTERS,
    SHORT,
    WEEKDAYS,
    YEAR_DIGITS,
    Period,
    financial_year,
    month_at,
    months_from,
    number_first,
    school_year,
    two_years_at,
    year_first,
)

_WEEK, _QUARTER = 7, 3
_MID_MONTH = 11, 20
"""The days of the middle third of a month; early and late in it may be any of its days."""
_SHORTWEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_ORDINAL_WORDS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "last": 0, "final": 0,
}  # fmt: skip
_EDGES = {
    "end": "end", "start": "start", "beginning": "start", "middle": "mid", "mid": "mid",
    "early": "early", "late": "late", "close": "end", "midway": "mid", "halfway": "mid",
}  # fmt: skip


_TO_ITS_WHOLE = frozenset(("of", "in", "the", "-", "new", "through"))
"""What may stand between "end" or "middle" and what it is of."""


def period_at(words: Words, i: int) -> Period | None:
    """Return the period that begins at an atom, or None if none does."""
    atom = words.atoms[i]
    if edge := _EDGES.get(atom):
        return _edged(words, i, edge)
    if atom in _ORDINAL_WORDS or words.atoms[i + 1] in ORDINALS:
        found = _counted_part(words, i)
        if found:
            return found
    return _plain_at(words, i)


def _plain_at(words: Words, i: int) -> Period | None:
    atom = words.atoms[i]
    if atom.isdecimal():
        if len(atom) != YEAR_DIGITS:
            return number_first(words, i)
        return _after_year(words, i) or year_first(words, i)
    reader = _READERS.get(atom)
    return reader(words, i) if reader else None


def _after_year(words: Words, i: int) -> Period | None:
    """Read what follows its year: "the 2027 summer break", "2027 Q2", "2027-Q2", "2027 H1"."""
    j, year = i + 1, int(words.atoms[i])
    j += words.atoms[j] == "-" and words.is_glued(j + 1) and words.atoms[j + 1] in _PARTS
    name = words.atoms[j]
    if name not in _AFTER_YEAR or not CENTURY <= year < CENTURY + 100:
        return None
    found = _READERS[name](words, j)
    if found is None or found.span is not None or found.of_year is None or found.is_bad:
        return None
    span = found.of_year(year)
    if span is None:
        return None
    if name in HALVES:
        span = months_from(year, 1 + 6 * (int(words.atoms[j + 1]) - 1), 6) or span
    if name in QUARTERS:
        number = words.atoms[j + 2 if words.atoms[j + 1] == "." else j + 1]
        span = months_from(year, 1 + 3 * (int(number) - 1), 3) or span
    quoted = words.quoted(i, found.end)
    return Period(found.end, span, told=f"“{quoted}” is read as {span_in_words(span)}.")


def _semester(words: Words, i: int) -> Period | None:
    """Ask which months a semester has: "Semester 2 2026/27"."""
    if words.atoms[i + 1] not in ("1", "2", "one", "two"):
        return None
    years = two_years_at(words, i + 2)
    end = years[1] if years else i + 2
    return Period(end, asks=f"Which months are meant by “{words.quoted(i, end)}”?")


def _edged(words: Words, i: int, edge: str) -> Period | None:
    """Read "end of March 2027", "early 2028", "mid-2025"; "start" needs its "of"."""
    atoms, j = words.atoms, i + 1
    if atoms[i] in ("start", "beginning") and atoms[j] not in ("of", "-"):
        return None
    if atoms[i] == "beginning" and atoms[i - 1] in ("week", "wk"):
        return None
    while atoms[j] in _TO_ITS_WHOLE and j < i + YEAR_DIGITS:
        j += 1
    found = _counted_part(words, j) or _plain_at(words, j) or _end_of_this(words, j, edge)
    if found is None or found.is_bad or found.asks:
        return found
    if found.span is not None:
        found.span = _part_of(found.span, edge)
    elif of_year := found.of_year:
        found.of_year = lambda year: _part_of(span, edge) if (span := of_year(year)) else None
    return found


def _end_of_this(words: Words, j: int, edge: str) -> Period | None:
    """Read "end of the year" and "end of the month": those of the meeting."""
    atoms, meeting = words.atoms, words.meeting
    if atoms[j] == "calendar":
        j += 1
    if edge != "end" or atoms[j] not in ("year", "month") or atoms[j + 1].isdecimal():
        return None
    if meeting is None:
        quoted = words.quoted(j, j + 1)
        return Period(j + 1, asks=f"Which day is the meeting? The end of the {quoted} is its own.")
    span = span_of(meeting.year, IN_A_YEAR if atoms[j] == "year" else meeting.month)
    if span is None:
        return None
    told = f"The end of the {atoms[j]} is read as {date_in_words(span.last)}."
    return Period(j + 1, span, told=told)


def _part_of(span: DateSpan, edge: str) -> DateSpan:
    """Return the end of a period as a day, its first month, or a third of a month or year."""
    if edge == "end":
        return DateSpan(span.last, span.last)
    months = (span.last.year - span.first.year) * 12 + span.last.month - span.first.month + 1
    if months == IN_A_YEAR and (edge != "start" or span.first.month == 1):
        later = {"start": 0, "early": 0, "mid": 4, "late": 8}[edge]
        return months_from(span.first.year, span.first.month + later, 4) or span
    if edge == "start" and months > 1:
        return span_of(span.first.year, span.first.month) or span
    if months == _QUARTER and edge == "mid":
        return months_from(span.first.year, span.first.month + 1, 1) or span
    if months == 1 and edge == "mid" and not span.is_day:
        return DateSpan(*(span.first.replace(day=day) for day in _MID_MONTH))
    return _third_of(span, months, edge) if months > _QUARTER else span


def _third_of(span: DateSpan, months: int, edge: str) -> DateSpan:
    """Return the first, middle or last third of a time in months: "mid-session"."""
    third = round(months / 3)
    start, count = {
        "early": (0, third),
        "mid": (third, months - 2 * third),
        "late": (months - third, third),
    }[edge]
    return months_from(span.first.year, span.first.month + start, count) or span


def _year_end(words: Words, j: int) -> Period | None:
    """Read "year end 2027/28": the last day of a financial year, of a year or of a month."""
    while words.atoms[j] in ("of", "-", ","):
        j += 1
    if words.atoms[j].isdecimal() or words.atoms[j] in MONTH_NUMBERS:
        found = _plain_at(words, j)
        if found and found.span:
            found.span = _part_of(found.span, "end")
        return found
    return Period(
        j, of_year=lambda year: span_of(year, 3, 31), told="The year end is read as 31 March."
    )


def _weekday(words: Words, i: int) -> Period | None:
    j = i + 1
    while words.atoms[j] in (",", "the", "."):
        j += 1
    return number_first(words, j) if words.atoms[j].isdecimal() else None


def _week(words: Words, i: int) -> Period | None:
    """Read "w/c 11 January 2027", "week beginning 4 March 2019", "w/e 26 March 2027"."""
    atoms, j = words.atoms, i + 1
    is_ending = False
    if atoms[i] == "w":
        if atoms[j] not in ("/", ".") or atoms[j + 1] not in ("c", "b", "e"):
            return None
        is_ending = atoms[j + 1] == "e"
        j += 2
    elif atoms[i] in ("week", "wk"):
        if numbered := _numbered_week(words, i):
            return numbered
        if atoms[j] not in ("commencing", "beginning", "starting", "ending", "of"):
            return None
        is_ending = atoms[j] == "ending"
        j += 1
    while atoms[j] in (".", ":", "the", "on"):
        j += 1
    found = _plain_at(words, j)
    if found is None or found.is_bad or (found.span and not found.span.is_day):
        return None
    if found.span is not None:
        found.span = _week_of(found.span, is_ending=is_ending)
    elif of_year := found.of_year:
        found.of_year = lambda year: (
            _week_of(span, is_ending=is_ending) if (span := of_year(year)) else None
        )
    return found


def _numbered_week(words: Words, i: int) -> Period | None:
    """Ask which days "week 3 of term 2" has: each council fixes its terms and holidays."""
    atoms, j = words.atoms, i + 1
    if not atoms[j].isdecimal() or len(atoms[j]) > SHORT:
        return None
    j += 1
    if atoms[j] in ("-", "to", "and", "&") and atoms[j + 1].isdecimal():
        j += 2
    if atoms[j] not in ("of", "in"):
        return None
    j += 1
    j += atoms[j] == "the"
    if atoms[j] in MONTH_NUMBERS or not (found := _plain_at(words, j)):
        return None
    asks = f"Which days are “{words.quoted(i, found.end)}”?"
    return Period(found.end, asks=asks)


def _week_of(span: DateSpan, *, is_ending: bool) -> DateSpan:
    """Return the seven days from a day on; of a week that ends on it, the day."""
    if is_ending or span.first > date.max - timedelta(days=_WEEK):
        return span
    return DateSpan(span.first, span.first + timedelta(days=_WEEK - 1))


def _counted_part(words: Words, i: int) -> Period | None:
    """Read "first half of 2027", "third quarter 2027/28", "1st week in May"."""
    atoms, atom = words.atoms, words.atoms[i]
    if atom.isdecimal() and atoms[i + 1] in ORDINALS and len(atom) == 1:
        number, j = int(atom), i + 2
    elif atom in _ORDINAL_WORDS:
        number, j = _ORDINAL_WORDS[atom], i + 1
    else:
        return None
    part = atoms[j]
    if part in ("quarter", "qtr"):
        number = number or len(FOUR)
        return of_quarters(words, i, j + 1, number) if number <= len(FOUR) else None
    if part == "term":
        return numbered_term_at(words, i, j + 1, number)
    if part not in ("half", "week") and part not in WEEKDAYS:
        return None
    j += 1
    while atoms[j] in ("of", "in", "the"):
        j += 1
    found = _plain_at(words, j)
    if found is None or found.is_bad or found.asks:
        return None
    part_of = {"half": _half_of, "week": _week_in}.get(part) or _of_weekday(part)
    if found.span is not None:
        found.span = part_of(found.span, number)
    elif of_year := found.of_year:
        found.of_year = lambda year: part_of(span, number) if (span := of_year(year)) else None
    return found


def _of_weekday(name: str) -> Callable[[DateSpan, int], DateSpan]:
    """Return what finds a weekday of a month by its number, 0 for the last."""
    weekday = _SHORTWEEKDAYS.index(name[:3])

    def of_month(span: DateSpan, number: int) -> DateSpan:
        ahead = (weekday - span.first.weekday()) % _WEEK + _WEEK * (number - 1)
        if number == 0:
            ahead = (span.last - span.first).days - (span.last.weekday() - weekday) % _WEEK
        day = span.first + timedelta(days=ahead)
        return DateSpan(day, day) if span.first <= day <= span.last else span

    return of_month


def _half_of(span: DateSpan, number: int) -> DateSpan:
    months = (span.last.year - span.first.year) * 12 + span.last.month - span.first.month + 1
    if months < 2:  # noqa: PLR2004 - half a month is no more exact than the month
        return span
    start = span.first.month + (0 if number == 1 else months // 2)
    return months_from(span.first.year, start, months // 2) or span


def _week_in(span: DateSpan, number: int) -> DateSpan:
    if number == 0:
        return DateSpan(span.last - timedelta(days=_WEEK - 1), span.last)
    first = span.first + timedelta(days=_WEEK * (number - 1))
    return DateSpan(first, min(first + timedelta(days=_WEEK - 1), span.last))


def _this_or_next(words: Words, i: int) -> Period | None:
    """Read "next March", "this summer", "next financial year", "next month"."""
    atoms, j = words.atoms, i + 1
    if atoms[j] in MONTH_NUMBERS or atoms[j] in SEASONS or atoms[j] in ("easter", "christmas"):
        found = _plain_at(words, j)
        return found if found and (found.of_year or found.span) else None
    j += atoms[j] in ("financial", "fiscal", "school", "academic")
    is_month_or_year = j == i + 1 and atoms[j] in ("year", "month") and not _is_spell(words, i)
    if not is_month_or_year and not (atoms[j] == "session" or (j > i + 1 and atoms[j] == "year")):
        return None
    quoted, meeting = words.quoted(i, j + 1), words.meeting
    if meeting is None:
        return Period(j + 1, asks=f"Which day is the meeting? “{quoted}” counts from it.")
    span = _seen_from(meeting, atoms[i + 1], atoms[j], is_next=atoms[i] in ("next", "coming"))
    if span is None:
        return None
    told = f"“{quoted}” is read as {span_in_words(span)}, seen from {date_in_words(meeting)}."
    return Period(j + 1, span, told=told)


def _seen_from(meeting: date, kind: str, unit: str, *, is_next: bool) -> DateSpan | None:
    """Return the year, session or month that a day is in, or the next one."""
    if kind == "month":
        return months_from(meeting.year, meeting.month + is_next, 1)
    if kind == "year":
        return months_from(meeting.year + is_next, 1, IN_A_YEAR)
    is_school = kind in ("school", "academic") or unit == "session"
    begins = AUGUST if is_school else APRIL
    first = meeting.year - (meeting.month < begins) + is_next
    return school_year(first) if is_school else financial_year(first)


def _new(words: Words, i: int) -> Period | None:
    """Read "New Year 2027" and "New Year's Day 2027", and "the new session", the next to begin."""
    if words.atoms[i + 1] in _YEARS_THAT_BEGIN:
        return _next_to_begin(words, i)
    if named := day_of_the_year_at(words, i):
        return named
    year = words.atoms[i + 2]
    if words.atoms[i + 1] != "year" or len(year) != YEAR_DIGITS or not year.isdecimal():
        return None
    day = span_of(int(year), 1, 1)
    return Period(i + 3, day, is_bad=day is None)


_YEARS_THAT_BEGIN = frozenset(("financial", "fiscal", "school", "academic", "session"))


def _next_to_begin(words: Words, i: int) -> Period | None:
    """Read "new school session" without its year: none that had begun by the meeting is meant."""
    found, meeting = financial_at(words, i + 1), words.meeting
    if found is None or not found.is_general or not (of_year := found.of_year):
        return found
    if meeting is not None:
        found.of_year = lambda year: (
            span if (span := of_year(year)) and span.first > meeting else None
        )
    return found


def _glued_number(words: Words, i: int) -> Period | None:
    """Read "Y2", a year of the plan, and "T3 2026/27", a term."""
    if not words.is_glued(i + 1) or len(words.atoms[i + 1]) != 1:
        return None
    return year_of_plan_at(words, i) if words.atoms[i] == "y" else term_at(words, i)


def _year(words: Words, i: int) -> Period | None:
    """Read "year end 2027/28" and "Year 2"."""
    if words.atoms[i + 1] == "end":
        return _year_end(words, i + 2)
    if words.atoms[i + 1 : i + 3] == ["-", "end"]:
        return _year_end(words, i + 3)
    return year_of_plan_at(words, i)


def _is_spell(words: Words, i: int) -> bool:
    """Return whether "next year" is so long from now: "within the next year"."""
    before = words.atoms[i - 2] if words.atoms[i - 1] == "the" else words.atoms[i - 1]
    return before in ("within", "over", "during", "in") and words.atoms[i - 1] == "the"


_READERS: dict[str, Callable[[Words, int], Period | None]] = {
    **dict.fromkeys(WEEKDAYS, _weekday),
    **dict.fromkeys(MONTH_NUMBERS, month_at),
    **dict.fromkeys(SEASONS, season_at),
    **dict.fromkeys(QUARTERS, quarter_at),
    **dict.fromkeys(HALVES, half_at),
    **dict.fromkeys(
        ("fy", "f", "ay", "sy", "financial", "fiscal", "academic", "school", "session"),
        financial_at,
    ),
    **dict.fromkeys(("year", "years", "yr", "yrs"), _year),
    **dict.fromkeys(("w", "wc", "wb", "week", "wk"), _week),
    "weeks": _numbered_week,
    **dict.fromkeys(("next", "this", "coming", "current"), _this_or_next),
    "new": _new,
    "y": _glued_number,
    "t": _glued_number,
    "october": october_at,
    "term": term_at,
    "terms": term_at,
    "easter": easter_at,
    "christmas": holiday_at,
    **dict.fromkeys(("st", "burns", "hogmanay", "boxing", "good", "turn"), day_of_the_year_at),
    **dict.fromkeys(("period", "month"), month_of_finance_at),
    "semester": _semester,
    "calendar": calendar_year_at,
}
_PARTS = QUARTERS | {"h"}
_AFTER_YEAR = frozenset((*SEASONS, *QUARTERS, "h", "easter", "christmas", "october"))
PERIOD_WORDS = frozenset((*_READERS, *_EDGES, *_ORDINAL_WORDS))
"""The words that a period may begin with."""
