"""What a passage keeps of what was typed: stable, and what joins the list is the paper's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan.council.format import format_named
from plan.council.report_format import ReportFormat
from plan.model.field_kinds import PROSE_LIMIT
from plan.model.fields import PassageKind
from plan.model.rows import Passage
from plan.papers.markdown import blocks_of, canonical, markdown_of
from plan.papers.report_paragraphs import (
    KINDS_OF,
    fitting_kind,
    joined_by,
    kept_text,
    text_as,
    usual_kind,
)
from plan.text.clean import clean_text
from tests.plan.councils import glenshire
from tests.plan.strategies import any_texts

DUNDEE = format_named("dundee-2016").report
GLENSHIRE = glenshire().report

formats = st.sampled_from([DUNDEE, GLENSHIRE])
kinds: st.SearchStrategy[PassageKind] = st.sampled_from(
    ["text", "numbered", "heading", "recommendation"]
)
endings = st.lists(
    st.sampled_from([";", ".", ",", "; and", ", and", " ", "\n", "*", "- ", "and"]), max_size=5
).map("".join)
typed = st.tuples(any_texts, endings).map("".join)


@given(kinds, typed, formats)
def test_what_is_kept_is_kept_again(
    kind: PassageKind, text: str, report_format: ReportFormat
) -> None:
    kept = kept_text(kind, text, report_format)
    assert kept_text(kind, kept, report_format) == kept


@given(kinds, typed, formats)
def test_what_is_kept_is_clean_and_in_its_canonical_spelling(
    kind: PassageKind, text: str, report_format: ReportFormat
) -> None:
    kept = kept_text(kind, text, report_format)
    assert clean_text(kept) == kept
    assert kind == "heading" or canonical(kept) == kept


@given(typed, formats, st.booleans())
def test_a_joiner_is_never_doubled(text: str, report_format: ReportFormat, is_last: bool) -> None:
    """What is printed may be pasted back: the same words are kept, joiner and all."""
    end = report_format.end if is_last else report_format.joiner
    kept = kept_text("recommendation", text, report_format)
    printed = markdown_of(joined_by(blocks_of(kept), end))
    assert kept_text("recommendation", printed, report_format) == kept


@pytest.mark.parametrize(
    ("typed_text", "kept"),
    [
        ("approve the plan; and", "approve the plan"),
        ("approve the plan.", "approve the plan"),
        ("approve the plan ; and .", "approve the plan"),
        ("approve **the plan;**", "approve **the plan**"),
        ("approve items 1.2", "approve items 1.2"),
        ("- approve the plan;", "approve the plan"),
        ("note\n\n- the cost;\n- the risk; and", "note\n\n- the cost;\n- the risk"),
        ("note\n\nthe cost", "note\nthe cost"),
        ("command", "command"),
        ("; and", ""),
    ],
)
def test_a_recommendation_is_kept_without_its_bullet_and_joiner(typed_text: str, kept: str) -> None:
    assert kept_text("recommendation", typed_text, DUNDEE) == kept


def test_a_council_with_another_joiner_keeps_no_part_of_its_own() -> None:
    for text in ("agree it, and", "agree it,", "agree it; and", "agree it."):
        assert kept_text("recommendation", text, GLENSHIRE) == "agree it"


@pytest.mark.parametrize(
    ("kind", "typed_text", "kept"),
    [
        ("heading", " Joint\r\n Inspection  ", "Joint Inspection"),
        ("heading", "2*3* - x", "2*3* - x"),
        ("numbered", "- First\n- Second", "First\n\n- Second"),
        ("text", "- First\n- Second", "- First\n- Second"),
        ("text", "Ends; and", "Ends; and"),
        ("numbered", "", ""),
    ],
)
def test_each_kind_keeps_what_it_can_print(kind: PassageKind, typed_text: str, kept: str) -> None:
    assert kept_text(kind, typed_text, DUNDEE) == kept


def passage(kind: PassageKind, text: str) -> Passage:
    return Passage(id="a", parent="report", section="main-text", kind=kind, text=text)


@given(any_texts, formats)
def test_a_heading_made_a_paragraph_and_back_says_the_same(
    text: str, report_format: ReportFormat
) -> None:
    heading = kept_text("heading", text, report_format)
    for kind in ("text", "numbered"):
        paragraph = text_as(kind, passage("heading", heading), report_format)
        assert text_as("heading", passage(kind, paragraph), report_format) == heading


def test_a_paragraph_made_a_heading_leaves_its_marks_behind() -> None:
    text = "**Joint** inspection, 2\\* and\n\n- more"
    assert text_as("heading", passage("text", text), DUNDEE) == "Joint inspection, 2* and more"


@given(kinds, typed, formats)
def test_a_passage_of_its_own_kind_stays_as_it_is(
    kind: PassageKind, text: str, report_format: ReportFormat
) -> None:
    kept = kept_text(kind, text, report_format)
    assert text_as(kind, passage(kind, kept), report_format) == kept


def test_the_kind_of_a_new_passage_is_the_sections_usual_one() -> None:
    assert [usual_kind(DUNDEE, one.id) for one in DUNDEE.sections] == [
        "text",
        "recommendation",
        "text",
        "numbered",
        "text",
        "text",
        "text",
    ]
    assert usual_kind(DUNDEE, "no-such-section") == "text"


@given(kinds, st.sampled_from([*DUNDEE.sections, *GLENSHIRE.sections]))
def test_a_kind_that_a_section_does_not_hold_becomes_its_usual_one(
    kind: PassageKind, section: object
) -> None:
    report_format = DUNDEE if section in DUNDEE.sections else GLENSHIRE
    for one in report_format.sections:
        fitting = fitting_kind(report_format, one.id, kind)
        assert fitting in KINDS_OF[one.kind]
        assert fitting == kind or kind not in KINDS_OF[one.kind]


def test_a_joiner_that_is_a_word_is_not_taken_from_the_end_of_another() -> None:
    report_format = DUNDEE.model_copy(update={"joiner": " and"})
    assert kept_text("recommendation", "agree the command", report_format) == "agree the command"
    assert kept_text("recommendation", "agree the plan and", report_format) == "agree the plan"


def test_dots_without_end_are_taken_away_without_ado() -> None:
    dots = ". " * (PROSE_LIMIT // 2 - 10)
    assert kept_text("recommendation", f"note {dots}", DUNDEE) == "note"
    assert kept_text("recommendation", f"note {dots}x", DUNDEE).endswith(". x")


def test_a_text_of_the_greatest_length_is_kept_whole() -> None:
    text = "x" * PROSE_LIMIT
    assert kept_text("numbered", text, DUNDEE) == text
