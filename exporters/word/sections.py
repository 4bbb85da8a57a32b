"""Sections of pages: size, orientation, margins and the footer with its page numbers."""

import re
from math import inf
from typing import TYPE_CHECKING

from plan.blocks import Section

if TYPE_CHECKING:
    from docx.section import Section as WordSection
    from docx.text.paragraph import Paragraph as WordParagraph

_FIELD = re.compile(r"\{(pages?)\}")
_FIELD_NAME = {"page": "PAGE", "pages": "NUMPAGES"}
A4_MM = (210, 297)
_ROUNDING = 0.5
"""Millimetres by which a table may be wider than the room for it."""
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


def lay_out_as_it_is(word: "WordSection", section: Section) -> None:
    """Turn the pages of a council's template; its margins stay, and its footer if it has one."""
    from docx.enum.section import WD_ORIENT

    width, height = word.page_width, word.page_height
    if width is not None and height is not None:
        short, long = sorted((width, height))
        word.page_width, word.page_height = (long, short) if section.landscape else (short, long)
    word.orientation = WD_ORIENT.LANDSCAPE if section.landscape else WD_ORIENT.PORTRAIT
    is_blank = word.footer.is_linked_to_previous and not _has_footer(word)
    if section.footer and is_blank:
        word.footer.is_linked_to_previous = False
        _write_footer(word.footer.paragraphs[0], section.footer)


def room_of(word: "WordSection") -> float:
    """Return how wide a table can be on the pages of a section, in millimetres."""
    from docx.shared import Length

    sides = (word.left_margin, word.right_margin, word.gutter)
    room = (word.page_width or inf) - sum(side or 0 for side in sides)
    return Length(int(room)).mm + _ROUNDING if room < inf else inf


def _has_footer(word: "WordSection") -> bool:
    """Return whether a section's pages have a footer that says something, its own or one before."""
    footer = word.footer
    return bool(footer.tables) or any(p.text.strip() or p.runs for p in footer.paragraphs)


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
