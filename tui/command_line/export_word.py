"""The command `plandesk export`: write papers as Word files and print where each went."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from desk.after_export import after_export
from desk.council import Look, look_of, with_look
from desk.errors import PdfMissingError
from desk.exporting import Export, Exported
from desk.session import PlanSession
from plan.following.timeline import ShownReviews
from plan.model.documents import DocumentKind
from plan.model.plan import Plan
from plan.papers.choices import narrow_columns
from store.settings import load_settings, save_settings
from store.written import keep_written
from tui.command_line.choices import (
    BreakByAim,
    Columns,
    Comments,
    Contents,
    CopyName,
    Cover,
    Folder,
    KeepBody,
    Layout,
    Progress,
    Size,
    Template,
    Ways,
    choices_of,
    copy_named,
    ways_of,
    yes_if,
)
from tui.command_line.papers import document_kind
from tui.command_line.printing import say_done
from tui.command_line.reviews import Aim, Before, By, First, Lead, days_of, only_of
from tui.command_line.shared import DocumentName, PlanName, opened

GroupedBy = Annotated[By | None, typer.Option("--by", help="The reviews, put together by this.")]


def export_word(  # noqa: PLR0913, PLR0917 - each is an option of the command
    plan: PlanName,
    document: DocumentName = "",
    ways: Ways = None,
    out: Folder = Path(),
    template: Template = None,
    keep_body: KeepBody = None,
    layout: Layout = "",
    columns: Columns = "",
    break_by_aim: BreakByAim = False,
    cover: Cover = False,
    contents: Contents = False,
    size: Size = "",
    progress: Progress = "all",
    comments: Comments = False,
    copy: CopyName = "",
    lead: Lead = "",
    aim: Aim = "",
    first: First = "",
    before: Before = "",
    by: GroupedBy = None,
) -> None:
    """Write Word files into a folder and print where each went.

    With --as pdf they are PDFs, made by LibreOffice or Word where one is installed.
    With --as html or md they are web pages or Markdown.
    With --as csv or xlsx a list (actions, reviews or progress) is one for a spreadsheet.
    Without --document it is the plan, or what there is where it has no aim. A pack is the
    committee paper as one file, and its report, appendices and assessments as their own.
    With --copy public nobody in the contact blocks is named; only the screen says what is gone.
    With --comments a draft has the comments that are kept with the plan; a public copy never has.
    With --lead, --aim, --from, --before or --by the reviews are those that plandesk reviews lists.
    """
    named = document_kind(document) if document else ""
    session = opened(plan)
    kind = named or _usual_document(session.plan)
    choices = choices_of(
        session,
        layout=layout,
        columns=columns,
        break_by_aim=yes_if(break_by_aim),
        cover=yes_if(cover),
        contents=yes_if(contents),
        size=size,
        progress=progress,
        comments=yes_if(comments),
    )
    if (remark := narrow_columns(choices, session.council)) and kind in ("plan", "pack"):
        typer.echo(remark)
    look = _look(template, keep_body)
    shown = _shown(session, kind, by, lead=lead, aim=aim, first=first, before=before)
    export = Export(session.plan, session.name, kind, out, look, reviews=shown, choices=choices)
    export = replace(export, ways=ways_of(ways), copy=copy_named(copy), plan_file=session.path)
    _write(session, replace(export, dates=session.dates))
    if template is not None or keep_body is not None:
        _remember(look)


def _look(template: str | None, keep_body: bool | None) -> Look:
    """Return what the files are made with, by the options and the settings."""
    look = look_of(load_settings()[0], template, keep_body=keep_body)
    if keep_body is not None and look.template is None:
        raise typer.BadParameter(
            "--keep-body and --leave-body are for a template: --template FILE."
        )
    return look


def _write(session: PlanSession, export: Export) -> None:
    """Write the files, say where each went, and remember that plandesk wrote them."""
    done: list[Exported] = []
    missing: PdfMissingError | None = None
    try:
        for exported in export.write():
            done.append(exported)
            keep_written(session.path, [exported.path])
            say_done(exported.sentence)
    except PdfMissingError as error:  # the Word files are there
        missing = error
    for sentence in after_export(export, done).sentences:
        say_done(sentence)
    if missing is not None:
        raise missing


def _usual_document(plan: Plan) -> DocumentKind:
    """Return what is written where nobody said which: the plan, unless only others are begun."""
    if plan.aims:
        return "plan"
    has_report = bool(plan.report_rows or plan.passage_rows)
    return "report" if has_report else "assessment" if plan.assessments else "plan"


def _shown(
    session: PlanSession, kind: DocumentKind, by: By | None, **typed: str
) -> ShownReviews | None:
    """Return the reviews to print, as `plandesk reviews` lists them; None for all as usual.

    Raises BadParameter where another paper is written.
    """
    if by is None and not any(typed.values()):
        return None
    if kind != "reviews":
        raise typer.BadParameter(
            "--lead, --aim, --from, --before and --by go with --document reviews."
        )
    plans = {session.name: session.plan}
    only = only_of(plans, typed["lead"], typed["aim"])
    start, end = days_of(typed["first"], typed["before"])
    own = {session.name: session.council.plan.own}
    return ShownReviews(plans, start, end, by.value if by else "month", only, own=own)


def _remember(look: Look) -> None:
    try:
        save_settings(with_look(load_settings()[0], look))
    except OSError as error:
        typer.echo(f"The template could not be remembered: {error}", err=True)
