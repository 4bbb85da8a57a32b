"""A document as plain lines: for a screen reader, a printer and the preview on screen."""

from collections.abc import Iterable, Iterator

from plan.papers.blocks import Block, Document, Paragraph, Role, Table, Text
from plan.papers.grid_tables import can_be_drawn, grid_lines
from plan.papers.linear_paragraphs import BLANK, Line, LinePrefix, inline_lines, paragraph_lines
from plan.papers.linear_tables import table_lines
from plan.text.line_breaks import UNBROKEN, cells, shortened

NARROWEST = 40
"""In cells; anything narrower is widened to this."""

_BREAK = "——"
"""Printed on both sides of the title of something that starts on a new page."""

_FAMILIES: tuple[frozenset[Role], ...] = (
    frozenset({"report-item", "report-line", "report-centred"}),
    frozenset({"appendix-label", "cover-title", "cover-subtitle", "cover-date"}),
    frozenset({"signatory", "signatory-post"}),
    frozenset({"contents-1", "contents-2", "contents-3"}),
)
"""Paragraphs that follow each other without a blank line."""


def lines_of(document: Document, width: int = UNBROKEN, table_width: int = 0) -> tuple[Line, ...]:
    """Return a document line by line, each line at most `width` cells wide.

    Numbers, bullets and capitals appear as printed. A tick box reads [x] or [ ], and a row of boxes
    gives the headings of the ticked ones. A table is read row by row, "heading: text"; with a
    `table_width` one with headings is drawn, at most so many cells wide, if it has room.
    """
    return tuple(_each_line(document, width, table_width))


def _each_line(document: Document, width: int, table_width: int) -> Iterator[Line]:
    """Yield the lines of `lines_of` one at a time as they are made."""
    width = max(width, NARROWEST)
    if document.mark:
        yield from (Line(document.mark, "strong"), BLANK)
    for number, section in enumerate(document.sections):
        if number:
            yield from (BLANK, _page_break(section.blocks, width), BLANK)
        yield from _section_lines(section.blocks, width, table_width)


def _page_break(blocks: tuple[Block, ...], width: int) -> Line:
    names = (block.text for block in blocks if isinstance(block, Paragraph))
    room = width - 2 * (len(_BREAK) * 2 + 1)
    name = shortened(next((name for name in names if name.strip()), "new page"), max(room, 1))
    return Line(f"{_BREAK} {name} {_BREAK}", "break")


def _section_lines(blocks: tuple[Block, ...], width: int, table_width: int) -> Iterator[Line]:
    column = _label_column(blocks, width)
    before: Block | None = None
    for block in blocks:
        if before is not None and isinstance(block, Paragraph) and block.starts_page:
            yield from (BLANK, _page_break((block,), width), BLANK)
        elif before is not None and not _is_tight(before, block):
            yield BLANK
        if isinstance(block, Table):
            drawn = grid_lines(block, table_width) if table_width and can_be_drawn(block) else None
            yield from table_lines(block, width) if drawn is None else drawn
        else:
            yield from _paragraph(block, column, width)
        before = block


def _is_tight(before: Block, block: Block) -> bool:
    if not (isinstance(before, Paragraph) and isinstance(block, Paragraph)):
        return False
    if before.bullet is not None and block.bullet is not None:
        return True
    return any(before.role in family and block.role in family for family in _FAMILIES)


def _label_column(blocks: Iterable[Block], width: int) -> int:
    """Return the column where the text after the report header's labels starts."""
    labels = (
        block.text.partition("\t")[0]
        for block in blocks
        if isinstance(block, Paragraph) and block.role == "report-line"
    )
    return min(max(map(cells, labels), default=0) + 2, width // 2)


def _paragraph(block: Paragraph, column: int, width: int) -> Iterator[Line]:
    if block.role != "report-line" or not block.inlines or "\t" not in block.text:
        return paragraph_lines(block, width)
    printed = block.text.upper() if block.capitals else block.text
    parts = printed.split("\t")
    pairs = zip(parts[::2], (*parts[1::2], ""), strict=False)
    return (line for pair in pairs for line in _pair(*pair, column, width))


def _pair(label: str, text: str, column: int, width: int) -> Iterator[Line]:
    """Yield a label and its text; of several on one line each is told by itself."""
    gap = " " * max(column - cells(label), 1)
    return inline_lines((Text(text),), LinePrefix(label + gap, " " * column, is_label=True), width)
