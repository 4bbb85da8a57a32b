"""The command line as a program: its commands, and how each of them ends.

Exit status: 0 done, 1 refused with a sentence on standard error, 2 wrong usage.
"""

import sys
from collections.abc import Sequence
from typing import Annotated

import typer
from typer.exceptions import TyperException

from desk.errors import ExportError, ImportRefusedError
from plan.council.format import FormatError
from store.errors import StoreError
from store.places import make_folders_private
from store.plan_file import APP_VERSION
from tui.command_line.commanding import RefusedError
from tui.command_line.commands import COMMANDS, command_function


def _app(given: str) -> typer.Typer:
    """Return the program: all commands by their names, the one that is `given` to be run."""
    app = typer.Typer(
        name="plandesk",
        help="Write an improvement plan and get it as Word. Alone, plandesk opens its window.",
        epilog="The exit status is 0 when done, 1 when refused with a sentence, 2 for wrong usage.",
        add_completion=False,
        no_args_is_help=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
    )
    app.callback()(_plandesk)
    for name, command in COMMANDS.items():
        if name == given:
            app.command(name)(command_function(name))
        else:
            app.command(name, help=command.help)(_not_loaded)
    return app


def _not_loaded() -> None:
    """Stand for a command that was not given, of which only the name and the line are shown."""


def _say_version(is_asked: bool) -> None:
    if is_asked:
        typer.echo(f"plandesk {APP_VERSION}")
        raise typer.Exit


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
    make_folders_private()
    given = next((one for one in arguments if not one.startswith("-")), "")
    try:
        status = _app(given)(list(arguments), standalone_mode=False)
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
