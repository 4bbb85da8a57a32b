"""Reads the end of a report as the council's format lays it out: lines with labels, and tables.

These are taken out of the blocks, so that only what is not so is left to the reader of signatures.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from importers.account.ledger import left_out, took
from importers.appendices import appendix_number, title_on_label
from importers.report.declared_tables import DeclaredTables
from importers.report.end_cells import know_label, lines_in_cells
from importers.report.filled_lines import field_values
from importers.report.lines_of_format import texts_of_lines
from importers.spelt_as_kind import spelt_as_kind
from importers.unread import is_filled
from importers.wording import said_words
from plan.council.format import Format
from plan.council.report_format import LISTED, ReportFormat
from plan.model.outline import PassageOutline
from plan.papers.blocks import Block, Paragraph, Table
from plan.text.clean import clean_line


@dataclass
class ReadEnd:
    """What stands at the end of a report: its fields, the rows of its tables, and what is left."""

    blocks: list[Block]
    values: dict[str, str] = field(default_factory=dict)
    passages: tuple[PassageOutline, ...] = ()
    unread: list[Block] = field(default_factory=list)
    listed: dict[int, str] = field(default_factory=dict)
    """The titles of the appendices that it lists, by their numbers."""


def read_end(blocks: Sequence[Block], last: int, council: Format, *, is_ours: bool) -> ReadEnd:
    """Return the end of a report in `blocks`, of which those from `last` on are below its headings.

    Tables are known by their own words and may stand above that as well.
    """
    report_format = council.report
    found = ReadEnd(list(blocks))
    if report_format.appendices_heading:
        found.blocks = list(_without_appendices(found, council))
    if report_format.end_tables:
        tables = DeclaredTables(report_format.end_tables, is_ours)
        found.blocks = list(_without_tables(found.blocks, tables))
        found.passages, found.unread = tuple(tables.outlines()), tables.unread
    if report_format.end_lines:
        gone = len(blocks) - len(found.blocks)
        is_anywhere = is_ours or report_format.end_layout == "cells"
        first = 0 if is_anywhere else max(last - gone, 0)
        fills = _fills_cells if report_format.end_layout == "cells" else _fills
        kept = [one for one in found.blocks[first:] if not fills(one, found, report_format)]
        found.blocks = [*found.blocks[:first], *kept]
    return found


def _without_tables(blocks: Sequence[Block], tables: DeclaredTables) -> Iterator[Block]:
    """Yield the blocks but for the declared tables and the headings right above them."""
    for place, block in enumerate(blocks):
        if isinstance(block, Table):
            if not tables.takes_table(block):
                yield block
            continue
        below = next(filter(is_filled, blocks[place + 1 :]), None)
        if isinstance(below, Table) and tables.names(block):
            left_out((block,), "labels")
        else:
            yield block


def _fills(block: Block, found: ReadEnd, report_format: ReportFormat) -> bool:
    """Return whether a block is lines of the end, whose texts are then in the fields."""
    end = report_format.model_copy(update={"header": report_format.end_lines})
    texts = texts_of_lines(block, end)
    for name, value, paragraph in texts or ():
        if name == LISTED:
            left_out((paragraph,), "drawn_up_anew", value)
            continue
        spelt = spelt_as_kind(report_format.own.get(name), value, (paragraph,))
        found.values.setdefault(name, took(spelt, (paragraph,)))
    return texts is not None


def _fills_cells(block: Block, found: ReadEnd, report_format: ReportFormat) -> bool:
    """Return whether a block is the table of the end, whose texts are then in the fields."""
    lines = lines_in_cells(block, report_format) if isinstance(block, Table) else []
    for line, text, printed in lines:
        know_label(line, printed)
        for name, value in field_values(line, text, report_format).items():
            spelt = spelt_as_kind(report_format.own.get(name), value, printed)
            found.values.setdefault(name, took(spelt, printed))
    return bool(lines)


def _without_appendices(found: ReadEnd, council: Format) -> Iterator[Block]:
    """Yield the blocks without the list of the appendices below its heading, which is kept."""
    heading = said_words(council.report.appendices_heading)
    is_listed = False
    for block in found.blocks:
        if not isinstance(block, Paragraph):
            is_listed = False
        elif said_words(block.text.strip().rstrip(":")) == heading:
            is_listed = True
            left_out((block,), "labels")
            continue
        elif is_listed and not is_filled(block):
            continue
        elif is_listed and (number := _number_of(block, council)) is not None:
            titles = title_on_label(block)
            for title in titles:
                found.listed.setdefault(number, took(clean_line(title.text), (block,)))
            left_out((block,), "labels" if titles else "drawn_up_anew")
            continue
        else:
            is_listed = False
        yield block


def _number_of(paragraph: Paragraph, council: Format) -> int | None:
    return appendix_number(Paragraph(paragraph.inlines, at=paragraph.at), council)
