"""The body of a Word file: the blocks of each section of pages, one after the other."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from exporters.word.list_numbers import Counting
from exporters.word.paragraphs import paragraph_xml
from exporters.word.tables import table_xml
from plan.papers.blocks import Block, Document, Paragraph, Table

_BLANK = '<w:p><w:pPr><w:pStyle w:val="SectionEnd"/>{}</w:pPr></w:p>'
"""A paragraph too low to be seen: Word joins tables that have nothing between them."""


@dataclass(frozen=True)
class Pages:
    """How the pages of a section are: the XML that ends it, the room for a table in millimetres."""

    ending: str
    room: float


def body_xml(
    document: Document,
    pages: Sequence[Pages],
    counting: Counting,
    check: Callable[[], None] = lambda: None,
) -> str:
    """Return the blocks of `document`, its last section without what ends it.

    `pages` say for each section how its pages are; `counting` numbers what is counted. `check` is
    called before each block and may raise, to stop there.
    """
    pieces: list[str] = []
    laid_out = list(zip(document.sections, pages, strict=True))
    for section, own in laid_out[:-1]:
        pieces.extend(_checked(_ended(section.blocks, own, counting), check))
    for section, own in laid_out[-1:]:
        pieces.extend(_checked(_blocks_xml(section.blocks, own.room, counting), check))
    return "".join(pieces)


def _checked(pieces: Iterator[str], check: Callable[[], None]) -> Iterator[str]:
    check()
    for piece in pieces:
        yield piece
        check()


def _ended(blocks: tuple[Block, ...], pages: Pages, counting: Counting) -> Iterator[str]:
    """Yield the blocks of a section that is not the last: its last paragraph carries its end."""
    is_paragraph = bool(blocks) and isinstance(blocks[-1], Paragraph)
    yield from _blocks_xml(blocks, pages.room, counting, pages.ending if is_paragraph else "")
    if not is_paragraph:
        yield _BLANK.format(pages.ending)


def _blocks_xml(
    blocks: Sequence[Block], room: float, counting: Counting, ending: str = ""
) -> Iterator[str]:
    """Yield block after block; `ending` is what the last of them, a paragraph, ends."""
    above: Paragraph | None = None
    previous: Block | None = None
    for block, after in zip_longest(blocks, blocks[1:]):
        if isinstance(block, Paragraph):
            keep = block.bullet is None and _is_bullet(after)
            section = ending if after is None else ""
            yield paragraph_xml(block, counting, above=above, keep=keep, section=section)
            above = block if block.bullet is None else above
        else:
            if isinstance(previous, Table):
                yield _BLANK.format("")
            yield table_xml(block, counting, room)
            above = None
        previous = block


def _is_bullet(block: Block | None) -> bool:
    return isinstance(block, Paragraph) and block.bullet is not None
