"""Lists that were typed are found: which lines are items, how deep, and what counts them."""

import pytest

from plan.papers.blocks import Block, Cell, Paragraph, Row, Table, Text, plain
from plan.papers.typed_lists import TypedItem, with_typed_lists


def shown(*blocks: Block) -> list[str]:
    """Return each paragraph as its depth, its sign and its words; no item has only words."""
    return [
        f"{one.bullet} {one.label} {one.text}" if isinstance(one, TypedItem) else one.text
        for one in with_typed_lists(blocks)
        if isinstance(one, Paragraph)
    ]


def test_lines_that_begin_with_a_sign_are_items() -> None:
    assert shown(plain("We will:\n1. ask\n2. listen")) == ["We will:", "0 1. ask", "0 2. listen"]
    assert shown(plain("- ask"), plain("  - them"), plain("- listen")) == [
        "0 - ask",
        "1 - them",
        "0 - listen",
    ]
    assert shown(plain("(a) ask\n(b) listen")) == ["0 (a) ask", "0 (b) listen"]
    assert shown(plain("i. ask\nii. listen")) == ["0 i. ask", "0 ii. listen"]


def test_a_line_without_a_sign_goes_on_with_the_item_above_it() -> None:
    assert shown(plain("1. ask\nthem all\n2. listen")) == ["0 1. ask\nthem all", "0 2. listen"]


@pytest.mark.parametrize(
    "text",
    [
        *("A. Smith will ask.", "I. Brown", "1.2 is done", "2016. A good year", "-5 degrees"),
        *("1.", "-", "12 of 40", "e.g. this", "a) alone", "(1 of 2) asked", "No sign\nat all"),
    ],
)
def test_what_counts_nothing_is_no_item(text: str) -> None:
    assert shown(plain(text)) == [text]


def test_a_roman_figure_is_told_from_a_letter_by_what_stands_beside_it() -> None:
    def families(*texts: str) -> list[str]:
        found = with_typed_lists([plain(text) for text in texts])
        return [one.counted.family for one in found if isinstance(one, TypedItem)]

    assert families("h) ask", "i) listen", "j) act") == ["letter", "letter", "letter"]
    assert families("i) ask", "ii) listen") == ["roman", "roman"]
    assert families("A. ask", "B. listen") == ["LETTER", "LETTER"]


def test_each_item_knows_how_it_was_typed() -> None:
    first, second = with_typed_lists([plain("1. ask\n2. listen")])
    assert isinstance(first, TypedItem)
    assert isinstance(second, TypedItem)
    assert (first.goes_on, first.has_more, first.begins) == (False, True, True)
    assert (second.goes_on, second.has_more, second.begins) == (True, False, False)
    assert (first.followed, second.followed) == (True, False)


def test_the_emphasis_of_words_and_sign_stays() -> None:
    inlines = (Text("1. ask", bold=True), Text(" them"))
    (item,) = with_typed_lists([Paragraph(inlines)])
    assert isinstance(item, TypedItem)
    assert item.sign.bold
    assert item.inlines == (Text("ask", bold=True), Text(" them"))


def test_headings_bullets_tables_and_what_the_paper_numbers_stay_as_they_are() -> None:
    numbered = Paragraph((Text("1. ask"),), "numbered", label="4.1")
    table = Table((Row((Cell((plain("1. ask"),)),)),), (100.0,))
    blocks: list[Block] = [
        plain("1. Heading", "heading-2"),
        plain("- x", bullet=0),
        numbered,
        table,
    ]
    assert with_typed_lists(blocks) == blocks
