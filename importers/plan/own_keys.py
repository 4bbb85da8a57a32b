"""Leaves out the key of a council's own field where a paper prints it as the format has it."""

from importers.account.ledger import left_out
from plan.council.format import Format
from plan.council.own_field import same_word
from plan.papers.blocks import Block, Paragraph, Table
from plan.papers.own_fields import key_table


def without_own_keys(blocks: tuple[Block, ...], council: Format) -> tuple[Block, ...]:
    """Return the blocks without the keys that the council's format prints; the others stay."""
    printed = [_words_of(key_table(one)) for one in council.plan.fields if one.key]
    if not printed:
        return blocks
    keys = [*printed, *(rows[1:] for rows in printed)]  # many papers have no headings above them
    return tuple(_left_out(block) if _is_one_of(block, keys) else block for block in blocks)


def _is_one_of(block: Block, keys: list[tuple[tuple[str, ...], ...]]) -> bool:
    return isinstance(block, Table) and _words_of(block) in keys


def _left_out(block: Block) -> Block:
    for row in block.rows if isinstance(block, Table) else ():
        for cell in row.cells:
            left_out(cell.paragraphs, "labels")
    return Paragraph(())


def _words_of(table: Table) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(same_word(cell.text) for cell in row.cells) for row in table.rows)
