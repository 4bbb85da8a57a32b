"""Recognises the columns of a plan's table by the words of its header row."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Literal, Self, TypeAlias, get_args

from pydantic import RootModel, model_validator

from plan.council.format import ColumnField, Format, parsed_part
from plan.council.format_part import Words
from plan.papers.blocks import Row
from plan.text.clean import clean_line

_PLURAL = re.compile(r"\(s\)")
_NO_LETTER = re.compile(r"[\W_]+")
_PAGE_WORD = re.compile(r"\bpages?\b", re.IGNORECASE)
_BLANK_HEADING = ""
_LEAST_OTHERS = 2
"""The fewest known columns that a plan's table has besides its actions."""
_STATUS = "status"
"""What a column is called in the file of headings that holds a word beside the progress."""
if TYPE_CHECKING:
    _ColumnName: TypeAlias = str
else:
    _ColumnName = Literal[(*get_args(ColumnField), _STATUS)]


@dataclass(frozen=True)
class HeadingWords:
    """Which normalised heading means which field.

    `statuses` are headings of a one-word status; `chosen` is what an officer said that headings
    mean, None for a column that is left out.
    """

    fields: Mapping[str, ColumnField]
    statuses: frozenset[str] = frozenset()
    chosen: Mapping[str, ColumnField | None] = field(default_factory=dict)


@dataclass(frozen=True)
class HeaderColumn:
    """A column of a table: where it starts, how far it goes, what it holds.

    `field` is None where the heading was not understood or the officer leaves the column out.
    A column of progress that `is_status` holds one word, such as "Green", and no text.
    """

    start: int
    span: int
    heading: str
    field: ColumnField | None
    is_status: bool = False
    is_left_out: bool = False

    def covers(self, column: int) -> bool:
        """Return whether grid column number `column` is part of this column."""
        return self.start <= column < self.start + self.span


def plan_columns(row: Row, words: HeadingWords) -> tuple[HeaderColumn, ...]:
    """Return the columns below the header `row`; none where it is not a plan's header.

    A plan's table has a column of actions and at least two others that are known.
    """
    columns = header_columns(row, words)
    taken = {column.field for column in columns} - {None}
    is_plan = "text" in taken and len(taken - {"text", "ref"}) >= _LEAST_OTHERS
    return columns if is_plan else ()


def header_columns(row: Row, words: HeadingWords) -> tuple[HeaderColumn, ...]:
    """Return the columns of a possible header row, with the fields of those that are known."""
    columns: list[HeaderColumn] = []
    taken: set[ColumnField] = set()
    start = row.first_column
    for cell in row.cells:
        column = HeaderColumn(start, cell.span, clean_line(cell.text), None)
        if not cell.merged_up:
            column = _understood(column, words, taken, is_first=not columns)
        columns.append(column)
        start += cell.span
    return tuple(columns)


def _understood(
    column: HeaderColumn, words: HeadingWords, taken: set[ColumnField], *, is_first: bool
) -> HeaderColumn:
    """Return a column with its field, and add that to `taken`: no two columns share a field."""
    key = heading_key(column.heading)
    if key in words.chosen and not (is_first and not key):
        named = words.chosen[key]
        taken.update(() if named is None else (named,))
        return replace(column, field=named, is_left_out=named is None)
    if key in words.statuses:
        return replace(column, field="progress", is_status=True)
    found = _field_of(column.heading, words.fields, is_first=is_first)
    if found is None or found in taken:
        return column
    taken.add(found)
    return replace(column, field=found)


def heading_key(heading: str) -> str:
    """Return the key of a heading, the same whatever its case, spaces and punctuation."""
    return normalised(heading) or heading.strip()


def normalised(heading: str) -> str:
    """Return a heading without what differs between councils: case, spaces, punctuation, "(s)"."""
    return _NO_LETTER.sub("", _PLURAL.sub("", heading.casefold()))


def _field_of(
    heading: str, words: Mapping[str, ColumnField], *, is_first: bool
) -> ColumnField | None:
    if not heading:
        return words.get(_BLANK_HEADING) if is_first else None
    found = words.get(normalised(heading) or heading)
    if found is None and _PAGE_WORD.search(heading):
        return "pages"
    return found


def heading_words(
    council: Format, chosen: Mapping[str, ColumnField | None] | None = None
) -> HeadingWords:
    """Return which heading means which field; the format's own words come before general ones.

    `chosen` is what an officer said that headings mean.
    """
    words: dict[str, ColumnField] = {}
    for column in council.plan.columns:
        for heading in (column.heading, *column.also):
            words.setdefault(heading_key(heading), column.field)
    general = dict(_general_words())
    statuses = frozenset(map(heading_key, general.pop(_STATUS, ()))) - words.keys()
    for name, headings in general.items():
        for heading in headings:
            words.setdefault(heading_key(heading), name)
    said = {heading_key(heading): name for heading, name in (chosen or {}).items()}
    return HeadingWords(words, statuses, said)


class _ColumnWords(RootModel[dict[_ColumnName, tuple[Words, ...]]]):
    """The headings of each column, whichever the council."""

    @model_validator(mode="after")
    def _each_means_one(self) -> Self:
        meant: dict[str, str] = {}
        for name, headings in self.root.items():
            for heading in headings:
                other = meant.setdefault(heading_key(heading), name)
                if other != name:
                    raise ValueError(f"“{heading}” stands below {other} and {name}")
        return self


def parsed_column_words(source: str, file_name: str) -> dict[str, tuple[str, ...]]:
    """Return the headings below the name of each column, from the TOML text `source`.

    Raises FormatError, naming `file_name`, the key and the reason.
    """
    return parsed_part(_ColumnWords, source, file_name).root


@cache
def _general_words() -> dict[str, tuple[str, ...]]:
    file = resources.files("importers.plan") / "column_words.toml"
    return parsed_column_words(file.read_text(encoding="utf-8"), file.name)
