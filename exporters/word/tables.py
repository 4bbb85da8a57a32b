"""Tables as Word XML, one string each: python-docx takes a thousand times as long for cells."""

from collections.abc import Sequence
from dataclasses import replace
from math import ceil, inf

from exporters.word.list_numbers import ListNumbers
from exporters.word.paragraphs import paragraph_xml
from exporters.word.styles import HEADER_SHADE, STYLE_OF, TABLE_STYLE, TONE_SHADES
from exporters.word.text import attribute
from plan.council.own_field import BLACK, ink_on
from plan.papers.blocks import Block, Cell, Paragraph, Role, Row, Table

TWIPS_A_MM = 1440 / 25.4
FIRST_ROW, FIRST_COLUMN, NO_BANDS = 0x0020, 0x0080, 0x0400
"""The bits of a `w:tblLook`: which of the cells are headings."""
SHORT_ROW_LINES = 18
"""A row of at most so many lines is kept on one page; for all rows, papers are a quarter longer."""
SMALL_TABLE_LINES = 20
"""A table of a form of at most so many lines is kept on one page."""


def table_xml(table: Table, list_numbers: ListNumbers, room: float = inf) -> str:
    """Return a table as XML; `list_numbers` numbers the tick boxes and questions in it.

    Where it is wider than `room` millimetres, all columns are narrowed in proportion.
    """
    table = replace(table, widths=fitting_widths(table, room))
    widths = [round(width * TWIPS_A_MM) for width in table.widths]
    cells = [f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>' for width in widths]
    blank = _blank_xml("form-answer" if _is_form(table) else "plan-cell")
    last = len(table.rows) - 1
    is_whole = _is_form(table) and _is_small(table)
    rows = (
        _row_xml(row, cells, table.widths, list_numbers, blank, keep=is_whole and place < last)
        for place, row in enumerate(table.rows)
    )
    return "".join((_properties_xml(table, widths), *rows, "</w:tbl>"))


def _properties_xml(table: Table, widths: Sequence[int]) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{TABLE_STYLE}"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f"{_look_xml(has_row_names=_names_rows(table))}"
        f'<w:tblCaption w:val="{attribute(table.title)}"/>'
        f'<w:tblDescription w:val="{attribute(table.description)}"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>"
    )


def _names_rows(table: Table) -> bool:
    """Return whether the first cell of each row names it: it is never blank, nor alone."""
    rows = [row for row in table.rows if not row.is_header]
    return bool(rows) and all(
        len(row.cells) > 1 and not row.cells[0].merged_up and row.cells[0].text.strip()
        for row in rows
    )


def _is_form(table: Table) -> bool:
    """Return whether a table is from a form: the first cell of each row is its heading."""
    first = next((paragraph for row in table.rows for paragraph in row.cells[0].paragraphs), None)
    return first is not None and first.role == "form-header"


def _look_xml(*, has_row_names: bool) -> str:
    look = FIRST_ROW | NO_BANDS | (FIRST_COLUMN if has_row_names else 0)
    return (
        f'<w:tblLook w:val="{look:04X}" w:firstRow="1" w:lastRow="0" '
        f'w:firstColumn="{has_row_names:d}" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
    )


def _row_xml(
    row: Row,
    cells: Sequence[str],
    widths: Sequence[float],
    list_numbers: ListNumbers,
    blank: str,
    *,
    keep: bool,
) -> str:
    if row.is_header:
        properties = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
    else:
        properties = "<w:trPr><w:cantSplit/></w:trPr>" if _is_short(row, widths) else ""
    written = "".join(
        f"<w:tc>{start}{_shade_xml(row, cell)}</w:tcPr>"
        f"{_blocks_xml(cell.blocks, list_numbers, blank, keep=keep, ink=_ink(cell))}</w:tc>"
        for start, cell in zip(cells, row.cells, strict=True)
    )
    return f"<w:tr>{properties}{written}</w:tr>"


def _shade_xml(row: Row, cell: Cell) -> str:
    shade = HEADER_SHADE if row.is_header else cell.fill or TONE_SHADES[cell.tone]
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>' if shade else ""


def _ink(cell: Cell) -> str:
    """Return the colour of the text on a dark ground, empty for the usual one."""
    ink = ink_on(cell.fill) if cell.fill else BLACK
    return "" if ink == BLACK else ink


def _blank_xml(role: Role) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{STYLE_OF[role]}"/></w:pPr></w:p>'


def _blocks_xml(
    blocks: Sequence[Block],
    list_numbers: ListNumbers,
    blank: str,
    *,
    keep: bool,
    ink: str,
) -> str:
    """Return the content of a cell. It ends with a paragraph, or Word refuses the file."""
    if not blocks:
        return blank
    written: list[str] = []
    above: Paragraph | None = None
    for block in blocks:
        if isinstance(block, Paragraph):
            written.append(paragraph_xml(block, list_numbers, above=above, keep=keep, ink=ink))
            above = block if block.bullet is None else above
        else:
            written.append(table_xml(block, list_numbers))
            above = None
    return "".join(written) if isinstance(blocks[-1], Paragraph) else "".join((*written, blank))


def _is_small(table: Table) -> bool:
    """Return whether a table is small enough to be kept on one page."""
    lines = (max(map(_lines, row.cells, table.widths), default=0) for row in table.rows)
    return sum(lines) <= SMALL_TABLE_LINES


def _is_short(row: Row, widths: Sequence[float]) -> bool:
    return all(
        _lines(cell, width) <= SHORT_ROW_LINES
        for cell, width in zip(row.cells, widths, strict=True)
    )


def _lines(cell: Cell, width: float) -> int:
    letters = max(width / LETTER_MM, 1)
    return sum(ceil(max(len(block.text), 1) / letters) for block in cell.paragraphs)


LETTER_MM = 1.9
"""Width of a usual letter of the plan's cells, in millimetres."""
HEADING_LETTER_MM = 1.8
"""Width of a usual letter of a long word in a heading, in millimetres."""
CELL_MARGINS_MM = 3.0


def fitting_widths(table: Table, room: float = inf) -> tuple[float, ...]:
    """Return the widths of a table's columns, in millimetres, within `room`.

    Where they need more than that, all are narrowed alike; but a column takes what the longest
    word of its heading needs from those that have more than they need, so that no word is broken.
    """
    whole = sum(table.widths)
    if not whole:
        return table.widths
    share = min(1.0, room / whole)
    widths = tuple(width * share for width in table.widths) if share < 1 else table.widths
    needs = _needs(table)
    missing = sum(max(need - width, 0) for need, width in zip(needs, widths, strict=True))
    spare = sum(max(width - need, 0) for need, width in zip(needs, widths, strict=True))
    if not missing or spare < missing:
        return widths
    return tuple(
        need if width < need else width - (width - need) * missing / spare
        for need, width in zip(needs, widths, strict=True)
    )


def _needs(table: Table) -> tuple[float, ...]:
    header = next((row.cells for row in table.rows if row.is_header), ())
    longest = [max(map(len, cell.text.split()), default=0) for cell in header]
    longest += [0] * (len(table.widths) - len(longest))
    return tuple(letters * HEADING_LETTER_MM + CELL_MARGINS_MM for letters in longest)
