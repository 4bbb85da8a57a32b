"""Edits to the rows that are added to tables of a form; one can be made an action of the plan."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from plan.changes.change import Change, RowChange, row_added, row_edited, row_removed
from plan.changes.edits.adding import add_action
from plan.changes.edits.assessment import cleaned_answer
from plan.changes.edits.fields import cleaned_value
from plan.changes.edits.placing import merged, rank_at
from plan.model.open_rows import ROW_KEY_LENGTH, row_of
from plan.model.plan import Plan
from plan.model.rows import Action, Answer, answer_id, new_id
from plan.papers.markdown import plain_of
from plan.papers.typed_text import shown_of, typed_plainly

if TYPE_CHECKING:
    from plan.council.form_groups import Rows
    from plan.reading.answered_form import AnsweredForm, OpenRow


def add_form_row(
    answered: "AnsweredForm", assessment_id: str, table: "Rows", place: int, text: str = ""
) -> Change:
    """Return the change that adds a row to a table of a form at position `place` (0 is first).

    `text` is the answer in the first column that is answered in words.
    """
    rows = answered.open_rows[table.id]
    key = new_id()[:ROW_KEY_LENGTH]
    siblings, changes = _standing(assessment_id, rows)
    rank, spread = rank_at(siblings, place)
    row = _answer(assessment_id, table.question(key)).model_copy(update={"rank": rank})
    cells = table.row_fields(answered.form, answered.form.open_tables[table.id][0], key)
    cell = next((one for one in cells if not one.options), None)
    label = f"Add row {place + 1} to {table.title}"
    added = [row_added(row)]
    if text and cell is not None:
        answer = _answer(assessment_id, cell.question).as_json()
        answer["text"] = cleaned_answer(cell, text)
        added.append(row_added(Answer.model_validate(answer)))
    return Change(label=label, rows=(*merged((*changes, *spread)), *added))


def move_form_row(
    assessment_id: str, rows: "Sequence[OpenRow]", row: "OpenRow", place: int
) -> Change:
    """Return the change that moves a row of a table to position `place` among the others."""
    label = f"Move row {row.number} of {row.table.title} to {place + 1}"
    if rows.index(row) == place:
        return Change(label=label, rows=())
    siblings, changes = _standing(assessment_id, rows)
    moved = siblings[rows.index(row)]
    rank, spread = rank_at([one for one in siblings if one is not moved], place)
    edited = row_edited(moved, rank=rank)
    return Change(label=label, rows=merged((*changes, *spread, edited)))


def delete_form_row(plan: Plan, assessment_id: str, row: "OpenRow") -> Change:
    """Return the change that deletes a row of a table, with what is answered in it."""
    answers = plan.answers_of(assessment_id)
    removed = (
        row_removed(answer) for question, answer in answers.items() if row_of(question) == row.id
    )
    return Change(label=f"Delete row {row.number} of {row.table.title}", rows=tuple(removed))


def make_action(plan: Plan, assessment_id: str, row: "OpenRow", aim_id: str) -> Change:
    """Return the change that makes a row of a form an action of the plan, the last of an aim.

    The row remembers which; what its columns say becomes the fields that its form names.
    """
    answers, table = plan.answers_of(assessment_id), row.table
    columns = table.action.by_field if table.action is not None else {}
    kinds = {column.id: column.answered for column in table.columns}

    def typed(field: str) -> str:
        answer = answers.get(table.question(row.key, columns[field]))
        text = answer.text if answer is not None else ""
        is_prose = kinds[columns[field]].is_prose
        if field == "text":
            return shown_of(text) if is_prose else typed_plainly(text)
        return plain_of(text) if is_prose else text

    made = add_action(plan, aim_id, len(plan.actions_of(aim_id)))
    added = made.rows[-1]
    values = {name: cleaned_value("actions", name, typed(name)) for name in columns}
    action = row_added(Action.model_validate({**(added.after or {}), **values}))
    own = answers.get(row.id)
    if own is None:
        linked = row_added(_answer(assessment_id, row.id).model_copy(update={"action": added.id}))
    else:
        linked = row_edited(own, action=added.id)
    label = f"Make row {row.number} of {table.title} an action"
    return Change(label=label, rows=(*made.rows[:-1], action, linked))


def _standing(
    assessment_id: str, rows: "Sequence[OpenRow]"
) -> tuple[list[Answer], tuple[RowChange, ...]]:
    """Return the answers that stand for rows, each with a rank, and the changes that store them."""
    known = [row.answer for row in rows]
    if all(answer is not None and answer.rank for answer in known):
        return [answer for answer in known if answer is not None], ()
    standing: list[Answer] = []
    changes: list[RowChange] = []
    for row in rows:
        before = row.answer or _answer(assessment_id, row.id)
        rank, _ = rank_at(standing, len(standing))
        after = before.model_copy(update={"rank": rank})
        standing.append(after)
        if row.answer is None:
            changes.append(row_added(after))
        elif row.answer.rank != rank:
            changes.append(row_edited(row.answer, rank=rank))
    return standing, tuple(changes)


def _answer(assessment_id: str, question: str) -> Answer:
    return Answer(id=answer_id(assessment_id, question), parent=assessment_id, question=question)
