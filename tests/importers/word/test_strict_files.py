"""Word's other kind of .docx, "Strict Open XML Document", is read like the usual one."""

import re
import zipfile
from pathlib import Path

import pytest

from importers.paper import read_paper
from importers.word.names import as_twentieths
from importers.word.reader import read_word
from importers.word.strict import usual_name, with_usual_names
from plan.model.outline import built_plan
from plan.papers.blocks import Paragraph, Table
from sample_data.sample import sample_outline
from tests.importers.styled_papers import our_word
from tests.importers.test_papers_from_blocks import DUNDEE, pack
from tests.importers.word_files import (
    BULLETS,
    cell,
    docx_of,
    listed,
    para,
    raw,
    row,
    run,
    table,
    zip_of,
)

OFFICE_NAME = re.compile(rb"http://schemas\.openxmlformats\.org/(?!package)(\w+)/2006/")
STRICT = "http://purl.oclc.org/ooxml/"


def as_strict(path: Path) -> Path:
    """Return a copy of a Word file with the namespaces and types of the Strict kind."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    strict = rb"http://purl.oclc.org/ooxml/\1/"
    named = {name: OFFICE_NAME.sub(strict, content) for name, content in parts.items()}
    return zip_of(path.with_name("Strict.docx"), dict(named))


def test_a_strict_file_reads_like_the_usual_one(tmp_path: Path) -> None:
    body = listed("Bullet", 7) + table(row("a", cell("b")), row("c", "d")) + para("Résumé & more")
    usual = docx_of(tmp_path, body, numbering=BULLETS, styles="<w:style w:styleId='S'/>")
    assert read_word(as_strict(usual)) == read_word(usual)


def test_a_whole_committee_paper_reads_like_the_usual_one(tmp_path: Path) -> None:
    council, forms = DUNDEE
    usual = our_word(tmp_path, pack(built_plan(sample_outline(), council.id), council, forms))
    assert b"purl.oclc.org" in zipfile.ZipFile(as_strict(usual)).read("word/document.xml")
    assert read_paper(as_strict(usual), council, forms) == read_paper(usual, council, forms)


def test_a_strict_file_in_utf_16_is_read(tmp_path: Path) -> None:
    strict = as_strict(docx_of(tmp_path, para("Café")))
    with zipfile.ZipFile(strict) as archive:
        parts: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    document = archive_text(parts["word/document.xml"])
    declared = '<?xml version="1.0" encoding="UTF-16"?>'
    parts["word/document.xml"] = (declared + document).encode("utf-16")
    (paragraph,) = read_word(zip_of(strict, parts)).blocks
    assert isinstance(paragraph, Paragraph)
    assert paragraph.text == "Café"


def archive_text(part: str | bytes) -> str:
    return part.decode() if isinstance(part, bytes) else part


WORDS = f'Write xmlns:w="{STRICT}wordprocessingml/main" and xmlns="{STRICT}x/y" there.'


def test_a_text_box_that_word_names_otherwise_in_a_strict_file_is_read(tmp_path: Path) -> None:
    word_2006 = 'xmlns:wne="http://schemas.microsoft.com/office/word/2006/wordml"'
    box = f"<wne:txbxContent {word_2006}>{para('In the box')}</wne:txbxContent>"
    body = raw(run("Before"), f"<w:r><w:drawing>{box}</w:drawing></w:r>")
    blocks = read_word(as_strict(docx_of(tmp_path, body))).blocks
    assert [block.text for block in blocks if isinstance(block, Paragraph)] == [
        "Before",
        "In the box",
    ]


def test_an_address_in_the_words_of_a_strict_file_stays_as_it_is(tmp_path: Path) -> None:
    body = raw(f'<w:r><w:t xml:space="preserve">{WORDS}</w:t></w:r>') + para("after")
    blocks = read_word(as_strict(docx_of(tmp_path, body))).blocks
    assert [block.text for block in blocks if isinstance(block, Paragraph)] == [WORDS, "after"]


def test_declarations_are_renamed_wherever_they_stand_in_a_tag() -> None:
    usual = "http://schemas.openxmlformats.org/"
    alone = f'<p q="{STRICT}left/alone"/>xmlns="{STRICT}left/alone" > '
    declared = '<w:a b=\'>\' c = "x"\n xmlns:w=\'{}main\' xmlns="{}chart">{}<b xmlns:m="{}"/></w:a>'
    strict = declared.format(
        f"{STRICT}wordprocessingml/", f"{STRICT}drawingml/", alone, f"{STRICT}officeDocument/math"
    )
    assert with_usual_names(strict) == declared.format(
        f"{usual}wordprocessingml/2006/",
        f"{usual}drawingml/2006/",
        alone,
        f"{usual}officeDocument/2006/math",
    )


@pytest.mark.parametrize(
    ("strict", "usual"),
    [
        (
            "http://purl.oclc.org/ooxml/officeDocument/relationships/styles",
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles",
        ),
        ("http://schemas.microsoft.com/office/word/2010/wordml",) * 2,
        ("http://purl.oclc.org/dc/terms/",) * 2,
    ],
)
def test_only_names_of_the_strict_kind_are_renamed(strict: str, usual: str) -> None:
    assert usual_name(strict) == usual


@pytest.mark.parametrize(
    ("written", "twentieths"),
    [
        ("1440", 1440),
        ("72pt", 1440),
        ("1in", 1440),
        ("2.54cm", 1440),
        ("25.4mm", 1440),
        ("6pc", 1440),
        ("6pi", 1440),
        ("0.5in", 720),
        ("50%", None),
        ("infpt", None),
        ("pt", None),
        ("", None),
        (None, None),
    ],
)
def test_lengths_may_name_their_unit(written: str | None, twentieths: float | None) -> None:
    assert as_twentieths(written) == (None if twentieths is None else pytest.approx(twentieths))


def test_the_columns_of_a_strict_table_are_as_wide_as_they_say(tmp_path: Path) -> None:
    grid = '<w:tblGrid><w:gridCol w:w="72pt"/><w:gridCol w:w="1440"/></w:tblGrid>'
    body = table(row("a", "b")).replace("<w:tbl>", f"<w:tbl>{grid}")
    (found,) = read_word(as_strict(docx_of(tmp_path, body))).blocks
    assert isinstance(found, Table)
    assert found.widths == (25.4, 25.4)


def test_a_thousand_declarations_in_one_tag_and_in_the_words_are_gone_through_once() -> None:
    tag = "".join(f' xmlns:n{number}="{STRICT}a/b"' for number in range(20_000))
    words = f'xmlns="{STRICT}a/b" ' * 20_000
    renamed = with_usual_names(f"<w{tag}>{words}</w>")
    assert renamed.count("purl.oclc.org") == 20_000
    assert renamed.count("schemas.openxmlformats.org") == 20_000
