"""Explains why a file is not a readable .docx, by its first bytes and its parts."""

from pathlib import Path

from files.ordinary import opened
from importers.errors import UnreadableError

HEAD = 4_096
"""How many bytes are enough to recognise a file."""

_SAVE_AS_WORD = "Open it in Word, save it as a Word Document (.docx) and choose that file."
_BY_BEGINNING = {
    b"%pdf-": "is a PDF",
    b"{\\rtf": "is in Rich Text Format (.rtf)",
    b"<!doctype html": "is a web page",
    b"<html": "is a web page",
    b"<?xml": "is an XML file and no Word document",
}
_WORD_NAMES = (".docx", ".docm", ".dotx", ".dotm")
_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OLD_WORD = "WordDocument".encode("utf-16-le")
_LARGEST_SEARCHED = 64 * 1024 * 1024


def refusal_by_bytes(path: Path, head: bytes) -> UnreadableError | None:
    """Return why a file that begins with `head` cannot be read; None where it may be a .docx."""
    if not head:
        return _refused(path, "is empty", "Ask for a new copy of it.")
    if head.startswith(_OLE):
        return _ole_refusal(path)
    if head.startswith(b"PK"):
        return None
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    for beginning, what in _BY_BEGINNING.items():
        if start.startswith(beginning):
            return _refused(path, what, _SAVE_AS_WORD)
    return _refused(path, "is not a Word document", _another_file(path))


def _another_file(path: Path) -> str:
    """Return what to choose instead; a file named like a Word file needs other advice."""
    if path.suffix.lower() in _WORD_NAMES:
        return (
            "Its name is a Word file's, what is in it is not: it is damaged, or another kind of"
            " file under that name. Ask for a new copy of it."
        )
    return "Choose a file whose name ends in .docx."


def _ole_refusal(path: Path) -> UnreadableError:
    with opened(path) as file:
        content = file.read(_LARGEST_SEARCHED)
    if _ENCRYPTED in content:
        advice = (
            "Open it in Word with its password, remove the password under File, Info, Protect"
            " Document, save it and choose it again."
        )
        return _refused(path, "is protected with a password", advice)
    if _OLD_WORD in content:
        return _refused(path, "is in the old Word format (.doc)", _SAVE_AS_WORD)
    return _refused(path, "is in an old Microsoft Office format", _SAVE_AS_WORD)


def refusal_by_parts(path: Path, names: frozenset[str], mimetype: bytes) -> UnreadableError:
    """Return why a zip archive without a Word document in it cannot be read."""
    if mimetype.startswith(b"application/vnd.oasis.opendocument.text"):
        return _refused(path, "is an OpenDocument text (.odt)", _SAVE_AS_WORD)
    if mimetype.startswith(b"application/vnd.oasis.opendocument"):
        return _refused(path, "is an OpenDocument file and no text", _COPY_TO_WORD)
    if any(name.startswith("xl/") for name in names):
        return _refused(path, "is an Excel workbook", _COPY_TO_WORD)
    if any(name.startswith("ppt/") for name in names):
        return _refused(path, "is a PowerPoint presentation", _COPY_TO_WORD)
    if any(name.endswith((".docx", ".docm")) for name in names):
        advice = "Unpack it and choose the Word file inside it."
        return _refused(path, "is a zip archive with Word files in it", advice)
    return _refused(path, "is a zip archive and no Word document", _another_file(path))


_COPY_TO_WORD = "Copy the plan into a new Word document and choose that one."


def _refused(path: Path, what: str, advice: str) -> UnreadableError:
    return UnreadableError(
        f"{path.name} {what}, so nothing was read from it. The file is as it was. {advice}"
    )
