"""What Word files of other programs are reported to lose in print: rows, pages, their numbers."""

from dataclasses import replace

import pytest
from lxml import etree

from exporters.word.document import word_file_of
from plan.council import DEFAULT_FORMAT
from plan.council.format import form_named, format_named
from plan.model.outline import (
    ActionOutline,
    AimOutline,
    AnswerOutline,
    PassageOutline,
    PlanOutline,
    ReportOutline,
    built_plan,
)
from plan.papers.blocks import Cell, Document, Row, Section, Table, plain
from plan.papers.documents import papers
from sample_data.sample import sample_outline
from tests.exporters.conftest import NS, SAMPLE, W, WordFile, opened, text_of

TALLER_THAN_A_PAGE = 60


def criteria(number: int, count: int) -> tuple[str, ...]:
    return tuple(f"Criterion {number}.{n} is met and seen to be met." for n in range(1, count + 1))


def written(outline: PlanOutline, kind: str) -> WordFile:
    council = format_named(DEFAULT_FORMAT)
    (paper,) = papers(built_plan(outline, council.id), council, form_named, kind)
    return opened(word_file_of(paper.document))


def may_split(row: etree._Element) -> bool:
    return row.find("w:trPr/w:cantSplit", NS) is None


def plan_of(*counts: int) -> PlanOutline:
    """Return a plan whose actions have so many success criteria."""
    actions = tuple(
        ActionOutline(f"Action {n}", success_criteria=criteria(n, count))
        for n, count in enumerate(counts, 1)
    )
    return PlanOutline("Glen", aims=(AimOutline("Be heard", actions),))


@pytest.mark.parametrize("counts", [(TALLER_THAN_A_PAGE,), tuple(range(8, 45))])
def test_each_line_of_a_tall_row_is_there_and_the_row_may_go_on_overleaf(
    counts: tuple[int, ...],
) -> None:
    """A row that may not split and is taller than a page is cut off by some programs."""
    document = written(plan_of(*counts), "plan").document
    printed = [text_of(p) for p in document.iter(f"{W}p")]
    wanted = [one for n, count in enumerate(counts, 1) for one in criteria(n, count)]
    assert [text for text in printed if text.startswith("Criterion")] == wanted
    rows = document.findall(".//w:tbl/w:tr", NS)[1:]
    tall = [row for row in rows if len(list(row.iter(f"{W}p"))) > 45]
    assert tall
    assert all(map(may_split, tall))
    assert may_split(rows[-1])
    assert document.find(".//w:trHeight", NS) is None
    assert not [p for row in rows for p in row.iterfind(".//w:pPr/w:keepNext", NS)]


def test_a_short_row_stays_on_its_page_and_the_header_is_on_each() -> None:
    document = written(plan_of(1, TALLER_THAN_A_PAGE, 2), "plan").document
    header, *rows = document.findall(".//w:tbl/w:tr", NS)
    assert [may_split(row) for row in rows] == [False, True, False]
    assert header.find("w:trPr/w:tblHeader", NS) is not None
    assert [row.find("w:trPr/w:tblHeader", NS) for row in rows] == [None, None, None]


def test_a_long_answer_of_a_form_may_go_on_overleaf() -> None:
    sample = sample_outline()
    (first, *others) = sample.assessments
    lines = criteria(1, TALLER_THAN_A_PAGE)
    kept = tuple(one for one in first.answers if one.question != "description")
    long = replace(first, answers=(*kept, AnswerOutline("description", "\n\n".join(lines))))
    document = written(replace(sample, assessments=(long, *others)), "assessment").document
    (row,) = (
        row for row in document.iter(f"{W}tr") if lines[-1] in map(text_of, row.iter(f"{W}p"))
    )
    assert may_split(row)
    assert [text_of(p) for p in row.iter(f"{W}p")][-TALLER_THAN_A_PAGE:] == list(lines)


def test_pages_are_counted_through_portrait_and_landscape() -> None:
    """Page x of y is Word's to count: no section of pages begins again, none is without."""
    pack = opened(word_file_of(SAMPLE["pack"]))
    sections = list(pack.document.iter(f"{W}sectPr"))
    turned = [one.find("w:pgSz", NS).get(f"{W}orient") for one in sections]  # type: ignore[union-attr]
    assert {None, "landscape"} == set(turned)
    assert pack.document.find(".//w:pgNumType", NS) is None
    links = {
        one.get("Id"): str(one.get("Target"))
        for one in pack.tree("word/_rels/document.xml.rels").findall("rel:Relationship", NS)
    }
    relation = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
    for section in sections:
        footers = section.findall("w:footerReference", NS)
        assert [footer.get(f"{W}type") for footer in footers] == ["default"]
        tree = pack.tree(f"word/{links[footers[0].get(relation)]}")
        codes = [str(code.text).strip() for code in tree.iter(f"{W}instrText")]
        assert codes[:1] == ["PAGE"]
        assert set(codes) <= {"PAGE", "NUMPAGES"}


def test_a_card_higher_than_its_page_leaves_no_heading_alone() -> None:
    """LibreOffice holds a table together whose labels all keep to the row below them."""

    def labels_that_let_go(words: str) -> int:
        rows = tuple(
            Row((Cell((plain(label, "plan-header"),)), Cell((plain(words, "plan-cell"),))), header)
            for label, header in (("Actions", True), ("Progress", False))
        )
        card = Table(rows, (45, 115), "Aim 1, 1.1")
        paper = Document("A", (Section((plain("Action 1.1", "heading-3"), card)),))
        xml = opened(word_file_of(paper)).document
        return len(xml.findall(".//w:tbl//w:keepNext[@w:val='0']", NS))

    assert labels_that_let_go("Families are told who helps them. " * 150) == 2
    assert labels_that_let_go("Families are told who helps them.") == 0


def test_words_below_a_table_do_not_touch_its_last_line() -> None:
    table = Table((Row((Cell((plain("A", "plan-cell"),)),)),), (40.0,))
    blocks = (plain("Above."), table, plain("And 4 more."), plain("Further on."))
    word = opened(word_file_of(Document("Brief", (Section(blocks),))))
    spaces = {
        text_of(one): one.find("w:pPr/w:spacing", NS) is not None
        for one in word.document.iterfind("w:body/w:p", NS)
    }
    assert spaces == {"Above.": False, "And 4 more.": True, "Further on.": False}


def test_a_first_row_nearly_as_high_as_its_page_may_split_and_leaves_no_heading_alone() -> None:
    """In large print it was a line too high to stand below the heading, which was then alone."""

    def split(count: int) -> list[bool]:
        document = written(plan_of(count, count), "plan").document
        return [may_split(row) for row in document.findall(".//w:tbl/w:tr", NS)[1:]]

    found = [split(count) for count in range(4, 30)]
    assert found[0] == [False, False]
    assert [True, False] in found


@pytest.mark.parametrize(("said", "is_kept"), [("Figures:", True), ("Figures.", False)])
def test_words_before_a_colon_stay_on_the_page_of_what_they_lead_to(
    said: str, is_kept: bool
) -> None:
    passage = PassageOutline("main-text", "numbered", f"{said}\n\nYear\t2025")
    text = PassageOutline("background", "text", f"{said}\n\nYear\t2025")
    outline = PlanOutline("Glen", report=ReportOutline(title="Glen", passages=(passage, text)))
    paragraphs = written(outline, "report").document.findall(".//w:p", NS)
    kept = [p.find("w:pPr/w:keepNext", NS) is not None for p in paragraphs if text_of(p) == said]
    assert kept == [is_kept, is_kept]
