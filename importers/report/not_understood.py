"""What is kept as not understood of a report, so that no check calls missing what may stand there.

A report can be read in part: its header but not its sections, its sections but not the table that
is its header, nothing at all. The lines that were not understood are kept by where they stand: in
the "header", at the "end", or as text of the "report". What the header says of who may read the
report has no field either, and is kept as "access".
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from importers.report.report_header import ReadHeader
from importers.report.report_words import header_label, is_of_a_report, says_itself
from importers.report.who_meets import committee_or_date, is_letterhead
from importers.unread import is_filled
from importers.wording import is_marking, is_short_line
from plan.council.report_format import ReportFormat
from plan.model.fields import HeaderField
from plan.model.outline import ReportOutline
from plan.papers.blocks import Block, Cell, Paragraph, Table, paragraphs_of, plain
from plan.text.clean import clean_line
from plan.text.line_breaks import shortened

_MOST_KEPT = 40
"""Lines that are kept of one part: they show the officer where to look."""
_LEAST_LABELS = 2
"""Labels of a header that show a report of which nothing else was understood."""
_LEAST_PROSE = 2
"""Paragraphs of prose below who signs that are more than whom to contact."""
_OF_ACCESS = re.compile(r"\W*(?:is (?:this|it|the report) )?exempt\b", re.IGNORECASE)
"""How a label begins that says whether a report is one for members alone."""
_ON_PAGES: tuple[HeaderField, ...] = ("number", "item_no", "committee", "meeting_date")
"""The fields of a header that the head of each page may say instead."""
_PAIR = 2
"""Cells of a row that may be a label and its text."""


def unread_of_report(
    header: ReadHeader,
    tables: Sequence[Table],
    behind: Iterable[Block],
    *,
    has_sections: bool,
) -> dict[str, tuple[str, ...]]:
    """Return the lines of a report that were not understood, by where they stand.

    `tables` stand above the first section and are kept as they are, `behind` stands below who
    signs. Prose may be the text of any section, a line alone one of the header's fields.
    """
    lines = [line for line in header.unread if not _is_of_no_field(line)]
    prose = [line for line in lines if not has_sections or not is_short_line(line)]
    fields = [clean_line(line.text) for line in lines if line not in prose or not has_sections]
    fields += _pairs_in(tables) if not header.values.keys() >= {"committee", "title"} else ()
    below = [one for one in behind if is_filled(one)]
    more = [one for one in below if not isinstance(one, Paragraph) or not is_short_line(one)]
    of_report = [*prose, *(below if len(more) >= _LEAST_PROSE else ())]
    found = {
        "header": tuple(fields[:_MOST_KEPT]),
        "end": kept_lines(one for one in below if one not in of_report),
        "report": kept_lines(of_report),
        "access": tuple(
            clean_line(f"{one.label}: {one.text}")
            for one in header.without_field
            if _OF_ACCESS.match(one.label)
        ),
    }
    return {part: said for part, said in found.items() if said}


def unread_before(blocks: Sequence[Block]) -> tuple[str, ...]:
    """Return the lines of a paper without a report, where they may be one: nothing for a cover.

    Such have prose, or several labels of a header.
    """
    blocks = [one for one in blocks if isinstance(one, Table) or one.inlines]
    prose = [one for one in blocks if isinstance(one, Paragraph) and _is_prose(one)]
    texts = (line.text for line in paragraphs_of(tuple(blocks)))
    labels = {label.meaning for text in texts if (label := header_label(text, is_cell=True))}
    is_report = len(prose) >= _LEAST_PROSE or (bool(prose) and len(labels) >= _LEAST_LABELS)
    return kept_lines(blocks) if is_report else ()


def header_lines_on_pages(lines: Iterable[str]) -> tuple[str, ...]:
    """Return the lines at the head of the pages that may say what the report's header lacks."""
    found = []
    for line in lines:
        label = header_label(line, is_cell=True)
        is_field = label is not None and label.meaning != "other" and bool(label.text)
        if is_field or {"committee", "meeting_date"} <= committee_or_date(line).keys():
            found.append(clean_line(line))
    return tuple(dict.fromkeys(found))[:_MOST_KEPT]


def filled_from_pages(
    report: ReportOutline, heads: Sequence[str], report_format: ReportFormat
) -> tuple[ReportOutline, tuple[str, ...]]:
    """Return a report with what only the head of its pages says, and the lines that say it.

    Taken are its number, its item, who meets and when, where its own header says nothing of them
    and the pages say one thing.
    """
    said: dict[str, dict[str, str]] = {}
    for line in heads:
        label = header_label(line, is_cell=True)
        if label is not None and is_of_a_report(label):
            said.setdefault(str(label.meaning), {})[clean_line(label.text)] = line
    values: dict[str, Any] = {}
    lines: list[str] = []
    for name in _ON_PAGES:
        found = said.get(name, {})
        if len(found) == 1 and name in report_format.printed_fields and not getattr(report, name):
            values[name] = next(iter(found))
            lines += found.values()
    return replace(report, **values), tuple(lines)


def kept_lines(blocks: Iterable[Block]) -> tuple[str, ...]:
    """Return the first words of each line that stands in some blocks."""
    lines = (clean_line(one.text) for block in blocks for one in paragraphs_of((block,)))
    return tuple(shortened(line) for line in lines if line)[:_MOST_KEPT]


def _is_prose(line: Paragraph) -> bool:
    return is_filled(line) and not is_short_line(line)


def _is_of_no_field(line: Paragraph) -> bool:
    return is_letterhead(line.text) or is_marking(line.text) or says_itself(line.text)


def of_a_field_first(lines: Iterable[Paragraph]) -> list[Paragraph]:
    """Return the lines that were not read of a header, those first that may be one of its fields.

    None is whose paper it is. A label that is known is understood, though no field may hold it.
    """
    return sorted(lines, key=_is_of_no_field)


def _pairs_in(tables: Iterable[Table]) -> Iterator[str]:
    """Yield the rows of tables that are as short as a label and its text."""
    for row in (row for table in tables for row in table.rows):
        cells = [one for one in row.cells if not one.merged_up and any(map(is_filled, one.blocks))]
        if len(cells) == _PAIR and all(map(_is_line, cells)):
            yield clean_line(" ".join(cell.text for cell in cells))


def _is_line(cell: Cell) -> bool:
    return is_short_line(plain(clean_line(cell.text)))
