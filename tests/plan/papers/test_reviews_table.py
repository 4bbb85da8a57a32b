"""The table of reviews: what is overdue first, each month as a month, nothing left out unsaid."""

from dataclasses import replace
from datetime import date

import pytest

from plan.model.outline import ActionOutline, AimOutline, NoteOutline
from plan.model.plan import Plan
from plan.model.rows import Report
from plan.papers.blocks import Block, Table
from plan.papers.reviews_table import reviews_blocks
from tests.plan.checks.sound import FIRST, OUTLINE
from tests.plan.dated_plans import AIMS, MEETING, plan_of
from tests.plan.generated_plans import sentences
from tests.plan.strategies import plan_from


def rows_of(blocks: tuple[Block, ...]) -> list[list[str]]:
    """Return the texts of the rows below the header; no row where there is no table."""
    tables = [block for block in blocks if isinstance(block, Table)]
    return [[cell.text for cell in row.cells] for table in tables for row in table.rows[1:]]


def when(plan: Plan, today: date | None = MEETING) -> list[tuple[str, str, str]]:
    """Return of each row when it is, of which action, and whether due or a review."""
    rows = rows_of(reviews_blocks(plan, today))
    return [(row[0], row[1], row[3]) for row in rows]


def timed(*timescales: str, **fields: object) -> Plan:
    """Return a plan of one action for each timescale, without a meeting."""
    actions = tuple(replace(FIRST, timescale=text, **fields) for text in timescales)  # type: ignore[arg-type]
    report = replace(OUTLINE.report, meeting_date="")
    return plan_from(replace(OUTLINE, report=report, aims=(AimOutline("An aim.", actions),)))


def test_the_plan_of_2016_is_told_month_by_month_from_its_meeting() -> None:
    told = when(plan_of(AIMS), today=None)
    assert told[:7] == [
        ("September 2016", "2.1", "Due or review"),
        ("September 2016", "2.2", "Review"),
        ("September 2016", "2.3", "Review"),
        ("September 2016", "4.1", "Review"),
        ("September 2016", "4.2", "Review"),
        ("September 2016", "4.3", "Due"),
        ("September 2016", "4.4", "Review"),
    ]
    assert told[7:10] == [
        ("December 2016", "1.1", "Review"),
        ("December 2016", "3.1", "Due or review"),
        ("December 2016", "4.5", "Due or review"),
    ]
    assert ("1 April 2017", "4.4", "Due") in told
    assert told[-1] == ("September 2017", "2.3", "Review")


def test_what_is_overdue_comes_first_and_says_so() -> None:
    plan = timed("March 2017", "June 2016", "November 2016")
    assert when(plan) == [
        ("Overdue since June 2016", "1.2", "Due"),
        ("November 2016", "1.3", "Due"),
        ("March 2017", "1.1", "Due"),
    ]


def test_what_was_noted_since_is_not_overdue() -> None:
    plan = timed("June 2016", progress=(NoteOutline("July 2016", "Done", "It is done."),))
    assert when(plan) == []


def test_what_is_due_after_the_twelve_months_is_there_and_its_recurrences_are_not() -> None:
    plan = timed("March 2019", "First review May 2018 and reviewed annually thereafter")
    assert when(plan) == [("May 2018", "1.2", "Review"), ("March 2019", "1.1", "Due")]
    assert when(timed("26 September 2017", "27 September 2017")) == [
        ("26 September 2017", "1.1", "Due"),
        ("27 September 2017", "1.2", "Due"),
    ]


def test_the_day_of_the_meeting_goes_before_today() -> None:
    plan = timed("June 2016")
    meeting = Report(id="report", parent=plan.cover.id, meeting_date="1 May 2016")
    held = replace(plan, report_rows={"report": meeting})
    assert when(plan) == [("Overdue since June 2016", "1.1", "Due")]
    assert when(held) == [("June 2016", "1.1", "Due")]
    assert sentences(reviews_blocks(held, MEETING))[0].startswith("As at 1 May 2016: ")


def test_without_any_day_each_action_is_told_once_and_nothing_is_overdue() -> None:
    plan = timed("June 2016", "March 2015 and six monthly thereafter")
    assert when(plan, None) == [
        ("March 2015", "1.2", "Due or review"),
        ("June 2016", "1.1", "Due"),
    ]
    assert sentences(reviews_blocks(plan)) == []


def test_an_action_without_a_date_is_named_and_one_that_is_done_is_not() -> None:
    one = sentences(
        reviews_blocks(
            timed("June 2017", "Ongoing", "Complete", "Ongoing. First review May 2017"), MEETING
        )
    )
    assert one[1:] == ["The timescale of action 1.2 gives no date."]
    two = sentences(reviews_blocks(timed("", "when the moon is full"), MEETING))
    assert two == [
        "No action is overdue, due or to be reviewed.",
        "The timescales of actions 1.1, 1.2 give no date.",
    ]


def test_a_plan_with_nothing_to_tell_has_a_sentence_and_no_table() -> None:
    blocks = reviews_blocks(plan_from(replace(OUTLINE, aims=())), MEETING)
    assert not any(isinstance(block, Table) for block in blocks)
    assert sentences(blocks) == ["No action is overdue, due or to be reviewed."]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Publish one **guide**.", "Publish one guide."),
        ("Publish a guide to:\n\n- help\n- advice", "Publish a guide to: …"),
        ("", "(no text yet)"),
    ],
)
def test_an_action_is_told_by_its_first_paragraph_with_a_mark_where_it_goes_on(
    text: str, shown: str
) -> None:
    ((_, _, told, _, leads),) = rows_of(reviews_blocks(timed("May 2017", text=text), MEETING))
    assert (told, leads) == (shown, "Parenting Group")


def test_each_lead_has_its_line_and_no_cell_is_left_blank() -> None:
    plan = plan_from(
        replace(
            OUTLINE,
            aims=(
                AimOutline(
                    "An aim.",
                    (
                        ActionOutline("One.", timescale="May 2017", leads=("A Group", "B Team")),
                        ActionOutline("Two.", timescale="May 2017"),
                    ),
                ),
            ),
        )
    )
    assert [row[4] for row in rows_of(reviews_blocks(plan, MEETING))] == [
        "A Group\nB Team",
        "none named",
    ]
