"""Files made to do harm are refused in a sentence, or read without harm."""

import zipfile
from pathlib import Path

import pytest

from importers.word.archive import MOST_PARTS
from importers.word.reader import read_word
from plan.papers.blocks import Paragraph, Table
from tests.importers.word.test_what_is_no_word_file import OLE, refusal
from tests.importers.word_files import (
    document_xml,
    docx_of,
    para,
    relationships,
    row,
    run,
    table,
    word_parts,
    zip_of,
)

BILLION_LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize("definition", [BILLION_LAUGHS, OUTSIDE, "<!DOCTYPE x>"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_definitions_are_refused_in_every_encoding(
    tmp_path: Path, definition: str, encoding: str
) -> None:
    parts = word_parts("")
    parts["word/document.xml"] = (definition + document_xml(raw_entity())).encode(encoding)
    assert "definitions" in refusal(zip_of(tmp_path / "Paper.docx", parts))


def raw_entity() -> str:
    return "<w:p><w:r><w:t>&a;</w:t></w:r></w:p>"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-7", "utf-32"])
def test_an_encoding_that_no_package_allows_hides_nothing(tmp_path: Path, encoding: str) -> None:
    declared = f'<?xml version="1.0" encoding="{encoding}"?>'
    parts = word_parts("")
    parts["word/document.xml"] = (declared + OUTSIDE + document_xml("")).encode(encoding)
    assert "nothing was read" in refusal(zip_of(tmp_path / "Paper.docx", parts))


def test_definitions_in_the_styles_are_refused_as_well(tmp_path: Path) -> None:
    parts = word_parts(para("x"), styles="<w:style/>")
    parts["word/styles.xml"] = f"{BILLION_LAUGHS}{parts['word/styles.xml']!s}"
    assert "definitions" in refusal(zip_of(tmp_path / "Paper.docx", parts))


def test_a_document_in_utf_16_is_read(tmp_path: Path) -> None:
    parts = word_parts("")
    declared = '<?xml version="1.0" encoding="UTF-16"?>'
    parts["word/document.xml"] = (declared + document_xml(para("Café"))).encode("utf-16")
    (paragraph,) = read_word(zip_of(tmp_path / "Paper.docx", parts)).blocks
    assert isinstance(paragraph, Paragraph)
    assert paragraph.text == "Café"


@pytest.mark.slow
def test_a_zip_bomb_is_refused(tmp_path: Path) -> None:
    parts = word_parts("")
    parts["word/document.xml"] = b" " * (70 * 1024 * 1024)
    assert "far larger inside" in refusal(zip_of(tmp_path / "Paper.docx", parts))


def test_a_zip_bomb_that_lies_about_its_size_is_refused(tmp_path: Path) -> None:
    parts = word_parts("")
    size = 70 * 1024 * 1024
    parts["word/document.xml"] = b" " * size
    path = zip_of(tmp_path / "Paper.docx", parts)
    told, lie = size.to_bytes(4, "little"), (5_000).to_bytes(4, "little")
    path.write_bytes(path.read_bytes().replace(told, lie))
    assert "nothing was read" in refusal(path)


def test_more_parts_than_any_paper_has_are_refused(tmp_path: Path) -> None:
    parts = word_parts("") | {f"x{number}": b"" for number in range(MOST_PARTS)}
    assert "far larger inside" in refusal(zip_of(tmp_path / "Paper.docx", parts))


def test_a_way_of_packing_that_cannot_be_unpacked_piece_by_piece_is_refused(
    tmp_path: Path,
) -> None:
    path = tmp_path / "Paper.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_BZIP2) as archive:
        for name, content in word_parts(para("x")).items():
            archive.writestr(name, content)
    assert "damaged or incomplete" in refusal(path)


def test_tables_nested_without_end_are_refused(tmp_path: Path) -> None:
    for depth in (70, 200, 5_000):
        body = para("x")
        for _ in range(depth):
            body = f"<w:tbl><w:tr><w:tc>{body}</w:tc></w:tr></w:tbl>"
        assert "nested too deep" in refusal(docx_of(tmp_path, body))


def test_runs_nested_without_end_are_refused(tmp_path: Path) -> None:
    body = run("x")
    for _ in range(150):
        body = f"<w:ins>{body}</w:ins>"
    assert "nested too deep" in refusal(docx_of(tmp_path, f"<w:p>{body}</w:p>"))


def test_a_chain_of_thousands_of_merged_cells_is_read(tmp_path: Path) -> None:
    chained = "<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>"
    (found,) = read_word(docx_of(tmp_path, table(*[row(chained, "x")] * 6_000))).blocks
    assert isinstance(found, Table)
    assert len(found.rows) == 6_000


@pytest.mark.parametrize("kind", ["document.macroEnabled", "template"])
def test_documents_with_macros_and_templates_are_read(tmp_path: Path, kind: str) -> None:
    parts = word_parts(para("x"))
    parts["[Content_Types].xml"] = f"<Types><Override ContentType='{kind}'/></Types>"
    parts["word/vbaProject.bin"] = OLE
    assert len(read_word(zip_of(tmp_path / "Paper.docm", parts)).blocks) == 1


def test_the_document_is_found_by_its_relationship(tmp_path: Path) -> None:
    parts = word_parts(para("x"))
    parts["other/place.xml"] = parts.pop("word/document.xml")
    parts["_rels/.rels"] = relationships(("officeDocument", "/other/place.xml"))
    assert len(read_word(zip_of(tmp_path / "Paper.docx", parts)).blocks) == 1


def test_fields_nested_without_end_are_read_in_one_pass(tmp_path: Path) -> None:
    marks = "".join(f'<w:fldChar w:fldCharType="{kind}"/>' for kind in ("begin", "separate"))
    pieces = "<w:instrText>HYPERLINK</w:instrText>" * 50_000
    body = f"<w:p><w:r>{marks * 50_000}<w:fldChar w:fldCharType='begin'/>{pieces}</w:r></w:p>"
    (paragraph,) = read_word(docx_of(tmp_path, body)).blocks
    assert isinstance(paragraph, Paragraph)
    assert paragraph.text == ""


def test_alternatives_and_boxes_nested_too_deep_are_refused(tmp_path: Path) -> None:
    box = "<w:p><w:r><w:pict><w:txbxContent>{}</w:txbxContent></w:pict></w:r></w:p>"
    choice = "<mc:AlternateContent><mc:Choice>{}</mc:Choice></mc:AlternateContent>"
    for piece, inner, times in ((box, "<w:p/>", 62), (choice, para("x"), 100)):
        body = inner
        for _ in range(times):
            body = piece.format(body)
        assert "nested too deep" in refusal(docx_of(tmp_path, body))
