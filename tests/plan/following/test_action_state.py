"""What is known of an action is one thing: its timescale, its status and its latest note."""

from dataclasses import replace
from datetime import date

import pytest

from plan.council.own_field import Choice, OwnField, OwnFields
from plan.following.action_state import closed_actions, state_of, year_1_by_words
from plan.following.reviews import overdue, reviews
from plan.model.outline import NoteOutline
from plan.model.plan import Plan
from plan.reading.given_up import says_ended
from plan.reading.status import is_bare, says_delayed, tone_of
from tests.plan.checks.sound import OUTLINE, action
from tests.plan.strategies import plan_from

TODAY = date(2018, 6, 1)


def with_note(status: str, text: str = "", timescale: str = "31 March 2018") -> Plan:
    note = NoteOutline("April 2018", status, text)
    spoilt = action(1, timescale=timescale, progress=(note,))(OUTLINE)
    return plan_from(replace(spoilt, aims=spoilt.aims[:1]))


@pytest.mark.parametrize(
    ("status", "text", "timescale"),
    [
        ("Complete", "", "31 March 2018"),
        ("", "Completed in March 2018.", "31 March 2018"),
        ("Green", "This action is complete.", "31 March 2018"),
        ("B", "Done.", "31 March 2018"),
        ("", "", "31 March 2018 (Complete)"),
        ("Superseded", "Action 2.1 takes it up.", "31 March 2018"),
        ("Cancelled", "", "31 March 2018"),
        ("No longer required", "", "31 March 2018"),
        ("", "Complete. The guide was issued to all teams in March.", "31 March 2018"),
        ("", "Finished and now business as usual. The team does it each month.", "31 March 2018"),
        ("", "12 March 2018: Closed – all ten placements began.", "31 March 2018"),
        ("B – complete", "The guide was issued.", "31 March 2018"),
        ("", "Cancelled. The council decided otherwise in February.", "31 March 2018"),
    ],
)
def test_what_is_done_or_given_up_in_timescale_status_or_note_is_not_overdue(
    status: str, text: str, timescale: str
) -> None:
    plan = with_note(status, text, timescale)
    assert not state_of(plan, plan.actions[0], TODAY).is_open
    assert overdue(plan, TODAY) == ()


@pytest.mark.parametrize(
    ("status", "text"),
    [
        ("On track", "Complete."),
        ("To be achieved", "Completed."),
        ("Due to complete June 2019", ""),
        ("Green", "Will be completed in May 2019."),
        ("Amber", "Not complete."),
        ("At risk", "The survey is complete but the report is not."),
        ("Not cancelled", ""),
        ("Blue", ""),
        ("", "Complete. The guide is still to be printed."),
        ("", "On track. The guide was completed in March."),
    ],
)
def test_what_is_to_come_denied_or_only_a_colour_is_still_overdue(status: str, text: str) -> None:
    plan = with_note(status, text)
    assert state_of(plan, plan.actions[0], TODAY).is_open
    assert [one.ref for one in overdue(plan, TODAY)] == ["1.1"]


def test_a_council_says_itself_which_of_its_words_mean_done() -> None:
    words = (Choice(word="Blue", done=True), Choice(word="Signed over", done=True))
    field = OwnField(
        id="stand", kind="choice", label="Stand", choices=(*words, Choice(word="Complete"))
    )
    key = OwnFields((field,))
    for status, late in (("Blue", []), ("Signed over", []), ("Complete", ["1.1"])):
        assert [one.ref for one in overdue(with_note(status), TODAY, key)] == late


@pytest.mark.parametrize(
    ("status", "tone"),
    [
        *((one, "good") for one in ("Significant progress made", "Sufficient progress", "G", "b")),
        *((one, "good") for one in ("Under Control", "Improving", "Fully implemented")),
        *((one, "doubtful") for one in ("Monitoring Required", "Pending", "Deferred", "A", "Late")),
        *((one, "bad") for one in ("R", "Worsening", "Declining", "Major slippage anticipated")),
        *((one, "") for one in ("Cancelled", "To be achieved", "Not improving", "Stable", "Grey")),
    ],
)
def test_the_words_that_councils_print_have_their_tone(status: str, tone: str) -> None:
    assert tone_of(status) == tone


@pytest.mark.parametrize("status", ["R", "g", "Amber", "RAG: Green", "Amber/Green", "B.", "TBC"])
def test_a_letter_or_a_colour_alone_is_bare(status: str) -> None:
    assert is_bare(status)


@pytest.mark.parametrize("status", ["", "Green - on track", "Red flag raised", "At risk", "AB"])
def test_a_status_in_words_is_not_bare(status: str) -> None:
    assert not is_bare(status)


@pytest.mark.parametrize(
    ("status", "is_late"),
    [("Delayed", True), ("Behind schedule", True), ("Off track", True), ("No delay", False),
     ("Not delayed", False), ("On track", False), ("Translated", False)],
)  # fmt: skip
def test_what_is_put_off_is_known_unless_it_is_denied(status: str, is_late: bool) -> None:
    assert says_delayed(status) is is_late


def test_what_was_given_up_is_neither_done_nor_to_come() -> None:
    assert all(map(says_ended, ("Cancelled", "Superseded by 2.1", "No longer needed", "Withdrawn")))
    assert not any(map(says_ended, ("", "Not withdrawn", "Cancelled sessions were run again")))


@pytest.mark.parametrize(
    ("status", "text", "is_coming"),
    [
        ("Complete", "The guide was issued early.", False),
        ("", "Complete. The guide was issued early.", False),
        ("Cancelled", "", False),
        ("On track", "The guide is complete in draft.", True),
        ("", "Not started.", True),
    ],
)
def test_what_is_done_before_its_day_does_not_come_any_more(
    status: str, text: str, is_coming: bool
) -> None:
    plan = with_note(status, text, "31 March 2019")
    assert bool(reviews(plan, TODAY, date(2019, 12, 31))) is is_coming


@pytest.mark.parametrize(
    ("timescale", "status", "is_coming"),
    [
        ("31 March 2018. Annual reviews thereafter", "Complete", True),
        ("31 March 2018. Annual reviews thereafter", "Cancelled", False),
        ("Ongoing, reviewed in March 2019", "Complete", False),
        ("Ongoing, reviewed in March 2019", "On track", True),
    ],
)
def test_the_reviews_that_follow_a_delivery_come_when_it_is_done(
    timescale: str, status: str, is_coming: bool
) -> None:
    plan = with_note(status, "", timescale)
    assert bool(reviews(plan, TODAY, date(2019, 12, 31))) is is_coming


@pytest.mark.parametrize(
    ("timescale", "introduction", "title", "begins"),
    [
        ("Year 1 (2026/27)", "This plan covers 2027-30.", "Plan 2028-31", date(2026, 4, 1)),
        ("Monthly", "This plan covers 2027-30.", "Plan 2028-31", date(2027, 4, 1)),
        ("Monthly", "It was agreed by all.", "Plan 2028-31", date(2028, 4, 1)),
        ("Monthly", "", "Plan 2028-31", date(2028, 4, 1)),
        ("Monthly", "", "The plan", None),
    ],
)
def test_year_1_begins_as_the_timescales_say_else_the_introduction_else_the_titles(
    timescale: str, introduction: str, title: str, begins: date | None
) -> None:
    one = action(1, timescale=timescale, progress=())(OUTLINE)
    outline = replace(one, aims=one.aims[:1], title=title, subtitle="", date="")
    plan = plan_from(replace(outline, introduction=introduction))
    assert year_1_by_words(plan) == begins


def test_a_word_of_the_councils_key_gives_an_action_up_wherever_that_is_asked() -> None:
    words = (Choice(word="Live"), Choice(word="Cancelled"), Choice(word="Finished", done=True))
    own = OwnFields((OwnField(id="stage", kind="choice", label="Stage", choices=words),))
    for word, is_closed in (("Live", False), ("Cancelled", True), ("Finished", True)):
        spoilt = action(1, timescale="31 March 2018", progress=(), own=(("stage", word),))(OUTLINE)
        plan = plan_from(replace(spoilt, aims=spoilt.aims[:1]))
        first = plan.actions[0]
        assert (first.id in closed_actions(plan, TODAY, own)) is is_closed
        assert state_of(plan, first, TODAY, own).is_open is not is_closed
        late = {one.action_id for one in overdue(plan, TODAY, own)}
        assert (first.id in late) is not is_closed
