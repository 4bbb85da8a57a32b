"""Small Word files for the tests: a zip of XML strings, and pieces of body to put into it."""

import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    ' xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
    ' xmlns:w16se="http://schemas.microsoft.com/office/word/2015/wordml/symex"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:wpc="http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas"'
    ' xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    f' xmlns:r="{OFFICE}"'
)
CONTENT_TYPES = (
    f'<Types xmlns="{TYPES}"><Default Extension="xml" ContentType="application/xml"/></Types>'
)


def document_xml(body: str) -> str:
    return f"<w:document {SPACES}><w:body>{body}</w:body></w:document>"


def relationships(*pairs: tuple[str, str], base: str = OFFICE) -> str:
    items = "".join(
        f'<Relationship Id="r{number}" Type="{base}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(pairs)
    )
    return f'<Relationships xmlns="{RELATIONSHIPS}">{items}</Relationships>'


def zip_of(path: Path, parts: dict[str, str | bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def word_parts(
    body: str, *, styles: str = "", numbering: str = "", extra: dict[str, str] | None = None
) -> dict[str, str | bytes]:
    """Return the parts of a Word file; `extra` are further ones by kind of relationship."""
    inner = {"styles": styles, "numbering": numbering}
    kinds = {kind: xml for kind, xml in inner.items() if xml}
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": relationships(("officeDocument", "word/document.xml")),
        "word/document.xml": document_xml(body),
    }
    for kind, xml in kinds.items():
        parts[f"word/{kind}.xml"] = f"<w:{kind} {SPACES}>{xml}</w:{kind}>"
    for kind, xml in (extra or {}).items():
        parts[f"word/{kind}.xml"] = xml
    pairs = [(kind, f"{kind}.xml") for kind in (*kinds, *(extra or {}))]
    parts["word/_rels/document.xml.rels"] = relationships(*pairs)
    return parts


def docx_of(
    path: Path,
    body: str,
    *,
    styles: str = "",
    numbering: str = "",
    extra: dict[str, str] | None = None,
) -> Path:
    """Write a Word file whose body is `body` into the folder or file `path`."""
    file = path / "Paper.docx" if path.is_dir() else path
    return zip_of(file, word_parts(body, styles=styles, numbering=numbering, extra=extra))


def run(text: str, properties: str = "") -> str:
    """Return a run; a line feed in `text` is a line break."""
    lines = (f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in text.split("\n"))
    return f"<w:r><w:rPr>{properties}</w:rPr>{'<w:br/>'.join(lines)}</w:r>"


def para(text: str = "", properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{run(text) if text else ''}</w:p>"


def raw(*inner: str) -> str:
    """Return a paragraph of ready-made runs."""
    return f"<w:p>{''.join(inner)}</w:p>"


def listed(text: str, list_id: int, level: int = 0) -> str:
    return para(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>')


def cell(*content: str, properties: str = "") -> str:
    """Return a cell; what is no XML yet becomes a paragraph."""
    blocks = (part if part.startswith("<") else para(part) for part in content or ("",))
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(blocks)}</w:tc>"


def spanning(text: str, columns: int) -> str:
    return cell(text, properties=f'<w:gridSpan w:val="{columns}"/>')


def merged(*content: str, start: bool = False) -> str:
    value = ' w:val="restart"' if start else ""
    return cell(*content, properties=f"<w:vMerge{value}/>")


def row(*cells: str, properties: str = "") -> str:
    """Return a row; what is no XML yet becomes a cell."""
    inner = "".join(part if part.startswith("<") else cell(part) for part in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inner}</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


BULLETS = (
    '<w:abstractNum w:abstractNumId="7">'
    '<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="o"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/><w:lvlText w:val="o"/></w:lvl>'
    '</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="7"/></w:num>'
)
"""The numbering part of a file with one bulleted list, number 7."""
