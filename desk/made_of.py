"""What an action was made of: a row of a form, in words."""

from contextlib import suppress

from plan.council.format import FormatError
from plan.model.open_rows import OPEN_ROW, numbered_rows, row_key, rows_in_order
from plan.model.plan import Plan
from plan.model.rows import Answer
from store.formats import form_for


def row_in_words(plan: Plan, row: Answer) -> str:
    """Return where the row of a form stands that was made an action.

    Such as "assessment 2, Actions to mitigate, row 3".
    """
    assessment = plan.assessment_rows[row.parent]
    place = plan.assessments.index(assessment) + 1
    first = f"assessment {place}" if len(plan.assessments) > 1 else "the assessment"
    answers = plan.answers_of(row.parent)
    ranks = {question: answer.rank for question, answer in answers.items()}
    number = row_key(numbered_rows(rows_in_order(answers, ranks)).get(row.question, ""))
    title = row.question.partition(OPEN_ROW)[0]
    with suppress(FormatError, KeyError):  # the form cannot be used, or has no such table any more
        title = form_for(assessment.form).open_tables[title][1].title
    return ", ".join(filter(None, (first, title, number and f"row {number}")))
