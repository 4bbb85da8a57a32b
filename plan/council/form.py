"""A council's form of an equality impact assessment, as data: parts, questions, kinds of answer.

A form consists of parts, a part of groups; each group is printed as a table. Every answer in it
has an id: that of a question, or those of a row and a column of a grid joined by a full stop.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Literal, Self, TypeAlias

from pydantic import Field, model_validator

from plan.council.form_rules import Rule, unknown_names
from plan.council.format_part import FormatPart, Key, Words
from plan.model.fields import QUESTION_LIMIT

AnswerKind: TypeAlias = Literal["line", "prose", "yes-no", "ticks", "marks"]
"""`ticks` are boxes beside their words, `marks` the boxes of one row of a matrix."""
PrefilledField: TypeAlias = Literal["report.number", "report.title", "plan.title", ""]

_ACROSS = 2
"""Cells in a row of a table of questions."""


class Option(FormatPart):
    """A box that can be ticked, a row or a column: its id and its printed words."""

    id: Key
    label: Words


class Question(FormatPart):
    """A question of the form.

    `number` and `text` are printed, then `help` in smaller letters. `label` is its name in the
    checklist. The options of a "ticks" question are printed one to a cell where `across` is set,
    the first below the number. `offered` is where its answer usually comes from.
    """

    id: Key
    number: str = ""
    text: str = ""
    label: Words
    help: str = ""
    kind: Literal["line", "prose", "yes-no", "ticks"] = "prose"
    options: tuple[Option, ...] = ()
    across: bool = False
    offered: PrefilledField = ""

    @model_validator(mode="after")
    def _can_be_answered(self) -> Self:
        if (self.kind == "ticks") != bool(self.options):
            raise ValueError(f"{self.id} is of kind {self.kind}: only ticks have options")
        if self.across and len(self.options) != _ACROSS:
            raise ValueError(f"{self.id} is printed across two cells, so it has two options")
        if not (self.text or self.across):
            raise ValueError(f"{self.id} has no text to ask")
        return self


class Questions(FormatPart):
    """A table of two columns: the question, its answer."""

    kind: Literal["questions"]
    title: Words
    headings: tuple[Words, Words]
    widths: tuple[float, float]
    questions: Annotated[tuple[Question, ...], Field(min_length=1)]


class MatrixRow(Option):
    """A row of a matrix; `has_text` asks for words beside its label, as "Other" does."""

    has_text: bool = False


class Matrix(FormatPart):
    """A table in which each row is marked in one of its columns."""

    kind: Literal["matrix"]
    id: Key
    title: Words
    corner: Words
    columns: Annotated[tuple[Option, ...], Field(min_length=2)]
    rows: Annotated[tuple[MatrixRow, ...], Field(min_length=1)]
    widths: tuple[float, ...]


class Choice(FormatPart):
    """A table of boxes below a heading, one option to a row; `label` is its checklist name."""

    kind: Literal["choice"]
    id: Key
    title: Words
    label: Words
    headings: tuple[Words, Words]
    options: Annotated[tuple[MatrixRow, ...], Field(min_length=1)]
    widths: tuple[float, float]


class Grid(FormatPart):
    """A table of short texts: each row below each column.

    The answers follow one another column by column, or row by row.
    """

    kind: Literal["grid"]
    id: Key
    title: Words
    corner: Words
    columns: Annotated[tuple[Option, ...], Field(min_length=1)]
    rows: Annotated[tuple[Option, ...], Field(min_length=1)]
    widths: tuple[float, ...]
    by: Literal["column", "row"] = "column"


Group: TypeAlias = Annotated[Questions | Matrix | Choice | Grid, Field(discriminator="kind")]


class FormPart(FormatPart):
    """A part of the form: its heading, the paragraphs that explain it, its tables."""

    id: Key
    heading: Words
    label: Words
    intro: tuple[Words, ...] = ()
    groups: Annotated[tuple[Group, ...], Field(min_length=1)]


@dataclass(frozen=True)
class FormField:
    """One answer that the form asks for.

    `question` is its id; `label` names it in a checklist, `asks` are the printed words and `help`
    the form's own help. `options` are what can be ticked; `has_text` says that words are asked for
    as well as ticks.
    """

    question: str
    part: FormPart
    group: Group
    label: str
    asks: str
    kind: AnswerKind
    help: str = ""
    options: tuple[Option, ...] = ()
    has_text: bool = False
    offered: PrefilledField = ""
    number: str = ""


class Form(FormatPart):
    """A form of an equality impact assessment.

    `name` and `short` name it on screen, `title` is printed above it. `yes` and `no` are the words
    beside the boxes of a question that is answered so. `unprinted` is what plandesk asks besides,
    because a rule needs it and the form does not ask: it is never printed and never read.
    """

    id: Key
    name: Words
    short: Words
    title: Words
    capitals: bool = False
    yes: Words = "Yes"
    no: Words = "No"
    footer: str
    parts: Annotated[tuple[FormPart, ...], Field(min_length=1)]
    unprinted: FormPart | None = None
    rules: tuple[Rule, ...] = ()

    @cached_property
    def fields(self) -> tuple[FormField, ...]:
        """Every answer that the form asks for, in the order of the paper."""
        return tuple(
            field
            for part in self.parts
            for group in part.groups
            for field in _fields_of(self, part, group)
        )

    @cached_property
    def every_part(self) -> tuple[FormPart, ...]:
        """The parts of the form, and what plandesk asks besides."""
        return (*self.parts, *((self.unprinted,) if self.unprinted else ()))

    @cached_property
    def every_field(self) -> tuple[FormField, ...]:
        """Every answer that the form or plandesk asks for."""
        asked = (
            field
            for part in self.every_part[len(self.parts) :]
            for group in part.groups
            for field in _fields_of(self, part, group)
        )
        return (*self.fields, *asked)

    @cached_property
    def _fields_by_question(self) -> dict[str, FormField]:
        return {field.question: field for field in self.every_field}

    def field(self, question: str) -> FormField | None:
        """Return the field of a question's id, None where this form does not ask it."""
        return self._fields_by_question.get(question)

    @property
    def yes_and_no(self) -> tuple[Option, Option]:
        """The two boxes of a question that is answered with yes or no."""
        return Option(id="yes", label=self.yes), Option(id="no", label=self.no)

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        questions = [field.question for field in self.every_field]
        flat = Counter(question.replace(".", "-") for question in questions)
        twice = [question for question, times in flat.items() if times > 1]
        long = [question for question in questions if len(question) > QUESTION_LIMIT]
        if long:
            raise ValueError(f"{long[0]} is longer than {QUESTION_LIMIT} characters")
        if twice:
            raise ValueError(f"two answers have the id {', '.join(sorted(twice))}")
        for group in (group for part in self.every_part for group in part.groups):
            if len(group.widths) != columns_of(group):
                raise ValueError(f"the table “{group.title}” has not one width to a column")
        boxes = {field.question: [box.id for box in field.options] for field in self.every_field}
        for rule in self.rules:
            for named in unknown_names(boxes, rule):
                raise ValueError(f"rule {rule.id} names {named}, which the form does not ask")
        return self


def columns_of(group: Group) -> int:
    """Return the number of columns of a group's table."""
    return 1 + len(group.columns) if isinstance(group, Matrix | Grid) else 2


def _fields_of(form: Form, part: FormPart, group: Group) -> Iterator[FormField]:
    match group:
        case Questions():
            for question in group.questions:
                yield _question_field(form, part, group, question)
        case Matrix():
            for characteristic in group.rows:
                yield FormField(
                    question=f"{group.id}.{characteristic.id}",
                    part=part,
                    group=group,
                    label=characteristic.label,
                    asks=characteristic.label,
                    kind="marks",
                    options=group.columns,
                    has_text=characteristic.has_text,
                )
        case Choice():
            yield FormField(
                question=group.id,
                part=part,
                group=group,
                label=group.label,
                asks=group.headings[0],
                kind="ticks",
                options=group.options,
                has_text=any(option.has_text for option in group.options),
            )
        case Grid():
            yield from _grid_fields(part, group)


def _grid_fields(part: FormPart, group: Grid) -> Iterator[FormField]:
    cells = [(column, row) for column in group.columns for row in group.rows]
    if group.by == "row":
        cells = [(column, row) for row in group.rows for column in group.columns]
    for column, row in cells:
        names = (column, row) if group.by == "column" else (row, column)
        yield FormField(
            question=f"{group.id}.{column.id}.{row.id}",
            part=part,
            group=group,
            label=" – ".join(name.label.rstrip(":") for name in names),
            asks=names[1].label,
            kind="line",
        )


def _question_field(form: Form, part: FormPart, group: Questions, question: Question) -> FormField:
    options = form.yes_and_no if question.kind == "yes-no" else question.options
    return FormField(
        question=question.id,
        part=part,
        group=group,
        label=question.label,
        asks=question.text,
        kind=question.kind,
        help=question.help,
        options=options,
        offered=question.offered,
        number=question.number,
    )
