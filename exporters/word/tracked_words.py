"""The words of two states of a paragraph woven into one, and the marks of tracked changes."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TypeAlias

from lxml import etree

from exporters.word.package import W, take_out
from plan.text.comparing import steps_between

Element: TypeAlias = etree._Element  # noqa: SLF001 - lxml has no public name for the type
_RUN, _TEXT, _HYPERLINK = W + "r", W + "t", W + "hyperlink"
_PROPERTIES, _RUN_PROPERTIES = W + "pPr", W + "rPr"
_OF_COMMENTS = ("commentRangeStart", "commentRangeEnd", "commentReference")
_UNSEEN = frozenset({W + name for name in ("bookmarkStart", "bookmarkEnd", "proofErr")}) | {
    W + name for name in _OF_COMMENTS
}
"""What stands in a paragraph and says nothing: only that of the newer state is kept."""
_REFERENCE = W + _OF_COMMENTS[-1]
_MARKS = frozenset({W + "tab", W + "br", W + "cr", W + "noBreakHyphen", W + "sym"})
"""What stands in a run beside its text."""
_WIDTHS = frozenset({W + name for name in ("tcW", "tblW", "tblGrid", "tblLayout")})
"""What follows from the words of the whole table; that of the newer state is kept."""
_KEPT_TOGETHER = frozenset(
    {W + name for name in ("keepNext", "keepLines", "sectPr", "rPr", "pageBreakBefore")}
)
"""What of a paragraph follows from what stands around it."""
_PIECES = re.compile(r"\s+|[^\s]+")
_CHANGES = frozenset({W + name for name in ("ins", "del", "pPrChange", "tcPrChange")})


class NotWovenError(Exception):
    """A paragraph holds something that cannot be woven with another one: both stand there whole."""


def key_of(element: Element) -> str:
    """Return what tells whether two elements are the same to a reader."""
    stripped = deepcopy(element)
    for one in list(stripped.iter()):
        if is_unseen(one) or one.tag in _WIDTHS or one.tag == W + "sectPr":
            take_out(one)
        elif one.tag == W + "id":
            one.attrib.clear()
        for name in [name for name in one.attrib if "rsid" in name or "paraId" in name]:
            del one.attrib[name]
    stripped.tail = None
    return etree.tostring(stripped, method="c14n").decode()


def is_unseen(element: Element) -> bool:
    """Return whether an element says nothing, or is a run that only refers to a comment."""
    if element.tag == _RUN:
        return len(element) > 0 and element[-1].tag == _REFERENCE
    return element.tag in _UNSEEN


def similarity(one: Element, other: Element) -> float:
    """Return the share of their words that two elements have in common; 0 if they differ in kind.

    A word counts as often as it stands there.
    """
    if one.tag != other.tag:
        return 0.0
    words = [Counter("".join(map(str, each.itertext())).split()) for each in (one, other)]
    most = max(sum(each.values()) for each in words)
    return (words[0] & words[1]).total() / most if most else 1.0


class Tracker:
    """Puts the marks of tracked changes, all of one author at one time."""

    def __init__(self, author: str, when: datetime) -> None:
        moment = when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        self._said = {W + "author": author, W + "date": moment}

    def change(self, name: str) -> Element:
        """Return a mark of that name: ins, del, pPrChange, tcPrChange."""
        return etree.Element(W + name, self._said)

    def number(self, body: Element) -> None:
        """Give each mark an id of its own."""
        marks = (one for one in body.iter() if one.tag in _CHANGES)
        for number, mark in enumerate(marks, 1):
            mark.set(W + "id", str(number))

    # Paragraphs

    def layout_of(self, paragraph: Element) -> str:
        """Return what tells whether two paragraphs look alike, whatever stands around them."""
        properties = paragraph.find(_PROPERTIES)
        if properties is None:
            return ""
        kept = [key_of(one) for one in properties if one.tag not in _KEPT_TOGETHER]
        return "".join(sorted(kept))

    def mark_of(self, paragraph: Element) -> str:
        """Return whether a paragraph's end came ("ins"), went ("del") or neither."""
        for name in ("ins", "del"):
            if paragraph.find(f"{_PROPERTIES}/{_RUN_PROPERTIES}/{W}{name}") is not None:
                return name
        return ""

    def mark(self, paragraph: Element, name: str) -> None:
        """Say that a paragraph's end came or went; an empty name takes that away."""
        properties = _properties_of(paragraph)
        of_mark = properties.find(_RUN_PROPERTIES)
        if of_mark is None:
            of_mark = etree.Element(_RUN_PROPERTIES)
            before = [one for one in properties if one.tag in {W + "sectPr", W + "pPrChange"}]
            place = properties.index(before[0]) if before else len(properties)
            properties.insert(place, of_mark)
        for one in [one for one in of_mark if one.tag in _CHANGES]:
            of_mark.remove(one)
        if name:
            of_mark.insert(0, self.change(name))
        elif not len(of_mark):
            properties.remove(of_mark)

    def whole_paragraph(self, paragraph: Element, name: str) -> None:
        """Say that a paragraph came or went as a whole, its end too.

        So does a row: LibreOffice takes it away only where the ends of its paragraphs say so too.
        """
        for child in list(paragraph):
            if child.tag == _PROPERTIES or is_unseen(child):
                continue
            place = paragraph.index(child)
            paragraph.remove(child)
            paragraph.insert(place, self.tracked((child,), name))
        self.mark(paragraph, name)

    def tracked(self, pieces: Sequence[Element], name: str) -> Element:
        """Return pieces of a paragraph as what came or went."""
        if name == "del":
            for piece in pieces:
                for text in list(piece.iter(_TEXT)):
                    text.tag = W + "delText"
        if len(pieces) == 1 and pieces[0].tag == _HYPERLINK:
            link = pieces[0]
            runs = list(link)
            for run in runs:
                link.remove(run)
            link.append(self.tracked(runs, name))
            return link
        mark = self.change(name)
        mark.extend(pieces)
        return mark

    def layout_changed(self, paragraph: Element, old: Element) -> None:
        """Say how a paragraph was laid out before."""
        properties = _properties_of(paragraph)
        change = self.change("pPrChange")
        before = etree.SubElement(change, _PROPERTIES)
        before.extend(deepcopy(_looks(old)))
        properties.append(change)

    def layout_taken(self, paragraph: Element, other: Element) -> None:
        """Have a paragraph laid out as another one, and say how it was laid out before."""
        was = deepcopy(paragraph)
        properties = _properties_of(paragraph)
        for one in _looks(paragraph):
            properties.remove(one)
        for place, one in enumerate(deepcopy(_looks(other))):
            properties.insert(place, one)
        self.layout_changed(paragraph, was)

    # Tables

    def whole_row(self, row: Element, name: str) -> None:
        """Say that a row of a table came or went."""
        properties = row.find(W + "trPr")
        if properties is None:
            properties = etree.Element(W + "trPr")
            above = row.find(W + "tblPrEx")
            row.insert(0 if above is None else row.index(above) + 1, properties)
        properties.append(self.change(name))

    def cell_changed(self, cell: Element, old: Element) -> None:
        """Say how a cell looked before, where it looks otherwise."""
        now, was = (one.find(W + "tcPr") for one in (cell, old))
        if now is None or was is None or key_of(now) == key_of(was):
            return
        change = self.change("tcPrChange")
        before = etree.SubElement(change, W + "tcPr")
        before.extend(deepcopy(one) for one in was)
        now.append(change)


def _properties_of(paragraph: Element) -> Element:
    """Return the properties of a paragraph, which are put there where it has none."""
    properties = paragraph.find(_PROPERTIES)
    if properties is None:
        properties = etree.Element(_PROPERTIES)
        paragraph.insert(0, properties)
    return properties


def _looks(paragraph: Element) -> list[Element]:
    """Return the properties of a paragraph, but for those of its end and of a section."""
    properties = paragraph.find(_PROPERTIES)
    others = {W + "rPr", W + "sectPr", W + "pPrChange"}
    return [one for one in (() if properties is None else properties) if one.tag not in others]


@dataclass(frozen=True)
class _Piece:
    """A word, a space, a mark or a whole element of a paragraph; `look` is how a run looks."""

    key: str
    look: str
    element: Element
    is_whole: bool = False


def woven_words(old: Element, new: Element, tracker: Tracker, *, forced: bool = False) -> Element:
    """Return the new paragraph with the words of both, what came and what went tracked.

    Raises NotWovenError where too little of it is the same, unless it is `forced`.
    """
    before, after = list(_pieces(old)), list(_pieces(new))
    if not forced and not (similarity(old, new) > 0 or not (before and after)):
        raise NotWovenError
    for child in [child for child in new if child.tag != _PROPERTIES]:
        new.remove(child)
    keys = [one.key for one in before], [one.key for one in after]
    for kind, start, end, new_start, new_end in steps_between(*keys):
        if kind == "equal":
            new.extend(_joined(after[new_start:new_end]))
            continue
        for name, pieces in (("del", before[start:end]), ("ins", after[new_start:new_end])):
            new.extend(_tracked(pieces, name, tracker))
    return new


def _tracked(pieces: Sequence[_Piece], name: str, tracker: Tracker) -> Iterator[Element]:
    for element in _joined(pieces):
        if is_unseen(element):
            if name == "ins":
                yield element
        else:
            yield tracker.tracked((element,), name)


def _pieces(paragraph: Element) -> Iterator[_Piece]:
    for child in paragraph:
        if child.tag == _PROPERTIES:
            continue
        if child.tag != _RUN or is_unseen(child):
            key = child.tag if is_unseen(child) else key_of(child)
            yield _Piece(key, "", child, is_whole=True)
            continue
        properties = child.find(_RUN_PROPERTIES)
        look = key_of(properties) if properties is not None else ""
        for one in child:
            if one.tag == _TEXT:
                for text in _PIECES.findall(one.text or ""):
                    yield _Piece(f"{look}{text}", look, _run(properties, _text(text)))
            elif one.tag in _MARKS:
                yield _Piece(f"{look}{key_of(one)}", look, _run(properties, deepcopy(one)))
            elif one.tag != _RUN_PROPERTIES:
                raise NotWovenError


def _text(text: str) -> Element:
    element = etree.Element(_TEXT)
    element.text = text
    element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return element


def _run(properties: Element | None, holds: Element) -> Element:
    run = etree.Element(_RUN)
    if properties is not None:
        run.append(deepcopy(properties))
    run.append(holds)
    return run


def _joined(pieces: Sequence[_Piece]) -> Iterator[Element]:
    """Yield the elements of some pieces; words that look alike are one run."""
    run: Element | None = None
    look = ""
    for piece in pieces:
        if piece.is_whole:
            if run is not None:
                yield run
            run = None
            yield piece.element
            continue
        if run is not None and piece.look == look:
            _add_to(run, piece.element[-1])
            continue
        if run is not None:
            yield run
        run, look = deepcopy(piece.element), piece.look
    if run is not None:
        yield run


def _add_to(run: Element, holds: Element) -> None:
    last = run[-1]
    if last.tag == holds.tag == _TEXT:
        last.text = f"{last.text or ''}{holds.text or ''}"
    else:
        run.append(deepcopy(holds))
