"""Parts the labelled lines in the cells of a table from what stands above them.

In the action plans of auditors a cell says what is done and, in lines below it, "Responsible
officer: …" and "Agreed date: …": each such label becomes the heading of a column.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from importers.account.ledger import places
from importers.plan.columns import HeadingWords, header_columns
from importers.plan.columns_by_cells import is_when
from importers.plan.header_column import HeaderColumn, own_heading
from importers.plan.headings import heading_key
from importers.plan.several_leads import names_leads
from importers.plan.tables_of_plans import TELLING, are_a_plans
from importers.plan.wider_tables import widened
from plan.papers.blocks import Block, Cell, Paragraph, Row, Table, plain
from plan.papers.paragraph_parts import lines_apart, start_of, without_start
from plan.text.clean import clean_line

_HEADER_WITHIN = 4
_LABEL = re.compile(r"\s*(?P<label>[^\W\d_][^:\n]{0,39}?)\s*:(?:\s+|$)")
_WHO_BEHIND = re.compile(r"\s+[(\[](?P<who>[^()\[\]]{2,120})[)\]]\s*[.;]?\s*\Z")
_HALF = 2


@dataclass
class _Labels:
    """The labels in the cells below a header: their spelling and paragraphs, by their keys.

    `taken` are the fields that the header has itself, which no label says again.
    """

    words: HeadingWords
    taken: frozenset[str | None]
    said: dict[str, str] = field(default_factory=dict)
    printed: dict[str, tuple[Paragraph, ...]] = field(default_factory=dict)

    def label_of(self, line: Paragraph) -> re.Match[str] | None:
        """Return the label with which a line begins, None where it has none that is known."""
        match = _LABEL.match(line.text)
        if match is None:
            return None
        label = clean_line(match["label"])
        name = self.words.plainly(label)
        if name is None and is_when(line.text[match.end() :]):
            weak = self.words.plain_field(label)  # "Date" and "Target" may be something else
            name = weak if weak == "timescale" else None
        return match if name in TELLING and name not in self.taken else None

    def part(self, cell: Cell) -> tuple[Cell, dict[str, Cell]]:
        """Return a cell without its labelled lines, and what these say; the whole where unsure.

        A label with nothing behind it is that of the line below.
        """
        above: list[Block] = []
        found: dict[str, tuple[Paragraph, ...]] = {}
        waiting = ""
        for line in _lines_in(cell):
            match = self.label_of(line) if isinstance(line, Paragraph) else None
            if isinstance(line, Paragraph) and match is not None:
                waiting = self._note(match["label"], line)
                value = without_start(line, match.end())
                found[waiting] = (*found.get(waiting, ()), value)
                waiting = "" if value.text.strip() else waiting
            elif isinstance(line, Paragraph) and waiting:
                found[waiting] += (line,)
                waiting = "" if line.text.strip() else waiting
            elif not found:
                above.append(line)
            elif not isinstance(line, Paragraph) or line.text.strip():
                return cell, {}
        return replace(cell, blocks=tuple(above)), {key: Cell(one) for key, one in found.items()}

    def _note(self, label: str, line: Paragraph) -> str:
        """Note that a line begins with a label; return the key of that."""
        name = clean_line(label)
        key = heading_key(name)
        self.said.setdefault(key, name)
        self.printed[key] = (*self.printed.get(key, ()), replace(plain(name), at=line.at))
        return key


def labels_apart(table: Table, words: HeadingWords) -> Table | None:
    """Return a table with a column for each label in its cells; None where none is a plan's.

    Most of the cells of a column have the labels: in others a line with a colon is left alone.
    """
    for place, row in enumerate(table.rows[:_HEADER_WITHIN]):
        columns = header_columns(row, words)
        if any(column.field == "text" for column in columns):
            return _parted(table, place, columns, words) or _leads_apart(
                table, place, columns, words
            )
    return None


def may_have_labels(columns: Sequence[HeaderColumn]) -> bool:
    """Return whether a plan's table may say in lines of a cell who does an action, or when."""
    fields = {column.field for column in columns}
    return not {"leads", "timescale"} <= fields


def _is_open(column: HeaderColumn) -> bool:
    """Return whether lines with labels may stand in a column: an action, or a text of its own."""
    own = column.field is not None and own_heading(column.field) is not None
    return own or column.field in (None, "text")


def _parted(
    table: Table, place: int, columns: Sequence[HeaderColumn], words: HeadingWords
) -> Table | None:
    labels = _Labels(words, frozenset(column.field for column in columns))
    below = [row for row in table.rows[place + 1 :] if len(row.cells) == len(columns)]
    is_open = [_is_open(one) and not one.is_left_out for one in columns]
    wanted = {n for n in range(len(columns)) if is_open[n] and _has_labels(n, below, labels)}
    if not wanted:
        return None
    text = next(n for n, column in enumerate(columns) if column.field == "text")
    parted = {id(row): _row_of(row, wanted, text, labels) for row in below}
    if not labels.said:
        return None
    more = tuple(
        Cell((replace(plain(said), at=places(labels.printed[key])),))
        for key, said in labels.said.items()
    )
    header = replace(table.rows[place], cells=(*table.rows[place].cells, *more))
    if not are_a_plans(header_columns(header, words)):
        return None
    values = {
        row: (cells, tuple(said.get(key, Cell()) for key in labels.said))
        for row, (cells, said) in parted.items()
    }
    return widened(table, table.rows[place], more, values)


def _has_labels(place: int, rows: Sequence[Row], labels: _Labels) -> bool:
    """Return whether most of the filled cells of a column have a line with a known label."""
    cells = [row.cells[place] for row in rows if row.cells[place].text.strip()]
    labelled = sum(
        any(isinstance(one, Paragraph) and labels.label_of(one) for one in _lines_in(cell))
        for cell in cells
    )
    return labelled * _HALF > len(cells)


def _row_of(
    row: Row, wanted: set[int], text: int, labels: _Labels
) -> tuple[tuple[Cell, ...], dict[str, Cell]]:
    cells, values = list(row.cells), dict[str, Cell]()
    for place in sorted(wanted):
        cell, said = labels.part(row.cells[place])
        if place != text or cell.text.strip():
            cells[place] = cell
            values = {**said, **values}
    return tuple(cells), values


def _lines_in(cell: Cell) -> Iterator[Block]:
    """Yield the blocks of a cell; a paragraph with labels in its lines gives each line."""
    for block in cell.blocks:
        if isinstance(block, Paragraph) and "\n" in block.text and ":" in block.text:
            yield from lines_apart(block)
        else:
            yield block


# Who does an action, in brackets behind it


def _leads_apart(
    table: Table, place: int, columns: Sequence[HeaderColumn], words: HeadingWords
) -> Table | None:
    """Return a table with the leads that stand in brackets behind most of its actions apart.

    Its heading says so, or two actions at least have them; None for any other table.
    """
    if any(column.field == "leads" for column in columns):
        return None
    text = next(n for n, column in enumerate(columns) if column.field == "text")
    below = [row for row in table.rows[place + 1 :] if len(row.cells) == len(columns)]
    below = [row for row in below if row.cells[text].text.strip()]
    found = {id(row): pair for row in below if (pair := _with_lead(row.cells[text])) is not None}
    is_said = "leads" in columns[text].joined
    if len(found) * _HALF <= len(below) or (len(found) < _HALF and not is_said):
        return None
    more = (Cell((plain("Lead"),)),)
    header = replace(table.rows[place], cells=(*table.rows[place].cells, *more))
    if not are_a_plans(header_columns(header, words)):
        return None
    values = {
        id(row): ((*row.cells[:text], cell, *row.cells[text + 1 :]), (lead,))
        for row in below
        for cell, lead in (found.get(id(row), (row.cells[text], Cell())),)
    }
    return widened(table, table.rows[place], more, values)


def _with_lead(cell: Cell) -> tuple[Cell, Cell] | None:
    """Return what is done and who does it, in brackets at its end; None where none stands there."""
    last = next((one for one in reversed(cell.paragraphs) if one.text.strip()), None)
    match = _WHO_BEHIND.search(last.text) if last is not None else None
    if last is None or match is None or not names_leads(match["who"]):
        return None
    said = replace(last, inlines=start_of(last, match.start()))
    lead = without_start(last, match.start("who"))
    who = replace(lead, inlines=start_of(lead, len(match["who"])))
    blocks = tuple(said if one is last else one for one in cell.blocks)
    return replace(cell, blocks=blocks), Cell((who,))
