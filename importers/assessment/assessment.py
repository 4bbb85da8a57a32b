"""Reads an equality impact assessment: the answers to a form, found by the form's words."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from importers.assessment.answers import AnswerSheet
from importers.assessment.answers_below import AnswersBelow
from importers.assessment.form_words import FormWords, column_places
from importers.assessment.headed_tables import HeadedTable
from importers.assessment.loose_rows import LooseRows
from importers.assessment.tick_boxes import CROSSES, TICKS, has_sign, unmarked
from importers.remarks import Remark
from importers.unread import is_filled, unread_remark
from plan.council.form import Form
from plan.council.form_groups import FormPart, Grid, Matrix, Rows
from plan.model.outline import AssessmentOutline
from plan.model.rows import Answer
from plan.papers.blocks import Block, Paragraph, Table
from plan.reading.answered_form import AnsweredForm
from plan.text.line_breaks import counted

_MOST_NAMED = 3
_LEAST_SHARE = 3
"""A third of a form's questions must be asked by a paper on it."""
_UNNAMED_SHARE = 2
"""Half of them, where the form has a title of its own that the paper does not name.

Or fewer, if the paper asks little besides: what is not read is less than what is.
"""
_ANY_TITLE = re.compile(
    r"(?:full |rapid |initial )?(?:(?:equalit(?:y|ies)|integrated|human rights|fairness|diversity)"
    r"(?:,? (?:and |& )?)?){1,4}(?: ?impact)? assessment(?: (?:form|report|template))?",
    re.IGNORECASE,
)
"""What most councils call their form, so that the title says nothing of which it is."""
_FORM_ROLES = frozenset(
    {"form-title", "form-header", "form-question", "form-help", "form-answer", "form-mark"}
)


def read_assessment(
    blocks: Sequence[Block], forms: Sequence[Form]
) -> tuple[AssessmentOutline, tuple[Remark, ...]]:
    """Return the assessment in `blocks`, and remarks on what was not read in it.

    Its form is the one of `forms`, at least one, with the most questions found.
    """
    return _read(_best_sheet(blocks, forms))


class ReadForm(NamedTuple):
    """An assessment with remarks on it, and what it was not seen to ask of its form's questions."""

    outline: AssessmentOutline
    remarks: tuple[Remark, ...]
    not_asked: tuple[str, ...] = ()


def read_on_known_form(blocks: Sequence[Block], forms: Sequence[Form]) -> ReadForm | None:
    """Return the assessment in `blocks`, or None where it is on none of the forms.

    Another form may be called the same, and asks otherwise.
    """
    best = _best_sheet(blocks, forms)
    if not best.is_ours and not _is_on_it(best, blocks):
        return None
    not_asked = () if best.is_ours else tuple(one for one, _ in _missing(best))
    return ReadForm(*_read(best), not_asked)


def _best_sheet(blocks: Sequence[Block], forms: Sequence[Form]) -> AnswerSheet:
    sheets = [_marked_sheet(blocks, form) for form in forms]
    return max(sheets, key=lambda sheet: len(sheet.asked))


def _read(sheet: AnswerSheet) -> tuple[AssessmentOutline, tuple[Remark, ...]]:
    sheet.close()
    return sheet.outline, (*sheet.remarks, *_not_found(sheet))


def _is_on_it(sheet: AnswerSheet, blocks: Sequence[Block]) -> bool:
    """Return whether a paper names the form by a title of its own, or else asks what it does.

    The groups of people and who signs are alike in all forms: they say nothing of it.
    """
    is_called_like_any = _ANY_TITLE.fullmatch(sheet.form.title.strip()) is not None
    if not is_called_like_any and _is_named(sheet.form, blocks):
        return True
    asked = [
        field.question
        for field in sheet.form.fields
        if field.kind != "marks" and not isinstance(field.group, Grid)
    ]
    found = sum(question in sheet.asked for question in asked)
    if is_called_like_any:
        return found * _LEAST_SHARE >= len(asked)
    return found * _UNNAMED_SHARE >= len(asked) or _unread(sheet) <= found


def _unread(sheet: AnswerSheet) -> int:
    """Return how many texts of a paper are none of the form's questions, nor answers to them."""
    return sum(one.kind == "not understood" for one in sheet.remarks)


def _is_named(form: Form, blocks: Sequence[Block]) -> bool:
    """Return whether a paper has the form's title, where no other form is called so."""
    title = _plain(form.title)
    return any(title in _plain(one.text) for one in blocks if isinstance(one, Paragraph))


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _marked_sheet(blocks: Sequence[Block], form: Form) -> AnswerSheet:
    """Return the answers to a form, once it is known whether a ✗ is a mark in it.

    It is none where a ✓ is one; where a form has but ✗, they are taken for marks and remarked on.
    """
    sheet = _sheet(blocks, form)
    if not sheet.ticks or not has_sign(blocks, CROSSES):
        return sheet
    without = _sheet(tuple(unmarked(blocks, CROSSES)), form)
    crossed = sheet.ticked_unlike(without)
    if not crossed:
        return sheet
    if sheet.ticked_unlike(_sheet(tuple(unmarked(blocks, TICKS)), form)):
        sheet.take_ticks(without)
    else:
        answers = counted(len(crossed), "answer")
        text = f"✗ was read as a mark in {answers}, as no ✓ is one in this form. Check them."
        sheet.remarks.append(Remark("oddity", form.short, text))
    return sheet


def _sheet(blocks: Sequence[Block], form: Form) -> AnswerSheet:
    words = FormWords(form)
    sheet = AnswerSheet(form, is_ours=is_printed_by_us(blocks))
    below = AnswersBelow(words, sheet)
    part: FormPart | None = None
    unread: list[Block] = []
    for block in _unpacked(blocks):
        if isinstance(block, Table):
            if below.read_table(block):
                continue
            below.close()
            _read_table(block, words, sheet, part)
            continue
        if below.read(block):
            continue
        part = words.part_at(block) or part
        if words.is_own_line(block.text):
            sheet.know((block,))
        else:
            unread.append(block)
    below.close()
    sheet.remarks.extend(unread_remark(unread, form.short))
    return sheet


def _unpacked(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield the blocks; a table that only lays others out on the page gives its content."""
    for block in blocks:
        if isinstance(block, Table) and _lays_out(block):
            for row in block.rows:
                for cell in row.cells:
                    yield from _unpacked(cell.blocks)
        else:
            yield block


def _lays_out(table: Table) -> bool:
    """Return whether a table has others in it, and no row of which two cells say anything."""
    cells = [[cell for cell in row.cells if any(map(is_filled, cell.blocks))] for row in table.rows]
    is_one_column = all(len(filled) <= 1 for filled in cells)
    return is_one_column and any(
        isinstance(block, Table) for filled in cells for cell in filled for block in cell.blocks
    )


def is_printed_by_us(blocks: Sequence[Block]) -> bool:
    """Return whether this program printed an assessment: it has our styles."""
    return any(
        paragraph.role in _FORM_ROLES
        for block in blocks
        for paragraph in ((block,) if isinstance(block, Paragraph) else _first_cells(block))
    )


def _first_cells(table: Table) -> tuple[Paragraph, ...]:
    return tuple(p for row in table.rows[:1] for cell in row.cells for p in cell.paragraphs)


def _read_table(table: Table, words: FormWords, sheet: AnswerSheet, part: FormPart | None) -> None:
    """Read a table by place below a header row of the form, else by its words."""
    groups = [
        HeadedTable(
            group,
            words,
            sheet,
            takes_usual_names=isinstance(group, Matrix) and not sheet.is_ours,
            places=column_places(group, table.rows[0]) if isinstance(group, Rows) else (),
        )
        for group in words.headed(table, part)
    ]
    loose = LooseRows(words, sheet)
    if any(isinstance(one.group, Grid) for one in groups):
        loose.begin(table.rows[0])
    if groups:
        sheet.know([one for cell in table.rows[0].cells for one in cell.paragraphs])
    for row in table.rows[1:] if groups else table.rows:
        taken = any(group.read(row) for group in groups) or any(one.shows(row) for one in groups)
        if not taken:
            loose.read(row)
    for group in groups:
        group.close()
    loose.close()


def _not_found(sheet: AnswerSheet) -> tuple[Remark, ...]:
    """Return a remark on the questions of the form that the paper lacks, none if it has all."""
    missing = [label for _, label in _missing(sheet)]
    if not missing or not sheet.asked:
        return ()
    names = ", ".join(f"“{label}”" for label in missing[:_MOST_NAMED])
    left = len(missing) - _MOST_NAMED
    more = f" and {counted(left, 'other')}" if left > 0 else ""
    text = f"Not found in the paper: {names}{more}."
    return (Remark("oddity", sheet.form.short, text),)


def _missing(sheet: AnswerSheet) -> list[tuple[str, str]]:
    """Return the questions and tables of the form that the paper lacks, with their labels."""
    read = {
        one.question: Answer.model_construct(
            id="read", question=one.question, text=one.text, ticks=one.ticks
        )
        for one in sheet.outline.answers
    }
    answered = AnsweredForm(sheet.form, read)
    asked = [field for field in sheet.form.fields if answered.asks(field.question)]
    missing = [(one.question, one.label) for one in asked if one.question not in sheet.asked]
    tables = sheet.form.open_tables.items()
    return missing + [
        (name, table.title)
        for name, (_, table) in tables
        if name not in sheet.asked and answered.asks(name)
    ]
