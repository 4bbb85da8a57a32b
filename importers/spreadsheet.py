"""Reads a list of a plan from a CSV file or a workbook: the keys of its first row, and its rows.

A CSV file is read whatever its encoding and whatever stands between its cells; what was written so
that no spreadsheet runs it is read as it was.
"""

import csv
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import TypeAlias

from files.ordinary import TooLargeError, content_of, reason_of
from importers.errors import UnreadableError
from importers.workbook import Page, pages_of
from plan.model.fields import ActionFields, described
from plan.papers.sheets import NOTE_FIELDS, OWN, ReadSheet, SheetRow
from plan.text.clean import clean_line, safe_characters
from plan.text.line_breaks import counted, shortened
from plan.text.spreadsheet import unguarded

LARGEST = 64 * 1024 * 1024
"""Bytes of a file that is read."""
MOST_ROWS = 100_000
_LONGEST_CELL = 2 * 1024 * 1024
_BETWEEN = ",;\t|"
"""What may stand between the cells of a CSV file; Excel writes what is usual where it runs."""
_MARKS = ((BOM_UTF8, "utf-8"), (BOM_UTF16_LE, "utf-16-le"), (BOM_UTF16_BE, "utf-16-be"))
_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_KNOWN = frozenset(
    {"ref", "id", "action_id", "aim", "action", "when", "standing", "kind", "remark", "plan"}
    | {*described(ActionFields), *NOTE_FIELDS}
)
_Rows: TypeAlias = Sequence[tuple[int, Sequence[str | None]]]
_AS_IT_WAS = "so nothing was read from it. The file is as it was."

# A cell may hold as much as a field of a plan, which is more than the reader takes by itself.
csv.field_size_limit(_LONGEST_CELL)


@dataclass(frozen=True)
class _Headed:
    """The rows of a sheet below its keys, with how many of those are known."""

    keys: tuple[str, ...]
    rows: _Rows
    known: int


def read_sheet(path: Path) -> ReadSheet:
    """Return the list that a CSV file or a workbook holds.

    Raises UnreadableError, with a sentence for the officer, where it is neither, or damaged, or far
    larger than any list of actions.
    """
    content = _content(path)
    if content.startswith(_OLE):
        raise UnreadableError(
            f"{path.name} is in an old Excel format, or protected with a password, {_AS_IT_WAS} "
            "Save it in Excel as an Excel Workbook (.xlsx) without a password, or as CSV, and "
            "choose that file."
        )
    if content.startswith(b"PK"):
        return _of_pages(path, pages_of(path, content))
    text, remarks = _decoded(path, content)
    return _read(path.name, _headed(_of_text(path, text)), remarks)


def _content(path: Path) -> bytes:
    try:
        return content_of(path, LARGEST)
    except TooLargeError as error:
        raise _too_large(path) from error
    except OSError as error:
        raise UnreadableError(
            f"{path} could not be opened: {reason_of(error)}. Nothing was read. Check the name and "
            "the folder; if it is open in another program, close it there."
        ) from error


def _too_large(path: Path) -> UnreadableError:
    return UnreadableError(
        f"{path.name} is far larger than any list of actions, {_AS_IT_WAS} Copy the rows into a "
        "new file and choose that one."
    )


# A workbook


def _of_pages(path: Path, pages: Sequence[Page]) -> ReadSheet:
    """Return the sheet of a workbook that has most of the keys; the others are told."""
    found = [(page, _headed(page.rows)) for page in pages]
    page, headed = max(found, key=lambda one: one[1].known)
    others = [f"“{shortened(one.name)}”" for one, _ in found if one is not page and one.rows]
    remarks = list(page.remarks)
    if others:
        remarks.append(f"Only the sheet “{page.name}” was read, and not {', '.join(others)}.")
    return _read(f"{path.name}, sheet {page.name}", headed, remarks)


# A CSV file


def _decoded(path: Path, content: bytes) -> tuple[str, list[str]]:
    """Return the text of a file and what is to be told of how it was read."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _without_mark(content, mark, encoding), []
    head = content[:2_000]
    even, odd = head[::2].count(0), head[1::2].count(0)
    if (odd > len(head) // 4 and not even) or (even > len(head) // 4 and not odd):
        return content.decode("utf-16-le" if odd else "utf-16-be", "replace"), []
    if even or odd:
        raise UnreadableError(
            f"{path.name} is neither a CSV file nor a workbook (.xlsx), {_AS_IT_WAS} Choose a file "
            "that was saved as one of these."
        )
    try:
        return content.decode("utf-8"), []
    except UnicodeDecodeError:
        text = content.decode("cp1252", "replace")
        return text, ["It is not UTF-8 and was read as Windows text: look at £, – and accents."]


def _without_mark(content: bytes, mark: bytes, encoding: str) -> str:
    return content[len(mark) :].decode(encoding, "replace")


def _of_text(path: Path, text: str) -> _Rows:
    first, _, rest = text.partition("\n")
    if first.lower().startswith("sep=") and len(first.strip()) == len("sep=,"):
        return _parted(path, rest, first.strip()[-1])
    start = text.lstrip("\r\n")[:_LONGEST_CELL]
    known = {one: _headed(_parted(path, start, one, most=1)).known for one in _BETWEEN}
    return _parted(path, text, max(_BETWEEN, key=lambda one: known[one]))


def _parted(path: Path, text: str, between: str, most: int = MOST_ROWS) -> _Rows:
    """Return the cells of a text, row by row. Raises UnreadableError where there is no end to it.

    With `most` 1 only the first row is wanted.
    """
    rows: list[tuple[int, Sequence[str | None]]] = []
    try:
        for number, row in enumerate(csv.reader(StringIO(text, newline=""), delimiter=between), 1):
            if any(map(str.strip, row)):
                rows.append((number, [unguarded(cell) for cell in row]))
            if len(rows) == most == 1:
                break
            if number > MOST_ROWS:
                raise _too_large(path)
    except csv.Error as error:
        if most == 1:
            return ()
        raise UnreadableError(
            f"{path.name} is no CSV file that can be read ({error}), {_AS_IT_WAS} Save it once "
            "more in the spreadsheet, as CSV or as a workbook (.xlsx)."
        ) from error
    return rows


# Keys and rows


def _headed(rows: _Rows) -> _Headed:
    if not rows:
        return _Headed((), (), 0)
    keys = tuple(_key(cell or "") for cell in rows[0][1])
    known = sum(key in _KNOWN or key.startswith(OWN) for key in keys)
    return _Headed(keys, rows[1:], known)


def _key(heading: str) -> str:
    """Return the key that a heading is: "Success criteria" is success_criteria."""
    said = clean_line(heading)
    if said.casefold().startswith(OWN):
        return f"{OWN}{said[len(OWN) :]}"
    key = said.casefold().replace(" ", "_")
    return key if key in _KNOWN else said


def _read(name: str, headed: _Headed, remarks: Sequence[str]) -> ReadSheet:
    places: dict[str, int] = {}
    for place, key in enumerate(headed.keys):
        places.setdefault(key, place)
    rows = tuple(_rows(headed, places))
    told = (*remarks, *_of_columns(headed))
    return ReadSheet(name, tuple(one for one in places if one), rows, told)


def _rows(headed: _Headed, places: dict[str, int]) -> Iterator[SheetRow]:
    for number, cells in headed.rows:
        said = {
            key: cell if (cell := cells[place]) is None else safe_characters(cell)
            for key, place in places.items()
            if key and place < len(cells)
        }
        if any(said.values()):
            yield SheetRow(number, said)


def _of_columns(headed: _Headed) -> Iterator[str]:
    twice = [one for one in dict.fromkeys(headed.keys) if one and headed.keys.count(one) > 1]
    if twice:
        names = ", ".join(f"“{shortened(one)}”" for one in twice)
        yield f"Of columns of one name the first was read: {names}."
    width = len(headed.keys)
    nameless = {place for place, key in enumerate(headed.keys) if not key}
    lost = sum(
        any(cell and (place >= width or place in nameless) for place, cell in enumerate(cells))
        for _, cells in headed.rows
    )
    if lost:
        yield f"Not looked at, as it stands below no key: what {counted(lost, 'row')} say there."
