"""The committee report as document blocks, in the council's format."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from string import Formatter
from typing import cast

from plan.council.format import Format
from plan.council.own_field import NO_OWN_FIELDS, OwnFields
from plan.council.report_format import HeaderLine, ReportFormat
from plan.model.documents import DOCUMENTS
from plan.model.plan import Plan
from plan.model.rows import Passage, Report
from plan.papers.blocks import Block, Document, Paragraph, Section, Text, plain
from plan.papers.documents import Paper, PaperMaker, PaperSource
from plan.papers.markdown import blocks_of
from plan.papers.own_fields import own_as_plain
from plan.papers.passage_tables import rows_of, table_of
from plan.papers.report_paragraphs import joined_by
from plan.papers.report_sections import ReportSection, sections_of_plan

_HEADER_ROLES = {"item": "report-item", "line": "report-line", "centred": "report-centred"}


def paper_makers(source: PaperSource) -> Iterator[PaperMaker]:
    """Yield the maker of the report."""

    def made() -> Paper:
        document = report_of(source.plan, source.council)
        return Paper("report", DOCUMENTS["report"].name, document, source.file("report"))

    yield PaperMaker("Report", made)


def report_of(plan: Plan, council: Format) -> Document:
    """Return the plan's committee report: header, sections, signature."""
    return Document(
        title=plan.report.title or plan.cover.title or council.name,
        subject=f"Report no. {plan.report.number}" if plan.report.number else "Committee report",
        sections=(Section(_report_blocks(plan, council.report), footer=council.report.footer),),
        numbers=numbers_of(council.report),
    )


def numbers_of(report_format: ReportFormat) -> tuple[str, str]:
    """Return the patterns for the report's numbers, in the form a document holds them."""
    values = {"section": "{1}", "paragraph": "{2}"}
    return report_format.section_number.format(**values), report_format.paragraph_number.format(
        **values
    )


def _report_blocks(plan: Plan, report_format: ReportFormat) -> tuple[Block, ...]:
    """Return the report's paragraphs and tables from top to bottom."""
    blocks: list[Block] = [
        _header_paragraph(plan.report, line, report_format) for line in report_format.header
    ]
    for section in sections_of_plan(plan, report_format):
        if not section.number:
            continue
        blocks.append(_heading(section, report_format))
        blocks.extend(section_blocks(plan, section, report_format))
    blocks.extend(_signature(plan.report, report_format))
    return tuple(blocks)


def header_text(report: Report, line: HeaderLine, own: OwnFields = NO_OWN_FIELDS) -> str:
    """Return the text after the label of a header line; blank fields leave no gap.

    The line for the item number is the exception: its dots are where the number gets filled in.
    `own` are the fields that the council adds.
    """
    values = {name: _header_value(report, name, own) for name in line.fields}
    if line.place == "item" or all(values.values()):
        return line.text.format(**values)
    return _without_gaps(line.text, values)


def _header_value(report: Report, name: str, own: OwnFields) -> str:
    field = own.get(name)
    if field is None:
        return cast("str", getattr(report, name))
    lines = own_as_plain(field, own.value(report.own, name)).split("\n")
    return "; ".join(filter(None, lines)) if field.holds.is_list else "\n".join(lines)


def _without_gaps(pattern: str, values: Mapping[str, str]) -> str:
    """Return the filled-in fields of a pattern, with what is printed before and between them."""
    words = ""
    (start, *_), *_ = parts = list(Formatter().parse(pattern))
    for literal, name, _, _ in parts:
        if value := values.get(name or ""):
            words += (literal if words else "") + value
    return start + words if words else ""


def _header_paragraph(report: Report, line: HeaderLine, report_format: ReportFormat) -> Paragraph:
    """Return a header line: its label, a tab, its text."""
    text = header_text(report, line, report_format.own)
    if line.place != "line":
        words = " ".join(filter(None, (line.label, text)))
        return replace(plain(words, _HEADER_ROLES[line.place]), capitals=False)  # type: ignore[arg-type]
    inlines = (Text(f"{line.label}\t", bold=True), *((Text(text),) if text else ()))
    return Paragraph(inlines, "report-line", capitals=report_format.capitals)


def _heading(section: ReportSection, report_format: ReportFormat) -> Paragraph:
    label = report_format.section_number.format(section=section.number)
    inlines = (Text(section.heading),)
    return Paragraph(inlines, "section-heading", label=label, capitals=report_format.capitals)


def section_blocks(
    plan: Plan, section: ReportSection, report_format: ReportFormat
) -> tuple[Block, ...]:
    """Return the paragraphs and tables of a section below its heading."""
    blocks: list[Block] = []
    passages = plan.passages_of(section.id)
    decisions = [passage.id for passage in passages if passage.kind == "recommendation"]
    if decisions and section.format and section.format.lead_in:
        blocks.append(plain(section.format.lead_in))
    count = 0
    for passage in passages:
        match passage.kind:
            case "heading":
                blocks.append(plain(passage.text, "heading-2"))
            case "numbered":
                count += 1
                label = report_format.paragraph_number.format(
                    section=section.number, paragraph=count
                )
                blocks.extend(_numbered(passage, label))
            case "recommendation":
                end = report_format.end if passage.id == decisions[-1] else report_format.joiner
                blocks.extend(_recommendation(passage, end))
            case "table":
                blocks.extend([table_of(passage.text)] if rows_of(passage.text) else [])
            case "text":
                blocks.extend(blocks_of(passage.text))
    return tuple(blocks)


def _numbered(passage: Passage, label: str) -> tuple[Paragraph, ...]:
    blocks = blocks_of(passage.text) or (Paragraph(()),)
    return (replace(blocks[0], role="numbered", label=label, bullet=None), *blocks[1:])


def _recommendation(passage: Passage, end: str) -> tuple[Paragraph, ...]:
    blocks = joined_by(blocks_of(passage.text) or (Paragraph(()),), end)
    return tuple(
        replace(block, bullet=0 if place == 0 else (block.bullet or 0) + 1)
        for place, block in enumerate(blocks)
    )


def _signature(report: Report, report_format: ReportFormat) -> list[Paragraph]:
    lines = [getattr(report, name) for name in report_format.signature]
    filled = [line for line in lines if line]
    return [
        plain(line, "signatory" if place == 0 else "signatory-post")
        for place, line in enumerate(filled)
    ]
