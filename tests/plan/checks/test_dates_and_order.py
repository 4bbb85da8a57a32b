"""Dates that do not follow one another or that moved, and who is outside: P34 to P36."""

from dataclasses import replace
from datetime import date

import pytest

from plan.checks.actions.inspection_checks import indicators_are_named
from plan.checks.actions.late_checks import what_is_late_is_told
from plan.checks.actions.lead_checks import leads_answer_to_the_council
from plan.checks.actions.moved_date_checks import (
    dates_follow_one_another,
    moved_dates_have_a_reason,
)
from plan.checks.actions.progress_checks import what_is_told_has_happened
from plan.checks.paper import Paper
from plan.following.action_state import reading_of
from plan.following.reviews import overdue
from plan.model.outline import NoteOutline, PlanOutline
from tests.plan.checks.sound import AIMS, FIRST, FORMAT, FORMS, OUTLINE, SECOND, Spoil, action, aim
from tests.plan.strategies import plan_from

DAY = date(2016, 9, 12)


def paper_of(spoil: Spoil) -> Paper:
    return Paper(plan_from(spoil(OUTLINE)), FORMAT, DAY, FORMS)


ORDER = [
    ("June 2017", (("Start", "October 2017"),), True),
    ("30 June 2017", (("Start date", "1 October 2017"),), True),
    ("June 2017", (("Planned start", "May 2017"),), False),
    ("June 2017", (("Start", "June 2017"),), False),
    ("June 2017", (("Start", "In place"),), False),
    ("June 2017", (("Start", "–"),), False),
    ("Ongoing, reported quarterly", (("Start", "October 2017"),), False),
    ("Each June, first in June 2017", (("Start", "October 2017"),), False),
    ("June 2017", (("Budget starts", "October 2017"),), False),
    ("31 March 2017", (("Revised date", "31 December 2016"),), True),
    ("31 March 2017", (("Revised date", "31 May 2017"),), False),
    ("31 March 2017", (("Revised date", ""),), False),
]


@pytest.mark.parametrize(("timescale", "own", "found"), ORDER)
def test_an_action_begins_before_it_is_due_and_a_revised_date_is_later(
    timescale: str, own: tuple[tuple[str, str], ...], found: bool
) -> None:
    paper = paper_of(action(1, timescale=timescale, own=own))
    assert bool(list(dates_follow_one_another.findings(paper))) is found


BROUGHT = "Brought forward, because the grant came sooner."


def test_a_date_that_was_brought_forward_is_meant_so() -> None:
    early = action(
        1,
        timescale="31 March 2017",
        own=(("Revised date", "31 December 2016"),),
        progress=(NoteOutline("1 August 2016", "On track", BROUGHT),),
    )
    assert not list(dates_follow_one_another.findings(paper_of(early)))


def test_the_column_beside_says_what_counts_and_what_was() -> None:
    spoil = action(1, timescale="31 March 2016", own=(("Revised Date", "31 March 2017"),))
    paper = paper_of(spoil)
    reading = reading_of(paper.plan, paper.plan.actions[0])
    assert (str(reading.due and reading.due.last), str(reading.was and reading.was.last)) == (
        "2017-03-31",
        "2016-03-31",
    )
    assert "1.1" not in {one.ref for one in overdue(paper.plan, DAY)}


def test_the_column_beside_says_when_it_begins() -> None:
    paper = paper_of(action(1, timescale="June 2017", own=(("Start", "October 2016"),)))
    reading = reading_of(paper.plan, paper.plan.actions[0])
    assert str(reading.begins and reading.begins.first) == "2016-10-01"
    assert str(reading.due and reading.due.last) == "2017-06-30"


AIM_DATES = [
    ("Visits are on time (to be met by 31 July 2017).", "30 September 2017", True),
    ("By June 2017 every family has a visit.", "July 2017", True),
    ("Visits are on time (to be met by 31 July 2017).", "31 July 2017", False),
    ("Visits are on time (to be met by 31 July 2017).", "Monthly from September 2017", False),
    ("Visits by the team in July 2017 were late.", "September 2017", False),
    ("As reported by June 2016, visits were late.", "September 2017", False),
]


@pytest.mark.parametrize(("text", "timescale", "found"), AIM_DATES)
def test_an_action_is_due_by_the_day_that_its_aim_names(
    text: str, timescale: str, found: bool
) -> None:
    spoil = aim(1, text=text, actions=(replace(FIRST, timescale=timescale),))
    assert bool(list(dates_follow_one_another.findings(paper_of(spoil)))) is found


DEPENDS = [
    ((("Depends on", "C5"),), "C", True),
    ((("Depends on", "C1"),), "C", False),
    ((("Dependencies", "2.1"),), "", False),
    ((("Dependencies", "2.4"),), "", True),
    ((("Depends on", "–"),), "C", False),
    ((("Depends on", "Budget of 2017"),), "", False),
    ((("Depends on", "B1"),), "", False),
    ((("Page", "2.4"),), "", False),
]


@pytest.mark.parametrize(("own", "letter", "found"), DEPENDS)
def test_an_action_depends_on_one_that_there_is(
    own: tuple[tuple[str, str], ...], letter: str, found: bool
) -> None:
    refs = (f"{letter}1", f"{letter}2") if letter else ("", "")

    def spoil(one: PlanOutline) -> PlanOutline:
        second = action(2, own_ref=refs[0], timescale="May 2017")(one)
        return action(1, own_ref=refs[1], timescale="June 2017", own=own)(second)

    assert bool(list(dates_follow_one_another.findings(paper_of(spoil)))) is found


AFTER = [
    ("Train all teams once the guide is issued under action 2.1.", "May 2017", True),
    ("Train all teams once the guide is issued under action 2.1.", "July 2017", False),
    ("Train all teams, as in action 2.1.", "May 2017", False),
    ("Train all teams after action 2.1.", "May 2017", True),
]


@pytest.mark.parametrize(("text", "timescale", "found"), AFTER)
def test_what_follows_another_action_is_due_after_it(
    text: str, timescale: str, found: bool
) -> None:
    def spoil(one: PlanOutline) -> PlanOutline:
        return action(1, text=text, timescale=timescale)(action(2, timescale="30 June 2017")(one))

    assert bool(list(dates_follow_one_another.findings(paper_of(spoil)))) is found


MOVED = [
    ("31 March 2017 (was 31 March 2016)", "Green", "Specification agreed.", True),
    ("31 March 2017 (was 31 March 2016)", "Green", "The supplier went out of business.", False),
    ("31 March 2017 (was 31 March 2016)", "Green", "Moved because of a vacancy.", False),
    ("31 March 2017 (was 31 March 2016), awaiting the grant", "Green", "Agreed.", False),
    ("31 March 2016 (was 31 March 2017)", "Green", "Specification agreed.", False),
    ("31 March 2017 (was 31 March 2016)", "Complete", "All done.", False),
    ("31 March 2017 (was 31 March 2016)", "Delayed", "Agreed.", False),
    ("31 March 2017", "Green", "Specification agreed.", False),
]


@pytest.mark.parametrize(("timescale", "status", "text", "found"), MOVED)
def test_a_date_that_moved_has_its_reason(
    timescale: str, status: str, text: str, found: bool
) -> None:
    notes = (NoteOutline("1 August 2016", status, text),)
    paper = paper_of(action(1, timescale=timescale, progress=notes))
    assert bool(list(moved_dates_have_a_reason.findings(paper))) is found


def test_many_dates_that_moved_are_asked_about_once() -> None:
    moved = replace(
        FIRST,
        timescale="31 March 2017 (was 31 March 2016)",
        progress=(NoteOutline("1 August 2016", "Green", "Agreed."),),
    )

    def spoil(one: PlanOutline) -> PlanOutline:
        return aim(1, text=AIMS[0], actions=(moved, moved, moved))(one)

    (found,) = moved_dates_have_a_reason.findings(paper_of(spoil))
    assert found.place.path == "plan/timescale"
    assert "1.1, 1.2 and 1.3" in found.text


@pytest.mark.parametrize(("noted", "found"), [("31 May 2014", False), ("31 May 2016", True)])
def test_an_old_paper_without_a_date_is_judged_as_of_its_notes(noted: str, found: bool) -> None:
    notes = (NoteOutline(noted, "On track", "Still being written."),)

    def spoil(one: PlanOutline) -> PlanOutline:
        bare = replace(one, report=type(one.report)(), assessments=())
        return action(1, timescale="30 June 2014", progress=notes)(bare)

    assert bool(list(what_is_late_is_told.findings(paper_of(spoil)))) is found


LATE = NoteOutline("1 August 2016", "Amber", "The guide is being written.")
EXPLAINED = [
    ("The guide is being written.", True),
    ("Held so that it can use the census.", False),
    ("Still to begin: new date once the strategy is approved.", False),
    ("It is still waiting for the printer.", False),
    ("To start when we can.", True),
]


@pytest.mark.parametrize(("said", "found"), EXPLAINED)
def test_what_is_late_may_have_its_reason_in_any_words(said: str, found: bool) -> None:
    late = action(1, timescale="June 2016", progress=(replace(LATE, text=said),))
    assert bool(list(what_is_late_is_told.findings(paper_of(late)))) is found


def test_what_has_a_doubtful_date_is_asked_about_once() -> None:
    revised = (("Revised date", "March 2016"),)
    late = action(1, timescale="June 2016", progress=(LATE,), own=revised)
    assert list(dates_follow_one_another.findings(paper_of(late)))
    assert not list(what_is_late_is_told.findings(paper_of(late)))


DONE_ON = [
    ("Completed November 2016 by 14 families.", True),
    ("Both guides were issued 3 October 2016.", True),
    ("Completed July 2016.", False),
    ("Issued June 2016; the next edition is to be published May 2017.", False),
    ("Published strategy November 2016 to 2019.", False),
]


@pytest.mark.parametrize(("said", "found"), DONE_ON)
def test_what_is_done_was_not_done_on_a_day_that_is_still_to_come(said: str, found: bool) -> None:
    told = action(1, progress=(NoteOutline("", "Complete", said),))
    assert bool(list(what_is_told_has_happened.findings(paper_of(told)))) is found


OUTSIDE = [
    (("External Auditor",), True),
    (("The external auditors",), True),
    (("Audit Scotland",), True),
    (("Care Inspectorate",), True),
    (("HM Inspectors of Education",), True),
    (("Scottish Housing Regulator",), True),
    (("Chief Internal Auditor",), True),
    (("Internal Audit",), False),
    (("External Auditor", "Head of Finance"), False),
    (("Care Inspectorate liaison officer",), False),
    (("Education Scotland",), False),
]


@pytest.mark.parametrize(("leads", "found"), OUTSIDE)
def test_an_action_is_led_by_whom_the_council_can_ask(leads: tuple[str, ...], found: bool) -> None:
    assert (
        bool(list(leads_answer_to_the_council.findings(paper_of(action(1, leads=leads))))) is found
    )


NUMBERED = [
    ("1.2 Learning, teaching and assessment", True),
    ("2.3 Learning, teaching and assessment", False),
    ("3.1 Raising attainment and achievement", True),
    ("Raising attainment and achievement", False),
    ("3.1", False),
    ("HGIOELC 3.2 Securing children’s progress", False),
]


@pytest.mark.parametrize(("name", "found"), NUMBERED)
def test_the_number_and_the_name_of_an_indicator_belong_together(name: str, found: bool) -> None:
    both = ("1.3 Leadership of change",)
    spoil = action(1, indicators=(name,))

    def of_schools(one: PlanOutline) -> PlanOutline:
        return replace(action(2, indicators=both)(spoil(one)), framework="hgios-4")

    assert bool(list(indicators_are_named.findings(paper_of(of_schools)))) is found


def test_the_sound_plan_has_none_of_these() -> None:
    paper = paper_of(lambda one: one)
    rules = (dates_follow_one_another, moved_dates_have_a_reason, leads_answer_to_the_council)
    assert [found for rule in rules for found in rule.findings(paper)] == []
    assert SECOND.timescale
