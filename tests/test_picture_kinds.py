"""A picture is known by its bytes; what could stand in no paper is refused in a sentence."""

from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from files.pictures import (
    LARGEST_PICTURE,
    PictureRefusedError,
    name_of_picture,
    picture_facts,
)
from tests.exporters.made_pictures import gif, jpeg, png

WHOLE = {"png": png(40, 20), "jpeg": jpeg(30, 10), "gif": gif(8, 6)}


def refusal(content: bytes) -> str:
    with pytest.raises(PictureRefusedError) as refused:
        picture_facts(content)
    return str(refused.value)


def test_kind_and_size_are_read_from_the_bytes() -> None:
    assert [tuple(picture_facts(one)) for one in WHOLE.values()] == [
        ("png", 40, 20),
        ("jpeg", 30, 10),
        ("gif", 8, 6),
    ]


@pytest.mark.parametrize("kind", WHOLE)
def test_its_name_is_its_hash_and_its_kind(kind: str) -> None:
    assert name_of_picture(WHOLE[kind]) == f"{sha256(WHOLE[kind]).hexdigest()}.{kind}"


@pytest.mark.parametrize("kind", WHOLE)
def test_a_picture_that_is_cut_off_is_refused_wherever_it_ends(kind: str) -> None:
    whole = WHOLE[kind]
    for length in range(len(whole)):
        assert refusal(whole[:length])


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"RIFF\0\0\0\0WEBPVP8 ", "is a WebP picture, and"),
        (b"BM" + bytes(60), "is a bitmap (BMP), and"),
        (b"%PDF-1.7", "is a PDF, and"),
        (b" <svg onload='x'>", "is a drawing (SVG), and"),
        (b"PK\x03\x04", "is a Word file or another archive, and"),
        (b"Some text.", "is no picture that plandesk knows:"),
        (b"", "is no picture that plandesk knows:"),
    ],
)
def test_what_is_of_another_kind_is_called_by_its_name(content: bytes, said: str) -> None:
    assert refusal(content).startswith(said)


def test_a_picture_that_claims_more_dots_than_any_page_has_is_refused() -> None:
    for width, height in ((20_001, 1), (1, 2**31), (15_000, 15_000)):
        assert "far more than any page has" in refusal(png(width, height))
    assert "no width" in refusal(png(0, 5))


def test_a_picture_of_more_than_ten_megabytes_is_refused_with_its_size() -> None:
    assert refusal(WHOLE["gif"] + bytes(LARGEST_PICTURE)).startswith("has 10.0 megabytes")


@given(st.sampled_from(list(WHOLE.values())), st.integers(0, 200), st.binary(max_size=8))
def test_whatever_is_changed_in_it_it_is_a_picture_or_refused(
    whole: bytes, place: int, other: bytes
) -> None:
    spoilt = whole[:place] + other + whole[place + len(other) :]
    try:
        facts = picture_facts(spoilt)
    except PictureRefusedError:
        return
    assert facts.width > 0
    assert facts.height > 0
