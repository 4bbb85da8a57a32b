"""The columns that the reader does not understand: the officer can say what they hold."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from importers.plan.cards import likely_dealt
from importers.plan.columns import HeadingWords, header_columns
from importers.plan.columns_by_cells import is_when
from importers.plan.header_column import HeaderColumn, ReadField
from importers.plan.headings import heading_key, meaning_of
from importers.plan.tables_of_plans import TELLING
from importers.plan.unknown_cells import UnknownCells
from importers.remarks import Remark
from plan.papers.blocks import Block, Row, Table
from plan.reading.status import tone_of_words
from plan.text.line_breaks import counted, shortened

Likely: TypeAlias = ReadField | Literal[""]

_LEAST_COLUMNS = 3
_LEAST_OTHERS = 2
"""The fewest columns besides the actions by which a table is likely to be one of actions."""
_LONGEST_HEADING = 80
_HEADER_WITHIN = 6
"""Rows at the top of a table, among which its headings are looked for."""
_ELSEWHERE = re.compile(
    r"\b(?:tele?phone|phone|mobile|e-?mail|address|extension|ext|fax|price|unit|quantity|qty|total"
    r"|amount|page|chapter|version|author|room|dose|postcode|isbn|likelihood|severity)s?\b",
    re.IGNORECASE,
)
"""What a heading says in a list of telephones, of contents, of prices, of risks: in no plan."""


@dataclass(frozen=True)
class UnknownColumn:
    """A column by its heading as printed: how many of its cells say something, and the first.

    `likely` is what these look like, empty where they look like nothing: a hint for the officer,
    by which nothing is read. `may_be` are the fields that the table has not yet.
    """

    heading: str
    samples: tuple[str, ...]
    cells: int
    likely: Likely = ""
    may_be: tuple[ReadField, ...] = field(default=(), compare=False)


def unknown_columns(
    unknown: UnknownCells, known: Collection[ReadField] = ()
) -> tuple[UnknownColumn, ...]:
    """Return the columns of a plan's tables that were not understood, in the order of the paper.

    `known` are the fields of those that were: nothing is likely to be one of them again.
    """
    return tuple(
        UnknownColumn(
            heading, samples, cells, _likely(heading, samples, known), _may_be(heading, known)
        )
        for heading, cells in unknown.counts.items()
        for samples in (tuple(unknown.samples.get(heading, ())),)
    )


def _may_be(heading: str, known: Collection[ReadField]) -> tuple[ReadField, ...]:
    """Return what a column may be said to hold: what the table has not yet, or its second date."""
    is_date = meaning_of(heading).field("plain", "weak") == "timescale"
    return tuple(n for n in _OFFERED if n not in known or (is_date and n == "timescale"))


def _likely(heading: str, samples: Sequence[str], known: Collection[ReadField]) -> Likely:
    """Return what a column holds by the look of its first cells, or by what its heading hints."""
    meaning = meaning_of(heading)
    for name in (*meaning.joined, *(kind.name for kind in meaning.kinds)):
        if name in _LOOKS and name not in known:
            return name
    for name, looks in _LOOKS.items():
        if samples and name not in known and all(map(looks, samples)):
            return name
    return ""


def _is_page(text: str) -> bool:
    return _PAGE.fullmatch(text) is not None


def _is_status(text: str) -> bool:
    return len(text.split()) <= _FEW and bool(tone_of_words(text))


def _is_post(text: str) -> bool:
    return _POST.search(text) is not None and len(text.split()) <= _SOME


_FEW, _SOME = 3, 8
_PAGE = re.compile(r"(?:pp?\.?|pages?)? ?\d{1,3}(?: ?[,–&-] ?\d{1,3})*", re.IGNORECASE)
_POST = re.compile(
    r"\b(?:officers?|managers?|heads?|leads?|director(?:ate)?s?|teams?|groups?|boards?|services?"
    r"|partnership|committee|co-?ordinators?|chairs?|teachers?|staff|council|police|nhs)\b",
    re.IGNORECASE,
)
_LOOKS: Mapping[ReadField, Callable[[str], bool]] = {
    "progress": _is_status,
    "timescale": is_when,
    "pages": _is_page,
    "leads": _is_post,
}


_OFFERED: tuple[ReadField, ...] = (
    *("text", "aim", "leads", "timescale", "success_criteria", "progress", "indicators", "pages"),
)


@dataclass(frozen=True)
class _LikelyTable:
    """A table that might be one of actions: what is known of it, and the columns that are not."""

    headings: tuple[str, ...]
    known: frozenset[ReadField]
    unknown: UnknownCells

    def columns(self) -> tuple[UnknownColumn, ...]:
        """Return its unknown columns; none where it is not likely to be a table of actions.

        That of the actions comes first. No field is proposed twice, none that the table has.
        """
        known, found = set(self.known), list[UnknownColumn]()
        for column in unknown_columns(self.unknown):
            likely = _likely(column.heading, column.samples, known)
            known |= {likely} if likely else set()
            found.append(_proposed(column, likely))
        if len(known & TELLING) < _LEAST_OTHERS:
            return ()
        if "text" not in known:
            actions = _wordiest(found)
            if actions is None:
                return ()
            found.remove(actions)
            found.insert(0, _proposed(actions, "text"))
            known.add("text")
        may_be = tuple(name for name in _OFFERED if name not in known)
        return tuple(_proposed(column, column.likely, may_be) for column in found)


def _proposed(
    column: UnknownColumn, likely: Likely, may_be: tuple[ReadField, ...] = ()
) -> UnknownColumn:
    return UnknownColumn(column.heading, column.samples, column.cells, likely, may_be)


def _wordiest(columns: Sequence[UnknownColumn]) -> UnknownColumn | None:
    """Return the column that may have the actions: that with the longest texts in words."""
    in_words = [one for one in columns if not one.likely and all(map(_has_word, one.samples))]
    return max(in_words, key=lambda one: sum(map(len, one.samples)) / one.cells, default=None)


def _has_word(text: str) -> bool:
    return _WORD.search(text) is not None


_WORD = re.compile(r"[^\W\d_]")


def likely_columns(blocks: Iterable[Block], words: HeadingWords) -> tuple[UnknownColumn, ...]:
    """Return the unknown columns of tables that might be a plan's, were they understood.

    Such a table has three columns or more with short headings, two of them at least known as who,
    when, how well or how far, by their words or by their cells.
    """
    found: dict[str, UnknownColumn] = {}
    for table in _likely_tables(blocks, words):
        for column in table.columns():
            found.setdefault(heading_key(column.heading), column)
    return tuple(found.values())


def _likely_tables(blocks: Iterable[Block], words: HeadingWords) -> Iterator[_LikelyTable]:
    """Yield what is known of each table; those with the same headings are one."""
    tables: dict[tuple[str, ...], _LikelyTable] = {}
    for block in blocks:
        if not isinstance(block, Table):
            continue
        cards = likely_dealt(block, words)
        found = _headed(cards or block, words)
        if found is None:
            continue
        rows, columns = found
        headings = tuple(column.heading for column in columns)
        known = frozenset(column.field for column in columns if column.field is not None)
        table = tables.setdefault(headings, _LikelyTable(headings, known, UnknownCells()))
        for row in rows:
            _note_row(row, columns, table.unknown)
    yield from tables.values()


def _headed(
    table: Table, words: HeadingWords
) -> tuple[tuple[Row, ...], tuple[HeaderColumn, ...]] | None:
    """Return the rows below the likeliest header of a table, and its columns; None for none."""
    best: tuple[tuple[Row, ...], tuple[HeaderColumn, ...]] | None = None
    most = 0
    for place, row in enumerate(table.rows[:_HEADER_WITHIN]):
        columns = header_columns(row, words)
        named = [column for column in columns if column.heading]
        if len(named) < _LEAST_COLUMNS or any(len(one.heading) > _LONGEST_HEADING for one in named):
            continue
        if any(_ELSEWHERE.search(column.heading) for column in named):
            return None
        known = len({column.field for column in named} - {None})
        if known > most:
            best, most = (table.rows[place + 1 :], columns), known
    return best


def _note_row(row: Row, columns: Sequence[HeaderColumn], unknown: UnknownCells) -> None:
    if len(row.cells) != len(columns):
        return
    for column, cell in zip(columns, row.cells, strict=True):
        is_open = column.field is None and not column.is_left_out
        if is_open and heading_key(column.heading) and cell.text.strip():
            unknown.note(column.heading, cell.text)


def kept_columns(unknown: UnknownCells) -> Iterator[Remark]:
    """Yield a remark on each column that is kept as text, with how many cells it has.

    A second date stands in the field of the first, behind its heading.
    """
    for heading, cells in unknown.counts.items():
        name = f"“{shortened(heading)}”" if heading else "without a heading"
        are = f"{counted(cells, 'cell')} {'is' if cells == 1 else 'are'}"
        if heading in unknown.with_first:
            text = f"The column {name} has a second date: {are} read with the first one."
        elif meaning_of(heading).field("plain", "weak") == "timescale":
            text = f"The column {name} has a second date: {are} kept as text below it."
        else:
            text = f"The column {name} was not understood: {are} kept as text below it."
        yield Remark("note", "", text)
