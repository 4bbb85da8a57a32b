"""The list of what was not taken: the words left over, put together by what they stand in."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from importers.account.account import NotTaken
from importers.account.file_words import WORD, FileParagraph
from importers.account.ledger import Ledger
from importers.account.spots import Spot, Spotted
from importers.account.values import REF, Value
from plan.text.clean import UNSAFE, clean_line

SHOWN, STRUCK = 0, 255
"""The codes of words that went nowhere, and of those that were left out as they are crossed out."""
_LEFT = frozenset({SHOWN, STRUCK})
_NUMBER = re.compile(r"[\d.]+")
_UNSAFE = re.compile(f"[{UNSAFE}]")
_NOT_IN_PLAN = "It is not in the plan. Type in what should be kept."
_MEANS = {
    "text": _NOT_IN_PLAN,
    "table": _NOT_IN_PLAN,
    "text and table": _NOT_IN_PLAN,
    "words": "They are not in the field that the rest of the paragraph went into.",
    "ref": "Numbers are given anew by the places in the plan: this one is not kept.",
    "text box": "What stands in a box of its own is not in the plan. Type in what should be kept.",
    "footnote": "It is left out. To have it in brackets behind its word: n, or --notes brackets.",
    "endnote": "It is left out. To have it in brackets behind its word: n, or --notes brackets.",
    "struck text": "It is crossed out in Word, so it is left out. To take it: s, or --struck take.",
    "alternative text": "What a picture shows is not in the plan. Type in what should be kept.",
    "comment": "It is a remark on the paper, not its text. Answer it, or note it in the plan.",
}
_NOT_IN_BRACKETS = (
    "It belongs to a label or to words that are not in the plan, so no brackets hold it. Type in"
    " what should be kept."
)
_ON_A_HEADING = (
    "It is on the heading of a column, which no action holds. Type in what should be kept."
)
_KINDS = {"box": "text box"}
_NOTES = frozenset({"footnote", "endnote"})
_OF_THE_TEXT = frozenset({"body", "header"})
_BLOCKS = frozenset({"text", "table"})


@dataclass
class _Entry:
    """An entry while it grows: the places of its paragraphs in the file, and their words."""

    kind: str
    place: str
    pieces: list[tuple[int, str]] = field(default_factory=list)
    kinds: set[str] = field(default_factory=set)


@dataclass
class Listing:
    """Puts the words that went nowhere together, each with its place.

    `went` has the codes of the words of each paragraph of the file, `read_as` the number of the
    paragraph as it was read, `values` what its first words were taken for.
    """

    paragraphs: Sequence[FileParagraph]
    went: Sequence[bytearray]
    read: Spotted
    read_as: dict[int, int]
    values: dict[int, Value]
    ledger: Ledger
    bracketed: frozenset[int] = frozenset()
    """The numbers of the notes that were to be taken in brackets."""
    _rows: dict[tuple[int, int], Value] = field(default_factory=dict)
    _cells: dict[Spot, Value] = field(default_factory=dict)
    _headings: dict[int, dict[int, str]] = field(default_factory=dict)
    _header_rows: dict[int, int] = field(default_factory=dict)
    _taken: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Find out which rows and cells of tables were taken, and what their columns are called."""
        self._taken = sorted(place for place in self.values if self._has_code(place))
        for place in self._taken:
            spot = self._spot(place)
            if spot.table:
                self._rows.setdefault((spot.table, spot.row), self.values[place])
                self._cells.setdefault(spot, self.values[place])
        for at, rule, said in self.ledger.left:
            spots = {self.read.spots[number] for number in at}
            rows = {(spot.table, spot.row) for spot in spots}
            if rule == "labels" and said is None and len(rows) == 1:
                self._note_header(at)

    def _has_code(self, place: int) -> bool:
        return any(code not in _LEFT for code in self.went[place])

    def _note_header(self, at: Sequence[int]) -> None:
        spot = self.read.spots[at[0]]
        if not spot.table or len({self.read.spots[number].column for number in at}) == 1:
            return
        if spot.table not in self._headings:
            self._header_rows[spot.table] = spot.row
        headings = self._headings.setdefault(spot.table, {})
        for number in at:
            column = self.read.spots[number].column
            text = clean_line(self.read.paragraphs[number].text)
            headings[column] = f"{headings.get(column, '')} {text}".strip()

    def entries(self) -> Iterator[NotTaken]:
        """Yield what was not taken, in the order of the file; neighbours are one entry."""
        entry: _Entry | None = None
        last = -1
        for place, paragraph in enumerate(self.paragraphs):
            if not self.went[place]:
                continue
            left = list(self._left(place, paragraph))
            if not left:
                if entry is not None:
                    yield self._finished(entry)
                entry = None
            for code, text in left:
                kind = "struck text" if code == STRUCK else self._kind(place, text)
                where = self._place(place)
                if entry is None or not self._goes_on(entry, kind, where, last, place):
                    if entry is not None:
                        yield self._finished(entry)
                    entry = _Entry(kind, where)
                entry.pieces.append((place, text))
                entry.kinds.add(kind)
                last = place
        if entry is not None:
            yield self._finished(entry)

    def _left(self, place: int, paragraph: FileParagraph) -> Iterator[tuple[int, str]]:
        """Yield the words of a paragraph that went nowhere, and those that are crossed out.

        Of each with its code, and with what stands between them.
        """
        codes = self.went[place]
        if codes[0] in _LEFT and codes.count(codes[0]) == len(codes):
            yield codes[0], _safe(paragraph.text)
            return
        found: dict[int, list[str]] = {}
        words = WORD.finditer(paragraph.text)
        for code, group in groupby(zip(codes, words, strict=True), key=lambda one: one[0]):
            if code in _LEFT:
                stretch = [word for _, word in group]
                text = paragraph.text[stretch[0].start() : stretch[-1].end()]
                found.setdefault(code, []).append(_safe(text))
        for code, texts in found.items():
            yield code, " … ".join(texts)

    def _goes_on(self, entry: _Entry, kind: str, where: str, last: int, place: int) -> bool:
        one, other = self.paragraphs[last], self.paragraphs[place]
        if one.kind != other.kind or one.group != other.group or where != entry.place:
            return False
        return kind == entry.kind or {kind, *entry.kinds} <= _BLOCKS

    def _finished(self, entry: _Entry) -> NotTaken:
        kind = "text and table" if len(entry.kinds) > 1 else entry.kind
        means = _MEANS.get(kind, _NOT_IN_PLAN)
        if kind == "cell":
            means = self._means_of_cell(entry.pieces[0][0])
        elif kind in _NOTES and self.heading_beside(entry.pieces[0][0]):
            means = _ON_A_HEADING
        elif self.read_as.get(entry.pieces[0][0]) in self.bracketed:
            means = _NOT_IN_BRACKETS
        return NotTaken(kind, entry.place, self._text(entry.pieces), means)

    def _text(self, pieces: list[tuple[int, str]]) -> str:
        """Return the words of an entry, a paragraph or the row of a table to a line."""
        lines: list[str] = []
        before = Spot()
        for place, text in pieces:
            spot = self._spot(place)
            if lines and spot.table and (spot.table, spot.row) == (before.table, before.row):
                lines[-1] += f" | {text}"
            else:
                lines.append(text)
            before = spot
        return "\n".join(lines)

    def _means_of_cell(self, place: int) -> str:
        heading = self._heading(self._spot(place))
        if not heading:
            return _NOT_IN_PLAN
        return f"It is not in the plan. Say what “{heading}” holds to have it: c, or --column."

    # Kinds and places

    def place_of(self, at: int, place: int | None) -> str:
        """Return where a paragraph stands that was read; `place` is its own in the file, if any.

        One that has no words has none: then it is named by its cell, or by what stands above it.
        """
        if place is not None:
            return self._place(place)
        spot = self.read.spots.get(at, Spot())
        found = self._place_in_table(spot) if spot.table else ""
        if found:
            return found
        above = [near for near, read in self.read_as.items() if read < at]
        return self._place_in_order(max(above, default=-1) + 1)

    def _spot(self, place: int) -> Spot:
        at = self.read_as.get(place)
        return Spot() if at is None else self.read.spots[at]

    def _heading(self, spot: Spot) -> str:
        columns = self._headings.get(spot.table, {})
        before = [column for column in columns if column <= spot.column]
        return columns[max(before)] if before else ""

    def _heading_at(self, place: int) -> str:
        """Return the heading of a column that a paragraph is part of, empty for any other."""
        spot = self._spot(place)
        is_header = spot.table > 0 and self._header_rows.get(spot.table) == spot.row
        return self._headings[spot.table].get(spot.column, "") if is_header else ""

    def heading_beside(self, place: int) -> str:
        """Return the heading of a column that a note hangs on, empty for any other."""
        beside = self.paragraphs[place].beside
        return "" if beside is None else self._heading_at(beside)

    def _kind(self, place: int, text: str) -> str:
        part = self.paragraphs[place].kind
        if part not in _OF_THE_TEXT:
            return _KINDS.get(part, part)
        value = self.values.get(place)
        if value is not None and value.name == REF:
            return "ref"
        if self._has_code(place):
            return "ref" if _NUMBER.fullmatch(text) else "words"
        spot = self._spot(place)
        if (spot.table, spot.row) in self._rows:
            return "cell"
        return "table" if spot.table else "text"

    def _place(self, place: int) -> str:
        beside = self.paragraphs[place].beside
        if beside is not None:
            return self._place_beside(beside)
        value = self.values.get(place)
        if value is not None:
            return f"in {value.where}"
        spot = self._spot(place)
        if spot.table:
            found = self._place_in_table(spot)
            if found:
                return found
        return self._place_in_order(place)

    def _place_beside(self, place: int) -> str:
        """Return the place of what hangs on a paragraph, which may have no words itself."""
        value = self.values.get(place)
        if value is not None:
            return f"beside {value.where}"
        heading = self._heading_at(place)
        if heading:
            return f"beside the heading “{heading}”"
        if self.went[place]:
            return self._place(place)
        for near in (*range(place - 1, -1, -1), *range(place + 1, len(self.paragraphs))):
            if near in self.read_as:
                spot = self._spot(near)
                value = self._rows.get((spot.table, spot.row))
                return self._place_in_order(place) if value is None else f"beside {value.place}"
        return self._place_in_order(place)

    def _place_in_table(self, spot: Spot) -> str:
        value = self._cells.get(spot)
        if value is not None:
            return f"in {value.where}"
        value = self._rows.get((spot.table, spot.row))
        if value is not None:
            return f"beside {value.place}, {self._heading(spot) or value.label}".rstrip(", ")
        if spot.row < self._header_rows.get(spot.table, 0):
            return "above the header of the table"
        return ""

    def _place_in_order(self, place: int) -> str:
        before = _last_below(self._taken, place)
        if before is not None:
            return f"after {self.values[before].place}"
        return f"before {self.values[self._taken[0]].place}" if self._taken else "in the file"


def _safe(text: str) -> str:
    """Return a text on one line without what could harm a screen; its words stay apart."""
    return " ".join(_UNSAFE.sub(" ", text).split())


def _last_below(places: Sequence[int], place: int) -> int | None:
    found = bisect_left(places, place)
    return places[found - 1] if found else None
