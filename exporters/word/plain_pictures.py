"""Pictures without what cameras and programs write into them: who, where, when, with what."""

import struct
from collections.abc import Iterator

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8"
_TOLD_IN_PNG = frozenset({b"tEXt", b"iTXt", b"zTXt", b"eXIf", b"tIME"})
_TOLD_IN_JPEG = frozenset({*range(0xE1, 0xEE), 0xEF, 0xFE})
"""Markers of parts that describe a picture; that of Adobe (0xEE) says how its colours are read."""
_MARKER = 0xFF
_START_OF_SCAN = 0xDA


def plain_picture(content: bytes) -> bytes:
    """Return a picture without its descriptions; what is neither PNG nor JPEG as it is."""
    if content.startswith(_PNG):
        return _PNG + b"".join(_kept_in_png(content))
    if content.startswith(_JPEG):
        return _JPEG + b"".join(_kept_in_jpeg(content))
    return content


def _kept_in_png(content: bytes) -> Iterator[bytes]:
    at = len(_PNG)
    while at + 12 <= len(content):
        (length,) = struct.unpack(">I", content[at : at + 4])
        end = at + 12 + length
        if content[at + 4 : at + 8] not in _TOLD_IN_PNG:
            yield content[at:end]
        at = end


def _kept_in_jpeg(content: bytes) -> Iterator[bytes]:
    at = len(_JPEG)
    while at + 4 <= len(content) and content[at] == _MARKER and content[at + 1] != _START_OF_SCAN:
        (length,) = struct.unpack(">H", content[at + 2 : at + 4])
        end = at + 2 + length
        if content[at + 1] not in _TOLD_IN_JPEG:
            yield content[at:end]
        at = end
    yield content[at:]
