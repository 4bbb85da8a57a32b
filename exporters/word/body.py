"""The body of a Word file: the blocks of each section of pages, one after the other."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from exporters.word.contents import Contents
from exporters.word.list_numbers import ListNumbers
from exporters.word.paragraphs import paragraph_xml
from exporters.word.tables import table_xml
from plan.papers.blocks import CONTENTS, Block, Document, Paragraph, Table

_BLANK = '<w:p><w:pPr><w:pStyle w:val="SectionEnd"/>{}</w:pPr></w:p>'
"""A paragraph too low to be seen, put between two tables: without it Word joins them."""


@dataclass(frozen=True)
class Pages:
    """The pages of a section: the XML that ends it, and the width for a table in millimetres."""

    ending: str
    room: float


def body_xml(
    document: Document,
    pages: Sequence[Pages],
    list_numbers: ListNumbers,
    check: Callable[[], None] = lambda: None,
) -> str:
    """Return the blocks of `document` as XML; the last section comes without its end.

    `pages` has the pages of each section. `list_numbers` numbers tick boxes and questions. `check`
    is called before each block and may raise, to stop there.
    """
    contents = Contents(document)
    pieces: list[str] = []
    laid_out = list(zip(document.sections, pages, strict=True))
    for section, own in laid_out[:-1]:
        pieces.extend(_checked(_ended(section.blocks, own, list_numbers, contents), check))
    for section, own in laid_out[-1:]:
        pieces.extend(
            _checked(_blocks_xml(section.blocks, own.room, list_numbers, contents), check)
        )
    return "".join(pieces)


def _checked(pieces: Iterator[str], check: Callable[[], None]) -> Iterator[str]:
    check()
    for piece in pieces:
        yield piece
        check()


def _ended(
    blocks: tuple[Block, ...], pages: Pages, list_numbers: ListNumbers, contents: Contents
) -> Iterator[str]:
    """Yield the blocks of a section before the last: its last paragraph holds the section's end."""
    last = blocks[-1] if blocks else None
    is_paragraph = isinstance(last, Paragraph) and last.role not in CONTENTS
    ending = pages.ending if is_paragraph else ""
    yield from _blocks_xml(blocks, pages.room, list_numbers, contents, ending)
    if not is_paragraph:
        yield _BLANK.format(pages.ending)


def _blocks_xml(
    blocks: Sequence[Block],
    room: float,
    list_numbers: ListNumbers,
    contents: Contents,
    ending: str = "",
) -> Iterator[str]:
    """Yield block after block; the last one, a paragraph, holds the section's `ending`, if any."""
    above: Paragraph | None = None
    previous: Block | None = None
    for block, after in zip_longest(blocks, blocks[1:]):
        if isinstance(block, Paragraph) and block.role in CONTENTS:
            yield contents.entry_xml(block)
        elif isinstance(block, Paragraph):
            keep = block.bullet is None and _is_bullet(after)
            section = ending if after is None else ""
            xml = paragraph_xml(block, list_numbers, above=above, keep=keep, section=section)
            yield contents.marked(block, xml)
            above = block if block.bullet is None else above
        else:
            if isinstance(previous, Table):
                yield _BLANK.format("")
            yield table_xml(block, list_numbers, room)
            above = None
        previous = block


def _is_bullet(block: Block | None) -> bool:
    return isinstance(block, Paragraph) and block.bullet is not None
