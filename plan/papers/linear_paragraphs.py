"""Paragraphs as plain lines: numbers, bullets, emphasis and line breaks."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from plan.papers.blocks import CONTENTS, Inline, Paragraph, Role, Text
from plan.text.line_breaks import broken, cells

LineKind: TypeAlias = Literal["text", "title", "heading", "strong", "faint", "break", "grid"]

_KINDS: dict[Role, LineKind] = {
    "heading-1": "heading",
    "heading-2": "heading",
    "heading-3": "heading",
    "section-heading": "heading",
    "appendix-label": "title",
    "cover-title": "title",
    "cover-subtitle": "title",
    "form-title": "title",
    "front-title": "title",
    "contents-title": "heading",
    "form-question": "strong",
    "form-help": "faint",
    "progress-date": "strong",
}
_ALIGNED: tuple[Role, ...] = ("section-heading", "numbered")
"""Paragraphs whose numbers line up below each other."""
_NUMBER_ROOM = 5
_INDENT = "  "
_PICTURE = "Picture: "
"""Stands before what is read out for one."""
_LEAST_SHARE = 3
"""A label that leaves its text less than this fraction of the line goes on a line above it."""


@dataclass(frozen=True, slots=True)
class Span:
    """A part of a line printed bold or italic, from one character up to another."""

    start: int
    end: int
    bold: bool
    italic: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a document; a "break" marks where another paper starts on a new page.

    A "grid" is a line of a table that is drawn, and may be wider than the lines of text.
    """

    text: str
    kind: LineKind = "text"
    spans: tuple[Span, ...] = ()


BLANK = Line("")


@dataclass(frozen=True, slots=True)
class LinePrefix:
    """The prefix of a paragraph: `first` before its first line, `rest` before the others.

    `first` is printed bold if it is a label.
    """

    first: str = ""
    rest: str = ""
    is_label: bool = False

    def after(self, indent: str) -> "LinePrefix":
        """Return the same prefix, moved right."""
        return LinePrefix(indent + self.first, indent + self.rest, self.is_label)


def paragraph_lines(block: Paragraph, width: int, indent: str = "") -> Iterator[Line]:
    """Yield a paragraph's lines with its number or bullet, moved right by `indent`."""
    prefix = LinePrefix()
    if block.label:
        room = _NUMBER_ROOM if block.role in _ALIGNED else 0
        number = block.label.ljust(room) + " "
        prefix = LinePrefix(number, " " * cells(number))
    elif block.bullet is not None:
        depth = _INDENT * block.bullet
        prefix = LinePrefix(f"{depth}• ", f"{depth}  ")
    elif block.role == "picture":
        prefix = LinePrefix(_PICTURE, _INDENT)
    if block.role in CONTENTS:
        prefix = LinePrefix(*(_INDENT * CONTENTS.index(block.role),) * 2)
    kind = _KINDS.get(block.role, "text")
    inlines = tuple(map(_in_capitals, block.inlines)) if block.capitals else block.inlines
    return inline_lines(inlines, prefix.after(indent), width, kind)


def _in_capitals(inline: Inline) -> Inline:
    if isinstance(inline, Text):
        return Text(inline.text.upper(), inline.bold, inline.italic)
    return inline


def inline_lines(
    inlines: tuple[Inline, ...], prefix: LinePrefix, width: int, kind: LineKind = "text"
) -> Iterator[Line]:
    """Yield the lines of a paragraph after its prefix, with their bold and italic parts."""
    first, room = width - cells(prefix.first), width - cells(prefix.rest)
    if prefix.is_label and first < width // _LEAST_SHARE:
        yield from _label_alone(prefix, width)
        prefix, first = LinePrefix(prefix.rest, prefix.rest), room
    text, spans = _with_spans(inlines)
    before = prefix.first
    for start, end in broken(text, first, room):
        inside = tuple(_shifted(spans, start, end, len(before)))
        if prefix.is_label and before is prefix.first:
            inside = (Span(0, len(before.rstrip()), bold=True, italic=False), *inside)
        yield Line((before + text[start:end]).rstrip(), kind, inside)
        before = prefix.rest


def _label_alone(prefix: LinePrefix, width: int) -> Iterator[Line]:
    label = (Text(prefix.first.strip(), bold=True),)
    return inline_lines(label, LinePrefix(prefix.rest[:-2], prefix.rest), width)


def _with_spans(inlines: tuple[Inline, ...]) -> tuple[str, list[Span]]:
    pieces: list[str] = []
    spans: list[Span] = []
    length = 0
    for inline in inlines:
        words = inline.text if isinstance(inline, Text) else "[x]" if inline.ticked else "[ ]"
        pieces.append(words.replace("\t", " "))
        if isinstance(inline, Text) and (inline.bold or inline.italic):
            spans.append(Span(length, length + len(words), inline.bold, inline.italic))
        length += len(words)
    return "".join(pieces), spans


def _shifted(spans: Sequence[Span], start: int, end: int, by: int) -> Iterator[Span]:
    """Yield the parts of ordered spans that lie within a line, each moved right by `by`."""
    nearest = bisect_right(spans, start, key=lambda span: span.end)
    for place in range(nearest, len(spans)):
        span = spans[place]
        first, last = max(span.start, start), min(span.end, end)
        if first >= end:
            return
        if first < last:
            yield Span(first - start + by, last - start + by, span.bold, span.italic)
