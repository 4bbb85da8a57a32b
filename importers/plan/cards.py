"""Tables of labels and values, one for each action, turned into a table of actions."""

from collections.abc import Iterator, Sequence

from importers.plan.columns import HeadingWords, heading_key, plan_columns
from plan.papers.blocks import Cell, Row, Table, plain
from plan.text.clean import clean_line

_LONGEST_LABEL = 80
_LEAST = 3
"""The fewest labels of a card: the action and two others."""


def dealt(table: Table, words: HeadingWords) -> Table | None:
    """Return a card, or several in one table, as a table with a header; None where it is none.

    Labels stand to the left of what they say, in one pair of cells or two to a row; a table whose
    first column has the labels of several actions beside one another is read in the same way.
    """
    labels = _labels(table)
    if labels is None or len(labels) < _LEAST:
        return None
    cards = list(_cards(table))
    headings: dict[str, Cell] = {}
    for card in cards:
        for label, _ in card:
            headings.setdefault(heading_key(_bare(label)), Cell((plain(_bare(label)),)))
    header = Row(tuple(headings.values()))
    if not plan_columns(header, words):
        return None
    return Table((header, *(Row(tuple(_in_order(card, headings))) for card in cards)))


def _labels(table: Table) -> list[str] | None:
    """Return the labels of a table, None where its shape is not that of cards."""
    labels: list[str] = []
    widths = {len(row.cells) for row in _filled(table)}
    if not widths <= {2, 4} or not widths:
        return None
    for row in _filled(table):
        for cell in row.cells[::2]:
            text = _bare(cell)
            if len(text) > _LONGEST_LABEL or cell.merged_up:
                return None
            labels.append(text)
    return labels


def _filled(table: Table) -> Iterator[Row]:
    for row in table.rows:
        is_title = len(row.cells) == 1
        if not is_title and any(cell.text.strip() for cell in row.cells):
            yield row


def _cards(table: Table) -> Iterator[list[tuple[Cell, Cell]]]:
    """Yield the pairs of each card: the next begins where a label comes again.

    A label that stands twice one below the other says more of the same.
    """
    card: list[tuple[Cell, Cell]] = []
    keys: list[str] = []
    for row in _filled(table):
        for label, value in zip(row.cells[::2], row.cells[1::2], strict=True):
            key = heading_key(_bare(label))
            if key and key in keys and key != keys[-1]:
                yield card
                card, keys = [], []
            if key or value.text.strip():
                card.append((label, value) if key or not card else (card[-1][0], value))
                keys.append(key or (keys[-1] if keys else ""))
    if card:
        yield card


def _in_order(card: Sequence[tuple[Cell, Cell]], headings: dict[str, Cell]) -> Iterator[Cell]:
    said: dict[str, Cell] = {}
    for label, value in card:
        key = heading_key(_bare(label))
        before = said.get(key)
        said[key] = value if before is None else Cell((*before.blocks, *value.blocks))
    for key in headings:
        yield said.get(key, Cell())


def _bare(cell: Cell) -> str:
    return clean_line(cell.text).rstrip(":–- ")
