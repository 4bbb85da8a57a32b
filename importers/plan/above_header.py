"""Reads the rows above the header of a plan's table: its aim, and what belongs to each action."""

import re
from dataclasses import dataclass, field

from importers.account.ledger import left_out
from importers.plan.aims import aim_label, is_label_of_aim, labelled, precedence, says_more
from importers.plan.cells import listed
from importers.plan.colour_keys import explains_colours
from importers.plan.columns import HeadingWords, is_row_of_headings
from importers.plan.header_column import HeaderColumn, own_key
from importers.plan.plan_rows import Cells, Group, crossed_out_in, may_be_label
from plan.papers.blocks import Cell, Paragraph, Row
from plan.papers.paragraph_parts import without_start
from plan.text.clean import clean_line

_LABEL = re.compile(r"(?P<label>[^:\n]{1,60}):\s+(?=\S)")
_KEYS = frozenset(
    {"key", "legend", "note", "notes", "rag key", "brag key", "colour key", "status key"}
)
"""Labels of what explains the table and says nothing of its actions."""
_PAIRS = (2, 4)
_SHAPES = (1, *_PAIRS)
"""Cells of a row of labels, each with what it says."""
_MOST_ROWS = 12
_MOST_BOXED = 2
_LONGEST_LABEL = 80
_MOST_WORDS = 8


@dataclass
class AboveHeader:
    """What stands above a header: `groups` are the aims, the last that of the actions below.

    `common` belongs to each of these actions, by the key of its column; `rest` are the rows of
    which nothing could be made.
    """

    words: HeadingWords
    columns: tuple[HeaderColumn, ...]
    groups: list[Group] = field(default_factory=list)
    common: Cells = field(default_factory=dict)
    rest: list[str] = field(default_factory=list)
    is_apart: bool = False
    """Whether it stands in a table of its own."""
    _aims: list[tuple[str, tuple[Paragraph, ...], Cell]] = field(default_factory=list)
    _level: str = ""
    """The level of the last labelled aim across the table."""

    def read(self, rows: tuple[Row, ...]) -> None:
        """Read the rows from top to bottom."""
        for row in rows:
            filled = [cell for cell in row.cells if cell.text.strip()]
            if len(filled) == 1 and not _is_label_alone(row, filled[0]):
                self._read_band(filled[0])
            elif filled:
                self._read_pairs(row)
            elif aim_label(words := crossed_out_in(row.cells)) is not None:
                self.groups.append(Group(source="above", crossed_out=words))
        self._choose_aim()

    def read_below(self, rows: tuple[Row, ...]) -> None:
        """Read the rows below the actions, each a label and what it says of all of them."""
        for row in rows:
            if self._read_labelled(row):
                continue
            label, value = row.cells
            if value.text.strip():
                name = clean_line(label.text).rstrip(": ")
                self._keep(name, listed(value.paragraphs), label.paragraphs)

    def _read_band(self, cell: Cell) -> None:
        paragraphs = listed(cell.paragraphs)
        if len(paragraphs) > 1 and all(map(_label_in, paragraphs)):
            for paragraph in paragraphs:
                self._read_line(paragraph)
        elif len(paragraphs) == 1:
            self._read_line(paragraphs[0])
        else:
            self._add_group(clean_line(cell.text), paragraphs)

    def _add_group(self, line: str, said: tuple[Paragraph, ...]) -> None:
        if explains_colours(line):
            self.rest.append(line)
            return
        above = self.groups[-1] if self.groups else None
        if above is not None and is_label_of_aim(above.heading) and aim_label(line) is None:
            above.heading = f"{above.heading.rstrip(': ')}: {line}"
            above.said += said
            return
        label = aim_label(line)
        self._level = label.level if label is not None else self._level
        self.groups.append(Group(line, source="above", said=said))

    def _read_line(self, paragraph: Paragraph) -> None:
        match = _label_in(paragraph)
        line = clean_line(paragraph.text)
        label = aim_label(line)
        if match is None or (label is not None and not says_more(label.level, self._level)):
            self._add_group(line, (paragraph,))
            return
        self._keep(match["label"], (without_start(paragraph, match.end()),))

    def _read_labelled(self, row: Row) -> bool:
        """Read a row whose cells each have a label before what they say: "Lead: Team"."""
        lines = [
            line for cell in row.cells for line in listed(cell.paragraphs) if line.text.strip()
        ]
        if len(lines) < _MOST_BOXED or not all(map(_label_in, lines)):
            return False
        for line in lines:
            self._read_line(line)
        return True

    def _read_pairs(self, row: Row) -> None:
        if self._read_labelled(row):
            return
        cells = [cell for cell in row.cells if not cell.merged_up]
        is_odd = len(cells) % 2 == 1
        if is_odd:
            cells = [cell for cell in cells if cell.text.strip()]
        pairs = list(zip(cells[::2], cells[1::2], strict=len(cells) % 2 == 0))
        is_like_actions = is_odd or (
            not self.is_apart and all(cell.span == 1 for cell in row.cells)
        )
        if (
            len(cells) % 2
            or row.first_column
            or not all(self._is_label(label, must_be_known=is_like_actions) for label, _ in pairs)
        ):
            self.rest.append(clean_line(" ".join(cell.text for cell in row.cells)))
            return
        for label, value in pairs:
            self._read_pair(label, value)

    def _is_label(self, cell: Cell, *, must_be_known: bool) -> bool:
        """Return whether a cell can be a label; one among cells like those of actions is known."""
        name = clean_line(cell.text)
        if is_label_of_aim(name):
            return True
        is_marked = not must_be_known or not name or name.endswith(":")
        return may_be_label(cell, self.words) and (
            is_marked or self.words.plain_field(name) is not None
        )

    def _read_pair(self, label: Cell, value: Cell) -> None:
        name = clean_line(label.text).rstrip(": ")
        said = listed(value.paragraphs)
        if is_label_of_aim(name) and said:
            self._aims.append((name, label.paragraphs, value))
        elif said:
            self._keep(name, said, label.paragraphs)

    def _keep(
        self, label: str, paragraphs: tuple[Paragraph, ...], labels: tuple[Paragraph, ...] = ()
    ) -> None:
        if label.strip().casefold() in _KEYS:
            said = " ".join(clean_line(paragraph.text) for paragraph in paragraphs)
            self.rest.append(f"{label}: {said}")
            return
        left_out(labels or paragraphs, "labels", None if labels else label)
        key = self.key_of(label)
        self.common[key] = self.common.get(key, ()) + paragraphs

    def key_of(self, label: str) -> str:
        """Return under which key is kept what a label says of each action, besides its columns."""
        name = self.words.plain_field(label)
        taken = {column.field for column in self.columns} | {"ref", "text", "progress"}
        return own_key(label) if name is None or name in taken else name

    def _choose_aim(self) -> None:
        """Take the label that says most plainly what the aim is; others are kept as they stand.

        A label across the table says it where none in the rows does so more plainly.
        """
        levels = {id(aim): getattr(aim_label(f"{aim[0]}: x"), "level", "") for aim in self._aims}
        chosen = min(self._aims, key=lambda aim: precedence(levels[id(aim)]), default=None)
        if chosen is not None and self._level:
            is_plainer = precedence(levels[id(chosen)]) < precedence(self._level)
            chosen = chosen if is_plainer else None
        for aim in self._aims:
            label, labels, value = aim
            if aim is chosen:
                heading = f"{label}: {clean_line(value.text)}"
                said = (*labels, *listed(value.paragraphs))
                self.groups.append(Group(heading, source="above", said=said))
            else:
                self._keep(label, listed(value.paragraphs), labels)


def _label_in(paragraph: Paragraph) -> re.Match[str] | None:
    match = _LABEL.match(paragraph.text)
    return match if match and len(match["label"].split()) <= _MOST_WORDS else None


def _is_label_alone(row: Row, filled: Cell) -> bool:
    """Return whether the one cell of a row that says something is a label without a value."""
    text = filled.text.strip()
    is_first = filled is row.cells[0] and len(row.cells) > 1
    return is_first and len(text) <= _LONGEST_LABEL and labelled(f"{text.rstrip(':')}:") is None


def aim_in_box(rows: tuple[Row, ...]) -> tuple[Cell, ...]:
    """Return the cells of a small table that say an aim with its label, such as an agenda item.

    The label and the aim stand in one cell, or in two; none where there is no such aim.
    """
    filled = [cell for row in rows[:1] for cell in row.cells if cell.text.strip()]
    if not filled or len(rows) > _MOST_BOXED:
        return ()
    label = aim_label(filled[0].text)
    if label is not None and label.text:
        return (filled[0],)
    return tuple(filled[:2]) if is_label_of_aim(filled[0].text) and len(filled) > 1 else ()


def says_aim(rows: tuple[Row, ...], words: HeadingWords) -> bool:
    """Return whether a small table is of labels and what they say, an aim among them."""
    pairs = [row for row in rows if len(row.cells) in _PAIRS]
    if not pairs or len(rows) > _MOST_ROWS or any(len(row.cells) not in _SHAPES for row in rows):
        return False
    if any(is_row_of_headings(row, words) for row in pairs):
        return False
    if not all(
        may_be_label(cell, words) or (cell is row.cells[0] and is_label_of_aim(cell.text))
        for row in pairs
        for cell in row.cells[::2]
    ):
        return False
    labels = [clean_line(row.cells[0].text).rstrip(": ") for row in pairs]
    is_short = all(len(label) <= _LONGEST_LABEL for label in labels)
    bands = (aim_label(row.cells[0].text) for row in rows if len(row.cells) == 1)
    is_across = any(band is not None and band.text for band in bands)
    return is_short and (is_across or any(map(is_label_of_aim, labels)))
