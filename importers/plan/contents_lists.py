"""Lists of contents above a plan: their lines are none of its cover and none of its aims."""

import re
from dataclasses import replace

from importers.account.ledger import left_out
from plan.papers.blocks import CONTENTS, Block, Paragraph, Role
from plan.text.clean import clean_line

_HEADING = re.compile(r"(?:table of |list of )?contents(?: page)?:?", re.IGNORECASE)
_LINE = re.compile(r".*[^\W\d_].*(?:\t|\.{3,}|…)[ \t.…]*(?:page )?\d{1,3}\s*", re.IGNORECASE)
"""What ends with the page on which it stands: "Aim 1: Lend books ....... 4"."""
_FRONT: frozenset[Role] = frozenset({"front-line", "front-title", "contents-title", *CONTENTS})
_LEAST_LINES = 2
"""The fewest lines, one below another, that are a list without a heading."""


def without_contents(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return the blocks without a list of contents: its heading and its lines with page numbers."""
    kept: list[Block] = []
    lines: list[Block] = []
    for block in blocks:
        if isinstance(block, Paragraph) and (
            is_line_of_contents(block) or (lines and not block.text.strip())
        ):
            lines.append(block)
        else:
            if lines:
                _close(kept, lines)
                lines = []
            kept.append(block)
    _close(kept, lines)
    return tuple(kept)


def without_front_pages(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return the blocks with nothing said on the cover and in the contents that plandesk printed.

    They stay where they are, as the pages that begin are known by their places. Of a table of
    contents that was made elsewhere, the lines are ordinary ones.
    """
    roles = {one.role for one in blocks if one.__class__ is Paragraph}
    if roles.isdisjoint(_FRONT):
        return blocks
    gone = _FRONT if "contents-title" in roles else _FRONT - {*CONTENTS}
    found: list[Block] = []
    for block in blocks:
        if not isinstance(block, Paragraph) or block.role not in _FRONT:
            found.append(block)
            continue
        if block.role in gone:
            left_out((block,), "contents")
        inlines = () if block.role in gone else block.inlines
        found.append(replace(block, role="body", inlines=inlines))
    return tuple(found)


def is_line_of_contents(paragraph: Paragraph) -> bool:
    """Return whether a line ends with the page on which something stands."""
    text = paragraph.text
    return ("\t" in text or "..." in text or "…" in text) and _LINE.fullmatch(text) is not None


def _close(kept: list[Block], lines: list[Block]) -> None:
    """Leave out lines that are a list, with the heading above it; keep those that are none."""
    said = [one for one in lines if isinstance(one, Paragraph) and one.text.strip()]
    place = next((n for n in reversed(range(len(kept))) if _is_filled(kept[n])), None)
    above = kept[place] if place is not None else None
    is_headed = isinstance(above, Paragraph) and bool(_HEADING.fullmatch(clean_line(above.text)))
    if not said or (len(said) < _LEAST_LINES and not is_headed):
        kept.extend(lines)
        return
    left_out(said, "contents")
    if isinstance(above, Paragraph) and is_headed and place is not None:
        left_out((above,), "contents")
        del kept[place]


def _is_filled(block: Block) -> bool:
    return not isinstance(block, Paragraph) or bool(block.text.strip())
