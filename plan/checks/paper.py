"""What the checks look at: a plan with its report and assessments, judged as of a date."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, wraps
from typing import Any, TypeVar

from plan.council.form import Form
from plan.council.format import ColumnField, Format
from plan.council.framework import NONE, Framework, followed_by, framework_of
from plan.council.own_field import OwnFields
from plan.council.report_format import ClearDays
from plan.following.action_state import (
    approved_on,
    closed_actions,
    reading_by,
    reading_of,
    said_of_all,
    says_it_is_done,
)
from plan.model.plan import Plan
from plan.model.rows import Action, ProgressNote
from plan.reading.timescales import TimescaleReading
from plan.text.signs import SignedRows, Signs
from plan.tracing.tracing import Mismatch, Tracing, mismatches, page_indicators, tracing_of

ResultT = TypeVar("ResultT")


@dataclass(frozen=True)
class Practice:
    """What the officer's settings say of the council, where its format does not."""

    clear_days: ClearDays = ""
    has_islands: bool = False


@dataclass(frozen=True)
class Paper:
    """A plan's papers, as the checks see them.

    `forms` holds the forms of its assessments by id, `practice` what the settings say of the
    council. Legal rules apply as of the day of the
    meeting, or as of `today` if the report does not give one.
    """

    plan: Plan
    council: Format
    today: date
    forms: Mapping[str, Form] = field(default_factory=dict)
    practice: Practice = Practice()
    known: dict[object, Any] = field(default_factory=dict, init=False, compare=False, repr=False)
    """What functions that are asked by many rules have returned of this paper."""

    @cached_property
    def judged_at(self) -> date:
        """The day by whose law the paper is judged."""
        return self.meeting or self.today

    @cached_property
    def clear_days(self) -> ClearDays:
        """How the council counts the clear days before a meeting; empty until it is said."""
        return self.practice.clear_days or self.council.report.clear_days

    @property
    def has_islands(self) -> bool:
        """Whether there are island communities in the council's area."""
        return self.practice.has_islands or self.council.report.islands

    @cached_property
    def meeting(self) -> date | None:
        """The date of the committee meeting, or None if the report does not give a day."""
        return approved_on(self.plan)

    def is_done(self, note: ProgressNote) -> bool:
        """Return whether a note says that its action is done."""
        return says_it_is_done(note, self.judged_at, self.own)

    @cached_property
    def closed(self) -> frozenset[str]:
        """The ids of the actions of which nothing is still to come: done, or given up."""
        return closed_actions(self.plan, self.judged_at, self.own)

    @cached_property
    def open_actions(self) -> tuple[Action, ...]:
        """The actions of which something is still to come, in printed order.

        A rule that asks for what work to be done needs, asks it of these.
        """
        closed = self.closed
        if not closed:
            return self.plan.actions
        return tuple(one for one in self.plan.actions if one.id not in closed)

    @cached_property
    def noted(self) -> tuple[tuple[Action, tuple[ProgressNote, ...]], ...]:
        """The actions that have progress notes, in printed order, each with its notes."""
        each = ((action, self.plan.notes_of(action.id)) for action in self.plan.actions)
        return tuple((action, notes) for action, notes in each if notes)

    def actions_with(self, signs: Signs) -> list[Action]:
        """Return the actions in whose text and criteria such signs stand, in printed order."""
        return self._actions_signed.having(signs)

    def open_with(self, signs: Signs) -> list[Action]:
        """Return those of them of which something is still to come."""
        closed = self.closed
        return [one for one in self.actions_with(signs) if one.id not in closed]

    def actions_saying(self, signs: Signs) -> list[Action]:
        """Return the actions in any of whose fields such signs stand, in printed order."""
        return self._actions_signed_whole.having(signs)

    def noted_with(self, signs: Signs) -> list[tuple[Action, tuple[ProgressNote, ...]]]:
        """Return the actions in whose notes such signs stand, each with its notes."""
        return self._noted_signed.having(signs)

    @cached_property
    def _actions_signed(self) -> SignedRows[Action]:
        return SignedRows(self.plan.actions, _told_by)

    @cached_property
    def _actions_signed_whole(self) -> SignedRows[Action]:
        return SignedRows(self.plan.actions, _all_told_by)

    @cached_property
    def _noted_signed(self) -> SignedRows[tuple[Action, tuple[ProgressNote, ...]]]:
        return SignedRows(self.noted, lambda noted: (note.text for note in noted[1]))

    def reading_of(self, action: Action) -> TimescaleReading:
        """Return how an action's timescale reads, with the officer's answers."""
        return self._readings.get(action.id) or reading_of(self.plan, action)

    @cached_property
    def _readings(self) -> Mapping[str, TimescaleReading]:
        """How the timescale of each action reads, by its id: many rules ask it of each."""
        counted = said_of_all(self.plan)
        return {action.id: reading_by(action, counted) for action in self.plan.actions}

    @property
    def has_report(self) -> bool:
        """Whether any of a committee report has been written."""
        return bool(self.plan.report_rows or self.plan.passage_rows or self.plan.appendix_rows)

    def prints(self, column: ColumnField) -> bool:
        """Return whether the council's plan has this column."""
        return any(one.field == column for one in self.council.plan.columns)

    @cached_property
    def own(self) -> OwnFields:
        """The fields that the council's format adds to an action."""
        return self.council.plan.own

    @cached_property
    def framework(self) -> Framework | None:
        """The quality indicators that the plan uses, or None if it names no known framework."""
        return framework_of(self.plan, self.council)

    @property
    def follows_no_framework(self) -> bool:
        """Whether it was chosen that the plan follows no framework."""
        return followed_by(self.plan, self.council) == NONE

    @cached_property
    def tracing(self) -> Tracing:
        """How the plan responds to the inspection report."""
        return tracing_of(self.plan, self.framework)

    @cached_property
    def mismatches(self) -> Mapping[str, Mismatch]:
        """The actions whose indicators and pages do not match, by id."""
        if self.framework is None or not self.tracing.reading.findings:
            return {}
        return mismatches(self.plan, page_indicators(self.tracing.reading, self.framework))


def _told_by(action: Action) -> tuple[str, ...]:
    return (action.text, *action.success_criteria)


def _all_told_by(action: Action) -> tuple[str, ...]:
    own = tuple(text for _, text in action.own) if action.own else ()
    return (action.text, action.timescale, *action.leads, *action.success_criteria, *own)


def once_for_each_paper(function: Callable[[Paper], ResultT]) -> Callable[[Paper], ResultT]:
    """Return `function` with its result kept for as long as the paper it was asked of."""

    @wraps(function)
    def known(paper: Paper) -> ResultT:
        if function not in paper.known:
            paper.known[function] = function(paper)
        result: ResultT = paper.known[function]
        return result

    return known
