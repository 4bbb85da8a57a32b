"""A whole document as the bytes of a Word file."""

from collections.abc import Callable
from io import BytesIO

import docx
from docx.document import Document as WordDocument
from lxml import etree

from exporters.word.body import Pages, body_xml
from exporters.word.file_owner import signed
from exporters.word.list_numbers import Counting, numbered_as
from exporters.word.marking import mark_pages
from exporters.word.package import DOCUMENT_PART, NUMBERING_PART, parts_of, zipped
from exporters.word.sections import lay_out, lay_out_as_it_is, room_of, write_footer
from exporters.word.template_body import Poured, emptied
from exporters.word.word_template import House, our_house
from plan.model.bulk import without_collection
from plan.papers.blocks import Document
from plan.text.clean import safe_characters

LONGEST_PROPERTY = 255
"""Characters; Word and python-docx refuse a longer title."""


def written(
    document: Document,
    *,
    author: str = "",
    house: House | None = None,
    check: Callable[[], None] = lambda: None,
) -> bytes:
    """Return `document` as a Word file, in our own template or a council's `house`.

    The same document gives the same bytes. The pages, footers and properties are python-docx's;
    the text is spliced in as XML strings, because a large table takes far too long as objects.
    `check` is called again and again on the way and may raise, to stop it.
    """
    house = house or our_house()
    word = docx.Document(BytesIO(house.package))
    _set_properties(word, document, author)
    if document.mark:
        mark_pages(word, document.mark)  # while the pages that a template brings are still there
    poured = emptied(word)
    pages = _lay_out_sections(word, document, house)
    stream = BytesIO()
    word.save(stream)
    parts = house.with_its_own(parts_of(stream.getvalue()), is_marked=bool(document.mark))
    counting = Counting(house.first_list, house.question_list)
    with without_collection():
        body = body_xml(document, pages[: len(document.sections)], counting, check)
    body = house.in_its_words(body)
    parts[DOCUMENT_PART] = _spliced(parts[DOCUMENT_PART], poured, body, pages[-1].ending)
    numbering = numbered_as(parts[NUMBERING_PART], document.numbers, house.report_list)
    parts[NUMBERING_PART] = counting.with_lists(numbering)
    return zipped(signed(parts) if house.is_councils else parts)


def _set_properties(word: WordDocument, document: Document, author: str) -> None:
    properties = word.core_properties
    properties.title = _property(document.title)
    properties.subject = _property(document.subject)
    properties.author = _property(author)
    if properties.last_modified_by:
        properties.last_modified_by = _property(author)
    properties.language = "en-GB"


def _property(text: str) -> str:
    return " ".join(safe_characters(text).split())[:LONGEST_PROPERTY]


def _lay_out_sections(word: WordDocument, document: Document, house: House) -> list[Pages]:
    """Make the sections and return how the pages of each are; the body is empty after it."""
    for index, section in enumerate(document.sections):
        own = word.sections[0] if index == 0 else word.add_section()
        if house.is_councils:
            lay_out_as_it_is(own, section, is_first=index == 0)
        else:
            lay_out(own, section)
        if not house.has_footer:
            write_footer(own, section)
    pages = [
        # python-docx has no public way to a section's own XML, which is spliced in below.
        Pages(etree.tostring(section._sectPr, encoding="unicode"), room_of(section))  # noqa: SLF001
        for section in word.sections
    ]
    body = word.element.body
    for child in list(body):
        body.remove(child)
    return pages


def _spliced(skeleton: bytes, poured: Poured, body: str, ending: str) -> bytes:
    """Put `body` in the place of the skeleton's empty one, between what the template holds."""
    head, _, _ = skeleton.decode().partition("<w:body")
    whole = f"{poured.before}{body}{poured.closed(ending)}"
    return f"{poured.open_root(head)}<w:body>{whole}</w:body></w:document>".encode()
