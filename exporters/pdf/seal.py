"""Seals a PDF that plandesk had made, so that one that somebody changed since is known by it.

The seal is a comment before the last `startxref`, which no reader looks at (ISO 32000-1, 7.2.4):
the sum of all the other bytes. A program that marks, signs or saves the PDF adds to it or writes
it anew, and the seal is broken or gone.
"""

import re
from hashlib import sha256
from pathlib import Path

from files.ordinary import content_of

_PLACE = b"startxref"
_SEAL = re.compile(rb"%plandesk [0-9a-f]{64}\n")


def sealed(content: bytes) -> bytes:
    """Return a PDF with the seal; what has no place for one comes back as it is."""
    head, place, tail = content.rpartition(_PLACE)
    if not place:
        return content
    return b"".join((head, _seal_of(content), place, tail))


def is_sealed(path: Path) -> bool:
    """Return whether the file at `path` is a PDF of ours that nobody has changed since.

    One that cannot be read does not count as ours.
    """
    try:
        content = content_of(path)
    except (OSError, ValueError):
        return False
    found = list(_SEAL.finditer(content))
    if len(found) != 1:
        return False
    bare = content[: found[0].start()] + content[found[0].end() :]
    return found[0][0] == _seal_of(bare)


def _seal_of(content: bytes) -> bytes:
    return b"%plandesk " + sha256(content).hexdigest().encode() + b"\n"
