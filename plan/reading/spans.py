"""Reads a day, a month or a year at an atom of a text, and two years in a row.

A reader looks at the atom where a period begins and at the few after it, so that reading a text
takes time in step with its length.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import pairwise

from plan.reading.atoms import Words, word_set
from plan.reading.dates import MONTHS, DateSpan, span_in_words, span_of

APRIL, AUGUST, CENTURY, IN_A_YEAR = 4, 8, 2000, 12
"""The months when a financial and a school year begin; the century that "19" belongs to."""
LONGEST_MONTH, _LONGEST_PLAN = 31, 12
_CERTAINLY_A_YEAR = 13
"""From this year of its century on, "26/27" can be no month."""
MONTH_NUMBERS = {
    name: number
    for number, month in enumerate(MONTHS, 1)
    for name in {month.lower(), month[:3].lower(), *(("sept",) if month == "September" else ())}
}
_FEWEST_LETTERS, _ALIKE = 6, 0.82
"""Of a longer name one letter may be wrong, of any two may have changed places."""


@lru_cache(maxsize=256)
def month_meant(word: str) -> str:
    """Return the month that a word misspells, "Febuary"; empty if it is none."""
    for name in MONTHS:
        month = name.lower()
        if word[:1] != month[:1] or word == month or abs(len(word) - len(month)) > SHORT:
            continue
        if sorted(word) == sorted(month) or (
            len(month) >= _FEWEST_LETTERS and SequenceMatcher(None, word, month).ratio() >= _ALIKE
        ):
            return month
    return ""


ORDINALS = frozenset(("st", "nd", "rd", "th"))
UNITS = {
    "day": "days", "days": "days", "week": "weeks", "weeks": "weeks", "wk": "weeks", "wks": "weeks",
    "month": "months", "months": "months", "mth": "months", "mths": "months", "year": "years",
    "years": "years", "yr": "years", "yrs": "years", "fortnight": "fortnights",
    "fortnights": "fortnights", "quarter": "quarters", "quarters": "quarters", "sessions": "years",
}  # fmt: skip
_EVENT_WORDS = word_set(
    "in service inservice inset day days holiday holidays break half term committee "
    "cycle meeting board council cabinet ijb week -"
)
"""What may stand between a month and its year: "August in-service day 2026"."""
COUNTS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "twelve": 12, "eighteen": 18, "twenty": 20, "thirty": 30,
}  # fmt: skip
YEAR_DIGITS, SHORT = 4, 2
"""How many digits a whole year has, and one without its century, a day or a month."""


FOUR = frozenset("1234")
WEEKDAYS = word_set(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu "
    "thur thurs fri sat sun"
)
QUARTERS = word_set("q qs qu fq qtr qtrs qr quarter quarters")
HALVES = word_set("h half")
"""Words for half a year, before the number of it: "H1 2027/28"."""


@dataclass(slots=True)
class Period:
    """A period that was read up to the atom `end`.

    `span` is None while its year is missing: then `of_year` gives it for a year. `told` says what
    was assumed, `asks` what must be asked before it can be dated. `is_bad` marks what looks like a
    date but is none, `is_general` what names no year of its own ("the new session").
    `plan_years` are the first and last year of the plan that it counts.
    """

    end: int
    span: DateSpan | None = None
    of_year: Callable[[int], DateSpan | None] | None = None
    told: str = ""
    asks: str = ""
    is_bad: bool = False
    plan_years: tuple[int, int] | None = None
    is_general: bool = False
    each: tuple[Callable[[int], DateSpan | None], ...] = ()
    """What it names apart, where it is a list without a year: "Q2 & Q4"."""

    def after(self, day: date, year: int) -> DateSpan | None:
        """Return it in the first year from `year` on in which it ends on or after a day."""
        for candidate in (year, year + 1, year + 2):
            span = self.of_year(candidate) if self.of_year else None
            if span is not None and span.last >= day:
                return span
        return None

    def before(self, day: date) -> DateSpan | None:
        """Return it in the last year in which it ends on or before a day."""
        for candidate in (day.year + 1, day.year, day.year - 1):
            span = self.of_year(candidate) if self.of_year else None
            if span is not None and span.last <= day:
                return span
        return None


def year_at(words: Words, j: int) -> tuple[int, int, int] | None:
    """Return the first and last year at an atom, and the atom after; "2026/27" is two."""
    atoms = words.atoms
    if atoms[j] in (",", ".", "of", "in"):
        j += 1
    atom = atoms[j]
    if len(atom) == YEAR_DIGITS and atom.isdecimal():
        year = int(atom)
        if atoms[j + 1] in ("/", "-") and words.is_glued(j + 1) and atoms[j + 2].isdecimal():
            if _following(year, atoms[j + 2]):
                return year, year + 1, j + 3
            if len(atoms[j + 2]) != YEAR_DIGITS:
                return None
        return year, year, j + 1
    if atom in ("'", "-", "/") and len(atoms[j + 1]) == SHORT and atoms[j + 1].isdecimal():
        year = CENTURY + int(atoms[j + 1])
        return year, year, j + 2
    if atom in ("next", "this") and atoms[j + 1] == "year" and words.meeting:
        year = words.meeting.year + (atom == "next")
        return year, year, j + 2
    return None


def _following(year: int, second: str) -> bool:
    """Return whether a year of two or four digits is the one after."""
    return len(second) in (2, YEAR_DIGITS) and str(year + 1).endswith(second)


def short_years_at(words: Words, j: int) -> tuple[int, int] | None:
    """Return the first year and the atom after, of two in a row of two digits each: "26/27"."""
    atoms = words.atoms
    one, sign, two = atoms[j], atoms[j + 1], atoms[j + 2]
    is_pair = len(one) == SHORT == len(two) and one.isdecimal() and two.isdecimal()
    if not is_pair or sign not in ("/", "-") or atoms[j + 3] == "/" or _is_unit(atoms[j + 3]):
        return None
    year = int(one)
    return (CENTURY + year, j + 3) if (year + 1) % 100 == int(two) else None


def two_years_at(words: Words, j: int) -> tuple[int, int] | None:
    """Return the first of two years in a row, however short, and the atom after."""
    if words.atoms[j] in (",", "of"):
        j += 1
    if words.atoms[j] == "the":
        j += 1
    found = year_at(words, j)
    if found and found[1] > found[0]:
        return found[0], found[2]
    return short_years_at(words, j)


def with_year(
    words: Words, j: int, of_year: Callable[[int], DateSpan | None], *, school: bool = False
) -> Period:
    """Return a period with the year that follows at an atom, or with its year missing."""
    years = year_at(words, j)
    if years is None and (short := short_years_at(words, j)):
        years = (short[0], short[0] + 1, short[1])
    if years is None:
        k = j
        while words.atoms[k] in _EVENT_WORDS and k < j + YEAR_DIGITS:
            k += 1
        if k > j and len(words.atoms[k]) == YEAR_DIGITS and (found := year_at(words, k)):
            years = found
    if years is None:
        return Period(j, of_year=of_year)
    first, last, end = years
    span = of_year(first)
    if span is not None and last > first:
        begins = AUGUST if school else APRIL
        span = span if span.first.month >= begins else of_year(last)
    return Period(end, span) if span else Period(end, is_bad=True)


def year_first(words: Words, i: int) -> Period | None:
    """Read "2026-03-31", "2026-03", "2026/27", "2017-20", "2027 to 2030" and "2027"."""
    atoms, year = words.atoms, int(words.atoms[i])
    sign, second = atoms[i + 1], atoms[i + 2]
    is_same_length = len(second) == YEAR_DIGITS
    if sign in ("/", "-") and second.isdecimal() and (not is_same_length or second > atoms[i]):
        return _year_and_more(words, i, year)
    if not CENTURY <= year < CENTURY + 100 or (words.is_glued(i + 1) and sign in ("/", "%")):
        return None
    return Period(i + 1, months_from(year, 1, IN_A_YEAR))


def _year_and_more(words: Words, i: int, year: int) -> Period:
    """Read what follows a year and a sign: a month and a day, a month, or a later year."""
    atoms = words.atoms
    sign, second = atoms[i + 1], atoms[i + 2]
    is_range = sign == "/" and _following(year, second)  # "2026/27-2028/29"
    if atoms[i + 3] == "-" and atoms[i + 4].isdecimal() and words.is_glued(i + 3) and not is_range:
        day = _span_or_none(year, second, atoms[i + 4]) if sign == "-" else None
        return Period(i + 5, day, is_bad=day is None)
    if _following(year, second):
        return labelled_years(words, year, i + 3)
    if sign == "-" and len(second) == SHORT and 1 <= int(second) <= IN_A_YEAR:
        return Period(i + 3, span_of(year, int(second)))
    last = int(second) if len(second) == YEAR_DIGITS else year // 100 * 100 + int(second)
    if len(second) in (SHORT, YEAR_DIGITS) and last > year:
        return _years_from_to(words, i, year, last)
    return Period(i + 3, is_bad=True)


def _years_from_to(words: Words, i: int, year: int, last: int) -> Period:
    """Return the years from one to another, "2026-29", and tell by which style they are read.

    They are the plan's own, where it is known when its first year begins. Else years of two digits
    are financial ones, as councils write them, and whole ones are read to the end of the last.
    """
    count, begins, quoted = last - year, words.year_1_begins, words.quoted(i, i + 3)
    if begins is not None and begins.year == year and count <= _LONGEST_PLAN:
        span = months_from(year, begins.month, IN_A_YEAR * count)
        style = "as the years of the plan run"
    elif len(words.atoms[i + 2]) == SHORT:
        span, style = months_from(year, APRIL, IN_A_YEAR * count), "as financial years run"
    else:
        span, style = months_from(year, 1, IN_A_YEAR * (count + 1)), "to the end of the last year"
    told = f"“{quoted}” is read as {span_in_words(span)}, {style}." if span else ""
    return Period(i + 3, span, told=told, is_bad=span is None)


def quarter_after(words: Words, year: int, j: int) -> Period | None:
    """Read the quarter or half that may follow two years: "2027/28 Q3"."""
    atoms = words.atoms
    k = j + 1 if atoms[j] in ("-", ",", ":") else j
    if atoms[k] in HALVES and atoms[k + 1] in ("1", "2"):
        return Period(k + 2, months_from(year, APRIL + 6 * (int(atoms[k + 1]) - 1), 6))
    if atoms[k] not in QUARTERS or atoms[k + 1] not in FOUR:
        return None
    return Period(k + 2, months_from(year, APRIL + 3 * (int(atoms[k + 1]) - 1), 3))


def labelled_years(words: Words, year: int, j: int) -> Period:
    """Read the label that may follow two years: "2026/27 school session"."""
    atoms = words.atoms
    if quarter := quarter_after(words, year, j):
        return quarter
    k = j + 1 if atoms[j] in ("financial", "academic", "school", "fiscal") else j
    if atoms[k] in ("year", "session") and (k > j or atoms[k] == "session"):
        is_school = atoms[k] == "session" or atoms[j] in ("academic", "school")
        return Period(k + 1, school_year(year) if is_school else financial_year(year))
    told = (
        f"“{words.quoted(j - 3, j)}” is read as the financial year, April {year} to March "
        f"{year + 1}."
    )
    return Period(j, financial_year(year), told=told)


def number_first(words: Words, i: int) -> Period | None:
    """Read "31 March 2027", "31/03/27", "03/2027", "5-9 April 2027" and "26/27"."""
    atoms, first = words.atoms, words.atoms[i]
    if len(first) > SHORT:
        return None
    number, j = int(first), i + 1
    if atoms[j] in ORDINALS:
        j += 1
    if atoms[j] in _BETWEEN_DAYS and atoms[j + 1].isdecimal():
        return _days_of_month(words, i, j) or _figures(words, i, number)
    is_joined = atoms[j] == "of" or (atoms[j] in ("-", "/") and words.is_glued(j + 1))
    k = j + 1 if is_joined else j
    if month := MONTH_NUMBERS.get(atoms[k]):
        return _day_of_month(words, (number, number), month, k + 1)
    return _figures(words, i, number) if atoms[j] == "." else None


_BETWEEN_DAYS = frozenset(("-", "/", "to", "&", "and", ","))
_MOST_DAYS = 6
"""Days of a month that are named one by one."""


def _days_of_month(words: Words, i: int, j: int) -> Period | None:
    """Read the days from one to another of a month: "12 to 16 April 2027", "5, 6 and 7 June"."""
    atoms, days = words.atoms, [int(words.atoms[i])]
    while atoms[j] in _BETWEEN_DAYS and len(days) < _MOST_DAYS:
        j += atoms[j] == "," and atoms[j + 1] in ("and", "&")
        if not atoms[j + 1].isdecimal() or len(atoms[j + 1]) > SHORT:
            return None
        days.append(int(atoms[j + 1]))
        j += 3 if atoms[j + 2] in ORDINALS else 2
    k = j + 1 if atoms[j] == "of" else j
    month = MONTH_NUMBERS.get(atoms[k])
    if month is None or any(one >= other for one, other in pairwise(days)):
        return None
    return _day_of_month(words, (days[0], days[-1]), month, k + 1)


def _day_of_month(words: Words, days: tuple[int, int], month: int, j: int) -> Period:
    def of_year(year: int) -> DateSpan | None:
        first, last = (span_of(year, month, day) for day in days)
        return DateSpan(first.first, last.last) if first and last else None

    found = with_year(words, j + (words.atoms[j] == "."), of_year)
    if found.span is None and not found.is_bad and (short := _loose_year(words, found.end)):
        span = of_year(short)
        return Period(found.end + 1, span, is_bad=span is None)
    if found.span is None and not found.is_bad and not 1 <= days[1] <= LONGEST_MONTH:
        return Period(j, is_bad=True)
    if found.span is None and not found.is_bad:
        found.end = j
        found.is_bad = of_year(CENTURY) is None  # 2000 has every day that a year can have
    return found


def _loose_year(words: Words, j: int) -> int:
    """Return the year that two digits after a day and a month give, 0 if they do not."""
    atom = words.atoms[j]
    is_short = len(atom) == SHORT and atom.isdecimal()
    if not is_short or words.atoms[j + 1] in ("%", "/", ":") or words.atoms[j + 1] in ORDINALS:
        return 0
    if words.atoms[j + 1] in MONTH_NUMBERS:  # the day of the next date
        return 0
    return CENTURY + int(atom)


def _figures(words: Words, i: int, number: int) -> Period | None:
    atoms = words.atoms
    sign, second, again, third = atoms[i + 1 : i + 5]
    if sign not in ("/", "-", ".") or not second.isdecimal():
        return None
    is_three = again == sign and third.isdecimal() and words.is_glued(i + 3)
    goes_on = atoms[i + 5] == sign and len(third) <= SHORT and words.is_glued(i + 6)  # 3/6/9/12
    is_counted = _is_unit(atoms[i + 5]) or (atoms[i + 5] == "-" and _is_unit(atoms[i + 6]))
    if is_three and not goes_on and not is_counted:
        year = int(third) if len(third) <= YEAR_DIGITS else 0
        year += CENTURY if len(third) <= SHORT else 0
        day = span_of(year, int(second), number) if len(second) <= SHORT else None
        return Period(i + 5, day, is_bad=day is None)
    if is_three or not words.is_glued(i + 2):
        return None
    is_of_two = len(atoms[i]) == SHORT or sign == "/"
    if sign != "." and is_of_two and len(second) == YEAR_DIGITS and 1 <= number <= IN_A_YEAR:
        return Period(i + 3, span_of(int(second), number))
    years = short_years_at(words, i)
    if years and (number >= _CERTAINLY_A_YEAR or _has_label(atoms, years[1])):
        return labelled_years(words, years[0], years[1])
    return None


def _has_label(atoms: list[str], j: int) -> bool:
    return atoms[j] == "session" or atoms[j + 1] in ("year", "session")


def _is_unit(atom: str) -> bool:
    return atom in UNITS


def _span_or_none(year: int, month: str, day: str) -> DateSpan | None:
    if len(month) > SHORT or len(day) > SHORT:
        return None
    return span_of(year, int(month), int(day))


def month_at(words: Words, i: int) -> Period | None:
    """Read "March 2027", "Sept '18", "Mar-19", "Dec 26", "June 30, 2027" and "March" alone."""
    atoms, month = words.atoms, MONTH_NUMBERS[words.atoms[i]]
    j = i + 2 if atoms[i + 1] == "." else i + 1
    day = atoms[j]
    if day.isdecimal() and len(day) <= SHORT:
        after = j + 2 if atoms[j + 1] in ORDINALS else j + 1
        if several := _days_after_month(words, j, after, month):
            return several
        years = year_at(words, after)
        if after > j + 1 or (years and years[2] <= after + 2):
            return _day_of_month(words, (int(day), int(day)), month, after)
        if len(day) == SHORT and (short := short_years_at(words, j)):
            year = short[0] + (month < APRIL)
            return Period(short[1], span_of(year, month))
        is_more = atoms[j + 1] == "/" and atoms[j + 2].isdecimal()
        if len(day) == SHORT and atoms[j + 1] not in ("%", ":") and not is_more:
            return _month_and_figures(words, i, j, month)
    found = with_year(words, j, lambda year: span_of(year, month))
    if found.span is None and not found.is_bad:
        found.end = i + 1
        if atoms[i] == "may" and not _is_may(words, i):
            return None
    return found


def _days_after_month(words: Words, j: int, after: int, month: int) -> Period | None:
    """Read the days behind a month, before its year: "May 27-29, 2027"."""
    atoms, last = words.atoms, words.atoms[after + 1]
    if atoms[after] not in ("-", "to", "&", "and") or not last.isdecimal() or len(last) > SHORT:
        return None
    end = after + 3 if atoms[after + 2] in ORDINALS else after + 2
    k = end + 1 if atoms[end] == "," else end
    is_year = len(atoms[k]) == YEAR_DIGITS and atoms[k].isdecimal()
    if not is_year or int(atoms[j]) >= int(last):
        return None
    return _day_of_month(words, (int(atoms[j]), int(last)), month, end)


def _is_may(words: Words, i: int) -> bool:
    """Return whether "May" without a year is the month: written large, and no verb after it."""
    follows = words.atoms[i + 1]
    is_verb = follows.isalpha() and follows not in (
        *(
            "and",
            "or",
            "to",
            "until",
            "each",
            "every",
            "from",
            "by",
            "committee",
            *("revised", "original", "current", "latest", "forecast", "new", "updated", "amended"),
            "board",
            "council",
            "cycle",
        ),
        *("then", "onwards", "for", "thereafter", "review", "meeting", "inset", "in", "of"),
    )
    return words.said[words.starts[i]] == "M" and not is_verb


def _month_and_figures(words: Words, i: int, j: int, month: int) -> Period:
    """Read "Dec 26": the year, unless that would be far from the meeting; then it is asked."""
    figures, quoted = int(words.atoms[j]), words.quoted(i, j + 1)
    year = CENTURY + figures
    span = span_of(year, month)
    ahead = words.meeting.year + 3 if words.meeting else CENTURY + 28
    if figures <= LONGEST_MONTH and year > ahead:
        day = span_of(words.meeting.year if words.meeting else CENTURY, month, figures)
        if day is not None:
            ask = f"Is “{quoted}” the day of a month, or {MONTHS[month - 1]} {year}?"
            return Period(j + 1, asks=ask)
    told = f"“{quoted}” is read as {MONTHS[month - 1]} {year}." if figures <= LONGEST_MONTH else ""
    return Period(j + 1, span, told=told)


def financial_year(year: int) -> DateSpan | None:
    """Return the financial year that begins in April of a year."""
    return months_from(year, APRIL, IN_A_YEAR)


def school_year(year: int) -> DateSpan | None:
    """Return the school session that begins in August of a year, to the end of June."""
    return months_from(year, AUGUST, 11)


def months_from(year: int, month: int, count: int) -> DateSpan | None:
    """Return a period of so many months; a month above 12 falls in a later year."""
    first, last = (
        span_of(year + (number - 1) // 12, (number - 1) % 12 + 1)
        for number in (month, month + count - 1)
    )
    return DateSpan(first.first, last.last) if first and last else None
