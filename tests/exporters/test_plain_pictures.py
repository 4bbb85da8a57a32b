"""A picture of the public copy says nothing of who took it where, but stays the right way up."""

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporters.word.plain_pictures import plain_picture
from files.pictures import picture_facts
from tests.exporters.made_pictures import chunk, jpeg, png

CAMERA = b"Camera of the Clerk\0"


def exif(order: str, turned: int) -> bytes:
    """Return EXIF with a camera, which way up it was held, and where the rest is."""
    start = b"II*\0" if order == "<" else b"MM\0*"
    entries = (
        struct.pack(f"{order}HHII", 0x010F, 2, len(CAMERA), 50),
        struct.pack(f"{order}HHIHH", 0x0112, 3, 1, turned, 0),
        struct.pack(f"{order}HHII", 0x8825, 4, 1, 70),
    )
    head = start + struct.pack(f"{order}IH", 8, len(entries))
    return head + b"".join(entries) + struct.pack(f"{order}I", 0) + CAMERA


def in_jpeg(said: bytes) -> bytes:
    whole = jpeg()
    part = b"Exif\0\0" + said
    return whole[:2] + struct.pack(">BBH", 0xFF, 0xE1, len(part) + 2) + part + whole[2:]


def in_png(said: bytes) -> bytes:
    whole = png()
    end = whole.index(b"IDAT") - 4
    return whole[:end] + chunk(b"eXIf", said) + whole[end:]


@pytest.mark.parametrize("put", [in_jpeg, in_png])
@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("turned", [1, 3, 6, 8])
def test_only_which_way_up_it_is_stays(put, order: str, turned: int) -> None:  # type: ignore[no-untyped-def]
    whole = put(exif(order, turned))
    made = plain_picture(whole)
    assert CAMERA in whole
    assert CAMERA not in made
    assert picture_facts(made) == picture_facts(whole)
    says = struct.pack(">HHIHH", 0x0112, 3, 1, turned, 0)
    assert (says in made) is (turned != 1)
    assert plain_picture(made) == made


@given(st.binary(max_size=80))
def test_broken_exif_is_left_out(said: bytes) -> None:
    made = plain_picture(in_jpeg(b"MM\0*" + said))
    assert picture_facts(made) == picture_facts(jpeg())
    assert len(made) <= len(jpeg()) + 36
