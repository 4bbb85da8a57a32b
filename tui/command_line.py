"""The command line: everything an officer needs without the window, in plain lines.

Exit status: 0 done, 1 refused with a sentence on standard error, 2 wrong usage.
"""

import json
import sys
from collections.abc import Sequence
from typing import Annotated

import typer
from typer.exceptions import TyperException

from plan import edits
from plan.changes import Change
from plan.clean import safe_characters
from plan.format import FormatError
from plan.outline import NoteOutline
from plan.progress import read_note
from store.errors import StoreError
from tui import (
    check_command,
    framework_command,
    history_command,
    names_command,
    paper_commands,
    progress_command,
    restore_command,
    reviews_command,
    settings_commands,
    trace_command,
)
from tui.commanding import (
    AsJson,
    Force,
    PlanName,
    RefusedError,
    free_plan_path,
    opened,
    refuse,
    save,
)
from tui.counting import counted
from tui.exporting import ExportError
from tui.importing import ImportRefusedError
from tui.making import make_plan_file, sample_plan
from tui.session import PlanSession

app = typer.Typer(
    name="plandesk",
    help="Write an improvement plan and get it as Word. Alone, plandesk opens its window.",
    epilog="The exit status is 0 when done, 1 when refused with a sentence, 2 for wrong usage.",
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)

app.command("import")(paper_commands.import_word)
app.command("export")(paper_commands.export_word)
app.command("show")(paper_commands.show)
app.command("check")(check_command.check)
app.command("progress")(progress_command.progress)
app.command("reviews")(reviews_command.reviews)
app.command("trace")(trace_command.trace)
app.command("names")(names_command.names)
app.command("framework")(framework_command.framework)
app.command("history")(history_command.history)


_NOT_SAID = "Value error, "
"""What the libraries put before a sentence, and an officer need not read."""


def run(arguments: Sequence[str]) -> int:
    """Run a command and return its exit status."""
    try:
        status = app(list(arguments), standalone_mode=False)
    except typer.Exit as exit_:
        return exit_.exit_code
    except typer.Abort:
        return _said("Stopped. Nothing was changed.")
    except TyperException as error:
        sys.stderr.write(f"{_usage_problem(error.format_message(), arguments[0])}\n")
        return error.exit_code
    except (StoreError, ExportError, ImportRefusedError, RefusedError, FormatError) as error:
        return _said(str(error))
    return int(status or 0)


def wrong_usage(arguments: Sequence[str]) -> int:
    """Say that plandesk opens one plan at a time."""
    sys.stderr.write(
        f"plandesk opens one plan at a time, not {len(arguments)}: {' '.join(arguments)}. "
        "A name with spaces wants quotation marks. plandesk --help names the commands.\n"
    )
    return 2


def _usage_problem(message: str, first: str) -> str:
    command = "plandesk" if first.startswith("-") else f"plandesk {first}"
    return f"{message.replace(_NOT_SAID, '').rstrip('.')}. {command} --help says more."


def _said(sentence: str) -> int:
    sys.stderr.write(f"{safe_characters(sentence)}\n")
    return 1


@app.command("set")
def set_value(
    plan: PlanName,
    ref: Annotated[
        str,
        typer.Argument(
            metavar="REF", help="An action's ref, such as 2.1; an aim's number; cover; report."
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
    from tui.setting import SettingError, remark_on, set_by_ref

    session = opened(plan, to_write=True)
    try:
        change = set_by_ref(session.plan, ref, field, text, session.form)
    except SettingError as error:
        raise RefusedError(f"{error} The plan {session.name} is unchanged.") from error
    _save(session, change)
    remark = remark_on(ref, field, text, session.form)
    if remark:
        typer.echo(f"To look at: {remark}.")


@app.command("note")
def add_note(
    plan: PlanName,
    ref: Annotated[str, typer.Argument(metavar="REF", help="An action's ref, such as 2.1.")],
    text: Annotated[str, typer.Argument(metavar="TEXT", help="May begin with a date and status.")],
) -> None:
    """Add a progress note to an action, dated today unless it begins with a date."""
    from tui.today import today_in_words

    session = opened(plan, to_write=True)
    action = session.plan.action_at(ref)
    if action is None:
        refuse(f"There is no action {ref}. The plan {session.name} is unchanged.")
    if not text.strip():
        refuse(f"There is nothing in the note. The plan {session.name} is unchanged.")
    note = read_note(text)
    dated = note if note.as_at else NoteOutline(today_in_words(), note.status, note.text)
    _save(session, edits.add_note(session.plan, action.id, dated))


def _save(session: PlanSession, change: Change) -> None:
    save(session, change)
    typer.echo(f"Saved: {change.label}.")


@app.command("sample")
def sample(
    out: Annotated[str, typer.Option("--out", metavar="PLAN", help="The plan to make.")] = "",
    actions: Annotated[
        int | None, typer.Option("--actions", metavar="N", min=1, help="That many actions.")
    ] = None,
    force: Force = False,
) -> None:
    """Make the sample plan, or a large one for trying size."""
    path = free_plan_path(out, "Sample plan")
    make_plan_file(path, sample_plan(actions), "Sample", replace=force)
    typer.echo(f"Made: {path}")


@app.command("list")
def list_plans(as_json: AsJson = False) -> None:
    """Print the plans of the desk."""
    from store.desk import plans_on_desk
    from store.places import plans_folder

    entries = plans_on_desk(plans_folder())
    if as_json:
        rows = [
            {
                "name": entry.name,
                "path": str(entry.path),
                "title": entry.title,
                "problem": entry.problem,
            }
            for entry in entries
        ]
        typer.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    for entry in entries:
        size = f"{counted(entry.aims, 'aim')}, {counted(entry.actions, 'action')}"
        typer.echo(f"{entry.name}: {entry.problem or f'{entry.title} ({size})'}")
    if not entries:
        typer.echo(f"There is no plan in {plans_folder()} yet.")


app.command("restore")(restore_command.restore)
app.command("delete")(restore_command.delete)
app.command("formats")(settings_commands.formats)
app.command("settings")(settings_commands.settings)
