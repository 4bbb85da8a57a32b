"""Aims in rows of a plan's table whose cells are like those of its actions: most are blank."""

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from importers.plan.aims import LONGEST_AIM
from importers.plan.cells import line_of
from importers.wording import is_bold
from plan.papers.blocks import Cell, Paragraph, Row
from plan.text.clean import clean_line

_NUMBER = re.compile(r"(?P<number>\d{1,2}|[A-Z])(?:\.0)?[.)]?")
_WORD = re.compile(r"[^\W\d_]{3}")
_MOST = 2
"""What a row with the number of an aim says: that and its text."""
_LEAST = 3
"""The fewest cells of a row that is told by the others being blank, or of one that is an action."""


def aims_in_rows(
    rows: Sequence[Row], said_in: Callable[[Row], Mapping[str, tuple[Paragraph, ...]]]
) -> dict[int, str]:
    """Return the aims in rows of their own, by the id of the row; none where the first has none.

    Such a row has a ref and a text and no more, and the ref of the action below begins with its
    own; or one cell that stands out, by its type or by a colour that no action has. `said_in` tells
    what a row says, by the keys of the columns.
    """
    if len(rows) < _MOST:
        return {}
    if _alone(rows[0], rows[1]) is not None:
        alone = [(row, _alone(row, below)) for row, below in pairwise(rows)]
        aims = {id(row): cell for row, cell in alone if cell is not None}
        others = {cell.fill for row in rows if id(row) not in aims for cell in row.cells}
        return {
            place: clean_line(cell.text)
            for place, cell in aims.items()
            if cell.fill not in others or any(map(is_bold, cell.paragraphs))
        }
    found: dict[int, str] = {}
    for row, below in pairwise(rows):
        said = said_in(row)
        match = _NUMBER.fullmatch(line_of(said.get("ref", ())))
        if match is not None and said.keys() == {"ref", "text"}:
            under = said_in(below)
            is_above = _counts_below(line_of(under.get("ref", ())), match["number"])
            if is_above and len(under) > _MOST:
                found[id(row)] = f"{match['number']}. {line_of(said['text'])}"
        if not found:
            return found
    return found


def _alone(row: Row, below: Row) -> Cell | None:
    """Return the only cell of a row that says something, where it stands out from the row below."""
    if len(row.cells) < _LEAST or len(row.cells) != len(below.cells):
        return None
    filled = [place for place, cell in enumerate(row.cells) if cell.text.strip()]
    if len(filled) != 1 or any(cell.merged_up or cell.span > 1 for cell in row.cells):
        return None
    cell, other = row.cells[filled[0]], below.cells[filled[0]]
    if sum(bool(one.text.strip()) for one in below.cells) < _LEAST:
        return None
    lines = [one for one in cell.paragraphs if one.text.strip()]
    is_line = len(lines) == 1 and len(lines[0].text) <= LONGEST_AIM and lines[0].bullet is None
    if not is_line or _WORD.search(lines[0].text) is None:
        return None
    is_typed = is_bold(lines[0]) and not all(map(is_bold, other.paragraphs))
    is_shaded = all(one.fill == cell.fill for one in row.cells) and cell.fill != other.fill
    return cell if is_typed or (is_shaded and bool(cell.fill)) else None


def _counts_below(ref: str, number: str) -> bool:
    """Return whether the ref of an action begins with the number of an aim: "2.1", "2a", "B1"."""
    sign = "[.-]?" if number.isalpha() else "[.-]"
    return re.fullmatch(rf"{number}(?:{sign}\d{{1,2}}|[.-]?[a-z])[.)]?", ref) is not None
