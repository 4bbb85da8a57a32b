"""Columns of a plan's table that only together say when: years to tick, milestones and dates."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TypeAlias

from importers.account.ledger import left_out, marked, places
from importers.plan.cells import listed
from importers.plan.header_column import HeaderColumn
from importers.plan.ticked_statuses import MARK, NO_MARK
from plan.papers.blocks import Cell, Paragraph, Row, plain
from plan.text.clean import clean_line

_YEAR = re.compile(
    r"(?:(?:financial |school |academic )?(?:year|session|fy) )?20\d\d(?: ?[/–-] ?(?:20)?\d\d)?"
    r"|(?:fy ?)?\d\d ?[/–-] ?\d\d|(?:year|yr) ?[1-5]",
    re.IGNORECASE,
)
_MILESTONES = re.compile(r"(?:key |main |interim |project )?milestones?", re.IGNORECASE)
_LEAST = 2
"""The fewest years side by side; and the paragraphs of a milestone and its date."""

_Columns: TypeAlias = tuple[HeaderColumn, ...]
_Table: TypeAlias = tuple[_Columns, tuple[Row, ...]]


def with_dates_joined(columns: _Columns, rows: tuple[Row, ...]) -> _Table:
    """Return the columns and rows of a plan's table with when actions are due in one column.

    Years are to be ticked where they stand side by side over marks or shading; milestones have
    their dates in the column beside them, line by line.
    """
    return _with_milestones(*_with_ticked_years(columns, rows))


# Years to tick


def dated_by_ticks(columns: _Columns, rows: Sequence[Row]) -> _Columns:
    """Return the columns with the first of some years to tick as the timescale, if there are any.

    They stand side by side, over nothing but marks or shading, and no other column says when.
    """
    years = _years_in(columns)
    if not years or not any(_ticked(rows, years)):
        return columns
    first = min(years)
    return tuple(
        replace(one, field="timescale", strength="plain") if one.start == first else one
        for one in columns
    )


def _with_ticked_years(columns: _Columns, rows: tuple[Row, ...]) -> _Table:
    """Return a table with the years of each action in words; others stay as they are."""
    years = _years_in(columns)
    ticked = _ticked(rows, years) if years else []
    if not any(ticked):
        return columns, rows
    pairs = zip(rows, ticked, strict=True)
    return dated_by_ticks(columns, rows), tuple(_in_words(row, years, said) for row, said in pairs)


def _years_in(columns: Sequence[HeaderColumn]) -> dict[int, str]:
    """Return the years that stand side by side, by where they begin; none beside other dates."""
    found = [n for n, one in enumerate(columns) if _is_year(one)]
    years = {columns[n].start: _bare(columns[n].heading) for n in found}
    is_beside = len(found) >= _LEAST and found[-1] - found[0] == len(found) - 1
    is_said = any(one.field == "timescale" and one.start not in years for one in columns)
    return years if is_beside and not is_said else {}


def _ticked(rows: Sequence[Row], years: dict[int, str]) -> list[list[int]]:
    """Return which years are marked in each row; none where they say anything but marks."""
    cells = [cell for row in rows for start, cell in row.placed() if start in years]
    texts = [text for cell in cells if not NO_MARK.fullmatch(text := cell.text.strip())]
    if not all(map(MARK.fullmatch, texts)):
        return []
    return [_marked(row, years, is_shaded=not texts) for row in rows]


def _is_year(column: HeaderColumn) -> bool:
    is_open = column.field in (None, "timescale") and not column.is_left_out
    return is_open and column.span == 1 and _YEAR.fullmatch(_bare(column.heading)) is not None


def _bare(heading: str) -> str:
    """Return a heading without that above it in a header of two rows: "Timescale: 2027/28"."""
    return clean_line(heading.rpartition(": ")[2])


def _marked(row: Row, years: dict[int, str], *, is_shaded: bool) -> list[int]:
    """Return where the years begin that are marked in a row; one mark may span several.

    Shading is a mark where no other is, and nothing else of the row has its colour.
    """
    others = {cell.fill for start, cell in row.placed() if start not in years}
    found: list[int] = []
    for start, cell in row.placed():
        is_mark = bool(cell.text.strip()) and not NO_MARK.fullmatch(cell.text.strip())
        is_mark = is_mark or (is_shaded and bool(cell.fill) and cell.fill not in others)
        if start in years and is_mark:
            found += (place for place in range(start, start + cell.span) if place in years)
    return found


def _in_words(row: Row, years: dict[int, str], ticked: Sequence[int]) -> Row:
    """Return a row with the marked years in the first column of them, and nothing in the others."""
    if all(start not in years for start, _ in row.placed()):
        return row
    said = [one for start, cell in row.placed() if start in years for one in cell.paragraphs]
    left_out(said, "labels")
    words = plain(", ".join(years[start] for start in ticked))
    cells: list[Cell] = []
    for start, cell in row.placed():
        if start not in years:
            cells.append(cell)
        else:
            is_said = start == min(years) and bool(ticked)
            blocks = (replace(words, at=places(said)),) if is_said else ()
            cells.append(replace(cell, blocks=blocks, fill=""))
    return replace(row, cells=tuple(cells))


# Milestones beside their dates


def _with_milestones(columns: _Columns, rows: tuple[Row, ...]) -> _Table:
    """Return a table with each milestone before its date: "Lease signed: March 2027".

    Both columns stand side by side, whichever is first, and the row has as many lines of the one
    as of the other.
    """
    for n, (left, right) in enumerate(pairwise(columns)):
        pair = next((one for one in ((left, right), (right, left)) if _are_paired(*one)), None)
        if pair is not None:
            at = (n, n + 1) if pair[0] is left else (n + 1, n)
            return columns, tuple(_paired(row, *at, len(columns)) for row in rows)
    return columns, rows


def _are_paired(milestones: HeaderColumn, dates: HeaderColumn) -> bool:
    is_open = milestones.field is None and not milestones.is_left_out
    is_named = _MILESTONES.fullmatch(_bare(milestones.heading)) is not None
    return is_open and is_named and dates.field == "timescale"


def _paired(row: Row, name: int, date: int, width: int) -> Row:
    """Return a row with its milestones before their dates, which stand at the two places."""
    if len(row.cells) != width:
        return row
    above, below = row.cells[name], row.cells[date]
    said, dates = list(_lines_of(above.paragraphs)), list(_lines_of(below.paragraphs))
    if not said or len(said) != len(dates):
        return row
    lines = tuple(
        replace(plain(f"{what.rstrip(' :;,.')}: {when}"), at=tuple(dict.fromkeys((*a, *b))))
        for (what, a), (when, b) in zip(said, dates, strict=True)
    )
    paragraphs = (*above.paragraphs, *below.paragraphs)
    if sum(bool(one.text.strip()) for one in paragraphs) < _LEAST * len(lines):
        marked(paragraphs)  # lines of one paragraph: they stand in the value in another order
    made = {name: replace(above, blocks=()), date: replace(below, blocks=lines)}
    return replace(row, cells=tuple(made.get(n, cell) for n, cell in enumerate(row.cells)))


def _lines_of(paragraphs: Iterable[Paragraph]) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Yield the lines of a cell that say something, with where the paragraph of each stands."""
    for paragraph in listed(paragraphs):
        for line in map(clean_line, paragraph.text.split("\n")):
            if line:
                yield line, paragraph.at
