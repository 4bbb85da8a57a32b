"""Finds the headers of a plan's table: of one row or two, at its top or again further down."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from importers.generated_tables import is_generated_header
from importers.plan.bands import is_band
from importers.plan.columns import HeadingWords, header_columns, understood
from importers.plan.columns_of_dates import dated_by_ticks
from importers.plan.header_column import HeaderColumn
from importers.plan.heading_kinds import is_next_period, without_period
from importers.plan.headings import is_clear_by_itself
from importers.plan.tables_of_plans import are_a_plans, plan_columns
from importers.plan.ticked_statuses import is_status_to_tick
from plan.papers.blocks import Row, Table
from plan.text.clean import clean_line

_HEADER_WITHIN = 4
"""How many rows at the top of a table are searched for its header whatever they say."""
_LONGEST_HEADING = 60
_LEAST_COLUMNS = 4
_LEAST_KNOWN = 2
"""Headings in the lower half of a header by which it is known as one."""


@dataclass(frozen=True)
class TableHeader:
    """The header of a table: its rows, from `start` to before `end`, and its columns."""

    start: int
    end: int
    columns: tuple[HeaderColumn, ...]


def first_header(table: Table, words: HeadingWords) -> TableHeader | None:
    """Return the header by which a table is known as a plan's; None where it has none."""
    for place, row in enumerate(table.rows):
        if place < _HEADER_WITHIN and is_generated_header(row):
            return None
        if place < _HEADER_WITHIN or _may_be_header(row, words):
            header = _header_at(table, place, words)
            if header is not None:
                return header
    return None


def _header_at(table: Table, place: int, words: HeadingWords) -> TableHeader | None:
    """Return the header that begins at a row, with the rows that are merged with it below."""
    end = place + 1
    row = table.rows[place]
    columns: tuple[HeaderColumn, ...] = ()
    upper = plan_columns(row, words) or _over_ticks(table, place, words)
    if end < len(table.rows) and _is_lower_half(table.rows[end], row, words, bool(upper)):
        columns = _of_two_rows(row, table.rows[end], words)
        dated = dated_by_ticks(columns, table.rows[end + 1 :])
        columns = columns if are_a_plans(dated) else ()
        end += bool(columns)
    columns = columns or upper
    return TableHeader(place, end, columns) if columns else None


def _over_ticks(table: Table, place: int, words: HeadingWords) -> tuple[HeaderColumn, ...]:
    """Return the columns of a header that years to tick make a plan's; none for others."""
    columns = header_columns(table.rows[place], words)
    dated = dated_by_ticks(columns, table.rows[place + 1 :])
    return columns if dated is not columns and are_a_plans(dated) else ()


def _is_lower_half(row: Row, upper: Row, words: HeadingWords, is_header: bool) -> bool:
    """Return whether a row is the lower half of a header: merged with it, or below its groups.

    One that is merged says nothing below a heading of the upper half but other headings.
    """
    is_merged = any(cell.merged_up for cell in row.cells)
    if not is_merged and not is_header:
        return False
    grouped = {
        place
        for (start, span), cell in zip(shape_of(upper), upper.cells, strict=True)
        if span > 1 or (is_merged and not cell.text.strip())
        for place in range(start, start + span)
    }
    filled = [
        start
        for (start, _), cell in zip(shape_of(row), row.cells, strict=True)
        if cell.text.strip()
    ]
    is_short = all(len(cell.text) <= _LONGEST_HEADING for cell in row.cells)
    if is_merged:
        known = sum(
            column.field is not None and bool(column.heading) and column.strength == "plain"
            for column in header_columns(row, words)
        )
        is_below = set(filled) <= grouped or known >= _LEAST_KNOWN
        return bool(filled) and is_short and is_below
    return (
        len(filled) > 1
        and is_short
        and len(row.cells) > len(upper.cells)
        and (set(filled) <= grouped)
    )


def _of_two_rows(upper: Row, lower: Row, words: HeadingWords) -> tuple[HeaderColumn, ...]:
    """Return the columns of a header of two rows, whether or not it is a plan's.

    A lower heading that is understood stands for its column, else the upper one above it.
    """
    above = header_columns(upper, words)
    below = header_columns(lower, words)
    columns: list[HeaderColumn] = []
    for over in above:
        under = [one for one in below if over.start <= one.start < over.start + over.span]
        named = {one.field for one in under if one.heading} - {None, over.field}
        is_parted = over.field != "progress" and any(one.heading for one in under)
        if over.is_status and _are_to_tick(under):
            columns += (HeaderColumn(one.start, one.span, one.heading, None) for one in under)
        elif over.field == "progress" and any(one.is_status for one in under):
            columns += _parted_progress(under, over)
        elif over.field == "progress" and any(is_next_period(one.heading) for one in under):
            columns += (HeaderColumn(one.start, one.span, one.heading, None) for one in under)
        elif named or is_parted or _are_of_dates(under):
            columns += (_under(one, over) for one in under)
        else:
            columns.append(HeaderColumn(over.start, over.span, over.heading, None))
    return understood(columns, words)


def _are_to_tick(columns: Sequence[HeaderColumn]) -> bool:
    """Return whether columns below "Status" are each headed by one, to be ticked."""
    return len(columns) > 1 and all(is_status_to_tick(one.heading) for one in columns)


def _are_of_dates(columns: Sequence[HeaderColumn]) -> bool:
    """Return whether columns below a heading are of several dates."""
    named = [one for one in columns if one.heading]
    return len(named) > 1 and all(without_period(f"{one.heading} update")[1] for one in named)


def _parted_progress(under: Sequence[HeaderColumn], over: HeaderColumn) -> Iterator[HeaderColumn]:
    """Yield the columns below "Progress": a status, and what is said of it under any heading."""
    is_said = any(one.field == "progress" and not one.is_status for one in under)
    for one in under:
        if one.is_status or (is_said and one.field == "progress"):
            yield HeaderColumn(one.start, one.span, one.heading, None)
        elif is_said:
            yield _under(one, over)
        else:
            is_said = True
            yield HeaderColumn(one.start, one.span, over.heading, None)


def _under(lower: HeaderColumn, upper: HeaderColumn) -> HeaderColumn:
    heading = lower.heading or upper.heading
    is_clear = lower.field is not None or is_clear_by_itself(lower.heading)
    if not is_clear and lower.heading and upper.heading:
        heading = f"{upper.heading}: {lower.heading}"
    return HeaderColumn(lower.start, lower.span, heading, None)


def _may_be_header(row: Row, words: HeadingWords, known: str = "") -> bool:
    """Return whether one of the cells of a row is a heading of actions, quickly.

    Below a header, where `known` is that of its actions, only the same or a plain one is.
    """
    for cell in row.cells[:4]:
        text = cell.text
        if 0 < len(text) <= _LONGEST_HEADING and words.may_name_actions(text, known):
            return True
    return False


def headers_in(table: Table, first: TableHeader, words: HeadingWords) -> Iterator[TableHeader]:
    """Yield the headers of a table: the first, and others below it that are not the same."""
    yield first
    last = first
    text = next(n for n, one in enumerate(first.columns) if one.field == "text")
    for place in range(first.end, len(table.rows)):
        row = table.rows[place]
        is_alike = len(row.cells) == len(first.columns)
        said = row.cells[text].text if is_alike else ""
        if (is_alike and len(said) > _LONGEST_HEADING) or not _may_be_header(
            row, words, first.columns[text].heading
        ):
            continue
        header = _header_at(table, place, words)
        if header is None:
            continue
        if (
            is_band(table.rows[place - 1])
            or header.columns != last.columns
            or _is_cut(table, place, last)
        ):
            last = header
            yield header


def _is_cut(table: Table, place: int, before: TableHeader) -> bool:
    """Return whether other rows than actions stand right above a row."""
    wanted = [(column.start, column.span) for column in before.columns]
    return place > before.end and shape_of(table.rows[place - 1]) != wanted


def end_of_actions(rows: Sequence[Row], header: TableHeader, end: int, *, is_last: bool) -> int:
    """Return where the actions below a header end: what stands above the next belongs to that."""
    wanted = [(column.start, column.span) for column in header.columns]
    if is_last:
        while end > header.end + 1 and _is_below(rows[end - 1], wanted):
            end -= 1
        return end
    while end > header.end and shape_of(rows[end - 1]) != wanted:
        end -= 1
    return end


def _is_below(row: Row, wanted: Sequence[tuple[int, int]]) -> bool:
    """Return whether a row below the actions is a label with what it says, across the table."""
    cells = row.cells
    if len(cells) != 2 or len(wanted) < _LEAST_COLUMNS or row.first_column:  # noqa: PLR2004
        return False
    is_whole = sum(cell.span for cell in cells) >= sum(span for _, span in wanted)
    label = clean_line(cells[0].text)
    is_label = 0 < len(label) <= _LONGEST_HEADING and not label.endswith(".")
    return is_whole and is_label and not any(cell.merged_up for cell in cells)


def shape_of(row: Row) -> list[tuple[int, int]]:
    """Return the column at which each cell of a row begins, and how many it spans."""
    return [(start, cell.span) for start, cell in row.placed()]
