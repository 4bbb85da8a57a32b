"""Takes a report out of the table in which it is laid out, so that it is read like any other.

Some councils type a whole report into the cells of one table: everything in one cell, a row for
each section, or a heading beside its text. Such a table is no table of the report's own.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from importers.report.heading_tables import (
    decision_tables,
    heading_tables,
    only_line,
    sections_outside,
)
from importers.report.report_headings import ReportWording, heading_parts, look_of
from importers.report.report_words import header_label, is_lead_in, is_of_a_report
from importers.unread import is_filled
from importers.wording import is_short_line
from plan.papers.blocks import Block, Cell, Paragraph, Row, Table, paragraphs_of
from plan.text.clean import clean_line

_MOST_TABLES = 4
"""Tables at the beginning of a paper that may be a layout: none stands further down."""
_MOST_CELLS = 4
_LEAST_SECTIONS = 2
_BESIDE = 2
"""Cells of a row with a heading beside its text."""


def without_layout_tables(
    blocks: Sequence[Block], starts: frozenset[int], wording: ReportWording
) -> tuple[Sequence[Block], frozenset[int]]:
    """Return the blocks of a paper with what stands in layout tables, and where its pages begin.

    What this program printed has none.
    """
    places = [place for place, block in enumerate(blocks) if isinstance(block, Table)]
    found = {
        place: inner
        for place in ([] if wording.is_ours else places[:_MOST_TABLES])
        if (inner := _laid_out(blocks, place, wording))
    }
    if not wording.is_ours:
        found |= heading_tables(blocks, places, wording)
        others = (place for place in places if place not in found)
        found |= decision_tables(blocks, others, wording)
    if not found:
        return blocks, starts
    taken_out: list[Block] = []
    moved: set[int] = set()
    for place, block in enumerate(blocks):
        if place in starts:
            moved.add(len(taken_out))
        taken_out += found.get(place, [block])
    return tuple(taken_out), frozenset(moved)


def _laid_out(blocks: Sequence[Block], place: int, wording: ReportWording) -> list[Block]:
    """Return the blocks in a table that is a layout, none where it is a table of its own."""
    table = blocks[place]
    if not isinstance(table, Table) or not table.rows:
        return []
    if len(table.rows[0].cells) > _MOST_CELLS:
        return []
    outside = sections_outside(blocks, wording)
    inside = {section for row in table.rows for section in _sections_in(row, wording)}
    if len(inside) >= _LEAST_SECTIONS and not inside & outside:
        return list(_blocks_in(table))
    in_rows = _blocks_in_rows(table, wording) if inside and not inside & outside else []
    boxed = {one for row in table.rows for one in _section_in_box(row, wording)}
    if in_rows or (boxed and not boxed & outside):
        return in_rows or list(_blocks_in_boxes(table))
    if outside or not any(map(_is_header, (*blocks[:place], table))):
        return []
    first = _first_beside(table, wording)
    return [] if first is None else list(_blocks_in(table, first))


def _box(row: Row) -> list[Paragraph]:
    """Return the lines of a row that is one cell with a line and prose below it, else none."""
    cells = _filled(row)
    lines = [one for one in paragraphs_of(cells[0].blocks) if is_filled(one)] if cells else []
    if len(cells) != 1 or not is_short_line(lines[0]):
        return []
    return [] if all(map(is_short_line, lines)) else lines


def _section_in_box(row: Row, wording: ReportWording) -> Iterator[str]:
    """Yield the section whose heading and text are all that stands in a row."""
    for line in _box(row)[:1]:
        section = wording.section_called(heading_parts(line)[1])
        if section is not None:
            yield section.id


def _blocks_in_boxes(table: Table) -> Iterator[Block]:
    """Yield what stands in a table whose rows are boxes, each with a heading; others stay rows."""
    for row in table.rows:
        lines = _box(row)
        if lines:
            yield replace(lines[0], role="heading-1")
            yield from (block for block in _filled(row)[0].blocks if block is not lines[0])
        else:
            yield replace(table, rows=(row,))


def _blocks_in_rows(table: Table, wording: ReportWording) -> list[Block]:
    """Return what stands in a table with a heading to a row and its text in the row below.

    Nothing where a row has several cells, or fewer than two headings stand out.
    """
    rows = [cells for row in table.rows if (cells := _filled(row))]
    if any(len(cells) != 1 for cells in rows):
        return []
    found: list[Block] = []
    headings = 0
    was_heading = False
    for place, (cell,) in enumerate(rows):
        heading = only_line(cell)
        is_heading = (
            heading is not None
            and not was_heading
            and place + 1 < len(rows)
            and is_short_line(heading)
            and (look_of(heading).is_marked or wording.section_at(heading) is not None)
        )
        if heading is not None and is_heading:
            found.append(replace(heading, role="heading-1", bullet=None))
            headings += 1
        else:
            found += cell.blocks
        was_heading = is_heading
    return found if headings >= _LEAST_SECTIONS else []


def _filled(row: Row) -> list[Cell]:
    return [cell for cell in row.cells if any(map(is_filled, cell.blocks))]


def _sections_in(row: Row, wording: ReportWording) -> Iterator[str]:
    """Yield the sections whose headings stand in a row that is one cell."""
    cells = _filled(row)
    for block in cells[0].blocks if len(cells) == 1 else ():
        if isinstance(block, Paragraph) and is_short_line(block):
            section = wording.section_at(block)
            if section is not None:
                yield section.id


def _section_beside(row: Row, wording: ReportWording) -> bool:
    cells = _filled(row)
    if len(cells) != _BESIDE:
        return False
    heading = only_line(cells[0])
    return heading is not None and wording.section_called(heading_parts(heading)[1]) is not None


def _asks(row: Row, wording: ReportWording) -> bool:
    """Return whether a row has the heading of the recommendations beside their lead-in."""
    label, text = _filled(row)
    heading = only_line(label)
    section = wording.section_called(heading_parts(heading)[1]) if heading is not None else None
    first = next((one for one in text.paragraphs if one.text.strip()), None)
    is_asked = section is not None and section.kind == "recommendations"
    return is_asked and first is not None and is_lead_in(first.text.split("\n")[0])


def _first_beside(table: Table, wording: ReportWording) -> int | None:
    """Return the first row with a section's heading beside its text, None where there is none.

    Where the committee is asked in such a row, each row below those of the header has a heading.
    """
    beside = [n for n, row in enumerate(table.rows) if _section_beside(row, wording)]
    if not any(_asks(table.rows[n], wording) for n in beside):
        return beside[0] if len(beside) >= _LEAST_SECTIONS else None
    known = [
        n
        for n, row in enumerate(table.rows)
        for cell in _filled(row)[:1]
        if header_label(cell.text, is_cell=True) is not None
    ]
    return max(known, default=-1) + 1


def _is_header(block: Block) -> bool:
    """Return whether a block has a label that only a report has."""
    texts = [line.text for line in paragraphs_of((block,))]
    if isinstance(block, Table):
        texts += ["\t".join(clean_line(cell.text) for cell in row.cells) for row in block.rows]
    return any(label is not None and is_of_a_report(label) for label in map(header_label, texts))


def _blocks_in(table: Table, first_beside: int | None = None) -> Iterator[Block]:
    """Yield what stands in a table, row by row; rows of several cells stay rows of tables.

    From row `first_beside` on a row of two cells is a heading and its text.
    """
    waiting: list[Row] = []
    for place, row in enumerate(table.rows):
        cells = _filled(row)
        is_beside = first_beside is not None and place >= first_beside and len(cells) == _BESIDE
        heading = only_line(cells[0]) if is_beside else None
        if len(cells) > 1 and heading is None:
            waiting.append(row)
            continue
        if waiting:
            yield replace(table, rows=tuple(waiting))
            waiting = []
        if heading is not None:
            yield replace(heading, role="heading-1", bullet=None)
            cells = cells[1:]
        for cell in cells:
            yield from cell.blocks
    if waiting:
        yield replace(table, rows=tuple(waiting))
