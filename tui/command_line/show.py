"""The command `plandesk show`: print a plan or one of its papers as plain lines, or as JSON."""

import contextlib
import json
from typing import Any

import typer

from desk.session import PlanSession
from plan.council.format import Format, FormatError
from plan.papers.paper_json import printed_papers
from plan.papers.plan_json import printed_plan
from store.formats import usable_forms
from tui.command_line.plain_lines import plan_lines
from tui.command_line.shared import AsJson, DocumentName, PlanName, opened


def show(plan: PlanName, document: DocumentName = "", as_json: AsJson = False) -> None:
    """Print a plan in plain lines, or as JSON; with --document, a paper as it will be."""
    if document and as_json:
        raise typer.BadParameter("--json prints the whole plan, so it goes without --document.")
    if document:
        # Making papers takes modules that a plan in lines does not need.
        from tui.command_line.papers import document_kind, print_papers  # noqa: PLC0415

        kind = document_kind(document)
        print_papers(opened(plan), kind)
        return
    session = opened(plan)
    if as_json:
        council = _usable_format(session)
        values = {**printed_plan(session.plan, council), **_papers(session, council)}
        typer.echo(json.dumps(values, ensure_ascii=False, indent=2))
    else:
        for line in plan_lines(session.plan, session.council):
            typer.echo(line)


def _usable_format(session: PlanSession) -> Format | None:
    with contextlib.suppress(FormatError):
        return session.council
    return None


def _papers(session: PlanSession, council: Format | None) -> dict[str, Any]:
    """Return the report and the assessments, in the words of what formats can be used."""
    forms = usable_forms(one.form for one in session.plan.assessments)
    return printed_papers(session.plan, council, forms)
