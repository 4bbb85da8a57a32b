"""Start plandesk: a command's name runs the command line, anything else opens the window.

The two are kept apart so that neither loads what only the other needs.
"""

import gc
import os
import signal
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from types import ModuleType

from desk.crash_report import sentence_on
from store.places import plan_path, why_no_plan
from tui.command_line.commands import COMMANDS
from tui.command_line.printing import clean_printing, status_after


def keep_plug_ins_out() -> None:
    """Keep pydantic plug-ins that happen to be installed from seeing the text of a plan.

    Even told so, pydantic loads half of Python's e-mail package to look for them, a thirtieth of
    the start. So its module that looks is one that finds none. Where pydantic has no such module
    any more, this changes nothing.
    """
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    finds_none = ModuleType(_LOOKS_FOR_PLUG_INS)
    finds_none.__dict__["get_plugins"] = tuple
    sys.modules.setdefault(_LOOKS_FOR_PLUG_INS, finds_none)


_LOOKS_FOR_PLUG_INS = "pydantic.plugin._loader"
keep_plug_ins_out()


def main(arguments: Sequence[str] | None = None) -> int:
    """Run plandesk with `arguments` (those of the process by default); return its exit status."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    with clean_printing() as out:
        return status_after(_status(given), out)


def _status(given: list[str]) -> int:
    try:
        return _done(given)
    except KeyboardInterrupt:
        sys.stderr.write("Stopped.\n")
        return 130
    except Exception as error:  # noqa: BLE001 - no officer is ever shown a traceback
        sys.stderr.write(f"{sentence_on(error)}\n")
        return 1


def _done(given: list[str]) -> int:
    is_command = bool(given) and (given[0] in COMMANDS or given[0].startswith("-"))
    if not is_command and len(given) <= 1:
        return open_app(given[0] if given else None)
    # Loaded only for a command: the window does not need it.
    from tui.command_line import program  # noqa: PLC0415

    return program.run(given) if is_command else program.wrong_usage(given)


def open_app(plan: str | None) -> int:
    """Open the window, on `plan` if given, or say why not; return the exit status."""
    if not (sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty()):
        sys.stderr.write(
            "plandesk needs a terminal for its window, and there is none here. Without one, use: "
            f"plandesk {', plandesk '.join(COMMANDS)}.\n"
        )
        return 1
    path = None
    if plan is not None:
        path = plan_path(plan)
        if why := why_no_plan(plan):
            sys.stderr.write(
                f"{why} Nothing was made. "
                "plandesk list names the plans; plandesk alone opens the window.\n"
            )
            return 1
    return run_app(path)


_OF_OPENSSL = ("ssl", "_hashlib")


def load_without_openssl() -> None:
    """Load asyncio and checksums as where Python is built without OpenSSL, which takes 5 MiB.

    The window asks nothing of a network, and Python's own checksums are the same. Whoever asks for
    TLS itself later gets it.
    """
    if {"asyncio", "hashlib", *_OF_OPENSSL} & sys.modules.keys():
        return
    try:
        sys.modules |= dict.fromkeys(_OF_OPENSSL)  # type: ignore[arg-type]
        for name in ("asyncio", "hashlib", "hmac"):
            import_module(name)
    finally:
        for name in _OF_OPENSSL:
            sys.modules.pop(name, None)


def run_app(plan: Path | None) -> int:
    """Run the app until the officer leaves it; return its exit status."""
    # Ctrl+Z is Undo here; until the window has the terminal, it would stop the program.
    if hasattr(signal, "SIGTSTP"):
        signal.signal(signal.SIGTSTP, signal.SIG_IGN)
    # The terminal says how large it is; what a shell once exported would stay as it is moved.
    for size in ("COLUMNS", "LINES"):
        os.environ.pop(size, None)
    # Loading modules makes no garbage; the app turns the collector on again once it is running.
    gc.disable()
    load_without_openssl()
    # Textual is loaded only for the window: a command does not need it.
    from tui.app import run  # noqa: PLC0415

    return run(plan)


if __name__ == "__main__":
    sys.exit(main())
