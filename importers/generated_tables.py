"""Recognises the tables that plandesk itself generates from a plan, so that we skip them.

They share columns with a plan's own tables and must not be mistaken for one. We do not read them,
because plandesk generates them again whenever it prints.
"""

from collections.abc import Sequence
from itertools import islice

from importers.unread import is_filled
from plan.model.documents import CONSULTED_COLUMNS, GENERATED, DocumentKind
from plan.papers.blocks import Block, Paragraph, Row, Table
from plan.text.clean import clean_line

_KIND_OF_HEADING = {one.heading.casefold(): kind for kind, one in GENERATED.items()}
_HEADERS = frozenset(
    tuple(map(str.casefold, columns)) for one in GENERATED.values() for columns in one.columns
)
_CONSULTED = tuple(map(str.casefold, CONSULTED_COLUMNS))
_TABLE_WITHIN = 4
"""How many blocks below its heading a table may start; a sentence or two may come first."""


def generated_kind_at(blocks: Sequence[Block], place: int) -> DocumentKind | None:
    """Return which generated table the paragraph at `place` is the heading of, or None.

    The words alone do not decide it: an officer may have written a text under the same heading. A
    real one comes directly below an appendix label as plandesk prints it, or above a table.
    """
    block = blocks[place]
    if not isinstance(block, Paragraph) or not block.inlines:
        return None
    kind = _KIND_OF_HEADING.get(clean_line(block.text).casefold())
    if kind is None:
        return None
    is_ours = block.role == "heading-2" and _is_below_label(blocks, place)
    return kind if is_ours or _is_above_table(blocks, place) else None


def is_generated_header(row: Row) -> bool:
    """Return whether a row is the header of a table that plandesk generated."""
    return tuple(clean_line(cell.text).casefold() for cell in row.cells) in _HEADERS


def is_consulted_header(row: Row) -> bool:
    """Return whether a row is the header of the table of who has seen a report."""
    return tuple(clean_line(cell.text).casefold() for cell in row.cells) == _CONSULTED


def _is_below_label(blocks: Sequence[Block], place: int) -> bool:
    above = (blocks[n] for n in range(place - 1, -1, -1))
    nearest = next(filter(is_filled, above), None)
    return isinstance(nearest, Paragraph) and nearest.role == "appendix-label"


def _is_above_table(blocks: Sequence[Block], place: int) -> bool:
    below = filter(is_filled, (blocks[n] for n in range(place + 1, len(blocks))))
    return any(
        isinstance(block, Table) and any(map(is_generated_header, block.rows[:1]))
        for block in islice(below, _TABLE_WITHIN)
    )
