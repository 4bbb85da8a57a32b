"""The key that a council's format prints above its aims: labels, which no plan keeps."""

from collections.abc import Sequence

from importers.account.ledger import left_out
from importers.plan.headings import normalised
from plan.council.format import PlanFormat
from plan.papers.blocks import Block, Paragraph, Row, Table, paragraphs_of


def without_printed_key(blocks: tuple[Block, ...], plan_format: PlanFormat) -> tuple[Block, ...]:
    """Return the blocks without the key of the format, whose places are empty then.

    One that explains its words otherwise than the format does stays.
    """
    if plan_format.key is None:
        return blocks
    known = {tuple(map(normalised, row)) for row in plan_format.explained}
    headings = tuple(map(normalised, plan_format.key.headings))
    made = list(blocks)
    for place, block in enumerate(blocks):
        if isinstance(block, Table) and _is_key(block.rows, headings, known):
            left_out(paragraphs_of((block,)), "labels")
            made[place] = Paragraph(())
    return tuple(made)


def _is_key(rows: Sequence[Row], headings: tuple[str, ...], known: set[tuple[str, ...]]) -> bool:
    said = [tuple(normalised(cell.text) for cell in row.cells) for row in rows]
    body = said[1:] if said and said[0] == headings else said
    return bool(body) and all(row in known for row in body)
