"""Ids, short labels and places of what a format is drafted of."""

import re
from collections.abc import Collection

from plan.text.clean import clean_line

_NO_LETTER = re.compile(r"[^a-z0-9]+")
_SAYS_LITTLE = frozenset(
    [
        "a",
        "an",
        "and",
        "any",
        "are",
        "as",
        "at",
        "be",
        "been",
        "being",
        "by",
        "can",
        "could",
        "do",
        "does",
        "for",
        "from",
        "has",
        "have",
        "how",
        "if",
        "in",
        "into",
        "is",
        "it",
        "its",
        "of",
        "on",
        "or",
        "our",
        "please",
        "that",
        "the",
        "their",
        "there",
        "these",
        "they",
        "this",
        "those",
        "to",
        "was",
        "we",
        "were",
        "what",
        "when",
        "where",
        "which",
        "who",
        "whom",
        "whose",
        "why",
        "will",
        "with",
        "would",
        "you",
        "your",
    ]
)
_TELLING = 3
_LONGEST_ID = 30
_LONGEST_LABEL = 34
SHORT_ID = 14
"""Characters of an id of which three stand in the id of an answer: table, row, column."""
MOST_LABEL = 14
"""Characters of a column's label on screen."""


def id_of(label: str, taken: Collection[str], usual: str = "part", most: int = _LONGEST_ID) -> str:
    """Return an id of the first telling words of a label, numbered where one of `taken` is it.

    It has `most` characters, and no word is cut where a whole one is left. One of figures alone
    begins with `usual`.
    """
    words = _NO_LETTER.sub(" ", _without_apostrophes(label.casefold())).split()
    telling = [word for word in words if word not in _SAYS_LITTLE] or words
    while len(telling) > 1 and len("-".join(telling[:_TELLING])) > most:
        telling = telling[: min(len(telling), _TELLING) - 1]
    if telling and not re.search("[a-z]", "".join(telling[:_TELLING])):
        telling = [usual, *telling]
    first = "-".join(telling[:_TELLING])[:most].strip("-") or usual
    if first not in taken:
        return first
    cut = first[: most - 3].rstrip("-")
    return next(one for n in range(2, len(taken) + 3) if (one := f"{cut}-{n}") not in taken)


def _without_apostrophes(text: str) -> str:
    return text.replace("’", "").replace("'", "")


def short_label(text: str, most: int = _LONGEST_LABEL) -> str:
    """Return what a screen calls something: its words, as many as there is room for."""
    line = clean_line(text).rstrip(" :?.")
    if len(line) <= most:
        return line or text.strip() or "–"
    cut = line[: most - 1]
    return f"{cut[: cut.rfind(' ')] if ' ' in cut else cut}…"
