"""Text that is crossed out by hand: left out of the plan, or taken, as the officer decides."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from importers.decisions import Case, Decisions
from plan.papers.blocks import Block, Inline, Paragraph, Text


def without_struck(
    blocks: Sequence[Block], decisions: Decisions
) -> tuple[tuple[Block, ...], tuple[Case, ...]]:
    """Return the blocks as they were decided on, and each place where text is crossed out."""
    cases: list[Case] = []
    return tuple(_block(block, decisions, cases) for block in blocks), tuple(cases)


def _block(block: Block, decisions: Decisions, cases: list[Case]) -> Block:
    if isinstance(block, Paragraph):
        return _paragraph(block, decisions, cases)
    rows = tuple(
        replace(
            row,
            cells=tuple(
                replace(cell, blocks=tuple(_block(one, decisions, cases) for one in cell.blocks))
                for cell in row.cells
            ),
        )
        for row in block.rows
    )
    return replace(block, rows=rows)


def _paragraph(paragraph: Paragraph, decisions: Decisions, cases: list[Case]) -> Paragraph:
    if not any(map(_is_struck, paragraph.inlines)):
        return paragraph
    number = min(paragraph.at, default=-1)
    choice = decisions.of("struck", number)
    struck = " … ".join(_struck_texts(paragraph))
    cases.append(Case("struck", number, "", struck, choice))
    return paragraph if choice == "take" else _live(paragraph)


def _live(paragraph: Paragraph) -> Paragraph:
    return replace(
        paragraph, inlines=tuple(one for one in paragraph.inlines if not _is_struck(one))
    )


def _struck_texts(paragraph: Paragraph) -> Iterator[str]:
    for is_struck, group in groupby(paragraph.inlines, key=_is_struck):
        if is_struck:
            text = Paragraph(tuple(group)).text.strip()
            if text:
                yield text


def _is_struck(inline: Inline) -> bool:
    return isinstance(inline, Text) and inline.beside is not None and inline.beside.kind == "struck"
