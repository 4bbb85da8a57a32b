"""Tables as Word XML, one string each: python-docx takes a thousand times as long for cells."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf

from exporters.word.column_widths import CELL_MARGINS_MM, NARROW_MARGINS_MM, ColumnWidths
from exporters.word.list_numbers import ListNumbers
from exporters.word.measures import Measures
from exporters.word.paragraphs import paragraph_xml
from exporters.word.styles import HEADER_SHADE, STYLE_OF, TABLE_STYLE, TONE_SHADES
from exporters.word.text import attribute
from plan.council.own_field import BLACK, ink_on
from plan.papers.blocks import Block, Cell, Paragraph, Role, Row, Table
from plan.papers.typed_lists import with_typed_lists

TWIPS_A_MM = 1440 / 25.4
_MARGINS = {
    CELL_MARGINS_MM: "",  # those of the style
    NARROW_MARGINS_MM: '<w:tblCellMar><w:left w:w="45" w:type="dxa"/>'
    '<w:right w:w="45" w:type="dxa"/></w:tblCellMar>',
}
FIRST_ROW, FIRST_COLUMN, NO_BANDS = 0x0020, 0x0080, 0x0400
"""The bits of a `w:tblLook`: which of the cells are headings."""
PAGE_SHARE = 0.9
"""Of a page below the header row: a row that is lower is kept on one page, with its ref."""
FIRST_SHARE = 0.8
"""The same of the first row below a heading: were it a line too high, that would stand alone."""
LOST_LETTERS = 2.5
"""At the end of a line, as the next word does not fit in it: half of a usual word."""
SPACE_LINES = 0.35
"""The space around a paragraph of a cell, in lines."""
SMALL_TABLE_LINES = 20
"""A table of a form of at most so many lines is kept on one page."""


@dataclass(frozen=True)
class TablePages:
    """The pages on which tables stand: the type, the widths of columns, the height of the text.

    `written` holds tables as XML, by their ids, for the next paper that has the same pages; it is
    None where there is no other.
    """

    measures: Measures
    widths: ColumnWidths
    height: float = inf
    written: dict[int, str] | None = None


def table_xml(
    table: Table, list_numbers: ListNumbers, pages: TablePages, above: float = 0.0
) -> str:
    """Return a table as XML; `list_numbers` numbers the tick boxes and questions in it.

    `above` is the height in millimetres of the headings that stay on the page of its first row.
    """
    if pages.written is None:
        return _table_xml(table, list_numbers, pages, above)
    xml = pages.written.pop(id(table), "")  # no third paper has it
    if xml:
        return xml
    asked = list_numbers.asked
    xml = _table_xml(table, list_numbers, pages, above)
    if list_numbers.asked == asked:  # no number of this paper stands in it
        pages.written[id(table)] = xml
    return xml


def _table_xml(table: Table, list_numbers: ListNumbers, pages: TablePages, above: float) -> str:
    in_mm = pages.widths.of(table)
    widths = [round(width * TWIPS_A_MM) for width in in_mm]
    cells = [f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>' for width in widths]
    is_form = _is_form(table)
    role: Role = "form-answer" if is_form else "plan-cell"
    letter = pages.measures.letter(role)
    margins = pages.widths.margins(table)
    room = [max((width - margins) / letter - LOST_LETTERS, 1.0) for width in in_mm]
    lines = [_lines(lengths, room) for lengths in pages.widths.lengths(table)]
    line = pages.measures.line(role)
    most = _most_lines(table, lines, pages.height / line, above / line)
    keeps = len(lines) - 1 if is_form and sum(lines) <= SMALL_TABLE_LINES else 0
    write = _CellWriter(list_numbers, pages, _blank_xml(role))
    is_parted = _is_card(table) and sum(lines) > (pages.height - above) / line * PAGE_SHARE
    rows = (
        _row_xml(
            row,
            cells,
            write,
            keep=place < keeps,
            is_whole=lines[place] <= most[place],
            is_parted=is_parted,
        )
        for place, row in enumerate(table.rows)
    )
    return "".join((_properties_xml(table, widths, _MARGINS[margins]), *rows, "</w:tbl>"))


def _most_lines(table: Table, lines: Sequence[float], of_page: float, above: float) -> list[float]:
    """Return how many lines each row may have to stand on one page, below the header row.

    The first has less room: else what stands `above` it would be left alone on its page.
    """
    header = lines[0] if table.rows and table.rows[0].is_header else 0
    most = [(of_page - header) * PAGE_SHARE] * len(lines)
    first = 1 if header else 0
    share = FIRST_SHARE if above else PAGE_SHARE
    most[first : first + 1] = [(of_page - header - above) * share] * (len(lines) > first)
    return most


def _properties_xml(table: Table, widths: Sequence[int], margins: str) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{TABLE_STYLE}"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>{margins}'
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
    write: "_CellWriter",
    *,
    keep: bool,
    is_whole: bool,
    is_parted: bool,
) -> str:
    """Return a row as XML.

    In a card that `is_parted`, being higher than a page, labels do not keep to the row below:
    LibreOffice took that for the whole table, and left the heading above it alone on its page.
    """
    if row.is_header:
        properties = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
    else:
        properties = "<w:trPr><w:cantSplit/></w:trPr>" if is_whole else ""
    keeps = [None if is_parted else keep, *[keep] * (len(row.cells) - 1)]
    written = "".join(
        [
            f"<w:tc>{start}{_shade_xml(row, cell)}</w:tcPr>"
            f"{write.blocks_xml(cell.blocks, keep=kept, ink=_ink(cell))}</w:tc>"
            for start, cell, kept in zip(cells, row.cells, keeps, strict=True)
        ]
    )
    return f"<w:tr>{properties}{written}</w:tr>"


def _is_card(table: Table) -> bool:
    """Return whether each row begins with its label, not only the header row."""
    first = table.rows[-1].cells[0].blocks[:1] if len(table.rows) > 1 else ()
    return bool(first) and isinstance(first[0], Paragraph) and first[0].role == "plan-header"


def _shade_xml(row: Row, cell: Cell) -> str:
    shade = HEADER_SHADE if row.is_header else cell.fill or TONE_SHADES[cell.tone]
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>' if shade else ""


def _ink(cell: Cell) -> str:
    """Return the colour of the text on a dark ground, empty for the usual one."""
    ink = ink_on(cell.fill) if cell.fill else BLACK
    return "" if ink == BLACK else ink


def _blank_xml(role: Role) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{STYLE_OF[role]}"/></w:pPr></w:p>'


@dataclass(frozen=True)
class _CellWriter:
    """Writes the contents of cells; `blank` is that of an empty one."""

    list_numbers: ListNumbers
    pages: TablePages
    blank: str

    def blocks_xml(self, blocks: Sequence[Block], *, keep: bool | None, ink: str) -> str:
        """Return the content of a cell. It ends with a paragraph, or Word refuses the file."""
        if not blocks:
            return self.blank
        numbers = self.list_numbers
        written: list[str] = []
        above: Paragraph | None = None
        for block in with_typed_lists(blocks):
            if isinstance(block, Paragraph):
                written.append(paragraph_xml(block, numbers, above=above, keep=keep, ink=ink))
                above = block if block.bullet is None else above
            else:
                written.append(table_xml(block, numbers, self.pages))
                above = None
        if not isinstance(blocks[-1], Paragraph):
            written.append(self.blank)
        return "".join(written)


def _lines(lengths: Sequence[tuple[int, ...]], room: Sequence[float]) -> float:
    """Return how many lines the highest cell of a row has, about.

    `lengths` has the letters of each paragraph of each cell, `room` those of a line of each.
    """
    return max(
        1.0,
        *(
            sum([letters // line + 1 + SPACE_LINES for letters in cell])
            for cell, line in zip(lengths, room, strict=False)
        ),
    )
