"""A paper that must not go out yet says so at the top of every page, whoever's template it has."""

import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from exporters.word.council_template import council_template
from exporters.word.document import word_file_of
from plan.papers.blocks import Document, Section, plain
from plan.papers.linear import lines_of
from tests.exporters.conftest import CHECKER, SAMPLE, opened
from tests.exporters.structure import faults
from tests.exporters.test_sound_templates import TEMPLATES, template

MARK = "NOT FOR ISSUE"
PAPER = Document(
    "A paper",
    (
        Section((plain("The report"),), footer="Page {page}"),
        Section((plain("The plan"),), landscape=True, footer="Page {page}"),
    ),
)
MARKED = replace(PAPER, mark=MARK)


def headers(content: bytes) -> list[list[str]]:
    """Return the paragraphs of each section's header."""
    sections = docx.Document(BytesIO(content)).sections
    return [[paragraph.text for paragraph in section.header.paragraphs] for section in sections]


def test_the_mark_is_on_every_page_and_only_where_there_is_one() -> None:
    assert headers(word_file_of(MARKED)) == [[MARK], [MARK]]
    assert not any(map(any, headers(word_file_of(PAPER))))


def test_the_mark_is_the_first_line_that_is_read_aloud() -> None:
    assert lines_of(MARKED)[0].text == MARK
    assert lines_of(MARKED)[2:] == lines_of(PAPER)


@pytest.mark.parametrize("name", sorted(TEMPLATES))
def test_a_councils_header_is_kept_below_the_mark(tmp_path: Path, name: str) -> None:
    prepared = council_template(template(name, tmp_path))
    before, after = (
        headers(word_file_of(replace(SAMPLE["pack"], mark=mark), template=prepared))
        for mark in ("", MARK)
    )
    assert all(MARK in lines for lines in after)
    for kept, marked in zip(before, after, strict=True):
        assert [line for line in kept if line] == [line for line in marked if line and line != MARK]


@pytest.mark.slow
@pytest.mark.parametrize("kind", sorted(SAMPLE))
def test_a_marked_paper_is_as_right_as_any(tmp_path: Path, kind: str) -> None:
    content = word_file_of(replace(SAMPLE[kind], mark=MARK))
    assert faults(opened(content)) == []
    if CHECKER.exists():
        path = tmp_path / "marked.docx"
        path.write_bytes(content)
        checked = subprocess.run([sys.executable, CHECKER, path], capture_output=True, check=False)
        assert b"0 errors, 0 warnings" in checked.stdout


def page_headers(content: bytes) -> list[str]:
    """Return what the header says of every kind of page that each section has.

    As Word does: one that a section has not of its own is the one of the section before it.
    """
    word = docx.Document(BytesIO(content))
    said = {"default": "", "first": "", "even": ""}
    found: list[str] = []
    for section in word.sections:
        for kind, header in (
            ("default", section.header),
            ("first", section.first_page_header),
            ("even", section.even_page_header),
        ):
            if not header.is_linked_to_previous:
                said[kind] = "\n".join(paragraph.text for paragraph in header.paragraphs)
        in_use = ["default"]
        in_use += ["first"] * section.different_first_page_header_footer
        in_use += ["even"] * word.settings.odd_and_even_pages_header_footer
        found += (said[kind] for kind in in_use)
    return found


def kept_body(path: Path, *, first: bool, even: bool, own: bool, place: bool) -> Path:
    """Make a template of three sections with text of its own, and return where it is."""
    word = docx.Document()
    word.add_paragraph("Last year's foreword")
    word.add_section()
    word.add_paragraph("{{REPORT}}" if place else "Last year's report")
    word.add_section()
    word.add_paragraph("Last year's closing words")
    for section in list(word.sections)[1:] if first else ():
        section.different_first_page_header_footer = True
    word.settings.odd_and_even_pages_header_footer = even
    for number, section in enumerate(word.sections if own else ()):
        section.header.is_linked_to_previous = False
        section.header.paragraphs[0].text = f"Letterhead {number}"
    word.save(str(path))
    return path


@pytest.mark.slow
@pytest.mark.parametrize("place", [False, True], ids=["at the end", "{{REPORT}}"])
@pytest.mark.parametrize("own", [False, True], ids=["one header", "a header each"])
@pytest.mark.parametrize("even", [False, True], ids=["", "odd and even"])
@pytest.mark.parametrize("first", [False, True], ids=["", "first pages"])
def test_the_pages_of_a_templates_own_text_are_marked_too_and_once(
    tmp_path: Path, first: bool, even: bool, own: bool, place: bool
) -> None:
    path = kept_body(tmp_path / "own.docx", first=first, even=even, own=own, place=place)
    content = word_file_of(MARKED, template=council_template(path, keep_body=True))
    assert "Last year's foreword" in [
        one.text for one in docx.Document(BytesIO(content)).paragraphs
    ]
    assert {header.count(MARK) for header in page_headers(content)} == {1}
    assert not any(
        MARK in one for one in page_headers(word_file_of(PAPER, template=council_template(path)))
    )


def test_a_header_that_several_sections_share_is_marked_once(tmp_path: Path) -> None:
    path = kept_body(tmp_path / "own.docx", first=False, even=False, own=True, place=False)
    word = docx.Document(str(path))
    tag, number = qn("w:headerReference"), qn("r:id")
    one, *others = [next(section._sectPr.iter(tag)) for section in word.sections]
    for other in others:
        other.set(number, one.attrib[number])
    word.save(str(path))
    content = word_file_of(MARKED, template=council_template(path, keep_body=True))
    assert {header.count(MARK) for header in page_headers(content)} == {1}
