"""Signs by which a text is passed over soonest: words that stand wherever something is found.

A paper is looked through for hundreds of things, and most of its texts have no word of most of
them. So each text is read once for the words of them all, and whoever looks for something asks
whether its signs stand there before it looks.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import reduce
from operator import or_
from typing import Generic, TypeVar

from plan.text.remembered import remembered

ANY_FIGURE = "0 1 2 3 4 5 6 7 8 9"
"""The signs of whatever has a figure."""

RowT = TypeVar("RowT")

LONGEST_SIGN = 24
"""Letters: no sign is longer, so a word is looked through no further."""

TWO_CAPITALS = "AA"
"""The sign of whatever has two capitals in a row, of which the second may be "&"."""

_WORD_OR_MARKS = re.compile(r"[a-z0-9]+|([^\sa-z0-9])\1*")
_IN_CAPITALS = re.compile(r"[A-Z][A-Z&]")
_LETTERS_OR_FIGURES = re.compile(r"[a-z]+|[0-9]+")
_GROUPS: dict[frozenset[str], int] = {}
"""The bit of each group of signs: of two that are the same, one."""
_BEGINNINGS: dict[str, int] = {}
"""The bits of the groups to which a beginning of words belongs."""


class _BitsOfWords(dict[str, int]):
    """The bits of words as they are typed, with what stands before and behind them; kept."""

    def __missing__(self, typed: str) -> int:
        bits = 0
        for part in _parts_of(typed):
            bits |= _BEGINNINGS.get(f"{part}.", 0)
            for length in range(1, min(len(part), LONGEST_SIGN) + 1):
                bits |= _BEGINNINGS.get(part[:length], 0)
        if len(self) >= _MOST_WORDS:
            self.clear()
        self[typed] = bits
        return bits


def _parts_of(typed: str) -> list[str]:
    """Return the words, the figures and the marks of what stands between two spaces."""
    parts = [one[0] for one in _WORD_OR_MARKS.finditer(typed.casefold())]
    mixed = [one for one in parts if not (one.isalpha() or one.isdecimal())]
    parts += [run for one in mixed for run in _LETTERS_OR_FIGURES.findall(one)]
    return [*parts, TWO_CAPITALS] if _IN_CAPITALS.search(typed) else parts


_MOST_WORDS = 32_768
"""How many words we keep the bits of: more than the longest of papers has."""
_BITS_OF = _BitsOfWords()


class Signs:
    """Beginnings of words, figures and marks of which some stand wherever something is found.

    Each group is written in small letters with spaces between its signs, and of each group one must
    stand. A sign is looked for where a word begins: "complet" stands in "is completed", "plan" not
    in "airplane", and "ai." only where that is the whole word. "P1" is one word, and "p" and "1".
    """

    def __init__(self, *groups: str) -> None:
        self.groups = tuple(frozenset(group.split()) for group in groups)
        self.bits = 0
        for group in self.groups:
            self.bits |= _bit_of(group)

    @classmethod
    def of_any(cls, *several: "Signs") -> "Signs":
        """Return signs that stand wherever those of one of several do, of two groups at most."""
        first, last = ({sign for one in several for sign in one.groups[place]} for place in (0, -1))
        return cls(" ".join(first), " ".join(last))

    def stand_in(self, text: str) -> bool:
        """Return whether of each group one stands in a text: where not, nothing can be found."""
        return signs_in(text) & self.bits == self.bits

    def are_among(self, found: int) -> bool:
        """Return whether of each group one is among what `signs_in_all` found."""
        return found & self.bits == self.bits


def _bit_of(group: frozenset[str]) -> int:
    """Return the bit of a group of signs; from a new one on no text is known any more."""
    if group not in _GROUPS:
        _GROUPS[group] = 1 << len(_GROUPS)
        for sign in group:
            _BEGINNINGS[sign] = _BEGINNINGS.get(sign, 0) | _GROUPS[group]
        _BITS_OF.clear()
        signs_in.cache_clear()
    return _GROUPS[group]


@remembered
def signs_in(text: str) -> int:
    """Return the bits of all signs that stand in a text, to be compared with those of `Signs`."""
    return reduce(or_, map(_BITS_OF.__getitem__, text.split()), 0)


class SignedRows(Generic[RowT]):
    """Rows with the signs that stand in their texts, so that a rule need look at few of them."""

    def __init__(self, rows: Sequence[RowT], texts_of: Callable[[RowT], Iterable[str]]) -> None:
        self._rows, self._texts_of = rows, texts_of
        self._known = 0
        self._signed: list[tuple[RowT, int]] = []

    def having(self, signs: Signs) -> list[RowT]:
        """Return the rows in whose texts, taken together, of each group of signs one stands."""
        if self._known != len(_GROUPS):
            self._signed = [(row, signs_in_all(self._texts_of(row))) for row in self._rows]
            self._known = len(_GROUPS)
        bits = signs.bits
        return [row for row, found in self._signed if found & bits == bits]


def signs_in_all(texts: Iterable[str]) -> int:
    """Return the bits of all signs that stand in some texts, taken together."""
    return reduce(or_, map(signs_in, texts), 0)
