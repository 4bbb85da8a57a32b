"""Reads tables that have the form's own header row: a cell's place says what it is."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from importers.assessment.answers import AnswerSheet, typed
from importers.assessment.form_words import FormWords, option_named
from importers.assessment.tick_boxes import boxes_in, mark_of, ticked_option
from importers.assessment.usual_names import label_called, option_called
from importers.plan.headings import normalised
from importers.wording import beginning
from plan.council.form_groups import Choice, Grid, Group, Matrix, Question, Questions, Rows
from plan.council.form_kinds import Answered, MatrixRow, Option
from plan.papers.blocks import Cell, Paragraph, Row

_NUMBER = re.compile(r"\d{1,4}[.)]?|")


@dataclass
class HeadedTable:
    """Reads the rows of one group of the form."""

    group: Group
    words: FormWords
    sheet: AnswerSheet
    takes_usual_names: bool = False
    """Whether a row may be called what its group of people is usually called."""
    places: tuple[int, ...] = ()
    """Of a table to which rows are added: the column of the paper in which each of its own is."""
    _above: dict[int, Cell] = field(default_factory=dict)
    _ticks: dict[str, list[str]] = field(default_factory=dict)
    _text: dict[str, list[Paragraph]] = field(default_factory=dict)

    def read(self, row: Row) -> bool:
        """Read a row; return whether it is one of this group's."""
        match self.group:
            case Questions():
                return self._question(self.group, row)
            case Matrix():
                return self._matrix(self.group, row)
            case Choice():
                return self._choice(self.group, row)
            case Grid():
                return self._grid(self.group, row)
            case Rows():
                return self._added(self.group, row)

    def close(self) -> None:
        """Keep the answer that took several rows."""
        if isinstance(self.group, Choice) and self.group.id in self._ticks:
            order = [option.id for option in self.group.options]
            ticks = sorted(set(self._ticks[self.group.id]), key=order.index)
            self.sheet.give(self.group.id, self._text.get(self.group.id, ()), ticks)

    def _question(self, group: Questions, row: Row) -> bool:
        for question in group.questions:
            if question.across and self._across(question, row):
                return True
        if len(row.cells) != len(group.printed_headings):
            return False
        asked = self._asked(group, row.cells[0])
        if asked is None:
            return False
        self.sheet.know(row.cells[0].paragraphs)
        answer = row.cells[1]
        self._answer(asked, asked.id, answer)
        return True

    def _asked(self, group: Questions, cell: Cell) -> Question | None:
        found = self.words.question_in(cell.text)
        if found is None or not self.words.is_help(found[1], found[0]):
            return None
        same = [one for one in group.questions if one.text == found[0].text]
        return next((one for one in same if one.id not in self.sheet.asked), None)

    def _across(self, question: Question, row: Row) -> bool:
        return read_across(question, row, self.sheet)

    def _matrix(self, group: Matrix, row: Row) -> bool:
        if len(row.cells) != 1 + len(group.columns) + len(group.texts):
            return False
        found = row_named(row.cells[0], group.rows) or self._row_called(group, row.cells[0])
        if found is None:
            return False
        option, said = found
        self.sheet.know(row.cells[0].paragraphs, option.label)
        question = f"{group.id}.{option.id}"
        marked, beside = row.cells[1:][: len(group.columns)], row.cells[1 + len(group.columns) :]
        for text, cell in zip(group.texts, beside, strict=True):
            self._answer(text, f"{question}.{text.id}", cell)
        ticks = []
        for column, cell in zip(group.columns, marked, strict=True):
            mark = mark_of(cell.text)
            if mark is None:
                self.sheet.not_read(cell.text, f"it stands in “{column.label}” of “{option.label}”")
                continue
            self.sheet.mark(cell.paragraphs)
            if mark:
                ticks.append(column.id)
        boxes = [one for cell in marked for one in cell.paragraphs]
        self.sheet.give(question, said, ticks, boxes)
        return True

    def _row_called(
        self, group: Matrix, cell: Cell
    ) -> tuple[MatrixRow, tuple[Paragraph, ...]] | None:
        """Return the row of the group that a cell names in other words, which is told."""
        paragraphs = [one for one in cell.paragraphs if one.text.strip()]
        if not self.takes_usual_names or not paragraphs:
            return None
        called = paragraphs[0].text.strip()
        option = option_called(called, group.rows)
        if option is None:
            return None
        self.sheet.know(paragraphs[:1])
        self.sheet.tell_name(called, option.label)
        return option, tuple(paragraphs[1:])

    def shows(self, row: Row) -> bool:
        """Show a row of marks that is none of the form's, as one; return whether it is such."""
        group = self.group
        if not isinstance(group, Matrix) or len(row.cells) < 1 + len(group.columns):
            return False
        label, marked = row.cells[0].text.strip(), row.cells[1:][: len(group.columns)]
        marks = [mark_of(cell.text) for cell in marked]
        if not label or mark_of(label) is not None or None in marks or not any(marks):
            return False
        named = zip(group.columns, marks, strict=True)
        columns = ", ".join(column.label for column, mark in named if mark)
        self.sheet.not_read(f"{label}: {columns}", f"“{group.title}” has no such row")
        return True

    def _choice(self, group: Choice, row: Row) -> bool:
        if not row.cells:
            return False
        found = row_named(row.cells[0], group.options)
        if found is None:
            return False
        option, said = found
        self.sheet.know(row.cells[0].paragraphs, option.label)
        self._ticks.setdefault(group.id, [])
        ticked = not self.sheet.is_ours and ticked_option(row.cells[0].text, option)
        for cell in row.cells[1:]:
            mark = mark_of(cell.text)
            if mark is None:
                self.sheet.not_read(cell.text, f"it stands beside “{option.label}”")
            else:
                self.sheet.mark(cell.paragraphs)
            ticked = ticked or bool(mark)
        if ticked:
            self._ticks[group.id].append(option.id)
        if self.sheet.is_ours or mark_of("\n".join(one.text for one in said)) is None:
            self._text.setdefault(group.id, []).extend(said)
        return True

    def _grid(self, group: Grid, row: Row) -> bool:
        if len(row.cells) != 1 + len(group.columns):
            return False
        words = normalised(row.cells[0].text)
        found = next((one for one in group.rows if normalised(one.label) == words), None)
        if found is None and not self.sheet.is_ours:
            found = label_called(row.cells[0].text.strip(), group.rows)
        if found is None:
            return False
        self.sheet.know(row.cells[0].paragraphs)
        for column, cell in zip(group.columns, row.cells[1:], strict=True):
            self._answer(column, f"{group.id}.{column.id}.{found.id}", cell)
        return True

    def _added(self, group: Rows, row: Row) -> bool:
        """Read a row that was added to a table; one in which nothing stands is none."""
        places = {
            place: self._above.get(place, cell) if cell.merged_up else cell
            for place, cell in row.placed()
        }
        self._above = places
        cells = [places.get(place) for place in self.places]
        self.sheet.asked.add(group.id)
        if len(places) == 1 < len(self.places):
            self.sheet.not_read(row.cells[0].text, f"it stands across “{group.title}”")
            return True
        others = [cell for place, cell in places.items() if place not in self.places]
        for cell in others:
            if group.corner and _NUMBER.fullmatch(cell.text.strip()):
                self.sheet.know(cell.paragraphs)
            elif cell.text.strip():
                self.sheet.not_read(cell.text, f"“{group.title}” has no such column")
        if not any(self._is_said(*one) for one in zip(group.columns, cells, strict=True)):
            return True
        key = self.sheet.next_row(group.id)
        for column, filled in zip(group.columns, cells, strict=True):
            if filled is not None:
                self._answer(column, group.question(key, column.id), filled)
        return True

    def _is_said(self, asked: Answered, cell: Cell | None) -> bool:
        """Return whether anything is said in a cell; boxes of which none is ticked say nothing."""
        if cell is None or not cell.text.strip():
            return False
        boxes = asked.boxes(self.words.form)
        read = boxes_in(cell.text, boxes) if boxes else None
        return read is None or bool(read.ticks or read.rest)

    def _answer(self, asked: Answered, question: str, cell: Cell) -> None:
        """Keep what a cell says as an answer: its words, or its ticked boxes."""
        boxes = asked.boxes(self.words.form)
        if boxes:
            give_boxes(self.sheet, question, cell.paragraphs, boxes)
            know_boxes(self.sheet, cell, boxes)
        else:
            self.sheet.give(question, cell.paragraphs)


def row_named(
    cell: Cell, options: Iterable[MatrixRow]
) -> tuple[MatrixRow, tuple[Paragraph, ...]] | None:
    """Return the row that a cell names, and the other words in the cell."""
    paragraphs = [one for one in cell.paragraphs if one.text.strip()]
    if not paragraphs:
        return None
    rows = tuple(options)
    words = normalised(paragraphs[0].text)
    exact = next((row for row in rows if normalised(row.label) == words), None)
    if exact is not None:
        return exact, tuple(paragraphs[1:])
    found = option_named(cell.text, rows)
    if found is None:
        return None
    option, rest = found
    row = next(one for one in rows if one.id == option.id)
    return (
        (row, typed(rest.lstrip(" :)–—-"), paragraphs))
        if row.has_text or not rest.strip(" :)")
        else None
    )


def read_across(question: Question, row: Row, sheet: AnswerSheet) -> bool:
    """Read a row whose cells are a question's options; return whether it is such a row."""
    found: list[tuple[Option, bool]] = []
    left: list[str] = []
    for cell in row.cells:
        text = cell.text
        named = next(
            (one for one in question.options if ticked_option(text, one) is not None), None
        )
        if named is not None:
            found.append((named, ticked_option(text, named) is True))
            know_boxes(sheet, cell, (named,))
        elif found and mark_of(text) is not None:
            sheet.mark(cell.paragraphs)
            option, ticked = found[-1]
            found[-1] = (option, ticked or mark_of(text) is True)
        elif text.strip():
            left.append(text)
    if not found:
        return False
    for text in left:
        sheet.not_read(text)
    ticks = [option.id for option, ticked in found if ticked]
    sheet.give(question.id, (), ticks, [one for cell in row.cells for one in cell.paragraphs])
    return True


def give_boxes(
    sheet: AnswerSheet,
    question: str,
    said: Sequence[Paragraph],
    options: tuple[Option, ...],
) -> None:
    """Keep what is ticked in a text of boxes, and the words beside them if the form has room.

    Where it has none, words that name no option are remarked on.
    """
    asked = sheet.form.field(question)
    if asked is not None and asked.has_text:
        _give_boxes_and_words(sheet, question, said, options)
        return
    text = "\n".join(one.text for one in said)
    several = asked is not None and asked.allows_several
    read = boxes_in(text, options, allows_several=several)
    if read is None:
        sheet.give(question)
        if text.strip() and mark_of(text) is None:
            sheet.not_read(text)
        return
    if read.rest:
        sheet.not_read(read.rest, "it stands beside boxes to tick")
    sheet.give(question, (), read.ticks, said)


def _give_boxes_and_words(
    sheet: AnswerSheet, question: str, said: Sequence[Paragraph], options: tuple[Option, ...]
) -> None:
    """Keep what the first paragraphs tick, and what they and the others say besides."""
    ticks: list[str] = []
    words: list[Paragraph] = []
    asked = sheet.form.field(question)
    several = asked is not None and asked.allows_several
    for paragraph in said:
        read = boxes_in(paragraph.text, options, allows_several=several) if not words else None
        if read is None:
            words.append(paragraph)
            continue
        ticks += read.ticks
        if read.rest:
            words.extend(typed(read.rest.lstrip(" ,.;:–—-"), (paragraph,)))
    order = [option.id for option in options]
    sheet.give(question, words, sorted(set(ticks), key=order.index), said)


def know_boxes(sheet: AnswerSheet, cell: Cell, options: tuple[Option, ...]) -> None:
    """Note that the options in a cell are the form's own words, and an X beside one a mark."""
    lone = [one for one in cell.paragraphs if mark_of(one.text) is not None]
    sheet.mark(lone)
    for option in options:
        sheet.know(cell.paragraphs, option.label)
    for mark in ("X", "x"):
        sheet.know(cell.paragraphs, mark)


def behind(text: str, words: str) -> str | None:
    """Return the text after `words` at its beginning, None where it does not begin with them."""
    match = beginning(words).fullmatch(text)
    return None if match is None else match["rest"].lstrip(" \t\u00a0:?.)").strip()
