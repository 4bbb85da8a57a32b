"""How often something recurs, and how long from now something is, read at a word of a text."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, TypeAlias

from dateutil.relativedelta import relativedelta

from plan.reading.atoms import Words, word_set
from plan.reading.dates import DateSpan, span_of
from plan.reading.spans import COUNTS, FOUR, MONTH_NUMBERS, QUARTERS, SHORT, UNITS, WEEKDAYS

Biannually: TypeAlias = Literal["", "twice a year", "every two years"]

_IN_A_YEAR, _SATURDAY = 12, 5
_RHYTHMS = {
    "annual": "P12M", "annually": "P12M", "yearly": "P12M", "annum": "P12M",
    "biennial": "P24M", "biennially": "P24M", "triennial": "P36M", "triennially": "P36M",
    "quarterly": "P3M", "termly": "P4M", "monthly": "P1M",
    "fortnightly": "P2W", "weekly": "P1W", "daily": "P1D", "mthly": "P1M", "wkly": "P1W",
    "yrly": "P12M", "qtrly": "P3M", "qrtly": "P3M", "quaterly": "P3M", "quartely": "P3M",
    "anually": "P12M", "annualy": "P12M",
}  # fmt: skip
"""ISO 8601 periods, also as they are cut short or often misspelt; years are counted in months. A
term counts as four months."""
_MULTIPLIED = {
    **dict.fromkeys(("yearly", "annual", "annually", "yrly"), 12),
    **dict.fromkeys(("monthly", "mthly"), 1),
    "quarterly": 3,
}
_UNIT_RHYTHMS = {
    "year": "P12M", "years": "P12M", "month": "P1M", "months": "P1M", "quarter": "P3M",
    "quarters": "P3M", "term": "P4M", "terms": "P4M", "session": "P12M", "week": "P1W",
    "weeks": "P1W", "fortnight": "P2W", "day": "P1D", "days": "P1D",
}  # fmt: skip
_OF_THE_YEAR = frozenset(("spring", "summer", "autumn", "winter", "easter", "christmas"))
_ALIKE = {"financial", "school", "academic", "calendar", "working"}
_OF_THEM = {"second": 2, "other": 2, "third": 3, "fourth": 4, "alternate": 2, "few": 0}
APPROVAL = word_set(
    "approval approved approving meeting committee adoption adopted agreement "
    "agreed decision today now"
)
_STOPS = frozenset(("", ".", ";", ",", "(", ")", "-", "\n"))
_HUNDREDS = 3
_INTERVALS = frozenset(("interval", "intervals", "cycle", "cycles"))
_AT_MOST = 8
"""How many words after "of" or "from" may say what a time counts from."""
_OPEN = frozenset(("+", "plus"))


@dataclass(slots=True)
class Rhythm:
    """How often: an ISO period, read up to the atom `end`. Empty if the plan must say first."""

    end: int
    every: str
    told: str = ""
    asks: str = ""
    yearly_in: int = 0
    """The atom at which the month begins that is named with it: "each August"."""


def rhythm_at(words: Words, i: int, biannually: Biannually = "") -> Rhythm | None:
    """Return how often something recurs if a word says so, or None."""
    atoms, atom = words.atoms, words.atoms[i]
    if atom.isdecimal() or atom in COUNTS or atom in ("half", "once", "twice"):
        return _counted(words, i)
    if atom in ("every", "each"):
        return _each(words, i)
    if atom in ("bi", "biannual", "biannually", "bimonthly", "biweekly"):
        return _twofold(words, i, biannually)
    if atom == "per":
        return Rhythm(i + 2, "P12M") if atoms[i + 1] == "annum" else None
    every = _RHYTHMS.get(atom)
    if every is None:
        return None
    told = _of_terms(words, i, i + 1) if atom == "termly" else ""
    return Rhythm(i + 1, every, told)


RHYTHM_WORDS = frozenset(
    (*_RHYTHMS, *COUNTS, "half", "once", "twice", "every", "each", "per", "bi", "biannual")
) | {"biannually", "bimonthly", "biweekly"}
"""The words that a rhythm may begin with, besides a number."""


def _of_terms(words: Words, i: int, end: int) -> str:
    return f"“{words.quoted(i, end)}” is counted as every four months."


def _twofold(words: Words, i: int, biannually: Biannually) -> Rhythm | None:
    atoms, j = words.atoms, i + 1
    unit = atoms[i].removeprefix("bi")
    if not unit:
        j += atoms[j] == "-"
        unit, j = atoms[j], j + 1
    quoted = words.quoted(i, j)
    if unit in ("annual", "annually", "yearly"):
        if biannually:
            return Rhythm(j, "P6M" if biannually == "twice a year" else "P24M")
        return Rhythm(j, "", asks=f"Does “{quoted}” mean twice a year, or every two years?")
    if unit in ("monthly", "weekly"):
        every = "P2M" if unit == "monthly" else "P2W"
        return Rhythm(j, every, f"“{quoted}” is read as every two {unit.removesuffix('ly')}s.")
    return Rhythm(j, "P24M") if unit in ("ennial", "ennially") else None


def _each(words: Words, i: int) -> Rhythm | None:
    """Read "every 6 weeks", "each term", "every second year", "every 3rd month", "each August"."""
    atoms, j = words.atoms, i + 1
    count = 1
    is_quarter = atoms[j] in QUARTERS and atoms[j + 1] in FOUR
    if is_quarter or atoms[j] in MONTH_NUMBERS or atoms[j] in _OF_THE_YEAR:
        if atoms[j + 1] == "term":
            return Rhythm(j + 2, "P12M")
        return Rhythm(j, "P12M", yearly_in=j)
    if atoms[j].isdecimal() and len(atoms[j]) <= SHORT:
        count, j = int(atoms[j]), j + 1
        j += atoms[j] in ("st", "nd", "rd", "th")
    elif atoms[j] in _OF_THEM:
        count, j = _OF_THEM[atoms[j]], j + 1
    elif atoms[j] in COUNTS:
        count, j = COUNTS[atoms[j]], j + 1
    if atoms[j] in ("-", "to") and (
        more := _count(atoms[j + 1])
    ):  # "every 6-8 weeks": at the latest
        count, j = more, j + 2
    if atoms[j + (atoms[j] in ("first", "last"))] in WEEKDAYS:
        return _each_weekday(atoms, j, count)
    return _each_unit(words, i, j, count)


def _each_unit(words: Words, i: int, j: int, count: int) -> Rhythm | None:
    """Read what follows "every" and its number: "weeks", "half term", "school year"."""
    atoms = words.atoms
    if atoms[j] == "half" and atoms[j + 1] in ("term", "-", "year"):
        j += 2 if atoms[j + 1] == "-" else 1
        return Rhythm(j + 1, "P6M" if atoms[j] == "year" else "P2M")
    while atoms[j] in _ALIKE or atoms[j] == "-":
        j += 1
    every = _UNIT_RHYTHMS.get(atoms[j])
    if every is None or not count:
        return None
    told = _of_terms(words, i, j + 1) if atoms[j].startswith("term") and count == 1 else ""
    return Rhythm(j + 1, _times(every, count), told)


def _each_weekday(atoms: list[str], j: int, count: int) -> Rhythm | None:
    """Read "every second Tuesday", every two weeks; "every first Monday of the month", monthly."""
    is_named = atoms[j] in ("first", "last")
    j += is_named
    if atoms[j] not in WEEKDAYS:
        return None
    k = j + 1
    while atoms[k] in ("of", "in", "the", "each", "every", "a") and k < j + 4:
        k += 1
    if atoms[k] == "month" and k > j + 1:
        return Rhythm(k + 1, "P1M")
    return None if is_named or not count else Rhythm(j + 1, f"P{count}W")


def _counted(words: Words, i: int) -> Rhythm | None:
    """Read "6-monthly", "six weekly", "half-termly", "twice a year", "3 times per year"."""
    atoms, j = words.atoms, i + 1
    number = _count(atoms[i])
    if atoms[i] == "once" and atoms[j] == "every":  # "once every three years"
        return _each(words, j)
    if atoms[i] in ("once", "twice") or (number and atoms[j] in ("times", "x")):
        number = {"once": 1, "twice": 2}.get(atoms[i], number)
        return _so_often(words, i, j + (atoms[j] in ("times", "x")), number)
    ranged = atoms[j] in ("-", "to") and _count(atoms[j + 1])
    if ranged and atoms[j + 2] in ("monthly", "weekly"):  # "4-6 weekly": at the latest
        number, j = ranged, j + 2
    j += atoms[j] == "-"
    if atoms[i] == "half":
        return _half(words, i, j)
    every = _multiplied(words, j, number) if number else ""
    if every:
        return Rhythm(j + 1, every)
    k = j + 1 + (atoms[j + 1] == "ly")
    if number and atoms[j] in ("day", "month", "week", "year") and atoms[k] in _INTERVALS:
        return Rhythm(k + 1, _times(_UNIT_RHYTHMS[atoms[j]], number))
    return None


def _half(words: Words, i: int, j: int) -> Rhythm | None:
    every = {"yearly": "P6M", "annually": "P6M", "termly": "P2M"}.get(words.atoms[j])
    told = f"“{words.quoted(i, j + 1)}” is counted as every two months." if every == "P2M" else ""
    return Rhythm(j + 1, every, told) if every else None


def _multiplied(words: Words, j: int, number: int) -> str:
    """Return the rhythm of a number and "monthly" or "weekly"; empty if it is none."""
    unit = words.atoms[j]
    if unit in _MULTIPLIED:
        return f"P{_MULTIPLIED[unit] * number}M"
    return f"P{number}{unit[0].upper()}" if unit in ("weekly", "daily") else ""


def _so_often(words: Words, i: int, j: int, number: int) -> Rhythm | None:
    """Read what follows "twice": "a year", "per term", "yearly"."""
    atoms = words.atoms
    if atoms[j] in ("yearly", "annually"):
        unit, j = "year", j + 1
    else:
        while atoms[j] in ("in", "a", "per", "each", "every") and j < i + 5:
            j += 1
        while atoms[j] in _ALIKE:
            j += 1
        unit, j = atoms[j], j + 1
    if unit in ("year", "session") and number and _IN_A_YEAR % number == 0:
        return Rhythm(j, f"P{_IN_A_YEAR // number}M")
    if unit == "term" and number in (1, 2, 4):
        return Rhythm(j, f"P{4 // number}M", _of_terms(words, i, j) if number == 1 else "")
    if unit == "month" and number in (1, 2):
        return Rhythm(j, "P1M" if number == 1 else "P2W")
    if unit == "week" and number:
        return Rhythm(j, "P1W")
    return None


def _times(every: str, count: int) -> str:
    return f"P{int(every[1:-1]) * count}{every[-1]}"


def _count(atom: str) -> int:
    """Return a number in figures or words; 0 if it is none."""
    if atom.isdecimal():
        return int(atom) if len(atom) <= SHORT else 0
    return COUNTS.get(atom, 0)


@dataclass(slots=True)
class SoLong:
    """So long from the meeting, or from something else: read up to the atom `end`.

    `counts` are how many `unit`, one or more. `of_approval` says that the text itself counts from
    approval. `since` is the atom at which it says what else it counts from, 0 if it says nothing.
    """

    end: int
    counts: tuple[int, ...]
    unit: str
    of_approval: bool = False
    since: int = 0
    is_open: bool = False
    """Whether the text leaves the end open: "3+ years"."""

    def from_day(self, day: date, count: int) -> DateSpan | None:
        """Return the day that is so long after a day, None outside the calendar."""
        try:
            return _day_after(day, count, self.unit)
        except (ValueError, OverflowError):
            return None


def _day_after(day: date, count: int, unit: str) -> DateSpan:
    if unit == "working days":
        weeks, rest = divmod(count, 5)
        end = day + timedelta(weeks=weeks)
        while rest or end.weekday() >= _SATURDAY:
            end += timedelta(days=1)
            rest -= bool(rest) and end.weekday() < _SATURDAY
        return DateSpan(end, end)
    if unit in ("fortnights", "quarters"):
        unit, count = ("weeks", 2 * count) if unit == "fortnights" else ("months", 3 * count)
    end = day + relativedelta(**{unit: count})  # type: ignore[arg-type]
    return DateSpan(end, end)


def so_long_at(words: Words, i: int) -> SoLong | None:
    """Read "6 months", "12-18 months", "20 working days", "3+ years", "a year of approval"."""
    atoms = words.atoms
    first = 1 if atoms[i] in ("a", "an", "next", "coming") else _count(atoms[i])
    if atoms[i].isdecimal() and len(atoms[i]) == _HUNDREDS:  # "within 100 days"
        first = int(atoms[i])
    if not first and atoms[i] != "0":
        return None
    counts, j = _counts_from(words, i + 1, first)
    is_open = atoms[j] in _OPEN
    j += is_open
    j += atoms[j] == "-"
    unit, j = _unit_at(atoms, j)
    if not unit or (atoms[j - 1] == "sessions" and not _lasts_sessions(atoms, i, j)):
        return None
    j += atoms[j] == "'"
    j += atoms[j] == "time"
    if atoms[j] in _OPEN:
        is_open, j = True, j + 1
    return _counting_from(words, SoLong(j, counts, unit, is_open=is_open))


def _lasts_sessions(atoms: list[str], i: int, j: int) -> bool:
    """Return whether sessions are school years and not meetings: "4 sessions per year"."""
    before = atoms[i - 1]
    return before in ("next", "over", "for", "within", "coming", "in") and atoms[j] != "per"


def _counts_from(words: Words, j: int, first: int) -> tuple[tuple[int, ...], int]:
    """Return the numbers of a list, or the later of a range, and the atom after."""
    atoms, counts, start = words.atoms, [first], j
    while (more := _count(atoms[j + 1])) and j < start + _AT_MOST:
        if atoms[j] in ("/", "&", "and") or _lists_on(words, j):
            counts.append(more)
        elif atoms[j] in ("-", "to", "or"):
            counts[-1] = more
        else:
            break
        j += 2
    return tuple(counts), j


def _unit_at(atoms: list[str], j: int) -> tuple[str, int]:
    """Return the unit at an atom and the atom after; no unit if it is none that can be counted."""
    kind = atoms[j] if atoms[j] in ("working", "business", "school", "clear", "calendar") else ""
    j += bool(kind)
    unit = UNITS.get(atoms[j], "")
    if kind in ("", "calendar"):
        return unit, j + 1
    return ("working days" if (kind, unit) == ("working", "days") else ""), j + 1


def _lists_on(words: Words, j: int) -> bool:
    """Return whether a comma stands in a list of numbers: "6, 12 and 18 months"."""
    return words.atoms[j] == "," and words.atoms[j + 2] in ("and", "&", ",")


def _counting_from(words: Words, found: SoLong) -> SoLong:
    """Add what a time counts from, where the text goes on "of the approval" or "after launch"."""
    atoms, j = words.atoms, found.end
    if atoms[j] in ("review", "reviews") and atoms[j + 1] in ("of", "after", "following", "from"):
        j += 1
    if atoms[j] not in ("of", "from", "after", "following", "since", "post"):
        return found
    k = j + 1
    while atoms[k] not in _STOPS and k < j + _AT_MOST:
        if atoms[k] in APPROVAL or atoms[k - 1 : k + 1] == ["this", "report"]:
            found.of_approval = True
            found.end = k + 1
            if atoms[k + 1] in ("approval", "meeting", "date", "decision"):
                found.end = k + 2
            return found
        k += 1
    found.since = j + 1
    return found


_ISO = re.compile(r"P(\d+)([MWD])")
_UNIT_OF = {"M": "months", "W": "weeks", "D": "days"}
_UNIT_NAMES = {"M": "month", "W": "week", "D": "day"}


def months_of(every: str) -> int:
    """Return a rhythm in whole months; 0 if it comes more often or not at all."""
    found = _ISO.fullmatch(every)
    return int(found[1]) if found and found[2] == "M" else 0


def rhythm_in_words(every: str) -> str:
    """Return a rhythm in words: "every month", "every 6 weeks"."""
    found = _ISO.fullmatch(every)
    if found is None:
        return ""
    unit = _UNIT_NAMES[found[2]]
    return f"every {unit}" if found[1] == "1" else f"every {found[1]} {unit}s"


def one_later(begins: DateSpan, every: str) -> DateSpan | None:
    """Return the first review of what begins then: one rhythm later."""
    unit, count = _UNIT_OF[every[-1]], int(every[1:-1])
    span = SoLong(0, (count,), unit).from_day(begins.first, count)
    if span is None or begins.is_day:
        return span
    return span_of(span.first.year, span.first.month)


def biannually_of(said: str) -> Biannually:
    """Return what the officer says that "biannually" means; empty if that is neither of the two."""
    words = set(said.lower().replace("-", " ").split())
    if words & {"twice", "six", "6"}:
        return "twice a year"
    return "every two years" if words & {"two", "2", "second", "24"} else ""
