"""Text broken into lines of so many cells, none cut off; text and counts in one line."""

import re
from collections.abc import Iterator
from functools import cache
from unicodedata import category, east_asian_width

UNBROKEN = 1_000_000_000
"""A width at which every paragraph is one line."""

QUOTED = 60
"""Cells of a text that is quoted in a sentence."""

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


def shortened(text: str, width: int = QUOTED) -> str:
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


_BULLET = re.compile(r"^[^\S\n]*- ", re.MULTILINE)
_MARK = re.compile(r"\\([\\*_.)+-])|\*+")


def glance(markdown: str) -> str:
    """Return the words of canonical Markdown on one line, without marks and bullets."""
    if "*" in markdown or "\\" in markdown or "- " in markdown:
        markdown = _MARK.sub(lambda match: match[1] or "", _BULLET.sub("", markdown))
    return " ".join(markdown.split())


WIDEST_BAR = 30
"""Characters of the longest bar."""


def bar(count: int, most: int, width: int = WIDEST_BAR) -> str:
    """Return a bar for `count` where `most` fills the width; one sign at least, none for none."""
    return "█" * max(1, round(width * count / most)) if count else ""


def padded(text: str, width: int) -> str:
    """Return `text` with spaces up to `width` cells of a terminal."""
    return text + " " * (width - cells(text))


def counted(count: int, one: str, many: str = "") -> str:
    """Return a count such as "1 aim" or "2,000 actions"; `many` is given where no s makes it."""
    return f"{count:,} {one if count == 1 else many or f'{one}s'}"
