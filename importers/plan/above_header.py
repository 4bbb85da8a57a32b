"""Reads the rows above the header of a plan's table: its aim, and what belongs to each action."""

import re
from dataclasses import dataclass, field

from importers.account.ledger import left_out
from importers.plan.aims import aim_label, labelled, precedence, says_more
from importers.plan.cells import listed, without_start
from importers.plan.colour_keys import explains_colours
from importers.plan.columns import HeaderColumn, HeadingWords, own_key
from importers.plan.plan_rows import Cells, Group
from plan.papers.blocks import Cell, Paragraph, Row
from plan.text.clean import clean_line

_LABEL = re.compile(r"(?P<label>[^:\n]{1,60}):\s+(?=\S)")
_KEYS = frozenset(
    {"key", "legend", "note", "notes", "rag key", "brag key", "colour key", "status key"}
)
"""Labels of what explains the table and says nothing of its actions."""
_PAIRS = (2, 4)
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
        self._choose_aim()

    def read_below(self, rows: tuple[Row, ...]) -> None:
        """Read the rows below the actions, each a label and what it says of all of them."""
        for row in rows:
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

    def _read_pairs(self, row: Row) -> None:
        cells = [cell for cell in row.cells if not cell.merged_up]
        if len(cells) % 2:
            cells = [cell for cell in cells if cell.text.strip()]
        if len(cells) % 2 or not cells:
            self.rest.append(clean_line(" ".join(cell.text for cell in row.cells)))
            return
        for label, value in zip(cells[::2], cells[1::2], strict=True):
            self._read_pair(label, value)

    def _read_pair(self, label: Cell, value: Cell) -> None:
        name = clean_line(label.text).rstrip(": ")
        said = listed(value.paragraphs)
        match = labelled(f"{name}:")
        if match is not None and match.end() >= len(name) and said:
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
        name = self.words.plain_field(label)
        taken = {column.field for column in self.columns} | {"ref", "text", "progress"}
        key = own_key(label) if name is None or name in taken else name
        self.common[key] = self.common.get(key, ()) + paragraphs

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


def aim_in_box(rows: tuple[Row, ...]) -> Cell | None:
    """Return the cell of a small table that says an aim with its label, such as an agenda item."""
    if len(rows) > _MOST_BOXED:
        return None
    first = next((cell for row in rows for cell in row.cells if cell.text.strip()), None)
    label = aim_label(first.text) if first is not None else None
    return first if label is not None and label.text else None


def says_aim(rows: tuple[Row, ...]) -> bool:
    """Return whether a small table is of labels and what they say, an aim among them."""
    pairs = [row for row in rows if len(row.cells) in _PAIRS]
    if not pairs or len(rows) > _MOST_ROWS or any(len(row.cells) > max(_PAIRS) for row in rows):
        return False
    labels = [clean_line(cell.text).rstrip(": ") for row in pairs for cell in row.cells[::2]]
    is_short = all(len(label) <= _LONGEST_LABEL for label in labels)
    return is_short and any(labelled(f"{label}:") is not None for label in labels if label)
