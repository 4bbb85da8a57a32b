"""The progress summary: how many actions stand in which way, and what was noted since a day."""

from dataclasses import replace
from datetime import date

from plan.model.outline import AimOutline, NoteOutline
from plan.model.plan import Plan
from plan.papers.blocks import Table
from plan.papers.progress_table import progress_blocks
from tests.plan.checks.sound import OUTLINE
from tests.plan.generated_plans import sentences
from tests.plan.noted_plans import NOTES, noted
from tests.plan.strategies import plan_from


def tables(plan: Plan, since: date | None = None) -> list[list[list[str]]]:
    """Return the texts of every table, header rows included."""
    found = [block for block in progress_blocks(plan, since) if isinstance(block, Table)]
    return [[[cell.text for cell in row.cells] for row in table.rows] for table in found]


def test_each_status_has_its_count_and_its_actions() -> None:
    assert tables(noted(*NOTES)) == [
        [
            ["Status", "Actions", "Which"],
            ["on track", "2", "1.1, 1.2"],
            ["No note yet", "1", "1.3"],
        ]
    ]


def test_since_a_day_each_action_is_told_by_its_latest_note() -> None:
    _, since = tables(noted(*NOTES), date(2016, 9, 1))
    assert since == [
        ["Ref", "Action", "As at", "Status", "Latest note"],
        ["1.1", "Publish one guide to family support.", "March 2017", "on track", "Third."],
        [
            "1.2",
            "Publish one guide to family support.",
            "26 September 2016",
            "On track",
            "Second.",
        ],
    ]


def test_what_was_noted_is_told_in_a_sentence_above_it() -> None:
    assert sentences(progress_blocks(noted(*NOTES), date(2016, 9, 1))) == [
        "Since the last committee",
        "Actions with a progress note of 1 September 2016 or later, each with its latest note.",
    ]


def test_where_nothing_was_noted_since_a_sentence_says_so() -> None:
    plan = noted(*NOTES)
    assert len(tables(plan, date(2018, 1, 1))) == 1
    assert sentences(progress_blocks(plan, date(2018, 1, 1))) == [
        "Since the last committee",
        "No action has a progress note of 1 January 2018 or later.",
    ]


def test_a_note_without_a_readable_date_counts_and_no_cell_is_left_blank() -> None:
    plan = noted(NoteOutline("", "", ""))
    assert tables(plan, MEETING)[1][1][2:] == ["No date given", "No status given", "(no text yet)"]
    assert tables(noted(NoteOutline("", "  ", "")), MEETING)[1][1][3] == "No status given"


MEETING = date(2016, 9, 26)


def test_the_words_of_a_note_keep_their_bullets() -> None:
    plan = noted(NoteOutline("March 2017", "", "Held:\n\n- one\n- two"))
    (_, table) = [block for block in progress_blocks(plan, MEETING) if isinstance(block, Table)]
    said = table.rows[1].cells[-1].paragraphs
    assert [(one.text, one.bullet) for one in said] == [("Held:", None), ("one", 0), ("two", 0)]


def test_a_plan_without_an_action_has_a_sentence_and_no_table() -> None:
    plan = plan_from(replace(OUTLINE, aims=(AimOutline("An aim."),)))
    assert tables(plan, MEETING) == []
    assert sentences(progress_blocks(plan, MEETING)) == ["The plan has no action yet."]
