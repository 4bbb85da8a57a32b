"""What was promised to the committee: found, kept, dated, closed, dismissed, never lost."""

from dataclasses import replace
from datetime import date

import pytest

from desk.promises_kept import with_promises_kept
from plan.changes import edits
from plan.changes.change import applied, tables_of
from plan.changes.edits.follow_up import (
    add_commitment,
    close_commitment,
    dismiss_commitment,
    open_commitment,
    set_commitment,
)
from plan.changes.merging import compared, resolved
from plan.following.commitments import (
    Promised,
    commitments_of,
    promise_numbered,
    promised_at,
    promises_due,
    promises_overdue,
    why_undated,
)
from plan.following.timeline import PROMISED, grouped, timeline
from plan.model.outline import AppendixOutline, PassageOutline
from plan.model.plan import Plan
from plan.papers.reviews_table import reviews_blocks
from tests.plan.checks.sound import FORMAT, OUTLINE
from tests.plan.strategies import plan_from

MEETING = date(2016, 9, 26)
FIRST = "instructs the Director to report back to this Committee in twelve months"
SECOND = "A further report will be brought to the Committee by March 2018."
THIRD = "Progress will be reported to the Committee every six months."
PASSAGES = (
    PassageOutline("recommendations", "recommendation", "notes the findings"),
    PassageOutline("recommendations", "recommendation", FIRST),
    PassageOutline("main-text", "numbered", f"We looked at it. {SECOND}"),
    PassageOutline("main-text", "numbered", f"**It is slow.** {THIRD}"),
)
PLAN = plan_from(replace(OUTLINE, report=replace(OUTLINE.report, passages=PASSAGES)))
REPORT = FORMAT.report


def listed(plan: Plan) -> list[tuple[str, str, str]]:
    return [(one.ref, one.row.text, one.row.standing) for one in commitments_of(plan)]


def named(plan: Plan, ref: str) -> Promised:
    found = promised_at(plan, ref)
    assert found is not None
    return found


def promising(text: str) -> Plan:
    passage = PassageOutline("main-text", "numbered", text)
    return plan_from(replace(OUTLINE, report=replace(OUTLINE.report, passages=(passage,))))


def test_what_recurs_is_first_due_on_the_day_that_is_named_for_the_first() -> None:
    plan = promising(f"{THIRD[:-1]}, the first report to be made by 31 January 2017.")
    due = promises_due(plan, MEETING, date(2017, 12, 31))
    assert [one.when.last for one in due] == [date(2017, 1, 31), date(2017, 7, 31)]


def test_of_every_term_no_day_is_made_up() -> None:
    plan = promising("Progress will be reported to the Committee every term.")
    assert promises_due(plan, MEETING, date(2018, 12, 31)) == ()
    assert "four months" in why_undated(plan, named(plan, "C1").row)


def test_each_promise_of_the_report_is_listed_with_its_words_and_its_place() -> None:
    assert listed(PLAN) == [("C1", FIRST, "open"), ("C2", SECOND, "open"), ("C3", THIRD, "open")]
    first, second, _ = (one.row for one in commitments_of(PLAN))
    assert (first.by_when, second.by_when) == ("in twelve months", "by March 2018")
    assert first.where == "Recommendation 2, report 299-2016, 26 September 2016"
    assert second.where == "Main text, paragraph 1, report 299-2016, 26 September 2016"
    assert not any(one.is_kept for one in commitments_of(PLAN))


IN_JUNE = "The Head of Service will report progress to the Committee on 22 June 2017."
MONITORED = "- How will it be monitored?: A report will be brought to the Committee in May 2017."


def test_a_promise_below_the_plan_or_in_an_appended_assessment_is_one_too() -> None:
    appended = AppendixOutline("text", "Equality Impact Assessment", MONITORED)
    other = AppendixOutline("text", "Letter of the auditor", MONITORED.replace("May", "July"))
    report = replace(OUTLINE.report, passages=PASSAGES, appendices=(appended, other))
    closing = f"{IN_JUNE}\n\n{SECOND}"
    plan = plan_from(replace(OUTLINE, report=report, closing=closing))
    rows = [one.row for one in commitments_of(plan)][3:]
    assert [row.by_when for row in rows] == ["on 22 June 2017", "in May 2017"]
    assert [row.where for row in rows] == [
        "Below the plan, report 299-2016, 26 September 2016",
        "Impact assessment, report 299-2016, 26 September 2016",
    ]


@pytest.mark.parametrize(
    "again",
    [
        "Progress is to be reported to the Committee by March 2018.",
        "A progress report will be presented to the Committee.",
    ],
)
def test_what_a_form_says_again_of_what_the_report_promises_counts_once(again: str) -> None:
    appended = AppendixOutline("text", "Equality Impact Assessment", again)
    report = replace(OUTLINE.report, passages=PASSAGES, appendices=(appended,))
    plan = plan_from(replace(OUTLINE, report=report))
    assert [one.row.by_when for one in commitments_of(plan)] == [
        one.row.by_when for one in commitments_of(PLAN)
    ]


def test_it_is_in_the_reviews_until_it_is_closed_and_again_when_it_is_opened() -> None:
    def shown(plan: Plan) -> list[tuple[str, str, str]]:
        entries = timeline({"Plan": plan}, MEETING, date(2018, 12, 31))
        return [
            (one.ref, one.standing, one.review.when_iso if one.review else "")
            for one in entries
            if one.commitment
        ]

    assert shown(PLAN) == [
        ("C3", "coming", "2017-03-26"),
        ("C1", "coming", "2017-09-26"),
        ("C3", "coming", "2017-09-26"),
        ("C3", "coming", "2018-03-26"),
        ("C2", "coming", "2018-03"),
        ("C3", "coming", "2018-09-26"),
    ]
    third = named(PLAN, "3").row
    closed = applied(PLAN, close_commitment(PLAN, third, "3 March 2017", "Report 88-2017"))
    assert [one[0] for one in shown(closed)] == ["C1", "C2"]
    row = named(closed, "C3").row
    assert (row.standing, row.closed_when, row.closed_how) == (
        *("closed", "3 March 2017"),
        "Report 88-2017",
    )
    assert shown(applied(closed, open_commitment(closed, row))) == shown(PLAN)


def test_it_is_overdue_once_its_day_has_passed_and_one_that_recurs_never_is() -> None:
    assert [one.ref for one in promises_overdue(PLAN, date(2017, 9, 26))] == []
    assert [one.ref for one in promises_overdue(PLAN, date(2017, 9, 27))] == ["C1"]
    assert [one.ref for one in promises_overdue(PLAN, date(2030, 1, 1))] == ["C1", "C2"]


def test_each_grouping_has_a_place_for_it_and_word_prints_it() -> None:
    entries = timeline({"Plan": PLAN}, MEETING, date(2017, 12, 31))
    for by in ("lead", "aim"):
        assert PROMISED in [group.heading for group in grouped(entries, by)]
    text = "\n".join(str(block) for block in reviews_blocks(PLAN))
    assert "C1" in text
    assert "Promised" in text


def test_a_promise_without_a_day_is_asked_about() -> None:
    passages = (PassageOutline("main-text", "text", "We will report back to members."),)
    plan = plan_from(replace(OUTLINE, report=replace(OUTLINE.report, passages=passages)))
    (one,) = commitments_of(plan)
    assert why_undated(plan, one.row) == "It was not said by when."
    said = applied(plan, set_commitment(plan, one.row, "by_when", "June 2017"))
    assert [two.when_iso for two in promises_due(said, MEETING, date(2018, 1, 1))] == ["2017-06"]


def test_what_is_no_promise_is_dismissed_and_stays_so_where_its_words_stay() -> None:
    plan = applied(PLAN, dismiss_commitment(PLAN, named(PLAN, "2").row))
    assert listed(plan)[1] == ("C2", SECOND, "dismissed")
    assert [one.ref for one in promises_due(plan, MEETING, date(2018, 3, 31))][0:2] == ["C3", "C1"]
    passage = next(one for one in plan.passage_rows.values() if SECOND in one.text)
    for text in (f"Moved about. {SECOND}", SECOND.replace("brought", "put")):
        again = applied(plan, edits.set_passage(plan, passage.id, text, REPORT))
        assert [one[2] for one in listed(again)] == ["open", "dismissed", "open"]


def test_a_promise_in_other_words_of_its_paragraph_is_the_one_that_was_kept() -> None:
    plan = applied(PLAN, set_commitment(PLAN, named(PLAN, "2").row, "where", "Item 7"))
    passage = next(one for one in plan.passage_rows.values() if SECOND in one.text)
    reworded = SECOND.replace("A further", "Another")
    again = applied(plan, edits.set_passage(plan, passage.id, reworded, REPORT))
    assert [one.row.where for one in commitments_of(again)][1] == "Item 7"
    assert len(commitments_of(again)) == 3


def test_one_that_was_made_elsewhere_is_added_and_comes_last() -> None:
    plan = applied(PLAN, add_commitment(PLAN, "To visit the school", "May 2017"))
    assert listed(plan)[-1] == ("C4", "To visit the school", "open")
    assert promise_numbered(plan, named(plan, "4").row.id, 1) is not None
    assert promise_numbered(plan, named(plan, "4").row.id, 2) is None


@pytest.mark.parametrize("today", [date(2016, 9, 25), date(2016, 9, 26), date(2017, 1, 1)])
def test_what_leaves_a_report_that_the_committee_has_had_is_kept(today: date) -> None:
    passage = next(one for one in PLAN.passage_rows.values() if one.text == FIRST)
    deleting = edits.delete_passage(PLAN, passage.id, REPORT)
    plan = applied(PLAN, with_promises_kept(PLAN, deleting, today))
    has_gone = today >= MEETING
    assert (FIRST in [row.text for row in plan.commitment_rows.values()]) == has_gone
    assert len(commitments_of(plan)) == (3 if has_gone else 2)


def test_a_report_for_another_meeting_keeps_what_the_last_one_was_promised() -> None:
    other = edits.set_report_field(PLAN, "meeting_date", "26 September 2017", name="date")
    plan = applied(PLAN, with_promises_kept(PLAN, other, date(2017, 1, 1)))
    assert len(plan.commitment_rows) == 3
    due = {one.ref: one.when_iso for one in promises_due(plan, MEETING, date(2017, 12, 31))}
    assert due["C1"] == "2017-09-26"


def test_a_promise_that_is_only_reworded_is_not_kept_twice() -> None:
    passage = next(one for one in PLAN.passage_rows.values() if one.text == FIRST)
    reworded = edits.set_passage(PLAN, passage.id, FIRST.replace("this", "the"), REPORT)
    assert with_promises_kept(PLAN, reworded, date(2017, 1, 1)) == reworded


def test_two_who_keep_the_same_promise_have_one_row_when_they_are_brought_together() -> None:
    row = named(PLAN, "1").row
    ours = applied(PLAN, close_commitment(PLAN, row, "1 May 2017", "Report 1"))
    theirs = applied(PLAN, set_commitment(PLAN, row, "by_when", "May 2017"))
    merged = resolved(compared(*map(tables_of, (PLAN, ours, theirs))), {})
    (one,) = merged["commitments"].values()
    assert one["closed_how"] == "Report 1"
