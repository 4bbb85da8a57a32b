"""How a council counts its recommendations: "2.1", "i.", "(a)", in a pattern with braces."""

import re
from string import Formatter
from typing import NamedTuple

_HUNDREDS = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"))
_ROMAN = (*_HUNDREDS, (4, "iv"), (1, "i"))
_LETTERS = 26
COUNTERS = ("number", "letter", "roman", "LETTER", "ROMAN")
"""What may count in a pattern: figures, letters, roman figures, the last two also in capitals."""
AIM_COUNTERS = (*COUNTERS, "word", "Word")
"""What may count aims: these too, as words: "one", "One"."""
_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_SIGNS = {
    "number": r"\d{1,3}",
    "letter": "[a-z]{1,3}",
    "roman": "[ivxlc]{1,9}",
    "LETTER": "[A-Z]{1,3}",
    "ROMAN": "[IVXLC]{1,9}",
    "word": r"[a-z]{3,5}|\d{1,3}",
    "Word": r"[A-Z][a-z]{2,4}|\d{1,3}",
}


class Counting(NamedTuple):
    """A pattern that counts: `before` and `after` stand around the `counter`, one of COUNTERS."""

    before: str
    counter: str
    after: str

    def label(self, section: int, place: int) -> str:
        """Return what is printed at a place, from 1, in a section."""
        before, after = (one.format(section=section) for one in (self.before, self.after))
        return f"{before}{counted_as(self.counter, place)}{after}"

    def parts_of(self, label: str) -> tuple[str, str, str] | None:
        """Return a printed label as what stands before, what counts, and what stands after."""
        before, after = (_words_of(one) for one in (self.before, self.after))
        match = re.fullmatch(f"({before})({_SIGNS[self.counter]})({after})", label)
        return None if match is None else (match[1], match[2], match[3])


def _words_of(pattern: str) -> str:
    """Return the regular expression of the fixed words of a pattern; a section is any number."""
    pieces = Formatter().parse(pattern)
    return "".join(
        re.escape(words) + (r"\d{1,3}" if name is not None else "") for words, name, _, _ in pieces
    )


def counting_of(pattern: str) -> Counting | None:
    """Return how a pattern counts, None unless exactly one of COUNTERS stands in it."""
    sides = ["", ""]
    counters: list[str] = []
    for words, name, _, _ in Formatter().parse(pattern):
        sides[bool(counters)] += words.replace("{", "{{").replace("}", "}}")
        if name in COUNTERS:
            counters.append(str(name))
        elif name is not None:
            sides[bool(counters)] += f"{{{name}}}"
    return Counting(sides[0], counters[0], sides[1]) if len(counters) == 1 else None


def sign_of(counter: str) -> str:
    """Return the regular expression of what a counter prints."""
    return _SIGNS[counter]


def counted_as(counter: str, place: int) -> str:
    """Return the sign of a place, from 1, by a counter."""
    match counter:
        case "letter":
            return chr(ord("a") + (place - 1) % _LETTERS) * ((place - 1) // _LETTERS + 1)
        case "roman":
            return _roman(place)
        case "LETTER" | "ROMAN":
            return counted_as(counter.lower(), place).upper()
        case "word" if place <= len(_WORDS):
            return _WORDS[place - 1]
        case "Word":
            return counted_as("word", place).capitalize()
        case _:
            return str(place)


def _roman(place: int) -> str:
    written = ""
    for value, sign in _ROMAN:
        count, place = divmod(place, value)
        written += sign * count
    return written
