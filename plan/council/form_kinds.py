"""How a question of a form is answered: in words, as a date, or by ticking boxes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Annotated, Any, Literal, Protocol, Self, TypeAlias, TypeVar

from pydantic import AfterValidator, BeforeValidator, model_validator

from plan.council.format_part import FormatPart, Key, Words
from plan.council.own_field import Choice, OwnField, first_twice


class Option(FormatPart):
    """A box to tick, or a row or column: its id and its printed words."""

    id: Key
    label: Words


class MatrixRow(Option):
    """A row of a matrix; `has_text` also asks for words next to its label, as "Other" does."""

    has_text: bool = False


_BoxT = TypeVar("_BoxT", bound=Option)


def without_twins(boxes: tuple[_BoxT, ...]) -> tuple[_BoxT, ...]:
    """Return the boxes if no two have the same id: ticking one would tick both.

    Raises ValueError, naming the id, if two have.
    """
    if twice := first_twice([one.id for one in boxes]):
        raise ValueError(f"it has the id {twice} twice")
    return boxes


class SaysYesAndNo(Protocol):
    """What a question needs of its form: the two boxes of a yes-or-no answer, as it words them."""

    @property
    def yes_and_no(self) -> tuple[Option, Option]:
        """The two boxes."""


@dataclass(frozen=True)
class AnswerKind:
    """How a question is answered: in words, or by ticking boxes.

    `is_prose` says that the words may have emphasis and bullets; otherwise they are plain lines.
    `is_own` says that they are one of the kinds that a council's own fields have, and mean what
    those mean (`plan.council.own_field`). `boxes` gives the boxes of a question, or is None if it
    is answered in words. `is_one_line` prints them side by side, otherwise one below another;
    `allows_several` lets more than one be ticked. `has_options` says that the question lists its
    own options; `is_matrix_row` that they form one row of a matrix and belong to no question.
    """

    name: str
    is_prose: bool = False
    is_own: bool = False
    boxes: "Callable[[Answered, SaysYesAndNo], tuple[Option, ...]] | None" = None
    is_one_line: bool = False
    allows_several: bool = False
    has_options: bool = False
    is_matrix_row: bool = False


def _own_options(asked: "Answered", _: SaysYesAndNo) -> tuple[Option, ...]:
    return asked.options


_KINDS = (
    AnswerKind("line"),
    AnswerKind("prose", is_prose=True),
    AnswerKind("yes-no", boxes=lambda _, form: form.yes_and_no, is_one_line=True),
    AnswerKind("ticks", boxes=_own_options, allows_several=True, has_options=True),
    AnswerKind("tick-one", boxes=_own_options, has_options=True),
    AnswerKind("scale", boxes=_own_options, is_one_line=True, has_options=True),
    *(
        AnswerKind(kind, is_own=True)
        for kind in ("date", "number", "money", "person", "choice", "items", "link")
    ),
    AnswerKind("marks", is_matrix_row=True),
)
ANSWER_KINDS: Mapping[str, AnswerKind] = {kind.name: kind for kind in _KINDS}
"""Every way to answer a question, by its name in a form's file."""
_IN_FILES = tuple(kind.name for kind in _KINDS if not kind.is_matrix_row)
_ALSO_CALLED = {"text": "prose", "post": "person", "yes/no": "yes-no"}
"""Kinds by the names that they have in a council's format."""


def _plain_name(kind: Any) -> Any:
    return _ALSO_CALLED.get(kind, kind) if isinstance(kind, str) else kind


if TYPE_CHECKING:
    QuestionKind: TypeAlias = str
else:
    QuestionKind = Annotated[Literal[_IN_FILES], BeforeValidator(_plain_name)]


class Answered(Option):
    """What is answered in one of these ways: a question, or a column of a table.

    `options` are the boxes of a kind that has its own, `choices` the words of a choice.
    """

    kind: QuestionKind = "line"
    options: Annotated[tuple[Option, ...], AfterValidator(without_twins)] = ()
    choices: tuple[Choice, ...] = ()

    @property
    def answered(self) -> AnswerKind:
        """How it is answered."""
        return ANSWER_KINDS[self.kind]

    def boxes(self, form: SaysYesAndNo) -> tuple[Option, ...]:
        """Return the boxes that answer it, none if it is answered in words."""
        return self.answered.boxes(self, form) if self.answered.boxes is not None else ()

    @model_validator(mode="after")
    def _has_its_options(self) -> Self:
        for has, name in (
            (self.answered.has_options, "options"),
            (self.kind == "choice", "choices"),
        ):
            if has and not getattr(self, name):
                raise ValueError(f"{self.id} is of kind {self.kind} and has no {name}")
        if self.options and not self.answered.has_options:
            *names, last = (kind.name for kind in _KINDS if kind.has_options)
            having = f"{', '.join(names)} and {last}"
            raise ValueError(f"{self.id} is of kind {self.kind}: only {having} have options")
        if self.choices and self.kind != "choice":
            raise ValueError(f"{self.id} is of kind {self.kind}: only a choice has choices")
        return self

    @cached_property
    def own(self) -> OwnField | None:
        """The field of a council's own that an answer is like, None for kinds that forms have."""
        if not self.answered.is_own:
            return None
        return OwnField.model_validate(
            {"id": self.id, "kind": self.kind, "label": self.label, "choices": self.choices}
        )


class AnswerColumn(Answered):
    """A column of a table in which something is answered in each row; `label` is printed."""
