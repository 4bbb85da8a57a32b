"""Finds the questions of a form by their words, in a paper with another layout."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

from importers.plan.headings import normalised
from importers.wording import beginning, said_words
from plan.council.form import Form
from plan.council.form_groups import FormPart, Group, Question, Questions, Rows
from plan.council.form_kinds import Option
from plan.papers.blocks import Paragraph, Row, Table

ALIKE = 0.85
"""How similar two wordings must be to differ only by a misprint."""
_HELP_ALIKE = 0.6
_MOST_COMPARED = 400
"""How many lines of a paper are compared letter by letter; a form has far fewer."""
_MOST_HELP_LINES = 6
_LONGEST = 600
_SHORTEST_ALIKE = 12
"""Characters: shorter wordings are too easily similar."""
_LEAST_HEADINGS = 3
"""How many headings make a table the form's where no question says so."""
_NUMBER = re.compile(
    r"\s*(?:Q(?:uestion)?\.?\s*)?(?:\d{1,2}(?:\.\d{1,2})*|[A-Za-z]|[ivx]{1,5})\s?[.):]?\s+",
    re.IGNORECASE,
)
"""A number or letter before a question."""
_FIGURES = re.compile(r"\s*\d{1,2}(?:\.\d{1,2})*[.)]?\s+")
"""A number before a heading."""
_LEAST_ROWS = 2
"""How many rows must belong to a form for a table to be part of it, where no heading says so."""


@dataclass
class FormWords:
    """The words of one form; `compared` counts how many lines were compared for misprints."""

    form: Form
    compared: int = 0

    @cached_property
    def questions(self) -> tuple[tuple[str, Question], ...]:
        """The questions that have words, with those normalised, the longest first."""
        found = [
            (normalised(question.text), question)
            for group in self.groups
            if isinstance(group, Questions)
            for question in group.questions
            if question.text
        ]
        return tuple(sorted(found, key=lambda one: -len(one[0])))

    @cached_property
    def below(self) -> tuple[Question, ...]:
        """The questions whose answers are printed below them."""
        return tuple(
            question
            for group in self.groups
            if isinstance(group, Questions) and group.layout != "beside"
            for question in group.questions
        )

    @cached_property
    def on_lines(self) -> frozenset[str]:
        """The ids of the questions that are printed on one line with their answers."""
        return frozenset(
            question.id
            for group in self.groups
            if isinstance(group, Questions) and group.layout == "line"
            for question in group.questions
        )

    def asked_in_paragraph(
        self, paragraph: Paragraph, asked: Collection[str], *, is_exact: bool = False
    ) -> tuple[Question, str] | None:
        """Return the question that a paragraph is, and what follows it; `asked` were found before.

        A short question that an answer might begin with has to stand alone, or before a colon.
        Nothing is put down to a misprint where it has to be the form's exact words.
        """
        text = paragraph.text
        if not text.strip():
            return None
        left = [one for one in self.below if one.id not in asked]
        for said in dict.fromkeys((text, _NUMBER.sub("", text, count=1))):
            for question in sorted(left, key=lambda one: -len(one.text)):
                found = beginning(question.text).fullmatch(said)
                if found is None:
                    continue
                rest = found["rest"].lstrip(" \t\u00a0?.)*")
                is_long = len(normalised(question.text)) >= _SHORTEST_ALIKE
                if is_long or not rest.strip() or rest.startswith((":", "\n", "☐", "☒")):
                    return question, rest.lstrip(" \t\u00a0:").strip()
        words = normalised(text).lstrip("0123456789")
        if is_exact or words in self._said_exactly:
            return None
        alike = self._most_alike(words, [normalised(one.text) for one in left])
        return next(((one, "") for one in left if alike and normalised(one.text) == alike), None)

    def asked_below(self, paragraph: Paragraph, asked: Collection[str]) -> Question | None:
        """Return the question that a paragraph says whole and alone, of those that say enough."""
        words = normalised(paragraph.text).lstrip("0123456789")
        return next(
            (
                one
                for one in self.below
                if one.id not in asked
                and len(words) >= _SHORTEST_ALIKE
                and normalised(one.text) == words
            ),
            None,
        )

    @cached_property
    def across(self) -> tuple[Question, ...]:
        """The questions whose options are printed across a row, one to a cell."""
        return tuple(
            question
            for group in self.groups
            if isinstance(group, Questions)
            for question in group.questions
            if question.across
        )

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """The tables of the form in order."""
        return tuple(group for part in self.form.parts for group in part.groups)

    @cached_property
    def _lines(self) -> frozenset[str]:
        form = self.form
        lines = [form.title, form.name, *form.above, *form.intro, *form.closing]
        for part in self.form.parts:
            lines += [part.heading, part.label, *part.intro]
            lines += [group.title for group in part.groups]
        return frozenset(filter(None, map(normalised, lines)))

    @cached_property
    def _said_exactly(self) -> frozenset[str]:
        """What the form itself says: none of it is a misprint of something else that it says."""
        asked = [said for said, _ in self.questions]
        helps = [normalised(question.help) for _, question in self.questions]
        lines = (*self._lines, *asked, *helps)
        return frozenset((*lines, *(one.lstrip("0123456789") for one in lines)))

    def is_title(self, paragraph: Paragraph) -> bool:
        """Return whether a paragraph is the title above the form."""
        if not paragraph.inlines or paragraph.bullet is not None or not self._title:
            return False
        return said_words(paragraph.text) == self._title

    def is_above_title(self, paragraph: Paragraph) -> bool:
        """Return whether a paragraph is one of the lines that stand above the title."""
        return bool(self._above) and said_words(paragraph.text) in self._above

    @cached_property
    def _above(self) -> frozenset[str]:
        return frozenset(map(said_words, self.form.above))

    @cached_property
    def _title(self) -> str:
        return said_words(self.form.title)

    def part_at(self, paragraph: Paragraph) -> FormPart | None:
        """Return the part that a paragraph is the heading of."""
        if not paragraph.inlines:
            return None
        text = paragraph.text
        bare = _FIGURES.sub("", text, count=1)
        return self._parts.get(said_words(text)) or self._parts.get(said_words(bare))

    @cached_property
    def _parts(self) -> dict[str, FormPart]:
        """The parts by what their headings say, the first of each."""
        said = {said_words(part.heading): part for part in reversed(self.form.parts)}
        return {words: part for words, part in said.items() if words}

    def is_own_line(self, text: str, *, is_exact: bool = False) -> bool:
        """Return whether a paragraph is part of the blank form, misprints aside.

        Nothing is put down to a misprint where it has to be the form's exact words.
        """
        words = normalised(text)
        if not words or words in self._lines:
            return True
        if normalised(_FIGURES.sub("", text, count=1)) in self._lines:
            return True
        if is_exact:
            return False
        return self._most_alike(words, sorted(self._lines)) is not None

    def is_number(self, text: str) -> bool:
        """Return whether a cell has but the number of a question, which stands in a column."""
        return text.strip().rstrip(".):") in self._numbers

    @cached_property
    def _numbers(self) -> frozenset[str]:
        numbers = (question.number.rstrip(".):") for _, question in self.questions)
        return frozenset(filter(None, numbers))

    def question_in(self, text: str) -> tuple[Question, str] | None:
        """Return the question that a cell begins with, and the text after its words."""
        words = normalised(text[: _LONGEST * 2]).lstrip("0123456789")
        for asked, question in self.questions:
            if words.startswith(asked):
                match = beginning(question.text).fullmatch(text)
                if match is not None:
                    return question, match["rest"]
        return self._misprinted(text)

    def _misprinted(self, text: str) -> tuple[Question, str] | None:
        """Return the question that a cell begins with, misprinted, and the text after it."""
        lines = text.split("\n")
        for count in range(1, min(len(lines), 3) + 1):
            words = normalised(" ".join(lines[:count])).lstrip("0123456789")
            if words in self._said_exactly:
                continue
            found = self._most_alike(words, [asked for asked, _ in self.questions])
            if found is not None:
                question = next(one for asked, one in self.questions if asked == found)
                return question, "\n".join(lines[count:])
        return None

    def _most_alike(self, words: str, candidates: Sequence[str]) -> str | None:
        if not _SHORTEST_ALIKE <= len(words) <= _LONGEST or self.compared >= _MOST_COMPARED:
            return None
        self.compared += 1
        best, found = ALIKE, None
        for candidate in candidates:
            if abs(len(candidate) - len(words)) > len(words) * (1 - ALIKE):
                continue
            likeness = SequenceMatcher(None, words, candidate, autojunk=False)
            if likeness.quick_ratio() > best and likeness.ratio() > best:
                best, found = likeness.ratio(), candidate
        return found

    def is_help(self, text: str, question: Question) -> bool:
        """Return whether a text is the form's own help below a question, misprints aside."""
        return not normalised(text) or self._likeness_to_help(text, question) > _HELP_ALIKE

    def lines_of_help(self, lines: Sequence[str], question: Question) -> int:
        """Return how many of the lines below a question are the form's own help."""
        likeness = [
            self._likeness_to_help("\n".join(lines[:count]), question)
            for count in range(min(len(lines), _MOST_HELP_LINES) + 1)
        ]
        best = max(likeness)
        return likeness.index(best) if best > _HELP_ALIKE else 0

    def _likeness_to_help(self, text: str, question: Question) -> float:
        own, said = normalised(question.help), normalised(text)
        if not own or not said or len(said) > 2 * len(own):
            return 0
        return SequenceMatcher(None, own, said, autojunk=False).ratio()

    def belongs(self, table: Table) -> bool:
        """Return whether a table is part of this form, by its words."""
        rows = 0
        for row in table.rows[:40]:
            rows += self._shows_form(row)
            if rows >= _LEAST_ROWS:
                return True
        return False

    def has_table(self, table: Table) -> bool:
        """Return whether a table is part of this form by its header row, which says it whole."""
        return any(
            group.is_table and _headings_said(group, table) >= _LEAST_HEADINGS
            for group in self.headed(table, None)
        )

    def _shows_form(self, row: Row) -> bool:
        texts = [normalised(cell.text).lstrip("0123456789") for cell in row.cells]
        return any(
            text.startswith(asked)
            for text in texts
            for asked, _ in self.questions
            if len(asked) >= _SHORTEST_ALIKE
        )

    def headed(self, table: Table, part: FormPart | None) -> Iterator[Group]:
        """Yield the groups that a table may be by its first row, the likeliest first."""
        if not table.rows:
            return
        headings = [normalised(cell.text) for cell in table.rows[0].cells]
        found: list[Group] = [
            group
            for group in self.groups
            if not isinstance(group, Rows)
            and group.printed_headings
            and _headings_of(group) in (headings, headings[1:])
        ]
        found += [
            group
            for group in self.groups
            if isinstance(group, Rows) and column_places(group, table.rows[0])
        ]
        parts = {id(group): one for one in self.form.parts for group in one.groups}
        yield from sorted(
            found, key=lambda group: (group.title != table.title, parts[id(group)] is not part)
        )


def column_places(table: Rows, header: Row) -> tuple[int, ...]:
    """Return in which column of a paper each column of a table is, by a header row.

    They may stand in another order, with others among them; empty where one is not there.
    """
    named: dict[str, list[int]] = {}
    for start, cell in header.placed():
        named.setdefault(normalised(cell.text), []).append(start)
    wanted = [named.get(normalised(column.label), []) for column in table.columns]
    places = tuple(found.pop(0) if found else -1 for found in wanted)
    return places if min(places) >= 0 else ()


def _headings_said(group: Group, table: Table) -> int:
    """Return how many of a group's headings stand in the first row of a table that it may be."""
    said = {normalised(cell.text) for cell in table.rows[0].cells}
    return sum(normalised(heading) in said for heading in group.printed_headings)


def _headings_of(group: Group) -> list[str]:
    """Return the normalised headings of a table of the form, without a corner's."""
    headings = [normalised(heading) for heading in group.printed_headings]
    return headings[1:] if group.is_table else headings


def option_named(text: str, options: Sequence[Option]) -> tuple[Option, str] | None:
    """Return the longest option that a cell's text begins with, and the text after it."""
    best: tuple[Option, str] | None = None
    for option in options:
        match = beginning(option.label).fullmatch(text)
        if match is not None and (best is None or len(option.label) > len(best[0].label)):
            best = option, match["rest"]
    return best
