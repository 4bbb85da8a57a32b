"""Tables drawn with lines, cell beside cell, for a screen that is wide enough."""

from collections.abc import Iterator, Sequence
from itertools import pairwise, zip_longest

from plan.papers.blocks import Block, Cell, Row, Table, TickBox
from plan.papers.linear_paragraphs import BLANK, Line, Span, paragraph_lines
from plan.papers.linear_tables import table_lines
from plan.text.line_breaks import cells

_TRIES = ((1, 24), (1, 16), (0, 16), (0, 12), (0, 8))
"""Spaces beside the text of a cell and the longest word not broken there, the best first."""
_NARROWEST = 3


def can_be_drawn(table: Table) -> bool:
    """Return whether a table has headings with rows of text below, and is no form to fill in."""
    paragraphs = [one for row in table.rows for cell in row.cells for one in cell.paragraphs]
    has_boxes = any(isinstance(inline, TickBox) for one in paragraphs for inline in one.inlines)
    is_form = any(one.role.startswith("form-") for one in paragraphs)
    has_header = any(row.is_header for row in table.rows)
    return has_header and _column_count(table) > 1 and not has_boxes and not is_form


def grid_lines(table: Table, width: int) -> tuple[Line, ...] | None:
    """Return the lines of a drawn table at most `width` cells wide, or None if it has no room."""
    for pad, longest in _TRIES:
        room = width - _column_count(table) * (2 * pad + 1) - 1
        least = _least_widths(table, longest)
        if sum(least) <= room:
            return tuple(_drawn(table, _shared(table, least, room), pad))
    return None


def _column_count(table: Table) -> int:
    return max((row.width for row in table.rows), default=0)


def _least_widths(table: Table, longest: int) -> list[int]:
    """Return how wide each column must be: no heading is broken, no word up to `longest` cells."""
    least = [_NARROWEST] * _column_count(table)
    for row in table.rows:
        for column, cell in row.placed():
            if cell.span == 1:
                words = max((cells(word) for word in cell.text.split()), default=0)
                wanted = words if row.is_header else min(words, longest)
                least[column] = max(least[column], wanted)
    return least


def _shared(table: Table, least: Sequence[int], room: int) -> list[int]:
    """Return the width of each column: as in print, but no less than it must be."""
    printed = dict(enumerate(table.widths)) if len(table.widths) == len(least) else {}
    shares = {column: printed.get(column, 1.0) for column in range(len(least))}
    widths = list(least)
    while shares:
        left = room - sum(widths[column] for column in range(len(least)) if column not in shares)
        every = sum(shares.values())
        small = [one for one, share in shares.items() if share * left / every < least[one]]
        if not small:
            return _in_cells(widths, shares, left)
        for column in small:
            del shares[column]
    return widths


def _in_cells(widths: list[int], shares: dict[int, float], left: int) -> list[int]:
    """Divide the cells that are left by the shares of the columns, to the last one."""
    so_far, given, every = 0.0, 0, sum(shares.values())
    for column, share in shares.items():
        so_far += share
        widths[column] = round(left * so_far / every) - given
        given += widths[column]
    return widths


def _drawn(table: Table, widths: Sequence[int], pad: int) -> Iterator[Line]:
    """Yield the lines of the rows, with a line between any two."""
    edges = [0]
    for width in widths:
        edges.append(edges[-1] + width + 2 * pad + 1)
    above: Row | None = None
    for row in table.rows:
        yield _rule(above, row, edges)
        yield from _row_lines(row, edges, pad)
        above = row
    yield _rule(above, None, edges)


def _row_lines(row: Row, edges: Sequence[int], pad: int) -> Iterator[Line]:
    columns: list[list[Line]] = []
    spans = list(_spans(row))
    for cell, (start, end) in zip(row.cells, spans, strict=True):
        room = edges[end] - edges[start] - 1 - 2 * pad
        columns.append(list(_cell_lines(cell, room)))
    for beside in zip_longest(*columns, fillvalue=BLANK):
        text, bold = " " * edges[row.first_column] + "│", list[Span]()
        for line, (start, end) in zip(beside, spans, strict=True):
            at = len(text) + pad
            room = edges[end] - edges[start] - 1 - pad
            text += f"{' ' * pad}{line.text}{' ' * (room - cells(line.text))}│"
            whole = (Span(0, len(line.text), bold=True, italic=False),)
            bold += (_moved(one, at) for one in (whole if row.is_header else line.spans))
        yield Line(text, "grid", tuple(bold))


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by, span.bold, span.italic)


def _cell_lines(cell: Cell, width: int) -> Iterator[Line]:
    for block in () if cell.merged_up else cell.blocks:
        yield from _block_lines(block, width)


def _block_lines(block: Block, width: int) -> Iterator[Line]:
    if isinstance(block, Table):
        return table_lines(block, width)
    return paragraph_lines(block, width)


def _spans(row: Row) -> Iterator[tuple[int, int]]:
    """Yield where each cell of a row starts and ends, in columns."""
    return ((column, column + cell.span) for column, cell in row.placed())


_CORNERS = {
    (False, False): ("┌", "┬", "┐"),
    (True, False): ("├", "┼", "┤"),
    (True, True): ("└", "┴", "┘"),
}
"""The joints of a rule: above all rows, between two, below all."""


def _rule(above: Row | None, below: Row | None, edges: Sequence[int]) -> Line:
    """Return the line between two rows; one that runs on through a merged cell has a gap there."""
    up = {edges[one] for span in _spans(above) for one in span} if above else set()
    down = {edges[one] for span in _spans(below) for one in span} if below else set()
    joints = sorted(up | down)
    if not joints:
        return Line("", "grid")
    drawn = [" "] * joints[0]
    left, middle, right = _CORNERS[above is not None, below is None]
    merged = _merged(below, edges)
    for start, end in pairwise(joints):
        is_both = start in up and start in down
        inner = middle if is_both or not (up and down) else "┴" if start in up else "┬"
        drawn.append(left if start == joints[0] else inner)
        is_open = any(first <= start and end <= last for first, last in merged)
        drawn += [" " if is_open else "─"] * (end - start - 1)
    return Line("".join((*drawn, right)), "grid")


def _merged(row: Row | None, edges: Sequence[int]) -> list[tuple[int, int]]:
    """Return where cells of a row go on from the row above."""
    if row is None:
        return []
    both = zip(row.cells, _spans(row), strict=True)
    return [(edges[start], edges[end]) for cell, (start, end) in both if cell.merged_up]
