"""What the equality view shows: the checklist of an assessment, and the fields of what is in it.

Values in, values out; the widgets only lay them out. The checklist has a row for the whole
assessment, for each part, and below it for each question; a table of the form is one row.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from desk.field_contents import FieldContent, own_content
from desk.tick_boxes import Box, MarkGrid, boxes_grid, cells_grid, matrix_grid
from plan.changes import edits
from plan.changes.change import Change, row_edited
from plan.checks.form.form_checks import paper_facts
from plan.checks.form.form_judging import wanted
from plan.checks.paper import Paper
from plan.council.form import Form
from plan.council.form_groups import FormField, FormPart, Group, PrefilledField, Rows
from plan.council.form_rules import Rule, asserted
from plan.model.open_rows import OPEN_ROW
from plan.model.plan import Plan
from plan.model.rows import Answer
from plan.papers.markdown import plain_of
from plan.papers.typed_text import shown_of, typed_plainly
from plan.reading.answered_form import AnsweredForm, OpenRow, action_of
from plan.reading.dates import date_in_words
from plan.text.line_breaks import shortened

WHOLE = "whole."
"""The id of the row that stands for the whole assessment."""
_PART = "part."
NOT_ASKED = "not asked"
"""What is said in the place of counts of what does not follow."""
_ROW_WORDS = 40
"""Cells of the first words of a row of a table."""
GO_TO = "go-to."
"""The key of a field that is a way to a row of the checklist: its owner."""

_FROM: dict[PrefilledField, str] = {
    "report.number": "the report",
    "report.title": "the report",
    "plan.title": "the plan",
}


@dataclass(frozen=True)
class Asked:
    """A row of the checklist below its part: a question, or a table that is asked as one.

    A table to which rows are added has a row of the checklist of its own, without fields, and one
    for each of its rows, which is its `row`.
    """

    id: str
    label: str
    part: FormPart
    fields: tuple[FormField, ...]
    group: Group
    row: OpenRow | None = None

    @property
    def is_table(self) -> bool:
        """Whether it is a table of several answers, or a row of one."""
        return self.group.is_table

    def is_place_of(self, rule: Rule) -> bool:
        """Return whether a rule is about it."""
        return rule.place == self.id or any(rule.place == one.question for one in self.fields)


def days_in_words(form: Form) -> str:
    """Return the days from and until which a form holds."""
    days = [
        f"{word} {date_in_words(day)}"
        for word, day in (("from", form.since), ("until", form.until))
        if day is not None
    ]
    return " ".join(days)


def part_row(part: FormPart) -> str:
    """Return the id of the row that stands for a part."""
    return _PART + part.id


def is_part_row(row: str) -> bool:
    """Return whether a row stands for a part, and for no question and not the whole."""
    return row.startswith(_PART)


def asked_of(answered: AnsweredForm) -> Iterator[Asked]:
    """Yield the rows of the checklist below the parts, in the order of the paper.

    What is not asked is left out.
    """
    fields_by_group: dict[int, list[FormField]] = {}
    for field in answered.asked:
        fields_by_group.setdefault(id(field.group), []).append(field)
    for part in answered.form.every_part:
        for group in part.groups:
            fields = tuple(fields_by_group.get(id(group), ()))
            if isinstance(group, Rows):
                if answered.asks(group.id):
                    yield Asked(group.id, group.title, part, (), group)
                    for row in answered.open_rows[group.id]:
                        label = _said_of(row, answered.answers) or "nothing in it yet"
                        yield Asked(row.id, f"{row.number} {label}", part, row.fields, group, row)
            elif group.asked_as_one is not None and fields:
                yield Asked(*group.asked_as_one, part, fields, group)
            else:
                yield from (Asked(one.question, one.label, part, (one,), group) for one in fields)


def _said_of(row: OpenRow, answers: Mapping[str, Answer]) -> str:
    """Return the first words of a row of a table."""
    texts = (answers[one.question].text for one in row.fields if one.question in answers)
    return shortened(plain_of(next(filter(None, texts), "")).replace("\n", " "), _ROW_WORDS)


@dataclass(frozen=True)
class Checklist:
    """An assessment and its form: what is answered, what is missing, what a rule wants.

    `paper` is what the rules hold it against, None where they look at the answers alone.
    """

    plan: Plan
    assessment: str
    form: Form
    paper: Paper | None = None

    @cached_property
    def answers(self) -> Mapping[str, Answer]:
        """The answers by their question."""
        return self.plan.answers_of(self.assessment)

    @cached_property
    def answered_form(self) -> AnsweredForm:
        """The form with these answers: its open rows, and what of it is asked."""
        return AnsweredForm(self.form, self.answers)

    @cached_property
    def asked(self) -> dict[str, Asked]:
        """The rows below the parts, by their ids."""
        return {asked.id: asked for asked in asked_of(self.answered_form)}

    @cached_property
    def wants(self) -> tuple[Rule, ...]:
        """The rules whose sentence is to be said; those that only inform are left out."""
        facts = paper_facts(self.paper, self.form.id) if self.paper is not None else None
        rules = wanted(self.form, self.answers, facts)
        return tuple(rule for rule in rules if rule.severity != "INFO")

    def wants_of(self, *asked: Asked) -> tuple[Rule, ...]:
        """Return the rules that want something of any of these rows."""
        return tuple(rule for rule in self.wants if any(one.is_place_of(rule) for one in asked))

    def in_part(self, part: FormPart) -> tuple[Asked, ...]:
        """Return the rows of a part."""
        return tuple(asked for asked in self.asked.values() if asked.part is part)

    def part_at(self, row: str) -> FormPart | None:
        """Return the part that a row stands for, None where it stands for something else."""
        return next((part for part in self.form.every_part if part_row(part) == row), None)

    def row_of(self, question: str) -> str:
        """Return the row that a question is in, the whole where the form does not ask it."""
        for asked in self.asked.values():
            if asked.id == question or any(field.question == question for field in asked.fields):
                return asked.id
        table = question.partition(OPEN_ROW)[0]
        return table if table in self.asked else WHOLE

    def is_answered(self, field: FormField) -> bool:
        """Return whether a question has any answer."""
        answer = self.answers.get(field.question)
        return answer is not None and bool(answer.text or answer.ticks)

    def count(self, *asked: Asked) -> tuple[int, int]:
        """Return how many questions of these rows are answered, and how many there are."""
        printed = [one for one in asked if one.part is not self.form.unprinted] or asked
        fields = [field for one in printed for field in one.fields]
        return sum(map(self.is_answered, fields)), len(fields)

    def counted(self, *asked: Asked) -> str:
        """Return the counts in words: "9 of 10 answered, 1 wanted"."""
        if not asked:
            return NOT_ASKED
        answered, all_of_them = self.count(*asked)
        if not all_of_them:
            return "no row yet"
        wants = len(self.wants_of(*asked))
        return f"{answered} of {all_of_them} answered" + (f", {wants} wanted" if wants else "")

    @property
    def in_words(self) -> str:
        """The counts of the whole assessment."""
        return self.counted(*self.asked.values())

    # What is beside a row

    def grid(self, row: str) -> MarkGrid | None:
        """Return the boxes of a row, None where it has none."""
        asked = self.asked.get(row)
        marked = [field for field in asked.fields if field.options] if asked is not None else []
        if asked is None or not marked:
            return None
        if marked[0].answered.is_matrix_row:
            rows = [field for field in marked if field.answered.is_matrix_row]
            return matrix_grid(asked.id, rows, self.answers)
        if asked.is_table:
            return cells_grid(asked.id, marked, self.answers)
        return boxes_grid(marked[0], self.answers)

    def contents(self, row: str) -> tuple[FieldContent, ...]:
        """Return the fields of a row: its answers in words, or the ways to what is wanted."""
        asked = self.asked.get(row)
        if asked is not None and isinstance(asked.group, Rows) and asked.row is None:
            return self._ways_to_rows(asked.group)
        if asked is not None:
            fields = tuple(self._field(field, asked) for field in _written(asked))
            return (*fields, *self._made(asked))
        part = self.part_at(row)
        if part is not None:
            return self._ways_in(part)
        return (*(self._way_to(part) for part in self.form.every_part), *self._unasked())

    def _field(self, field: FormField, asked: Asked) -> FieldContent:
        answer = self.answers.get(field.question)
        kept = answer.text if answer else ""
        label = field.asks if asked.row is not None else field.words
        if field.own is not None:
            return own_content(
                self.assessment, field.question, label, field.own, kept, "no answer yet"
            )
        is_prose = field.answered.is_prose
        return FieldContent(
            self.assessment,
            field.question,
            label,
            "prose" if is_prose else "line",
            plain_of(kept) if is_prose else kept,
            shown_of(kept) if is_prose else kept,
            placeholder="no answer yet" if not field.options else "no words yet",
        )

    def _made(self, asked: Asked) -> Iterator[FieldContent]:
        """Yield the action that a row of a table was made, if it was made one."""
        ref = action_of(self.plan, asked.row) if asked.row is not None else ""
        if ref:
            said = f"action {ref} of the plan"
            yield FieldContent(asked.id, GO_TO, "Made an action", "lines", said, said)

    def _ways_to_rows(self, table: Rows) -> tuple[FieldContent, ...]:
        rows = self.answered_form.open_rows[table.id]
        nothing = "No row yet: a adds one."
        if not rows:
            return (FieldContent(table.id, GO_TO, "Rows", "lines", nothing, nothing),)
        return tuple(self._way_to_row(row) for row in rows)

    def _way_to_row(self, row: OpenRow) -> FieldContent:
        ref = action_of(self.plan, row)
        lines = [
            *(f"{one.asks}: {said}" for one in row.fields if (said := self._said(one))),
            *((f"Made action {ref} of the plan",) if ref else ()),
        ]
        shown = "\n".join(lines) or "nothing in it yet"
        return FieldContent(row.id, GO_TO, f"Row {row.number}", "lines", shown, shown)

    def _said(self, field: FormField) -> str:
        """Return what stands in a cell: its words, or those of its ticked boxes."""
        answer = self.answers.get(field.question)
        if answer is None:
            return ""
        ticked = [option.label for option in field.options if option.id in answer.ticks]
        text = plain_of(answer.text) if field.answered.is_prose else answer.text
        if field.own is not None and field.own.holds.is_list:
            text = text.replace("\n", ", ")
        return ", ".join(filter(None, (*ticked, text)))

    def _way_to(self, part: FormPart) -> FieldContent:
        rows = self.in_part(part)
        lines = [
            self.counted(*rows),
            *(f"{one.severity}: {one.text}" for one in self.wants_of(*rows)),
        ]
        shown = "\n".join(lines)
        return FieldContent(part_row(part), GO_TO, part.heading, "lines", shown, shown)

    def _ways_in(self, part: FormPart) -> tuple[FieldContent, ...]:
        ways = []
        for asked in self.in_part(part):
            wants = self.wants_of(asked)
            if wants:
                shown = "\n".join(f"{rule.severity}: {rule.text}" for rule in wants)
                ways.append(FieldContent(asked.id, GO_TO, asked.label, "lines", shown, shown))
        nothing = "Nothing is wanted in this part."
        here = self.in_part(part)
        first = here[0].id if here else part_row(part)
        label = "Rules" if here else "Not asked"
        said = nothing if here else self.why_not(part)
        return (
            *(ways or [FieldContent(first, GO_TO, label, "lines", said, said)]),
            *self._kept(part),
        )

    def why_not(self, part: FormPart) -> str:
        """Return the sentence that says from which answers it follows that a part is not asked."""
        asked = [condition for one in (part, *part.groups) for condition in one.when]
        names = dict.fromkeys(self._label(asserted(condition)[1]) for condition in asked)
        follows = " and ".join(f"“{name}”" for name in names)
        return f"That follows from {follows}. It is not printed, and what was answered is kept."

    def _label(self, question: str) -> str:
        field = self.form.field(question)
        if field is not None:
            return field.label
        groups = (group for part in self.form.every_part for group in part.groups)
        return next((one.title for one in groups if getattr(one, "id", "") == question), question)

    def _kept(self, part: FormPart | None) -> Iterator[FieldContent]:
        """Yield the answers to what is not asked in a part, or to what the form has not at all."""
        for answer, is_known in self.answered_form.kept():
            field = self._of_form(answer.question) if is_known else None
            if (field.part if field is not None else None) is not part:
                continue
            owner = part_row(part) if part is not None else WHOLE
            why = f"Not asked: {field.label}" if field else f"Not in this form: {answer.question}"
            words = (
                self._said(field)
                if field
                else "\n".join(filter(None, (answer.text, *answer.ticks)))
            )
            yield FieldContent(owner, GO_TO, why, "lines", words, words)

    def _of_form(self, question: str) -> FormField | None:
        """Return the field of a question; that of an open row has its number."""
        row = self.answered_form.row_of(question)
        fields = row.fields if row is not None else ()
        return next((one for one in fields if one.question == question), None) or self.form.field(
            question
        )

    def _unasked(self) -> tuple[FieldContent, ...]:
        """Return the answers to what is not asked: no text is hidden."""
        parts = (*self.form.every_part, None)
        return tuple(one for part in parts for one in self._kept(part))

    def offer(self, row: str) -> tuple[FormField, str, str] | None:
        """Return the field, the text to type and the source of an answer that comes from elsewhere.

        None where nothing is offered, or where the answer says just that.
        """
        asked = self.asked.get(row)
        field = asked.fields[0] if asked and asked.fields else None
        if field is None or not field.offered:
            return None
        is_prose = field.answered.is_prose
        plain = _offered_text(self.plan, field.offered)
        text = typed_plainly(plain) if is_prose else plain
        answer = self.answers.get(field.question)
        said = answer.text if answer is not None else ""
        if not text or text == (shown_of(said) if is_prose else said):
            return None
        return field, text, _FROM[field.offered]

    # Edits

    def answered(self, question: str, typed: str) -> Change:
        """Return the change that puts what was typed into the answer to a question."""
        field = self._of_form(question)
        if field is None:
            return Change(label="", rows=())
        return edits.set_answer(self.plan, self.assessment, field, typed)

    def ticked(self, box: Box) -> Change:
        """Return the change that ticks a box or takes its tick away."""
        field = self._of_form(box.question)
        if field is None:
            return Change(label="", rows=())
        if not field.allows_several:
            return edits.tick(self.plan, self.assessment, field, box.option)
        answer = self.answers.get(field.question)
        ticks = set(answer.ticks if answer else ()) ^ {box.option}
        return edits.set_ticks(self.plan, self.assessment, field, tuple(ticks))

    def added(self, row: str) -> Change | None:
        """Return the change that adds a row to the table that `row` is in, below it.

        None where it is in none.
        """
        asked = self.asked.get(row)
        if asked is None or not isinstance(asked.group, Rows):
            return None
        rows = self.answered_form.open_rows[asked.group.id]
        place = asked.row.number if asked.row is not None else len(rows)
        return edits.add_form_row(self.answered_form, self.assessment, asked.group, place)

    def moved(self, row: str, step: int) -> Change | None:
        """Return the change that moves a row of a table up (-1) or down (1), None if it is none."""
        asked = self.asked.get(row)
        if asked is None or asked.row is None:
            return None
        rows = self.answered_form.open_rows[asked.row.table.id]
        place = max(0, min(asked.row.number - 1 + step, len(rows) - 1))
        return edits.move_form_row(self.assessment, rows, asked.row, place)

    def made_action(self, row: str, aim_id: str) -> Change | None:
        """Return the change that makes a row an action of an aim, None where it cannot be one."""
        asked = self.asked.get(row)
        if asked is None or asked.row is None or asked.row.table.action is None:
            return None
        return edits.make_action(self.plan, self.assessment, asked.row, aim_id)

    def emptied(self, row: str) -> Change:
        """Return the change that takes every answer of a row away, or the row of a table."""
        asked = self.asked[row]
        if asked.row is not None:
            return edits.delete_form_row(self.plan, self.assessment, asked.row)
        rows = [
            row_edited(self.answers[field.question], text="", ticks=())
            for field in asked.fields
            if self.is_answered(field)
        ]
        return Change(label=f"Empty {asked.label}", rows=tuple(rows))


def _written(asked: Asked) -> list[FormField]:
    """Return the fields of a row that are answered in words."""
    return [field for field in asked.fields if field.has_text or not field.options]


def _offered_text(plan: Plan, source: PrefilledField) -> str:
    match source:
        case "report.number":
            return plan.report.number
        case "report.title":
            return plan.report.title
        case "plan.title":
            return plan.cover.title
        case _:
            return ""
