"""The names of Word's XML, and the few questions that every module asks of an element."""

from collections.abc import Iterator
from math import isfinite

from lxml.etree import _Element as Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

VAL = W + "val"

_LONGEST_NUMBER = 12
_TWENTIETHS = {
    "pt": 20.0,
    "pc": 240.0,
    "pi": 240.0,
    "in": 1440.0,
    "cm": 1440 / 2.54,
    "mm": 144 / 2.54,
}
"""How many twentieths of a point a unit has (ECMA-376 part 1, 22.9.2.15)."""

_OFF = frozenset({"0", "false", "off", "none"})


def value(parent: Element | None, child: str, attribute: str = VAL) -> str | None:
    """Return an attribute of `parent`'s first child of that name, None where there is none."""
    if parent is None:
        return None
    element = parent.find(child)
    return None if element is None else element.get(attribute)


def first_child(parent: Element, name: str) -> Element | None:
    """Return the first child of that name: properties stand first, where `find` is slow to look."""
    if len(parent):
        first: Element = parent[0]
        if first.tag == name:
            return first
    return parent.find(name)


def children(parent: Element | None) -> dict[str, Element]:
    """Return the children of a properties element by name, the first of each.

    This is quicker than `find`: properties are looked up thousands of times in one paper.
    """
    if parent is None:
        return {}
    return {element.tag: element for element in reversed(parent)}


def number(parent: Element | None, child: str, attribute: str = VAL) -> int | None:
    """Return such an attribute as a number, None where it is missing or no number."""
    return as_number(value(parent, child, attribute))


def as_number(text: str | None) -> int | None:
    """Return `text` as a number, None where it is not one or absurdly long."""
    try:
        return int(text) if text and len(text) <= _LONGEST_NUMBER else None
    except ValueError:
        return None


def as_twentieths(text: str | None) -> float | None:
    """Return a length in twentieths of a point, Word's own unit; others are named ("12pt").

    None where it is no length, such as a percentage.
    """
    plain = as_number(text)
    if plain is not None or not text:
        return plain
    try:
        size = float(text[:-2])
    except ValueError:
        return None
    unit = _TWENTIETHS.get(text[-2:])
    return None if unit is None or not isfinite(size) else size * unit


def switch(parent: Element | None, child: str) -> bool | None:
    """Return whether a property is on, None where `parent` does not mention it."""
    if parent is None:
        return None
    element = parent.find(child)
    return None if element is None else is_on(element)


def is_on(element: Element, attribute: str = VAL) -> bool:
    """Return whether an on-off property is on; one without a value is."""
    return element.get(attribute, "1") not in _OFF


_BRANCHES = (MC + "Choice", MC + "Fallback")
_WITH_WORDS = (W + "t", W + "sym", W + "txbxContent")
_BOX = W + "txbxContent"


def shown_branch(alternatives: Element) -> Element | None:
    """Return the one branch of alternative content that is read: all of them show the same.

    It is the first that has text, such as the fallback for an emoji, else the first of all.
    """
    branches = [branch for branch in alternatives if branch.tag in _BRANCHES]
    for branch in branches:
        if next(branch.iter(*_WITH_WORDS), None) is not None:
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
