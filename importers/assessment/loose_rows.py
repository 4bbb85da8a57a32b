"""Reads rows of a form in another layout than ours: labels and answers wherever they are."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from importers.assessment.answers import AnswerSheet, typed
from importers.assessment.form_words import FormWords, column_places
from importers.assessment.headed_tables import (
    HeadedTable,
    behind,
    give_boxes,
    know_boxes,
    read_across,
)
from importers.assessment.tick_boxes import boxes_in, mark_of, ticked_option
from importers.assessment.usual_names import (
    column_called,
    mark_called,
    mark_in_words,
    option_called,
)
from importers.plan.headings import normalised
from plan.council.form_groups import Choice, Grid, Matrix, Question, Rows
from plan.council.form_kinds import Option
from plan.papers.blocks import Cell, Paragraph, Row

_LEAST_COLUMNS = 2
_LABEL_LENGTH = 80
_LONGER_LABEL = re.compile(r"(?:of|and|or|for)\b[^:\n]{1,60}(?::|\Z)")
"""What goes on with a label, so that it is a longer one: "of Director:" behind "Name"."""


@dataclass
class LooseRows:
    """Reads rows one after another; the rows above decide what a row is."""

    words: FormWords
    sheet: AnswerSheet
    _table: HeadedTable | None = None
    _columns: list[tuple[int, Option]] = field(default_factory=list)
    _texts: list[int] = field(default_factory=list)
    _grid: Grid | None = None
    _signed: tuple[Grid, Option] | None = None
    _turned: list[tuple[int, Option]] = field(default_factory=list)
    """The labels of a grid that stand as headings here, with their places."""

    def read(self, row: Row) -> None:
        """Read a row; anything in it that is not understood is remarked on."""
        if not any(cell.text.strip() for cell in row.cells):
            return
        if self._is_header(row):
            self.sheet.know([one for cell in row.cells for one in cell.paragraphs])
            return
        if self._table is not None and self._read_below_header(row):
            return
        if self._grid is not None and self._contacts(self._grid, row):
            return
        if self._across(row) or self._marked_in_words(row) or self._turned_grid(row):
            return
        self._labels(row)

    def _across(self, row: Row) -> bool:
        if any(read_across(question, row, self.sheet) for question in self.words.across):
            return True
        return any(
            self._names_all(one, row) and read_across(one, row, self.sheet) for one in self._left
        )

    def _marked_in_words(self, row: Row) -> bool:
        """Read a group of people with its mark in words: "Age | Positive"."""
        if self.sheet.is_ours or len(row.cells) < _LEAST_COLUMNS:
            return False
        label = row.cells[0].text.strip()
        for group in (one for one in self.words.groups if isinstance(one, Matrix)):
            option = option_called(label, group.rows)
            mark, rest = mark_in_words(row.cells[1].text)
            named = column_called(mark.replace("-", " "), group.columns) if mark else None
            question = f"{group.id}.{option.id}" if option else ""
            if option is None or named is None or question in self.sheet.asked:
                continue
            self._keep_mark(row, question, named, rest)
            if normalised(label) != normalised(option.label):
                self.sheet.tell_name(label, option.label)
            texts = row.cells[2:] if not rest else ()
            for text, cell in zip(group.texts, texts, strict=False):
                self.sheet.give(f"{question}.{text.id}", cell.paragraphs)
            for cell in row.cells[2 + (len(group.texts) if texts else 0) :]:
                if cell.text.strip():
                    self.sheet.not_read(cell.text, f"it stands beside “{option.label}”")
            return True
        return False

    def _turned_grid(self, row: Row) -> bool:
        """Read a row of a grid that lies on its side: "Manager | A. Name | A post"."""
        if self.sheet.is_ours or len(row.cells) < _LEAST_COLUMNS:
            return False
        first = normalised(row.cells[0].text)
        for grid in (one for one in self.words.groups if isinstance(one, Grid)):
            column = next((one for one in grid.columns if normalised(one.label) == first), None)
            if column is None or not first:
                continue
            said = list(self._said_in_turned(grid, row))
            if said and len(said) == sum(bool(one.text.strip()) for one in row.cells[1:]):
                self.sheet.know(row.cells[0].paragraphs)
                for label, cell, rest in said:
                    if rest != cell.text:
                        self.sheet.know(cell.paragraphs, label.label)
                    whole = cell.paragraphs if rest == cell.text else typed(rest, cell.paragraphs)
                    self._keep_answer(grid, column, label, whole)
                return True
        return False

    def _said_in_turned(self, grid: Grid, row: Row) -> Iterator[tuple[Option, Cell, str]]:
        """Yield the cells behind the first, each with its label: above it, or in the cell."""
        above = dict(self._turned)
        for place, cell in list(row.placed())[1:]:
            inside = ((one, behind(cell.text, one.label)) for one in grid.rows)
            label, rest = next((found for found in inside if found[1]), (above.get(place), None))
            if label in grid.rows and label is not None and cell.text.strip():
                yield label, cell, rest or cell.text

    def _keep_mark(self, row: Row, question: str, column: Option, rest: str) -> None:
        """Keep a mark in words; words behind it go beside it, where the form has room."""
        self.sheet.know(row.cells[0].paragraphs)
        said = row.cells[1].text.removesuffix(rest) if rest else None
        self.sheet.know(row.cells[1].paragraphs, said)
        self.sheet.give(question, ticks=(column.id,))
        beside = next(
            (
                one.question
                for one in self.words.form.fields
                if one.question.startswith(f"{question}.")
            ),
            "",
        )
        if rest and beside:
            self.sheet.give(beside, typed(rest, row.cells[1].paragraphs))
        elif rest:
            self.sheet.not_read(rest, "it stands behind a mark")

    def begin(self, header: Row) -> None:
        """Read the header row of a table, below which the form's labels and values may stand."""
        self._is_header(header)

    @property
    def _left(self) -> list[Question]:
        """The questions with options of their own that were not found yet."""
        return [
            question
            for _, question in self.words.questions
            if question.options and question.id not in self.sheet.asked
        ]

    @staticmethod
    def _names_all(question: Question, row: Row) -> bool:
        """Return whether each option of a question has a cell of its own in a row."""
        return all(
            any(ticked_option(cell.text, option) is not None for cell in row.cells)
            for option in question.options
        )

    def close(self) -> None:
        """Keep the answers that took several rows."""
        if self._table is not None:
            self._table.close()
        self._table = None

    def _read_below_header(self, row: Row) -> bool:
        if self._table is None:
            return False
        inner = self._without_gaps(row)
        return self._table.read(inner) or self._table.shows(inner)

    def _without_gaps(self, row: Row) -> Row:
        """Return a row of a matrix with only the cells below its columns."""
        if self._table is None or not isinstance(self._table.group, Matrix) or not self._columns:
            return row
        by_place = dict(row.placed())
        cells = [by_place.pop(place, Cell()) for place, _ in self._columns]
        texts = [by_place.pop(place, Cell()) for place in self._texts]
        for cell in list(by_place.values())[1:]:
            if cell.text.strip():
                self.sheet.not_read(cell.text, f"“{self._table.group.title}” has no such column")
        return Row((row.cells[0], *cells, *texts))

    def _is_header(self, row: Row) -> bool:
        first = normalised(row.cells[0].text)
        tables = sorted(
            self.words.groups, key=lambda one: normalised(getattr(one, "corner", "")) != first
        )
        for group in tables:
            match group:
                case Matrix() | Grid():
                    columns = self._columns_named(group, row)
                    if len(columns) >= _LEAST_COLUMNS and self._begin(group, columns, row):
                        return True
                    if isinstance(group, Grid) and self._begins_turned(group, row):
                        return True
                case Choice():
                    heading = normalised(group.headings[0])
                    if row.cells and normalised(row.cells[0].text) == heading:
                        self._begin_choice(group, row)
                        return True
                case Rows():
                    places = column_places(group, row)
                    if places:
                        self.close()
                        self._table = HeadedTable(group, self.words, self.sheet, places=places)
                        return True
                case _:
                    if group.printed_headings and [normalised(cell.text) for cell in row.cells] == [
                        normalised(heading) for heading in group.printed_headings
                    ]:
                        return True
        return False

    def _begin(self, group: Matrix | Grid, columns: list[tuple[int, Option]], row: Row) -> bool:
        if isinstance(group, Matrix):
            has_all = len(columns) == len(group.columns)
            if not has_all and (self.sheet.is_ours or not _are_good_and_bad(columns)):
                return False
            self.close()
            order = {column.id: place for place, column in columns}
            self._columns = [(order.get(column.id, -1), column) for column in group.columns]
            self._texts = self._text_places(group, row)
            is_usual = not self.sheet.is_ours
            self._table = HeadedTable(group, self.words, self.sheet, is_usual)
            return True
        named = [normalised(column.label) for column in group.columns]
        others = [
            text for cell in row.cells if (text := normalised(cell.text)) and text not in named
        ]
        if others and others != [normalised(group.corner)]:
            return False
        self._grid, self._columns = group, columns
        return True

    def _begins_turned(self, group: Grid, row: Row) -> bool:
        """Return whether a row has but the labels of a grid, as headings."""
        places = _columns_in(row, group.rows)
        others = [cell for cell in row.cells[1:] if normalised(cell.text)]
        first = normalised(row.cells[0].text)
        if self.sheet.is_ours or not len(places) == len(others) >= _LEAST_COLUMNS:
            return False
        if first not in ("", normalised(group.corner)):
            return False
        self._turned = places
        return True

    def _begin_choice(self, group: Choice, row: Row) -> None:
        if not self._is_ticked_on_its_line(group, row):
            self.close()
            self._table = HeadedTable(group, self.words, self.sheet)

    def _columns_named(self, group: Matrix | Grid, row: Row) -> list[tuple[int, Option]]:
        """Return the columns that a row names, marks also by what they are usually called."""
        columns = _columns_in(row, group.columns)
        is_usual = isinstance(group, Matrix) and not self.sheet.is_ours
        if is_usual and len(columns) < len(group.columns):
            return _marks_in(row, group.columns) or columns
        return columns

    def _is_ticked_on_its_line(self, group: Choice, row: Row) -> bool:
        """Read a choice whose options stand beside its label: "Type of document | Strategy ☒"."""
        beside = [one for cell in row.cells[1:] for one in cell.paragraphs if one.text.strip()]
        text = "\n".join(one.text for one in beside)
        if boxes_in(text, group.options, allows_several=True) is None:
            return False
        self.sheet.know(row.cells[0].paragraphs)
        give_boxes(self.sheet, group.id, beside, group.options)
        know_boxes(self.sheet, Cell(tuple(beside)), group.options)
        return True

    def _text_places(self, group: Matrix, header: Row) -> list[int]:
        """Return where each column of texts of a matrix is; the only other column is the only one.

        A column that the paper has not is nowhere.
        """
        named = dict(header.placed())
        free = [place for place in list(named)[1:] if place not in dict(self._columns)]
        by_words = {normalised(named[place].text): place for place in free}
        places = [by_words.get(normalised(column.label), -1) for column in group.texts]
        if places == [-1] and len(free) == 1:
            return free
        return places

    def _contacts(self, grid: Grid, row: Row) -> bool:
        """Read a row of labels and values below the columns of a grid."""
        label: Option | None = None
        read = False
        left: list[Cell] = []
        for place, cell in row.placed():
            column = _column_at(place, self._columns)
            found = next(
                (
                    (one, rest)
                    for one in grid.rows
                    if (rest := _said_behind(cell.text, one)) is not None
                ),
                None,
            )
            if found is not None:
                label, rest = found
                read = True
                self.sheet.know(cell.paragraphs, label.label)
                if rest:
                    said = typed(rest, cell.paragraphs)
                    self._keep_answer(grid, column or self._columns[0][1], label, said)
                elif column is not None:
                    self.sheet.asked.add(f"{grid.id}.{column.id}.{label.id}")
            elif label is not None and column is not None and cell.text.strip():
                self._keep_answer(grid, column, label, cell.paragraphs)
            elif cell.text.strip():
                left.append(cell)
        if read:
            for cell in left:
                self.sheet.not_read(cell.text)
        return read

    def _keep_answer(
        self, grid: Grid, column: Option, row: Option, paragraphs: tuple[Paragraph, ...]
    ) -> None:
        self.sheet.give(f"{grid.id}.{column.id}.{row.id}", paragraphs)

    def _labels(self, row: Row) -> None:
        """Read cells from left to right: a label, then its answer in the same cell or the next."""
        question: Question | None = None
        said: list[Paragraph] = []
        for cell in row.cells:
            found = None if self._signs(cell) else self.words.question_in(cell.text)
            if found is not None:
                self._answer(question, said)
                question, rest = found
                self.sheet.know(cell.paragraphs, cell.text.removesuffix(rest))
                said = list(self._behind_question(question, rest, cell))
                self._signed = None
            elif question is not None:
                said.extend(one for one in cell.paragraphs if one.text.strip())
            elif not self._signature(cell) and cell.text.strip():
                self._unread(cell)
        self._answer(question, said)

    def _signs(self, cell: Cell) -> bool:
        """Return whether a cell names a column of the signature that stands before it: "Date:"."""
        columns = self._signed[0].columns if self._signed is not None else ()
        return any(normalised(cell.text) == normalised(column.label) for column in columns)

    def _behind_question(self, question: Question, rest: str, cell: Cell) -> tuple[Paragraph, ...]:
        """Return the answer after a question in the same cell, without the form's help."""
        rest = rest.lstrip(" \t\u00a0:?.)").strip()
        lines = [line.strip() for line in rest.split("\n") if line.strip()]
        helped = self.words.lines_of_help(lines, question)
        self.sheet.know(cell.paragraphs, "\n".join(lines[:helped]))
        lines = lines[helped:]
        if not lines:
            return ()
        whole = [one for one in cell.paragraphs if one.text.strip()]
        own = tuple(whole[-len(lines) :])
        if [one.text.strip() for one in own] == lines:
            return own
        return typed("\n".join(lines), cell.paragraphs)

    def _answer(self, question: Question | None, said: list[Paragraph]) -> None:
        if question is None:
            return
        boxes = question.boxes(self.words.form)
        if boxes:
            give_boxes(self.sheet, question.id, said, boxes)
            know_boxes(self.sheet, Cell(tuple(said)), boxes)
        else:
            self.sheet.give(question.id, said)

    def _signature(self, cell: Cell) -> bool:
        """Read a label or value of a grid printed as pairs, such as "Date:"."""
        for grid in (group for group in self.words.groups if isinstance(group, Grid)):
            for option in grid.rows:
                rest = _said_behind(cell.text, option)
                if rest is not None and len(normalised(option.label)) > len("telephone"):
                    self._signed = grid, option
                    self.sheet.know(cell.paragraphs, option.label)
                    self._columns = [(0, grid.columns[0])]
                    if rest:
                        said = typed(rest, cell.paragraphs)
                        self._keep_answer(grid, grid.columns[0], option, said)
                    return True
        if self._signed is None:
            return False
        grid, option = self._signed
        for column in grid.columns:
            rest = behind(cell.text, column.label)
            if rest is not None:
                self._columns = [(0, column)]
                self.sheet.know(cell.paragraphs, column.label)
                if rest:
                    self._keep_answer(grid, column, option, typed(rest, cell.paragraphs))
                return True
        if cell.text.strip():
            self._keep_answer(grid, self._columns[0][1], option, cell.paragraphs)
        return True

    def _unread(self, cell: Cell) -> None:
        text = cell.text
        if self.words.is_own_line(text) or mark_of(text) is False or self.words.is_number(text):
            self.sheet.know(cell.paragraphs)
            return
        self.sheet.not_read(text)


def _said_behind(text: str, label: Option) -> str | None:
    """Return what stands behind a label, None where a longer one begins with its words.

    "Name of Director: A. Person" is another label than "Name".
    """
    rest = behind(text, label.label)
    return None if rest is not None and _LONGER_LABEL.match(rest) else rest


def _columns_in(row: Row, columns: tuple[Option, ...]) -> list[tuple[int, Option]]:
    """Return the columns that a row names, with their places in the grid."""
    by_words = {normalised(column.label): column for column in columns}
    return [
        (place, column)
        for place, cell in row.placed()
        if len(cell.text) <= _LABEL_LENGTH and (column := by_words.get(normalised(cell.text)))
    ]


def _marks_in(row: Row, columns: tuple[Option, ...]) -> list[tuple[int, Option]]:
    """Return the columns that a row names by what such marks are usually called."""
    by_words = {normalised(column.label): column for column in columns}
    found = [
        (place, column)
        for place, cell in list(row.placed())[1:]
        if (column := by_words.get(normalised(cell.text)) or column_called(cell.text, columns))
    ]
    return found if len({column.id for _, column in found}) == len(found) else []


def _are_good_and_bad(columns: list[tuple[int, Option]]) -> bool:
    """Return whether columns of marks are at least those for good and for bad effects."""
    return {"positive", "negative"} <= {mark_called(column.label) for _, column in columns}


def _column_at(place: int, columns: list[tuple[int, Option]]) -> Option | None:
    """Return the column that a cell is below: the last one that begins at its place or before."""
    before = [column for start, column in columns if start <= place]
    if before:
        return before[-1]
    return columns[0][1] if columns else None
