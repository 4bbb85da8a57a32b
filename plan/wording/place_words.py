"""Puts the place of a finding into the officer's words, as the paper prints it."""

from plan.council.form import Form
from plan.model.fields import SHAPES, TableName, described
from plan.model.finding import Place
from plan.model.merged_fields import cell_key
from plan.model.plan import Plan
from plan.papers.places import WHOLE_PLAN
from plan.papers.report_sections import ReportSection, section_of
from plan.wording.wording import ONLY_ONES, Wording

_WHOLE = {
    WHOLE_PLAN: "the plan as a whole",
    "report": "the report",
    "assessment": "the assessment",
}
"""What is said of a place that is no one field."""
_ALL = "several actions"
"""What holds of several actions, which the finding lists, and is said once."""


def place_in_words(plan: Plan, place: Place, wording: Wording) -> str:
    """Return a place such as "report, 4.0 Main text, paragraph 6" or "action 2.1, Timescale".

    A question without a number in the form is named by its label.
    """
    if place.path in _WHOLE:
        return _WHOLE[place.path]
    first, *rest = place.path.split("/")
    match first:
        case "report":
            words = _in_report(plan, rest, wording)
        case "action" | "aim" | "appendix":
            number, *field = rest
            names = [place.field] if cell_key(place.field) else field
            labels = [wording.label(place.table, name) for name in names]
            action = plan.action_at(number) if first == "action" else None
            called = plan.refs_in_words(action.id) if action is not None else number
            return ", ".join((f"{first} {called}", *labels))
        case "commitment":
            return f"promise C{rest[0]}"
        case "conflict":
            row = wording.within(plan, place.table, place.id)
            return f"conflict {rest[0]}, {row}, {wording.label(place.table, place.field)}"
        case "consulted":
            return f"who must see the report, {_consulted(plan, place)}"
        case "plan" | "source":
            table: TableName = place.table
            is_of_all = first == "plan" and rest[0] not in described(SHAPES["plan"])
            first = _ALL if is_of_all else ONLY_ONES[table].lower()
            words = [wording.label("actions" if is_of_all else table, name) for name in rest]
        case _:
            words = _in_assessment(plan, place, rest, wording)
    return ", ".join((first.replace("-", " "), *words))


def _consulted(plan: Plan, place: Place) -> str:
    row = plan.consultation_rows.get(place.id)
    return row.name if row is not None and row.name else place.path.partition("/")[2]


def _in_report(plan: Plan, steps: list[str], wording: Wording) -> list[str]:
    name, *paragraph = steps
    report_format = wording.council.report
    section = section_of(plan, report_format, name)
    if section is None:
        return [wording.label("report", name)]
    return [
        section.title(report_format),
        *(_paragraph(plan, section, one, wording) for one in paragraph),
    ]


def _paragraph(plan: Plan, section: ReportSection, place: str, wording: Wording) -> str:
    """Return what a paragraph is called: its printed number, where it has one, else its place."""
    passages = plan.passages_of(section.id)[: int(place)]
    if not section.number or not passages or passages[-1].kind != "numbered":
        return f"paragraph {place}"
    number = sum(one.kind == "numbered" for one in passages)
    pattern = wording.council.report.paragraph_number
    return pattern.format(section=section.number, paragraph=number)


def _in_assessment(plan: Plan, place: Place, steps: list[str], wording: Wording) -> list[str]:
    if not steps:
        return []
    part, *numbers = steps
    assessment = plan.assessment_rows.get(place.id)
    form = wording.forms.get(assessment.form) if assessment else None
    unprinted = form.unprinted if form else None
    heading = unprinted.label if unprinted and unprinted.id == part else part.replace("-", " ")
    if form is not None and numbers and numbers[0] in form.open_tables:
        table, *row = numbers
        of_table = form.open_tables[table][1]
        labels = {column.id: column.label for column in of_table.columns}
        said = [f"row {row[0]}", *(labels.get(one, one) for one in row[1:])] if row else []
        return [heading, of_table.title, *said]
    return [heading, *(_question(number, place.field, form) for number in numbers)]


def _question(number: str, question: str, form: Form | None) -> str:
    if number[:1].isdigit():
        return f"question {number}"
    for field in form.every_field if form else ():
        if field.question == question:
            return field.label
        if field.question.partition(".")[0] == question:
            return field.group.title
    return number.replace("-", " ")
