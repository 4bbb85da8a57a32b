"""A council's own template: its letterhead and fonts stay, what it lacks comes from ours."""

import base64
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest
from docx.shared import Mm

from exporters.word.council_template import council_template
from exporters.word.document import word_file_of
from exporters.word.file_owner import is_untouched
from exporters.word.template_file import TemplateError
from exporters.word.word_template import PLACEHOLDER
from tests.exporters.conftest import NS, SAMPLE, W, WordFile, opened, text_of

LOGO = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABpfZFQAAAAABJRU5ErkJggg=="
)
"""A picture of one point."""
DTD = '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'
DOCUMENT_TYPE = b"wordprocessingml.document.main+xml"


def letterhead(path: Path, *, place: bool = False, footer: str = "") -> Path:
    """Make a template with a letterhead, a logo, a font of its own and wide margins."""
    document = docx.Document()
    section = document.sections[0]
    section.left_margin = section.right_margin = Mm(40)
    section.header.paragraphs[0].text = "Glenshire Council"
    section.header.paragraphs[0].add_run().add_picture(BytesIO(LOGO), width=Mm(10))
    if footer:
        section.footer.paragraphs[0].text = footer
    document.styles["Normal"].font.name = "Gill Sans"
    document.add_paragraph("For the record")
    if place:
        document.add_paragraph(PLACEHOLDER)
        document.add_paragraph("Printed on paper from our own woods")
    document.save(str(path))
    return path


def with_parts(path: Path, **changed: bytes) -> Path:
    """Write the file again with some of its parts changed; a name's dots are underscores."""
    parts = opened(path.read_bytes()).parts
    for name, part in changed.items():
        parts[next(one for one in parts if name in one.replace(".", "_").replace("/", "_"))] = part
    with ZipFile(path, "w", ZIP_DEFLATED) as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return path


def filled(path: Path, kind: str = "pack", *, keep_body: bool = False) -> WordFile:
    return opened(word_file_of(SAMPLE[kind], template=council_template(path, keep_body=keep_body)))


def body_texts(word_file: WordFile) -> list[str]:
    return [text_of(p) for p in word_file.document.findall("w:body/w:p", NS)]


def test_nothing_of_the_template_is_lost(tmp_path: Path) -> None:
    path = letterhead(tmp_path / "council.docx")
    before, after = opened(path.read_bytes()).parts, filled(path).parts
    assert set(before) <= {*after, "docProps/thumbnail.jpeg"}
    altered = {name for name in before if "media" in name and before[name] != after[name]}
    assert altered == set()
    (header,) = (name for name in after if name.startswith("word/header"))
    assert "Glenshire Council" in after[header].decode()


def test_its_fonts_and_headings_are_used(tmp_path: Path) -> None:
    styles = filled(letterhead(tmp_path / "council.docx")).tree("word/styles.xml")
    font = styles.find("w:style[@w:styleId='Normal']/w:rPr/w:rFonts", NS)
    assert font is not None
    assert font.get(f"{W}ascii") == "Gill Sans"
    names = [name.get(f"{W}val") for name in styles.findall("w:style/w:name", NS)]
    assert len({str(name).casefold() for name in names}) == len(names)


def test_its_margins_stay_and_tables_keep_within_them(tmp_path: Path) -> None:
    word_file = filled(letterhead(tmp_path / "council.docx"), "assessment")
    margins = word_file.document.find(".//w:pgMar", NS)
    size = word_file.document.find(".//w:pgSz", NS)
    assert margins is not None
    assert size is not None
    room = int(size.get(f"{W}w", 0)) - 2 * int(margins.get(f"{W}left", 0))
    for table in word_file.document.iter(f"{W}tbl"):
        grid = [int(column.get(f"{W}w", 0)) for column in table.findall("w:tblGrid/w:gridCol", NS)]
        assert sum(grid) <= room + 40


def test_the_paper_follows_what_the_template_holds_where_that_is_asked_for(tmp_path: Path) -> None:
    path = letterhead(tmp_path / "council.docx")
    texts = body_texts(filled(path, "report", keep_body=True))
    assert texts[0] == "For the record"
    assert texts[1].startswith("ITEM No")


def test_without_a_place_for_the_paper_what_the_template_says_is_left_out(tmp_path: Path) -> None:
    texts = body_texts(filled(letterhead(tmp_path / "council.docx"), "report"))
    assert "For the record" not in texts
    assert texts[0].startswith("ITEM No")


def test_the_paper_stands_where_the_template_says(tmp_path: Path) -> None:
    texts = body_texts(filled(letterhead(tmp_path / "council.docx", place=True), "report"))
    assert (texts[0], texts[-1]) == ("For the record", "Printed on paper from our own woods")
    assert PLACEHOLDER not in texts


def test_its_own_footer_stays_and_one_without_gets_page_numbers(tmp_path: Path) -> None:
    own = filled(letterhead(tmp_path / "own.docx", footer="Fàilte"))
    footers = [
        part.decode() for name, part in own.parts.items() if "footer" in name and "rels" not in name
    ]
    assert any("Fàilte" in footer for footer in footers)
    assert not any("NUMPAGES" in footer for footer in footers)
    ours = filled(letterhead(tmp_path / "none.docx"))
    assert any("NUMPAGES" in part.decode() for name, part in ours.parts.items() if "footer" in name)


def test_every_style_and_list_that_is_used_is_there(tmp_path: Path) -> None:
    word_file = filled(letterhead(tmp_path / "council.docx"))
    styles = word_file.tree("word/styles.xml")
    defined = {style.get(f"{W}styleId") for style in styles.iter(f"{W}style")}
    used = {e.get(f"{W}val") for e in word_file.document.iter(f"{W}pStyle", f"{W}tblStyle")}
    assert used <= defined
    lists = word_file.tree("word/numbering.xml")
    numbers = [num.get(f"{W}numId") for num in lists.iter(f"{W}num")]
    assert len(set(numbers)) == len(numbers)
    assert {num.get(f"{W}val") for num in word_file.document.iter(f"{W}numId")} <= set(numbers)
    abstract = [one.get(f"{W}abstractNumId") for one in lists.findall("w:abstractNum", NS)]
    assert len(set(abstract)) == len(abstract)


def test_what_it_lacks_is_said(tmp_path: Path) -> None:
    remarks = council_template(letterhead(tmp_path / "council.docx")).remarks
    sentence = next(one for one in remarks if "has no style" in one)
    assert "The template council.docx has no style “Body Text Continued”, “Appendix" in sentence
    assert "plandesk's own are used" in sentence
    assert "is written by plandesk template" in sentence
    assert "Heading 1" not in sentence


def test_who_made_the_template_is_not_named_in_the_paper(tmp_path: Path) -> None:
    path = letterhead(tmp_path / "council.docx")
    document = docx.Document(str(path))
    document.core_properties.author = document.core_properties.last_modified_by = "A. N. Officer"
    document.save(str(path))
    core = filled(path).parts["docProps/core.xml"]
    assert b"Officer" not in core


def test_a_dotx_is_an_ordinary_document_then(tmp_path: Path) -> None:
    path = letterhead(tmp_path / "council.dotx")
    types = opened(path.read_bytes()).parts["[Content_Types].xml"]
    as_template = types.replace(DOCUMENT_TYPE, b"wordprocessingml.template.main+xml")
    with_parts(path, Content_Types=as_template)
    assert DOCUMENT_TYPE in filled(path).parts["[Content_Types].xml"]


def test_a_template_without_lists_gets_ours(tmp_path: Path) -> None:
    path = letterhead(tmp_path / "council.docx")
    parts = opened(path.read_bytes()).parts
    del parts["word/numbering.xml"]
    kinds = parts["[Content_Types].xml"].decode()
    start = kinds.index('<Override PartName="/word/numbering.xml"')
    kinds = kinds[:start] + kinds[kinds.index("/>", start) + 2 :]
    relations = parts["word/_rels/document.xml.rels"].decode()
    middle = relations.index('Target="numbering.xml"')
    start = relations.rindex("<Relationship ", 0, middle)
    relations = relations[:start] + relations[relations.index("/>", middle) + 2 :]
    parts |= {
        "[Content_Types].xml": kinds.encode(),
        "word/_rels/document.xml.rels": relations.encode(),
    }
    with ZipFile(path, "w") as package:
        for name, part in parts.items():
            package.writestr(name, part)
    word_file = filled(path)
    used = {num.get(f"{W}val") for num in word_file.document.iter(f"{W}numId")}
    there = {num.get(f"{W}numId") for num in word_file.tree("word/numbering.xml").iter(f"{W}num")}
    assert used <= there


def test_what_was_written_with_a_template_is_ours_until_somebody_saves_it(tmp_path: Path) -> None:
    prepared = council_template(letterhead(tmp_path / "council.docx"))
    paper = tmp_path / "paper.docx"
    paper.write_bytes(word_file_of(SAMPLE["report"], template=prepared))
    assert is_untouched(paper)


def entities(path: Path) -> None:
    with_parts(letterhead(path), word_styles=DTD.encode())


def without_pages(path: Path) -> None:
    letterhead(path)
    document = opened(path.read_bytes()).parts["word/document.xml"]
    start, end = document.index(b"<w:sectPr"), document.index(b"</w:sectPr>") + len("</w:sectPr>")
    with_parts(path, word_document_xml=document[:start] + document[end:])


def macros(path: Path) -> None:
    letterhead(path)
    types = opened(path.read_bytes()).parts["[Content_Types].xml"]
    with_parts(
        path, Content_Types=types.replace(DOCUMENT_TYPE, b"ms-word.template.macroEnabledTemplate")
    )


def bomb(path: Path) -> None:
    with (
        ZipFile(path, "w", ZIP_DEFLATED) as package,
        package.open("word/document.xml", "w", force_zip64=True) as part,
    ):
        for _ in range(300):
            part.write(bytes(1_000_000))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda path: path.write_bytes(b"not a file of Word"), "is no Word file, or is damaged"),
        (lambda path: path.write_bytes(b"\xd0\xcf\x11\xe0" + b"\0" * 600), "password"),
        (lambda path: None, "cannot be read"),
        (entities, "declarations"),
        (macros, "holds macros"),
        (bomb, "unpacks to more"),
        (lambda path: with_parts(letterhead(path), word_styles=b"<broken"), "is damaged"),
        (
            lambda path: with_parts(letterhead(path), word_document=b"<document xmlns='strict'/>"),
            "strict",
        ),
        (
            lambda path: with_parts(letterhead(path), word_settings=DTD.encode("utf-16")),
            "declarations",
        ),
        (lambda path: with_parts(letterhead(path), word_header=b"<w:hdr"), "is damaged"),
        (
            lambda path: with_parts(letterhead(path), document_xml_rels=b"<Relationships/>"),
            "is damaged",
        ),
        (without_pages, "its pages have no size"),
    ],
    ids=[
        "text",
        "ole",
        "missing",
        "entities",
        "macros",
        "bomb",
        "broken",
        "strict",
        "utf-16",
        "header",
        "relations",
        "pages",
    ],
)
def test_what_cannot_be_used_is_refused_in_a_sentence(make, says: str, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "council.docx"
    make(path)
    with pytest.raises(TemplateError, match=says) as refused:
        council_template(path)
    assert "plan" in str(refused.value) or "paper" in str(refused.value)


def test_what_python_docx_leaves_out_of_the_settings_is_put_in(tmp_path: Path) -> None:
    path = tmp_path / "council.docx"
    docx.Document().save(str(path))
    settings = opened(path.read_bytes()).parts["word/settings.xml"]
    assert b"<w:zoom" in settings
    assert b"w:percent" not in settings, "the template's own has none, which no Word file may lack"
    assert zoom_of(filled(path)) == "100"
    with_parts(path, word_settings=settings.replace(b"<w:zoom", b'<w:zoom w:percent="85"'))
    assert zoom_of(filled(path)) == "85"


def test_the_picture_of_another_papers_first_page_is_not_passed_on(tmp_path: Path) -> None:
    path = tmp_path / "council.docx"
    docx.Document().save(str(path))
    assert any("thumbnail" in name for name in opened(path.read_bytes()).parts)
    assert not any("thumbnail" in name for name in filled(path).parts)
    assert not any("Left out" in remark for remark in council_template(path).remarks)


def zoom_of(word_file: WordFile) -> str | None:
    zoom = word_file.tree("word/settings.xml").find("w:zoom", NS)
    assert zoom is not None
    return zoom.get(f"{W}percent")
