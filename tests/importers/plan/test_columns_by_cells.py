"""Where a heading leaves two meanings and no more, what stands in the cells decides."""

from pathlib import Path

import pytest

from importers.paper import read_paper
from plan.model.outline import ActionOutline
from tests.importers.plan_papers import FORM, FORMS
from tests.importers.word_files import docx_of, merged, para, row, spanning, table

POSTS = ("Paths Officer", "Leisure Trust", "")
DATES = ("30 April 2027", "Ongoing from May", "")
WORDS = ("In hand", "Not begun", "In hand")
SENTENCES = ("The contractor is chosen.", "Begun.", "Two bids came in June.")
REFS = ("3.1", "3.2", "4.1")


def actions(folder: Path, *columns: tuple[str, tuple[str, ...]]) -> tuple[ActionOutline, ...]:
    """Return the actions of a table with these columns, besides that of the actions."""
    rows = (row(*cells) for cells in zip(*(said for _, said in columns), strict=True))
    body = table(row(*(heading for heading, _ in columns)), *rows)
    (aim,) = read_paper(docx_of(folder, para("Aim 1: A") + body), FORM, FORMS).outline.aims
    return aim.actions


TEXT = ("Action", ("Widen the path.", "Build a shelter.", "Count bikes."))
LEAD = ("Lead officer", POSTS)
WHEN = ("Target date", DATES)


@pytest.mark.parametrize(
    "heading", ["Delivered by", "Implementation by", "By", "To be implemented by", "Completed by"]
)
def test_a_heading_that_ends_with_by_is_who_or_when(tmp_path: Path, heading: str) -> None:
    who = actions(tmp_path, TEXT, (heading, POSTS), WHEN)
    assert [one.leads for one in who] == [("Paths Officer",), ("Leisure Trust",), ()]
    assert [one.timescale for one in who] == list(DATES)
    dated = actions(tmp_path, TEXT, (heading, POSTS), ("Date", DATES))
    assert [(one.leads, one.timescale) for one in dated] == [
        (one.leads, one.timescale) for one in who
    ]
    when = actions(tmp_path, TEXT, LEAD, (heading, DATES))
    assert [one.timescale for one in when] == list(DATES)
    assert [one.leads for one in when] == [("Paths Officer",), ("Leisure Trust",), ()]
    assert not any(one.own for one in (*who, *when))


def test_one_that_has_both_is_asked(tmp_path: Path) -> None:
    both = ("Paths Officer", "May 2027", "")
    read = actions(tmp_path, TEXT, ("Delivered by", both), ("Update", SENTENCES), ("RAG", WORDS))
    assert [one.own for one in read[:2]] == [(("Delivered by", said),) for said in both[:2]]


@pytest.mark.parametrize("heading", ["State", "Current state", "Position", "Current position"])
def test_a_word_or_two_in_each_cell_are_a_status_and_sentences_are_progress(
    tmp_path: Path, heading: str
) -> None:
    short = actions(tmp_path, TEXT, LEAD, WHEN, (heading, WORDS), ("Commentary", SENTENCES))
    assert [[(one.status, one.text) for one in action.progress] for action in short] == [
        [pair] for pair in zip(WORDS, SENTENCES, strict=True)
    ]
    long = actions(tmp_path, TEXT, LEAD, WHEN, (heading, SENTENCES), ("RAG", WORDS))
    assert [[(one.status, one.text) for one in action.progress] for action in long] == [
        [pair] for pair in zip(WORDS, SENTENCES, strict=True)
    ]


def test_confidence_in_a_colour_is_a_status_and_in_any_other_word_is_kept(tmp_path: Path) -> None:
    colours, grades = ("Amber", "Green", "Red"), ("High", "Medium", "Low")
    heading = "Delivery Confidence"
    coloured = actions(tmp_path, TEXT, LEAD, WHEN, (heading, colours), ("Update", SENTENCES))
    assert [[(one.status, one.text) for one in action.progress] for action in coloured] == [
        [pair] for pair in zip(colours, SENTENCES, strict=True)
    ]
    graded = actions(tmp_path, TEXT, LEAD, WHEN, (heading, grades), ("Update", SENTENCES))
    assert [action.own for action in graded] == [((heading, said),) for said in grades]


def test_of_two_periods_below_progress_the_present_one_says_how_far_it_is(tmp_path: Path) -> None:
    upper = row("Action", "Lead", "By when", spanning("Progress", 2))
    lower = row("", "", "", "This quarter", "Next quarter")
    first = row("Widen the path.", "Paths Officer", "May 2027", "Half is done.", "The other half.")
    body = para("Aim 1: A") + table(upper, lower, first)
    (aim,) = read_paper(docx_of(tmp_path, body), FORM, FORMS).outline.aims
    assert [one.text for one in aim.actions[0].progress] == ["Half is done."]
    assert [text for _, text in aim.actions[0].own] == ["The other half."]


@pytest.mark.parametrize(
    "heading", ["Minute", "Min. no.", "Para", "Item ref", "ID", "No", "Section", "Report para"]
)
def test_short_refs_are_the_paper_s_own_whatever_stands_above_them(
    tmp_path: Path, heading: str
) -> None:
    read = actions(tmp_path, (heading, REFS), TEXT, LEAD, WHEN)
    assert [one.own_ref for one in read] == list(REFS)
    assert not any(one.own for one in read)


def test_words_below_such_a_heading_are_kept_as_text(tmp_path: Path) -> None:
    said = ("Buses were late.", "Nobody came.", "3.1")
    read = actions(tmp_path, ("Minute", said), TEXT, LEAD, WHEN)
    assert [one.own for one in read] == [(("Minute", text),) for text in said]


def test_where_the_action_is_a_ref_what_was_agreed_is_the_action(tmp_path: Path) -> None:
    read = actions(tmp_path, ("Action", REFS), ("What was agreed", TEXT[1]), LEAD, WHEN)
    assert [one.own_ref for one in read] == list(REFS)
    assert [one.text for one in read] == list(TEXT[1])


def test_an_outcome_merged_down_beside_several_actions_is_what_they_serve(tmp_path: Path) -> None:
    body = table(
        row("Outcome", "Action", "Lead officer", "Target date"),
        row(merged("Paths are safe", start=True), "Widen the path.", "Paths Officer", "May 2027"),
        row(merged(), "Build a shelter.", "Paths Officer", "June 2027"),
        row(merged("People cycle", start=True), "Count bikes.", "Travel Officer", "July 2027"),
    )
    aims = read_paper(docx_of(tmp_path, para("Safe Paths Plan") + body), FORM, FORMS).outline.aims
    assert [(aim.text, len(aim.actions)) for aim in aims] == [
        ("Paths are safe", 2),
        ("People cycle", 1),
    ]
    assert not any(action.success_criteria for aim in aims for action in aim.actions)
