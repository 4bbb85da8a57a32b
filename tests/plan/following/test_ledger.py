"""The progress ledger: what stands now, and what of it a paper prints."""

from dataclasses import replace
from datetime import date

import pytest

from plan.council.format import format_named
from plan.following.ledger import (
    NO_NOTE,
    NO_STATUS,
    PrintedNotes,
    StatusCount,
    latest,
    noted_since,
    read_printed,
    status_counts,
    with_notes,
)
from plan.following.reviews import overdue
from plan.model.outline import AimOutline, NoteOutline
from plan.model.plan import Plan
from plan.papers.appendix import appendix_of
from plan.papers.blocks import paragraphs_of
from tests.plan.checks.sound import FIRST, OUTLINE
from tests.plan.noted_plans import NOTES, noted
from tests.plan.strategies import plan_from


def texts(plan: Plan) -> list[list[str]]:
    return [[note.text for note in plan.notes_of(action.id)] for action in plan.actions]


PLAN = noted(*NOTES)


def test_all_notes_are_printed_unless_another_choice_is_made() -> None:
    assert with_notes(PLAN, PrintedNotes()) is PLAN


def test_the_latest_of_each_action_is_printed() -> None:
    assert texts(with_notes(PLAN, PrintedNotes("latest"))) == [["Third."], ["Second."], []]


def test_those_since_a_day_are_printed() -> None:
    since = PrintedNotes("since", date(2016, 9, 26))
    assert texts(with_notes(PLAN, since)) == [["Second.", "Third."], ["Second."], []]
    later = PrintedNotes("since", date(2017, 3, 31))
    assert texts(with_notes(PLAN, later)) == [["Third."], [], []]


def test_a_note_whose_date_cannot_be_read_is_never_left_out_for_its_date() -> None:
    plan = noted(NoteOutline("last week", "On track", "Odd."))
    since = PrintedNotes("since", date(2030, 1, 1))
    assert texts(with_notes(plan, since)) == [["Odd."], ["Odd."], []]


def test_the_paper_prints_what_was_chosen() -> None:
    document = appendix_of(with_notes(PLAN, PrintedNotes("latest")), format_named("dundee-2016"))
    printed = [paragraph.text for paragraph in paragraphs_of(document.blocks)]
    assert "Third." in printed
    assert "First." not in printed


def test_the_latest_is_that_of_the_latest_date_wherever_it_stands() -> None:
    plan = noted(NOTES[1], NOTES[0])
    note = latest(plan.notes_of(plan.actions[0].id))
    assert note is not None
    assert note.text == "Second."
    assert latest(()) is None


def test_of_two_notes_of_one_day_the_one_that_was_added_last_is_the_latest() -> None:
    plan = noted(NOTES[1], NoteOutline("26/9/2016", "Behind", "On second thoughts."))
    note = latest(plan.notes_of(plan.actions[0].id))
    assert note is not None
    assert note.text == "On second thoughts."


def test_actions_stand_as_their_latest_notes_say_however_it_is_written() -> None:
    assert status_counts(PLAN) == (
        StatusCount("on track", ("1.1", "1.2")),
        StatusCount(NO_NOTE, ("1.3",)),
    )
    stand = status_counts(noted(NoteOutline("", "", "A note.")))
    assert [one.status for one in stand] == [NO_STATUS, NO_NOTE]
    in_capitals = noted(
        NOTES[0], NOTES[2], replace(NOTES[1], as_at="April 2017", status="ON TRACK")
    )
    assert [one.status for one in status_counts(in_capitals)] == ["ON TRACK", NO_NOTE]


def test_the_commonest_status_comes_first_and_what_is_unknown_last() -> None:
    said = ("Behind", "", "On track", "Ahead", "On track", None)
    actions = tuple(
        FIRST if status is None else replace(FIRST, progress=(NoteOutline("May 2016", status),))
        for status in said
    )
    plan = plan_from(replace(OUTLINE, aims=(AimOutline("An aim.", actions),)))
    assert [(one.status, one.count) for one in status_counts(plan)] == [
        ("On track", 2),
        ("Ahead", 1),
        ("Behind", 1),
        (NO_NOTE, 1),
        (NO_STATUS, 1),
    ]


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("all", PrintedNotes()),
        ("Latest", PrintedNotes("latest")),
        (" latest ", PrintedNotes("latest")),
        ("  ", PrintedNotes()),
        ("26/09/16", PrintedNotes("since", date(2016, 9, 26))),
        ("September 2016", PrintedNotes("since", date(2016, 9, 1))),
        ("some", None),
    ],
)
def test_the_choice_is_read_from_words(typed: str, read: PrintedNotes | None) -> None:
    assert read_printed(typed) == read


def test_what_was_noted_since_the_last_committee_and_what_was_not() -> None:
    found = noted_since(PLAN, date(2016, 10, 1))
    texts_since = {PLAN.ref_of(action.id): [one.text for one in kept] for action, kept in found}
    assert texts_since == {"1.1": ["Third."], "1.2": [], "1.3": []}
    from_its_day = [kept for _, kept in noted_since(PLAN, date(2016, 9, 26))]
    assert [len(kept) for kept in from_its_day] == [2, 1, 0]
    odd = noted(NoteOutline("last week", "On track", "Odd."))
    assert all(not kept for _, kept in noted_since(odd, date(2016, 1, 1)))


def test_what_the_latest_note_says_is_done_is_not_overdue() -> None:
    early = NoteOutline("June 2015", "Complete", "All is done.")
    late = date(2030, 1, 1)
    refs = [
        [one.ref for one in overdue(noted(note), late)]
        for note in (early, replace(early, status="On track"))
    ]
    assert refs == [["1.3"], ["1.1", "1.2", "1.3"]]
