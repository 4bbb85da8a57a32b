"""Whatever a person can paste is written, and read back as it was, unsafe characters apart."""

from dataclasses import replace
from io import BytesIO
from typing import get_args

import docx
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from exporters.word.document import word_file_of
from exporters.word.text import without_layout
from plan.papers.blocks import (
    Cell,
    Document,
    Paragraph,
    Role,
    Row,
    Section,
    Table,
    Text,
    TickBox,
    missing_picture_words,
    plain,
)
from plan.papers.typed_lists import with_typed_lists
from plan.text.clean import safe_characters
from tests.exporters.conftest import NS, W, opened, text_of

AWKWARD = (
    "a & b < c > d \"e\" 'f' ]]>",
    "control \x00\x01\x0b\x0c\x1f\x7f characters",
    "a lone \ud83d surrogate",
    "\u202eright to left override\u202c, \ufffe and \uffff",
    "\x1b[31mred\x1b[0m",
    "emoji 👩‍👩‍👧 and العربية and 中文",
    "line one\nline two\ttabbed",
    "  spaces at both ends  ",
    "x" * 20_000,
    "a title of " + "very " * 60 + "many words",
)


def document_of(text: str) -> Document:
    """Return a document in which `text` stands in every place that a text can stand in."""
    table = Table(
        (
            Row((Cell((plain("Head", "plan-header"),)),), is_header=True),
            Row((Cell((plain(text, "plan-cell"), plain(text, "plan-cell", bullet=2))),)),
        ),
        (100,),
        title=text,
        description=text,
    )
    tick = Paragraph((TickBox(text, ticked=True), Text(text, bold=True, italic=True)))
    blocks = (plain("Appendix", "appendix-label"), plain(text, "heading-2"), tick, table)
    return Document(text, (Section(blocks),), subject=text)


def lines_of(content: bytes) -> list[str]:
    """Return what the paragraphs say; what runs on behind a long heading is one with it."""
    lines: list[str] = []
    runs_on = False
    for paragraph in opened(content).document.iter(f"{W}p"):
        said = text_of(paragraph)
        lines[-1:] = [lines[-1] + said] if runs_on else [*lines[-1:], said]
        runs_on = paragraph.find("w:pPr/w:rPr/w:specVanish", NS) is not None
    return lines


@pytest.mark.parametrize("text", AWKWARD, ids=range(len(AWKWARD)))
def test_awkward_text_is_written_and_read_back(text: str) -> None:
    content = word_file_of(document_of(text))
    printed = lines_of(content)
    assert printed.count(safe_characters(text)) == 3
    assert len(docx.Document(BytesIO(content)).core_properties.title) <= 255


@given(st.text(st.characters(codec=None), max_size=40))
def test_any_text_at_all_makes_a_well_formed_file(text: str) -> None:
    cell = plain(text, "plan-cell")
    assume(with_typed_lists([cell]) == [cell])  # else its number is Word's own
    said = without_layout(safe_characters(text))
    assert lines_of(word_file_of(document_of(text))).count(said) >= 3 - (not said)


@pytest.mark.parametrize("role", get_args(Role))
@pytest.mark.parametrize("text", ["", *AWKWARD], ids=range(len(AWKWARD) + 1))
def test_awkward_text_is_written_in_every_role(role: Role, text: str) -> None:
    paragraph = Paragraph((Text(text),), role, label="4.1", capitals=True)
    blocks = (paragraph, replace(paragraph, bullet=3), replace(paragraph, label=text))
    table = Table((Row((Cell(blocks),)),), (100,), "Table", "Table.")
    printed = lines_of(word_file_of(Document("T", (Section((*blocks, table)),))))
    # A picture whose file is gone says so, with its alternative text; a cell holds words alone.
    alone = safe_characters(missing_picture_words(paragraph) if role == "picture" else text)
    assert len(printed) == 6
    assert all(words.endswith(alone) for words in printed[:3])
    assert all(words.endswith(safe_characters(text)) for words in printed[3:])


def test_tick_boxes_are_named_and_each_has_its_own_number() -> None:
    boxes = Paragraph(
        (Text("Yes "), TickBox("Gender: Positively", ticked=True), TickBox("No", ticked=False))
    )
    tree = opened(word_file_of(Document("T", (Section((boxes, boxes)),)))).document
    names = [alias.get(f"{W}val") for alias in tree.iter(f"{W}alias")]
    numbers = [number.get(f"{W}val") for number in tree.findall(".//w:sdtPr/w:id", NS)]
    assert names == ["Gender: Positively", "No"] * 2
    assert len(set(numbers)) == 4
    assert [text_of(p) for p in tree.iter(f"{W}p")] == ["Yes ☒☐"] * 2


def test_sections_have_their_own_pages_and_footers() -> None:
    sections = (
        Section((plain("Report", "heading-1"),), footer="Page {page}"),
        Section((plain("Plan", "heading-1"),), landscape=True, footer="Plan {page} of {pages}"),
    )
    word = docx.Document(BytesIO(word_file_of(Document("T", sections))))
    sizes = [(section.page_width or 0, section.page_height or 0) for section in word.sections]
    assert [width > height for width, height in sizes] == [False, True]
    assert [s.footer.paragraphs[0].text for s in word.sections] == ["Page ", "Plan  of "]
