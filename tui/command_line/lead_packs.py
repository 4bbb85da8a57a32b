"""The commands `plandesk pack-leads` and `replies`: forms for the leads, and what came back."""

from pathlib import Path
from typing import Annotated

import typer

from desk.council import look_of
from desk.lead_packs import (
    left,
    left_out_lines,
    part_of_reply,
    read_reply_to,
    reply_lines,
    waiting_lines,
    who_replied,
    write_forms,
)
from plan.reading.dates import date_in_words, read_date
from plan.text.clean import clean_line
from plan.text.line_breaks import counted
from store.settings import load_settings
from store.written import keep_written
from tui.command_line.choices import Folder
from tui.command_line.printing import say_done
from tui.command_line.shared import (
    PlanName,
    changing,
    opened,
    refuse,
    save_or_say_nothing,
)


def pack_leads(
    plan: PlanName,
    out: Folder,
) -> None:
    """Write for each lead a Word form with only its actions, to be filled in and sent back."""
    session = opened(plan)
    own = session.council.plan.own
    look = look_of(load_settings()[0])
    written: list[Path] = []
    for exported in write_forms(session.plan, session.name, own, out, look):
        say_done(exported.sentence)
        written.append(exported.path)
    keep_written(session.path, written)
    for line in left_out_lines(session.plan, own):
        typer.echo(clean_line(line))
    if not written:
        refuse(f"No action of {session.name} that is still open names a lead. Nothing was written.")


def replies(
    plan: PlanName,
    file: Annotated[
        Path | None, typer.Argument(metavar="[FILE.docx]", help="A form that came back.")
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Take what is shown into the plan.")] = False,
    leave: Annotated[
        list[str] | None,
        typer.Option("--leave", metavar="REF/FIELD", help="Not this: 1.1/status; repeatable."),
    ] = None,
) -> None:
    """Show what a lead's reply says, and take it with --yes; without FILE, who has not replied.

    Status and progress become progress notes, each on its own action and only once; --leave leaves
    one of them. Wording that the lead has changed is shown and not taken. The exit status is 1
    while something waits.
    """
    if file is None:
        _print_waiting(plan)
        return
    with changing(plan) as session:
        reply = read_reply_to(session.plan, file)
        for line in reply_lines(session.plan, reply):
            typer.echo(clean_line(line) if not line.startswith(" ") else line)
        try:
            reply = part_of_reply(session.plan, left(session.plan, reply.answers, leave or ()))
        except ValueError as error:
            refuse(str(error))
        if reply.change.is_empty:
            say_done("There is nothing new in it. Nothing was changed.")
        elif not yes:
            refuse("Nothing was changed. With --yes this is taken, all but what --leave names.")
        elif save_or_say_nothing(session, reply.change, "That is so already"):
            say_done(f"Saved: {reply.change.label}.")
    unknown = [one for one in reply.answers if one.standing == "unknown" and one.is_written]
    if unknown:
        many = counted(len(unknown), "answer")
        refuse(f"{many} not taken: nobody can tell of which action. Note it by hand.")


def _print_waiting(plan: str) -> None:
    session = opened(plan)
    day, waiting = who_replied(session.plan)
    read = read_date(day) if day else None
    if read is not None:
        typer.echo(f"Forms were sent on {date_in_words(read.first)}.")
    for line in waiting_lines(day, waiting):
        typer.echo(clean_line(line))
    missing = sum(not one.has_replied for one in waiting)
    if missing and day:
        refuse(f"{missing} of {len(waiting)} have not replied.")
