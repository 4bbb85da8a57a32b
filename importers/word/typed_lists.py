"""The items of lists that plandesk printed for what was typed: read as they were typed.

The name of a list's definition says how: see `exporters.word.typed_numbers`. A program that keeps
no such name leaves real lists, which are read like any other.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from lxml.etree import _Element as Element

from importers.word.names import W, number, switch
from importers.word.numbering import Numbering
from plan.papers.blocks import Beside, Block, Paragraph, Text

_NUMBER = Beside("number")
_WITHOUT_NUMBERS = frozenset({"plan-cell", "plan-item", "form-answer"})
"""The roles in which nothing of a paper of ours has a number but what was typed, there or here."""
_LINES = frozenset({"typed lines", "typed lines below"})


@dataclass(frozen=True, slots=True)
class GoingOn(Paragraph):
    """What goes on with the paragraph above it, with `between` between the two."""

    between: str = ""


def as_typed(numbering: Numbering, own: Element | None, paragraph: Paragraph) -> Paragraph:
    """Return an item of a typed list as the line that was typed, any other paragraph as it is.

    `own` is what the paragraph says of its list.
    """
    list_id = number(own, W + "numId") or 0
    typed = numbering.typed(list_id)
    if not typed:
        is_numbered = bool(paragraph.label) and paragraph.role in _WITHOUT_NUMBERS
        return _numbered(paragraph, f"{paragraph.label} ") if is_numbered else paragraph
    level = number(own, W + "ilvl") or 0
    sign = paragraph.label or numbering.bullet(list_id, level)
    properties = own.getparent() if own is not None else None
    mark = properties.find(W + "rPr") if properties is not None else None
    bold, italic = (bool(switch(mark, W + name)) for name in ("b", "i"))
    item = _numbered(paragraph, f"{'  ' * level}{sign} ", bold=bold, italic=italic)
    if typed in _LINES and (numbering.has_begun(list_id) or typed != "typed lines"):
        return GoingOn(item.inlines, item.role, at=item.at, between="\n")
    numbering.begin(list_id)
    return item


def _numbered(
    paragraph: Paragraph, number: str, *, bold: bool = False, italic: bool = False
) -> Paragraph:
    """Return an item of a list as a paragraph whose number is one of its words."""
    inlines = (Text(number, bold, italic, _NUMBER), *paragraph.inlines)
    return replace(paragraph, inlines=inlines, bullet=None, label="")


def joined_up(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield blocks, with each that goes on joined to the paragraph above it."""
    held: Block | None = None
    for block in blocks:
        if isinstance(block, GoingOn) and isinstance(held, Paragraph):
            held = gone_on(held, block)
            continue
        if held is not None:
            yield held
        held = alone(block)
    if held is not None:
        yield held


def gone_on(above: Paragraph, below: GoingOn) -> Paragraph:
    """Return a paragraph with what goes on with it."""
    inlines = (*above.inlines, Text(below.between), *below.inlines)
    return replace(above, inlines=inlines)


def alone(block: Block) -> Block:
    """Return a block as one that goes on with nothing."""
    if not isinstance(block, GoingOn):
        return block
    return Paragraph(block.inlines, block.role, block.bullet, block.label, at=block.at)
