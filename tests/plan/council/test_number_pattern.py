r"""A council's pattern of report numbers: matched as it always was, and never tried for ever."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan.council.format import FormatError, parsed_format
from plan.council.number_pattern import ANY, LONGEST_NUMBER, is_number, pattern_problem
from tests.plan.councils import glenshire_source

USUAL = [
    r"\d{1,3}-\d{4}",
    r"HC/\d{1,3}/\d{2}",
    r"[A-Z]{2,5}/\d+/\d+",
    r"(?:[A-Z]{1,4}[-/])?\d{1,4}(?:[-/]\d{2,4})?",
    r"(?i)report (?:no\.? )?\d+",
    r"(?P<number>\d+)[a-z]?",
    r"No \d{1,4}|\d{1,4}/\d{4}",
    ANY,
]
FOR_EVER = [
    r"(\d+)+-(\d+)+",
    r"(a*)*b",
    r"(?:\w+\s?)+!",
    r"(a|a)*b",
    r"(a|a){40}b",
    r"(?:a?){60}a{60}",
    r"\d*\d*\d*\d*\d*x",
    r"((a{1,9}){1,9}){1,9}",
    r"(?:a+?)+?b",
]
"""Patterns at which Python would hang on a number that does not match."""


@pytest.mark.parametrize("pattern", USUAL)
def test_what_councils_write_is_taken(pattern: str) -> None:
    assert pattern_problem(pattern) == ""


@pytest.mark.parametrize("pattern", FOR_EVER)
def test_what_could_be_tried_for_ever_is_refused_and_says_what_to_write(pattern: str) -> None:
    assert "say how many figures or letters there are" in pattern_problem(pattern)


@pytest.mark.parametrize(
    ("pattern", "says"),
    [
        (r"(\d)\1", "a group that is matched again"),
        (r"(?=\d)\d", "a look ahead or behind"),
        (r"(?<!\d)\d", "a look ahead or behind"),
        (r"(a)?(?(1)b|c)", "a choice by a group"),
        (r"\d++", "gives nothing back"),
        (r"(?>\d+)", "gives nothing back"),
        (r"HC/(", "no regular expression"),
        (r"a{99999999999}", "no regular expression"),
        ("(" * 100 + ")" * 101, "longer than 200 characters"),
    ],
)
def test_what_we_cannot_count_is_refused_with_its_name(pattern: str, says: str) -> None:
    assert says in pattern_problem(pattern)


@given(st.sampled_from(USUAL), st.text("0123456789-/HCNo ", max_size=14))
def test_a_number_is_matched_as_the_regular_expression_says(pattern: str, number: str) -> None:
    assert is_number(pattern, number) == (re.fullmatch(pattern, number) is not None)


def test_a_text_that_is_too_long_for_a_number_is_none_unless_any_is() -> None:
    assert not is_number(r"\d+", "1" * (LONGEST_NUMBER + 1))
    assert is_number(ANY, "1" * (LONGEST_NUMBER + 1))


def test_a_format_with_such_a_pattern_is_refused_with_file_and_key() -> None:
    source = glenshire_source().replace(r"'HC/\d{1,3}/\d{2}'", r"'(\d+)+-(\d+)+'")
    with pytest.raises(FormatError, match=r"^my\.toml: report\.number_pattern: it could be tried"):
        parsed_format(source, "my.toml")
