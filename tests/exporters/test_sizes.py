"""Large print: whatever size is chosen for the usual text, everything follows it."""

import re

import pytest
from lxml import etree

from exporters.word.document import word_file_of
from exporters.word.measures import Type, measures_of, width_of
from plan.council import DEFAULT_FORMAT
from plan.council.format import form_named, format_named
from plan.model.outline import built_plan
from plan.papers.choices import LARGE_PRINT, LAYOUTS, Choices, Layout
from plan.papers.documents import Occasion, papers
from sample_data.sample import sample_outline
from tests.exporters.conftest import NS, W, WordFile, opened
from tests.exporters.structure import OWN_WORDS, faults


def written(size: float | None, kind: str = "pack", layout: Layout | None = None) -> WordFile:
    plan = built_plan(sample_outline(), DEFAULT_FORMAT)
    occasion = Occasion(choices=Choices(layout, size=size, has_cover=True))
    paper, *_ = papers(plan, format_named(DEFAULT_FORMAT), form_named, kind, occasion)
    return opened(word_file_of(paper.document))


def sizes(word: WordFile) -> dict[str, float]:
    """Return the size in points of each style of paragraphs that names one."""
    found = word.tree("word/styles.xml").iterfind("w:style", NS)
    named = ((one.get(f"{W}styleId", ""), one.find("w:rPr/w:sz", NS)) for one in found)
    return {style: number(one, "val") / 2 for style, one in named if one is not None}


def number(element: etree._Element | None, name: str) -> int:
    assert element is not None
    return int(element.get(f"{W}{name}", "0"))


def test_nothing_is_smaller_than_the_usual_text_in_large_print() -> None:
    word = written(16)
    assert measures_of(word.parts, {}).points("body") == 16
    read = {style: size for style, size in sizes(word).items() if style != "SectionEnd"}
    assert min(read.values()) == LARGE_PRINT
    assert read["PlanCell"] == read["Footer"] == 16
    assert read["CoverTitle"] > read["Heading1"] > 16
    assert not re.findall(
        rb'<w:sz w:val="(?:[1-9]|[12]\d|3[01])"/>', word.parts["word/document.xml"]
    )


def test_below_large_print_all_keep_their_proportions() -> None:
    usual, smaller = sizes(written(None)), sizes(written(9))
    assert smaller["PlanCell"] == usual["PlanCell"] * 9 / 12
    assert smaller["CoverTitle"] == usual["CoverTitle"] * 9 / 12


def test_tabs_indents_and_the_room_of_numbers_grow_with_the_text() -> None:
    usual, large = written(None), written(18)
    for path in (
        "w:style[@w:styleId='ReportLine']/w:pPr/w:tabs/w:tab",
        "w:style[@w:styleId='FormHelpNumbered']/w:pPr/w:ind",
    ):
        one, other = (word.tree("word/styles.xml").find(path, NS) for word in (usual, large))
        key = "pos" if path.endswith("tab") else "left"
        assert number(other, key) == pytest.approx(number(one, key) * 1.5, abs=1)
    for path in ("w:abstractNum//w:ind", "w:num//w:ind"):
        one, other = (word.tree("word/numbering.xml").find(path, NS) for word in (usual, large))
        assert number(other, "left") == pytest.approx(number(one, "left") * 1.5, abs=1)


def test_the_columns_of_the_plan_have_room_for_their_words_in_large_print() -> None:
    large = width_of("Ref", Type("Arial", 18, bold=True)) + 2
    for word, least in ((written(None), 10), (written(12), 10), (written(18), large)):
        grid = word.document.findall(".//w:tblGrid", NS)[0]
        ref = number(grid.find("w:gridCol", NS), "w") * 25.4 / 1440
        assert ref >= least


@pytest.mark.parametrize("size", [8, 16, 24])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_paper_in_any_size_is_sound(size: float, layout: Layout) -> None:
    assert faults(written(size, "pack", layout), typed=OWN_WORDS) == []


def test_the_same_paper_in_the_same_size_is_the_same_file() -> None:
    assert written(16).parts == written(16).parts
