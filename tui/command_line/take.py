"""The command `plandesk take`: put in what the form or the council's format offers."""

from collections.abc import Sequence
from typing import Annotated

import typer

from desk.equality_contents import Checklist
from desk.named_questions import assessment_named
from desk.named_rows import NamedRows
from desk.session import PlanSession
from plan.changes import edits
from plan.changes.change import Change
from plan.papers.markdown import plain_of
from plan.papers.typed_text import shown_of
from plan.text.line_breaks import shortened
from tui.command_line.assessment import FormName
from tui.command_line.printing import say_done
from tui.command_line.shared import PlanName, changing, refuse, save_or_say_nothing

_SECTION = "report/"


def take(
    plan: PlanName,
    place: Annotated[
        str, typer.Argument(metavar="PLACE", help="An empty section, report/policy; a question.")
    ],
    number: Annotated[
        int | None, typer.Option("--from", metavar="N", min=1, help="Which of several wordings.")
    ] = None,
    form: FormName = "",
) -> None:
    """Put the usual wording into an empty section, or into an answer what the report says.

    plandesk take PLAN report/financial; plandesk take PLAN title
    """
    with changing(plan) as session:
        if place.strip().lower().startswith(_SECTION):
            change = _wording(session, place.strip()[len(_SECTION) :], number)
        else:
            change = _answer(session, place, form)
        if save_or_say_nothing(session, change, "It says that already"):
            say_done(f"Saved: {change.label}.")


def _wording(session: PlanSession, named: str, number: int | None) -> Change:
    report_format = session.council.report
    section_id = NamedRows(session.plan, session.council).section(named)
    section = report_format.section(section_id)
    wordings = section.boilerplate if section is not None else ()
    if not wordings:
        refuse("No wording is offered for that section.")
    if session.plan.passages_of(section_id):
        refuse("The section has a text already, and a wording is offered for an empty one.")
    if number is None and len(wordings) > 1:
        refuse(f"Several wordings are offered: {_listed(wordings)}. Say which with --from N.")
    if number is not None and number > len(wordings):
        refuse(f"There is no wording {number}: {_listed(wordings)}.")
    text = shown_of(wordings[(number or 1) - 1])
    return edits.add_passage(session.plan, section_id, 0, report_format, text=text)


def _listed(wordings: Sequence[str]) -> str:
    said = (f"{place} “{shortened(plain_of(one))}”" for place, one in enumerate(wordings, 1))
    return ", ".join(said)


def _answer(session: PlanSession, question: str, form: str) -> Change:
    named = assessment_named(session.plan, session.council, form, question)
    checklist = Checklist(session.plan, named.assessment.id, named.form)
    offer = checklist.offer(checklist.row_of(named.question(question)))
    if offer is None:
        refuse("No answer is offered there, or it says just that already.")
    field, text, _ = offer
    return checklist.answered(field.question, text)
