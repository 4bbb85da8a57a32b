"""Hand a written file to the system: to be opened, printed, or shown in its folder.

Each program is started by itself: it goes on when plandesk ends, and plandesk never waits for it
longer than it takes to hear that it could not start.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Literal, NamedTuple, Self, TypeAlias

from files.ordinary import reason_of
from plan.text.clean import clean_line
from plan.text.line_breaks import shortened

Handed: TypeAlias = Literal["open", "print", "folder"]
"""What the system is to do with a file: open it, print it, or open the folder that it lies in."""

LONGEST_LOOK = 8.0
"""Seconds for which a program that ends with an error is heard; one that goes on is right."""
_LONGEST_READ, _LONGEST_REASON = 4096, 120
"""Bytes of what a program says that are read, and cells of it that are told."""

_TO_OPEN: dict[str, tuple[tuple[str, ...], ...]] = {"darwin": (("open",),)}
_TO_PRINT: dict[str, tuple[tuple[str, ...], ...]] = {"darwin": (("lpr",),)}
_OPENS: tuple[tuple[str, ...], ...] = (("xdg-open",), ("gio", "open"), ("wslview",))
# The printing system of Linux knows no Word file: where there is LibreOffice, that prints it.
_PRINTS: tuple[tuple[str, ...], ...] = (("soffice", "--headless", "-p"), ("lp",), ("lpr",))
_NONE_OPENS = ("xdg-open", 3)
"""A program and its status by which it says that it has found none: see its manual page."""
_DOING: dict[Handed, str] = {"open": "opened", "print": "printed", "folder": "shown"}


class NotHandedOverError(Exception):
    """No program took the file; the message is for the officer and says where the file is."""


class Started:
    """A program that was given a file, and is looked at from time to time while this is open."""

    def __init__(
        self,
        process: "subprocess.Popen[bytes] | None",
        said: IO[bytes] | None,
        sentence: Callable[[int, str], str],
    ) -> None:
        self._process = process
        self._said = said
        self._sentence = sentence

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Look no more: a program that goes on is left alone."""
        if self._said is not None:
            self._said.close()

    def has_ended(self) -> bool:
        """Return whether the program has ended. Raises NotHandedOverError if with an error."""
        status = self._process.poll() if self._process is not None else 0
        if not status or self._said is None:
            return status is not None
        self._said.seek(0)
        lines = clean_line(self._said.read(_LONGEST_READ).decode(errors="replace"))
        raise NotHandedOverError(self._sentence(status, lines))


class Program(NamedTuple):
    """A program of the system with its arguments, before the path that it is given."""

    command: tuple[str, ...]

    @property
    def name(self) -> str:
        """What the program is called."""
        return Path(self.command[0]).name


def program_for(
    what: Handed,
    platform: str = sys.platform,
    find: Callable[[str], str | None] = shutil.which,
) -> Program | None:
    """Return the program that does `what` with a path, None if there is none on this machine.

    On Windows no program is needed: the system itself takes the file.
    """
    is_printed = what == "print"
    usual = _PRINTS if is_printed else _OPENS
    for command in (_TO_PRINT if is_printed else _TO_OPEN).get(platform, usual):
        path = find(command[0])
        if path is not None:
            return Program((path, *command[1:]))
    return None


def hand_over(what: Handed, path: Path) -> Started:
    """Have the system open or print a file, or open its folder; call it on a thread.

    The program gets a session of its own, so that neither the end of the window nor a key stops
    it, and no way to the terminal, over which it would write. Raises NotHandedOverError.
    """
    whole = Path(os.path.abspath(path))  # noqa: PTH100 - so that no name is taken for an option
    if not whole.exists():
        raise NotHandedOverError(f"{whole.name} is no longer in {whole.parent}: write it again.")
    given = whole.parent if what == "folder" else whole
    try:
        if sys.platform == "win32":
            _start_on_windows(what, given)
            return Started(None, None, _why)
        program = program_for(what)
        if program is None:
            raise NotHandedOverError(_sentence(what, whole, _none_of(what)))
        return _started(program, given, partial(_sentence, what, whole))
    except OSError as error:
        reason = f"its program could not be started ({reason_of(error)})"
        raise NotHandedOverError(_sentence(what, whole, reason)) from error


def _started(program: Program, given: Path, sentence: Callable[[str], str]) -> Started:
    said = TemporaryFile()  # noqa: SIM115 - the program writes to it while it runs
    try:
        process = subprocess.Popen(  # noqa: S603 - one of the programs above, with no shell
            [*program.command, str(given)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=said,
            start_new_session=True,
        )
    except OSError:
        said.close()
        raise
    return Started(process, said, lambda status, lines: sentence(_why(status, lines, program.name)))


def _why(status: int, lines: str, program: str = "") -> str:
    """Return why a program ended: by its own words, unless they name only what it went through."""
    if (program, status) == _NONE_OPENS:
        return "no program of this machine opens it"
    because = f": {shortened(lines, _LONGEST_REASON).rstrip(' .')}" if lines else ""
    return f"{program} ended with an error (status {status}){because}"


def _sentence(what: Handed, path: Path, problem: str) -> str:
    shown = f"The folder of {path.name}" if what == "folder" else path.name
    return f"{shown} could not be {_DOING[what]}: {problem}. It is {path}."


def _none_of(what: Handed) -> str:
    usual, own = (_PRINTS, _TO_PRINT) if what == "print" else (_OPENS, _TO_OPEN)
    *others, last = (command[0] for command in own.get(sys.platform, usual))
    listed = f"neither {' nor '.join((*others, last))}" if others else f"no {last}"
    return f"there is {listed} on this machine"


def _start_on_windows(what: Handed, path: Path) -> None:
    start = getattr(os, "startfile")  # noqa: B009 - it is there on Windows only
    if what == "print":
        start(str(path), "print")
    else:
        start(str(path))
