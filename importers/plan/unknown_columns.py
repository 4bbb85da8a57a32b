"""The columns that the reader does not understand: the officer can say what they hold."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from importers.plan.columns import HeadingWords, ReadField, header_columns, heading_key
from importers.plan.plan_rows import UnknownCells
from plan.papers.blocks import Block, Table
from plan.reading.status import tone_of

_LEAST_COLUMNS = 3
_LONGEST_HEADING = 80


@dataclass(frozen=True)
class UnknownColumn:
    """A column by its heading as printed: how many of its cells say something, and the first.

    `likely` is what these look like, empty where they look like nothing: a hint for the officer,
    by which nothing is read.
    """

    heading: str
    samples: tuple[str, ...]
    cells: int
    likely: ReadField | Literal[""] = ""


def unknown_columns(unknown: UnknownCells) -> tuple[UnknownColumn, ...]:
    """Return the columns of a plan's tables that were not understood, in the order of the paper."""
    return tuple(
        UnknownColumn(heading, samples, cells, _likely(samples))
        for heading, cells in unknown.counts.items()
        for samples in (tuple(unknown.samples.get(heading, ())),)
    )


def _likely(samples: tuple[str, ...]) -> ReadField | Literal[""]:
    """Return what a column holds by the look of its first cells: all of them look alike."""
    for field, looks in _LOOKS.items():
        if samples and all(map(looks, samples)):
            return field
    return ""


def _is_page(text: str) -> bool:
    return _PAGE.fullmatch(text) is not None


def _is_status(text: str) -> bool:
    return len(text.split()) <= _FEW and bool(tone_of(text))


def _is_date(text: str) -> bool:
    return _TIME.search(text) is not None and len(text.split()) <= _SOME


def _is_post(text: str) -> bool:
    return _POST.search(text) is not None and len(text.split()) <= _SOME


_FEW, _SOME = 3, 8
_PAGE = re.compile(r"(?:pp?\.?|pages?)? ?\d{1,3}(?: ?[,–&-] ?\d{1,3})*", re.IGNORECASE)
_TIME = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:19|20)\d\d(?:/\d\d)?|\d{1,2}/\d{1,2}/\d{2,4}|ongoing|monthly|quarterly|yearly"
    r"|annual(?:ly)?|Q[1-4]|term [1-4]|within \d+)\b",
    re.IGNORECASE,
)
_POST = re.compile(
    r"\b(?:officers?|managers?|heads?|leads?|director(?:ate)?s?|teams?|groups?|boards?|services?"
    r"|partnership|committee|co-?ordinators?|chairs?|teachers?|staff|council|police|nhs)\b",
    re.IGNORECASE,
)
_LOOKS: Mapping[ReadField, Callable[[str], bool]] = {
    "progress": _is_status,
    "timescale": _is_date,
    "pages": _is_page,
    "leads": _is_post,
}


def likely_columns(blocks: Iterable[Block], words: HeadingWords) -> tuple[UnknownColumn, ...]:
    """Return the unknown columns of tables that might be a plan's, were they understood.

    Such a table has three columns or more with short headings, at least one of them understood.
    """
    unknown = UnknownCells()
    for block in blocks:
        if isinstance(block, Table) and block.rows:
            _note_table(block, words, unknown)
    return unknown_columns(unknown)


def _note_table(table: Table, words: HeadingWords, unknown: UnknownCells) -> None:
    columns = header_columns(table.rows[0], words)
    named = [column for column in columns if column.heading]
    if len(named) < _LEAST_COLUMNS or any(len(one.heading) > _LONGEST_HEADING for one in named):
        return
    if not any(column.field for column in named):
        return
    for row in table.rows[1:]:
        if len(row.cells) != len(columns):
            continue
        for column, cell in zip(columns, row.cells, strict=True):
            is_open = column.field is None and not column.is_left_out
            if is_open and heading_key(column.heading) and cell.text.strip():
                unknown.note(column.heading, cell.text)
