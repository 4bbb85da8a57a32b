"""What stands around the tables of a plan: its front, headings of their own, lines between them."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from importers.plan.aims import aim_label
from importers.plan.colour_keys import explains_colours
from importers.plan.cover import heads_introduction, introduces, says_when, spells_out
from importers.plan.plan_rows import band_of, is_band
from importers.unread import is_filled
from importers.wording import is_short_line
from plan.papers.blocks import Block, Cell, Paragraph, Table

_CONTINUED = re.compile(
    r"[\W_]*(?:.{0,80}\b)?cont(?:inued|inues|inuation|(?:in)?[’']?d|\.)?\b[\W_]*"
    r"(?:(?:from|on|over|overleaf) .{0,40})?",
    re.IGNORECASE,
)
"""A line between two tables that says no more than that the first goes on."""


def says_continued(block: Block) -> bool:
    """Return whether a line between two tables says only that the first goes on."""
    return isinstance(block, Paragraph) and _CONTINUED.fullmatch(block.text.strip()) is not None


def front_of(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield what stands above the first heading of a paper and above its first table."""
    for block in blocks:
        is_heading = isinstance(block, Paragraph) and block.role.startswith("heading")
        if is_heading or (isinstance(block, Table) and is_filled(block)):
            return
        yield block


def below_headings(blocks: Iterable[Block]) -> frozenset[int]:
    """Return which tables have a heading of their own above, as others with the same header do.

    It stands before the table, or across its first row.
    """
    alike: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    role = ""
    for block in blocks:
        if block.__class__ is Paragraph:  # no call for each of very many
            role = block.role if block.role[:7] == "heading" else role
        elif isinstance(block, Table) and is_filled(block):
            is_headed = bool(band_of(block.rows[0])) and len(block.rows) > 1
            header = tuple(cell.text for cell in block.rows[1 if is_headed else 0].cells)
            role = "band" if is_headed else role
            if role and len(header) > 1:
                alike[role, *header].append(id(block))
            role = ""
    return frozenset(one for tables in alike.values() if len(tables) > 1 for one in tables)


def explains(paragraph: Paragraph) -> bool:
    """Return whether a paragraph above a table says what colours mean, or when: it is no aim.

    Nor is one that says something of the plan itself, an introduction of several sentences, or what
    abbreviations mean.
    """
    is_heading = paragraph.role.startswith("heading")
    if explains_colours(paragraph.text, is_heading=is_heading):
        return True
    if is_heading or paragraph.label:
        return False
    return any(says(paragraph.text) for says in (says_when, introduces, spells_out))


def without_introduction(paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """Yield the paragraphs above a table that may be its aim, or stand above one.

    Below the heading of an introduction prose is no aim.
    """
    is_below = False
    for paragraph in paragraphs:
        if heads_introduction(paragraph.text):
            is_below = True
            continue
        is_line = is_short_line(paragraph) or aim_label(paragraph.text) is not None
        is_below = is_below and not (is_line or paragraph.role.startswith("heading"))
        if not is_below and not explains(paragraph):
            yield paragraph


def without_name(blocks: list[Block]) -> tuple[list[Block], list[Paragraph]]:
    """Return the tables above a plan without the name across the first of them, and that name.

    So the form for minutes prints the meeting's name, below a title that is no more than "Minutes".
    """
    table = next(filter(is_filled, blocks), None)
    row = table.rows[0] if isinstance(table, Table) else None
    if row is None or not is_band(row) or not isinstance(table, Table):
        return blocks, []
    name = [one for one in row.cells[0].paragraphs if one.text.strip()]
    if len(name) != 1 or not is_short_line(name[0]) or aim_label(name[0].text) is not None:
        return blocks, []
    bare = without_cells(table, row.cells)
    return [bare if block is table else block for block in blocks], name


def without_cells(table: Table, cells: tuple[Cell, ...]) -> Table:
    """Return a table with some of its cells blank."""
    rows = (
        replace(
            row,
            cells=tuple(
                replace(one, blocks=()) if any(one is cell for cell in cells) else one
                for one in row.cells
            ),
        )
        for row in table.rows
    )
    return replace(table, rows=tuple(rows))
