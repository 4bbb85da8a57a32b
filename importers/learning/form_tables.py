"""What the tables of a form are: questions, a matrix of marks, boxes, rows to be filled in."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from importers.assessment.tick_boxes import mark_of
from importers.learning.column_widths import column_widths
from importers.learning.form_marks import are_marks, has_marks, mark_columns
from importers.learning.form_pairs import (
    are_labelled_twice,
    has_header,
    label_and_answer,
    second_label,
    with_numbers_in_labels,
)
from importers.learning.form_questions import (
    BOX,
    AskedFor,
    Boxes,
    Label,
    asks_for_words,
    boxes_of,
    is_counted,
    label_parts,
    text_of,
)
from importers.learning.named_rows import are_named_by_form
from importers.learning.names import SHORT_ID, short_label
from importers.learning.toml_text import Values
from importers.wording import is_bold, is_date
from plan.papers.blocks import Cell, Table
from plan.text.clean import clean_line

_PAGE = 160
_TICK = re.compile(r"\b(?:tick|select|check|choose|type of|mark)\b", re.IGNORECASE)
_QUESTION = re.compile(r"\b(?:question|answer|response|details?|comments?)\b", re.IGNORECASE)
_LABELLED = re.compile(r"(?P<label>[^:\n]{2,70}:)\s*(?P<text>.*)", re.DOTALL)
_LABELS = re.compile(
    r"\b(?:areas?|groups?|characteristics?|dut(?:y|ies)|articles?|questions?|topics?|themes?|aspects?"
    r"|impacts?|effects?|criteri(?:a|on)|rights?|categor(?:y|ies)|types?|considerations?|principles?"
    r"|domains?|factors?|evidence|sources?|affected|indicators?|outcomes?|standards?|elements?)\b",
    re.IGNORECASE,
)
"""The heading of a column in which the form itself names what is asked about."""
_NAMED = re.compile(
    r"\b(?:name|officer|person|who|post|role|job|organisation|partner)s?\b", re.IGNORECASE
)
"""The heading of a column that names people."""
_BARE_NUMBER = re.compile(r"\d{0,2}[.)]?")
_NUMBERED = re.compile(r"(?:no|number|ref|item|#)?\W*", re.IGNORECASE)
"""The heading of a column in which rows are numbered."""
_OPEN = re.compile(
    r"\b(?:who|when|responsible|by when|action|deadline|owner|mitigat)", re.IGNORECASE
)
_STATES = re.compile(r"\bother\b.*(?:state|specify)|please (?:state|specify)", re.IGNORECASE)
_OF_ACTION = {
    "text": re.compile(
        r"\b(?:action|what will be done|to be done|task|step|mitigat)", re.IGNORECASE
    ),
    "leads": re.compile(r"\b(?:who|responsib|lead|owner)", re.IGNORECASE),
    "timescale": re.compile(r"\b(?:when|deadline|timescale|date)", re.IGNORECASE),
}
"""Which heading says which field of an action."""
_FEW, _LONGEST_LABEL = 3, 7
_PAIR = 2
"""Cells of a row with a question and its answer."""


@dataclass(frozen=True)
class FormTables:
    """Reads the tables of a part of a form: `heading` is printed above it, `label` says which."""

    found: AskedFor
    heading: str
    label: str

    def groups(self, table: Table) -> list[Values]:
        """Return the groups of a form that a table is, none for one that asks nothing."""
        rows = with_numbers_in_labels([list(row.cells) for row in table.rows if row.cells])
        inner = [
            one for row in rows for cell in row for one in cell.blocks if isinstance(one, Table)
        ]
        if inner and len(rows) <= _FEW and not any(len(row) > 1 for row in rows):
            return [group for one in inner for group in self.groups(one)]
        width = max((len(row) for row in rows), default=0)
        if width == 1:
            return self._single(rows)
        if are_labelled_twice(table, rows):
            return self._labelled_twice(rows)
        if width != _PAIR and not self._has_header(table, rows):
            return []
        if self._is_matrix(rows):
            return self._matrix(table, rows)
        return self._pairs(table, rows) if width == _PAIR else self._rows(table, rows)

    def _has_header(self, table: Table, rows: Sequence[Sequence[Cell]]) -> bool:
        """Return whether a table begins with headings; where that is doubtful the officer says."""
        if has_header(table, rows):
            return True
        place = f"the first row under {self.heading}"
        words = " | ".join(text_of(cell) for cell in rows[0])
        if self.found.asked.yes("lines", place, words, usual=False):
            return True
        for row in rows:
            for cell in row:
                self.found.keep(self.heading, cell.text.strip())
        return False

    # A question to a row

    def _single(self, rows: Sequence[Sequence[Cell]]) -> list[Values]:
        """Return the questions of a table with one cell to a row, the answer in it or below it."""
        cells = [row[0] for row in rows]
        asked = [_asks(cell) for cell in cells]
        if any(asked) and not any(_has_answer_beside(cell) for cell in cells):
            return [self._answers_below(cells, asked)]
        return self._questions([one for row in rows for one in self._in_cell(row[0])])

    def _answers_below(self, cells: Sequence[Cell], asked: Sequence[bool]) -> Values:
        """Return questions that stand in a cell each, with their answers in the cells below."""
        questions: list[Values] = []
        for place, cell in enumerate(cells):
            if not asked[place]:
                continue
            label = label_parts(cell.paragraphs[:1])
            end = next((n for n in range(place + 1, len(cells)) if asked[n]), len(cells))
            below = [one for other in cells[place + 1 : end] for one in other.paragraphs]
            questions.append(self.found.question(label, (*cell.paragraphs[1:], *below)))
        title = short_label(self.label, 60)
        return {"kind": "questions", "layout": "below", "title": title, "questions": questions}

    def _in_cell(self, cell: Cell) -> Iterator[Values]:
        """Yield the questions in a cell that has both: a label with a text, or with boxes."""
        for paragraph in cell.paragraphs:
            text = clean_line(paragraph.text)
            if not text:
                continue
            boxes = boxes_of([paragraph])
            before = BOX.split(text)[0]
            if boxes is not None:
                asked, sign, _first = before.rpartition("?")
                if sign and self.found.is_yes_or_no(boxes_without(boxes, asked + sign)):
                    yield self.found.question(Label("", asked + sign), ()) | {"kind": "yes-no"}
                continue
            match = _LABELLED.fullmatch(text)
            if match is not None and len(match["label"].split()) <= _LONGEST_LABEL:
                self.found.keep(match["label"], match["text"])
                yield self._line(match["label"])

    def _line(self, label: str) -> Values:
        name = short_label(label)
        return {"id": self.found.new_id(label), "text": label, "label": name, "kind": "line"}

    def _pairs(self, table: Table, rows: Sequence[Sequence[Cell]]) -> list[Values]:
        """Return the questions of a table of two columns; a row of one cell begins another."""
        headings = _headings_of_pairs(table, rows)
        body = rows[1:] if headings else rows
        if self._is_choice(rows):
            return [self._choice(table, rows)]
        questions: list[Values] = []
        for row in body:
            questions += self._pair(row)
        return self._questions(questions, headings, table)

    def _pair(self, row: Sequence[Cell]) -> list[Values]:
        if len(row) == 1:
            return list(self._in_cell(row[0]))
        asked, answer = row[0], row[1]
        if boxes_of(asked.paragraphs) and boxes_of(answer.paragraphs):
            return [self._across(row)]
        first, second = text_of(asked), text_of(answer)
        both = [_LABELLED.fullmatch(first), _LABELLED.fullmatch(second)]
        if all(both) and not second.rstrip(" .…_").removesuffix(":").count(":"):
            made = []
            for match in filter(None, both):
                self.found.keep(match["label"], match["text"])
                made.append(self._line(match["label"]))
            return made
        above, said = label_and_answer(asked, answer, is_blank=self.found.is_blank)
        label = label_parts(above)
        return [self.found.question(label, said)] if label.text else []

    def _across(self, row: Sequence[Cell]) -> Values:
        """Return a question whose two boxes stand one to a cell, with their words."""
        labels = [label_parts(cell.paragraphs) for cell in row]
        words = [clean_line(BOX.sub("", f"{one.text} {one.help}")) for one in labels]
        number = labels[0].number
        name = short_label(words[0])
        return {
            "id": self.found.new_id(words[0]),
            **({"number": number} if number else {}),
            "label": f"{number} {name}".strip(),
            "kind": "ticks",
            "across": True,
            "options": self.found.options(words),
        }

    def _questions(
        self,
        questions: list[Values],
        headings: Sequence[str] = (),
        table: Table | None = None,
    ) -> list[Values]:
        if not questions:
            return []
        widths = column_widths(table, 2) if table is not None else [80, 80]
        return [
            {
                "kind": "questions",
                "title": short_label(self.label, 60),
                "headings": list(headings) or ["Question", "Answer"],
                "widths": widths,
                "questions": questions,
            }
        ]

    # Boxes one below another

    def _is_choice(self, rows: Sequence[Sequence[Cell]]) -> bool:
        """Return whether a table lists what is ticked: no row but the first asks for words."""
        body = rows[1:]
        if len(body) < _FEW or any(len(row) != 2 for row in body):  # noqa: PLR2004
            return False
        marks = [mark_of(row[1].text) for row in body]
        if any(mark is None for mark in marks):
            return False
        are_short = all(len(text_of(row[0])) <= 60 and "?" not in text_of(row[0]) for row in body)  # noqa: PLR2004
        has_box = any(BOX.search(row[1].text) for row in body) or any(marks)
        is_told = _TICK.search(" ".join(text_of(cell) for cell in rows[0])) is not None
        return are_short and (has_box or is_told)

    def _choice(self, table: Table, rows: Sequence[Sequence[Cell]]) -> Values:
        heading = text_of(rows[0][0])
        beside = text_of(rows[0][1]) if len(rows[0]) > 1 else ""
        options = self.found.options([text_of(row[0]) for row in rows[1:]])
        for option in options:
            if asks_for_words(option["label"]):
                option["has_text"] = True
        return {
            "kind": "choice",
            "id": self.found.new_id(heading, "choice", SHORT_ID),
            "title": short_label(heading, 60),
            "label": short_label(heading),
            "headings": [heading or "Choice", beside or "Please tick"],
            "widths": column_widths(table, 2),
            "options": options,
        }

    # Marks

    def _is_matrix(self, rows: Sequence[Sequence[Cell]]) -> bool:
        """Return whether columns of a table are marked; where it is blank the officer says so."""
        if len(rows) < _PAIR:
            return False
        marked, named = mark_columns(rows)
        if len(marked) < _PAIR:
            return False
        headings = " | ".join(text_of(cell) for cell in rows[0])
        usual = "marks" if marked != named or are_marks(rows[0], named) else "words"
        said = self.found.asked.about(
            "answers",
            self.found.place,
            headings,
            usual,
            ("marks", "words"),
            is_sure=has_marks(rows, marked),
        )
        return said == "marks"

    def _matrix(self, table: Table, rows: Sequence[Sequence[Cell]]) -> list[Values]:
        header, (marks, _) = rows[0], mark_columns(rows)
        body = [row for row in rows[1:] if len(row) == len(header) and text_of(row[0])]
        others = [n for n in range(1, len(header)) if n not in marks]
        options = self.found.options([text_of(row[0]) for row in body])
        for option in options:
            if _STATES.search(option["label"]):
                option["has_text"] = True
        columns = self.found.options([text_of(header[n]) for n in marks])
        taken = {one["id"] for one in columns}
        texts = [
            self.found.column(text_of(header[n]), [row[n].text for row in body], taken)
            for n in others
        ]
        title = text_of(header[0]) or self.label
        widths = column_widths(table, len(header))
        values: Values = {
            "kind": "matrix",
            "id": self.found.new_id(title, "matrix", SHORT_ID),
            "title": short_label(title, 60),
            "corner": text_of(header[0]) or short_label(self.label),
            "widths": [widths[n] for n in (0, *marks, *others)],
            "columns": columns,
            "rows": options,
        }
        return [{**values, **({"texts": texts} if texts else {})}]

    # Words in rows and columns

    def _grid(
        self, corner: str, columns: list[Values], rows: list[Values], widths: list[float]
    ) -> Values:
        if len(widths) != len(columns) + 1:
            widths = [_PAGE / (len(columns) + 1)] * (len(columns) + 1)
        return {
            "kind": "grid",
            "id": self.found.new_id(self.label, "grid", SHORT_ID),
            "title": short_label(self.label, 60),
            "corner": corner,
            "widths": widths,
            "columns": columns,
            "rows": rows,
        }

    def _labelled_twice(self, rows: Sequence[Sequence[Cell]]) -> list[Values]:
        """Return what rows with two labels each ask: a grid where the second is always the same."""
        seconds = [second_label(row) for row in rows]
        named = [text for text in seconds if text]
        signed = [row for row, text in zip(rows, seconds, strict=True) if text]
        if len(signed) > 1 and len(set(named)) == 1:
            for row in signed:
                self.found.keep(text_of(row[0]), row[1].text.strip())
                self.found.keep(named[0], row[3].text.strip())
            columns = [
                {"id": "name", "label": "Signed by"},
                {"id": "beside", "label": named[0]},
            ]
            labels = self.found.options([text_of(row[0]) for row in signed])
            grid = {**self._grid("Signature", columns, labels, [70, 50, 40]), "by": "row"}
            others = [row for row, text in zip(rows, seconds, strict=True) if not text]
            return [grid, *(self._labelled_twice(others) if others else [])]
        questions: list[Values] = []
        for row in rows:
            for place in range(0, len(row) - 1, 2):
                label = label_parts(row[place].paragraphs)
                if label.text:
                    answer = row[place + 1].paragraphs
                    questions.append(self.found.question(label, answer))
        return self._questions(questions)

    def _rows(self, table: Table, rows: Sequence[Sequence[Cell]]) -> list[Values]:
        """Return a table of words: its rows are the form's, or are added by the officer."""
        header = rows[0]
        body = [row for row in rows[1:] if len(row) == len(header)]
        firsts = [text_of(row[0]) for row in body]
        is_numbered = all(_BARE_NUMBER.fullmatch(text) for text in firsts) and (
            any(firsts) or _NUMBERED.fullmatch(text_of(header[0])) is not None
        )
        usual = "open" if is_numbered or _adds_rows(header, body) else "fixed"
        place = f"{self.found.place}, {short_label(self.heading)}"
        words = " | ".join(text_of(cell) for cell in header)
        said = self.found.asked.about("rows", place, words, usual, ("fixed", "open"))
        if said == "fixed":
            taken: set[str] = set()
            columns = [
                self.found.column(text_of(cell), [row[n].text for row in body], taken)
                for n, cell in enumerate(header)
                if n
            ]
            labels = self.found.options([text or "–" for text in firsts])
            grid = self._grid(text_of(header[0]) or "Question", columns, labels, [])
            return [{**grid, "by": "row", "widths": column_widths(table, len(header))}]
        return [self._open(table, header, body, is_numbered=is_numbered)]

    def _open(
        self,
        table: Table,
        header: Sequence[Cell],
        body: Sequence[Sequence[Cell]],
        *,
        is_numbered: bool,
    ) -> Values:
        """Return a table to which the officer adds rows."""
        first = 1 if is_numbered else 0
        taken: set[str] = set()
        columns = [
            self.found.column(text_of(cell), [row[n].text for row in body], taken)
            for n, cell in enumerate(header)
            if n >= first
        ]
        values: Values = {
            "kind": "rows",
            "id": self.found.new_id(self.label, "rows", SHORT_ID),
            "title": short_label(self.label, 60),
            "widths": column_widths(table, len(header)),
            "columns": columns,
        }
        if is_numbered:
            values["corner"] = text_of(header[0]) or "No."
        action = _action_of(columns)
        return {**values, **({"action": action} if action else {})}


def _action_of(columns: Sequence[Values]) -> dict[str, str]:
    """Return which columns of a row say what an action says, nothing where none says what to do."""
    found: dict[str, str] = {}
    for field, pattern in _OF_ACTION.items():
        named = [one for one in columns if pattern.search(one["label"])]
        free = [one["id"] for one in named if one["id"] not in found.values()]
        if free:
            found[field] = free[0]
    return found if "text" in found else {}


def _adds_rows(header: Sequence[Cell], body: Sequence[Sequence[Cell]]) -> bool:
    """Return whether the officer seems to add the rows of a table.

    They are the form's where each begins with a label of its own: below a heading that says what is
    asked about, or in a form that is blank otherwise.
    """
    firsts = [text_of(row[0]) for row in body]
    if not all(firsts) or len(set(firsts)) < len(firsts) or _NAMED.search(text_of(header[0])):
        return True
    if _OPEN.search(" ".join(text_of(cell) for cell in header[1:])):
        return True
    if not any(cell.text.strip() for row in body for cell in row[1:]):
        return False
    rows = [[text_of(cell) for cell in row] for row in body]
    return not (_LABELS.search(text_of(header[0])) and are_named_by_form(rows))


def _asks(cell: Cell) -> bool:
    """Return whether a cell begins with a question: by its number, or by its question mark."""
    first = next((one for one in cell.paragraphs if one.text.strip()), None)
    if first is None or first.bullet is not None or BOX.search(first.text):
        return False
    is_asked = clean_line(first.text).endswith("?")
    return is_asked or (is_counted(first) and not is_date(first.text))


def _has_answer_beside(cell: Cell) -> bool:
    """Return whether a cell holds a label with a text, or a question with its boxes."""
    return any(
        BOX.search(one.text) or _LABELLED.fullmatch(clean_line(one.text)) for one in cell.paragraphs
    )


def boxes_without(boxes: Boxes, asked: str) -> Boxes:
    """Return boxes without the question that stands before the first of them."""
    first = boxes.labels[0].removeprefix(asked).strip()
    return boxes._replace(labels=(first, *boxes.labels[1:]))


def _headings_of_pairs(table: Table, rows: Sequence[Sequence[Cell]]) -> list[str]:
    """Return the headings of a table of two columns, none where its first row asks already."""
    first = rows[0]
    if len(first) != 2 or len(rows) < 2:  # noqa: PLR2004
        return []
    texts = [text_of(cell) for cell in first]
    is_marked = table.rows[0].is_header or all(cell.fill for cell in first)
    is_marked = is_marked or all(is_bold(one) for cell in first for one in cell.paragraphs)
    is_named = all(len(text) <= 40 for text in texts) and _QUESTION.search(texts[1]) is not None  # noqa: PLR2004
    return texts if all(texts) and (is_marked or is_named) else []
