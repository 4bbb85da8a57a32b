"""Pictures without what cameras and programs write into them: who, where, when, with what.

Which way up it is stays, and nothing else of those descriptions: without it a picture that was
taken with the camera on its side would lie on its side.
"""

import struct
from collections.abc import Iterator
from zlib import crc32

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8"
_TOLD_IN_PNG = frozenset({b"tEXt", b"iTXt", b"zTXt", b"eXIf", b"tIME"})
_TOLD_IN_JPEG = frozenset({*range(0xE1, 0xEE), 0xEF, 0xFE})
"""Markers of parts that describe a picture; that of Adobe (0xEE) says how its colours are read."""
_EXIF_IN_PNG, _EXIF_IN_JPEG, _EXIF = b"eXIf", 0xE1, b"Exif\0\0"
_ORIENTATION, _SHORT = 0x0112, 3
_TURNED = range(2, 9)
"""Ways in which a picture is mirrored or on its side; 1 is upright."""
_MARKER = 0xFF
_START_OF_SCAN = 0xDA


def plain_picture(content: bytes) -> bytes:
    """Return a picture without its descriptions; what is neither PNG nor JPEG as it is."""
    if content.startswith(_PNG):
        return _PNG + b"".join(_kept_in_png(content))
    if content.startswith(_JPEG):
        return _JPEG + b"".join(_kept_in_jpeg(content))
    return content


def _only_turned(described: bytes) -> bytes:
    """Return EXIF that says which way up a picture is and no more, empty where it is upright.

    `described` is a TIFF file, as EXIF is one: a directory of entries of twelve bytes.
    """
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(described[:4])
    try:
        if order is None:
            return b""
        (start,) = struct.unpack_from(f"{order}I", described, 4)
        (count,) = struct.unpack_from(f"{order}H", described, start)
        for at in range(start + 2, start + 2 + 12 * count, 12):
            tag, kind, values, said = struct.unpack_from(f"{order}HHIH", described, at)
            if (tag, kind, values) == (_ORIENTATION, _SHORT, 1) and said in _TURNED:
                return struct.pack(">4sIHHHIHHI", b"MM\0*", 8, 1, tag, kind, 1, said, 0, 0)
    except struct.error:
        pass
    return b""


def _kept_in_png(content: bytes) -> Iterator[bytes]:
    at = len(_PNG)
    while at + 12 <= len(content):
        (length,) = struct.unpack(">I", content[at : at + 4])
        end = at + 12 + length
        kind = content[at + 4 : at + 8]
        if kind not in _TOLD_IN_PNG:
            yield content[at:end]
        elif kind == _EXIF_IN_PNG and (turned := _only_turned(content[at + 8 : end - 4])):
            sealed = kind + turned
            yield struct.pack(">I", len(turned)) + sealed + struct.pack(">I", crc32(sealed))
        at = end


def _kept_in_jpeg(content: bytes) -> Iterator[bytes]:
    at = len(_JPEG)
    while at + 4 <= len(content) and content[at] == _MARKER and content[at + 1] != _START_OF_SCAN:
        (length,) = struct.unpack(">H", content[at + 2 : at + 4])
        end = at + 2 + length
        said = content[at + 4 : end]
        if content[at + 1] not in _TOLD_IN_JPEG:
            yield content[at:end]
        elif said.startswith(_EXIF) and (turned := _only_turned(said[len(_EXIF) :])):
            length = len(_EXIF) + len(turned) + 2
            yield struct.pack(">BBH", _MARKER, _EXIF_IN_JPEG, length) + _EXIF + turned
        at = end
    yield content[at:]
