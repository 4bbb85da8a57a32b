"""A list in a CSV file or a workbook is read as it was written, by whatever program saved it."""

import csv
from collections.abc import Callable
from datetime import date, datetime
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from exporters.spreadsheet import TooLongForCellError, csv_file, workbook
from exporters.word.file_owner import is_untouched
from importers.errors import UnreadableError
from importers.spreadsheet import read_sheet
from plan.papers.sheets import ReadSheet, Sheet
from plan.text.clean import safe_characters
from plan.text.spreadsheet import RUN

KEYS = ("ref", "text", "leads", "id")
ROW = ("1.10", "Publish one guide.\n- for families", "A\nB", "0123456789abcdef")
SHEET = Sheet("actions", KEYS, (ROW, ("1.2", "", "", "second")))
any_text = st.text(max_size=30) | st.text(alphabet="'=+-@\t\n;,\"_x000D1.é€", max_size=12)
kept = any_text.map(safe_characters)
sheets = st.lists(st.tuples(kept, kept, kept), max_size=4).map(
    lambda rows: Sheet(
        "actions", KEYS, tuple((str(n), *row[:2], f"id-{n}") for n, row in enumerate(rows))
    )
)


def texts(read: ReadSheet, keys: tuple[str, ...] = KEYS) -> tuple[tuple[str | None, ...], ...]:
    return tuple(tuple(row.cells.get(key) for key in keys) for row in read.rows)


def written(tmp_path: Path, content: bytes, name: str = "list.csv") -> Path:
    path = tmp_path / name
    path.write_bytes(content)
    return path


def saved(
    tmp_path: Path, rows: list[list[Any]], edit: Callable[[Any], None] = lambda _: None
) -> Path:
    """Return a workbook that a spreadsheet saved, with one sheet that `edit` may change."""
    book = Workbook()
    assert book.active is not None
    for row in rows:
        book.active.append(row)
    edit(book.active)
    book.save(tmp_path / "list.xlsx")
    return tmp_path / "list.xlsx"


@pytest.mark.parametrize(("make", "ending"), [(csv_file, "csv"), (workbook, "xlsx")])
@given(sheet=sheets)
def test_whatever_a_list_says_comes_back(
    make: Callable[[Sheet], bytes], ending: str, sheet: Sheet, tmp_path_factory: Any
) -> None:
    path = tmp_path_factory.getbasetemp() / f"any.{ending}"
    path.write_bytes(make(sheet))
    assert texts(read_sheet(path)) == sheet.rows


def test_a_csv_file_is_utf_8_with_a_mark_and_crlf() -> None:
    content = csv_file(SHEET)
    assert content.startswith(b"\xef\xbb\xbfref,text,leads,id\r\n'1.10,")
    assert content.count(b"\r\n") == 3
    assert content == csv_file(SHEET)


@given(st.sampled_from(RUN), any_text)
def test_no_cell_of_a_csv_file_begins_a_formula(sign: str, rest: str) -> None:
    content = csv_file(Sheet("actions", ("text",), ((sign + rest,),))).decode("utf-8-sig")
    _, (cell,) = csv.reader(StringIO(content, newline=""))
    assert cell[0] == "'"


def test_a_workbook_holds_texts_only_and_no_formula(tmp_path: Path) -> None:
    content = workbook(Sheet("actions", ("text",), (("=1+1",), ("-1",), ("12",), ("",))))
    with ZipFile(BytesIO(content)) as package:
        page = package.read("xl/worksheets/sheet1.xml")
    assert page.count(b't="inlineStr"') == 5
    assert b"<f>" not in page
    assert is_untouched(written(tmp_path, content, "list.xlsx"))


def test_the_same_list_gives_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("time.time", lambda: 4_000_000_000.0)
    first = workbook(SHEET)
    monkeypatch.setattr("time.time", lambda: 4_100_000_000.0)
    assert workbook(SHEET) == first
    assert b"modified" not in first


def test_a_text_that_no_cell_holds_is_refused_before_anything_is_written() -> None:
    with pytest.raises(TooLongForCellError, match=r"text of 1\.1"):
        workbook(Sheet("actions", ("ref", "text"), (("1.1", "x" * 32_768),)))


@pytest.mark.parametrize("between", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_a_csv_file_is_read_as_any_spreadsheet_saves_it(
    between: str, encoding: str, end: str, tmp_path: Path
) -> None:
    stream = StringIO(newline="")
    rows = [
        ("Ref", "Text", "Leads", "ID", "", ""),
        ("1.1", "Café – £5", "A", "x", "", ""),
        [""] * 6,
    ]
    csv.writer(stream, delimiter=between, lineterminator=end).writerows(rows)
    read = read_sheet(written(tmp_path, stream.getvalue().encode(encoding)))
    assert texts(read) == (("1.1", "Café – £5", "A", "x"),)
    assert bool(read.remarks) == (encoding == "cp1252")


def test_the_line_by_which_excel_is_told_what_stands_between_is_no_row(tmp_path: Path) -> None:
    path = written(tmp_path, b"sep=;\r\nref;text\r\n1.1;Ask, and listen\r\n")
    assert texts(read_sheet(path), ("ref", "text")) == (("1.1", "Ask, and listen"),)


def test_a_short_row_leaves_alone_what_it_does_not_say(tmp_path: Path) -> None:
    path = written(tmp_path, b"ref,text,leads\n1.1,Ask\n")
    assert texts(read_sheet(path), ("ref", "text", "leads")) == (("1.1", "Ask", None),)


def test_two_columns_of_one_name_and_words_below_no_key_are_told(tmp_path: Path) -> None:
    path = written(tmp_path, b"ref,text,text,\n1.1,Ask,Other,more\n")
    read = read_sheet(path)
    assert texts(read, ("ref", "text")) == (("1.1", "Ask"),)
    assert read.remarks == (
        "Of columns of one name the first was read: “text”.",
        "Not looked at, as it stands below no key: what 1 row say there.",
    )


def test_dates_and_numbers_of_a_workbook_are_read_as_they_are_shown(tmp_path: Path) -> None:
    def shown(page: Any) -> None:
        for place, form in enumerate(
            ["0.00", "mmm-yy", "dd/mm/yyyy", "General", "0%", "£#,##0"], 1
        ):
            page.cell(2, place).number_format = form

    row = [1.1, datetime(2016, 9, 1), date(2016, 9, 26), 12.0, 0.85, 12500]
    path = saved(tmp_path, [["ref", "timescale", "as_at", "pages", "text", "leads"], row], shown)
    read = read_sheet(path)
    assert texts(read, read.keys) == (
        ("1.10", "September 2016", "26 September 2016", "12", "85%", "£12,500"),
    )


def test_a_formula_and_an_error_are_left_alone_and_told(tmp_path: Path) -> None:
    path = saved(tmp_path, [["ref", "text", "leads"], ["1.1", "=A2&A3", "#N/A"]])
    read = read_sheet(path)
    assert texts(read, read.keys) == (("1.1", None, None),)
    assert read.remarks == (
        "Formulas are not worked out, so 1 cell with one: left alone.",
        "Left alone, as a spreadsheet shows an error there: 1 cell.",
    )


def test_a_cell_that_was_emptied_at_the_end_of_a_row_is_empty(tmp_path: Path) -> None:
    path = saved(tmp_path, [["ref", "text", "leads"], ["1.1", "Ask"]])
    assert texts(read_sheet(path), ("ref", "text", "leads")) == (("1.1", "Ask", ""),)


def test_merged_cells_each_say_what_is_shown_and_hidden_rows_are_rows(tmp_path: Path) -> None:
    def laid_out(page: Any) -> None:
        page.merge_cells("B2:B3")
        page.row_dimensions[3].hidden = True

    path = saved(tmp_path, [["ref", "leads"], ["1.1", "Team"], ["1.2", "lost"]], laid_out)
    read = read_sheet(path)
    assert texts(read, read.keys) == (("1.1", "Team"), ("1.2", "Team"))
    assert read.remarks == ("Merged cells were read as if each said the same: 1 cell.",)


def test_of_several_sheets_the_one_with_the_keys_is_read_and_the_others_are_told(
    tmp_path: Path,
) -> None:
    def with_another(page: Any) -> None:
        page.parent.create_sheet("Notes", 0).append(["Remember the milk"])
        page.parent.create_sheet("Blank")

    read = read_sheet(saved(tmp_path, [[], ["ref", "text"], ["1.1", "Ask"]], with_another))
    assert read.name == "list.xlsx, sheet Sheet"
    assert [(row.number, row.cells["text"]) for row in read.rows] == [(3, "Ask")]
    assert read.remarks == ("Only the sheet “Sheet” was read, and not “Notes”.",)


def zipped(**parts: bytes) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name.replace("__", "/"), content)
    return stream.getvalue()


def with_part(content: bytes, name: str, part: bytes) -> bytes:
    stream = BytesIO()
    with ZipFile(BytesIO(content)) as package, ZipFile(stream, "w", ZIP_DEFLATED) as other:
        for one in package.namelist():
            other.writestr(one, part if one == name else package.read(one))
    return stream.getvalue()


PAGE = "xl/worksheets/sheet1.xml"
HOSTILE: dict[str, Callable[[bytes], bytes]] = {
    "empty zip": lambda _: b"PK\x05\x06" + b"\0" * 18,
    "cut off": lambda sound: sound[: len(sound) // 2],
    "no workbook": lambda _: zipped(word__document=b"x"),
    "old Excel": lambda _: bytes.fromhex("D0CF11E0A1B11AE1") + b"\0" * 600,
    "bomb": lambda sound: with_part(sound, PAGE, b"<worksheet>" + b" " * 70_000_000),
    "entities": lambda sound: with_part(
        sound, PAGE, b'<!DOCTYPE x [<!ENTITY a "b">]><worksheet>&a;</worksheet>'
    ),
    "no XML": lambda sound: with_part(sound, PAGE, b"<worksheet><sheetData><row><c"),
    "another XML": lambda sound: with_part(sound, "xl/workbook.xml", b"<html/>"),
    "picture": lambda _: b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0",
    "unended quotes": lambda _: b'ref,text\n1.1,"' + b"x" * 3_000_000,
}
"""How each is made of a sound workbook: by the test alone, not by every process that collects."""


@pytest.mark.parametrize("kind", HOSTILE)
def test_what_is_no_list_is_refused_in_a_sentence(kind: str, tmp_path: Path) -> None:
    path = written(tmp_path, HOSTILE[kind](workbook(SHEET)), "list.xlsx")
    with pytest.raises(UnreadableError, match=r"list\.xlsx .*, so nothing was read from it"):
        read_sheet(path)


def test_a_sheet_that_is_coloured_to_its_end_is_not_read_without_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("importers.workbook.MOST_LINES", 1_000)
    rows = b"".join(b'<row r="%d"><c r="A%d" s="1"/></row>' % (n, n) for n in range(3, 1_100))
    page = (
        b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        b'<row r="1"><c r="A1" t="inlineStr"><is><t>ref</t></is></c></row>' + rows
    )
    path = written(
        tmp_path, with_part(workbook(SHEET), PAGE, page + b"</sheetData></worksheet>"), "list.xlsx"
    )
    with pytest.raises(UnreadableError, match="far larger than any list of actions"):
        read_sheet(path)


@pytest.mark.parametrize("place", ["", "nowhere.csv"])
def test_what_is_not_there_or_no_file_is_refused_in_a_sentence(place: str, tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="could not be opened"):
        read_sheet(tmp_path / place)
