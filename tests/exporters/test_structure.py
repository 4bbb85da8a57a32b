"""The check of structure that the other tests rely on finds what it is there to find."""

from dataclasses import replace

import pytest

from exporters.word.document import word_file_of
from tests.exporters.conftest import SAMPLE, WordFile, opened
from tests.exporters.structure import OWN_WORDS, faults


@pytest.fixture(scope="module")
def pack() -> WordFile:
    return opened(word_file_of(SAMPLE["pack"]))


def changed(word_file: WordFile, part: str, old: str, new: str) -> WordFile:
    """Return the file with the first of its `old` XML replaced."""
    content = word_file.parts[part].decode()
    assert old in content
    return replace(
        word_file, parts={**word_file.parts, part: content.replace(old, new, 1).encode()}
    )


@pytest.mark.parametrize(
    ("part", "old", "new", "fault"),
    [
        ("document", "<w:tblHeader/>", "", "its header row is not marked plainly"),
        ("document", "<w:tblHeader/>", '<w:tblHeader w:val="true"/>', "not marked plainly"),
        ("document", ">Ref<", "> <", "a blank cell in its header"),
        ("document", 'w:firstRow="1"', 'w:firstRow="0"', "its look has no header row"),
        ("document", "<w:tblCaption ", "<w:other ", "no title or no description"),
        ("document", "</w:tcPr>", "<w:gridSpan/></w:tcPr>", "merged cells"),
        ("document", '<w:tcW w:w="', '<w:tcW w:w="9', "not as wide as the grid"),
        ("document", '<w:gridCol w:w="', '<w:gridCol w:w="9', "a table wider than its page"),
        ("document", "</w:p></w:tc>", "</w:p><w:tbl><w:tr/></w:tbl></w:tc>", "a table in a table"),
        ("document", '<w:id w:val="2"/>', '<w:id w:val="1"/>', "content control 1 twice"),
        ("document", "<w:alias ", "<w:other ", "a tick box without a name"),
        ("document", "Purpose of report", "", "an empty heading"),
        ("document", "Purpose of report", "1.0 Purpose", "a number or a bullet is typed"),
        ("document", '"SectionHeadingCapitals"', '"Heading3"', "not of level 1"),
        ("document", '"SectionHeadingCapitals"', '"Lost"', "style Lost is not there"),
        ("document", 'xml:space="preserve">It ', "> It ", "a space at an end is lost"),
        ("document", "</w:body>", "<w:p/></w:body>", "the last section"),
        ("document", "</w:p><w:tbl>", "</w:p><w:p/><w:p/><w:tbl>", "two blank paragraphs"),
        ("document", ' w:orient="landscape"', "", "pages turned otherwise"),
        ("styles", '<w:numId w:val="3"/>', '<w:numId w:val="77"/>', "list 77 is not there"),
        ("styles", 'w:styleId="PlanCell"', 'w:styleId="PlanBullet"', "style PlanBullet twice"),
        ("styles", 'w:val="en-GB"', 'w:val="en-US"', "the language is en-US"),
        ("numbering", 'w:numId="2"', 'w:numId="1"', "list 1 twice"),
        ("footer1", 'w:fldCharType="end"', 'w:fldCharType="begin"', "a field without an end"),
    ],
)
def test_a_fault_is_found(pack: WordFile, part: str, old: str, new: str, fault: str) -> None:
    broken = changed(pack, f"word/{part}.xml", old, new)
    assert fault in "\n".join(faults(broken, typed=OWN_WORDS))


def test_a_part_that_is_not_there_is_found(pack: WordFile) -> None:
    parts = {name: part for name, part in pack.parts.items() if name != "word/settings.xml"}
    found = "\n".join(faults(WordFile(parts), typed=OWN_WORDS))
    assert "content type of word/settings.xml" in found
    assert "settings.xml is not there" in found


def test_a_paper_without_a_title_is_found(pack: WordFile) -> None:
    broken = changed(pack, "docProps/core.xml", "<dc:title>", "<dc:creator>")
    broken = changed(broken, "docProps/core.xml", "</dc:title>", "</dc:creator>")
    assert "no title" in faults(broken, typed=OWN_WORDS)
