"""Tables as Word XML, one string each: python-docx's own cells take a thousand times as long."""

from collections.abc import Iterator, Sequence
from math import ceil

from exporters.word.paragraphs import paragraph_xml
from exporters.word.styles import EMPTY_CELL, HEADER_SHADE, TABLE_STYLE
from exporters.word.text import attribute
from plan.blocks import Block, Cell, Paragraph, Row, Table

TWIPS_A_MM = 1440 / 25.4
LETTER_MM = 1.9
"""Width of a usual letter of the plan's cells, in millimetres."""
SHORT_ROW_LINES = 18
"""A row of so many lines stays on one page; keeping every row whole costs a quarter more."""


def table_xml(table: Table, ids: Iterator[int]) -> str:
    """Return a table; `ids` number the tick boxes in it."""
    widths = [round(width * TWIPS_A_MM) for width in table.widths]
    cells = [f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>' for width in widths]
    rows = (_row_xml(row, cells, table.widths, ids) for row in table.rows)
    return "".join((_properties_xml(table, widths), *rows, "</w:tbl>"))


def _properties_xml(table: Table, widths: Sequence[int]) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{TABLE_STYLE}"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
        'w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{attribute(table.title)}"/>'
        f'<w:tblDescription w:val="{attribute(table.description)}"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>"
    )


def _row_xml(row: Row, cells: Sequence[str], widths: Sequence[float], ids: Iterator[int]) -> str:
    shade = ""
    if row.is_header:
        shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{HEADER_SHADE}"/>'
        properties = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
    else:
        properties = "<w:trPr><w:cantSplit/></w:trPr>" if _is_short(row, widths) else ""
    written = "".join(
        f"<w:tc>{start}{shade}</w:tcPr>{_blocks_xml(cell.blocks, ids)}</w:tc>"
        for start, cell in zip(cells, row.cells, strict=True)
    )
    return f"<w:tr>{properties}{written}</w:tr>"


def _blocks_xml(blocks: Sequence[Block], ids: Iterator[int]) -> str:
    """Return what is in a cell; a cell always ends with a paragraph, or Word refuses the file."""
    if not blocks:
        return EMPTY_CELL
    written = "".join(
        paragraph_xml(block, ids) if isinstance(block, Paragraph) else table_xml(block, ids)
        for block in blocks
    )
    return written if isinstance(blocks[-1], Paragraph) else written + EMPTY_CELL


def _is_short(row: Row, widths: Sequence[float]) -> bool:
    return all(
        _lines(cell, width) <= SHORT_ROW_LINES
        for cell, width in zip(row.cells, widths, strict=True)
    )


def _lines(cell: Cell, width: float) -> int:
    letters = max(width / LETTER_MM, 1)
    return sum(ceil(max(len(block.text), 1) / letters) for block in cell.paragraphs)
