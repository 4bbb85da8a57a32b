"""The pages before a paper in Word: a cover, and contents that are a field with links filled in."""

import pytest

from exporters.word.document import word_file_of
from plan.council import DEFAULT_FORMAT
from plan.council.format import form_named, format_named
from plan.model.outline import built_plan
from plan.papers.choices import LAYOUTS, Choices, Layout
from plan.papers.documents import Occasion, papers
from sample_data.sample import sample_outline
from tests.exporters.conftest import NS, W, WordFile, opened, text_of
from tests.exporters.structure import OWN_WORDS, faults

WHOLE = Choices(has_cover=True, has_contents=True, breaks_by_aim=True)


def written(choices: Choices, kind: str = "pack") -> WordFile:
    plan = built_plan(sample_outline(), DEFAULT_FORMAT)
    council = format_named(DEFAULT_FORMAT)
    paper, *_ = papers(plan, council, form_named, kind, Occasion(choices=choices))
    return opened(word_file_of(paper.document))


def links(word: WordFile) -> list[tuple[str, str]]:
    """Return the words of each link within the file, and those that it leads to."""
    marks = {
        one.get(f"{W}name", ""): text_of(one.getparent())  # type: ignore[arg-type]
        for one in word.document.iterfind(".//w:bookmarkStart", NS)
    }
    found = word.document.iterfind(".//w:hyperlink[@w:anchor]", NS)
    return [(text_of(one), marks[one.get(f"{W}anchor", "")]) for one in found]


def test_each_entry_of_the_contents_leads_to_its_heading() -> None:
    found = links(written(WHOLE))
    assert len(found) > 20
    for entry, heading in found:
        assert entry.endswith(heading)
    names = [
        one.get(f"{W}name") for one in written(WHOLE).document.iterfind(".//w:bookmarkStart", NS)
    ]
    assert len(set(names)) == len(names) == len(found)


def test_the_contents_are_one_field_without_page_numbers_and_word_asks_nothing() -> None:
    word = written(WHOLE)
    fields = [one.get(f"{W}fldCharType") for one in word.document.iterfind(".//w:fldChar", NS)]
    assert fields == ["begin", "separate", "end"]
    (code,) = word.document.iterfind(".//w:instrText", NS)
    assert (code.text or "").split() == ["TOC", "\\o", '"1-3"', "\\n", "\\h", "\\z", "\\u"]
    assert b"updateFields" not in word.parts["word/settings.xml"]
    assert b"w:dirty" not in word.parts["word/document.xml"]


def test_without_contents_no_heading_has_a_bookmark() -> None:
    document = written(Choices(has_cover=True)).document
    assert document.find(".//w:bookmarkStart", NS) is None
    assert document.find(".//w:fldChar", NS) is None


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("kind", ["pack", "plan", "report", "assessment", "progress"])
def test_a_paper_of_any_layout_is_sound(layout: Layout, kind: str) -> None:
    choices = Choices(layout, (), breaks_by_aim=True, has_cover=True, has_contents=True)
    assert faults(written(choices, kind), typed=(*OWN_WORDS, "TOC1")) == []


@pytest.mark.parametrize(("layout", "margins"), [("portrait", 16), ("cards", 25)])
def test_a_portrait_table_has_the_margins_of_a_landscape_one(layout: Layout, margins: int) -> None:
    """Eight columns in the margins of a letter broke many words; cards have room enough."""
    (section,) = written(Choices(layout), "plan").document.iterfind(".//w:sectPr", NS)
    size, sides = (section.find(f"w:{name}", NS) for name in ("pgSz", "pgMar"))
    assert size is not None
    assert sides is not None
    assert size.get(f"{W}orient", "portrait") == "portrait"
    twips = {int(sides.get(f"{W}{side}", 0)) for side in ("left", "right")}
    assert [round(one / 56.7) for one in twips] == [margins]
