"""A passage or an appendix on the move: where the next key takes it. Values only."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Self

from desk.report_contents import APPENDICES, part_of_section
from plan.council.report_format import ReportFormat
from plan.model.plan import Plan

if TYPE_CHECKING:
    from plan.changes.change import Change


@dataclass(frozen=True)
class PassageMove:
    """A passage lifted from its place; `section` and `place` say where it would be put down."""

    plan: Plan
    row_id: str
    report_format: ReportFormat
    section: str
    place: int

    @classmethod
    def of(cls, plan: Plan, passage_id: str, report_format: ReportFormat) -> Self:
        """Lift a passage."""
        passage = plan.passage_rows[passage_id]
        place = plan.passages_of(passage.section).index(passage)
        return cls(plan, passage_id, report_format, passage.section, place)

    @property
    def part(self) -> str:
        """The part of the report that it would be put down in."""
        return part_of_section(self.section)

    @property
    def change(self) -> "Change":
        """The change that puts the passage down where it is now."""
        from plan.changes.edits import move_passage

        return move_passage(self.plan, self.row_id, self.section, self.place, self.report_format)

    def up(self) -> Self:
        """One place up; from the top of a section to the end of the one before."""
        if self.place > 0:
            return replace(self, place=self.place - 1)
        before = self._beside(-1)
        return replace(self, section=before, place=self._others(before)) if before else self

    def down(self) -> Self:
        """One place down; from the end of a section to the top of the next."""
        if self.place < self._others(self.section):
            return replace(self, place=self.place + 1)
        after = self._beside(1)
        return replace(self, section=after, place=0) if after else self

    def _beside(self, step: int) -> str:
        """Return the section before (-1) or after (1), empty where there is none.

        From a section that the format does not have, either way leads to the last that it has.
        """
        ids = [section.id for section in self.report_format.sections]
        if self.section not in ids:
            return ids[-1]
        place = ids.index(self.section) + step
        return ids[place] if 0 <= place < len(ids) else ""

    def _others(self, section: str) -> int:
        return sum(passage.id != self.row_id for passage in self.plan.passages_of(section))


@dataclass(frozen=True)
class AppendixMove:
    """An appendix lifted from its place among the others."""

    plan: Plan
    row_id: str
    place: int
    part: str = APPENDICES

    @classmethod
    def of(cls, plan: Plan, appendix_id: str) -> Self:
        """Lift an appendix."""
        return cls(plan, appendix_id, plan.appendices.index(plan.appendix_rows[appendix_id]))

    @property
    def change(self) -> "Change":
        """The change that puts the appendix down where it is now."""
        from plan.changes.edits import move_appendix

        return move_appendix(self.plan, self.row_id, self.place)

    def up(self) -> Self:
        """One place up."""
        return replace(self, place=max(self.place - 1, 0))

    def down(self) -> Self:
        """One place down."""
        return replace(self, place=min(self.place + 1, len(self.plan.appendices) - 1))
