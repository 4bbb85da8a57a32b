"""The widths of the columns of a form's table: as in the paper, and no word of a heading is cut."""

from plan.papers.blocks import Table
from plan.text.clean import clean_line

PAGE = 160
"""Millimetres of an upright page."""
_LETTER, _EDGES = 2.3, 5
"""Millimetres of a bold letter, and of the space around the words of a cell."""
_NARROWEST, _WIDEST = 8, 40
"""Millimetres that a column has at least, and that a long word can ask for."""


def column_widths(table: Table | None, columns: int) -> list[float]:
    """Return the widths of a table's columns in millimetres, in the proportions of the paper.

    A column that is narrower than the longest word of its heading takes from the others.
    """
    own = list(table.widths) if table is not None else []
    if len(own) != columns or not sum(own):
        own = [1.0] * columns
    widths = [max(_NARROWEST, one / sum(own) * PAGE) for one in own]
    least = _least(table, columns)
    short = sum(max(need - width, 0) for need, width in zip(least, widths, strict=True))
    spare = sum(max(width - need, 0) for need, width in zip(least, widths, strict=True))
    if not short or spare < short:
        return [round(one) for one in widths]
    kept = 1 - short / spare
    return [
        round(need if width < need else need + (width - need) * kept)
        for need, width in zip(least, widths, strict=True)
    ]


def _least(table: Table | None, columns: int) -> list[float]:
    """Return how wide the longest word of each heading is, nothing for other tables."""
    first = table.rows[0].cells if table is not None and table.rows else ()
    if len(first) != columns:
        return [0.0] * columns
    longest = [max(map(len, clean_line(cell.text).split()), default=0) for cell in first]
    return [float(min(_WIDEST, one * _LETTER + _EDGES)) if one else 0.0 for one in longest]
