"""A form with the answers to it: its open rows, and what is asked once some of it is answered.

Answers to what is not asked are kept, and count nowhere: what depends on them is as if they were
blank.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from plan.council.form import Form
from plan.council.form_groups import FormField, FormPart, Group, Rows
from plan.council.form_rules import Condition
from plan.model.open_rows import OPEN_ROW, row_key, rows_in_order
from plan.reading.form_conditions import AnswerConditions

if TYPE_CHECKING:
    from plan.model.plan import Plan
    from plan.model.rows import Answer


@dataclass(frozen=True)
class OpenRow:
    """A row that was added to a table of a form: its key, its number in the table and its fields.

    `answer` is the answer that stands for the row itself, None where a copy of the plan has lost
    it. `is_asked` says whether its table is.
    """

    key: str
    number: int
    part: FormPart
    table: Rows
    fields: tuple[FormField, ...]
    answer: "Answer | None" = None

    @property
    def id(self) -> str:
        """The id of the row itself among the answers."""
        return self.table.question(self.key)

    @property
    def place(self) -> str:
        """Its place in its form: "people/2"."""
        return f"{self.table.id}/{self.number}"


@dataclass(frozen=True)
class AnsweredForm:
    """A form and the answers to it, by the ids of their questions."""

    form: Form
    answers: "Mapping[str, Answer]"

    @cached_property
    def open_rows(self) -> dict[str, tuple[OpenRow, ...]]:
        """The rows of each table to which rows are added."""
        if not self.form.open_tables:
            return {}
        ranks = {question: answer.rank for question, answer in self.answers.items()}
        found: dict[str, list[OpenRow]] = {name: [] for name in self.form.open_tables}
        for row in rows_in_order(self.answers, ranks):
            name, _, key = row.partition(OPEN_ROW)
            if name in found:
                part, table = self.form.open_tables[name]
                number = len(found[name]) + 1
                fields = tuple(table.row_fields(self.form, part, key, number))
                found[name].append(OpenRow(key, number, part, table, fields, self.answers.get(row)))
        return {name: tuple(rows) for name, rows in found.items()}

    def row_of(self, question: str) -> OpenRow | None:
        """Return the open row that an answer stands in, or None."""
        rows = self.open_rows.get(question.partition(OPEN_ROW)[0], ())
        return next((row for row in rows if row.key == row_key(question)), None)

    def fields_of(self, part: FormPart, group: Group) -> tuple[FormField, ...]:
        """Return every answer in a group, those of its open rows too."""
        if isinstance(group, Rows):
            return tuple(field for row in self.open_rows[group.id] for field in row.fields)
        if not self.form.open_tables and not self._has_switches:
            return self._by_group[id(group)]
        return tuple(group.fields(self.form, part))

    @cached_property
    def _by_group(self) -> dict[int, tuple[FormField, ...]]:
        found: dict[int, list[FormField]] = {}
        for field in self.form.every_field:
            found.setdefault(id(field.group), []).append(field)
        return {group: tuple(fields) for group, fields in found.items()}

    @cached_property
    def _has_switches(self) -> bool:
        return any(
            part.when or any(group.when for group in part.groups) for part in self.form.every_part
        ) or any(field.when for field in self.form.every_field)

    @cached_property
    def every_field(self) -> tuple[FormField, ...]:
        """Every answer in printed order, asked or not, those of open rows too."""
        if not self.form.open_tables:
            return self.form.every_field
        return tuple(
            field
            for part in self.form.every_part
            for group in part.groups
            for field in self.fields_of(part, group)
        )

    # What is asked

    @cached_property
    def _asked(self) -> tuple[Collection[str], Collection[str], Mapping[str, "Answer"]]:
        """The parts and questions that are not asked, and the answers that count."""
        if not self._has_switches:
            return frozenset(), frozenset(), self.answers
        counted: dict[str, Answer] = {}
        fields: list[FormField] = []
        parts: set[str] = set()
        off: set[str] = set()
        for part in self.form.every_part:
            holds_part = self._holds(part.when, fields, counted)
            if not holds_part:
                parts.add(part.id)
            for group in part.groups:
                holds_group = holds_part and self._holds(group.when, fields, counted)
                if isinstance(group, Rows) and not holds_group:
                    off.add(group.id)
                for field in self.fields_of(part, group):
                    if holds_group and self._holds(field.when, fields, counted):
                        fields.append(field)
                        counted |= self._own_answer(field.question)
                    else:
                        off.add(field.question)
                if isinstance(group, Rows) and holds_group:
                    for row in self.open_rows[group.id]:
                        counted |= self._own_answer(row.id)
        return parts, off, counted

    def _own_answer(self, question: str) -> "dict[str, Answer]":
        return {question: self.answers[question]} if question in self.answers else {}

    @staticmethod
    def _holds(
        when: Iterable[Condition], fields: list[FormField], counted: "Mapping[str, Answer]"
    ) -> bool:
        conditions = AnswerConditions(fields, counted)
        return all(conditions.holds(condition) for condition in when)

    @property
    def counted(self) -> "Mapping[str, Answer]":
        """The answers to what is asked; where nothing depends on anything, all answers."""
        return self._asked[2]

    @cached_property
    def asked(self) -> tuple[FormField, ...]:
        """The answers that are asked for, in printed order."""
        off = self._asked[1]
        return tuple(field for field in self.every_field if field.question not in off)

    def asks(self, question: str) -> bool:
        """Return whether a question, or a table of open rows, is asked."""
        return question not in self._asked[1]

    def asks_part(self, part: FormPart) -> bool:
        """Return whether anything in a part is asked."""
        return part.id not in self._asked[0]

    def asks_group(self, part: FormPart, group: Group) -> bool:
        """Return whether anything in a group is asked."""
        if not self.asks_part(part):
            return False
        if isinstance(group, Rows):
            return self.asks(group.id)
        return any(self.asks(field.question) for field in self.fields_of(part, group))

    # What is kept and not printed

    def kept(self) -> "Iterator[tuple[Answer, bool]]":
        """Yield the answers that are not asked for; whether the form has their questions."""
        known = {field.question for field in self.every_field}
        rows = {row.id for rows in self.open_rows.values() for row in rows}
        for question, answer in self.answers.items():
            if not (answer.text or answer.ticks):
                continue
            if question in known:
                if not self.asks(question):
                    yield answer, True
            elif question not in rows:
                yield answer, False


def says_what_to_do(answers: "Mapping[str, Answer]", row: OpenRow) -> bool:
    """Return whether a row says what an action that is made of it would say."""
    column = row.table.action.text if row.table.action is not None else ""
    answer = answers.get(row.table.question(row.key, column))
    return bool(column) and answer is not None and bool(answer.text)


def action_of(plan: "Plan", row: OpenRow) -> str:
    """Return the ref of the action that a row of a form was made, empty if there is none."""
    made = row.answer.action if row.answer is not None else ""
    return plan.ref_of(made) if made in plan.action_rows else ""
