"""Where in the paper a finding is: a path to print, and what Enter opens."""

from plan.council.form import Form
from plan.model.finding import Place
from plan.model.plan import Plan
from plan.model.rows import REPORT_ID, SOURCE_ID, Passage


def cover_place(plan: Plan, field: str) -> Place:
    """Return the place of a line on the plan's cover."""
    return Place(f"plan/{field}", "plan", plan.cover.id, field)


def aim_place(plan: Plan, aim_id: str) -> Place:
    """Return the place of an aim's sentence."""
    return Place(f"aim/{plan.number_of(aim_id)}", "aims", aim_id, "text")


def action_place(plan: Plan, action_id: str, field: str) -> Place:
    """Return the place of a field of an action; "progress" counts as one of its fields."""
    return Place(f"action/{plan.ref_of(action_id)}/{field}", "actions", action_id, field)


def report_place(field: str) -> Place:
    """Return the place of a field in the report's header or signature."""
    return Place(f"report/{field}", "report", REPORT_ID, field)


def section_place(section: str) -> Place:
    """Return the place of a section of the report."""
    return Place(f"report/{section}", "report", REPORT_ID, section)


def passage_place(plan: Plan, passage: Passage) -> Place:
    """Return the place of a passage in the report: its section and its position there, from 1."""
    number = plan.passages_of(passage.section).index(passage) + 1
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

    The path names the part and the question's printed number, or its id if it has none.
    """
    numbers = [one.id for one in plan.assessments]
    number = f"-{numbers.index(assessment_id) + 1}" if len(numbers) > 1 else ""
    steps = [f"assessment{number}", *_steps(form, question)]
    return Place("/".join(steps), "assessments", assessment_id, question)


def _steps(form: Form, question: str) -> tuple[str, ...]:
    for field in form.every_field:
        if question in (field.question, field.question.partition(".")[0]):
            if field.part not in form.parts:
                return field.part.id, question
            return f"part-{form.parts.index(field.part) + 1}", _printed(field.number, question)
    return (question,)


def _printed(number: str, question: str) -> str:
    return number.strip(".") or question
