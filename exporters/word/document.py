"""A whole document as the bytes of a Word file."""

from collections.abc import Iterator
from io import BytesIO
from itertools import count
from typing import TYPE_CHECKING

from exporters.word.package import DOCUMENT_PART, parts_of, template, zipped
from exporters.word.paragraphs import paragraph_xml
from exporters.word.sections import lay_out
from exporters.word.tables import table_xml
from plan.blocks import Block, Document, Paragraph, Section

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

LONGEST_PROPERTY = 255
"""Characters; Word and python-docx refuse a longer title."""

_BODY = "<w:body>"
_SECTION_END = '<w:p><w:pPr><w:pStyle w:val="SectionEnd"/>{}</w:pPr></w:p>'


def written(document: Document, *, author: str = "") -> bytes:
    """Return `document` as a Word file: the same bytes for the same document.

    The pages, footers and properties are python-docx's; the text is spliced in as XML strings,
    because a large table takes far too long as objects.
    """
    import docx

    word = docx.Document(BytesIO(template()))
    _set_properties(word, document, author)
    endings = _lay_out_sections(word, document.sections)
    stream = BytesIO()
    word.save(stream)
    parts = parts_of(stream.getvalue())
    parts[DOCUMENT_PART] = _spliced(parts[DOCUMENT_PART], _body_xml(document, endings))
    return zipped(parts)


def _set_properties(word: "WordDocument", document: Document, author: str) -> None:
    properties = word.core_properties
    properties.title = _property(document.title)
    properties.subject = _property(document.subject)
    properties.author = _property(author)
    properties.language = "en-GB"


def _property(text: str) -> str:
    printable = "".join(char for char in text if char.isprintable())
    return printable[:LONGEST_PROPERTY]


def _lay_out_sections(word: "WordDocument", sections: tuple[Section, ...]) -> list[str]:
    """Make the sections and return how each ends, as XML; the body is emptied."""
    from lxml import etree

    for index, section in enumerate(sections):
        lay_out(word.sections[0] if index == 0 else word.add_section(), section)
    endings = [
        etree.tostring(section._sectPr, encoding="unicode")  # noqa: SLF001 - spliced in below
        for section in word.sections
    ]
    body = word.element.body
    for child in list(body):
        body.remove(child)
    return endings


def _body_xml(document: Document, endings: list[str]) -> str:
    ids = count(1)
    pieces: list[str] = []
    for section, ending in zip(document.sections[:-1], endings, strict=False):
        pieces.extend(_ended(section.blocks, ending, ids))
    if document.sections:
        pieces.extend(_block_xml(block, ids) for block in document.sections[-1].blocks)
    pieces.append(endings[-1])
    return "".join(pieces)


def _ended(blocks: tuple[Block, ...], ending: str, ids: Iterator[int]) -> Iterator[str]:
    """Yield the blocks of a section that is not the last: its last paragraph carries its end."""
    last = blocks[-1] if blocks else None
    if isinstance(last, Paragraph):
        yield from (_block_xml(block, ids) for block in blocks[:-1])
        yield paragraph_xml(last, ids, ending)
    else:
        yield from (_block_xml(block, ids) for block in blocks)
        yield _SECTION_END.format(ending)


def _block_xml(block: Block, ids: Iterator[int]) -> str:
    return paragraph_xml(block, ids) if isinstance(block, Paragraph) else table_xml(block, ids)


def _spliced(skeleton: bytes, body: str) -> bytes:
    """Put `body` in the place of the skeleton's empty one."""
    head, _, _ = skeleton.decode().partition("<w:body")
    return f"{head}{_BODY}{body}</w:body></w:document>".encode()
