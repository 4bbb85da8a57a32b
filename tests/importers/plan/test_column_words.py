"""The file of headings: each stands below a column that there is, and below one only."""

import re

import pytest

from importers.plan.headings import parsed_column_words
from plan.council.format import FormatError
from tests.repository import ROOT

FILE = ROOT / "importers" / "plan" / "column_words.toml"
WORDS = FILE.read_text(encoding="utf-8")
NAMES = re.findall(r"^(\w+) = ", WORDS, re.MULTILINE)


def refusal_of(source: str) -> str:
    """Return the sentence with which the headings of a file are refused."""
    with pytest.raises(FormatError) as refusal:
        parsed_column_words(source, "words.toml")
    return str(refusal.value)


def test_every_heading_of_the_file_is_read() -> None:
    assert list(parsed_column_words(WORDS, FILE.name)) == NAMES
    assert {"text", "success_criteria", "status"} <= set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_headings_below_what_is_no_column_are_refused_by_its_name(name: str) -> None:
    wrong = re.sub(rf"^{name} = ", f"{name}x = ", WORDS, flags=re.MULTILINE)
    said = refusal_of(wrong)
    assert said.startswith(f"words.toml: {name}x: Input should be 'ref', 'text', ")
    assert "'status'" in said


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ('text = "Action"', "words.toml: text: Input should be a valid tuple."),
        ('text = ["Action", ""]', "words.toml: text.1: String should have at least 1 character."),
        (
            'text = ["Action"]\nprogress = ["ACTION(s)"]',
            "words.toml: “ACTION(s)” stands below text and progress.",
        ),
    ],
)
def test_headings_that_cannot_be_meant_are_refused_with_the_reason(wrong: str, said: str) -> None:
    assert refusal_of(wrong) == said


@pytest.mark.parametrize("name", [name for name in NAMES if name != "status"])
def test_a_column_whose_headings_are_left_out_is_still_a_column(name: str) -> None:
    without = re.sub(rf"^{name} = \[.*?\]\n", "", WORDS, flags=re.MULTILINE | re.DOTALL)
    assert name not in parsed_column_words(without, FILE.name)
