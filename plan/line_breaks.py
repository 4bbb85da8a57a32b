"""Text broken into lines of so many cells, as a terminal counts them; nothing is ever cut off."""

from collections.abc import Iterator
from functools import cache
from unicodedata import category, east_asian_width

UNBROKEN = 1_000_000_000
"""A width at which every paragraph is one line."""

_WIDENS = "\ufe0f"
"""Asks for the picture of a character, which takes one cell more."""


def cells(text: str) -> int:
    """Return how many cells of a terminal `text` takes; never fewer than it does take."""
    return len(text) if text.isascii() else sum(map(_cells_of, text))


@cache
def _cells_of(char: str) -> int:
    if char == _WIDENS:
        return 1
    if category(char) in ("Mn", "Me"):
        return 0
    return 2 if east_asian_width(char) in "WF" else 1


def shortened(text: str, width: int) -> str:
    """Return the beginning of `text` on one line of at most `width` cells, with … if cut."""
    line = " ".join(text.split())
    if cells(line) <= width:
        return line
    return line[: _reach(line, 0, len(line), max(width - 1, 0))].rstrip() + "…"


def broken(text: str, first: int, rest: int) -> Iterator[tuple[int, int]]:
    """Yield where each line of `text` starts and ends, the first `first` cells wide at most.

    A line ends at a line feed, else between words, and within a word only where it alone is too
    long. The spaces at a break belong to no line.
    """
    room, start = first, 0
    for paragraph in text.split("\n"):
        end = start + len(paragraph)
        for line in _broken_paragraph(text, start, end, (room, rest)):
            yield line
            room = rest
        start = end + 1


def _broken_paragraph(
    text: str, start: int, end: int, rooms: tuple[int, int]
) -> Iterator[tuple[int, int]]:
    room, rest = rooms
    while True:
        reach = _reach(text, start, end, max(room, 1))
        if reach >= end:
            yield start, end
            return
        space = text.rfind(" ", start, reach + 1)
        cut = space if space > start and not text[start:space].isspace() else reach
        yield start, start + len(text[start:cut].rstrip(" "))
        start = cut
        while start < end and text[start] == " ":
            start += 1
        room = rest
        if start == end:
            return


def _reach(text: str, start: int, end: int, room: int) -> int:
    """Return how far a line of `room` cells reaches from `start`: one character at least."""
    if text.isascii():
        return min(start + max(room, 1), end)
    place = start
    while place < end:
        room -= _cells_of(text[place])
        if room < 0 and place > start:
            break
        place += 1
    return place
