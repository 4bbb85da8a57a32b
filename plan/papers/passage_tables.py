r"""A table in a report, kept as the text of a passage: Markdown's table of pipes.

A line is a row, a "|" stands between two cells, the line below the first row is of dashes. In a
cell a line break is `<br>`; a "|" of the officer's own is `\|`. Else a cell is the Markdown of any
other text, so that emphasis, bullets and every word come back.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from plan.papers.blocks import Block, Cell, Paragraph, Role, Row, Table, Text, paragraphs_of
from plan.papers.markdown import blocks_of, canonical, plain_of
from plan.text.clean import clean_line, clean_text

_DASHES = re.compile(r":?-{3,}:?")
_MARK = re.compile(r"\\.|<br>|\|", re.DOTALL)
_BREAK = "<br>"
_PARAGRAPH_END = re.compile(r"\n[ \t]*\n+")
_WIDTH = 160.0
"""Millimetres, of all columns together: the width of an upright page."""
_HEADED = 2
"""Rows of a table of which the first is a header."""
_NARROWEST = 18.0
_LONGEST = 60
"""Characters of a cell that count for the width of its column."""


def table_text(rows: Iterable[Sequence[str]]) -> str:
    """Return the text that keeps a table; `rows` are the Markdown of its cells.

    Rows without a word are left out; empty for a table that has none.
    """
    return table_lines(row for row in rows if any(map(str.strip, row)))


def table_lines(rows: Iterable[Sequence[str]]) -> str:
    """Return the text that keeps a table, its rows without a word as well."""
    written = [[_in_cell(cell) for cell in row] for row in rows]
    columns = max(map(len, written), default=0)
    lines = [_line([*row, *[""] * (columns - len(row))]) for row in written]
    return "\n".join((*lines[:1], _line(["---"] * columns), *lines[1:])) if lines else ""


def rows_of(text: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of a table that is kept as text, each as the Markdown of its cells."""
    lines = [line for line in text.split("\n") if line.strip()]
    rows = [_cells(line) for line in lines]
    if len(rows) > 1 and all(map(_DASHES.fullmatch, rows[1])):
        del rows[1]
    columns = max(map(len, rows), default=0)
    return tuple((*row, *[""] * (columns - len(row))) for row in rows)


def kept_table(text: str) -> str:
    """Return a table as typed in the one spelling that a passage keeps."""
    return table_text([canonical(clean_text(cell)) for cell in row] for row in rows_of(text))


def printed_rows(text: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows that are printed: those with a word, below a header without a blank cell."""
    rows = tuple(row for row in rows_of(text) if any(map(str.strip, row)))
    if len(rows) < _HEADED:
        return rows
    names = (cell if cell.strip() else unnamed(place) for place, cell in enumerate(rows[0]))
    return (tuple(names), *rows[1:])


def unnamed(column: int) -> str:
    """Return what is printed above a column without a heading: no cell of a header may be blank."""
    return f"Column {column + 1}"


def is_table(text: str) -> bool:
    """Return whether a part of a text is a table: a row, the line of dashes, as many cells each."""
    lines = text.strip().split("\n")
    if len(lines) < _HEADED or not all(line.strip().startswith("|") for line in lines):
        return False
    return all(map(_DASHES.fullmatch, _cells(lines[1])))


def prose_with_tables(markdown: str) -> Iterator[Block]:
    """Yield what stands in a text of a plan, of which a part between blank lines may be a table."""
    for part in parts_of(markdown):
        yield from (table_of(part),) if is_table(part) else blocks_of(part)


def parts_of(markdown: str) -> Iterator[str]:
    """Yield the tables in a text of a plan, and what stands above, between and below them."""
    if "|" not in markdown:
        yield from (markdown,) if markdown else ()
        return
    for is_one, run in groupby(_PARAGRAPH_END.split(markdown), is_table):
        parts = list(run)
        yield from parts if is_one else ("\n\n".join(parts),)


def table_of(text: str, caption: str = "") -> Table:
    """Return the table that a passage's text keeps; the first row of several is its header."""
    rows = printed_rows(text)
    has_header = len(rows) >= _HEADED
    headings = [clean_line(plain_of(cell)) for cell in rows[0]] if has_header else []
    named = ", ".join(filter(None, headings))
    return Table(
        tuple(_row(cells, is_header=has_header and n == 0) for n, cells in enumerate(rows)),
        _widths(rows),
        caption if caption and has_header else "Table",
        f"Columns: {named}." if named else "A table without a header row.",
    )


def plain_rows(text: str) -> str:
    """Return a table as plain lines, a row each, its cells apart by " | "."""
    return "\n".join(
        " | ".join(clean_line(plain_of(cell)) for cell in row).strip() for row in rows_of(text)
    )


def words_of_rows(text: str) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a table, row by row."""
    return tuple(paragraphs_of((table_of(text),)))


def _in_cell(markdown: str) -> str:
    """Return the Markdown of a cell on one line, its own pipes and breaks escaped."""
    text = _MARK.sub(_escaped, markdown.strip("\n")).replace("\n", _BREAK)
    return f"\\{text}" if _DASHES.fullmatch(text) else text


def _escaped(mark: re.Match[str]) -> str:
    return mark[0] if mark[0].startswith("\\") else f"\\{mark[0]}"


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cells(line: str) -> list[str]:
    """Return the Markdown of the cells in a line; what stands outside its outer pipes is none."""
    cells = [""]
    start = 0
    for mark in _MARK.finditer(line):
        cells[-1] += line[start : mark.start()]
        start = mark.end()
        match mark[0]:
            case "|":
                cells.append("")
            case "<br>":
                cells[-1] += "\n"
            case "\\|" | "\\<":
                cells[-1] += mark[0][1]
            case escaped:
                cells[-1] += escaped
    cells[-1] += line[start:]
    outer = slice(1 if not cells[0].strip() else 0, -1 if not cells[-1].strip() else None)
    return [cell.strip(" \t") for cell in (cells[outer] if len(cells) > 1 else cells)]


def _row(cells: Sequence[str], *, is_header: bool) -> Row:
    role: Role = "plan-header" if is_header else "plan-cell"
    paragraphs = ([replace(one, role=role) for one in blocks_of(cell)] for cell in cells)
    return Row(
        tuple(Cell(tuple(map(_heading, one) if is_header else one)) for one in paragraphs),
        is_header,
    )


def _heading(paragraph: Paragraph) -> Paragraph:
    """Return a heading without bold of its own if it is all bold: headings are printed bold."""
    texts = [one for one in paragraph.inlines if isinstance(one, Text) and one.text.strip()]
    if not texts or not all(one.bold for one in texts):
        return paragraph
    inlines = (
        replace(one, bold=False) if isinstance(one, Text) else one for one in paragraph.inlines
    )
    return replace(paragraph, inlines=tuple(inlines))


def _widths(rows: Sequence[Sequence[str]]) -> tuple[float, ...]:
    """Return the widths of the columns, in millimetres, by the longest line of each."""
    longest = [
        max(min(max(map(len, plain_of(cell).split("\n"))), _LONGEST) for cell in column)
        for column in zip(*rows, strict=True)
    ]
    whole = sum(longest) or 1
    least = min(_NARROWEST, _WIDTH / max(len(longest), 1))
    widths = [max(_WIDTH * one / whole, least) for one in longest]
    return tuple(round(_WIDTH * width / sum(widths), 1) for width in widths)
