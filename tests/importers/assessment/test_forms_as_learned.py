"""Boxes before their words, answers on the line of their label, lines around a form: both ways."""

import pytest

from importers.assessment.assessment import read_assessment
from importers.parts import Division, form_words
from importers.plan.columns import heading_words
from plan.council.form import Form
from plan.council.format import FormatError, format_named, parsed_form
from plan.model.outline import AnswerOutline, AssessmentOutline, PlanOutline
from plan.papers.assessment import assessment_of
from plan.papers.blocks import Block, Paragraph, plain
from tests.plan.strategies import plan_from

SOURCE = """
id = "learned"
name = "Pier check"
short = "Pier check"
title = "Pier impact assessment"
footer = "Page {page} of {pages}"
boxes = "before"
above = ["Council of the Outer Isles"]
intro = ["Please answer every question."]
closing = ["Send the form to the clerk."]

[[parts]]
id = "proposal"
heading = "Part one"
label = "Part one"

[[parts.groups]]
kind = "questions"
layout = "below"
title = "Part one"

[[parts.groups.questions]]
id = "full"
number = "1."
text = "Is a full assessment needed?"
label = "1. Full"
kind = "yes-no"
stacked = true
has_text = true

[[parts.groups.questions]]
id = "concerns"
number = "2."
text = "Which of these does it concern?"
label = "2. Concerns"
kind = "ticks"
stacked = false
options = [{ id = "policy", label = "Policy" }, { id = "budget", label = "Budget" }]

[[parts.groups]]
kind = "questions"
layout = "line"
title = "Sign off"

[[parts.groups.questions]]
id = "name"
text = "Name:"
label = "Name"
kind = "line"

[[parts.groups.questions]]
id = "reasons"
text = "Reasons:"
label = "Reasons"

[[parts.groups.questions]]
id = "signed"
text = "Date:"
label = "Date"
kind = "date"
"""
FORM = parsed_form(SOURCE, "learned.toml")
SAID = AssessmentOutline(
    FORM.id,
    (
        AnswerOutline("concerns", "", ("budget",)),
        AnswerOutline("full", "Few people walk there.", ("no",)),
        AnswerOutline("name", "Ann Brodie"),
        AnswerOutline("reasons", "It is dark.\n\nIt is cold."),
        AnswerOutline("signed", "4 May 2026"),
    ),
)
LINES = [
    "Council of the Outer Isles",
    "Pier impact assessment",
    "Please answer every question.",
    "Part one",
    "Is a full assessment needed?",
    "☐ Yes",
    "☒ No",
    "Few people walk there.",
    "Which of these does it concern?",
    "☐ Policy\u2003☒ Budget",
    "Sign off",
    "Name: Ann Brodie",
    "Reasons: It is dark.",
    "It is cold.",
    "Date: 4 May 2026",
    "Send the form to the clerk.",
]


def printed(form: Form) -> tuple[Block, ...]:
    plan = plan_from(PlanOutline(assessments=(SAID,)))
    return assessment_of(plan, plan.assessments[0].id, form).blocks


def test_it_is_printed_as_it_says_and_read_back() -> None:
    blocks = printed(FORM)
    assert [one.text for one in blocks if isinstance(one, Paragraph)] == LINES
    assert read_assessment(blocks, [FORM]) == (SAID, ())


def test_it_is_read_without_our_styles() -> None:
    assert read_assessment(tuple(map(plain, LINES)), [FORM]) == (SAID, ())


def test_lines_above_its_title_are_its_own() -> None:
    blocks = tuple(map(plain, LINES))
    council = format_named("plain-council")
    words = heading_words(council, {})
    (part,) = Division(blocks, council, form_words([FORM]), words).parts()
    assert (part.kind, part.blocks) == ("assessment", blocks)


def test_what_stands_below_a_date_is_no_part_of_it() -> None:
    blocks = tuple(map(plain, [*LINES[:-1], "Nobody knows where this belongs."]))
    found = read_assessment(blocks, [FORM])
    assert found is not None
    read, remarks = found
    assert read == SAID
    assert "Nobody knows where this belongs." in remarks[0].text


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('kind = "date"', 'kind = "yes-no"', "none can have boxes"),
        ('kind = "date"', 'kind = "date"\nstacked = true', "no boxes that could be stacked"),
    ],
)
def test_what_cannot_be_printed_is_refused(old: str, new: str, says: str) -> None:
    with pytest.raises(FormatError, match=says):
        parsed_form(SOURCE.replace(old, new), "learned.toml")
