"""A paper in two states as one Word file with tracked changes, for whoever approves it.

To accept every change gives the newer paper, to reject every change the older one. Both are made
in one file, so that they share styles, lists and controls, and their text is then woven together:
paragraphs and tables, the rows of a table, the paragraphs of a cell, the words of a paragraph.
"""

from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import replace
from datetime import datetime

from lxml import etree

from exporters.word.document import word_file_of
from exporters.word.package import DOCUMENT_PART, W, parts_of, zipped
from exporters.word.tracked_words import NotWovenError, Tracker, key_of, similarity, woven_words
from exporters.word.word_template import WordTemplate
from plan.papers.blocks import Document
from plan.text.comparing import steps_between

_P, _TABLE, _ROW, _CELL = (W + name for name in ("p", "tbl", "tr", "tc"))
_PROPERTIES, _SECTION = W + "pPr", W + "sectPr"
_ALIKE = 0.3
"""From this share of words in common on, two rows or paragraphs are one that was edited."""
_MOST_PAIRS = 10_000
"""Pairs of rows that are compared with each other; more are taken in their order."""

Element = etree._Element  # noqa: SLF001 - lxml has no public name for the type


def tracked_word_file(
    old: Document,
    new: Document,
    *,
    author: str,
    when: datetime,
    template: WordTemplate | None = None,
) -> bytes:
    """Return `new` as the bytes of a Word file in which all that `old` says otherwise is tracked.

    `author` and `when` are those of each change, and of the comments that `new` has.
    """
    both = replace(new, sections=(*old.sections, *new.sections), dates=(None, when))
    parts = parts_of(word_file_of(both, author=author, template=template))
    root = etree.fromstring(parts[DOCUMENT_PART])
    body = root.find(W + "body")
    if body is None:
        raise ValueError("a Word file without a body")
    sections = list(_sections_of(body))
    before, after = sections[: len(old.sections)], sections[len(old.sections) :]
    for child in list(body):
        body.remove(child)
    tracker = Tracker(author or "plandesk", when)
    weaving = _Weaving(tracker)
    for place, (blocks, ending) in enumerate(after):
        earlier = before[place][0] if place < len(before) else []
        is_last = place == len(after) - 1
        if is_last:
            earlier = [*earlier, *(one for section, _ in before[place + 1 :] for one in section)]
        body.extend(weaving.blocks(earlier, blocks))
        body.append(ending if is_last else _holding(ending))
    tracker.number(body)
    parts[DOCUMENT_PART] = etree.tostring(
        root, xml_declaration=True, encoding="UTF-8", standalone=True
    )
    return zipped(parts)


def _sections_of(body: Element) -> Iterator[tuple[list[Element], Element]]:
    """Yield the blocks of each section, and what ends it."""
    blocks: list[Element] = []
    for child in body:
        if child.tag == _SECTION:
            yield blocks, child
            return
        ending = child.find(f"{_PROPERTIES}/{_SECTION}") if child.tag == _P else None
        if ending is None:
            blocks.append(child)
            continue
        properties = child.find(_PROPERTIES)
        if properties is not None:
            properties.remove(ending)
        if child.find(W + "r") is not None:
            blocks.append(child)
        yield blocks, ending
        blocks = []


def _holding(ending: Element) -> Element:
    paragraph = etree.Element(_P)
    properties = etree.SubElement(paragraph, _PROPERTIES)
    style = etree.SubElement(properties, W + "pStyle")
    style.set(W + "val", "SectionEnd")
    properties.append(ending)
    return paragraph


class _Weaving:
    """Weaves two states of a text together, and has each change tracked."""

    def __init__(self, tracker: Tracker) -> None:
        self._tracker = tracker

    def blocks(self, old: Sequence[Element], new: Sequence[Element]) -> list[Element]:
        """Return the paragraphs and tables of both; the last paragraph's end is never tracked."""
        woven = list(self._blocks(deepcopy(list(old)), deepcopy(list(new))))
        if not woven or woven[-1].tag != _P or not self._tracker.mark_of(woven[-1]):
            return woven
        if self._has_moved_marks(woven):
            return woven
        if not (old and new and old[-1].tag == new[-1].tag == _P):
            return woven
        return [*self._blocks(old[:-1], new[:-1]), self._paragraph(old[-1], new[-1], forced=True)]

    def _has_moved_marks(self, woven: list[Element]) -> bool:
        """Have the paragraph above say that the last ones came or went; return whether it can.

        The end of the last paragraph of a cell cannot come or go. Word says so too: whoever adds a
        last paragraph has ended the one above. Where their ends are gone, what is left of that one
        ends as the last does; so the last must then look as it did (ISO/IEC 29500-1, 17.13.5.20).
        """
        mark = self._tracker.mark_of(woven[-1])
        place = len(woven) - 1
        while place >= 0 and woven[place].tag == _P and self._tracker.mark_of(woven[place]) == mark:
            place -= 1
        if place < 0 or woven[place].tag != _P or self._tracker.mark_of(woven[place]):
            return False
        stays, last = woven[place], woven[-1]
        self._tracker.mark(last, "")
        if self._tracker.layout_of(stays) != self._tracker.layout_of(last):
            if mark == "ins":
                self._tracker.layout_changed(last, stays)
            else:
                self._tracker.layout_taken(last, stays)
        self._tracker.mark(stays, mark)
        return True

    def _blocks(self, old: Sequence[Element], new: Sequence[Element]) -> Iterator[Element]:
        for one, other in paired(old, new):
            if one is None and other is not None:
                yield self._whole(other, "ins")
            elif other is None and one is not None:
                yield self._whole(one, "del")
            elif one is not None and other is not None:
                yield from self._both(one, other)

    def _both(self, one: Element, other: Element) -> Iterator[Element]:
        if key_of(one) == key_of(other):
            yield other
        elif one.tag == _TABLE:
            yield self._table(one, other)
        else:
            try:
                yield self._paragraph(one, other)
            except NotWovenError:
                yield self._whole(one, "del")
                yield self._whole(other, "ins")

    def _whole(self, block: Element, mark: str) -> Element:
        if block.tag == _P:
            self._tracker.whole_paragraph(block, mark)
            return block
        for row in block.iterchildren(_ROW):
            self._whole_row(row, mark)
        return block

    def _whole_row(self, row: Element, mark: str) -> Element:
        self._tracker.whole_row(row, mark)
        for paragraph in row.iter(_P):
            self._tracker.whole_paragraph(paragraph, mark)
        return row

    def _paragraph(self, old: Element, new: Element, *, forced: bool = False) -> Element:
        """Return the new paragraph with the words of both. Raises NotWovenError if it cannot be."""
        is_laid_out_alike = self._tracker.layout_of(old) == self._tracker.layout_of(new)
        if not (is_laid_out_alike or forced):
            raise NotWovenError
        woven = woven_words(old, new, self._tracker, forced=forced)
        if not is_laid_out_alike:
            self._tracker.layout_changed(woven, old)
        return woven

    def _table(self, old: Element, new: Element) -> Element:
        rows = [list(one.iterchildren(_ROW)) for one in (old, new)]
        for row in rows[1]:
            new.remove(row)
        for one, other in paired(*rows):
            if one is not None and other is not None:
                new.extend(self._rows(one, other))
            elif other is not None:
                new.append(self._whole_row(other, "ins"))
            elif one is not None:
                new.append(self._whole_row(one, "del"))
        return new

    def _rows(self, old: Element, new: Element) -> Iterator[Element]:
        if key_of(old) == key_of(new):
            yield new
            return
        cells = [list(one.iterchildren(_CELL)) for one in (old, new)]
        if [_shape(cell) for cell in cells[0]] != [_shape(cell) for cell in cells[1]]:
            yield self._whole_row(old, "del")
            yield self._whole_row(new, "ins")
            return
        for one, other in zip(*cells, strict=True):
            self._cell(one, other)
        yield new

    def _cell(self, old: Element, new: Element) -> None:
        if key_of(old) == key_of(new):
            return
        properties = W + "tcPr"
        before, after = (
            [child for child in cell if child.tag != properties] for cell in (old, new)
        )
        for child in after:
            new.remove(child)
        new.extend(self.blocks(before, after))
        self._tracker.cell_changed(new, old)


def _shape(cell: Element) -> tuple[str, ...]:
    """Return how a cell lies in its table: across how many columns, and joined to which row."""
    properties = cell.find(W + "tcPr")
    if properties is None:
        return ()
    return tuple(
        f"{child.tag}={child.get(W + 'val', '')}"
        for child in properties
        if child.tag in {W + "gridSpan", W + "vMerge", W + "hMerge"}
    )


Pair = tuple[Element | None, Element | None]


def paired(old: Sequence[Element], new: Sequence[Element]) -> Iterator[Pair]:
    """Yield the elements of both in order: those that are one and the same together.

    An element without a counterpart is alone; what went comes before what came.
    """
    old_keys, new_keys = [key_of(one) for one in old], [key_of(one) for one in new]
    start = other_start = 0
    for end, other_end in (*_anchors(old_keys, new_keys), (len(old), len(new))):
        yield from _alike(old[start:end], new[other_start:other_end])
        if end < len(old) and other_end < len(new):
            yield old[end], new[other_end]
        start, other_start = end + 1, other_end + 1


def _anchors(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the places of what stands in both as it is, in the order of both."""
    for kind, start, end, other_start, other_end in steps_between(old, new):
        if kind == "equal":
            yield from zip(range(start, end), range(other_start, other_end), strict=True)


def _alike(old: Sequence[Element], new: Sequence[Element]) -> Iterator[Pair]:
    """Yield the elements between two that are the same: pairs that share most words together."""
    pairs = _best_pairs(old, new)
    at = other_at = 0
    for place, other_place in (*pairs, (len(old), len(new))):
        yield from ((one, None) for one in old[at:place])
        yield from ((None, one) for one in new[other_at:other_place])
        if place < len(old):
            yield old[place], new[other_place]
        at, other_at = place + 1, other_place + 1


def _best_pairs(old: Sequence[Element], new: Sequence[Element]) -> list[tuple[int, int]]:
    """Return the places of pairs, in the order of both, whose likeness is the most in sum."""
    if not old or not new:
        return []
    if len(old) == len(new) == 1:
        return [(0, 0)] if old[0].tag == new[0].tag else []
    if len(old) * len(new) > _MOST_PAIRS:
        return [
            (place, place)
            for place, (one, other) in enumerate(zip(old, new, strict=False))
            if similarity(one, other) >= _ALIKE
        ]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    likeness = [[_likeness(one, other) for other in new] for one in old]
    for place in reversed(range(len(old))):
        for other in reversed(range(len(new))):
            together = likeness[place][other] + best[place + 1][other + 1]
            best[place][other] = max(best[place + 1][other], best[place][other + 1], together)
    return list(_traced(best, likeness))


def _likeness(one: Element, other: Element) -> float:
    found = similarity(one, other)
    return found if found >= _ALIKE else 0.0


def _traced(
    best: Sequence[Sequence[float]], likeness: Sequence[Sequence[float]]
) -> Iterator[tuple[int, int]]:
    place = other = 0
    while place < len(likeness) and other < len(likeness[0]):
        alike = likeness[place][other]
        if alike and best[place][other] == alike + best[place + 1][other + 1]:
            yield place, other
            place, other = place + 1, other + 1
        elif best[place][other] == best[place + 1][other]:
            place += 1
        else:
            other += 1
