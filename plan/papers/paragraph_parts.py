"""Parts of a paragraph: up to a place in its text, from there on, line by line."""

import re
from dataclasses import replace

from plan.papers.blocks import Inline, Paragraph, Text

_LINE_END = re.compile("\n")


def without_start(paragraph: Paragraph, length: int) -> Paragraph:
    """Return the paragraph without the first `length` characters, and the notes at them."""
    kept: list[Inline] = []
    for inline in paragraph.inlines:
        if not isinstance(inline, Text):
            kept.append(inline)
            continue
        text = inline.text[length:]
        length = max(0, length - len(inline.text))
        if text or (inline.beside is not None and not inline.text and not length):
            kept.append(replace(inline, text=text))
    return replace(paragraph, inlines=tuple(kept))


def start_of(paragraph: Paragraph, length: int) -> tuple[Inline, ...]:
    """Return the first `length` characters of a paragraph's text."""
    kept: list[Inline] = []
    for inline in paragraph.inlines:
        if isinstance(inline, Text) and length:
            kept.append(replace(inline, text=inline.text[:length]))
            length = max(0, length - len(inline.text))
    return tuple(kept)


def lines_apart(
    paragraph: Paragraph, between: re.Pattern[str] = _LINE_END
) -> tuple[Paragraph, ...]:
    """Return each line of a paragraph as one of its own, or what stands `between` tabs and such."""
    lines: list[list[Inline]] = [[]]
    for inline in paragraph.inlines:
        if not isinstance(inline, Text):
            lines[-1].append(inline)
            continue
        first, *others = between.split(inline.text)
        lines[-1].append(replace(inline, text=first))
        lines += [[replace(inline, text=one)] for one in others]
    return tuple(replace(paragraph, inlines=tuple(line)) for line in lines)
