"""The options of `plandesk export` that choose how a document is laid out."""

from typing import Annotated

import typer

from desk.exporting import unusable_format
from desk.session import PlanSession
from plan.council.format import FormatError
from plan.papers.choices import LAYOUTS, ChoiceError, Choices, read_choices

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
Progress = Annotated[
    str,
    typer.Option(
        "--progress", metavar="WHICH", help="Progress notes: all, latest, or since a date."
    ),
]


def choices_of(session: PlanSession, **typed: str) -> Choices:
    """Return what was chosen, by the names of the options. Raises BadParameter, ExportError."""
    try:
        return read_choices(typed, session.council)
    except FormatError as error:
        raise unusable_format(error) from error
    except ChoiceError as error:
        raise typer.BadParameter(str(error)) from error
