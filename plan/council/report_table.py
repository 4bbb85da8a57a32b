"""A table that a council's report has: fixed rows to be answered, or open rows, with a total."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from plan.council.format_part import MOST_COLUMNS, FormatPart, Key, Words, check_pattern
from plan.council.own_field import OwnField, OwnFields, first_twice, own_fields

MOST_ROWS = 200
"""Rows that a format may fix in one table."""
TOTAL = "total"
"""The id of the row with the totals: no row of a format's own has it."""
_ADDED = ("money", "number")


class TableColumn(OwnField):
    """A column of a table: a field of any kind, whose label is its heading.

    `also` lists headings under which older papers print it. `width` is in millimetres; columns
    without one share what is left. `total` adds the column up: it holds money or numbers.
    """

    also: tuple[Words, ...] = ()
    width: Annotated[float, Field(ge=0, le=250)] = 0
    total: bool = False

    @model_validator(mode="after")
    def _can_be_added_up(self) -> Self:
        if self.total and self.kind not in _ADDED:
            raise ValueError(f"total adds up money or number, and {self.id} is a {self.kind}")
        return self


class FixedRow(FormatPart):
    """A row that every report of the council has: its label, and what belongs in it.

    One that is a `band` only says what the rows below it are about, and has no answer.
    """

    id: Key
    label: Words
    help: str = ""
    band: bool = False


class ReportTable(FormatPart):
    """A table of a report.

    With `rows` these are fixed, each answered below the `columns`, and `corner` is the heading of
    their labels; without, the officer adds them. `heading` is printed above it; `title` names it
    on screen and for those who cannot see it. `total` is the label of the row with the totals.
    `layout` "lead-words" prints each fixed row as a paragraph that begins with its label in bold,
    as `lead` says with `{label}` and, if these are counted, `{number}`; "sub-headings" prints the
    label as a heading above its text. `above` puts it above the section's own paragraphs.
    """

    id: Key
    title: Words
    heading: str = ""
    layout: Literal["table", "lead-words", "sub-headings"] = "table"
    lead: str = "{label}:"
    corner: str = ""
    columns: Annotated[tuple[TableColumn, ...], Field(min_length=1, max_length=MOST_COLUMNS)]
    rows: Annotated[tuple[FixedRow, ...], Field(max_length=MOST_ROWS)] = ()
    total: str = ""
    above: bool = False

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        check_pattern("lead", self.lead, {"label": "", "number": 1})
        if "{label}" not in self.lead:
            raise ValueError("lead must hold {label}")
        for name, ids in (("columns", self.columns), ("rows", self.rows)):
            if twice := first_twice([one.id for one in ids]):
                raise ValueError(f"{name} has the id {twice} twice")
        self._check_rows()
        self._check_total()
        return self

    def _check_rows(self) -> None:
        if any(row.id == TOTAL for row in self.rows):
            raise ValueError(f"rows: {TOTAL} is the id of the row with the totals")
        if self.layout == "table" and self.rows and not self.corner:
            raise ValueError("corner is missing: it is the heading above the labels of the rows")
        if self.layout != "table" and (not self.rows or len(self.columns) > 1):
            raise ValueError(f"layout {self.layout} is for fixed rows with one column")
        if self.layout != "table" and any(row.band for row in self.rows):
            raise ValueError("band is for layout table: a heading of its own stands above others")
        if self.layout != "table" and self.above:
            raise ValueError("above is for layout table: what follows such rows would be theirs")
        if not self.rows and len(self.columns) == 1:
            raise ValueError("open rows have two columns at least")

    def _check_total(self) -> None:
        if self.total and not self.added:
            raise ValueError("total is a label, and no column has total = true")
        if self.added and not self.is_fixed and self.columns[0].total:
            raise ValueError("the first column of open rows cannot be added up: the total's label")
        if self.added and not self.total:
            raise ValueError("total is missing: it is the label of the row with the totals")

    @property
    def is_fixed(self) -> bool:
        """Whether the format says which rows there are."""
        return bool(self.rows)

    @property
    def added(self) -> tuple[TableColumn, ...]:
        """The columns that are added up."""
        return tuple(column for column in self.columns if column.total)

    @property
    def own(self) -> OwnFields:
        """The columns as fields, with the headings by which each is known."""
        printed = ((one.id, (one.label, *one.also)) for one in self.columns)
        return own_fields(self.columns, printed)

    def row(self, row_id: str) -> FixedRow | None:
        """Return the fixed row called `row_id`, or None."""
        return next((row for row in self.rows if row.id == row_id), None)

    def lead_of(self, row: FixedRow, number: str) -> str:
        """Return the words that a fixed row begins with where it is a paragraph of that number."""
        return self.lead.format(label=row.label, number=number)

    @property
    def bare_lead(self) -> str:
        """The pattern of these words without the number that may stand before them."""
        return self.lead[self.lead.index("{label}") :]
