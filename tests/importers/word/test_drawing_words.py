"""Words outside a file's text are found with their place, so that the officer can be shown them."""

from io import BytesIO
from pathlib import Path

import pytest

from importers.word.drawing_words import ApartWords, PlacedWords, words_apart
from importers.word.package import opened
from tests.importers.word_files import (
    docx_of,
    para,
    raw,
    relationships,
    run,
    word_parts,
    zip_of,
)

DRAWING_ML = "http://schemas.openxmlformats.org/drawingml/2006"
SPACES = (
    f'xmlns:a="{DRAWING_ML}/main" xmlns:c="{DRAWING_ML}/chart" xmlns:dgm="{DRAWING_ML}/diagram"'
    f' xmlns:wp="{DRAWING_ML}/wordprocessingDrawing" xmlns:pic="{DRAWING_ML}/picture"'
    ' xmlns:cx="http://schemas.microsoft.com/office/drawing/2014/chartex"'
    ' xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)


def drawing(*content: str) -> str:
    return f"<w:r><w:drawing {SPACES}>{''.join(content)}</w:drawing></w:r>"


def pict(*content: str) -> str:
    return f"<w:r><w:pict {SPACES}>{''.join(content)}</w:pict></w:r>"


def alternatives(choice: str, fallback: str) -> str:
    """Return a run with a drawing, and what stands in for it in older programs."""
    inner = choice.removeprefix("<w:r>").removesuffix("</w:r>")
    older = fallback.removeprefix("<w:r>").removesuffix("</w:r>")
    return (
        f"<w:r><mc:AlternateContent><mc:Choice>{inner}</mc:Choice><mc:Fallback>{older}"
        "</mc:Fallback></mc:AlternateContent></w:r>"
    )


def docpr(description: str, title: str = "") -> str:
    return f'<wp:docPr id="1" name="Picture 1" descr="{description}" title="{title}"/>'


def apart(path: Path) -> list[PlacedWords]:
    with opened(path) as package:
        return list(words_apart(package))


def found(path: Path) -> list[tuple[str, str]]:
    return [(placed.apart.kind, placed.apart.words) for placed in apart(path)]


def rich(*lines: str) -> str:
    paragraphs = "".join(f"<a:p><a:r><a:t>{line}</a:t></a:r></a:p>" for line in lines)
    return f"<c:tx><c:rich>{paragraphs}</c:rich></c:tx>"


def cached(*words: str, kind: str = "str") -> str:
    points = "".join(f'<c:pt idx="{n}"><c:v>{word}</c:v></c:pt>' for n, word in enumerate(words))
    return f"<c:{kind}Ref><c:f>A1</c:f><c:{kind}Cache>{points}</c:{kind}Cache></c:{kind}Ref>"


def series(name: str, *categories: str, more: str = "") -> str:
    return (
        f"<c:ser><c:tx>{cached(name)}</c:tx>{more}<c:cat>{cached(*categories)}</c:cat>"
        f"<c:val>{cached('81', '99', kind='num')}</c:val></c:ser>"
    )


CHART = (
    f"<c:chartSpace {SPACES}><c:pivotSource><c:name>[Book1]Sheet1</c:name></c:pivotSource><c:chart>"
    f"<c:title>{rich('Referrals', 'by quarter')}</c:title><c:plotArea><c:barChart>"
    f"{series('Seen in time', 'April to June', 'July to September')}"
    f"{series('All', 'April to June', 'July to September')}</c:barChart>"
    f"<c:valAx><c:title>{rich('Children')}</c:title></c:valAx></c:plotArea></c:chart></c:chartSpace>"
)
CHART_LINES = "Referrals\nby quarter\nSeen in time\nApril to June\nJuly to September\nAll\nChildren"


def chart_at(relation: str, space: str = "c") -> str:
    return (
        f'<a:graphic><a:graphicData><{space}:chart r:id="{relation}"/></a:graphicData></a:graphic>'
    )


def test_a_chart_shows_its_titles_series_and_categories_each_once(tmp_path: Path) -> None:
    body = para("before") + raw(run("See "), drawing(docpr("Bars"), chart_at("r0")))
    path = docx_of(tmp_path, body, extra={"chart": CHART})
    assert apart(path) == [
        PlacedWords("word/document.xml", 1, ApartWords("chart", CHART_LINES)),
        PlacedWords("word/document.xml", 1, ApartWords("alternative text", "Bars")),
    ]


def test_the_points_of_a_scatter_chart_are_words_only_where_they_are_no_numbers(
    tmp_path: Path,
) -> None:
    points = f"<c:xVal>{cached('1', '2', kind='num')}</c:xVal>"
    named = f"<c:xVal>{cached('Here', 'There')}</c:xVal>"
    trend = "<c:trendline><c:name>Trend</c:name></c:trendline>"
    both = f"<c:ser>{points}{trend}</c:ser><c:ser>{named}</c:ser>"
    chart = f"<c:chartSpace {SPACES}>{both}</c:chartSpace>"
    path = docx_of(tmp_path, raw(drawing(chart_at("r0"))), extra={"chart": chart})
    assert found(path) == [("chart", "Trend\nHere\nThere")]


def test_the_newer_kind_of_chart_is_read_in_the_place_of_its_stand_in(tmp_path: Path) -> None:
    chart = (
        f"<cx:chartSpace {SPACES}><cx:chartData><cx:data><cx:strDim><cx:lvl><cx:pt>North</cx:pt>"
        "<cx:pt>South</cx:pt></cx:lvl></cx:strDim><cx:numDim><cx:lvl><cx:pt>7</cx:pt></cx:lvl>"
        "</cx:numDim></cx:data></cx:chartData><cx:chart><cx:title><cx:tx><cx:txData><cx:v>Areas"
        "</cx:v></cx:txData><cx:rich><a:p><a:r><a:t>Areas</a:t></a:r></a:p></cx:rich></cx:tx>"
        "</cx:title></cx:chart></cx:chartSpace>"
    )
    stand_in = drawing(
        "<a:p><a:r><a:t>This chart isn't available in your version</a:t></a:r></a:p>"
    )
    parts = word_parts(raw(alternatives(drawing(chart_at("r0", "cx")), stand_in)))
    parts["word/chartEx1.xml"] = chart
    parts["word/_rels/document.xml.rels"] = relationships(
        ("chartEx", "chartEx1.xml"), base="http://schemas.microsoft.com/office/2014/relationships"
    )
    assert found(zip_of(tmp_path / "Paper.docx", parts)) == [("chart", "North\nSouth\nAreas")]


def point(key: str, words: str, kind: str = "node") -> str:
    return (
        f'<dgm:pt modelId="{key}" type="{kind}"><dgm:t><a:p><a:r><a:t>{words}</a:t></a:r></a:p>'
        "</dgm:t></dgm:pt>"
    )


def below(above: str, inner: str, order: int) -> str:
    return f'<dgm:cxn modelId="x" srcId="{above}" destId="{inner}" srcOrd="{order}"/>'


def test_smart_art_is_read_from_the_top_down(tmp_path: Path) -> None:
    points = (
        point("0", "", "doc")
        + point("3", "Second")
        + point("2", "Under the first")
        + point("1", "First")
        + point("9", "drawn", "pres")
        + point("4", "left over")
    )
    links = below("0", "3", 1) + below("0", "1", 0) + below("1", "2", 0) + below("2", "1", 0)
    links += '<dgm:cxn type="presOf" srcId="9" destId="3" srcOrd="0"/>'
    model = (
        f"<dgm:dataModel {SPACES}><dgm:ptLst>{points}</dgm:ptLst><dgm:cxnLst>{links}</dgm:cxnLst>"
        "</dgm:dataModel>"
    )
    path = docx_of(tmp_path, raw(drawing('<dgm:relIds r:dm="r0"/>')), extra={"diagramData": model})
    assert found(path) == [("SmartArt", "First\nUnder the first\nSecond\nleft over")]


@pytest.mark.parametrize(
    ("drawn", "words"),
    [
        (drawing(docpr("Green light")), [("alternative text", "Green light")]),
        (drawing(docpr("On track", "Status")), [("alternative text", "Status\nOn track")]),
        (
            drawing(docpr("Logo"), '<pic:cNvPr id="2" name="x.png" descr="Logo"/>'),
            [("alternative text", "Logo")],
        ),
        (drawing(docpr(""), '<pic:cNvPr descr="A map"/>'), [("alternative text", "A map")]),
        (drawing(docpr("")), []),
        (pict('<v:shape alt="Crest"><v:imagedata/></v:shape>'), [("alternative text", "Crest")]),
        (pict('<v:shape><v:textpath string="DRAFT"/></v:shape>'), [("WordArt", "DRAFT")]),
        (
            alternatives(drawing(docpr("Once")), pict('<v:shape alt="Once"/>')),
            [("alternative text", "Once")],
        ),
        (
            alternatives("<w:r/>", pict('<v:shape alt="Only here"/>')),
            [("alternative text", "Only here")],
        ),
        (
            drawing("<a:p><a:r><a:t>In a</a:t></a:r><a:br/><a:r><a:t>shape</a:t></a:r></a:p>"),
            [("drawing", "In a shape")],
        ),
        (f"<w:del>{drawing(docpr('Gone'))}</w:del>", []),
        (
            drawing(f"<w:txbxContent>{raw(drawing(docpr('In a box')))}</w:txbxContent>"),
            [("alternative text", "In a box")],
        ),
        (
            f'<w:r><w:object {SPACES}><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>',
            [("embedded document", "")],
        ),
        (
            '<w:r><w:object><w:objectEmbed w:progId="Excel.Sheet.12"/></w:object></w:r>',
            [("embedded document", "")],
        ),
    ],
)
def test_what_a_drawing_says_is_found(
    tmp_path: Path, drawn: str, words: list[tuple[str, str]]
) -> None:
    assert found(docx_of(tmp_path, raw(drawn))) == words


def test_an_embedded_object_is_named_by_its_program(tmp_path: Path) -> None:
    programs = (
        "Excel.Sheet.12",
        "PowerPoint.Slide.12",
        "Word.Document.8",
        "AcroExch.Document",
        "X",
    )
    objects = "".join(
        f'<w:r><w:object {SPACES}><o:OLEObject ProgID="{one}"/></w:object></w:r>'
        for one in programs
    )
    names = [placed.apart.name for placed in apart(docx_of(tmp_path, raw(objects)))]
    assert names == [
        "Excel sheet",
        "PowerPoint slides",
        "Word document",
        "PDF document",
        "document of another program",
    ]


def test_a_broken_chart_is_there_without_words(tmp_path: Path) -> None:
    body = raw(drawing(chart_at("r0")), drawing(chart_at("r7")), drawing(chart_at("")))
    path = docx_of(tmp_path, body, extra={"chart": "<c:chart"})
    assert found(path) == [("chart", "")] * 3


def test_a_drawing_in_a_header_or_a_note_has_its_place_there(tmp_path: Path) -> None:
    spaces = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    logo = pict('<v:shape alt="Logo"/>')
    header = f"<w:hdr {spaces}>{para('x')}{raw(logo)}</w:hdr>"
    path = docx_of(tmp_path, para("body"), extra={"header": header})
    assert apart(path) == [
        PlacedWords("word/header.xml", 1, ApartWords("alternative text", "Logo"))
    ]


def test_a_file_without_drawings_opens_no_part_for_them(tmp_path: Path) -> None:
    path = docx_of(tmp_path, para("text"), extra={"chart": "<broken"})
    assert apart(path) == []


PAGE = (
    "<html><head><title>No</title><style>p {}</style></head><body><h1>Café</h1><p>One <b>bo</b>ld"
    "\nline</p><table><tr><td>a</td><td>b</td></tr></table>x<br>y<script>no()</script></body></html>"
)
PAGE_LINES = "Café\nOne bold line\na\nb\nx\ny"


def inner_docx() -> bytes:
    content = BytesIO()
    zip_of(content, word_parts(para("Inside") + para("a Word file")))  # type: ignore[arg-type]
    return content.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "is_a", "words"),
    [
        ("chunk.html", PAGE.encode(), "web page", PAGE_LINES),
        ("chunk.htm", b"\xef\xbb\xbf  " + PAGE.encode(), "web page", PAGE_LINES),
        ("chunk.html", PAGE.encode("cp1252"), "web page", PAGE_LINES),
        ("chunk.xhtml", b"<?xml version='1.0'?><html><p>x</p></html>", "web page", "x"),
        ("chunk.html", b"<html>", "web page", ""),
        ("chunk.txt", "First\r\n\r\nSecond é".encode(), "text file", "First\nSecond é"),
        ("chunk.txt", "Wide".encode("utf-16"), "text file", "Wide"),
        ("chunk.rtf", b"{\\rtf1 x}", "document in Rich Text Format", ""),
        ("chunk.mht", b"From: x\r\nMIME-Version: 1.0\r\n", "web page with its pictures", ""),
        ("chunk.xml", b"<?xml version='1.0'?><x/>", "document in XML", ""),
        ("chunk.docx", inner_docx(), "Word document", "Inside\na Word file"),
        ("chunk.docx", b"PK\x03\x04 broken", "Word document", ""),
    ],
)
def test_an_embedded_document_is_named_and_read_where_that_is_simple(
    tmp_path: Path, name: str, content: bytes, is_a: str, words: str
) -> None:
    parts = word_parts(para("before") + '<w:altChunk r:id="r0"/>')
    parts[f"word/{name}"] = content
    parts["word/_rels/document.xml.rels"] = relationships(("aFChunk", name))
    assert apart(zip_of(tmp_path / "Paper.docx", parts)) == [
        PlacedWords("word/document.xml", 0, ApartWords("embedded document", words, is_a))
    ]


def test_embedded_word_files_are_unpacked_only_so_far(tmp_path: Path) -> None:
    large = BytesIO()
    zip_of(large, word_parts("") | {"word/document.xml": b" " * (20 * 1024 * 1024)})  # type: ignore[arg-type]
    parts = word_parts('<w:altChunk r:id="r0"/>')
    parts["word/chunk.docx"] = large.getvalue()
    parts["word/_rels/document.xml.rels"] = relationships(("aFChunk", "chunk.docx"))
    assert found(zip_of(tmp_path / "Paper.docx", parts)) == [("embedded document", "")]


def test_a_file_that_another_takes_in_is_named(tmp_path: Path) -> None:
    parts = word_parts('<w:subDoc r:id="r0"/><w:altChunk r:id="r8"/>')
    parts["word/_rels/document.xml.rels"] = relationships(
        ("subDocument", "C:\\Papers\\Chapter%202.docx")
    ).replace("/>", ' TargetMode="External"/>')
    names = [placed.apart.name for placed in apart(zip_of(tmp_path / "Paper.docx", parts))]
    assert names == ["another file, Chapter%202.docx", "document that is missing"]
