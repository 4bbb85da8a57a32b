"""The command line: everything an officer needs without the window, in plain lines.

Exit status: 0 done, 1 refused with a sentence on standard error, 2 wrong usage.
"""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, NoReturn

import typer
from typer.exceptions import TyperException

from plan import edits
from plan.changes import Change
from plan.outline import NoteOutline
from plan.progress import read_note
from store.errors import StoreError
from tui.counting import counted
from tui.exporting import ExportError
from tui.importing import ImportRefusedError, WordPlan, read_word_plan
from tui.making import make_plan_file, sample_plan
from tui.session import PlanSession

app = typer.Typer(
    name="plandesk",
    help="Write an improvement plan and get it as Word. Alone, plandesk opens its window.",
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)

PlanName = Annotated[str, typer.Argument(metavar="PLAN", help="A plan's path, or its name.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print it for a program to read.")]
Force = Annotated[bool, typer.Option("--force", help="Overwrite a plan that is there.")]
LONGEST_SAVE = 30.0


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
    except (StoreError, ExportError, ImportRefusedError, RefusedError) as error:
        return _said(str(error))
    return int(status or 0)


class RefusedError(Exception):
    """A command cannot be done; the message is for the officer."""


def wrong_usage(arguments: Sequence[str]) -> int:
    """Say that plandesk opens one plan at a time."""
    sys.stderr.write(
        f"plandesk opens one plan at a time, not {len(arguments)}: {' '.join(arguments)}. "
        "A name with spaces wants quotation marks. plandesk --help names the commands.\n"
    )
    return 2


def _usage_problem(message: str, first: str) -> str:
    command = "plandesk" if first.startswith("-") else f"plandesk {first}"
    return f"{message.rstrip('.')}. {command} --help says more."


def _said(sentence: str) -> int:
    sys.stderr.write(f"{sentence}\n")
    return 1


def _refuse(sentence: str) -> NoReturn:
    raise RefusedError(sentence)


def _opened(name: str) -> PlanSession:
    from store.desk import plan_path

    path = plan_path(name)
    if not path.exists():
        _refuse(f"There is no plan {path}. Nothing was made. plandesk list names the plans.")
    return PlanSession.opened(path)


@app.command("import")
def import_word(
    file: Annotated[Path, typer.Argument(metavar="FILE.docx", help="The Word file to read.")],
    out: Annotated[str, typer.Option("--out", metavar="PLAN", help="The plan to make.")] = "",
    yes: Annotated[bool, typer.Option("--yes", help="Make it without asking.")] = False,
    force: Force = False,
) -> None:
    """Read a Word file and make a plan of it, after showing what was found."""
    word_plan = read_word_plan(file)
    typer.echo(word_plan.summary)
    for remark in word_plan.remarks:
        typer.echo(f"  - {remark}")
    path = _path_for(word_plan, out)
    if not yes and not typer.confirm(f"Make the plan {path}?", default=True):
        typer.echo("Nothing was made.")
        return
    make_plan_file(path, word_plan.made(), f"Read from {file.name}", replace=force)
    typer.echo(f"Made: {path}")


def _path_for(word_plan: WordPlan, out: str) -> Path:
    from store.desk import free_path, plan_path
    from store.places import plans_folder

    return plan_path(out) if out else free_path(plans_folder(), word_plan.source.stem)


@app.command("export")
def export_word(
    plan: PlanName,
    document: Annotated[str, typer.Option("--document", help="Which paper: plan.")] = "plan",
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="The folder.")] = Path(),
) -> None:
    """Write the plan's Word file into a folder and print where it went."""
    from tui.exporting import export_plan

    if document != "plan":
        raise typer.BadParameter(f"there is no document “{document}”; it can be: plan")
    session = _opened(plan)
    typer.echo(export_plan(session.plan, session.name, out).sentence)


@app.command("show")
def show(plan: PlanName, as_json: AsJson = False) -> None:
    """Print a plan in plain lines, or as JSON."""
    session = _opened(plan)
    if as_json:
        from plan.printed import printed_plan

        typer.echo(json.dumps(printed_plan(session.plan), ensure_ascii=False, indent=2))
        return
    from tui.plain_lines import plan_lines

    for line in plan_lines(session.plan, session.form):
        typer.echo(line)


@app.command("set")
def set_value(
    plan: PlanName,
    ref: Annotated[str, typer.Argument(metavar="REF", help="An action's ref, such as 2.1.")],
    field: Annotated[str, typer.Argument(metavar="FIELD", help="A key of show --json.")],
    text: Annotated[str, typer.Argument(metavar="TEXT", help="Items of a list: one to a line.")],
) -> None:
    """Set a field of an action, and return when it is safely saved."""
    from tui.setting import SettingError, set_by_ref

    session = _opened(plan)
    try:
        change = set_by_ref(session.plan, ref, field, text, session.form)
    except SettingError as error:
        raise RefusedError(f"{error} The plan {session.name} is unchanged.") from error
    _save(session, change)


@app.command("note")
def add_note(
    plan: PlanName,
    ref: Annotated[str, typer.Argument(metavar="REF", help="An action's ref, such as 2.1.")],
    text: Annotated[str, typer.Argument(metavar="TEXT", help="May begin with a date and status.")],
) -> None:
    """Add a progress note to an action, dated today unless it begins with a date."""
    from tui.today import today_in_words

    session = _opened(plan)
    action = session.plan.action_at(ref)
    if action is None:
        _refuse(f"There is no action {ref}. The plan {session.name} is unchanged.")
    if not text.strip():
        _refuse(f"There is nothing in the note. The plan {session.name} is unchanged.")
    note = read_note(text)
    dated = note if note.as_at else NoteOutline(today_in_words(), note.status, note.text)
    _save(session, edits.add_note(session.plan, action.id, dated))


def _save(session: PlanSession, change: Change) -> None:
    if session.read_only_reason:
        _refuse(session.read_only_reason)
    session.make(change)
    is_saved = session.saved(LONGEST_SAVE)
    problem = session.save_state.problem
    session.close()
    if not is_saved:
        _refuse(problem or f"The plan {session.name} could not be saved and is as it was.")
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
    from store.desk import free_path, plan_path
    from store.places import plans_folder

    path = plan_path(out) if out else free_path(plans_folder(), "Sample plan")
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
