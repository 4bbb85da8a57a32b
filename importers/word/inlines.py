"""Reads the runs of a paragraph as inlines, joined and cleaned, with tracked changes accepted."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

from lxml.etree import _Element as Element

from importers.word.formulas import formula_text
from importers.word.names import MC, M, W, switch, value
from importers.word.reading import Reading
from importers.word.styles import Style
from importers.word.ticks import content_control_box, form_field_box, symbol
from plan.papers.blocks import Inline, Text
from plan.text.clean import clean_text

_THROUGH = frozenset(
    W + name for name in ("hyperlink", "smartTag", "fldSimple", "customXml", "dir", "bdo", "ruby")
) | {W + "rubyBase"}
_ACCEPTED = frozenset({W + "ins", W + "moveTo"})
_DROPPED = frozenset({W + "del", W + "moveFrom"})
_FORMULAS = frozenset({M + "oMath", M + "oMathPara"})
_CHARACTERS = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "cr": "\n",
    W + "noBreakHyphen": "-",
    W + "softHyphen": "",
}
_PICTURES = frozenset({W + "drawing", W + "pict", W + "object"})
_NOTES = frozenset({W + "footnoteReference", W + "endnoteReference"})
_WORKED_OUT = frozenset(
    W + name
    for name in (
        *("dayShort", "monthShort", "yearShort", "dayLong", "monthLong", "yearLong"),
        "pgNum",
    )
)
"""What Word shows by the clock or by the page: a file does not say what that is."""
_BREAKS_OF_PAGES = frozenset({"page", "column"})
_EDGE = "."
"""Put beside a run while it is cleaned, so that a space between two runs is kept."""


@dataclass
class _Fields:
    """The complex fields that are open; for each, whether its instruction is still open."""

    open: list[bool] = field(default_factory=list)

    @property
    def in_instruction(self) -> bool:
        return any(self.open)

    def step(self, kind: str | None) -> None:
        if kind == "begin":
            self.open.append(True)
        elif self.open and kind == "separate":
            self.open[-1] = False
        elif self.open and kind == "end":
            self.open.pop()


class Inlines:
    """Reads the content of one paragraph in its style."""

    def __init__(self, reading: Reading, style: Style) -> None:
        """Take what is known of the file and the style of the paragraph."""
        self._reading = reading
        self._style = style
        self._fields = _Fields()

    def of(self, parent: Element, depth: int = 0) -> Iterator[Inline]:
        """Yield the inlines of everything in `parent`. Raises UnreadableError if too deep."""
        self._reading.check_depth(depth)
        for element in parent:
            tag = element.tag
            if tag == W + "r":
                yield from self._run(element, depth)
            elif tag in _THROUGH:
                yield from self.of(element, depth + 1)
            elif tag == W + "sdt":
                yield from self._content_control(element, depth)
            elif tag in _ACCEPTED:
                self._reading.seen["inserted"] += 1
                yield from self.of(element, depth + 1)
            elif tag in _DROPPED:
                self._reading.seen["deleted"] += 1
            elif tag in _FORMULAS:
                self._reading.seen["formula"] += 1
                yield Text(formula_text(element))
            elif tag == MC + "AlternateContent":
                yield from self._alternative(element, depth)

    def _content_control(self, element: Element, depth: int) -> Iterator[Inline]:
        properties = element.find(W + "sdtPr")
        box = content_control_box(properties)
        if box is not None:
            yield box
            return
        content = element.find(W + "sdtContent")
        if content is not None and not switch(properties, W + "showingPlcHdr"):
            yield from self.of(content, depth + 1)

    def _alternative(self, element: Element, depth: int) -> Iterator[Inline]:
        """Read only the first alternative: all of them show the same."""
        for choice in element:
            if choice.tag in {MC + "Choice", MC + "Fallback"}:
                yield from self.of(choice, depth + 1)
                return

    def _run(self, run: Element, depth: int) -> Iterator[Inline]:
        properties = run.find(W + "rPr")
        if properties is None:
            yield from self._plain_run(run, depth)
            return
        named = self._reading.styles.named(value(properties, W + "rStyle") or "")
        is_hidden = _first_said(switch(properties, W + "vanish"), named.hidden, self._style.hidden)
        bold = _first_said(switch(properties, W + "b"), named.bold, self._style.bold)
        italic = _first_said(switch(properties, W + "i"), named.italic, self._style.italic)
        for inline in self._content(run, depth):
            if is_hidden:
                self._reading.seen["hidden"] += 1
            elif isinstance(inline, Text):
                yield Text(inline.text, bold, italic)
            else:
                yield inline

    def _plain_run(self, run: Element, depth: int) -> Iterator[Inline]:
        """Yield the content of a run that has no properties of its own, as most have none."""
        style = self._style
        for inline in self._content(run, depth):
            if style.hidden:
                self._reading.seen["hidden"] += 1
            elif isinstance(inline, Text) and (style.bold or style.italic):
                yield Text(inline.text, bool(style.bold), bool(style.italic))
            else:
                yield inline

    def _content(self, run: Element, depth: int) -> Iterator[Inline]:
        for element in run:
            tag = element.tag
            if tag == W + "fldChar":
                yield from self._field_character(element)
            elif self._fields.in_instruction:
                continue
            elif tag == W + "t":
                yield Text(element.text or "")
            elif tag in _CHARACTERS:
                yield Text(_CHARACTERS[tag])
            elif tag == W + "br":
                if element.get(W + "type") not in _BREAKS_OF_PAGES:
                    yield Text("\n")
            elif tag == W + "sym":
                yield from self._symbol(element)
            elif tag == W + "ruby":
                yield from self.of(element, depth + 1)
            else:
                self._count(element)

    def _field_character(self, element: Element) -> Iterator[Inline]:
        kind = element.get(W + "fldCharType")
        box = form_field_box(element) if kind == "begin" else None
        if box is not None and not self._fields.in_instruction:
            yield box
        self._fields.step(kind)

    def _symbol(self, element: Element) -> Iterator[Inline]:
        read = symbol(element)
        if read is None:
            self._reading.seen["symbol"] += 1
        else:
            yield read

    def _count(self, element: Element) -> None:
        """Count what is not read: pictures, text boxes, footnotes."""
        if element.tag == MC + "AlternateContent":
            choice = next(iter(element), None)
            for drawing in () if choice is None else choice:
                self._count(drawing)
        elif element.tag in _WORKED_OUT:
            self._reading.seen["worked out"] += 1
        elif element.tag in _NOTES:
            self._reading.seen["note"] += 1
        elif element.tag in _PICTURES:
            has_text = next(element.iter(W + "txbxContent"), None) is not None
            self._reading.seen["text box" if has_text else "picture"] += 1


def _first_said(*said: bool | None) -> bool:
    """Return the first value that is set: the run's own, its style's or its paragraph's."""
    return next((answer for answer in said if answer is not None), False)


def one_run(text: str, *, bold: bool, italic: bool) -> tuple[Inline, ...]:
    """Return the inlines of a paragraph that is one run of text."""
    if not text.isprintable():
        return joined((Text(text, bold, italic),))
    stripped = text.rstrip()
    return (Text(stripped, bold, italic),) if stripped else ()


def joined(inlines: Iterable[Inline]) -> tuple[Inline, ...]:
    """Return the inlines, with runs of the same emphasis joined and all texts cleaned."""
    inlines = tuple(inlines)
    if len(inlines) == 1 and isinstance(inlines[0], Text) and inlines[0].text.isprintable():
        return one_run(inlines[0].text, bold=inlines[0].bold, italic=inlines[0].italic)
    found: list[Inline] = []
    for key, group in groupby(inlines, key=_emphasis):
        if key is None:
            found.extend(group)
        else:
            text = "".join(inline.text for inline in group if isinstance(inline, Text))
            cleaned = clean_text(_EDGE + text + _EDGE)[len(_EDGE) : -len(_EDGE)]
            found.append(Text(cleaned, *key))
    return tuple(_trimmed(found))


def _emphasis(inline: Inline) -> tuple[bool, bool] | None:
    return (inline.bold, inline.italic) if isinstance(inline, Text) else None


def _trimmed(inlines: list[Inline]) -> Iterator[Inline]:
    """Yield the inlines without empty texts, leading blank lines and trailing blanks."""
    start, end = 0, len(inlines)
    while start < end and _is_blank(inlines[start]):
        start += 1
    while end > start and _is_blank(inlines[end - 1]):
        end -= 1
    for place, inline in enumerate(inlines[start:end], start):
        if not isinstance(inline, Text):
            yield inline
            continue
        text = inline.text.lstrip("\n") if place == start else inline.text
        text = text.rstrip() if place == end - 1 else text
        if text:
            yield Text(text, inline.bold, inline.italic)


def _is_blank(inline: Inline) -> bool:
    return isinstance(inline, Text) and not inline.text.strip()
