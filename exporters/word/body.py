"""The body of a Word file: the blocks of each section of pages, one after the other."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import zip_longest

from exporters.word.column_widths import ColumnWidths
from exporters.word.contents import Contents
from exporters.word.list_numbers import ListNumbers
from exporters.word.long_headings import RUN_ON, RUNS_ON, parts_of_heading
from exporters.word.measures import Measures
from exporters.word.paragraphs import comments_at, paragraph_xml, space_below_table
from exporters.word.pictures import picture_xml
from exporters.word.tables import TablePages, table_xml
from plan.papers.blocks import (
    CONTENTS,
    HEADING_LEVELS,
    Block,
    Document,
    Paragraph,
    Role,
    Table,
    picture_in,
)
from plan.papers.typed_lists import with_typed_lists

_BLANK = '<w:p><w:pPr><w:pStyle w:val="SectionEnd"/>{}</w:pPr></w:p>'
"""A paragraph too low to be seen, put between two tables: without it Word joins them."""

_SPACE_AROUND = 1.5
"""The space above and below a heading, in lines."""
_GONE_ON: tuple[Role, ...] = ("body-continued", "numbered-text")
_SIGNED: tuple[Role, ...] = ("signatory", "signatory-post")

_POST_ALONE = '<w:spacing w:before="720" w:after="0"/>'
"""The room for a signature above a post without a name, which the style of a name has."""


@dataclass(frozen=True)
class Pages:
    """The pages of a section: the XML that ends it, the width and height of its text, in mm."""

    ending: str
    room: float
    height: float


class SharedSections:
    """The sections that several papers have, such as a pack and its parts, in the same template.

    Their tables are measured once, and written once where no number of the paper stands in them.
    """

    def __init__(self) -> None:
        self._kept: dict[tuple[int, Pages], tuple[Sequence[Block], TablePages]] = {}

    def on_pages(self, blocks: Sequence[Block], pages: Pages, measures: Measures) -> TablePages:
        """Return the pages on which the tables of a section stand."""
        key = (id(blocks), replace(pages, ending=""))
        if key not in self._kept:
            widths = ColumnWidths(blocks, pages.room, measures)
            self._kept[key] = blocks, TablePages(measures, widths, pages.height, {})
        return self._kept[key][1]


def body_xml(
    document: Document,
    pages: Sequence[Pages],
    list_numbers: ListNumbers,
    measures: Measures,
    check: Callable[[], None] = lambda: None,
    shared: SharedSections | None = None,
) -> list[str]:
    """Return the blocks of `document` as XML, one by one; the last section comes without its end.

    `pages` has the pages of each section, `measures` how wide words are on them. `list_numbers`
    numbers tick boxes and questions. `check` is called before each block and may raise, to stop
    there. `shared` are the sections that other papers have too.
    """
    write = _BodyWriter(list_numbers, measures, Contents(document), document.pictures, shared)
    pieces: list[str] = []
    laid_out = list(zip(document.sections, pages, strict=True))
    for section, own in laid_out[:-1]:
        pieces.extend(_checked(write.ended(section.blocks, own), check))
    for section, own in laid_out[-1:]:
        pieces.extend(_checked(write.blocks_xml(section.blocks, own), check))
    return pieces


def _checked(pieces: Iterator[str], check: Callable[[], None]) -> Iterator[str]:
    check()
    for piece in pieces:
        yield piece
        check()


@dataclass(frozen=True)
class _BodyWriter:
    """Writes the blocks of one section after another."""

    list_numbers: ListNumbers
    measures: Measures
    contents: Contents
    pictures: Mapping[str, bytes]
    shared: SharedSections | None

    def ended(self, blocks: tuple[Block, ...], pages: Pages) -> Iterator[str]:
        """Yield the blocks of a section before the last, and its end.

        That is in the last paragraph, unless that is one of the contents, which end with a field,
        or a picture.
        """
        last = blocks[-1] if blocks else None
        is_paragraph = isinstance(last, Paragraph) and last.role not in (*CONTENTS, "picture")
        yield from self.blocks_xml(blocks, pages, pages.ending if is_paragraph else "")
        if not is_paragraph:
            yield _BLANK.format(pages.ending)

    def blocks_xml(self, blocks: Sequence[Block], pages: Pages, ending: str = "") -> Iterator[str]:
        """Yield block after block; the last one, a paragraph, holds the section's `ending`."""
        on_pages = self._on_pages(blocks, pages)
        above: Paragraph | None = None
        previous: Block | None = None
        headings = 0.0
        blocks = with_typed_lists(blocks)
        for block, after in zip_longest(blocks, blocks[1:]):
            if isinstance(block, Paragraph) and block.role == "picture":
                content = self.pictures.get(picture_in(block), b"")
                comments = list(map(self.list_numbers.next_comment, comments_at(block)))
                yield picture_xml(block, content, (pages.room, pages.height), comments)
                above, headings = None, 0.0
            elif isinstance(block, Paragraph):
                end = space_below_table(block) if isinstance(previous, Table) else ""
                end = _POST_ALONE if _signs_alone(block, previous) else end
                end += ending if after is None else ""
                yield self._paragraph_xml(block, above, after, end)
                above = block if block.bullet is None else above
                headings = headings + self._height(block, pages) if _stays(block) else 0.0
            else:
                if isinstance(previous, Table):
                    yield _BLANK.format("")
                yield table_xml(block, self.list_numbers, on_pages, headings)
                above, headings = None, 0.0
            previous = block

    def _on_pages(self, blocks: Sequence[Block], pages: Pages) -> TablePages:
        if self.shared is not None:
            return self.shared.on_pages(blocks, pages, self.measures)
        widths = ColumnWidths(blocks, pages.room, self.measures)
        return TablePages(self.measures, widths, pages.height)

    def _height(self, block: Paragraph, pages: Pages) -> float:
        """Return how high a paragraph is with the space around it, in millimetres, about."""
        letters = max(pages.room / self.measures.letter(block.role), 1.0)
        lines = len(block.text) // letters + 1 + _SPACE_AROUND
        return lines * self.measures.line(block.role)

    def _paragraph_xml(
        self, block: Paragraph, above: Paragraph | None, after: Block | None, section: str
    ) -> str:
        if block.role in CONTENTS:
            return self.contents.entry_xml(block)
        keep = _is_kept(block, after)
        write = partial(paragraph_xml, list_numbers=self.list_numbers, above=above)
        first, *rest = parts_of_heading(block)
        if rest:
            xml = write(first, keep=True, section=RUNS_ON)
            xml += write(rest[0], keep=keep, section=RUN_ON + section)
        else:
            xml = write(block, keep=keep, section=section)
        return self.contents.marked(block, xml)


def _signs_alone(block: Paragraph, previous: Block | None) -> bool:
    """Return whether a post signs, above which no name stands."""
    is_below = isinstance(previous, Paragraph) and previous.role in _SIGNED
    return block.role == "signatory-post" and not is_below


def _stays(block: Paragraph) -> bool:
    """Return whether the style of a paragraph keeps it on the page of what is below it."""
    return block.role in HEADING_LEVELS or block.role.startswith("cover-")


def _is_kept(block: Paragraph, after: Block | None) -> bool:
    """Return whether a paragraph stays on the page of the one after it.

    That is what leads in bullets, or in words that go on with it behind a colon, and all of a
    signature, with the last words of the report.
    """
    if not isinstance(after, Paragraph):
        return False
    leads_in = after.role in _GONE_ON and block.text.rstrip().endswith(":")
    return after.role in _SIGNED or (
        block.bullet is None and (leads_in or after.bullet is not None)
    )
