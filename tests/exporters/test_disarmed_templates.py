"""Nothing of a council's template reaches out of the papers that are written with it."""

import re
from collections.abc import Mapping
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from exporters.word.council_template import council_template
from exporters.word.document import word_file_of
from exporters.word.template_fields import HARMLESS, unlinked_fields
from exporters.word.template_file import TemplateError
from tests.exporters.conftest import NS, SAMPLE, W, WordFile, opened, text_of
from tests.exporters.council_templates import LOGO, CouncilPaper
from tests.exporters.structure import OWN_WORDS, faults

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
NAMES = (
    f'xmlns:w="{W[1:-1]}" xmlns:r="{OFFICE}" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def complex_field(*code: str, shown: str = "as shown last") -> str:
    """Return the runs of a field, its code in as many runs as there are pieces of it.

    A piece may be a field itself.
    """
    pieces = "".join(
        piece
        if piece.startswith("<")
        else f'<w:r><w:instrText xml:space="preserve">{piece}</w:instrText></w:r>'
        for piece in code
    )
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r>{pieces}'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'<w:r><w:t>{shown}</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def simple_field(code: str) -> str:
    return f'<w:fldSimple w:instr="{code}"><w:r><w:t>as shown last</w:t></w:r></w:fldSimple>'


def paragraph(runs: str) -> str:
    return f"<w:p>{runs}</w:p>"


def in_box(runs: str) -> str:
    return (
        '<w:r><w:pict><v:shape style="width:99pt;height:9pt"><v:textbox><w:txbxContent>'
        f"{paragraph(runs)}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )


def remote(number: int, kind: str, target: str, mode: str = "External") -> str:
    return (
        f'<Relationship Id="rIdFar{number}" Type="{OFFICE}/{kind}" Target="{target}"'
        f"{f' TargetMode={chr(34)}{mode}{chr(34)}' if mode else ''}/>"
    )


def with_relations(part: str | bytes | None, more: str) -> str:
    text = part.decode() if isinstance(part, bytes) else part
    empty = f'<Relationships xmlns="{RELATIONS}"></Relationships>'
    return (text or empty).replace("</Relationships>", f"{more}</Relationships>")


def linked_picture(number: int, *, is_here_too: bool = False) -> str:
    embedded = 'r:embed="rIdmediaimage1png" ' if is_here_too else ""
    return (
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="9" cy="9"/><wp:docPr id="{90 + number}" name="P" descr="A picture"/>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
        '<pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="P"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip {embedded}r:link="rIdFar{number}"/><a:stretch><a:fillRect/>'
        '</a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="9" cy="9"/>'
        '</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


OLE = (
    '<w:r><w:object w:dxaOrig="900" w:dyaOrig="900"><v:shape id="s1" style="width:9pt;height:9pt">'
    '<v:imagedata r:id="rIdmediaimage1png"/></v:shape>'
    '<o:OLEObject Type="Link" ProgID="Excel.Sheet.8" ShapeID="s1" DrawAspect="Content" '
    'ObjectID="_1" r:id="rIdFar4" UpdateMode="Always"/></w:object></w:r>'
)
LINK = '<w:hyperlink r:id="rIdFar9"><w:r><w:t>our website</w:t></w:r></w:hyperlink>'
SETTINGS = (
    f'<w:settings {NAMES}><w:zoom w:percent="100"/><w:attachedTemplate r:id="rIdFar1"/>'
    '<w:linkStyles/><w:mailMerge><w:mainDocumentType w:val="formLetters"/>'
    '<w:dataType w:val="database"/><w:connectString w:val="Provider=x;Data Source=y"/>'
    '<w:query w:val="SELECT * FROM children"/><w:dataSource r:id="rIdFar2"/></w:mailMerge>'
    '<w:defaultTabStop w:val="720"/></w:settings>'
)
FAR = "http://far.example/x"


def hostile(path: Path, body: str = "", marker: str = "{{REPORT}}") -> Path:
    """Write a template that reaches out in every way of which we know, from every part."""
    fields = "".join(
        [
            paragraph(complex_field(" DDEA", "UTO c:\\\\cmd.exe ", "x ")),
            paragraph(simple_field(" INCLUDETEXT &quot;\\\\far\\share\\x.docx&quot; ")),
            paragraph(in_box(complex_field(f'INCLUDEPICTURE "{FAR}.png" \\d'))),
            paragraph(complex_field(" IF 1 = 1 ", complex_field(f' INCLUDETEXT "{FAR}" '), " no ")),
            paragraph(complex_field(complex_field("QUOTE 68 68 69"), " c:\\\\cmd.exe")),
            paragraph(complex_field(" DATE \\@ ") + simple_field(" PAGE ")),
        ]
    )
    far = (
        remote(3, "image", f"{FAR}.png")
        + remote(4, "oleObject", "file:///c:/x.xls")
        + remote(9, "hyperlink", "https://council.example/")
    )
    own = CouncilPaper(
        body=(body or paragraph("<w:r><w:t>Above</w:t></w:r>") + fields)
        + paragraph(f"<w:r><w:t>{marker}</w:t></w:r>"),
        footer=CouncilPaper().footer + fields + paragraph(LINK),
    ).parts()
    parts: dict[str, str | bytes] = {
        **own,
        "word/settings.xml": SETTINGS,
        "word/_rels/settings.xml.rels": with_relations(
            None,
            remote(1, "attachedTemplate", f"{FAR}.dotm") + remote(2, "mailMergeSource", "x.mdb"),
        ),
        "word/_rels/footer1.xml.rels": with_relations(None, far),
        "word/_rels/document.xml.rels": with_relations(
            own["word/_rels/document.xml.rels"],
            far
            + remote(5, "subDocument", f"{FAR}.docx")
            + remote(6, "aFChunk", "chunk.html", "")
            + f'<Relationship Id="s" Type="{OFFICE}/settings" Target="settings.xml"/>',
        ),
        "word/chunk.html": f'<img src="{FAR}">',
    }
    more = paragraph(linked_picture(3) + linked_picture(3, is_here_too=True) + OLE + LINK)
    header = str(own["word/header1.xml"])
    parts["word/header1.xml"] = header.replace("</w:hdr>", f"{more}{fields}</w:hdr>")
    parts["word/_rels/header1.xml.rels"] = with_relations(
        own["word/_rels/header1.xml.rels"],
        far,
    )
    parts["[Content_Types].xml"] = str(own["[Content_Types].xml"]).replace(
        "</Types>",
        '<Default Extension="html" ContentType="text/html"/><Override '
        f'PartName="/word/settings.xml" ContentType="{WORD}.settings+xml"/></Types>',
    )
    for name in ("word/document.xml", "word/header1.xml", "word/footer1.xml"):
        text = str(parts[name])
        parts[name] = re.sub(r"<w:(document|hdr|ftr) [^>]*>", rf"<w:\1 {NAMES}>", text, count=1)
    chunk = '<w:altChunk r:id="rIdFar6"/>'
    sub = '<w:p><w:subDoc r:id="rIdFar5"/></w:p>'
    parts["word/document.xml"] = str(parts["word/document.xml"]).replace(
        "<w:body>", f"<w:body>{chunk}{sub}", 1
    )
    return zipped(path, parts)


def zipped(path: Path, parts: Mapping[str, str | bytes]) -> Path:
    with ZipFile(path, "w", ZIP_DEFLATED) as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return path


def outside(word_file: WordFile) -> dict[str, str]:
    """Return where the relationships of a file lead outside, by their kinds."""
    return {
        one.get("Type", "").rpartition("/")[2]: one.get("Target", "")
        for name in word_file.parts
        if name.endswith(".rels")
        for one in word_file.tree(name)
        if one.get("TargetMode") == "External"
    }


@pytest.fixture
def paper(tmp_path: Path) -> WordFile:
    """A pack that was written with a template that reaches out in every way."""
    prepared = council_template(hostile(tmp_path / "council.docx"))
    return opened(word_file_of(SAMPLE["pack"], template=prepared))


def test_nothing_but_hyperlinks_leads_outside(paper: WordFile) -> None:
    assert outside(paper) == {"hyperlink": "https://council.example/"}
    whole = b"".join(paper.parts.values())
    assert b"far.example" not in whole
    assert b"cmd.exe" not in whole
    assert b"SELECT" not in whole


def test_no_field_fetches_and_what_each_showed_stays(paper: WordFile) -> None:
    for name in ("word/document.xml", "word/header1.xml", "word/footer1.xml"):
        root = paper.tree(name)
        codes = [one.text or "" for one in root.iter(f"{W}instrText")]
        codes += [one.get(f"{W}instr", "") for one in root.iter(f"{W}fldSimple")]
        assert {code.split()[0] for code in codes} <= HARMLESS | {"no", "1"}, name
        kinds = [one.get(f"{W}fldCharType") for one in root.iter(f"{W}fldChar")]
        assert kinds.count("begin") == kinds.count("end")
        shown = "".join(text_of(p) for p in root.iter(f"{W}p"))
        assert shown.count("as shown last") >= 5, name


def test_harmless_fields_stay(paper: WordFile) -> None:
    footer = paper.tree("word/footer1.xml")
    assert [one.get(f"{W}instr") for one in footer.iter(f"{W}fldSimple")] == [" PAGE ", " PAGE "]
    assert any("DATE" in (one.text or "") for one in footer.iter(f"{W}instrText"))


def test_every_name_of_a_relationship_leads_to_one(paper: WordFile) -> None:
    for name in [one for one in paper.parts if re.fullmatch(r"word/\w+\.xml", one)]:
        relations = f"word/_rels/{name.removeprefix('word/')}.rels"
        there = (
            {one.get("Id") for one in paper.tree(relations)} if relations in paper.parts else set()
        )
        named = {
            value
            for element in paper.tree(name).iter()
            for key, value in element.attrib.items()
            if str(key).startswith(f"{{{OFFICE}}}")
        }
        assert named <= there, name


def test_pictures_that_are_in_the_file_stay(paper: WordFile) -> None:
    header = paper.tree("word/header1.xml")
    blips = [dict(one.attrib) for one in header.iter("{*}blip")]
    assert blips == [{f"{{{OFFICE}}}embed": "rIdmediaimage1png"}] * 2
    assert header.find(".//w:object", NS) is None
    assert len(list(header.iter("{urn:schemas-microsoft-com:vml}imagedata"))) == 1
    assert paper.parts["word/media/image1.png"] == LOGO


def test_the_file_is_as_sound_as_any(paper: WordFile) -> None:
    assert faults(paper, typed=(*OWN_WORDS, "Above", "as shown last")) == []


def test_what_was_left_out_is_said_once(tmp_path: Path) -> None:
    said = [one for one in council_template(hostile(tmp_path / "c.docx")).remarks if "fetch" in one]
    assert len(said) == 1
    for what in ("attached template", "mail merge", "field DDEAUTO", "field INCLUDETEXT"):
        assert f"× {what}" in said[0]


def test_a_template_in_which_nothing_reaches_out_says_nothing_of_it(tmp_path: Path) -> None:
    remarks = council_template(CouncilPaper().written(tmp_path / "c.docx")).remarks
    assert not [one for one in remarks if "fetch" in one]


def test_headers_without_the_body_are_cleaned_too(tmp_path: Path) -> None:
    prepared = council_template(hostile(tmp_path / "council.docx", marker="Below"))
    word_file = opened(word_file_of(SAMPLE["plan"], template=prepared))
    assert outside(word_file) == {"hyperlink": "https://council.example/"}
    texts = [text_of(p) for p in word_file.document.iter(f"{W}p")]
    assert not {"Above", "Below", "as shown last"} & set(texts)
    assert "word/chunk.html" not in word_file.parts


def test_a_type_that_holds_macros_is_refused_whatever_the_file_is_called(tmp_path: Path) -> None:
    parts = CouncilPaper().parts()
    parts["[Content_Types].xml"] = str(parts["[Content_Types].xml"]).replace(
        "</Types>",
        '<Override PartName="/word/vbaProject.bin" '
        'ContentType="application/vnd.ms-office.vbaProject"/></Types>',
    )
    path = zipped(tmp_path / "c.docx", {**parts, "word/vbaProject.bin": b"\xd0\xcf\x11\xe0"})
    with pytest.raises(TemplateError, match="holds macros"):
        council_template(path)


def test_a_header_in_the_strict_shape_is_refused_for_its_fields_could_not_be_told(
    tmp_path: Path,
) -> None:
    parts = CouncilPaper().parts()
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    parts["word/header1.xml"] = (
        f'<w:hdr xmlns:w="{strict}">{paragraph(simple_field("DDE x"))}</w:hdr>'
    )
    with pytest.raises(TemplateError, match=r"word/header1\.xml cannot be read"):
        council_template(zipped(tmp_path / "c.docx", parts))


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-8-sig"])
def test_a_header_in_any_encoding_is_cleaned(encoding: str, tmp_path: Path) -> None:
    parts = CouncilPaper().parts()
    header = f"<w:hdr {NAMES}>{paragraph(complex_field('DDEAUTO x'))}</w:hdr>"
    told = "" if encoding == "utf-8-sig" else f'<?xml version="1.0" encoding="{encoding}"?>'
    parts["word/header1.xml"] = (told + header).encode(encoding)
    prepared = council_template(zipped(tmp_path / "c.docx", parts))
    assert any("field DDEAUTO" in one for one in prepared.remarks)
    word_file = opened(word_file_of(SAMPLE["plan"], template=prepared))
    assert word_file.tree("word/header1.xml").find(".//w:instrText", NS) is None


def unlinked(runs: str, tag: str = "hdr") -> tuple[list[str], str, str]:
    root = etree.fromstring(f"<w:{tag} {NAMES}><w:p>{runs}</w:p></w:{tag}>")
    gone = unlinked_fields(root)
    codes = "".join(one.text or "" for one in root.iter(f"{W}instrText"))
    return gone, codes, "".join(one.text or "" for one in root.iter(f"{W}t"))


@pytest.mark.parametrize(
    "code",
    [
        *("DDE x y", "DDEAUTO x", "INCLUDETEXT x", "INCLUDE x", "INCLUDEPICTURE x", "IMPORT x"),
        *("LINK Excel.Sheet.8 x", "DATABASE \\d x", "RD x", "EMBED Package", "PRINT x"),
        *(
            "includetext x",
            " \t\n dde x",
            'INCLUDEPICTURE"x"',
            "INCLUDEPICTURE\\d x",
            "HTMLCONTROL",
        ),
    ],
)
def test_what_fetches_or_runs_goes_however_it_is_written(code: str) -> None:
    for runs in (complex_field(code), complex_field(*code), complex_field(code[:3], code[3:])):
        gone, codes, shown = unlinked(runs)
        assert len(gone) == 1
        assert codes == ""
        assert shown == "as shown last"
    simple = etree.fromstring(f"<w:hdr {NAMES}><w:p>{simple_field('')}</w:p></w:hdr>")
    next(simple.iter(f"{W}fldSimple")).set(f"{W}instr", code)
    assert len(unlinked_fields(simple)) == 1
    assert simple.find(".//w:fldSimple", NS) is None


@pytest.mark.parametrize(
    "code", ["PAGE", " page \\* MERGEFORMAT", "TOC \\o", "REF x", "=1+1", "XE x"]
)
def test_what_is_harmless_stays_to_the_letter(code: str) -> None:
    assert unlinked(complex_field(code)) == ([], code, "as shown last")


def test_the_words_of_a_button_stay() -> None:
    gone, codes, shown = unlinked(complex_field("MACROBUTTON FilePrint [Click here]", shown=""))
    assert (gone, codes, shown) == (["MACROBUTTON"], "", "[Click here]")


def test_a_field_without_an_end_takes_nothing_with_it() -> None:
    begun = '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>DDE x</w:instrText></w:r>'
    assert unlinked(f"{begun}<w:r><w:t>Our address</w:t></w:r>") == (["DDE"], "", "Our address")


def test_a_text_box_in_a_code_is_a_text_of_its_own() -> None:
    gone, codes, _ = unlinked(complex_field("PA", in_box(complex_field("DDE x")), "GE"))
    assert (gone, codes) == (["DDE"], "PAGE")


FIELDS = st.recursive(
    st.sampled_from(["PAGE", "DDE x", "REF y", "INCLUDETEXT z", "IF a", "DATE"]).map(
        lambda code: (code, "")
    ),
    lambda inner: st.tuples(st.sampled_from(["IF", "QUOTE", "LINK", "="]), inner.map(lambda f: f)),
    max_leaves=6,
)


def runs_of(one: object) -> str:
    assert isinstance(one, tuple)
    code, inner = one
    return complex_field(f" {code} ", runs_of(inner)) if inner else complex_field(f" {code} ")


@settings(max_examples=2 * settings().max_examples)
@given(st.lists(FIELDS, max_size=4))
def test_however_fields_are_nested_none_that_fetches_stays_and_all_are_whole(
    fields: list[object],
) -> None:
    root = etree.fromstring(f"<w:hdr {NAMES}><w:p>{''.join(map(runs_of, fields))}</w:p></w:hdr>")
    unlinked_fields(root)
    depth = 0
    for mark in root.iter(f"{W}fldChar"):
        depth += {"begin": 1, "separate": 0, "end": -1}[mark.get(f"{W}fldCharType", "")]
        assert depth >= 0
    assert depth == 0
    words = {(one.text or "").split()[0] for one in root.iter(f"{W}instrText")}
    assert words <= HARMLESS
    assert unlinked_fields(root) == []
