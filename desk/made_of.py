"""What an action was made of: a row of a form, in words."""

from plan.council.format import FormatError
from plan.model.open_rows import OPEN_ROW
from plan.model.plan import Plan
from plan.model.rows import Answer
from plan.reading.answered_form import AnsweredForm
from store.formats import form_for


def row_in_words(plan: Plan, row: Answer) -> str:
    """Return where the row of a form stands that was made an action.

    Such as "assessment 2, Actions to mitigate, row 3".
    """
    assessment = plan.assessment_rows[row.parent]
    number = plan.assessments.index(assessment) + 1
    first = f"assessment {number}" if len(plan.assessments) > 1 else "the assessment"
    try:
        form = form_for(assessment.form)
    except FormatError:
        return f"{first}, {row.question.partition(OPEN_ROW)[0]}"
    found = AnsweredForm(form, plan.answers_of(row.parent)).row_of(row.question)
    if found is None:
        return f"{first}, {row.question.partition(OPEN_ROW)[0]}"
    return f"{first}, {found.table.title}, row {found.number}"
