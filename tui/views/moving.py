"""Moving a row: where it would be put down now, and where ↑ and ↓ take it. Values only."""

from abc import abstractmethod
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import takewhile
from typing import Self, TypeAlias

from desk.report_contents import APPENDICES, part_of_section, part_with
from desk.table_contents import TableCell, cell_of
from plan.changes.change import Change, applied
from plan.changes.edits import move_appendix, move_passage, move_table_row
from plan.changes.edits.many import move_actions, move_aims, placed_for_show
from plan.council.report_format import ReportFormat
from plan.council.report_table import TOTAL
from plan.model.plan import Plan
from plan.papers.passage_tables import rows_of
from plan.papers.report_sections import sections_of_plan

_PAGE = 5
"""Places that a row goes up or down where it has no aim or section to go on to."""


@dataclass(frozen=True)
class RowMove:
    """An aim or action being moved, or several of them.

    `aim` is the index of the aim, or -1 if aims are moved; `place` is the index, among the rows
    that are not moved, at which they would be put down. `rows` are the ids of all that are moved,
    `row_id` that of the first. `typed` are the digits that named where it is now.
    """

    plan: Plan
    row_id: str
    aim: int
    place: int
    rows: tuple[str, ...] = ()
    typed: str = ""

    @classmethod
    def of_aim(cls, plan: Plan, *aim_ids: str) -> Self:
        """Return a move of aims that are still at the place of the first."""
        first = aim_ids[0]
        before = plan.aims[: plan.number_of(first) - 1]
        return cls(plan, first, -1, sum(one.id not in aim_ids for one in before), aim_ids)

    @classmethod
    def of_action(cls, plan: Plan, *action_ids: str) -> Self:
        """Return a move of actions that are still at the place of the first."""
        first = action_ids[0]
        aim = plan.aim_of(first)
        before = takewhile(lambda one: one.id != first, plan.actions_of(aim.id))
        place = sum(one.id not in action_ids for one in before)
        return cls(plan, first, plan.number_of(aim.id) - 1, place, action_ids)

    @property
    def is_aim(self) -> bool:
        """Whether aims are being moved, and not actions."""
        return self.aim < 0

    @cached_property
    def change(self) -> Change:
        """The change that puts the rows down at their present place."""
        if self.is_aim:
            return move_aims(self.plan, self.rows, self.place)
        return move_actions(self.plan, self.rows, self.plan.aims[self.aim].id, self.place)

    @cached_property
    def shown(self) -> Plan:
        """The plan as it would be; of many actions only their order, as no change is made of it."""
        if self.is_aim or len(self.rows) == 1:
            return applied(self.plan, self.change)
        aim_id = self.plan.aims[self.aim].id
        return placed_for_show(self.plan, self.rows, aim_id, self.place)

    def up(self) -> Self:
        """Move up by one place; the first action of an aim goes to the end of the aim before."""
        if self.place > 0:
            return self._at(self.aim, self.place - 1)
        if self.is_aim or self.aim == 0:
            return self
        return self._at(self.aim - 1, self._others(self.aim - 1))

    def down(self) -> Self:
        """Move down by one place; the last action of an aim goes to the top of the next aim."""
        if self.place < self._others(self.aim):
            return self._at(self.aim, self.place + 1)
        if self.is_aim or self.aim == len(self.plan.aims) - 1:
            return self
        return self._at(self.aim + 1, 0)

    def top(self) -> Self:
        """Move to the top of the aim, and from there to the top of the plan."""
        return self._at(0 if self.place == 0 and not self.is_aim else self.aim, 0)

    def end(self) -> Self:
        """Move to the end of the aim, and from there to the end of the plan."""
        is_there = self.place == self._others(self.aim) and not self.is_aim
        aim = len(self.plan.aims) - 1 if is_there else self.aim
        return self._at(aim, self._others(aim))

    def page_up(self) -> Self:
        """Move to the end of the aim before; aims move up by some places."""
        if self.is_aim:
            return self._at(self.aim, max(self.place - _PAGE, 0))
        return self._at(self.aim - 1, self._others(self.aim - 1)) if self.aim else self

    def page_down(self) -> Self:
        """Move to the end of the next aim; aims move down by some places."""
        if self.is_aim:
            return self._at(self.aim, min(self.place + _PAGE, self._others(self.aim)))
        last = self.aim == len(self.plan.aims) - 1
        return self if last else self._at(self.aim + 1, self._others(self.aim + 1))

    def named(self, digit: str) -> Self | None:
        """Move to the end of the aim whose number ends with this digit, None if there is none.

        The digits before it count where there is such an aim: 1 and then 2 is aim 12, or else 2.
        Aims move to the place of that number.
        """
        for typed in dict.fromkeys((self.typed + digit, digit)):
            number = int(typed)
            if not typed.startswith("0") and number <= len(self.plan.aims):
                place = min(number - 1, self._others(-1))
                to = (self.aim, place) if self.is_aim else (number - 1, self._others(number - 1))
                return replace(self._at(*to), typed=typed)
        return None

    @property
    def goals(self) -> tuple[tuple[str, str], ...]:
        """The numbers that `named` takes, each with the words of the aim."""
        return tuple((str(number), aim.text) for number, aim in enumerate(self.plan.aims, 1))

    def _at(self, aim: int, place: int) -> Self:
        return replace(self, aim=aim, place=place, typed="")

    def _others(self, aim: int) -> int:
        """Return how many rows are not moved in an aim, or among the aims (-1)."""
        if aim < 0:
            return sum(one.id not in self._gone for one in self.plan.aims)
        actions = self.plan.actions_of(self.plan.aims[aim].id)
        return sum(action.id not in self._gone for action in actions)

    @cached_property
    def _gone(self) -> frozenset[str]:
        return frozenset(self.rows)


@dataclass(frozen=True)
class PassageMove:
    """A passage being moved; `section` and `place` say where it would be put down.

    `typed` are the digits that named the section.
    """

    plan: Plan
    row_id: str
    report_format: ReportFormat
    section: str
    place: int
    typed: str = ""

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

    @cached_property
    def shown(self) -> Plan:
        """The plan as it would be."""
        return applied(self.plan, self.change)

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

    def top(self) -> Self:
        """Move to the top of the section, and from there to the top of the first."""
        first = self._sections()[0] if self.place == 0 else self.section
        return replace(self, section=first, place=0)

    def end(self) -> Self:
        """Move to the end of the section, and from there to the end of the last."""
        is_there = self.place == self._others(self.section)
        last = self._sections()[-1] if is_there else self.section
        return replace(self, section=last, place=self._others(last))

    def page_up(self) -> Self:
        """Move to the end of the section before."""
        before = self._beside(-1)
        return replace(self, section=before, place=self._others(before)) if before else self

    def page_down(self) -> Self:
        """Move to the end of the next section."""
        after = self._beside(1)
        return replace(self, section=after, place=self._others(after)) if after else self

    def named(self, digit: str) -> Self | None:
        """Move to the end of the section with this number as printed, None if there is none.

        The digits before it count where there is such a section.
        """
        can_go = self._sections()
        sections = sections_of_plan(self.plan, self.report_format)
        for typed in dict.fromkeys((self.typed + digit, digit)):
            for one in sections:
                if one.number and str(one.number) == typed and one.id in can_go:
                    return replace(self, section=one.id, place=self._others(one.id), typed=typed)
        return None

    @property
    def goals(self) -> tuple[tuple[str, str], ...]:
        """The numbers that `named` takes, each with the heading of the section."""
        can_go = self._sections()
        return tuple(
            (str(one.number), one.heading)
            for one in sections_of_plan(self.plan, self.report_format)
            if one.number and one.id in can_go
        )

    def _sections(self) -> list[str]:
        """Return the ids of the sections that it can go to: a row stays in its table."""
        if self.report_format.table(self.section) is not None:
            return [self.section]
        return [section.id for section in sections_of_plan(self.plan, self.report_format)]

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
class _MoveInOneList:
    """A row being moved among the others of one list; `place` is where it would be put down."""

    plan: Plan
    place: int = field(kw_only=True)

    @property
    @abstractmethod
    def change(self) -> Change:
        """The change that puts the row down at its present place."""

    @cached_property
    def shown(self) -> Plan:
        """The plan as it would be."""
        return applied(self.plan, self.change)

    def up(self) -> Self:
        """Move up by one place."""
        return replace(self, place=max(self.place - 1, 0))

    def down(self) -> Self:
        """Move down by one place."""
        return replace(self, place=min(self.place + 1, self._last))

    def top(self) -> Self:
        """Move to the first place."""
        return replace(self, place=0)

    def end(self) -> Self:
        """Move to the last place."""
        return replace(self, place=self._last)

    def page_up(self) -> Self:
        """Move up by some places."""
        return replace(self, place=max(self.place - _PAGE, 0))

    def page_down(self) -> Self:
        """Move down by some places."""
        return replace(self, place=min(self.place + _PAGE, self._last))

    def named(self, digit: str) -> Self | None:
        """Move to the place with this number."""
        place = int(digit) - 1
        return replace(self, place=place) if 0 <= place <= self._last else None

    @property
    @abstractmethod
    def _last(self) -> int:
        """The last place in the list."""


@dataclass(frozen=True)
class AppendixMove(_MoveInOneList):
    """An appendix being moved among the others."""

    row_id: str
    part: str = APPENDICES

    @classmethod
    def of(cls, plan: Plan, appendix_id: str) -> Self:
        """Return a move of an appendix that is still at its own place."""
        place = plan.appendices.index(plan.appendix_rows[appendix_id])
        return cls(plan, appendix_id, place=place)

    @property
    def change(self) -> Change:
        """The change that puts the appendix down at its present place."""
        return move_appendix(self.plan, self.row_id, self.place)

    @property
    def _last(self) -> int:
        return len(self.plan.appendices) - 1


@dataclass(frozen=True)
class TableRowMove(_MoveInOneList):
    """A row of a table being moved in it; `row` is where it is, `place` where it would be."""

    table_id: str
    report_format: ReportFormat
    row: int
    column: int

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
        return cls(plan, table_id, report_format, cell.row, cell.column, place=cell.row)

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

    @property
    def _last(self) -> int:
        return len(rows_of(self.plan.passage_rows[self.table_id].text)) - 1


Lifted: TypeAlias = RowMove | PassageMove | AppendixMove | TableRowMove
"""Any row that is being moved."""
