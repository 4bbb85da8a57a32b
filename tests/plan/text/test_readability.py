"""How easily a paragraph is read, by Flesch's reading ease."""

import pytest

from plan.text.readability import readability, sentence_count, syllables

SYLLABLES = {
    1: "the plan young made makes planned house care more were guide league vague use",
    2: "children people needed planning changes tables houses little review issue value question",
    3: "improvement reported agency area idea audience continue period annual various",
    4: "community education society priority experience material variety",
    5: "association evaluation individual",
}


@pytest.mark.parametrize(
    ("word", "count"),
    [(word, count) for count, words in SYLLABLES.items() for word in words.split()],
)
def test_syllables_are_those_that_are_said(word: str, count: int) -> None:
    assert syllables(word) == count


def test_the_score_is_that_of_the_formula() -> None:
    read = readability("The cat sat on the mat. The dog ran to it.")
    assert read is not None
    assert (read.sentences, read.words, read.syllables) == (2, 5.5, 1.0)
    assert read.score == pytest.approx(206.835 - 1.015 * 5.5 - 84.6)
    assert read.in_words.startswith("very easy")


def test_a_harder_paragraph_scores_lower_and_is_said_to_be_hard() -> None:
    easy = readability("We will ask each family what helps them. We will tell them what we did.")
    hard = readability(
        "Implementation of multidisciplinary organisational arrangements necessitates the "
        "systematic consideration of participating authorities' responsibilities."
    )
    assert easy is not None
    assert hard is not None
    assert easy.score > 70
    assert hard.score < 30
    assert hard.in_words.startswith("very hard")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("One. Two? Three!", 3),
        ("See e.g. Dr. Smith at St. Mary's. Then go.", 2),
        ("It costs £3.5 million.", 1),
        ("- a line of a list\n- another", 2),
        ("no end", 1),
    ],
)
def test_sentences_end_where_they_end(text: str, count: int) -> None:
    assert sentence_count(text) == count


@pytest.mark.parametrize("text", ["", "–", "2016"])
def test_what_has_no_words_is_not_judged(text: str) -> None:
    assert readability(text) is None
