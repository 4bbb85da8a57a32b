"""The committee report in Word: its numbers are Word's own, its capitals a matter of style."""

import re
from dataclasses import replace

import pytest
from lxml import etree

from exporters.word.document import word_file_of
from plan.council.format import form_named, format_named
from plan.model.outline import built_plan
from plan.papers.blocks import Document
from plan.papers.documents import papers
from plan.papers.report import report_of
from sample_data.sample import sample_outline
from tests.exporters.conftest import NS, SAMPLE, W, WordFile, opened, text_of
from tests.plan.councils import glenshire

DUNDEE = format_named("dundee-2016")


@pytest.fixture(scope="module")
def report() -> WordFile:
    return opened(word_file_of(SAMPLE["report"]))


def paragraphs(word_file: WordFile, style: str) -> list[etree._Element]:
    return [
        p
        for p in word_file.document.iter(f"{W}p")
        if p.find(f"w:pPr/w:pStyle[@w:val='{style}']", NS) is not None
    ]


def level_words(word_file: WordFile, level: int) -> str:
    path = f"w:abstractNum[@w:abstractNumId='3']/w:lvl[@w:ilvl='{level}']/w:lvlText"
    words = word_file.tree("word/numbering.xml").find(path, NS)
    assert words is not None
    return str(words.get(f"{W}val"))


def test_the_numbers_are_counted_by_word_in_the_councils_pattern(report: WordFile) -> None:
    assert (level_words(report, 0), level_words(report, 1)) == ("%1.0", "%1.%2")
    assert len(paragraphs(report, "SectionHeadingCapitals")) == 7
    assert len(paragraphs(report, "NumberedParagraph")) >= 5
    assert not [p for p in report.document.iter(f"{W}p") if re.match(r"\d\.\d", text_of(p))]


def test_another_council_has_other_numbers_and_no_capitals() -> None:
    council = glenshire()
    plan = built_plan(sample_outline(), council.id)
    theirs = opened(word_file_of(report_of(plan, council)))
    assert (level_words(theirs, 0), level_words(theirs, 1)) == ("%1.", "%1.%2")
    assert len(paragraphs(theirs, "SectionHeading")) == len(council.report.sections)
    assert not paragraphs(theirs, "SectionHeadingCapitals")


def test_capitals_are_a_style_and_the_words_stay_words(report: WordFile) -> None:
    assert text_of(paragraphs(report, "SectionHeadingCapitals")[0]) == "Purpose of report"
    styles = report.tree("word/styles.xml")
    for style in ("SectionHeadingCapitals", "ReportLineCapitals", "FormTitleCapitals"):
        caps = styles.find(f"w:style[@w:styleId='{style}']/w:rPr/w:caps", NS)
        assert caps is not None


def test_the_header_is_paragraphs_with_a_tab_and_no_table(report: WordFile) -> None:
    assert not list(report.document.iter(f"{W}tbl"))
    lines = [text_of(p).partition("\t") for p in paragraphs(report, "ReportLineCapitals")]
    assert [label for label, _, _ in lines] == [
        "Report to:",
        "Report on:",
        "Report by:",
        "Report no:",
    ]
    assert all(text for _, _, text in lines)


def test_the_questions_of_a_form_are_numbered_by_word_anew_in_each_part() -> None:
    form = opened(word_file_of(SAMPLE["assessment"]))
    numbered = [
        str(p.find("w:pPr/w:numPr/w:numId", NS).get(f"{W}val"))  # type: ignore[union-attr]
        for p in paragraphs(form, "FormQuestion")
        if p.find("w:pPr/w:numPr/w:numId", NS) is not None
    ]
    assert [numbered.count(number) for number in dict.fromkeys(numbered)] == [7, 6]


def test_a_number_that_word_cannot_count_is_typed() -> None:
    from plan.papers.blocks import Cell, Paragraph, Row, Section, Table, Text

    question = Paragraph((Text("Why?"),), "form-question", label="a)")
    table = Table((Row((Cell((question,)),)),), (100,), "Questions", "Questions.")
    document = Document("Form", (Section((table,)),))
    assert [text_of(p) for p in opened(word_file_of(document)).document.iter(f"{W}p")] == [
        "a) Why?"
    ]


def test_the_pack_has_portrait_and_landscape_pages_each_with_its_footer() -> None:
    pack = opened(word_file_of(SAMPLE["pack"]))
    sections = list(pack.document.iter(f"{W}sectPr"))
    turned = [section.find("w:pgSz", NS).get(f"{W}orient") for section in sections]  # type: ignore[union-attr]
    assert turned == [None, "landscape", None, None, None]
    assert all(section.find("w:footerReference", NS) is not None for section in sections)


def test_a_report_of_which_nothing_is_written_is_still_a_paper() -> None:
    from plan.model.outline import PlanOutline

    council = glenshire()
    plan = built_plan(PlanOutline(), council.id)
    for paper in papers(plan, council, form_named, "pack"):
        assert opened(word_file_of(replace(paper.document, title=""))).document is not None


def test_bullets_below_a_numbered_paragraph_are_indented_as_its_words_are(report: WordFile) -> None:
    words = [text_of(p) for p in paragraphs(report, "NumberedBullet")]
    assert "young people with a strong voice, notably through:" in words
    assert "the Youth Voice Network" in words
    others = [text_of(p) for p in paragraphs(report, "ListBullet")]
    assert any(text.startswith("approve the Improvement Plan") for text in others)
    assert not set(words) & set(others)


def kept_lines(report: WordFile) -> list[str]:
    """Return the paragraphs that stay on the page of the next one."""
    return [
        text_of(p)
        for p in report.document.iter(f"{W}p")
        if p.find("w:pPr/w:keepNext", NS) is not None
    ]


def test_a_line_that_leads_to_a_list_stays_with_it(report: WordFile) -> None:
    *kept, _, _, _ = kept_lines(report)
    assert kept
    assert all(text.endswith(":") for text in kept)


def test_a_signature_stays_together_and_with_the_last_words_of_the_report(
    report: WordFile,
) -> None:
    last = [text_of(p) for p in report.document.iter(f"{W}p")][-4:]
    assert kept_lines(report)[-3:] == last[:-1]
    assert last[1:] == [
        "Executive Director of Children's Services",
        "Strathbrannoch Council",
        "September 2016",
    ]


def test_help_below_a_numbered_question_is_indented_as_its_words_are() -> None:
    form = opened(word_file_of(SAMPLE["assessment"]))
    numbered = paragraphs(form, "FormHelpNumbered")
    assert len(numbered) == 8
    for paragraph in numbered:
        above = paragraph.getprevious()
        assert above is not None
        assert above.find("w:pPr/w:numPr", NS) is not None


def test_a_small_table_of_a_form_stays_on_one_page() -> None:
    form = opened(word_file_of(SAMPLE["assessment"]))
    *rows, last = form.document.findall(".//w:tbl", NS)[-2].findall("w:tr", NS)
    keep = "w:pPr/w:keepNext"
    assert all(p.find(keep, NS) is not None for row in rows for p in row.iter(f"{W}p"))
    assert all(p.find(keep, NS) is None for p in last.iter(f"{W}p"))


def test_a_post_that_signs_without_a_name_has_the_room_of_a_signature_above_it() -> None:
    outline = sample_outline()
    report = replace(outline.report, signatory="", signatory_post="Head of Parks")
    alone = replace(outline, report=report)
    named = replace(outline, report=replace(report, signatory="A. Person"))
    for one, room in ((alone, "720"), (named, None)):
        word_file = opened(word_file_of(report_of(built_plan(one, DUNDEE.id), DUNDEE)))
        post = paragraphs(word_file, "SignatoryPost")[0]
        spacing = post.find("w:pPr/w:spacing", NS)
        assert (None if spacing is None else spacing.get(f"{W}before")) == room
    council = glenshire()  # its reports are signed by a post, whose line is that of who signs
    word_file = opened(word_file_of(report_of(built_plan(named, council.id), council)))
    assert [text_of(one) for one in paragraphs(word_file, "Signatory")] == ["Head of Parks"]
