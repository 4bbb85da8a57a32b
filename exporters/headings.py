"""The headings and lists of a document for what has levels of them: a web page, Markdown."""

from collections.abc import Iterable, Iterator, Mapping

from plan.papers.blocks import CONTENTS, Block, Document, Paragraph, Role

_ORDER: Mapping[Role, int] = {
    "cover-title": 1,
    "heading-1": 1,
    "form-title": 1,
    "section-heading": 2,
    "heading-2": 3,
    "heading-3": 4,
}
"""Which headings stand above which; a document seldom has all of them."""


def is_titled(document: Document) -> bool:
    """Return whether its one title is printed in it; if not, it is to be put above it."""
    return sum(_order_of(block) == 1 for block in document.blocks) == 1


def levelled(document: Document) -> Iterator[list[tuple[Block, int]]]:
    """Yield the blocks of each section, each with its level as a heading, 0 for none.

    The title is the one heading of level 1, whether it is printed or to be put above the document.
    No level is skipped on the way down.
    """
    if is_titled(document):
        levels, last = _levels(document.blocks, 1), 0
        for section in document.sections:
            pairs = list(_with_levels(section.blocks, levels, last))
            last = next((level for _, level in reversed(pairs) if level), last)
            yield pairs
        return
    for section in document.sections:
        yield list(_with_levels(section.blocks, _levels(section.blocks, 2), 1))


def depth_of(block: Block) -> int | None:
    """Return the depth of an item of a list, None for what is none.

    A line of a table of contents is one, by the level of its heading.
    """
    if isinstance(block, Paragraph) and block.role in CONTENTS:
        return CONTENTS.index(block.role)
    return block.bullet if isinstance(block, Paragraph) else None


def _levels(blocks: Iterable[Block], first: int) -> dict[int, int]:
    """Return the level of each kind of heading among some blocks, the highest at `first`."""
    orders = sorted({order for block in blocks if (order := _order_of(block))})
    return {order: level for level, order in enumerate(orders, first)}


def _with_levels(
    blocks: Iterable[Block], levels: Mapping[int, int], last: int
) -> Iterator[tuple[Block, int]]:
    for block in blocks:
        level = levels.get(_order_of(block), 0)
        if level:
            last = level = min(level, last + 1)
        yield block, level


def _order_of(block: Block) -> int:
    is_said = isinstance(block, Paragraph) and bool(block.text.strip())
    return _ORDER.get(block.role, 0) if isinstance(block, Paragraph) and is_said else 0
