"""How wide the columns of a table are: as the council says, as the page allows."""

from math import inf

from plan.papers.blocks import Table

LETTER_MM = 1.9
"""Width of a usual letter of the plan's cells, in millimetres."""
HEADING_LETTER_MM = 1.8
"""Width of a usual letter of a long word in a heading, in millimetres."""
CELL_MARGINS_MM = 3.0


def fitting_widths(table: Table, room: float = inf) -> tuple[float, ...]:
    """Return the widths of a table's columns, in millimetres, within `room`.

    Where they need more than that, all are narrowed alike; but a column takes what the longest
    word of its heading needs from those that have more than they need, so that no word is broken.
    """
    whole = sum(table.widths)
    if not whole:
        return table.widths
    share = min(1.0, room / whole)
    widths = tuple(width * share for width in table.widths) if share < 1 else table.widths
    needs = _needs(table)
    missing = sum(max(need - width, 0) for need, width in zip(needs, widths, strict=True))
    spare = sum(max(width - need, 0) for need, width in zip(needs, widths, strict=True))
    if not missing or spare < missing:
        return widths
    return tuple(
        need if width < need else width - (width - need) * missing / spare
        for need, width in zip(needs, widths, strict=True)
    )


def _needs(table: Table) -> tuple[float, ...]:
    header = next((row.cells for row in table.rows if row.is_header), ())
    longest = [max(map(len, cell.text.split()), default=0) for cell in header]
    longest += [0] * (len(table.widths) - len(longest))
    return tuple(letters * HEADING_LETTER_MM + CELL_MARGINS_MM for letters in longest)
