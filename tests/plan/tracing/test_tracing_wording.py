"""Two wordings of one recommendation are known to belong together, and told apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan.tracing.tracing_wording import ALIKE, Difference, differences, likeness, paired

HELP = "Make help for families easy to find, wherever they live"
PLANS = "Raise the quality of every child's plan"


@pytest.mark.parametrize(
    ("text", "other", "differs"),
    [
        (HELP, HELP, ()),
        (HELP, HELP.upper() + ".", ()),
        ("A self-evaluation of work", "A self evaluation of work", ()),
        ("Give help to all families", "Give help to families", (Difference("all", ""),)),
        ("Give help to families", "Give help to all families", (Difference("", "all"),)),
        ("To provide help early", "Providing help early", (Difference("to provide", "providing"),)),
        (PLANS, f"{PLANS} this is now being done", ()),
    ],
)
def test_only_words_make_a_difference(
    text: str, other: str, differs: tuple[Difference, ...]
) -> None:
    assert differences(text, other) == differs


@pytest.mark.parametrize(
    ("difference", "words"),
    [
        (Difference("all", ""), "it leaves out “all”"),
        (Difference("", "all"), "it adds “all”"),
        (Difference("to provide", "providing"), "for “to provide” it has “providing”"),
    ],
)
def test_a_difference_is_told_as_what_the_other_wording_does(
    difference: Difference, words: str
) -> None:
    assert difference.words == words


def test_a_quotation_may_run_on_into_what_is_said_of_it() -> None:
    assert likeness(PLANS, f"{PLANS} this is now being done") > ALIKE


def test_the_most_alike_are_paired_and_each_once() -> None:
    quoted = (f"{PLANS} and its reviews", HELP.replace("families", "parents"))
    assert paired((HELP, PLANS), quoted) == {0: 1, 1: 0}
    assert paired((HELP, HELP), (HELP,)) == {0: 0}
    near, far = f"{PLANS} this year", PLANS.replace("every child's", "each support")
    assert paired((PLANS,), (far, near)) == {0: 1}
    assert paired((PLANS,), (near, far)) == {0: 0}
    assert paired((far, PLANS), (PLANS,)) == {1: 0}


@pytest.mark.parametrize(
    ("text", "other", "alike"),
    [
        ("one two three four", "one two three four", 1.0),
        ("one two three four", "one two three four five six", 1.0),
        ("one two three four", "one two", 2 * 2 / (4 + 2)),
        ("one two three four", "one two five six", 2 * 2 / (4 + 4)),
        ("one two three four", "five six one two three four", 1.0),
        ("one two three four", "five six seven one two three", 2 * 3 / (4 + 4)),
        ("one", "one", 1.0),
        ("one", "two", 0.0),
        ("", "one", 0.0),
        ("one", "", 0.0),
        ("", "", 0.0),
    ],
)
def test_two_sentences_are_as_alike_as_their_words(text: str, other: str, alike: float) -> None:
    assert likeness(text, other) == alike


def test_half_of_the_words_make_a_wording_of_it_and_two_in_five_do_not() -> None:
    assert paired(("one two three four",), ("one two five six",)) == {0: 0}
    assert paired(("one two three four five",), ("one two six seven eight",)) == {}


def test_what_is_like_nothing_is_paired_with_nothing() -> None:
    assert paired((HELP, PLANS), ("Mend the roads in winter", "")) == {}


SENTENCES = (HELP, PLANS, "Learn together from evidence", "Lead services as one partnership")


@given(st.permutations(SENTENCES), st.integers(0, len(SENTENCES)))
def test_sentences_in_any_order_are_found_again(listed: list[str], known: int) -> None:
    pairs = paired(SENTENCES[:known], tuple(listed))
    assert pairs == {place: listed.index(SENTENCES[place]) for place in range(known)}
