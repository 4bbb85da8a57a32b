"""A grade is told as the table has it, in whatever sentence and wherever it stands: R46."""

from dataclasses import replace

import pytest

from plan.model.outline import ActionOutline, AimOutline, PassageOutline
from plan.papers.passage_tables import table_text
from tests.plan.checks.sound import passage
from tests.plan.checks.test_papers_of_any_council import OTHER, other, told

GRADES = table_text(
    [
        ["Indicator", "Evaluation"],
        ["1.3 Leadership of change", "Weak"],
        ["2.3 Learning, teaching and assessment", "Good"],
        ["3.1 Ensuring wellbeing, equality and inclusion", "Adequate"],
    ]
)
OTHERWISE = [
    "Inspectors judged leadership of change to be good.",
    "Leadership of change, which inspectors rated as good, is the first theme.",
    "A grade of very good was given for learning, teaching and assessment.",
    "Very good was the evaluation of learning, teaching and assessment.",
    "QI 2.3 was evaluated as weak.",
    "In their report inspectors called the leadership of change satisfactory.",
    "Wellbeing, equality and inclusion: ensuring these was graded good by inspectors.",
    "The inspection found leadership of change to be strong.",
    "Learning, teaching and assessment was graded good and leadership of change adequate.",
    "Indicator 3.1 (“good”) is where we stand best.",
    "Education Scotland evaluated learning, teaching and assessment as “excellent”.",
    "The evaluation of leadership of change as good was welcome.",
]
AS_IT_IS = [
    "Leadership of change was graded weak.",
    "Leadership of change will be graded good at the next inspection.",
    "Good practice in leadership of change was found by inspectors.",
    "Our own evaluation of leadership of change was good.",
    "In 2019 leadership of change was graded good.",
    "Before the visit leadership of change was graded good.",
    "Inspectors found good examples of learning, teaching and assessment.",
    "Leadership was judged good in the nursery class.",
    "Learning, teaching and assessment was graded good and leadership of change weak.",
    "We aim for leadership of change to be rated good.",
    "Inspectors said that leadership of change is not yet good.",
    "The good news is that learning, teaching and assessment was praised by inspectors.",
]


def asked(said: str, act: str = "Publish one guide.", table: str = GRADES) -> list[str]:
    """Return what R46 asks of a report with a table of grades, a sentence and an action."""
    passages = (*OTHER.passages, PassageOutline("own-background", "table", table))
    outline = passage("own-legal", said)(other(passages=passages))
    aims = (AimOutline("Better services.", (ActionOutline(text=act),)),)
    return [one.text for one in told(replace(outline, aims=aims), "R46")]


@pytest.mark.parametrize("said", OTHERWISE)
def test_another_grade_is_asked_about_however_the_sentence_is_built(said: str) -> None:
    (text,) = asked(said)
    assert "the table has" in text


@pytest.mark.parametrize("said", AS_IT_IS)
def test_what_only_sounds_like_a_grade_is_none(said: str) -> None:
    assert asked(said) == []


def test_an_action_is_held_against_the_table_where_it_tells_of_inspectors() -> None:
    none = "There are none."
    assert asked(
        none, "Build on leadership of change, which inspectors graded as good, by training."
    )
    assert not asked(none, "Make leadership of change good.")
    assert not asked(none, "Raise leadership of change, which inspectors graded as weak.")


def test_a_list_in_a_sentence_is_a_table() -> None:
    said = "Two indicators were graded as follows: staff skills, good; leadership of change, weak."
    outline = passage("own-legal", f"{said} Staff skills were graded as very good.")(other())
    (found,) = told(outline, "R46")
    assert "“very good” is said here of “staff skills”" in found.text


@pytest.mark.parametrize(
    ("grade", "said", "found"),
    [
        ("Red", "The status of the bridge programme is rated green.", True),
        ("Red", "The bridge programme is rated red.", False),
        ("Not met", "Inspectors found the bridge programme standard to be met.", True),
        ("Red", "The bridge programme was graded good.", False),
    ],
)
def test_a_grade_is_held_against_those_of_its_own_scale(grade: str, said: str, found: bool) -> None:
    table = table_text([["What", "Rating"], ["Bridge programme", grade]])
    assert bool(asked(said, table=table)) is found
