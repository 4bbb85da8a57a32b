"""Puts a mark at the top of every page of a paper that must not go out yet."""

from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.section import Section, _Header


def mark_pages(word: WordDocument, mark: str) -> None:
    """Put `mark` at the top of every page, above the council's own header.

    A section without a header of its own, or one added later, shows the header of the section
    before it.
    """
    has_even_pages = word.settings.odd_and_even_pages_header_footer
    marked: set[str] = set()
    there: set[int] = set()
    for section in filter(_is_current, word.sections):
        headers = (
            (section.header, True),
            (section.first_page_header, section.different_first_page_header_footer),
            (section.even_page_header, has_even_pages),
        )
        for kind, (header, is_shown) in enumerate(headers):
            if header.is_linked_to_previous and (kind in there or not is_shown):
                continue
            there.add(kind)
            header.is_linked_to_previous = False
            name = str(header.part.partname)
            if name not in marked:  # two sections may have the same one
                marked.add(name)
                _mark(header, mark)


def _is_current(section: Section) -> bool:
    """Return whether a section is in use, not the record of one before a tracked change."""
    parent = section._sectPr.getparent()  # noqa: SLF001 - python-docx does not tell them apart
    return parent is None or not str(parent.tag).endswith("}sectPrChange")


def _mark(header: _Header, mark: str) -> None:
    first = header.paragraphs[0] if header.paragraphs else header.add_paragraph()
    is_empty = not first.text.strip() and not first._p.xpath(".//w:drawing | .//w:pict")  # noqa: SLF001 - python-docx does not say whether there is a picture
    paragraph = first if is_empty else first.insert_paragraph_before()
    paragraph.style = None
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.add_run(mark).bold = True
