"""Every paper in Word: right in every way that a clerk, Word or a screen reader looks at."""

import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from exporters.word.document import word_file_of, writer_of_papers
from plan.council import DEFAULT_FORMAT
from plan.council.format import form_named, format_named
from plan.model.outline import built_plan
from plan.papers.blocks import Document, Section, paragraphs_of
from plan.papers.choices import Choices
from plan.papers.documents import Occasion, papers
from sample_data.sample import sample_outline
from tests.exporters.conftest import CHECKER, NS, W, WordFile, opened, text_of
from tests.exporters.structure import OWN_WORDS, faults, value


def test_it_has_no_fault(word_file: WordFile) -> None:
    assert faults(word_file, typed=OWN_WORDS) == []


def test_it_says_what_the_blocks_say_in_their_order(
    document: Document, word_file: WordFile
) -> None:
    printed = [text_of(p) for p in word_file.document.iter(f"{W}p")]
    assert [text for text in printed if text] == [p.text for p in paragraphs_of(document.blocks)]


def test_written_twice_it_has_the_same_bytes(document: Document) -> None:
    assert word_file_of(document) == word_file_of(document)


@pytest.mark.parametrize(
    "choices", [Choices(), Choices(layout="cards", has_cover=True, has_contents=True, size=16)]
)
def test_of_a_set_each_paper_has_the_bytes_that_it_has_alone(choices: Choices) -> None:
    """A pack and its parts share what they have in common, in whichever order, once or again."""
    council = format_named(DEFAULT_FORMAT)
    plan = built_plan(sample_outline(), DEFAULT_FORMAT)
    made = papers(plan, council, form_named, "pack", Occasion(date(2026, 11, 28), choices))
    documents = [paper.document for paper in made]
    marked = [replace(document, mark="NOT FOR ISSUE") for document in documents]
    write = writer_of_papers(author="A. N. Officer")
    for document in (*documents, *marked, *reversed(documents)):
        assert write(document) == word_file_of(document, author="A. N. Officer")


def test_it_has_a_title_a_subject_and_no_author(word_file: WordFile, document: Document) -> None:
    core = word_file.tree("docProps/core.xml")
    assert core.findtext("dc:title", namespaces=NS) == document.title
    assert core.findtext("dc:subject", namespaces=NS) == document.subject
    assert core.findtext("dc:language", namespaces=NS) == "en-GB"
    assert not core.findtext("dc:creator", namespaces=NS)


@pytest.mark.parametrize(
    ("title", "kept"),
    [
        ("26\u00a0September", "26 September"),
        ("a letter of no\ud7fcalphabet", "a letter of no\ud7fcalphabet"),
        ("line\none\x00", "line one"),
        ("very long " * 60, ("very long " * 60)[:255]),
    ],
)
def test_a_title_keeps_its_words_in_the_properties(title: str, kept: str) -> None:
    core = opened(word_file_of(Document(title, (Section(()),)))).tree("docProps/core.xml")
    assert core.findtext("dc:title", namespaces=NS) == kept


def test_an_author_is_named_where_one_is_set(document: Document) -> None:
    core = opened(word_file_of(document, author="A. N. Officer")).tree("docProps/core.xml")
    assert core.findtext("dc:creator", namespaces=NS) == "A. N. Officer"


def test_outside_of_tables_no_paragraph_is_blank(word_file: WordFile) -> None:
    paragraphs = word_file.document.findall("w:body/w:p", NS)
    between_pages = [p for p in paragraphs if p.find("w:pPr/w:sectPr", NS) is not None]
    assert all(text_of(p) for p in paragraphs if p not in between_pages)


def test_no_two_tick_boxes_have_one_name(word_file: WordFile) -> None:
    boxes = word_file.document.findall(".//w:sdt/w:sdtPr", NS)
    names = [value(box, "w:alias") for box in boxes]
    assert all(": " in name for name in names)
    assert len(set(names)) == len(names)


@pytest.mark.slow
def test_the_checker_finds_neither_error_nor_warning(document: Document, tmp_path: Path) -> None:
    if not CHECKER.exists():
        pytest.skip("the checker of Word files is not beside this checkout")
    path = tmp_path / "paper.docx"
    path.write_bytes(word_file_of(document))
    checked = subprocess.run(
        [sys.executable, str(CHECKER), str(path)], capture_output=True, text=True, check=False
    )
    assert "0 errors, 0 warnings" in checked.stdout, checked.stdout


def test_a_document_without_any_block_is_still_a_word_file() -> None:
    empty = opened(word_file_of(Document("Nothing yet", (Section(()),))))
    assert empty.document.find("w:body/w:sectPr", NS) is not None
