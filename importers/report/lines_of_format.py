"""A block that is lines of a format: labels and texts, a paragraph or a table of them."""

from collections.abc import Iterator
from typing import NamedTuple

from importers.account.ledger import left_out
from importers.report.filled_lines import field_values
from importers.report.header_lines import labelled, laid_out_lines
from plan.council.report_format import HeaderLine, ReportFormat
from plan.papers.blocks import Block, Paragraph


class FieldText(NamedTuple):
    """What a line says in a field, and the paragraph that prints it."""

    name: str
    text: str
    paragraph: Paragraph


def texts_of_lines(block: Block, report_format: ReportFormat) -> list[FieldText] | None:
    """Return what a block says in fields; None unless all in it are lines of the format's header.

    Their labels are left out.
    """
    if isinstance(block, Paragraph) and (block.bullet is not None or not block.text.strip()):
        return None
    lines = list(laid_out_lines((block,), report_format, is_ours=isinstance(block, Paragraph)))
    if isinstance(block, Paragraph) and len(lines) == 1:
        lines = list(laid_out_lines((block,), report_format))
    known = [(line, pair) for line in lines for pair in [_line_of(line, report_format)] if pair]
    if not known or len(known) < len(lines):
        return None
    return list(_texts(known, report_format))


def _texts(
    known: list[tuple[Paragraph, tuple[HeaderLine, str]]], report_format: ReportFormat
) -> Iterator[FieldText]:
    for paragraph, (line, text) in known:
        left_out((paragraph,), "labels", line.label)
        for name, value in field_values(line, text, report_format).items():
            yield FieldText(name, value, paragraph)


def _line_of(paragraph: Paragraph, report_format: ReportFormat) -> tuple[HeaderLine, str] | None:
    for line in sorted(report_format.header, key=lambda one: -len(one.label)):
        text = labelled(paragraph.text, line)
        if text is not None:
            return line, text
    return None
