"""Finds the program that makes a PDF of a Word file: LibreOffice, or Word on Windows.

Where both are installed it is LibreOffice, as only that was tried with our files.
"""

import os
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from math import isfinite
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

OFFICE, SECONDS = "PLANDESK_OFFICE", "PLANDESK_OFFICE_SECONDS"
NONE = "none"
"""What `PLANDESK_OFFICE` says where no program is to be used."""
USUAL_SECONDS, MOST_SECONDS = 60.0, 3600.0
"""How long the program may take for one paper, and the most that can be allowed."""

_ON_PATH = ("soffice", "libreoffice")
_LIBREOFFICE: dict[str, tuple[str, ...]] = {
    "win32": (
        "{ProgramFiles}/LibreOffice/program/soffice.exe",
        "{ProgramFiles(x86)}/LibreOffice/program/soffice.exe",
        "{LOCALAPPDATA}/Programs/LibreOffice/program/soffice.exe",
    ),
    "darwin": (
        "/Applications/LibreOffice.app/Contents/MacOS/soffice",
        "{HOME}/Applications/LibreOffice.app/Contents/MacOS/soffice",
    ),
    "linux": (
        "/usr/bin/soffice",
        "/usr/local/bin/soffice",
        "/usr/lib/libreoffice/program/soffice",
        "/usr/lib64/libreoffice/program/soffice",
        "/opt/libreoffice/program/soffice",
    ),
}
"""Where LibreOffice lies on each system; a name in braces is a variable of the system."""
_WORD = tuple(
    f"{{{programs}}}/Microsoft Office/{folder}/WINWORD.EXE"
    for programs in ("ProgramFiles", "ProgramFiles(x86)")
    for folder in ("root/Office16", "Office16", "Office15")
)
_VERSIONS: dict[str, tuple[str, str]] = {"linux": ("/opt", "libreoffice*/program/soffice")}
"""The folder in which LibreOffice's own packages install, one folder for each version."""


class NoPdfError(Exception):
    """There is no PDF; the message says why, in a clause after a colon."""


@dataclass(frozen=True)
class Office:
    """An office program and the seconds that it may take for one paper.

    `is_word` says that it is Microsoft Word, which is driven and not called.
    """

    program: Path
    seconds: float = USUAL_SECONDS
    is_word: bool = False

    @property
    def name(self) -> str:
        """What the program is called in a sentence."""
        return "Word" if self.is_word else self.program.name


def office_here(
    environment: Mapping[str, str] = os.environ,
    platform: str = sys.platform,
    find: Callable[[str], str | None] = shutil.which,
    is_there: Callable[[Path], bool] = Path.is_file,
) -> Office:
    """Return the program that makes PDFs on this machine, as `environment` says or as installed.

    `PLANDESK_OFFICE` names it, or says none; `PLANDESK_OFFICE_SECONDS` says how long it may take.
    Raises NoPdfError where there is none, or where one of the two cannot be used.
    """
    seconds = _seconds(environment.get(SECONDS, ""))
    named = environment.get(OFFICE, "").strip().strip('"')
    if named.lower() == NONE:
        raise NoPdfError(f"{OFFICE} says “{NONE}”, so no program was asked to make one")
    if named:
        return _named(named, seconds, find, is_there)
    usual = _usual(environment, platform)
    on_path = (Path(path) for name in _ON_PATH if (path := find(name)))
    for program in (*on_path, *usual):
        if is_there(program):
            return Office(program, seconds)
    if platform == "win32":
        for program in _expanded(_WORD, environment):
            if is_there(program):
                return Office(program, seconds, is_word=True)
    wanted = "neither LibreOffice nor Word" if platform == "win32" else "no LibreOffice"
    raise NoPdfError(f"{wanted} was found on this machine. {OFFICE} can name it")


def _named(
    named: str, seconds: float, find: Callable[[str], str | None], is_there: Callable[[Path], bool]
) -> Office:
    program = Path(named).expanduser()
    if not is_there(program):
        found = find(named)
        if found is None:
            raise NoPdfError(f"{OFFICE} names “{named}”, which is no program that is there")
        program = Path(found)
    return Office(program.absolute(), seconds, is_word=_stem(named).lower() == "winword")


def _stem(named: str) -> str:
    kind: type[PurePath] = PureWindowsPath if "\\" in named else PurePosixPath
    return kind(named).stem


def _seconds(typed: str) -> float:
    """Return the seconds that are allowed. Raises NoPdfError for what is no such number."""
    if not typed.strip():
        return USUAL_SECONDS
    try:
        seconds = float(typed)
    except ValueError:
        seconds = 0.0
    if not isfinite(seconds) or not 0 < seconds <= MOST_SECONDS:
        most = f"{MOST_SECONDS:,.0f}"
        raise NoPdfError(f"{SECONDS} says “{typed}”, which is no number of seconds up to {most}")
    return seconds


def _usual(environment: Mapping[str, str], platform: str) -> Iterator[Path]:
    system = platform if platform in _LIBREOFFICE else "linux"
    yield from _expanded(_LIBREOFFICE[system], environment)
    if system in _VERSIONS:
        folder, pattern = _VERSIONS[system]
        yield from sorted(Path(folder).glob(pattern), reverse=True)


def _expanded(paths: tuple[str, ...], environment: Mapping[str, str]) -> Iterator[Path]:
    """Yield the paths with the variables of the system filled in, where it has them."""
    for path in paths:
        start, brace, rest = path.removeprefix("{").partition("}")
        if not brace:
            yield Path(path)
        elif environment.get(start):
            yield Path(environment[start] + rest)
