"""How a table of a form is laid out: the words, answers and boxes in each cell of its rows."""

from dataclasses import dataclass
from typing import Literal, TypeAlias


@dataclass(frozen=True)
class PrintedWords:
    """A cell with words of the form and help in smaller letters; below them an answer's words."""

    words: str
    number: str = ""
    help: str = ""
    answer_to: str = ""


@dataclass(frozen=True)
class PrintedAnswer:
    """A cell with what is written in answer to a question."""

    question: str
    is_prose: bool = False


@dataclass(frozen=True)
class PrintedBox:
    """A box of a cell: what it ticks, the words beside it and its name for who cannot see it."""

    option: str
    label: str
    name: str


@dataclass(frozen=True)
class PrintedBoxes:
    """A cell with boxes: side by side, one below another, or one that stands alone."""

    question: str
    boxes: tuple[PrintedBox, ...]
    style: Literal["side by side", "below", "alone"]
    number: str = ""


PrintedCell: TypeAlias = PrintedWords | PrintedAnswer | PrintedBoxes
PrintedRow: TypeAlias = tuple[PrintedCell, ...]
"""A row of a table of the form, cell by cell."""
