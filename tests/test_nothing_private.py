"""What is in no file of the repository: addresses, telephone numbers, places on a machine.

The patterns are put together from pieces, so that they do not find themselves.
"""

import re
from pathlib import Path

import pytest

from tests.repository import ROOT, our_files, our_texts

AT = "@"
DOT = r"\."
E_MAIL = re.compile(rf"[\w.+-]+{AT}(?:[\w-]+{DOT})+([a-z]{{2,}})\b", re.IGNORECASE)
RESERVED = ("example", "invalid", "test", "example.com", "example.org", "example.net")
"""Domains that belong to nobody and never will; the tests may use them."""

PHONE_NUMBER = re.compile(
    r"(?<![\w.+-])(?:\+44 ?|0)[1237]\d{1,4}[ -]?\d{3,4}[ -]?\d{3,4}(?![\w.-])"
)
COUNTED = "0123456789"
OF_DRAMA = "01632960"
"""How the numbers of no area begin that Ofcom keeps for use in drama and gives to nobody: 01632
960000 to 960999. The tests may use them."""

ADDRESSES_OF_REGISTRIES = tuple(
    "".join(pieces)
    for pieces in (
        ("py", "pi.", "org"),
        ("python", "hosted.", "org"),
        ("npm", "js.", "org"),
        ("index", "-", "url"),
        ("find", "-", "links"),
        ("/", "simple", "/"),
    )
)
PLACES_ON_A_MACHINE = tuple("/".join(("", *pieces)) for pieces in (("work", ""), ("root", "")))


def is_nobodys(address: str) -> bool:
    domain = address.partition(AT)[2].lower()
    return any(domain == name or domain.endswith(f".{name}") for name in RESERVED)


def is_nobodys_number(number: str) -> bool:
    digits = re.sub(r"[ -]", "", number)
    return digits == COUNTED or (digits.startswith(OF_DRAMA) and len(digits) == 11)


@pytest.mark.slow
def test_no_e_mail_address_is_in_any_file() -> None:
    found = [
        (file, match[0])
        for file, text in our_texts()
        for match in E_MAIL.finditer(text)
        if not is_nobodys(match[0])
    ]
    assert found == []


def test_no_telephone_number_is_in_any_file() -> None:
    found = [
        (file, match[0])
        for file, text in our_texts()
        for match in PHONE_NUMBER.finditer(text)
        if not is_nobodys_number(match[0])
    ]
    assert found == []


@pytest.mark.parametrize("piece", [*ADDRESSES_OF_REGISTRIES, *PLACES_ON_A_MACHINE])
def test_no_registry_and_no_path_of_a_machine_is_in_any_file(piece: str) -> None:
    assert [file for file, text in our_texts() if piece in text] == []


def test_the_path_of_this_checkout_is_in_no_file() -> None:
    assert [file for file, text in our_texts() if str(ROOT) in text] == []


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        (f"write to a.b{AT}council.gov.uk", True),
        (f"write to a{AT}example.org", False),
        (f"write to a{AT}sub.example.org", False),
    ],
)
def test_the_pattern_of_an_e_mail_address_finds_one(text: str, is_found: bool) -> None:
    match = E_MAIL.search(text)
    assert match is not None
    assert is_nobodys(match[0]) is not is_found


@pytest.mark.parametrize("gap", ["", " ", "-"])
@pytest.mark.parametrize(
    "digits", [("01632", "960", "961"), ("020", "7946", "0958"), ("+44", "1632", "960961")]
)
def test_the_pattern_of_a_telephone_number_finds_one(digits: tuple[str, ...], gap: str) -> None:
    assert PHONE_NUMBER.search(f"call {gap.join(digits)} today") or (digits[0], gap) == ("+44", "-")


@pytest.mark.parametrize(
    ("number", "is_nobodys"),
    [
        (("01632", "960 961"), True),
        (("01632", "960961"), True),
        (("01632-960", "961"), True),
        (("01632", "961 961"), False),
        (("0141", "496 0961"), False),
        (("01632", "960 96"), False),
    ],
)
def test_only_numbers_kept_for_drama_are_nobodys(number: tuple[str, ...], is_nobodys: bool) -> None:
    assert is_nobodys_number(" ".join(number)) is is_nobodys


@pytest.mark.parametrize(
    "text", ["26 September 2016", "299-2016", "05/09/16", "28-37", "1.0", "0.001234567"]
)
def test_dates_and_report_numbers_are_no_telephone_numbers(text: str) -> None:
    assert not PHONE_NUMBER.search(text)


def test_the_files_looked_at_are_those_of_the_repository() -> None:
    files = our_files()
    assert Path("pyproject.toml") in files
    assert Path("plan", "model", "plan.py") in files
    assert not [file for file in files if ".venv" in file.parts or file.suffix == ".pyc"]
