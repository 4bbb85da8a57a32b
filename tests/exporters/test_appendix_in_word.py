"""The plan as an appendix in Word: landscape pages, an aim a heading, a table an aim."""

from collections import Counter

import pytest

from exporters.word.document import word_file_of
from plan.papers.blocks import Document, Table
from tests.exporters.conftest import NS, W, WordFile, opened, text_of


@pytest.fixture(scope="module")
def word_file(appendix: Document) -> WordFile:
    return opened(word_file_of(appendix))


def test_the_pages_are_landscape_a4_with_page_x_of_y(word_file: WordFile) -> None:
    size = word_file.document.find(".//w:sectPr/w:pgSz", NS)
    assert size is not None
    assert (int(size.get(f"{W}w", 0)) // 10, int(size.get(f"{W}h", 0)) // 10) == (1683, 1190)
    assert size.get(f"{W}orient") == "landscape"
    (footer,) = (name for name in word_file.parts if name.startswith("word/footer"))
    tree = word_file.tree(footer)
    assert text_of(tree) == "Page  of "
    assert [code.text for code in tree.iter(f"{W}instrText")] == [" PAGE ", " NUMPAGES "]
    kinds = Counter(mark.get(f"{W}fldCharType") for mark in tree.iter(f"{W}fldChar"))
    assert kinds == {"begin": 2, "separate": 2, "end": 2}


def test_headings_are_real_and_in_order(word_file: WordFile, appendix: Document) -> None:
    styles = [
        str(style.get(f"{W}val"))
        for style in word_file.document.findall("w:body/w:p/w:pPr/w:pStyle", NS)
    ]
    assert styles[0] == "AppendixLabel"
    aims = sum(isinstance(block, Table) for block in appendix.blocks)
    assert styles.count("Heading2") == aims


def test_bullets_are_lists_and_no_bullet_is_typed(word_file: WordFile) -> None:
    bulleted = [
        p
        for p in word_file.document.iter(f"{W}p")
        if p.find("w:pPr/w:pStyle[@w:val='PlanBullet']", NS) is not None
    ]
    assert bulleted
    assert not [p for p in word_file.document.iter(f"{W}p") if text_of(p).startswith(("•", "- "))]


def test_each_item_of_a_list_without_bullets_stands_out_by_its_first_line(
    word_file: WordFile,
) -> None:
    cells = word_file.document.iter(f"{W}tc")
    held = (
        [str(one.get(f"{W}val")) for one in cell.findall("w:p/w:pPr/w:pStyle", NS)]
        for cell in cells
    )
    listed = [styles for styles in held if "PlanItem" in styles]
    assert listed
    assert all(len(styles) > 1 and set(styles) == {"PlanItem"} for styles in listed)
    style = word_file.tree("word/styles.xml").find("w:style[@w:styleId='PlanItem']", NS)
    assert style is not None
    indent = style.find("w:pPr/w:ind", NS)
    assert indent is not None
    assert indent.get(f"{W}left") == indent.get(f"{W}hanging")
