"""Judging the answers of a form by its rules, and by the paper that it belongs to."""

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from plan.form_facts import (
    PaperFacts,
    differs,
    has_no_word_of,
    is_after,
    is_later_by,
    is_no_date,
    is_not_later,
    is_unlike,
    says_when,
)
from plan.form_rules import Rule

if TYPE_CHECKING:
    from plan.form import Form, FormField
    from plan.rows import Answer

_NO = re.compile(r"\W*(?:no|none|n/?a|not applicable|nil)\b", re.IGNORECASE)
_YES = re.compile(r"\W*yes\b", re.IGNORECASE)
_BARE = re.compile(r"\W*yes\W*", re.IGNORECASE)
_FEW_WORDS = 6
_BEYOND = frozenset({"says", "after", "differs", "unlike", "strange"})
_OF_TIME = frozenset({"timeless", "undated", "not-later", "later"})


def wanted(
    form: "Form", answers: Mapping[str, "Answer"], paper: PaperFacts | None = None
) -> tuple[Rule, ...]:
    """Return the rules of the form whose sentence is to be said of these answers.

    Those that look beyond the form, or are in force from a day on, are judged where `paper` says
    what it belongs to.
    """
    facts = _Facts(form, answers, paper)
    return tuple(
        rule
        for rule in form.rules
        if _is_in_force(rule, paper) and all(map(facts.holds, rule.when))
    )


def _is_in_force(rule: Rule, paper: PaperFacts | None) -> bool:
    if paper is None:
        return rule.since is None and rule.severity != "INFO"
    return rule.since is None or paper.judged_at >= rule.since


class _Facts:
    """What an assessment's answers say, and what the paper says that it belongs to."""

    def __init__(
        self, form: "Form", answers: Mapping[str, "Answer"], paper: PaperFacts | None
    ) -> None:
        self.form = form
        self.answers = answers
        self.paper = paper or PaperFacts()

    def holds(self, condition: Sequence[str]) -> bool:
        """Return whether a condition holds."""
        word, question, *rest = condition
        if word in _BEYOND:
            return self._paper_holds(word, question, rest)
        if word in _OF_TIME:
            return self._time_holds(word, question, rest)
        if word in ("alike", "lacks"):
            return self._rows_hold(word, question, rest)
        if len(rest) == 1:
            return self._box_holds(word, question, rest[0])
        if word in ("unmarked", "overmarked", "words"):
            return any(self._is_amiss(word, field) for field in self._rows(question))
        return self._answer_holds(word, question)

    def _paper_holds(self, word: str, question: str, rest: Sequence[str]) -> bool:
        text, paper = self._text(question), self.paper
        match word:
            case "says":
                holds = paper.is_past() if question == "met" else question in paper.facts
            case "after":
                holds = is_after(text, paper.meeting if rest[0] == "meeting" else paper.today)
            case "differs":
                holds = differs(text, paper.fields.get(rest[0], ""))
            case "strange":
                holds = has_no_word_of(text, paper.fields.get(rest[0], ""))
            case _:
                titles = [paper.fields.get(name, "") for name in ("report.title", "plan.title")]
                holds = is_unlike(text, titles)
        return holds

    def _time_holds(self, word: str, question: str, rest: Sequence[str]) -> bool:
        text = self._text(question)
        match word:
            case "timeless":
                is_no = bool(_NO.match(text)) and len(text.split()) < _FEW_WORDS
                is_bare = is_no or bool(_BARE.fullmatch(text))
                return bool(text) and not is_bare and not says_when(text)
            case "undated":
                return is_no_date(text)
            case "not-later":
                return is_not_later(text, self._text(rest[0]))
            case _:
                return is_later_by(text, self._text(rest[0]), int(rest[1]))

    def _rows_hold(self, word: str, group: str, rest: Sequence[str]) -> bool:
        rows = self._rows(group)
        if word == "lacks":
            return not any(row.question == f"{group}.{rest[0]}" for row in rows)
        marked = [row for row in rows if rest[0] in self._ticks(row.question)]
        return len(marked) >= int(rest[1])

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
        return [
            field for field in self.form.every_field if field.question.partition(".")[0] == group
        ]

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
