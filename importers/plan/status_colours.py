"""Reads the colour of a cell as the word of a status, where a column tells how the actions stand.

Many plans only shade the cells of their column "RAG". A colour elsewhere says nothing of an action:
headers, bands and every second row of a table are shaded too.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TypeGuard

from importers.account.ledger import places
from importers.plan.bands import band_of
from importers.plan.colour_names import TONES, colour_of, lightness_of, names_of
from importers.plan.header_column import HeaderColumn
from importers.plan.headings import normalised
from importers.remarks import Remark
from plan.papers.blocks import Beside, Cell, Inline, Paragraph, Row, Text, plain
from plan.reading.status import tone_of_words
from plan.text.line_breaks import shortened

_PALE, _TINT = 0.72, 0.895
"""How light a colour is that is likely to be a ground, and one of a whole column."""
_LONGEST_STATUS = 60
_RAG = re.compile(r"\b(?:b?ragb?|status|traffic lights?|red[\s/,]+amber)\b", re.IGNORECASE)
_SIGNS = re.compile(r"[\s●⬤■◼▪•◆○◉⚫█▇⏺*.–—_-]*")
"""What may stand in a coloured cell only to show its colour."""
_NAMED = re.compile(r"\b(red|amber|yellow|green|blue)\b", re.IGNORECASE)
_LETTERS = {"r": "Red", "a": "Amber", "y": "Amber", "g": "Green", "b": "Blue"}
_LETTER = re.compile(r"[^\W\d_]")
_HALF = 2
_MARK = Beside("colour")


def status_word(fill: str, key: Mapping[str, str]) -> str:
    """Return the status that a colour says: the words of the paper's own key, else its own name.

    Its name stands where the key explains it at length, and nothing where neither knows it. `key`
    has the meaning of each colour, by its name or by itself.
    """
    colour = colour_of(fill)
    named = (key[name] for name in (fill, *names_of(fill)) if name in key)
    said = next(named, "")
    return said if said and len(said) <= _LONGEST_STATUS else colour


def is_made(paragraph: Paragraph) -> bool:
    """Return whether the words of a paragraph were made of the colour of its cell."""
    first = paragraph.inlines[0] if paragraph.inlines else None
    return isinstance(first, Text) and bool(first.text) and first.beside == _MARK


def colour_behind(paragraph: Paragraph) -> str:
    """Return what the colour behind the words of a paragraph says, empty where nothing is to tell.

    It is a colour that words of a status contradict or do not say, or the status of progress.
    """
    said = (one.beside.text for one in paragraph.inlines if _is_mark(one) and one.beside)
    return next(said, "")


def without_colour(paragraph: Paragraph) -> Paragraph:
    """Return a paragraph without what the colour behind it says."""
    inlines = tuple(one for one in paragraph.inlines if not _is_mark(one))
    return paragraph if inlines == paragraph.inlines else replace(paragraph, inlines=inlines)


def _is_note(inline: Inline) -> bool:
    return isinstance(inline, Text) and inline.beside is not None and not inline.text


def _is_mark(inline: Inline) -> TypeGuard[Text]:
    if not isinstance(inline, Text) or inline.text or inline.beside is None:
        return False
    return inline.beside.kind == "colour"


def with_status_words(
    columns: tuple[HeaderColumn, ...],
    rows: tuple[Row, ...],
    header: Row | None,
    key: Mapping[str, str],
    keys: Mapping[str, Mapping[str, str]] = MappingProxyType({}),
) -> tuple[tuple[HeaderColumn, ...], tuple[Row, ...], tuple[Remark, ...]]:
    """Return the columns and the rows of a plan's table, with words where a colour is a status.

    And remarks on colours that are left, for they stand where no status does.

    A column of colours alone, of two at least, is one of statuses whatever its heading. Progress
    that stands on colours has its status behind its words. A colour that nothing knows stands as
    "#7030A0" in its cell. `keys` has the columns of a key of the council's own, by their keys, and
    which word each colour says there.
    """
    if not any(cell.fill for row in rows for cell in row.cells):
        return columns, rows, ()
    table = _Coloured(columns, rows, header, key, keys)
    wanted = table.columns_of_status()
    progress = table.columns_of_progress()
    left = tuple(table.left(wanted | progress))
    return table.columns, tuple(table.read(rows, wanted, progress)), left


@dataclass
class _Coloured:
    """A plan's table in which cells are coloured."""

    columns: tuple[HeaderColumn, ...]
    rows: tuple[Row, ...]
    header: Row | None
    key: Mapping[str, str]
    keys: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    _actions: list[Row] = field(default_factory=list)
    """The rows with something else in them than colours."""

    def __post_init__(self) -> None:
        """Find the rows of actions."""
        headings = [normalised(column.heading) for column in self.columns]
        self._actions = [
            row
            for row in self.rows
            if any(cell.text.strip() for cell in row.cells)
            and not band_of(row)
            and [normalised(cell.text) for cell in row.cells] != headings
        ]

    def columns_of_status(self) -> frozenset[int]:
        """Return where the columns start that tell how actions stand; `columns` then says so."""
        known = [column for column in self.columns if _is_of_status(column)]
        only = [column for column in self.columns if self._is_of_colours_alone(column)]
        if not any(column.is_status for column in self.columns):
            likely = known or only
            if len(likely) == 1:
                self._has_status(likely[0])
        own = [column for column in self.columns if column.key in self.keys]
        return frozenset(column.start for column in (*known, *only, *own))

    def columns_of_progress(self) -> frozenset[int]:
        """Return where the columns of progress start that have the status in their colours."""
        return frozenset(column.start for column in self.columns if self._is_of_progress(column))

    def _is_of_progress(self, column: HeaderColumn) -> bool:
        if column.field != "progress" or column.is_status:
            return False
        if any(one.is_status and one.part == column.part for one in self.columns):
            return False
        return _RAG.search(column.heading) is not None or len(self._colours(column.start)[0]) > 1

    def _colours(self, start: int) -> tuple[frozenset[str], int]:
        """Return which colours of a status a column has, and how many of its cells have one."""
        cells = ((row, _cell_at(row, start)) for row in self._actions)
        fills = [
            cell.fill for row, cell in cells if cell and cell.fill and not _is_ground(row, cell)
        ]
        known = [colour_of(fill) or self.key.get(fill, "") for fill in fills]
        return frozenset(filter(None, known)), len(fills)

    def left(self, read: frozenset[int]) -> Iterator[Remark]:
        """Yield a remark on each other column that has several colours of a status."""
        for column in self.columns:
            colours = self._colours(column.start)[0] if column.start not in read else frozenset()
            if len(colours) > 1:
                name = f"“{shortened(column.heading)}”" if column.heading else "without a heading"
                names = " and ".join(sorted(map(str.lower, colours & TONES.keys())))
                text = f"Cells of the column {name} are {names}: their colours were not read."
                yield Remark("not understood", "", text)

    def _has_status(self, column: HeaderColumn) -> None:
        """Have a column hold the statuses of the progress beside it."""
        parts = [one.part for one in self.columns if one.field == "progress" and one != column]
        found = replace(column, field="progress", is_status=True, part=parts[-1] if parts else 0)
        self.columns = tuple(found if one == column else one for one in self.columns)

    def _is_of_colours_alone(self, column: HeaderColumn) -> bool:
        """Return whether nothing but colours stands in a column, and they are two or more.

        One colour alone is that of a time line, or of cells that are to be filled in.
        """
        is_first = column.field == "ref" and not column.heading
        is_open = column.field in (None, "progress") or is_first
        if not is_open or column.is_left_out or column.is_status:
            return False
        cells = [_cell_at(row, column.start) for row in self._actions]
        own = [cell for cell in cells if cell is not None and not cell.merged_up]
        colours, count = self._colours(column.start)
        is_alone = all(_SIGNS.fullmatch(cell.text) for cell in own)
        return is_alone and len(colours) > 1 and count * _HALF >= len(own)

    def read(
        self, rows: Sequence[Row], wanted: frozenset[int], progress: frozenset[int]
    ) -> Iterator[Row]:
        """Yield the rows with words in the cells of the columns that start at `wanted`.

        In those of `progress` the words of a cell stay, and what its colour says is behind them.
        """
        read = {start: self._fills_that_count(start) for start in wanted | progress}
        keys = {
            column.start: {**self.key, **self.keys[column.key]}
            for column in self.columns
            if column.key in self.keys
        }
        actions = set(map(id, self._actions))
        for row in rows:
            if id(row) not in actions:
                yield row
                continue
            cells = []
            for start, cell in row.placed():
                counts = start in read and read[start](row, cell)
                is_progress = start in progress
                key = keys.get(start, self.key)
                made = _with_word(cell, key, is_progress=is_progress) if counts else cell
                cells.append(made)
            yield replace(row, cells=tuple(cells))

    def _fills_that_count(self, start: int) -> "_Counting":
        """Return which colours of a column say something: not its own, nor those of its rows."""
        pairs = [(row, cell) for row in self._actions if (cell := _cell_at(row, start))]
        grounds = [cell.fill for row, cell in pairs if _is_ground(row, cell)]
        above = _cell_at(self.header, start) if self.header is not None else None
        fills = {cell.fill for _, cell in pairs}
        own = next(iter(fills)) if len(fills) == 1 else ""
        is_heading = above is not None and above.fill == own
        is_column = bool(own) and (is_heading or (len(pairs) > 1 and _is_pale(own, _TINT)))
        is_banded = len(set(map(colour_of, grounds))) < _HALF and (
            len(grounds) == len(pairs) > 1 or any(map(_is_pale, grounds))
        )
        return _Counting(is_column=is_column, is_banded=is_banded)


def _with_word(cell: Cell, key: Mapping[str, str], *, is_progress: bool) -> Cell:
    """Return a cell with the word that its colour says, or with that behind its own words."""
    if _SIGNS.fullmatch(cell.text):
        word = status_word(cell.fill, key) or f"#{cell.fill}"
        notes = (one for said in cell.paragraphs for one in said.inlines if _is_note(one))
        inlines = (Text(word, beside=_MARK), *notes)
        return replace(cell, blocks=(Paragraph(inlines, at=places(cell.paragraphs)),))
    says = status_word(cell.fill, key)
    behind = says if is_progress else _contrary(cell.text, cell.fill, key)
    return _with_colour_behind(cell, behind) if behind else cell


def _with_colour_behind(cell: Cell, colour: str) -> Cell:
    """Return a cell whose first words are marked with the colour that they stand on."""
    blocks = list(cell.blocks)
    mark = Text("", beside=Beside("colour", (plain(colour),)))
    for place, block in enumerate(blocks):
        if isinstance(block, Paragraph) and block.inlines:
            blocks[place] = replace(block, inlines=(*block.inlines, mark))
            break
    return replace(cell, blocks=tuple(blocks))


@dataclass(frozen=True)
class _Counting:
    """Whether the colours of a column are those of the column, and those of its rows bands."""

    is_column: bool
    is_banded: bool

    def __call__(self, row: Row, cell: Cell) -> bool:
        """Return whether the colour of a cell says something of the action."""
        if not cell.fill or cell.merged_up or self.is_column:
            return False
        return not (self.is_banded and _is_ground(row, cell))


def _is_of_status(column: HeaderColumn) -> bool:
    if column.is_left_out:
        return False
    is_open = column.field is None or column.is_status
    return column.is_status or (is_open and _RAG.search(column.heading) is not None)


def _cell_at(row: Row, start: int) -> Cell | None:
    return dict(row.placed()).get(start)


def _is_ground(row: Row, cell: Cell) -> bool:
    """Return whether a cell has the colour of its row: half of the others with words have it."""
    others = [one for one in row.cells if one is not cell and not _SIGNS.fullmatch(one.text)]
    alike = sum(one.fill == cell.fill for one in others)
    return bool(cell.fill) and bool(others) and alike * _HALF >= len(others)


def _is_pale(fill: str, lightness: float = _PALE) -> bool:
    return bool(fill) and lightness_of(fill) > lightness


def _contrary(text: str, fill: str, key: Mapping[str, str]) -> str:
    """Return the name of a colour that words contradict or do not tell, empty where they agree."""
    colour = colour_of(fill)
    said = " ".join(text.split())
    if not colour or said.casefold() in status_word(fill, key).casefold():
        return ""
    named = {_LETTERS[name[0].lower()] for name in _NAMED.findall(said)}
    letter = _LETTERS.get(said.casefold())
    named |= {letter} if letter else set()
    if named:
        return "" if colour in named else colour
    tone = tone_of_words(said)
    if tone:
        return "" if tone == TONES[colour] else colour
    return "" if _LETTER.search(said) else colour
