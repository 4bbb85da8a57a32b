"""The rows of a table that the council's format declares: what each says, and what they add up to.

A row is a passage of kind "row" whose section is the table's id. Fixed rows have the id that the
format gives them, and those that say nothing are not kept. What stands in the row of totals is
kept only where somebody wrote it: it is worked out anew whenever it is shown or printed.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from plan.council.own_field import OwnField
from plan.council.report_table import TOTAL, ReportTable, TableColumn
from plan.model.plan import Plan
from plan.model.rows import Passage, fixed_row_id
from plan.papers.blocks import Block, Cell, Paragraph, Row, Table, Text, plain
from plan.papers.comments import Comments
from plan.papers.own_fields import own_blocks
from plan.reading.own_values import money_in_words, money_of, number_of

_PAGE, _LABELS, _NARROWEST = 160.0, 50.0, 15.0
"""Millimetres: of a page's width, of the labels of fixed rows, of any column at least."""


@dataclass(frozen=True)
class TableRow:
    """A row as it is shown: `passage` is its id in the plan, also of one that is not kept yet.

    `label` is printed in the first column of fixed rows and of totals; `is_known` says that the
    format has a row of its id, or has open rows. A `is_band` has no answer.
    """

    passage: str
    row_id: str
    label: str
    cells: dict[str, str]
    is_known: bool = True
    is_band: bool = False


def rows_in(plan: Plan, table: ReportTable) -> tuple[TableRow, ...]:
    """Return the rows of a table in order, without that of the totals.

    Fixed rows come as the format has them; those that it has no more come last.
    """
    kept = [one for one in plan.passages_of(table.id) if one.row_id != TOTAL]
    if not table.is_fixed:
        return tuple(_shown(table, one, "") for one in kept)
    by_id = {one.row_id: one for one in kept}
    rows = [
        _shown(table, by_id[row.id], row.label)
        if row.id in by_id
        else TableRow(fixed_row_id(table.id, row.id), row.id, row.label, {}, is_band=row.band)
        for row in table.rows
    ]
    known = {row.id for row in table.rows}
    gone = [_shown(table, one, one.row_id) for one in kept if one.row_id not in known]
    return (*rows, *gone)


def _shown(table: ReportTable, passage: Passage, label: str) -> TableRow:
    is_known = not table.is_fixed or table.row(passage.row_id) is not None
    cells = table.own.values(passage.cells)
    return TableRow(passage.id, passage.row_id, label, cells, is_known)


def has_words(plan: Plan, table: ReportTable) -> bool:
    """Return whether anything stands in a table."""
    return any(text for one in plan.passages_of(table.id) for _, text in one.cells)


# Totals


def totals_of(plan: Plan, table: ReportTable) -> TableRow | None:
    """Return the row of totals, as written or else as worked out; None where there is none.

    A total is blank if something in its column is no amount.
    """
    if not table.added:
        return None
    written = written_totals(plan, table)
    cells = {
        column.id: written.get(column.id) or _in_words(column, sum_of(plan, table, column))
        for column in table.added
    }
    cells |= {name: text for name, text in written.items() if text}
    return TableRow(fixed_row_id(table.id, TOTAL), TOTAL, table.total, cells)


def written_totals(plan: Plan, table: ReportTable) -> dict[str, str]:
    """Return what somebody wrote in the row of totals, by column."""
    kept = [one for one in plan.passages_of(table.id) if one.row_id == TOTAL]
    return table.own.values(kept[0].cells) if kept else {}


def sum_of(plan: Plan, table: ReportTable, column: TableColumn) -> Decimal | None:
    """Return what the rows of a column add up to, None where one of them cannot be added."""
    texts = [row.cells.get(column.id, "") for row in rows_in(plan, table) if row.is_known]
    values = [value_of(column, text) for text in texts if text]
    return None if None in values else sum((one for one in values if one is not None), Decimal())


def value_of(column: OwnField, text: str) -> Decimal | None:
    """Return the amount or the number that a text says, None if it says none."""
    return money_of(text) if column.kind == "money" else number_of(text)


def _in_words(column: TableColumn, value: Decimal | None) -> str:
    if value is None:
        return ""
    return money_in_words(value) if column.kind == "money" else f"{value:,f}"


def wrong_totals(plan: Plan, table: ReportTable) -> Iterator[tuple[TableColumn, str, str]]:
    """Yield the columns whose written total is not their sum, with what is written and the sum."""
    for name, text in written_totals(plan, table).items():
        column = next((one for one in table.added if one.id == name), None)
        value = sum_of(plan, table, column) if column is not None and text else None
        if column is not None and value is not None and value_of(column, text) != value:
            yield column, text, _in_words(column, value)


# Printing


def lead_paragraphs(
    plan: Plan, table: ReportTable, label_of: Callable[[], str], comments: Comments
) -> Iterator[Block]:
    """Yield fixed rows that are printed as paragraphs; `label_of` gives each its number.

    `comments` are printed beside the rows that they are on.
    """
    (column,) = table.columns
    count = 0
    for row in rows_in(plan, table):
        fixed = table.row(row.row_id)
        text = row.cells.get(column.id, "")
        if fixed is None:
            continue
        count += 1
        blocks = own_blocks(column, text, "body")
        if table.layout == "sub-headings":
            made = (plain(fixed.label, "heading-2"), *blocks)
            yield from comments.left(made, "passages", row.passage)
            continue
        first = blocks[0].inlines if blocks and blocks[0].bullet is None else ()
        lead = Text(f"{table.lead_of(fixed, str(count))}{' ' if first else ''}", bold=True)
        number = label_of()
        role = "numbered" if number else "body"
        printed = Paragraph((lead, *first), role, label=number)  # type: ignore[arg-type]
        made = (printed, *(blocks[1:] if first else blocks))
        yield from comments.left(made, "passages", row.passage)


def table_block(plan: Plan, table: ReportTable, comments: Comments) -> Iterator[Block]:
    """Yield a table as it is printed; nothing where it has open rows and none is filled in.

    `comments` are printed beside the rows that they are on.
    """
    rows = [row for row in rows_in(plan, table) if row.is_known and _is_printed(table, row)]
    if not rows:
        return
    totals = totals_of(plan, table)
    labels = [table.corner] if table.is_fixed else []
    header = Row(
        tuple(
            Cell((plain(name, "plan-header"),))
            for name in (*labels, *(column.label for column in table.columns))
        ),
        is_header=True,
    )
    made = [_printed(table, row, comments) for row in (*rows, *((totals,) if totals else ()))]
    names = ", ".join(cell.text for cell in header.cells)
    yield Table((header, *made), _widths(table), table.title, f"{table.title}: {names}.")


def _is_printed(table: ReportTable, row: TableRow) -> bool:
    return table.is_fixed or any(row.cells.values())


def _printed(table: ReportTable, row: TableRow, comments: Comments) -> Row:
    label = (Cell((plain(row.label, "plan-header"),)),) if table.is_fixed else ()
    cells = []
    for place, column in enumerate(table.columns):
        blocks: tuple[Block, ...] = own_blocks(column, row.cells.get(column.id, ""), "plan-cell")
        if row.row_id == TOTAL and not table.is_fixed and place == 0 and not blocks:
            blocks = (plain(row.label, "plan-header"),)
        if place == 0:
            blocks = comments.left(blocks, "passages", row.passage)
        cells.append(Cell(blocks))
    return Row((*label, *cells))


def _widths(table: ReportTable) -> tuple[float, ...]:
    labels = (_LABELS,) if table.is_fixed else ()
    given: Sequence[float] = [column.width for column in table.columns]
    unsaid = sum(not width for width in given)
    left = _PAGE - sum(labels) - sum(given)
    share = max(left / unsaid, _NARROWEST) if unsaid else 0.0
    return (*labels, *(width or share for width in given))
