"""Text that is kept as it stands: paragraphs as Markdown, a table as its table of pipes."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby

from importers.account.ledger import took
from importers.plan.cells import listed, prose_of
from importers.wording import is_bold
from plan.model.field_kinds import PROSE_LIMIT
from plan.papers.blocks import Block, Cell, Inline, Paragraph, Row, Table, Text
from plan.papers.markdown import plain_of
from plan.papers.passage_tables import table_text, unnamed


def kept_prose(blocks: Iterable[Block], *, is_ours: bool = True) -> str:
    """Return the text that keeps paragraphs and tables, noted as made of them.

    Empty where it would be longer than a plan can hold. `is_ours` says that this program printed
    them: else typed bullets are made real ones.
    """
    parts: list[str] = []
    for is_table, run in groupby(blocks, lambda one: isinstance(one, Table)):
        if is_table:
            parts += [_noted_table(one, is_ours=is_ours) for one in run if isinstance(one, Table)]
        else:
            said = [one for one in run if isinstance(one, Paragraph)]
            parts.append(took(prose_of(said if is_ours else listed(said)), said))
    text = "\n\n".join(filter(None, parts))
    return text if len(text) <= PROSE_LIMIT else ""


def _noted_table(table: Table, *, is_ours: bool) -> str:
    for cell in (cell for row in table.rows for cell in row.cells):
        took(plain_of(_cell_text(cell, is_ours=is_ours)), cell.paragraphs)
    return kept_table(table, is_ours=is_ours)


def kept_table(table: Table, *, is_ours: bool) -> str:
    """Return the text that keeps a table; its first row, if there are more, is its header."""
    first, *others = map(cells_of, table.rows) if table.rows else ([],)
    rows = [list(map(_without_bold, first)) if others else first, *others]
    texts = [[_cell_text(cell, is_ours=is_ours) for cell in row] for row in rows]
    if is_ours and len(texts) > 1:
        texts[0] = ["" if one == unnamed(n) else one for n, one in enumerate(texts[0])]
    return table_text(texts)


def cells_of(row: Row) -> list[Cell]:
    """Return the cells of a row, an empty one for each further column that one covers."""
    cells = [Cell()] * row.first_column
    for cell in row.cells:
        cells += [cell, *[Cell()] * (cell.span - 1)]
    return cells


def _cell_text(cell: Cell, *, is_ours: bool) -> str:
    return prose_of(cell.paragraphs if is_ours else listed(cell.paragraphs))


def _without_bold(cell: Cell) -> Cell:
    """Return a cell of a header without what shows it to be one: headings are printed bold."""
    blocks = (
        replace(block, inlines=tuple(map(_not_bold, block.inlines))) if is_bold(block) else block
        for block in cell.paragraphs
    )
    return replace(cell, blocks=tuple(blocks))


def _not_bold(inline: Inline) -> Inline:
    return replace(inline, bold=False) if isinstance(inline, Text) else inline
