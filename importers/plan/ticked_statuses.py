"""Columns to tick, one for each status ("To begin", "Under way", "Done"), read as one status."""

import re
from collections.abc import Sequence
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
    r"|(?:on|off|ahead of|behind)[ -]?(?:track|target|schedule|course|plan)|ahead|behind"
    r"|as (?:planned|expected)|late|delayed|overdue|slipp(?:ed|ing)|at risk|some delay"
    r"|stopped|on hold|paused|cancelled|withdrawn"
    r"|no longer (?:\w+ )?(?:needed|required|relevant)|red|amber|yellow|green|blue",
    re.IGNORECASE,
)
"""What stands above a column to tick that says how an action stands."""
_LETTERS = frozenset("rag")
"""Letters of colours, by which three columns at least are headed."""
_OF_COLOURS = _LETTERS | {"b", "y"}
MARK = re.compile(r"[✓✔☑☒✗✘×xX●⬤■◼▪•*√]|yes|y", re.IGNORECASE)
NO_MARK = re.compile(r"[\s☐□○–—-]*")
"""What stands in a cell to tick that is not marked, and `MARK` in one that is."""
_LEAST = 2
_LEAST_UNASKED = 3
"""The fewest boxes of a list to tick below a heading that says nothing of it: "Progress"."""
_ASKS_TO_TICK = re.compile(r"\b(?:tick|check|status|rag)\b", re.IGNORECASE)
_BOX = re.compile("([☐☒☑□■])")
_TICKED = "☒☑■"


def with_ticked_status(
    columns: tuple[HeaderColumn, ...], rows: tuple[Row, ...]
) -> tuple[tuple[HeaderColumn, ...], tuple[Row, ...]]:
    """Return the columns and rows of a plan's table with the ticked status in words.

    Columns side by side are to be ticked whose headings are statuses and whose cells hold one mark
    at most in a row, and nothing else; or one column whose cells each list the statuses behind
    boxes. The others of a table stay as they are.
    """
    boxed = _with_boxes_read(columns, rows)
    if boxed is not None:
        return boxed
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


def _with_boxes_read(
    columns: tuple[HeaderColumn, ...], rows: tuple[Row, ...]
) -> tuple[tuple[HeaderColumn, ...], tuple[Row, ...]] | None:
    """Return columns and rows in which the boxes of one column are read; None where it has none."""
    whole = [row for row in rows if len(row.cells) == len(columns)]
    for place, column in enumerate(columns):
        others = [one for n, one in enumerate(columns) if n != place]
        is_open = column.field in (None, "progress") and not column.is_left_out
        if not is_open or any(one.is_status for one in others):
            continue
        filled = [row for row in whole if row.cells[place].text.strip()]
        least = _LEAST if _ASKS_TO_TICK.search(column.heading) else _LEAST_UNASKED
        if not filled or not _BOX.search(filled[0].cells[place].text):
            continue
        words = {id(row): _ticked_in(row.cells[place].text, least) for row in filled}
        if None in words.values():
            continue
        parts = [one.part for one in others if one.field == "progress"]
        status = replace(
            column, field="progress", is_status=True, part=parts[-1] if parts else column.part
        )
        read = (_with_word(row, place, words.get(id(row)) or "") for row in rows)
        return (*columns[:place], status, *columns[place + 1 :]), tuple(read)
    return None


def _ticked_in(text: str, least: int) -> str | None:
    """Return which of the statuses in a cell is ticked, if any; None where they are none.

    Each stands behind a box of its own, or before it, and they are `least` at least.
    """
    first, *others = _BOX.split(text)
    boxes, words = others[::2], others[1::2]
    if first.strip():
        words = [first, *words[:-1]] if words and not words[-1].strip() else []
    pairs = zip(words, boxes, strict=False)
    bare = [(clean_line(said).strip(" ,;/:."), box in _TICKED) for said, box in pairs]
    if len(bare) < least or not all(is_status_to_tick(said) for said, _ in bare):
        return None
    ticked = [said for said, is_ticked in bare if is_ticked]
    return "".join(ticked) if len(ticked) <= 1 else None


def _with_word(row: Row, place: int, word: str) -> Row:
    """Return a row with the status that is ticked in a cell, and nothing of the others."""
    if place >= len(row.cells) or not _BOX.search(row.cells[place].text):
        return row
    cell = row.cells[place]
    left_out(cell.paragraphs, "labels")
    blocks = (replace(plain(word), at=places(cell.paragraphs)),) if word else ()
    return replace(
        row, cells=(*row.cells[:place], replace(cell, blocks=blocks), *row.cells[place + 1 :])
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
    for start, cell in row.placed():
        text = cell.text.strip()
        if start not in headings or NO_MARK.fullmatch(text):
            continue
        if MARK.fullmatch(text) is None or cell.span > 1:
            return None
        found.append(cell)
    return found if len(found) <= 1 else None


def _in_words(row: Row, headings: dict[int, str]) -> Row:
    cells: list[Cell] = []
    for start, cell in row.placed():
        if start not in headings:
            cells.append(cell)
        elif NO_MARK.fullmatch(cell.text.strip()):
            cells.append(replace(cell, blocks=()))
        else:
            left_out(cell.paragraphs, "labels")
            word = replace(plain(headings[start]), at=places(cell.paragraphs))
            cells.append(replace(cell, blocks=(word,)))
    return replace(row, cells=tuple(cells))
