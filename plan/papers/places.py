"""Where in the paper a finding or a comment is: a path to print, and what Enter opens."""

from plan.council.form import Form
from plan.council.form_groups import FormPart
from plan.model.fields import TableName
from plan.model.finding import Place
from plan.model.open_rows import OPEN_ROW
from plan.model.plan import Plan
from plan.model.rows import (
    REPORT_ID,
    SOURCE_ID,
    Action,
    Aim,
    Appendix,
    Assessment,
    Comment,
    Commitment,
    Consultation,
    Passage,
    Row,
    fixed_row_id,
)
from plan.reading.answered_form import AnsweredForm

WHOLE_PLAN = "plan"
"""The path of what is in no one place of the plan."""


def cover_place(plan: Plan, field: str) -> Place:
    """Return the place of a line on the plan's cover."""
    return Place(f"plan/{field}", "plan", plan.cover.id, field)


def aim_place(plan: Plan, aim_id: str) -> Place:
    """Return the place of an aim's sentence."""
    return Place(f"aim/{plan.number_of(aim_id)}", "aims", aim_id, "text")


def action_place(plan: Plan, action_id: str, field: str) -> Place:
    """Return the place of a field of an action; "progress" counts as one of its fields."""
    return Place(f"action/{plan.ref_of(action_id)}/{field}", "actions", action_id, field)


def own_action_place(plan: Plan, action_id: str, field_id: str) -> Place:
    """Return the place of a field of an action that the council's format adds."""
    path = f"action/{plan.ref_of(action_id)}/{field_id}"
    return Place(path, "actions", action_id, f"own.{field_id}")


def own_cover_place(plan: Plan, field_id: str) -> Place:
    """Return the place of a field of the plan itself that the council's format adds."""
    return Place(f"plan/{field_id}", "plan", plan.cover.id, f"own.{field_id}")


def own_aim_place(plan: Plan, aim_id: str, field_id: str) -> Place:
    """Return the place of a field of an aim that the council's format adds."""
    return Place(f"{aim_place(plan, aim_id).path}/{field_id}", "aims", aim_id, f"own.{field_id}")


def own_report_place(field_id: str) -> Place:
    """Return the place of a field of the report that the council's format adds."""
    return Place(f"report/{field_id}", "report", REPORT_ID, f"own.{field_id}")


def report_place(field: str) -> Place:
    """Return the place of a field in the report's header or signature."""
    return Place(f"report/{field}", "report", REPORT_ID, field)


def section_place(section: str) -> Place:
    """Return the place of a section of the report."""
    return Place(f"report/{section}", "report", REPORT_ID, section)


def fixed_row_place(table: str, row_id: str) -> Place:
    """Return the place of a row that the council's format has in a table, or of its totals."""
    return Place(f"report/{table}/{row_id}", "report", fixed_row_id(table, row_id), table)


def passage_place(plan: Plan, passage: Passage) -> Place:
    """Return the place of a passage in the report: its section and its position there, from 1."""
    number = [one.id for one in plan.passages_of(passage.section)].index(passage.id) + 1
    return Place(f"report/{passage.section}/{number}", "passages", passage.id, "text")


def appendix_place(plan: Plan, appendix_id: str) -> Place:
    """Return the place of an appendix, by its number."""
    number = [one.id for one in plan.appendices].index(appendix_id) + 1
    return Place(f"appendix/{number}", "appendices", appendix_id, "title")


def source_place(field: str) -> Place:
    """Return the place of a field of the inspection report that the plan responds to."""
    return Place(f"source/{field}", "source", SOURCE_ID, field)


def assessment_place(plan: Plan, assessment_id: str, form: Form, question: str) -> Place:
    """Return the place of a question, or a group of questions, in an assessment.

    The path names the part and the question's printed number, or its id if it has none; of an open
    row it has the number.
    """
    numbers = [one.id for one in plan.assessments]
    number = f"-{numbers.index(assessment_id) + 1}" if len(numbers) > 1 else ""
    answered = AnsweredForm(form, plan.answers_of(assessment_id))
    steps = [f"assessment{number}", *_steps(answered, question)]
    return Place("/".join(filter(None, steps)), "assessments", assessment_id, question)


def commitment_place(row: Commitment, ref: str, field: str = "closed_when") -> Place:
    """Return the place of what was promised to the committee, by its ref such as "C2"."""
    return Place(f"commitment/{ref.removeprefix('C')}", "commitments", row.id, field)


def consultation_place(row: Consultation) -> Place:
    """Return the place of somebody who must see the report."""
    return Place(f"consulted/{row.who or row.name}", "consultations", row.id, "seen_on")


def conflict_place(number: int, table: TableName, row_id: str, field: str) -> Place:
    """Return the place of a field with several wordings: the conflict's number in the plan."""
    return Place(f"conflict/{number}", table, row_id, field)


def comment_place(plan: Plan, comment: Comment, form: Form | None = None) -> Place:
    """Return the place of what a comment is on; `form` is that of its assessment.

    It is the plan as a whole once the row is gone: the place then opens nothing.
    """
    row = plan.table(comment.on_table).get(comment.on_row)
    path = WHOLE_PLAN if row is None else _path_to(plan, row, comment.on_field, form)
    return Place(path, comment.on_table, comment.on_row, comment.on_field)


def is_gone(plan: Plan, place: Place) -> bool:
    """Return whether a comment's row is in the plan no more, so that its place opens nothing."""
    return place.path == WHOLE_PLAN and place.id not in plan.table(place.table)


def _path_to(plan: Plan, row: Row, field: str, form: Form | None) -> str:
    match row:
        case Aim():
            place = aim_place(plan, row.id)
        case Action():
            place = action_place(plan, row.id, field)
        case Passage():
            place = passage_place(plan, row)
        case Appendix():
            place = appendix_place(plan, row.id)
        case Assessment() if form is not None and field:
            place = assessment_place(plan, row.id, form, field)
        case _:
            first = "assessment" if isinstance(row, Assessment) else row.table
            place = Place(f"{first}/{field}", row.table, row.id)
    return place.path.rstrip("/")


def _steps(answered: AnsweredForm, question: str) -> tuple[str, ...]:
    form = answered.form
    part, table = form.open_tables.get(question.partition(OPEN_ROW)[0], (None, None))
    if part is not None and table is not None:
        row = answered.row_of(question)
        column = question.partition(OPEN_ROW)[2].partition(".")[2]
        place = row.place if row is not None else table.id
        return (_part_step(form, part), *place.split("/"), *filter(None, (column,)))
    for field in form.every_field:
        if question in (field.question, field.question.partition(".")[0]):
            if field.part not in form.parts:
                return field.part.id, question
            return _part_step(form, field.part), _printed(field.number, question)
    return (question,)


def _part_step(form: Form, part: FormPart) -> str:
    return f"part-{form.parts.index(part) + 1}" if part in form.parts else part.id


def _printed(number: str, question: str) -> str:
    return number.strip(".") or question
