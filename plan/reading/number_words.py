"""Numbers that are written in words, put in figures: "twenty-four" is 24, "two thirds" a share.

A sentence in figures is what the rules reckon with; what they quote is as the officer wrote it.
"Twelve (12)" is one number, and "one" alone is none: "one of the schools" counts nothing.
"""

import re
from typing import NamedTuple

from plan.reading.dates import A_MONTH
from plan.text.patterns import late_pattern
from plan.text.remembered import remembered
from plan.text.signs import ANY_FIGURE, Signs

_UNITS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
}  # fmt: skip
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_ORDINALS = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"),
    *("tenth", "eleventh", "twelfth"),
)
A_NUMBER = " ".join(
    (ANY_FIGURE, *(f"{word}." for word in (*_UNITS, *_TENS, *_SCALES) if word != "one"))
)
"""The signs of whatever has a figure in the end: "one" alone counts nothing."""
_SMALL = "|".join((*_UNITS, *_TENS))
_PARTS = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5,
    "fifths": 5, "sixth": 6, "sixths": 6, "eighth": 8, "eighths": 8, "tenth": 10, "tenths": 10,
}  # fmt: skip
_IN_WORDS = late_pattern(
    rf"(?<!\d )(?<!\d-)\b(?:an? (?=hundred|thousand|million))?(?:{_SMALL}|{'|'.join(_SCALES)})"
    rf"(?:(?:[ -]| and )(?:{_SMALL}|{'|'.join(_SCALES)}))*\b"
    rf"(?! ?[- ](?:{'|'.join(_PARTS)})\b)(?P<again> \((?P<figure>\d[\d,]*)\))?"
    r"(?P<pounds> pounds\b(?! weight))?",
    re.IGNORECASE,
)
_NUMBERS = frozenset((*_UNITS, *_TENS, *_SCALES))
_LETTERS = re.compile(r"[a-z]+")
_SIGNS = Signs(" ".join(f"{word}." for word in _NUMBERS))
_SHARE = late_pattern(
    rf"\b(?:(?P<many>an?|one|two|three|four|five|seven|nine)[ -])?(?P<part>{'|'.join(_PARTS)})\b"
    r"(?! (?:year|term|day|hour|time|quarter|party|parties|sector|report|meeting|stage|phase|of "
    r"(?:19|20)\d\d))|\b(?P<some>one|two|three|four|five|six|seven|eight|nine|"
    r"\d{1,2}) in (?:every )?(?P<every>two|three|four|five|six|seven|eight|nine|ten|twenty|"
    r"\d{1,3})\b(?! ?(?:%|[/.,:]\d))",
    re.IGNORECASE,
    signs=Signs(
        f"{A_NUMBER} one. half halves third quarter fifth sixth eighth tenth",
        "half halves third quarter fifth sixth eighth tenth in.",
    ),
)


class ShareInWords(NamedTuple):
    """A part of a whole as it is typed, "two thirds" or "one in five", from 0 to 1."""

    typed: str
    value: float
    start: int
    end: int


@remembered
def in_figures(text: str) -> str:
    """Return a text with its numbers in figures, "one hundred and twenty pounds" as "£120"."""
    if not _SIGNS.stand_in(text):
        return text
    lowered = text.lower()
    words = _NUMBERS.intersection(_LETTERS.findall(lowered))
    if words == {"one"} and not _A_FIGURE.search(text):
        return text  # of all numbers it is met most, and counts nothing alone
    if len(lowered) != len(text):
        return _IN_WORDS.sub(_figure_of, text)
    parts, end = [], 0
    for start in _starts_of(words, lowered):
        found = _IN_WORDS.match(text, start) if start >= end else None
        if found is not None:
            parts += [text[end:start], _figure_of(found)]
            end = found.end()
    return "".join((*parts, text[end:]))


_TIMES = late_pattern(
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)? )?{A_MONTH}(?: (?:19|20)\d\d(?:[/–-]\d\d)?)?\b|"
    r"(?<![\d,.£])(?:19|20)\d\d(?:[/–-]\d\d(?:\d\d)?)?(?![\d,.]*\d|%)|"
    r"\b\d{1,2}/\d{1,2}/\d{2,4}\b|\b\d{1,2}[.:]\d\d ?(?:am|pm)\b"
)


@remembered
def counts_in_figures(text: str) -> str:
    """Return a text in figures with its dates, years and hours blotted out, their length kept."""
    return _TIMES.sub(lambda found: "·" * len(found[0]), in_figures(text))


def _starts_of(words: frozenset[str], lowered: str) -> list[int]:
    """Return where a number may begin: at one of these words, or at "a" or "an" before it."""
    starts = []
    for word in words:
        at = lowered.find(word)
        while at >= 0:
            starts += [at] if word not in _SCALES else [max(0, at - 3), max(0, at - 2), at]
            at = lowered.find(word, at + len(word))
    return sorted(starts)


def said_once(text: str) -> str:
    """Return a text in which "twelve (12)" is "twelve"."""
    return _AGAIN.sub(r"\g<words>", text) if _A_FIGURE.search(text) else text


_A_FIGURE = re.compile(r" \(\d")
_AGAIN = late_pattern(
    rf"\b(?P<words>(?:{_SMALL})(?:-(?:{_SMALL}))?) \(\d{{1,3}}\)",
    re.IGNORECASE,
    signs=Signs("(", ANY_FIGURE),
)


def number_of(word: str) -> int | None:
    """Return a number as typed, in figures or in words, None for anything else."""
    typed = in_figures(word).replace(",", "")
    return int(typed) if typed.isdecimal() else _UNITS.get(word.casefold())


def place_of(ordinal: str) -> int | None:
    """Return which one an ordinal names: 4 of "fourth" and of "4th"."""
    typed = ordinal.casefold()
    if typed in _ORDINALS:
        return _ORDINALS.index(typed) + 1
    return int(typed[:-2]) if typed[:-2].isdecimal() else None


ORDINAL = rf"(?:{'|'.join(_ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th))"
"""What `place_of` reads."""


@remembered
def shares_in_words(text: str) -> tuple[ShareInWords, ...]:
    """Return the parts of a whole that a text tells in words, in its order."""
    found = []
    for one in _SHARE.finditer(text):
        if one["part"] is not None:
            of = _PARTS[one["part"].casefold()]
            many = _UNITS.get((one["many"] or "one").casefold(), 1)
            is_one = many == 1 and not one["part"].casefold().endswith("s")
            is_told = is_one or many > 1
            if (not one["many"] and of > _HALF) or many >= of or not is_told:
                continue  # "the third" is an ordinal
        else:
            several, every = number_of(one["some"]), number_of(one["every"])
            many, of = several or 0, every or 0
            if not many < of:
                continue
        found.append(ShareInWords(one[0], many / of, *one.span()))
    return tuple(found)


_HALF = 2


def _figure_of(found: re.Match[str]) -> str:
    words = re.sub(r"\band\b|-", " ", found[0].casefold().partition(" (")[0]).split()
    words = [one for one in words if one not in ("a", "an", "pounds")]
    value = None if words == ["one"] and found["again"] is None else _value(words)
    again = (found["figure"] or "").replace(",", "")
    if value is None or (again and str(value) != again):
        return found[0]
    is_long = value >= _LONG or "thousand" in words
    return f"{'£' if found['pounds'] else ''}{value:,}" if is_long else str(value)


_LONG = 10_000
"""From here on a number has its commas."""


_DIGIT = 9


def _value(words: list[str]) -> int | None:
    """Return the number that words make, None for those that make none: "two three"."""
    total, group, last = 0, 0, ""
    for word in words:
        if word.isdecimal():
            group += int(word)
        elif word in _SCALES:
            scale = _SCALES[word]
            if scale == _SCALES["hundred"]:
                group = (group or 1) * scale
            else:
                total, group = total + (group or 1) * scale, 0
        elif word in _TENS:
            if last in _UNITS or last in _TENS:
                return None
            group += _TENS[word]
        else:
            if last in _UNITS or (last in _TENS and _UNITS[word] > _DIGIT):
                return None  # "two three", "twenty ten"
            group += _UNITS[word]
        last = word
    return total + group
