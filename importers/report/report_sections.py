"""The sections of a committee report, and the passages that each consists of."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from importers.account.ledger import left_out, took
from importers.plan.cells import listed, prose_of, without_start
from importers.remarks import Remark
from importers.unread import unread_remark
from importers.wording import is_bold, is_short_line, said_words, same_words
from plan.council.report_format import ReportFormat, SectionFormat
from plan.model.fields import PassageKind
from plan.model.outline import PassageOutline
from plan.papers.blocks import Block, Paragraph, Table
from plan.papers.report_paragraphs import without_joiner
from plan.text.clean import clean_line
from plan.text.line_breaks import shortened

_HEADING = re.compile(r"(?:(?P<number>\d{1,2}(?:\.0)?[.):]?)\s+)?(?P<words>.*?)\s*:?", re.DOTALL)
_TYPED_NUMBER = re.compile(r"(?P<number>\d{1,2}\.\d{1,2})[.)]?(?:[ \t\u00a0]+|\Z)")
_TYPED_ITEM = re.compile(
    r"(?:\(?(?:[a-z]|[ivx]{1,5}|\d{1,2})\)|\d{1,2}\.|\d{1,2}\.\d{1,2}\.?)[ \t\u00a0]+",
    re.IGNORECASE,
)
_ASKS = re.compile(r"recommend|asked to|invited to|requested to", re.IGNORECASE)
LONGEST_HEADING = 200
"""Characters."""
HEADING_ROLES = frozenset({"section-heading", "heading-1", "heading-2", "heading-3"})
REPORT_ROLES = frozenset({"report-item", "report-line", "report-centred"})
"""Roles that only a report printed by this program has: there the roles decide, not the words."""


@dataclass(frozen=True)
class ReportWording:
    """How a paper's report is to be read.

    `is_ours` says that this program printed it, `has_numbers` that its headings are numbered.
    """

    report_format: ReportFormat
    is_ours: bool = False
    has_numbers: bool = False

    def section_at(self, paragraph: Paragraph) -> SectionFormat | None:
        """Return the section that a paragraph is the heading of."""
        if not paragraph.inlines or paragraph.bullet is not None:
            return None
        if len(paragraph.text) > LONGEST_HEADING:
            return None
        if self.is_ours and paragraph.role not in {"section-heading", "heading-1"}:
            return None
        number, words = _heading_parts(paragraph)
        if self.has_numbers and not number and paragraph.role not in HEADING_ROLES:
            return None
        return self._sections.get(said_words(words))

    @cached_property
    def _sections(self) -> dict[str, SectionFormat]:
        """The sections by what their headings say, the first of each."""
        said = {said_words(one.heading): one for one in reversed(self.report_format.sections)}
        return {words: one for words, one in said.items() if words}

    def is_unknown_heading(self, paragraph: Paragraph, last: int) -> bool:
        """Return whether a paragraph looks like the heading of a section that has no place here.

        `last` is the number of the section before: the next one has a higher number.
        """
        if self.is_ours:
            return paragraph.role == "section-heading"
        number, _ = _heading_parts(paragraph)
        pattern = re.escape(self.report_format.section_number.format(section=0)).replace(
            "0", r"\d{1,2}", 1
        )
        is_marked = is_bold(paragraph) or paragraph.role == "heading-1" or paragraph.text.isupper()
        return (
            is_marked
            and is_short_line(paragraph)
            and re.fullmatch(pattern, number) is not None
            and first_number(number) > last
        )


def _heading_parts(paragraph: Paragraph) -> tuple[str, str]:
    """Return the number and the words of a line, the number as typed or as computed."""
    match = _HEADING.fullmatch(clean_line(paragraph.text))
    if match is None:
        return paragraph.label, ""
    return (match["number"] or "") or paragraph.label, match["words"]


def first_number(number: str) -> int:
    """Return the first figures of a printed number, 0 where it has none."""
    found = re.search(r"\d+", number)
    return int(found[0]) if found else 0


def wording_of(blocks: Iterable[Block], report_format: ReportFormat) -> ReportWording:
    """Return how the report in a paper is to be read: by its roles, or by its words."""
    paragraphs = [block for block in blocks if isinstance(block, Paragraph)]
    is_ours = any(paragraph.role in REPORT_ROLES for paragraph in paragraphs)
    wording = ReportWording(report_format, is_ours)
    headings = [one for one in paragraphs if wording.section_at(one) is not None]
    has_numbers = not is_ours and any(_heading_parts(one)[0] for one in headings)
    return ReportWording(report_format, is_ours, has_numbers)


@dataclass
class _Passage:
    kind: PassageKind
    blocks: list[Paragraph]


@dataclass
class ReadSection:
    """A section while it is read: its format, None where this format has none of that heading."""

    wording: ReportWording
    format: SectionFormat | None
    heading: str
    number: int
    passages: list[_Passage] = field(default_factory=list)
    unread: list[Block] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    _numbered: int = 0

    @property
    def place(self) -> str:
        """The section's name in a remark."""
        return self.format.heading if self.format else self.heading

    @property
    def takes_recommendations(self) -> bool:
        """Whether this is the section in which the committee is asked for something."""
        return self.format is not None and self.format.kind == "recommendations"

    def read(self, block: Block) -> None:
        """Read the next block below the heading."""
        if self.format is None or isinstance(block, Table):
            self.unread.append(block)
            return
        is_numbered = self._is_numbered(block)
        if not block.text.strip() and not (is_numbered and self.wording.is_ours):
            return
        if is_numbered and not self.takes_recommendations:
            self._begin_numbered(block)
            return
        for paragraph in (block,) if self.wording.is_ours else listed((block,)):
            if self.takes_recommendations and self._read_recommendation(paragraph):
                continue
            if self._is_sub_heading(paragraph):
                self.passages.append(_Passage("heading", [paragraph]))
            elif self.passages and self._belongs_above(paragraph):
                self.passages[-1].blocks.append(paragraph)
            else:
                self.passages.append(_Passage("text", [paragraph]))

    def _belongs_above(self, paragraph: Paragraph) -> bool:
        return paragraph.bullet is not None and self.passages[-1].kind != "heading"

    def _is_numbered(self, paragraph: Paragraph) -> bool:
        if paragraph.bullet is not None:
            return False
        if self.wording.is_ours:
            return paragraph.role == "numbered" or bool(paragraph.label)
        if paragraph.label:
            return bool(_TYPED_NUMBER.fullmatch(paragraph.label))
        return bool(_TYPED_NUMBER.match(paragraph.text)) and not is_bold(paragraph)

    def _begin_numbered(self, paragraph: Paragraph) -> None:
        label = paragraph.label
        if not label and not self.wording.is_ours:
            match = _TYPED_NUMBER.match(paragraph.text)
            if match is not None:
                label = match["number"]
                paragraph = without_start(paragraph, match.end())
        self._numbered += 1
        report_format = self.wording.report_format
        own = report_format.paragraph_number.format(section=self.number, paragraph=self._numbered)
        if label and label.rstrip(".)") == own.rstrip(".)"):
            left_out((paragraph,), "labels", label)
        elif label:
            text = f"The paper numbers this paragraph {label}; its place makes it {own}."
            self.remarks.append(Remark("oddity", self.place, text))
        self.passages.append(_Passage("numbered", [replace(paragraph, label="", role="body")]))

    def _is_sub_heading(self, paragraph: Paragraph) -> bool:
        if self.takes_recommendations or paragraph.bullet is not None:
            return False
        if self.wording.is_ours:
            return paragraph.role in HEADING_ROLES
        is_marked = paragraph.role in HEADING_ROLES or is_bold(paragraph)
        return is_marked and is_short_line(paragraph)

    def _read_recommendation(self, paragraph: Paragraph) -> bool:
        """Return whether a paragraph is a recommendation or belongs to one; keep it if so."""
        above = self.passages[-1] if self.passages else None
        goes_on = above is not None and above.kind == "recommendation"
        if paragraph.bullet is None:
            match = None if self.wording.is_ours else _TYPED_ITEM.match(paragraph.text)
            if match is None:
                return False
            left_out((paragraph,), "labels", match[0])
            paragraph = without_start(paragraph, match.end())
        elif goes_on and paragraph.bullet > 0 and above is not None:
            above.blocks.append(replace(paragraph, bullet=paragraph.bullet - 1))
            return True
        self.passages.append(_Passage("recommendation", [replace(paragraph, bullet=None)]))
        return True

    def outlines(self) -> Iterator[PassageOutline]:
        """Yield the passages as values."""
        if self.format is None:
            return
        passages = self._without_lead_in() if self.takes_recommendations else self.passages
        for passage in passages:
            blocks = tuple(passage.blocks)
            if passage.kind == "heading":
                text = clean_line(" ".join(block.text for block in blocks))
            elif passage.kind == "recommendation":
                text = prose_of(without_joiner(blocks, self.wording.report_format))
                left_out(blocks[-1:], "labels", f"{self.wording.report_format.joiner} and")
            else:
                text = prose_of(blocks)
            yield took(PassageOutline(self.format.id, passage.kind, text), blocks, "text")

    def _without_lead_in(self) -> list[_Passage]:
        """Return the passages without the words before the recommendations: they are fixed."""
        kinds = [passage.kind for passage in self.passages]
        if self.format is None or not self.format.lead_in or "recommendation" not in kinds:
            return self.passages
        end = 1 if self.wording.is_ours else kinds.index("recommendation")
        for place, passage in enumerate(self.passages[:end]):
            said = " ".join(block.text for block in passage.blocks)
            if same_words(said, self.format.lead_in):
                left_out(passage.blocks, "labels")
                return [*self.passages[:place], *self.passages[place + 1 :]]
            if not self.wording.is_ours and _ASKS.search(said) and said.rstrip().endswith(":"):
                text = f"“{shortened(said)}” was read as “{self.format.lead_in}”"
                self.remarks.append(Remark("note", self.place, text))
                left_out(passage.blocks, "labels")
                return [*self.passages[:place], *self.passages[place + 1 :]]
        return self.passages

    def all_remarks(self) -> Iterator[Remark]:
        """Yield what is to be said about the section; after `outlines`."""
        if self.format is None:
            text = f"The section “{shortened(self.heading)}” has no place in this format."
            yield Remark("not understood", "Report", text)
        yield from self.remarks
        yield from unread_remark(self.unread, self.place)


def read_sections(blocks: Iterable[Block], wording: ReportWording) -> list[ReadSection]:
    """Return the sections in the order of the paper; `blocks` begin with a section's heading."""
    sections: list[ReadSection] = []
    last = 0
    for block in blocks:
        if isinstance(block, Paragraph):
            found = _new_section(block, sections, wording)
            if found is not None or wording.is_unknown_heading(block, last):
                number, words = _heading_parts(block)
                last = max(last, first_number(number))
                if found is not None:
                    left_out((block,), "labels")
                place = wording.report_format.number_of(found.id) if found else 0
                sections.append(ReadSection(wording, found, words, place))
                continue
        if sections:
            sections[-1].read(block)
    return sections


def _new_section(
    paragraph: Paragraph, sections: list[ReadSection], wording: ReportWording
) -> SectionFormat | None:
    """Return the section that a paragraph begins: the words of one that has begun are text."""
    found = wording.section_at(paragraph)
    begun = {section.format.id for section in sections if section.format}
    return None if found is None or found.id in begun else found
