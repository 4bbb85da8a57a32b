"""The report as the checks read it: which appendices it cites, and what of it is a bullet."""

import pytest

from plan.checks.facts.report_text import cited_appendices, words_of
from plan.model.rows import Passage
from tests.plan.checks.sound import passage, spoilt
from tests.plan.judged_papers import report_plan


def only_passage(text: str) -> Passage:
    (passage,) = report_plan(("purpose", "text", text)).passages_of("purpose")
    return passage


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("The plan is Appendix 1.", {1}),
        ("See appendix 12, and APPENDIX 3.", {3, 12}),
        ("Appendices 1, 2 and 4 are new.", {1, 2, 4}),
        ("Appendices 1 to 3 and 5–6 are new.", {1, 2, 3, 5, 6}),
        ("The plan (Appendix 1) answers Appendix 2 of the inspection report.", {1}),
        ("Appendix 3 to the minutes was noted.", set()),
        ("Appendix 2 in their report of May is older.", {2}),
        ("Appendix A and the appendix are not numbered.", set()),
        ("Appendix 2016 is a slip.", set()),
    ],
)
def test_the_appendices_that_a_text_speaks_of(text: str, cited: set[int]) -> None:
    assert cited_appendices(text) == cited


def test_a_council_may_call_them_otherwise() -> None:
    assert cited_appendices("Annex 1, and Annexes 2 and 3; Appendix 4.", "Annex") == {1, 2, 3}
    assert cited_appendices("Schedules 1 and 2.", "Schedule") == {1, 2}


def test_a_passage_is_its_paragraphs_and_which_of_them_are_bullets() -> None:
    words = words_of(
        only_passage("Two\naims:\n\n- **Help** parents\n- Hear children\n\nThat is all.")
    )
    assert words.paragraphs == ("Two aims:", "Help parents", "Hear children", "That is all.")
    assert words.bullets == ("Help parents", "Hear children")
    assert words.text == "Two aims: Help parents Hear children That is all."


def test_a_paragraph_of_spaces_says_nothing() -> None:
    assert spoilt(passage("financial", "  ")) == [("FIX", "R1", "report/financial")]
