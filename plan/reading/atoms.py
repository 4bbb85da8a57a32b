"""A text in atoms: runs of letters, runs of digits, single signs, each with its place."""

import re
from datetime import date

_ATOM = re.compile(r"\d+|[^\W\d_]+(?:'[^\W\d_]+)*|[^\s\w]|_")
_SIGNS = str.maketrans("‐‑‒–—−’‘ʼ", "------'''")


def word_set(words: str) -> frozenset[str]:
    """Return the words of a line as a set."""
    return frozenset(words.split())


_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13,
    "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18,
    "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
}  # fmt: skip
_TENS = {"twenty": 20, "thirty": 30}
_MONTHS = word_set(
    "january february march april may june july august september october november december jan feb "
    "mar apr jun jul aug sep sept oct nov dec"
)
_LONGEST_MONTH, _UNITS = 31, 10
_NONE = ("",) * 12
"""Empty atoms behind the last one, so that looking ahead never fails."""


class Words:
    """A text in atoms, in small letters, each with its place in the officer's own letters."""

    __slots__ = ("atoms", "count", "ends", "meeting", "said", "starts", "year_1_begins")

    def __init__(self, text: str, meeting: date | None, year_1_begins: date | None = None) -> None:
        lowered = text.lower()
        if len(lowered) != len(text):  # a letter that has no single small one
            lowered = "".join(
                small if len(small := letter.lower()) == 1 else letter for letter in text
            )
        found = list(_ATOM.finditer(lowered if text.isascii() else lowered.translate(_SIGNS)))
        beyond = len(text)
        self.said = text
        self.meeting = meeting
        self.year_1_begins = year_1_begins
        atoms = [one[0] for one in found]
        self.starts = [one.start() for one in found]
        self.ends = [one.end() for one in found]
        if not _ORDINALS.keys().isdisjoint(atoms):
            self._put_days_in_figures(atoms)
        self.count = len(atoms)
        self.atoms = [*atoms, *_NONE]
        self.starts.append(beyond)

    def _put_days_in_figures(self, atoms: list[str]) -> None:
        """Write the day of a month that is told in words in figures: "twenty-first of May"."""
        for i in range(len(atoms) - 2, -1, -1):
            number = _ORDINALS.get(atoms[i], 0)
            k = i + 1 + (atoms[i + 1] == "of")
            if not number or k >= len(atoms) or atoms[k] not in _MONTHS:
                continue
            first = i - 1 - (i > 1 and atoms[i - 1] == "-")
            tens = _TENS.get(atoms[first], 0) if i and number < _UNITS else 0
            if not tens and k == i + 1:
                continue  # "the second May bulletin"
            if tens + number <= _LONGEST_MONTH:
                begins = first if tens else i
                atoms[begins : i + 1] = [str(tens + number)]
                self.starts[begins : i + 1] = [self.starts[begins]]
                self.ends[begins : i + 1] = [self.ends[i]]

    def quoted(self, start: int, end: int) -> str:
        """Return the officer's letters of the atoms from `start` up to but without `end`."""
        end = min(end, self.count)
        return self.said[self.starts[start] : self.ends[end - 1]] if end > start else ""

    def is_glued(self, i: int) -> bool:
        """Return whether no space stands between an atom and the one before it."""
        return 0 < i < self.count and self.ends[i - 1] == self.starts[i]
