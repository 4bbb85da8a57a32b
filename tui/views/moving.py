"""Moving a row: where it would be put down now, and where ↑ and ↓ take it. Values only."""

from dataclasses import dataclass, replace
from typing import Self, TypeAlias

from desk.report_contents import APPENDICES, part_of_section, part_with
from desk.table_contents import TableCell, cell_of
from plan.changes.change import Change
from plan.changes.edits import move_action, move_aim, move_appendix, move_passage, move_table_row
from plan.council.report_format import ReportFormat
from plan.council.report_table import TOTAL
from plan.model.plan import Plan
from plan.papers.passage_tables import rows_of
from plan.papers.report_sections import sections_of_plan


@dataclass(frozen=True)
class RowMove:
    """An aim or action being moved.

    `aim` is the index of the aim, or -1 if an aim is moved; `place` is the index in it at which
    the row would be put down.
    """

    plan: Plan
    row_id: str
    aim: int
    place: int

    @classmethod
    def of_aim(cls, plan: Plan, aim_id: str) -> Self:
        """Return a move of an aim that is still at its own place."""
        return cls(plan, aim_id, -1, plan.number_of(aim_id) - 1)

    @classmethod
    def of_action(cls, plan: Plan, action_id: str) -> Self:
        """Return a move of an action that is still at its own place."""
        aim = plan.aim_of(action_id)
        place = plan.actions_of(aim.id).index(plan.action_rows[action_id])
        return cls(plan, action_id, plan.number_of(aim.id) - 1, place)

    @property
    def is_aim(self) -> bool:
        """Whether an aim is being moved, and not an action."""
        return self.aim < 0

    @property
    def change(self) -> Change:
        """The change that puts the row down at its present place."""
        if self.is_aim:
            return move_aim(self.plan, self.row_id, self.place)
        return move_action(self.plan, self.row_id, self.plan.aims[self.aim].id, self.place)

    def up(self) -> Self:
        """Move up by one place; the first action of an aim goes to the end of the aim before."""
        if self.place > 0:
            return replace(self, place=self.place - 1)
        if self.is_aim or self.aim == 0:
            return self
        return replace(self, aim=self.aim - 1, place=self._others(self.aim - 1))

    def down(self) -> Self:
        """Move down by one place; the last action of an aim goes to the top of the next aim."""
        last = len(self.plan.aims) - 1 if self.is_aim else self._others(self.aim)
        if self.place < last:
            return replace(self, place=self.place + 1)
        if self.is_aim or self.aim == len(self.plan.aims) - 1:
            return self
        return replace(self, aim=self.aim + 1, place=0)

    def _others(self, aim: int) -> int:
        actions = self.plan.actions_of(self.plan.aims[aim].id)
        return sum(action.id != self.row_id for action in actions)


@dataclass(frozen=True)
class PassageMove:
    """A passage being moved; `section` and `place` say where it would be put down."""

    plan: Plan
    row_id: str
    report_format: ReportFormat
    section: str
    place: int

    @classmethod
    def of(cls, plan: Plan, passage_id: str, report_format: ReportFormat) -> Self:
        """Return a move of a passage that is still at its own place."""
        passage = plan.passage_rows[passage_id]
        place = plan.passages_of(passage.section).index(passage)
        return cls(plan, passage_id, report_format, passage.section, place)

    @property
    def part(self) -> str:
        """The part of the report in which it would be put down."""
        return part_with(self.section, self.report_format)

    @property
    def change(self) -> Change:
        """The change that puts the passage down at its present place."""
        return move_passage(self.plan, self.row_id, self.section, self.place, self.report_format)

    def up(self) -> Self:
        """Move up by one place; from the top of a section to the end of the one before."""
        if self.place > 0:
            return replace(self, place=self.place - 1)
        before = self._beside(-1)
        return replace(self, section=before, place=self._others(before)) if before else self

    def down(self) -> Self:
        """Move down by one place; from the end of a section to the top of the next."""
        if self.place < self._others(self.section):
            return replace(self, place=self.place + 1)
        after = self._beside(1)
        return replace(self, section=after, place=0) if after else self

    def _beside(self, step: int) -> str:
        """Return the id of the section before (-1) or after (1), empty if there is none.

        From a section that the format does not have, both directions lead to its last section. A
        row stays in its table.
        """
        if self.report_format.table(self.section) is not None:
            return ""
        ids = [section.id for section in sections_of_plan(self.plan, self.report_format)]
        if self.section not in ids:
            return ids[-1]
        place = ids.index(self.section) + step
        return ids[place] if 0 <= place < len(ids) else ""

    def _others(self, section: str) -> int:
        rows = self.plan.passages_of(section)
        return sum(one.id != self.row_id and one.row_id != TOTAL for one in rows)


@dataclass(frozen=True)
class AppendixMove:
    """An appendix being moved among the others."""

    plan: Plan
    row_id: str
    place: int
    part: str = APPENDICES

    @classmethod
    def of(cls, plan: Plan, appendix_id: str) -> Self:
        """Return a move of an appendix that is still at its own place."""
        return cls(plan, appendix_id, plan.appendices.index(plan.appendix_rows[appendix_id]))

    @property
    def change(self) -> Change:
        """The change that puts the appendix down at its present place."""
        return move_appendix(self.plan, self.row_id, self.place)

    def up(self) -> Self:
        """Move up by one place."""
        return replace(self, place=max(self.place - 1, 0))

    def down(self) -> Self:
        """Move down by one place."""
        return replace(self, place=min(self.place + 1, len(self.plan.appendices) - 1))


@dataclass(frozen=True)
class TableRowMove:
    """A row of a table being moved in it; `row` is where it is, `place` where it would be."""

    plan: Plan
    table_id: str
    report_format: ReportFormat
    row: int
    column: int
    place: int

    @classmethod
    def of(cls, plan: Plan, row_id: str, report_format: ReportFormat) -> Self | None:
        """Return a move of a row that is still at its own place, None where there is none.

        Its id is that of the table with the key of one of its cells: see `row_id`.
        """
        table_id, _, key = row_id.partition("/")
        cell = cell_of(key)
        table = plan.passage_rows.get(table_id)
        if cell is None or table is None or cell.row >= len(rows_of(table.text)):
            return None
        return cls(plan, table_id, report_format, cell.row, cell.column, cell.row)

    @property
    def row_id(self) -> str:
        """What the row is called while it is moved."""
        return f"{self.table_id}/{TableCell(self.row, self.column).key}"

    @property
    def shown_at(self) -> str:
        """The key of the cell at which the row is shown now."""
        return TableCell(self.place, self.column).key

    @property
    def part(self) -> str:
        """The part of the report that the table is in."""
        return part_of_section(self.plan.passage_rows[self.table_id].section)

    @property
    def change(self) -> Change:
        """The change that puts the row down at its present place."""
        return move_table_row(self.plan, self.table_id, self.row, self.place, self.report_format)

    def up(self) -> Self:
        """Move up by one place."""
        return replace(self, place=max(self.place - 1, 0))

    def down(self) -> Self:
        """Move down by one place."""
        last = len(rows_of(self.plan.passage_rows[self.table_id].text)) - 1
        return replace(self, place=min(self.place + 1, last))


Lifted: TypeAlias = RowMove | PassageMove | AppendixMove | TableRowMove
"""Any row that is being moved."""
