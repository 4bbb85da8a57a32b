"""The widths of the columns of a table: as the council has them, but no word is broken.

Tables with the same columns in one section have the same widths, so that they line up.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import ceil
from typing import TypeAlias

from exporters.word.measures import MM_A_POINT, Measures
from plan.papers.blocks import Block, Inline, Paragraph, Role, Row, Table, Text
from plan.papers.links import linked, target_of
from plan.text.addresses import may_have_address

CELL_MARGINS_MM = 3.5
"""Of both sides of a cell, with the line between two."""
NARROW_MARGINS_MM = 2.1
"""The same where not all words have room with the usual ones."""
_ITEM_INDENT, _BULLET_INDENT = 142, 198
"""Twips that a line of a list stands in, as the styles of our template have it, at 10 points."""
_INDENT_POINTS, _TWIPS_A_POINT = 10, 20
_CROWDED_LINES = 3
"""Lines of a usual cell from which a column takes what an empty one has to give."""
_BOLD: frozenset[Role] = frozenset({"progress-date", "form-header", "plan-header"})
_ROWS_A_PAGE = 2
"""Of a plan: on each page the header row stands again."""
_STEP_MM = 0.2
"""Words that are alike to this in width are reckoned as one."""
_PIECES = 8
"""A word in so many pieces is as bad as two broken ones."""
_LEAST_LETTERS = 7
"""Of a line in a column of which no word is whole."""
_LABELS_AND_TEXTS = 2
"""Columns of a card, whose first row is its header."""
_IN_ADDRESS = re.compile(r"(?<=[/.?&=_@-])")
"""Where an address goes on in the next line: it may be longer than any."""
_LONGEST_MAIL = 40
"""Letters of an address of mail that stands in one line where there is room."""
_PARTED = {"-": "- ", "–": "– ", "\u00ad": " ", "\u200b": " "}
"""Where Word breaks a line, besides at a space."""
_AT_ONCE = 500
"""Texts whose words are told apart together; those of all would take much memory at once."""


Lengths: TypeAlias = list[list[tuple[int, ...]]]
_Kind: TypeAlias = tuple[object, ...]


@dataclass
class _Column:
    """What one column of some tables holds: its texts, and how many letters they have.

    `listed` are the items of lists by how far they stand in; all others are `texts` or `bold`.
    """

    header: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    bold: list[str] = field(default_factory=list)
    listed: dict[int, list[str]] = field(default_factory=dict)
    letters: int = 0


class ColumnWidths:
    """The widths of the tables of a section, whose pages have `room` in millimetres."""

    def __init__(self, blocks: Iterable[Block], room: float, measures: Measures) -> None:
        self._room = room
        self._measures = measures
        self._alike: dict[_Kind, _Alike] = {}
        for block in blocks:
            if isinstance(block, Table):
                self._alike.setdefault(_kind(block), _Alike(block)).add(block)

    def of(self, table: Table) -> tuple[float, ...]:
        """Return the widths of a table's columns, in millimetres."""
        return self._of(table).widths(self._room, self._measures)

    def margins(self, table: Table) -> float:
        """Return the margins of both sides of a table's cells, in millimetres."""
        return self._of(table).margins(self._room, self._measures)

    def lengths(self, table: Table) -> Lengths:
        """Return how many letters each paragraph of each cell of a table has, by its rows."""
        return self._of(table).lengths[id(table)]

    def _of(self, table: Table) -> "_Alike":
        found = self._alike.setdefault(_kind(table), _Alike(table))
        if id(table) not in found.lengths:  # one that stands in a cell
            found.add(table)
        return found


class _Alike:
    """Tables that have the same widths: what their columns hold, and how long it is."""

    def __init__(self, first: Table) -> None:
        self.lengths: dict[int, Lengths] = {}
        self._preferred = first.widths
        self._columns = [_Column() for _ in first.widths]
        self._role = _role_of(first)
        self._rows = 0
        self._tables: list[Table] = []
        self._margins = CELL_MARGINS_MM
        self._widths: tuple[float, ...] | None = None

    def add(self, table: Table) -> None:
        """Measure a table too."""
        self._tables.append(table)  # so that no other has its id
        self._rows += sum(not row.is_header for row in table.rows)
        self.lengths[id(table)] = [self._measured(row) for row in table.rows]

    def _measured(self, row: Row) -> list[tuple[int, ...]]:
        """Keep the texts of a row, and return how many letters its paragraphs have."""
        if len(row.cells) != len(self._columns):
            return [tuple([len(one.text) for one in cell.paragraphs]) for cell in row.cells]
        found: list[tuple[int, ...]] = []
        for cell, column in zip(row.cells, self._columns, strict=True):
            if not cell.blocks:
                found.append(())
                continue
            lengths: list[int] = []
            for one in cell.paragraphs:
                text, said = _shown(one)
                lengths.append(len(text))
                if row.is_header:
                    column.header.append(said)
                elif one.role in _BOLD or _has_bold(one):
                    column.bold.append(said)
                elif one.bullet is not None or one.role == "plan-item":
                    column.listed.setdefault(_indent(one), []).append(said)
                else:
                    column.texts.append(said)
            if not row.is_header:
                column.letters += sum(lengths)
            found.append(tuple(lengths))
        return found

    def widths(self, room: float, measures: Measures) -> tuple[float, ...]:
        """Return the widths of the columns, in millimetres, within `room`.

        A column takes what its longest word needs from those that have more than they need. Where
        all together need more than there is, the margins of the cells are narrower; where that is
        not enough, as few words are broken as can be. Where columns are crowded, one in which
        nothing stands gives them what it does not need.
        """
        if self._widths is None:
            self._widths = tuple(self._fitting(room, measures))
        return self._widths

    def margins(self, room: float, measures: Measures) -> float:
        """Return the margins of both sides of a cell: the usual ones where all words have room."""
        self.widths(room, measures)
        return self._margins

    def _fitting(self, room: float, measures: Measures) -> Sequence[float]:
        preferred = sum(self._preferred)
        if not preferred:
            return self._preferred
        needs = [_need(column, self._role, measures) for column in self._columns]
        if sum(needs) + self._margins * len(needs) > room and len(needs) > _LABELS_AND_TEXTS:
            self._margins = NARROW_MARGINS_MM
        margins = min(self._margins, room / len(needs) / 2)
        needs = [need + margins for need in needs]
        whole = min(max(preferred, sum(needs)), room)
        if sum(needs) > whole:
            needs = [width + margins for width in self._of_fewest_broken(measures, whole, margins)]
        share = whole / preferred
        wanted = self._preferred if share == 1 else [width * share for width in self._preferred]
        widths = _raised(wanted, needs)
        if self._role == "plan-cell":
            letter = measures.letter(self._role) / max(self._rows, 1)
            widths = _given_away(widths, needs, self._columns, letter, margins)
        return widths

    def _of_fewest_broken(
        self, measures: Measures, whole: float, margins: float
    ) -> Sequence[float]:
        """Return what the columns need in `whole` millimetres if few words are broken."""
        in_header = 1 + self._rows // (_ROWS_A_PAGE * max(len(self._tables), 1))
        room = whole - margins * len(self._columns)
        least = min(measures.letter(self._role) * _LEAST_LETTERS, room / len(self._columns))
        words = [_counted(one, self._role, measures, in_header) for one in self._columns]
        return _of_fewest_broken(words, room, least)


def _shown(paragraph: Paragraph) -> tuple[str, str]:
    """Return what is shown of a paragraph, and the same with blanks where an address may break."""
    text = paragraph.text
    if not may_have_address(text):
        return text, text
    shown = linked(paragraph)
    return shown.text, "".join(map(_breakable, shown.inlines))


def _breakable(inline: Inline) -> str:
    """Return the words of an inline, those of an address in the parts between which it breaks."""
    if not isinstance(inline, Text):
        return " "
    target = target_of(inline)
    is_mail = target.startswith("mailto:") and len(inline.text) <= _LONGEST_MAIL
    is_address = bool(target) and not is_mail and may_have_address(inline.text)
    return _IN_ADDRESS.sub(" ", inline.text) if is_address else inline.text


def _kind(table: Table) -> _Kind:
    """Return what tables have in common that have the same widths."""
    header = table.rows[0] if table.rows and table.rows[0].is_header else None
    if header is None or len(table.widths) == _LABELS_AND_TEXTS:
        return (*table.widths, _role_of(table))
    return (*table.widths, *(cell.text for cell in header.cells))


def _role_of(table: Table) -> Role:
    first = next((one for row in table.rows for one in row.cells[0].paragraphs), None)
    is_form = first is not None and first.role.startswith("form-")
    return "form-answer" if is_form else "plan-cell"


def _need(column: _Column, role: Role, measures: Measures) -> float:
    """Return the width of the longest word that cannot be broken."""
    return max(
        measures.longest(_unbroken(texts), kind, bold=bold) + (indent if texts else 0.0)
        for texts, kind, bold, indent in _texts_of(column, role, measures)
    )


def _counted(
    column: _Column, role: Role, measures: Measures, in_header: int
) -> Mapping[float, int]:
    """Return how often words of each width stand in a column, in its header `in_header` times."""
    counts: Counter[float] = Counter()
    for texts, kind, bold, indent in _texts_of(column, role, measures):
        often = in_header if texts is column.header else 1
        said = Counter(word for text in texts for word in _parts(text))
        widths = measures.widths(said, kind, bold=bold)
        for width, count in zip(widths, said.values(), strict=True):
            counts[ceil((indent + width) / _STEP_MM) * _STEP_MM] += count * often
    return counts


def _texts_of(
    column: _Column, role: Role, measures: Measures
) -> Iterator[tuple[list[str], Role, bool, float]]:
    """Yield the texts of a column: their role, whether they are bold, how far they are in.

    That is in millimetres.
    """
    header: Role = "form-header" if role == "form-answer" else "plan-header"
    yield column.header, header, False, 0.0
    yield column.texts, role, False, 0.0
    yield column.bold, role, True, 0.0
    scale = measures.points(role) / _INDENT_POINTS * MM_A_POINT / _TWIPS_A_POINT
    for indent, texts in column.listed.items():
        yield texts, role, False, indent * scale


def _indent(item: Paragraph) -> int:
    """Return how far an item of a list stands in, in twips at the usual size."""
    return _ITEM_INDENT if item.bullet is None else _BULLET_INDENT * (item.bullet + 1)


def _of_fewest_broken(
    words: Sequence[Mapping[float, int]], room: float, least: float
) -> Sequence[float]:
    """Return widths of columns, together at most `room`, in which few of their words are broken.

    `words` has how often words of each width stand in each column. From the widths at which none
    is broken, what gives most room for what it breaks is taken until all have room; then what is
    left goes where it mends most.
    """
    costs = [_costs(each, least) for each in words]
    widths = [max(each) for each in costs]
    while (excess := sum(widths) - room) > 0:
        lower = [
            (min(width - step, excess) / (cost - each[width]), place, step)
            for place, (width, each) in enumerate(zip(widths, costs, strict=True))
            for step, cost in each.items()
            if step < width
        ]
        if not lower:
            return [width * room / sum(widths) for width in widths]
        _, place, widths[place] = max(lower)
    while True:
        left = room - sum(widths)
        higher = [
            ((each[width] - cost) / (step - width), place, step)
            for place, (width, each) in enumerate(zip(widths, costs, strict=True))
            for step, cost in each.items()
            if width < step <= width + left
        ]
        if not higher:
            return widths
        _, place, widths[place] = max(higher)


def _costs(words: Mapping[float, int], least: float) -> Mapping[float, float]:
    """Return the widths that a column may have, and what each costs: how often a word is broken.

    A word in many pieces costs more than one in two. None is below `least` but by its words: else
    its heading stands letter below letter.
    """
    lowest = min(least, max(words, default=0.0))
    steps = {lowest, *(one for one in words if one > lowest)}
    return {
        step: sum(
            count * (1 + word / step / _PIECES) for word, count in words.items() if word > step
        )
        for step in steps
    }


def _unbroken(texts: Sequence[str]) -> set[str]:
    """Return the words of some texts, as far as they cannot be broken."""
    words: set[str] = set()
    for start in range(0, len(texts), _AT_ONCE):
        words.update(" ".join(texts[start : start + _AT_ONCE]).split())
    return set(_parts(" ".join(words)))


def _parts(text: str) -> list[str]:
    """Return the words of a text, those of which a line may end in the middle as their parts."""
    for mark, parted in _PARTED.items():
        text = text.replace(mark, parted)
    return text.split()


def _has_bold(paragraph: Paragraph) -> bool:
    for run in paragraph.inlines:  # noqa: SIM110 - a generator takes twice as long
        if run.__class__ is Text and run.bold:
            return True
    return False


def _raised(widths: Sequence[float], needs: Sequence[float]) -> Sequence[float]:
    """Return the widths with each as wide as it needs to be, taken from those with more."""
    missing = sum(max(need - width, 0) for need, width in zip(needs, widths, strict=True))
    spare = sum(max(width - need, 0) for need, width in zip(needs, widths, strict=True))
    if not missing or not spare:
        return widths
    part = min(missing / spare, 1.0)
    return [
        need if width < need else width - (width - need) * part
        for need, width in zip(needs, widths, strict=True)
    ]


def _given_away(
    widths: Sequence[float],
    needs: Sequence[float],
    columns: Sequence[_Column],
    letter: float,
    margins: float,
) -> Sequence[float]:
    """Return the widths where empty columns give what they do not need to crowded ones.

    `letter` is the width of a letter by the number of rows, over which a column's are spread.
    """
    lines = [
        one.letters * letter / max(width - margins, 1)
        for one, width in zip(columns, widths, strict=True)
    ]
    crowded = [count if count > _CROWDED_LINES else 0.0 for count in lines]
    if not any(crowded):
        return widths
    spare = [
        max(width - need, 0) if not one.letters else 0.0
        for one, width, need in zip(columns, widths, needs, strict=True)
    ]
    total = sum(crowded)
    return [
        width - given + sum(spare) * count / total
        for width, given, count in zip(widths, spare, crowded, strict=True)
    ]
