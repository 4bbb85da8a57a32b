"""A text in atoms: runs of letters, runs of digits, single signs, each with its place."""

import re
from datetime import date

_ATOM = re.compile(r"\d+|[^\W\d_]+(?:'[^\W\d_]+)*|[^\s\w]|_")
_SIGNS = str.maketrans("‐‑‒–—−’‘ʼ", "------'''")
_NONE = ("",) * 12
"""Empty atoms behind the last one, so that looking ahead never fails."""


def word_set(words: str) -> frozenset[str]:
    """Return the words of a line as a set."""
    return frozenset(words.split())


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
        self.count = len(found)
        self.atoms = [*[one[0] for one in found], *_NONE]
        self.starts = [one.start() for one in found]
        self.starts.append(beyond)
        self.ends = [one.end() for one in found]

    def quoted(self, start: int, end: int) -> str:
        """Return the officer's letters of the atoms from `start` up to but without `end`."""
        end = min(end, self.count)
        return self.said[self.starts[start] : self.ends[end - 1]] if end > start else ""

    def is_glued(self, i: int) -> bool:
        """Return whether no space stands between an atom and the one before it."""
        return 0 < i < self.count and self.ends[i - 1] == self.starts[i]
