"""The sections of a committee report, and the passages that each consists of."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from importers.account.ledger import left_out, took
from importers.bracketed_notes import line_with_notes
from importers.remarks import Remark
from importers.report.read_section import ReadSection
from importers.report.report_headings import (
    HEADING_ROLES,
    HeadingLook,
    ReportWording,
    begins_section,
    first_number,
    heading_parts,
    is_annex_label,
    look_of,
    paragraph_below,
)
from importers.report.report_words import is_above_a_signature, is_lead_in, lists_papers
from importers.report.running_numbers import number_on
from importers.unread import is_filled
from importers.wording import is_short_line, said_words
from plan.council.report_format import SectionFormat
from plan.papers.blocks import Block, Paragraph, Table, plain
from plan.papers.paragraph_parts import start_of, without_start
from plan.papers.report_sections import own_id
from plan.text.clean import clean_line

_FIRST = re.compile(r"(?:1[.)]|\(1\)|[aA][.)]|\([aA]\))[ \t\u00a0]+\S")
_COUNTED_WITHIN = re.compile(r"[(\[](?P<count>\d{1,2}|[a-z]|[ivx]{1,4})[)\]]\s+", re.IGNORECASE)
_NUMBER_BEFORE = re.compile(r"\A\s*\d{1,3}(?:\.\d{1,2})*[.)]?\s+")
_FIGURES, _LETTERS = [str(n) for n in range(1, 21)], list("abcdefghijklmnop")
_ROMAN = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"]
_TWO = 2
_DEEPER_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,2}[.)]?(?:[ \t\u00a0]+|\Z)")


def read_sections(blocks: Sequence[Block], wording: ReportWording) -> list[ReadSection]:
    """Return the sections in the order of the paper; `blocks` begin with a section's heading."""
    sections: list[ReadSection] = []
    wording = _with_look_of_first(blocks, wording)
    last = 0
    behind: HeadingLook | None = None
    for place, block in enumerate(blocks):
        if isinstance(block, Paragraph):
            last = 0 if is_annex_label(block) else last
            is_named = bool(sections) and sections[-1].declared.names(block)
            if is_named and wording.section_at(block) is None:
                sections[-1].read(block, is_heading=True)
                continue
            is_behind = bool(sections) and _is_behind_numbers(blocks, place, wording, behind)
            behind = look_of(block) if is_behind else behind
            if is_behind or _begins_section_at(place, blocks, sections, wording, last):
                begun = _begun(block, sections, wording, is_behind=is_behind)
                last = max(last, first_number(heading_parts(block)[0], last))
                sections.append(begun)
                continue
        for one in _decisions_apart(block, sections[-1]) if sections else ():
            sections[-1].read(one, is_heading=_is_numbered_heading(blocks, place, wording))
    if not wording.is_ours and not any(look.number.startswith("0") for look in wording.looks):
        number_on(sections)
    return [section for section in sections if not _only_says_who_wrote_it(section)]


def _decisions_apart(block: Block, section: ReadSection) -> tuple[Block, ...]:
    """Return the decisions that one sentence counts, and its lead-in; the block for any other.

    "The Committee is asked to: (1) approve the plan; and (2) note the costs."
    """
    if not isinstance(block, Paragraph) or not section.takes_recommendations:
        return (block,)
    marks = list(_COUNTED_WITHIN.finditer(block.text))
    head = _NUMBER_BEFORE.sub("", block.text[: marks[0].start()]) if marks else ""
    counted = [one["count"].casefold() for one in marks]
    is_counted = counted in (_FIGURES[: len(marks)], _LETTERS[: len(marks)], _ROMAN[: len(marks)])
    if section.wording.is_ours or len(marks) < _TWO or not is_counted or not is_lead_in(head):
        return (block,)
    ends = [*(one.start() for one in marks[1:]), len(block.text)]
    found: list[Block] = [replace(block, inlines=start_of(block, marks[0].start()))]
    for one, end in zip(marks, ends, strict=True):
        rest = without_start(block, one.start())
        item = replace(rest, label="", inlines=start_of(rest, end - one.start()))
        found.append(item)
    return tuple(found)


def _is_behind_numbers(
    blocks: Sequence[Block], place: int, wording: ReportWording, behind: HeadingLook | None
) -> bool:
    """Return whether a line without a number is a heading behind all those that have one.

    The first of such lines says whom to contact, or that papers are listed below; those further
    down that look like it (`behind`) are headings as well, if something else follows.
    """
    block = blocks[place]
    if not wording.has_numbers or not isinstance(block, Paragraph) or block.bullet is not None:
        return False
    number, words = heading_parts(block)
    if block.role == "section-heading" and not wording.is_ours:
        return True  # it stands below who signs, among others that are known
    look = look_of(block)
    if number or not look.is_marked or not words or not is_short_line(plain(words)):
        return False
    if behind is not None and look == behind:
        below = next((one for one in blocks[place + 1 :] if is_filled(one)), None)
        return below is not None and (isinstance(below, Table) or look_of(below) != look)
    counts_anew = _counts_anew(paragraph_below(blocks, place))
    if not (lists_papers(words) or is_above_a_signature(words) or counts_anew):
        return False
    further = range(place + 1, len(blocks))
    return not any(_has_number(blocks, n, wording) for n in further)


def _counts_anew(below: Paragraph | None) -> bool:
    """Return whether the text below a heading has a number of its own from 1: "1. Financial –"."""
    return below is not None and _FIRST.match(f"{below.label} {below.text}".lstrip()) is not None


def _has_number(blocks: Sequence[Block], place: int, wording: ReportWording) -> bool:
    """Return whether a block is the heading of a section and has a number."""
    block = blocks[place]
    if not isinstance(block, Paragraph) or not heading_parts(block)[0]:
        return False
    is_known = wording.section_at(block) is not None
    return is_known or wording.is_unknown_heading_at(blocks, place, below_known=True)


def _is_numbered_heading(blocks: Sequence[Block], place: int, wording: ReportWording) -> bool:
    """Return whether a block is a heading of Word's with a number of two parts: "2.1 Situation".

    Where paragraphs too have such styles, those above another of the same are paragraphs.
    """
    block = blocks[place]
    if wording.is_ours or not isinstance(block, Paragraph) or block.role not in HEADING_ROLES:
        return False
    has_number = _DEEPER_NUMBER.match(f"{block.label} {block.text}".lstrip()) is not None
    if not has_number or not is_short_line(block):
        return False
    below = next((one for one in blocks[place + 1 :] if is_filled(one)), None)
    if not isinstance(below, Paragraph):
        return below is not None
    is_section = wording.section_at(below) is not None or wording.is_unknown_heading(below, 0)
    return below.role != block.role and not is_section


def _only_says_who_wrote_it(section: ReadSection) -> bool:
    """Return whether a section had nothing but who wrote or approved the report, which is taken."""
    if section.format or section.passages or not is_above_a_signature(section.heading):
        return False
    left_out(section.printed, "labels")
    return True


def _with_look_of_first(blocks: Sequence[Block], wording: ReportWording) -> ReportWording:
    """Return the wording; where the first heading looks like a known one, or none is, so do all."""
    first = look_of(blocks[0]) if blocks and isinstance(blocks[0], Paragraph) else None
    if not wording.is_ours and first is not None and not wording.looks:
        return replace(wording, looks=frozenset({first}), usual_looks=frozenset({first}))
    if wording.is_ours or first is None or first not in wording.looks:
        return wording
    return replace(wording, usual_looks=wording.usual_looks | {first})


def _begins_section_at(
    place: int,
    blocks: Sequence[Block],
    sections: Sequence[ReadSection],
    wording: ReportWording,
    last: int,
) -> bool:
    block = blocks[place]
    if not isinstance(block, Paragraph):
        return False
    if not sections or _new_section(block, sections, wording) is not None:
        return True
    here = sections[-1]
    if here.takes_recommendations and here.counts_on(heading_parts(block)[0]):
        return False
    number = first_number(heading_parts(block)[0], last)
    is_again = number == last > 0 and not here.has_numbers and look_of(block).is_marked
    last -= is_again and begins_section(paragraph_below(blocks, place), number)
    return wording.is_unknown_heading_at(
        blocks,
        place,
        last,
        in_decisions=here.takes_recommendations,
        below_known=True,
    )


def _begun(
    paragraph: Paragraph,
    sections: Sequence[ReadSection],
    wording: ReportWording,
    *,
    is_behind: bool = False,
) -> ReadSection:
    """Return the section that a paragraph is the heading of, with nothing in it yet."""
    report_format = wording.report_format
    number, words = heading_parts(paragraph)
    found = _new_section(paragraph, sections, wording)
    if found is None and (is_behind or not sections):
        called = wording.section_called(words)
        is_new = called is not None and called.id not in {one.id for one in sections}
        found = called if is_new else None
    if found is not None:
        is_told_below = said_words(words) == wording.asked_below
        left_out((paragraph,), "labels", number if is_told_below else None)
        place = first_number(number) or report_format.number_of(found.id)
        begun = ReadSection(wording, found.id, found, words, place)
        if is_told_below:
            text = f"“{words}” was read as “{found.heading}”: a committee is asked below it."
            begun.remarks.append(Remark("note", begun.place, text))
        return begun
    heading = clean_line(paragraph.text) if wording.is_ours else words
    left_out((paragraph,), "labels", number)
    heading = line_with_notes(heading, (paragraph,))
    took(heading, (paragraph,))
    ids = [*(one.id for one in report_format.sections), *(one.id for one in sections)]
    after = next((one.id for one in reversed(sections) if one.format), "")
    place = first_number(number) or len(sections) + 1
    return ReadSection(wording, own_id(heading, ids), None, heading, place, after, (paragraph,))


def _new_section(
    paragraph: Paragraph, sections: Iterable[ReadSection], wording: ReportWording
) -> SectionFormat | None:
    """Return the section that a paragraph begins: the words of one that has begun are text."""
    found = wording.section_at(paragraph)
    if found is None or any(section.id == found.id for section in sections):
        return None
    return found
