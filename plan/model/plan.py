"""The plan in memory: its rows, sorted and numbered.

A plan is a frozen value. Widgets show it but never hold it as their own state; an edit makes a new
plan.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import count
from typing import TypeVar

from plan.model.fields import TableName
from plan.model.rows import (
    PLAN_HERE,
    REPORT_ID,
    ROW_KINDS,
    SOURCE_ID,
    Action,
    Aim,
    Answer,
    Appendix,
    Assessment,
    Comment,
    Commitment,
    Conflict,
    Consultation,
    Cover,
    Passage,
    ProgressNote,
    Reason,
    Report,
    Row,
    SourceReport,
    Version,
    acronym_of,
    unread_part,
)

RowT = TypeVar("RowT", bound=Row)


@dataclass(frozen=True)
class Plan:
    """An improvement plan as its rows: for each table, a mapping by id."""

    cover: Cover
    aim_rows: Mapping[str, Aim]
    action_rows: Mapping[str, Action]
    note_rows: Mapping[str, ProgressNote]
    report_rows: Mapping[str, Report] = field(default_factory=dict)
    passage_rows: Mapping[str, Passage] = field(default_factory=dict)
    appendix_rows: Mapping[str, Appendix] = field(default_factory=dict)
    assessment_rows: Mapping[str, Assessment] = field(default_factory=dict)
    answer_rows: Mapping[str, Answer] = field(default_factory=dict)
    source_rows: Mapping[str, SourceReport] = field(default_factory=dict)
    reason_rows: Mapping[str, Reason] = field(default_factory=dict)
    comment_rows: Mapping[str, Comment] = field(default_factory=dict)
    commitment_rows: Mapping[str, Commitment] = field(default_factory=dict)
    consultation_rows: Mapping[str, Consultation] = field(default_factory=dict)
    conflict_rows: Mapping[str, Conflict] = field(default_factory=dict)
    version_rows: Mapping[str, Version] = field(default_factory=dict)

    def table(self, name: TableName) -> Mapping[str, Row]:
        """Return the rows of a table by id."""
        return self._tables[name]

    @cached_property
    def _tables(self) -> dict[TableName, Mapping[str, Row]]:
        return {
            "plan": {self.cover.id: self.cover},
            "aims": self.aim_rows,
            "actions": self.action_rows,
            "progress": self.note_rows,
            "report": self.report_rows,
            "passages": self.passage_rows,
            "appendices": self.appendix_rows,
            "assessments": self.assessment_rows,
            "answers": self.answer_rows,
            "source": self.source_rows,
            "reasons": self.reason_rows,
            "comments": self.comment_rows,
            "commitments": self.commitment_rows,
            "consultations": self.consultation_rows,
            "conflicts": self.conflict_rows,
            "versions": self.version_rows,
        }

    @cached_property
    def aims(self) -> tuple[Aim, ...]:
        """The aims in order; an aim's number is its position here, from 1, unless it was sealed."""
        return _in_order(self.aim_rows.values())

    @cached_property
    def _actions_by_aim(self) -> dict[str, tuple[Action, ...]]:
        return _by_parent(self.action_rows.values())

    @cached_property
    def _notes_by_action(self) -> dict[str, tuple[ProgressNote, ...]]:
        return _by_parent(self.note_rows.values())

    @cached_property
    def acronyms(self) -> dict[str, str]:
        """What the officer has said that acronyms stand for: the name in full by the acronym."""
        said = ((acronym_of(one), one.reason) for one in self.reason_rows.values())
        return {name: meaning for name, meaning in said if name}

    @cached_property
    def unread(self) -> dict[str, tuple[str, ...]]:
        """What the import did not read of the report, and which questions of a form.

        By the part: lines of the "header", of the "end" and of the text of the "report", what the
        header says of "access", questions by the id of the assessment. What was not read may say
        what a field lacks, so no check calls that missing.
        """
        kept = ((unread_part(one), one.reason) for one in self.reason_rows.values())
        return {part: tuple(said.split("\n")) for part, said in kept if part}

    @cached_property
    def numbered_aims(self) -> tuple[tuple[int, Aim], ...]:
        """The aims in order, each with its number."""
        return tuple((self._numbers[aim.id], aim) for aim in self.aims)

    def actions_of(self, aim_id: str) -> tuple[Action, ...]:
        """Return the actions of an aim in order."""
        return self._actions_by_aim.get(aim_id, ())

    def notes_of(self, action_id: str) -> tuple[ProgressNote, ...]:
        """Return the progress notes of an action, the oldest first."""
        return self._notes_by_action.get(action_id, ())

    @cached_property
    def actions(self) -> tuple[Action, ...]:
        """Every action, in printed order."""
        return tuple(action for aim in self.aims for action in self.actions_of(aim.id))

    @cached_property
    def _refs(self) -> dict[str, str]:
        highest = _highest_sealed(action.sealed_ref for action in self.action_rows.values())
        refs: dict[str, str] = {}
        for aim in self.aims:
            number = self._numbers[aim.id]
            following = count(highest.get(str(number), 0) + 1)
            for action in self.actions_of(aim.id):
                refs[action.id] = action.sealed_ref or f"{number}.{next(following)}"
        return refs

    @cached_property
    def _numbers(self) -> dict[str, int]:
        numbers = ((one.id, _place_in(one.sealed_ref)) for one in self.aims)
        sealed = {aim_id: number for aim_id, number in numbers if number}
        following = count(max(sealed.values(), default=0) + 1)
        return {aim.id: sealed.get(aim.id) or next(following) for aim in self.aims}

    @cached_property
    def _actions_by_ref(self) -> dict[str, Action]:
        return {ref: self.action_rows[action_id] for action_id, ref in self._refs.items()}

    def ref_of(self, action_id: str) -> str:
        """Return the action's ref, such as "4.3": its aim's number and its position in the aim.

        What was sealed keeps its ref, and what comes later gets the next one that is free.
        """
        return self._refs[action_id]

    def refs_in_words(self, action_id: str) -> str:
        """Return the action's ref, with what the partners call it: "4.3 (CP-SUB-1)"."""
        own = self.action_rows[action_id].own_ref
        return f"{self._refs[action_id]} ({own})" if own else self._refs[action_id]

    def number_of(self, aim_id: str) -> int:
        """Return the aim's number, from 1."""
        return self._numbers[aim_id]

    def action_at(self, ref: str) -> Action | None:
        """Return the action with this ref, or None."""
        return self._actions_by_ref.get(ref)

    def aim_of(self, action_id: str) -> Aim:
        """Return the aim that an action belongs to."""
        return self.aim_rows[self.action_rows[action_id].parent]

    # The committee report

    @cached_property
    def report(self) -> Report:
        """The report's header and signature; blank until something is written."""
        return self.report_rows.get(REPORT_ID) or Report(id=REPORT_ID, parent=self.cover.id)

    @cached_property
    def _passages_by_section(self) -> dict[str, tuple[Passage, ...]]:
        sections: dict[str, list[Passage]] = {}
        for passage in self.passage_rows.values():
            sections.setdefault(passage.section, []).append(passage)
        return {section: _in_order(passages) for section, passages in sections.items()}

    def passages_of(self, section: str) -> tuple[Passage, ...]:
        """Return the passages of a section of the report in order."""
        return self._passages_by_section.get(section, ())

    @cached_property
    def appendices(self) -> tuple[Appendix, ...]:
        """The report's appendices in order; an appendix's number is its position here, from 1."""
        return _in_order(self.appendix_rows.values())

    @cached_property
    def stands_in_report(self) -> bool:
        """Whether the plan is printed in a section of the report, and is no appendix."""
        is_listed = any(one.kind == "plan" for one in self.appendices)
        return not is_listed and any(
            one.kind == "text" and one.text == PLAN_HERE for one in self.passage_rows.values()
        )

    @property
    def plan_appendix_number(self) -> int:
        """The plan's number as an appendix: 1 if the report lists none, 0 if it stands in it."""
        places = (n for n, one in enumerate(self.appendices, 1) if one.kind == "plan")
        return next(places, 0 if self.stands_in_report else len(self.appendices) + 1)

    # The inspection report it responds to

    @cached_property
    def source(self) -> SourceReport:
        """The inspection report that the plan responds to; blank until something is written."""
        return self.source_rows.get(SOURCE_ID) or SourceReport(id=SOURCE_ID, parent=self.cover.id)

    # The equality impact assessments

    @cached_property
    def assessments(self) -> tuple[Assessment, ...]:
        """The assessments in order."""
        return _in_order(self.assessment_rows.values())

    @cached_property
    def _answers_by_assessment(self) -> dict[str, dict[str, Answer]]:
        answers: dict[str, dict[str, Answer]] = {}
        for answer in self.answer_rows.values():
            answers.setdefault(answer.parent, {})[answer.question] = answer
        return answers

    def answers_of(self, assessment_id: str) -> Mapping[str, Answer]:
        """Return the answers of an assessment, keyed by question id."""
        return self._answers_by_assessment.get(assessment_id, {})

    # The comments on the paper that it was read from

    @cached_property
    def comments(self) -> tuple[Comment, ...]:
        """The comments, answered or not, in the order of the paper that they came with."""
        return _in_order(self.comment_rows.values())


def plan_of(rows: Iterable[Row]) -> Plan:
    """Return the plan made up of `rows`.

    Raises ValueError unless exactly one of them is a cover.
    """
    kinds: dict[TableName, dict[str, Row]] = {name: {} for name in ROW_KINDS}
    for row in rows:
        kinds[row.table][row.id] = row
    if len(kinds["plan"]) != 1:
        raise ValueError(f"a plan has one cover, not {len(kinds['plan'])}")
    return plan_of_tables(kinds)


def plan_of_tables(tables: Mapping[TableName, Mapping[str, Row]]) -> Plan:
    """Return the plan for rows already sorted by table and id, with one row in table "plan"."""
    (cover,) = _only(tables["plan"], Cover).values()
    return Plan(
        cover,
        _only(tables["aims"], Aim),
        _only(tables["actions"], Action),
        _only(tables["progress"], ProgressNote),
        _only(tables["report"], Report),
        _only(tables["passages"], Passage),
        _only(tables["appendices"], Appendix),
        _only(tables["assessments"], Assessment),
        _only(tables["answers"], Answer),
        _only(tables["source"], SourceReport),
        _only(tables["reasons"], Reason),
        _only(tables["comments"], Comment),
        _only(tables["commitments"], Commitment),
        _only(tables["consultations"], Consultation),
        _only(tables["conflicts"], Conflict),
        _only(tables["versions"], Version),
    )


_MOST_DIGITS = 6
"""Of a number that is sealed; a longer one comes of no plan."""


def _place_in(number: str) -> int:
    """Return a sealed number, 0 where it is none."""
    return int(number) if number.isdecimal() and len(number) <= _MOST_DIGITS else 0


def _highest_sealed(refs: Iterable[str]) -> dict[str, int]:
    """Return the highest place in each aim that a sealed ref has, by the aim's number."""
    highest: dict[str, int] = {}
    for ref in refs:
        aim, _, place = ref.partition(".")
        highest[aim] = max(highest.get(aim, 0), _place_in(place))
    return highest


def _only(rows: Mapping[str, Row], kind: type[RowT]) -> dict[str, RowT]:
    return {row_id: row for row_id, row in rows.items() if isinstance(row, kind)}


def _in_order(rows: Iterable[RowT]) -> tuple[RowT, ...]:
    return tuple(sorted(rows, key=lambda row: (row.rank, row.id)))


def _by_parent(rows: Iterable[RowT]) -> dict[str, tuple[RowT, ...]]:
    groups: dict[str, list[RowT]] = {}
    for row in rows:
        groups.setdefault(row.parent, []).append(row)
    return {parent: _in_order(group) for parent, group in groups.items()}
