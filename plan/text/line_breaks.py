"""Breaks text into lines of a given width without cutting anything off; counts in words."""

import re
from collections.abc import Iterator
from functools import cache
from unicodedata import category, east_asian_width

from plan.text.patterns import late_pattern

UNBROKEN = 1_000_000_000
"""A width at which every paragraph fits on one line."""

QUOTED = 60
"""Widest that a text quoted in a sentence may be, in cells."""

NO_TEXT = "(no text yet)"
"""Shown for a text in which nothing has been written."""

_WIDENS = "\ufe0f"
"""Asks for the emoji version of a character, which is one cell wider."""


def cells(text: str) -> int:
    """Return how many terminal cells `text` takes, or more where terminals disagree."""
    return len(text) if text.isascii() else sum(map(_cells_of, text))


@cache
def _cells_of(char: str) -> int:
    if char == _WIDENS:
        return 1
    if category(char) in ("Mn", "Me"):
        return 0
    return 2 if east_asian_width(char) in "WF" else 1


def shortened(text: str, width: int = QUOTED) -> str:
    """Return the start of `text` on one line of at most `width` cells, with … if it was cut.

    It is cut after a whole word, and inside one only where that would leave less than half.
    """
    line = " ".join(text.split())
    if cells(line) <= width:
        return line
    reach = _reach(line, 0, len(line), max(width - 1, 0))
    space = line.rfind(" ", 0, reach + 1)
    return line[: space if space > reach // 2 else reach].rstrip() + "…"


def broken(text: str, first: int, rest: int) -> Iterator[tuple[int, int]]:
    """Yield where each line of `text` starts and ends; the first is at most `first` cells wide.

    A line ends at a line feed or between words, and inside a word only if the word alone is too
    long. The spaces at a break belong to neither line.
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
    """Return how far a line of `room` cells reaches from `start`: at least one character."""
    if text.isascii():
        return min(start + max(room, 1), end)
    place = start
    while place < end:
        room -= _cells_of(text[place])
        if room < 0 and place > start:
            break
        place += 1
    return place


_BULLET = late_pattern(r"^[^\S\n]*- ", re.MULTILINE)
_MARK = late_pattern(r"\\([\\*_.)+-])|\*+")
_JOINED = late_pattern(r"[.,;:!?–—-]$|\b(?:and|or)$")
"""The end of a text that needs no mark before the next item of a list."""


def summary_line(markdown: str) -> str:
    """Return the words of canonical Markdown on one line, without marks and bullets."""
    if "- " in markdown:
        markdown = _BULLET.sub("", markdown)
    if "*" in markdown or "\\" in markdown:
        markdown = _MARK.sub(lambda match: match[1] or "", markdown)
    return " ".join(markdown.split())


def sentence_line(markdown: str) -> str:
    """Return canonical Markdown on one line as `summary_line`, with a semicolon after a list item.

    There is none after the last, nor after one that ends in a mark of its own or in the word that
    joins it to the next.
    """
    if "\n" not in markdown:
        return summary_line(markdown)
    said, in_list, after_gap = "", False, False
    for line in markdown.split("\n"):
        is_item = _BULLET.match(line) is not None
        words = summary_line(line)
        if words:
            begins = is_item or (in_list and after_gap)
            parts = said and begins and not _JOINED.search(said)
            said = " ".join(filter(None, (f"{said};" if parts else said, words)))
            in_list = is_item or (in_list and not after_gap)
        after_gap = not line.strip()
    return said


_WIDEST_BAR = 30
"""Width of the longest bar, in characters."""


def bar(count: int, most: int, width: int = _WIDEST_BAR) -> str:
    """Return a bar for `count`, full width at `most`; any count above zero shows at least one."""
    return "█" * max(1, round(width * count / most)) if count else ""


def padded(text: str, width: int) -> str:
    """Return `text` padded with spaces to `width` terminal cells."""
    return text + " " * (width - cells(text))


def counted(count: int, one: str, many: str = "") -> str:
    """Return a count such as "1 aim" or "2,000 actions"; give `many` if the plural is irregular."""
    return f"{count:,} {one if count == 1 else many or f'{one}s'}"
