"""How the lines of a listed row are wrapped, and cut after a word where there is no room."""

import re
from collections.abc import Iterator

from textual.content import Content

from plan.text.line_breaks import cells

_NUMBERED = re.compile(r"(■ )?\d[\d.]* |[a-z]+ +\d+ {2}")
"""How a row begins that has a number, or a kind and a count: what wraps stands below the words."""
FIRST_OF_TEN = 6
"""Parts of ten of a dense row that its first line keeps, if both are too long."""


def wrapped(content: Content, width: int, most: int = 0) -> Content:
    """Return a row wrapped to `width`, with what wraps of a line below its first word.

    A line that would take more than `most` lines is cut there, and ends with …; 0 cuts none.
    """
    return Content("\n").join(wrapped_lines(content, width, most))


def wrapped_lines(content: Content, width: int, most: int = 0) -> Iterator[Content]:
    """Yield the lines of a row as `wrapped` returns them."""
    hang = min(_hang(content.plain), width // 2)
    for line in content.split("\n", allow_blank=True):
        if line.cell_length <= width:
            yield line
            continue
        first, *others = line[hang:].wrap(width - line[:hang].cell_length)
        if most and len(others) >= most:
            first, *others = _cut_after([first, *others], width - hang, most)
        yield line[:hang] + first
        yield from (Content(" " * hang) + other for other in others)


def _cut_after(lines: list[Content], width: int, most: int) -> list[Content]:
    """Return the first `most` of wrapped lines, the last of them ending with … after a word."""
    last = lines[most - 1].rstrip()
    space = last.plain.rfind(" ")
    if last.cell_length >= width and space > 0:
        last = last[:space].rstrip()
    longer = Content.assemble(last, " ", lines[most])
    return [*lines[: most - 1], longer.truncate(min(last.cell_length + 1, width), ellipsis=True)]


def cut(content: Content, width: int) -> Content:
    """Return a row of which each line that is longer than `width` ends with … after a word."""
    lines = content.split("\n", allow_blank=True)
    return Content("\n").join(_cut_line(line, width) for line in lines)


def _cut_line(line: Content, width: int) -> Content:
    """Return a line of at most `width` cells; a word is cut only where half of them would go."""
    if line.cell_length <= width or width <= 0:
        return line.truncate(width)
    kept = line.truncate(width - 1).plain
    words = kept.rpartition(" ")[0]
    if line.plain[len(kept)] != " " and len(words) > len(kept) // 2:
        kept = words
    return line.truncate(cells(kept.rstrip(" ·")) + 1, ellipsis=True)


def _hang(text: str) -> int:
    """Return how far what wraps of a row is indented: below the words after its number or sign."""
    first, _, below = text.partition("\n")
    if numbered := _NUMBERED.match(first):
        return numbered.end()
    line = below or first
    indent = len(line) - len(line.lstrip())
    return indent if below else indent + 2


def on_one_line(content: Content, width: int, column: int = 0) -> Content:
    """Return a row in one line of at most `width` cells: its first line, then what stands below.

    That begins at `column`, so that it is aligned in a list; 0 has it follow the first line.
    """
    first, *others = content.split("\n")
    below = Content(" · ").join(_stripped(other) for other in others)
    if not below.plain:
        return _cut_line(first, width)
    room = column - 2 if column else max(width - below.cell_length - 2, width * FIRST_OF_TEN // 10)
    first = _cut_line(first, room).truncate(room, pad=bool(column))
    return _cut_line(Content.assemble(first, "  ", below), width)


def _stripped(line: Content) -> Content:
    return line[len(line.plain) - len(line.plain.lstrip()) :]
