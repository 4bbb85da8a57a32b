"""The formats and forms that come with plandesk, and papers of them that are whole."""

from typing import Any

from plan.council.form import Form
from plan.council.form_groups import FormField
from plan.council.format import Format, form_named, format_named, packaged_format_ids
from plan.council.format_part import packaged_ids
from plan.model.outline import (
    ActionOutline,
    AimOutline,
    AnswerOutline,
    AppendixOutline,
    AssessmentOutline,
    NoteOutline,
    PassageOutline,
    PlanOutline,
    ReportOutline,
)
from plan.papers.report_paragraphs import KINDS_OF
from tests.plan.judged_papers import DUNDEE_FORM, Said

FORMATS: tuple[Format, ...] = tuple(map(format_named, packaged_format_ids()))
FORMS: tuple[Form, ...] = tuple(map(form_named, packaged_ids("formats", "forms")))
PLAIN = tuple(council for council in FORMATS if council.id.startswith("plain-"))
OURS = tuple(form for form in FORMS if form.id != DUNDEE_FORM)
"""The forms in plandesk's own words."""

_LINES = {"date": "5 September 2026", "review": "5 September 2027", "report-number": "41-2026"}


def answer(field: FormField) -> Said:
    """Return words of its own for a question, its first box ticked, as the rules like it.

    An assessment is required, so that all of its form is asked.
    """
    if field.question == "need":
        return Said(ticks=("required",))
    if field.options and not field.has_text:
        return Said(ticks=(field.options[0].id,))
    if field.options:
        words = f"Words of {field.question}"
        return Said(words, (next(one.id for one in field.options if _asks_words(field, one.id)),))
    if field.question in _LINES or ".date." in field.question:
        return Said(_LINES.get(field.question, "6 September 2026"))
    return Said(f"Answer to {field.question}, by the board, by May 2027.")


def _asks_words(field: FormField, option: str) -> bool:
    options = getattr(field.group, "options", ())
    return not options or any(one.id == option and one.has_text for one in options)


def sheet(form: Form) -> dict[str, Said]:
    """Return answers to every question of a form, by their ids."""
    return {field.question: answer(field) for field in form.fields}


def whole_assessment(form: Form) -> AssessmentOutline:
    """Return an assessment in which every question of a form is answered."""
    said = sorted(sheet(form).items())
    answers = (AnswerOutline(question, one.text, one.ticks) for question, one in said)
    return AssessmentOutline(form.id, tuple(answers))


def _report(council: Format) -> ReportOutline:
    said: dict[str, Any] = {name: f"The {name}" for name in council.report.printed_fields}
    said |= {
        "meeting_date": "26 October 2026",
        "signed_on": "October 2026",
        "number": council.report.number_example or "41-2026",
    }
    passages = tuple(
        PassageOutline(section.id, KINDS_OF[section.kind][0], f"Words below {section.heading}")
        for section in sorted(council.report.sections, key=lambda one: one.id)
    )
    values = {name: said[name] for name in council.report.printed_fields}
    return ReportOutline(passages=passages, appendices=(AppendixOutline("plan"),), **values)


_ACTION: dict[str, Any] = {
    "text": "Open the centre.",
    "pages": "Page 9",
    "indicators": ("Impact on families",),
    "leads": ("Head of Service", "Parents' group"),
    "timescale": "March 2027",
    "success_criteria": ("200 families a year.",),
    "progress": (NoteOutline("1 September 2026", "On track", "Keys are here."),),
}
_COVER: dict[str, Any] = {
    "title": "Homes",
    "subtitle": "Improvement plan",
    "date": "August 2026",
    "partnership": "Homes partnership",
}


def whole_paper(council: Format, *forms: Form) -> PlanOutline:
    """Return a plan with a report and an assessment by each form, whole in a council's format."""
    columns = [column.field for column in council.plan.columns]
    action = ActionOutline(**{name: _ACTION[name] for name in columns if name in _ACTION})
    lines = [line.field for line in council.plan.cover]
    cover = {name: _COVER[name] for name in lines if name in _COVER}
    aims = (AimOutline("Warm homes for all.", (action, action)), AimOutline("Listen.", (action,)))
    assessments = tuple(map(whole_assessment, forms))
    return PlanOutline(aims=aims, report=_report(council), assessments=assessments, **cover)
