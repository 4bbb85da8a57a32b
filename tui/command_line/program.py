"""The command line as a program: its commands, and how each of them ends.

Exit status: 0 done, 1 refused with a sentence on standard error, 2 wrong usage.
"""

import sys
from collections.abc import Callable, Sequence
from typing import Annotated

import typer
from typer.exceptions import TyperException

from desk.exporting import ExportError
from desk.importing import ImportRefusedError
from plan.council.format import FormatError
from store.errors import StoreError
from store.places import close_to_others
from tui.command_line import (
    check,
    desk,
    fields,
    framework,
    history,
    names,
    papers,
    progress,
    restore,
    reviews,
    settings,
    trace,
)
from tui.command_line.commanding import RefusedError

_COMMANDS: dict[str, Callable[..., None]] = {
    "import": papers.import_word,
    "export": papers.export_word,
    "show": papers.show,
    "check": check.check,
    "progress": progress.progress,
    "reviews": reviews.reviews,
    "trace": trace.trace,
    "names": names.names,
    "framework": framework.framework,
    "history": history.history,
    "set": fields.set_value,
    "note": fields.add_note,
    "sample": desk.sample,
    "list": desk.list_plans,
    "restore": restore.restore,
    "delete": restore.delete,
    "formats": settings.formats,
    "settings": settings.settings,
}
"""In the order in which `plandesk --help` names them."""

app = typer.Typer(
    name="plandesk",
    help="Write an improvement plan and get it as Word. Alone, plandesk opens its window.",
    epilog="The exit status is 0 when done, 1 when refused with a sentence, 2 for wrong usage.",
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)

for name, command in _COMMANDS.items():
    app.command(name)(command)


def _say_version(is_asked: bool) -> None:
    if is_asked:
        from store.plan_file import APP_VERSION

        typer.echo(f"plandesk {APP_VERSION}")
        raise typer.Exit


@app.callback()
def _plandesk(
    *,
    version: Annotated[
        bool,
        typer.Option("--version", callback=_say_version, is_eager=True, help="Say the version."),
    ] = False,
) -> None:
    pass


_NOT_SAID = "Value error, "
"""What the libraries put before a sentence, and an officer need not read."""


def run(arguments: Sequence[str]) -> int:
    """Run a command and return its exit status."""
    close_to_others()
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
    sys.stderr.write(f"{sentence}\n")
    return 1
