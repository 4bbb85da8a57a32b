"""The headings of a report in small tables of their own, and numbers in a column beside the text.

In some councils' reports a small table holds the heading of a section ("1.0 | Purpose", or a
shaded cell), and prose follows it; or the numbers of headings and paragraphs stand in a column
beside them; or a box has a heading in its first row and the text in those below. Such tables are
no tables of the report's own: their lines are read as if they were typed one below another.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from importers.account.ledger import left_out
from importers.report.report_headings import (
    TYPED_NUMBER,
    ReportWording,
    first_number,
    heading_parts,
    look_of,
)
from importers.report.report_words import (
    is_decision,
    is_lead_in,
    joined,
    recommendation_headings,
)
from importers.unread import is_filled
from importers.wording import is_short_line, said_words
from plan.council.report_format import SectionFormat
from plan.papers.blocks import Block, Cell, Paragraph, Row, Table, Text

_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,2}[.)]?")
_WHOLE = re.compile(r"\d{1,2}(?:\.0)?[.)]?")
"""The number of a section, not of a paragraph."""
_APPENDIX = re.compile(r"(?:appendix|annex|schedule)\b", re.IGNORECASE)
_COUNTED = re.compile(r"\d{1,2}(?:\.\d{1,2})?[.)]?|\(?(?:[a-z]|[ivx]{1,5})[).]", re.IGNORECASE)
"""What counts a recommendation in the cell beside it."""
_LEAST_SECTIONS = 2
"""Sections whose headings stand in tables, where that is how a report is laid out."""
_MOST_ROWS = 60
_WITH_NUMBER = 2
"""Cells of a row that is a number and what it counts."""


@dataclass(frozen=True)
class _Lines:
    """What stands in a table: its lines, the sections that it heads, and whether it is a heading.

    `number` is that of its first heading, 0 for none; `look` says whether that is marked and on a
    ground of a colour.
    """

    blocks: tuple[Block, ...]
    sections: tuple[SectionFormat, ...]
    is_heading: bool
    number: int
    look: tuple[bool, bool]


def heading_tables(
    blocks: Sequence[Block], places: Iterable[int], wording: ReportWording
) -> dict[int, list[Block]]:
    """Return what stands in the tables that hold headings of a report, by the place of each.

    `places` are those of the tables. Where the report has headings as paragraphs, only the box in
    which the committee is asked is taken out.
    """
    found = {
        place: lines
        for place in places
        if isinstance(block := blocks[place], Table)
        and (lines := _lines_in(block, wording)) is not None
    }
    if not any(lines.sections for lines in found.values()):
        return {}
    outside = sections_outside(blocks, wording)
    known = [n for n, lines in found.items() if {one.id for one in lines.sections} - outside]
    named = {one.id for n in known for one in found[n].sections} - outside
    if len(named) >= _LEAST_SECTIONS > len(outside):
        places = [*_between(found, known), *_shaded_below(blocks, found, known)]
        return {n: list(found[n].blocks) for n in places}
    asked = (n for n in known if _asks_in_box(found[n], outside))
    return {n: list(found[n].blocks) for n in asked}


def decision_tables(
    blocks: Sequence[Block], places: Iterable[int], wording: ReportWording
) -> dict[int, list[Block]]:
    """Return the recommendations that stand in the rows of a table, by the place of each table.

    It stands below their heading or their lead-in; what stands beside one has a heading of its
    own, but for its number.
    """
    found: dict[int, list[Block]] = {}
    filled: Block | None = None
    last = 0
    for place in places:
        table, between = blocks[place], filter(is_filled, blocks[last:place])
        filled, last = next(iter([*between][-1:]), filled), place
        above = filled
        if not isinstance(table, Table) or not isinstance(above, Paragraph):
            continue
        said = TYPED_NUMBER.sub("", above.text, count=1)
        is_led = is_lead_in(said) and not is_decision(said)
        section = wording.section_at(above)
        is_headed = section is not None and section.kind == "recommendations"
        if is_led or is_headed:
            found[place] = _decisions_below(table) or _decisions_in(table, is_led=is_led)
    return {place: lines for place, lines in found.items() if lines}


def _decisions_below(table: Table) -> list[Block]:
    """Return what stands below "Recommendation", what is beside it behind its own heading below."""
    header, *below = [row.cells for row in table.rows] or [()]
    headings = [said_words(cell.text) for cell in header]
    asked = next((n for n, said in enumerate(headings) if said in recommendation_headings()), None)
    if asked is None or not below or any(len(row) != len(header) for row in below):
        return []
    lines: list[Block] = []
    for row in below:
        texts = [one for one in row[asked].paragraphs if is_filled(one)]
        number = only_line(row[asked - 1]) if asked else None
        is_counted = number is not None and _COUNTED.fullmatch(number.text.strip()) is not None
        if not texts or (number is not None and number.text.strip() and not is_counted):
            return []
        lines += [_behind_number(number if is_counted else None, texts[0]), *texts[1:]]
        for n, cell in enumerate(row):
            if n not in (asked, asked - 1) and any(map(is_filled, cell.blocks)):
                label = Text(f"{header[n].text.strip().rstrip(':')}: ")
                said = [one for one in cell.paragraphs if is_filled(one)]
                lines += [
                    replace(
                        one, bullet=1, inlines=(*((label,) if one is said[0] else ()), *one.inlines)
                    )
                    for one in said
                ]
    left_out((one for cell in header for one in cell.paragraphs), "labels")
    return lines


def _behind_number(number: Paragraph | None, first: Paragraph) -> Paragraph:
    """Return a recommendation behind its number, as if both were typed; else as one of a list."""
    if number is not None:
        inlines = (*number.inlines, Text("\t"), *first.inlines)
        return replace(first, inlines=inlines, at=(*number.at, *first.at))
    return first if first.label or first.bullet is not None else replace(first, bullet=0)


def _decisions_in(table: Table, *, is_led: bool) -> list[Block]:
    """Return the recommendations of a table, a row to each; none where it has more than those."""
    rows = [cells for row in table.rows[: _MOST_ROWS + 1] if (cells := _filled(row))]
    lines: list[Block] = []
    for cells in rows if len(rows) <= _MOST_ROWS else ():
        texts = [one for one in cells[-1].blocks if is_filled(one)]
        first, number = texts[0], cells[0].text.strip() if len(cells) > 1 else ""
        is_one = len(cells) == 1 or (len(cells) == _WITH_NUMBER and _COUNTED.fullmatch(number))
        if not is_one or not all(isinstance(one, Paragraph) for one in texts):
            return []
        if not isinstance(first, Paragraph) or not (is_led or is_decision(first.text)):
            return []
        printed = only_line(cells[0]) if number else None
        lines += [_behind_number(printed, first), *texts[1:]]
    return lines


def sections_outside(blocks: Sequence[Block], wording: ReportWording) -> frozenset[str]:
    """Return the sections whose headings stand in no table."""
    found = (wording.section_at(one) for one in blocks if isinstance(one, Paragraph))
    return frozenset(section.id for section in found if section is not None)


def _between(found: dict[int, _Lines], known: Sequence[int]) -> Iterator[int]:
    """Yield the places of the headings among those that are known, and of those counted on."""
    last = known[-1]
    looks = {found[n].look for n in known}
    for place, lines in found.items():
        is_among = known[0] < place < last and lines.is_heading and lines.look in looks
        is_next = place > known[-1] and lines.number == found[last].number + 1 > 1
        if place in known or is_among or (lines.is_heading and is_next):
            last = max(last, place)
            yield place


def _shaded_below(
    blocks: Sequence[Block], found: dict[int, _Lines], known: Sequence[int]
) -> Iterator[int]:
    """Yield the places of headings below the last that is known, where each is shaded as those are.

    Text or a table stands below each; the label of an appendix is none.
    """
    looks = {found[n].look for n in known}
    if looks != {(True, True)}:
        return
    for place, lines in found.items():
        is_alike = (
            place > known[-1] and lines.is_heading and lines.look in looks and not lines.number
        )
        below = next((n for n in range(place + 1, len(blocks)) if is_filled(blocks[n])), None)
        heading = lines.blocks[0]
        if not is_alike or below is None or below in found or not isinstance(heading, Paragraph):
            continue
        if _APPENDIX.match(heading.text.strip()) is None:
            yield place


def _asks_in_box(lines: _Lines, outside: frozenset[str]) -> bool:
    """Return whether a table is the box of the recommendations, with its text."""
    is_asked = any(one.kind == "recommendations" for one in lines.sections)
    ids = {one.id for one in lines.sections}
    return is_asked and len(ids) == 1 and not ids & outside and not lines.is_heading


def _lines_in(table: Table, wording: ReportWording) -> _Lines | None:
    """Return the lines of a table whose rows are headings and text, None for any other table."""
    rows = [cells for row in table.rows[: _MOST_ROWS + 1] if (cells := _filled(row))]
    if not 0 < len(rows) <= _MOST_ROWS or not all(map(_is_line, rows)):
        return None
    first = only_line(rows[0][-1])
    if first is None or not is_short_line(first):
        return None
    found: list[Block] = []
    sections: list[SectionFormat] = []
    number = 0
    for place, cells in enumerate(rows):
        line = only_line(cells[-1])
        section = wording.section_called(heading_parts(line)[1]) if line is not None else None
        below = rows[place + 1] if place + 1 < len(rows) else None
        lines = _with_number(cells)
        if line is not None and _heads(cells, line, section, below, is_alone=len(rows) == 1):
            lines = [replace(lines[0], role="heading-1", bullet=None)]
            number = number or first_number(heading_parts(lines[0])[0])
            sections += [section] if section is not None else []
        elif place == 0:
            return None
        found += lines
    look = (look_of(first).is_marked, bool(rows[0][-1].fill))
    return _Lines(tuple(found), tuple(sections), len(rows) == 1, number, look)


def _heads(
    cells: Sequence[Cell],
    line: Paragraph,
    section: SectionFormat | None,
    below: Sequence[Cell] | None,
    *,
    is_alone: bool,
) -> bool:
    """Return whether a row is a heading: a known one, one alone, or one counted on below it."""
    if not is_short_line(line):
        return False
    if len(cells) != _WITH_NUMBER:
        return section is not None or is_alone
    number = cells[0].text.strip()
    if _WHOLE.fullmatch(number) is None:
        return False
    is_counted = below is not None and len(below) == _WITH_NUMBER
    inner = below[0].text.strip() if below is not None and is_counted else ""
    is_above = inner.startswith(f"{first_number(number)}.") and not _WHOLE.fullmatch(inner)
    return section is not None or is_alone or is_above


def _is_line(cells: Sequence[Cell]) -> bool:
    """Return whether a row is one text, or a number and its text."""
    if any(isinstance(block, Table) for cell in cells for block in cell.blocks if is_filled(block)):
        return False
    if len(cells) == 1:
        return True
    number = only_line(cells[0])
    is_number = number is not None and _NUMBER.fullmatch(number.text.strip()) is not None
    return len(cells) == _WITH_NUMBER and is_number


def _with_number(cells: Sequence[Cell]) -> list[Paragraph]:
    """Return the paragraphs of a row, the first of them behind the number in the cell before."""
    lines = [one for one in cells[-1].paragraphs if is_filled(one)]
    number = only_line(cells[0]) if len(cells) == _WITH_NUMBER else None
    return lines if number is None else [_behind(number, lines[0]), *lines[1:]]


def _behind(number: Paragraph, line: Paragraph) -> Paragraph:
    """Return a line behind its number, as if both were typed: how the number looks says nothing."""
    whole = joined(number, line)
    looks = {one.bold for one in line.inlines if isinstance(one, Text) and one.text.strip()}
    is_all_bold = looks == {True}
    inlines = (
        replace(one, bold=is_all_bold) if isinstance(one, Text) and n < len(number.inlines) else one
        for n, one in enumerate(whole.inlines)
    )
    return replace(line, inlines=tuple(inlines), at=whole.at)


def only_line(cell: Cell) -> Paragraph | None:
    """Return the paragraph that a cell holds and nothing else; None for any other cell."""
    lines = [block for block in cell.blocks if is_filled(block)]
    first = lines[0] if len(lines) == 1 else None
    return first if isinstance(first, Paragraph) else None


def _filled(row: Row) -> list[Cell]:
    return [cell for cell in row.cells if not cell.merged_up and any(map(is_filled, cell.blocks))]
