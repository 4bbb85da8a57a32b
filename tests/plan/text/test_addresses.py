"""Addresses are found where they stand, with the words that lead there, and lead where they say."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from plan.text.addresses import addresses_in, link_text, may_have_address


def found(text: str) -> list[tuple[str, str]]:
    return [(one.said, one.target) for one in addresses_in(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("See [our plan](https://a.example/b).", [("our plan", "https://a.example/b")]),
        ("[a](https://a.example/b_(c)) (d)", [("a", "https://a.example/b_(c)")]),
        ("[the team](mailto:team@a.example)", [("the team", "mailto:team@a.example")]),
        (
            "[1](https://a.example)[2](https://b.example)",
            [("1", "https://a.example"), ("2", "https://b.example")],
        ),
        ("[a](www.a.example)", [("www.a.example", "https://www.a.example")]),
        ("[a](https://a.example and so on", [("https://a.example", "https://a.example")]),
        ("[ ](https://a.example)", [("https://a.example", "https://a.example")]),
        ("[a] (https://a.example)", [("https://a.example", "https://a.example")]),
        ("[a](no address)", []),
        ("[a](javascript:alert(1)@x)", []),
        (
            "WWW.A.example; HTTP://B.example",
            [("WWW.A.example", "https://WWW.A.example"), ("HTTP://B.example", "HTTP://B.example")],
        ),
    ],
)
def test_words_in_brackets_lead_to_the_address_behind_them(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("https://a.example/é?x=1%2F2#y", "https://a.example/é?x=1%2F2#y"),
        ("https://a.example/50%|b\\c", "https://a.example/50%25%7Cb%5Cc"),
        ("https://a.example/#one#two", "https://a.example/#one%23two"),
        ("https://a.example:8443/b", "https://a.example:8443/b"),
    ],
)
def test_an_address_is_written_so_that_every_program_can_follow_it(
    address: str, target: str
) -> None:
    assert found(address) == [(address, target)]


@pytest.mark.parametrize(
    "text", ["https://[bad", "https://a:b:c", "http://", "https://user@a.example/b", "a@b", "://"]
)
def test_what_nothing_can_follow_is_no_address(text: str) -> None:
    assert found(text) == []


PIECES = (
    "[",
    "](",
    ")",
    "https://a.example",
    "mailto:",
    "a@b.example",
    "www.c.example/",
    "(",
    "%",
    " ",
    "é",
    "\n",
)


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
@example("[[a](https://a.example)")
def test_addresses_stand_in_order_and_say_what_stands_there(text: str) -> None:
    place = 0
    for one in addresses_in(text):
        assert may_have_address(text)
        assert place <= one.start <= one.said_at < one.end
        assert text[one.said_at : one.said_at + len(one.said)] == one.said
        assert one.target.startswith(("http", "mailto:"))
        place = one.end


@given(st.text(min_size=1, max_size=20))
@example("]")
def test_words_are_kept_with_their_address_or_not_at_all(words: str) -> None:
    kept = link_text(words, "https://a.example/b")
    assert kept == "" or found(kept) == [(words, "https://a.example/b")]
    assert link_text(words, "ftp://a.example") == ""


def test_brackets_without_end_take_no_time() -> None:
    assert found("[a" * 50_000 + "@") == []
    assert found("[" + "a" * 100_000 + "@") == []
    assert found("https://" + "a-" * 50_000) == []
