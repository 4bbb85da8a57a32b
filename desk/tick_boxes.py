"""Boxes to tick as a grid of rows and columns, each column or box with a letter of its own.

Values in, values out; the widget only lays them out.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from string import ascii_lowercase, digits

from plan.council.form_groups import FormField, Rows
from plan.council.form_kinds import Option
from plan.model.rows import Answer


@dataclass(frozen=True)
class Box:
    """A box: the question and the option that it ticks, the letter that does so."""

    question: str
    option: str
    letter: str
    is_ticked: bool


@dataclass(frozen=True)
class MarkRow:
    """A row of boxes and what it is called."""

    label: str
    boxes: tuple[Box, ...]


@dataclass(frozen=True)
class MarkGrid:
    """Rows of boxes; `columns` are the headings where each row has several boxes."""

    id: str
    rows: tuple[MarkRow, ...]
    columns: tuple[Option, ...] = ()

    @property
    def letters(self) -> tuple[str, ...]:
        """The letter of each column."""
        return tuple(box.letter for box in self.rows[0].boxes)


def matrix_grid(
    grid_id: str, fields: Sequence[FormField], answers: Mapping[str, Answer]
) -> MarkGrid:
    """Return the grid of a matrix: a row for each of its fields, a letter for each column."""
    columns = fields[0].options
    letters = letters_of([column.label for column in columns])
    rows = (
        MarkRow(
            field.label,
            tuple(
                _box(field, column, letter, answers)
                for column, letter in zip(columns, letters, strict=True)
            ),
        )
        for field in fields
    )
    return MarkGrid(grid_id, tuple(rows), columns)


def boxes_grid(field: FormField, answers: Mapping[str, Answer]) -> MarkGrid:
    """Return the grid of one question's boxes, one below another, a letter for each."""
    letters = letters_of([option.label for option in field.options])
    rows = (
        MarkRow(option.label, (_box(field, option, letter, answers),))
        for option, letter in zip(field.options, letters, strict=True)
    )
    return MarkGrid(field.question, tuple(rows))


def cells_grid(
    grid_id: str, fields: Sequence[FormField], answers: Mapping[str, Answer]
) -> MarkGrid:
    """Return the grid of the boxes in cells of a table, one below another, each with its cell.

    Of a row that was added, whose cells stand alone, the column says enough.
    """
    boxes = [(field, option) for field in fields for option in field.options]
    letters = letters_of([option.label for _, option in boxes])
    rows = (
        MarkRow(f"{_cell(field)}: {option.label}", (_box(field, option, letter, answers),))
        for (field, option), letter in zip(boxes, letters, strict=True)
    )
    return MarkGrid(grid_id, tuple(rows))


def _cell(field: FormField) -> str:
    return field.asks if isinstance(field.group, Rows) else field.label


def _box(field: FormField, option: Option, letter: str, answers: Mapping[str, Answer]) -> Box:
    answer = answers.get(field.question)
    return Box(field.question, option.id, letter, answer is not None and option.id in answer.ticks)


def letters_of(labels: Iterable[str]) -> tuple[str, ...]:
    """Return a letter for each label, none twice.

    The first that is free of the label's first two letters, then of the initials of its words,
    then of its other letters, then of the alphabet and the figures; none where all are taken.
    """
    taken: list[str] = []
    for label in labels:
        words = label.lower().split()
        initials = "".join(word[0] for word in words)
        candidates = "".join(words)[:2] + initials + "".join(words) + ascii_lowercase + digits
        known = ascii_lowercase + digits
        free = (one for one in candidates if one in known and one not in taken)
        taken.append(next(free, ""))
    return tuple(taken)
