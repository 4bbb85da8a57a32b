"""Whether words that stand at two actions were copied: they speak of one and not of the other."""

from plan.council.framework import bare_words
from plan.model.rows import Action
from plan.reading.atoms import word_set
from plan.text.remembered import remembered, remembered_by_row

_STEM = 5
_FEWEST = 2
"""So many words that it shares with an action show that a text speaks of it."""
_COMMON = word_set(
    "their there these those which where would should improve improved increase report reported "
    "action actions service services council all each every annual annually review agreed develop "
    "developed working practice complete completed progress place number march april december june"
)


@remembered_by_row
def copy_of_two(action: Action, other: Action, text: str) -> Action | None:
    """Return which of two actions a text was copied to: it speaks of the other, and not of it.

    None if it speaks of both or of neither. The later one, `action`, is looked at first.
    """
    stems = stems_of(text)
    for copy, origin in ((action, other), (other, action)):
        if not _shares(stems, copy, 1) and _shares(stems, origin, _FEWEST):
            return copy
    return None


def _shares(stems: frozenset[str], action: Action, fewest: int) -> bool:
    """Return whether an action speaks of so many of the stems; most do of the first few."""
    said = action.text.casefold()
    shared = 0
    for stem in stems:
        if stem in said:
            shared += 1
            if shared == fewest:
                return True
    return False


@remembered
def stems_of(text: str) -> frozenset[str]:
    """Return how the long words of a text begin, by which it is known what it is about."""
    return frozenset(
        word[:_STEM]
        for word in bare_words(text)
        if len(word) >= _STEM and word not in _COMMON and not word.isdecimal()
    )
