"""The columns of a plan's tables drafted: what each holds, and the key of one with words."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from importers.learning.asked import Asked
from importers.learning.cell_kinds import ONE_LINE, kind_of_cells
from importers.learning.controls import Control, control_at
from importers.learning.names import MOST_LABEL, id_of, short_label
from importers.learning.plan_layout import PlanLayout
from importers.learning.toml_text import Values
from importers.plan.colour_names import names_of
from importers.plan.columns import HeadingWords
from importers.plan.header_column import HeaderColumn
from importers.plan.heading_kinds import without_period
from importers.plan.headings import AIM, heading_key
from importers.plan.plan_tables import plan_table, unpacked
from plan.council.format import Format
from plan.council.own_field import OWN_KINDS
from plan.model.ways import COLUMN_FIELDS
from plan.papers.blocks import Block, Cell, Table
from plan.reading.status import says_done
from plan.text.clean import clean_line

_PAGE = 271
"""Millimetres that a landscape page has room for."""
_NARROWEST = 12
_OWN = "own "
"""Before the kind of a field that the council adds, among the answers."""
LEFT_OUT = "left out"
_FIELDS = ("ref", *(name for name in COLUMN_FIELDS if name != "own"), "progress")
_CHOICES = (*_FIELDS, *(f"{_OWN}{kind}" for kind in OWN_KINDS), LEFT_OUT)
_MEANING = "Meaning"
"""What stands above the second column of a key that had no heading."""
_MOST_CHOICES = 20


@dataclass
class PlanColumns:
    """The columns of a plan and the fields that the council adds, as in its format.

    `colours` is what the paper's own key says that colours mean, `controls` what Word lets be
    entered below a heading.
    """

    council: Format
    words: HeadingWords
    asked: Asked
    layout: PlanLayout
    colours: Mapping[str, str] = field(default_factory=dict)
    controls: Mapping[str, Control] = field(default_factory=dict)
    columns: list[Values] = field(default_factory=list)
    fields: list[Values] = field(default_factory=list)
    _seen: set[str] = field(default_factory=set)
    _taken: set[str] = field(default_factory=set)

    def read(self, blocks: tuple[Block, ...]) -> None:
        """Read the columns of every table of the plan, those of the first table first."""
        number = 0
        for block in unpacked(blocks, self.words):
            found = plan_table(block, self.words) if isinstance(block, Table) else None
            if found is None or not isinstance(block, Table):
                continue
            number += 1
            for place, column in enumerate(found.columns, 1):
                key = heading_key(column.heading)
                if key not in self._seen and (key or place == 1):
                    self._seen.add(key)
                    self._add(column, _Cells.of(block, column), f"table {number}, column {place}")
        self._print_what_is_done()
        self.columns = self.columns or [one.model_dump() for one in self.council.plan.columns]
        self._fit()

    def _print_what_is_done(self) -> None:
        """Have cards print what is done, where its label is also the heading of the action.

        "Action A1" above a text is the heading of the card, and "Action" the label in it.
        """
        is_printed = "text" in self._taken or not self.columns
        if is_printed or self.layout.layout != "cards":
            return
        usual = next(one for one in self.council.plan.columns if one.field == "text")
        heading = re.sub(r"\{\w+\}.*", "", self.layout.action_heading).strip(" :–-.(")
        heading = heading or usual.heading
        label = short_label(heading, MOST_LABEL)
        values = {"field": "text", "heading": heading, "label": label, "width": usual.width}
        self.columns.insert(0, values)
        self._taken.add("text")

    def _add(self, column: HeaderColumn, cells: "_Cells", place: str) -> None:
        if column.field == AIM:
            return  # what several actions serve is printed above their table
        suggestion, is_sure = self._suggested(column, cells)
        words = column.heading or "(blank)"
        said = self.asked.about("columns", place, words, suggestion, _CHOICES, is_sure=is_sure)
        if said in self._taken:
            said = f"{_OWN}text"
        if said == LEFT_OUT or not self.layout.prints(column.heading, said):
            return
        if said.startswith(_OWN):
            name = self._own_field(column, cells, said.removeprefix(_OWN))
        else:
            name = said
        self._taken.add(name)
        self.columns.append(self._column(name, column, cells.width))

    def _suggested(self, column: HeaderColumn, cells: "_Cells") -> tuple[str, bool]:
        """Return what a column seems to hold, and whether that is sure."""
        known = column.field
        if known is not None and known in _FIELDS and not column.is_status:
            return known, column.strength == "plain" and known not in self._taken
        control = control_at(self.controls, column.heading)
        if control is not None:
            return f"{_OWN}{control.kind}", True
        kind = "choice" if column.is_status else cells.kind(column.heading)
        if kind == "choice" and not self._words_of_key(column.heading, cells):
            kind = "line"
        return f"{_OWN}{kind}", column.is_status and kind == "choice"

    def _own_field(self, column: HeaderColumn, cells: "_Cells", kind: str) -> str:
        name = id_of(column.heading, {*self._taken, *_FIELDS}, "column")
        values: Values = {"id": name, "kind": kind, "label": short_label(column.heading, 40)}
        if kind == "choice":
            choices = self._choices(column.heading, cells)
            values |= {"choices": choices} if choices else {"kind": "line"}
            has_key = any("meaning" in one for one in choices)
            if has_key and not any("key" in one for one in self.fields):
                values["key"] = [values["label"], _MEANING]
        self.fields.append(values)
        return name

    def _choices(self, heading: str, cells: "_Cells") -> list[Values]:
        made: list[Values] = []
        for word in self._words_of_key(heading, cells):
            meaning = self._meaning_of(word)
            colour = self._colour_of(word, cells)
            is_end = says_done(word) or says_done(meaning)
            usual = "done" if is_end else "open"
            said = self.asked.about(
                "status", meaning or colour or "a word of the key", word, usual, ("done", "open")
            )
            values: Values = {"word": word}
            values |= {"colour": colour} if colour else {}
            values |= {"meaning": meaning} if meaning else {}
            made.append({**values, **({"done": True} if said == "done" else {})})
        return made

    def _words_of_key(self, heading: str, cells: "_Cells") -> list[str]:
        """Return the words of a key: those that it explains, then the others in the cells."""
        control = control_at(self.controls, heading)
        named = [name for name in self.colours if name and not _is_fill(name)]
        named = [*(control.words if control is not None else ()), *named]
        words = [word for word in cells.texts if len(word) <= ONE_LINE and "\n" not in word]
        found: dict[str, str] = {}
        for word in (*named, *words):
            found.setdefault(word.casefold(), word)
        return list(found.values())[:_MOST_CHOICES]

    def _meaning_of(self, word: str) -> str:
        said = {name.casefold(): meaning for name, meaning in self.colours.items()}
        return said.get(word.casefold(), "")

    def _colour_of(self, word: str, cells: "_Cells") -> str:
        fill = cells.fills.get(word.casefold(), "")
        if fill:
            return f"#{fill}"
        return word.casefold() if word.casefold() in _NAMED else ""

    def _column(self, name: str, column: HeaderColumn, width: float) -> Values:
        heading = self._heading_of(name, column)
        values: Values = {
            "field": name,
            "heading": heading,
            "label": short_label(heading, MOST_LABEL),
            "width": width,
        }
        if column.heading != heading and name == "progress":
            period = without_period(column.heading)[1]
            bare = column.heading.replace("{", "").replace("}", "")
            values["dated"] = bare.replace(period, "{as_at}", 1)
        elif column.heading != heading:
            values["also"] = [column.heading]
        if name == "ref":
            values["own"] = True
        return values

    def _heading_of(self, name: str, column: HeaderColumn) -> str:
        """Return what is printed above a column: without a month or a year that changes."""
        usual = {one.field: one.heading for one in self.council.plan.columns}
        heading = column.heading or usual.get(name, name.capitalize())
        bare, period = without_period(heading)
        if bare == heading or not period:
            return heading
        changes = self.asked.yes("changes", heading, period, usual=True)
        return bare if changes else heading

    def _fit(self) -> None:
        """Give the columns widths that fill the page, in the proportions of the paper."""
        widths = [float(one["width"]) or _PAGE / len(self.columns) for one in self.columns]
        whole = sum(widths)
        for one, width in zip(self.columns, widths, strict=True):
            one["width"] = max(_NARROWEST, int(width / whole * _PAGE))


_NAMED = frozenset(
    {"red", "amber", "orange", "yellow", "green", "blue", "purple", "pink", "brown", "grey"}
    | {"black", "white"}
)
"""Colours that a format may give by name."""


def _is_fill(name: str) -> bool:
    return re.fullmatch(r"[0-9A-F]{6}", name) is not None


@dataclass(frozen=True)
class _Cells:
    """The filled cells of a column, the colours of those with one word, and the width."""

    texts: tuple[str, ...]
    fills: Mapping[str, str]
    width: float
    has_bullets: bool = False

    @classmethod
    def of(cls, table: Table, column: HeaderColumn) -> "_Cells":
        """Return the cells below a column's heading."""
        cells = list(_below(table, column))
        fills: dict[str, Counter[str]] = {}
        for cell in cells:
            if cell.fill and names_of(cell.fill):
                fills.setdefault(clean_line(cell.text).casefold(), Counter())[cell.fill] += 1
        end = column.start + column.span
        width = sum(table.widths[column.start : end]) if len(table.widths) >= end else 0
        return cls(
            tuple(text for cell in cells if (text := cell.text.strip())),
            {word: count.most_common(1)[0][0] for word, count in fills.items()},
            width,
            any(one.bullet is not None for cell in cells for one in cell.paragraphs),
        )

    def kind(self, heading: str) -> str:
        """Return the kind of field that the cells look like, with what the heading says."""
        return kind_of_cells(heading, self.texts, has_bullets=self.has_bullets)


def _below(table: Table, column: HeaderColumn) -> Iterator[Cell]:
    is_body = False
    for row in table.rows:
        for start, cell in row.placed():
            if start == column.start and cell.span == column.span and not cell.merged_up:
                if is_body and clean_line(cell.text) != column.heading:
                    yield cell
                is_body = is_body or clean_line(cell.text) == column.heading
