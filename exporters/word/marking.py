"""The mark in the header of every page of a paper that must not go out yet."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.section import _Header


def mark_pages(word: "WordDocument", mark: str) -> None:
    """Put `mark` at the top of every page, above what a council's header says there."""
    has_even_pages = word.settings.odd_and_even_pages_header_footer
    for index, section in enumerate(word.sections):
        headers = [section.header]
        if section.different_first_page_header_footer:
            headers.append(section.first_page_header)
        if has_even_pages:
            headers.append(section.even_page_header)
        for header in headers:
            if index == 0 or not header.is_linked_to_previous:
                _mark(header, mark)


def _mark(header: "_Header", mark: str) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    header.is_linked_to_previous = False
    first = header.paragraphs[0] if header.paragraphs else header.add_paragraph()
    is_empty = not first.text.strip() and not first._p.xpath(".//w:drawing | .//w:pict")  # noqa: SLF001 - python-docx does not say whether there is a picture
    paragraph = first if is_empty else first.insert_paragraph_before()
    paragraph.style = None
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.add_run(mark).bold = True
