"""Recognises a plan's tables by their header row."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from importers.account.ledger import left_out
from importers.generated_tables import is_generated_header
from importers.plan.above_header import AboveHeader
from importers.plan.bands import is_band
from importers.plan.cards import dealt
from importers.plan.columns import HeadingWords, header_columns, understood
from importers.plan.columns_by_cells import told_by_cells, with_aim
from importers.plan.header_column import HeaderColumn
from importers.plan.heading_kinds import is_next_period, without_period
from importers.plan.headings import heading_key, is_clear_by_itself
from importers.plan.labels_in_cells import labels_apart, may_have_labels
from importers.plan.plan_rows import Group, RowReader, paragraphs_in
from importers.plan.status_colours import with_status_words
from importers.plan.tables_of_plans import (
    are_a_plans,
    has_our_header,
    plan_columns,
    without_no_action,
)
from importers.plan.ticked_statuses import is_status_to_tick, with_ticked_status
from importers.plan.unknown_cells import UnknownCells
from importers.plan.wider_tables import columns_apart
from importers.remarks import Remark
from plan.council.format import ColumnField
from plan.papers.blocks import TO_FILL_IN, Block, Cell, Row, Table
from plan.text.clean import clean_line
from plan.text.line_breaks import shortened

_LEAST_HEADINGS = 2
"""Headings in a row by which it is known to be a header again."""
_HEADER_WITHIN = 4
"""How many rows at the top of a table are searched for its header whatever they say."""
_LONGEST_HEADING = 60
_LEAST_COLUMNS = 4
_NOTHING = re.compile(r"\s*(?:\d{1,2}(?:\.\d{1,2})*[.)]?|\[[^\]]*\]|<[^>]*>|[.…_]+)?\s*")
"""What stands in a cell that is still to be filled in."""
_LEAST_KNOWN = 2
"""Headings in the lower half of a header by which it is known as one."""


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


@dataclass(frozen=True)
class _Header:
    """The header of a table: its rows, from `start` to before `end`, and its columns."""

    start: int
    end: int
    columns: tuple[HeaderColumn, ...]


def is_plan_table(table: Table, words: HeadingWords) -> bool:
    """Return whether a table is a plan's."""
    return _first_header(table, words) is not None or _dealt(table, words) is not None


def is_blank_plan_table(table: Table, words: HeadingWords) -> bool:
    """Return whether a plan's table, none of ours, says nothing but numbers and prompts."""
    header = _first_header(table, words)
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
    first = _first_header(table, words)
    if first is None:
        cards = _dealt(table, words)
        return None if cards is None else plan_table(cards, words, is_below_aim=is_below_aim)
    is_ours = has_our_header(table.rows[first.start])
    if not is_ours and first.end - first.start == 1:
        apart = labels_apart(table, words) if may_have_labels(first.columns) else None
        apart = apart or columns_apart(table, first.start, first.columns, words)
        if apart is not None:
            return plan_table(apart, words, is_below_aim=is_below_aim)
    headers = [first] if is_ours else list(_headers(table, first, words))
    reader = RowReader(first.columns, is_ours=is_ours)
    remarks: list[Remark] = []
    fields: set[ColumnField | None] = set()
    begun = 0
    shown = first.columns
    for n, header in enumerate(headers):
        end = headers[n + 1].start if n + 1 < len(headers) else len(table.rows)
        is_last = n + 1 == len(headers)
        end = _end_of_actions(table.rows, header, end, is_last=is_last)
        rows = without_no_action(table.rows[header.end : end])
        for row in table.rows[header.start : header.end]:
            left_out(paragraphs_in(row), "labels")
        printed = table.rows[header.end - 1]
        shown = header.columns
        if is_ours:
            shown = tuple(_dated_by_us(column, words) for column in shown)
        else:
            shown, rows = with_ticked_status(told_by_cells(shown, rows, words), rows)
            shown, rows, left = with_status_words(shown, rows, printed, words.colours, words.keys)
            remarks += left
        is_below_band = len(headers) > 1 and any(map(is_band, table.rows[begun : header.start]))
        columns = shown
        if not is_ours:
            columns = with_aim(
                shown, rows, words, is_below_aim=_always if is_below_band else is_below_aim
            )
        above = AboveHeader(words, columns)
        above.read(table.rows[begun : header.start])
        if is_last and not is_ours:
            above.read_below(table.rows[end:])
        reader.groups += above.groups
        reader.begin(columns, above.common, above.key_of)
        reader.read(rows)
        remarks += (unread_above(text) for text in above.rest)
        begun = end
        fields |= {column.field for column in shown}
    return PlanTable(
        reader.filled_groups,
        frozenset(field for field in fields if field is not None),
        (*reader.remarks, *remarks),
        reader.unknown,
        is_ours,
        shown,
    )


def continued_table(table: Table, before: PlanTable, words: HeadingWords) -> PlanTable | None:
    """Return the actions of a table without a header that goes on where one before it ended.

    None where its rows have not the cells of that one.
    """
    wanted = [(column.start, column.span) for column in before.columns]
    rows = [row for row in table.rows if not is_band(row)]
    alike = sum(_shape_of(row) == wanted or row.first_column > 0 for row in rows)
    if not rows or alike * 2 <= len(rows) or before.is_ours or rows[0].is_header:
        return None
    if _heads_again(rows[0], before.columns, words):
        return None
    _, ticked = with_ticked_status(before.columns, table.rows)
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
    start, known = row.first_column, 0
    for cell in row.cells:
        said = words.plainly(clean_line(cell.text))
        known += said is not None and said == fields.get(start)
        start += cell.span
    return known >= _LEAST_HEADINGS


def _shape_of(row: Row) -> list[tuple[int, int]]:
    shape: list[tuple[int, int]] = []
    start = row.first_column
    for cell in row.cells:
        shape.append((start, cell.span))
        start += cell.span
    return shape


def unread_above(text: str) -> Remark:
    """Return the remark on a row above a header of which nothing could be made."""
    quoted = shortened(text)
    text = f"Not read: “{quoted}”, above the header of a table."
    return Remark("not understood", "", text, is_listed=True)


# Headers


def _first_header(table: Table, words: HeadingWords) -> _Header | None:
    for place, row in enumerate(table.rows):
        if place < _HEADER_WITHIN and is_generated_header(row):
            return None
        if place < _HEADER_WITHIN or _may_be_header(row, words):
            header = _header_at(table, place, words)
            if header is not None:
                return header
    return None


def _header_at(table: Table, place: int, words: HeadingWords) -> _Header | None:
    """Return the header that begins at a row, with the rows that are merged with it below."""
    end = place + 1
    row = table.rows[place]
    columns: tuple[HeaderColumn, ...] = ()
    upper = plan_columns(row, words)
    if end < len(table.rows) and _is_lower_half(table.rows[end], row, words, bool(upper)):
        columns = _of_two_rows(row, table.rows[end], words)
        end += bool(columns)
    columns = columns or upper
    return _Header(place, end, columns) if columns else None


def _is_lower_half(row: Row, upper: Row, words: HeadingWords, is_header: bool) -> bool:
    """Return whether a row is the lower half of a header: merged with it, or below its groups.

    One that is merged says nothing below a heading of the upper half but other headings.
    """
    is_merged = any(cell.merged_up for cell in row.cells)
    if not is_merged and not is_header:
        return False
    grouped = {
        place
        for (start, span), cell in zip(_shape_of(upper), upper.cells, strict=True)
        if span > 1 or (is_merged and not cell.text.strip())
        for place in range(start, start + span)
    }
    filled = [
        start
        for (start, _), cell in zip(_shape_of(row), row.cells, strict=True)
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
    """Return the columns of a header of two rows, none where it is not a plan's.

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
    found = understood(columns, words)
    return found if are_a_plans(found) else ()


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


def _headers(table: Table, first: _Header, words: HeadingWords) -> Iterator[_Header]:
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


def _is_cut(table: Table, place: int, before: _Header) -> bool:
    """Return whether other rows than actions stand right above a row."""
    wanted = [(column.start, column.span) for column in before.columns]
    return place > before.end and _shape_of(table.rows[place - 1]) != wanted


def _end_of_actions(rows: Sequence[Row], header: _Header, end: int, *, is_last: bool) -> int:
    """Return where the actions below a header end: what stands above the next belongs to that."""
    wanted = [(column.start, column.span) for column in header.columns]
    if is_last:
        while end > header.end + 1 and _is_below(rows[end - 1], wanted):
            end -= 1
        return end
    while end > header.end and _shape_of(rows[end - 1]) != wanted:
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


def _dealt(table: Table, words: HeadingWords) -> Table | None:
    """Return cards, or cells with labels in them, as a table with a header; None for others."""
    if len(table.rows) < 2:  # noqa: PLR2004
        return None
    if all(len(row.cells) == 2 and _is_label_of_ours(row.cells[0]) for row in table.rows):  # noqa: PLR2004
        card = _own_card(table)
        return card if _first_header(card, words) is not None else None
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
    has_header = _first_header(table, words) is not None
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
