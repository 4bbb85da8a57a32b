"""What is done or was given up is asked for nothing any more, but what belongs to its closing."""

from dataclasses import replace
from datetime import date

import pytest

from plan.checks.all_checks import findings
from plan.checks.paper import Paper, Practice
from plan.following.reviews import overdue
from plan.model.finding import Finding
from plan.model.outline import ActionOutline, AimOutline, NoteOutline, PlanOutline
from plan.reading.given_up import says_ended, taken_over_by
from tests.plan.checks.sound import FORMAT, FORMS
from tests.plan.checks.test_ordinary_papers import ACTIONS, ORDINARY, TODAY
from tests.plan.strategies import plan_from

BARE = ActionOutline(text="Joint training for managers.", timescale="")
"""An action with nothing: each rule of the plan asks something of it while it is open."""
OF_ACTIONS = {
    *("P3", "P4", "P5", "P6", "P7", "P8", "P9", "P12", "P15", "P18", "P30", "P31", "P32", "P34"),
    *("P35", "P36"),
}


def with_action(action: ActionOutline) -> PlanOutline:
    return replace(
        ORDINARY, aims=(*ORDINARY.aims, AimOutline("Be one team.", (action, ACTIONS[5])))
    )


def asked_of(action: ActionOutline, today: date = TODAY) -> list[Finding]:
    """Return what is said of the first action of a third aim, and of the plan because of it."""
    paper = Paper(plan_from(with_action(action)), FORMAT, today, FORMS, Practice("every-day"))
    return [
        one
        for one in findings(paper)
        if one.place.path.startswith("action/3.1")
        or ("3.1" in one.text and one.place.path.startswith("plan/"))
    ]


def noted(status: str, text: str = "", **fields: object) -> ActionOutline:
    return replace(BARE, progress=(NoteOutline("1 November 2026", status, text),), **fields)  # type: ignore[arg-type]


def test_an_open_action_with_nothing_is_asked_for_all_it_needs() -> None:
    assert {one.rule for one in asked_of(noted("On track"))} >= {"P6", "P7", "P9", "P12"}


CLOSED = (
    *("Dropped", "Withdrawn", "Superseded", "Merged with 2.1", "No longer required", "Complete"),
    *("Closed – no longer required", "Closed (superseded)", "Combined with action 1.2"),
    *(
        "Transferred to 2.3",
        "Subsumed into 2.1",
        "Removed from the plan",
        "Cancelled: funding ended",
    ),
    *("Duplicate of 1.1", "Will not proceed", "Not being taken forward", "Now part of 2.2"),
    *("Superseded by the national programme", "Withdrawn by the committee in June 2026"),
    *("Deleted", "Replaced by 2.2", "Complete – merged into 2.1", "W – Withdrawn", "DROPPED"),
)


@pytest.mark.parametrize("timescale", ["Superseded", "Withdrawn", "Now superseded", "Dropped."])
def test_a_timescale_that_only_names_the_end_is_no_reason(timescale: str) -> None:
    asked = asked_of(replace(BARE, timescale=timescale))
    assert [one.rule for one in asked if one.rule == "P37"] == ["P37"]


@pytest.mark.parametrize(
    "timescale", ["Superseded by action 1.2", "Withdrawn as funding ended", "March 2027"]
)
def test_a_timescale_that_says_more_is_asked_for_no_reason(timescale: str) -> None:
    assert not [one for one in asked_of(replace(BARE, timescale=timescale)) if one.rule == "P37"]


@pytest.mark.parametrize("status", CLOSED)
@pytest.mark.parametrize("said", ["", "–", "n/a", "As in action 2.2", "As above", "See 1.3"])
def test_a_closed_action_is_asked_for_nothing_that_its_work_would_need(
    status: str, said: str
) -> None:
    action = noted(
        status,
        "It was agreed as the funding ended.",
        timescale=said,
        success_criteria=(said,) if said else (),
        leads=(said,) if said else (),
    )
    assert [(one.rule, one.text) for one in asked_of(action) if one.rule in OF_ACTIONS] == []


@pytest.mark.parametrize(
    "action",
    [
        replace(BARE, timescale="Dropped"),
        replace(BARE, timescale="N/A – merged with 2.1"),
        replace(BARE, text="[Withdrawn] Training for managers"),
        replace(BARE, text="Superseded: training for managers"),
        replace(BARE, own=(("Status", "No longer required"),)),
        replace(BARE, own=(("RAG status", "Complete"),)),
        noted("", "Merged with action 2.1 in June 2026."),
        noted("n/a", "Superseded by the national programme."),
    ],
)
def test_an_action_is_closed_wherever_its_row_or_its_note_says_so(action: ActionOutline) -> None:
    assert [(one.rule, one.text) for one in asked_of(action) if one.rule in OF_ACTIONS] == []


@pytest.mark.parametrize(
    "status",
    [
        *(
            "Not withdrawn",
            "Withdrawn?",
            "Proposed to be merged with 2.1",
            "Partly superseded by 2.1",
        ),
        *("Moved to 31.3.27", "Moved to Q3", "Moved to June 2027", "Removed the barriers"),
        *("Cancelled sessions were run again", "Removed asbestos from three schools", "See note"),
        *("Merged into one team in June 2026", "May be dropped", "On track", "On hold", "Paused"),
        *(
            "Not required to report until 2027",
            "Transferred 40 files",
            "Included in the new strategy",
        ),
    ],
)
def test_what_goes_on_is_not_taken_for_given_up(status: str) -> None:
    assert not says_ended(status)
    assert "P7" in {one.rule for one in asked_of(noted(status))}


def test_what_was_cancelled_and_arranged_again_is_open() -> None:
    again = noted("", "Cancelled due to snow. The session is rearranged for March 2027.")
    assert "P7" in {one.rule for one in asked_of(again)}


def test_what_was_merged_with_another_action_is_not_overdue() -> None:
    plan = plan_from(with_action(noted("Merged with 2.1", timescale="June 2026")))
    assert [one.ref for one in overdue(plan, TODAY)] == []


@pytest.mark.parametrize(
    ("status", "text", "words"),
    [
        ("Dropped", "", "it is not said why"),
        ("Removed (June 2026)", "", "it is not said why"),
        ("No longer required", "", ""),
        ("Withdrawn", "The funding was lost.", ""),
        ("Dropped", "As agreed by the committee in June 2026.", ""),
        ("Cancelled: funding ended", "", ""),
        ("Merged with 2.1", "", ""),
        ("Superseded by the national programme", "", ""),
        ("Merged with 2.9", "", "the plan has no action 2.9"),
        ("Merged with 3.1", "", "is the action itself"),
        ("Complete", "", ""),
    ],
)
def test_an_action_that_is_given_up_says_why_or_what_takes_its_place(
    status: str, text: str, words: str
) -> None:
    said = [one.text for one in asked_of(noted(status, text)) if one.rule == "P37"]
    assert len(said) == bool(words)
    assert words in "".join(said)


def test_the_actions_into_which_one_went_are_named() -> None:
    assert taken_over_by("Merged with 2.1 and 2.3") == ("2.1", "2.3")
    assert taken_over_by("Superseded by action 4.2 on 3.6.26") == ("4.2",)
    assert taken_over_by("Dropped") == ()


@pytest.mark.parametrize(
    "said", ["As in action 2.2", "See 1.3", "As above", "Ditto", "As for 2.2."]
)
def test_an_open_action_says_of_its_own_success_how_it_is_judged(said: str) -> None:
    action = replace(
        BARE,
        text="Train managers.",
        leads=("Head of Service",),
        timescale="June 2027",
        success_criteria=(said,),
    )
    assert len([one for one in asked_of(action) if one.rule == "P9"]) == 1
