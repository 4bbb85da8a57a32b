"""Rows across a plan's table: what they say of the actions below them."""

import re

from importers.plan.aims import labelled
from importers.plan.cells import is_ref
from plan.papers.blocks import Row
from plan.text.clean import clean_line

_NUMBER_AND_TEXT = 2
"""Cells of a row across a table that has a number before it."""
_COUNTED = re.compile(r"\(?(?:[A-Z]|[IVX]{1,5})[.:)]{0,2}", re.IGNORECASE)
"""A letter or a Roman number that counts the aims, in a cell of its own."""
_WORDS = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")

LABELLED_LINE = re.compile(r"([^\W\d_][^:\n]{0,59}):\s+(?=\S)")
"""A label with what it says, on one line."""


def is_band(row: Row) -> bool:
    """Return whether a row is one cell across the table, such as an aim above its actions."""
    return len(row.cells) == 1 and row.cells[0].span > 1


def band_of(row: Row) -> str:
    """Return what a row across the table says, empty where it is none.

    A row whose only words are those of a labelled aim is one too, whatever its cells.
    """
    if is_band(row):
        return clean_line(row.cells[0].text)
    if is_beside_labels(row):
        return clean_line(row.cells[0].text)
    return _said_in_few_cells(row)


def _said_in_few_cells(row: Row) -> str:
    """Return the aim that a row of several cells says, most of them blank; else nothing."""
    if row.cells and row.cells[0].merged_up:
        return ""
    if len(row.cells) == _NUMBER_AND_TEXT and (said := _label_and_text(row)):
        return said
    filled = [cell for cell in row.cells if cell.text.strip()]
    if len(filled) != 1 or any(cell.merged_up for cell in row.cells):
        return ""
    text = clean_line(filled[0].text)
    spans = sum(cell.span for cell in row.cells)
    if filled[0].span * 2 > spans and len(row.cells) > 1 and filled[0] is row.cells[0]:
        return text
    match = labelled(text)
    return text if match is not None and match.end() < len(text) else ""


def is_beside_labels(row: Row) -> bool:
    """Return whether a labelled aim stands in a row with nothing but labelled lines beside it.

    So "Workstream 1: One front door" stands beside "Sponsor: Chief Officer".
    """
    if len(row.cells) < _NUMBER_AND_TEXT or row.cells[0].span == 1:
        return False
    match = labelled(clean_line(row.cells[0].text))
    if match is None or match.end() >= len(clean_line(row.cells[0].text)):
        return False
    lines = [one.text for cell in row.cells[1:] for one in cell.paragraphs if one.text.strip()]
    return bool(lines) and all(map(LABELLED_LINE.match, lines))


def _label_and_text(row: Row) -> str:
    """Return the aim that two cells say: its number or its label, and its text; else nothing."""
    label, text = (clean_line(cell.text) for cell in row.cells)
    label = label.rstrip(": ")
    if not text or row.cells[1].span < _NUMBER_AND_TEXT:
        return ""
    label = str(_WORDS.index(label.casefold())) if label.casefold() in _WORDS[1:] else label
    is_counted = is_ref(label) or _COUNTED.fullmatch(label)
    if is_counted and row.cells[0].span == 1 and row.cells[1].span > _NUMBER_AND_TEXT:
        number = label.strip(".():")
        return f"{number if is_ref(label) else number.upper()}. {text}"
    match = labelled(f"{label}:")
    return f"{label}: {text}" if match is not None and match.end() > len(label) else ""
