"""Find the assessment, the question and the box that an officer names without the window.

A question goes by its id in the form, by its label or printed words, or by its place as `check`
prints it ("part-3/2"); a box by its id or its words. Where no name is the whole of one of these,
the only one that begins so is meant.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from typing import TypeVar

from plan.changes import edits
from plan.changes.change import Change
from plan.council.form import Form
from plan.council.form_groups import FormField, FormPart, Rows
from plan.council.form_kinds import Option
from plan.council.format import Format, FormatError
from plan.model.plan import Plan
from plan.model.rows import Assessment
from plan.reading.answered_form import AnsweredForm, OpenRow
from plan.text.line_breaks import shortened
from store.formats import form_for

NamedT = TypeVar("NamedT")

_MOST_LISTED = 8
"""Names in a sentence that lists what there is."""
_LABEL = 22
"""Widest label in such a sentence, in cells."""
_PLACE = re.compile(r"assessment(?:-(?P<number>\d{1,4}))?(?:/(?P<rest>.+))?", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,3}[.)]?\s+(?=\S)")
_ROW = re.compile(
    r"(?P<table>.*[^/. ])[/. ](?P<number>[0-9]{1,4})(?:[/.](?P<column>.+))?", re.DOTALL
)
_PART = re.compile(r"part[- ](\d{1,3})", re.IGNORECASE)


class UnknownNameError(Exception):
    """Nothing is called so, or several are; the message lists what there is."""


@dataclass(frozen=True)
class NamedAssessment:
    """An assessment of a plan and its form: what is answered and marked in it, by names."""

    plan: Plan
    assessment: Assessment
    form: Form

    def answered(self, question: str, typed: str) -> Change:
        """Return the change that puts `typed` into the answer to a question.

        Raises UnknownNameError, also for a question that is answered by its boxes alone, and
        pydantic's ValidationError where the text is too long.
        """
        written = [one for one in self.fields if one.has_text or not one.options]
        field = self._named(question, written)
        if field is None:
            boxes = self._only(question)
            beside = [one for one in written if one.group is boxes.group and one.row == boxes.row]
            if len(beside) == 1 and boxes.answered.is_matrix_row:
                return edits.set_answer(self.plan, self.assessment.id, beside[0], typed)
            example = f"plandesk mark PLAN {boxes.question} {boxes.options[0].id}"
            raise UnknownNameError(
                f"“{boxes.label}” is answered by its boxes and not in words: {example}. "
                f"It has {_listed(boxes.options, _as_option)}."
            )
        return edits.set_answer(self.plan, self.assessment.id, field, typed)

    def marked(self, row: str, column: str, *, is_on: bool) -> tuple[Change, str]:
        """Return the change that ticks a box, or takes its tick away, and what it is called.

        Where only one box may be ticked, the others lose their ticks. Raises UnknownNameError.
        """
        field = self._named(row, [one for one in self.fields if one.options])
        if field is None and (chosen := self._chosen(row, column, is_on=is_on)) is not None:
            return chosen
        if field is None:
            words = self._only(row)
            raise UnknownNameError(
                f"“{words.label}” is answered in words and has no boxes: "
                f"plandesk answer PLAN {words.question} TEXT."
            )
        option = _option_named(field, column)
        answer = self.plan.answers_of(self.assessment.id).get(field.question)
        ticks = set(answer.ticks if answer is not None else ())
        if is_on:
            ticks = {*(ticks if field.allows_several else ()), option.id}
        else:
            ticks.discard(option.id)
        change = edits.set_ticks(self.plan, self.assessment.id, field, tuple(ticks))
        return change, f"{field.label}: {option.label}"

    @cached_property
    def answered_form(self) -> AnsweredForm:
        """The form with its answers, and the rows that were added to its tables."""
        return AnsweredForm(self.form, self.plan.answers_of(self.assessment.id))

    @property
    def fields(self) -> tuple[FormField, ...]:
        """Every answer in it, those in rows that were added too."""
        return self.answered_form.every_field

    def _chosen(self, named: str, word: str, *, is_on: bool) -> tuple[Change, str] | None:
        """Return the change that chooses a word of a key, None where none is to be chosen."""
        field = self._only(named)
        if field.own is None or not field.own.choices:
            return None
        choice = field.own.choice(word)
        if choice is None:
            said = _listed(field.own.choices, lambda one: one.word)
            raise UnknownNameError(
                f"“{field.label}” has no word “{shortened(word)}”. It has {said}."
            )
        before = self.plan.answers_of(self.assessment.id).get(field.question)
        is_chosen = before is not None and field.own.choice(before.text) is choice
        text = choice.word if is_on else "" if is_chosen or before is None else before.text
        change = edits.set_answer(self.plan, self.assessment.id, field, text)
        return change, f"{field.label}: {choice.word}"

    def question(self, named: str) -> str:
        """Return the id of the question that is named so. Raises UnknownNameError."""
        field = self._named(named, list(self.fields))
        return field.question if field is not None else ""

    def _named(self, typed: str, among: list[FormField]) -> FormField | None:
        """Return the only question that is named so, None if it is none of those in question.

        A number or a table may name several, and it would be a guess to take the one that fits.
        """
        match _asked(self.answered_form, typed):
            case []:
                raise UnknownNameError(self._unknown(typed, among))
            case [one]:
                return one if one in among else None
            case several:
                said = _listed(several, _as_question)
                raise UnknownNameError(
                    f"“{shortened(typed)}” names several questions: {said}. Name one."
                )

    def _only(self, typed: str) -> FormField:
        return _asked(self.answered_form, typed)[0]

    def _unknown(self, typed: str, among: list[FormField]) -> str:
        names = {one.question: one for one in among}
        names |= {_plain(one.label): one for one in among}
        near = [names[name] for name in get_close_matches(_plain(typed), names, cutoff=0.5)]
        listed = _listed(dict.fromkeys((*near, *among)), lambda one: one.question)
        return (
            f"{self.form.name} has no question “{shortened(typed)}”. It has {listed}; "
            "plandesk show PLAN --json lists all."
        )


def assessment_named(plan: Plan, council: Format, named: str, place: str = "") -> NamedAssessment:
    """Return the assessment that is named by its number, or by its form's id or name.

    Without a name it is that of the `place` of a question ("assessment-2/part-1/7"), else the only
    one. Raises UnknownNameError, which says what to do where there is none, and FormatError where
    its form cannot be used.
    """
    found = _PLACE.fullmatch(place.strip())
    wanted = named.strip() or (found["number"] if found is not None else None) or ""
    if not plan.assessments:
        raise UnknownNameError(
            "There is no assessment yet. Begin one first: plandesk add PLAN assessment"
            f"{' FORM' if len(council.forms) > 1 else ''}."
        )
    numbered = list(enumerate(plan.assessments, 1))
    fitting = [(number, one) for number, one in numbered if _is_called(number, one, wanted)]
    if len(fitting) == 1:
        one = fitting[0][1]
        return NamedAssessment(plan, one, form_for(one.form))
    said = _listed(numbered, lambda one: f"{one[0]} ({_form_name(one[1].form)})")
    if wanted and not fitting:
        raise UnknownNameError(f"There is no assessment “{shortened(wanted)}”. There are: {said}.")
    raise UnknownNameError(f"There are several assessments: {said}. Say which with --form NUMBER.")


def form_to_add(council: Format, named: str) -> Form:
    """Return the council's form that is named by its id or name; without a name, the only one.

    Raises UnknownNameError and FormatError.
    """
    forms = [form_for(form_id) for form_id in council.forms]
    wanted = _plain(named)
    fitting = [one for one in forms if not wanted or wanted in _names_of_form(one)]
    if len(fitting) == 1:
        return fitting[0]
    listed = _listed(forms, lambda one: f"{one.id} ({one.name})")
    if wanted and not fitting:
        raise UnknownNameError(f"The council has no form “{shortened(named)}”. It has {listed}.")
    raise UnknownNameError(f"The council has several forms: {listed}. Name one.")


def _is_called(number: int, assessment: Assessment, wanted: str) -> bool:
    if not wanted:
        return True
    if wanted.isdecimal():
        return wanted == str(number)
    place = _PLACE.fullmatch(wanted)
    if place is not None and place["number"]:
        return place["number"] == str(number)
    try:
        names = _names_of_form(form_for(assessment.form))
    except FormatError:
        names = {assessment.form}
    return _plain(wanted) in names


def _names_of_form(form: Form) -> set[str]:
    return {_plain(form.id), _plain(form.name), _plain(form.short)}


def _form_name(form_id: str) -> str:
    try:
        return form_for(form_id).name
    except FormatError:
        return form_id


# Questions


def _asked(answered: AnsweredForm, typed: str) -> list[FormField]:
    """Return the questions that are named so, by the first way in which any is."""
    named, fields = typed.strip(), answered.every_field
    place = _PLACE.fullmatch(named)
    if place is not None and place["rest"]:
        named = place["rest"]
    exact = [one for one in fields if one.question == named.casefold()]
    return (
        exact
        or _in_open_row(answered, named)
        or _at_place(answered, named)
        or _called(fields, _names_of, named)
    )


def _in_open_row(answered: AnsweredForm, named: str) -> list[FormField]:
    """Return the answers that are named by a row that was added and one of its columns."""
    row, column = open_row_named(answered, named)
    if row is None or not column:
        return []
    return _called(row.fields, lambda one: (one.names[-1], one.asks), column)


def open_row_named(answered: AnsweredForm, named: str) -> tuple[OpenRow | None, str]:
    """Return the row of a table that a name begins with, and what follows it.

    Such as "mitigation/2" or "part-5/mitigation.2.who"; None where it names none.
    """
    found = _ROW.fullmatch(named.strip())
    if found is None:
        return None, ""
    table = table_named(answered.form, found["table"])
    rows = answered.open_rows[table.id] if table is not None else ()
    number = int(found["number"])
    return (rows[number - 1] if 1 <= number <= len(rows) else None), found["column"] or ""


def table_named(form: Form, named: str) -> Rows | None:
    """Return the table to which rows are added that is named by its id, title or place."""
    part, slash, rest = named.strip().partition("/")
    wanted = _plain(rest if slash and _part_named(form, part) is not None else named)
    tables = [table for _, table in form.open_tables.values()]
    return next((one for one in tables if wanted in (one.id, _plain(one.title))), None)


def _names_of(field: FormField) -> Iterator[str]:
    """Yield what a question is called: its id, label, printed words, number, and its table's id."""
    yield field.question.rpartition(".")[2]
    yield field.label
    yield _NUMBER.sub("", field.label, count=1)
    yield field.asks
    if field.number:
        yield field.number
    if field.group.asked_as_one is not None:
        yield from field.group.asked_as_one


def _at_place(answered: AnsweredForm, named: str) -> list[FormField]:
    """Return the questions of a place as `check` prints it: its part, then its number or its id."""
    part_name, slash, rest = named.partition("/")
    part = _part_named(answered.form, part_name)
    if not slash or part is None:
        return []
    fields = [one for one in answered.every_field if one.part is part]
    exact = [one for one in fields if one.question == rest.casefold()]
    return exact or _called(fields, _names_of, rest)


def _part_named(form: Form, named: str) -> FormPart | None:
    number = _PART.fullmatch(named.strip())
    if number is not None and 1 <= int(number[1]) <= len(form.parts):
        return form.parts[int(number[1]) - 1]
    return next((one for one in form.every_part if _plain(named) == _plain(one.id)), None)


def _option_named(field: FormField, typed: str) -> Option:
    found = _called(field.options, lambda option: (option.id, option.label), typed)
    if len(found) == 1:
        return found[0]
    listed = _listed(field.options, _as_option)
    if found:
        raise UnknownNameError(
            f"“{shortened(typed)}” names several boxes of “{field.label}”: {listed}."
        )
    raise UnknownNameError(f"“{field.label}” has no box “{shortened(typed)}”. It has {listed}.")


# Names


def _called(
    things: Iterable[NamedT], names: Callable[[NamedT], Iterable[str]], typed: str
) -> list[NamedT]:
    """Return the things that are called so, or if there are none, those whose name begins so."""
    wanted = _plain(typed)
    if not wanted:
        return []
    known = [(thing, {_plain(name) for name in names(thing)}) for thing in things]
    whole = [thing for thing, called in known if wanted in called]
    return whole or [
        thing for thing, called in known if any(name.startswith(wanted) for name in called)
    ]


def _plain(name: str) -> str:
    """Return a name so that capitals, spaces and the sign at its end do not matter."""
    return " ".join(name.casefold().split()).rstrip(" .:?")


def _listed(things: Iterable[NamedT], said: Callable[[NamedT], str]) -> str:
    listed = [said(one) for one in things]
    more = len(listed) - _MOST_LISTED
    words = ", ".join(listed[:_MOST_LISTED])
    return f"{words} and {more} more" if more > 0 else words


def _as_question(field: FormField) -> str:
    """Return a question's id and its label; of a row of a table its id says enough."""
    in_words = f" ({shortened(field.label, _LABEL)})" if not field.group.is_table else ""
    return f"{field.question}{in_words}"


def _as_option(option: Option) -> str:
    same = _plain(option.label) == option.id
    return option.id if same else f"{option.id} ({option.label})"
