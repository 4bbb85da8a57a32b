"""The tables and lists of questions that a part of a form consists of.

Each says what it asks (`fields`) and how it is printed: as a table (`printed_rows`), or, for
questions with their answers below, one after another.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal, Self, TypeAlias

from pydantic import AfterValidator, Field, model_validator

from plan.council.form_kinds import (
    ANSWER_KINDS,
    AnswerColumn,
    Answered,
    AnswerKind,
    MatrixRow,
    Option,
    QuestionKind,
    SaysYesAndNo,
    without_twins,
)
from plan.council.form_layout import (
    PrintedBoxes,
    PrintedCell,
    PrintedRow,
    PrintedWords,
    printed_answer,
    printed_boxes,
    printed_mark,
)
from plan.council.form_rules import Condition
from plan.council.format_part import MOST_COLUMNS, FormatPart, Key, Words
from plan.council.own_field import OwnField
from plan.model.open_rows import OPEN_ROW

PrefilledField: TypeAlias = Literal["report.number", "report.title", "plan.title", ""]

_ACROSS = 2
"""Cells per row in a table of questions."""
_Width: TypeAlias = Annotated[float, Field(gt=0, le=250)]
"""Of a column, in millimetres."""


@dataclass(frozen=True)
class FormField:
    """One answer that the form asks for.

    `question` is its id; `label` is its name in a checklist, `asks` the printed words and `help`
    the form's own help. `options` are the boxes; `allows_several` lets more than one be ticked.
    `has_text` says that the form asks for words as well as ticks, and `words` names what is
    written. It is asked only where all of `when` holds, of its table and its part too. `row` names
    the row of a table that it stands in, where the table has one row for several answers, and
    `row_name` says what the row is called. `own` is
    the field of a council's own whose kind it has.
    """

    question: str
    part: "FormPart"
    group: "Group"
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
    when: tuple[Condition, ...] = ()
    row: str = ""
    row_name: str = ""
    own: OwnField | None = None

    @property
    def answered(self) -> AnswerKind:
        """How it is answered."""
        return ANSWER_KINDS[self.kind]

    @property
    def names(self) -> tuple[str, ...]:
        """The parts of its id: of a table's answer the table, the row and the column."""
        return tuple(self.question.split("."))


class _Group(FormatPart):
    """What every group has: a title, and `when`, the conditions under which it is asked."""

    title: Words
    when: tuple[Condition, ...] = ()


class Question(Answered):
    """A question of the form.

    `number` and `text` are printed, then `help` in smaller letters. `label` is its name in the
    checklist. The options of a "ticks" question are printed one per cell if `across` is set, the
    first below the number; with `has_text` something is written beside boxes, and `stacked` says
    whether they stand one below another, as its kind has it where nothing is said. `offered` says
    where its answer usually comes from. It is asked only where all of `when` holds.
    """

    number: str = ""
    text: str = ""
    help: str = ""
    kind: QuestionKind = "prose"
    across: bool = False
    has_text: bool = False
    stacked: bool | None = None
    offered: PrefilledField = ""
    when: tuple[Condition, ...] = ()

    @model_validator(mode="after")
    def _can_be_answered(self) -> Self:
        if self.across and len(self.options) != _ACROSS:
            raise ValueError(f"{self.id} is printed across two cells, so it has two options")
        if self.has_text and (self.across or self.answered.boxes is None):
            raise ValueError(f"{self.id} has no boxes beside which something could be written")
        if self.stacked is not None and (self.across or self.answered.boxes is None):
            raise ValueError(f"{self.id} has no boxes that could be stacked")
        if not (self.text or self.across):
            raise ValueError(f"{self.id} has no text to ask")
        return self

    def field(self, form: SaysYesAndNo, part: "FormPart", group: "Questions") -> FormField:
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
            has_text=self.has_text,
            allows_several=self.answered.allows_several and not self.across,
            offered=self.offered,
            number=self.number,
            when=self.when,
            own=self.own,
        )

    @property
    def words(self) -> PrintedWords:
        """What is printed of it."""
        return PrintedWords(self.text, self.number, self.help)

    def printed_answer(self, form: SaysYesAndNo) -> PrintedCell:
        """Return what is printed as its answer: the words, or its boxes."""
        cell = printed_answer(self, form, self.id, self.label)
        return cell.beside_words(self.stacked) if isinstance(cell, PrintedBoxes) else cell

    def printed_row(self, form: SaysYesAndNo) -> PrintedRow:
        """Return its row: the question, then its answer or boxes, the first below its number."""
        if not self.across:
            return (self.words, self.printed_answer(form))
        boxes = printed_boxes(self, form, self.label)
        numbers = (self.number, *("" for _ in boxes[1:]))
        return tuple(
            PrintedBoxes(self.id, (box,), "below", number)
            for box, number in zip(boxes, numbers, strict=True)
        )


class Questions(_Group):
    """Questions with their answers: a table of two columns, or one below another.

    `layout` says which: "beside" is the table, with its headings and widths, "below" prints each
    question as a paragraph and its answer in the paragraphs that follow, "line" prints both on one
    line, as "Name: …".
    """

    kind: Literal["questions"]
    layout: Literal["beside", "below", "line"] = "beside"
    headings: tuple[Words, ...] = ()
    widths: tuple[_Width, ...] = ()
    questions: Annotated[tuple[Question, ...], Field(min_length=1)]

    asked_as_one: ClassVar[None] = None
    is_table: ClassVar[bool] = False

    @model_validator(mode="after")
    def _can_be_printed(self) -> Self:
        is_table = self.layout == "beside"
        for name in ("headings", "widths"):
            there = len(getattr(self, name))
            if is_table and there != _ACROSS:
                raise ValueError(f"the table “{self.title}” has two {name}, not {there}")
            if not is_table and there:
                raise ValueError(f"“{self.title}” is printed as paragraphs, which have no {name}")
        if not is_table and any(question.across for question in self.questions):
            raise ValueError(f"“{self.title}” is printed as paragraphs: none can be across cells")
        if self.layout == "line" and any(one.answered.boxes for one in self.questions):
            raise ValueError(f"“{self.title}” is printed as lines: none can have boxes")
        return self

    @property
    def answers(self) -> int:
        """How many answers it asks for."""
        return len(self.questions)

    @property
    def printed_headings(self) -> tuple[str, ...]:
        """Its column headings, none where it is printed as paragraphs."""
        return self.headings

    def fields(self, form: SaysYesAndNo, part: "FormPart") -> Iterator[FormField]:
        """Yield the answers it asks for."""
        return (question.field(form, part, self) for question in self.questions)


class _Table(_Group):
    """What tables asked as one share: an id for all their answers, and widths."""

    id: Key
    widths: tuple[_Width, ...]

    is_table: ClassVar[bool] = True

    @property
    def asked_as_one(self) -> tuple[str, str]:
        """The id and name shared by all its answers, which are asked as one."""
        return self.id, self.title

    def _cell(
        self, form: SaysYesAndNo, part: "FormPart", column: AnswerColumn, question: str, **said: str
    ) -> FormField:
        """Return the answer in a cell of a column."""
        return FormField(
            question=question,
            part=part,
            group=self,  # type: ignore[arg-type]  # each kind of table is a group
            kind=column.kind,
            options=column.boxes(form),
            allows_several=column.answered.allows_several,
            words=said["label"],
            own=column.own,
            **said,  # type: ignore[arg-type]  # all of them are words
        )


class Matrix(_Table):
    """A table in which one column is marked in each row.

    `texts` are columns to the right of the marks in which something is written about each row, such
    as the explanation of the mark.
    """

    kind: Literal["matrix"]
    corner: Words
    columns: Annotated[
        tuple[Option, ...],
        Field(min_length=2, max_length=MOST_COLUMNS),
        AfterValidator(without_twins),
    ]
    rows: Annotated[tuple[MatrixRow, ...], Field(min_length=1)]
    texts: Annotated[tuple[AnswerColumn, ...], Field(max_length=MOST_COLUMNS)] = ()

    @property
    def answers(self) -> int:
        """How many answers it asks for."""
        return len(self.rows) * (1 + len(self.texts))

    @property
    def printed_headings(self) -> tuple[str, ...]:
        """Its column headings."""
        beside = (column.label for column in self.texts)
        return (self.corner, *(column.label for column in self.columns), *beside)

    def fields(self, form: SaysYesAndNo, part: "FormPart") -> Iterator[FormField]:
        """Yield the answers it asks for: the mark of each row, then what is written about it."""
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
                row=row.id,
                row_name=row.label,
            )
            for column in self.texts:
                label = f"{row.label} – {column.label}"
                question = f"{self.id}.{row.id}.{column.id}"
                names = {"asks": column.label, "row": row.id, "row_name": row.label}
                yield self._cell(form, part, column, question, label=label, **names)

    def printed_rows(self, form: SaysYesAndNo) -> Iterator[PrintedRow]:
        """Yield its rows below the headings."""
        for row in self.rows:
            question = f"{self.id}.{row.id}"
            marks = (
                printed_mark(question, column, f"{row.label}: {column.label}")
                for column in self.columns
            )
            texts = (
                printed_answer(
                    column, form, f"{question}.{column.id}", f"{row.label}, {column.label}"
                )
                for column in self.texts
            )
            yield (PrintedWords(row.label, answer_to=question), *marks, *texts)


class Choice(_Group):
    """A table of boxes below a heading, one option per row; `label` names it in the checklist."""

    kind: Literal["choice"]
    id: Key
    label: Words
    headings: tuple[Words, Words]
    options: Annotated[tuple[MatrixRow, ...], Field(min_length=1), AfterValidator(without_twins)]
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

    def fields(self, _: SaysYesAndNo, part: "FormPart") -> Iterator[FormField]:
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

    def printed_rows(self, _: SaysYesAndNo) -> Iterator[PrintedRow]:
        """Yield its rows below the headings."""
        for option in self.options:
            answer_to = self.id if option.has_text else ""
            mark = printed_mark(self.id, option, f"{self.label}: {option.label}")
            yield (PrintedWords(option.label, answer_to=answer_to), mark)


class Grid(_Table):
    """A table with an answer where each row and column meet; the rows are the form's own.

    The answers are ordered column by column, or row by row.
    """

    kind: Literal["grid"]
    corner: Words
    columns: Annotated[tuple[AnswerColumn, ...], Field(min_length=1, max_length=MOST_COLUMNS)]
    rows: Annotated[tuple[Option, ...], Field(min_length=1)]
    by: Literal["column", "row"] = "column"

    @property
    def answers(self) -> int:
        """How many answers it asks for."""
        return len(self.rows) * len(self.columns)

    @property
    def printed_headings(self) -> tuple[str, ...]:
        """Its column headings."""
        return (self.corner, *(column.label for column in self.columns))

    def fields(self, form: SaysYesAndNo, part: "FormPart") -> Iterator[FormField]:
        """Yield the answers it asks for: one for each row and column."""
        cells = [(column, row) for column in self.columns for row in self.rows]
        if self.by == "row":
            cells = [(column, row) for row in self.rows for column in self.columns]
        for column, row in cells:
            names = (column, row) if self.by == "column" else (row, column)
            label = " – ".join(name.label.rstrip(":") for name in names)
            question = f"{self.id}.{column.id}.{row.id}"
            said = {"asks": names[1].label, "row": row.id, "row_name": row.label}
            yield self._cell(form, part, column, question, label=label, **said)

    def printed_rows(self, form: SaysYesAndNo) -> Iterator[PrintedRow]:
        """Yield its rows below the headings."""
        for row in self.rows:
            answers = (
                printed_answer(
                    column, form, f"{self.id}.{column.id}.{row.id}", f"{row.label}, {column.label}"
                )
                for column in self.columns
            )
            yield (PrintedWords(row.label), *answers)


class ActionColumns(FormatPart):
    """Which column fills which field of the action that a row is made."""

    text: Key
    leads: Key | Literal[""] = ""
    timescale: Key | Literal[""] = ""
    success_criteria: Key | Literal[""] = ""

    @property
    def by_field(self) -> dict[str, str]:
        """The columns by the field of the action that they fill."""
        return {name: column for name, column in self if column}


class Rows(_Table):
    """A table to which rows are added as they are needed, each with an answer in each column.

    Where `corner` is given, a first column below it numbers the rows. `action` says what a row
    becomes where it is made an action of the plan.
    """

    kind: Literal["rows"]
    corner: str = ""
    columns: Annotated[tuple[AnswerColumn, ...], Field(min_length=1, max_length=MOST_COLUMNS)]
    action: ActionColumns | None = None

    @model_validator(mode="after")
    def _has_the_columns_of_its_action(self) -> Self:
        known = {column.id: column for column in self.columns}
        for field, column in (self.action.by_field if self.action else {}).items():
            if column not in known:
                raise ValueError(f"action.{field}: the table has no column {column}")
            if known[column].answered.boxes is not None:
                raise ValueError(f"action.{field}: {column} has boxes and no words")
        return self

    @property
    def answers(self) -> int:
        """How many answers a row of it asks for."""
        return len(self.columns)

    @property
    def printed_headings(self) -> tuple[str, ...]:
        """Its column headings."""
        numbers = (self.corner,) if self.corner else ()
        return (*numbers, *(column.label for column in self.columns))

    def question(self, key: str, column: str = "") -> str:
        """Return the id of the answer in a column of a row, or of the row itself."""
        return f"{self.id}{OPEN_ROW}{key}{'.' if column else ''}{column}"

    def fields(self, _: SaysYesAndNo, __: "FormPart") -> Iterator[FormField]:
        """Yield nothing: what it asks for depends on its rows."""
        return iter(())

    def row_fields(
        self, form: SaysYesAndNo, part: "FormPart", key: str, number: int = 0
    ) -> Iterator[FormField]:
        """Yield the answers in a row with this key, which is the row of that number."""
        row = str(number) if number else ""
        for column in self.columns:
            label = f"{row} – {column.label}" if row else column.label
            question = self.question(key, column.id)
            names = {"asks": column.label, "row": key, "row_name": f"row {row}"}
            yield self._cell(form, part, column, question, label=label, **names)

    def printed_rows(self, form: SaysYesAndNo, keys: Sequence[str]) -> Iterator[PrintedRow]:
        """Yield the rows with these keys, or a blank one."""
        for number, key in enumerate(keys or ("",), 1):
            name = f"{self.title}, row {number}"
            numbers = (PrintedWords(str(number)),) if self.corner else ()
            answers = (
                printed_answer(
                    column, form, self.question(key, column.id), f"{name}, {column.label}"
                )
                for column in self.columns
            )
            yield (*numbers, *answers)


Group: TypeAlias = Annotated[Questions | Matrix | Choice | Grid | Rows, Field(discriminator="kind")]


class FormPart(FormatPart):
    """A part of the form: its heading, explanatory paragraphs and tables.

    It is asked only where all of `when` holds.
    """

    id: Key
    heading: Words
    label: Words
    intro: tuple[Words, ...] = ()
    when: tuple[Condition, ...] = ()
    groups: Annotated[tuple[Group, ...], Field(min_length=1)]
