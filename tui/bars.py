"""Bars in plain characters: how much there is of one thing beside another."""

WIDEST_BAR = 30
"""Characters of the longest bar."""


def bar(count: int, most: int, width: int = WIDEST_BAR) -> str:
    """Return a bar for `count` where `most` fills the width; one sign at least, none for none."""
    return "█" * max(1, round(width * count / most)) if count else ""
