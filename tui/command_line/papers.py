"""Read a `--document` option, and print papers as plain lines."""

import shutil
import sys

import typer

from desk.checking import checked
from desk.exporting import mark_of
from desk.session import PlanSession
from desk.shown_papers import shown_papers
from desk.today import today
from plan.model.documents import DocumentKind, appendix_number, is_document
from plan.papers.choices import Choices
from plan.text.line_breaks import UNBROKEN
from tui.command_line.shared import KINDS_IN_WORDS, refuse

WIDEST = 100
"""Greatest width of a line on a terminal, in cells; elsewhere a paragraph is one line."""


def document_kind(document: str) -> DocumentKind:
    """Return the kind of document with this name. Raises typer.BadParameter if there is none."""
    if not is_document(document):
        raise typer.BadParameter(f"there is no document “{document}”; it can be: {KINDS_IN_WORDS}.")
    return document


def print_papers(session: PlanSession, kind: DocumentKind, choices: Choices) -> None:
    """Print the papers of a kind as they will be with these choices of their layout.

    Raises RefusedError if there is none.
    """
    papers = shown_papers(session.plan, (kind,), choices)
    if not papers and appendix_number(kind):
        refuse(f"The paper of {session.name} has no appendix {appendix_number(kind)} to show.")
    if not papers:
        refuse(
            f"The plan {session.name} has no equality impact assessment yet, so there is none to "
            f"show. plandesk add “{session.name}” assessment begins one."
        )
    width = min(shutil.get_terminal_size().columns, WIDEST) if sys.stdout.isatty() else UNBROKEN
    mark = mark_of(checked(session.plan, session.council, today()))
    for number, paper in enumerate(papers):
        if number:
            typer.echo("")
        for line in paper.laid_out(width, mark):
            typer.echo(line.text)
