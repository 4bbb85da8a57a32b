"""Reads a table that ends a report, in whose cells a label and a text stand, or one of the two."""

from collections.abc import Iterator, Sequence

from importers.account.ledger import left_out
from importers.report.header_lines import labelled
from importers.wording import said_words
from plan.council.report_format import HeaderLine, ReportFormat, rows_of_lines
from plan.papers.blocks import Cell, Paragraph, Row, Table
from plan.text.clean import clean_line

_BLANK = " …\t\u00a0"
_LEAST = 2


def lines_in_cells(
    table: Table, report_format: ReportFormat
) -> list[tuple[HeaderLine, str, tuple[Paragraph, ...]]]:
    """Return the lines of a report's end that the cells of a table are, none for another table.

    Each comes with its text and its paragraphs. Rows of the format may be missing.
    """
    rows = list(rows_of_lines(report_format.end_lines))
    found: list[tuple[HeaderLine, str, tuple[Paragraph, ...]]] = []
    known = 0
    for printed in table.rows:
        if not any(cell.text.strip(_BLANK) for cell in printed.cells):
            continue
        place = next((n for n, row in enumerate(rows) if _are_of(row, printed)), None)
        if place is None:
            return []
        found += _pairs(rows[place], printed)
        del rows[: place + 1]
        known += 1
    return found if known >= _LEAST else []


def know_label(line: HeaderLine, printed: Sequence[Paragraph]) -> None:
    """Note that the label in a cell is the format's own."""
    if line.label:
        left_out(printed, "labels", line.label)


def _are_of(row: Sequence[HeaderLine], printed: Row) -> bool:
    """Return whether the cells of a row say the labels that a row of the format has."""
    if len(printed.cells) < sum(bool(line.label) for line in row):
        return False
    cells = list(printed.cells)[: len(row)]
    labels = [(line, cell) for line, cell in zip(row, cells, strict=False) if line.label]
    return bool(labels) and all(_text_of(line, cell) is not None for line, cell in labels)


def _text_of(line: HeaderLine, cell: Cell) -> str | None:
    """Return what a cell says behind its label, None where that is another."""
    text = clean_line(cell.text)
    if not line.label:
        return text
    if not line.fields:
        return "" if said_words(text) == said_words(line.label) else None
    return labelled(text, line)


def _pairs(
    row: Sequence[HeaderLine], printed: Row
) -> Iterator[tuple[HeaderLine, str, tuple[Paragraph, ...]]]:
    for line, cell in zip(row, printed.cells, strict=False):
        yield line, (_text_of(line, cell) or "").strip(_BLANK), cell.paragraphs
