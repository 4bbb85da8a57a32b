"""The command `plandesk show`: print a plan or one of its papers as plain lines, or as JSON."""

import json

import typer

from plan.papers.plan_json import printed_plan
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
        typer.echo(json.dumps(printed_plan(session.plan), ensure_ascii=False, indent=2))
    else:
        for line in plan_lines(session.plan, session.council):
            typer.echo(line)
