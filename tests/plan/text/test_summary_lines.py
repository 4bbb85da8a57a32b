"""The summary line of a text: the words that the document prints, on one line."""

import pytest
from hypothesis import given

from plan.papers.markdown import blocks_of
from plan.text.line_breaks import sentence_line, summary_line
from tests.plan.strategies import proses


@given(proses)
def test_the_glance_says_what_the_document_prints(markdown: str) -> None:
    printed = " ".join(block.text for block in blocks_of(markdown))
    assert summary_line(markdown) == " ".join(printed.split())


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        ("", ""),
        ("Publish a guide.", "Publish a guide."),
        ("Do **this**, *now*:\n\n- one\n  - two", "Do this, now: one two"),
        ("2 \\* 3 \\_ 4 \\\\ 5", "2 * 3 _ 4 \\ 5"),
        ("1\\. one\n\n\\- two", "1. one - two"),
        ("early - and late", "early - and late"),
    ],
)
def test_marks_and_bullets_go_and_what_was_literal_stays(markdown: str, words: str) -> None:
    assert summary_line(markdown) == words


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        ("put to:\n\n- the board\n- the *partnership*", "put to: the board; the partnership"),
        ("agree\n\n- one\n  - two\n- three\n\nand note it", "agree; one; two; three; and note it"),
        ("- one;\n- two, and\n- three.\n\nFour", "one; two, and three. Four"),
        ("- one\n  goes on\n- two", "one goes on; two"),
        ("One line\nand a second.\n\nMore", "One line and a second. More"),
        ("well-known - and so", "well-known - and so"),
        ("", ""),
    ],
)
def test_the_items_of_a_list_are_parted_in_a_sentence(markdown: str, words: str) -> None:
    assert sentence_line(markdown) == words
