"""A column of a plan's table: what its heading says that it holds."""

from dataclasses import dataclass
from typing import TypeAlias

from importers.plan.headings import STATUS, Meaning, meaning_of, meaning_of_lines
from importers.plan.meanings import Strength
from plan.council.format import ColumnField

ReadField: TypeAlias = ColumnField
"""What a column is read as: a field that a format prints, an own one by its `own_key`, or AIM."""

OF_LATEST = 99
"""The part of a status that is of the latest of several columns of progress."""


@dataclass(frozen=True)
class HeaderColumn:
    """A column of a table: where it starts, how far it goes, what it holds.

    `field` is None where the heading was not understood or the officer leaves the column out.
    A column of progress that `is_status` holds one word, such as "Green", and no text; `as_at` is
    the date that the heading gives, and `part` tells columns of progress apart. `strength` is how
    surely the heading says its field, `joined` the fields that it says in one. What it says counts
    as the field that it `stands_in` for, and stands there behind its heading where the column of
    that says something too. `lines` are those of a heading that has several.
    """

    start: int
    span: int
    heading: str
    field: ReadField | None
    is_status: bool = False
    is_left_out: bool = False
    as_at: str = ""
    part: int = 0
    strength: Strength = "plain"
    joined: tuple[str, ...] = ()
    stands_in: ReadField | None = None
    lines: tuple[str, ...] = ()

    @property
    def meaning(self) -> Meaning:
        """What its heading says: the whole, else its lines, of which the others explain one."""
        whole = meaning_of(self.heading)
        return whole if whole.kinds or not self.lines else meaning_of_lines(self.lines)

    @property
    def key(self) -> str:
        """Under which name the cells of the column are kept."""
        if self.field is None:
            return own_key(self.heading)
        if self.is_status:
            return f"{STATUS}{self.part or ''}"
        return f"{self.field}{self.part or ''}"


_OWN = "own."


def own_key(heading: str) -> str:
    """Return under which name the cells of a column without a field are kept."""
    return f"{_OWN}{heading}"


def own_heading(key: str) -> str | None:
    """Return the heading of the column that has no field; None where `key` is that of a field."""
    return key.removeprefix(_OWN) if key.startswith(_OWN) else None
