"""The paragraphs that were read of a file, by their numbers, each with where it stands."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from plan.papers.blocks import Beside, Block, Paragraph, Row, Text


class Spot(NamedTuple):
    """Where a paragraph stands: in which table (0 for none), row and column, counted from 1."""

    table: int = 0
    row: int = 0
    column: int = 0


@dataclass
class Spotted:
    """The paragraphs of the blocks in reading order, by number, and those of their `notes`."""

    paragraphs: dict[int, Paragraph] = field(default_factory=dict)
    notes: dict[int, Paragraph] = field(default_factory=dict)
    spots: dict[int, Spot] = field(default_factory=dict)
    _tables: int = 0

    def add(self, blocks: Iterable[Block], spot: Spot) -> None:
        """Add the paragraphs of some blocks that stand at `spot`."""
        for block in blocks:
            if isinstance(block, Paragraph):
                self._add_paragraph(block, spot)
            else:
                self._tables += 1
                table = self._tables
                for number, row in enumerate(block.rows, 1):
                    self._add_row(row, table, number)

    def _add_row(self, row: Row, table: int, number: int) -> None:
        for column, cell in row.placed():
            if cell.blocks:
                self.add(cell.blocks, Spot(table, number, column + 1))

    def _add_paragraph(self, paragraph: Paragraph, spot: Spot) -> None:
        said = _without_numbers(paragraph)
        for number in paragraph.at:
            self.paragraphs[number] = said
            self.spots[number] = spot
        for inline in paragraph.inlines:
            if isinstance(inline, Text) and inline.beside is not None:
                self.add_notes(inline.beside.blocks, spot)

    def add_notes(self, blocks: Iterable[Block], spot: Spot) -> None:
        """Add the paragraphs of a note or a comment that hangs on the paragraph at `spot`."""
        note = Spotted()
        note.add(blocks, Spot())
        for number, paragraph in (note.paragraphs | note.notes).items():
            self.notes[number] = paragraph
            self.spots[number] = spot


def _without_numbers(paragraph: Paragraph) -> Paragraph:
    """Return a paragraph without the numbers that Word itself puts before items: none is a word."""
    kept = tuple(
        one
        for one in paragraph.inlines
        if not isinstance(one, Text) or one.beside is None or one.beside.kind != "number"
    )
    return paragraph if len(kept) == len(paragraph.inlines) else replace(paragraph, inlines=kept)


def spotted(blocks: Iterable[Block], loose: Iterable[Beside] = ()) -> Spotted:
    """Return the paragraphs of some blocks, and of notes that are loose, with where they stand."""
    found = Spotted()
    found.add(blocks, Spot())
    for note in loose:
        found.add_notes(note.blocks, Spot())
    return found
