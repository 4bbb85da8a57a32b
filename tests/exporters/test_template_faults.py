"""What a template of the council's brings along: its pages, its controls, and its own faults."""

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from exporters.word.council_template import council_template
from exporters.word.document import word_file_of
from exporters.word.word_template import WordTemplate
from tests.exporters.conftest import CHECKER, NS, SAMPLE, W, WordFile, opened, text_of
from tests.exporters.council_templates import CouncilPaper
from tests.exporters.test_sound_templates import PLACE, line

A4 = {("11906", "16838"), ("16838", "11906")}
CASES = CHECKER.parents[1] / "cases" / "templates"
_BOX = (
    '<w:sdt><w:sdtPr><w:id w:val="1"/><w:text/></w:sdtPr><w:sdtContent><w:r><w:t>Click here'
    "</w:t></w:r></w:sdtContent></w:sdt>"
)


def prepared(paper: CouncilPaper, folder: Path, *, keep_body: bool = False) -> WordTemplate:
    return council_template(paper.written(folder / "council.docx"), keep_body=keep_body)


def filled(template: WordTemplate, kind: str = "pack") -> WordFile:
    return opened(word_file_of(SAMPLE[kind], template=template))


def sizes(paper: WordFile) -> set[tuple[str, str]]:
    found = paper.document.iter(f"{W}pgSz")
    return {(one.get(f"{W}w", ""), one.get(f"{W}h", "")) for one in found}


def said(template: WordTemplate, words: str) -> str:
    found = [one for one in template.remarks if words in one]
    assert len(found) == 1, template.remarks
    return found[0]


def has_said(template: WordTemplate, words: str) -> bool:
    return any(words in one for one in template.remarks)


# Pages


@pytest.mark.parametrize(
    ("width", "height", "words"),
    [
        ("23811", "16838", "297 × 420 millimetres"),
        ("12240", "15840", "216 × 279 millimetres"),
        ("8391", "11906", "148 × 210 millimetres"),
    ],
)
def test_a_paper_is_on_a4_whatever_the_templates_pages_are(
    width: str, height: str, words: str, tmp_path: Path
) -> None:
    path = CouncilPaper().written(tmp_path / "council.docx")
    changed = opened(path.read_bytes()).parts
    size = f'<w:pgSz w:w="{width}" w:h="{height}"/>'.encode()
    changed["word/document.xml"] = changed["word/document.xml"].replace(
        b'<w:pgSz w:w="11906" w:h="16838"/>', size
    )
    _write(path, changed)
    template = council_template(path)
    assert words in said(template, "The paper is written on A4; the template's margins stay.")
    assert sizes(filled(template)) == A4


def test_nothing_is_said_of_pages_that_are_a4_already(tmp_path: Path) -> None:
    assert not has_said(prepared(CouncilPaper(), tmp_path), "A4")


# Content controls and comments


@pytest.mark.parametrize("keep_body", [True, False])
def test_no_tick_box_has_the_number_of_a_control_of_the_template(
    keep_body: bool, tmp_path: Path
) -> None:
    paper = CouncilPaper(
        body=f"<w:p>{_BOX}</w:p>",
        footer=f"<w:p>{_BOX.replace(chr(34) + '1', chr(34) + '3')}</w:p>",
    )
    written = filled(prepared(paper, tmp_path, keep_body=keep_body), "assessment")
    roots = (written.document, written.tree("word/footer1.xml"))
    numbers = Counter(
        one.get(f"{W}val") for root in roots for one in root.iterfind(".//w:sdtPr/w:id", NS)
    )
    assert len(numbers) > 10
    assert set(numbers.values()) == {1}


def test_the_comments_on_text_that_is_kept_are_left_out_and_counted(tmp_path: Path) -> None:
    comment = (
        '<w:p><w:commentRangeStart w:id="0"/><w:r><w:t>Our words</w:t></w:r>'
        '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>'
    )
    template = prepared(CouncilPaper(body=comment), tmp_path, keep_body=True)
    assert said(template, "comment") == (
        "The comment in the text of the template council.docx is left out."
    )
    paper = filled(template)
    assert text_of(paper.document.findall("w:body/w:p", NS)[0]) == "Our words"
    assert not list(paper.document.iter(f"{W}commentReference", f"{W}commentRangeStart"))


# Without styles


def test_a_template_without_styles_is_used_with_ours(tmp_path: Path) -> None:
    parts = {
        name: part if isinstance(part, bytes) else part.encode()
        for name, part in CouncilPaper(body=PLACE).parts().items()
        if name != "word/styles.xml"
    }
    kinds, relations = "[Content_Types].xml", "word/_rels/document.xml.rels"
    parts[kinds] = _without(parts[kinds], b'<Override PartName="/word/styles.xml"')
    parts[relations] = _without(parts[relations], b'<Relationship Id="rIdstylesxml"')
    path = tmp_path / "council.docx"
    _write(path, parts)
    template = council_template(path)
    assert said(template, "style") == (
        "The template council.docx has no styles at all: plandesk's own are used."
    )
    paper = filled(template)
    used = {one.get(f"{W}val") for one in paper.document.iter(f"{W}pStyle")}
    there = {one.get(f"{W}styleId") for one in paper.tree("word/styles.xml").iter(f"{W}style")}
    assert used <= there
    assert "Glenshire Council" in text_of(paper.tree("word/header1.xml"))


# Faults of its own


def test_a_colour_that_is_hard_to_read_is_told_with_the_style_that_sets_it(tmp_path: Path) -> None:
    pale = (
        '<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/>'
        '<w:basedOn w:val="Standard"/><w:rPr><w:color w:val="4F81BD"/></w:rPr></w:style>'
    )
    template = prepared(CouncilPaper(styles=pale), tmp_path)
    assert said(template, "hard to read") == (
        "In the template council.docx, text in “heading 2” is hard to read: #4F81BD on white is a "
        "contrast of 4.0 to 1, and 4.5 is the least (WCAG 1.4.3). Change the colour in Word."
    )


def test_a_style_that_papers_do_not_use_may_be_as_pale_as_it_likes(tmp_path: Path) -> None:
    unused = (
        '<w:style w:type="paragraph" w:styleId="Faint"><w:name w:val="Faint note"/>'
        '<w:rPr><w:color w:val="EEEEEE"/></w:rPr></w:style>'
    )
    assert not has_said(prepared(CouncilPaper(styles=unused), tmp_path), "hard to read")


def test_white_words_on_the_councils_blue_are_read_easily(tmp_path: Path) -> None:
    on_blue = (
        '<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/><w:pPr>'
        '<w:shd w:val="clear" w:color="auto" w:fill="003060"/></w:pPr>'
        '<w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:style>'
    )
    assert not has_said(prepared(CouncilPaper(styles=on_blue), tmp_path), "hard to read")


def test_a_logo_without_alternative_text_is_told(tmp_path: Path) -> None:
    path = CouncilPaper().written(tmp_path / "council.docx")
    assert not has_said(council_template(path), "alternative text")
    parts = opened(path.read_bytes()).parts
    named = b' descr="The arms of Glenshire Council"'
    assert named in parts["word/header1.xml"]
    parts["word/header1.xml"] = parts["word/header1.xml"].replace(named, b"")
    _write(path, parts)
    assert said(council_template(path), "alternative text").startswith(
        "A picture in the header of the template council.docx has no alternative text, so a screen "
        "reader cannot say what is there."
    )


@pytest.mark.parametrize(("keep_body", "times"), [(True, 1), (False, 0)])
def test_a_table_without_a_header_row_is_told_where_it_is_printed(
    keep_body: bool, times: int, tmp_path: Path
) -> None:
    cell = f'<w:tc><w:tcPr><w:tcW w:w="5000" w:type="dxa"/></w:tcPr>{line("Author")}</w:tc>'
    table = (
        '<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="dxa"/></w:tblPr><w:tblGrid>'
        f'<w:gridCol w:w="5000"/></w:tblGrid><w:tr>{cell}</w:tr></w:tbl>'
    )
    template = prepared(CouncilPaper(body=table), tmp_path, keep_body=keep_body)
    assert sum("no header row" in one for one in template.remarks) == times


# The templates of the case files

OWN_FAULTS = {
    "A11Y-CONTRAST": "hard to read",
    "A11Y-ALT": "no alternative text",
    "A11Y-T-HEAD": "no header row",
    "DOC-PAGENO": "no page numbers",
}
"""What the checker finds in a paper that is a fault of the template itself, and how it is told."""
_BLANK_LINE_OF_ITS_OWN = ("A11Y-BLANK", "t7-by-libreoffice.dotx")
"""LibreOffice saved an empty paragraph in this template's header."""


@pytest.mark.slow
@pytest.mark.parametrize("keep_body", [True, False])
@pytest.mark.parametrize("name", [*(f"t{number}-" for number in range(1, 12)), "t3b-"])
def test_a_paper_has_no_fault_that_is_not_the_templates_own_and_told(
    name: str, keep_body: bool, tmp_path: Path
) -> None:
    if not CASES.is_dir():
        pytest.skip("the case files are not here, so their templates were not tried")
    path = next(CASES.glob(f"{name}*.do?x"))
    template = council_template(path, keep_body=keep_body)
    written = tmp_path / "paper.docx"
    written.write_bytes(word_file_of(SAMPLE["pack"], template=template))
    command = [sys.executable, str(CHECKER), str(written), "--json"]
    checked = subprocess.run(command, capture_output=True, text=True, check=False)
    for fault in json.loads(checked.stdout):
        if fault["severity"] == "tip" or (fault["rule"], path.name) == _BLANK_LINE_OF_ITS_OWN:
            continue
        assert has_said(template, OWN_FAULTS.get(fault["rule"], "\n")), fault
        assert _is_in(path, fault["rule"], fault["message"]), fault


def _is_in(template: Path, rule: str, message: str) -> bool:
    """Return whether a template has a fault by itself, before anything is printed in it."""
    with ZipFile(template) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    footers = b"".join(part for name, part in parts.items() if "footer" in name)
    if rule == "A11Y-CONTRAST":
        colour = message.split(" of ")[1][:6].encode()
        return colour in parts["word/styles.xml"]
    if rule == "DOC-PAGENO":
        return b"<w:t" in footers and b"PAGE" not in footers
    command = [sys.executable, str(CHECKER), str(template), "--json"]
    checked = subprocess.run(command, capture_output=True, text=True, check=False)
    return rule in {one["rule"] for one in json.loads(checked.stdout)}


def _write(path: Path, parts: dict[str, bytes]) -> None:
    with ZipFile(path, "w", ZIP_DEFLATED) as package:
        for name, part in parts.items():
            package.writestr(name, part)


def _without(part: bytes, start: bytes) -> bytes:
    head, found, tail = part.partition(start)
    return head + tail.partition(b"/>")[2] if found else part
