"""Which words of a text are spelt, and how many it has."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan.text.words import plain_word, spelt_words, word_count


def spelt(text: str) -> list[str]:
    return [span.of(text) for span in spelt_words(text)]


@pytest.mark.parametrize(
    "peaceful",
    [
        *("P1", "2016-17", "4th", "Covid-19", "S7", "3.2m", "10am"),
        *("NHS", "KPIs", "GIRFEC", "ScotPHO", "eLearning", "R&D", "NHS's", "MacLeod"),
        *("https://www.exampel.gov.uk/plann.html", "www.exampel.org", "jo.blogs@exampel.example"),
        *("exampel.gov.scot", "raport.docx", r"S:\Servicse\plann", "/servicse/plann", "@counsil"),
        *("план", "計画", "a", "I", "–", "***", ""),
    ],
)
def test_what_no_dictionary_can_know_is_left_in_peace(peaceful: str) -> None:
    assert spelt(f"see {peaceful} here") == ["see", "here"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Agencies and/or families.", ["Agencies", "and", "or", "families"]),
        ("the children’s plan, carers' views", ["the", "children’s", "plan", "carers", "views"]),
        ("a multi-agency, NHS-led team", ["multi-agency", "NHS-led", "team"]),
        ("**bold** and _slanted_ words", ["bold", "and", "slanted", "words"]),
        ("an end.The next", ["an", "end", "The", "next"]),
        ("“Quoted”, ‘so’ (too)", ["Quoted", "so", "too"]),
        ("a cafe\u0301 in Cr\u00ecoch", ["cafe\u0301", "in", "Cr\u00ecoch"]),
    ],
)
def test_words_are_found_where_they_stand(text: str, words: list[str]) -> None:
    assert spelt(text) == words


def test_a_word_is_looked_up_as_a_dictionary_has_it() -> None:
    assert plain_word("children’s") == "children's"
    assert plain_word("cafe\u0301") == "café"
    assert plain_word("co\u2011operate") == "co-operate"
    assert plain_word("impro\u00advement") == "improvement"


@given(st.text())
def test_the_words_of_any_text_lie_in_it_one_after_the_other(text: str) -> None:
    end = 0
    for span in spelt_words(text):
        assert end <= span.start < span.end <= len(text)
        assert not any(letter.isspace() or letter.isdigit() for letter in span.of(text))
        end = span.end


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("One plan – 2016-17", 3),
        ("- a bullet\n- another one", 4),
        ("multi-agency work, and/or children’s", 4),
    ],
)
def test_words_are_counted_as_word_counts_them(text: str, count: int) -> None:
    assert word_count(text) == count
