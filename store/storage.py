"""TinyDB's plug-in for where a database lies: the whole plan file, written safely at each save."""

import os
from pathlib import Path
from typing import Any

from pydantic_core import from_json, to_json
from tinydb import Storage
from tinydb.table import Document, Table

from store.errors import ChangedOutsideError, DamagedPlanError, NotAPlanError
from store.safe_file import write_safely

LARGEST = 256 * 1024 * 1024
"""Bytes; no plan comes near it, and reading more would only bring the machine down."""

_BOM = b"\xef\xbb\xbf"

Tables = dict[str, dict[str, Any]]


class RowTable(Table):
    """A table whose rows are found by their own ids, which are words and not numbers."""

    document_class = Document
    document_id_class = str


class PlanStorage(Storage):
    """Keeps the bytes that were saved last and parses them anew for each read.

    What is handed out is therefore never shared, and no file is held open. A file that another
    program has changed since is noticed before it would be overwritten.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._content: bytes | None = None
        self._seen: tuple[int, int] | None = None

    def read(self) -> Tables | None:
        """Return the tables, None where there is no file.

        Raises DamagedPlanError where the content is no JSON object, NotAPlanError where the file
        is plainly something else.
        """
        if self._content is None:
            self._content = self._loaded()
        return None if self._content is None else parsed_tables(self._content, self.path)

    def write(self, data: Tables) -> None:
        """Write the tables in the place of the file.

        Raises ChangedOutsideError where it is not as it was read or written last, and OSError
        where the disk refuses.
        """
        self._refuse_if_changed()
        content = to_json(data, indent=1)
        write_safely(self.path, content)
        self._content = content
        self._seen = self._stamp()

    def forget(self) -> None:
        """Read the file again at the next read."""
        self._content = None

    def _loaded(self) -> bytes | None:
        self._seen = self._stamp()
        if self._seen is None:
            return None
        if self._seen[0] > LARGEST:
            raise NotAPlanError(
                f"{self.path.name} is larger than any plan can be. It was not read or changed."
            )
        return self.path.read_bytes()

    def _stamp(self) -> tuple[int, int] | None:
        try:
            status = os.stat(self.path)  # noqa: PTH116
        except FileNotFoundError:
            return None
        return status.st_size, status.st_mtime_ns

    def _refuse_if_changed(self) -> None:
        if self._seen is not None and self._stamp() != self._seen:
            self._accept_if_alike()

    def _accept_if_alike(self) -> None:
        stamp = self._stamp()
        if stamp is None or self.path.read_bytes() != self._content:
            raise ChangedOutsideError(
                f"{self.path.name} has been changed or moved by another program since it was "
                "opened. Nothing was overwritten and what you did is still on the screen. "
                "Close the plan and open it again to see what is in the file now."
            )
        self._seen = stamp


def parsed_tables(content: bytes, path: Path) -> Tables:
    """Return the tables that the bytes of a plan file hold. Raises as `PlanStorage.read`."""
    name = path.name
    if not content.strip(b"\x00 \r\n\t"):
        raise DamagedPlanError(
            f"{name} is empty: its content was lost before plandesk opened it. It is left as it "
            "is. Look for an earlier copy, in a backup or in the folder's own versions."
        )
    if content.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF")):
        raise NotAPlanError(f"{name} is not a plan but another kind of document. Open it as such.")
    try:
        tables = from_json(content.removeprefix(_BOM))
    except ValueError as error:
        raise DamagedPlanError(
            f"{name} is damaged and cannot be read as a plan ({_first_line(error)}). It is left "
            "as it is. Look for an earlier copy, in a backup or in the folder's own versions."
        ) from error
    if not isinstance(tables, dict) or not all(isinstance(t, dict) for t in tables.values()):
        raise NotAPlanError(f"{name} is not a plan: it holds other data. It was not changed.")
    return tables


def _first_line(error: Exception) -> str:
    return str(error).splitlines()[0]
