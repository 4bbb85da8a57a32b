"""Sound templates of councils: what is written with them is as right as with our own."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from exporters.word.council_template import council_template
from exporters.word.document import word_file_of
from tests.exporters.conftest import CHECKER, NS, SAMPLE, W, WordFile, opened, text_of
from tests.exporters.council_templates import PAGE_X_OF_Y, CouncilPaper
from tests.exporters.structure import OWN_WORDS, faults, headings, value

PLACE = "<w:p><w:r><w:t>{{REP</w:t></w:r><w:r><w:t>ORT}}</w:t></w:r></w:p>"
FIRST_SECTION = (
    '<w:p><w:pPr><w:sectPr><w:headerReference w:type="default" r:id="rIdheader1xml"/>'
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1000" w:right="1000" w:bottom="1000" '
    'w:left="1000" w:header="500" w:footer="500" w:gutter="0"/></w:sectPr></w:pPr></w:p>'
)
ROMAN = (
    '<w:abstractNum w:abstractNumId="7"><w:multiLevelType w:val="multilevel"/>'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/>'
    '<w:pStyle w:val="Kop1"/><w:lvlText w:val="%1"/><w:lvlJc w:val="left"/></w:lvl>'
    '</w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>'
)
COVER = (
    '<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/>'
    '<w:basedOn w:val="Standard"/><w:rPr><w:sz w:val="60"/></w:rPr></w:style>'
)


def line(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


TEMPLATES = {
    "letterhead": CouncilPaper(),
    "dotx": CouncilPaper().as_dotx(),
    "counted headings": CouncilPaper(
        numbering=ROMAN, heading='<w:numPr><w:numId w:val="3"/></w:numPr>'
    ),
    "first page": CouncilPaper(footer="", section='<w:pgNumType w:start="5"/><w:titlePg/>'),
    "blank footer": CouncilPaper(footer="<w:p/>"),
    "place": CouncilPaper(body=line("Before") + PLACE + line("After")),
    "sections": CouncilPaper(body=PLACE + FIRST_SECTION + line("Back page"), margin=3000),
    "title": CouncilPaper(styles=COVER),
}


def template(name: str, folder: Path) -> Path:
    paper = TEMPLATES[name]
    return paper.written(folder / ("council.dotx" if name == "dotx" else "council.docx"))


def filled(name: str, folder: Path, kind: str = "pack") -> WordFile:
    return opened(word_file_of(SAMPLE[kind], template=council_template(template(name, folder))))


@pytest.fixture(
    params=[
        pytest.param(name, marks=() if number % 4 == 0 else pytest.mark.slow)
        for number, name in enumerate(sorted(TEMPLATES))
    ]
)
def name(request: pytest.FixtureRequest) -> str:
    """The name of each template."""
    return str(request.param)


@pytest.mark.parametrize("kind", sorted(SAMPLE))
def test_a_paper_has_no_fault(name: str, kind: str, tmp_path: Path) -> None:
    assert faults(filled(name, tmp_path, kind), typed=OWN_WORDS) == []


def test_the_checker_finds_neither_error_nor_warning(name: str, tmp_path: Path) -> None:
    if not CHECKER.exists():
        pytest.skip("the checker of Word files is not beside this checkout")
    path = tmp_path / "paper.docx"
    path.write_bytes(
        word_file_of(SAMPLE["pack"], template=council_template(template(name, tmp_path)))
    )
    checked = subprocess.run(
        [sys.executable, str(CHECKER), str(path)], capture_output=True, text=True, check=False
    )
    assert "0 errors, 0 warnings" in checked.stdout, checked.stdout


def test_it_says_the_same_as_in_our_own_template(name: str, tmp_path: Path) -> None:
    ours = [text_of(p) for p in opened(word_file_of(SAMPLE["pack"])).document.iter(f"{W}p")]
    theirs = [text_of(p) for p in filled(name, tmp_path).document.iter(f"{W}p")]
    added = {"Before", "After", "Back page"}
    said = [text for text in theirs if text and text not in added]
    assert said == [text for text in ours if text]


def test_every_part_that_need_not_be_altered_is_the_same_to_the_byte(
    name: str, tmp_path: Path
) -> None:
    before = opened(template(name, tmp_path).read_bytes()).parts
    after = filled(name, tmp_path).parts
    assert set(before) <= set(after)
    same = {"word/header1.xml", "word/theme/theme1.xml", "word/media/image1.png"}
    if TEMPLATES[name].footer == PAGE_X_OF_Y:
        same.add("word/footer1.xml")
    assert [part for part in same if before[part] != after[part]] == []


def test_the_same_paper_has_the_same_bytes(name: str, tmp_path: Path) -> None:
    path = template(name, tmp_path)
    first, second = (
        word_file_of(SAMPLE["pack"], template=council_template(path)) for _ in range(2)
    )
    assert first == second
    assert b"python-docx" not in opened(first).parts["docProps/core.xml"]


def test_a_landscape_section_has_the_letterhead_too(tmp_path: Path) -> None:
    sections = list(filled("letterhead", tmp_path).document.iter(f"{W}sectPr"))
    wide = [s for s in sections if s.find("w:pgSz[@w:orient='landscape']", NS) is not None]
    assert len(wide) == 1
    assert sections[0].find("w:headerReference", NS) is not None
    assert all(s.find("w:headerReference", NS) is None for s in sections[1:])  # as the one before


def test_what_is_said_of_the_first_page_holds_for_the_first_section_only(tmp_path: Path) -> None:
    first, *others = filled("first page", tmp_path).document.iter(f"{W}sectPr")
    assert first.find("w:titlePg", NS) is not None
    assert first.find("w:pgNumType", NS) is not None
    assert others
    for section in others:
        assert section.find("w:titlePg", NS) is None
        assert section.find("w:pgNumType", NS) is None


def test_a_blank_footer_gets_page_numbers(tmp_path: Path) -> None:
    word_file = filled("blank footer", tmp_path)
    footers = [name for name in word_file.parts if name.startswith("word/footer")]
    assert len(footers) == len(SAMPLE["pack"].sections)
    assert all(text_of(word_file.tree(name)) == "Page  of " for name in footers)


def test_a_paper_in_an_earlier_section_has_the_pages_of_that_section(tmp_path: Path) -> None:
    *papers, last = filled("sections", tmp_path).document.iter(f"{W}sectPr")
    assert len(papers) == len(SAMPLE["pack"].sections)
    assert {section.find("w:pgMar", NS).get(f"{W}left") for section in papers} == {"1000"}  # type: ignore[union-attr]
    assert last.find("w:pgMar", NS).get(f"{W}left") == "3000"  # type: ignore[union-attr]


def test_a_heading_that_the_council_counts_is_not_counted_in_an_appendix(tmp_path: Path) -> None:
    word_file = filled("counted headings", tmp_path)
    assert (1, "Appendix 1") in headings(word_file)
    styles = word_file.tree("word/styles.xml")
    label = styles.find("w:style[@w:styleId='AppendixLabel']", NS)
    assert label is not None
    base = styles.find(f"w:style[@w:styleId='{value(label, 'w:basedOn')}']", NS)
    assert base is not None
    assert value(base, "w:pPr/w:numPr/w:numId") == "0"
    assert value(base, "w:basedOn") == "Kop1"


def test_words_own_title_serves_for_the_title_of_an_appendix(tmp_path: Path) -> None:
    document = filled("title", tmp_path).document
    titled = [text_of(p) for p in document.iter(f"{W}p") if value(p, "w:pPr/w:pStyle") == "Titel"]
    assert "Joint Inspection of Children's Services in Strathbrannoch" in titled


def test_a_footer_without_page_numbers_is_said_and_stays(tmp_path: Path) -> None:
    path = replace(TEMPLATES["letterhead"], footer=line("Glenshire")).written(tmp_path / "c.docx")
    assert any("has no page numbers" in sentence for sentence in council_template(path).remarks)


def test_a_place_that_is_not_a_paragraph_of_its_own_is_said(tmp_path: Path) -> None:
    body = line("The report: {{REPORT}}, in full")
    path = replace(TEMPLATES["letterhead"], body=body).written(tmp_path / "c.docx")
    assert any("stands among other words" in one for one in council_template(path).remarks)
