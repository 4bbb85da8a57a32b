"""Empties what is left at the prompt of a control, where Word does not say that it is one.

A drop-down that was never touched shows "Choose an item." as text once its control was made by
another program, or its prompt was typed: it is no answer, no status and nobody's name.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from importers.account.ledger import left_out
from importers.plan.headings import normalised
from plan.council.form import Form
from plan.papers.blocks import Block, Cell, Inline, Paragraph, Row, Text

_WHAT = (
    r"(?:rag )?(?:item|option|status|date|lead|value|answer|response|rating|priority|category|level"
    r"|person|officer|name|month|year|choice|colour|rag|grade|quality indicator|indicator|text)s?"
)
_FROM = (
    r"(?:(?: from| in)? (?:the |this )?(?:list|menu|options|drop-? ?down(?: list| menu)?|below))"
)
_CHOOSE = (
    rf"(?:choose|select|pick)(?: (?:an?|one|your|the|relevant|appropriate)){{1,2}}(?: {_WHAT})?"
    rf"{_FROM}?|(?:choose|select|pick)(?: {_WHAT}| from| here)?{_FROM}?"
)
_CLICK = (
    r"(?:click|tap)(?: or (?:click|tap))?(?: here)?(?: or tap)?"
    rf" to (?:enter|choose|select|add|pick)(?: an?| the| your)? {_WHAT}"
)
_PROMPT = re.compile(
    rf"(?:\A|(?<=[:\t]))[\s\[(<«–—-]*(?:please )?(?:{_CHOOSE}|{_CLICK})[\s\])>».…:–—-]*\Z",
    re.IGNORECASE,
)
_LABEL_OF_STATUS = re.compile(
    r"\s*(?:(?:current|overall) )?(?:b?rag|status|progress)(?: (?:rating|status|update))?\s*:\s*",
    re.IGNORECASE,
)
"""What stands before a prompt in a cell, and is no status without it."""
_LONGEST = 80
"""Characters of a paragraph that is a prompt, or ends in one."""


def without_prompts(blocks: tuple[Block, ...], forms: Sequence[Form]) -> tuple[Block, ...]:
    """Return the blocks; what only asks to choose or to click is blank.

    For files with controls: anywhere else such words are somebody's own. What one of the forms says
    itself, such as the heading of a column of boxes, stays.
    """
    prompts = _Prompts(forms)
    return tuple(map(prompts.of_block, blocks))


@dataclass
class _Prompts:
    """Blanks the prompts that are no words of a form."""

    forms: Sequence[Form]

    @cached_property
    def _own(self) -> frozenset[str]:
        return frozenset(
            normalised(text) for form in self.forms for text in _texts_in(form.model_dump())
        )

    def of_block(self, block: Block) -> Block:
        if isinstance(block, Paragraph):
            return self._of_paragraph(block)
        rows = tuple(map(self._of_row, block.rows))
        is_same = all(new is old for new, old in zip(rows, block.rows, strict=True))
        return block if is_same else replace(block, rows=rows)

    def _of_row(self, row: Row) -> Row:
        cells = tuple(map(self._of_cell, row.cells))
        is_same = all(new is old for new, old in zip(cells, row.cells, strict=True))
        return row if is_same else replace(row, cells=cells)

    def _of_cell(self, cell: Cell) -> Cell:
        blocks = tuple(map(self.of_block, cell.blocks))
        is_same = all(new is old for new, old in zip(blocks, cell.blocks, strict=True))
        return cell if is_same else replace(cell, blocks=blocks)

    def _of_paragraph(self, paragraph: Paragraph) -> Paragraph:
        text = paragraph.text
        found = _PROMPT.search(text) if 0 < len(text) <= _LONGEST else None
        if found is None or normalised(text) in self._own:
            return paragraph
        end = found.start()
        if _LABEL_OF_STATUS.fullmatch(text[:end]):
            end = 0
        left_out((paragraph,), "labels", text[end:])
        return replace(paragraph, inlines=_cut(paragraph.inlines, end))


def _texts_in(held: object) -> Iterator[str]:
    """Yield the texts in what a form's file says, at any depth."""
    if isinstance(held, str):
        yield held
    elif isinstance(held, Mapping):
        for inner in held.values():
            yield from _texts_in(inner)
    elif isinstance(held, (tuple, list)):
        for inner in held:
            yield from _texts_in(inner)


def _cut(inlines: tuple[Inline, ...], length: int) -> tuple[Inline, ...]:
    """Return the first so many characters of some inlines, and the notes behind them."""
    kept: list[Inline] = []
    for inline in inlines:
        text = inline.text if isinstance(inline, Text) else "☐"
        if not isinstance(inline, Text) or not text:
            kept += [inline] if length > 0 or not text else []
        elif length > 0:
            kept.append(replace(inline, text=text[:length]))
        length -= len(text)
    return tuple(kept)
