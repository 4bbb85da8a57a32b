"""What is left to be filled in, and acronyms that nobody explains: P32 and P33."""

from datetime import date

import pytest

from plan.changes.change import applied
from plan.changes.edits.names import say_what_it_stands_for
from plan.checks.actions.unfinished_checks import acronyms_are_explained
from plan.checks.paper import Paper
from plan.council.format import format_named
from plan.model.outline import NoteOutline
from tests.plan.checks.sound import OUTLINE, Spoil, action, passage, says, spoilt
from tests.plan.strategies import plan_from


def noted(text: str) -> Spoil:
    return action(1, progress=(NoteOutline("1 August 2016", "On track", text),))


def success(text: str) -> Spoil:
    return action(1, success_criteria=(text,))


LEFT: list[tuple[Spoil, str]] = [
    (action(1, text="Publish [insert number] guides to family support."), "text"),
    (action(1, text="Publish a guide with XX pages."), "text"),
    (action(1, text="TBC"), "text"),
    (action(1, leads=("To be confirmed",)), "leads"),
    (action(1, leads=("TBC",)), "leads"),
    (success("Self-referrals rise from 140 to xx a year by December 2017."), "success_criteria"),
    (success("Self-referrals rise from 140 (TBC) to 200 a year."), "success_criteria"),
    (success("To be confirmed"), "success_criteria"),
    (success("[Insert measure]"), "success_criteria"),
    (action(1, timescale="xx/xx/2017"), "timescale"),
    (noted("Agreed with ??? in June."), "progress"),
    (noted("tbc"), "progress"),
    (noted("To be confirmed by [name of officer]."), "progress"),
]


@pytest.mark.parametrize(("spoil", "field"), LEFT)
def test_what_is_left_to_be_filled_in_is_said_once(spoil: Spoil, field: str) -> None:
    found = spoilt(spoil)
    assert ("FIX", "P32", f"action/1.1/{field}") in found
    assert not {"P6", "P9"} & {rule for _, rule, _ in found}


@pytest.mark.parametrize(
    "spoil",
    [
        action(1, text="Insert a guide in each baby box."),
        action(1, text="Confirm who publishes the guide."),
        success("Self-referrals rise from 140 to 200 a year by December 2017 [baseline: 140]."),
        success("Part XX of the Act is followed in 20 of 20 cases."),
        success("The target is to be confirmed by the board in May 2017: 140 to 200."),
        noted("The venue of the second workshop is TBC."),
        noted("The date is to be confirmed in May."),
        noted("A guide (see page 4) was sent to each school."),
        noted("Could parents find it? Most could."),
        action(2, timescale="TBC"),
        action(2, timescale="[date]"),
    ],
)
def test_what_only_looks_like_a_gap_is_left_in_peace(spoil: Spoil) -> None:
    assert not says("P32", spoil)


UNKNOWN: list[tuple[Spoil, str]] = [
    (action(1, text="Agree an escalation route with MARAC."), "text"),
    (action(1, text="Move all records to the SWIS system."), "text"),
    (success("All 40 cases are on DAISY by December 2017."), "success_criteria"),
    (success("The MAGS score rises from 3 to 4 by December 2017."), "success_criteria"),
    (noted("The QAIG met in June."), "progress"),
    (noted("Two RIRGs were set up."), "progress"),
    (noted("Agreed with the OHOC and the board."), "progress"),
    (action(1, text="Publish one guide with the L&WD team."), "text"),
    (action(1, text="Take the guide to each LMG."), "text"),
    (success("Each MDT has met 12 times by December 2017."), "success_criteria"),
]


@pytest.mark.parametrize(("spoil", "field"), UNKNOWN)
def test_an_acronym_that_nobody_explains_is_asked(spoil: Spoil, field: str) -> None:
    assert ("ASK", "P33", f"action/1.1/{field}") in spoilt(spoil)


EXPLAINED: list[Spoil] = [
    action(1, text="Agree a route with the Multi-Agency Risk Assessment Conference (MARAC)."),
    action(1, text="Agree a route with MARAC (multi-agency risk assessment conference)."),
    action(1, text="Use Balanced Scorecards.", success_criteria=("BSCs in place.", "BSC is used.")),
    action(1, text="Publish one guide with the NHS and COSLA for ASN pupils."),
    action(1, text="PUBLISH ONE GUIDE TO FAMILY SUPPORT"),
    action(1, text="Publish one guide to Part III of the Act."),
    action(1, text="Publish one guide to P1 and S3 and to the HMICS2 form."),
    action(1, text="Publish one guide, called HERE."),
    action(2, text="Ask each CPC member for views."),
    noted("The RAG status and the KPIs were read."),
    noted("An A&E doctor and a GP were asked."),
    lambda one: noted("The QAIG met in June.")(
        passage("main-text", "The Quality Assurance Group (QAIG) met.", "numbered")(one)
    ),
    lambda one: noted("The HAT met in June.")(
        action(2, text="Ask the Housing Advice Team for its views.")(one)
    ),
    action(1, leads=("LDG",), text="Take the guide to the LDG."),
]


@pytest.mark.parametrize("spoil", EXPLAINED)
def test_what_is_known_or_explained_is_left_in_peace(spoil: Spoil) -> None:
    assert not says("P33", spoil)


def test_several_are_said_in_one_finding() -> None:
    from plan.checks.all_checks import findings
    from plan.checks.paper import Paper
    from tests.plan.checks.sound import FORMAT, FORMS, TODAY
    from tests.plan.strategies import plan_from

    spoil = action(2, text="Ask MARAC and DAISY.")
    plan = plan_from(spoil(action(1, text="Agree a route with MARAC.")(OUTLINE)))
    (found,) = [one for one in findings(Paper(plan, FORMAT, TODAY, FORMS)) if one.rule == "P33"]
    assert found.text.startswith("MARAC (1.1) and DAISY (2.1): nowhere explained")


def test_what_the_officer_has_said_an_acronym_stands_for_explains_it() -> None:
    plan = plan_from(action(1, text="Roll out QZX training to every team.")(OUTLINE))
    said = say_what_it_stands_for(plan, "QZX", "Quiet Zones", given_on="1 May 2026")
    for one, is_asked in ((plan, True), (applied(plan, said), False)):
        paper = Paper(one, format_named("dundee-2016"), date(2016, 9, 26))
        assert bool(list(acronyms_are_explained.findings(paper))) is is_asked
