"""What a text speaks of, as the beginnings of its long words tell; and of which of two actions.

"Improve the homes" and "homes were improved" speak of one thing: the beginnings, stems, are alike
whatever the endings are. Words that any paper has tell nothing, so they are left out.
"""

from plan.council.framework import bare_words
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


def speaks_of(
    said: str, text: str, *, fewest: int, share: float, common: frozenset[str] = OF_ANY_PAPER
) -> bool:
    """Return whether what is said has so many stems of a text, and such a share of them."""
    stems = stems_of(text, common)
    shared = len(stems & stems_of(said, common))
    return shared >= fewest and shared >= share * len(stems)


@remembered_by_row
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
