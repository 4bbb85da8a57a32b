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
from tui.command_line.choices import (
    Columns,
    Contents,
    Cover,
    Layout,
    Progress,
    choices_of,
    yes_if,
)
from tui.command_line.plain_lines import plan_lines
from tui.command_line.shared import AsJson, DocumentName, PlanName, opened


def show(  # noqa: PLR0913, PLR0917 - each is an option of the command
    plan: PlanName,
    document: DocumentName = "",
    layout: Layout = "",
    columns: Columns = "",
    cover: Cover = False,
    contents: Contents = False,
    progress: Progress = "",
    as_json: AsJson = False,
) -> None:
    """Print a plan in plain lines, or as JSON; with --document, a paper as it will be.

    A paper is laid out as --layout, --columns, --cover, --contents and --progress say, as with
    plandesk export; the size of its text and where its pages begin cannot be seen in plain lines.
    """
    typed = {
        "layout": layout,
        "columns": columns,
        "cover": yes_if(cover),
        "contents": yes_if(contents),
        "progress": progress,
    }
    if document and as_json:
        raise typer.BadParameter("--json prints the whole plan, so it goes without --document.")
    if not document and any(typed.values()):
        raise typer.BadParameter("how a paper is laid out goes with --document.")
    if document:
        # Making papers takes modules that a plan in lines does not need.
        from tui.command_line.papers import document_kind, print_papers  # noqa: PLC0415

        kind = document_kind(document)
        session = opened(plan)
        print_papers(session, kind, choices_of(session, **typed))
    elif as_json:
        typer.echo(_as_json(opened(plan)))
    else:
        session = opened(plan)
        for line in plan_lines(session.plan, session.council):
            typer.echo(line)


def _as_json(session: PlanSession) -> str:
    council = _usable_format(session)
    values = {**printed_plan(session.plan, council), **_papers(session, council)}
    return json.dumps(values, ensure_ascii=False, indent=2)


def _usable_format(session: PlanSession) -> Format | None:
    with contextlib.suppress(FormatError):
        return session.council
    return None


def _papers(session: PlanSession, council: Format | None) -> dict[str, Any]:
    """Return the report and the assessments, in the words of what formats can be used."""
    forms = usable_forms(one.form for one in session.plan.assessments)
    return printed_papers(session.plan, council, forms)
