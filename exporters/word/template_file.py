"""Reads a council's template with care: a Word file that somebody sent is not to be trusted."""

import zipfile
from io import BytesIO
from pathlib import Path

from exporters.word.package import CONTENT_TYPES, DOCUMENT_PART
from files.ordinary import TooLargeError, content_of, reason_of

MOST_PARTS = 2_000
LARGEST_FILE = 64 * 1024 * 1024
LARGEST_WHOLE = 256 * 1024 * 1024
"""Bytes: of the file, and of all its parts unpacked."""

_OLE = b"\xd0\xcf\x11\xe0"
_TEMPLATE_TYPE = b"wordprocessingml.template.main+xml"
_DOCUMENT_TYPE = b"wordprocessingml.document.main+xml"
_MACROS = (b"macroEnabled", b"vbaProject", b"vbaData")
_MAIN = b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_DTDS = tuple("<!DOCTYPE".encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be"))


class TemplateError(Exception):
    """A council's template cannot be used; the message is for the officer.

    `why` is the part of it that holds also where no paper was to be written.
    """

    def __init__(self, message: str, why: str = "") -> None:
        super().__init__(message)
        self.why = why or message


def template_parts(path: Path) -> dict[str, bytes]:
    """Return the parts of a council's template; a `.dotx` becomes an ordinary document.

    Raises TemplateError, in a sentence for the officer.
    """
    parts = _unpacked(_content(path), path)
    types = parts.get(CONTENT_TYPES, b"")
    if any(word in types for word in _MACROS):
        raise _refused(path, "holds macros", "Save it in Word as .docx or .dotx, without them")
    if DOCUMENT_PART not in parts:
        raise _refused(path, "is no Word file", "Choose a .docx or .dotx")
    if _MAIN not in parts[DOCUMENT_PART]:
        raise _refused(path, "is a “strict” Word file", "Save it in Word as an ordinary .docx")
    for name, part in parts.items():
        if name.endswith((".xml", ".rels")) and any(dtd in part for dtd in _DTDS):
            raise _refused(path, "holds declarations that no Word file has", "Choose another")
    parts[CONTENT_TYPES] = types.replace(_TEMPLATE_TYPE, _DOCUMENT_TYPE)
    return parts


def _content(path: Path) -> bytes:
    try:
        content = content_of(path, LARGEST_FILE)
    except TooLargeError as error:
        what = "is larger than a template can be"
        raise _refused(path, what, "Choose a smaller one") from error
    except OSError as error:
        reason = reason_of(error)
        raise TemplateError(
            f"The template {path} cannot be read: {reason}. Nothing was written. "
            "Choose another, or write the paper without one.",
            f"The template {path} cannot be read: {reason}. Choose another.",
        ) from error
    if content.startswith(_OLE):
        what = "is an old .doc, or has a password"
        raise _refused(path, what, "Save it in Word as .docx, without a password")
    return content


def _unpacked(content: bytes, path: Path) -> dict[str, bytes]:
    parts: dict[str, bytes] = {}
    room = LARGEST_WHOLE
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            names = package.namelist()
            if len(names) > MOST_PARTS:
                raise _refused(path, "has more parts than a template can have", "Choose another")
            for name in names:
                with package.open(name) as part:
                    parts[name] = part.read(room + 1)
                room -= len(parts[name])
                if room < 0:
                    raise _refused(path, "unpacks to more than a template can be", "Choose another")
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError) as error:
        raise _refused(path, "is no Word file, or is damaged", "Choose a .docx or .dotx") from error
    return parts


def _refused(path: Path, what: str, remedy: str) -> TemplateError:
    return TemplateError(
        f"The template {path.name} {what}, so nothing was written and the plan is as it was. "
        f"{remedy}, or write the paper without a template.",
        f"The template {path.name} {what}. {remedy}.",
    )
