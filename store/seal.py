"""The seal of a plan file: what its content adds up to, so that a changed letter is noticed.

JSON with one letter flipped by a failing disk is still JSON. The seal is the last table of the
file and covers every byte before it; a file without one is taken as it is.
"""

from typing import Any

from pydantic_core import to_json

SEAL = "seal"

_BEGIN = b',\n "seal": {'
_END = b"\n}"


def sealed(tables: dict[str, Any]) -> bytes:
    """Return the bytes of a plan file that holds the tables, with its seal."""
    content = to_json(tables, indent=1).removesuffix(_END)
    return content + _written(_sum(content))


def without_seal(tables: dict[str, Any], content: bytes) -> dict[str, Any] | None:
    """Return the tables that `content` held, without the seal; None where it is broken.

    Where a program has only laid the text out anew, what it says is as it was sealed.
    """
    if SEAL not in tables:
        return tables
    rows = {name: table for name, table in tables.items() if name != SEAL}
    try:
        said = tables[SEAL]["plan"]["sha256"]
    except (KeyError, TypeError):
        return None
    covered = content[: max(0, content.rfind(_BEGIN))]
    is_last = content[len(covered) :].rstrip() == _written(said)
    is_whole = (is_last and _sum(covered) == said) or _sum(
        to_json(rows, indent=1).removesuffix(_END)
    ) == said
    return rows if is_whole else None


def _written(said: object) -> bytes:
    """Return the end of a plan file: its seal and nothing after it."""
    return b"," + to_json({SEAL: {"plan": {"sha256": said}}}, indent=1).removeprefix(b"{")


def _sum(content: bytes) -> str:
    import hashlib

    return hashlib.sha256(content).hexdigest()
