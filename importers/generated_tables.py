"""What plandesk itself drew up from a plan, known again in a paper: it is not read, but drawn anew.

Its tables have columns that a plan's table has too, and must not be taken for one.
"""

from collections.abc import Sequence
from itertools import islice

from importers.unread import is_filled
from plan.model.documents import GENERATED, DocumentKind
from plan.papers.blocks import Block, Paragraph, Row, Table
from plan.text.clean import clean_line

_KIND_OF_HEADING = {one.heading.casefold(): kind for kind, one in GENERATED.items()}
_HEADERS = frozenset(
    tuple(map(str.casefold, columns)) for one in GENERATED.values() for columns in one.columns
)
_TABLE_WITHIN = 4
"""Blocks below the heading, within which a table stands; a sentence or two may come before."""


def generated_kind_at(blocks: Sequence[Block], place: int) -> DocumentKind | None:
    """Return what the paragraph at `place` is the heading of, None where it is no such heading.

    The words alone do not make it one: an officer may have written a text under the same. It stands
    below an appendix's label as plandesk prints it, or above one of the tables.
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
    """Return whether a row is the header of a table that plandesk drew up."""
    return tuple(clean_line(cell.text).casefold() for cell in row.cells) in _HEADERS


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
