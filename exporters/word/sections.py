"""Sections of pages: size, orientation, margins and the footer with its page numbers."""

import re
from typing import TYPE_CHECKING

from plan.blocks import Section

if TYPE_CHECKING:
    from docx.section import Section as WordSection
    from docx.text.paragraph import Paragraph as WordParagraph

_FIELD = re.compile(r"\{(pages?)\}")
_FIELD_NAME = {"page": "PAGE", "pages": "NUMPAGES"}
A4_MM = (210, 297)
MARGIN_MM = 25
LANDSCAPE_MARGIN_MM = 16


def lay_out(word: "WordSection", section: Section) -> None:
    """Give a Word section the size, orientation, margins and footer of `section`."""
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm

    narrow, long = map(Mm, A4_MM)
    word.orientation = WD_ORIENT.LANDSCAPE if section.landscape else WD_ORIENT.PORTRAIT
    word.page_width, word.page_height = (long, narrow) if section.landscape else (narrow, long)
    margin = Mm(LANDSCAPE_MARGIN_MM if section.landscape else MARGIN_MM)
    word.left_margin = word.right_margin = margin
    word.top_margin = word.bottom_margin = Mm(LANDSCAPE_MARGIN_MM + 4)
    word.header_distance = word.footer_distance = Mm(10)
    word.footer.is_linked_to_previous = False
    if section.footer:
        _write_footer(word.footer.paragraphs[0], section.footer)


def _write_footer(paragraph: "WordParagraph", pattern: str) -> None:
    """Write a footer such as "Page {page} of {pages}", the numbers as Word's own fields."""
    paragraph.style = "Footer"
    for index, piece in enumerate(_FIELD.split(pattern)):
        if index % 2:
            _add_field(paragraph, _FIELD_NAME[piece])
        elif piece:
            paragraph.add_run(piece)


def _add_field(paragraph: "WordParagraph", name: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    def marker(kind: str) -> None:
        element = OxmlElement("w:fldChar")
        element.set(qn("w:fldCharType"), kind)
        paragraph.add_run()._r.append(element)  # noqa: SLF001 - python-docx has no fields

    marker("begin")
    instruction = OxmlElement("w:instrText")
    instruction.text = f" {name} "
    paragraph.add_run()._r.append(instruction)  # noqa: SLF001
    marker("separate")
    paragraph.add_run("1")
    marker("end")
