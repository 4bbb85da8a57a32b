"""A council's equality impact assessment form, as data: parts, questions, kinds of answer.

A form consists of parts, and a part of groups; each group is printed as a table, or as paragraphs.
Every answer has an id: the question's, or those of a row and a column of a grid joined by a full
stop. What is asked may depend on what was answered before: `when` has the conditions.

`ANSWER_KINDS` lists every way to answer a question (`plan.council.form_kinds`); the kinds of groups
are in `plan.council.form_groups`.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from plan.council.form_groups import FormField, FormPart, Questions, Rows
from plan.council.form_kinds import Option
from plan.council.form_rules import SWITCHING, Condition, Rule, asserted, unknown_names
from plan.council.format_part import FormatPart, Key, Words, check_pattern
from plan.model.field_kinds import QUESTION_LIMIT
from plan.model.open_rows import OPEN_ROW, ROW_KEY_LENGTH, row_key

MOST_ANSWERS = 1_000
"""A form may ask for so many; the longest we know asks for 60."""


class Form(FormatPart):
    """A form for an equality impact assessment.

    `name` and `short` are its names on screen, `title` is printed above it. `yes` and `no` are the
    words next to the boxes of a yes-or-no question, and `boxes` says on which side of their words
    all boxes stand. `above` are lines above the title, `intro` those below it, `closing` those at
    the end. `law` says what asks for it, and `since` and `until` are the first and the last day on
    which it holds. `unprinted` is what plandesk asks in addition, because a rule needs it and the
    form does not ask: we never print or read it.
    """

    id: Key
    name: Words
    short: Words
    title: Words
    capitals: bool = False
    yes: Words = "Yes"
    no: Words = "No"
    boxes: Literal["behind", "before"] = "behind"
    above: tuple[Words, ...] = ()
    intro: tuple[Words, ...] = ()
    closing: tuple[Words, ...] = ()
    law: str = ""
    since: date | None = None
    until: date | None = None
    footer: str
    parts: Annotated[tuple[FormPart, ...], Field(min_length=1)]
    unprinted: FormPart | None = None
    rules: tuple[Rule, ...] = ()

    def is_in_force(self, day: date) -> bool:
        """Return whether the form holds on a day."""
        return (self.since is None or self.since <= day) and (
            self.until is None or day <= self.until
        )

    @cached_property
    def fields(self) -> tuple[FormField, ...]:
        """Every answer that the form asks for, in printed order, those of open rows left out."""
        return tuple(field for part in self.parts for field in self._in_part(part))

    @cached_property
    def every_part(self) -> tuple[FormPart, ...]:
        """The parts of the form, and what plandesk asks in addition."""
        return (*self.parts, *((self.unprinted,) if self.unprinted else ()))

    @cached_property
    def every_field(self) -> tuple[FormField, ...]:
        """Every answer that the form or plandesk asks for, those of open rows left out."""
        asked = (
            field for part in self.every_part[len(self.parts) :] for field in self._in_part(part)
        )
        return (*self.fields, *asked)

    def _in_part(self, part: FormPart) -> Iterator[FormField]:
        return (field for group in part.groups for field in group.fields(self, part))

    @cached_property
    def _fields_by_question(self) -> dict[str, FormField]:
        return {field.question: field for field in self.every_field}

    @cached_property
    def open_tables(self) -> dict[str, tuple[FormPart, Rows]]:
        """The tables to which rows are added, with their parts, by their ids."""
        return {
            group.id: (part, group)
            for part in self.every_part
            for group in part.groups
            if isinstance(group, Rows)
        }

    def field(self, question: str) -> FormField | None:
        """Return the field with this question id, or None if the form does not ask it."""
        if OPEN_ROW not in question:
            return self._fields_by_question.get(question)
        part, table = self.open_tables.get(question.partition(OPEN_ROW)[0], (None, None))
        if part is None or table is None:
            return None
        key = row_key(question)
        return next(
            (one for one in table.row_fields(self, part, key) if one.question == question), None
        )

    @property
    def yes_and_no(self) -> tuple[Option, Option]:
        """The two boxes of a yes-or-no question."""
        return Option(id="yes", label=self.yes), Option(id="no", label=self.no)

    # What is wrong with a form's file

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        check_pattern("footer", self.footer, {"page": 1, "pages": 1})
        if self.since is not None and self.until is not None and self.until < self.since:
            raise ValueError("until comes before since")
        asked = sum(group.answers for part in self.every_part for group in part.groups)
        if asked > MOST_ANSWERS:
            raise ValueError(f"it asks for {asked:,} answers and can ask for {MOST_ANSWERS:,}")
        self._check_ids()
        for group in (group for part in self.every_part for group in part.groups):
            if len(group.widths) != len(group.printed_headings):
                raise ValueError(f"the table “{group.title}” has not one width to a column")
        boxes = self._boxes()
        for rule in self.rules:
            for named in unknown_names(boxes, rule.questions, rule.when):
                raise ValueError(f"rule {rule.id} names {named}, which the form does not ask")
        self._check_conditions()
        return self

    def _check_ids(self) -> None:
        questions = [
            *(field.question for field in self.every_field),
            *self.open_tables,
            *(
                table.question("x" * ROW_KEY_LENGTH, column.id)
                for _, table in self.open_tables.values()
                for column in table.columns
            ),
        ]
        flat = Counter(question.replace(".", "-") for question in questions)
        twice = [question for question, times in flat.items() if times > 1]
        tables = {field.question.partition(".")[0] for field in self.every_field}
        twice += [table for table in self.open_tables if table in tables]
        long = [question for question in questions if len(question) > QUESTION_LIMIT]
        if long:
            raise ValueError(f"{long[0]} is longer than {QUESTION_LIMIT} characters")
        if twice:
            raise ValueError(f"two answers have the id {', '.join(sorted(twice))}")
        like_rows = [
            question
            for question in flat
            for table in self.open_tables
            if question.startswith(f"{table}--") and not question.startswith(f"{table}--xxxxxxxx")
        ]
        if like_rows:
            raise ValueError(f"{like_rows[0]} reads like a row of a table")

    def _boxes(self) -> dict[str, list[str]]:
        """Return the ids of the boxes of each question, those in columns of open rows too."""
        boxes = {field.question: [box.id for box in field.options] for field in self.every_field}
        for _, table in self.open_tables.values():
            for column in table.columns:
                boxes[f"{table.id}.{column.id}"] = [box.id for box in column.boxes(self)]
        return boxes

    def _check_conditions(self) -> None:
        """Raise ValueError where what is asked depends on anything but an answer before it."""
        known: dict[str, list[str]] = {}
        every = self._boxes()
        for number, part in enumerate(self.every_part):
            at = f"parts.{number}" if number < len(self.parts) else "unprinted"
            _check_switch(f"{at}.when", part.when, known)
            for place, group in enumerate(part.groups):
                here = f"{at}.groups.{place}"
                _check_switch(f"{here}.when", group.when, known)
                for row, question in enumerate(
                    group.questions if isinstance(group, Questions) else ()
                ):
                    _check_switch(f"{here}.questions.{row}.when", question.when, known)
                    known[question.id] = every[question.id]
                if isinstance(group, Rows):
                    own = (f"{group.id}.{column.id}" for column in group.columns)
                else:
                    own = (field.question for field in group.fields(self, part))
                known |= {name: every[name] for name in own}


def _check_switch(key: str, when: tuple[Condition, ...], known: dict[str, list[str]]) -> None:
    for condition in when:
        said = " ".join(condition)
        plain = asserted(condition)
        if SWITCHING.get(plain[0] if plain else "") != len(plain):
            words = ", ".join(sorted(SWITCHING))
            raise ValueError(f"{key}: {said} is no condition here; it begins with one of {words}")
        if plain[0] == "only" and not plain[2].isdecimal():
            raise ValueError(f"{key}: {said} is no condition: {plain[2]} is no number")
        for named in unknown_names(known, (plain[1],), (condition,)):
            raise ValueError(f"{key}: it names {named}, which the form does not ask before it")
