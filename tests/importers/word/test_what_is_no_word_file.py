"""Anything that is not a readable .docx gets a sentence that says what it is and what to do."""

from collections.abc import Callable
from pathlib import Path

import pytest

from importers.errors import UnreadableError
from importers.word.reader import read_word
from tests.importers.word_files import (
    document_xml,
    docx_of,
    para,
    relationships,
    word_parts,
    zip_of,
)

OLE = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(600)


def refusal(path: Path) -> str:
    with pytest.raises(UnreadableError) as caught:
        read_word(path)
    return str(caught.value)


@pytest.mark.parametrize(
    ("content", "says", "advises"),
    [
        (b"", "is empty", "new copy"),
        (OLE + "WordDocument".encode("utf-16-le"), "old Word format (.doc)", "save it as"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "protected with a password", "remove"),
        (OLE, "old Microsoft Office format", "save it as"),
        (b"%PDF-1.7\n", "is a PDF", "save it as"),
        (b"{\\rtf1 x}", "Rich Text Format", "save it as"),
        (b"<!DOCTYPE html><html></html>", "is a web page", "save it as"),
        (b"\xef\xbb\xbf<html></html>", "is a web page", "save it as"),
        (b"<?xml version='1.0'?><x/>", "is an XML file", "save it as"),
        (b"Dear all,", "is not a Word document", ".docx"),
        (b"PK", "damaged or incomplete", "new copy"),
        (b"PK\x03\x04" + bytes(400), "damaged or incomplete", "new copy"),
    ],
)
def test_a_file_of_another_kind_is_named(
    tmp_path: Path, content: bytes, says: str, advises: str
) -> None:
    path = tmp_path / "Paper.docx"
    path.write_bytes(content)
    sentence = refusal(path)
    assert "Paper.docx" in sentence
    assert says in sentence
    assert advises in sentence
    assert path.read_bytes() == content


@pytest.mark.parametrize(
    ("parts", "says"),
    [
        ({"mimetype": "application/vnd.oasis.opendocument.text"}, "OpenDocument text (.odt)"),
        ({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}, "OpenDocument file"),
        ({"xl/workbook.xml": "<x/>"}, "Excel workbook"),
        ({"ppt/presentation.xml": "<x/>"}, "PowerPoint presentation"),
        ({"Plan.docx": "x"}, "zip archive with Word files in it"),
        ({"photo.jpg": "x"}, "zip archive and no Word document"),
    ],
)
def test_an_archive_of_another_kind_is_named(
    tmp_path: Path, parts: dict[str, str | bytes], says: str
) -> None:
    assert says in refusal(zip_of(tmp_path / "Paper.docx", parts))


def test_a_workbook_with_all_its_relationships_is_named(tmp_path: Path) -> None:
    parts: dict[str, str | bytes] = {
        "_rels/.rels": relationships(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": "<workbook/>",
    }
    assert "Excel workbook" in refusal(zip_of(tmp_path / "Paper.docx", parts))


def test_a_missing_file_and_a_folder_are_told_apart(tmp_path: Path) -> None:
    assert "There is no file" in refusal(tmp_path / "none.docx")
    assert "is a folder" in refusal(tmp_path)


def test_a_file_broken_off_anywhere_is_damaged_and_nothing_worse(tmp_path: Path) -> None:
    whole = docx_of(tmp_path, para("x")).read_bytes()
    path = tmp_path / "Short.docx"
    for length in range(10, len(whole) - 1, 37):
        path.write_bytes(whole[:length])
        assert "damaged or incomplete" in refusal(path)


def test_bytes_changed_in_the_middle_never_end_in_anything_but_a_sentence(tmp_path: Path) -> None:
    whole = docx_of(tmp_path, para("x" * 50)).read_bytes()
    path = tmp_path / "Changed.docx"
    sentences: set[str] = set()
    read = 0
    for place in range(0, len(whole), 3):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 0x55]) + whole[place + 1 :])
        try:
            read_word(path)
            read += 1
        except UnreadableError as error:
            sentences.add(str(error))
    assert read < len(whole) / 3
    assert all("Changed.docx" in sentence for sentence in sentences)


@pytest.mark.parametrize(
    "broken",
    [
        pytest.param(lambda parts: parts.pop("word/document.xml"), id="no document"),
        pytest.param(lambda parts: parts.update({"word/document.xml": "<w:doc"}), id="no XML"),
        pytest.param(lambda parts: parts.update({"word/document.xml": b"\xff\x00"}), id="bytes"),
        pytest.param(
            lambda parts: parts.update({"word/document.xml": document_xml("")[:-30]}), id="cut"
        ),
        pytest.param(
            lambda parts: parts.update(
                {"word/document.xml": document_xml("").replace("w:body", "w:nobody")}
            ),
            id="no body",
        ),
    ],
)
def test_a_file_without_a_readable_document_is_damaged(
    tmp_path: Path, broken: Callable[[dict[str, str | bytes]], object]
) -> None:
    parts = word_parts(para("x"))
    broken(parts)
    assert "damaged or incomplete" in refusal(zip_of(tmp_path / "Paper.docx", parts))
