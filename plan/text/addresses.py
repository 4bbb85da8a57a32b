"""Finds the addresses of pages and of mail in a text."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_ADDRESS = re.compile(
    r"(?P<page>\bhttps?://[^\s<>\"“”]+|\bwww\.[a-z0-9-]+\.[^\s<>\"“”]+)|"
    r"(?:mailto:)?(?P<mail>\b[\w.+'-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+)",
    re.IGNORECASE,
)
_BEHIND = ".,;:!?'’”)]}*"
"""What ends a sentence or a bracket and no address."""
_PAIRS = {")": "(", "]": "[", "}": "{"}


class Address(NamedTuple):
    """An address in a text: from one character up to another, and where it leads."""

    start: int
    end: int
    target: str


def addresses_in(text: str) -> Iterator[Address]:
    """Yield the addresses in a text, in order, each without the end of its sentence."""
    if "@" not in text and "http" not in text.casefold() and "www." not in text.casefold():
        return
    for found in _ADDRESS.finditer(text):
        start, end = found.span()
        end = start + len(_without_ending(text[start:end]))
        if found["mail"] is not None:
            yield Address(start, end, f"mailto:{text[found.start('mail') : end]}")
        else:
            said = text[start:end]
            yield Address(start, end, said if "://" in said else f"https://{said}")


def _without_ending(said: str) -> str:
    """Return an address without what stands behind it; a bracket that it opens is its own."""
    while said and said[-1] in _BEHIND:
        pair = _PAIRS.get(said[-1])
        if pair is not None and said.count(pair) >= said.count(said[-1]):
            break
        said = said[:-1]
    return said
