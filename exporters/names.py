"""Names for the files that are written, accepted by every system, Windows too."""

import re
from pathlib import Path

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
LONGEST = 120
"""Characters of a name: with an ordinary folder before it, Windows can still open the path."""


def file_name(pattern: str, name: str, **values: object) -> str:
    """Return the file name that `pattern` makes of a plan's `name` ("{name} Committee paper.docx").

    `values` fill the other braces, such as the number of an `appendix`.
    """
    made = " ".join(_FORBIDDEN.sub(" ", pattern.format(name=name, **values)).split())
    stem, dot, ending = made.rpartition(".")
    stem = stem[:LONGEST].strip(" .") or "Plan"
    safe = f"{stem}{dot}{ending}"
    return f"_{safe}" if _RESERVED.fullmatch(safe) else safe


def numbered(path: Path, number: int) -> Path:
    """Return `path` with a number before its ending: "Plan (2).docx"."""
    return path.with_name(f"{path.stem} ({number}){path.suffix}")
