"""The rules of a form, as data: what one answer wants of another.

A rule's `when` is a list of conditions, all of which must hold for its sentence to be said. A
condition is a word and the ids of what it looks at:

- `blank Q`, `filled Q`: nothing, or something, is answered to question Q
- `no Q`, `yes Q`: the answer is blank or begins with No, None or N/A; or it begins with Yes; of a
  question that is answered with boxes, the box No or Yes is ticked
- `bare Q`: Yes and nothing else
- `ticked Q BOX`, `unticked Q BOX`: a box of question Q
- `any M COLUMN`, `none M COLUMN`: some row, or no row, of matrix M is marked in a column
- `unmarked M`, `overmarked M`: some row of M has no mark, or more than one; rows that ask for
  words of their own ("Other") may stay unmarked
- `only Q N`: question Q has other than N boxes ticked
- `words M`: a row of M that asks for words is marked and has none, or has words and no mark; M may
  be a choice as well
"""

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Literal, Self, TypeAlias

from pydantic import Field, model_validator

from plan.format_part import FormatPart, Words

if TYPE_CHECKING:
    from plan.form import Form, FormField
    from plan.rows import Answer

Severity: TypeAlias = Literal["STOP", "FIX", "ASK", "INFO"]
Condition: TypeAlias = Annotated[tuple[str, ...], Field(min_length=2, max_length=3)]

_NO = re.compile(r"\W*(?:no|none|n/?a|not applicable|nil)\b", re.IGNORECASE)
_YES = re.compile(r"\W*yes\b", re.IGNORECASE)
_BARE = re.compile(r"\W*yes\W*", re.IGNORECASE)
CONDITIONS = {
    **dict.fromkeys(("blank", "filled", "no", "yes", "bare", "unmarked", "overmarked", "words"), 2),
    **dict.fromkeys(("ticked", "unticked", "any", "none", "only"), 3),
}
"""The words that conditions begin with, and how many words each has."""


class Rule(FormatPart):
    """A rule of the form.

    `place` is the id of the question or group that it is about; `text` says what is wanted and
    why, `source` where the rule comes from: the form's own words, a regulation, practice.
    """

    id: Words
    severity: Severity
    place: Words
    text: Words
    source: Words
    when: Annotated[tuple[Condition, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _is_known(self) -> Self:
        for condition in self.when:
            if CONDITIONS.get(condition[0]) != len(condition):
                raise ValueError(f"rule {self.id}: {' '.join(condition)} is no condition")
        return self

    @property
    def questions(self) -> tuple[str, ...]:
        """The ids of the questions and groups that the rule names."""
        return (self.place, *(condition[1] for condition in self.when))


def unknown_names(form: "Form", rule: Rule) -> tuple[str, ...]:
    """Return the questions, groups and boxes that a rule names and the form does not have."""
    fields = {field.question: field for field in form.fields}
    groups = {question.partition(".")[0] for question in fields}
    unknown = [name for name in rule.questions if name not in fields and name not in groups]
    for word, question, *rest in rule.when:
        asked = [
            field
            for field in form.fields
            if question in (field.question, field.question.partition(".")[0])
        ]
        boxes = {option.id for field in asked for option in field.options}
        if word == "only":
            boxes = set(filter(str.isdecimal, rest))
        unknown += [f"{question} {box}" for box in rest if box not in boxes]
    return tuple(dict.fromkeys(unknown))


def wanted(form: "Form", answers: Mapping[str, "Answer"]) -> tuple[Rule, ...]:
    """Return the rules of the form whose sentence is to be said of these answers."""
    facts = _Facts(form, answers)
    return tuple(rule for rule in form.rules if all(map(facts.holds, rule.when)))


class _Facts:
    """What an assessment's answers say."""

    def __init__(self, form: "Form", answers: Mapping[str, "Answer"]) -> None:
        self.form = form
        self.answers = answers

    def holds(self, condition: Sequence[str]) -> bool:
        """Return whether a condition holds."""
        word, question, *rest = condition
        if len(rest) == 1:
            return self._box_holds(word, question, rest[0])
        if word in ("unmarked", "overmarked", "words"):
            return any(self._is_amiss(word, field) for field in self._rows(question))
        return self._answer_holds(word, question)

    def _answer_holds(self, word: str, question: str) -> bool:
        match word:
            case "blank":
                return self._is_blank(question)
            case "filled":
                return not self._is_blank(question)
            case "no":
                return self._is_blank(question) or self._says(_NO, question, "no")
            case "bare":
                return bool(_BARE.fullmatch(self._text(question)))
            case _:
                return self._says(_YES, question, "yes")

    def _box_holds(self, word: str, question: str, box: str) -> bool:
        match word:
            case "ticked":
                return box in self._ticks(question)
            case "unticked":
                return box not in self._ticks(question)
            case "only":
                return len(self._ticks(question)) != int(box)
            case _:
                is_marked = any(box in self._ticks(row.question) for row in self._rows(question))
                return is_marked == (word == "any")

    def _is_amiss(self, word: str, field: "FormField") -> bool:
        marks, has_words = len(self._ticks(field.question)), bool(self._text(field.question))
        match word:
            case "unmarked":
                return marks == 0 and not field.has_text
            case "overmarked":
                return marks > 1
            case _:
                return field.has_text and self._wants_words(field) != has_words

    def _wants_words(self, field: "FormField") -> bool:
        """Return whether a box is ticked beside which words are to stand."""
        ticks = self._ticks(field.question)
        return any(
            option.id in ticks and (field.kind == "marks" or getattr(option, "has_text", False))
            for option in field.options
        )

    def _rows(self, group: str) -> "list[FormField]":
        return [field for field in self.form.fields if field.question.partition(".")[0] == group]

    def _text(self, question: str) -> str:
        answer = self.answers.get(question)
        return answer.text.strip() if answer else ""

    def _ticks(self, question: str) -> tuple[str, ...]:
        answer = self.answers.get(question)
        return answer.ticks if answer else ()

    def _is_blank(self, question: str) -> bool:
        return not (self._text(question) or self._ticks(question))

    def _says(self, words: re.Pattern[str], question: str, box: str) -> bool:
        return box in self._ticks(question) or bool(words.match(self._text(question)))
