"""A list of a plan as a file for a spreadsheet: CSV, or a workbook. All cells are texts.

No cell is a formula, whatever it begins with, and the same list always gives the same bytes.
"""

import csv
from datetime import datetime
from io import BytesIO, StringIO
from itertools import chain

from openpyxl import Workbook
from openpyxl.cell.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from exporters.word.file_owner import signed
from exporters.word.package import PROPERTIES_PART, parts_of, zipped
from plan.papers.sheets import Sheet
from plan.text.spreadsheet import escaped, guarded

LONGEST_CELL = 32_767
"""Characters that a cell of a workbook holds: Excel mends a file that has more in one."""
_MARK = "\ufeff"
"""By which a spreadsheet knows that a CSV file is UTF-8."""
_NO_TIME = datetime(1980, 1, 1)
_WIDE = ("text", "success_criteria", "action", "remark")
_WIDTHS = {"ref": 8, "aim": 6, "id": 20, "action_id": 20}
_USUAL_WIDTH, _WIDEST = 24, 60
_TEXT = "@"
"""The format of a cell in which a spreadsheet keeps what is typed as it is."""


class TooLongForCellError(ValueError):
    """A text is longer than a cell of a workbook holds; `ref` and `key` say where it stands."""

    def __init__(self, ref: str, key: str) -> None:
        super().__init__(f"{key} of {ref}")
        self.ref = ref
        self.key = key


def csv_file(sheet: Sheet) -> bytes:
    """Return a sheet as a CSV file: UTF-8 with a mark, CRLF, what could be run with a sign."""
    stream = StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(map(guarded, sheet.keys))
    writer.writerows([guarded(text) for text in row] for row in sheet.rows)
    return (_MARK + stream.getvalue()).encode("utf-8")


def workbook(sheet: Sheet) -> bytes:
    """Return a sheet as a workbook (.xlsx). Raises TooLongForCellError.

    The header stays in sight and can be filtered by; each cell keeps as a text what is typed in it.
    """
    _refuse_too_long(sheet)
    book = Workbook(write_only=True)
    book.properties.creator = "plandesk"
    book.properties.title = sheet.title
    book.properties.created = _NO_TIME
    page = book.create_sheet(sheet.title)
    for number, key in enumerate(sheet.keys, 1):
        width = _WIDEST if key in _WIDE else _WIDTHS.get(key, _USUAL_WIDTH)
        page.column_dimensions[get_column_letter(number)].width = width
    page.freeze_panes = "A2"
    last = get_column_letter(max(len(sheet.keys), 1))
    page.auto_filter.ref = f"A1:{last}{len(sheet.rows) + 1}"
    wrapped, bold = Alignment(wrap_text=True, vertical="top"), Font(bold=True)
    for place, row in enumerate(chain((sheet.keys,), sheet.rows)):
        cells = []
        for text in row:
            cell = WriteOnlyCell(page, value=None)
            cell.value = escaped(text)
            cell.data_type = "s"  # whatever it begins with
            cell.number_format = _TEXT
            cell.alignment = wrapped
            if not place:
                cell.font = bold
            cells.append(cell)
        page.append(cells)
    stream = BytesIO()
    book.save(stream)
    return _without_times(stream.getvalue())


def _refuse_too_long(sheet: Sheet) -> None:
    for row in sheet.rows:
        for key, text in zip(sheet.keys, row, strict=True):
            if len(text) > LONGEST_CELL:
                raise TooLongForCellError(row[0], key)


def _without_times(package: bytes) -> bytes:
    """Return a workbook without the moment at which it was written, and with who wrote it."""
    parts = parts_of(package)
    before, tag, rest = parts[PROPERTIES_PART].partition(b"<dcterms:modified")
    _, end, after = rest.partition(b"</dcterms:modified>")
    parts[PROPERTIES_PART] = before + after if tag and end else parts[PROPERTIES_PART]
    return zipped(signed(parts))
