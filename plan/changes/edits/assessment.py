"""Edits to the equality impact assessments and their answers."""

from typing import TYPE_CHECKING

from plan.changes.change import Change, RowChange, row_added, row_edited, row_removed
from plan.changes.edits.placing import copied_below, rank_at
from plan.model.plan import Plan
from plan.model.rows import Answer, Assessment, answer_id, new_id
from plan.papers.own_fields import cleaned_own
from plan.papers.typed_text import stored_of
from plan.text.clean import clean_line

if TYPE_CHECKING:
    from plan.council.form import Form
    from plan.council.form_groups import FormField


def add_assessment(plan: Plan, form: "Form") -> Change:
    """Return the change that adds a blank assessment after the others."""
    rank, spread = rank_at(plan.assessments, len(plan.assessments))
    assessment = Assessment(id=new_id(), parent=plan.cover.id, rank=rank, form=form.id)
    return Change(label=f"Add an assessment ({form.name})", rows=(*spread, row_added(assessment)))


def duplicate_assessment(plan: Plan, assessment_id: str) -> Change:
    """Return the change that adds a copy of an assessment, with its answers, below it."""
    assessment = plan.assessment_rows[assessment_id]
    number = plan.assessments.index(assessment) + 1
    copy_id = new_id()
    copy = copied_below(assessment, plan.assessments, copy_id)
    answers = (
        row_added(
            answer.model_copy(update={"id": answer_id(copy_id, answer.question), "parent": copy_id})
        )
        for answer in plan.answers_of(assessment_id).values()
    )
    return Change(label=f"Duplicate assessment {number}", rows=(*copy, *answers))


def delete_assessment(plan: Plan, assessment_id: str) -> Change:
    """Return the change that deletes an assessment and its answers."""
    assessment = plan.assessment_rows[assessment_id]
    number = plan.assessments.index(assessment) + 1
    answers = (row_removed(answer) for answer in plan.answers_of(assessment_id).values())
    return Change(label=f"Delete assessment {number}", rows=(*answers, row_removed(assessment)))


def set_answer(plan: Plan, assessment_id: str, field: "FormField", typed: str) -> Change:
    """Return the change that sets the written answer to a question."""
    answer = _answer(plan, assessment_id, field)
    clean = cleaned_answer(field, typed, answer.text)
    return _changed(plan, answer, f"Answer {field.label}", text=clean)


def cleaned_answer(field: "FormField", typed: str, before: str = "") -> str:
    """Return what is kept of what was typed as an answer, cleaned as its kind requires."""
    if field.own is not None:
        return cleaned_own(field.own, typed)
    return stored_of(typed, before) if field.answered.is_prose else clean_line(typed)


def tick(plan: Plan, assessment_id: str, field: "FormField", option: str) -> Change:
    """Return the change that ticks a box, or unticks it if it is ticked.

    In a yes-or-no question, a matrix row or boxes printed side by side, only one stays ticked.
    """
    answer = _answer(plan, assessment_id, field)
    ticks = () if answer.ticks == (option,) else (option,)
    return _changed(plan, answer, f"Tick {field.label}", ticks=ticks)


def set_ticks(plan: Plan, assessment_id: str, field: "FormField", ticks: tuple[str, ...]) -> Change:
    """Return the change that ticks exactly these boxes of a question, in the form's order.

    Those that the form has no more come last.
    """
    answer = _answer(plan, assessment_id, field)
    known = [option.id for option in field.options]
    gone = [tick for tick in answer.ticks if tick not in known]
    ordered = tuple(one for one in (*known, *gone) if one in ticks)
    return _changed(plan, answer, f"Tick {field.label}", ticks=ordered)


def _answer(plan: Plan, assessment_id: str, field: "FormField") -> Answer:
    return plan.answers_of(assessment_id).get(field.question) or Answer(
        id=answer_id(assessment_id, field.question), parent=assessment_id, question=field.question
    )


def _changed(plan: Plan, answer: Answer, label: str, **fields: object) -> Change:
    change = row_edited(answer, **fields)
    if change.before == change.after:
        return Change(label=label, rows=())
    if answer.id not in plan.answer_rows:
        change = RowChange(table=change.table, id=change.id, before=None, after=change.after)
    return Change(label=label, rows=(change,))
