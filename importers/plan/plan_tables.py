"""Recognises a plan's tables by their header row."""

from collections.abc import Iterator
from dataclasses import dataclass

from importers.account.ledger import left_out
from importers.generated_tables import is_generated_header
from importers.plan.columns import HeaderColumn, HeadingWords, plan_columns
from importers.plan.plan_rows import Group, RowReader, UnknownCells, is_band
from importers.remarks import Remark
from plan.council.format import ColumnField
from plan.papers.blocks import Block, Paragraph, Row, Table
from plan.text.clean import clean_line

_HEADER_WITHIN = 4
"""How many rows at the top of a table are searched for its header."""


@dataclass(frozen=True)
class PlanTable:
    """A plan's table: its actions in order, grouped by the aims that are in the table, if any.

    `unknown` has the filled cells below each heading that was not understood; `is_ours` says that
    this program printed the table.
    """

    groups: tuple[Group, ...]
    fields: frozenset[ColumnField]
    remarks: tuple[Remark, ...]
    unknown: UnknownCells
    is_ours: bool = False


def is_plan_table(table: Table, words: HeadingWords) -> bool:
    """Return whether a table is a plan's."""
    return _header_of(table, words) is not None


def plan_table(table: Table, words: HeadingWords) -> PlanTable | None:
    """Return the actions of a plan's table; None where the table is not one."""
    found = _header_of(table, words)
    if found is None:
        return None
    place, columns = found
    reader = RowReader(columns, is_ours=_is_ours(table.rows[place]))
    left_out(_said_in(table.rows[place]), "labels")
    reader.groups[0].heading = _title_above(table, place)
    reader.read(table.rows[place + 1 :])
    fields = frozenset(column.field for column in columns if column.field is not None)
    return PlanTable(
        reader.filled_groups, fields, tuple(reader.remarks), reader.unknown, reader.is_ours
    )


def _header_of(table: Table, words: HeadingWords) -> tuple[int, tuple[HeaderColumn, ...]] | None:
    for place, row in enumerate(table.rows[:_HEADER_WITHIN]):
        if is_generated_header(row):
            return None
        columns = plan_columns(row, words)
        if columns:
            return place, columns
    return None


def _is_ours(header: Row) -> bool:
    """Return whether this program printed a table, so that every row is an action."""
    return any(one.role == "plan-header" for cell in header.cells for one in cell.paragraphs)


def _said_in(row: Row) -> Iterator[Paragraph]:
    return (paragraph for cell in row.cells for paragraph in cell.paragraphs)


def _title_above(table: Table, header: int) -> str:
    """Return the text of a row across the table above its header."""
    titles = [clean_line(row.cells[0].text) for row in table.rows[:header] if is_band(row)]
    return next((title for title in reversed(titles) if title), "")


def unpacked(blocks: tuple[Block, ...], words: HeadingWords) -> Iterator[Block]:
    """Yield the blocks; a table that only lays a plan's table out on the page gives its content."""
    for block in blocks:
        if isinstance(block, Table) and _lays_out(block, words):
            for row in block.rows:
                for cell in row.cells:
                    yield from unpacked(cell.blocks, words)
        else:
            yield block


def _lays_out(table: Table, words: HeadingWords) -> bool:
    """Return whether a table is none of a plan's but has one in a cell."""
    inner = [
        block
        for row in table.rows
        for cell in row.cells
        for block in cell.blocks
        if isinstance(block, Table)
    ]
    if not inner or is_plan_table(table, words):
        return False
    return any(is_plan_table(one, words) or _lays_out(one, words) for one in inner)
