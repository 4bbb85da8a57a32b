"""Columns to tick, one for each status ("To begin", "Under way", "Done"), read as one status."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from importers.account.ledger import left_out, places
from importers.plan.header_column import HeaderColumn
from plan.papers.blocks import Cell, Row, plain
from plan.text.clean import clean_line

_STATUS = re.compile(
    r"(?:not |yet to |to )?(?:yet )?(?:be )?(?:start|begin|commence)(?:ed|s)?|(?:not )?begun|to do"
    r"|doing|planned|(?:not )?(?:yet|partly|partially|mostly|fully|wholly)"
    r"|under ?-?way|ongoing|on-going|in (?:progress|hand|train|place|development)|progressing"
    r"|(?:not |partly |partially |part |fully |nearly |almost )?(?:completed?|done|achieved|met"
    r"|finished|implemented|delivered|embedded|closed)|open|(?:some |good |no |limited )progress"
    r"|(?:on|off|ahead of|behind)[ -]?(?:track|target|schedule|course|plan)|behind|late|delayed"
    r"|overdue|slipp(?:ed|ing)|at risk|some delay|stopped|on hold|paused|cancelled|withdrawn"
    r"|no longer (?:\w+ )?(?:needed|required|relevant)|red|amber|yellow|green|blue",
    re.IGNORECASE,
)
"""What stands above a column to tick that says how an action stands."""
_LETTERS = frozenset("rag")
"""Letters of colours, by which three columns at least are headed."""
_OF_COLOURS = _LETTERS | {"b", "y"}
_MARK = re.compile(r"[✓✔☑☒✗✘×xX●⬤■◼▪•*√]|yes|y", re.IGNORECASE)
_NO_MARK = re.compile(r"[\s☐□○–—-]*")
_LEAST = 2


def with_ticked_status(
    columns: tuple[HeaderColumn, ...], rows: tuple[Row, ...]
) -> tuple[tuple[HeaderColumn, ...], tuple[Row, ...]]:
    """Return the columns and rows of a plan's table with the ticked status in words.

    Columns side by side are to be ticked whose headings are statuses and whose cells hold one mark
    at most in a row, and nothing else. The others of a table stay as they are.
    """
    ticked = _ticked(columns)
    if len(ticked) < _LEAST:
        return columns, rows
    headings = {column.start: _heading(column) for column in ticked}
    marked = [_marked(row, headings) for row in rows]
    if not any(marked) or any(one is None for one in marked):
        return columns, rows
    parts = [one.part for one in columns if one.field == "progress" and one not in ticked]
    made = {
        one.start: replace(one, field="progress", is_status=True, part=parts[-1] if parts else 0)
        for one in ticked
    }
    return (
        tuple(made.get(one.start, one) for one in columns),
        tuple(
            _in_words(row, headings) if said else row
            for row, said in zip(rows, marked, strict=True)
        ),
    )


def is_status_to_tick(heading: str) -> bool:
    """Return whether a heading may be that of a column to tick, also the letter of a colour."""
    return _STATUS.fullmatch(heading) is not None or heading.casefold() in _OF_COLOURS


def _ticked(columns: Sequence[HeaderColumn]) -> list[HeaderColumn]:
    """Return the columns side by side that are headed by statuses; none beside one of its own."""
    read = [n for n, one in enumerate(columns) if is_status_to_tick(_heading(one))]
    lettered = {_heading(columns[n]).casefold() for n in read} & _OF_COLOURS
    read = read if lettered >= _LETTERS else [n for n in read if len(_heading(columns[n])) > 1]
    is_beside = bool(read) and read[-1] - read[0] == len(read) - 1
    if not is_beside or any(columns[n].is_left_out for n in read):
        return []
    others = [one for n, one in enumerate(columns) if n not in read]
    return [] if any(one.is_status for one in others) else [columns[n] for n in read]


def _heading(column: HeaderColumn) -> str:
    """Return a heading without that above it in a header of two rows: "Status: Done"."""
    return clean_line(column.heading.rpartition(": ")[2]).rstrip("?: ")


def _marked(row: Row, headings: dict[int, str]) -> list[Cell] | None:
    """Return the cell of a row that is marked, if any; None where they say something else."""
    found: list[Cell] = []
    for start, cell in _placed(row):
        text = cell.text.strip()
        if start not in headings or _NO_MARK.fullmatch(text):
            continue
        if _MARK.fullmatch(text) is None or cell.span > 1:
            return None
        found.append(cell)
    return found if len(found) <= 1 else None


def _in_words(row: Row, headings: dict[int, str]) -> Row:
    cells: list[Cell] = []
    for start, cell in _placed(row):
        if start not in headings:
            cells.append(cell)
        elif _NO_MARK.fullmatch(cell.text.strip()):
            cells.append(replace(cell, blocks=()))
        else:
            left_out(cell.paragraphs, "labels")
            word = replace(plain(headings[start]), at=places(cell.paragraphs))
            cells.append(replace(cell, blocks=(word,)))
    return replace(row, cells=tuple(cells))


def _placed(row: Row) -> Iterator[tuple[int, Cell]]:
    start = row.first_column
    for cell in row.cells:
        yield start, cell
        start += cell.span
