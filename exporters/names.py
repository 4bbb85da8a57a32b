"""Names for the files that are written, accepted by every system, Windows too."""

import re
from pathlib import Path

from plan.text.clean import file_words

_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
LONGEST = 120
"""Characters of a name: with an ordinary folder before it, Windows can still open the path."""


def file_name(pattern: str, name: str, *, more: str = "", **values: object) -> str:
    """Return the file name that `pattern` makes of a plan's `name` ("{name} Committee paper.docx").

    `values` fill the other braces, such as the number of an `appendix`. `more` is what the name
    says at its end, however long it is: "299-2016 NOT FOR ISSUE.docx". It never leads out of its
    folder.
    """
    made = file_words(pattern.format(name=name, **values))
    stem, dot, ending = made.rpartition(".")
    behind = f" {file_words(more)}" if more else ""
    stem = (stem[: LONGEST - len(behind)].strip(" .") or "Plan") + behind
    safe = f"{stem}{dot}{ending}"
    return f"_{safe}" if _RESERVED.fullmatch(safe) else safe


def numbered(path: Path, number: int) -> Path:
    """Return `path` with a number before its ending: "Plan (2).docx"."""
    return path.with_name(f"{path.stem} ({number}){path.suffix}")


def unnumbered(path: Path) -> Path:
    """Return `path` without the number that `numbered` puts before its ending."""
    return path.with_name(re.sub(r" \(\d{1,2}\)$", "", path.stem) + path.suffix)
