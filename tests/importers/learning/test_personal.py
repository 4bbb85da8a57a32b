"""Nothing personal goes through the gate, wherever in a format it would stand."""

import pytest

from importers.learning.asked import Asked
from importers.learning.personal import GONE, Personal

PERSONAL = Personal(
    ("Una Sandmann", "Rory O’Brae"), ("The plan answers each of the recommendations.",)
)


@pytest.mark.parametrize(
    "words",
    [
        "Contact: Una Sandmann",
        "Approved by rory o’brae, Head of Service",
        "Telephone 01632 960123",
        "Call (01632) 960 123 for a copy",
        "Write to equality.team@council.example",
        "Cllr Ailsa Brae will chair",
        "Prepared by: Morag Quill",
        "2.1 The plan answers each of the recommendations.",
    ],
)
def test_what_is_personal_is_found_and_taken_out(words: str) -> None:
    asked = Asked()
    (cleared,) = PERSONAL.without([words], asked, "report.sections.heading")
    assert GONE in cleared
    assert PERSONAL.is_free(cleared)
    (question,) = asked.questions
    assert question.id == "personal"


@pytest.mark.parametrize(
    "words",
    [
        "Head of Service",
        "Report no. 299-2016",
        "Part 2: Protected Characteristics",
        "Equality Act 2010, section 149",
        "Executive Director of Children and Families Service",
        "For the years 2026-2029",
    ],
)
def test_what_a_council_prints_is_left(words: str) -> None:
    assert PERSONAL.without(words, Asked()) == words


def test_the_officer_can_agree_to_a_line() -> None:
    words = "Contact: Una Sandmann"
    key = ("personal", "report.header.label", words)
    assert PERSONAL.without({"report": {"header": [{"label": words}]}}, Asked({key: "yes"})) == {
        "report": {"header": [{"label": words}]}
    }
