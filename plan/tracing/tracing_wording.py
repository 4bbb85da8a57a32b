"""Two wordings of one recommendation: which belong together, and where they differ.

A report quotes what the inspectors recommended and a plan turns it into aims; the two are rarely
identical.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plan.text.comparing import in_common, steps_between
from plan.text.remembered import remembered

ALIKE = 0.45
"""Above this likeness two sentences count as wordings of the same recommendation."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_RUN_ON = 1.5
"""A quotation may run on into comment: how many words we look at for each word quoted."""


@dataclass(frozen=True)
class Difference:
    """What one wording has in place of what the other has; either may be empty."""

    ours: str
    theirs: str

    @property
    def words(self) -> str:
        """What the other wording does with it: leaves it out, adds it, or has something else."""
        if not self.theirs:
            return f"it leaves out “{self.ours}”"
        if not self.ours:
            return f"it adds “{self.theirs}”"
        return f"for “{self.ours}” it has “{self.theirs}”"


@remembered
def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a sentence, for comparing two wordings."""
    return tuple(_WORD.findall(text.casefold().replace("’", "'")))


@remembered
def likeness(text: str, other: str) -> float:
    """Return how alike two sentences are, from 0 to 1; `other` may run on after the match.

    Two that share too few words to be alike in any order give 0.
    """
    ours = words_of(text)
    theirs = words_of(other)[: int(len(ours) * _RUN_ON)]
    length, there = len(ours) + min(len(theirs), len(ours)), frozenset(theirs)
    if not length or 2 * sum(word in there for word in ours) < ALIKE * length:
        return 0.0
    return 2 * in_common(ours, theirs) / length


@remembered
def paired(texts: tuple[str, ...], others: tuple[str, ...]) -> dict[int, int]:
    """Return which of `others` each of `texts` is a wording of, by position from 0.

    The most alike are paired first, each once; a text unlike all of them is left out.
    """
    most_alike_first = sorted(
        (-likeness(text, other), place, at)
        for place, text in enumerate(texts)
        for at, other in enumerate(others)
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for unlikeness, place, at in most_alike_first:
        if -unlikeness >= ALIKE and place not in pairs and at not in taken:
            pairs[place] = at
            taken.add(at)
    return pairs


def differences(text: str, other: str) -> tuple[Difference, ...]:
    """Return where two wordings differ, in order, ignoring what `other` says after the last match.

    Capitals, punctuation and hyphens do not matter.
    """
    return tuple(_differences(words_of(text), words_of(other)))


def _differences(ours: Sequence[str], theirs: Sequence[str]) -> Iterator[Difference]:
    theirs = theirs[: int(len(ours) * _RUN_ON)]
    for kind, start, end, start_there, end_there in steps_between(ours, theirs):
        runs_on = start == len(ours)
        if kind != "equal" and not runs_on:
            yield Difference(" ".join(ours[start:end]), " ".join(theirs[start_there:end_there]))
