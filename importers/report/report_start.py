"""Where the committee report of a paper begins, by its headings, labels and lead-in."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from importers.report.header_lines import header_line, is_row_of_labels
from importers.report.report_header import without_stop
from importers.report.report_headings import TYPED_NUMBER, ReportWording, look_of, paragraph_below
from importers.report.report_words import (
    Labelled,
    header_label,
    is_lead_in,
    is_of_a_report,
    lead_in_length,
)
from importers.report.who_meets import committee_or_date
from importers.wording import is_rule, is_short_line, said_words
from plan.papers.blocks import Block, Paragraph, Table, paragraphs_of
from plan.text.clean import clean_line

_HEADER_BLOCKS = 40
"""Blocks above the first heading among which a header is looked for."""
_LINES_ABOVE = 16
_LONGEST_LINE = 120
"""Characters of a line that may be a committee or a date."""
_MANY_LABELS = 6
"""Labels with a text that make a header whatever the headings below it are called."""
_LEAST_HITS = 2
"""Labels and headings that a report shows itself by."""


@dataclass(frozen=True)
class ReportStart:
    """Looks for the report in the blocks of a paper.

    `starts` are where Word begins a new section of pages; `is_of_another` tells of a block whether
    it belongs to another part of the paper, such as a plan.
    """

    blocks: Sequence[Block]
    starts: frozenset[int]
    wording: ReportWording
    is_of_another: Callable[[Block], bool]

    def place(self) -> int | None:
        """Return where the report begins, None where the paper has none.

        The council's own labels and headings show it, two at least; or one of them with labels
        that are those of a report in any council.
        """
        hits = [
            place for place, block in enumerate(self.blocks) if shows_report(block, self.wording)
        ]
        if self.wording.is_ours:
            return hits[0] if hits else None
        other = len({self._said_at(place) for place in hits})
        decisions = self._decisions() if other < _LEAST_HITS else []
        hits = hits or decisions or self._below_labels()
        if not hits:
            return None
        general = self._general_labels(hits[0])
        if (
            other < _LEAST_HITS
            and not _are_of_a_report([label for _, label in general])
            and not any(map(self._asks_a_committee, (*hits, *decisions)))
            and not self._has_sections([label for _, label in general])
        ):
            return None
        first = min([self._first_heading(hits[0]), *(place for place, _ in general)])
        if any(not line.label for line in self.wording.report_format.header):
            return self._page_of(first)
        return self._with_lines_above(first)

    def _said_at(self, place: int) -> str:
        """Return what is the same for headings that come again: above each aim of a plan, say."""
        block = self.blocks[place]
        return said_words(block.text) if isinstance(block, Paragraph) else f"table {place}"

    def _below_labels(self) -> list[int]:
        """Return where the first heading stands below a header of many labels, known or not."""
        blocks = enumerate(self.blocks[:_HEADER_BLOCKS])
        end = next((place for place, block in blocks if self.is_of_another(block)), _HEADER_BLOCKS)
        end = min(end, len(self.blocks), self._first_prose())
        labels = self._general_labels(end)
        names = {label.label.casefold() for _, label in labels}
        if len(names) < _MANY_LABELS or not _are_of_a_report([label for _, label in labels]):
            return []
        last = max(place for place, _ in labels)
        return [n for n in range(last + 1, end) if self._stands_above_prose(n)][:1]

    def _first_prose(self) -> int:
        """Return where the first prose stands: what looks like a label below it is none."""
        blocks = enumerate(self.blocks[:_HEADER_BLOCKS])
        prose = (place for place, block in blocks if _is_prose(block))
        return next(prose, len(self.blocks))

    def _stands_above_prose(self, place: int) -> bool:
        block, below = self.blocks[place], paragraph_below(self.blocks, place)
        if not isinstance(block, Paragraph) or not is_short_line(block) or below is None:
            return False
        return look_of(block).is_marked and not is_short_line(below) and below.bullet is None

    def _decisions(self) -> list[int]:
        """Return where the section of recommendations begins, in the words of any council."""
        sections = (
            (place, self.wording.section_at(block))
            for place, block in enumerate(self.blocks)
            if isinstance(block, Paragraph) and block.inlines
        )
        places = (place for place, one in sections if one and one.kind == "recommendations")
        return list(islice(places, 1))

    def _asks_a_committee(self, place: int) -> bool:
        """Return whether a heading of recommendations has a lead-in below that asks a committee."""
        block, below = self.blocks[place], paragraph_below(self.blocks, place)
        if not isinstance(block, Paragraph) or below is None:
            return False
        section = self.wording.section_at(block)
        is_asked = section is not None and section.kind == "recommendations"
        said = TYPED_NUMBER.sub("", below.text, count=1)
        return is_asked and (is_lead_in(said) or lead_in_length(said) > 0)

    def _has_sections(self, labels: Sequence[Labelled]) -> bool:
        """Return whether a committee is named above recommendations and another known section."""
        sections = (
            self.wording.section_at(block)
            for block in self.blocks
            if isinstance(block, Paragraph) and block.inlines
        )
        kinds = {one.id: one.kind for one in sections if one is not None}
        is_asked = "recommendations" in kinds.values() and len(kinds) >= _LEAST_HITS
        return is_asked and any(label.meaning == "committee" for label in labels)

    def _general_labels(self, below: int) -> list[tuple[int, Labelled]]:
        """Return the labels of any council's reports above a place that have a text."""
        found: list[tuple[int, Labelled]] = []
        for place in range(max(0, below - _HEADER_BLOCKS), below):
            block = self.blocks[place]
            if isinstance(block, Paragraph):
                texts = [block.text] if block.inlines and block.bullet is None else []
                texts = [text for line in texts for text in re.split(r"\t{2,}|\n", line)]
            else:
                texts = list(_row_texts(block))
            labels = filter(None, map(header_label, texts))
            found += [(place, label) for label in labels if label.text]
            found += [(place, label) for text in texts for label in _unlabelled(text)]
        return found

    def _first_heading(self, first: int) -> int:
        """Return where the sections begin: headings of none of the format's may stand above."""
        begun = first
        for place in range(first - 1, self._page_of(first) - 1, -1):
            block = self.blocks[place]
            if self.is_of_another(block):
                break
            if self.wording.is_unknown_heading_at(self.blocks, place):
                begun = place
        return begun

    def _page_of(self, place: int) -> int:
        return max((start for start in self.starts if start <= place), default=0)

    def _with_lines_above(self, first: int) -> int:
        """Return where the lines of a header begin that have no label, such as a committee's."""
        begun = first
        lines = 0
        for place in range(first - 1, self._page_of(first) - 1, -1):
            block = self.blocks[place]
            if not isinstance(block, Paragraph) or lines == _LINES_ABOVE:
                break
            if not block.text.strip():
                continue
            is_line = is_short_line(without_stop(block))
            is_line |= is_rule(block.text) or header_label(block.text, is_cell=True) is not None
            is_line |= len(block.text) <= _LONGEST_LINE and bool(committee_or_date(block.text))
            if not is_line or self.is_of_another(block):
                break
            begun, lines = place, lines + 1
        return begun


def shows_report(block: Block, wording: ReportWording) -> bool:
    """Return whether a block has a label of the council's own header, or one of its headings."""
    if isinstance(block, Paragraph):
        if wording.is_own_heading(block):
            return True
        if wording.is_ours:
            return block.role in {"report-item", "report-line", "report-centred"}
        return header_line(block, wording.report_format) is not None
    if wording.is_ours and wording.report_format.header_layout != "table":
        return False
    return any(
        header_line(paragraph, wording.report_format) is not None
        for row in block.rows[:8]
        for cell in row.cells[:4]
        for paragraph in paragraphs_of(cell.blocks)
    )


def _is_prose(block: Block) -> bool:
    if not isinstance(block, Paragraph) or len(block.text) <= _LONGEST_LINE:
        return False
    return header_label(block.text) is None


def _unlabelled(line: str) -> Iterator[Labelled]:
    """Yield the committee and the date that a line without a label names, as if it had one."""
    if len(line) > _LONGEST_LINE or header_label(line) is not None:
        return
    said = committee_or_date(line)
    if "committee" in said:
        yield Labelled("committee", "Committee", said["committee"])
    if "meeting_date" in said:
        yield Labelled("meeting_date", "Date", said["meeting_date"])


def _are_of_a_report(labels: Sequence[Labelled]) -> bool:
    """Return whether labels above a heading are those of a report: a letter's are none.

    Two name what only a report has, such as its committee; or one, and three at least in all.
    """
    specific = {label.meaning for label in labels if is_of_a_report(label)}
    every = {label.meaning for label in labels}
    return len(specific) >= _LEAST_HITS or (bool(specific) and len(every) > _LEAST_HITS)


def _row_texts(table: Table) -> Iterator[str]:
    """Yield what the rows of a header's table say, a label with the text beside or below it."""
    for row in table.rows[:8]:
        texts = [clean_line(cell.text) for cell in row.cells[:4]]
        yield from texts
        yield from (f"{label}\t{text}" for label, text in pairwise(texts))
    for above, below in pairwise(table.rows[:8]):
        if is_row_of_labels([clean_line(cell.text) for cell in above.cells]):
            pairs = zip(above.cells, below.cells, strict=False)
            yield from (
                f"{clean_line(label.text)}\t{clean_line(text.text)}" for label, text in pairs
            )
