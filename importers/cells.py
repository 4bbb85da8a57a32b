"""What a cell of a plan's table says, as the value of the field that its column holds."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from plan.blocks import Inline, Paragraph, Text
from plan.clean import clean_items, clean_line, clean_text
from plan.markdown import markdown_of
from plan.outline import NoteOutline
from plan.progress import read_heading, read_note

_TYPED_BULLET = re.compile("[•▪◦●‣\uf0b7\uf0a7][ \t\u00a0]*")
_ENDS = (".", ";", ":", "!", "?")


def listed(paragraphs: Iterable[Paragraph]) -> tuple[Paragraph, ...]:
    """Return the paragraphs that say something, with typed bullets and numbers understood.

    A bullet that was typed ("• Staff know …") becomes one; a number that Word computes becomes
    part of the text.
    """
    return tuple(
        _with_bullet(_with_label(paragraph))
        for paragraph in paragraphs
        if paragraph.text.strip() or paragraph.label
    )


def _with_label(paragraph: Paragraph) -> Paragraph:
    if not paragraph.label:
        return paragraph
    space = " " if paragraph.inlines else ""
    label = Text(paragraph.label + space)
    return replace(paragraph, inlines=(label, *paragraph.inlines), label="")


def _with_bullet(paragraph: Paragraph) -> Paragraph:
    match = _TYPED_BULLET.match(paragraph.text)
    if match is None or match.end() == len(paragraph.text):
        return paragraph
    rest = without_start(paragraph, match.end())
    return rest if paragraph.bullet is not None else replace(rest, bullet=0)


def without_start(paragraph: Paragraph, length: int) -> Paragraph:
    """Return the paragraph without the first `length` characters of its text."""
    kept: list[Inline] = []
    for inline in paragraph.inlines:
        if not isinstance(inline, Text):
            kept.append(inline)
            continue
        text = inline.text[length:]
        length = max(0, length - len(inline.text))
        if text:
            kept.append(replace(inline, text=text))
    return replace(paragraph, inlines=tuple(kept))


def joined_rows(
    above: tuple[Paragraph, ...], below: tuple[Paragraph, ...]
) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a cell that a page break had cut in two.

    Where the cut went through a paragraph, it is made whole again: the upper part has no final
    punctuation and the lower one starts in lower case.
    """
    if not above or not below or not _goes_on(above[-1], below[0]):
        return above + below
    whole = replace(above[-1], inlines=(*above[-1].inlines, Text(" "), *below[0].inlines))
    return (*above[:-1], whole, *below[1:])


def _goes_on(above: Paragraph, below: Paragraph) -> bool:
    start = below.text.lstrip()
    if below.bullet is not None or above.text.rstrip().endswith(_ENDS):
        return False
    return start[:1].islower() or (above.text.rstrip().endswith(",") and start[:1].isdigit())


def line_of(paragraphs: tuple[Paragraph, ...]) -> str:
    """Return a field of one line."""
    return clean_line(" ".join(paragraph.text for paragraph in paragraphs))


def lines_of(paragraphs: tuple[Paragraph, ...]) -> str:
    """Return a field of short lines, such as a timescale."""
    return "\n".join(item for paragraph in paragraphs for item in clean_items(paragraph.text))


def items_of(paragraphs: tuple[Paragraph, ...]) -> tuple[str, ...]:
    """Return the items of a list, one a line of the cell; a bullet is one item however long."""
    items: list[str] = []
    for paragraph in paragraphs:
        if paragraph.bullet is None:
            items.extend(clean_items(paragraph.text))
        else:
            items.extend(filter(None, (clean_line(paragraph.text),)))
    return tuple(items)


def is_bulleted(paragraphs: tuple[Paragraph, ...]) -> bool:
    """Return whether most of a list's paragraphs are bullets."""
    bullets = sum(paragraph.bullet is not None for paragraph in paragraphs)
    return bullets * 2 > len(paragraphs)


def prose_of(paragraphs: Iterable[Paragraph]) -> str:
    """Return Markdown."""
    return clean_text(markdown_of(paragraphs))


def notes_of(paragraphs: tuple[Paragraph, ...]) -> tuple[NoteOutline, ...]:
    """Return the progress notes of a cell: each begins with its date, or the cell is one note."""
    notes: list[tuple[NoteOutline, list[Paragraph]]] = []
    for paragraph in paragraphs:
        begun = _begun_note(paragraph)
        if begun is not None:
            notes.append(begun)
        elif notes:
            notes[-1][1].append(paragraph)
        else:
            notes.append((NoteOutline(), [paragraph]))
    return tuple(replace(note, text=prose_of(body)) for note, body in notes)


def _begun_note(paragraph: Paragraph) -> tuple[NoteOutline, list[Paragraph]] | None:
    """Return the note that a paragraph begins, with what it says of its text; else None."""
    if paragraph.bullet is not None:
        return None
    text = paragraph.text
    first, feed, _ = text.partition("\n")
    heading = read_heading(first)
    if heading is not None and any(heading):
        rest = without_start(paragraph, len(first) + len(feed))
        note = NoteOutline(*map(clean_line, heading))
        return note, list(_if_any(rest))
    typed = read_note(text)
    if not typed.as_at:
        return None
    rest = without_start(paragraph, text.index(":", text.index(typed.as_at)) + 1)
    return NoteOutline(clean_line(typed.as_at)), list(_if_any(rest))


def _if_any(paragraph: Paragraph) -> Iterator[Paragraph]:
    if paragraph.text.strip():
        yield paragraph
