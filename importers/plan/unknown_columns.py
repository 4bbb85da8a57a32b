"""The columns that the reader does not understand: the officer can say what they hold."""

from collections.abc import Iterable
from dataclasses import dataclass

from importers.plan.columns import HeadingWords, header_columns, heading_key
from importers.plan.plan_rows import UnknownCells
from plan.papers.blocks import Block, Table

_LEAST_COLUMNS = 3
_LONGEST_HEADING = 80


@dataclass(frozen=True)
class UnknownColumn:
    """A column by its heading as printed: how many of its cells say something, and the first."""

    heading: str
    samples: tuple[str, ...]
    cells: int


def unknown_columns(unknown: UnknownCells) -> tuple[UnknownColumn, ...]:
    """Return the columns of a plan's tables that were not understood, in the order of the paper."""
    return tuple(
        UnknownColumn(heading, tuple(unknown.samples.get(heading, ())), cells)
        for heading, cells in unknown.counts.items()
    )


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
