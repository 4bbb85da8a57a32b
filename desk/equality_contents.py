"""What the equality view shows: the checklist of an assessment, and the fields of what is in it.

Values in, values out; the widgets only lay them out. The checklist has a row for the whole
assessment, for each part, and below it for each question; a table of the form is one row.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from desk.field_contents import FieldContent
from desk.tick_boxes import Box, MarkGrid, boxes_grid, matrix_grid
from plan.changes import edits
from plan.changes.change import Change, row_edited
from plan.checks.form_checks import paper_facts
from plan.checks.form_judging import wanted
from plan.checks.paper import Paper
from plan.council.form import Form, FormField, FormPart, PrefilledField
from plan.council.form_rules import Rule
from plan.model.plan import Plan
from plan.model.rows import Answer
from plan.papers.markdown import plain_of
from plan.papers.typed_text import shown_of, typed_plainly

WHOLE = "whole."
"""The id of the row that stands for the whole assessment."""
_PART = "part."
GO_TO = "go-to."
"""The key of a field that is a way to a row of the checklist: its owner."""

_FROM: dict[PrefilledField, str] = {
    "report.number": "the report",
    "report.title": "the report",
    "plan.title": "the plan",
}


@dataclass(frozen=True)
class Asked:
    """A row of the checklist below its part: a question, or a table that is asked as one."""

    id: str
    label: str
    part: FormPart
    fields: tuple[FormField, ...]

    @property
    def is_table(self) -> bool:
        """Whether it is a table of several answers."""
        return self.fields[0].group.is_table

    def is_place_of(self, rule: Rule) -> bool:
        """Return whether a rule is about it."""
        return rule.place == self.id or any(rule.place == one.question for one in self.fields)


def part_row(part: FormPart) -> str:
    """Return the id of the row that stands for a part."""
    return _PART + part.id


def is_part_row(row: str) -> bool:
    """Return whether a row stands for a part, and for no question and not the whole."""
    return row.startswith(_PART)


def asked_of(form: Form) -> Iterator[Asked]:
    """Yield the rows of the checklist below the parts, in the order of the paper."""
    for part in form.every_part:
        for group in part.groups:
            fields = tuple(field for field in form.every_field if field.group is group)
            if group.asked_as_one is not None:
                yield Asked(*group.asked_as_one, part, fields)
            else:
                yield from (Asked(one.question, one.label, part, (one,)) for one in fields)


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
    def asked(self) -> dict[str, Asked]:
        """The rows below the parts, by their ids."""
        return {asked.id: asked for asked in asked_of(self.form)}

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
            if any(field.question == question for field in asked.fields):
                return asked.id
        return WHOLE

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
        answered, all_of_them = self.count(*asked)
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
        if asked is None or not asked.fields[0].options:
            return None
        if asked.fields[0].answered.is_matrix_row:
            return matrix_grid(asked.id, asked.fields, self.answers)
        return boxes_grid(asked.fields[0], self.answers)

    def contents(self, row: str) -> tuple[FieldContent, ...]:
        """Return the fields of a row: its answers in words, or the ways to what is wanted."""
        asked = self.asked.get(row)
        if asked is not None:
            return tuple(self._field(field) for field in _written(asked))
        part = self.part_at(row)
        if part is not None:
            return self._ways_in(part)
        return (*(self._way_to(part) for part in self.form.every_part), *self._unasked())

    def _field(self, field: FormField) -> FieldContent:
        answer = self.answers.get(field.question)
        kept = answer.text if answer else ""
        is_prose = field.answered.is_prose
        return FieldContent(
            self.assessment,
            field.question,
            field.words,
            "prose" if is_prose else "line",
            plain_of(kept) if is_prose else kept,
            shown_of(kept) if is_prose else kept,
            placeholder="no answer yet" if not field.options else "no words yet",
        )

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
        first = self.in_part(part)[0].id
        return tuple(ways) or (FieldContent(first, GO_TO, "Rules", "lines", nothing, nothing),)

    def _unasked(self) -> tuple[FieldContent, ...]:
        """Return the answers to what this form does not ask: no text is hidden."""
        return tuple(
            FieldContent(WHOLE, GO_TO, f"Not in this form: {question}", "lines", words, words)
            for question, answer in self.answers.items()
            if self.form.field(question) is None
            and (words := "\n".join(filter(None, (answer.text, *answer.ticks))))
        )

    def offer(self, row: str) -> tuple[FormField, str, str] | None:
        """Return the field, the text to type and the source of an answer that comes from elsewhere.

        None where nothing is offered, or where the answer says just that.
        """
        asked = self.asked.get(row)
        field = asked.fields[0] if asked else None
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
        field = self.form.field(question)
        if field is None:
            return Change(label="", rows=())
        return edits.set_answer(self.plan, self.assessment, field, typed)

    def ticked(self, box: Box) -> Change:
        """Return the change that ticks a box or takes its tick away."""
        field = self.form.field(box.question)
        if field is None:
            return Change(label="", rows=())
        if not field.allows_several:
            return edits.tick(self.plan, self.assessment, field, box.option)
        answer = self.answers.get(field.question)
        ticks = set(answer.ticks if answer else ()) ^ {box.option}
        return edits.set_ticks(self.plan, self.assessment, field, tuple(ticks))

    def emptied(self, row: str) -> Change:
        """Return the change that takes every answer of a row away."""
        asked = self.asked[row]
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
