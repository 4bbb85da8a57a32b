"""Tables as plain lines: row by row, each cell after its heading, as you would read them out."""

from collections.abc import Iterator

from plan.papers.blocks import Block, Cell, Paragraph, Row, Table, Text, TickBox
from plan.papers.linear_paragraphs import BLANK, Line, LinePrefix, inline_lines, paragraph_lines

NOTHING = "(blank)"
"""Printed for an empty cell."""
_NO_MARK = "no mark"

_INDENT = "  "
_FEW = 2
"""The number of columns in a table of questions and answers."""


def table_lines(table: Table, width: int, indent: str = "") -> Iterator[Line]:
    """Yield a table row by row, with a blank line between rows that take more than one line."""
    headings = _headings(table)
    rows = [row for row in table.rows if not row.is_header]
    if any(map(_has_marks, rows)) and headings and headings[0]:
        yield from inline_lines((Text(headings[0]),), LinePrefix(indent, indent), width, "strong")
    for number, row in enumerate(rows):
        if number and not _has_marks(row):
            yield BLANK
        yield from _row_lines(row, headings, width, indent)


def _headings(table: Table) -> tuple[str, ...]:
    """Return the heading of each grid column, or empty if it has none."""
    header = next((row for row in table.rows if row.is_header), None)
    if header is None:
        return ()
    headings = [""] * header.first_column
    for cell in header.cells:
        headings += [" ".join(cell.text.split())] * cell.span
    return tuple(headings)


def _row_lines(row: Row, headings: tuple[str, ...], width: int, indent: str) -> Iterator[Line]:
    if _has_marks(row):
        return _marked_row(row, headings, width, indent)
    if _is_asked(row.cells[0]) and len(row.cells) <= _FEW:
        return _question(row, width, indent)
    return _card(row, headings, width, indent)


# A row of boxes


def _has_marks(row: Row) -> bool:
    marks = row.cells[1:]
    return bool(marks) and all(_box_of(cell) is not None for cell in marks)


def _box_of(cell: Cell) -> TickBox | None:
    """Return the box of a cell that contains nothing else."""
    inlines = [inline for paragraph in cell.paragraphs for inline in paragraph.inlines]
    only = inlines[0] if len(inlines) == 1 else None
    return only if isinstance(only, TickBox) else None


def _marked_row(row: Row, headings: tuple[str, ...], width: int, indent: str) -> Iterator[Line]:
    label, *below = row.cells[0].paragraphs or (Paragraph(()),)
    marks = [_box_of(cell) for cell in row.cells[1:]]
    ticked = [place for place, box in enumerate(marks, 1) if box is not None and box.ticked]
    if len(marks) == 1:
        text = f"{'[x]' if ticked else '[ ]'} {label.text}"
    else:
        said = ", ".join(_heading_at(headings, place, row) for place in ticked)
        text = f"{label.text}: {said or _NO_MARK}"
    inner = indent + _INDENT
    yield from inline_lines((Text(text),), LinePrefix(indent, inner), width)
    for paragraph in below:
        yield from paragraph_lines(paragraph, width, inner)


# A question and its answer


def _is_asked(cell: Cell) -> bool:
    return any(paragraph.role == "form-question" for paragraph in cell.paragraphs)


def _question(row: Row, width: int, indent: str) -> Iterator[Line]:
    asked = [cell for cell in row.cells if _is_asked(cell)]
    for cell in asked:
        yield from _blocks(cell.blocks, width, indent)
    for cell in row.cells:
        if cell not in asked:
            yield from _content(cell, width, indent + _INDENT)


# Any other row: a card


def _card(row: Row, headings: tuple[str, ...], width: int, indent: str) -> Iterator[Line]:
    """Yield the cells after their headings; the cell that names the row gets a line above them."""
    cells, inner, start = row.cells, indent, 0
    if _is_asked(cells[0]):
        yield from _blocks(cells[0].blocks, width, indent)
        inner, start = indent + _INDENT, 1
    for place in range(start, len(cells)):
        if not cells[place].merged_up:
            yield from _entry(cells[place], _heading_at(headings, place, row), width, inner)


def _heading_at(headings: tuple[str, ...], place: int, row: Row) -> str:
    column = row.first_column + sum(cell.span for cell in row.cells[:place])
    return headings[column].rstrip(": ") if column < len(headings) else ""


def _entry(cell: Cell, heading: str, width: int, indent: str) -> Iterator[Line]:
    if not heading:
        yield from _content(cell, width, indent)
        return
    inner = indent + _INDENT
    label = LinePrefix(f"{indent}{heading}: ", inner, is_label=True)
    only = cell.blocks[0] if len(cell.blocks) == 1 else None
    if not cell.text.strip() and not any(map(_holds_box, cell.paragraphs)):
        yield from inline_lines((Text(NOTHING),), label, width)
    elif isinstance(only, Paragraph) and only.bullet is None:
        yield from inline_lines(only.inlines, label, width)
    else:
        yield from inline_lines((), LinePrefix(f"{indent}{heading}:", inner, is_label=True), width)
        yield from _blocks(cell.blocks, width, inner)


def _holds_box(paragraph: Paragraph) -> bool:
    return any(isinstance(inline, TickBox) for inline in paragraph.inlines)


def _content(cell: Cell, width: int, indent: str) -> Iterator[Line]:
    if cell.text.strip():
        yield from _blocks(cell.blocks, width, indent)
    else:
        yield Line(f"{indent}{NOTHING}", "faint")


def _blocks(blocks: tuple[Block, ...], width: int, indent: str) -> Iterator[Line]:
    for block in blocks:
        if isinstance(block, Table):
            yield from table_lines(block, width, indent)
        else:
            yield from paragraph_lines(block, width, indent)
