"""Whether the conditions of a form hold: those that look at its answers and nothing else."""

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from plan.council.form_rules import Condition
from plan.reading.answer_words import (
    is_bare_yes,
    is_curt,
    is_left_open,
    is_void,
    names,
    only_points,
    says_no,
    says_no_but,
    says_nothing_but_when,
    says_what_and_when,
    says_when,
    says_why_not,
    says_yes,
)
from plan.reading.impact_words import tells_of_gain, tells_of_loss

if TYPE_CHECKING:
    from plan.council.form_groups import FormField
    from plan.model.rows import Answer

_NOBODY = re.compile(r"no\b|none\b|not (?:affected|applicable)\b|neutral\b", re.IGNORECASE)
"""The label of a mark by which there is nothing to say: "No Impact" on "Other"."""
_OF_ROWS = frozenset({"unmarked", "overmarked", "words"})
_OF_COLUMNS = frozenset({"any", "none", "alike", "lacks", "without"})
_OF_BOXES = frozenset({"ticked", "unticked", "only"})
_SAYS = {
    "bare": is_bare_yes,
    "curt": is_curt,
    "timed": says_when,
    "planless": says_nothing_but_when,
    "qualified": says_no_but,
    "explained": says_why_not,
    "planned": says_what_and_when,
    "loses": tells_of_loss,
    "gains": tells_of_gain,
}


class AnswerConditions:
    """What the answers to a form say: `fields` are the answers that it asks for."""

    def __init__(self, fields: "Sequence[FormField]", answers: "Mapping[str, Answer]") -> None:
        self.fields = fields
        self.answers = answers

    def holds(self, condition: Sequence[str]) -> bool:
        """Return whether a condition holds."""
        word, *rest = condition
        if word == "not":
            return not self.holds(rest)
        if word in _OF_COLUMNS or word in _OF_ROWS:
            return self._rows_hold(word, rest)
        if word in _OF_BOXES:
            return self._box_holds(word, *rest)
        return self._answer_holds(word, *rest)

    def _answer_holds(self, word: str, question: str, *rest: str) -> bool:
        text = self._text(question)
        match word:
            case "blank" | "filled":
                return self._is_blank(question) is (word == "blank")
            case "no":
                return self._is_blank(question) or self._says("no", question, says_no(text))
            case "yes":
                return self._says("yes", question, says_yes(text))
            case "void":
                return self._is_blank(question) or is_void(text)
            case "names":
                return names(text, *rest)
            case _:
                return _SAYS[word](text)

    def _box_holds(self, word: str, question: str, box: str) -> bool:
        match word:
            case "ticked":
                return box in self._ticks(question)
            case "unticked":
                return box not in self._ticks(question)
            case _:
                return len(self._ticks(question)) != int(box)

    # Rows of a table

    def _rows_hold(self, word: str, rest: Sequence[str]) -> bool:
        rows = self.rows_of((word, *rest))
        match word:
            case "none":
                return not self.rows_of(("any", *rest))
            case "alike":
                return len(rows) >= int(rest[2])
            case "lacks":
                return not any(row.question == ".".join(rest) for row in self._rows(rest[0]))
            case _:
                return bool(rows)

    def rows_of(self, condition: Condition) -> "list[FormField]":
        """Return the rows that a condition looks for, or none if it looks for none."""
        word, group, *rest = condition
        rows = self._rows(group)
        if word in _OF_ROWS:
            return [row for row in rows if self._is_amiss(word, row)]
        if word in ("any", "alike"):
            return [row for row in rows if rest[0] in self._ticks(row.question)]
        if word == "without":
            said = {row.row for row in rows if not self._is_blank(row.question)}
            return [
                row
                for row in rows
                if row.row in said and rest[0] in row.names and self._is_blank(row.question)
            ]
        return []

    def _is_amiss(self, word: str, field: "FormField") -> bool:
        if word != "words" and not field.answered.is_matrix_row:
            return False
        marks, has_words = len(self._ticks(field.question)), bool(self._text(field.question))
        match word:
            case "unmarked":
                return marks == 0 and not field.has_text
            case "overmarked":
                return marks > 1
            case _:
                is_marked = marks > 0 and field.answered.is_matrix_row
                return (
                    field.has_text
                    and self._wants_words(field) != has_words
                    and not (is_marked and has_words)
                )

    def _wants_words(self, field: "FormField") -> bool:
        """Return whether a box is ticked that needs words next to it."""
        ticks = self._ticks(field.question)
        return any(
            option.id in ticks
            and (field.answered.is_matrix_row or getattr(option, "has_text", False))
            and not (field.answered.is_matrix_row and _NOBODY.match(option.label))
            for option in field.options
        )

    def _rows(self, group: str) -> "list[FormField]":
        return [field for field in self.fields if field.question.partition(".")[0] == group]

    # Answers

    def _text(self, question: str) -> str:
        """Return what is answered; a dash, "TBC" or "as above" answers nothing."""
        answer = self.answers.get(question)
        text = answer.text.strip() if answer else ""
        return "" if is_left_open(text) or only_points(text) else text

    def _ticks(self, question: str) -> tuple[str, ...]:
        answer = self.answers.get(question)
        return answer.ticks if answer else ()

    def _is_blank(self, question: str) -> bool:
        """Return whether nothing is answered to a question, or in a whole table."""
        asked = [field.question for field in self._rows(question)] or [question]
        return not any(self._text(one) or self._ticks(one) for one in asked)

    def _says(self, box: str, question: str, is_said: bool) -> bool:
        return box in self._ticks(question) or is_said
