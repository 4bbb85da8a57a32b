"""Who last saved a Word file: plandesk, or a program in which somebody has worked on it since."""

import re
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from exporters.word.package import PROGRAM_PART, packaged_template, parts_of, with_part
from files.ordinary import opened

PROGRAM = "plandesk"
_LONGEST = 100_000
_PROGRAM = re.compile(rb"<Application>([^<]*)</Application>")


def is_untouched(path: Path) -> bool:
    """Return whether plandesk wrote the file at `path` and no other program has saved it since.

    Word, LibreOffice and other programs put their own name into a file that they save. A file that
    cannot be read does not count as ours.
    """
    try:
        with (
            opened(path) as file,
            ZipFile(file) as package,
            package.open(PROGRAM_PART) as properties,
        ):
            found = _PROGRAM.search(properties.read(_LONGEST))
    except (BadZipFile, KeyError, OSError, ValueError, NotImplementedError, RuntimeError):
        return False
    return found is not None and found[1] == PROGRAM.encode()


def signed(parts: dict[str, bytes]) -> dict[str, bytes]:
    """Return the parts of a Word file with plandesk named as the program that saved it."""
    if PROGRAM_PART not in parts:
        return with_part(parts, PROGRAM_PART, parts_of(packaged_template())[PROGRAM_PART])
    properties, found = _PROGRAM.subn(
        f"<Application>{PROGRAM}</Application>".encode(), parts[PROGRAM_PART]
    )
    if not found:
        properties = properties.replace(
            b"</Properties>", f"<Application>{PROGRAM}</Application></Properties>".encode()
        )
    return {**parts, PROGRAM_PART: properties}
