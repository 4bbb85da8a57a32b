"""The end of a report drafted: lines with labels, tables of who wrote it, the listed appendices."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from importers.learning.names import id_of, short_label
from importers.learning.report_cells_draft import drafted_cells
from importers.learning.report_tables_draft import ReportTables
from importers.learning.toml_text import Values
from importers.report.report_headings import TYPED_NUMBER, look_of
from importers.report.report_words import (
    header_label,
    is_above_a_signature,
    is_name,
    lists_papers,
    signature_column,
    signature_label,
)
from importers.unread import is_filled
from importers.wording import is_short_line
from plan.council.report_format import LISTED
from plan.model.fields import HEADER_FIELDS, SIGNATURE_FIELDS
from plan.papers.blocks import Block, Paragraph, Table, plain
from plan.text.clean import clean_line

_LABELLED = re.compile(
    r"(?P<label>[^:\t\n]{1,40}?)\s*(?P<sign>:\s*\t*|\t+)\s*(?P<text>.*)", re.DOTALL
)
_LEAST = 2


@dataclass
class ReportEnd:
    """What a format says of the end of a report, and the blocks that are none of it."""

    values: Values = field(default_factory=dict)
    fields: list[Values] = field(default_factory=list)
    blocks: tuple[Block, ...] = ()
    texts: list[str] = field(default_factory=list)
    people: list[str] = field(default_factory=list)
    behind: tuple[Block, ...] = ()
    """What stands below a table of who wrote the report."""


def drafted_end(
    blocks: Sequence[Block], fields: Sequence[Values], tables: ReportTables
) -> ReportEnd:
    """Return the end of a report in the blocks from its first heading on.

    `fields` are those that the council adds already, whose ids are taken.
    """
    end = ReportEnd(blocks=tuple(blocks))
    _take_lines(end, fields)
    _take_cells(end, fields)
    _take_table_of_lines(end, fields)
    _take_tables(end, tables)
    return end


def _take_lines(end: ReportEnd, fields: Sequence[Values]) -> None:
    """Take the lines with labels that end a report, two at least, one of them a known label."""
    place = len(end.blocks)
    found: list[tuple[re.Match[str], Paragraph]] = []
    while place > 0:
        block = end.blocks[place - 1]
        if isinstance(block, Paragraph) and not is_filled(block):
            place -= 1
            continue
        match = _line_of(block)
        if match is None or not isinstance(block, Paragraph):
            break
        found.insert(0, (match, block))
        place -= 1
    known = [match for match, block in found if signature_label(block.text) is not None]
    if (len(found) < _LEAST or not known) and not _names_author(found):
        return
    end.blocks = end.blocks[:place]
    _add_lines(end, found, fields)


def _names_author(found: Sequence[tuple[re.Match[str], Paragraph]]) -> bool:
    """Return whether all that ends a report is a line that says by its label who wrote it."""
    labels = [header_label(block.text, is_cell=True) for _, block in found]
    return len(labels) == 1 and labels[0] is not None and labels[0].meaning == "author"


def _take_table_of_lines(end: ReportEnd, fields: Sequence[Values]) -> None:
    """Take a table of labels and texts that ends a report, one of them a known label."""
    place = len(end.blocks) - 1
    while place >= 0 and not is_filled(end.blocks[place]):
        place -= 1
    block = end.blocks[place] if place >= 0 else None
    if not isinstance(block, Table) or end.values:
        return
    found: list[tuple[re.Match[str], Paragraph]] = []
    for row in block.rows:
        cells = [clean_line(cell.text) for cell in row.cells]
        line = plain("\t".join(cells))
        match = _LABELLED.fullmatch(line.text) if len(cells) == _LEAST and cells[0] else None
        if match is None or row.cells[0].merged_up:
            return
        found.append((match, line))
    if len(found) >= _LEAST and any(_is_known(match["label"]) for match, _ in found):
        end.blocks = end.blocks[:place]
        _add_lines(end, found, fields)
        end.values["end_layout"] = "table"


def _is_known(label: str) -> bool:
    line = f"{label.rstrip(': ')}:\t…"
    named = signature_label(line) is not None or header_label(line, is_cell=True) is not None
    return named or signature_column(label) is not None


def _add_lines(
    end: ReportEnd,
    found: Sequence[tuple[re.Match[str], Paragraph]],
    fields: Sequence[Values],
) -> None:
    """Add the lines that end a report, a field of the council's own for a label of no other."""
    # What a paper lists as its appendices need not be in it: it is kept as it stands there.
    taken = {*HEADER_FIELDS, *SIGNATURE_FIELDS, LISTED, *(one["id"] for one in fields)}
    printed: set[str] = set()
    lines: list[Values] = []
    for match, block in found:
        label, said = clean_line(match["label"]), clean_line(match["text"])
        named = signature_label(block.text)
        name = str(named[0]) if named is not None and named[0] not in printed else ""
        if not name:
            name = id_of(label, taken, "line")
            taken.add(name)
            end.fields.append({"id": name, "kind": "line", "label": short_label(label, 40)})
        printed.add(name)
        sign = ":" if match["sign"].startswith(":") else ""
        lines.append({"label": f"{label}{sign}", "text": f"{{{name}}}"})
        end.texts.append(said)
        end.people += [said] if is_name(said) else []
    end.values["end_lines"] = lines


def _line_of(block: Block) -> re.Match[str] | None:
    if not isinstance(block, Paragraph) or block.bullet is not None:
        return None
    if TYPED_NUMBER.match(block.text):
        return None
    match = _LABELLED.fullmatch(block.text.strip())
    if match is None:
        return None
    label = clean_line(match["label"])
    known = signature_label(block.text) or header_label(block.text) or lists_papers(label)
    return match if known or "\t" in match["sign"] else None


def _take_cells(end: ReportEnd, fields: Sequence[Values]) -> None:
    """Take the last table in whose cells stands who wrote and who approved the report."""
    if end.values:
        return
    ids = {*HEADER_FIELDS, LISTED, *(str(one["id"]) for one in fields)}
    for place in reversed(range(len(end.blocks))):
        block = end.blocks[place]
        draft = drafted_cells(block, ids) if isinstance(block, Table) else None
        if draft is not None:
            end.behind = end.blocks[place + 1 :]
            end.blocks = (*end.blocks[:place], *end.behind)
            end.values |= {"end_layout": "cells", "end_lines": draft.lines}
            end.fields += draft.fields
            end.texts += [said for said in draft.said if len(said.split()) > 1]
            end.people += [said for said in draft.said if is_name(said)]
            return


def _take_tables(end: ReportEnd, tables: ReportTables) -> None:
    """Take the tables of who wrote and who approved a report, with the line above each."""
    found: list[Values] = []
    left: list[Block] = []
    for block in end.blocks:
        if isinstance(block, Table) and _is_of_people(block):
            above = _label_above(left)
            title = above or f"Who wrote it{'' if not found else f' {len(found) + 1}'}"
            made = tables.people_table(block, title)
            if above:
                left.pop()
                made["heading"] = above
            found.append(made)
        else:
            left.append(block)
    if found:
        end.values["end_tables"] = found
        end.blocks = tuple(left)


def _is_of_people(table: Table) -> bool:
    """Return whether a table has headings of names, posts or dates above one row or a few."""
    rows = [row.cells for row in table.rows]
    if len(rows) < _LEAST or len(rows) > 4:  # noqa: PLR2004 - authors and those who approve
        return False
    named = {signature_column(cell.text) for cell in rows[0]} - {None}
    return len(named) >= _LEAST and all(cell.text.strip() for cell in rows[0])


def _label_above(blocks: Sequence[Block]) -> str:
    last = blocks[-1] if blocks else None
    if not isinstance(last, Paragraph) or not is_short_line(last):
        return ""
    line = clean_line(last.text)
    is_label = is_above_a_signature(line) or look_of(last).is_marked
    return line if is_label and not TYPED_NUMBER.match(line) else ""
