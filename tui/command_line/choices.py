"""The options of `plandesk export`, and what was chosen by them."""

from pathlib import Path
from typing import Annotated

import typer

from desk.errors import ExportError
from desk.exporting import WAYS, read_ways, unusable_format
from desk.paper_copies import CopyKind, read_copy
from desk.session import PlanSession
from plan.council.format import FormatError
from plan.papers.choices import LAYOUTS, ChoiceError, Choices, read_choices

Folder = Annotated[Path, typer.Option("--out", metavar="DIR", help="The folder.")]
Template = Annotated[
    str | None,
    typer.Option(
        "--template",
        metavar="FILE",
        help="The council's own Word template, used from now on; none for plandesk's own.",
    ),
]
KeepBody = Annotated[
    bool | None,
    typer.Option(
        "--keep-body/--leave-body",
        help="Print the text of the template's body too, or leave it out: from now on.",
        show_default=False,
    ),
]
Layout = Annotated[
    str,
    typer.Option(
        "--layout", metavar="LAYOUT", help=f"Of the plan's actions: {', '.join(LAYOUTS)}."
    ),
]
Columns = Annotated[
    str,
    typer.Option("--columns", metavar="KEY,…", help="What is printed of an action, in this order."),
]
BreakByAim = Annotated[
    bool, typer.Option("--break-by-aim", help="Each aim of the plan begins a page.")
]
Cover = Annotated[bool, typer.Option("--cover", help="With a cover page.")]
Contents = Annotated[bool, typer.Option("--contents", help="With a table of contents.")]
Size = Annotated[
    str,
    typer.Option("--size", metavar="POINTS", help="Of the text; all else follows: 16 is large."),
]
Progress = Annotated[
    str,
    typer.Option(
        "--progress", metavar="WHICH", help="Progress notes: all, latest, or since a date."
    ),
]
Comments = Annotated[
    bool,
    typer.Option("--comments", help="In Word: the plan's comments, as comments of Word."),
]
Ways = Annotated[
    list[str] | None,
    typer.Option(
        "--as", metavar="|".join(WAYS), help="In which way: Word, or another; may be given again."
    ),
]
CopyName = Annotated[
    str,
    typer.Option(
        "--copy",
        metavar="public|internal",
        help="For the public: without contacts, remarks and comments; or marked as internal.",
    ),
]


def copy_named(typed: str) -> CopyKind:
    """Return which copy is written, empty for none. Raises BadParameter."""
    try:
        return read_copy(typed)
    except ExportError as error:
        raise typer.BadParameter(str(error)) from error


def ways_of(typed: list[str] | None) -> tuple[str, ...]:
    """Return the ways in which papers are written, Word if none is given. Raises BadParameter."""
    try:
        return read_ways(" ".join(typed or ()))
    except ExportError as error:
        raise typer.BadParameter(str(error)) from error


def choices_of(session: PlanSession, **typed: str) -> Choices:
    """Return what was chosen, by the names of the options. Raises BadParameter, ExportError."""
    try:
        return read_choices(typed, session.council)
    except FormatError as error:
        raise unusable_format(error) from error
    except ChoiceError as error:
        raise typer.BadParameter(str(error)) from error


def yes_if(is_given: bool) -> str:
    """Return what `read_choices` reads of an option without a value."""
    return "yes" if is_given else ""
