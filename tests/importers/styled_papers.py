"""Documents as Word files whose styles are named after the roles, pages and numbers included.

It stands for any writer that names its styles so: what is read back does not hang on one template.
"""

from pathlib import Path
from typing import get_args

from exporters.word.document import word_file_of
from plan.papers.blocks import Block, Document, Paragraph, Role, Text
from tests.importers.word_files import TYPES, cell, row, run, table, word_parts, zip_of

_LEVELS = "".join(
    f'<w:lvl w:ilvl="{level}"><w:numFmt w:val="bullet"/><w:lvlText w:val="o"/></w:lvl>'
    for level in range(9)
)
NUMBERING = (
    f'<w:abstractNum w:abstractNumId="7">{_LEVELS}</w:abstractNum>'
    '<w:abstractNum w:abstractNumId="8">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="{section}"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="{paragraph}"/></w:lvl>'
    "</w:abstractNum>"
    '<w:num w:numId="7"><w:abstractNumId w:val="7"/></w:num>'
    '<w:num w:numId="8"><w:abstractNumId w:val="8"/></w:num>'
)
_NAMES: dict[Role, str] = {"body-continued": "Body Text Continued"}
"""The names of styles that are not those of their roles."""
STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="{role}">'
    f'<w:name w:val="{_NAMES.get(role) or role.replace("-", " ").title()}"/></w:style>'
    for role in get_args(Role)
)
_NUMBERED: dict[Role, int] = {"section-heading": 0, "numbered": 1}


_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_PACKAGE = "application/vnd.openxmlformats-package."
_OVERRIDES = "".join(
    f'<Override PartName="/word/{part}.xml" ContentType="{_WORD}{kind}+xml"/>'
    for part, kind in (
        ("document", "document.main"),
        ("styles", "styles"),
        ("numbering", "numbering"),
    )
)
_TYPES = (
    f'<Types xmlns="{TYPES}"><Default Extension="xml" ContentType="application/xml"/>'
    f'<Default Extension="rels" ContentType="{_PACKAGE}relationships+xml"/>{_OVERRIDES}</Types>'
)


def word_of(block: Block, section: str = "") -> str:
    """Return a block as Word has it; `section` ends its pages."""
    if not isinstance(block, Paragraph):
        rows = (
            row(
                *(cell(*(map(word_of, one.blocks))) for one in line.cells),
                properties="<w:tblHeader/>" if line.is_header else "",
            )
            for line in block.rows
        )
        return table(*rows)
    runs = (
        run(one.text, "<w:b/>" * one.bold + "<w:i/>" * one.italic)
        if isinstance(one, Text)
        else _tick_box(one.name, ticked=one.ticked)
        for one in block.inlines
    )
    style = f'<w:pStyle w:val="{block.role}"/>'
    return f"<w:p><w:pPr>{style}{_list_of(block)}{section}</w:pPr>{''.join(runs)}</w:p>"


def _list_of(paragraph: Paragraph) -> str:
    level = paragraph.bullet
    list_id = 7
    if level is None:
        level, list_id = _NUMBERED.get(paragraph.role), 8
    if level is None:
        return ""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'


def _tick_box(name: str, *, ticked: bool) -> str:
    checked = f'<w14:checkbox><w14:checked w14:val="{int(ticked)}"/></w14:checkbox>'
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="box"/>{checked}</w:sdtPr><w:sdtContent>'
        f"{run('☒' if ticked else '☐')}</w:sdtContent></w:sdt>"
    )


def our_word(folder: Path, document: Document) -> Path:
    """Write a document as the Word file that this program exports, into a folder."""
    path = folder / "Exported.docx"
    path.write_bytes(word_file_of(document))
    return path


def styled_word(path: Path, document: Document) -> Path:
    """Write a document as a Word file into a folder."""
    body = ""
    for section in document.sections:
        body += "".join(map(word_of, section.blocks))
        body += "<w:p><w:pPr><w:sectPr/></w:pPr></w:p>"
    section_number, paragraph_number = (
        pattern.replace("{1}", "%1").replace("{2}", "%2") for pattern in document.numbers
    )
    numbering = NUMBERING.replace("{section}", section_number)
    numbering = numbering.replace("{paragraph}", paragraph_number)
    parts = word_parts(body, styles=STYLES, numbering=numbering)
    parts["[Content_Types].xml"] = _TYPES
    return zip_of(path / "Paper.docx", parts)
