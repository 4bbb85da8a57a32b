"""Reads the body of a Word file as blocks, with the numbers that Word computes."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from lxml.etree import _Element as Element

from importers.word.formulas import FORMULAS, formula_text
from importers.word.inlines import LOOKS, Inlines, joined, one_run
from importers.word.names import (
    MC,
    VAL,
    W,
    as_number,
    children,
    first_child,
    is_on,
    number,
    shown_branch,
    switch,
)
from importers.word.reading import Reading, Seen
from importers.word.styles import BODY_LEVEL, Style, role_of_level
from importers.word.typed_lists import GoingOn, alone, as_typed, gone_on, joined_up
from plan.papers.blocks import HEADING_LEVELS, Block, Inline, Paragraph, Table, Text

_THROUGH = frozenset(W + name for name in ("customXml", "smartTag", "ins", "moveTo"))
_COUNTED: dict[str, Seen] = {
    W + "ins": "inserted",
    W + "moveTo": "inserted",
    W + "del": "deleted",
    W + "moveFrom": "deleted",
    W + "altChunk": "embedded",
    W + "subDoc": "embedded",
}


class TableReader(Protocol):
    """Reads a table; the body has tables and their cells have bodies."""

    def __call__(self, element: Element, reading: Reading, depth: int) -> Table:
        """Return the table that `element` is."""


@dataclass
class Body:
    """Reads the blocks of the document or of a cell, in order."""

    reading: Reading
    read_table: TableReader
    starts: list[int] = field(default_factory=list)
    """The places of the blocks that begin a section of pages."""
    pages: list[int] = field(default_factory=list)
    """The places of the blocks that begin a page of their own, where the writer put a break."""
    _count_read: int = 0
    _ends_pages: bool = False
    _begins_page: bool = False
    _carried: list[Inline] = field(default_factory=list)
    """The text before a deleted paragraph mark, or a drop cap: it belongs to the next paragraph."""
    _runs_on: bool = False
    """Whether the mark of the last paragraph is hidden, so that the next stands behind it."""
    _boxes: list[Element] = field(default_factory=list)
    """The text boxes of the paragraph: they are read below it."""

    def blocks(self, parent: Element, depth: int = 0) -> Iterator[Block]:
        """Yield the blocks of `parent`. Raises UnreadableError where they nest too deep."""
        held: Block | None = None
        for block in self._blocks(parent, depth):
            goes_on = block.__class__ is GoingOn  # no call for each of very many
            if goes_on and isinstance(block, GoingOn) and isinstance(held, Paragraph):
                held = gone_on(held, block)
                continue
            if held is not None:
                yield held
            self._begin_pages()
            self._count_read += 1
            held = alone(block) if goes_on else block
        if held is not None:
            yield held
        self._begin_pages()
        if self._carried:
            yield Paragraph(joined(self._carried), at=next(self.reading.places))
            self._carried = []

    def _begin_pages(self) -> None:
        """Keep where a section of pages begins, if one has just ended, or a page."""
        if self._ends_pages:
            self.starts.append(self._count_read)
            self._ends_pages = False
        if self._begins_page:
            self.pages.append(self._count_read)
            self._begins_page = False

    def _blocks(self, parent: Element, depth: int) -> Iterator[Block]:
        self.reading.check_depth(depth)
        for element in parent:
            tag = element.tag
            if tag == _PARAGRAPH:
                is_below = bool(self._carried) or self._runs_on
                usual = None if is_below else self._usual_paragraph(element)
                yield from self._any_paragraph(element, depth) if usual is None else (usual,)
            elif tag == W + "tbl":
                yield self.read_table(element, self.reading, depth + 1)
            elif tag == W + "sdt":
                content = self._shown_content(element)
                if content is not None:
                    yield from self._blocks(content, depth + 1)
            elif tag == MC + "AlternateContent":
                branch = shown_branch(element)
                if branch is not None:
                    yield from self._blocks(branch, depth + 1)
            elif tag in _THROUGH:
                self._count(tag)
                yield from self._blocks(element, depth + 1)
            elif tag in FORMULAS:
                self.reading.seen["formula"] += 1
                yield Paragraph((Text(formula_text(element)),))
            else:
                self._count(tag)

    def _count(self, tag: str) -> None:
        counted = _COUNTED.get(tag)
        if counted is not None:
            self.reading.seen[counted] += 1

    def _shown_content(self, control: Element) -> Element | None:
        """Return the content of a content control, None if that is only "Click to enter text"."""
        self.reading.seen["control"] += 1
        content = control.find(W + "sdtContent")
        if content is not None and switch(control.find(W + "sdtPr"), W + "showingPlcHdr"):
            self.reading.seen["prompt"] += 1
            return None
        return content

    def _usual_paragraph(self, element: Element) -> Paragraph | None:
        """Return a paragraph of one plain run of text, None for any other."""
        usual = usual_text(element)
        if usual is None:
            return None
        style = self.reading.styles.paragraph(usual.style_id)
        return usual_paragraph(self.reading, style, usual) if style.is_plain else None

    def _any_paragraph(self, element: Element, depth: int) -> Iterator[Block]:
        properties = children(first_child(element, _PROPERTIES))
        named = properties.get(_STYLE)
        style_id = None if named is None else named.get(VAL)
        style = self.reading.styles.paragraph(style_id)
        deleted = self.reading.seen["deleted"]
        content = Inlines(self.reading, style)
        inlines = [*self._carried, *content.of(element)]
        self._boxes += content.boxes
        mark = properties.get(_RUN_PROPERTIES)
        is_drop_cap = _FRAME in properties and _is_drop_cap(properties[_FRAME])
        if is_drop_cap or (mark is not None and _mark_has(mark, "del")):
            self._carried = inlines
            if not is_drop_cap and self.reading.seen["deleted"] == deleted:
                self.reading.seen["deleted"] += 1
            return
        self._carried = []
        runs_on, self._runs_on = self._runs_on, mark is not None and _mark_has(mark, "vanish")
        paragraph = self._paragraph_of(
            joined(inlines), properties, style, style_id, runs_on=runs_on
        )
        begins = style.begins_page
        if _PAGE_BREAK in properties:
            begins = is_on(properties[_PAGE_BREAK])
        below = tuple(_breaks_in(content.breaks, element)) if content.breaks else ()
        if begins or False in below:
            self._begins_page = True
        yield paragraph
        if True in below:
            self._begins_page = True
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            yield from self._blocks(box, depth + 1)
        self._ends_pages = _PAGES_END in properties

    def _paragraph_of(
        self,
        inlines: tuple[Inline, ...],
        properties: dict[str, Element],
        style: Style,
        style_id: str | None,
        *,
        runs_on: bool,
    ) -> Paragraph:
        """Return a paragraph with its role and number; it `runs_on` behind a hidden mark."""
        outline = properties.get(_OUTLINE)
        level = None if outline is None else as_number(outline.get(VAL))
        role = style.role if level is None or style.is_ours else role_of_level(level)
        own = properties.get(_NUMBERING)
        bullet, label = list_mark(self.reading, own, style, style_id)
        at = next(self.reading.places)
        if runs_on and level == BODY_LEVEL and role in HEADING_LEVELS:
            return GoingOn(inlines, role, at=at, between=" ")
        paragraph = Paragraph(inlines, role, bullet, label, at=at)
        return paragraph if own is None else as_typed(self.reading.numbering, own, paragraph)


def list_mark(
    reading: Reading, own: Element | None, style: Style, style_id: str | None
) -> tuple[int | None, str]:
    """Return the depth of a paragraph's bullet and the number computed for it."""
    if own is None and not style.list_id:
        return None, ""
    list_id = number(own, W + "numId")
    level = number(own, W + "ilvl")
    numbering = reading.numbering
    if list_id is None:
        list_id = style.list_id
        if level is None and list_id is not None:
            level = style.list_level or numbering.level_of_style(list_id, style_id or "")
    if not list_id:
        return None, ""
    level = min(max(level or 0, 0), 8)
    has_bullet, label = numbering.next_mark(list_id, level)
    return (level or style.bullet_depth, "") if has_bullet else (None, label)


def _breaks_in(breaks: list[Element], paragraph: Element) -> Iterator[bool]:
    """Yield of each page break in a paragraph whether it stands behind words."""
    for one in breaks:
        yield _has_text_before(one, paragraph)


def _has_text_before(found: Element, paragraph: Element) -> bool:
    """Return whether any text of a paragraph stands before an element in it."""
    for element in paragraph.iter(_TEXT, found.tag):
        if element is found:
            return False
        if element.tag == _TEXT and (element.text or "").strip():
            return True
    return False


def _is_drop_cap(frame: Element) -> bool:
    """Return whether a paragraph is only the large first letter of the one below it."""
    return frame.get(W + "dropCap", "none") != "none"


def _mark_has(mark: Element, name: str) -> bool:
    """Return whether the mark at the end of a paragraph is deleted ("del") or hidden ("vanish")."""
    return mark.find(W + name) is not None


_PROPERTIES, _STYLE, _RUN, _TEXT = W + "pPr", W + "pStyle", W + "r", W + "t"
_PARAGRAPH, _CELL_PROPERTIES = W + "p", W + "tcPr"
_RUN_PROPERTIES, _NUMBERING = W + "rPr", W + "numPr"
_PAGE_BREAK, _FRAME = W + "pageBreakBefore", W + "framePr"
_OUTLINE, _PAGES_END = W + "outlineLvl", W + "sectPr"
_UNUSUAL = frozenset({_OUTLINE, _PAGES_END, _PAGE_BREAK, _FRAME})


def _is_unusual_mark(mark: Element) -> bool:
    return _mark_has(mark, "del") or _mark_has(mark, "vanish")


class UsualText(NamedTuple):
    """The id of a paragraph's style, if it names one, its text, and what list it is in."""

    style_id: str | None
    text: str
    numbering: Element | None = None


_EMPTY = UsualText(None, "")


def usual_text(paragraph: Element) -> UsualText | None:
    """Return the style and text of a paragraph of one plain run, or of none at all.

    None for any other paragraph: one whose properties or whose run's say more of what is read.
    """
    count = len(paragraph)
    if count == 0:
        return _EMPTY
    if count > 2:  # noqa: PLR2004 - its properties and its run
        return None
    text = _usual_run(paragraph[-1])
    if text is None:
        return None
    return UsualText(None, text) if count == 1 else _usual_properties(paragraph[0], text)


def _usual_run(run: Element) -> str | None:
    """Return the text of a run that has nothing else and looks like its paragraph."""
    count = len(run)
    if run.tag != _RUN or not count or run[-1].tag != _TEXT:
        return None
    if count > 1:
        properties = run[0]
        if count > 2 or properties.tag != _RUN_PROPERTIES:  # noqa: PLR2004
            return None
        if any(one.tag in LOOKS for one in properties):
            return None
    return run[-1].text or ""


def _usual_properties(properties: Element, text: str) -> UsualText | None:
    if properties.tag != _PROPERTIES:
        return None
    style_id, numbering = None, None
    for one in properties:
        tag = one.tag
        if tag == _STYLE:
            style_id = one.get(VAL)
        elif tag == _NUMBERING:
            numbering = one
        elif tag in _UNUSUAL or (tag == _RUN_PROPERTIES and _is_unusual_mark(one)):
            return None
    return UsualText(style_id, text, numbering)


def usual_paragraph(reading: Reading, style: Style, usual: UsualText) -> Paragraph:
    """Return a paragraph of one plain run in a plain style."""
    bullet: int | None = None
    label = ""
    if usual.numbering is not None or style.list_id:  # no call for each of very many
        bullet, label = list_mark(reading, usual.numbering, style, usual.style_id)
    inlines = one_run(usual.text, bold=bool(style.bold), italic=bool(style.italic))
    paragraph = Paragraph(inlines, style.role, bullet, label, at=next(reading.places))
    if usual.numbering is None:
        return paragraph
    return as_typed(reading.numbering, usual.numbering, paragraph)


def usual_cell(element: Element, reading: Reading) -> tuple[Block, ...] | None:
    """Return the blocks of a cell that has nothing but usual paragraphs, as most have.

    None for any other cell: then nothing is counted or numbered yet.
    """
    found: list[tuple[Style, UsualText]] = []
    style_of = reading.styles.paragraph
    for inner in element:
        tag = inner.tag
        if tag == _PARAGRAPH:
            usual = usual_text(inner)
            if usual is None:
                return None
            style = style_of(usual.style_id)
            if not style.is_plain:
                return None
            found.append((style, usual))
        elif tag != _CELL_PROPERTIES:
            return None
    read = [usual_paragraph(reading, style, usual) for style, usual in found]
    return tuple(joined_up(read) if reading.numbering.has_typed else read)
