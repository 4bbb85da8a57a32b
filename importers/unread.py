"""Sums up in a sentence what was not read in a paper: nothing is left out silently."""

import re
from collections.abc import Iterable, Iterator

from importers.remarks import Remark
from plan.papers.blocks import Block, Paragraph, Table
from plan.text.clean import clean_line
from plan.text.line_breaks import counted, shortened

_CAPITALS = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})?\.? )?([A-Z][A-Z ,&/’'-]{4,})")
_MOST_QUOTES = 3


def unread_remark(blocks: Iterable[Block], place: str) -> Iterator[Remark]:
    """Yield one remark on the blocks that were not read, none if they are all blank."""
    filled = [block for block in blocks if is_filled(block)]
    if not filled:
        return
    tables = sum(isinstance(block, Table) for block in filled)
    numbers = ((len(filled) - tables, "paragraph"), (tables, "table"))
    amounts = [counted(number, noun) for number, noun in numbers if number]
    verb = "was" if len(filled) == 1 else "were"
    quotes = ", ".join(f"“{shortened(quote)}”" for quote in _quotes(filled))
    text = f"{' and '.join(amounts)} {verb} not read: {quotes}."
    yield Remark("not understood", place, text, is_listed=True)


def is_filled(block: Block) -> bool:
    """Return whether a block has any text."""
    if isinstance(block, Paragraph):
        return bool(block.text.strip())
    return any(
        is_filled(inner) for row in block.rows for cell in row.cells for inner in cell.blocks
    )


def _quotes(blocks: list[Block]) -> list[str]:
    """Return a few lines that show an officer the place: its headings, else its first line."""
    lines = [_first_line(block) for block in blocks]
    capitals = (_CAPITALS.fullmatch(line) for line in lines)
    headings = [match[1].strip() for match in capitals if match]
    headings += [
        line
        for line, block in zip(lines, blocks, strict=True)
        if isinstance(block, Paragraph) and block.role.startswith("heading")
    ]
    unique = list(dict.fromkeys(headings))
    return unique[:_MOST_QUOTES] or lines[:1]


def _first_line(block: Block) -> str:
    if isinstance(block, Paragraph):
        return clean_line(block.text)
    lines = (clean_line(cell.text) for row in block.rows for cell in row.cells)
    return next((line for line in lines if line), "")
