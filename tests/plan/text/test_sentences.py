"""A text is divided into its sentences in one way, wherever it is asked."""

import pytest

from plan.text.sentences import sentences_in

SPLIT = [
    ("It is so. It was not.", ("It is so.", "It was not.")),
    ("Is it? It is! “Yes.” (No.)", ("Is it?", "It is!", "“Yes.” (No.)")),
    ("It costs approx. five pounds a year.", ("It costs approx. five pounds a year.",)),
    ("It is so; it was not; £5 is due.", ("It is so; it was not;", "£5 is due.")),
    ("  One.\nTwo.  ", ("One.", "Two.")),
    ("", ()),
]


@pytest.mark.parametrize(("text", "found"), SPLIT)
def test_a_sentence_ends_before_a_capital(text: str, found: tuple[str, ...]) -> None:
    assert sentences_in(text) == found


def test_a_clause_may_begin_with_a_small_letter() -> None:
    assert sentences_in("It is so; it was not. no more", at_clauses=True) == (
        *("It is so;", "it was not.", "no more"),
    )
