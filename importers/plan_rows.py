"""The rows of a plan's table: which begins an action, which goes on with the one above."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from importers.cells import joined_rows, line_of, listed
from importers.columns import HeaderColumn, normalised
from importers.remarks import Remark, shortened
from plan.blocks import Cell, Paragraph, Row
from plan.clean import clean_line
from plan.format import ColumnField

_REF = re.compile(r"[A-Za-z]{0,3}\d{1,3}(?:\.\d{1,3})*\.?")


@dataclass
class ActionRow:
    """An action as printed: the paragraphs of each of its cells."""

    cells: dict[ColumnField, tuple[Paragraph, ...]]

    @property
    def ref(self) -> str:
        """The ref as printed, without a full stop behind it; empty where there is none."""
        return line_of(self.cells.get("ref", ())).rstrip(".")


@dataclass
class Group:
    """Actions of one aim; `heading` is a row across the table above them, empty where none."""

    heading: str = ""
    actions: list[ActionRow] = field(default_factory=list)


@dataclass
class RowReader:
    """Reads the rows below a header, one after another."""

    columns: tuple[HeaderColumn, ...]
    groups: list[Group] = field(default_factory=lambda: [Group()])
    remarks: list[Remark] = field(default_factory=list)
    unknown: Counter[str] = field(default_factory=Counter)

    def read(self, rows: tuple[Row, ...]) -> None:
        """Read all rows below the header."""
        has_refs = any(self._by_field(row).get("ref") for row in rows)
        for row in rows:
            self._read_row(row, has_refs=has_refs)

    @property
    def filled_groups(self) -> tuple[Group, ...]:
        """The actions that were read, by aim."""
        return tuple(group for group in self.groups if group.actions or group.heading)

    def _read_row(self, row: Row, *, has_refs: bool) -> None:
        if self._is_blank(row) or self._repeats_header(row):
            return
        if is_band(row):
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
        """Return whether a row belongs to the action above: Word cut it, or cells are merged."""
        if "text" in merged and "ref" not in found:
            return True
        begins = "ref" in found if has_refs else "text" in found
        known = sum(column.field is not None for column in self.columns)
        return not begins and len(found) * 2 < known

    def _join(self, above: ActionRow, found: dict[ColumnField, tuple[Paragraph, ...]]) -> None:
        for name, paragraphs in found.items():
            above.cells[name] = joined_rows(above.cells.get(name, ()), paragraphs)
        text = "A row without a ref below this action was read as its continuation."
        self.remarks.append(Remark("note", self._place(above), text))

    def _is_blank(self, row: Row) -> bool:
        return not any(listed(cell.paragraphs) for cell in row.cells)

    def _repeats_header(self, row: Row) -> bool:
        headings = [normalised(column.heading) for column in self.columns]
        return [normalised(cell.text) for cell in row.cells] == headings

    def _note_unknown(self, row: Row) -> None:
        for column, cell in self._placed(row):
            if (column is None or column.field is None) and listed(cell.paragraphs):
                self.unknown[column.heading if column else ""] += 1

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
            paragraphs = listed(cell.paragraphs)
            if column is None or column.field is None or not paragraphs:
                continue
            name = column.field
            if name == "text" and name in found and _REF.fullmatch(line_of(found[name])):
                found["ref"] = found.pop(name)
            found[name] = found.get(name, ()) + paragraphs
        return found

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


def is_band(row: Row) -> bool:
    """Return whether a row is one cell across the whole table, such as an aim above its actions."""
    return len(row.cells) == 1 and row.cells[0].span > 1
