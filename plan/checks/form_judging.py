"""Judges a form's answers by its rules, and by the paper that it belongs to."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from plan.checks.form_facts import (
    PaperFacts,
    differs,
    has_no_word_of,
    is_after,
    is_later_by,
    is_named,
    is_no_date,
    is_not_later,
    is_same_name,
    is_taken_up,
    is_unlike,
)
from plan.council.form_rules import Condition, Rule
from plan.reading.answer_words import (
    is_bare_yes,
    is_curt,
    names,
    says_no,
    says_no_but,
    says_nothing_but_when,
    says_what_and_when,
    says_when,
    says_why_not,
    says_yes,
)

if TYPE_CHECKING:
    from plan.council.form import Form, FormField
    from plan.model.rows import Answer

_OF_ROWS = frozenset({"unmarked", "overmarked", "words"})
_OF_COLUMNS = frozenset({"any", "none", "alike", "lacks", "unnamed"})
_OF_BOXES = frozenset({"ticked", "unticked", "nowhere", "only"})
_BEYOND = frozenset({"says", "titled", "after", "differs", "unlike", "strange", "untaken"})
_SAYS_MORE = {
    "qualified": says_no_but,
    "explained": says_why_not,
    "planned": says_what_and_when,
}
_COMPARING = frozenset({"not-later", "later", "names", "same"})


def wanted(
    form: "Form", answers: Mapping[str, "Answer"], paper: PaperFacts | None = None
) -> tuple[Rule, ...]:
    """Return the form's rules that these answers break, with the sentences to show.

    Rules that look beyond the form, apply from a certain day or want nothing (INFO) are judged only
    if `paper` says what the form belongs to.
    """
    facts = _Facts(form, answers, paper)
    return tuple(
        facts.said(rule)
        for rule in form.rules
        if _is_judged(rule, paper) and all(map(facts.holds, rule.when))
    )


def _is_judged(rule: Rule, paper: PaperFacts | None) -> bool:
    if paper is None:
        return rule.since is None and rule.until is None and rule.severity != "INFO"
    return rule.is_in_force(paper.judged_at)


class _Facts:
    """What an assessment's answers say, and what its paper says."""

    def __init__(
        self, form: "Form", answers: Mapping[str, "Answer"], paper: PaperFacts | None
    ) -> None:
        self.form = form
        self.answers = answers
        self.paper = paper or PaperFacts()

    def said(self, rule: Rule) -> Rule:
        """Return a rule with the rows it wants something of named in its sentence."""
        rows = [row.label for condition in rule.when for row in self._rows_of(condition)]
        named = "; ".join(dict.fromkeys(rows))
        return rule.model_copy(update={"text": rule.text.format(rows=named)})

    def holds(self, condition: Sequence[str]) -> bool:
        """Return whether a condition holds."""
        word, *rest = condition
        if word == "not":
            return not self.holds(rest)
        if word in _BEYOND:
            return self._paper_holds(word, rest)
        if word in _OF_COLUMNS or word in _OF_ROWS:
            return self._rows_hold(word, rest)
        if word in _OF_BOXES:
            return self._box_holds(word, *rest)
        if word in _COMPARING:
            return self._comparison_holds(word, rest)
        return self._answer_holds(word, rest[0])

    def _paper_holds(self, word: str, rest: Sequence[str]) -> bool:
        paper, text = self.paper, self._text(rest[0])
        match word:
            case "says":
                holds = paper.is_past() if rest[0] == "met" else rest[0] in paper.facts
            case "titled":
                holds = any(names(title, rest[0]) for title in paper.titles)
            case "after":
                holds = is_after(text, paper.meeting if rest[1] == "meeting" else paper.today)
            case "differs":
                holds = differs(text, paper.fields.get(rest[1], ""))
            case "untaken":
                holds = bool(paper.actions) and not is_taken_up(text, paper.actions)
            case "strange":
                holds = has_no_word_of(text, paper.fields.get(rest[1], ""))
            case _:
                holds = is_unlike(text, paper.titles, paper.acronyms)
        return holds

    def _comparison_holds(self, word: str, rest: Sequence[str]) -> bool:
        text = self._text(rest[0])
        match word:
            case "names":
                return names(text, rest[1])
            case "same":
                return is_same_name(text, self._text(rest[1]))
            case "not-later":
                return is_not_later(text, self._text(rest[1]))
            case _:
                return is_later_by(text, self._text(rest[1]), int(rest[2]))

    def _answer_holds(self, word: str, question: str) -> bool:
        text = self._text(question)
        match word:
            case "blank":
                holds = self._is_blank(question)
            case "filled":
                holds = not self._is_blank(question)
            case "no":
                holds = self._is_blank(question) or self._says("no", question, says_no(text))
            case "yes":
                holds = self._says("yes", question, says_yes(text))
            case "bare":
                holds = is_bare_yes(text)
            case "curt":
                holds = is_curt(text)
            case "timed":
                holds = says_when(text)
            case "planless":
                holds = says_nothing_but_when(text)
            case "qualified" | "explained" | "planned":
                holds = _SAYS_MORE[word](text)
            case _:
                holds = is_no_date(text)
        return holds

    def _box_holds(self, word: str, question: str, box: str) -> bool:
        match word:
            case "ticked":
                return box in self._ticks(question)
            case "unticked":
                return box not in self._ticks(question)
            case "nowhere":
                is_elsewhere = (question, box) in self.paper.ticked
                return box not in self._ticks(question) and not is_elsewhere
            case _:
                return len(self._ticks(question)) != int(box)

    # Rows of a matrix

    def _rows_hold(self, word: str, rest: Sequence[str]) -> bool:
        rows = self._rows_of((word, *rest))
        match word:
            case "none":
                return not self._rows_of(("any", *rest))
            case "alike":
                return len(rows) >= int(rest[2])
            case "lacks":
                return not any(row.question == ".".join(rest) for row in self._rows(rest[0]))
            case _:
                return bool(rows)

    def _rows_of(self, condition: Condition) -> "list[FormField]":
        """Return the rows that a condition looks for, or none if it looks for none."""
        word, group, *rest = condition
        rows = self._rows(group)
        if word in _OF_ROWS:
            return [row for row in rows if self._is_amiss(word, row)]
        if word == "unnamed":
            text = self._text(rest[1])
            marked = [row for row in rows if rest[0] in self._ticks(row.question)]
            return [
                row for row in marked if not is_named(row.label, self._text(row.question), text)
            ]
        if word in ("any", "alike"):
            return [row for row in rows if rest[0] in self._ticks(row.question)]
        return []

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
        """Return whether a box is ticked that needs words next to it."""
        ticks = self._ticks(field.question)
        return any(
            option.id in ticks
            and (field.answered.is_matrix_row or getattr(option, "has_text", False))
            for option in field.options
        )

    def _rows(self, group: str) -> "list[FormField]":
        return [
            field for field in self.form.every_field if field.question.partition(".")[0] == group
        ]

    # Answers

    def _text(self, question: str) -> str:
        answer = self.answers.get(question)
        return answer.text.strip() if answer else ""

    def _ticks(self, question: str) -> tuple[str, ...]:
        answer = self.answers.get(question)
        return answer.ticks if answer else ()

    def _is_blank(self, question: str) -> bool:
        return not (self._text(question) or self._ticks(question))

    def _says(self, box: str, question: str, is_said: bool) -> bool:
        return box in self._ticks(question) or is_said
