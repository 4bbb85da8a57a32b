"""What goes with the plan as nested values for other programs, for `show --json`.

That is the report, the assessments, and what is known of the inspection report.

Texts are as typed and ids as the command line takes them, so that what is read here can be set.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from plan.council.form import Form
from plan.council.form_groups import FormField, Grid
from plan.council.format import Format
from plan.council.own_field import NO_OWN_FIELDS
from plan.council.report_format import ReportFormat
from plan.council.report_table import ReportTable
from plan.model.fields import (
    HEADER_FIELDS,
    SIGNATURE_FIELDS,
    kind_of,
)
from plan.model.plan import Plan
from plan.model.rows import Answer, Appendix, Assessment, Passage
from plan.model.ways import fields_in
from plan.papers.markdown import blocks_of, plain_of
from plan.papers.own_fields import own_in_json
from plan.papers.passage_tables import rows_of
from plan.papers.plan_json import printed_own
from plan.papers.report_rows import TableRow, rows_in, totals_of
from plan.papers.report_sections import own_sections, sections_of_plan
from plan.papers.typed_text import shown_of, typed_value
from plan.reading.answered_form import AnsweredForm, action_of


def printed_papers(plan: Plan, council: Format | None, forms: Mapping[str, Form]) -> dict[str, Any]:
    """Return the inspection report's facts, the report and the assessments as JSON values.

    Where the council's format or a form cannot be used, the texts are there without its words.
    """
    return {
        "source": {
            name: typed_value(kind_of("source", name), value)
            if isinstance(value, str)
            else [*value]
            for name in fields_in("json", "source")
            for value in (getattr(plan.source, name),)
        },
        "report": _printed_report(plan, council.report if council is not None else None),
        "assessments": [
            _printed_assessment(plan, one, number, forms.get(one.form))
            for number, one in enumerate(plan.assessments, 1)
        ],
    }


# The report


def _printed_report(plan: Plan, report_format: ReportFormat | None) -> dict[str, Any]:
    sections = [_printed_section(plan, *one) for one in _sections(plan, report_format)]
    passages = [passage for section in sections for passage in section["passages"]]
    consulted = [
        {name: getattr(one, name) for name in fields_in("json", "consultations")}
        for one in plan.consultation_rows.values()
    ]
    own = report_format.own if report_format is not None else NO_OWN_FIELDS
    return {
        "header": {name: getattr(plan.report, name) for name in HEADER_FIELDS},
        **({"own": printed_own(plan.report.own, own)} if plan.report.own else {}),
        "sections": sections,
        "recommendations": [one["text"] for one in passages if one["kind"] == "recommendation"],
        "tables": [
            *(
                {name: one[name] for name in ("place", "caption", "rows") if name in one}
                for one in passages
                if "rows" in one
            ),
            *(_printed_table(plan, one) for one in (report_format.tables if report_format else ())),
        ],
        "signature": {name: getattr(plan.report, name) for name in SIGNATURE_FIELDS},
        "appendices": [
            _printed_appendix(one, number) for number, one in enumerate(plan.appendices, 1)
        ],
        **({"consulted": consulted} if consulted else {}),
    }


def _sections(plan: Plan, report_format: ReportFormat | None) -> Iterator[tuple[str, str, str]]:
    """Yield the id, the number and the heading of each section, those that are not known last.

    One that is not printed has no number.
    """
    known: list[str] = []
    if report_format is not None:
        for one in sections_of_plan(plan, report_format):
            known.append(one.id)
            has_number = one.number and not one.is_unnumbered
            number = report_format.section_number.format(section=one.number) if has_number else ""
            yield one.id, number, one.heading
    headings = {one.id: one.heading for one in own_sections(plan.report)}
    written = {passage.section for passage in plan.passage_rows.values()}
    declared = {table.id for table in report_format.tables} if report_format else set()
    for section_id in sorted({*headings, *written} - {*known, *declared}):
        yield section_id, "", headings.get(section_id, "")


def _printed_section(plan: Plan, section_id: str, number: str, heading: str) -> dict[str, Any]:
    passages = plan.passages_of(section_id)
    return {
        "section": section_id,
        "number": number,
        "heading": heading,
        "passages": [_printed_passage(one, place) for place, one in enumerate(passages, 1)],
    }


def _printed_passage(passage: Passage, place: int) -> dict[str, Any]:
    is_prose = passage.kind not in ("heading", "table", "picture")
    values: dict[str, Any] = {
        "place": f"report/{passage.section}/{place}",
        "kind": passage.kind,
        "text": shown_of(passage.text) if is_prose else passage.text,
    }
    if passage.kind == "table":
        values["rows"] = [[plain_of(cell) for cell in row] for row in rows_of(passage.text)]
    listed = blocks_of(passage.text) if is_prose else ()
    more = {
        "items": [one.text for one in listed if one.bullet is not None],
        "caption": passage.caption,
        "row_id": passage.row_id,
        "cells": dict(passage.cells),
        "picture": passage.picture,
    }
    return values | {name: value for name, value in more.items() if value}


def _printed_table(plan: Plan, table: ReportTable) -> dict[str, Any]:
    """Return a table that the format declares: its cells by the ids of its columns."""
    totals = totals_of(plan, table)
    return {
        "place": f"report/{table.id}",
        "table": table.id,
        "title": table.title,
        "columns": {column.id: column.label for column in table.columns},
        "rows": [
            {
                **({"row": row.row_id, "label": row.label} if row.row_id else {}),
                "cells": _printed_cells(table, row),
            }
            for row in rows_in(plan, table)
            if not row.is_band
        ],
        **({"total": _printed_cells(table, totals)} if totals is not None else {}),
    }


def _printed_cells(table: ReportTable, row: TableRow) -> dict[str, Any]:
    return {
        column.id: own_in_json(column, row.cells[column.id])
        for column in table.columns
        if column.id in row.cells
    }


def _printed_appendix(appendix: Appendix, number: int) -> dict[str, Any]:
    values = {
        name: typed_value(kind_of("appendices", name), getattr(appendix, name))
        for name in fields_in("json", "appendices")
    }
    return {"number": number, **values}


# The assessments


def _printed_assessment(
    plan: Plan, assessment: Assessment, number: int, form: Form | None
) -> dict[str, Any]:
    answers = plan.answers_of(assessment.id)
    named = {"number": number, "form": assessment.form}
    if form is None:
        unread = [_kept(answer) for answer in answers.values()]
        return {**named, "name": "", "answers": [], "marks": [], "rows": [], "not_asked": unread}
    answered = AnsweredForm(form, answers)
    tables = [field for field in answered.asked if field.group.is_table]
    return {
        **named,
        "name": form.name,
        **_validity(form),
        "answers": [
            {**_asked(field, answered), "text": _text(field, answers)}
            for field in answered.asked
            if not field.options and field not in tables
        ],
        "marks": [_marks(field, answered) for field in answered.asked if field.options],
        "rows": [*_fixed_rows(answered, tables), *_open_rows(plan, answered)],
        "not_asked": [
            {**_kept(answer), **({"why": "not asked"} if is_known else {})}
            for answer, is_known in answered.kept()
        ],
    }


def _validity(form: Form) -> dict[str, str]:
    """Return the law that asks for a form, and the days from and until which it holds, if said."""
    days = {"since": form.since, "until": form.until}
    said = {"law": form.law, **{name: str(day) if day else "" for name, day in days.items()}}
    return {name: value for name, value in said.items() if value}


def _kept(answer: Answer) -> dict[str, Any]:
    return {"question": answer.question, "text": answer.text, "ticks": list(answer.ticks)}


def _asked(field: FormField, answered: AnsweredForm) -> dict[str, Any]:
    return {
        "question": _name(field, answered),
        "label": field.label,
        "asks": field.asks,
        **({"kind": field.kind} if field.own is not None else {}),
    }


def _name(field: FormField, answered: AnsweredForm) -> str:
    """Return the name of a question for the command line; a cell of an open row has its number."""
    row = answered.row_of(field.question)
    return field.question if row is None else f"{row.place}/{field.names[-1]}"


def _text(field: FormField, answers: Mapping[str, Answer]) -> str:
    text = answers[field.question].text if field.question in answers else ""
    return shown_of(text) if field.answered.is_prose else text


def _ticks(field: FormField, answers: Mapping[str, Answer]) -> list[str]:
    return list(answers[field.question].ticks if field.question in answers else ())


def _marks(field: FormField, answered: AnsweredForm) -> dict[str, Any]:
    answers = answered.answers
    beside = [
        one
        for one in answered.asked
        if one.group is field.group and one.row == field.row and field.answered.is_matrix_row
    ]
    cells = {_name(one, answered): _text(one, answers) for one in beside if not one.options}
    return {
        **_asked(field, answered),
        "columns": {option.id: option.label for option in field.options},
        "ticks": _ticks(field, answers),
        **({"text": _text(field, answers)} if field.has_text else {}),
        **({"cells": cells} if cells else {}),
    }


def _cell(field: FormField, answered: AnsweredForm) -> str:
    """Return what stands in a cell of a table: its text, or the words of the ticked boxes."""
    if not field.options:
        return _text(field, answered.answers)
    ticks = _ticks(field, answered.answers)
    return ", ".join(option.label for option in field.options if option.id in ticks)


def _fixed_rows(answered: AnsweredForm, fields: list[FormField]) -> Iterator[dict[str, Any]]:
    for grid in (group for part in answered.form.every_part for group in part.groups):
        asked = [field for field in fields if field.group is grid]
        if isinstance(grid, Grid) and asked:
            yield {
                "table": grid.id,
                "title": grid.title,
                "columns": [column.label for column in grid.columns],
                "rows": [
                    {
                        "label": row.label,
                        "cells": {
                            one.question: _cell(one, answered)
                            for column in grid.columns
                            for one in asked
                            if one.names[1:] == (column.id, row.id)
                        },
                    }
                    for row in grid.rows
                ],
            }


def _open_rows(plan: Plan, answered: AnsweredForm) -> Iterator[dict[str, Any]]:
    for name, (_, table) in answered.form.open_tables.items():
        if answered.asks(name):
            yield {
                "table": name,
                "title": table.title,
                "columns": [column.label for column in table.columns],
                "rows": [
                    {
                        "label": str(row.number),
                        "cells": {
                            _name(field, answered): _cell(field, answered) for field in row.fields
                        },
                        **({"action": ref} if (ref := action_of(plan, row)) else {}),
                    }
                    for row in answered.open_rows[name]
                ],
            }
