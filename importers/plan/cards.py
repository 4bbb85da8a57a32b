"""Tables of labels and values, one for each action, turned into a table of actions."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise, zip_longest

from importers.account.ledger import left_out, places
from importers.plan.aims import aim_label, is_label_of_aim, labelled
from importers.plan.columns import HeadingWords, is_row_of_headings
from importers.plan.header_column import HeaderColumn
from importers.plan.headings import AIM, heading_key, meaning_of
from importers.plan.plan_rows import may_be_label
from importers.plan.tables_of_plans import TELLING, plan_columns
from importers.unread import is_filled
from plan.papers.blocks import Block, Cell, Paragraph, Row, Table, Text, plain
from plan.papers.paragraph_parts import without_start
from plan.reading.status import tone_of_words
from plan.text.clean import clean_line

_LEAST = 3
"""The fewest labels of a card: the action and two others."""
_PLAIN_OTHERS = 3
_LEAST_OTHERS = 2
"""Labels besides the action's by which cards may be of actions, once the officer says so."""
_LEAST_COLUMNS = 3
"""The fewest columns of a table with one of labels and an action in each of the others."""
_LEAST_PAIRS = 2
"""The fewest rows of labels that stand above what they say: a single one is a header."""
_PAIR = 2
_WIDTHS = frozenset({_PAIR, 4})
"""Cells in a row: a label and its value, or two of each."""
_NUMBERED = re.compile(
    r"(?:action|task|activity|improvement(?: action| activity)?|deliverable|initiative|project)"
    r"(?: (?:ref|no\.?|number))? ?#?(?P<ref>[A-Za-z]{0,4}[-_]?\d[\w.()-]{0,9}?)"
    r"(?:[.:)](?= |$)| ?[–-](?= )|(?= |$)) ?(?P<text>.*)",
    re.IGNORECASE | re.DOTALL,
)
_ONE_OF = re.compile(r"(?:[^\W\d_]+ )?(?P<ref>\d{1,3}) ?(?:of|/) ?\d{1,3}", re.IGNORECASE)
"""What stands across a card that says which of them it is: "Card 2 of 9"."""
_INNER_LABEL = re.compile(r"\s*(?P<label>[^\W\d_][^:\n]{0,39}):(?:\s+|$)")
"""The label before what a cell says."""
_MILESTONES = re.compile(r"(?:key |main |interim )?(?:milestones?|steps?|stages?)", re.IGNORECASE)
_AIM, _REF, _TEXT = "Aim", "Ref", "Action"
"""Labels for what a card says above its own."""
_NO_LABEL = Cell()


@dataclass
class _Card:
    """What a card says, by the keys of its labels; `title` is what stands above them.

    `labels` are the labels, `printed` the paragraphs that have them.
    """

    title: tuple[Paragraph, ...] = ()
    cells: dict[str, Cell] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)
    printed: dict[str, tuple[Paragraph, ...]] = field(default_factory=dict)

    def add(self, label: str, value: Cell, printed: Cell = _NO_LABEL) -> None:
        """Put what a label, as `printed`, says below what it has said before."""
        key = heading_key(label)
        before = self.cells.get(key)
        blocks = (*(before.blocks if before else ()), *value.blocks)
        self.cells[key] = Cell(blocks, fill=value.fill or (before.fill if before else ""))
        self.labels.setdefault(key, label)
        self.printed[key] = (*self.printed.get(key, ()), *printed.paragraphs)


def dealt(table: Table, words: HeadingWords) -> Table | None:
    """Return a card, or several in one table, as a table with a header; None where it is none.

    Labels stand to the left of what they say, in one pair of cells or two to a row or before one
    column for each action, in rows above it, or before it in each cell. A row across the table is
    the aim, or the action where no label has it.
    """
    found = _laid_out(table, words)
    if found is None:
        return None
    header, *_ = found.rows
    labels = [clean_line(cell.text) for cell in header.cells]
    return found if _names_an_action(labels, plan_columns(header, words), words) else None


def likely_dealt(table: Table, words: HeadingWords) -> Table | None:
    """Return cards of which no label says what is done as a table with a header; None for others.

    They say two at least of by whom, by when, how well and how far.
    """
    found = _laid_out(table, words, least=0.5)
    if found is None:
        return None
    known = {words.plainly(clean_line(cell.text)) for cell in found.rows[0].cells}
    if "text" in known or len(known & TELLING) < _LEAST_OTHERS:
        return None
    return found


def _laid_out(table: Table, words: HeadingWords, least: float = 0.51) -> Table | None:
    """Return what has the shape of cards as a table with a header, a row for each card.

    Of a row of labels above what they say, the share of `least` is known.
    """
    turned = _turned(table, words, least=least) or _unfolded(table, words)
    turned = turned or _parted(table, words)
    cards = [] if turned else list(_across(table, words))
    if not (turned or cards) and (
        not _is_of_labels(table, words) or any(_is_header(row, words) for row in table.rows)
    ):
        return None
    is_across = bool(cards)
    cards = cards or list(_cards(turned or table))
    for card in cards:
        if card.title:
            card.add("" if heading_key(_TEXT) in card.cells else _TEXT, Cell(card.title))
    headings = {key: label for card in reversed(cards) for key, label in card.labels.items()}
    first = [] if is_across else [key for key in map(heading_key, (_AIM, _REF)) if key in headings]
    keys = list(dict.fromkeys((*first, *(key for card in cards for key in card.labels))))
    header = Row(tuple(_heading(key, headings[key], cards) for key in keys))
    return Table((header, *(Row(tuple(card.cells.get(k, Cell()) for k in keys)) for card in cards)))


def _is_header(row: Row, words: HeadingWords) -> bool:
    """Return whether a row names columns; beside "Status" a status such as "On track" does not."""
    said = (clean_line(cell.text) for cell in row.cells[1::2])
    return is_row_of_headings(row, words) and not any(map(tone_of_words, said))


def _across(table: Table, words: HeadingWords) -> Iterator[_Card]:
    """Yield a card for each column beside one of labels; nothing for any other table."""
    width = len(table.rows[0].cells) if table.rows else 0
    if width < _LEAST_COLUMNS or any(len(row.cells) != width for row in table.rows):
        return
    if any(cell.span > 1 or cell.merged_up for row in table.rows for cell in row.cells):
        return
    heads = table.rows[:1] if _names_aims(table.rows[0]) else ()
    rows = table.rows[len(heads) :]
    labels = [row.cells[0] for row in rows]
    known = {words.plainly(clean_line(label.text)) for label in labels}
    cells = [cell for row in rows for cell in row.cells]
    others = sum(words.plainly(clean_line(cell.text)) is not None for cell in cells) - len(labels)
    is_of_actions = {"text", "leads"} <= known and bool(known & {"timescale", "progress"})
    if not is_of_actions or others > 0 or not all(may_be_label(one, words) for one in labels):
        return
    are_bare = all(is_label_of_aim(cell.text) for head in heads for cell in head.cells[1:])
    aim = _row_of_aims(rows, words) if heads and are_bare else None
    for place in range(1, width):
        card = _Card()
        for row in rows:
            name = clean_line(row.cells[0].text).rstrip(":–- ")
            for head in (
                heads
                if words.plainly(name) == "text" and heading_key(_AIM) not in card.labels
                else ()
            ):
                card.add(_AIM, *_aim_at_head(head, aim, place))
            if row is not aim:
                card.add(name, row.cells[place], row.cells[0] if place == 1 else _NO_LABEL)
        if any(cell.text.strip() for cell in card.cells.values()):
            yield card


def _names_aims(row: Row) -> bool:
    """Return whether a row has the label of another aim above each column but the first."""
    labels = [aim_label(cell.text) for cell in row.cells[1:]]
    numbers = [label.number.casefold() for label in labels if label is not None]
    return "" not in numbers and len(set(numbers)) == len(row.cells) - 1


def _row_of_aims(rows: Sequence[Row], words: HeadingWords) -> Row | None:
    """Return the row that says what is aimed at or hoped for, above the actions, if any."""
    said = [meaning_of(clean_line(row.cells[0].text).rstrip(":–- ")) for row in rows]
    fields = [words.plainly(clean_line(row.cells[0].text)) for row in rows]
    text = fields.index("text")
    for row, one in zip(rows[:text], said[:text], strict=True):
        is_aim = any(kind.name == AIM for kind in one.kinds)
        is_hoped = one.field("plain", "weak") == "success_criteria"
        if is_aim or is_hoped or not row.cells[0].text.strip():
            return row
    return None


def _aim_at_head(head: Row, aim: Row | None, place: int) -> tuple[Cell, Cell]:
    """Return the aim of a column, its label above what the row of aims says, and its labels."""
    is_first = place == 1
    blocks = head.cells[0].blocks if is_first else ()
    label = aim_label(head.cells[place].text)
    if aim is None or label is None or label.text:
        return head.cells[place], Cell(blocks)
    said = (*head.cells[place].paragraphs, *aim.cells[place].paragraphs)
    line = f"{clean_line(head.cells[place].text)}: {clean_line(aim.cells[place].text)}"
    printed = Cell((*blocks, *(aim.cells[0].blocks if is_first else ())))
    return Cell((replace(plain(line), at=places(said)),)), printed


def _unfolded(table: Table, words: HeadingWords) -> Table | None:
    """Return cards in which a row of labels stands above what they say, between other labels.

    Each of these labels then stands beside what it says. None for any other table.
    """
    rows: list[Row] = []
    labels: Row | None = None
    is_unfolded = False
    for row, below in zip_longest(table.rows, table.rows[1:]):
        if labels is not None:
            is_unfolded = True
            both = zip(labels.cells, row.cells, strict=True)
            rows += (Row((replace(one, span=1), replace(said, span=1))) for one, said in both)
            labels = None
        elif below is not None and _stands_above(row, below, words):
            labels = row
        else:
            rows.append(row)
    unfolded = Table(tuple(rows))
    return unfolded if is_unfolded and _is_of_labels(unfolded, words) else None


def _stands_above(labels: Row, said: Row, words: HeadingWords) -> bool:
    """Return whether a row is of labels, most of them known, and what they say is right below.

    Three stand side by side at least: two may be a label and what it says.
    """
    if not _PAIR < len(labels.cells) == len(said.cells):
        return False
    if [cell.span for cell in labels.cells] != [cell.span for cell in said.cells]:
        return False
    if any(cell.merged_up for cell in (*labels.cells, *said.cells)):
        return False
    if not all(cell.text.strip() and may_be_label(cell, words) for cell in labels.cells):
        return False
    known, answered = (
        [words.plainly(clean_line(cell.text)) for cell in row.cells] for row in (labels, said)
    )
    fields = [name for name in known if name is not None]
    if len(fields) * 2 <= len(known) or len(set(fields)) < len(fields):
        return False
    are_labels_too = None not in answered[::2] and len(answered) % 2 == 0
    return not are_labels_too and answered.count(None) * 2 >= len(answered)


def _turned(table: Table, words: HeadingWords, *, least: float) -> Table | None:
    """Return a table in which rows of labels stand above rows of what they say, side by side.

    None for any other table.
    """
    pairs = list(zip(table.rows[::2], table.rows[1::2], strict=False))
    if len(pairs) < _LEAST_PAIRS or len(table.rows) % 2:
        return None
    rows: list[Row] = []
    for labels, values in pairs:
        if not 1 < len(labels.cells) == len(values.cells):
            return None
        if not all(may_be_label(cell, words) for cell in labels.cells):
            return None
        known = sum(words.plainly(clean_line(label.text)) is not None for label in labels.cells)
        if known < len(labels.cells) * least:
            return None
        both = zip(labels.cells, values.cells, strict=True)
        rows.append(Row(tuple(cell for pair in both for cell in pair)))
    return Table(tuple(rows))


def _parted(table: Table, words: HeadingWords) -> Table | None:
    """Return a table whose cells each begin with a label, such as "Lead: …", with the labels apart.

    None for any other table.
    """
    rows: list[Row] = []
    known = 0
    for row in table.rows:
        cells: list[Cell] = []
        for cell in row.cells:
            first = next((one for one in cell.paragraphs if one.text.strip()), None)
            match = _INNER_LABEL.match(first.text) if first is not None else None
            if first is None:
                continue
            if match is None and len(row.cells) == 1 and first.text[:1].isalnum():
                cells.append(cell)  # what is done, across the labels below it
                continue
            if match is None:
                return None
            known += words.plainly(match["label"]) is not None
            label = replace(plain(match["label"]), at=first.at)
            value = without_start(first, match.end())
            blocks = tuple(value if one is first else one for one in cell.blocks)
            cells += (Cell((label,)), replace(cell, blocks=blocks))
        rows.append(Row(tuple(cells)))
    labels = sum(len(row.cells) // 2 for row in rows)
    titles = sum(len(row.cells) == 1 for row in rows)
    is_known = known >= _LEAST and known * 2 > labels and titles * _LEAST <= labels
    return Table(tuple(rows)) if is_known else None


def _heading(key: str, label: str, cards: list[_Card]) -> Cell:
    """Return the heading of what a label says, which stands for that label in each card."""
    printed = (one for card in cards for one in card.printed.get(key, ()))
    return Cell((replace(plain(label), at=places(printed)),))


def _names_an_action(
    labels: Iterable[str], columns: Sequence[HeaderColumn], words: HeadingWords
) -> bool:
    """Return whether labels say plainly what is done, by whom, and when or how it stands.

    What is done may be said less plainly where three others are plain, or by the officer. A form
    has labels such as "Name of policy or activity", "Lead officer" and "Date" too.
    """
    found = {words.plainly(label) for label in labels}
    if columns and "text" in words.chosen.values() and len(found & TELLING) >= _LEAST_OTHERS:
        return "text" in found
    if not columns or "leads" not in found or not found & {"timescale", "progress"}:
        return False
    return "text" in found or len(found & TELLING) >= _PLAIN_OTHERS


def _is_of_labels(table: Table, words: HeadingWords) -> bool:
    """Return whether the shape of a table is that of cards."""
    rows = [row for row in table.rows if len(row.cells) > 1]
    if len(rows) < 2 or not {len(row.cells) for row in rows} <= _WIDTHS:  # noqa: PLR2004
        return False
    labels = [cell for row in rows for cell in row.cells[::2]]
    if any(cell.merged_up or not may_be_label(cell, words) for cell in labels):
        return False
    return len(labels) >= _LEAST


def _cards(table: Table) -> Iterator[_Card]:
    """Yield each card: the next begins where a label comes again, or at a row across the table.

    A label that stands twice one below the other says more of the same.
    """
    card, last = _Card(), ""
    for row in table.rows:
        if len(row.cells) == 1 and row.cells[0].text.strip():
            if card.cells:
                yield card
                card, last = _Card(), ""
            _begin(card, row.cells[0])
        pairs = zip(row.cells[::2], row.cells[1::2], strict=True) if len(row.cells) > 1 else ()
        for label, value in pairs:
            name = clean_line(label.text).rstrip(":–- ")
            key = heading_key(name)
            if key and key in card.cells and key != last:
                yield card
                card = _Card()
            if name or value.text.strip():
                _put(card, name or card.labels.get(last, ""), value, label)
                last = key or last
    if card.cells:
        yield card


def _begin(card: _Card, cell: Cell) -> None:
    """Begin a card with a row across the table: its aim, its ref, or what is done."""
    text, at = clean_line(cell.text), places(cell.paragraphs)
    one_of, match = _ONE_OF.fullmatch(text), _NUMBERED.fullmatch(text)
    if one_of is not None:
        card.add(_REF, Cell((replace(plain(one_of["ref"]), at=at),)), cell)
    elif match is not None:
        card.add(_REF, Cell((replace(plain(match["ref"]), at=at),)), cell)
        said = match["text"].strip()
        card.title = (replace(plain(said), at=at),) if said else ()
    elif labelled(text) is not None:
        card.add(_AIM, cell)
    else:
        card.title = cell.paragraphs


def _put(card: _Card, name: str, value: Cell, label: Cell) -> None:
    """Put a label with its value into a card; one with a number is an action with its ref."""
    match = _NUMBERED.fullmatch(name)
    if match is not None and not match["text"]:
        at = places(label.paragraphs)
        card.add(_REF, Cell((replace(plain(match["ref"]), at=at),)))
        name = _TEXT
    card.add(name, value, label)


# Milestones below a card


def with_milestones(blocks: Sequence[Block], words: HeadingWords) -> tuple[Block, ...]:
    """Return the blocks; a table of milestones right below a card is one more label of the card.

    It has two columns, "Milestone | Target": each row becomes a line, "Routes mapped: May 2027".
    """
    tables = [(n, block) for n, block in enumerate(blocks) if block.__class__ is Table]
    found, taken = list(blocks), set[int]()
    for (above, card), (below, table) in pairwise(tables):
        if above in taken or not (_is_card(card) and _are_milestones(table, words)):
            continue
        if not any(map(is_filled, blocks[above + 1 : below])):
            label, heading = table.rows[0].cells
            left_out(heading.paragraphs, "labels")
            lines = Cell(tuple(_line_of_pair(row.cells) for row in table.rows[1:]))
            found[above] = replace(card, rows=(*card.rows, Row((label, lines))))
            taken.add(below)
    return tuple(block for n, block in enumerate(found) if n not in taken) if taken else (*blocks,)


def _is_card(table: Table) -> bool:
    return len(table.rows) >= _LEAST and all(len(row.cells) == _PAIR for row in table.rows)


def _are_milestones(table: Table, words: HeadingWords) -> bool:
    """Return whether a table has milestones in one column and when each is due in another."""
    if len(table.rows) < _PAIR or not _is_pairs(table):
        return False
    name, when = (clean_line(cell.text) for cell in table.rows[0].cells)
    return _MILESTONES.fullmatch(name) is not None and words.plain_field(when) == "timescale"


def _is_pairs(table: Table) -> bool:
    return all(len(row.cells) == _PAIR and row.cells[0].text.strip() for row in table.rows)


def _line_of_pair(cells: Sequence[Cell]) -> Paragraph:
    said, when = (tuple(one for one in cell.paragraphs if one.text.strip()) for cell in cells)
    inlines = tuple(inline for one in said for inline in one.inlines)
    dated = tuple(inline for one in when for inline in one.inlines)
    between = (Text(": "),) if dated else ()
    return replace(plain(""), inlines=(*inlines, *between, *dated), at=places((*said, *when)))
