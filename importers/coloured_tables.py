"""Words for the colours of a status in tables other than a plan's, such as a report's risks."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from importers.asking import Asking
from importers.plan.header_column import HeaderColumn
from importers.plan.status_colours import is_made, with_status_words
from plan.papers.blocks import Block, Cell, Row, Table
from plan.text.clean import clean_line

_LONGEST_HEADING = 60


def with_words_for_colours(
    blocks: tuple[Block, ...],
    is_plan_table: Callable[[Table], bool],
    key: Mapping[str, str],
    asking: Asking,
) -> tuple[Block, ...]:
    """Return the blocks; below a heading such as "RAG" or "Status" the colours of cells are words.

    A plan's tables are left: their own reader knows which actions the colours belong to.
    """
    return tuple(
        _with_words(block, key, asking)
        if isinstance(block, Table) and _has_colours(block) and not is_plan_table(block)
        else block
        for block in blocks
    )


def _has_colours(table: Table) -> bool:
    return len(table.rows) > 1 and any(cell.fill for row in table.rows[1:] for cell in row.cells)


def _with_words(table: Table, key: Mapping[str, str], asking: Asking) -> Table:
    header, *rows = table.rows
    columns = tuple(_columns(header))
    _, coloured, _ = with_status_words(columns, tuple(rows), header, key)
    pairs = zip(rows, coloured, strict=True)
    return replace(table, rows=(header, *(_decided(old, new, asking) for old, new in pairs)))


def _columns(header: Row) -> Iterator[HeaderColumn]:
    for start, cell in header.placed():
        heading = clean_line(cell.text)
        is_short = len(heading) <= _LONGEST_HEADING
        yield HeaderColumn(start, cell.span, heading if is_short else "", None)


def _decided(old: Row, new: Row, asking: Asking) -> Row:
    cells = zip(old.cells, new.cells, strict=True)
    return replace(new, cells=tuple(_decided_cell(before, made, asking) for before, made in cells))


def _decided_cell(before: Cell, made: Cell, asking: Asking) -> Cell:
    paragraphs = made.paragraphs
    if before is made or not paragraphs or not is_made(paragraphs[0]):
        return before
    word = paragraphs[0].text
    if word.startswith("#") or asking.about("colours", paragraphs, "", word) != "words":
        return before
    return made
