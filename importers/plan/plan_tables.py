"""Reads a plan's tables: the rows below each of their headers, cards, and what only lays out."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from importers.account.ledger import left_out
from importers.plan.above_header import AboveHeader
from importers.plan.bands import is_band
from importers.plan.cards import dealt
from importers.plan.columns import HeadingWords
from importers.plan.columns_by_cells import told_by_cells, with_aim
from importers.plan.columns_of_dates import with_dates_joined
from importers.plan.header_column import HeaderColumn
from importers.plan.headings import heading_key
from importers.plan.labels_in_cells import labels_apart, may_have_labels
from importers.plan.plan_rows import Group, RowReader, paragraphs_in
from importers.plan.status_colours import with_status_words
from importers.plan.table_headers import (
    TableHeader,
    end_of_actions,
    first_header,
    headers_in,
    shape_of,
)
from importers.plan.tables_of_plans import (
    has_our_header,
    without_no_action,
)
from importers.plan.ticked_statuses import with_ticked_status
from importers.plan.unknown_cells import UnknownCells
from importers.plan.wider_tables import columns_apart
from importers.remarks import Remark
from plan.council.format import ColumnField
from plan.papers.blocks import TO_FILL_IN, Block, Cell, Row, Table
from plan.text.clean import clean_line
from plan.text.line_breaks import shortened

_LEAST_HEADINGS = 2
"""Headings in a row by which it is known to be a header again."""
_NOTHING = re.compile(r"\s*(?:\d{1,2}(?:\.\d{1,2})*[.)]?|\[[^\]]*\]|<[^>]*>|[.…_]+)?\s*")
"""What stands in a cell that is still to be filled in."""


@dataclass(frozen=True)
class PlanTable:
    """A plan's table: its actions in order, grouped by the aims that are in the table, if any.

    `unknown` has the filled cells below each heading that was not understood; `is_ours` says that
    this program printed the table.
    """

    groups: tuple[Group, ...]
    fields: frozenset[ColumnField]
    remarks: tuple[Remark, ...]
    unknown: UnknownCells
    is_ours: bool = False
    columns: tuple[HeaderColumn, ...] = ()


def is_plan_table(table: Table, words: HeadingWords) -> bool:
    """Return whether a table is a plan's."""
    return first_header(table, words) is not None or _dealt(table, words) is not None


def is_blank_plan_table(table: Table, words: HeadingWords) -> bool:
    """Return whether a plan's table, none of ours, says nothing but numbers and prompts."""
    header = first_header(table, words)
    if header is None:
        cards = _dealt(table, words)
        rows = cards.rows[1:] if cards is not None else table.rows
    else:
        rows = table.rows[header.end :]
    if header is not None and has_our_header(table.rows[header.start]):
        return False
    return all(_NOTHING.fullmatch(cell.text) for row in rows for cell in row.cells)


def _not_below() -> bool:
    return False


def _always() -> bool:
    return True


def plan_table(
    table: Table, words: HeadingWords, *, is_below_aim: Callable[[], bool] = _not_below
) -> PlanTable | None:
    """Return the actions of a plan's table; None where the table is not one.

    `is_below_aim` says that the paper has a labelled aim above it.
    """
    first = first_header(table, words)
    otherwise = _dealt(table, words) if first is None else _taken_apart(table, first, words)
    if otherwise is not None:
        return plan_table(otherwise, words, is_below_aim=is_below_aim)
    if first is None:
        return None
    is_ours = has_our_header(table.rows[first.start])
    reader = RowReader(first.columns, is_ours=is_ours)
    reading = _TableReading(table, words, is_below_aim, is_ours, reader, first.columns)
    reading.read([first] if is_ours else list(headers_in(table, first, words)))
    return reading.plan_table


def _taken_apart(table: Table, header: TableHeader, words: HeadingWords) -> Table | None:
    """Return a table with labels in its cells, or several in one, as one; None for others."""
    if header.end - header.start > 1 or has_our_header(table.rows[header.start]):
        return None
    apart = labels_apart(table, words) if may_have_labels(header.columns) else None
    return apart or columns_apart(table, header.start, header.columns, words)


@dataclass
class _TableReading:
    """Reads a plan's table from each of its headers to the next."""

    table: Table
    words: HeadingWords
    is_below_aim: Callable[[], bool]
    is_ours: bool
    reader: RowReader
    columns: tuple[HeaderColumn, ...]
    """The columns below the last header that was read."""
    remarks: list[Remark] = field(default_factory=list)
    fields: set[ColumnField] = field(default_factory=set)
    _begun: int = 0
    """The row from which on all that stands above the next header belongs to that."""

    @property
    def plan_table(self) -> PlanTable:
        """What was read."""
        return PlanTable(
            self.reader.filled_groups,
            frozenset(self.fields),
            (*self.reader.remarks, *self.remarks),
            self.reader.unknown,
            self.is_ours,
            self.columns,
        )

    def read(self, headers: Sequence[TableHeader]) -> None:
        """Read what stands around and below all the headers of the table, in order."""
        starts = [header.start for header in headers]
        for header, end in zip(headers, (*starts[1:], len(self.table.rows)), strict=True):
            is_last = header is headers[-1]
            end_of_rows = end_of_actions(self.table.rows, header, end, is_last=is_last)
            self._read_below(header, end_of_rows, is_last=is_last, is_only=len(headers) == 1)

    def _read_below(self, header: TableHeader, end: int, *, is_last: bool, is_only: bool) -> None:
        for row in self.table.rows[header.start : header.end]:
            left_out(paragraphs_in(row), "labels")
        rows = without_no_action(self.table.rows[header.end : end])
        columns, rows = self._understood(header, rows)
        over = self.table.rows[self._begun : header.start]
        is_below_band = not is_only and any(map(is_band, over))
        with_aims = columns
        if not self.is_ours:
            is_below = _always if is_below_band else self.is_below_aim
            with_aims = with_aim(columns, rows, self.words, is_below_aim=is_below)
        above = AboveHeader(self.words, with_aims)
        above.read(over)
        if is_last and not self.is_ours:
            above.read_below(self.table.rows[end:])
        self.reader.groups += above.groups
        self.reader.begin(with_aims, above.common, above.key_of)
        self.reader.read(rows)
        self.remarks += (unread_above(text) for text in above.rest)
        self.fields |= {column.field for column in columns if column.field is not None}
        self.columns = columns
        self._begun = end

    def _understood(
        self, header: TableHeader, rows: tuple[Row, ...]
    ) -> tuple[tuple[HeaderColumn, ...], tuple[Row, ...]]:
        """Return the columns below a header as their cells tell, and the rows with words for signs.

        What a colour or a tick leaves open is kept as a remark.
        """
        words = self.words
        if self.is_ours:
            return tuple(_dated_by_us(column, words) for column in header.columns), rows
        columns = told_by_cells(header.columns, rows, words)
        columns, rows = with_ticked_status(*with_dates_joined(columns, rows))
        printed = self.table.rows[header.end - 1]
        columns, rows, left = with_status_words(columns, rows, printed, words.colours, words.keys)
        self.remarks += left
        return columns, rows


def continued_table(table: Table, before: PlanTable, words: HeadingWords) -> PlanTable | None:
    """Return the actions of a table without a header that goes on where one before it ended.

    None where its rows have not the cells of that one.
    """
    wanted = [(column.start, column.span) for column in before.columns]
    rows = [row for row in table.rows if not is_band(row)]
    alike = sum(shape_of(row) == wanted or row.first_column > 0 for row in rows)
    if not rows or alike * 2 <= len(rows) or before.is_ours or rows[0].is_header:
        return None
    if _heads_again(rows[0], before.columns, words):
        return None
    _, ticked = with_ticked_status(*with_dates_joined(before.columns, table.rows))
    _, coloured, left = with_status_words(before.columns, ticked, None, words.colours, words.keys)
    reader = RowReader(before.columns)
    last = before.groups[-1] if before.groups else Group()
    reader.groups = [Group(last.heading, last.actions[-1:], last.source)]
    reader.read(coloured)
    if last.actions:  # what goes on in the first rows has been added to it
        del reader.groups[0].actions[0]
    reader.groups[0] = replace(reader.groups[0], heading="")
    return PlanTable(
        tuple(group for group in reader.groups if group.actions or group.heading),
        before.fields,
        (*reader.remarks, *left),
        reader.unknown,
        columns=before.columns,
    )


def _heads_again(row: Row, columns: Sequence[HeaderColumn], words: HeadingWords) -> bool:
    """Return whether the first row of a table names columns of the table before, above its own.

    Its actions then stand below a heading that nobody knows: the officer is asked.
    """
    fields = {column.start: column.field for column in columns if column.field is not None}
    known = 0
    for start, cell in row.placed():
        said = words.plainly(clean_line(cell.text))
        known += said is not None and said == fields.get(start)
    return known >= _LEAST_HEADINGS


def unread_above(text: str) -> Remark:
    """Return the remark on a row above a header of which nothing could be made."""
    quoted = shortened(text)
    text = f"Not read: “{quoted}”, above the header of a table."
    return Remark("not understood", "", text, is_listed=True)


def _dealt(table: Table, words: HeadingWords) -> Table | None:
    """Return cards, or cells with labels in them, as a table with a header; None for others."""
    if len(table.rows) < 2:  # noqa: PLR2004
        return None
    if all(len(row.cells) == 2 and _is_label_of_ours(row.cells[0]) for row in table.rows):  # noqa: PLR2004
        card = _own_card(table)
        return card if first_header(card, words) is not None else None
    return dealt(table, words) or labels_apart(table, words)


def _dated_by_us(column: HeaderColumn, words: HeadingWords) -> HeaderColumn:
    """Return a column of a table of ours; a heading of its format's own gives its notes no date."""
    is_own = heading_key(column.heading) in words.own
    return replace(column, as_at="") if is_own else column


def _is_label_of_ours(cell: Cell) -> bool:
    return any(one.role == "plan-header" for one in cell.paragraphs)


def _own_card(table: Table) -> Table:
    """Return a card that this program printed as a table with a header and a row."""
    labels, said = zip(*(row.cells for row in table.rows), strict=True)
    first = Cell() if said[0].text == TO_FILL_IN else said[0]
    return Table((Row(tuple(labels), is_header=True), Row((first, *said[1:]))))


def holds_cards(table: Table, words: HeadingWords) -> bool:
    """Return whether a table is an action, or several, with labels beside what they say."""
    has_header = first_header(table, words) is not None
    return not has_header and len(table.rows) > 1 and dealt(table, words) is not None


def unpacked(blocks: tuple[Block, ...], words: HeadingWords) -> Iterator[Block]:
    """Yield the blocks; a table that only lays a plan's table out on the page gives its content."""
    for block in blocks:
        if block.__class__ is Table and _lays_out(block, words):  # no call for each of many
            for row in block.rows:
                for cell in row.cells:
                    yield from unpacked(cell.blocks, words)
        else:
            yield block


def unpacked_tables(
    blocks: Iterable[Block], words: HeadingWords, *, is_beside: bool = False
) -> int:
    """Return how many tables `unpacked` takes out of cells that stand beside others."""
    found = 0
    for block in blocks:
        if block.__class__ is Table and _lays_out(block, words):  # no call for each of many
            for row in block.rows:
                several = is_beside or len(row.cells) > 1
                for cell in row.cells:
                    inner = [one for one in cell.blocks if isinstance(one, Table)]
                    found += several * len(inner)
                    found += unpacked_tables(inner, words, is_beside=several)
    return found


def _lays_out(table: Table, words: HeadingWords) -> bool:
    """Return whether a table is none of a plan's but has one in a cell."""
    inner = [
        block
        for row in table.rows
        for cell in row.cells
        for block in cell.blocks
        if isinstance(block, Table)
    ]
    if not inner or is_plan_table(table, words):
        return False
    return any(is_plan_table(one, words) or _lays_out(one, words) for one in inner)
