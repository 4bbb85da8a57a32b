"""Reads the rows of a plan's table: some begin an action, others continue the one above."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from importers.account.ledger import left_out, places
from importers.plan.cells import GrowingCell, line_of, listed
from importers.plan.columns import HeaderColumn, normalised
from importers.remarks import Remark
from plan.council.format import ColumnField
from plan.papers.blocks import Cell, Paragraph, Row, plain
from plan.text.clean import clean_line
from plan.text.line_breaks import shortened

_MOST_SAMPLES = 3
_LONGEST_STATUS = 60
_REF = re.compile(r"[A-Za-z]{0,3}\d{1,3}(?:\.\d{1,3})*\.?")


@dataclass
class ActionRow:
    """An action as printed: the paragraphs of its cells; `is_ours` if this program printed it."""

    cells: dict[ColumnField, tuple[Paragraph, ...]]
    is_ours: bool = False

    @property
    def ref(self) -> str:
        """The ref as printed, without a full stop after it; empty where there is none."""
        return line_of(self.cells.get("ref", ())).rstrip(".")


@dataclass
class Group:
    """Actions of one aim; `heading` is the text of a row across the table above them, if any."""

    heading: str = ""
    actions: list[ActionRow] = field(default_factory=list)


@dataclass
class UnknownCells:
    """The number of filled cells below each heading that was not understood, and the first few."""

    counts: Counter[str] = field(default_factory=Counter)
    samples: dict[str, list[str]] = field(default_factory=dict)

    def note(self, heading: str, text: str) -> None:
        """Count a cell below `heading` that says `text`."""
        self.counts[heading] += 1
        samples = self.samples.setdefault(heading, [])
        said = shortened(text)
        if len(samples) < _MOST_SAMPLES and said not in samples:
            samples.append(said)

    def add(self, other: "UnknownCells") -> None:
        """Add what was counted in another table."""
        self.counts += other.counts
        for heading, texts in other.samples.items():
            known = self.samples.setdefault(heading, [])
            known += [text for text in texts if text not in known][: _MOST_SAMPLES - len(known)]


@dataclass
class RowReader:
    """Reads the rows below a header, one after another.

    `is_ours` says that this program printed the table: then each row is an action, read unchanged.
    """

    columns: tuple[HeaderColumn, ...]
    is_ours: bool = False
    groups: list[Group] = field(default_factory=lambda: [Group()])
    remarks: list[Remark] = field(default_factory=list)
    unknown: UnknownCells = field(default_factory=UnknownCells)
    _growing: dict[ColumnField, GrowingCell] = field(default_factory=dict)
    """The cells of the last action that continue in rows below it."""

    def read(self, rows: tuple[Row, ...]) -> None:
        """Read all rows below the header."""
        if self.is_ours:
            for row in rows:
                self._note_unknown(row)
                if not row.is_header:
                    self.groups[-1].actions.append(ActionRow(self._by_field(row), is_ours=True))
            return
        has_refs = any(self._by_field(row).get("ref") for row in rows)
        for row in rows:
            self._read_row(row, has_refs=has_refs)
        self._finish_action()

    def _finish_action(self) -> None:
        for name, growing in self._growing.items():
            self.groups[-1].actions[-1].cells[name] = growing.paragraphs
        self._growing = {}

    @property
    def filled_groups(self) -> tuple[Group, ...]:
        """The actions that were read, by aim."""
        return tuple(group for group in self.groups if group.actions or group.heading)

    def _read_row(self, row: Row, *, has_refs: bool) -> None:
        if self._is_blank(row):
            return
        if self._repeats_header(row):
            left_out((one for cell in row.cells for one in cell.paragraphs), "repeated_headers")
            return
        if is_band(row):
            self._finish_action()
            self.groups.append(Group(clean_line(row.cells[0].text)))
            return
        found = self._by_field(row)
        merged = self._merged_fields(row)
        above = self._above
        if above is None and "text" in merged:
            return  # the lower half of a header
        self._note_unknown(row)
        if above is not None and self._goes_on(found, merged, has_refs=has_refs):
            self._join(above, found)
            return
        self._finish_action()
        shared = sorted(merged - set(found)) if above is not None else []
        if above is not None:
            found |= {name: above.cells[name] for name in shared if name in above.cells}
        action = ActionRow(found)
        self.groups[-1].actions.append(action)
        if shared:
            text = "A cell is merged with the one above; what it says was read for both."
            self.remarks.append(Remark("note", self._place(action), text))

    @property
    def _above(self) -> ActionRow | None:
        actions = self.groups[-1].actions
        return actions[-1] if actions else None

    def _place(self, action: ActionRow) -> str:
        return action.ref or shortened(line_of(action.cells.get("text", ())), 40)

    def _goes_on(
        self,
        found: dict[ColumnField, tuple[Paragraph, ...]],
        merged: set[ColumnField],
        *,
        has_refs: bool,
    ) -> bool:
        """Return whether a row continues the action above, split by Word or with merged cells."""
        if "text" in merged and "ref" not in found:
            return True
        begins = "ref" in found if has_refs else "text" in found
        known = sum(column.field is not None for column in self.columns)
        return not begins and len(found) * 2 < known

    def _join(self, above: ActionRow, found: dict[ColumnField, tuple[Paragraph, ...]]) -> None:
        for name, paragraphs in found.items():
            if name not in self._growing:
                self._growing[name] = GrowingCell(above.cells.get(name, ()))
            self._growing[name].add(paragraphs)
        text = "A row without a ref below this action was read as its continuation."
        self.remarks.append(Remark("note", self._place(above), text))

    def _is_blank(self, row: Row) -> bool:
        return not any(listed(cell.paragraphs) for cell in row.cells)

    def _repeats_header(self, row: Row) -> bool:
        headings = [normalised(column.heading) for column in self.columns]
        return [normalised(cell.text) for cell in row.cells] == headings

    def _note_unknown(self, row: Row) -> None:
        for column, cell in self._placed(row):
            is_known = column is not None and (column.field is not None or column.is_left_out)
            if not is_known and cell.text.strip():
                self.unknown.note(column.heading if column else "", cell.text)

    def _merged_fields(self, row: Row) -> set[ColumnField]:
        return {
            column.field
            for column, cell in self._placed(row)
            if column is not None and column.field is not None and cell.merged_up
        }

    def _by_field(self, row: Row) -> dict[ColumnField, tuple[Paragraph, ...]]:
        """Return what the row says, by field; blank cells are left out."""
        found: dict[ColumnField, tuple[Paragraph, ...]] = {}
        for column, cell in self._placed(row):
            paragraphs = self._said(cell)
            if column is None or column.field is None or not paragraphs:
                continue
            name = column.field
            if column.is_status:
                paragraphs = _as_status(paragraphs)
            if self.is_ours:
                found[name] = found.get(name, ()) + paragraphs
                continue
            if name == "text" and name in found and _REF.fullmatch(line_of(found[name])):
                found["ref"] = found.pop(name)
            found[name] = found.get(name, ()) + paragraphs
        return found

    def _said(self, cell: Cell) -> tuple[Paragraph, ...]:
        if self.is_ours:
            return tuple(paragraph for paragraph in cell.paragraphs if paragraph.text.strip())
        return listed(cell.paragraphs)

    def _placed(self, row: Row) -> Iterator[tuple[HeaderColumn | None, Cell]]:
        """Yield each cell of a row with the column under whose heading it starts."""
        by_place = {
            place: column
            for column in self.columns
            for place in range(column.start, column.start + column.span)
        }
        start = row.first_column
        for cell in row.cells:
            yield by_place.get(start), cell
            start += cell.span


def _as_status(paragraphs: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    """Return a cell of a status column as the first line of a progress note."""
    said = " ".join(clean_line(paragraph.text) for paragraph in paragraphs)
    if len(paragraphs) != 1 or len(said) > _LONGEST_STATUS:
        return paragraphs
    return (replace(plain(f"– {said}"), at=places(paragraphs)),)


def is_band(row: Row) -> bool:
    """Return whether a row is one cell across the table, such as an aim above its actions."""
    return len(row.cells) == 1 and row.cells[0].span > 1
