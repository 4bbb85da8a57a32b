"""Words are found whichever way they were typed, whole or in part, and near ones by a letter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan.text.word_search import (
    Vocabulary,
    Wanted,
    are_within,
    is_whole_word,
    replacement,
    sentence_spans,
    spans_of,
)


def found(text: str, wanted: Wanted) -> list[str]:
    return [text[slice(*span)] for span in spans_of(wanted, text)]


@pytest.mark.parametrize(
    ("wanted", "text", "words"),
    [
        (Wanted("plan"), "Plans: the plan, a planner", ["Plan", "plan", "plan"]),
        (Wanted("plan", whole_word=True), "Plans: the plan, a planner", ["plan"]),
        (Wanted("plan", same_case=True), "Plans: the plan, a planner", ["plan", "plan"]),
        (Wanted("children's"), "Children’s and children's", ["Children’s", "children's"]),
        (Wanted("multi-agency"), "multi‑agency work", ["multi‑agency"]),
        (Wanted("early  help"), "early help, early\u00a0help", ["early help", "early\u00a0help"]),
        (Wanted("early help"), "It came early\nhelp was there", []),
        (Wanted("a.b"), "axb a.b", ["a.b"]),
        (Wanted("(GIRFEC)", whole_word=True), "It is right (GIRFEC)s", ["(GIRFEC)"]),
        (Wanted("  "), "two  spaces", []),
    ],
)
def test_words_are_found_as_they_stand(wanted: Wanted, text: str, words: list[str]) -> None:
    assert found(text, wanted) == words


@given(st.text(min_size=1), st.text(), st.text())
def test_what_stands_there_is_found_whatever_it_is(word: str, before: str, after: str) -> None:
    wanted = Wanted(word, same_case=True)
    if not wanted.is_empty and word == " ".join(word.split()):
        assert found(f"{before}{word}{after}", wanted)


@given(st.lists(st.text(alphabet="ab", min_size=1)), st.text(alphabet="ab", min_size=1))
def test_whole_words_are_those_that_go_on_at_no_side(words: list[str], word: str) -> None:
    text = ", ".join(words)
    assert len(found(text, Wanted(word, whole_word=True))) == words.count(word)
    assert all(is_whole_word(text, span) for span in spans_of(Wanted(word, whole_word=True), text))


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One. Two! Three", ["One. ", "Two! ", "Three"]),
        ("1. The aim. 2. Next", ["1. The aim. ", "2. Next"]),
        ("A lead\nAnother. One", ["A lead\n", "Another. ", "One"]),
        ("Ask Mr. Moss, e.g. No. 3. Then go.", ["Ask Mr. Moss, e.g. No. 3. ", "Then go."]),
        ("In 2016. They (the board) met at 3.30 p.m. with A. Officer.", 2),
        ("He said “stop.” Then he went.", ["He said “stop.” ", "Then he went."]),
        ("", [""]),
    ],
)
def test_a_sentence_ends_where_one_does(text: str, sentences: list[str] | int) -> None:
    said = [text[slice(*span)] for span in sentence_spans(text)]
    assert (len(said) if isinstance(sentences, int) else said) == sentences


@given(st.text(alphabet="aB. !?\n“"))
def test_sentences_leave_nothing_out(text: str) -> None:
    assert "".join(text[slice(*span)] for span in sentence_spans(text)) == text


def test_a_small_word_keeps_the_capital_of_a_sentence_and_nothing_else_is_touched() -> None:
    assert replacement(Wanted("staff"), "Staff", "workforce") == "Workforce"
    assert replacement(Wanted("staff"), "staff", "workforce") == "workforce"
    assert replacement(Wanted("staff"), "STAFF", "workforce") == "workforce"
    assert replacement(Wanted("Staff"), "Staff", "workforce") == "workforce"
    assert replacement(Wanted("girfec"), "GIRFEC", "getting it right") == "getting it right"
    assert replacement(Wanted("staff", same_case=True), "staff", "workforce") == "workforce"
    assert replacement(Wanted("staff"), "Staff", "") == ""


def test_near_words_differ_in_a_letter_or_two_by_their_length() -> None:
    words = ("families", "girfec", "grifec", "case", "care", "improvement", "2016", "planning")
    vocabulary = Vocabulary(words)
    assert vocabulary.near("familes") == ("families",)
    assert vocabulary.near("girfec") == ("grifec",)
    assert vocabulary.near("improvmnet") == ("improvement",)
    assert vocabulary.near("care") == ()
    assert vocabulary.near("20167") == ()
    assert vocabulary.near("planing") == ("planning",)


def edits(one: str, other: str) -> int:
    """Return the least edits by the definition: letter by letter, with swaps of two beside."""
    rows: list[list[int]] = [[*range(len(other) + 1)]]
    for i, a in enumerate(one, 1):
        line = [i]
        for j, b in enumerate(other, 1):
            best = min(rows[-1][j] + 1, line[-1] + 1, rows[-1][j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and b == one[i - 2]:
                best = min(best, rows[-2][j - 2] + 1)
            line.append(best)
        rows.append(line)
    return rows[-1][-1]


@given(st.text(alphabet="abc", max_size=9), st.text(alphabet="abc", max_size=9))
def test_nearness_is_counted_in_edits(one: str, other: str) -> None:
    for most in (1, 2):
        assert are_within(one, other, most) is (edits(one, other) <= most)
