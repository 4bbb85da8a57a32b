"""Every paper in Word: right in every way that a clerk, Word or a screen reader looks at."""

import posixpath
import re
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import etree

from exporters.word.document import written
from plan.blocks import Document, paragraphs_of
from tests.exporters.conftest import NS, W, WordFile, opened, text_of

HEADINGS = {
    "Heading1": 1,
    "AppendixLabel": 1,
    "SectionHeadingCapitals": 1,
    "FormTitleCapitals": 1,
    "Heading2": 2,
    "Heading3": 3,
}
CHECKER = Path(__file__).resolve().parents[2].parent / "shared" / "tools" / "check_docx.py"


def room_of(section: etree._Element) -> int:
    """Return how wide a table can be on the pages of a section, in twentieths of a point."""
    size, margins = section.find("w:pgSz", NS), section.find("w:pgMar", NS)
    assert size is not None
    assert margins is not None
    sides = sum(int(margins.get(f"{W}{side}", 0)) for side in ("left", "right"))
    return int(size.get(f"{W}w", 0)) - sides


PLAIN = ("FormAnswer", "PlanCell", "ReportItem", "ProgressDate")
"""Styles of what an officer typed: a date or a ref may begin with a number."""


def styles_in(paragraph: etree._Element) -> list[str]:
    return [str(style.get(f"{W}val")) for style in paragraph.iter(f"{W}pStyle")]


def styles_of(word_file: WordFile) -> list[str]:
    found = word_file.document.findall("w:body/w:p/w:pPr/w:pStyle", NS)
    return [str(style.get(f"{W}val")) for style in found]


def test_it_says_what_the_blocks_say_in_their_order(
    document: Document, word_file: WordFile
) -> None:
    printed = [text_of(p) for p in word_file.document.iter(f"{W}p")]
    assert [text for text in printed if text] == [p.text for p in paragraphs_of(document.blocks)]


def test_written_twice_it_has_the_same_bytes(document: Document) -> None:
    assert written(document) == written(document)


def test_every_table_repeats_one_header_row_in_which_no_cell_is_blank(word_file: WordFile) -> None:
    for table in word_file.document.iter(f"{W}tbl"):
        header, *rows = table.findall("w:tr", NS)
        mark = header.find("w:trPr/w:tblHeader", NS)
        assert mark is not None
        assert not mark.attrib  # a value such as "true" is refused by strict readers
        assert all(text_of(cell) for cell in header.findall("w:tc", NS))
        assert all(row.find("w:trPr/w:tblHeader", NS) is None for row in rows)
        look = table.find("w:tblPr/w:tblLook", NS)
        assert look is not None
        assert look.get(f"{W}firstRow") == "1"


def test_every_table_is_as_wide_in_its_cells_as_in_its_grid_and_fits_the_page(
    word_file: WordFile,
) -> None:
    rooms = [room_of(section) for section in word_file.document.iter(f"{W}sectPr")]
    for table in word_file.document.iter(f"{W}tbl"):
        grid = [int(column.get(f"{W}w", 0)) for column in table.findall("w:tblGrid/w:gridCol", NS)]
        assert sum(grid) <= max(rooms) + 40
        for row in table.findall("w:tr", NS):
            widths = [int(w.get(f"{W}w", 0)) for w in row.findall("w:tc/w:tcPr/w:tcW", NS)]
            assert widths == grid


def test_every_table_has_a_title_and_a_description(word_file: WordFile) -> None:
    for table in word_file.document.iter(f"{W}tbl"):
        for name in ("tblCaption", "tblDescription"):
            said = table.find(f"w:tblPr/w:{name}", NS)
            assert said is not None
            assert said.get(f"{W}val")


def test_no_cell_is_merged_and_each_ends_with_a_paragraph(word_file: WordFile) -> None:
    assert not list(word_file.document.iter(f"{W}gridSpan", f"{W}vMerge"))
    for cell in word_file.document.iter(f"{W}tc"):
        assert cell[-1].tag == f"{W}p"


def test_every_style_and_numbering_that_is_used_is_defined(word_file: WordFile) -> None:
    defined = {
        style.get(f"{W}styleId") for style in word_file.tree("word/styles.xml").iter(f"{W}style")
    }
    used = {
        element.get(f"{W}val")
        for element in word_file.document.iter(f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle")
    }
    assert used <= defined
    numbers = {num.get(f"{W}numId") for num in word_file.tree("word/numbering.xml").iter(f"{W}num")}
    assert {num.get(f"{W}val") for num in word_file.document.iter(f"{W}numId")} <= numbers


def test_every_part_has_a_content_type_and_every_relationship_leads_somewhere(
    word_file: WordFile,
) -> None:
    types = word_file.tree("[Content_Types].xml")
    named = {
        str(override.get("PartName")).lstrip("/") for override in types.findall("ct:Override", NS)
    }
    endings = {str(default.get("Extension")) for default in types.findall("ct:Default", NS)}
    assert named <= set(word_file.parts)
    for name in word_file.parts:
        assert name in named or name.rsplit(".", 1)[-1] in endings
        if name.endswith(".rels"):
            folder = posixpath.dirname(posixpath.dirname(name))
            for relation in word_file.tree(name).findall("rel:Relationship", NS):
                target = str(relation.get("Target"))
                path = target.lstrip("/") if target.startswith("/") else f"{folder}/{target}"
                assert posixpath.normpath(path).lstrip("/") in word_file.parts


def test_it_is_british_english_has_a_title_and_no_author(
    word_file: WordFile, document: Document
) -> None:
    language = word_file.tree("word/styles.xml").find("w:docDefaults/w:rPrDefault/w:rPr/w:lang", NS)
    assert language is not None
    assert language.get(f"{W}val") == "en-GB"
    core = word_file.tree("docProps/core.xml")
    assert core.findtext("dc:title", namespaces=NS) == document.title
    assert core.findtext("dc:language", namespaces=NS) == "en-GB"
    assert not core.findtext("dc:creator", namespaces=NS)


def test_outside_of_tables_no_paragraph_is_blank(word_file: WordFile) -> None:
    paragraphs = word_file.document.findall("w:body/w:p", NS)
    between_pages = [p for p in paragraphs if p.find("w:pPr/w:sectPr", NS) is not None]
    assert all(text_of(p) for p in paragraphs if p not in between_pages)


def test_the_checker_finds_neither_error_nor_warning(document: Document, tmp_path: Path) -> None:
    if not CHECKER.exists():
        pytest.skip("the checker of Word files is not beside this checkout")
    path = tmp_path / "paper.docx"
    path.write_bytes(written(document))
    checked = subprocess.run(
        [sys.executable, str(CHECKER), str(path)], capture_output=True, text=True, check=False
    )
    assert "0 errors, 0 warnings" in checked.stdout, checked.stdout


def test_every_xml_part_is_well_formed(word_file: WordFile) -> None:
    for name, content in word_file.parts.items():
        assert name == name.strip()
        etree.fromstring(content)


def test_a_document_without_any_block_is_still_a_word_file() -> None:
    from plan.blocks import Section

    empty = opened(written(Document("Nothing yet", (Section(()),))))
    assert empty.document.find("w:body/w:sectPr", NS) is not None


def test_no_heading_skips_a_level(word_file: WordFile) -> None:
    levels = [HEADINGS[style] for style in styles_of(word_file) if style in HEADINGS]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_tick_box_is_named_and_no_two_in_a_paper_have_one_number(word_file: WordFile) -> None:
    boxes = [
        box
        for box in word_file.document.iter(f"{W}sdt")
        if box.find("w:sdtPr/w14:checkbox", NS) is not None
    ]
    names = [box.find("w:sdtPr/w:alias", NS).get(f"{W}val") for box in boxes]  # type: ignore[union-attr]
    numbers = [box.find("w:sdtPr/w:id", NS).get(f"{W}val") for box in boxes]  # type: ignore[union-attr]
    assert all(names)
    assert len(set(names)) == len(names)
    assert len(set(numbers)) == len(numbers)


def test_no_number_or_bullet_of_a_list_is_typed(word_file: WordFile) -> None:
    typed = re.compile(r"\s*(?:[•▪◦]|- |\d+(?:\.\d+)+\s|\d+[.)]\s)")
    outside = [
        text_of(p)
        for p in word_file.document.iter(f"{W}p")
        if not any(style in PLAIN for style in styles_in(p))
    ]
    assert [text for text in outside if typed.match(text)] == []
