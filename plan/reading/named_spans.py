"""Reads a season, term, holiday, quarter, financial or school year, or a year of the plan."""

from collections.abc import Callable
from datetime import date, timedelta

from dateutil.easter import easter

from plan.reading.atoms import Words
from plan.reading.dates import DateSpan, span_in_words, span_of
from plan.reading.spans import (
    APRIL,
    CENTURY,
    COUNTS,
    FOUR,
    HALVES,
    IN_A_YEAR,
    MONTH_NUMBERS,
    QUARTERS,
    SHORT,
    YEAR_DIGITS,
    Period,
    financial_year,
    labelled_years,
    month_at,
    months_from,
    quarter_after,
    school_year,
    two_years_at,
    with_year,
    year_at,
    year_first,
)

SEASONS = {"spring": (3, 3), "summer": (6, 3), "autumn": (9, 3), "winter": (12, 3)}
"""The month each begins and how many it lasts."""
_TERMS = {"autumn": (8, 3), "winter": (10, 3), "spring": (1, 3), "summer": (4, 3)}
"""The same of the four terms of most Scottish schools, in the order of the session."""
_HALF_TERMS = {"autumn": 10, "winter": 12, "spring": 2, "summer": 5}
"""The month in which the holiday in the middle of a term is."""
_HOLIDAYS = {"summer": (6, 30), "october": (10, 10), "christmas": (12, 25), "autumn": (10, 10)}
"""The day by which something due before or during a holiday must be done."""
BREAKS = frozenset(("holiday", "holidays", "break", "breaks", "recess"))
_OF_SCHOOL = frozenset(("academic", "school", "session", "ay", "sy"))
_TENTH = 10
_FIRST_EASTER, _LAST_EASTER = 1583, 4099
"""The years for which Easter can be worked out."""
_DAYS_OF_THE_YEAR = {
    "standrewsday": (11, 30), "burnsnight": (1, 25), "burnsday": (1, 25), "hogmanay": (12, 31),
    "newyearsday": (1, 1), "newyearseve": (12, 31), "christmasday": (12, 25),
    "christmaseve": (12, 24), "boxingday": (12, 26), "turnoftheyear": (12, 31),
}  # fmt: skip
"""Days that have the same date each year in Scotland, by their letters: month and day."""
_DAYS_BY_EASTER = {"goodfriday": -2, "eastersunday": 0, "eastermonday": 1}
"""Those that move with Easter, in days from Easter Sunday."""
_LONGEST_DAY, _LONGEST_LETTERS = 6, 13
"""In how many atoms and letters such a day is written, at most."""
_PLANS = frozenset(("plan", "strategy", "programme", "project", "framework"))


def season_at(words: Words, i: int) -> Period | None:
    """Read "Spring 2027", "Winter 2026/27", "autumn term 2026", "summer holidays 2027"."""
    atoms, name = words.atoms, words.atoms[i]
    if atoms[i + 1] in ("/", "-", "and", "or") and atoms[i + 2] in SEASONS:
        if atoms[i + 3] == "term":
            return _termed(words, i, i + 4, _TERMS[atoms[i + 2]])
        if atoms[i + 1] == "/":
            return _two_seasons(words, i)
    if atoms[i + 1] == "term" and atoms[i + 2] != "half":
        return _termed(words, i, i + 2, _TERMS[name])
    return _break_at(words, i) or _holiday_behind(words, i, _season_alone(words, i))


def _break_at(words: Words, i: int) -> Period | None:
    """Read "autumn half term 2026", "spring break 2027"."""
    atoms, name = words.atoms, words.atoms[i]
    if "half" in atoms[i + 1 : i + 3]:
        j = atoms.index("half", i) + 1
        j += atoms[j] == "-"
        month = _HALF_TERMS[name]
        return with_year(words, j + (atoms[j] == "term"), lambda year: span_of(year, month))
    if atoms[i + 1] not in BREAKS or name not in (*_HOLIDAYS, "spring"):
        return None
    if name == "spring":
        return with_year(words, i + 2, lambda year: span_of(year, APRIL))
    return holiday_at(words, i)


def _season_alone(words: Words, i: int) -> Period:
    """Read "Spring 2027", "Spring 2027 term"; which months a winter has is told."""
    atoms, name = words.atoms, words.atoms[i]
    months = SEASONS[name]
    found = with_year(words, i + 1, lambda year: months_from(year, *months), school=True)
    short = atoms[i + 1]
    if found.span is None and len(short) == SHORT and short.isdecimal() and atoms[i + 2] != "%":
        found = Period(i + 2, months_from(CENTURY + int(short), *months))
    if found.span and atoms[found.end] == "term":
        months = _TERMS[name]
        found = with_year(words, i + 1, lambda year: months_from(year, *months), school=True)
        found.end += 1
    if name == "winter" and found.span:
        found.told = f"“{words.quoted(i, found.end)}” is read as {span_in_words(found.span)}."
    return found


def _two_seasons(words: Words, i: int) -> Period:
    """Read "Autumn/Winter 2026": from the beginning of the one to the end of the other."""
    first, second = SEASONS[words.atoms[i]], SEASONS[words.atoms[i + 2]]
    count = (second[0] - first[0]) % IN_A_YEAR + second[1]
    found = with_year(words, i + 3, lambda year: months_from(year, first[0], count), school=True)
    if found.span:
        found.told = f"“{words.quoted(i, found.end)}” is read as {span_in_words(found.span)}."
    return found


def _termed(words: Words, i: int, j: int, months: tuple[int, int]) -> Period:
    """Return a term of the school year; councils fix their own days, so it is told."""
    month, count = months
    named = j
    if words.atoms[j] == "of":
        j += 1
    while words.atoms[j] in ("session", "school", "academic", "year", "the", ","):
        j += 1
    found = with_year(words, j, lambda year: months_from(year, month, count), school=True)
    if found.span is None:
        found.end = named
        return found
    found.told = (
        f"“{words.quoted(i, found.end)}” is read as {span_in_words(found.span)}, as where a "
        "session has four terms."
    )
    return found


def term_at(words: Words, i: int) -> Period | None:
    """Read "Term 2 2026/27", counted from August."""
    atoms, number = words.atoms, words.atoms[i + 1]
    count = int(number) if number.isdecimal() and len(number) == 1 else COUNTS.get(number, 0)
    if not 1 <= count <= len(_TERMS):
        return None
    last = atoms[i + 3]
    if atoms[i + 2] in ("-", "/", "to", "&", "and") and last.isdecimal() and len(last) == 1:
        if count < int(last) <= len(_TERMS):
            month = list(_TERMS.values())[count - 1][0]
            end = sum(list(_TERMS.values())[int(last) - 1])
            return _termed(words, i, i + 4, (month, (end - month) % IN_A_YEAR))
        return None
    return _termed(words, i, i + 2, list(_TERMS.values())[count - 1])


def numbered_term_at(words: Words, i: int, j: int, number: int) -> Period | None:
    """Read what follows "first term": the session that it is in."""
    terms = list(_TERMS.values())
    return _termed(words, i, j, terms[(number or len(terms)) - 1]) if number <= len(terms) else None


def holiday_at(words: Words, i: int) -> Period:
    """Read "Christmas 2026", "summer holidays 2027": the day by which it must be done."""
    if words.atoms[i] == "christmas" and (named := day_of_the_year_at(words, i)):
        return named
    month, day = _HOLIDAYS[words.atoms[i]]
    j = i + 1
    while words.atoms[j] in ("holiday", "holidays", "break", "recess"):
        j += 1
    return with_year(words, j, lambda year: span_of(year, month, day))


def october_at(words: Words, i: int) -> Period | None:
    """Read "October holidays 2026", "October 2026 holidays", else the month."""
    if words.atoms[i + 1] in BREAKS:
        return holiday_at(words, i)
    found = month_at(words, i)
    return _holiday_behind(words, i, found) if found else None


def _holiday_behind(words: Words, i: int, found: Period) -> Period:
    """Return the holiday that a season or a month with its year names: "summer 2027 holidays"."""
    name = words.atoms[i]
    if found.span is None or words.atoms[found.end] not in BREAKS or name not in _HOLIDAYS:
        return found
    return Period(found.end + 1, span_of(found.span.first.year, *_HOLIDAYS[name]))


def day_of_the_year_at(words: Words, i: int) -> Period | None:
    """Read "St Andrew's Day 2027", "Hogmanay", "Easter Monday 2027": a day each year has."""
    letters, j = "", i
    while j < i + _LONGEST_DAY and len(letters) < _LONGEST_LETTERS:
        if words.atoms[j] not in (".", "'"):
            letters += words.atoms[j].replace("'", "")
            if of_year := _of_named_day(letters):
                return with_year(words, j + 1, of_year)
        j += 1
    return None


def _of_named_day(letters: str) -> Callable[[int], DateSpan | None] | None:
    """Return what gives the day of that name for a year, or None if none has it."""
    if (day := _DAYS_OF_THE_YEAR.get(letters)) is not None:
        month, number = day
        return lambda year: span_of(year, month, number)
    if (later := _DAYS_BY_EASTER.get(letters)) is not None:
        return lambda year: _easter_of(year, later)
    return None


def easter_at(words: Words, i: int) -> Period:
    """Read "Easter 2027", "Easter break 2027": Easter Sunday; "Easter Monday 2027"."""
    if day := day_of_the_year_at(words, i):
        return day
    j = i + 2 if words.atoms[i + 1] in BREAKS else i + 1
    return with_year(words, j, _easter_of)


def _easter_of(year: int, later: int = 0) -> DateSpan | None:
    if not _FIRST_EASTER <= year <= _LAST_EASTER:
        return None
    day = easter(year) + timedelta(days=later)
    return DateSpan(day, day)


def quarter_at(words: Words, i: int) -> Period | None:
    """Read "Q3 2026/27", "FQ3 26/27", "Quarter 4", "Q1-Q2 2027/28", "Quarters 2 and 3"."""
    j = i + 2 if words.atoms[i + 1] == "." else i + 1
    number, j = words.atoms[j], j + 1
    if not number.isdecimal():
        return None
    if number not in FOUR:
        two = two_years_at(words, j)
        return Period(two[1] if two else j, is_bad=True)
    return of_quarters(words, i, j, int(number))


def of_quarters(words: Words, i: int, j: int, first: int) -> Period:
    """Read what follows the number of a quarter: a second one, and the year."""
    atoms, last = words.atoms, first
    is_moved = atoms[j] == "to" and atoms[i - 1] == "from"  # "slipped from Q2 to Q4 2026/27"
    if atoms[j] in ("-", "/", "to", "&", "and") and not is_moved:
        k = j + 2 if atoms[j + 1] in QUARTERS else j + 1
        if atoms[k] in FOUR and int(atoms[k]) > first and atoms[k + 1] not in ("/", "."):
            last, j = int(atoms[k]), k + 1
    j += atoms[j] == "-" and two_years_at(words, j + 1) is not None
    is_joined = last > first and atoms[j - 2 - (atoms[j - 2] in QUARTERS)] in ("&", "and", "/")
    while atoms[j] in ("of", ",", "the", "fy", "financial", "fiscal", "f", "cy", "calendar"):
        j += 1
    if atoms[j] == "year":
        j += 1
    month, count = APRIL + 3 * (first - 1), 3 * (last - first + 1)
    two = two_years_at(words, j)
    if two is None and last == first and (told_in_months := _told_in_months(words, j)):
        return told_in_months
    if two is None and (single := year_at(words, j)) and atoms[single[2] - 1].isdecimal():
        span = months_from(single[0], 1 + 3 * (first - 1), count)
        told = (
            f"“{words.quoted(i, single[2])}” is read as a quarter of the calendar year; of the "
            f"financial year write Q{first} {single[0]}/{(single[0] + 1) % 100:02}."
        )
        return Period(single[2], span, told=told)
    if two is None:
        each = (_quarter(first), _quarter(last)) if is_joined else ()
        return Period(j, of_year=_quarter(first, count), each=each)
    return Period(two[1], months_from(two[0], month, count))


def _told_in_months(words: Words, j: int) -> Period | None:
    """Read the months that a quarter is said to have: "Q2 (July to September) 2027".

    They say which months are meant, whatever the quarter is of.
    """
    atoms = words.atoms
    first, last = (MONTH_NUMBERS.get(atoms[k], 0) for k in (j + 1, j + 3))
    is_told = atoms[j] == "(" and atoms[j + 4] == ")" and atoms[j + 2] in ("-", "to")
    if not (is_told and first and last):
        return None
    count = (last - first) % IN_A_YEAR + 1
    if two := two_years_at(words, j + 5):
        return Period(two[1], months_from(two[0] + (first < APRIL), first, count))
    single = year_at(words, j + 5)
    return Period(single[2], months_from(single[0], first, count)) if single else None


def _quarter(number: int, count: int = 3) -> Callable[[int], DateSpan | None]:
    """Return what gives so many months from a quarter of the financial year on, for a year."""
    month = APRIL + 3 * (number - 1)
    return lambda year: months_from(year - (month > IN_A_YEAR), month, count)


def month_of_finance_at(words: Words, i: int) -> Period | None:
    """Read "Period 6 2027/28", "Month 9 of 2027/28": as finance counts months, from April."""
    number, j = words.atoms[i + 1], i + 2
    while words.atoms[j] in ("of", ",", "the", "fy", "financial", "year") and j < i + _LONGEST_DAY:
        j += 1
    years = two_years_at(words, j)
    if years is None or not number.isdecimal() or not 1 <= int(number) <= IN_A_YEAR:
        return None
    span = months_from(years[0], APRIL + int(number) - 1, 1)
    quoted = words.quoted(i, years[1])
    told = f"“{quoted}” is read as {span_in_words(span)}." if span else ""
    return Period(years[1], span, told=told)


def half_at(words: Words, i: int) -> Period | None:
    """Read "H1 2027", "H2 2026/27", "half 1 of 2027/28": half a calendar or a financial year."""
    atoms, number = words.atoms, words.atoms[i + 1]
    if atoms[i] == "h" and not words.is_glued(i + 1):
        return None
    if number not in ("1", "2"):
        is_bad = atoms[i] == "h" and number.isdecimal()
        years = year_at(words, i + 2)
        return Period(years[2] if years else i + 2, is_bad=True) if is_bad else None
    first, j = int(number), i + 2
    if atoms[j] in ("-", "/", "&", "and", "to"):
        k = j + 1 + (atoms[j + 1] in HALVES)
        if first == 1 and atoms[k] == "2" and atoms[k - 1] in HALVES:
            first, j = 0, k + 1
    j += atoms[j] == "-" and two_years_at(words, j + 1) is not None
    while atoms[j] in ("of", ",", "the", "fy", "financial", "fiscal", "year"):
        j += 1
    count, months = (12, 0) if first == 0 else (6, 6 * (first - 1))
    if two := two_years_at(words, j):
        return Period(two[1], months_from(two[0], APRIL + months, count))
    single = year_at(words, j)
    if single is None or not atoms[single[2] - 1].isdecimal():
        return Period(j, of_year=lambda year: months_from(year, APRIL + months, count))
    told = (
        f"“{words.quoted(i, single[2])}” is read as a half of the calendar year; of the financial "
        f"year write H{number} {single[0]}/{(single[0] + 1) % 100:02}."
    )
    return Period(single[2], months_from(single[0], 1 + months, count), told=told)


def financial_at(words: Words, i: int) -> Period | None:
    """Read "FY26/27", "financial year 2026/27", "academic session 2026-27", "session 18/19"."""
    atoms, atom, j = words.atoms, words.atoms[i], i + 1
    year_of = school_year if atom in _OF_SCHOOL else financial_year
    if atom == "f":
        if atoms[j : j + 2] != ["/", "y"]:
            return None
        j += 2
    elif atom not in ("fy", "ay", "sy", "session"):
        if atoms[j] not in ("year", "session"):
            return _season_of_school(words, i) if atom == "school" else None
        j += 1
    if two := two_years_at(words, j):
        year = year_of(two[0])
        return quarter_after(words, *two) or Period(two[1], year, is_bad=year is None)
    if atom in ("ay", "sy") and not atoms[j].isdecimal():
        return None
    return _one_year(words, i, j) or Period(j, of_year=year_of, is_general=True)


def _one_year(words: Words, i: int, j: int) -> Period | None:
    """Ask which two years "FY 2027" or "session 2027" means."""
    single, short = year_at(words, j), words.atoms[j]
    year, end = (single[0], single[2]) if single else (0, j + 1)
    if not single and words.atoms[i] == "fy" and len(short) == SHORT and short.isdecimal():
        year = CENTURY + int(short)
    if not year:
        return None
    ask = f"Is “{words.quoted(i, end)}” {year - 1}/{year % 100:02} or {year}/{(year + 1) % 100:02}?"
    return Period(end, asks=ask)


def _season_of_school(words: Words, i: int) -> Period | None:
    if words.atoms[i + 1] in SEASONS:
        return season_at(words, i + 1)
    return term_at(words, i + 1) if words.atoms[i + 1] == "term" else None


def calendar_year_at(words: Words, i: int) -> Period | None:
    """Read "calendar year 2027"."""
    if words.atoms[i + 1] != "year":
        return None
    years = year_at(words, i + 2)
    return Period(years[2], months_from(years[0], 1, IN_A_YEAR)) if years else None


def year_of_plan_at(words: Words, i: int) -> Period | None:
    """Read "Year 2", "Years 1-3", "Yr 1 of the plan": counted once the plan says when it begins."""
    atoms, j = words.atoms, i + 1
    if atoms[i] == "year" and atoms[j].isdecimal() and len(atoms[j]) != 1:
        return _year_with_label(words, j)
    first = _small(atoms[j])
    if first is None:
        return None
    last, j = first, j + 1
    if atoms[j] in ("-", "/", "to", "and", "&"):
        k = j + 2 if atoms[j + 1] in ("year", "years", "yr") else j + 1
        following = _small(atoms[k])
        if following is not None and following > first:
            last, j = following, k + 1
    return _years_of_plan(words, i, _past_the_plan(atoms, j), (first, last))


def _past_the_plan(atoms: list[str], j: int) -> int:
    """Return the atom after "of the plan"."""
    if atoms[j] not in ("of", "in"):
        return j
    k = j + 2 if atoms[j + 1] in ("the", "this", "our") else j + 1
    if atoms[k] in _PLANS:
        return k + 1
    return k + 2 if atoms[k + 1] in _PLANS else j


def _years_of_plan(words: Words, i: int, j: int, years: tuple[int, int]) -> Period:
    begins = words.year_1_begins
    if begins is None:
        ask = f"When does year 1 begin? “{words.quoted(i, j)}” counts from it."
        return Period(j, asks=ask, plan_years=years)
    try:
        first = _years_later(begins, years[0] - 1)
        last = _years_later(begins, years[1]) - timedelta(days=1)
    except (ValueError, OverflowError):
        return Period(j, is_bad=True)
    span = DateSpan(first, last)
    told = f"“{words.quoted(i, j)}” is read as {span_in_words(span)}."
    return Period(j, span, told=told, plan_years=years)


def _years_later(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February
        return date(day.year + years, 3, 1)


def _year_with_label(words: Words, j: int) -> Period | None:
    """Read "year 2026/27" and "year 2027"."""
    if two := two_years_at(words, j):
        return labelled_years(words, two[0], two[1])
    return year_first(words, j) if len(words.atoms[j]) == YEAR_DIGITS else None


def _small(atom: str) -> int | None:
    if atom.isdecimal():
        return int(atom) if len(atom) <= SHORT and 1 <= int(atom) <= _TENTH else None
    count = COUNTS.get(atom, 0)
    return count if 1 <= count <= _TENTH else None
