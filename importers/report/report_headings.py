"""The headings of a committee report: which section each names, and how unknown ones are told."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import NamedTuple

from importers.report.report_words import (
    asks_a_committee,
    header_label,
    is_above_a_signature,
    is_decision,
    lead_in_length,
    lists_papers,
    recommendation_headings,
    same_headings,
)
from importers.report.who_meets import committee_or_date
from importers.unread import is_filled
from importers.wording import is_bold, is_date, is_short_line, said_words
from plan.council.report_format import ReportFormat, SectionFormat
from plan.papers.blocks import Block, Paragraph, Table, plain
from plan.text.clean import clean_line

_NUMBER = re.compile(r"(\d{1,2}(?:\.0)?[.):]?|[A-Z][.)]|[IVX]{2,5}[.)]|[a-z]\))\s+")
_LETTER = re.compile(r"[A-Z][.)]?|[a-z]\)")
_ROMAN = re.compile(r"X{0,2}(?:IX|IV|V?I{0,3})(?=[.)]?\Z)")
_SMALL = re.compile(r"[a-z]\)")
"""The letter of a heading where all of them have one: elsewhere it counts what stands in a list."""
TYPED_NUMBER = re.compile(r"(?P<number>\d{1,2}\.\d{1,2})[.)]?(?:[ \t\u00a0]+|\Z)")
"""The number of a paragraph as it is typed: "4.1"."""
_PARAGRAPH_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,2})*[.)]?[ \t\u00a0]+\S")
_DATE_FIRST = re.compile(
    r"\d{1,2}(?: ?(?:st|nd|rd|th))?(?: of)? [a-z]{3,9}\.?,? \d{4}\b", re.IGNORECASE
)
"""A line that begins with a date, whose day is no number of a heading."""
_ANNEX = re.compile(r"(?:annex|appendix|schedule):?", re.IGNORECASE)
_COUNTED = re.compile(r"\A[\W\d]*(?:[a-z]|[ivx]{1,4}|[\d.]+)?[).]?\s+", re.IGNORECASE)
"""What may count the first of the recommendations: "a)", "(i)", "2.1"."""
_ASKED_EARLY = 200
"""Paragraphs among which a committee is asked for something."""
LONGEST_HEADING = 200
"""Characters."""
_LONGEST_PLAIN = 80
"""Characters of a heading that only its place shows."""
_LONGEST_LINE = 120
"""Characters; what is longer is prose."""
HEADING_ROLES = frozenset({"section-heading", "heading-1", "heading-2", "heading-3"})
REPORT_ROLES = frozenset({"report-item", "report-line", "report-centred"})
"""Roles that only a report printed by this program has: there the roles decide, not the words."""


@dataclass(frozen=True)
class ReportWording:
    """How a paper's report is to be read.

    `is_ours` says that this program printed it, `has_numbers` that its headings are numbered.
    `looks` are those of the headings that are known, by which others are told; `usual_looks` those
    that several of them have, `with_colon` that where a colon ends each. `numbered` are the
    sections whose heading has a number. `asked_below` is what the heading of the recommendations
    says where only their lead-in shows it to be that. `has_small_letters` says that each heading
    has a letter, "a) Purpose".
    """

    report_format: ReportFormat
    is_ours: bool = False
    has_numbers: bool = False
    looks: frozenset["HeadingLook"] = frozenset()
    usual_looks: frozenset["HeadingLook"] = frozenset()
    numbered: frozenset[str] = frozenset()
    asked_below: str = ""
    with_colon: frozenset["HeadingLook"] = frozenset()
    has_small_letters: bool = False

    def section_at(self, paragraph: Paragraph) -> SectionFormat | None:
        """Return the section that a paragraph is the heading of."""
        if not paragraph.inlines or paragraph.bullet is not None:
            return None
        if len(paragraph.text) > LONGEST_HEADING:
            return None
        if self.is_ours and paragraph.role not in {"section-heading", "heading-1"}:
            return None
        number, words = heading_parts(paragraph)
        if _SMALL.fullmatch(number) and not self.has_small_letters:
            return None
        found = self.section_called(words)
        if self.has_numbers and not number and paragraph.role not in HEADING_ROLES:
            has_none = found is not None and self._has_no_number(paragraph, found)
            return found if has_none else None
        return found

    def _has_no_number(self, paragraph: Paragraph, found: SectionFormat) -> bool:
        """Return whether a heading alone has no number: it is as bold as those that have one.

        So stand the recommendations and the papers at the end of some reports.
        """
        is_alone = found.kind == "recommendations" or lists_papers(heading_parts(paragraph)[1])
        if found.id in self.numbered or not is_alone:
            return False
        look = look_of(paragraph)
        return look.is_marked and look in {one._replace(number="") for one in self.looks}

    def is_own_heading(self, paragraph: Paragraph) -> bool:
        """Return whether a paragraph is a section's heading in the format's own words."""
        if self.section_at(paragraph) is None:
            return False
        return said_words(heading_parts(paragraph)[1]) in self.own_sections

    def section_called(self, words: str) -> SectionFormat | None:
        """Return the section that a heading names, in the format's words or in any council's."""
        said = said_words(words)
        found = self.own_sections.get(said)
        if found is None and not self.is_ours:
            found = self._other_words.get(said)
            if found is None and said and said == self.asked_below:
                sections = self.report_format.sections
                found = next((one for one in sections if one.kind == "recommendations"), None)
        return found

    @cached_property
    def own_sections(self) -> dict[str, SectionFormat]:
        """The sections by what their headings in the format say, the first of each."""
        said = {said_words(one.heading): one for one in reversed(self.report_format.sections)}
        return {words: one for words, one in said.items() if words}

    @cached_property
    def _other_words(self) -> dict[str, SectionFormat]:
        """The sections by what headings of the same meaning say in other councils' reports."""
        found: dict[str, SectionFormat] = {}
        for section in self.report_format.sections:
            for said in same_headings(section.heading):
                found.setdefault(said, section)
        decisions = [one for one in self.report_format.sections if one.kind == "recommendations"]
        for said in recommendation_headings() if decisions else ():
            found.setdefault(said, decisions[0])
        return found

    def is_unknown_heading(
        self,
        paragraph: Paragraph,
        last: int,
        following: Paragraph | None = None,
        *,
        in_decisions: bool = False,
        below_known: bool = False,
    ) -> bool:
        """Return whether a paragraph looks like the heading of a section that has no place here.

        `last` is the number of the section before: the next one has a higher number. `following`
        is the next paragraph with text: "4.1 …" below "4 Finance" shows that one to be a heading.
        Recommendations (`in_decisions`) have no sub-headings, so what is only bold ends them. Below
        a heading that is known (`below_known`) what looks like several known ones is one.
        """
        if self.is_ours:
            return paragraph.role == "section-heading"
        if not self._may_be_heading(paragraph):
            return False
        number, words = heading_parts(paragraph)
        if not any(map(str.isalpha, words)):
            return False
        if not number and self.has_numbers:
            return False
        look = look_of(paragraph)
        if number:
            return self._is_numbered_heading(look, first_number(number, last), last, following)
        is_usual = below_known and look in self.usual_looks
        is_marked = look.stands_out or (look.is_bold and (in_decisions or is_usual))
        if look in self.looks and look.is_bold and below_known:
            is_marked |= lists_papers(words) or is_above_a_signature(words)
        is_above_number = following is not None and _is_numbered(following)
        return (look in self.looks and is_marked) or (is_usual and is_above_number)

    def _is_numbered_heading(
        self, look: "HeadingLook", number: int, last: int, following: Paragraph | None
    ) -> bool:
        if number <= last:
            return False
        if look.number not in self._number_looks:
            is_next = number == last + 1 and last > 0
            is_counted = is_next or begins_section(following, number)
            return not self.has_numbers and look.is_marked and is_counted
        if look.is_marked or begins_section(following, number):
            return True
        is_above_text = following is None or not is_short_line(following)
        return look in self.looks and number == last + 1 and is_above_text

    def is_unknown_heading_at(
        self,
        blocks: Sequence[Block],
        place: int,
        last: int = 0,
        *,
        in_decisions: bool = False,
        below_known: bool = False,
    ) -> bool:
        """Return whether the block at `place` looks like such a heading, given what follows it."""
        block = blocks[place]
        if not isinstance(block, Paragraph) or not (self.is_ours or self._may_be_heading(block)):
            return False
        below = None if self.is_ours else paragraph_below(blocks, place)
        is_told = self.is_unknown_heading(
            block, last, below, in_decisions=in_decisions, below_known=below_known
        )
        if is_told or self.is_ours or not below_known:
            return is_told
        return self._is_plain_heading(blocks, place, in_decisions=in_decisions)

    def _is_plain_heading(self, blocks: Sequence[Block], place: int, *, in_decisions: bool) -> bool:
        """Return whether a line is a heading by its place, where the known ones are as plain.

        A finished text stands above it, and one in sentences below.
        """
        block = blocks[place]
        if not self.has_plain_headings or not isinstance(block, Paragraph):
            return False
        if not is_plain_title(block) or (in_decisions and is_decision(block.text)):
            return False
        above = next((one for one in reversed(blocks[:place]) if is_filled(one)), None)
        is_finished = not isinstance(above, Paragraph) or not is_short_line(above)
        return is_finished and stands_above_text(blocks, place)

    def _may_be_heading(self, paragraph: Paragraph) -> bool:
        """Return whether a line may be a heading: with a colon where those known have one too."""
        if _may_be_heading(paragraph):
            return True
        text, look = paragraph.text.rstrip(), look_of(paragraph)
        is_like_known = look in self.with_colon and look.is_marked and text.endswith(":")
        return is_like_known and is_short_line(plain(text[:-1].rstrip()))

    @cached_property
    def has_plain_headings(self) -> bool:
        """Whether nothing marks the headings that are known, no number and no emphasis."""
        return not any(look.is_marked or look.number for look in self.looks)

    @cached_property
    def _number_looks(self) -> frozenset[str]:
        """How the headings of sections are numbered: as those known, or as the format's."""
        pattern = self.report_format.section_number.format(section=0)
        known = {look.number for look in self.looks} - {""}
        return frozenset(known or {number_look(pattern)})


class HeadingLook(NamedTuple):
    """What a heading looks like: its role as a heading, its emphasis, its number with noughts."""

    role: str
    is_bold: bool
    is_capitals: bool
    number: str

    @property
    def is_marked(self) -> bool:
        """Whether it is told from text by its look."""
        return bool(self.role) or self.is_bold or self.is_capitals

    @property
    def stands_out(self) -> bool:
        """Whether it is told from text, and from what is only bold, without a number."""
        return bool(self.role) or self.is_capitals


def _may_be_heading(paragraph: Paragraph) -> bool:
    """Return whether a line may be a heading: a colon ends none but one with a number, in bold."""
    if is_short_line(paragraph):
        return True
    text = paragraph.text.rstrip()
    if not text.endswith(":") or not look_of(paragraph).is_marked:
        return False
    return bool(heading_parts(paragraph)[0]) and is_short_line(plain(text[:-1].rstrip()))


def is_plain_title(paragraph: Paragraph) -> bool:
    """Return whether a line that nothing marks may be a heading: few words, of no list or label."""
    number, words = heading_parts(paragraph)
    if not is_short_line(paragraph) or paragraph.bullet is not None or len(words) > _LONGEST_PLAIN:
        return False
    return words[:1].isupper() and (bool(number) or header_label(words, is_cell=True) is None)


def stands_above_text(blocks: Sequence[Block], place: int) -> bool:
    """Return whether a text in sentences, or what a committee is asked, follows a line."""
    below = paragraph_below(blocks, place)
    if below is None or below.bullet is not None or is_short_line(below):
        return False
    return len(below.text) > _LONGEST_LINE or below.text.rstrip().endswith((".", ":", "?"))


def look_of(paragraph: Paragraph) -> HeadingLook:
    """Return what a paragraph looks like as a heading."""
    number, words = heading_parts(paragraph)
    role = paragraph.role if paragraph.role in HEADING_ROLES else ""
    return HeadingLook(role, is_bold(paragraph), words.isupper(), number_look(number))


def number_look(number: str) -> str:
    """Return how a number is written: "0." for "3." and "12.", "A." for "D." and "II."."""
    if _SMALL.fullmatch(number):
        return "a)"
    if _LETTER.fullmatch(number):
        return "A" + number[1:]
    roman = _roman_of(number)
    return "A" + number.lstrip("IVX") if roman else re.sub(r"\d+", "0", number)


def _is_numbered(following: Paragraph) -> bool:
    """Return whether a paragraph begins with a number, so that a plain line above is a heading."""
    return bool(following.label or _PARAGRAPH_NUMBER.match(following.text))


def begins_section(following: Paragraph | None, number: int) -> bool:
    """Return whether a paragraph is the first of the section of a number: "4.1 …"."""
    if following is None:
        return False
    match = TYPED_NUMBER.match(following.label or following.text)
    return match is not None and match["number"] == f"{number}.1"


def heading_parts(paragraph: Paragraph) -> tuple[str, str]:
    """Return the number and the words of a line, the number as typed or as computed."""
    return _parts_of(paragraph.text, paragraph.label)


@lru_cache(maxsize=2_000)
def _parts_of(text: str, label: str) -> tuple[str, str]:
    line = clean_line(text)
    match = _NUMBER.match(line)
    dated = _DATE_FIRST.match(line) if match else None
    if dated is not None and is_date(dated[0]):
        return label, line
    number, words = (match[1], line[match.end() :]) if match else (label, line)
    return number, words.removesuffix(":").rstrip()


def first_number(number: str, last: int = 0) -> int:
    """Return the first figures of a printed number, or the place of its letter, else 0.

    A letter that may be a Roman number is the one that is next behind the number `last`.
    """
    roman = _roman_of(number)
    if _LETTER.fullmatch(number):
        letter = ord(number[0].upper()) - ord("A") + 1
        return roman if roman and letter != last + 1 else letter
    if roman:
        return roman
    found = re.search(r"\d+", number)
    return int(found[0]) if found else 0


def _roman_of(number: str) -> int:
    """Return what a number in Roman capitals counts, "IV." 4; 0 for any other."""
    match = _ROMAN.match(number)
    if match is None or not match[0]:
        return 0
    values = [{"I": 1, "V": 5, "X": 10}[one] for one in match[0]]
    pairs = zip(values, (*values[1:], 0), strict=True)
    return sum(-one if one < following else one for one, following in pairs)


def wording_of(blocks: Iterable[Block], report_format: ReportFormat) -> ReportWording:
    """Return how the report in a paper is to be read: by its roles, or by its words."""
    blocks = tuple(blocks)
    paragraphs = [block for block in blocks if isinstance(block, Paragraph)]
    is_ours = any(paragraph.role in REPORT_ROLES for paragraph in paragraphs)
    is_ours |= report_format.header_layout == "table" and _has_our_header(blocks)
    has_small = not is_ours and _has_small_letters(paragraphs, report_format)
    wording = ReportWording(report_format, is_ours, has_small_letters=has_small)
    headings = [one for one in paragraphs if wording.section_at(one) is not None]
    sections = (wording.section_at(one) for one in headings)
    if not is_ours and all(one is None or one.kind != "recommendations" for one in sections):
        asked_below = _asked_below(paragraphs)
        wording = replace(wording, asked_below=asked_below)
        if wording.asked_below:
            headings = [one for one in paragraphs if wording.section_at(one) is not None]
    has_numbers = not is_ours and any(heading_parts(one)[0] for one in headings)
    counts = Counter(map(look_of, headings))
    looks = frozenset(look for look in counts if look.number or not has_numbers)
    usual = frozenset(look for look in looks if counts[look] > 1)
    known = (wording.section_at(one) for one in headings if heading_parts(one)[0])
    numbered = frozenset(one.id for one in known if one is not None)
    ended = Counter(look_of(one) for one in headings if one.text.rstrip().endswith(":"))
    colons = frozenset(look for look in usual if ended[look] == counts[look])
    return replace(
        wording,
        has_numbers=has_numbers,
        looks=looks,
        usual_looks=usual,
        numbered=numbered,
        with_colon=colons,
    )


def _has_small_letters(paragraphs: Sequence[Paragraph], report_format: ReportFormat) -> bool:
    """Return whether all headings that are known have a letter, and the first of them the first."""
    # A list of them, as a generator would be called for each of very many that are empty.
    if not [one for one in paragraphs if one.inlines and _begins_small(one)]:
        return False
    wording = ReportWording(report_format, has_small_letters=True)
    headings = (one for one in paragraphs if wording.section_at(one) is not None)
    numbers = [heading_parts(one)[0] for one in headings]
    is_so = len(numbers) > 1 and all(map(_SMALL.fullmatch, numbers))
    return is_so and len(set(numbers)) == len(numbers) and numbers == sorted(numbers)


def _begins_small(paragraph: Paragraph) -> bool:
    return _SMALL.match(paragraph.label or paragraph.text.lstrip()) is not None


def _has_our_header(blocks: Sequence[Block]) -> bool:
    """Return whether a table of this program's stands above a section heading of its own."""
    headings = (n for n, one in enumerate(blocks) if _is_our_heading(one))
    above = blocks[: next(headings, 0)]
    return any(isinstance(one, Table) and _is_our_table(one) for one in above)


def _is_our_heading(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.role == "section-heading"


def _is_our_table(table: Table) -> bool:
    first = table.rows[0].cells[:1] if table.rows else ()
    return any(one.role == "plan-header" for cell in first for one in cell.paragraphs)


def _asked_below(paragraphs: Sequence[Paragraph]) -> str:
    """Return what the heading says below which a committee is asked for decisions, "" for none."""
    lines = list(filter(is_filled, paragraphs[:_ASKED_EARLY]))
    for heading, lead_in, first in zip(lines, lines[1:], lines[2:], strict=False):
        said = TYPED_NUMBER.sub("", lead_in.text, count=1)
        if asks_a_committee(said) and is_decision(_COUNTED.sub("", first.text, count=1)):
            is_heading = look_of(heading).is_marked and is_short_line(heading)
            is_heading |= is_plain_title(heading) and not committee_or_date(heading.text)
            return said_words(heading_parts(heading)[1]) if is_heading else ""
    for heading, asked in pairwise(lines):
        said = TYPED_NUMBER.sub("", asked.text, count=1)
        length = lead_in_length(said)
        is_heading = look_of(heading).is_marked and is_short_line(heading)
        if is_heading and length and asks_a_committee(said[:length]):
            return said_words(heading_parts(heading)[1])
    return ""


def is_annex_label(paragraph: Paragraph) -> bool:
    """Return whether a paragraph is no more than "Annex": its headings are numbered from 1 anew."""
    return _ANNEX.fullmatch(clean_line(paragraph.text)) is not None


def paragraph_below(blocks: Sequence[Block], place: int) -> Paragraph | None:
    """Return the next paragraph with text, None where a table comes first."""
    below = next((blocks[n] for n in range(place + 1, len(blocks)) if is_filled(blocks[n])), None)
    return below if isinstance(below, Paragraph) else None
