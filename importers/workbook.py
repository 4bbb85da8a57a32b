"""Reads the cells of a workbook (.xlsx) as texts, within limits and without trusting it.

A date is read as a date in words, a number as it is shown. A formula is not worked out: its cell is
left alone, and told.
"""

import re
import warnings
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any, TypeAlias

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.cell_range import CellRange

from importers.errors import UnreadableError
from importers.word.archive import Archive
from plan.reading.dates import date_in_words, month_in_words
from plan.text.line_breaks import counted
from plan.text.spreadsheet import unescaped

MOST_CELLS = 2_000_000
MOST_LINES = 200_000
"""Rows, blank ones too: a sheet that was coloured to its end has a million of them."""
_SPOILT = (
    *(ArithmeticError, AssertionError, AttributeError, EOFError, LookupError, NotImplementedError),
    *(OSError, RuntimeError, SyntaxError, TypeError, ValueError, InvalidFileException),
    *(zipfile.BadZipFile, zlib.error),
)
"""What the library raises where a workbook is not as it should be."""
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})"')
_MOST_MERGED = 10_000
_DECIMALS = re.compile(r"0(?:\.(0+))?")
_DAY = re.compile(r"d", re.IGNORECASE)
_IN_QUOTES = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')

Cells: TypeAlias = tuple[tuple[int, Sequence[str | None]], ...]
"""Rows by their numbers; a cell that is None was left alone."""


@dataclass(frozen=True)
class Page:
    """A sheet of a workbook: its rows that say something, and what is to be told of them."""

    name: str
    rows: Cells
    remarks: tuple[str, ...] = ()


def pages_of(path: Path, content: bytes) -> tuple[Page, ...]:
    """Return the sheets of a workbook. Raises UnreadableError.

    Every part is unpacked within limits, and looked at for definitions that can do harm, before the
    library sees it.
    """
    names = _looked_through(path, content)
    if "xl/workbook.xml" not in names:
        raise _refused(path, "is a zip archive and no workbook (.xlsx)")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of what a workbook has that the library leaves out
        try:
            book = load_workbook(BytesIO(content), read_only=True, keep_links=False)
            pages = tuple(_page(path, content, page) for page in book.worksheets)
        except _SPOILT as error:
            raise _refused(path, "is damaged, or another kind of file under that name") from error
    if not pages:
        raise _refused(path, "has no sheet of cells")
    return pages


def _looked_through(path: Path, content: bytes) -> frozenset[str]:
    try:
        archive = Archive(path, BytesIO(content))
        for name in archive.names:
            part = archive.read(name)
            if name.endswith((".xml", ".rels", ".vml")) and _has_definitions(part):
                raise _refused(path, "holds definitions that no spreadsheet writes")
    except UnreadableError as error:
        if "definitions" in str(error):
            raise
        raise _refused(
            path, "is damaged, protected, or far larger inside than any list of actions"
        ) from error
    return archive.names


def _has_definitions(part: bytes) -> bool:
    """Return whether XML has a document type: every known attack by XML begins with one."""
    plain = part.replace(b"\0", b"") if b"\0" in part[:4] else part
    return b"<!DOCTYPE" in plain or b"<!ENTITY" in plain


def _refused(path: Path, why: str) -> UnreadableError:
    return UnreadableError(
        f"{path.name} {why}, so nothing was read from it. The file is as it was. Open it in the "
        "spreadsheet, save it as a new workbook (.xlsx) or as CSV, and choose that file."
    )


def _page(path: Path, content: bytes, page: Any) -> Page:
    """Return the rows of a sheet as the library reads them."""
    page.reset_dimensions()  # what a file states of its size may be wrong
    formulas = errors = cells = 0
    rows: dict[int, list[str | None]] = {}
    for number, row in enumerate(page.iter_rows(), 1):
        cells += len(row)
        if number > MOST_LINES or cells > MOST_CELLS:
            raise _refused(path, "is far larger than any list of actions")
        texts = [_text_of(cell) for cell in row]
        if any(texts) or None in texts:
            rows[number] = texts
            formulas += sum(cell.data_type == "f" for cell in row)
            errors += sum(cell.data_type == "e" for cell in row)
    width = max(map(len, rows.values()), default=0)
    for texts in rows.values():  # a cell at the end of a row that says nothing may not be written
        texts.extend([""] * (width - len(texts)))
    # The library has no public name for the part that a sheet is read from.
    part = page._worksheet_path  # noqa: SLF001
    merged = _with_merged(rows, content, part)
    remarks = tuple(_remarks(formulas, errors, merged))
    return Page(page.title, tuple((number, rows[number]) for number in sorted(rows)), remarks)


def _remarks(formulas: int, errors: int, merged: int) -> Iterator[str]:
    if formulas:
        yield f"Formulas are not worked out, so {counted(formulas, 'cell')} with one: left alone."
    if errors:
        yield f"Left alone, as a spreadsheet shows an error there: {counted(errors, 'cell')}."
    if merged:
        yield f"Merged cells were read as if each said the same: {counted(merged, 'cell')}."


def _with_merged(rows: dict[int, list[str | None]], content: bytes, part: str) -> int:
    """Put what stands in merged cells into each of them; return how many that fills."""
    with zipfile.ZipFile(BytesIO(content)) as package:
        found = _MERGED.findall(package.read(part))
    filled = 0
    for reference in found[:_MOST_MERGED]:
        area = CellRange(reference.decode("ascii"))
        left, top, right, bottom = area.bounds
        first = rows.get(top, [])
        said = first[left - 1] if left <= len(first) else ""
        for number in range(top, bottom + 1) if said else ():
            row = rows.get(number)
            if row is None:
                continue
            row.extend([""] * (right - len(row)))
            for place in range(left - 1, right):
                filled += row[place] != said
                row[place] = said
    return filled


def _text_of(cell: Any) -> str | None:
    """Return what a cell says; None where it is a formula or an error."""
    value = cell.value
    if cell.data_type in ("f", "e"):
        return None
    if value is None:
        return ""
    if isinstance(value, str):
        return unescaped(value)
    if isinstance(value, bool):
        return "Yes" if value else "No"
    shown = cell.number_format or ""
    if isinstance(value, (date, time, timedelta)):
        return _date_in_words(value, shown)
    return _number_as_shown(value, shown) if isinstance(value, (int, float)) else str(value)


def _date_in_words(value: date | time | timedelta, shown: str) -> str:
    """Return a date as a plan has it: a month where no day is shown."""
    if not isinstance(value, date):
        return str(value)
    day = value.date() if isinstance(value, datetime) else value
    has_day = not shown or bool(_DAY.search(_IN_QUOTES.sub("", shown)))
    return date_in_words(day) if has_day else month_in_words(day.year, day.month)


def _number_as_shown(value: float, shown: str) -> str:
    """Return a number with the decimals, the commas and the sign that its format shows."""
    form = _IN_QUOTES.sub(lambda found: found[0].strip('"') if found[0][0] == '"' else "", shown)
    form = form.partition(";")[0]
    decimals = _DECIMALS.search(form)
    if decimals is None or "E" in form:
        plain = int(value) if isinstance(value, float) and value.is_integer() else value
        return str(plain)
    is_percent = "%" in form
    places = len(decimals[1] or "")
    figures = value * 100 if is_percent else value
    text = f"{figures:,.{places}f}" if "," in form else f"{figures:.{places}f}"
    money = next((sign for sign in "£€$" if sign in shown), "")
    return f"{money}{text}{'%' if is_percent else ''}"
