"""A plan that this program printed as lines, turned into tables of actions."""

from collections.abc import Iterator, Sequence

from importers.account.ledger import left_out
from importers.plan.aims import own_heading_of_action
from plan.council.format import Column, Format
from plan.papers.blocks import Block, Cell, Paragraph, Row, Table, plain
from plan.papers.paragraph_parts import without_start

_ROLE = "heading-3"


def with_own_lines(blocks: Sequence[Block], council: Format) -> Iterator[Block]:
    """Yield the blocks, with each action and the lines below it as a table.

    An action begins with its heading, a column with its label; what follows goes on with that. One
    that was printed as a card has a table below its heading already.
    """
    found: dict[str, list[Paragraph]] = {}
    here = ""
    cards = {place for place, one in enumerate(blocks[1:]) if isinstance(one, Table)}
    for place, block in enumerate(blocks):
        is_line = isinstance(block, Paragraph) and block.role in ("body", "progress-date", _ROLE)
        if found and not is_line:
            yield _table(found, council)
            found, here = {}, ""
        if (
            not isinstance(block, Paragraph)
            or not (found or block.role == _ROLE)
            or (block.role == _ROLE and place in cards and not found)
        ):
            yield block
        elif block.role == _ROLE:
            if found:
                yield _table(found, council)
            said = own_heading_of_action(block, council) or {}
            found, here = {"text": [], **{name: list(one) for name, one in said.items()}}, "text"
        else:
            column = _labelled(block, council)
            line = block
            if column is not None:
                left_out((line,), "labels", column.label_in_lines)
                line, here = without_start(line, len(column.label_in_lines) + 1), column.field
            found.setdefault(here, []).append(line)
    if found:
        yield _table(found, council)


def _labelled(line: Paragraph, council: Format) -> Column | None:
    columns = (one for one in council.plan.columns if one.field not in council.plan.headed)
    return next((one for one in columns if line.text.startswith(f"{one.label_in_lines} ")), None)


def _table(found: dict[str, list[Paragraph]], council: Format) -> Table:
    headings = {"ref": "Ref", "text": "Action"}
    headings |= {one.field: one.heading for one in council.plan.columns}
    cells = (Cell((plain(heading, "plan-header"),)) for heading in headings.values())
    said = (Cell(tuple(found.get(name, ()))) for name in headings)
    return Table((Row(tuple(cells), is_header=True), Row(tuple(said))))
