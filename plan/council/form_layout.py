"""How a form's table is laid out: the words, answers and boxes in each cell of its rows."""

from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from plan.council.form_kinds import Answered, Option, SaysYesAndNo
from plan.council.own_field import OwnField


@dataclass(frozen=True)
class PrintedWords:
    """A cell with the form's words, its help in smaller letters, then any words of the answer."""

    words: str
    number: str = ""
    help: str = ""
    answer_to: str = ""


@dataclass(frozen=True)
class PrintedAnswer:
    """A cell with the written answer to a question; `own` is the field whose kind it has."""

    question: str
    is_prose: bool = False
    own: OwnField | None = None


@dataclass(frozen=True)
class PrintedBox:
    """A box in a cell: what it ticks, the words next to it, and its name for a screen reader."""

    option: str
    label: str
    name: str


@dataclass(frozen=True)
class PrintedBoxes:
    """A cell with boxes: side by side, one below another, or a single one; then any words."""

    question: str
    boxes: tuple[PrintedBox, ...]
    style: Literal["side by side", "below", "alone"]
    number: str = ""
    has_text: bool = False

    def beside_words(self, stacked: bool | None) -> "PrintedBoxes":
        """Return the boxes with any words below them, one below another where that is `stacked`."""
        if stacked is None:
            return replace(self, has_text=True)
        return replace(self, has_text=True, style="below" if stacked else "side by side")


PrintedCell: TypeAlias = PrintedWords | PrintedAnswer | PrintedBoxes
PrintedRow: TypeAlias = tuple[PrintedCell, ...]
"""A row of a form's table, cell by cell."""


def printed_answer(asked: Answered, form: SaysYesAndNo, question: str, name: str) -> PrintedCell:
    """Return the cell in which a question or a column is answered; `name` is said of its boxes."""
    boxes = printed_boxes(asked, form, name)
    if not boxes:
        return PrintedAnswer(question, asked.answered.is_prose, asked.own)
    return PrintedBoxes(question, boxes, "side by side" if asked.answered.is_one_line else "below")


def printed_boxes(asked: Answered, form: SaysYesAndNo, name: str) -> tuple[PrintedBox, ...]:
    """Return the boxes of a question or a column, each with its name for a screen reader."""
    of_label = asked.answered.is_one_line
    said = {one: one.label if of_label else one.id.replace("-", " ") for one in asked.boxes(form)}
    return tuple(PrintedBox(one.id, one.label, f"{name}: {words}") for one, words in said.items())


def printed_mark(question: str, option: Option, name: str) -> PrintedBoxes:
    """Return a cell with one box of a question whose words are printed elsewhere in the table."""
    return PrintedBoxes(question, (PrintedBox(option.id, option.label, name),), "alone")
