"""Whether the totals of a table are the sums of its rows and columns, and of the sentence above.

A total row under any name, a column of totals, and "The plan costs £421,000:" before its table,
with a total row or without one: for R16, R41 and R51.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from plan.papers.markdown import plain_of
from plan.papers.passage_tables import rows_of
from plan.text.patterns import late_pattern
from plan.text.remembered import remembered

_TOTAL = late_pattern(
    r"\W*(?:grand |overall )?totals?\b(?! (?:number|of|left|remaining|average|balance)\b)",
    re.IGNORECASE,
)
_IN_ALL = late_pattern(
    r"\W*(?:all (?:[\w’'-]+ ?){0,2}|overall|sum|in all|altogether|together|combined|whole \w+)\W*",
    re.IGNORECASE,
)
"""Other names of a total row: such a row may hold something else, so only a slip is asked about."""
_NOT_ADDED = late_pattern(
    r"\W*(?:less|minus|income|of which|including|credits?|receipts?|savings?|spend|spent|deduct\w*|"
    r"balance|average|overall|net|funded|contribution|grant)\b",
    re.IGNORECASE,
)
"""The row of a table that is taken off, or is a part of another."""
_PART_OF_ANOTHER = late_pattern(
    r"\A\W*(?:of which|including|balance|average|overall|net|spend|spent|funded)\b|total",
    re.IGNORECASE,
)
"""The row of a table that is neither added nor taken off."""
_OF_NO_SUM = late_pattern(
    r"%|year|date|ref|no\b|rate|average|mean|median|scores?\b|per\b|age\b|days\b|rank|index",
    re.IGNORECASE,
)
"""The heading of a column whose figures are not added up."""
_TAKEN_OFF = late_pattern(r"\s*[(−–-]\s?£?\s?\d")
_CELL = late_pattern(r"\W*£?\s?(?P<figure>\d[\d,]*(?:\.\d+)?)\s?(?P<scale>[mk]?)\W*", re.IGNORECASE)
_FEWEST_ROWS = 2
_NEAR_ENOUGH = 0.011
_NONE = ("", "-", "–", "—")


def _rows(table: str) -> list[list[str]]:
    return [[plain_of(cell).strip() for cell in row] for row in rows_of(table)]


@remembered
def wrong_columns(table: str) -> tuple[tuple[str, str], ...]:
    """Return what is said of each column whose last row is a total and not the sum."""
    rows = _rows(table)
    if len(rows) < _FEWEST_ROWS + 2:
        return ()
    is_total = _TOTAL.match(rows[-1][0]) is not None
    if not is_total and not _IN_ALL.fullmatch(rows[-1][0]):
        return ()
    others = [row[0] for row in rows[1:-1]]
    apart = [n for n, one in enumerate(others, 1) if _NOT_ADDED.match(one)]
    if any(map(_PART_OF_ANOTHER.search, others)):
        return ()
    found = []
    for column in range(1, len(rows[0])):
        figures = _figures([row[column] for row in rows[1:]])
        if len(figures) <= _FEWEST_ROWS or not rows[-1][column]:
            continue
        if apart and not _is_taken_off([rows[n][column] for n in apart], figures):
            continue
        if _OF_NO_SUM.search(rows[0][column]) or _is_an_average(figures):
            continue
        told, written = sum(figures[:-1]), rows[-1][column]
        slack = max(_NEAR_ENOUGH, 0.06 * len(figures) * ("." in written))
        if abs(told - figures[-1]) > slack and (is_total or _is_a_slip(told, figures[-1])):
            named = rows[0][column] or "a column"
            text = f"The total of “{named}” says {written}, and the rows add up to {told:,.10g}."
            found.append((text, f"{named} {written}"))
    return tuple(found)


def _figures(cells: Sequence[str]) -> list[float]:
    """Return the figures of cells, those without one left out; nothing if one holds words."""
    held = [_CELL.fullmatch(one) for one in cells if one not in _NONE]
    figures = [_figure(one) for one in held if one is not None]
    return figures if len(figures) == len(held) else []


def _figure(cell: re.Match[str]) -> float:
    figure = float(cell["figure"].replace(",", ""))
    return -figure if _TAKEN_OFF.match(cell[0]) else figure


def _is_taken_off(cells: Sequence[str], figures: list[float]) -> bool:
    """Return whether rows are taken off by their signs, and the total may not be that of others.

    What stands above what is taken off may have a total of its own.
    """
    without = sum(one for one in figures[:-1] if one > 0)
    is_of_others = abs(without - figures[-1]) <= _NEAR_ENOUGH and figures[-2] > 0
    return all(map(_TAKEN_OFF.match, cells)) and not is_of_others


def _is_an_average(figures: list[float]) -> bool:
    """Return whether the last of some figures lies among the others: no sum of positive ones."""
    parts = figures[:-1]
    return min(parts) > 0 and min(parts) <= figures[-1] <= max(parts)


def _is_a_slip(right: float, typed: float) -> bool:
    """Return whether one figure is typed for another: two digits changed places, or one differs."""
    one, other = f"{right:.10g}", f"{typed:.10g}"
    if len(one) != len(other) or len(one) < _SLIPS_FROM:
        return False
    differ = [at for at, digit in enumerate(one) if digit != other[at]]
    return len(differ) == 1 or (len(differ) == _SWAPPED and sorted(one) == sorted(other))


_SLIPS_FROM, _SWAPPED = 3, 2


@remembered
def wrong_row_totals(table: str) -> tuple[tuple[str, str], ...]:
    """Return what is said of each row that is not what its last column, a total, says.

    Only where most rows are what it says: else it is the total of something else.
    """
    rows = _rows(table)
    if len(rows) <= _FEWEST_ROWS or not _TOTAL.match(rows[0][-1]):
        return ()
    if any(map(_OF_NO_SUM.search, rows[0][1:])) and not _HAS_YEARS.search(" ".join(rows[0])):
        return ()
    wrong, right = [], 0
    for row in rows[1:]:
        figures = _figures(row[1:])
        if len(figures) <= _FEWEST_ROWS or row[-1] in _NONE:
            continue
        told = sum(figures[:-1])
        if abs(told - figures[-1]) <= max(_NEAR_ENOUGH, 0.06 * len(figures) * ("." in row[-1])):
            right += 1
        else:
            text = f"The total of “{row[0]}” says {row[-1]}, and its row adds up to {told:,.10g}."
            wrong.append((text, f"{row[0]} {row[-1]}"))
    return tuple(wrong) if len(wrong) < right else ()


_HAS_YEARS = late_pattern(r"\b20\d\d")


# The sentence above a table

_LEADS_TO_IT = late_pattern(
    r":\s*\Z|\b(?:as follows|(?:in|by) the (?:following )?table|(?:set out|shown|listed|detailed|"
    r"broken down|given) (?:below|here)|table (?:below|\d+)|the table shows|below)\b",
    re.IGNORECASE,
)
_OF_MORE_OR_LESS = late_pattern(
    r"\b(?:of which|up to|at least|about|around|nearly|over £|under £|more than|less than|some £|"
    r"approximately|roughly|remain\w*|balance|saved|underspen\w+|overspen\w+|a year|per|each|"
    r"annual\w*|excluding|before|after|other than|apart from|last year|previous\w*|first year|"
    r"also|main|largest|examples?|includ\w+)\b",
    re.IGNORECASE,
)
"""Words by which the amount of a sentence is not that of the whole table."""
_FAR = 0.2
"""What is further off than this part of it is another amount."""


class _Column(NamedTuple):
    """A column of figures: its heading, their sum without a total row, that of the row, or None."""

    heading: str
    made: float
    typed: float | None
    cells: tuple[float, ...]


@remembered
def unlike_table(sentence: str, amount: float, slack: float, table: str) -> str:
    """Return the total of the table below a sentence as it should be, empty if it agrees.

    `amount` is the only one of the sentence, in pounds, and `slack` what it may be off by rounding.
    """
    if not _LEADS_TO_IT.search(sentence) or _OF_MORE_OR_LESS.search(sentence):
        return ""
    columns = [one for one in _columns(table) if "£" in one.heading]
    return _unlike(amount, slack, columns)


@remembered
def unlike_count(figure: float, what: str, sentence: str, table: str) -> str:
    """Return the total of a column of counts as it should be: `what` is counted in the sentence."""
    if not _LEADS_TO_IT.search(sentence) or _OF_MORE_OR_LESS.search(sentence):
        return ""
    named = what.casefold().rstrip("s")
    columns = [
        one
        for one in _columns(table)
        if "£" not in one.heading
        and any(word.rstrip("s") == named for word in _WORDS.findall(one.heading.casefold()))
    ]
    return _unlike(figure, 0.0, columns) if len(columns) == 1 else ""


_WORDS = late_pattern(r"[a-z]+")


def _unlike(amount: float, slack: float, columns: list[_Column]) -> str:
    if not columns:
        return ""
    held = [value for one in columns for value in (one.made, one.typed, *one.cells)]
    totals = [one for one in columns if _TOTAL.match(one.heading)]
    parts = [one for one in columns if one not in totals]
    whole = sum(one.made for one in parts)
    held.append(whole)
    if any(one is not None and abs(one - amount) <= slack + _NEAR_ENOUGH for one in held):
        return ""
    if totals:
        right = totals[-1].made if totals[-1].typed is None else totals[-1].typed
    elif len(parts) == 1:
        right = parts[0].made if parts[0].typed is None else parts[0].typed
    else:
        right = whole
    return f"{right:,.10g}" if abs(right - amount) <= _FAR * amount else ""


def _columns(table: str) -> list[_Column]:
    """Return the columns of figures of a table, money in pounds with "£" in its heading."""
    rows = _rows(table)
    if len(rows) <= _FEWEST_ROWS or any(map(_NOT_ADDED.match, (row[0] for row in rows[1:-1]))):
        return []
    has_total = bool(_TOTAL.match(rows[-1][0]) or _IN_ALL.fullmatch(rows[-1][0]))
    found = []
    for column in range(1, len(rows[0])):
        heading, cells = rows[0][column], [row[column] for row in rows[1:]]
        figures = _in_pounds(heading, cells)
        if len(figures) < _FEWEST_ROWS or _OF_NO_SUM.search(_PLAIN_YEARS.sub("", heading)):
            continue
        is_money = any("£" in one for one in (heading, *cells))
        last = figures[-1] if has_total and cells[-1] not in _NONE else None
        parts = figures[:-1] if last is not None else figures
        named = f"{heading} £" if is_money and "£" not in heading else heading
        found.append(_Column(named, sum(parts), last, tuple(parts)))
    return found


_PLAIN_YEARS = late_pattern(r"\byears? \d\b|\b20\d\d(?:[/–-]\d\d)?\b", re.IGNORECASE)


def _in_pounds(heading: str, cells: Sequence[str]) -> list[float]:
    """Return the figures of a column, each as often as its heading or its own letter says."""
    held = [one for cell in cells if cell not in _NONE and (one := _CELL.fullmatch(cell))]
    of_all = 1_000 if _THOUSANDS.search(heading) else 1_000_000 if _MILLIONS.search(heading) else 1
    scales = [_SCALES.get(one["scale"].casefold(), of_all) for one in held]
    return [one * scale for one, scale in zip(_figures(cells), scales, strict=False)]


_SCALES = {"k": 1_000, "m": 1_000_000}
_THOUSANDS = late_pattern(r"£ ?(?:000|k\b|thousand)|\(?000s?\)?", re.IGNORECASE)
_MILLIONS = late_pattern(r"£ ?(?:m\b|million)", re.IGNORECASE)
