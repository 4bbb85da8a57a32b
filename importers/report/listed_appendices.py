"""Tells the label of an appendix from a line of the report that only names one.

Reports end with a list of their appendices, or name one on a line of its own; either reads like
the label that an appendix begins with.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from importers.appendices import is_bare_label
from importers.plan.aims import aim_label
from importers.report.report_headings import (
    HEADING_ROLES,
    TYPED_NUMBER,
    ReportWording,
    first_number,
    heading_parts,
    paragraph_below,
)
from importers.report.report_words import (
    header_label,
    is_name,
    is_post,
    lists_papers,
    says_nothing,
)
from importers.report.signature_tables import is_of_people
from importers.unread import is_filled
from importers.wording import is_date, is_short_line
from plan.papers.blocks import Block, Paragraph, Table

_LONGEST_LIST = 24
"""Blocks of a list of appendices, with those above it up to its heading."""

_MOST_CELLS = 3
"""Cells of a row of a report's own small table: who does what by when."""
_CAPTION = re.compile(r"\s*table \w{1,4}\b", re.IGNORECASE)
_MOST_ABOVE_PLAN = 4
"""Lines between the label of an appendix and the first table of the plan that it is."""


@dataclass(frozen=True)
class ReportAround:
    """A report from block `start` on, in which the labels of appendices are looked at.

    `starts` are where Word begins a new section of pages; `number_on` returns the number that the
    label of an appendix has, None for any other line; `is_of_plan` tells a plan's table.
    """

    blocks: Sequence[Block]
    start: int
    starts: frozenset[int]
    wording: ReportWording
    number_on: Callable[[Paragraph], int | None]
    is_of_plan: Callable[[Block], bool]
    _above: dict[int, dict[int, tuple[str, str]]] = field(default_factory=dict, compare=False)
    """The headings above a place, once they were looked for: they are asked of each block below."""

    def lists(self, label: Paragraph, place: int, number: int) -> bool:
        """Return whether the label of an appendix stands in the report, in a list of them.

        The appendix begins where its label stands again, or where there is something below it.
        """
        is_again = any(
            isinstance(block, Paragraph) and self.number_on(block) == number
            for block in self.blocks[place + 1 :]
        )
        heading = self._list_above(place)
        if not is_again and self._begins_plan(label, place, number):
            return False
        if heading is not None:
            return is_again or not self._has_text_below(label, place, heading)
        if is_again:
            return not self._has_text_below(label, place, 0)
        is_heading = label.role in HEADING_ROLES or is_bare_label(label)
        return not is_heading and self._goes_on_below(label, place)

    def goes_on_behind(self, table: Table, place: int) -> bool:
        """Return whether the table of actions at `place` is the report's own, which goes on below.

        Next below it is the heading of a further section, with a text. The table is small, has a
        caption, or is not the paper's last.
        """
        above = [one for one in self.blocks[self.start : place] if is_filled(one)]
        caption = above[-1] if above else None
        is_own = max(len(row.cells) for row in table.rows) <= _MOST_CELLS or (
            isinstance(caption, Paragraph)
            and _CAPTION.match(caption.text) is not None
            and any(self.is_of_plan(one) for one in self.blocks if one is not table)
        )
        last = self._last_number(place)
        for n in range(place + 1, len(self.blocks)):
            block = self.blocks[n]
            if n in self.starts or isinstance(block, Table) or self.number_on(block) is not None:
                return False
            if self._is_further_section(block, n, place, last):
                return is_own or any(map(self.is_of_plan, self.blocks[n:]))
        return False

    def goes_on_at(self, place: int, end: int, *, is_apart: bool = False) -> bool:
        """Return whether a further section begins at a place, below those above `end`.

        Where pages begin between, or above (`is_apart`), its number is the next, or it has none and
        is a section that is known.
        """
        block = self.blocks[place]
        if not isinstance(block, Paragraph):
            return False
        last = self._last_number(end)
        if is_apart or self.begins_page(end + 1, place + 1):
            number = first_number(heading_parts(block)[0])
            is_next = number == (last + 1 if last else 0)
            return is_next and self._is_further_section(block, place, end, last)
        is_usual = not heading_parts(block)[0] and self.wording.is_unknown_heading_at(
            self.blocks, place, below_known=True
        )
        return is_usual or self._is_further_section(block, place, end, last)

    def heading_above(self, place: int) -> int | None:
        """Return where the heading of the section stands in which a place is."""
        for n in range(place - 1, self.start - 1, -1):
            block = self.blocks[n]
            if isinstance(block, Paragraph) and aim_label(block.text) is None:
                is_known = self.wording.section_at(block) is not None
                if is_known or self.wording.is_unknown_heading_at(self.blocks, n, below_known=True):
                    return n
        return None

    def begins_page(self, first: int, end: int) -> bool:
        """Return whether Word begins a new section of pages at one of some places."""
        return any(first <= start < end for start in self.starts)

    def end_of_page(self, place: int) -> int:
        """Return where the pages end that a place is on, or what follows is another part's."""
        for n in range(place, len(self.blocks)):
            block = self.blocks[n]
            if n in self.starts or isinstance(block, Table) or self.number_on(block) is not None:
                return n
        return len(self.blocks)

    def _last_number(self, end: int) -> int:
        """Return the highest number of the headings above a place, 0 where they have none."""
        numbers = (first_number(number) for number, _ in self._headings(end).values())
        return max(numbers, default=0)

    def _headings(self, end: int) -> dict[int, tuple[str, str]]:
        """Return the numbers and the words of the headings above a place, by their places."""
        if end not in self._above:
            self._above[end] = {
                n: heading_parts(block)
                for n, block in enumerate(self.blocks[self.start : end], self.start)
                if isinstance(block, Paragraph)
                and (
                    self.wording.section_at(block) is not None
                    or self.wording.is_unknown_heading_at(self.blocks, n)
                )
            }
        return self._above[end]

    def _is_further_section(self, block: Paragraph, place: int, end: int, last: int) -> bool:
        """Return whether a block is the heading of a section that comes after those above `end`."""
        number = first_number(heading_parts(block)[0])
        below = paragraph_below(self.blocks, place)
        section = self.wording.section_at(block)
        if below is None or (section is None and not number):
            return False
        if number:
            is_heading = self.wording.is_unknown_heading_at(self.blocks, place, last)
            return number > last > 0 and (section is not None or is_heading)
        named = (self.wording.section_called(words) for _, words in self._headings(end).values())
        return section not in named

    def _begins_plan(self, label: Paragraph, place: int, number: int) -> bool:
        """Return whether the label of an appendix heads the tables of a plan.

        It is listed above, or it has no title on its line and few lines below it, above the table.
        """
        above = self.blocks[self.start : place]
        is_named = any(
            isinstance(one, Paragraph) and self.number_on(one) == number for one in above
        )
        if not is_named and not is_bare_label(label):
            return False
        for n, block in enumerate(filter(is_filled, self.blocks[place + 1 :])):
            if isinstance(block, Table):
                return self.is_of_plan(block)
            if not is_named and (n == _MOST_ABOVE_PLAN or header_label(block.text)):
                return False
            if self.number_on(block) is not None or self.wording.section_at(block) is not None:
                return False
        return False

    def _goes_on_below(self, label: Paragraph, place: int) -> bool:
        """Return whether the report goes on below an appendix's label, or ends there.

        It goes on with a section of its own, not with one that an appendix has as well.
        """
        headings = [
            (section.id, first_number(heading_parts(block)[0]))
            for block in self.blocks[self.start : place]
            if isinstance(block, Paragraph)
            and (section := self.wording.section_at(block)) is not None
        ]
        below = paragraph_below(self.blocks, place)
        section = None if below is None else self.wording.section_at(below)
        if below is not None and section is not None:
            number = first_number(heading_parts(below)[0])
            last = max((one for _, one in headings), default=0)
            return number > last if number else section.id not in {one for one, _ in headings}
        last = max((number for _, number in headings), default=0)
        return not self._has_text_below(label, place, last)

    def _list_above(self, place: int) -> int | None:
        """Return the number of the heading of a list of papers above, None where there is none."""
        for n in range(place - 1, max(self.start, place - _LONGEST_LIST) - 1, -1):
            block = self.blocks[n]
            if not isinstance(block, Paragraph) or n + 1 in self.starts:
                return None
            number, words = heading_parts(block)
            if block.bullet is None and lists_papers(words):
                return first_number(number)
            is_section = self.wording.section_at(block) is not None
            is_section |= self.wording.is_unknown_heading_at(self.blocks, n)
            if is_section or says_nothing(TYPED_NUMBER.sub("", block.text, count=1)):
                return None
        return None

    def _has_text_below(self, label: Paragraph, place: int, heading: int) -> bool:
        """Return whether something of an appendix follows its label, before its page ends.

        `heading` is the number of the heading above: a higher one goes on with the report.
        """
        below = next(
            (n for n in range(place + 1, len(self.blocks)) if is_filled(self.blocks[n])), 0
        )
        if not below or any(place < start <= below for start in self.starts):
            return False
        block = self.blocks[below]
        if isinstance(block, Table):
            return not is_of_people(block)
        if self.number_on(block) is not None or lists_papers(block.text):
            return False
        is_section = self.wording.section_at(block) is not None
        is_section |= self.wording.is_unknown_heading_at(self.blocks, below, heading)
        if is_section or header_label(block.text) or is_date(block.text):
            return False
        if not is_short_line(block):
            return True
        further = paragraph_below(self.blocks, below)
        is_signed = is_name(block.text) and further is not None and is_post(further.text)
        return is_bare_label(label) and not is_signed
