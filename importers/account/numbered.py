"""Numbers the paragraphs of a paper, so that they are known again, and says where each stands."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import count
from typing import NamedTuple

from plan.papers.blocks import Block, Cell, Paragraph, Row, Table


class Spot(NamedTuple):
    """Where a paragraph stands: in which table (0 for none), row and column, counted from 1."""

    table: int = 0
    row: int = 0
    column: int = 0


@dataclass
class Numbered:
    """The blocks of a paper with their paragraphs numbered from 0."""

    blocks: tuple[Block, ...] = ()
    paragraphs: list[Paragraph] = field(default_factory=list)
    spots: list[Spot] = field(default_factory=list)
    _tables: Iterator[int] = field(default_factory=lambda: count(1))

    def add(self, blocks: Iterable[Block], spot: Spot) -> Iterator[Block]:
        """Yield the blocks with their paragraphs numbered."""
        for block in blocks:
            if isinstance(block, Table):
                yield self._table(block)
                continue
            paragraph = replace(block, at=(len(self.paragraphs),))
            self.paragraphs.append(paragraph)
            self.spots.append(spot)
            yield paragraph

    def _table(self, table: Table) -> Table:
        number = next(self._tables)
        rows = tuple(self._row(row, number, place) for place, row in enumerate(table.rows, 1))
        return replace(table, rows=rows)

    def _row(self, row: Row, table: int, number: int) -> Row:
        cells: list[Cell] = []
        column = row.first_column + 1
        for cell in row.cells:
            blocks = tuple(self.add(cell.blocks, Spot(table, number, column)))
            cells.append(replace(cell, blocks=blocks))
            column += cell.span
        return replace(row, cells=tuple(cells))


def numbered(blocks: Iterable[Block]) -> Numbered:
    """Return blocks with their paragraphs numbered in reading order."""
    found = Numbered()
    found.blocks = tuple(found.add(blocks, Spot()))
    return found
