"""What a picture's bytes say of it: its kind, and how large it is. Nothing is drawn or unpacked.

A picture is known by its bytes and never by its name. What is broken, of another kind, or so large
that a program would choke on it is refused, in a sentence.
"""

import struct
from hashlib import sha256
from typing import NamedTuple

LARGEST_PICTURE = 10 * 1024 * 1024
"""Bytes."""
LONGEST_SIDE = 20_000
"""Pixels; a page at 600 dots an inch has 7,000."""
MOST_PIXELS = 100_000_000
_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
_GIF = (b"GIF87a", b"GIF89a")
_FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
"""Markers of a JPEG below which its size stands."""
_ALONE = frozenset({0x01, *range(0xD0, 0xD8)})
"""Markers of a JPEG that have nothing below them."""
_SCAN, _END, _MARKER = 0xDA, 0xD9, 0xFF
_OTHER_KINDS = (
    (b"RIFF", "a WebP picture"),
    (b"BM", "a bitmap (BMP)"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"%PDF", "a PDF"),
    (b"<svg", "a drawing (SVG)"),
    (b"<?xml", "a drawing (SVG) or another file of XML"),
    (b"PK\x03\x04", "a Word file or another archive"),
    (b"\x00\x00\x01\x00", "an icon"),
    (b"\xd7\xcd\xc6\x9a", "a Windows drawing (WMF)"),
    (b"\x01\x00\x00\x00", "a Windows drawing (EMF)"),
)


class PictureRefusedError(ValueError):
    """A file is no picture that can stand in a paper; the message says why, behind its name."""


class PictureFacts(NamedTuple):
    """The kind of a picture, "png", "jpeg" or "gif", and its width and height in pixels."""

    kind: str
    width: int
    height: int


def name_of_picture(content: bytes) -> str:
    """Return the name under which a picture is kept: its SHA-256 and its kind.

    Raises PictureRefusedError as `picture_facts` does.
    """
    return f"{sha256(content).hexdigest()}.{picture_facts(content).kind}"


def picture_facts(content: bytes) -> PictureFacts:
    """Return what a picture is. Raises PictureRefusedError where it can stand in no paper."""
    if len(content) > LARGEST_PICTURE:
        size = len(content) / 2**20
        raise PictureRefusedError(
            f"has {size:.1f} megabytes, and a picture has {LARGEST_PICTURE // 2**20} at most: save "
            "it smaller"
        )
    found = _read(content)
    if found is None:
        raise PictureRefusedError("is broken: it ends before the picture does")
    if not (found.width and found.height):
        raise PictureRefusedError("is broken: it has no width or no height")
    if max(found[1:]) > LONGEST_SIDE or found.width * found.height > MOST_PIXELS:
        raise PictureRefusedError(
            f"claims to be {found.width:,} by {found.height:,} dots, far more than any page has: "
            "save it smaller"
        )
    return found


def _read(content: bytes) -> PictureFacts | None:
    """Return the facts, None where the picture is not whole. Raises PictureRefusedError."""
    try:
        if content.startswith(_PNG):
            return _of_png(content)
        if content.startswith(_JPEG):
            return _of_jpeg(content)
        if content.startswith(_GIF):
            width, height = struct.unpack("<HH", content[6:10])
            return PictureFacts("gif", width, height) if content.endswith(b";") else None
    except (struct.error, IndexError):
        return None
    begins = content[:64].lstrip()
    what = next((name for start, name in _OTHER_KINDS if begins.startswith(start)), "")
    said = f"is {what}, and" if what else "is no picture that plandesk knows:"
    raise PictureRefusedError(f"{said} a picture of a report is a PNG, a JPEG or a GIF")


def _of_png(content: bytes) -> PictureFacts | None:
    place, facts = len(_PNG), None
    while place + 12 <= len(content):
        (length,) = struct.unpack(">I", content[place : place + 4])
        kind = content[place + 4 : place + 8]
        if facts is None:
            if kind != b"IHDR":
                return None
            facts = PictureFacts("png", *struct.unpack(">II", content[place + 8 : place + 16]))
        if kind == b"IEND":
            return facts
        place += 12 + length
    return None


def _of_jpeg(content: bytes) -> PictureFacts | None:
    place, facts = 2, None
    while content[place] == _MARKER:
        marker = content[place + 1]
        if marker == _MARKER:  # filled up
            place += 1
        elif marker in _ALONE:
            place += 2
        elif marker == _SCAN:
            return facts if content.rfind(bytes((_MARKER, _END)), place) > 0 else None
        else:
            (length,) = struct.unpack(">H", content[place + 2 : place + 4])
            if marker in _FRAMES:
                height, width = struct.unpack(">HH", content[place + 5 : place + 9])
                facts = PictureFacts("jpeg", width, height)
            place += 2 + max(length, 2)
    return None
