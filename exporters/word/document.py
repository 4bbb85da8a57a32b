"""A whole document as the bytes of a Word file."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC
from functools import partial
from io import BytesIO

import docx
from docx.document import Document as WordDocument
from docx.opc.coreprops import CoreProperties
from docx.section import Section as WordSection
from lxml import etree

from exporters.word.body import Pages, SharedSections, body_xml
from exporters.word.captions import with_captions
from exporters.word.comments import with_comments
from exporters.word.file_owner import signed
from exporters.word.links import with_links
from exporters.word.list_numbers import ListNumbers, numbered_as
from exporters.word.marking import mark_pages
from exporters.word.measures import Measures, measures_of
from exporters.word.package import (
    DOCUMENT_PART,
    NUMBERING_PART,
    STYLES_PART,
    parts_of,
    zipped,
)
from exporters.word.pictures import with_pictures
from exporters.word.published import published
from exporters.word.sections import (
    height_of,
    lay_out,
    needs_room,
    room_of,
    turn_pages,
    write_footer,
)
from exporters.word.sizes import in_size, with_plan_size
from exporters.word.template_body import SurroundingText, emptied
from exporters.word.titles import with_titles
from exporters.word.word_template import WordTemplate, our_template
from plan.model.bulk import without_collection
from plan.papers.blocks import Document
from plan.papers.public_copy import PublicCopy
from plan.text.clean import safe_characters

LONGEST_PROPERTY = 255
"""Characters; Word and python-docx refuse a longer title."""


@dataclass(frozen=True)
class _Skeleton:
    """A template in the size of a paper, with its pages laid out and without any text."""

    template: WordTemplate
    word: WordDocument
    around: SurroundingText
    pages: Sequence[Pages]


class SetOfPapers:
    """What the papers of a set have in common, such as a pack and its parts: it is made once.

    All of them are written in the same template.
    """

    def __init__(self) -> None:
        self._skeletons: dict[tuple[object, ...], _Skeleton] = {}
        self._sections: dict[tuple[object, ...], SharedSections] = {}

    def skeleton_of(self, document: Document, template: WordTemplate) -> _Skeleton:
        """Return the pages of a paper, which are those of any other with as many alike."""
        pages = ((one.landscape, needs_room(one), one.footer) for one in document.sections)
        kind = (document.size, document.plan_size, document.mark, *pages)
        if kind not in self._skeletons:
            self._skeletons[kind] = _skeleton_of(document, template)
        return self._skeletons[kind]

    def sections_of(self, document: Document) -> SharedSections:
        """Return the sections that papers in the size of `document` have in common."""
        kind = (document.size, document.plan_size)
        return self._sections.setdefault(kind, SharedSections())


def word_file_of(
    document: Document,
    *,
    author: str = "",
    template: WordTemplate | None = None,
    check: Callable[[], None] = lambda: None,
    public: PublicCopy | None = None,
    papers: SetOfPapers | None = None,
) -> bytes:
    """Return `document` as the bytes of a Word file, in a council's `template` or in our own.

    The same document always gives the same bytes. python-docx makes the pages, footers and
    properties; the text is inserted as XML strings, because large tables take far too long as
    objects. `check` is called often on the way and may raise, to stop the writing. Of a
    `public` copy, what a council's template brings names nobody either. `papers` is the set that
    the document is one of.
    """
    made = papers.skeleton_of if papers is not None else _skeleton_of
    skeleton = made(document, template or our_template())
    template = skeleton.template
    parts = _parts_around(skeleton, document, author)
    list_numbers = _list_numbers_of(document, template)
    shared = papers.sections_of(document) if papers is not None else None
    measures = measures_of(parts, template.styles)
    body = _body_of(document, skeleton, list_numbers, measures, check, shared)
    body, parts[STYLES_PART] = with_captions(body, parts[STYLES_PART])
    body, parts[STYLES_PART] = with_links(body, parts[STYLES_PART], parts)
    body = with_pictures(body, parts, document.pictures)
    ending = skeleton.pages[-1].ending
    parts[DOCUMENT_PART] = _spliced(parts[DOCUMENT_PART], skeleton.around, body, ending)
    numbering = numbered_as(parts[NUMBERING_PART], document.numbers, template.report_list)
    parts[NUMBERING_PART] = list_numbers.with_lists(numbering, template.scale)
    parts = with_comments(parts, list_numbers.comments, author, document.dates[1])
    if template.is_councils:
        parts = published(signed(parts), public) if public is not None else signed(parts)
    return zipped(parts)


def _list_numbers_of(document: Document, template: WordTemplate) -> ListNumbers:
    """Return what numbers the lists of a document, beside those that its template has."""
    return ListNumbers(
        template.first_list,
        template.question_list,
        document.counting,
        template.report_list,
        template.controls,
    )


def _parts_around(skeleton: _Skeleton, document: Document, author: str) -> dict[str, bytes]:
    """Return the parts of the Word file of a document whose text is still to come."""
    _set_properties(skeleton.word, document, author)
    stream = BytesIO()
    skeleton.word.save(stream)
    parts = parts_of(stream.getvalue())
    return skeleton.template.with_unaltered_parts(parts, is_marked=bool(document.mark))


def _body_of(
    document: Document,
    skeleton: _Skeleton,
    list_numbers: ListNumbers,
    measures: Measures,
    check: Callable[[], None],
    shared: SharedSections | None,
) -> str:
    """Return the XML of the text of a document, in its pages' order and its template's styles."""
    on_pages = skeleton.pages[: len(document.sections)]
    with without_collection():
        blocks = body_xml(document, on_pages, list_numbers, measures, check, shared)
    return skeleton.template.with_its_styles("".join(with_titles(blocks, document.title)))


def writer_of_papers(
    *,
    author: str = "",
    template: WordTemplate | None = None,
    check: Callable[[], None] = lambda: None,
    public: PublicCopy | None = None,
) -> Callable[[Document], bytes]:
    """Return what writes each paper of a set as `word_file_of` does, and is quicker for several."""
    return partial(
        word_file_of,
        author=author,
        template=template,
        check=check,
        public=public,
        papers=SetOfPapers(),
    )


def _skeleton_of(document: Document, template: WordTemplate) -> _Skeleton:
    template = with_plan_size(template, document.plan_size)
    template = in_size(template, document.size)
    word = docx.Document(BytesIO(template.package))
    if document.mark:
        mark_pages(word, document.mark)  # while the pages that a template brings are still there
    around = emptied(word)
    return _Skeleton(template, word, around, _lay_out_sections(word, document, template))


def _set_properties(word: WordDocument, document: Document, author: str) -> None:
    properties = word.core_properties
    mark = document.mark
    properties.title = _property(f"{mark}: {document.title}" if mark else document.title)
    properties.subject = _property(document.subject)
    if mark:
        properties.keywords = properties.content_status = _property(mark)
    properties.author = _property(author)
    if properties.last_modified_by:
        properties.last_modified_by = _property(author)
    properties.language = "en-GB"
    _set_dates(properties, document)


def _set_dates(properties: CoreProperties, document: Document) -> None:
    """Write when the plan was made and last changed; a template's own dates are never kept."""
    holder = properties._element  # noqa: SLF001 - python-docx cannot take a date away
    for name in ("created", "modified", "lastPrinted"):
        for element in holder.xpath(f"./*[local-name()='{name}']"):
            holder.remove(element)
    made, changed = document.dates
    if made is not None:
        properties.created = made.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    if changed is not None:
        properties.modified = changed.astimezone(UTC).replace(tzinfo=None, microsecond=0)


def _property(text: str) -> str:
    return " ".join(safe_characters(text).split())[:LONGEST_PROPERTY]


def _lay_out_sections(
    word: WordDocument, document: Document, template: WordTemplate
) -> list[Pages]:
    """Lay out the sections and return the pages of each; the body is left empty."""
    footer_style = None if template.has_footer else word.styles["Footer"].style_id
    for index, section in enumerate(document.sections):
        own = word.sections[0] if index == 0 else word.add_section()
        if template.is_councils:
            turn_pages(own, section, is_first=index == 0)
        else:
            lay_out(own, section)
        if not template.has_footer:
            write_footer(own, section, footer_style)
    pages = [
        Pages(_xml_of(section), room_of(section), height_of(section)) for section in word.sections
    ]
    body = word.element.body
    for child in list(body):
        body.remove(child)
    return pages


def _xml_of(section: WordSection) -> str:
    # python-docx has no public way to a section's own XML, which is spliced in below.
    return etree.tostring(section._sectPr, encoding="unicode")  # noqa: SLF001


def _spliced(skeleton: bytes, around: SurroundingText, body: str, ending: str) -> bytes:
    """Put `body` into the empty body of `skeleton`, between the texts kept from the template."""
    head, _, _ = skeleton.decode().partition("<w:body")
    pieces = (around.open_root(head), "<w:body>", around.before, body)
    after = around.after_document(ending)
    return "".join((*pieces, after, "</w:body></w:document>")).encode()
