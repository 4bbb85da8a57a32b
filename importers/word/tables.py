"""Reads tables as blocks, with cells that span or are merged downwards and rows that start late."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from lxml.etree import _Element as Element

from importers.word.body import Body, usual_cell
from importers.word.cell_colours import fill_of, sign_colour
from importers.word.names import (
    MC,
    VAL,
    W,
    as_number,
    as_twentieths,
    children,
    first_child,
    is_on,
    shown_branch,
    switch,
    value,
)
from importers.word.reading import Reading
from plan.papers.blocks import Block, Cell, Paragraph, Row, Table, Text
from plan.text.clean import clean_line

MOST_COLUMNS = 63
"""Word's own limit."""
_LONGEST_SIGN = 3
_TWENTIETHS_IN_A_MILLIMETRE = 1440 / 25.4
_CELL_PROPERTIES, _MERGED_BEFORE = W + "tcPr", W + "hMerge"
_THROUGH = frozenset({W + "customXml", W + "ins", W + "moveTo"})


def read_table(element: Element, reading: Reading, depth: int) -> Table:
    """Return a table with its rows in order. Raises UnreadableError where tables nest too deep."""
    reading.check_depth(depth)
    reading.tables += 1
    properties = element.find(W + "tblPr")
    return Table(
        rows=tuple(
            _row(row, reading, depth, is_prompt=is_prompt)
            for row, is_prompt in _inside(element, W + "tr", reading, depth)
            if not _is_deleted(row, reading)
        ),
        widths=_widths(element),
        title=clean_line(value(properties, W + "tblCaption") or ""),
        description=clean_line(value(properties, W + "tblDescription") or ""),
    )


def _inside(
    parent: Element, tag: str, reading: Reading, depth: int, *, is_prompt: bool = False
) -> Iterator[tuple[Element, bool]]:
    """Yield the rows of a table or the cells of a row, those in content controls too.

    With each goes whether all its text is only the prompt of a control, "Click to enter text".
    """
    reading.check_depth(depth)
    for element in parent:
        if element.tag == tag:
            yield element, is_prompt
        elif element.tag == W + "sdt":
            content = element.find(W + "sdtContent")
            reading.seen["control"] += 1
            if content is not None:
                is_empty = is_prompt or bool(switch(element.find(W + "sdtPr"), W + "showingPlcHdr"))
                yield from _inside(content, tag, reading, depth + 1, is_prompt=is_empty)
        elif element.tag in _THROUGH:
            yield from _inside(element, tag, reading, depth + 1, is_prompt=is_prompt)
        elif element.tag == MC + "AlternateContent":
            branch = shown_branch(element)
            if branch is not None:
                yield from _inside(branch, tag, reading, depth + 1, is_prompt=is_prompt)


def _is_deleted(row: Element, reading: Reading) -> bool:
    properties = first_child(row, W + "trPr")
    if properties is None or properties.find(W + "del") is None:
        return False
    reading.seen["deleted row"] += 1
    return True


def _row(row: Element, reading: Reading, depth: int, *, is_prompt: bool) -> Row:
    properties = children(first_child(row, W + "trPr"))
    header = properties.get(W + "tblHeader")
    before = properties.get(W + "gridBefore")
    cells: list[Cell] = []
    tables, nested = reading.tables, reading.seen["nested table"]
    for element, is_empty in _inside(row, W + "tc", reading, depth, is_prompt=is_prompt):
        said = children(first_child(element, _CELL_PROPERTIES))
        merge = said.get(_MERGED_BEFORE)
        if cells and merge is not None and merge.get(VAL) == "continue":
            previous = cells[-1]
            span = min(previous.span + 1, MOST_COLUMNS)
            cells[-1] = replace(previous, span=span)
        else:
            cells.append(_cell(element, said, reading, depth, is_prompt=is_empty))
    if reading.tables > tables and len(cells) > 1:
        reading.seen["nested table"] = nested + reading.tables - tables
    return Row(
        tuple(cells),
        is_header=header is not None and is_on(header),
        first_column=0 if before is None else _columns(as_number(before.get(VAL)), 0),
    )


def _cell(
    element: Element,
    said: Mapping[str, Element],
    reading: Reading,
    depth: int,
    *,
    is_prompt: bool,
) -> Cell:
    wide = said.get(W + "gridSpan")
    span = 1 if wide is None else _columns(as_number(wide.get(VAL)), 1)
    merge = said.get(W + "vMerge")
    if merge is not None and merge.get(VAL, "continue") == "continue":
        reading.seen["merged"] += 1
        return Cell(span=span, merged_up=True)
    shading = said.get(W + "shd")
    fill = "" if shading is None else fill_of(shading)
    blocks: tuple[Block, ...]
    if is_prompt:
        reading.seen["prompt"] += 1
        blocks = (Paragraph(()),)
    else:
        usual = usual_cell(element, reading)
        if usual is None:
            usual = tuple(Body(reading, read_table).blocks(element, depth + 1))
        blocks = usual
        if not _begins_with_text(blocks) and _has_no_word(blocks):
            fill = sign_colour(element) or fill
    if not fill:
        return Cell(blocks, span)
    reading.seen["coloured"] += 1
    if not any(isinstance(block, Table) or block.at for block in blocks):
        blocks = (*blocks, Paragraph((), at=next(reading.places)))
    return Cell(blocks, span, fill=fill)


def _begins_with_text(blocks: tuple[Block, ...]) -> bool:
    """Return whether a cell begins with more than a sign, as most that have a word do."""
    first = blocks[0] if blocks else None
    inlines = first.inlines if first.__class__ is Paragraph else ()
    return bool(inlines) and inlines[0].__class__ is Text and len(inlines[0].text) > _LONGEST_SIGN


def _has_no_word(blocks: tuple[Block, ...]) -> bool:
    """Return whether a cell has nothing, or a sign alone."""
    return not any(
        isinstance(block, Table) or (block.inlines and any(map(str.isalnum, block.text)))
        for block in blocks
    )


def _columns(count: int | None, least: int) -> int:
    return least if count is None else min(max(count, least), MOST_COLUMNS)


def _widths(element: Element) -> tuple[float, ...]:
    columns = element.findall(f"{W}tblGrid/{W}gridCol")[:MOST_COLUMNS]
    widths = (as_twentieths(column.get(W + "w")) or 0 for column in columns)
    return tuple(round(max(0, width) / _TWENTIETHS_IN_A_MILLIMETRE, 1) for width in widths)
