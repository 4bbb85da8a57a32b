"""What a council's format adds to a plan and to its aims, read from lines with its labels."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from importers.account.ledger import left_out, took
from importers.plan.columns import HeadingWords
from importers.plan.cover import CoverLines
from importers.plan.plan_tables import is_plan_table
from importers.report.lines_of_format import texts_of_lines
from importers.spelt_as_kind import spelt_as_kind
from plan.council.format import COVER_FIELDS, CoverField, Format
from plan.council.own_field import OwnField
from plan.model.field_kinds import Cells
from plan.papers.blocks import TO_FILL_IN, Block, Paragraph, Table
from plan.papers.own_fields import cleaned_own
from plan.text.clean import clean_line

_PARTED = re.compile(r"\s*;\s*")


@dataclass
class PlanLines:
    """Takes the lines of a plan's cover and end out of a paper, wherever they stand in it.

    `texts` are the fields of the cover that they print, `own` those that the council adds.
    """

    council: Format
    texts: dict[CoverField, str] = field(default_factory=dict)
    own: dict[str, str] = field(default_factory=dict)

    def without(self, blocks: Sequence[Block], words: HeadingWords) -> tuple[Block, ...]:
        """Return the blocks that are none of these lines."""
        lines = (*self.council.plan.lines, *self.council.plan.end_lines)
        if not lines:
            return tuple(blocks)
        format_ = self.council.with_header_of_plan(lines)
        left: list[Block] = []
        for block in blocks:
            is_other = isinstance(block, Table) and is_plan_table(block, words)
            texts = None if is_other else texts_of_lines(block, format_)
            if texts is None:
                left.append(block)
                continue
            for name, text, paragraph in texts:
                self._keep(name, text, paragraph)
        return tuple(left)

    def _keep(self, name: str, text: str, paragraph: Paragraph) -> None:
        if text == TO_FILL_IN:
            left_out((paragraph,), "labels", text)
            return
        known = self.council.plan.own_of_cover.get(name)
        of_cover = next((one for one in COVER_FIELDS if one == name), None)
        if of_cover is not None:
            self.texts.setdefault(of_cover, took(text, (paragraph,)))
        elif known is not None:
            self.own.setdefault(name, took(_value(known, text, paragraph), (paragraph,)))

    def filled(self, cover: CoverLines) -> CoverLines:
        """Return a cover with what these lines say, the council's own fields in their order."""
        ids = (one.id for one in self.council.plan.own_of_cover.fields)
        own = tuple((name, self.own[name]) for name in ids if self.own.get(name))
        return replace(cover, texts={**cover.texts, **self.texts}, own=own)


def line_of_aim(block: Block, council: Format) -> tuple[str, str] | None:
    """Return which field of an aim a paragraph prints, and its text; None where it prints none."""
    if not council.plan.aim_fields or not isinstance(block, Paragraph) or block.bullet is not None:
        return None
    for one in council.plan.aim_fields:
        match = _label(one.label).fullmatch(block.text.strip())
        if match is not None:
            left_out((block,), "labels", one.label)
            return one.id, took(_value(one, clean_line(match["text"]), block), (block,))
    return None


def lines_of_aim(blocks: Sequence[Block], council: Format) -> tuple[Cells, list[Block]]:
    """Return what some blocks say in the fields that a council adds to an aim, and the others."""
    if not council.plan.aim_fields:
        return (), list(blocks)
    said = [line_of_aim(block, council) for block in blocks]
    left = [block for block, one in zip(blocks, said, strict=True) if one is None]
    return tuple(filter(None, said)), left


@lru_cache(maxsize=100)
def _label(label: str) -> re.Pattern[str]:
    words = r"\s+".join(map(re.escape, label.rstrip(": ").split()))
    return re.compile(rf"{words}\s*[:\t]\s*(?P<text>.+)", re.IGNORECASE | re.DOTALL)


def _value(known: OwnField, text: str, paragraph: Paragraph) -> str:
    if known.holds.is_list:
        text = _PARTED.sub("\n", text)
    return cleaned_own(known, spelt_as_kind(known, text, (paragraph,)))
