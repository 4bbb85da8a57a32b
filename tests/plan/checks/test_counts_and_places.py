"""What a paper counts, cites and has twice is held against what it holds."""

from collections.abc import Iterable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan.changes.change import applied
from plan.changes.edits.reasons import keep_unread
from plan.checks.all_checks import findings
from plan.checks.facts.rises_told import wrong_rise
from plan.checks.facts.shares_told import wrong_share_told
from plan.checks.paper import Paper
from plan.model.outline import AimOutline, NoteOutline, PlanOutline, ReportOutline
from plan.model.plan import Plan
from tests.plan.checks.sound import (
    AIMS,
    FORMAT,
    FORMS,
    OUTLINE,
    SECOND,
    TODAY,
    Spoil,
    action,
    passage,
)
from tests.plan.strategies import plan_from

STATES = ("Complete",) * 4 + ("On track",) * 3 + ("Delayed",) * 2 + ("Not started",)
"""How ten actions stand."""


def found_in(made: PlanOutline | Plan, *rules: str) -> list[str]:
    plan = plan_from(made) if isinstance(made, PlanOutline) else made
    found = findings(Paper(plan, FORMAT, TODAY, FORMS))
    return [f"{one.place.path}: {one.text}" for one in found if one.rule in rules]


def standing(said: str, states: Iterable[str] = STATES) -> PlanOutline:
    """Return a paper that says this of ten actions which stand so."""
    actions = tuple(
        replace(SECOND, text=f"Ask the pupils of school {n}.", progress=(NoteOutline(status=one),))
        for n, one in enumerate(states, 1)
    )
    return passage("purpose", said)(replace(OUTLINE, aims=(AimOutline(AIMS[0], actions),)))


def of_the_plan(introduction: str, *spoils: Spoil) -> PlanOutline:
    """Return a plan with this introduction, without a report."""
    outline = replace(OUTLINE, introduction=introduction, report=ReportOutline(), assessments=())
    for spoil in spoils:
        outline = spoil(outline)
    return outline


RIGHT = [
    (
        "Of the 10 actions four are complete, three are on track, two are delayed and one is not "
        "started. New dates are asked for the two delayed actions."
    ),
    (
        "Of the 10 actions four are complete, three on track, two delayed and one not started. Two "
        "are delayed as the supplier failed."
    ),
    "Four of the 10 actions are complete. The rest go well.",
    "Of the ten actions four are complete and one is delayed by more than a year.",
]


@pytest.mark.parametrize("said", RIGHT)
def test_what_is_said_of_the_same_actions_again_is_counted_once(said: str) -> None:
    assert found_in(standing(said), "R40") == []


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        (
            (
                "Of the 10 actions five are complete, three are on track and two are delayed. The "
                "two delayed actions need new dates."
            ),
            "has 4 actions complete",
        ),
        (
            (
                "Of the 10 actions four are complete, two are on track, three are delayed and one "
                "is not started."
            ),
            "says “two are on track”, and 3 actions of the plan are so marked",
        ),
        (
            "Of the 10 actions four are complete, four are on track and three are delayed.",
            "counted by how they stand are 11",
        ),
    ],
)
def test_a_count_by_status_is_held_against_the_statuses(said: str, asked: str) -> None:
    (text,) = found_in(standing(said), "R40")
    assert asked in text


def test_a_status_that_some_actions_lack_is_not_counted() -> None:
    said = "Of the 10 actions four are complete, two are on track and four are delayed."
    assert found_in(standing(said, (*STATES[:8], "", "")), "R40") == []


ACTIONS = sum(len(aim.actions) for aim in OUTLINE.aims)


@pytest.mark.parametrize(
    ("said", "is_asked"),
    [
        (f"The plan was agreed in May. It runs for a year. It has {ACTIONS + 2} actions.", True),
        (f"The plan was agreed in May. It runs for a year. It has {ACTIONS} actions.", False),
        ("The plan was agreed in May. It follows last year's plan. It has forty actions.", False),
        ("The school is large. It runs two sites. It has 40 actions of its own plan.", False),
    ],
)
def test_it_is_the_plan_as_long_as_the_sentences_go_on_of_it(said: str, *, is_asked: bool) -> None:
    assert bool(found_in(of_the_plan(said), "R40")) == is_asked


def test_an_exempt_appendix_is_not_missing_from_a_public_paper() -> None:
    for said in (
        "The plan is Appendix A. The homes are listed in Appendix B, which is exempt.",
        "The plan is Appendix A. Appendix B – Homes (not for publication) is for members.",
    ):
        assert found_in(passage("purpose", said)(OUTLINE), "R4") == []
    said = "The plan is Appendix A. The homes are listed in Appendix B, which is not exempt."
    assert len(found_in(passage("purpose", said)(OUTLINE), "R4")) == 1


@pytest.mark.parametrize(
    ("header", "asked"),
    [("EXEMPT: No", 1), ("Exempt: Not exempt", 1), ("Exempt: Yes", 0), ("Exempt: No (part)", 0)],
)
def test_a_header_that_says_exempt_no_is_asked_about_beside_an_exempt_appendix(
    header: str, asked: int
) -> None:
    said = "The plan is Appendix A. The homes are listed in Appendix B, which is exempt."
    plan = plan_from(passage("purpose", said)(OUTLINE))
    plan = applied(plan, keep_unread(plan, "access", [header], given_on="1 May 2016"))
    found = found_in(plan, "R4")
    assert len(found) == asked
    assert all(f"“{header}”" in one and "Appendix B" in one for one in found)


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("The measures are in Appendix B.", 1),
        ("The measures are in Appendix B.\n\nAppendix B: attendance, results.", 0),
        ("The measures are in Appendix B of the inspection report.", 0),
        ("The measures are in Appendix B, which is confidential.", 0),
    ],
)
def test_an_appendix_that_only_the_introduction_cites_is_asked_about(said: str, asked: int) -> None:
    found = found_in(of_the_plan(said), "R4")
    assert len(found) == asked
    assert all(one.startswith("plan/introduction: Appendix B") for one in found)


POST = action(1, leads=("Head of Change and Skills",))


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("The post of Head of Change and Skills was deleted in May.", 1),
        ("The Head of Change and Skills post has been abolished.", 1),
        ("The post of Head of Change and Skills is vacant.", 1),
        ("The post of Head of Change and Skills is vacant. It will be filled by August.", 0),
        ("The post of Head of Change was deleted in May.", 0),
        ("The post of Head of Change and Skills was created in May.", 0),
    ],
)
def test_a_post_that_is_gone_leads_nothing(said: str, asked: int) -> None:
    found = found_in(of_the_plan(said, POST), "P36")
    assert len(found) == asked
    assert all("“Head of Change and Skills” leads 1.1" in one for one in found)


def test_two_actions_with_one_ref_in_the_paper_are_asked_about() -> None:
    first, second = (replace(SECOND, text=f"Ask school {n} for its views.") for n in (1, 2))
    twice = (first, replace(second, own_ref="1.1"))
    outline = replace(OUTLINE, aims=(AimOutline(AIMS[0], twice),))
    (text,) = found_in(outline, "P20")
    assert "ref 1.1" in text
    assert "the second is 1.2" in text
    apart = (replace(first, own_ref="A1"), replace(second, own_ref="A2"))
    assert found_in(replace(outline, aims=(AimOutline(AIMS[0], apart),)), "P20") == []


@pytest.mark.parametrize(
    ("one", "other", "asked"),
    [
        (
            "Set up one register of repairs with a named owner for each.",
            "Create a single register of all repairs with a named owner for each of them.",
            1,
        ),
        ("Develop a plan for staff training.", "Prepare a plan for staff training in schools.", 0),
        (
            "Review the register of repairs and owners.",
            "Create the register of repairs, owners.",
            0,
        ),
        ("Create a rota for wards 1 and 2.", "Set up a rota for wards 3 and 4.", 0),
        ("Create a single register.", "Set up one register.", 0),
    ],
)
def test_an_action_in_other_words_is_asked_about(one: str, other: str, asked: int) -> None:
    actions = tuple(replace(SECOND, text=text) for text in (one, other))
    outline = replace(OUTLINE, aims=(AimOutline(AIMS[0], actions),))
    assert len(found_in(outline, "P20")) == asked


@given(st.integers(1, 5000), st.integers(1, 5000))
def test_a_share_that_is_rounded_is_right(one: int, other: int) -> None:
    part, whole = sorted((one, other))
    for share in (f"{100 * part / whole:.0f}", f"{100 * part / whole:.1f}"):
        assert wrong_share_told(f"There were {part:,} of {whole:,} homes ({share}%).") == ""
    off = 100 * part / whole + 5
    assert wrong_share_told(f"There were {part:,} of {whole:,} homes ({off:.0f}%).")


@given(st.integers(1, 50000), st.integers(1, 50000))
def test_a_rise_or_a_fall_that_is_reckoned_is_right(was: int, now: int) -> None:
    kind, by = ("an increase" if now >= was else "a fall"), abs(now - was)
    told = f"Calls went from {was:,} in 2014/15 to {now:,} in 2015/16, {kind} of"
    assert wrong_rise(f"{told} {by:,}.") == ""
    assert wrong_rise(f"{told} {100 * by / was:.0f}%.") == ""
    assert wrong_rise(f"{told} {by + 1:,}.")
