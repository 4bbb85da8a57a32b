"""Cleaning: what could harm a file or a screen goes, what prints stays."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan.model.rows import ProgressNote
from plan.text.clean import clean_items, clean_line, clean_text
from tests.plan.strategies import any_texts

hostile_texts = st.text(
    alphabet=st.one_of(
        st.characters(),
        st.sampled_from(
            "\x00\x07\x0b\x0c\r\n\x1b[]0m\x85\u2028\u202e\u2066\ufeff\ufffe\uffff\ud800"
        ),
    )
)

BIDI_OVERRIDES = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
NO_PLACE_IN_XML = frozenset("\ufffe\uffff")


def is_unsafe(character: str) -> bool:
    """Say from the character database, not from the cleaner's own list, what must not stay."""
    if character in "\n\t":
        return False
    kind = unicodedata.category(character)
    return kind in {"Cc", "Cs"} or character in BIDI_OVERRIDES | NO_PLACE_IN_XML | {"\ufeff"}


@given(hostile_texts)
def test_no_unsafe_character_is_left(text: str) -> None:
    assert not any(map(is_unsafe, clean_text(text)))


@given(hostile_texts)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    once = clean_text(text)
    assert clean_text(once) == once
    assert clean_line(clean_line(text)) == clean_line(text)
    assert clean_items("\n".join(clean_items(text))) == clean_items(text)


@given(hostile_texts)
def test_a_cleaned_text_is_accepted_by_the_rows_and_can_be_written_as_utf_8(text: str) -> None:
    note = ProgressNote(id="a", text=clean_text(text), status=clean_line(text))
    assert note.text.encode("utf-8").decode("utf-8") == clean_text(text)


@given(any_texts.filter(lambda text: "\x1b" not in text))
def test_every_ordinary_character_is_kept_in_its_order(text: str) -> None:
    def printed(part: str) -> list[str]:
        return [char for char in part if not char.isspace() and not is_unsafe(char)]

    assert printed(clean_text(text)) == printed(text)
    assert printed(clean_line(text)) == printed(text)
    assert printed("".join(clean_items(text))) == printed(text)


@pytest.mark.parametrize(
    "line_break", ["\n", "\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"]
)
def test_line_ends_of_every_kind_become_one_kind(line_break: str) -> None:
    assert clean_text(f"September{line_break}2016") == "September\n2016"
    assert clean_line(f"September{line_break}2016") == "September 2016"


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        ("\x1b[1;31mred\x1b[0m", "red"),
        ("\x1b]0;window title\x07text", "text"),
        ("\x1b]8;;there\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("a\x1b", "a"),
    ],
)
def test_terminal_sequences_go_as_a_whole(pasted: str, kept: str) -> None:
    assert clean_text(pasted) == kept


def test_spaces_at_line_ends_and_blank_lines_around_go_and_indents_stay() -> None:
    assert clean_text("\n \n- one  \n  - two\t\n\n") == "- one\n  - two"


def test_a_pasted_list_is_one_item_a_line() -> None:
    assert clean_items(" Improvement  Team \r\n\r\nHealth\tBoard\x0bForum") == (
        "Improvement Team",
        "Health Board",
        "Forum",
    )


def test_accents_dashes_ticks_and_emoji_joined_from_several_stay_whole() -> None:
    text = "Gàidhlig – “café” ☒ 👩‍👧 e\u0301"
    assert clean_text(text) == text
