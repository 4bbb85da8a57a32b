"""Reads a Word file as blocks, with remarks on what the officer should know of the reading."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from lxml.etree import _Element as Element

from importers.remarks import Remark
from importers.word.archive import beyond_any_paper, damaged
from importers.word.body import Body
from importers.word.names import W
from importers.word.notes import Notes
from importers.word.numbering import Numbering
from importers.word.package import Package, opened
from importers.word.pictures import Pictures
from importers.word.reading import Reading, Seen
from importers.word.styles import Styles
from importers.word.tables import read_table
from plan.model.bulk import without_collection
from plan.papers.blocks import NOT_FOR_ISSUE, Beside, Block
from plan.text.clean import clean_line
from plan.text.line_breaks import counted

MOST_PARAGRAPHS = 25_000
"""Paragraphs with text outside of tables: eight hundred pages have about that many."""
MOST_ROWS = 10_000
"""Rows of tables: a plan of a thousand actions has a thousand."""
PAGE_NUMBER = re.compile(r"(?:page\s*)?(?:\d*\s*(?:(?:of|/)\s*\d*)?)?", re.IGNORECASE)
"""All that a header or footer says where it only has the number of the page, or nothing."""
_READ_SO: tuple[tuple[Seen, str, str, str], ...] = (
    ("merged", "cell is", "cells are", "merged with the cell above."),
    (
        "formula",
        "formula is",
        "formulas are",
        "written as a line of text, such as a/b or x^2.",
    ),
)
_NOT_READ: tuple[tuple[Seen, str, str], ...] = (
    ("picture", "picture", "pictures"),
    ("embedded", "embedded document", "embedded documents"),
    ("symbol", "character of a symbol font", "characters of symbol fonts"),
    ("hidden", "piece of hidden text", "pieces of hidden text"),
    (
        "worked out",
        "date or page number that Word works out anew",
        "dates or page numbers that Word works out anew",
    ),
)


@dataclass(frozen=True)
class WordReading:
    """The blocks of a Word file in order, and remarks on how they were read.

    `starts` has the places of the blocks that begin a section of pages, `pages` those that begin a
    page of their own otherwise. Notes and comments stand in
    the blocks at the text that they belong to; `loose` are those that belong to none. `has_struck`
    says whether any text is crossed out, `has_notes` whether there is a footnote or an endnote,
    `has_comments` whether there are comments, `has_colours` whether any cell of a table has a
    colour, `has_controls` whether there is anything to choose from or to fill in.
    """

    blocks: tuple[Block, ...]
    remarks: tuple[Remark, ...]
    starts: frozenset[int] = frozenset()
    pages: frozenset[int] = frozenset()
    loose: tuple[Beside, ...] = ()
    has_struck: bool = False
    has_notes: bool = False
    has_comments: bool = False
    has_colours: bool = False
    has_controls: bool = False
    nested_tables: int = 0
    """Tables in cells that stand beside others."""
    pictures: Mapping[str, bytes] = field(default_factory=dict, compare=False, repr=False)
    """What the pictures hold that stand at empty texts in the blocks, by their names."""
    page_heads: tuple[str, ...] = ()
    """The lines at the head of the pages, which are no part of the blocks; a row is a line."""
    edges: tuple[tuple[str, ...], ...] = ()
    """The lines of each header and footer that says more than the number of the page."""
    picture_count: int = 0
    """At how many places such pictures stand."""
    altered_pictures: frozenset[str] = frozenset()
    """The names of those that Word shows turned or cropped."""


def read_word(path: Path, beside: Callable[[Package], None] | None = None) -> WordReading:
    """Return what a Word file says; `beside` is shown its parts too, while the file is open.

    Raises UnreadableError where it is not a readable Word file.
    """
    with opened(path) as package:
        reading = _reading(path, package)
        body = package.document.find(W + "body")
        if body is None:
            raise damaged(path)
        _refuse_too_large(path, body)
        whole = Body(reading, read_table)
        with without_collection():
            blocks = tuple(whole.blocks(body))
        loose = tuple(reading.left_notes())
        heads = tuple(_lines_at_heads(package))
        edges = (*_edges_with_text(package, "header"), *_edges_with_text(package, "footer"))
        if beside is not None:
            beside(package)
    remarks = tuple(_remarks(reading.seen, len(edges)))
    return WordReading(
        blocks,
        remarks,
        frozenset(whole.starts),
        frozenset(whole.pages),
        loose,
        page_heads=heads,
        edges=edges,
        has_struck=bool(reading.seen["struck"]),
        has_notes=bool(reading.seen["note"]),
        has_comments=bool(reading.seen["comment"]),
        has_colours=bool(reading.seen["coloured"]),
        has_controls=bool(reading.seen["control"]),
        nested_tables=reading.seen["nested table"],
        pictures={} if reading.pictures is None else reading.pictures.held,
        picture_count=0 if reading.pictures is None else reading.pictures.count,
        altered_pictures=frozenset(() if reading.pictures is None else reading.pictures.altered),
    )


def _refuse_too_large(path: Path, body: Element) -> None:
    """Raise UnreadableError where a body holds far more than any paper: it would take minutes."""
    rows = _count(body.iter(W + "tr"))
    if rows > MOST_ROWS:
        raise beyond_any_paper(path, f"{rows:,} rows of tables", MOST_ROWS)
    if _count(body.iter(W + "p")) <= MOST_PARAGRAPHS:
        return
    texts = (one for one in body.iter(W + "p") if next(one.iter(W + "t"), None) is not None)
    outside = _count(one for one in texts if next(one.iterancestors(W + "tbl"), None) is None)
    if outside > MOST_PARAGRAPHS:
        raise beyond_any_paper(path, f"{outside:,} paragraphs", MOST_PARAGRAPHS)


def _count(elements: Iterable[Element]) -> int:
    return sum(1 for _ in elements)


def _reading(path: Path, package: Package) -> Reading:
    styles = Styles(package.part("styles"))
    numbering = Numbering(
        package.part("numbering"), lambda style_id: styles.named(style_id).list_id
    )
    reading = Reading(path, styles, numbering, cache(package.links))

    def read_note(part: str, element: Element) -> tuple[Block, ...]:
        outer, reading.part = reading.part, part
        blocks = tuple(Body(reading, read_table).blocks(element))
        reading.part = outer
        return blocks

    reading.notes = Notes(package.part, read_note)
    reading.pictures = Pictures(package)
    return reading


def _edges_with_text(package: Package, kind: str) -> Iterator[tuple[str, ...]]:
    """Yield the lines of the headers or footers that have text besides the page number.

    The mark that plandesk puts there does not count: it is added again where it is needed.
    """
    for root in package.parts(kind):
        said = "".join(text.text or "" for text in root.iter(W + "t"))
        if PAGE_NUMBER.fullmatch(said.replace(NOT_FOR_ISSUE, "").strip()) is None:
            yield tuple(line for line in _lines_in(root) if PAGE_NUMBER.fullmatch(line) is None)


def _lines_at_heads(package: Package) -> Iterator[str]:
    """Yield the lines at the head of the pages, a row of a table as one with tabs."""
    for root in package.parts("header"):
        yield from _lines_in(root)


def _lines_in(root: Element) -> Iterator[str]:
    for row in root.iter(W + "tr"):
        yield "\t".join(_words(cell) for cell in row.iter(W + "tc"))
    for line in root.iter(W + "p"):
        if next(line.iterancestors(W + "tc"), None) is None:
            yield _words(line)


def _words(element: Element) -> str:
    said = (
        one.text or "" if one.tag == W + "t" else "\t" for one in element.iter(W + "t", W + "tab")
    )
    return "".join(said).strip()


def _remarks(seen: Counter[Seen], edges: int) -> Iterator[Remark]:
    changes = _tracked_changes(seen)
    if changes:
        yield Remark("note", "", changes)
    for kind, one, many, how in _READ_SO:
        if seen[kind]:
            yield Remark("note", "", f"{counted(seen[kind], one, many)} {how}")
    yield from _edges_remark(edges)
    left_out = [counted(seen[kind], one, many) for kind, one, many in _NOT_READ if seen[kind]]
    if left_out:
        yield Remark("not understood", "", f"Not read: {', '.join(left_out)}.")


def _edges_remark(edges: int) -> Iterator[Remark]:
    if edges:
        beside = counted(edges, "header or footer", "headers and footers")
        yield Remark("not understood", "", f"Not read: {beside}.", is_listed=True)


def remarks_on_file(
    word: WordReading, unpacked: int, shown: Sequence[str], heads_read: Collection[str]
) -> Iterator[Remark]:
    """Yield the remarks on a Word file once it is known what was read of it.

    That is how many tables were `unpacked`, which pictures are `shown`, and which lines at the
    head of its pages were read: of a header that has no other nothing is told.
    """
    left = sum(any(clean_line(line) not in heads_read for line in edge) for edge in word.edges)
    told, still = tuple(_edges_remark(len(word.edges))), tuple(_edges_remark(left))
    for remark in word.remarks:
        yield from still if remark in told else (remark,)
    altered = len(word.altered_pictures.intersection(shown))
    yield from pictures_remark(word.picture_count - len(shown), altered)
    yield from nested_remark(word.nested_tables - unpacked)


def pictures_remark(left: int, altered: int) -> Iterator[Remark]:
    """Yield the remarks on pictures of which none is in the report, and on those that Word alters.

    What is cropped away in Word is in the file, and would be seen.
    """
    if left > 0:
        text = f"Not read: {counted(left, 'picture')} outside the text of the report."
        yield Remark("not understood", "", text)
    if altered > 0:
        said = counted(altered, "picture is", "pictures are")
        text = (
            f"{said} turned or cropped in Word, and whole and upright here: look at what is seen."
        )
        yield Remark("not understood", "", text)


def nested_remark(tables: int) -> Iterator[Remark]:
    """Yield the remark on tables inside cells that stayed there, none where there are none."""
    if tables > 0:
        said = counted(tables, "table inside a cell is", "tables inside cells are")
        text = f"{said} read row by row, with “|” between the cells of a row."
        yield Remark("note", "", text)


def _tracked_changes(seen: Counter[Seen]) -> str:
    deleted = seen["deleted"] + seen["deleted row"]
    if not seen["inserted"] and not deleted:
        return ""
    inserted = counted(seen["inserted"], "tracked insertion")
    return (
        f"The paper has tracked changes: {inserted} read as accepted,"
        f" {counted(deleted, 'tracked deletion')} left out."
    )
