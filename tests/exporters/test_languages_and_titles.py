"""What a screen reader is told of a paper: its languages, its titles, and what names each row."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from exporters.word.document import word_file_of
from importers.word.reader import read_word
from plan.papers.blocks import Document, Paragraph, Section, Text, paragraphs_of
from tests.exporters.conftest import NS, SAMPLE, W, opened, text_of

GAELIC = "Tha a' Chomhairle airson gum bi gach leanabh sàbhailte agus gun tèid èisteachd ris."
ARABIC = "يجب أن يحصل كل طفل على المساعدة (Book 2)؛ في الوقت."


def written(*blocks: Paragraph, title: str = "A paper") -> list[etree._Element]:
    paper = opened(word_file_of(Document(title, (Section(blocks),))))
    return list(paper.document.iter(f"{W}p"))


def languages(paragraph: etree._Element) -> list[dict[str, str]]:
    found = paragraph.findall("w:r/w:rPr/w:lang", NS)
    return [{str(k).rpartition("}")[2]: str(v) for k, v in one.attrib.items()} for one in found]


def level(paragraph: etree._Element) -> str | None:
    found = paragraph.find("w:pPr/w:outlineLvl", NS)
    return None if found is None else found.get(f"{W}val")


def is_header(row: etree._Element) -> bool:
    return row.find("w:trPr/w:tblHeader", NS) is not None


def titled(kind: str, words: str) -> list[str | None]:
    paragraphs = opened(word_file_of(SAMPLE[kind])).document.iter(f"{W}p")
    return [level(one) for one in paragraphs if words.casefold() in text_of(one).casefold()]


def test_a_gaelic_paragraph_is_gaelic_and_an_english_one_with_a_gaelic_name_is_not() -> None:
    gaelic, english = written(
        Paragraph((Text(GAELIC),)),
        Paragraph((Text("Comhairle nan Eilean Siar leads on Gaelic, agus sin e."),)),
    )
    assert languages(gaelic) == [{"val": "gd-GB"}]
    assert languages(english) == []


def test_every_run_of_the_paragraph_says_it_whatever_its_emphasis() -> None:
    (paragraph,) = written(
        Paragraph((Text("Tha a' Chomhairle airson gum bi "), Text(GAELIC, bold=True)))
    )
    assert languages(paragraph) == [{"val": "gd-GB"}] * 2


def test_a_paragraph_in_arabic_runs_right_to_left_and_english_in_it_does_not() -> None:
    (paragraph,) = written(Paragraph((Text(ARABIC, bold=True),), bullet=1))
    assert paragraph.find("w:pPr/w:bidi", NS) is not None
    pieces = {
        text_of(run): [str(one.tag).rpartition("}")[2] for one in run.iterfind("w:rPr/*", NS)]
        for run in paragraph.findall("w:r", NS)
    }
    assert pieces.pop("Book 2")[0] == "b"
    assert pieces
    assert all(marks == ["b", "bCs", "rtl", "lang"] for marks in pieces.values())
    assert text_of(paragraph) == ARABIC


def test_arabic_words_in_an_english_paragraph_run_their_own_way() -> None:
    (paragraph,) = written(Paragraph((Text("Leaflets in العربية were given out, and עברית."),)))
    assert languages(paragraph) == [{"bidi": "he-IL"}], "Arabic is the file's own there"
    assert paragraph.find("w:pPr/w:bidi", NS) is None
    runs = {text_of(run): run.find("w:rPr/w:rtl", NS) for run in paragraph.findall("w:r", NS)}
    assert runs["العربية"] is not None
    assert runs["Leaflets in "] is None


@pytest.mark.parametrize("text", [GAELIC, ARABIC, "Leaflets in العربية; and עברית, too."])
def test_what_is_marked_is_read_again_to_the_letter(text: str, tmp_path: Path) -> None:
    path = tmp_path / "paper.docx"
    document = Document("A paper", (Section((Paragraph((Text(text, bold=True),)),)),))
    path.write_bytes(word_file_of(document))
    (said,) = (one for one in paragraphs_of(read_word(path).blocks) if one.text)
    assert said.inlines == (Text(text, bold=True),)


def test_the_title_of_an_appendix_is_a_heading_below_its_label() -> None:
    cover = next(one for one in paragraphs_of(SAMPLE["plan"].blocks) if one.role == "cover-title")
    assert titled("plan", cover.text)[0] == "1"


def test_a_plan_without_a_label_begins_with_its_title() -> None:
    cover = Paragraph((Text("Our plan"),), "cover-title")
    first, _ = written(cover, Paragraph((Text("Aim 1"),), "heading-2"), title="Our plan")
    assert level(first) == "0"


def test_the_title_of_a_report_is_a_heading_before_all_others() -> None:
    paragraphs = opened(word_file_of(SAMPLE["report"])).document.iter(f"{W}p")
    title = next(one for one in paragraphs if level(one) is not None)
    words = re.sub(r"\s+", " ", text_of(title)).casefold()
    assert words.endswith(SAMPLE["report"].title.casefold())
    assert level(title) == "0"


def test_a_title_too_long_for_a_heading_is_none() -> None:
    cover = Paragraph((Text("A long title " * 20),), "cover-title")
    assert level(written(cover, Paragraph((Text("Aim 1"),), "heading-2"))[0]) is None


def test_a_title_that_is_nowhere_changes_nothing() -> None:
    report = replace(SAMPLE["report"], title="Something else altogether")
    paragraphs = opened(word_file_of(report)).document.iter(f"{W}p")
    assert [one for one in paragraphs if level(one) is not None] == []


def test_the_first_column_of_the_plans_tables_names_each_row() -> None:
    paper = opened(word_file_of(SAMPLE["whole"]))
    for table in paper.document.iter(f"{W}tbl"):
        look = table.find("w:tblPr/w:tblLook", NS)
        assert look is not None
        rows = (row for row in table.findall("w:tr", NS) if not is_header(row))
        cells = (row.find("w:tc", NS) for row in rows)
        firsts = [text_of(cell).strip() for cell in cells if cell is not None]
        assert (look.get(f"{W}firstColumn") == "1") is all(firsts)
        assert bool(int(look.get(f"{W}val", "0"), 16) & 0x80) is all(firsts)
    styles = paper.tree("word/styles.xml")
    assert styles.find(".//w:tblStylePr[@w:type='firstCol']", NS) is not None
