"""The commands of the command line that read and write papers: import, export, show."""

import json
import shutil
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from desk.council import council_format, look_of, with_look
from desk.exporting import Export, Look, mark_of
from desk.importing import LEFT_OUT, ColumnMeanings, WordPaper, column_meaning, read_word_paper
from plan.council.format import FormatError
from plan.model.documents import DOCUMENTS, REVIEWS, DocumentKind
from tui.command_line.commanding import (
    AsJson,
    Force,
    PlanName,
    make_plan,
    opened,
    refuse,
)
from tui.command_line.printing import can_ask, say_done
from tui.command_line.reviews import Aim, Before, By, First, Lead, days_of, only_of

if TYPE_CHECKING:
    from desk.session import PlanSession
    from plan.following.ledger import PrintedNotes
    from plan.following.timeline import Only, ShownReviews

WIDEST = 100
"""Cells of a line on a terminal; elsewhere a paragraph is one line."""

_KINDS_IN_WORDS = " or ".join((", ".join([*DOCUMENTS][:-1]), [*DOCUMENTS][-1]))

DocumentName = Annotated[
    str, typer.Option("--document", metavar="WHICH", help=f"Which paper: {_KINDS_IN_WORDS}.")
]


def import_word(
    file: Annotated[Path, typer.Argument(metavar="FILE.docx", help="The Word file to read.")],
    out: Annotated[str, typer.Option("--out", metavar="PLAN", help="The plan to make.")] = "",
    yes: Annotated[bool, typer.Option("--yes", help="Make it without asking.")] = False,
    column: Annotated[
        list[str] | None,
        typer.Option(
            "--column",
            metavar='"HEADING=FIELD"',
            help="What a column is that was not understood: a key of show --json, or out.",
        ),
    ] = None,
    force: Force = False,
) -> None:
    """Read a Word file and make a plan of it, after showing what was found."""
    from store.places import plans_folder
    from store.plans_folder import free_path, new_plan_path

    paper = read_word_paper(file, _meanings(column or []))
    typer.echo(paper.summary)
    for remark in paper.remarks:
        typer.echo(f"  - {remark}")
    _say_columns(paper)
    if paper.problem:
        refuse(paper.problem)
    title = paper.source.stem
    path = new_plan_path(out, title) if out else free_path(plans_folder(), title)
    if not yes and not can_ask():
        refuse("What was found could not be printed, so nothing was made. --yes makes the plan.")
    if not yes and not typer.confirm(f"Make the plan {path}?", default=True):
        typer.echo("Nothing was made.")
        return
    label = f"Read from {file.name}"
    path = make_plan(out, title, paper.made(), label, force=force)
    say_done(f"Made: {path}")


def _meanings(typed: list[str]) -> ColumnMeanings:
    from store.settings import load_settings

    try:
        form = council_format(load_settings()[0])
        return dict(column_meaning(one, form) for one in typed)
    except FormatError as error:
        refuse(f"Nothing was read: the council's format cannot be used. {error}")
    except ValueError as error:
        raise typer.BadParameter(f"{error}.") from error


def _say_columns(paper: WordPaper) -> None:
    for column in paper.unknown:
        samples = ", ".join(f"“{sample}”" for sample in column.samples)
        typer.echo(f"  - The column “{column.heading}” has, for example: {samples}.")
    if paper.unknown:
        first = paper.unknown[0].heading
        typer.echo(f'    --column "{first}=leads" would say what that column is,')
        typer.echo(f'    --column "{first}={LEFT_OUT}" that it is to be left out.')


def export_word(  # noqa: PLR0913, PLR0917 - each is an option of the command
    plan: PlanName,
    document: DocumentName = "plan",
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="The folder.")] = Path(),
    template: Annotated[
        str | None,
        typer.Option(
            "--template",
            metavar="FILE",
            help="The council's own Word template, used from now on; none for plandesk's own.",
        ),
    ] = None,
    keep_body: Annotated[
        bool | None,
        typer.Option(
            "--keep-body/--leave-body",
            help="Print the text of the template's body too, or leave it out: from now on.",
            show_default=False,
        ),
    ] = None,
    progress: Annotated[
        str,
        typer.Option(
            "--progress", metavar="WHICH", help="Progress notes: all, latest, or since a date."
        ),
    ] = "all",
    lead: Lead = "",
    aim: Aim = "",
    first: First = "",
    before: Before = "",
    by: Annotated[
        By | None, typer.Option("--by", help="The reviews, put together by this.")
    ] = None,
) -> None:
    """Write Word files into a folder and print where each went.

    A pack is the committee paper as one file, and its report, plan and assessments as their own.
    With --lead, --aim, --from, --before or --by the reviews are those that plandesk reviews lists.
    """
    from store.settings import load_settings

    kind = _kind(document)
    session = opened(plan)
    chosen = look_of(load_settings()[0], template, keep_body=keep_body)
    if keep_body is not None and chosen.template is None:
        raise typer.BadParameter(
            "--keep-body and --leave-body are for a template: --template FILE."
        )
    look = replace(chosen, progress=_printed(progress))
    shown = None
    if lead or aim or first or before or by:
        if kind != REVIEWS.kind:
            raise typer.BadParameter(
                "--lead, --aim, --from, --before and --by go with --document reviews."
            )
        shown = _shown(session, only_of({session.name: session.plan}, lead, aim), first, before, by)
    for exported in Export(session.plan, session.name, kind, out, look, reviews=shown).written():
        say_done(exported.sentence)
    if template is not None or keep_body is not None:
        _remember(look)


def _shown(
    session: "PlanSession", only: "Only", first: str, before: str, by: By | None
) -> "ShownReviews":
    """Return the reviews that are to be printed, as plandesk reviews lists them."""
    from plan.following.timeline import ShownReviews

    start, end = days_of(first, before)
    plans = {session.name: session.plan}
    return ShownReviews(plans, start, end, by.value if by else "month", only)


def _printed(text: str) -> "PrintedNotes":
    from plan.following.ledger import read_printed

    printed = read_printed(text)
    if printed is None:
        raise typer.BadParameter(f"“{text}” is neither all, nor latest, nor a date.")
    return printed


def _remember(look: Look) -> None:
    from store.settings import load_settings, save_settings

    try:
        save_settings(with_look(load_settings()[0], look))
    except OSError as error:
        typer.echo(f"The template could not be remembered: {error}", err=True)


def _kind(document: str) -> DocumentKind:
    if document not in DOCUMENTS:
        raise typer.BadParameter(
            f"there is no document “{document}”; it can be: {_KINDS_IN_WORDS}."
        )
    return document


def show(plan: PlanName, document: DocumentName = "", as_json: AsJson = False) -> None:
    """Print a plan in plain lines, or as JSON; with --document, a paper as it will be."""
    if document and as_json:
        raise typer.BadParameter("--json prints the whole plan, so it goes without --document.")
    kind = _kind(document) if document else None
    session = opened(plan)
    if kind is not None:
        _show_papers(session, kind)
    elif as_json:
        from plan.papers.plan_json import printed_plan

        typer.echo(json.dumps(printed_plan(session.plan), ensure_ascii=False, indent=2))
    else:
        from tui.command_line.plain_lines import plan_lines

        for line in plan_lines(session.plan, session.form):
            typer.echo(line)


def _show_papers(session: "PlanSession", kind: DocumentKind) -> None:
    from desk.checking import checked
    from desk.shown_papers import shown_papers
    from desk.today import today
    from plan.text.line_breaks import UNBROKEN

    papers = shown_papers(session.plan, (kind,))
    if not papers:
        refuse(
            f"The plan {session.name} has no equality impact assessment yet, so there is none to "
            "show. It can be begun in the window."
        )
    width = min(shutil.get_terminal_size().columns, WIDEST) if sys.stdout.isatty() else UNBROKEN
    mark = mark_of(checked(session.plan, session.form, today()))
    for number, paper in enumerate(papers):
        if number:
            typer.echo("")
        for line in paper.laid_out(width, mark):
            typer.echo(line.text)
