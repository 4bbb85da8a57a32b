"""Footnotes and endnotes: left where they are, or taken in brackets behind the word they are at.

What is to be taken is only marked as blocks are read: a label or a number with brackets in it would
be known by nobody. The brackets come where a field is made of a paragraph (`with_notes`).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from importers.decisions import Case, Decisions
from plan.papers.blocks import Block, Inline, Paragraph, Text, paragraphs_of
from plan.text.clean import clean_line

_NOTES = frozenset({"footnote", "endnote"})
_ENDS = (".", ";", ":", "!", "?", ",")


def with_marked_notes(
    blocks: Sequence[Block], decisions: Decisions
) -> tuple[tuple[Block, ...], tuple[Case, ...]]:
    """Return the blocks, with the notes marked that are to be taken, and the case of each note."""
    cases: list[Case] = []
    return tuple(_block(block, decisions, cases) for block in blocks), tuple(cases)


def _block(block: Block, decisions: Decisions, cases: list[Case]) -> Block:
    if isinstance(block, Paragraph):
        if not any(map(_is_note, block.inlines)):
            return block
        inlines = (_marked(inline, decisions, cases) for inline in block.inlines)
        return replace(block, inlines=tuple(inlines))
    return block.with_cells(
        lambda cell: replace(
            cell, blocks=tuple(_block(one, decisions, cases) for one in cell.blocks)
        )
    )


def _is_note(inline: Inline) -> bool:
    beside = inline.beside if isinstance(inline, Text) else None
    return beside is not None and beside.kind in _NOTES


def _marked(inline: Inline, decisions: Decisions, cases: list[Case]) -> Inline:
    if not isinstance(inline, Text) or inline.beside is None or not _is_note(inline):
        return inline
    said = [one for one in paragraphs_of(inline.beside.blocks) if one.text.strip()]
    if not said:
        return inline
    number = min(said[0].at, default=-1)
    choice = decisions.of("notes", number)
    text = clean_line(" ".join(one.text for one in said))
    cases.append(Case("notes", number, "", text, choice))
    if choice == "leave":
        return inline
    return replace(inline, beside=replace(inline.beside, kind="brackets"))


# Where a field is made of paragraphs


def with_notes(paragraph: Paragraph) -> Paragraph:
    """Return a paragraph with the notes that are taken in brackets, each behind its word."""
    if len(paragraph.inlines) < 2 or not any(map(_is_taken, paragraph.inlines)):  # noqa: PLR2004
        return paragraph
    inlines: list[Inline] = []
    is_behind = False
    for inline in paragraph.inlines:
        if isinstance(inline, Text) and inline.beside is not None and _is_taken(inline):
            space = "" if _ends_blank(inlines) else " "
            inlines += [Text(f"{space}("), *_said(inline.beside.blocks), Text(")")]
            is_behind = True
            continue
        if is_behind and isinstance(inline, Text) and inline.text:
            if inline.text[0].isalnum():
                inlines.append(Text(" "))
            is_behind = False
        inlines.append(inline)
    return replace(paragraph, inlines=tuple(inlines))


def line_with_notes(line: str, paragraphs: Iterable[Paragraph]) -> str:
    """Return a line that was made of one of some paragraphs, with the notes that are at its words.

    A note at what is no part of the line, such as the label before it, is left.
    """
    for paragraph in paragraphs:
        if not any(map(_is_taken, paragraph.inlines)):
            continue
        start = clean_line(paragraph.text).find(line) if line else -1
        if start < 0:
            continue
        pieces: list[str] = []
        last = 0
        for place, note in _notes_at(paragraph):
            if 0 < place - start <= len(line):
                pieces += [line[last : place - start], f" ({note})"]
                last = place - start
        gap = " " if pieces and line[last : last + 1].isalnum() else ""
        return "".join((*pieces, gap, line[last:]))
    return line


def _notes_at(paragraph: Paragraph) -> Iterator[tuple[int, str]]:
    """Yield each note that is taken, with how many characters of the cleaned line are before it."""
    before = ""
    for inline in paragraph.inlines:
        if isinstance(inline, Text) and inline.beside is not None and _is_taken(inline):
            said = Paragraph(tuple(_said(inline.beside.blocks))).text
            yield len(clean_line(before)), clean_line(said)
        else:
            before += Paragraph((inline,)).text


def _is_taken(inline: Inline) -> bool:
    return (
        isinstance(inline, Text) and inline.beside is not None and inline.beside.kind == "brackets"
    )


def _ends_blank(inlines: Sequence[Inline]) -> bool:
    words = [one.text for one in inlines if isinstance(one, Text) and one.text]
    return not words or words[-1][-1].isspace()


def _said(blocks: tuple[Block, ...]) -> Iterator[Inline]:
    """Yield what a note says on one line: its paragraphs one behind the other."""
    before = ""
    for paragraph in paragraphs_of(blocks):
        text = clean_line(paragraph.text)
        if not text:
            continue
        if before:
            yield Text(" " if before.endswith(_ENDS) else "; ")
        before = text
        yield from _on_one_line(paragraph)


def _on_one_line(paragraph: Paragraph) -> Iterator[Inline]:
    words = [n for n, one in enumerate(paragraph.inlines) if isinstance(one, Text) and one.text]
    for place, inline in enumerate(paragraph.inlines):
        if not isinstance(inline, Text) or not inline.text:
            yield inline
            continue
        text = " ".join(inline.text.split("\n"))
        text = text.lstrip() if place == words[0] else text
        yield replace(inline, text=text.rstrip() if place == words[-1] else text)
