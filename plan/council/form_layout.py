"""How a form's table is laid out: the words, answers and boxes in each cell of its rows."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

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
    """A cell with boxes: side by side, one below another, or a single one."""

    question: str
    boxes: tuple[PrintedBox, ...]
    style: Literal["side by side", "below", "alone"]
    number: str = ""


PrintedCell: TypeAlias = PrintedWords | PrintedAnswer | PrintedBoxes
PrintedRow: TypeAlias = tuple[PrintedCell, ...]
"""A row of a form's table, cell by cell."""
