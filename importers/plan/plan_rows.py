"""Reads the rows of a plan's table: some begin an action, others continue the one above."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal, TypeAlias

from importers.account.ledger import left_out
from importers.plan.aims import is_about_the_table, is_label_of_aim, labelled
from importers.plan.bands import LABELLED_LINE, band_of, is_band, is_beside_labels
from importers.plan.cells import GrowingCell, is_ref, line_of, listed
from importers.plan.colour_keys import begins_with_colour, explains_colours
from importers.plan.columns import HeadingWords
from importers.plan.header_column import HeaderColumn, own_heading, own_key
from importers.plan.headings import AIM, LONGEST_HEADING, normalised
from importers.plan.rows_of_aims import aims_in_rows
from importers.plan.unknown_cells import UnknownCells
from importers.remarks import Remark
from plan.papers.blocks import Cell, Paragraph, Row, Text, crossed_out, plain
from plan.papers.paragraph_parts import without_start
from plan.text.clean import clean_line
from plan.text.line_breaks import shortened

_LONGEST_LABEL = 80
_MOST_WORDS = 8
_PAIR = 2
_REF_BEFORE_TEXT = re.compile(
    r"(\d{1,3}(?:\.\d{1,3})+[a-z]?|\d{1,3} ?\([a-z]\)|\d{1,3}[a-z]"
    r"|[A-Z]{1,4}[-_ ]?\d{1,3}(?:\.\d+)*(?=[.:)]| [–-]))(?:[.:)]| [–-])?\s+(?=\S)"
)
"""A ref before the text of an action; a number alone may be one of its words."""

Cells: TypeAlias = dict[str, tuple[Paragraph, ...]]
"""What a row says: paragraphs by the key of their column."""
AimSource: TypeAlias = Literal["", "band", "column", "above"]
"""Where an aim stands in a table: nowhere, in a row across it, in a column, above the header."""


@dataclass
class ActionRow:
    """An action as printed: the paragraphs of its cells; `is_ours` if this program printed it.

    `dates` has the dates that the headings of its progress give, by their keys.
    """

    cells: Cells
    is_ours: bool = False
    dates: Mapping[str, str] = field(default_factory=dict)

    @property
    def ref(self) -> str:
        """The ref as printed, without a full stop after it; empty where there is none."""
        ref = line_of(self.cells.get("ref", ()))
        return ref if self.is_ours else ref.rstrip(".")


@dataclass
class Group:
    """Actions of one aim; `heading` is what the table says of it, if anything, and `source` where.

    `said` are the paragraphs that say it. What was `crossed_out` is no heading, but an aim begins
    all the same: its actions do not belong to the one above.
    """

    heading: str = ""
    actions: list[ActionRow] = field(default_factory=list)
    source: AimSource = ""
    said: tuple[Paragraph, ...] = ()
    crossed_out: str = ""


@dataclass
class RowReader:
    """Reads the rows below a header, one after another.

    `is_ours` says that this program printed the table: then each row is an action, read unchanged.
    `common` is what stands above the header and belongs to each action below it.
    """

    columns: tuple[HeaderColumn, ...]
    is_ours: bool = False
    groups: list[Group] = field(default_factory=lambda: [Group()])
    remarks: list[Remark] = field(default_factory=list)
    unknown: UnknownCells = field(default_factory=UnknownCells)
    common: Cells = field(default_factory=dict)
    key_of: Callable[[str], str] = own_key
    """Under which key is kept what a label across the table says of the actions below it."""
    _of_group: Cells = field(default_factory=dict)
    _growing: dict[str, GrowingCell] = field(default_factory=dict)
    """The cells of the last action that continue in rows below it."""
    _by_place: dict[int, HeaderColumn] = field(default_factory=dict)
    _dates: dict[str, str] = field(default_factory=dict)
    _headings: list[str] = field(default_factory=list)
    _aims: dict[int, str] = field(default_factory=dict)
    """The rows that say an aim in cells like those of its actions."""

    def begin(
        self, columns: tuple[HeaderColumn, ...], common: Cells, key_of: Callable[[str], str]
    ) -> None:
        """Have the columns of another header, with what stands above it, from here on."""
        self.columns, self.common, self.key_of = columns, common, key_of
        self._by_place, self._of_group = {}, {}

    def read(self, rows: tuple[Row, ...]) -> None:
        """Read all rows below the header."""
        self._by_place = {
            place: column
            for column in self.columns
            for place in range(column.start, column.start + column.span)
        }
        self._dates = {column.key: column.as_at for column in self.columns if column.as_at}
        self._headings = [normalised(column.heading) for column in self.columns]
        if self.is_ours:
            for row in rows:
                self._note_unknown(row)
                if not row.is_header:
                    self.groups[-1].actions.append(ActionRow(self._by_key(row), True, self._dates))
            return
        has_refs = any(self._by_key(row).get("ref") for row in rows)
        self._aims = aims_in_rows(rows, self._by_key)
        before = {id(action) for group in self.groups for action in group.actions}
        for row in rows:
            self._read_row(row, has_refs=has_refs)
        self._finish_action()
        if not any(column.field == "ref" for column in self.columns):
            actions = [action for group in self.groups for action in group.actions]
            _part_refs([action for action in actions if id(action) not in before])

    def _finish_action(self) -> None:
        for name, growing in self._growing.items():
            self.groups[-1].actions[-1].cells[name] = growing.paragraphs
        self._growing = {}

    @property
    def filled_groups(self) -> tuple[Group, ...]:
        """The actions that were read, by aim."""
        return tuple(group for group in self.groups if group.actions or group.heading)

    def _read_row(self, row: Row, *, has_refs: bool) -> None:
        if self._is_no_action(row):
            return
        found = self._by_key(row)
        merged = self._merged_keys(row)
        aim = found.pop(AIM, ())
        if not aim:
            self._begin_crossed_out("column", self._cells_below(AIM, row))
        self._read_aim(aim, is_alone=not found)
        above = self._above
        if (above is None and "text" in merged) or not found:
            return  # the lower half of a header, or an aim without an action
        if found.keys() == {"ref"} and self._is_crossed_out("text", row):
            left_out(found["ref"], "labels")
            return
        self._note_unknown(row)
        if above is not None and self._goes_on(row, found, merged, has_refs=has_refs):
            self._join(above, found)
            return
        self._finish_action()
        self._add_action(found, merged - {AIM})

    def _is_no_action(self, row: Row) -> bool:
        """Return whether a row is blank, a header again or a row across the table; read it so."""
        if id(row) in self._aims:
            self._begin_group(self._aims[id(row)], "band", paragraphs_in(row))
            return True
        if self._is_blank(row):
            if is_band(row):
                self._begin_crossed_out("band", row.cells)
            return True
        if self._repeats_header(row):
            left_out(paragraphs_in(row), "repeated_headers")
            return True
        return self._read_across(row)

    def _read_across(self, row: Row) -> bool:
        """Read a row across the table; return whether it is one."""
        band = band_of(row)
        if _is_key(row, band):
            said = shortened(clean_line(" ".join(one.text for one in paragraphs_in(row))))
            text = f"Not read: “{said}”, a row across the table."
            self.remarks.append(Remark("not understood", "", text, is_listed=True))
        elif band:
            self._begin_band(band, row)
        elif self._is_label_of_group(row):
            self._keep_of_group(*row.cells)
        else:
            return False
        return True

    def _add_action(self, found: Cells, merged: set[str]) -> None:
        found = self._with_stand_ins(found)
        above = self._last
        shared = sorted(merged - set(found)) if above is not None else []
        if above is not None:
            found |= {name: above.cells[name] for name in shared if name in above.cells}
        action = ActionRow({**self.common, **self._of_group, **found}, dates=self._dates)
        self.groups[-1].actions.append(action)
        if shared:
            text = "A cell is merged with the one above; what it says was read for both."
            self.remarks.append(Remark("note", self._place(action), text))

    def _with_stand_ins(self, found: Cells) -> Cells:
        """Return what a row says; of two dates both are the timescale, each behind its heading.

        Where they are the same it is said once: nothing was revised.
        """
        stand_ins = [one for one in self.columns if one.stands_in is not None and one.key in found]
        for name in dict.fromkeys(one.stands_in for one in stand_ins):
            said = [one for one in self.columns if name in (one.field, one.stands_in)]
            said = [one for one in said if one.key in found]
            keys = {one.key for one in said}
            self.unknown.with_first.update(
                one.heading for one in said if one.field is None and len(said) > 1
            )
            if len({line_of(found[key]).casefold() for key in keys}) == 1:  # nothing has changed
                for again in said[1:]:
                    left_out(found[again.key], "labels")
                said = said[:1]
            is_bare = len(said) == 1
            lines: tuple[Paragraph, ...] = ()
            for column in said:
                first, *others = found[column.key]
                first = first if is_bare else _behind_label(column.heading, first)
                lines += (first, *others)
            found = {key: cell for key, cell in found.items() if key not in keys}
            found[str(name)] = lines
        return found

    def _begin_group(self, heading: str, source: AimSource, said: tuple[Paragraph, ...]) -> None:
        self._finish_action()
        self._of_group = {}
        self.groups.append(Group(heading, source=source, said=said))

    def _begin_crossed_out(self, source: AimSource, cells: Iterable[Cell]) -> None:
        """Begin an aim if there is one of which no word is left.

        Where another one follows it has no action.
        """
        words = crossed_out_in(cells)
        if words:
            self._finish_action()
            self.groups.append(Group(source=source, crossed_out=words))

    def _is_crossed_out(self, key: str, row: Row) -> bool:
        """Return whether a cell says nothing any more, as all of it is crossed out."""
        return bool(crossed_out_in(self._cells_below(key, row)))

    def _cells_below(self, key: str, row: Row) -> Iterator[Cell]:
        for column, cell in self._placed(row):
            if column is not None and column.key == key:
                yield cell

    def _begin_band(self, band: str, row: Row) -> None:
        """Begin the aim of a row across the table; labelled lines below it say more of it."""
        said = paragraphs_in(row)
        above = self.groups[-1]
        is_below_label = above.source == "band" and not above.actions
        if is_below_label and is_label_of_aim(above.heading) and labelled(band) is None:
            above.heading = f"{above.heading.rstrip(': ')}: {band}"
            above.said += said
            return
        if len(row.cells) > 1 and is_beside_labels(row):
            self._begin_group(band, "band", row.cells[0].paragraphs)
            for cell in row.cells[1:]:
                self._keep_lines_of_group(cell.paragraphs)
            return
        filled = [one for one in said if one.text.strip()]
        labels = [LABELLED_LINE.match(one.text) for one in filled[1:]]
        first = labelled(clean_line(filled[0].text)) if labels and all(labels) else None
        if first is None or not is_band(row):
            self._begin_group(band, "band", said)
            return
        self._begin_group(clean_line(filled[0].text), "band", (filled[0],))
        self._keep_lines_of_group(filled[1:])

    def _keep_lines_of_group(self, lines: Iterable[Paragraph]) -> None:
        """Keep what labelled lines say of each action below an aim."""
        for one in lines:
            label = LABELLED_LINE.match(one.text)
            if label is not None:
                left_out((one,), "labels", label[1])
                self._of_group[self.key_of(label[1])] = (without_start(one, label.end()),)

    def _is_label_of_group(self, row: Row) -> bool:
        """Return whether a row right below an aim is a label, with what it says beside it."""
        if self.groups[-1].source != "band" or self.groups[-1].actions or row.first_column:
            return False
        width = sum(column.span for column in self.columns)
        return (
            len(row.cells) == _PAIR
            and sum(cell.span for cell in row.cells) == width
            and row.cells[1].span > 1
            and bool(row.cells[0].text.strip())
            and may_be_label(row.cells[0])
            and not any(cell.merged_up for cell in row.cells)
        )

    def _keep_of_group(self, label: Cell, value: Cell) -> None:
        name = clean_line(label.text).rstrip(": ")
        left_out(label.paragraphs, "labels")
        self._of_group[self.key_of(name)] = listed(value.paragraphs)

    def _read_aim(self, paragraphs: tuple[Paragraph, ...], *, is_alone: bool) -> None:
        """Begin another aim where the column of aims says one that is not the one above."""
        heading = line_of(paragraphs)
        last = self.groups[-1]
        if not heading:
            return
        if last.source == "column" and heading == last.heading:
            last.said += paragraphs
            return
        if is_alone and last.source == "column" and heading[:1].islower():
            last.heading = f"{last.heading} {heading}"  # cut by a page break
            last.said += paragraphs
            return
        self._begin_group(heading, "column", paragraphs)

    @property
    def _above(self) -> ActionRow | None:
        actions = self.groups[-1].actions
        return actions[-1] if actions else None

    @property
    def _last(self) -> ActionRow | None:
        """The action in the row above, whatever its aim."""
        return next((group.actions[-1] for group in reversed(self.groups) if group.actions), None)

    def _place(self, action: ActionRow) -> str:
        return action.ref or shortened(line_of(action.cells.get("text", ())), 40)

    def _goes_on(self, row: Row, found: Cells, merged: set[str], *, has_refs: bool) -> bool:
        """Return whether a row continues the action above, split by Word or with merged cells."""
        if "text" in merged and "ref" not in found:
            return True
        if "ref" in found if has_refs else "text" in found:
            return False
        if "text" not in found or row.first_column > 0:
            return row.first_column > 0 or not self._is_crossed_out("text", row)
        fields = {column.key for column in self.columns if column.field is not None}
        says_who_or_when = not fields & {"leads", "timescale"} or bool(
            found.keys() & {"leads", "timescale"}
        )
        return len(found.keys() & fields) * 2 < len(fields) or not says_who_or_when

    def _join(self, above: ActionRow, found: Cells) -> None:
        for name, paragraphs in found.items():
            if name not in self._growing:
                self._growing[name] = GrowingCell(above.cells.get(name, ()))
            self._growing[name].add(paragraphs)
        text = "A row without a ref below this action was read as its continuation."
        self.remarks.append(Remark("note", self._place(above), text))

    def _is_blank(self, row: Row) -> bool:
        return not any(listed(cell.paragraphs) for cell in row.cells)

    def _repeats_header(self, row: Row) -> bool:
        return [normalised(cell.text) for cell in row.cells] == self._headings

    def _note_unknown(self, row: Row) -> None:
        for column, cell in self._placed(row):
            is_known = column is not None and (column.field is not None or column.is_left_out)
            if not is_known and cell.text.strip():
                self.unknown.note(column.heading if column else "", cell.text)

    def _merged_keys(self, row: Row) -> set[str]:
        return {
            column.key
            for column, cell in self._placed(row)
            if column is not None and not column.is_left_out and cell.merged_up
        }

    def _by_key(self, row: Row) -> Cells:
        """Return what the row says, by column; blank cells are left out."""
        found: Cells = {}
        for column, cell in self._placed(row):
            paragraphs = self._said(cell)
            if not paragraphs or (column is not None and column.is_left_out):
                continue
            key = column.key if column is not None else _NO_COLUMN.key
            if key == "text" and key in found and not self.is_ours:
                ref = line_of(found[key])
                if is_ref(ref) and "ref" not in found:
                    found["ref"] = found.pop(key)
            found[key] = found.get(key, ()) + paragraphs
        return found

    def _said(self, cell: Cell) -> tuple[Paragraph, ...]:
        if self.is_ours:
            return tuple(paragraph for paragraph in cell.paragraphs if paragraph.text.strip())
        return listed(cell.paragraphs)

    def _placed(self, row: Row) -> Iterator[tuple[HeaderColumn | None, Cell]]:
        """Yield each cell of a row with the column under whose heading it starts."""
        return ((self._by_place.get(start), cell) for start, cell in row.placed())


def _part_refs(actions: list[ActionRow]) -> None:
    """Part the ref from the text of each action, where all begin with one ("1(a) Insulate")."""
    found: list[re.Match[str]] = []
    for action in actions:
        said = action.cells.get("text", ())
        match = _REF_BEFORE_TEXT.match(said[0].text) if said else None
        if match is None or "ref" in action.cells:
            return
        found.append(match)
    for action, match in zip(actions, found, strict=True):
        first, *others = action.cells["text"]
        action.cells["ref"] = (replace(plain(match[1]), at=first.at),)
        action.cells["text"] = (without_start(first, match.end()), *others)


def _behind_label(heading: str, paragraph: Paragraph) -> Paragraph:
    """Return a paragraph behind the last part of a heading: "Revised: June"."""
    label = clean_line(heading).rpartition(": ")[2].rstrip(":")
    return replace(paragraph, inlines=(Text(f"{label}: "), *paragraph.inlines))


_NO_COLUMN = HeaderColumn(0, 1, "", None)
"""Where a cell stands that is below no heading."""


def paragraphs_in(row: Row) -> tuple[Paragraph, ...]:
    """Return all paragraphs of a row."""
    return tuple(paragraph for cell in row.cells for paragraph in cell.paragraphs)


def _is_key(row: Row, band: str) -> bool:
    """Return whether a row explains the colours, or the table itself, and is no aim."""
    if band:
        return explains_colours(band) or is_about_the_table(band)
    filled = [cell.text for cell in row.cells if cell.text.strip()]
    return len(filled) > 1 and all(map(begins_with_colour, filled))


def crossed_out_in(cells: Iterable[Cell]) -> str:
    """Return what cells said whose words are all crossed out."""
    return clean_line(" ".join(one.text for cell in cells for one in crossed_out(cell.blocks)))


def may_be_label(cell: Cell, words: HeadingWords | None = None) -> bool:
    """Return whether a cell says no more than a label does: no sentence, no ref and no list.

    One that `words` know is a label however it ends: "Ref no.".
    """
    name = clean_line(cell.text)
    is_short = len(name) <= _LONGEST_LABEL and len(name.split()) <= _MOST_WORDS
    lines = sum(bool(one.text.strip()) for one in cell.paragraphs)
    is_bare_ref = is_ref(name) and " " not in name
    if is_short and lines <= 1 and not name.endswith(".") and not is_bare_ref:
        return True
    if words is None or lines > 1 or len(name) > LONGEST_HEADING:
        return False
    return words.plainly(name) is not None


def cells_without_field(cells: Cells) -> Iterator[tuple[str, tuple[Paragraph, ...]]]:
    """Yield what an action says in columns without a field, by their headings."""
    for key, paragraphs in cells.items():
        heading = own_heading(key)
        if heading is not None:
            yield heading, paragraphs
