"""Whose a Word file is: ours and untouched, or somebody's who has worked on it since."""

import re
from pathlib import Path
from zipfile import BadZipFile, ZipFile

PROGRAM = "plandesk"
_PROPERTIES = "docProps/app.xml"
_LONGEST = 100_000
_PROGRAM = re.compile(rb"<Application>([^<]*)</Application>")


def is_untouched(path: Path) -> bool:
    """Return whether plandesk wrote the file at `path` and no other program has saved it since.

    Word, LibreOffice and the like put their own name into the file when they save it. A file that
    cannot be read is not ours.
    """
    try:
        with ZipFile(path) as package, package.open(_PROPERTIES) as properties:
            found = _PROGRAM.search(properties.read(_LONGEST))
    except (BadZipFile, KeyError, OSError, ValueError, NotImplementedError, RuntimeError):
        return False
    return found is not None and found[1] == PROGRAM.encode()
