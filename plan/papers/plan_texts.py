"""Every text that somebody wrote in a plan: where it stands and what it says.

Finding, replacing, spelling and the register of names all read a plan through this. The order is
that of the committee's paper: the report, the cover, the aims with their actions and notes, the
appendices, the assessments, the inspection report. Keys, choices and ticks are no texts, and
neither is what plandesk draws up itself.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from plan.council.form import Form
from plan.council.form_groups import FormField
from plan.council.format import Format
from plan.council.report_table import ReportTable
from plan.model.field_kinds import FieldKind
from plan.model.fields import SHAPES, described
from plan.model.finding import Place
from plan.model.plan import Plan
from plan.model.rows import PLAN_HERE, Action, Answer, Passage, Report, Row
from plan.papers.passage_tables import rows_of
from plan.papers.places import (
    action_place,
    aim_place,
    appendix_place,
    assessment_place,
    consultation_place,
    cover_place,
    fixed_row_place,
    own_action_place,
    own_aim_place,
    own_cover_place,
    own_report_place,
    passage_place,
    report_place,
    section_place,
    source_place,
)
from plan.papers.report_sections import own_sections, sections_of_plan
from plan.papers.typed_text import shown_of
from plan.reading.answered_form import AnsweredForm

OWN_CELL, TABLE_CELL, OWN_HEADING = "own", "cell", "heading"
"""What a text is a part of: a cell of other columns, of a table, the heading of an own section."""
_WRITTEN: tuple[FieldKind, ...] = (
    "line",
    "date",
    "lines",
    "pages",
    "timescale",
    "prose",
    "items",
    "ref",
)


class PlanText(NamedTuple):
    """A text: its place as a check names it, its row and field, and what it says as typed.

    A list is one text with an item to a line. `part` is empty where the text is the whole field;
    else `key` says which of its parts: the heading of a cell, "2.1" for a cell of a table (row and
    column, from 0), the id of an own section. `asked` is the question that an answer is to.
    """

    place: Place
    row: Row
    field: str
    text: str
    part: str = ""
    key: str = ""
    asked: FormField | None = None


def texts_of(plan: Plan, council: Format, forms: Mapping[str, Form]) -> Iterator[PlanText]:
    """Yield every text of a plan that is not empty, in the order of its paper.

    `forms` are those of its assessments, by id; without its form an assessment has no texts here.
    """
    everything = (
        *_of_report(plan, council),
        *_of_cover(plan, council),
        *_of_aims(plan, council),
        *_of_appendices(plan),
        *_of_assessments(plan, forms),
        *_of_source(plan),
    )
    yield from (one for one in everything if one.text.strip())


def texts_of_action(plan: Plan, action: Action, council: Format) -> Iterator[PlanText]:
    """Yield the texts of an action and of its notes, the empty ones too."""
    for name, text in _written(action):
        yield PlanText(action_place(plan, action.id, name), action, name, text)
    for heading, text in action.own:
        is_field = council.plan.own.get(heading) is not None
        place = own_action_place(plan, action.id, heading) if is_field else None
        place = place or action_place(plan, action.id, "own")
        yield PlanText(place, action, "own", text, OWN_CELL, heading)
    for note in plan.notes_of(action.id):
        for name, text in _written(note):
            place = action_place(plan, action.id, "progress")
            yield PlanText(Place(place.path, "progress", note.id, name), note, name, text)


def _written(row: Row) -> Iterator[tuple[str, str]]:
    """Yield the fields of a row that hold a text of the officer's, with the text as typed."""
    for name, one in described(SHAPES[row.table]).items():
        if one.kind in _WRITTEN:
            value = getattr(row, name)
            is_prose = one.kind == "prose" and getattr(row, "kind", "") != "heading"
            text = value if isinstance(value, str) else "\n".join(value)
            yield name, shown_of(text) if is_prose else text


def _of_report(plan: Plan, council: Format) -> Iterator[PlanText]:
    if plan.report_rows:
        yield from _of_header(plan, plan.report, council)
    tables = {section.id: section.tables for section in council.report.sections}
    for section in sections_of_plan(plan, council.report):
        yield from _of_passages(plan, section.id)
        for table in tables.get(section.id, ()):
            yield from _of_rows(plan, table)
    for one in plan.consultation_rows.values():
        place = consultation_place(one)
        yield from (PlanText(place, one, name, text) for name, text in _written(one))


def _of_header(plan: Plan, report: Report, council: Format) -> Iterator[PlanText]:
    for name, text in _written(report):
        if name != "own_sections":
            yield PlanText(report_place(name), report, name, text)
    for heading, text in report.own:
        is_field = council.report.own.get(heading) is not None
        place = own_report_place(heading) if is_field else report_place("own")
        yield PlanText(place, report, "own", text, OWN_CELL, heading)
    for one in own_sections(plan.report):
        place = section_place(one.id)
        yield PlanText(place, report, "own_sections", one.heading, OWN_HEADING, one.id)


def _of_passages(plan: Plan, section: str) -> Iterator[PlanText]:
    for passage in plan.passages_of(section):
        place = passage_place(plan, passage)
        if passage.kind == "table":
            yield PlanText(place, passage, "caption", passage.caption)
            yield from _of_cells(place, passage)
        elif passage.text != PLAN_HERE:  # which is no word of the officer's
            yield from (PlanText(place, passage, *one) for one in _written(passage))


def _of_cells(place: Place, passage: Passage) -> Iterator[PlanText]:
    for row, cells in enumerate(rows_of(passage.text)):
        for column, cell in enumerate(cells):
            at = Place(place.path, "passages", passage.id, f"cell.{row + 1}.{column + 1}")
            yield PlanText(at, passage, "text", shown_of(cell), TABLE_CELL, f"{row}.{column}")


def _of_rows(plan: Plan, table: ReportTable) -> Iterator[PlanText]:
    for passage in plan.passages_of(table.id):
        is_fixed = bool(passage.row_id)
        place = (
            fixed_row_place(table.id, passage.row_id) if is_fixed else passage_place(plan, passage)
        )
        for column, text in passage.cells:
            yield PlanText(place, passage, "cells", text, OWN_CELL, column)


def _of_cover(plan: Plan, council: Format) -> Iterator[PlanText]:
    yield from (
        PlanText(cover_place(plan, one[0]), plan.cover, *one) for one in _written(plan.cover)
    )
    for key, text in plan.cover.own:
        is_field = council.plan.own_of_cover.get(key) is not None
        place = own_cover_place(plan, key) if is_field else cover_place(plan, "own")
        yield PlanText(place, plan.cover, "own", text, OWN_CELL, key)


def _of_aims(plan: Plan, council: Format) -> Iterator[PlanText]:
    for aim in plan.aims:
        yield PlanText(aim_place(plan, aim.id), aim, "text", aim.text)
        for key, text in aim.own:
            is_field = council.plan.own_of_aims.get(key) is not None
            place = own_aim_place(plan, aim.id, key) if is_field else aim_place(plan, aim.id)
            yield PlanText(place, aim, "own", text, OWN_CELL, key)
        for action in plan.actions_of(aim.id):
            yield from texts_of_action(plan, action, council)


def _of_appendices(plan: Plan) -> Iterator[PlanText]:
    for one in plan.appendices:
        place = appendix_place(plan, one.id)
        for name, text in _written(one):
            yield PlanText(Place(place.path, "appendices", one.id, name), one, name, text)


def _of_assessments(plan: Plan, forms: Mapping[str, Form]) -> Iterator[PlanText]:
    for assessment in plan.assessments:
        form = forms.get(assessment.form)
        if form is not None:
            answers = plan.answers_of(assessment.id)
            fields = AnsweredForm(form, answers).every_field
            yield from _of_answers(plan, assessment.id, form, fields, answers)


def _of_answers(
    plan: Plan,
    assessment_id: str,
    form: Form,
    fields: Iterable[FormField],
    answers: Mapping[str, Answer],
) -> Iterator[PlanText]:
    for asked in fields:
        answer = answers.get(asked.question)
        if answer is not None:
            text = shown_of(answer.text) if asked.answered.is_prose else answer.text
            place = assessment_place(plan, assessment_id, form, asked.question)
            yield PlanText(place, answer, "text", text, asked=asked)


def _of_source(plan: Plan) -> Iterator[PlanText]:
    for row in plan.source_rows.values():
        yield from (PlanText(source_place(name), row, name, text) for name, text in _written(row))
