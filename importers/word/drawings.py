"""Finds the words in drawings: the branch of alternatives that Word shows, and text boxes."""

from collections.abc import Iterator

from lxml.etree import _Element as Element

from importers.word.names import MC, W

_BRANCHES = (MC + "Choice", MC + "Fallback")
_WORDS = (W + "t", W + "sym", W + "txbxContent")
_BOX = W + "txbxContent"


def shown_branch(alternatives: Element) -> Element | None:
    """Return the one branch of alternative content that is read: all of them show the same.

    It is the first that has text, such as the fallback for an emoji, else the first of all.
    """
    branches = [branch for branch in alternatives if branch.tag in _BRANCHES]
    for branch in branches:
        if next(branch.iter(*_WORDS), None) is not None:
            return branch
    return branches[0] if branches else None


def boxes_in(drawing: Element) -> Iterator[Element]:
    """Yield the content of the text boxes in a drawing, those of its groups and shapes too."""
    for element in drawing:
        if element.tag == _BOX:
            yield element
        elif element.tag == MC + "AlternateContent":
            branch = shown_branch(element)
            if branch is not None:
                yield from boxes_in(branch)
        elif len(element):
            yield from boxes_in(element)
