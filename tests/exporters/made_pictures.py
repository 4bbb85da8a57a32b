"""Small pictures for tests, made byte by byte."""

import struct
import zlib


def chunk(kind: bytes, held: bytes) -> bytes:
    """Return a chunk of a PNG."""
    length, check = (struct.pack(">I", one) for one in (len(held), zlib.crc32(kind + held)))
    return length + kind + held + check


def png(width: int = 40, height: int = 20, *, told: str = "") -> bytes:
    """Return a black picture; `told` is written into it as its author's name."""
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    dots = zlib.compress((b"\0" * (width + 1)) * height) if width * height < 10**6 else b""
    more = chunk(b"tEXt", b"Author\0" + told.encode()) if told else b""
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + more
        + chunk(b"IDAT", dots)
        + chunk(b"IEND", b"")
    )


def jpeg(width: int = 30, height: int = 10) -> bytes:
    """Return the parts of a JPEG that say what it is."""
    frame = struct.pack(">BHHB", 8, height, width, 1) + b"\x01\x11\x00"
    parts = (
        (0xE0, b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0"),
        (0xC0, frame),
        (0xDA, b"\x01\x01\0\0\x3f\0"),
    )
    said = b"".join(
        bytes((0xFF, marker)) + struct.pack(">H", len(held) + 2) + held for marker, held in parts
    )
    return b"\xff\xd8" + said + b"\0\0\xff\xd9"


def gif(width: int = 8, height: int = 6) -> bytes:
    """Return a GIF without a frame."""
    return b"GIF89a" + struct.pack("<HHBBB", width, height, 0, 0, 0) + b";"
