"""The committee report in a paper: header, sections, signature, and the appendices it cites."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from importers.remarks import Remark
from importers.report.report_header import laid_out_lines, read_header
from importers.report.report_sections import ReadSection, read_sections, wording_of
from importers.report.signature import ReadSignature, read_signature
from importers.unread import unread_remark
from plan.council.format import Format
from plan.model.outline import AppendixOutline, PassageOutline, ReportOutline
from plan.papers.blocks import Block, Paragraph

_CITED = re.compile(
    r"\bAppendi(?:x|ces)\s+((?:\d{1,2})(?:(?:\s*(?:,|and|&)\s*)\d{1,2}\b)*)", re.IGNORECASE
)


@dataclass(frozen=True)
class ReadReport:
    """A report as values, without its appendices, and what there is to say about it."""

    outline: ReportOutline
    remarks: tuple[Remark, ...]


def read_report(blocks: Sequence[Block], council: Format) -> ReadReport:
    """Return the committee report that `blocks` print."""
    wording = wording_of(blocks, council.report)
    start = next(
        (
            place
            for place, block in enumerate(blocks)
            if isinstance(block, Paragraph) and wording.section_at(block) is not None
        ),
        len(blocks),
    )
    header = read_header(laid_out_lines(blocks[:start]), council.report)
    signature = _signature(blocks[start:], council, is_ours=wording.is_ours)
    sections = read_sections(signature.before, wording)
    passages = tuple(passage for section in sections for passage in section.outlines())
    values: dict[str, Any] = dict(header.values)
    values |= dict(signature.values.items())
    remarks = (
        *unread_remark(header.unread, "The report's header"),
        *(remark for section in sections for remark in section.all_remarks()),
        *unread_remark(signature.behind, "Below the report's signature"),
        *_not_found(sections, council),
    )
    return ReadReport(ReportOutline(**values, passages=in_order(passages)), remarks)


def _signature(blocks: Sequence[Block], council: Format, *, is_ours: bool) -> ReadSignature:
    """Return the signature, looked for below the last heading alone: a section keeps its text."""
    wording = wording_of(blocks, council.report)
    last = 0
    for place, block in enumerate(blocks):
        if isinstance(block, Paragraph) and wording.section_at(block) is not None:
            last = place + 1
    found = read_signature(blocks[last:], council.report, is_ours=is_ours)
    return ReadSignature(found.values, (*blocks[:last], *found.before), found.behind)


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
    report: ReportOutline, appendices: Sequence[AppendixOutline]
) -> Iterator[Remark]:
    """Yield the appendices that the report speaks of and that the paper does not hold."""
    for number in cited_appendices(report):
        if number > len(appendices):
            text = f"The report speaks of Appendix {number}, which is not in this paper."
            yield Remark("oddity", "Report", text)
