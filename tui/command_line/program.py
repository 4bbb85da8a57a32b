"""Run a command of the command line and report how it ended.

Exit status: 0 done, 1 refused with a sentence on standard error, 2 wrong usage.
"""

import re
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
from tui.command_line.commands import COMMANDS, command_function
from tui.command_line.shared import RefusedError


def _app(given: str, *, is_first: bool, texts_have_dashes: bool = False) -> typer.Typer:
    """Return the program with all commands; only the `given` one is loaded and can be run.

    Where a command `is_first` of what was given, nothing is asked of the others: they are left out.
    `texts_have_dashes` takes what begins with a dash and is no option as a text.
    """
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
            settings = {"ignore_unknown_options": texts_have_dashes}
            app.command(name, context_settings=settings)(command_function(name))
        elif not (is_first and given in COMMANDS):
            app.command(name, help=command.help)(_not_loaded)
    return app


_OPTION = re.compile(r"--?(?:[A-Za-z][A-Za-z-]*(?:=.*)?)?", re.DOTALL)


def _is_text(argument: str) -> bool:
    """Return whether an argument begins with a dash and is still a text, as "- a bullet" is."""
    return argument.startswith("-") and not _OPTION.fullmatch(argument)


def _not_loaded() -> None:
    """Stand in for a command that was not given: only its name and help are needed."""


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


_LIBRARY_PREFIX = "Value error, "
"""What pydantic puts before a sentence; an officer need not read it."""


def run(arguments: Sequence[str]) -> int:
    """Run a command and return its exit status."""
    make_folders_private()
    given = next((one for one in arguments if not one.startswith("-")), "")
    try:
        is_first = given in arguments[:1]
        app = _app(given, is_first=is_first, texts_have_dashes=any(map(_is_text, arguments)))
        status = app(list(arguments), standalone_mode=False)
    except typer.Exit as exit_:
        return exit_.exit_code
    except typer.Abort:
        return _print_refusal("Stopped. Nothing was changed.")
    except TyperException as error:
        sys.stderr.write(f"{_usage_problem(error.format_message(), arguments[0])}\n")
        return error.exit_code
    except (StoreError, ExportError, ImportRefusedError, RefusedError, FormatError) as error:
        return _print_refusal(str(error))
    return int(status or 0)


def wrong_usage(arguments: Sequence[str]) -> int:
    """Say that plandesk opens one plan at a time; return exit status 2."""
    sys.stderr.write(
        f"plandesk opens one plan at a time, not {len(arguments)}: {' '.join(arguments)}. "
        "A name with spaces wants quotation marks. plandesk --help names the commands.\n"
    )
    return 2


def _usage_problem(message: str, first: str) -> str:
    command = "plandesk" if first.startswith("-") else f"plandesk {first}"
    return f"{message.replace(_LIBRARY_PREFIX, '').rstrip('.')}. {command} --help says more."


def _print_refusal(sentence: str) -> int:
    sys.stderr.write(f"{sentence}\n")
    return 1
