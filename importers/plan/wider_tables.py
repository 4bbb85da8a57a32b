"""Tables of actions widened: what shares a column, or stands in rows below, gets its own column.

In some plans one column has both who does an action and, on the line below, when. In others a row
below each action has a label and what it says: "Update to June 2026 | Two of three are open".
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from importers.account.ledger import places
from importers.plan.columns import HeadingWords
from importers.plan.columns_by_cells import is_when
from importers.plan.header_column import HeaderColumn
from importers.plan.heading_kinds import without_period
from importers.plan.headings import heading_key, meaning_of
from importers.plan.plan_rows import may_be_label
from importers.plan.tables_of_plans import TELLING
from plan.papers.blocks import Cell, Paragraph, Row, Table, plain
from plan.papers.paragraph_parts import lines_apart
from plan.text.clean import clean_line

Widened: TypeAlias = Mapping[int, tuple[tuple[Cell, ...], tuple[Cell, ...]]]
"""The cells of rows, by the id of the row, and those that are added to them."""

_BETWEEN = re.compile(r"\s*(?:\n|\band\b|&|/|,|;)\s*", re.IGNORECASE)
_HALF = 2
_LEAST = 2
"""The fewest rows below actions with one label: a single one may be anything."""
_BOTH = frozenset({"leads", "timescale"})


def widened(table: Table, header: Row, headings: Sequence[Cell], parted: Widened) -> Table:
    """Return a table with columns added behind the others, below `headings`.

    A row that is not among `parted` reaches over them with its last cell.
    """
    rows: list[Row] = []
    for row in table.rows:
        cells, more = parted.get(id(row), (row.cells, None))
        if row is header:
            rows.append(replace(row, cells=(*cells, *headings)))
        elif more is None and cells:
            last = replace(cells[-1], span=cells[-1].span + len(headings))
            rows.append(replace(row, cells=(*cells[:-1], last)))
        else:
            rows.append(replace(row, cells=(*cells, *(more or ()))))
    return replace(table, rows=tuple(rows))


def columns_apart(
    table: Table, place: int, columns: Sequence[HeaderColumn], words: HeadingWords
) -> Table | None:
    """Return a table with more columns, of which the row at `place` is the header; None for most.

    `columns` are those of the header.
    """
    apart = _rows_below_apart(table, place, columns, words)
    if apart is not None:
        return apart
    for n, column in enumerate(columns):
        if set(column.joined) == _BOTH and not column.is_left_out and not column.lines:
            return _who_and_when_apart(table, place, n, columns, words)
    return None


# Who and when in one column


def _who_and_when_apart(
    table: Table, place: int, n: int, columns: Sequence[HeaderColumn], words: HeadingWords
) -> Table | None:
    """Return a table with who does an action apart from when; None where cells do not say it so."""
    header = table.rows[place]
    halves = [clean_line(one) for one in _BETWEEN.split(columns[n].heading) if one.strip()]
    fields = [words.plain_field(one) for one in halves]
    if len(halves) != _HALF or set(fields) != _BOTH:
        return None
    last_is_when = fields[1] == "timescale"
    rows = [row for row in table.rows[place + 1 :] if len(row.cells) == len(columns)]
    if not _say_both([row.cells[n] for row in rows], last_is_when=last_is_when):
        return None
    both = {id(row): _who_and_when(row.cells[n], last_is_when=last_is_when) for row in rows}
    at = places(header.cells[n].paragraphs)
    who, when = (Cell((replace(plain(one), at=at),)) for one in halves)
    if not last_is_when:
        who, when = when, who
    parted: dict[int, tuple[tuple[Cell, ...], tuple[Cell, ...]]] = {
        id(row): (_with_cell(row, n, both[id(row)][0]), both[id(row)][1:]) for row in rows
    }
    parted[id(header)] = (_with_cell(header, n, who), ())
    return widened(table, header, (when,), parted)


def _say_both(cells: Sequence[Cell], *, last_is_when: bool) -> bool:
    """Return whether half of the cells with several lines say when in one, and who in others."""
    several = [lines for cell in cells if len(lines := _lines_in(cell)) > 1]
    dated = [lines[-1 if last_is_when else 0] for lines in several]
    others = [line for lines in several for line in (lines[:-1] if last_is_when else lines[1:])]
    told = sum(is_when(line.text) for line in dated)
    return 0 < told * _HALF >= len(several) and not any(is_when(line.text) for line in others)


def _who_and_when(cell: Cell, *, last_is_when: bool) -> tuple[Cell, Cell]:
    lines = _lines_in(cell)
    if len(lines) == 1 and is_when(lines[0].text):
        parts: tuple[tuple[Paragraph, ...], ...] = ((), lines)
    elif len(lines) <= 1:
        parts = (lines, ())
    elif last_is_when:
        parts = (lines[:-1], lines[-1:])
    else:
        parts = (lines[1:], lines[:1])
    who, when = (replace(cell, blocks=part) for part in parts)
    return who, when


def _lines_in(cell: Cell) -> tuple[Paragraph, ...]:
    lines = (line for paragraph in cell.paragraphs for line in lines_apart(paragraph))
    return tuple(line for line in lines if line.text.strip())


def _with_cell(row: Row, n: int, cell: Cell) -> tuple[Cell, ...]:
    return (*row.cells[:n], cell, *row.cells[n + 1 :])


# Rows below an action


def _rows_below_apart(
    table: Table, place: int, columns: Sequence[HeaderColumn], words: HeadingWords
) -> Table | None:
    """Return a table with what labelled rows below each action say in columns of their own."""
    below = list(_labels_below(table.rows[place + 1 :], columns, words))
    names = [heading_key(clean_line(label.text)) for _, label, _ in below]
    known = {heading_key(column.heading) for column in columns}
    if not names or min(map(names.count, names)) < _LEAST or known & set(names):
        return None
    keys = list(dict.fromkeys(names))
    said: dict[int, dict[str, Cell]] = {}
    for (action, _, value), key in zip(below, names, strict=True):
        if key in said.setdefault(id(action), {}):
            return None
        said[id(action)][key] = value
    header, labels = table.rows[place], {id(label) for _, label, _ in below}
    rows = tuple(row for row in table.rows if not any(id(cell) in labels for cell in row.cells))
    parted = {
        id(row): (row.cells, tuple(said.get(id(row), {}).get(key, Cell()) for key in keys))
        for row in rows
        if row is not header and len(row.cells) == len(columns)
    }
    headings = tuple(_heading(key, below, names) for key in keys)
    return widened(replace(table, rows=rows), header, headings, parted)


def _labels_below(
    rows: Sequence[Row], columns: Sequence[HeaderColumn], words: HeadingWords
) -> Iterator[tuple[Row, Cell, Cell]]:
    """Yield each row that is a label and what it says: the action above it, and the two cells."""
    action: Row | None = None
    for row in rows:
        pair = _pair_below(row, columns, words) if action is not None else None
        if action is not None and pair is not None:
            yield (action, *pair)
        else:
            action = row if len(row.cells) == len(columns) else None


def _pair_below(
    row: Row, columns: Sequence[HeaderColumn], words: HeadingWords
) -> tuple[Cell, Cell] | None:
    """Return the label and the text of a row below an action, of which the text is wide."""
    if not _HALF <= len(row.cells) < len(columns):
        return None
    *before, label, value = row.cells
    width = sum(column.span for column in columns)
    if row.width != width or value.span < _HALF:
        return None
    if any(cell.text.strip() for cell in before) or label.merged_up or value.merged_up:
        return None
    name = clean_line(label.text).rstrip(":")
    if not name or not may_be_label(label, words):
        return None
    bare = without_period(name)[0]
    said = words.plainly(bare) or meaning_of(bare).field("plain", "weak")
    return (label, value) if said in TELLING else None


def _heading(key: str, below: Sequence[tuple[Row, Cell, Cell]], names: Sequence[str]) -> Cell:
    """Return the heading that stands for the labels of one name."""
    labels = [label for (_, label, _), name in zip(below, names, strict=True) if name == key]
    at = places(one for label in labels for one in label.paragraphs)
    return Cell((replace(plain(clean_line(labels[0].text).rstrip(": ")), at=at),))
