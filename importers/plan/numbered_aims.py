"""Aims in rows of a plan's table that look like those of its actions: a number, and a text."""

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from importers.plan.cells import line_of
from plan.papers.blocks import Paragraph, Row

_NUMBER = re.compile(r"(?P<number>\d{1,2}|[A-Z])(?:\.0)?[.)]?")
_MOST = 2
"""What the row of such an aim says: its number and its text."""


def aims_in_rows(
    rows: Sequence[Row], said_in: Callable[[Row], Mapping[str, tuple[Paragraph, ...]]]
) -> dict[int, str]:
    """Return the aims in rows of their own, by the id of the row; none where the first has none.

    Such a row has a ref and a text and no more, and the ref of the action below begins with its
    own. `said_in` tells what a row says, by the keys of the columns.
    """
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


def _counts_below(ref: str, number: str) -> bool:
    """Return whether the ref of an action begins with the number of an aim: "2.1", "2a", "B1"."""
    sign = "[.-]?" if number.isalpha() else "[.-]"
    return re.fullmatch(rf"{number}(?:{sign}\d{{1,2}}|[.-]?[a-z])[.)]?", ref) is not None
