"""The body of a Word file as blocks: paragraphs with computed numbers, and what is round them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from importers.word.inlines import Inlines, joined
from importers.word.names import MC, W, number, switch, value
from importers.word.reading import Reading, Seen
from importers.word.styles import Style, role_of_level
from plan.blocks import Block, Inline, Paragraph, Table

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_THROUGH = frozenset(W + name for name in ("customXml", "smartTag", "ins", "moveTo"))
_COUNTED: dict[str, Seen] = {
    W + "ins": "inserted",
    W + "moveTo": "inserted",
    W + "del": "deleted",
    W + "moveFrom": "deleted",
    W + "altChunk": "embedded",
}


class TableReader(Protocol):
    """Reads a table; the body has tables and their cells have bodies."""

    def __call__(self, element: "Element", reading: Reading, depth: int) -> Table:
        """Return the table that `element` is."""


@dataclass
class Body:
    """Reads the blocks of the document or of a cell, in order."""

    reading: Reading
    read_table: TableReader
    _carried: list[Inline] = field(default_factory=list)
    """What precedes a paragraph mark that was deleted: it belongs to the next paragraph."""

    def blocks(self, parent: "Element", depth: int = 0) -> Iterator[Block]:
        """Yield the blocks of `parent`. Raises UnreadableError where they nest too deep."""
        yield from self._blocks(parent, depth)
        if self._carried:
            yield Paragraph(joined(self._carried))
            self._carried = []

    def _blocks(self, parent: "Element", depth: int) -> Iterator[Block]:
        self.reading.check_depth(depth)
        for element in parent:
            tag = element.tag
            if tag == W + "p":
                yield from self._paragraph(element)
            elif tag == W + "tbl":
                yield self.read_table(element, self.reading, depth + 1)
            elif tag == W + "sdt":
                content = shown_content(element)
                if content is not None:
                    yield from self._blocks(content, depth + 1)
            elif tag == MC + "AlternateContent" and len(element):
                yield from self._blocks(element[0], depth + 1)
            elif tag in _THROUGH:
                self._count(tag)
                yield from self._blocks(element, depth + 1)
            else:
                self._count(tag)

    def _count(self, tag: str) -> None:
        counted = _COUNTED.get(tag)
        if counted is not None:
            self.reading.seen[counted] += 1

    def _paragraph(self, element: "Element") -> Iterator[Paragraph]:
        properties = element.find(W + "pPr")
        style_id = value(properties, W + "pStyle")
        style = self.reading.styles.paragraph(style_id)
        inlines = [*self._carried, *Inlines(self.reading, style).of(element)]
        if _mark_is_deleted(properties):
            self._carried = inlines
            return
        self._carried = []
        content = joined(inlines)
        level = number(properties, W + "outlineLvl")
        role = style.role if level is None else role_of_level(level)
        bullet, label = self._list_mark(properties, style, style_id)
        yield Paragraph(content, role, bullet, label)

    def _list_mark(
        self, properties: "Element | None", style: Style, style_id: str | None
    ) -> tuple[int | None, str]:
        """Return the depth of the paragraph's bullet and the number computed for it."""
        own = None if properties is None else properties.find(W + "numPr")
        list_id = number(own, W + "numId")
        level = number(own, W + "ilvl")
        numbering = self.reading.numbering
        if list_id is None:
            list_id = style.list_id
            if level is None and list_id is not None:
                level = style.list_level or numbering.level_of_style(list_id, style_id or "")
        if not list_id:
            return None, ""
        level = min(max(level or 0, 0), 8)
        label = numbering.next_label(list_id, level)
        if numbering.is_bullet(list_id, level):
            return level or style.bullet_depth, ""
        return None, label


def shown_content(control: "Element") -> "Element | None":
    """Return what a content control holds, None where that is only "Click to enter text"."""
    if switch(control.find(W + "sdtPr"), W + "showingPlcHdr"):
        return None
    return control.find(W + "sdtContent")


def _mark_is_deleted(properties: "Element | None") -> bool:
    mark = None if properties is None else properties.find(W + "rPr")
    return mark is not None and mark.find(W + "del") is not None
