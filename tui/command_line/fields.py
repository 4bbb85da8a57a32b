"""The commands `plandesk set` and `plandesk note`: set one field, or add a progress note."""

from typing import Annotated

import typer
from pydantic import ValidationError

from desk.named_fields import CannotSetError, remark_on, set_by_ref
from desk.session import PlanSession
from desk.today import today_in_words
from plan.changes import edits
from plan.changes.change import Change
from plan.model.field_kinds import LINE_LIMIT, PROSE_LIMIT
from plan.model.outline import NoteOutline
from plan.reading.dates import read_date
from plan.reading.progress import read_note
from plan.text.clean import clean_line, clean_text
from tui.command_line.printing import say_done
from tui.command_line.shared import PlanName, changing, refuse, save_or_say_nothing


def set_value(
    plan: PlanName,
    ref: Annotated[
        str,
        typer.Argument(
            metavar="REF",
            help="An action's ref, such as 2.1; an aim's number; cover; report; or a place in it.",
        ),
    ],
    field: Annotated[
        str, typer.Argument(metavar="FIELD", help="A key of show --json; a wrong one is told all.")
    ],
    text: Annotated[str, typer.Argument(metavar="TEXT", help="Items of a list: one to a line.")],
) -> None:
    """Set a field of an action, an aim, the cover or the report, and return when it is saved.

    plandesk set PLAN 2.1 timescale "June 2017"; plandesk set PLAN report number 299-2016
    """
    with changing(plan) as session:
        try:
            change = set_by_ref(session.plan, ref, field, text, session.council)
        except CannotSetError as error:
            refuse(str(error))
        _save(session, change)
    remark = remark_on(ref, field, text, session.council)
    if remark:
        typer.echo(f"To look at: {remark}.")


def add_note(
    plan: PlanName,
    ref: Annotated[str, typer.Argument(metavar="REF", help="An action's ref, such as 2.1.")],
    text: Annotated[str, typer.Argument(metavar="TEXT", help="What there is to report.")],
    status: Annotated[
        str, typer.Option("--status", metavar="STATUS", help="How it stands, such as On track.")
    ] = "",
    as_at: Annotated[
        str, typer.Option("--date", metavar="DATE", help="Of which day it tells, if not today.")
    ] = "",
) -> None:
    """Add a progress note to an action, dated today unless a date is given or begins the text."""
    with changing(plan) as session:
        action = session.plan.action_at(ref)
        if action is None:
            refuse(f"There is no action {ref}.")
        if not text.strip():
            refuse("There is nothing in the note.")
        if as_at and read_date(as_at) is None:
            refuse(f"“{as_at}” is not understood as a date, such as 26 September 2016.")
        try:
            change = edits.add_note(session.plan, action.id, _note(text, status, as_at))
        except ValidationError:
            refuse(
                f"The note is longer than plandesk keeps: {PROSE_LIMIT:,} characters, and "
                f"{LINE_LIMIT:,} of its status."
            )
        _save(session, change)


def _note(text: str, status: str, as_at: str) -> NoteOutline:
    """Return a note as it was given, dated today unless it gives a date."""
    is_told = bool(status or as_at)  # if not, the text may begin with both, as in the window
    note = NoteOutline(as_at, clean_line(status), clean_text(text)) if is_told else read_note(text)
    return NoteOutline(clean_line(note.as_at) or today_in_words(), note.status, note.text)


def _save(session: PlanSession, change: Change) -> None:
    if save_or_say_nothing(session, change, "It says that already"):
        say_done(f"Saved: {change.label}.")
