"""Sections of pages: size, orientation, margins and the footer with its page numbers."""

import re
from math import ceil, inf

from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section as WordSection
from docx.shared import Length, Mm
from docx.text.paragraph import Paragraph as WordParagraph

from plan.papers.blocks import Section, Table

_FIELD = re.compile(r"\{(pages?)\}")
_FIELD_NAME = {"page": "PAGE", "pages": "NUMPAGES"}
_NUMBERS = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}pgNumType"
A4_MM = (210, 297)
_ROUNDING = 0.5
"""Millimetres by which a table may be too wide, as widths are rounded."""
MARGIN_MM = 25
NARROW_MARGIN_MM = 16
_MOST_IN_PORTRAIT = 5
"""Columns of a table for which a page has its usual margins; one with more needs the room."""
SMALLEST_ROOM_MM = 25
"""The least that must be left between the margins, in portrait and in landscape."""
LARGEST_PAGE_MM = 558.8
"""22 inches, the most that Word takes."""


def lay_out(word: WordSection, section: Section) -> None:
    """Give a Word section the size, orientation and margins of `section`."""
    narrow, long = map(Mm, A4_MM)
    word.orientation = WD_ORIENT.LANDSCAPE if section.landscape else WD_ORIENT.PORTRAIT
    word.page_width, word.page_height = (long, narrow) if section.landscape else (narrow, long)
    margin = Mm(NARROW_MARGIN_MM if needs_room(section) else MARGIN_MM)
    word.left_margin = word.right_margin = margin
    word.top_margin = word.bottom_margin = Mm(NARROW_MARGIN_MM + 4)
    word.header_distance = word.footer_distance = Mm(10)


def needs_room(section: Section) -> bool:
    """Return whether a section has narrow margins: it is landscape, or has a table of many columns.

    In our own template: those of a council's stay as they are.
    """
    tables = (block for block in section.blocks if isinstance(block, Table))
    return section.landscape or any(len(one.widths) > _MOST_IN_PORTRAIT for one in tables)


def turn_pages(word: WordSection, section: Section, *, is_first: bool) -> None:
    """Turn a section of a council's template to portrait or landscape; margins and headers stay.

    Its pages are A4, whatever size the template's are. A different first page, and the number that
    pages start at, are for the first section only.
    """
    short, long = map(Mm, A4_MM)
    word.page_width, word.page_height = (long, short) if section.landscape else (short, long)
    word.orientation = WD_ORIENT.LANDSCAPE if section.landscape else WD_ORIENT.PORTRAIT
    if not is_first:
        word.different_first_page_header_footer = False
        properties = word._sectPr  # noqa: SLF001 - python-docx has no page numbers
        for start in properties.findall(_NUMBERS):
            properties.remove(start)


def other_size(word: WordSection) -> str:
    """Return the size of a section's pages in words, nothing where they are A4 either way round."""
    if word.page_width is None or word.page_height is None:
        return ""
    sides = sorted((word.page_width.mm, word.page_height.mm))
    if all(abs(side - usual) <= _ROUNDING for side, usual in zip(sides, A4_MM, strict=True)):
        return ""
    return f"{sides[0]:.0f} × {sides[1]:.0f} millimetres"


def page_problem(word: WordSection) -> str:
    """Return what is wrong with the pages of a template's section, nothing if they can be used.

    A paper turns them, so the margins must leave enough in portrait and in landscape.
    """
    try:
        sides = {
            name: side.mm
            for name, side in (("wide", word.page_width), ("high", word.page_height))
            if side is not None
        }
        across = _apart(word.left_margin, word.right_margin, word.gutter)
        down = _apart(word.top_margin, word.bottom_margin)
        to_text = [_apart(word.header_distance), _apart(word.footer_distance)]
    except (ValueError, OverflowError):
        return "the size of its pages, or a margin, is not a number that Word takes"
    if problem := next(filter(None, (_side_problem(*side) for side in sides.items())), ""):
        return problem
    if min(A4_MM) - max(across, down, *to_text) < SMALLEST_ROOM_MM:
        return "its margins leave no room for text"
    return ""


def _side_problem(name: str, side: float) -> str:
    """Return what is wrong with the length of a page's side, nothing if it can be used.

    `side` is in millimetres; `name` is "wide" or "high".
    """
    if side <= 0:
        return f"its pages have no {'width' if name == 'wide' else 'height'}"
    if side > LARGEST_PAGE_MM:
        most = f"Word takes no more than {int(LARGEST_PAGE_MM)} millimetres"
        return f"its pages are {ceil(side):,} millimetres {name}; {most}"
    if side < SMALLEST_ROOM_MM:
        whole = int(side)
        size = f"{whole} millimetre{'s' * (whole > 1)}" if whole else "less than a millimetre"
        return f"its pages are {size} {name}; a page needs at least {SMALLEST_ROOM_MM} millimetres"
    return ""


def _apart(*measures: Length | None) -> float:
    """Return how much some margins take together, in millimetres; Word stores some as negative."""
    return sum((abs(measure.mm) for measure in measures if measure is not None), 0.0)


def write_footer(word: WordSection, section: Section, style: str | None) -> None:
    """Give a Word section the footer of `section`, an empty one where that has none.

    `style` is the id of its style, None for that of usual text.
    """
    word.footer.is_linked_to_previous = False
    if section.footer:
        _write_footer(word.footer.paragraphs[0], section.footer, style)


def room_of(word: WordSection) -> float:
    """Return how wide a table may be on the pages of a section, in millimetres."""
    sides = (word.left_margin, word.right_margin, word.gutter)
    room = (word.page_width or inf) - sum(side or 0 for side in sides)
    return Length(int(room)).mm + _ROUNDING if room < inf else inf


def height_of(word: WordSection) -> float:
    """Return how high the text of a page of a section may be, in millimetres."""
    ends = (word.top_margin, word.bottom_margin)
    height = (word.page_height or inf) - sum(abs(end or 0) for end in ends)
    return Length(int(height)).mm if height < inf else inf


def _write_footer(paragraph: WordParagraph, pattern: str, style: str | None) -> None:
    """Write a footer such as "Page {page} of {pages}", the numbers as Word's own fields."""
    paragraph._p.style = style  # noqa: SLF001 - by its name python-docx looks through all styles
    for index, piece in enumerate(_FIELD.split(pattern)):
        if index % 2:
            _add_field(paragraph, _FIELD_NAME[piece])
        elif piece:
            paragraph.add_run(piece)


def _add_field(paragraph: WordParagraph, name: str) -> None:
    def marker(kind: str) -> None:
        element = OxmlElement("w:fldChar")
        element.set(qn("w:fldCharType"), kind)
        paragraph.add_run()._r.append(element)  # noqa: SLF001 - python-docx has no fields

    marker("begin")
    instruction = OxmlElement("w:instrText")
    instruction.text = f" {name} "
    paragraph.add_run()._r.append(instruction)  # noqa: SLF001
    marker("separate")  # and no result: one that is kept would be wrong on all pages but one
    marker("end")
