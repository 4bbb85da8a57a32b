"""The commands that add, move, copy and remove a row of a plan, and undo what was done."""

from typing import Annotated

import typer

from desk.history_steps import wording_of
from desk.named_questions import assessment_named
from desk.named_rows import NamedRows, row_added_by
from desk.session import PlanSession
from plan.changes.change import Change
from plan.model.rows import Action, Aim
from plan.text.clean import clean_text
from tui.command_line.printing import say_done
from tui.command_line.shared import (
    PlanName,
    RefusedError,
    changing,
    refuse,
    save_or_say_nothing,
    wait_until_saved,
)

FormName = Annotated[
    str,
    typer.Option("--form", metavar="FORM", help="Which assessment, of several with that table."),
]
RowRef = Annotated[
    str,
    typer.Argument(metavar="REF", help="Such as 2.1, 2, report/main-text/3, appendix/2."),
]


def add(
    plan: PlanName,
    parent: Annotated[
        str,
        typer.Argument(
            metavar="PARENT",
            help="aim, an aim's number, report/SECTION, appendix, assessment, a table of its form.",
        ),
    ],
    text: Annotated[
        str, typer.Argument(metavar="TEXT", help="What it says; of an assessment, the form.")
    ] = "",
    kind: Annotated[
        str,
        typer.Option("--kind", metavar="KIND", help="Of a paragraph or an appendix, if another."),
    ] = "",
    made_of: Annotated[
        str,
        typer.Option("--from", metavar="ROW", help="The row of a form that becomes an action."),
    ] = "",
    form: FormName = "",
) -> None:
    """Add an aim, an action, a paragraph, an appendix, an assessment or a row of its form.

    plandesk add PLAN aim "Hear children."; plandesk add PLAN 1 "Publish one guide."
    """
    with changing(plan) as session:
        is_named_alone = parent.strip().lower() in ("assessment", "appendix") or made_of
        if not is_named_alone and not clean_text(text).strip():
            refuse("There is nothing in the text.")
        rows = _rows(session)
        if made_of:
            change = rows.made_action(parent, _in_form(session, form, made_of))
        else:
            change = rows.added(_in_form(session, form, parent), text, kind)
        _save(session, change)
        _say_added("Added", session, change)


def move(
    plan: PlanName,
    ref: RowRef,
    to: Annotated[str, typer.Argument(metavar="TO", help="What it becomes, such as 2.1.")],
) -> None:
    """Move an action, an aim, a paragraph, an appendix or a row of a form to another place.

    plandesk move PLAN 1.5 2.1: action 1.5 becomes 2.1, and those below are numbered anew
    """
    with changing(plan) as session:
        rows = _rows(session)
        row, change = rows.row(ref), rows.moved(ref, to)
        was = rows.ref(row)
        if save_or_say_nothing(session, change, f"It is {was} already"):
            now = session.plan.table(row.table)[row.id]
            named = _rows(session).ref(now)
            if isinstance(now, Aim | Action) and now.sealed_ref:
                stands = wording_of(session.council, session.plan).standing(session.plan, now)
                named = f"{stands} now, and keeps its number"
            else:
                named = f"{named} now"
            say_done(f"Moved: {was} is {named}.")


def duplicate(plan: PlanName, ref: RowRef) -> None:
    """Add a copy of an action, an aim, a paragraph or an assessment below it."""
    with changing(plan) as session:
        change = _rows(session).duplicated(ref)
        _save(session, change)
        _say_added("Copied", session, change)


def remove(plan: PlanName, ref: RowRef) -> None:
    """Remove an action, aim, note, paragraph, appendix, assessment or a row of its form.

    Whatever belongs to it goes with it; plandesk undo brings all of it back.
    """
    with changing(plan) as session:
        rows = _rows(session)
        row, change = rows.row(ref), rows.removed(ref)
        was, with_it = rows.ref(row), rows.with_it(row)
        _save(session, change)
        gone = f"{was}, with {with_it}" if with_it else was
        say_done(f"Removed: {gone}. plandesk undo {plan!r} brings it back.")


def undo(plan: PlanName) -> None:
    """Undo the last step that was made in a plan, here or in the window."""
    _step(plan, "undo")


def redo(plan: PlanName) -> None:
    """Bring back the step that was undone last."""
    _step(plan, "redo")


def _step(plan: str, asked_for: str) -> None:
    with changing(plan) as session:
        if session.read_only_reason:
            raise RefusedError(session.read_only_reason)
        change = session.undo() if asked_for == "undo" else session.redo()
        if change is None:
            refuse(f"There is nothing to {asked_for}. {session.past_problem}".rstrip())
        wait_until_saved(session)
        say_done(f"{change.label}.")


def _in_form(session: PlanSession, form: str, named: str) -> str:
    """Return the name of a table or of a row with that of its assessment, if one is given."""
    if not form:
        return named
    one = assessment_named(session.plan, session.council, form).assessment
    place = session.plan.assessments.index(one) + 1
    return f"assessment-{place}/{named}"


def _rows(session: PlanSession) -> NamedRows:
    return NamedRows(session.plan, session.council)


def _save(session: PlanSession, change: Change) -> None:
    save_or_say_nothing(session, change, "")


def _say_added(done: str, session: PlanSession, change: Change) -> None:
    row = row_added_by(session.plan, change)
    if row is not None:
        say_done(f"{done}: {_rows(session).ref(row)}.")
