"""Reads a zip archive within limits, without trusting the sizes that it states."""

import struct
import zipfile
import zlib
from pathlib import Path
from typing import IO

from importers.errors import UnreadableError

LARGEST_FILE = 256 * 1024 * 1024
LARGEST_PART = 64 * 1024 * 1024
LARGEST_TOTAL = 128 * 1024 * 1024
MOST_PARTS = 2_000
_LARGEST_DIRECTORY = 4 * 1024 * 1024
_END_RECORD = 22
_LONGEST_COMMENT = 65_535
_ENCRYPTED = 0x1
_PLAIN_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""Only these can be unpacked piece by piece; any other would unpack a zip bomb at once."""


class Archive:
    """The parts of a zip archive by name, whatever its case."""

    def __init__(self, path: Path, file: IO[bytes], most: int = LARGEST_TOTAL) -> None:
        """Read the directory of an open file, of which `most` bytes may be unpacked.

        Raises UnreadableError beyond the limits.
        """
        self._path = path
        self._left = most
        _refuse_huge_directory(path, file)
        try:
            self._zip = zipfile.ZipFile(file)
        except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError, OSError) as error:
            raise damaged(path) from error
        infos = self._zip.infolist()
        if len(infos) > MOST_PARTS:
            raise too_large(path)
        self._infos = {info.filename.lower(): info for info in infos}

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._infos

    @property
    def names(self) -> frozenset[str]:
        """The names of all parts, in lower case."""
        return frozenset(self._infos)

    @property
    def left(self) -> int:
        """How many bytes may still be unpacked."""
        return self._left

    def size_of(self, name: str) -> int:
        """Return how many bytes a part says it has, 0 where there is none."""
        info = self._infos.get(name.lower())
        return 0 if info is None else info.file_size

    def read(self, name: str) -> bytes:
        """Return a part's bytes. Raises UnreadableError if it is missing, damaged or too large."""
        info = self._infos.get(name.lower())
        if info is None:
            raise damaged(self._path)
        if info.flag_bits & _ENCRYPTED:
            raise UnreadableError(
                f"{self._path.name} is a zip archive that is protected with a password. Nothing"
                " was read. Unpack it first, then choose the Word file that was inside it."
            )
        limit = min(LARGEST_PART, self._left)
        content = self._unpacked(info, limit + 1)
        if len(content) > limit:
            raise too_large(self._path)
        self._left -= len(content)
        return content

    def _unpacked(self, info: zipfile.ZipInfo, size: int) -> bytes:
        if info.compress_type not in _PLAIN_METHODS:
            raise damaged(self._path)
        try:
            with self._zip.open(info) as part:
                return part.read(size)
        except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError) as error:
            raise damaged(self._path) from error


def _refuse_huge_directory(path: Path, file: IO[bytes]) -> None:
    """Refuse a directory of millions of parts before it is read."""
    size = file.seek(0, 2)
    if size > LARGEST_FILE:
        raise too_large(path)
    file.seek(max(0, size - _END_RECORD - _LONGEST_COMMENT))
    tail = file.read()
    start = tail.rfind(b"PK\x05\x06")
    if start >= 0 and len(tail) - start >= _END_RECORD:
        (directory,) = struct.unpack_from("<L", tail, start + 12)
        if directory > _LARGEST_DIRECTORY:
            raise too_large(path)
    file.seek(0)


def damaged(path: Path) -> UnreadableError:
    """Return the error for a file that is cut off or damaged."""
    return UnreadableError(
        f"{path.name} is damaged or incomplete, so nothing was read from it. The file is as it"
        " was. Open it in Word, let Word repair it, save it under a new name and choose that file;"
        " or ask for a new copy."
    )


def too_large(path: Path) -> UnreadableError:
    """Return the error for a file beyond the limits."""
    return UnreadableError(
        f"{path.name} is far larger inside than any committee paper, so nothing was read from it."
        " The file is as it was. If you trust it, copy the plan in Word into a new document and"
        " choose that one."
    )


def beyond_any_paper(path: Path, what: str, most: int) -> UnreadableError:
    """Return the error for a file with more of something than any paper has."""
    return UnreadableError(
        f"{path.name} holds far more than any committee paper ({what}, and {most:,} at most are"
        " read), so nothing was read from it. The file is as it was. Choose the file of the paper"
        " itself, or divide it in Word."
    )


def too_deep(path: Path) -> UnreadableError:
    """Return the error for tables nested too deep."""
    return UnreadableError(
        f"{path.name} has things nested too deep inside one another, so nothing was read from it."
        " The file is as it was. Copy the plan in Word into a new document and choose that one."
    )
