"""Lines of labels and texts: a report's header and end, and those of a plan's cover and end."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import groupby
from string import Formatter
from typing import cast

from plan.council.own_field import NO_OWN_FIELDS, OwnFields
from plan.council.report_format import HeaderLine, ReportFormat, rows_of_lines
from plan.model.merged_fields import cell_name
from plan.model.rows import Cover, Report
from plan.papers.blocks import (
    LABEL_WIDTH,
    PAGE_WIDTH,
    TO_FILL_IN,
    Block,
    Cell,
    Inline,
    Paragraph,
    Row,
    Table,
    Text,
    plain,
)
from plan.papers.comments import Comments
from plan.papers.own_fields import own_as_plain

TAB = "\t"
_HEADER_ROLES = {"item": "report-item", "line": "report-line", "centred": "report-centred"}


def header_text(report: Report | Cover, line: HeaderLine, own: OwnFields = NO_OWN_FIELDS) -> str:
    """Return the text after the label of a header line; blank fields leave no gap.

    The line for the item number is the exception: its dots are where the number gets filled in.
    `own` are the fields that the council adds.
    """
    values = {name: _header_value(report, name, own) for name in line.fields}
    if line.place == "item" or all(values.values()):
        return line.text.format(**values)
    return _without_gaps(line.text, values)


def _header_value(report: Report | Cover, name: str, own: OwnFields) -> str:
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


def lines_as_blocks(
    report: Report,
    lines: tuple[HeaderLine, ...],
    layout: str,
    report_format: ReportFormat,
    comments: Comments,
) -> Iterator[Block]:
    """Yield lines of labels and texts: a paragraph each, or those below one another as a table.

    `comments` are printed beside what they are on.
    """
    rows = rows_of_lines(lines)
    if layout == "cells":
        yield _table_of_cells(report, rows, report_format, comments)
        return
    for is_table, together in _runs(rows, layout):
        if is_table:
            yield _table_of_lines(report, together, report_format, "Report header", comments)
        else:
            yield from (_line_paragraph(report, row, report_format, comments) for row in together)


def lines_of_plan(
    cover: Cover,
    lines: tuple[HeaderLine, ...],
    layout: str,
    report_format: ReportFormat,
    comments: Comments,
) -> Iterator[Block]:
    """Yield lines of a plan, as its format's `with_header_of_plan` says.

    They are no header of a report: a text stands behind its label as in any line.
    """
    for is_table, together in _runs(rows_of_lines(lines), layout):
        if is_table:
            yield _table_of_lines(cover, together, report_format, "About the plan", comments)
        else:
            for row in together:
                line = _line_paragraph(cover, row, report_format, comments)
                yield replace(line, role="body", inlines=tuple(map(_behind_label, line.inlines)))


def _behind_label(inline: Inline) -> Inline:
    if not isinstance(inline, Text) or not inline.text.endswith(f":{TAB}"):
        return inline
    return replace(inline, text=f"{inline.text[:-1]} ")


def _runs(
    rows: tuple[tuple[HeaderLine, ...], ...], layout: str
) -> Iterator[tuple[bool, tuple[tuple[HeaderLine, ...], ...]]]:
    """Yield rows of lines that are printed together, and whether as a table."""
    for is_table, group in groupby(rows, lambda row: layout == "table" and row[0].place == "line"):
        together = tuple(group)
        yield is_table and len(together) > 1, together


def _line_paragraph(
    report: Report | Cover,
    row: tuple[HeaderLine, ...],
    report_format: ReportFormat,
    comments: Comments,
) -> Paragraph:
    """Return a row of lines: each label, a tab, its text; a tab between two of them."""
    line, named = row[0], [name for one in row for name in _named(one, report_format.own)]
    text = header_text(report, line, report_format.own)
    if line.place != "line":
        words = " ".join(filter(None, (line.label, text)))
        printed = replace(plain(words, _HEADER_ROLES[line.place]), capitals=False)  # type: ignore[arg-type]
        return comments.on(printed, report, *named)
    inlines: list[Inline] = []
    for place, one in enumerate(row):
        text = header_text(report, one, report_format.own)
        inlines.append(Text(f"{TAB if place else ''}{one.label}{TAB}", bold=True))
        inlines += [Text(text)] if text else []
    printed = Paragraph(tuple(inlines), "report-line", capitals=report_format.capitals)
    return comments.on(printed, report, *named)


def _named(line: HeaderLine, own: OwnFields) -> Iterator[str]:
    """Yield the fields of a line as a comment on one of them names it."""
    yield from (cell_name("own", one) if own.get(one) else one for one in line.fields)


def _table_of_lines(
    report: Report | Cover,
    rows: tuple[tuple[HeaderLine, ...], ...],
    report_format: ReportFormat,
    title: str,
    comments: Comments,
) -> Table:
    """Return rows of labels and texts as a table, of which the first row is the header."""
    pairs = max(map(len, rows))
    made = []
    for place, row in enumerate(rows):
        is_header = place == 0
        cells: list[Cell] = []
        for line in row:
            text = header_text(report, line, report_format.own) or (TO_FILL_IN if is_header else "")
            label = replace(plain(line.label, "plan-header"), capitals=report_format.capitals)
            said = comments.on(plain(text, "plan-cell"), report, *_named(line, report_format.own))
            cells += [Cell((label,)), Cell((said,))]
        blank = TO_FILL_IN if is_header else ""
        cells += [Cell((plain(blank, "plan-cell"),))] * (2 * pairs - len(cells))
        made.append(Row(tuple(cells), is_header))
    label_width = LABEL_WIDTH / pairs if pairs > 1 else LABEL_WIDTH
    widths = (label_width, PAGE_WIDTH / pairs - label_width) * pairs
    names = ", ".join(line.label.strip(" :") for row in rows for line in row if line.label)
    return Table(tuple(made), widths, title, f"Labels and texts: {names}.")


def _table_of_cells(
    report: Report | Cover,
    rows: tuple[tuple[HeaderLine, ...], ...],
    report_format: ReportFormat,
    comments: Comments,
) -> Table:
    """Return rows of lines as a table with a cell to each, of which the first row is the header."""
    columns = max(map(len, rows))
    made = []
    for place, row in enumerate(rows):
        cells = []
        for line in row:
            text = header_text(report, line, report_format.own)
            text = text or (TO_FILL_IN if place == 0 and not line.label else "")
            label = f"{line.label} " if text and line.label else line.label
            words = [one for one in (Text(label, bold=True), Text(text)) if one.text]
            named = _named(line, report_format.own)
            said = comments.on(Paragraph(tuple(words), "plan-cell"), report, *named)
            cells.append(Cell((said,)))
        cells += [Cell((plain("", "plan-cell"),))] * (columns - len(cells))
        made.append(Row(tuple(cells), is_header=place == 0))
    names = ", ".join(line.label.strip(" :") for row in rows for line in row if line.label)
    widths = (PAGE_WIDTH / columns,) * columns
    return Table(tuple(made), widths, "Who wrote the report", f"Labels and texts: {names}.")
