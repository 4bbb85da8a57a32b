"""A paper that must not go out yet says so at the top of every page, whoever's template it has."""

import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import docx
import pytest

from exporters.word.council_template import council_template
from exporters.word.document import written
from plan.blocks import Document, Section, plain
from plan.linear import lines_of
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
    assert headers(written(MARKED)) == [[MARK], [MARK]]
    assert not any(map(any, headers(written(PAPER))))


def test_the_mark_is_the_first_line_that_is_read_aloud() -> None:
    assert lines_of(MARKED)[0].text == MARK
    assert lines_of(MARKED)[2:] == lines_of(PAPER)


@pytest.mark.parametrize("name", sorted(TEMPLATES))
def test_a_councils_header_is_kept_below_the_mark(tmp_path: Path, name: str) -> None:
    house = council_template(template(name, tmp_path))
    before, after = (
        headers(written(replace(SAMPLE["pack"], mark=mark), house=house)) for mark in ("", MARK)
    )
    assert all(MARK in lines for lines in after)
    for kept, marked in zip(before, after, strict=True):
        assert [line for line in kept if line] == [line for line in marked if line and line != MARK]


@pytest.mark.parametrize("kind", sorted(SAMPLE))
def test_a_marked_paper_is_as_right_as_any(tmp_path: Path, kind: str) -> None:
    content = written(replace(SAMPLE[kind], mark=MARK))
    assert faults(opened(content)) == []
    if CHECKER.exists():
        path = tmp_path / "marked.docx"
        path.write_bytes(content)
        checked = subprocess.run([sys.executable, CHECKER, path], capture_output=True, check=False)
        assert b"0 errors, 0 warnings" in checked.stdout
