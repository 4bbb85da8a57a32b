"""The sections of a committee report, and the passages that each consists of."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from importers.account.ledger import left_out, took
from importers.bracketed_notes import line_with_notes
from importers.report.read_section import ReadSection
from importers.report.report_headings import (
    HEADING_ROLES,
    ReportWording,
    begins_section,
    first_number,
    heading_parts,
    is_annex_label,
    look_of,
    paragraph_below,
)
from importers.report.report_words import (
    is_above_a_signature,
)
from importers.unread import is_filled
from importers.wording import is_short_line
from plan.council.report_format import SectionFormat
from plan.papers.blocks import Block, Paragraph
from plan.papers.report_sections import own_id
from plan.text.clean import clean_line

_DEEPER_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,2}[.)]?(?:[ \t\u00a0]+|\Z)")


def read_sections(blocks: Sequence[Block], wording: ReportWording) -> list[ReadSection]:
    """Return the sections in the order of the paper; `blocks` begin with a section's heading."""
    sections: list[ReadSection] = []
    wording = _with_look_of_first(blocks, wording)
    last = 0
    for place, block in enumerate(blocks):
        if isinstance(block, Paragraph):
            last = 0 if is_annex_label(block) else last
            if _begins_section_at(place, blocks, sections, wording, last):
                begun = _begun(block, sections, wording)
                last = max(last, first_number(heading_parts(block)[0]))
                sections.append(begun)
                continue
        if sections:
            sections[-1].read(block, is_heading=_is_numbered_heading(blocks, place, wording))
    return [section for section in sections if not _only_says_who_wrote_it(section)]


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
    """Return the wording; where the first heading looks like a known one, so do all."""
    first = look_of(blocks[0]) if blocks and isinstance(blocks[0], Paragraph) else None
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
    number = first_number(heading_parts(block)[0])
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
    paragraph: Paragraph, sections: Sequence[ReadSection], wording: ReportWording
) -> ReadSection:
    """Return the section that a paragraph is the heading of, with nothing in it yet."""
    report_format = wording.report_format
    number, words = heading_parts(paragraph)
    found = _new_section(paragraph, sections, wording)
    if found is None and not sections:
        found = wording.section_called(words)
    if found is not None:
        left_out((paragraph,), "labels")
        place = first_number(number) or report_format.number_of(found.id)
        return ReadSection(wording, found.id, found, words, place)
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
