"""What a text speaks of, as the beginnings of its long words tell; and of which of two actions.

"Improve the homes" and "homes were improved" speak of one thing: the beginnings, stems, are alike
whatever the endings are. Words that any paper has tell nothing, so they are left out.
"""

import re
from functools import reduce
from operator import or_

from plan.council.framework import bare_words, plain_words
from plan.model.rows import Action
from plan.reading.atoms import word_set
from plan.text.remembered import remembered, remembered_by_row

_LONG, _STEM = 5, 5
"""Letters of a word that says of what a text speaks, and of its beginning."""
_FEWEST = 2
"""So many stems that it shares with an action show that a criterion or an indicator is of it."""
OF_ANY_PAPER = word_set(
    "their there these those which where would should every council committee action actions plans "
    "report reported service services people place number percentage working practice approve "
    "approved agree agreed instruct improve improved improvement improving increase increased "
    "rises falls least under above below develop developed complete completed progress review "
    "annual annually january february march april august september october november december"
)
"""Long words of any paper: a text does not speak of one thing because it has one of them."""


@remembered
def stems_of(
    text: str,
    common: frozenset[str] = OF_ANY_PAPER,
    *,
    long: int = _LONG,
    stem: int = _STEM,
) -> frozenset[str]:
    """Return how the long words of a text begin, without common words and figures.

    A word is long from `long` letters on, and `stem` is how many of them are its beginning.
    """
    return frozenset(
        word[:stem]
        for word in bare_words(text)
        if len(word) >= long and word not in common and not word.isdecimal()
    )


_SHORTEST_PLURAL = 3
"""Words of so many letters are left as they are: "bus", "gas"."""


def singular(word: str) -> str:
    """Return a noun as it stands for one thing, "permit" for "permits", by how it is spelt."""
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    if word.endswith(("ses", "xes", "ches", "shes")):
        return word[:-2]
    return word.removesuffix("s") if len(word) > _SHORTEST_PLURAL else word


def speaks_of(
    said: str, text: str, *, fewest: int, share: float, common: frozenset[str] = OF_ANY_PAPER
) -> bool:
    """Return whether what is said has so many stems of a text, and such a share of them."""
    stems = stems_of(text, common)
    shared = len(stems & stems_of(said, common))
    return shared >= fewest and shared >= share * len(stems)


def copy_of_two(action: Action, other: Action, text: str) -> Action | None:
    """Return which of two actions a text was copied to: it speaks of the other, and not of it.

    None if it speaks of both or of neither. The later one, `action`, is looked at first.
    """
    stems = stems_of(text)
    for copy, origin in ((action, other), (other, action)):
        if not _has_stems(copy, stems, 1) and _has_stems(origin, stems, _FEWEST):
            return copy
    return None


def _has_stems(action: Action, stems: frozenset[str], fewest: int) -> bool:
    """Return whether an action has so many of the stems; most have of the first few."""
    said = action.text.casefold()
    shared = 0
    for stem in stems:
        if stem in said:
            shared += 1
            if shared == fewest:
                return True
    return False


# What two actions make of the same words

_MAKE = word_set(
    "create establish develop produce prepare introduce make build design devise compile set up "
    "put in place draw write new single one full clear"
)
"""Words that two ways of saying the same action differ in: "set up one register", "create a"."""
_SMALL = word_set(
    "a an the of for to and all each every with its their our them it this that these those which "
    "on by from at as is are be will about in into per s"
)
_ENDS_OTHERWISE = re.compile(r"(?<=\w{3})(?:ing|ed|es|e|s)$")
_FEWEST_OF_ANY = 4
"""Words that have to be the same in two actions that do the same to it."""


@remembered_by_row
def fingerprint_of(action: Action) -> int:
    """Return a number that is the same where what two actions make is: it is found far sooner.

    It is 0 for all that begin with a word for making.
    """
    if action.text.partition(" ")[0].casefold() in _MAKE:
        return 0
    return reduce(or_, map(_bits_of, action.text.split()), 0)


@remembered
def _bits_of(typed: str) -> int:
    return reduce(or_, (1 << hash(word) % _BITS for word in _as_they_begin(typed)), 0)


_BITS = 240
"""Bits of a fingerprint: most texts of other words have another one."""


@remembered_by_row
def what_it_makes(action: Action) -> frozenset[str]:
    """Return the words of what an action makes, without those of making it.

    Of an action that makes nothing they are all its words but the small ones, as they begin:
    "Review the policy on fees" and "The policy on fees will be reviewed" are one.
    """
    first, _, rest = action.text.partition(" ")
    if first.casefold() not in _MAKE:
        typed = set(action.text.split())
        begins = frozenset([one for each in typed for one in _as_they_begin(each)])
        return begins if len(begins) >= _FEWEST_OF_ANY else frozenset()
    return frozenset(plain_words(rest)) - _MAKE - _SMALL


@remembered
def _as_they_begin(typed: str) -> tuple[str, ...]:
    """Return the beginnings of the words between two spaces, of which most texts have the same."""
    words = (word for word in plain_words(typed) if word not in _SMALL)
    return tuple(_ENDS_OTHERWISE.sub("", word) for word in words)
