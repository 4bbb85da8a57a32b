"""The tables above the first heading of a report that are no part of its header.

Such are a summary beside its labels, implications one to a row, or a form of directions. They are
the report's own, and are kept at the beginning of its first section.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from importers.report.header_lines import own_label
from importers.report.report_headings import ReportWording, heading_parts
from importers.report.report_words import header_label
from importers.report.who_meets import committee_or_date
from importers.unread import is_filled
from importers.wording import is_short_line
from plan.papers.blocks import Block, Cell, Row, Table

_LABEL_AND_TEXT = 2
"""Cells of a row that says something."""
_MOST_UNLABELLED = 3
"""Rows of a header without labels."""
_WHO_AND_WHEN = frozenset({"committee", "meeting_date"})
_LONGEST_NAME = 120
"""Characters of a line that may name a committee."""


def without_own_tables(
    blocks: Sequence[Block], wording: ReportWording
) -> tuple[list[Block], list[Table]]:
    """Return the blocks of a header, and the tables among them that are none of it.

    A table of the header may go on with rows that are not, such as a summary.
    """
    header: list[Block] = []
    own: list[Table] = []
    for block in blocks:
        rows = list(_own_rows(block, wording)) if isinstance(block, Table) else []
        if not isinstance(block, Table) or not rows:
            header.append(block)
            continue
        above = block.rows[: len(block.rows) - len(rows)]
        header += [replace(block, rows=above)] if above else []
        own.append(replace(block, rows=tuple(rows)))
    return header, own


def _own_rows(table: Table, wording: ReportWording) -> Iterator[Row]:
    """Yield the last rows of a table, those that are no part of a header."""
    rows = [row for row in table.rows if any(map(_is_said, row.cells))]
    known = [_is_of_header(row, wording) for row in rows]
    if not any(map(_says_something, rows)) or _names_who_and_when(rows):
        return
    if known and not known[0] and sum(known) * 2 < len(known):
        yield from table.rows
        return
    last = max((n for n, is_known in enumerate(known) if is_known), default=-1)
    first = next((row for row in rows[last + 1 :] if _is_text_beside(row, wording)), None)
    if first is not None:
        yield from table.rows[next(n for n, row in enumerate(table.rows) if row is first) :]


def _names_who_and_when(rows: Sequence[Row]) -> bool:
    """Return whether a small table without labels names who meets and when, among other lines."""
    texts = [cell.text for row in rows for cell in row.cells if _is_said(cell)]
    if len(rows) > _MOST_UNLABELLED or any(len(text) > _LONGEST_NAME for text in texts):
        return False
    return {name for text in texts for name in committee_or_date(text)} >= _WHO_AND_WHEN


def _is_said(cell: Cell) -> bool:
    return not cell.merged_up and any(map(is_filled, cell.blocks))


def _says_something(row: Row) -> bool:
    """Return whether a row has a label and a text, or prose: a title alone may be the header's."""
    filled = list(filter(_is_said, row.cells))
    return len(filled) >= _LABEL_AND_TEXT or any(map(_is_prose, filled))


def _is_prose(cell: Cell) -> bool:
    said = [one for one in cell.paragraphs if one.text.strip()]
    return any(not is_short_line(one) for one in said)


def _is_of_header(row: Row, wording: ReportWording) -> bool:
    """Return whether a row begins with a label of a header, or names who meets, or when."""
    filled = list(filter(_is_said, row.cells))
    for place, cell in enumerate(filled):
        for line in cell.text.split("\n"):
            own = own_label(line, wording.report_format)
            label = header_label(line, is_cell=True)
            said = own[1] if own is not None else label.text if label is not None else None
            if said or (said is not None and place % 2 == 0):
                return True
    texts = [cell.text for cell in filled]
    return all(len(text) <= _LONGEST_NAME and committee_or_date(text) for text in texts)


def _is_text_beside(row: Row, wording: ReportWording) -> bool:
    """Return whether a row has prose beside a label, or the name of a section."""
    filled = list(filter(_is_said, row.cells))
    if len(filled) < _LABEL_AND_TEXT:
        return False
    first = next(iter(filled[0].paragraphs), None)
    words = heading_parts(first)[1] if first is not None else ""
    return wording.section_called(words) is not None or any(map(_is_prose, filled[1:]))
