"""Read and write the tables of a plan as one file, which is replaced safely at each save.

It has the two methods of a storage of TinyDB; `store.database` opens the tables on it.
"""

import hashlib
import os
import re
from pathlib import Path
from typing import Any

from pydantic_core import from_json, to_json

from files.ordinary import LARGEST, NotOrdinaryError, TooLargeError, content_of
from store.errors import ChangedOutsideError, DamagedPlanError, NotAPlanError, NotSavedError
from store.safe_file import write_safely

_LEFT = "It is left as it is."
_WAY_OUT = "The command plandesk restore brings its plan back from the backups."
_BOM = b"\xef\xbb\xbf"

Tables = dict[str, dict[str, Any]]


class PlanStorage:
    """Keeps the bytes that were saved last and parses them again for each read.

    So callers never share what they get, and no file stays open. A file that another program has
    changed is noticed before it is overwritten.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._content: bytes | None = None
        self._tried: bytes | None = None
        self._seen: tuple[int, int, int] | None = None

    @property
    def content(self) -> bytes:
        """The bytes that were read or written last."""
        return self._content or b""

    def holds(self, content: bytes) -> bool:
        """Return whether `content` is what was read, written or tried last.

        A write that failed may still have reached the file, where only its folder could not be
        forced to the disk.
        """
        return content in (self._content, self._tried)

    def read(self) -> Tables | None:
        """Return the tables, None where there is no file.

        Raises DamagedPlanError where the content is no JSON object, NotAPlanError where the file
        is plainly something else, OSError where it cannot be read.
        """
        if self._content is None:
            self._content = self._loaded()
        return None if self._content is None else parsed_tables(self._content, self.path)

    def write(self, data: Tables) -> None:
        """Replace the file by the tables.

        Raises ChangedOutsideError where it is not as it was read or written last, NotSavedError
        where it would be too large to be read again, and OSError where the disk refuses; the same
        or other tables may then be written again.
        """
        content = sealed(data)
        if len(content) > LARGEST:
            raise NotSavedError(
                f"A change to {self.path.name} was not written: the plan would be larger than "
                f"{LARGEST // 2**20} megabytes, which is as much as plandesk opens again. The last "
                "saved state is untouched."
            )
        self._refuse_if_changed()
        self._tried = content
        write_safely(self.path, content)
        self._seen = self._stamp()
        self._content = content

    def _loaded(self) -> bytes | None:
        self._seen = self._stamp()
        if self._seen is None:
            return None
        try:
            return content_of(self.path, LARGEST)
        except TooLargeError as error:
            raise NotAPlanError(
                f"{self.path.name} is larger than any plan can be. It was not read or changed."
            ) from error

    def _stamp(self) -> tuple[int, int, int] | None:
        try:
            status = os.stat(self.path)  # noqa: PTH116 - one call, easy to fail in tests
        except FileNotFoundError:
            return None
        return status.st_size, status.st_mtime_ns, status.st_ino

    def _refuse_if_changed(self) -> None:
        """Raise ChangedOutsideError unless the file holds what was read, written or tried last."""
        if self._seen is None:
            return
        stamp = self._stamp()
        if stamp == self._seen:
            return
        if stamp is None or not self._holds_what_is_there():
            raise ChangedOutsideError(
                f"{self.path.name} has been changed or moved by another program since it was "
                "opened. Nothing was overwritten and what you did is still on the screen. "
                "Bring the two together, or open the plan again, to see what is in the file now."
            )

    def _holds_what_is_there(self) -> bool:
        try:
            return self.holds(content_of(self.path, LARGEST))
        except (NotOrdinaryError, TooLargeError):
            return False


def parsed_tables(content: bytes, path: Path) -> Tables:
    """Return the tables that the bytes of a plan file hold. Raises as `PlanStorage.read`."""
    name = path.name
    if not content.strip(b"\x00 \r\n\t"):
        raise DamagedPlanError(
            f"{name} is empty: its content was lost before plandesk opened it. {_LEFT}", _WAY_OUT
        )
    if content.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF")):
        raise NotAPlanError(f"{name} is not a plan but another kind of document. Open it as such.")
    content = content.removeprefix(_BOM)
    try:
        tables = from_json(content)
    except ValueError as error:
        raise DamagedPlanError(
            f"{name} is damaged and cannot be read as a plan: {_where_it_ends(error)}. {_LEFT}",
            _WAY_OUT,
        ) from error
    if not isinstance(tables, dict) or not all(isinstance(t, dict) for t in tables.values()):
        raise NotAPlanError(f"{name} is not a plan: it holds other data. It was not changed.")
    rows = without_seal(tables, content)
    if rows is None:
        raise DamagedPlanError(
            f"{name} is damaged: it does not hold what plandesk has saved in it. {_LEFT}", _WAY_OUT
        )
    return rows


def _where_it_ends(error: Exception) -> str:
    """Return in words up to where a file could be read."""
    line = re.search(r"line \d+", str(error))
    why = "it breaks off" if "EOF" in str(error) else "it makes no sense"
    return f"{why} in {line[0]}" if line else why


SEAL = "seal"

_BEGIN = b',\n "seal": {'
_END = b"\n}"


def sealed(tables: dict[str, Any]) -> bytes:
    """Return the bytes of a plan file that holds the tables, with its seal."""
    content = to_json(tables, indent=1).removesuffix(_END)
    return content + _written(_sum(content))


def without_seal(tables: dict[str, Any], content: bytes) -> dict[str, Any] | None:
    """Return the tables that `content` held, without the seal; None where the seal is broken.

    A file that another program has only formatted differently keeps its seal whole.
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
    return hashlib.sha256(content).hexdigest()
