"""Judges a form's answers by its rules, and by the paper that it belongs to."""

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from plan.checks.facts.form_facts import (
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
from plan.reading.answer_words import names
from plan.reading.answered_form import AnsweredForm
from plan.reading.form_conditions import AnswerConditions

if TYPE_CHECKING:
    from plan.council.form import Form
    from plan.council.form_groups import FormField
    from plan.model.rows import Answer

_BEYOND = frozenset(
    {"says", "titled", "after", "differs", "unlike", "strange", "nowhere", "untaken"}
)
_OF_TEXTS = frozenset({"same", "unnamed"})
_OF_DATES = frozenset({"undated", "not-later", "later"})


def wanted(
    form: "Form",
    answers: Mapping[str, "Answer"],
    paper: PaperFacts | None = None,
    unread: Collection[str] = (),
) -> tuple[Rule, ...]:
    """Return the form's rules that these answers break, with the sentences to show.

    Rules that look beyond the form, apply from a certain day or want nothing (INFO) are judged only
    if `paper` says what the form belongs to. Nothing is wanted of what is not asked, nor
    because a question is blank that the paper was not seen to ask: those `unread`.
    """
    answered = AnsweredForm(form, answers)
    facts = _Facts(answered, paper, unread)
    asked = {field.question for field in answered.asked}
    places = {*asked, *(question.partition(".")[0] for question in asked)}
    places |= {table for table in form.open_tables if answered.asks(table)}
    not_seen = frozenset(unread)
    return tuple(
        facts.said(rule)
        for rule in form.rules
        if _is_judged(rule, paper)
        and rule.place in places
        and not_seen.isdisjoint(rule.questions[1:])
        and all(map(facts.holds, rule.when))
    )


def _is_judged(rule: Rule, paper: PaperFacts | None) -> bool:
    if paper is None:
        return rule.since is None and rule.until is None and rule.severity != "INFO"
    return rule.is_in_force(paper.judged_at)


class _Facts(AnswerConditions):
    """What an assessment's answers say, and what its paper says."""

    def __init__(
        self, answered: AnsweredForm, paper: PaperFacts | None, unread: Collection[str] = ()
    ) -> None:
        asked = answered.asked
        fields = [one for one in asked if one.question not in unread] if unread else asked
        super().__init__(fields, answered.counted)
        self.paper = paper or PaperFacts()

    def said(self, rule: Rule) -> Rule:
        """Return a rule with the rows it wants something of named in its sentence."""
        found = (row for condition in rule.when for row in self.rows_of(condition))
        rows = [row.row_name or row.label for row in found]
        named = "; ".join(dict.fromkeys(rows))
        return rule.model_copy(update={"text": rule.text.format(rows=named)})

    def holds(self, condition: Sequence[str]) -> bool:
        """Return whether a condition holds."""
        word, *rest = condition
        if word in _BEYOND:
            return self._paper_holds(word, rest)
        if word in _OF_DATES:
            return self._dates_hold(word, rest)
        if word in _OF_TEXTS:
            is_same = word == "same" and is_same_name(self._text(rest[0]), self._text(rest[1]))
            return is_same or bool(self.rows_of(tuple(condition)))
        return super().holds(condition)

    def rows_of(self, condition: Condition) -> "list[FormField]":
        """Return the rows that a condition looks for, or none if it looks for none."""
        if condition[0] != "unnamed":
            return super().rows_of(condition)
        _, group, column, question = condition
        text = self._text(question)
        return [
            row
            for row in super().rows_of(("any", group, column))
            if not is_named(row.row_name or row.label, self._text(row.question), text)
        ]

    def _paper_holds(self, word: str, rest: Sequence[str]) -> bool:
        paper, text = self.paper, self._text(rest[0])
        match word:
            case "says":
                holds = paper.is_past() if rest[0] == "met" else rest[0] in paper.facts
            case "titled":
                holds = any(names(title, rest[0]) for title in paper.titles)
            case "after":
                holds = is_after(text, paper.day(rest[1]))
            case "differs":
                holds = differs(text, paper.fields.get(rest[1], ""))
            case "strange":
                holds = has_no_word_of(text, paper.fields.get(rest[1], ""))
            case "untaken":
                holds = bool(paper.actions) and not is_taken_up(text, paper.actions)
            case "nowhere":
                is_elsewhere = (rest[0], rest[1]) in paper.ticked
                holds = rest[1] not in self._ticks(rest[0]) and not is_elsewhere
            case _:
                holds = is_unlike(text, paper.titles, paper.acronyms)
        return holds

    def _dates_hold(self, word: str, rest: Sequence[str]) -> bool:
        text = self._text(rest[0])
        match word:
            case "undated":
                return is_no_date(text)
            case "not-later":
                return is_not_later(text, self._text(rest[1]))
            case _:
                return is_later_by(text, self._text(rest[1]), int(rest[2]))
