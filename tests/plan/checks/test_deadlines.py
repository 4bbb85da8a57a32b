"""What is late and of which nothing is said, and dates of another year than the plan: P30, P31."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from plan.checks.all_checks import CHECKS
from plan.checks.paper import Paper
from plan.model.outline import ActionOutline, AimOutline, NoteOutline, ReportOutline
from tests.plan.checks.sound import FIRST, FORMAT, FORMS, OUTLINE, report
from tests.plan.strategies import plan_from

TODAY = date(2026, 11, 27)
RULES = {one.rule: one for one in CHECKS}


def paper(
    *actions: ActionOutline, meeting: str = "26 August 2026", written: str = "", title: str = ""
) -> Paper:
    """Return a paper of these actions for a meeting."""
    outline = replace(
        OUTLINE,
        title=title or "Children's services",
        date=written,
        aims=(AimOutline("Make help easy to find.", actions),),
    )
    if meeting:
        outline = report(meeting_date=meeting)(outline)
    else:
        outline = replace(outline, report=ReportOutline(), assessments=())
    return Paper(plan_from(outline), FORMAT, TODAY, FORMS)


def action(timescale: str, *said: str, text: str = FIRST.text) -> ActionOutline:
    """Return an action with a note: its status, its text, and the day if it has one."""
    status, words, as_at = (*said, "", "", "")[:3]
    notes = (NoteOutline(as_at, status, words),) if said else ()
    return replace(FIRST, text=text, timescale=timescale, progress=notes)


def told(rule: str, found: Paper) -> list[tuple[str, str]]:
    return [(one.place.path, one.text) for one in RULES[rule].findings(found)]


LATE: Sequence[tuple[str, ...]] = (
    ("June 2026", "Not started", "The supplier has been asked for a quote."),
    ("January 2026", "", "In progress. 31 officers trained by 30 January 2026."),
    ("30 June 2026", "On track", "Second draft under discussion with partners.", "July 2026"),
    ("31/03/2026", "Amber – at risk", "57 apprentices in post at 31 July 2026."),
    ("Spring 2026", "Ongoing", "Work continues."),
    ("By end of Q4 2025/26", "In progress", "Two groups met in May."),
    ("June 2026", "Green", "Contract signed; the launch is planned for later this year."),
    ("March to May 2026", "Underway", "Three of eight rooms are ready."),
    ("Was March 2026, now July 2026", "On track", "Sites were viewed in June 2026."),
    ("1 August 2026", "Partially complete", "The second part has begun."),
    ("2025", "Started", ""),
    ("June 2026", "", "Awaiting update from lead; no progress told."),
    ("June 2026", "", "No update."),
    ("June 2026", "A", "Events were held between March and June 2026."),
    ("June 2026", "", "57 of 80 apprentices are in post."),
    ("June 2026", "G", "The guide is still in draft."),
)

NOT_LATE: Sequence[tuple[str, ...]] = (
    ("June 2026", "Complete", "Issued to all teams on 17 June 2026."),
    ("June 2026", "", "Completed 12 June 2026. First report published in July."),
    ("June 2026", "", "Closed. The tenth place was withdrawn by the university."),
    ("August 2026", "On track", "The draft is written."),
    ("26 August 2026", "On track", "It goes to this meeting."),
    ("June 2026", "In progress", "Two posts were vacant from May; both are filled."),
    ("June 2026", "In progress", "It will be finished in October."),
    ("June 2026", "In progress", "Moved to 30 November 2026."),
    ("June 2026", "In progress", "It goes live next term."),
    ("June 2026 – extended to March 2027", "In progress", "A workshop was held."),
    ("Ongoing until June 2026", "Ongoing", "Weekly meetings were held."),
    ("June 2026 and six monthly thereafter", "On track", "The first audit was held."),
    ("Completed June 2026", "", "All computers were replaced."),
    ("June 2026", "Delayed", "The contractor withdrew; now December 2026."),
    ("June 2026", "No longer required", "The law has changed."),
    ("June 2026", "On hold", "Awaiting national guidance."),
    ("From June 2026", "On track", "It began on 3 June 2026."),
    ("June 2026", "", "Guide sent to all schools on 3 June 2026."),
    ("June 2026", "", "40 of 40 records read in May."),
    ("June 2026", "", "Licences are in use; 94% log in weekly."),
    ("June 2026", "In progress", "Legal advice is awaited."),
    ("June 2026", "Amber", "The launch was put back to February."),
    ("June 2026", "B", "Programme agreed in May; 27 members have taken part."),
    ("June 2026", "C", "Eight events were held between March and June 2026."),
    ("June 2026", "Green", "Eight events were held between March and June 2026."),
    ("June 2026", "Red", "The landlord's registration took longer than foreseen."),
)


@pytest.mark.parametrize("said", LATE)
def test_what_is_late_and_of_which_nothing_is_said_is_asked(said: tuple[str, ...]) -> None:
    ((place, text),) = told("P30", paper(action(*said)))
    assert place == "action/1.1/timescale"
    assert "before the meeting" in text


@pytest.mark.parametrize("said", NOT_LATE)
def test_what_is_done_or_not_due_or_told_of_is_left_in_peace(said: tuple[str, ...]) -> None:
    assert told("P30", paper(action(*said))) == []


def test_what_has_no_note_is_said_once() -> None:
    found = paper(action("June 2026"))
    assert len(told("P8", found)) == 1
    assert told("P30", found) == []


def test_what_is_delayed_without_a_word_is_said_once() -> None:
    found = paper(action("June 2026", "Delayed", "Work goes on."))
    assert len(told("P15", found)) == 1
    assert told("P30", found) == []
    red = paper(action("June 2026", "Red", ""))
    assert len(told("P15", red)) == 1
    assert told("P30", red) == []


def test_without_a_meeting_the_plans_own_date_counts_and_else_today() -> None:
    late = action("June 2026", "On track", "The draft is written.")
    written = paper(late, meeting="", written="September 2026")
    assert "before the plan was written" in told("P30", written)[0][1]
    assert told("P30", paper(late, meeting="", written="June 2026")) == []
    assert "before today" in told("P30", paper(late, meeting=""))[0][1]
    unnoted = action("June 2026", text="Write the second guide.")
    assert len(told("P30", paper(late, unnoted, meeting=""))) == 2
    assert told("P30", paper(unnoted, meeting="")) == []


def test_many_are_said_once_with_their_refs() -> None:
    many = [
        action("June 2026", "On track", "The draft is written.", text=f"Write guide {number}.")
        for number in range(3)
    ]
    ((place, text),) = told("P30", paper(*many))
    assert place == "plan/timescale"
    assert text.startswith("1.1, 1.2 and 1.3 were due before the meeting")


def test_of_many_in_a_row_only_the_first_and_the_last_are_named() -> None:
    many = [
        action(when, "On track", "The draft is written.", text=f"Write guide {number}.")
        for number, when in enumerate(("June 2026",) * 4 + ("June 2029",) + ("June 2026",) * 2)
    ]
    ((_, text),) = told("P30", paper(*many))
    assert text.startswith("1.1 to 1.4, 1.6 and 1.7 were due before the meeting")


TITLES = ("Improvement plan 2026-29", "Plan 2026 to 2029", "Plan 2026–2029", "Plan 2026/29")
WITHIN = ("June 2026", "March 2027", "May 2028", "31 March 2029")


def dated(*timescales: str) -> list[ActionOutline]:
    return [action(one, text=f"Write guide {n}.") for n, one in enumerate((*WITHIN, *timescales))]


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("timescale", ["June 2025", "June 2031", "31 March 2020", "2/5/2016"])
def test_a_date_outside_the_years_of_the_plan_is_asked(title: str, timescale: str) -> None:
    found = paper(*dated(timescale), title=title, meeting="26 March 2026")
    ((place, text),) = told("P31", found)
    assert place == "action/1.5/timescale"
    assert "the plan is for 2026 to 2029: is the year right?" in text
    assert "action/1.5/timescale" not in [where for where, _ in told("P30", found)]


@pytest.mark.parametrize(
    ("title", "timescale"),
    [
        ("Improvement plan 2026-29", "December 2029"),
        ("Improvement plan 2026-29", "June 2030"),
        ("Improvement plan 2026-29", "January 2026"),
        ("Improvement plan 2026-29", "Ongoing, from June 2025"),
        ("Improvement plan 2026-29", "Completed June 2025"),
        ("Improvement plan 2026-29", "June 2025 and annually thereafter"),
        ("Improvement plan", "June 2025"),
        ("Improvement plan 2026", "June 2025"),
        ("Audit of 2019/20: improvement plan", "June 2031"),
        ("Strategy 2020-2030, plan 2026-29", "June 2031"),
        ("Report 26-2016", "June 2031"),
        ("Telephone 2026-3040", "June 2031"),
    ],
)
def test_dates_within_the_years_and_titles_of_something_else_are_no_slip(
    title: str, timescale: str
) -> None:
    assert told("P31", paper(*dated(timescale), title=title, meeting="26 March 2026")) == []


def test_a_date_of_another_age_is_a_slip_in_any_plan() -> None:
    ((_, text),) = told("P31", paper(*dated("June 2062"), meeting="26 March 2026"))
    assert text == "It is due in June 2062: is the year right?"


def test_what_was_done_before_the_plan_begins_is_no_slip() -> None:
    done = action("June 2025", "Complete", "Published.", "June 2025", text="Publish the map.")
    found = paper(*dated(), done, title=TITLES[0], meeting="26 March 2026")
    assert told("P31", found) == []


def test_a_title_that_most_dates_disagree_with_means_something_else() -> None:
    found = paper(*dated("June 2031", "May 2031"), title=TITLES[0], meeting="26 March 2026")
    assert told("P31", found) == []
