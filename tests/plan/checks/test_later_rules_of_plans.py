"""What is right to ask about actions and notes, and what is like it and right: P15 to P21."""

from dataclasses import replace
from datetime import date

import pytest

from plan.checks.all_checks import findings
from plan.checks.paper import Paper
from plan.following.action_state import reading_of
from plan.model.outline import NoteOutline, PlanOutline
from tests.plan.checks.sound import AIMS, FIRST, FORMAT, FORMS, OUTLINE, Spoil, action, says, spoilt
from tests.plan.strategies import plan_from

DAY = date(2016, 9, 12)


def note(status: str, text: str = "", as_at: str = "1 August 2016") -> Spoil:
    """Give an action one progress note."""
    return action(1, progress=(NoteOutline(as_at, status, text),))


# P15 to P17, P21: notes

AGREE = [
    ("Complete", "The guide is still to be printed.", True),
    ("Complete", "Awaiting sign-off by the board.", True),
    ("Completed", "Two of the three parts are not yet written.", True),
    ("Done", "The survey has not been held.", True),
    ("On track", "Completed in July.", True),
    ("In progress", "The action is complete.", True),
    ("On track", "Recruitment has been delayed by three months.", True),
    ("Green", "The work is now behind schedule.", True),
    ("Complete", "42 reviewed. The other 22 wait for dates with parents.", True),
    ("Complete", "16 are booked. The first training day is on 8 October 2017.", True),
    ("Complete", "The last two visits are in March.", True),
    ("Complete", "The remaining four have to be seen.", True),
    ("Complete", "The others are in use as well.", False),
    ("Complete", "The first session was on 8 October 2015.", False),
    ("Complete", "The next meeting is on 8 October 2016.", False),
    ("Complete", "All guides have been printed.", False),
    ("Complete", "Nothing is outstanding.", False),
    ("Complete", "No longer awaiting anything.", False),
    ("Complete", "Evaluation will follow in May.", False),
    ("Complete", "Families who were not yet known were found.", False),
    ("Complete", "The draft procedure is awaiting sign-off.", True),
    ("Complete", "One post is filled; the other is being advertised again.", True),
    ("Complete", "The second survey has not been sent out yet.", True),
    ("Closed", "The last session will be held in May.", True),
    ("Delivered", "The final version is to follow.", True),
    ("Implemented", "The group now meets monthly and will be reviewed each year.", False),
    ("Complete", "The guide is being used in every team.", False),
    ("Complete", "Next audit will be held in March.", False),
    ("", "Complete. The guide is still to be printed.", True),
    ("", "12 May 2016 – Completed. The survey hasn't been sent.", True),
    ("", "Complete. The guide was issued in May.", False),
    ("", "On track. Recruitment has been delayed by three months.", True),
    ("Green", "No progress since April: the post is vacant.", True),
    ("Amber", "No progress since April: the post is vacant.", False),
    ("On track", "There was no progress report in May.", False),
    ("On target", "The pilot was delayed but is back on schedule.", False),
    ("On track", "The first survey is complete; the second follows in May.", False),
    ("On track", "There has been no delay.", False),
    ("On track", "It is no longer delayed.", False),
    ("On track", "Delays in court are being reduced.", False),
    ("Amber", "The guide has been delayed.", False),
    ("Green", "Completed in July.", False),
    ("At risk", "The contractor has been delayed.", False),
]


@pytest.mark.parametrize(("status", "text", "found"), AGREE)
def test_a_status_is_set_against_the_words_beside_it(status: str, text: str, found: bool) -> None:
    assert says("P21", note(status, text)) is found


DELAYED = [
    ("Delayed", "", True),
    ("Delayed", "Work goes on.", True),
    ("Behind schedule", "Two posts were vacant.", True),
    ("Overdue", "Now May 2017.", True),
    ("Delayed", "Two posts were vacant; it is now due in May 2017.", False),
    ("On hold", "Because of the review, until spring 2017.", False),
    ("No delay", "", False),
    ("On track", "", False),
    ("Complete", "It came late.", False),
    ("Red", "", True),
    ("Red", "The contractor went out of business.", False),
    ("Amber", "", False),
    ("Not started", "", False),
    ("", "Delayed. (July 2016)", True),
    ("", "Delayed, because two posts were vacant; now due in May 2017.", False),
    ("R", "Delayed.", True),
    ("Red", "Delayed. Two posts have been vacant since April 2016.", True),
    ("", "Delayed by the tender; the contract was let in July.", False),
]


@pytest.mark.parametrize(("status", "text", "found"), DELAYED)
def test_what_is_delayed_has_its_why_and_a_new_date(status: str, text: str, found: bool) -> None:
    assert says("P15", note(status, text)) is found


def test_a_timescale_that_was_revised_is_a_new_date() -> None:
    text = "The contractor went out of business."
    late = action(
        1,
        timescale="June 2016 – extended to March 2017",
        progress=(NoteOutline("1 August 2016", "Delayed", text),),
    )
    assert not says("P15", late)


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("The lift broke; a new date of 14 May 2018 was agreed.", ["INFO"]),
        ("The lift broke; the deadline was moved to June 2018.", ["INFO"]),
        ("The lift broke; a new date was agreed on 12 May 2016.", []),
        ("The lift broke; an extension to May 2018 is sought.", []),
    ],
)
def test_a_new_date_in_the_note_alone_is_to_be_known(text: str, severity: list[str]) -> None:
    late = action(1, timescale="1 December 2016", progress=(NoteOutline("", "Delayed", text),))
    found = [one for one, rule, _ in spoilt(late) if rule == "P15"]
    assert found == severity


@pytest.mark.parametrize(
    ("status", "found"),
    [
        ("R", True),
        ("C", True),
        ("G – on track", False),
        ("amber", True),
        ("RAG: Green", True),
        ("Green - on track", False),
        ("", False),
    ],
)
def test_a_colour_alone_is_asked_for_its_word(status: str, found: bool) -> None:
    assert says("P16", note(status, "The guide is being written.")) is found


@pytest.mark.parametrize(
    ("status", "severity"),
    [("Red", "INFO"), ("RAG: Amber", "INFO"), ("Green", "INFO"), ("R", "ASK"), ("Blue", "ASK")],
)
def test_red_amber_and_green_are_words_and_others_are_asked_for_theirs(
    status: str, severity: str
) -> None:
    found = spoilt(note(status, "The guide is being written."))
    assert [one for one, rule, _ in found if rule == "P16"] == [severity]


DAYS = [
    ("", "The guide is being written.", True),
    ("August 2016", "The guide is being written.", False),
    ("May", "The guide is being written.", False),
    ("", "At 12 August: the guide is being written.", False),
    ("", "Aug 16 – the guide is being written.", False),
    ("", "As of Q2 the guide is being written.", False),
    ("", "The guide is being written. (July 2016)", False),
    ("", "Update July 2016: the guide is being written.", False),
    ("", "31 teams have the guide by 30 July 2016.", False),
    ("", "The guide was issued on 3 July 2016.", False),
    ("", "The guide begins in May 2017.", True),
    ("", "The guide is issued from July 2016.", True),
]


@pytest.mark.parametrize(("as_at", "text", "found"), DAYS)
def test_a_note_has_its_day_above_it_or_in_its_words(as_at: str, text: str, found: bool) -> None:
    assert says("P17", note("On track", text, as_at)) is found


@pytest.mark.parametrize(
    ("date", "found"), [("Position at 30 June 2016", False), ("June 2016", True)]
)
def test_the_cover_may_say_the_day_of_all_notes(date: str, found: bool) -> None:
    def spoil(one: PlanOutline) -> PlanOutline:
        return replace(note("On track", "Begun.", "")(one), date=date)

    assert says("P17", spoil) is found


def test_an_earlier_note_is_history() -> None:
    notes = (
        NoteOutline("1 May 2016", "Complete", "Still awaiting the print."),
        NoteOutline("1 August 2016", "Complete", "Printed."),
    )
    assert not says("P21", action(1, progress=notes))


# P18 to P20: actions

IN_TIME = [
    ("June 2017", "All 30 teams have it by March 2018.", True),
    ("June 2017", "All 30 teams have it by October 2017.", False),
    ("June 2017", "Each team reports before 31/12/2017.", True),
    ("December 2017", "All 30 teams have it by June 2017.", False),
    ("June 2017", "All 30 teams have it by June 2017.", False),
    ("June 2017 and annually thereafter", "80% by December 2018.", False),
    ("Ongoing", "80% by December 2018.", False),
    ("June 2017", "The guide names 12 services.", False),
]


@pytest.mark.parametrize(("timescale", "criterion", "found"), IN_TIME)
def test_success_is_judged_by_the_time_the_action_is_due(
    timescale: str, criterion: str, found: bool
) -> None:
    spoil = action(1, timescale=timescale, success_criteria=(criterion,))
    assert says("P18", spoil) is found


def test_where_several_are_judged_later_the_plan_means_it() -> None:
    late = {"timescale": "June 2017", "success_criteria": ("80% by December 2018.",)}
    plan = plan_from(action(2, **late)(action(1, **late)(OUTLINE)))
    found = [one for one in findings(Paper(plan, FORMAT, DAY, FORMS)) if one.rule == "P18"]
    assert [one.severity for one in found] == ["INFO", "INFO"]


KNOWN = [
    ("Support three pupils at Harbour Primary School.", True),
    ("Move the two residents of Seaview House.", True),
    ("Answer the complaint at Harbour Primary.", True),
    ("Review the plan of pupil J.M. each week.", True),
    ("Support one child at one school.", True),
    ("Exclusions were all of the two S3 boys who came from Tarn House.", True),
    ("Learn from the case of the boy of seven from Harbour Primary who was hurt.", True),
    ("Support the woman aged 91 at Seaview House.", True),
    ("Apologise to the tenant of 14 Shore Street, whose complaint was upheld.", True),
    ("Answer the complaint of the family at 3b Mill Lane.", True),
    ("Share the lessons of the review about Mr D., 91.", True),
    ("Write to Mrs B about her care.", True),
    ("Offer a place to each child of five or over at Harbour Primary.", False),
    ("Offer a child aged five or over a place at Harbour Primary.", False),
    ("Repair the roof of 14 Shore Street.", False),
    ("Give residents in the area around 14 wards and Shore Street a map.", False),
    ("Move the team from 14 Shore Street to Castle Road.", False),
    ("Tell tenants by letter.", False),
    ("Offer all pupils at Harbour Primary School a place.", False),
    ("Offer each family two visits at Harbour House.", False),
    ("At least three pupils from each school take part.", False),
    ("Appoint two teachers for Harbour Primary School.", False),
    ("Train one member of staff in every school.", False),
    ("Review the complaints procedure.", False),
    ("Offer every child in Primary 3 a place.", False),
    ("Support 300 pupils at Harbour Primary School.", False),
]


@pytest.mark.parametrize(("text", "found"), KNOWN)
def test_people_who_can_be_known_are_asked_about(text: str, found: bool) -> None:
    assert says("P19", action(1, text=text)) is found


LEADS = [
    ("Morag Baird", True),
    ("J. Baird", True),
    ("Mrs Baird, Head Teacher", True),
    ("Fiona MacLeod, Head of Service", True),
    ("Mairead K.", True),
    ("Team B.", False),
    ("Locality A", False),
    ("Social Work Dept.", False),
    ("Youth Services", False),
    ("Head of Service", False),
    ("Grant Management Team", False),
    ("NHS Lennoch", False),
    ("Victoria Park School", False),
    ("Children’s Panel", False),
    ("Who Cares? Scotland", False),
    ("Victoria Hospital", False),
    ("Grant Officer", False),
    ("Margaret Blackwood Trust", False),
    ("Craig House", False),
    ("A Team", False),
    ("Aberlour", False),
]


@pytest.mark.parametrize(("lead", "found"), LEADS)
def test_a_lead_is_a_post_or_a_group_and_no_name(lead: str, found: bool) -> None:
    assert says("P19", action(1, leads=(lead,))) is found


TWICE = [
    ({"text": "Publish one guide."}, False),
    ({"text": FIRST.text}, True),
    ({"text": FIRST.text.upper()}, True),
    ({"leads": ("Parenting Group",)}, False),
]


@pytest.mark.parametrize(("fields", "found"), TWICE)
def test_an_action_stands_once(fields: dict[str, object], found: bool) -> None:
    assert says("P20", action(2, **fields)) is found


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("Housing Services", "Housing Service", True),
        ("Housing and Property", "Housing & Property", True),
        ("Housing Services", "Housing services", True),
        ("The Board", "Board", False),
        ("Housing Services", "Housing Services", False),
        ("Housing Services", "Property Services", False),
    ],
)
def test_a_lead_has_one_spelling(one: str, other: str, found: bool) -> None:
    def spoil(outline: PlanOutline) -> PlanOutline:
        return action(1, leads=(one,))(action(2, leads=(other,))(outline))

    assert says("P20", spoil) is found


def test_an_aim_stands_once() -> None:
    def spoil(outline: PlanOutline) -> PlanOutline:
        return replace(outline, aims=tuple(replace(one, text=AIMS[0]) for one in outline.aims))

    assert says("P20", spoil)


# P7: the years of the plan


@pytest.mark.parametrize(
    ("title", "timescale", "other", "severity"),
    [
        ("Improvement Plan", "By the end of Year 2", "June 2017", "ASK"),
        ("Improvement Plan 2016-19", "By the end of Year 2", "June 2017", "INFO"),
        ("Improvement Plan", "By the end of Year 2", "Year 1 (2016/17)", "INFO"),
        ("Improvement Plan 2016-19", "June 2017", "June 2017", ""),
    ],
)
def test_when_year_1_begins_is_asked_only_where_the_plan_does_not_say(
    title: str, timescale: str, other: str, severity: str
) -> None:
    def spoil(one: PlanOutline) -> PlanOutline:
        both = action(1, timescale=timescale)(action(2, timescale=other)(one))
        return replace(both, title=title, subtitle="")

    plan = plan_from(spoil(OUTLINE))
    found = [one for one in findings(Paper(plan, FORMAT, DAY, FORMS)) if one.rule == "P7"]
    assert [one.severity for one in found] == ([severity] if severity else [])
    due = reading_of(plan, plan.actions[0]).due
    assert (
        str(due.last if due else "")
        == {
            "ASK": "",
            "INFO": "2018-03-31",
            "": "2017-06-30",
        }[severity]
    )
