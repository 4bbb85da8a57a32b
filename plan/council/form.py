"""A council's equality impact assessment form, as data: parts, questions, kinds of answer.

A form consists of parts, and a part of groups; each group is printed as a table. Every answer has
an id: the question's, or those of a row and a column of a grid joined by a full stop.

`ANSWER_KINDS` lists every way to answer a question. Each kind of table says what it asks (`fields`)
and how it is laid out (`printed_rows`).
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal, Self, TypeAlias

from pydantic import Field, model_validator

from plan.council.form_layout import (
    PrintedAnswer,
    PrintedBox,
    PrintedBoxes,
    PrintedRow,
    PrintedWords,
)
from plan.council.form_rules import Rule, unknown_names
from plan.council.format_part import MOST_COLUMNS, FormatPart, Key, Words, check_pattern
from plan.model.field_kinds import QUESTION_LIMIT

PrefilledField: TypeAlias = Literal["report.number", "report.title", "plan.title", ""]

_ACROSS = 2
"""Cells per row in a table of questions."""
MOST_ANSWERS = 1_000
"""A form may ask for so many; the longest we know asks for 60."""
_Width: TypeAlias = Annotated[float, Field(gt=0, le=250)]
"""Of a column, in millimetres."""


class Option(FormatPart):
    """A box to tick, or a row or column: its id and its printed words."""

    id: Key
    label: Words


@dataclass(frozen=True)
class AnswerKind:
    """How a question is answered: in words, or by ticking boxes.

    `is_prose` says that the words may have emphasis and bullets; otherwise they are plain lines.
    `boxes` gives the boxes of a question, or is None if it is answered in words. `is_one_line`
    prints them side by side, otherwise one below another; `allows_several` lets more than one be
    ticked. `has_options` says that the question lists its own options; `is_matrix_row` that they
    form one row of a matrix and belong to no question.
    """

    name: str
    is_prose: bool = False
    boxes: "Callable[[Question, Form], tuple[Option, ...]] | None" = None
    is_one_line: bool = False
    allows_several: bool = False
    has_options: bool = False
    is_matrix_row: bool = False


_KINDS = (
    AnswerKind("line"),
    AnswerKind("prose", is_prose=True),
    AnswerKind("yes-no", boxes=lambda _, form: form.yes_and_no, is_one_line=True),
    AnswerKind(
        "ticks",
        boxes=lambda question, _: question.options,
        allows_several=True,
        has_options=True,
    ),
    AnswerKind("marks", is_matrix_row=True),
)
ANSWER_KINDS: Mapping[str, AnswerKind] = {kind.name: kind for kind in _KINDS}
"""Every way to answer a question, by its name in a form's file."""
_IN_FILES = tuple(kind.name for kind in _KINDS if not kind.is_matrix_row)
if TYPE_CHECKING:
    QuestionKind: TypeAlias = str
else:
    QuestionKind = Literal[_IN_FILES]


class Question(FormatPart):
    """A question of the form.

    `number` and `text` are printed, then `help` in smaller letters. `label` is its name in the
    checklist. The options of a "ticks" question are printed one per cell if `across` is set, the
    first below the number. `offered` says where its answer usually comes from.
    """

    id: Key
    number: str = ""
    text: str = ""
    label: Words
    help: str = ""
    kind: QuestionKind = "prose"
    options: tuple[Option, ...] = ()
    across: bool = False
    offered: PrefilledField = ""

    @model_validator(mode="after")
    def _can_be_answered(self) -> Self:
        if self.answered.has_options != bool(self.options):
            having = " and ".join(kind.name for kind in _KINDS if kind.has_options)
            raise ValueError(f"{self.id} is of kind {self.kind}: only {having} have options")
        if self.across and len(self.options) != _ACROSS:
            raise ValueError(f"{self.id} is printed across two cells, so it has two options")
        if not (self.text or self.across):
            raise ValueError(f"{self.id} has no text to ask")
        return self

    @property
    def answered(self) -> AnswerKind:
        """How it is answered."""
        return ANSWER_KINDS[self.kind]

    def boxes(self, form: "Form") -> tuple[Option, ...]:
        """Return the boxes that answer it, none if it is answered in words."""
        return self.answered.boxes(self, form) if self.answered.boxes is not None else ()

    def field(self, form: "Form", part: "FormPart", group: "Questions") -> "FormField":
        """Return the answer it asks for."""
        return FormField(
            question=self.id,
            part=part,
            group=group,
            label=self.label,
            asks=self.text,
            kind=self.kind,
            help=self.help,
            options=self.boxes(form),
            allows_several=self.answered.allows_several and not self.across,
            offered=self.offered,
            number=self.number,
        )

    def printed_row(self, form: "Form") -> PrintedRow:
        """Return its row: the question, then its answer or boxes, the first below its number."""
        boxes = tuple(self._box(option) for option in self.boxes(form))
        if self.across:
            numbers = (self.number, *("" for _ in boxes[1:]))
            return tuple(
                PrintedBoxes(self.id, (box,), "below", number)
                for box, number in zip(boxes, numbers, strict=True)
            )
        asked = PrintedWords(self.text, self.number, self.help)
        if not boxes:
            return (asked, PrintedAnswer(self.id, self.answered.is_prose))
        is_one_line = self.answered.is_one_line
        return (asked, PrintedBoxes(self.id, boxes, "side by side" if is_one_line else "below"))

    def _box(self, option: Option) -> PrintedBox:
        said = option.label if self.answered.is_one_line else option.id.replace("-", " ")
        return PrintedBox(option.id, option.label, f"{self.label}: {said}")


class Questions(FormatPart):
    """A table of two columns: the question and its answer."""

    kind: Literal["questions"]
    title: Words
    headings: tuple[Words, Words]
    widths: tuple[_Width, _Width]
    questions: Annotated[tuple[Question, ...], Field(min_length=1)]

    asked_as_one: ClassVar[None] = None
    is_table: ClassVar[bool] = False

    @property
    def answers(self) -> int:
        """How many answers it asks for."""
        return len(self.questions)

    @property
    def printed_headings(self) -> tuple[str, ...]:
        """Its column headings."""
        return self.headings

    def fields(self, form: "Form", part: "FormPart") -> "Iterator[FormField]":
        """Yield the answers it asks for."""
        return (question.field(form, part, self) for question in self.questions)

    def printed_rows(self, form: "Form") -> Iterator[PrintedRow]:
        """Yield its rows below the headings."""
        return (question.printed_row(form) for question in self.questions)


class MatrixRow(Option):
    """A row of a matrix; `has_text` also asks for words next to its label, as "Other" does."""

    has_text: bool = False


class _CrossTable(FormatPart):
    """What a matrix and a grid share: rows and columns of boxes, and a heading in the corner."""

    id: Key
    title: Words
    corner: Words
    columns: Annotated[tuple[Option, ...], Field(min_length=1, max_length=MOST_COLUMNS)]
    widths: tuple[_Width, ...]

    is_table: ClassVar[bool] = True

    @property
    def asked_as_one(self) -> tuple[str, str]:
        """The id and name shared by all its answers, which are asked as one."""
        return self.id, self.title

    @property
    def printed_headings(self) -> tuple[str, ...]:
        """Its column headings."""
        return (self.corner, *(column.label for column in self.columns))


class Matrix(_CrossTable):
    """A table in which one column is marked in each row."""

    kind: Literal["matrix"]
    columns: Annotated[tuple[Option, ...], Field(min_length=2, max_length=MOST_COLUMNS)]
    rows: Annotated[tuple[MatrixRow, ...], Field(min_length=1)]

    @property
    def answers(self) -> int:
        """How many answers it asks for."""
        return len(self.rows)

    def fields(self, _: "Form", part: "FormPart") -> "Iterator[FormField]":
        """Yield the answers it asks for: one per row."""
        for row in self.rows:
            yield FormField(
                question=f"{self.id}.{row.id}",
                part=part,
                group=self,
                label=row.label,
                asks=row.label,
                kind="marks",
                options=self.columns,
                has_text=row.has_text,
                words=row.label,
            )

    def printed_rows(self, _: "Form") -> Iterator[PrintedRow]:
        """Yield its rows below the headings."""
        for row in self.rows:
            question = f"{self.id}.{row.id}"
            marks = (
                _mark(question, column, f"{row.label}: {column.label}") for column in self.columns
            )
            yield (PrintedWords(row.label, answer_to=question), *marks)


class Choice(FormatPart):
    """A table of boxes below a heading, one option per row; `label` names it in the checklist."""

    kind: Literal["choice"]
    id: Key
    title: Words
    label: Words
    headings: tuple[Words, Words]
    options: Annotated[tuple[MatrixRow, ...], Field(min_length=1)]
    widths: tuple[_Width, _Width]

    is_table: ClassVar[bool] = False
    answers: ClassVar[int] = 1

    @property
    def asked_as_one(self) -> tuple[str, str]:
        """The id and name of its answer."""
        return self.id, self.label

    @property
    def printed_headings(self) -> tuple[str, ...]:
        """Its column headings."""
        return self.headings

    def fields(self, _: "Form", part: "FormPart") -> "Iterator[FormField]":
        """Yield the one answer it asks for."""
        written = [option.label for option in self.options if option.has_text]
        yield FormField(
            question=self.id,
            part=part,
            group=self,
            label=self.label,
            asks=self.headings[0],
            kind="ticks",
            options=self.options,
            has_text=bool(written),
            allows_several=True,
            words=next(iter(written), ""),
        )

    def printed_rows(self, _: "Form") -> Iterator[PrintedRow]:
        """Yield its rows below the headings."""
        for option in self.options:
            answer_to = self.id if option.has_text else ""
            mark = _mark(self.id, option, f"{self.label}: {option.label}")
            yield (PrintedWords(option.label, answer_to=answer_to), mark)


class Grid(_CrossTable):
    """A table of short texts: one for each row and column.

    The answers are ordered column by column, or row by row.
    """

    kind: Literal["grid"]
    rows: Annotated[tuple[Option, ...], Field(min_length=1)]
    by: Literal["column", "row"] = "column"

    @property
    def answers(self) -> int:
        """How many answers it asks for."""
        return len(self.rows) * len(self.columns)

    def fields(self, _: "Form", part: "FormPart") -> "Iterator[FormField]":
        """Yield the answers it asks for: one for each row and column."""
        cells = [(column, row) for column in self.columns for row in self.rows]
        if self.by == "row":
            cells = [(column, row) for row in self.rows for column in self.columns]
        for column, row in cells:
            names = (column, row) if self.by == "column" else (row, column)
            label = " – ".join(name.label.rstrip(":") for name in names)
            yield FormField(
                question=f"{self.id}.{column.id}.{row.id}",
                part=part,
                group=self,
                label=label,
                asks=names[1].label,
                kind="line",
                words=label,
            )

    def printed_rows(self, _: "Form") -> Iterator[PrintedRow]:
        """Yield its rows below the headings."""
        for row in self.rows:
            answers = (PrintedAnswer(f"{self.id}.{column.id}.{row.id}") for column in self.columns)
            yield (PrintedWords(row.label), *answers)


def _mark(question: str, option: Option, name: str) -> PrintedBoxes:
    """Return a cell with one box of a question whose words are printed elsewhere in the table."""
    return PrintedBoxes(question, (PrintedBox(option.id, option.label, name),), "alone")


Group: TypeAlias = Annotated[Questions | Matrix | Choice | Grid, Field(discriminator="kind")]


class FormPart(FormatPart):
    """A part of the form: its heading, explanatory paragraphs and tables."""

    id: Key
    heading: Words
    label: Words
    intro: tuple[Words, ...] = ()
    groups: Annotated[tuple[Group, ...], Field(min_length=1)]


@dataclass(frozen=True)
class FormField:
    """One answer that the form asks for.

    `question` is its id; `label` is its name in a checklist, `asks` the printed words and `help`
    the form's own help. `options` are the boxes; `allows_several` lets more than one be ticked.
    `has_text` says that the form asks for words as well as ticks, and `words` names what is
    written.
    """

    question: str
    part: FormPart
    group: Group
    label: str
    asks: str
    kind: str
    help: str = ""
    options: tuple[Option, ...] = ()
    has_text: bool = False
    allows_several: bool = False
    words: str = "Answer"
    offered: PrefilledField = ""
    number: str = ""

    @property
    def answered(self) -> AnswerKind:
        """How it is answered."""
        return ANSWER_KINDS[self.kind]


class Form(FormatPart):
    """A form for an equality impact assessment.

    `name` and `short` are its names on screen, `title` is printed above it. `yes` and `no` are the
    words next to the boxes of a yes-or-no question. `unprinted` is what plandesk asks in addition,
    because a rule needs it and the form does not ask: we never print or read it.
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
        """Every answer that the form asks for, in printed order."""
        return tuple(
            field
            for part in self.parts
            for group in part.groups
            for field in group.fields(self, part)
        )

    @cached_property
    def every_part(self) -> tuple[FormPart, ...]:
        """The parts of the form, and what plandesk asks in addition."""
        return (*self.parts, *((self.unprinted,) if self.unprinted else ()))

    @cached_property
    def every_field(self) -> tuple[FormField, ...]:
        """Every answer that the form or plandesk asks for."""
        asked = (
            field
            for part in self.every_part[len(self.parts) :]
            for group in part.groups
            for field in group.fields(self, part)
        )
        return (*self.fields, *asked)

    @cached_property
    def _fields_by_question(self) -> dict[str, FormField]:
        return {field.question: field for field in self.every_field}

    def field(self, question: str) -> FormField | None:
        """Return the field with this question id, or None if the form does not ask it."""
        return self._fields_by_question.get(question)

    @property
    def yes_and_no(self) -> tuple[Option, Option]:
        """The two boxes of a yes-or-no question."""
        return Option(id="yes", label=self.yes), Option(id="no", label=self.no)

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        check_pattern("footer", self.footer, {"page": 1, "pages": 1})
        asked = sum(group.answers for part in self.every_part for group in part.groups)
        if asked > MOST_ANSWERS:
            raise ValueError(f"it asks for {asked:,} answers and can ask for {MOST_ANSWERS:,}")
        questions = [field.question for field in self.every_field]
        flat = Counter(question.replace(".", "-") for question in questions)
        twice = [question for question, times in flat.items() if times > 1]
        long = [question for question in questions if len(question) > QUESTION_LIMIT]
        if long:
            raise ValueError(f"{long[0]} is longer than {QUESTION_LIMIT} characters")
        if twice:
            raise ValueError(f"two answers have the id {', '.join(sorted(twice))}")
        for group in (group for part in self.every_part for group in part.groups):
            if len(group.widths) != len(group.printed_headings):
                raise ValueError(f"the table “{group.title}” has not one width to a column")
        boxes = {field.question: [box.id for box in field.options] for field in self.every_field}
        for rule in self.rules:
            for named in unknown_names(boxes, rule):
                raise ValueError(f"rule {rule.id} names {named}, which the form does not ask")
        return self
