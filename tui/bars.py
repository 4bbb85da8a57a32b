"""Bars in plain characters: how much there is of one thing beside another."""

from plan.line_breaks import cells

WIDEST_BAR = 30
"""Characters of the longest bar."""


def bar(count: int, most: int, width: int = WIDEST_BAR) -> str:
    """Return a bar for `count` where `most` fills the width; one sign at least, none for none."""
    return "█" * max(1, round(width * count / most)) if count else ""


def padded(text: str, width: int) -> str:
    """Return `text` with spaces up to `width` cells of a terminal."""
    return text + " " * (width - cells(text))
