"""The words of a text: which of them are spelt, and how many there are."""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple


class Span(NamedTuple):
    """A part of a text: from `start` to before `end`, in characters."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the part."""
        return text[self.start : self.end]


_ENDS = (
    "uk|scot|wales|com|org|net|eu|info|gov|ac|nhs|io|"
    "docx?|docm|dotx|xlsx?|xlsm|pptx?|pdf|csv|txt|html?|json|toml|png|jpe?g|zip"
)
_ADDRESS = re.compile(
    r"(?:[A-Za-z][A-Za-z+.-]*://|mailto:|www\.)[^\s<>]+"  # of a page
    r"|[^\s<>]*\w@\w[^\s<>]*"  # of an e-mail
    r"|(?<![\w.])\w[\w-]*(?:\.[\w-]+)*\.(?:" + _ENDS + r")(?![\w-])(?:/[^\s<>]*)?"  # or a file
    r"|[^\s<>]*\\[^\s<>]*"  # a path of Windows
    r"|(?<![\w.)])(?:~|\.{1,2})?/[^\s<>]+"  # a path elsewhere
    r"|(?<![\w&])[@#]\w+",  # a name of social media
    re.IGNORECASE,
)
"""What is followed and not read: web and e-mail addresses, files and paths."""

_INSIDE = "\u00ad\u200b-\u200d\u0300-\u036f"
"""Soft hyphens, characters without width and accents on their own: parts of a word."""
_LETTERS = rf"[^\W_](?:[^\W_]|[{_INSIDE}])*"
_APOSTROPHES = "'’‘\u02bc"
_HYPHENS = "\u2010\u2011-"  # the plain one last: elsewhere it makes a range
_WORD = re.compile(rf"{_LETTERS}(?:[{_APOSTROPHES}{_HYPHENS}]{_LETTERS})*")
_PART = re.compile(rf"{_LETTERS}(?:[{_APOSTROPHES}]{_LETTERS})*")
_DROPPED = re.compile("[\u00ad\u200b-\u200d]")
_OTHER_SCRIPT = re.compile("[^\\W\\d_\u0000-\u024f\u1e00-\u1eff]")
_LIKE_APOSTROPHES = str.maketrans(dict.fromkeys(_APOSTROPHES, "'"))
_LIKE_HYPHENS = str.maketrans(dict.fromkeys(_HYPHENS, "-"))
_LONGEST = 60
"""Letters: what is longer is no word, and the dictionary need not look for it."""
_MAY_BE_ADDRESS = re.compile(r"[@\\#/]|\.\w")
_SPACE = re.compile(r"\s")


def words_in(text: str) -> Iterator[tuple[int, str]]:
    """Yield the words of a text that are in no address, each with where it begins."""
    for found in _WORD.finditer(_without_addresses(text)):
        yield found.start(), found[0]


def _without_addresses(text: str) -> str:
    """Return a text with blanks in the place of addresses, and all else where it was."""
    end = 0
    for sign in _MAY_BE_ADDRESS.finditer(text):
        if sign.start() < end:
            continue
        start = max(text.rfind(space, 0, sign.start()) for space in " \n\t\u00a0") + 1
        space = _SPACE.search(text, sign.start())
        end = space.start() if space is not None else len(text)
        chunk = _ADDRESS.sub(lambda found: " " * len(found[0]), text[start:end])
        text = text[:start] + chunk + text[end:]
    return text


def spelt_words(text: str) -> Iterator[Span]:
    """Yield where the words of a text stand of which a dictionary can know the spelling.

    Left out are addresses, words with a digit, acronyms and other words with a capital inside
    (NHS, KPIs, ScotPHO), single letters, and scripts other than the Latin one.
    """
    for start, word in words_in(text):
        if is_spelt(word):
            yield Span(start, start + len(word))


def is_spelt(word: str) -> bool:
    """Return whether a dictionary can know the spelling of a word."""
    if not 1 < len(word) <= _LONGEST:
        return False
    if any(letter.isdigit() for letter in word) or _OTHER_SCRIPT.search(word):
        return False
    return any(not has_capital_inside(part) for part in parts_of(word).values())


def parts_of(word: str) -> dict[Span, str]:
    """Return the parts of a word between its hyphens, by where they stand in it."""
    return {Span(*found.span()): found[0] for found in _PART.finditer(word)}


def has_capital_inside(part: str) -> bool:
    """Return whether a word has a capital after its first letter, as acronyms and MacLeod have."""
    return any(letter.isupper() for letter in part[1:])


def plain_word(word: str) -> str:
    """Return a word as a dictionary has it: with plain hyphens and apostrophes, and composed."""
    plain = _DROPPED.sub("", word).translate(_LIKE_APOSTROPHES).translate(_LIKE_HYPHENS)
    return unicodedata.normalize("NFC", plain)


def without_possessive(word: str) -> str:
    """Return a plain word without the 's at its end."""
    return word.removesuffix("'s").removesuffix("'S")


_COUNTED = re.compile(r"\S*\w\S*")


def word_count(text: str) -> int:
    """Return how many words a text has, as Word counts: whatever stands between spaces.

    Marks without a letter or a figure, such as a dash or the bullet of a list, are no words.
    """
    return sum(1 for _ in _COUNTED.finditer(text))
