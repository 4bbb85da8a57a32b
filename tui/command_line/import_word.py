"""The command `plandesk import`: make a plan from a Word file, or take a list into one."""

import json
import shlex
from pathlib import Path
from typing import Annotated

import typer

from desk.council import council_format
from desk.errors import ImportRefusedError
from desk.importing import (
    LEFT_OUT,
    ColumnMeanings,
    WordPaper,
    account_of_word_file,
    column_meaning,
    read_word_paper,
)
from desk.spreadsheet import is_spreadsheet
from importers.decisions import Decisions, decided_in_words, decisions_typed
from plan.council.format import FormatError
from plan.text.line_breaks import counted
from store.pictures import keep_pictures
from store.places import free_path, new_plan_path, plans_folder
from store.settings import load_settings
from tui.command_line.import_sheet import import_sheet
from tui.command_line.printing import can_ask, say_done
from tui.command_line.shared import AsJson, Force, NewPlan, make_plan, refuse

_MOST_REMARKS = 40
"""Remarks that are printed; with more of them nobody reads the paper in by them."""
_MOST_PROPOSED = 4
"""Columns for which it is printed how to say what they are."""

File = Annotated[
    Path,
    typer.Argument(
        metavar="FILE", help="The Word file to read, or the list of a spreadsheet to take."
    ),
]
Into = Annotated[
    str,
    typer.Option(
        "--into", metavar="PLAN", help="The plan into which a list (.csv, .xlsx) is taken."
    ),
]
Yes = Annotated[bool, typer.Option("--yes", help="Make the plan without asking, or take the list.")]
Column = Annotated[
    list[str] | None,
    typer.Option(
        "--column",
        metavar='"HEADING=FIELD"',
        help="What a column is that was not understood: a key of show --json, aim, or out.",
    ),
]
ForAccount = Annotated[
    bool, typer.Option("--account", help="Only say where each word of the file would go.")
]
Struck = Annotated[
    str, typer.Option(metavar="leave|take", help="Leave out what is crossed out, or take it.")
]
Comments = Annotated[
    str, typer.Option(metavar="keep|leave", help="Keep comments as remarks with the plan, or not.")
]
Notes = Annotated[
    str,
    typer.Option(metavar="leave|brackets", help="Leave out footnotes, or take them in brackets."),
]
Colours = Annotated[
    str,
    typer.Option(
        metavar="words|leave", help="Read coloured cells as the word of a status, or not."
    ),
]
Leads = Annotated[
    str, typer.Option(metavar="one|several", help="Keep “A; B / C” as one lead, or divide it.")
]


def import_word(  # noqa: PLR0913, PLR0917 - an option each
    file: File,
    out: NewPlan = "",
    into: Into = "",
    yes: Yes = False,
    column: Column = None,
    account: ForAccount = False,
    struck: Struck = "leave",
    comments: Comments = "keep",
    notes: Notes = "leave",
    colours: Colours = "words",
    leads: Leads = "one",
    as_json: AsJson = False,
    force: Force = False,
) -> None:
    """Read a Word file and make a plan of it, after showing what was found.

    plandesk import FILE.csv --into PLAN shows what a list of actions, reviews or progress would
    change; with --yes it is taken. Its first row is keys, as plandesk export --as csv writes them.
    """
    if into or is_spreadsheet(file):
        if out or column or account or as_json or force:
            raise typer.BadParameter("A list goes with --into and --yes, and no other option.")
        import_sheet(file, into, yes=yes)
        return
    meanings = _meanings(column or [])
    decisions = _decisions(
        struck=struck, comments=comments, notes=notes, colours=colours, leads=leads
    )
    if account or as_json:
        _print_account(file, meanings, decisions, as_json=as_json)
        return
    paper = _read(file, meanings, decisions)
    _say_what_was_found(file, paper)
    if paper.problem:
        refuse(paper.problem)
    _make(file, paper, out, yes=yes, force=force)


def _read(file: Path, meanings: ColumnMeanings, decisions: Decisions) -> WordPaper:
    """Return what was found. Raises ImportRefusedError, RefusedError where it is a lead's form."""
    try:
        return read_word_paper(file, meanings, decisions)
    except ImportRefusedError:
        _refuse_reply(file)
        raise


def _make(file: Path, paper: WordPaper, out: str, *, yes: bool, force: bool) -> None:
    """Make a plan of what was found, once the officer agrees, with its pictures beside it."""
    title = paper.source.stem
    path = new_plan_path(out, title) if out else free_path(plans_folder(), title)
    if not yes and not can_ask():
        refuse("What was found could not be printed, so nothing was made. --yes makes the plan.")
    if not yes and not typer.confirm(f"Make the plan {path}?", default=True):
        typer.echo("Nothing was made.")
        return
    label = f"Read from {file.name}"
    path = make_plan(out, title, paper.made(), label, force=force)
    keep_pictures(path, paper.pictures)
    say_done(f"Made: {path}")


def _say_what_was_found(file: Path, paper: WordPaper) -> None:
    if paper.account.words:
        typer.echo(f"{paper.account.sentence}.")
    typer.echo(paper.summary)
    for remark in paper.remarks[:_MOST_REMARKS]:
        typer.echo(f"  - {remark}")
    more = len(paper.remarks) - _MOST_REMARKS
    if more > 0:
        typer.echo(f"  … and {counted(more, 'other')}.")
    for decided in decided_in_words(paper.cases):
        way = f"--{decided.kind} {decided.other} {decided.would}"
        typer.echo(f"  - {decided.said} ({way}).")
    if paper.account.shown:
        typer.echo(f"plandesk import {shlex.quote(str(file))} --account prints what was not taken.")
    _say_columns(paper)


def _print_account(
    file: Path, meanings: ColumnMeanings, decisions: Decisions, *, as_json: bool
) -> None:
    account = account_of_word_file(file, meanings, decisions)
    if as_json:
        typer.echo(json.dumps(account.as_json(), ensure_ascii=False, indent=2))
        return
    for line in account.lines():
        typer.echo(line)


def _refuse_reply(file: Path) -> None:
    """Refuse a lead's form that came back: it is no plan but belongs to one."""
    # Loaded only where no plan was found in a Word file: a list of actions is none.
    from desk.lead_packs import reply_found  # noqa: PLC0415

    found = reply_found(file)
    if found.is_form:
        plan = found.plans[0].name if found.plans else "PLAN"
        refuse(
            f"{file.name} is a lead's form, so no plan was made of it: plandesk replies “{plan}” "
            f"“{file}” shows what is in it."
        )


def _meanings(typed: list[str]) -> ColumnMeanings:
    try:
        council = council_format(load_settings()[0])
        return dict(column_meaning(one, council) for one in typed)
    except FormatError as error:
        refuse(f"Nothing was read: the council's format cannot be used. {error}")
    except ValueError as error:
        raise typer.BadParameter(f"{error}.") from error


def _decisions(**typed: str) -> Decisions:
    try:
        return decisions_typed(typed)
    except ValueError as error:
        raise typer.BadParameter(f"{error}.") from error


def _say_columns(paper: WordPaper) -> None:
    for column in paper.unknown:
        samples = ", ".join(f"“{sample}”" for sample in column.samples)
        typer.echo(f"  - The column “{column.heading}” has, for example: {samples}.")
    looking = [column for column in paper.unknown if column.likely][:_MOST_PROPOSED]
    says = "would say what that column is"
    for column in looking:
        named = f'--column "{column.heading}={column.likely}"'
        typer.echo(f"    {named} {says} (it looks like it),")
    if paper.unknown:
        first = paper.unknown[0]
        if not looking and first.may_be:
            named = f'--column "{first.heading}=FIELD"'
            typer.echo(f"    {named} {says}; FIELD: {', '.join(first.may_be)}.")
        typer.echo(f'    --column "{first.heading}={LEFT_OUT}" would leave that column out.')
