"""The committee report in a paper: header, sections, signature, and the appendices it cites."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from importers.account.ledger import left_out, took
from importers.remarks import Remark
from importers.report.header_lines import header_line, laid_out_lines
from importers.report.named_lines import read_named_lines, with_signed_lines
from importers.report.not_understood import of_a_field_first, unread_of_report
from importers.report.read_section import ReadSection
from importers.report.report_end import read_end
from importers.report.report_header import ReadHeader, read_header
from importers.report.report_headings import (
    HEADING_ROLES,
    ReportWording,
    heading_parts,
    is_plain_title,
    look_of,
    paragraph_below,
    wording_of,
)
from importers.report.report_sections import read_sections
from importers.report.report_words import (
    Labelled,
    header_label,
    is_name,
    is_of_a_report,
    is_post,
    lists_papers,
)
from importers.report.signature import (
    ReadSignature,
    read_labelled_end,
    read_signature,
    signed_by_kind,
)
from importers.report.signature_tables import read_signature_tables
from importers.report.tables_above import without_own_tables
from importers.report.who_meets import committee_or_date
from importers.unread import is_filled, unread_remark
from importers.wording import is_date, is_short_line, said_words
from plan.council.format import Format
from plan.council.own_field import OwnField, OwnFields
from plan.council.report_format import ReportFormat
from plan.model.fields import SignatureField
from plan.model.outline import AppendixOutline, PassageOutline, ReportOutline
from plan.papers.blocks import Block, Paragraph, Table
from plan.papers.own_fields import cleaned_own
from plan.text.clean import clean_line
from plan.text.line_breaks import counted, shortened

_LONGEST_LINE = 120
"""Characters; what is longer is prose."""
_CITED = re.compile(
    r"\bAppendi(?:x|ces)\s+((?:\d{1,2})(?:(?:\s*(?:,|and|&)\s*)\d{1,2}\b)*)", re.IGNORECASE
)


@dataclass(frozen=True)
class ReadReport:
    """A report as values, without its appendices, and what there is to say about it."""

    outline: ReportOutline
    remarks: tuple[Remark, ...]
    listed: Mapping[int, str]
    """The titles of the appendices that it lists where its format prints a list, by number."""
    unread: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Its lines that were not understood, by the part: they may say what a field lacks."""


def read_report(blocks: Sequence[Block], council: Format) -> ReadReport:
    """Return the committee report that `blocks` print."""
    wording = wording_of(blocks, council.report)
    start = first_heading(blocks, wording)
    above, tables = list(blocks[:start]), list[Table]()
    if start < len(blocks) and not wording.is_ours:
        above, tables = without_own_tables(above, wording)
    header = _header_in(above, council.report, is_ours=wording.is_ours)
    end = read_end(
        blocks[start:], _below_headings(blocks[start:], wording), council, is_ours=wording.is_ours
    )
    signature = with_sections_behind(report_signature(end.blocks, council, wording), wording)
    if not wording.is_ours:
        signature = _signed_by(signature, header, council)
        values_by_kind = signed_by_kind(signature.values, council.report.printed_fields)
        signature = replace(signature, values=values_by_kind)
    before = signature.before
    sections = read_sections((*before[:1], *tables, *before[1:]), wording)
    values: dict[str, Any] = dict(header.values) | _body_asked(sections, header, council.report)
    in_sections = (passage for section in sections for passage in section.outlines())
    passages = (*in_sections, *end.passages)
    values |= dict(signature.values.items()) | end.values
    values["own"] = _own_values(values, council.report.own)
    without_field = (*header.without_field, *_without_header(signature.without_field, values))
    values["own_sections"] = tuple(one.own.line for one in sections if one.own is not None)
    remarks = (
        *map(without_field_remark, without_field),
        *_header_remark(header),
        *(remark for section in sections for remark in section.all_remarks()),
        *unread_remark(signature.behind, "Below the report's signature"),
        *unread_remark(end.unread, "The end of the report"),
        *_tables_remark(tables, sections),
        *_own_sections_remark(sections, wording),
        *_not_found(sections, council),
    )
    outline = ReportOutline(**values, passages=in_order(passages))
    behind = (*signature.behind, *end.unread)
    unread = unread_of_report(header, tables, behind, has_sections=bool(sections))
    return ReadReport(outline, remarks, end.listed, unread)


def _header_in(above: Sequence[Block], council: ReportFormat, *, is_ours: bool) -> ReadHeader:
    """Return what the lines above the first section say, in whatever table they lie."""
    return read_header(laid_out_lines(above, council, is_ours=is_ours), council, is_ours=is_ours)


def _header_remark(header: ReadHeader) -> Iterator[Remark]:
    """Yield what was not read of a header, the lines first that may be one of its fields."""
    yield from unread_remark(of_a_field_first(header.unread), "The report's header")


def _own_values(values: dict[str, Any], own: OwnFields) -> tuple[tuple[str, str], ...]:
    """Take what was read of the council's own fields out of `values`, and return it."""
    found = ((one, values.pop(one.id, "")) for one in own.fields)
    return tuple((one.id, _own_value(one, text)) for one, text in found if text)


def _own_value(field: OwnField, text: str) -> str:
    return cleaned_own(field, re.sub(r"\s*;\s*", "\n", text) if field.holds.is_list else text)


def _body_asked(
    sections: Iterable[ReadSection], header: ReadHeader, report_format: ReportFormat
) -> dict[str, str]:
    """Return the committee that only the lead-in of the recommendations names.

    One that is not the header's is kept from being left out with the lead-in.
    """
    known = header.values.get("committee", "")
    for section in sections:
        name, printed = section.body_asked()
        if not set(said_words(name).split()) <= set(said_words(known).split()):
            section.other_body = name
            is_only_here = "committee" in report_format.printed_fields and not known
            return {"committee": took(name, printed)} if is_only_here else {}
    return {}


def _without_header(found: Iterable[Labelled], values: dict[str, Any]) -> Iterator[Labelled]:
    """Yield the labels at the end that no field holds; number and meeting may stand there.

    A "Ref" there may be that of a file, so the label has to say that it is the report's.
    """
    for line in found:
        label = header_label(f"{line.label}: {line.text}", is_cell=True)
        name = None if label is None else label.meaning
        is_of_it = (
            name in ("number", "meeting_date") and label is not None and is_of_a_report(label)
        )
        if is_of_it and not values.get(str(name)):
            left_out(line.printed, "labels", line.label)
            values[str(name)] = took(clean_line(line.text), line.printed)
        else:
            yield line


def without_field_remark(found: Labelled) -> Remark:
    """Return the remark on a label whose text has no field of the report: all its words."""
    name = f"“{found.label}: {clean_line(found.text)}”" if found.label else f"“{found.text}”"
    text = f"{name} was not read: no field of the report holds it."
    return Remark("not understood", "Report", text, is_listed=True)


def first_heading(blocks: Sequence[Block], wording: ReportWording) -> int:
    """Return the place of the first heading of a section: all above it is the header.

    A heading without a number above the numbered ones is one if text follows: an abstract.
    """
    first = len(blocks)
    for place, block in enumerate(blocks):
        if isinstance(block, Paragraph) and (
            wording.section_at(block) is not None or _begins(blocks, place, wording)
        ):
            first = place
            break
    if wording.is_ours:
        return first
    opening = [n for n in range(first) if _opens(blocks, n, wording.report_format)]
    marked = (n for n in opening if _is_marked(blocks[n]))
    is_plain = wording.has_plain_headings and (first < len(blocks) or len(opening) > 1)
    return next(marked, next(iter(opening), first) if is_plain else first)


def _is_marked(block: Block) -> bool:
    return isinstance(block, Paragraph) and look_of(block).is_marked


def _begins(blocks: Sequence[Block], place: int, wording: ReportWording) -> bool:
    """Return whether a block is the heading of a section that the format has not, the first of all.

    A header's lines may look like headings without a number; but only a heading has prose below.
    """
    block = blocks[place]
    if not isinstance(block, Paragraph) or not wording.is_unknown_heading_at(blocks, place):
        return False
    if wording.is_ours or heading_parts(block)[0]:
        return True
    below = paragraph_below(blocks, place)
    is_line = committee_or_date(block.text) or header_label(block.text)
    return not is_line and below is not None and not is_short_line(below)


def _opens(blocks: Sequence[Block], place: int, report_format: ReportFormat) -> bool:
    """Return whether a block of the header may be a heading, by its look or place, above prose."""
    block = blocks[place]
    if not isinstance(block, Paragraph) or not (_is_marked(block) or is_plain_title(block)):
        return False
    if not is_short_line(block):
        return False
    below = paragraph_below(blocks, place)
    if below is None or header_line(below, report_format) or header_label(below.text):
        return False
    if len(below.text) <= _LONGEST_LINE and "meeting_date" in committee_or_date(below.text):
        return False
    is_prose = len(below.text) > _LONGEST_LINE or below.text.rstrip().endswith(".")
    is_label = header_line(block, report_format) or header_label(block.text, is_cell=True)
    return is_prose and not is_short_line(below) and not is_label


def report_signature(
    blocks: Sequence[Block], council: Format, wording: ReportWording
) -> ReadSignature:
    """Return the signature; lines alone are looked for below the last heading: texts stay texts."""
    last = _below_headings(blocks, wording)
    above, end = blocks[:last], blocks[last:]
    if wording.is_ours and any(one.after_end for one in council.report.sections):
        return read_signature(blocks, council.report, is_ours=True)
    if wording.is_ours:
        found = read_signature(end, council.report, is_ours=True)
        return replace(found, before=(*above, *found.before))
    end = tuple(with_signed_lines(end))
    blocks = (*above, *end)
    in_tables = read_signature_tables(blocks, wording, last)
    if in_tables is not None:
        before = in_tables.before
        last = _below_headings(before, wording)
        above, end = before[:last], before[last:]
        labelled = read_labelled_end(end, wording)
        return in_tables if labelled is None else _both(in_tables, labelled, above, council)
    found_end = read_labelled_end(end, wording)
    if found_end is not None:
        found_end = replace(found_end, before=(*above, *found_end.before))
        above_end = None if found_end.values else read_named_lines(found_end.before, wording)
        others = found_end.without_field
        if above_end is not None:
            return replace(above_end, without_field=(*above_end.without_field, *others))
        return found_end
    found = read_signature(end, council.report, is_ours=False)
    named = None if found.values else read_named_lines(blocks, wording)
    return named or replace(found, before=(*above, *found.before))


def _signed_by(found: ReadSignature, header: ReadHeader, council: Format) -> ReadSignature:
    """Return a signature; where none was found, a line that names who makes the report is it.

    It is the last line, or its date stands below, and then no more than the papers that come with
    the report and whom to contact.
    """
    by = re.sub(r"\Athe ", "", header.values.get("by", ""), flags=re.IGNORECASE)
    if found.values or not by or "signatory" not in council.report.printed_fields:
        return found
    filled = [n for n, one in enumerate(found.before) if is_filled(one)]
    for place in reversed(range(len(filled))):
        line, below = found.before[filled[place]], [found.before[n] for n in filled[place + 1 :]]
        if not isinstance(line, Paragraph) or said_words(line.text) != said_words(by):
            continue
        date = below[0] if below else None
        dated = [date] if isinstance(date, Paragraph) and is_date(date.text) else []
        if below and not (dated and (len(below) == 1 or _heads_list(below[1]))):
            continue
        printed = {id(one) for one in (line, *dated)}
        values: dict[SignatureField, str] = {"signatory": took(clean_line(line.text), (line,))}
        for one in dated:
            values["signed_on"] = took(clean_line(one.text), (one,))
        before = tuple(one for one in found.before if id(one) not in printed)
        return replace(found, values=values, before=before)
    return found


def _heads_list(block: Block) -> bool:
    """Return whether a block is the heading of a list of papers, or of whom to contact."""
    words = heading_parts(block)[1] if isinstance(block, Paragraph) else ""
    return lists_papers(words) or header_label(words, is_cell=True) is not None


def with_sections_behind(found: ReadSignature, wording: ReportWording) -> ReadSignature:
    """Return a signature; what stands behind it below the heading of a section goes before it."""
    if wording.is_ours:
        has_some = any(one.after_end for one in wording.report_format.sections)
        whole = (*found.before, *found.behind)
        return replace(found, before=whole, behind=()) if has_some else found
    behind = list(found.behind)
    headings = [n for n in range(len(behind)) if _heads_section(behind, n)]
    known = [n for n in headings if _is_known_section(behind[n], wording)]
    if not known:
        return found
    for n, block in enumerate(behind):
        if n in headings and isinstance(block, Paragraph):
            behind[n] = replace(block, role="heading-1" if n in known else "section-heading")
    first = headings[0]
    return replace(found, before=(*found.before, *behind[first:]), behind=tuple(behind[:first]))


def _heads_section(blocks: Sequence[Block], place: int) -> bool:
    """Return whether a block behind a signature stands out, and is no more of who signs."""
    block, below = blocks[place], paragraph_below(blocks, place)
    if not isinstance(block, Paragraph) or below is None or not is_short_line(block):
        return False
    is_list = below.bullet is not None or not is_short_line(below)
    is_name_alone = is_name(block.text) and not is_list
    is_signed = is_name_alone or is_post(block.text) or is_date(block.text)
    return look_of(block).is_marked and not is_signed and not look_of(below).is_marked


def _is_known_section(block: Block, wording: ReportWording) -> bool:
    section = (
        wording.section_called(heading_parts(block)[1]) if isinstance(block, Paragraph) else None
    )
    return section is not None and section.kind != "recommendations"


def _below_headings(blocks: Sequence[Block], wording: ReportWording) -> int:
    """Return the place below the last heading of a section."""
    places = reversed(range(len(blocks)))
    return next((place + 1 for place in places if _is_heading(blocks[place], wording)), 0)


def _is_heading(block: Block, wording: ReportWording) -> bool:
    if not isinstance(block, Paragraph):
        return False
    if wording.section_at(block) is None:
        return wording.is_unknown_heading(block, 0)
    number, words = heading_parts(block)
    may_stand_below = wording.has_numbers and not number and lists_papers(words)
    return block.role in HEADING_ROLES or not may_stand_below


def _both(
    first: ReadSignature, second: ReadSignature, above: Sequence[Block], council: Format
) -> ReadSignature:
    """Return two signatures as one, the first of which counts where both say something."""
    without_field = (*first.without_field, *second.without_field)
    again = [
        Labelled("other", council.report.labels.get(name, ""), text)
        for name, text in second.values.items()
        if first.values.get(name, text) != text
    ]
    return replace(
        second,
        values=second.values | first.values,
        before=(*above, *second.before),
        without_field=(*without_field, *again),
    )


def _own_sections_remark(sections: list[ReadSection], wording: ReportWording) -> Iterator[Remark]:
    """Yield which sections the format has not: they are kept, which the officer may not want."""
    own = [f"“{shortened(section.heading)}”" for section in sections if section.own is not None]
    if own and not wording.is_ours:
        they, them = ("it is", "it") if len(own) == 1 else ("they are", "them")
        text = (
            f"The council's format has no {', '.join(own)}: {they} kept in place, among the"
            f" sections. The report's view can rename {them} or end {them}."
        )
        yield Remark("note", "Report", text)


def _tables_remark(tables: Sequence[Table], sections: Sequence[ReadSection]) -> Iterator[Remark]:
    """Yield where the tables above the first heading are kept: below it."""
    if tables:
        number = counted(len(tables), "table")
        stand, are = ("stands", "it is") if len(tables) == 1 else ("stand", "they are")
        text = f"{number} {stand} above the first section: {are} kept below its heading."
        yield Remark("note", sections[0].place, text)


def _not_found(sections: list[ReadSection], council: Format) -> Iterator[Remark]:
    """Yield which of the format's sections the paper does not have."""
    found = {section.format.id for section in sections if section.format}
    missing = [one.heading for one in council.report.sections if one.id not in found]
    if missing:
        names = ", ".join(f"“{heading}”" for heading in missing)
        yield Remark("oddity", "Report", f"The paper's report has no section {names}.")


def in_order(passages: Iterable[PassageOutline]) -> tuple[PassageOutline, ...]:
    """Return passages by section, in the order in which a plan gives them."""
    return tuple(sorted(passages, key=lambda passage: passage.section))


def cited_appendices(report: ReportOutline) -> tuple[int, ...]:
    """Return the numbers of the appendices that a report speaks of, ascending."""
    texts = (passage.text for passage in report.passages)
    lists = (match[1] for text in texts for match in _CITED.finditer(text))
    return tuple(sorted({int(number) for found in lists for number in re.findall(r"\d+", found)}))


def absent_appendices(
    report: ReportOutline, appendices: Sequence[AppendixOutline], assessments: Collection[int]
) -> Iterator[Remark]:
    """Yield the appendices that the report speaks of and that the paper does not hold.

    `assessments` are the numbers of the appendices that are an assessment on a form.
    """
    for number in cited_appendices(report):
        if number > len(appendices) and number not in assessments:
            text = f"The report speaks of Appendix {number}, which is not in this paper."
            yield Remark("oddity", "Report", text)
