"""Numbers that Word computes are computed: they are printed but stand nowhere in the text."""

from pathlib import Path

import pytest

from importers.word.numbering import written_number
from importers.word.reader import read_word
from plan.papers.blocks import Paragraph
from tests.importers.word_files import BULLETS, docx_of, listed, para


def level(place: int, pattern: str, kind: str = "decimal", more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
        f'<w:lvlText w:val="{pattern}"/>{more}</w:lvl>'
    )


def abstract(key: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{key}">{"".join(levels)}</w:abstractNum>'


def num(key: int, of: int, more: str = "") -> str:
    return f'<w:num w:numId="{key}"><w:abstractNumId w:val="{of}"/>{more}</w:num>'


def labels(folder: Path, body: str, numbering: str, styles: str = "") -> list[str]:
    blocks = read_word(docx_of(folder, body, numbering=numbering, styles=styles)).blocks
    return [block.label for block in blocks if isinstance(block, Paragraph)]


TWO_LEVELS = abstract(1, level(0, "%1.0"), level(1, "%1.%2")) + num(1, 1)


def test_two_levels_count_and_the_lower_one_starts_again(tmp_path: Path) -> None:
    places = (0, 1, 1, 0, 1)
    body = "".join(listed("x", 1, place) for place in places)
    assert labels(tmp_path, body, TWO_LEVELS) == ["1.0", "1.1", "1.2", "2.0", "2.1"]


def test_a_level_that_does_not_restart_goes_on(tmp_path: Path) -> None:
    second = level(1, "%2", more='<w:lvlRestart w:val="0"/>')
    body = "".join(listed("x", 1, place) for place in (0, 1, 0, 1))
    numbering = abstract(1, level(0, "%1"), second) + num(1, 1)
    assert labels(tmp_path, body, numbering) == ["1", "1", "2", "2"]


def test_two_lists_of_one_definition_go_on_unless_one_is_told_to_start_again(
    tmp_path: Path,
) -> None:
    restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    numbering = abstract(1, level(0, "%1.")) + num(1, 1) + num(2, 1) + num(3, 1, restart)
    body = "".join(listed("x", key) for key in (1, 1, 2, 3, 3))
    assert labels(tmp_path, body, numbering) == ["1.", "2.", "3.", "5.", "6."]


def test_a_list_may_print_its_levels_otherwise_than_its_definition(tmp_path: Path) -> None:
    other = f'<w:lvlOverride w:ilvl="0">{level(0, "Aim %1:")}</w:lvlOverride>'
    numbering = abstract(1, level(0, "%1.")) + num(1, 1, other)
    assert labels(tmp_path, listed("x", 1), numbering) == ["Aim 1:"]


def test_a_level_can_ask_for_figures_throughout(tmp_path: Path) -> None:
    roman = level(0, "%1", "upperRoman")
    numbering = abstract(1, roman, level(1, "%1.%2", more="<w:isLgl/>")) + num(1, 1)
    body = listed("x", 1, 0) + listed("x", 1, 1)
    assert labels(tmp_path, body, numbering) == ["I", "1.1"]


def test_a_list_is_inherited_from_a_style_at_the_level_tied_to_it(tmp_path: Path) -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Base"><w:pPr><w:numPr><w:numId w:val="1"/>'
        '</w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="Point">'
        '<w:basedOn w:val="Base"/></w:style>'
    )
    tied = level(1, "%1.%2", more='<w:pStyle w:val="Point"/>')
    numbering = abstract(1, level(0, "%1.0"), tied) + num(1, 1)
    body = para("a", '<w:pStyle w:val="Base"/>') + para("b", '<w:pStyle w:val="Point"/>')
    assert labels(tmp_path, body, numbering, styles) == ["1.0", "1.1"]


def test_a_paragraph_can_leave_the_list_of_its_style(tmp_path: Path) -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
        "</w:pPr></w:style>"
    )
    out = '<w:pStyle w:val="L"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    assert labels(tmp_path, para("x", out), TWO_LEVELS, styles) == [""]


def test_bullets_have_a_depth_and_no_number(tmp_path: Path) -> None:
    styles = (
        '<w:style w:styleId="B2"><w:name w:val="List Bullet 2"/><w:pPr><w:numPr>'
        '<w:numId w:val="7"/></w:numPr></w:pPr></w:style>'
    )
    body = listed("a", 7) + listed("b", 7, 1) + para("c", '<w:pStyle w:val="B2"/>') + para("d")
    blocks = read_word(docx_of(tmp_path, body, numbering=BULLETS, styles=styles)).blocks
    found = [(block.bullet, block.label) for block in blocks if isinstance(block, Paragraph)]
    assert found == [(0, ""), (1, ""), (1, ""), (None, "")]


def test_a_list_that_is_nowhere_defined_has_no_number(tmp_path: Path) -> None:
    assert labels(tmp_path, listed("x", 99) + listed("x", -4, 70), TWO_LEVELS) == ["", ""]


def test_headings_are_known_by_the_name_of_their_style_or_their_level(tmp_path: Path) -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 2"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="O"><w:pPr><w:outlineLvl w:val="0"/></w:pPr>'
        "</w:style>"
    )
    body = (
        para("a", '<w:pStyle w:val="H"/>')
        + para("b", '<w:pStyle w:val="O"/>')
        + para("c", '<w:outlineLvl w:val="7"/>')
        + para("d", '<w:pStyle w:val="O"/><w:outlineLvl w:val="9"/>')
    )
    blocks = read_word(docx_of(tmp_path, body, styles=styles)).blocks
    roles = [block.role for block in blocks if isinstance(block, Paragraph)]
    assert roles == ["heading-2", "heading-1", "heading-3", "body"]


@pytest.mark.parametrize(
    ("count", "kind", "written"),
    [
        (4, "decimal", "4"),
        (4, "decimalZero", "04"),
        (4, "lowerLetter", "d"),
        (28, "upperLetter", "BB"),
        (14, "lowerRoman", "xiv"),
        (1999, "upperRoman", "MCMXCIX"),
        (0, "lowerRoman", "0"),
        (3_000_000_000, "upperLetter", "3000000000"),
        (2, "none", ""),
        (2, "chicago", "2"),
    ],
)
def test_numbers_are_written_as_their_kind_asks(count: int, kind: str, written: str) -> None:
    assert written_number(count, kind) == written
