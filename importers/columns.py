"""The columns of a plan's table, found by the words of its header row."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TypeAlias, cast

from plan.blocks import Row
from plan.clean import clean_line
from plan.format import ColumnField, Format

HeadingWords: TypeAlias = dict[str, ColumnField]
"""Which normalised heading means which field."""

_PLURAL = re.compile(r"\(s\)")
_NO_LETTER = re.compile(r"[\W_]+")
_PAGE_WORD = re.compile(r"\bpages?\b", re.IGNORECASE)
_BLANK_HEADING = ""
_LEAST_OTHERS = 2
"""Columns that a plan's table has besides its actions."""


@dataclass(frozen=True)
class HeaderColumn:
    """A column of a table: where it starts, how far it goes, what it holds.

    `field` is None where its heading was not understood.
    """

    start: int
    span: int
    heading: str
    field: ColumnField | None

    def covers(self, column: int) -> bool:
        """Return whether the grid's column number lies in this column."""
        return self.start <= column < self.start + self.span


def plan_columns(row: Row, words: HeadingWords) -> tuple[HeaderColumn, ...]:
    """Return the columns that `row` heads; none where it is not the header of a plan's table.

    A plan's table has a column of actions and at least two others that are understood.
    """
    columns: list[HeaderColumn] = []
    taken: set[ColumnField] = set()
    start = row.first_column
    for cell in row.cells:
        heading = clean_line(cell.text)
        field = None if cell.merged_up else _field_of(heading, words, is_first=not columns)
        if field in taken:
            field = None
        if field is not None:
            taken.add(field)
        columns.append(HeaderColumn(start, cell.span, heading, field))
        start += cell.span
    is_plan = "text" in taken and len(taken - {"text", "ref"}) >= _LEAST_OTHERS
    return tuple(columns) if is_plan else ()


def normalised(heading: str) -> str:
    """Return a heading without what councils vary: case, spaces, punctuation, "(s)"."""
    return _NO_LETTER.sub("", _PLURAL.sub("", heading.casefold()))


def _field_of(heading: str, words: HeadingWords, *, is_first: bool) -> ColumnField | None:
    if not heading:
        return words.get(_BLANK_HEADING) if is_first else None
    found = words.get(normalised(heading) or heading)
    if found is None and _PAGE_WORD.search(heading):
        return "pages"
    return found


def heading_words(form: Format) -> HeadingWords:
    """Return which heading means which field: the format's own words before the general ones."""
    words: HeadingWords = {}
    for column in form.plan.columns:
        for heading in (column.heading, *column.also):
            words.setdefault(normalised(heading) or heading, column.field)
    for field, headings in _general_words().items():
        for heading in headings:
            words.setdefault(normalised(heading) or heading, field)
    return words


@cache
def _general_words() -> dict[ColumnField, tuple[str, ...]]:
    source = (resources.files("importers") / "column_words.toml").read_text(encoding="utf-8")
    return cast("dict[ColumnField, tuple[str, ...]]", tomllib.loads(source))
