"""Tables of a form with two labels to a row, and whether a table begins with a row of headings."""

import re
from collections.abc import Sequence
from dataclasses import replace

from importers.learning.form_questions import INSTRUCTS, is_in_italics, text_of
from importers.learning.personal import E_MAIL, TELEPHONE
from importers.wording import is_bold, is_date
from plan.papers.blocks import Cell, Paragraph, Table
from plan.papers.paragraph_parts import lines_apart

_COUNTER = re.compile(
    r"\(?(?:Q(?:uestion)?\s*)?(?:\d{1,2}(?:\.\d{1,2})*[a-z]?|[a-z])[.):]?", re.IGNORECASE
)
_COUNTED = 3
"""Cells of a row with a number, a question and its answer."""
_TWICE, _ONCE = 4, 2
"""Cells of a row with two labels and what they say, and of one with one."""
_LONGEST_LABEL = 60
_SHORT = 30
_SENTENCE = re.compile(r"\S+(?:\s+\S+){2,}[.!]\s*\Z")
_REFERENCE = re.compile(r"\b[A-Z]{1,5}[-/]?\d{2,}|\d{3,}|£\s?\d", re.IGNORECASE)


def are_labelled_twice(table: Table, rows: Sequence[Sequence[Cell]]) -> bool:
    """Return whether the rows have two labels each, with what they say beside them.

    A row may have but one, with a text over the rest of the width.
    """
    full = [row for row in rows if len(row) == _TWICE]
    if not full or any(len(row) not in (_ONCE, _TWICE) for row in rows):
        return False
    if len(full) < len(rows) and any(row[-1].span < _TWICE - 1 for row in rows if row not in full):
        return False
    return _says_so(rows, full) or (_may_be_pairs(table, rows) and _looks_so(rows, full))


def with_numbers_in_labels(rows: list[list[Cell]]) -> list[list[Cell]]:
    """Return rows of a number, a question and an answer as pairs; others as they are."""
    numbers = [text_of(row[0]) for row in rows]
    is_counted = all(_COUNTER.fullmatch(one) for one in numbers) and len(set(numbers)) == len(rows)
    if any(len(row) != _COUNTED or not text_of(row[1]) for row in rows) or not is_counted:
        return rows
    return [[_counted(row[1], one), row[2]] for row, one in zip(rows, numbers, strict=True)]


def _counted(cell: Cell, number: str) -> Cell:
    first, *others = [one for one in cell.blocks if isinstance(one, Table) or one.text.strip()]
    counted = replace(first, label=number) if isinstance(first, Paragraph) else first
    return replace(cell, blocks=(counted, *others))


def label_and_answer(
    asked: Cell, answer: Cell, *, is_blank: bool
) -> tuple[tuple[Paragraph, ...], tuple[Paragraph, ...]]:
    """Return what asks and what answers in two cells.

    Where the second is blank in a form that is not, further lines below the label may be the
    answer: they are guidance where they tell what to do or stand in italics.
    """
    lines = [one for paragraph in asked.paragraphs for one in lines_apart(paragraph)]
    lines = [one for one in lines if one.text.strip()]
    others = lines[1:]
    is_told = all(INSTRUCTS.search(one.text) or is_in_italics(one) for one in others)
    if is_blank or answer.text.strip() or is_told:
        return asked.paragraphs, answer.paragraphs
    return tuple(lines[:1]), tuple(others)


def second_label(row: Sequence[Cell]) -> str:
    """Return the second label of a row, empty where it has but one."""
    return text_of(row[2]) if len(row) == _TWICE else ""


def has_header(table: Table, rows: Sequence[Sequence[Cell]]) -> bool:
    """Return whether a table begins with headings, not with what somebody answered."""
    return _is_header(table, rows[0]) or not any(_reads_as_answer(text_of(c)) for c in rows[0])


def _says_so(rows: Sequence[Sequence[Cell]], full: Sequence[Sequence[Cell]]) -> bool:
    """Return whether the words of the labels say that they are: "Date" again and again, colons."""
    if len(full) < len(rows):
        return False
    thirds = [text_of(row[2]) for row in full]
    named = [text for text in thirds if text]
    is_repeated = len(set(named)) < len(named)
    is_label = bool(named) and all(len(text) <= _SHORT for text in named)
    dated = bool(named) and all(text.rstrip(":").casefold() == "date" for text in named)
    ends = sum(text.endswith(":") for text in (*named, *(text_of(row[0]) for row in rows)))
    return is_label and (is_repeated or dated or ends > len(rows))


def _may_be_pairs(table: Table, rows: Sequence[Sequence[Cell]]) -> bool:
    labels = [text_of(row[n]) for row in rows for n in range(0, len(row) - 1, 2)]
    filled = [text for text in labels if text]
    are_short = all(len(one) <= _LONGEST_LABEL and not _reads_as_answer(one) for one in filled)
    return not _is_header(table, rows[0]) and are_short and len(set(filled)) == len(filled)


def _looks_so(rows: Sequence[Sequence[Cell]], full: Sequence[Sequence[Cell]]) -> bool:
    """Return whether the look of the cells, or what the first row says, shows labels and texts."""
    if len(full) < len(rows):
        return True
    is_shown = all(
        _is_marked(row[0]) and _is_marked(row[2]) and not _is_marked(row[1]) for row in full
    )
    first = full[0]
    return is_shown or _reads_as_answer(text_of(first[1])) or _reads_as_answer(text_of(first[3]))


def _is_header(table: Table, first: Sequence[Cell]) -> bool:
    filled = [cell for cell in first if cell.text.strip()]
    return table.rows[0].is_header or all(map(_is_marked, filled))


def _is_marked(cell: Cell) -> bool:
    return bool(cell.fill) or (
        bool(cell.text.strip()) and all(is_bold(one) for one in cell.paragraphs if one.text.strip())
    )


def _reads_as_answer(text: str) -> bool:
    """Return whether words can hardly be a heading: a date, a sentence, a reference, an address."""
    return (
        is_date(text)
        or _SENTENCE.search(text) is not None
        or _REFERENCE.search(text) is not None
        or E_MAIL.search(text) is not None
        or TELEPHONE.search(text) is not None
    )
