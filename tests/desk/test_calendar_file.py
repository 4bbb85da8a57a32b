"""A calendar file follows its plan: moved, changed, cancelled, and nothing else touched."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from desk.calendar_file import write_calendar
from plan.changes.change import applied
from plan.changes.edits import delete_action, set_action_field
from plan.following.reviews import Kind, numbered, reviews
from plan.following.timeline import EVERYTHING, TimelineFilter, timeline
from plan.model.plan import Plan
from plan.reading.dates import date_in_words
from tests.plan.dated_plans import MEETING, plan_of
from tests.plan.strategies import any_texts

FIRST, LAST = MEETING, date(2017, 12, 31)
PLAN = plan_of(
    (
        (
            "31 December 2016",
            "Reviewed 6 monthly from January 2017",
            "Scoping by March 2017; launch by May 2017",
        ),
    )
)
THEIRS = b"""\
BEGIN:VEVENT
UID:lunch@elsewhere
DTSTAMP:20160101T000000Z
DTSTART:20170101T120000Z
SUMMARY:Lunch\\, with all
X-THEIR-OWN:kept
END:VEVENT
"""


def written(
    path: Path,
    plan: Plan,
    only: TimelineFilter = EVERYTHING,
    last: date = LAST,
    remind: int | None = None,
) -> dict[str, Any]:
    """Write a plan's calendar and return its events by id."""
    found = timeline({"Plan": plan}, FIRST, last, only)
    assert write_calendar(path, found, {"Plan": plan}, {"Plan": "plan"}, remind) == ""
    events = Calendar.from_ical(path.read_bytes()).walk("VEVENT")
    by_id = {str(event["uid"]): event for event in events}
    assert len(by_id) == len(events)
    return by_id


def of_kind(events: dict[str, Any], kind: str) -> list[Any]:
    return [event for uid, event in sorted(events.items()) if f"-{kind}-" in uid]


def sequences(events: Iterable[Any]) -> list[int]:
    return [int(event["sequence"]) for event in events]


def retimed(plan: Plan, place: int, timescale: str) -> Plan:
    action = plan.actions[place]
    return applied(
        plan, set_action_field(plan, action.id, "timescale", timescale, name="timescale")
    )


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "reviews.ics"


def test_an_event_that_moves_keeps_its_id_and_counts_its_changes(path: Path) -> None:
    first = written(path, PLAN)
    assert set(sequences(first.values())) == {0}
    moved = written(path, retimed(PLAN, 0, "31 January 2017"))
    (due,) = (event for event in of_kind(moved, "due") if event["uid"].count(PLAN.actions[0].id))
    assert due.decoded("dtstart") == date(2017, 1, 31)
    assert sequences([due]) == [1]
    assert moved.keys() == first.keys()
    assert sorted(sequences(moved.values())) == [*(0 for _ in range(len(moved) - 1)), 1]
    again = written(path, retimed(PLAN, 0, "28 February 2017"))
    assert max(sequences(again.values())) == 2


def test_each_milestone_and_each_repeat_is_one_event(path: Path) -> None:
    events = written(path, PLAN)
    (milestone,) = of_kind(events, "milestone")
    assert "Scoping" in str(milestone["summary"])
    repeats = of_kind(events, "review")
    assert [one.decoded("dtstart") for one in repeats] == [date(2017, 1, 31), date(2017, 7, 31)]
    later = written(path, retimed(PLAN, 1, "Reviewed 6 monthly from February 2017"))
    assert [one.decoded("dtstart") for one in of_kind(later, "review")] == [
        *(date(2017, 2, 28), date(2017, 8, 31))
    ]
    assert sequences(of_kind(later, "review")) == [1, 1]


def test_what_the_plan_no_longer_dates_is_cancelled_once_and_comes_back(path: Path) -> None:
    written(path, PLAN, remind=7)
    without = applied(PLAN, delete_action(PLAN, PLAN.actions[0].id))
    for _ in range(2):
        gone = [e for e in written(path, without).values() if str(e["status"]) == "CANCELLED"]
        assert [one.decoded("dtstart") for one in gone] == [date(2016, 12, 31)]
        assert sequences(gone) == [1]
        assert gone[0].subcomponents == []
    back = written(path, PLAN)
    assert {str(one["status"]) for one in back.values()} == {"CONFIRMED"}
    assert max(sequences(back.values())) == 2


def test_what_only_the_days_or_the_lead_leave_out_stays_and_follows_the_plan(path: Path) -> None:
    before = written(path, PLAN, remind=14)
    few = written(path, PLAN, last=date(2016, 12, 31), remind=14)
    assert few == before
    nobodys = written(path, PLAN, TimelineFilter(lead="Nobody"))
    assert nobodys == before
    moved = written(path, retimed(PLAN, 0, "30 June 2018"), TimelineFilter(lead="Nobody"))
    assert {str(one["status"]) for one in moved.values()} == {"CONFIRMED"}
    (late,) = (one for one in moved.values() if sequences([one]) == [1])
    assert late.decoded("dtstart") == date(2018, 6, 30)
    assert len(late.subcomponents) == 1


def test_the_same_plan_written_twice_is_the_same_file(path: Path) -> None:
    written(path, PLAN)
    content = path.read_bytes()
    written(path, PLAN)
    assert path.read_bytes() == content


def test_what_other_plans_and_other_programs_have_in_the_file_is_left_alone(path: Path) -> None:
    path.write_bytes(
        b"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:theirs\nX-WR-CALNAME:Mine\n"
        + THEIRS
        + THEIRS.replace(b"lunch@elsewhere", b"other-plan-action-due-1@plandesk")
        + b"END:VCALENDAR\n"
    )
    events = written(path, PLAN)
    assert str(events["lunch@elsewhere"]["x-their-own"]) == "kept"
    assert str(events["lunch@elsewhere"]["summary"]) == "Lunch, with all"
    assert "status" not in events["other-plan-action-due-1@plandesk"]
    assert str(Calendar.from_ical(path.read_bytes())["x-wr-calname"]) == "Mine"


def test_an_event_of_an_earlier_plandesk_whose_id_held_the_date_is_replaced(path: Path) -> None:
    old = f"plan-{PLAN.actions[0].id}-due-2016-12-31@plandesk"
    other = f"plan-{PLAN.actions[1].id}-review-2017-01@plandesk"
    path.write_bytes(
        b"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:p\n"
        + b"".join(THEIRS.replace(b"lunch@elsewhere", one.encode()) for one in (old, other))
        + b"END:VCALENDAR\n"
    )
    events = written(path, PLAN)
    assert {str(events[one]["status"]) for one in (old, other)} == {"CANCELLED"}
    assert len(of_kind(events, "due")) == 3


def test_a_calendar_that_cannot_be_read_is_left_as_it_is(path: Path) -> None:
    torn = b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n"
    path.write_bytes(torn)
    problem = write_calendar(path, (), {"Plan": PLAN}, {"Plan": "plan"})
    assert "is a calendar that cannot be read, so it stays as it is" in problem
    assert path.read_bytes() == torn


@pytest.mark.slow
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(any_texts, any_texts)
def test_whatever_an_action_says_it_has_not_changed_until_it_has(
    path: Path, text: str, lead: str
) -> None:
    path.unlink(missing_ok=True)
    action_id = PLAN.actions[0].id
    said = applied(PLAN, set_action_field(PLAN, action_id, "text", text, name="text"))
    said = applied(said, set_action_field(said, action_id, "leads", lead, name="leads"))
    first = written(path, said, remind=7)
    assert first == written(path, said, remind=7)
    assert set(sequences(first.values())) == {0}


def test_two_copies_of_a_plan_do_not_cancel_one_anothers_events(path: Path) -> None:
    emptied = applied(PLAN, delete_action(PLAN, PLAN.actions[0].id))
    plans, ids = {"One": PLAN, "Two": emptied}, {"One": "plan", "Two": "plan"}
    for _ in range(2):
        assert write_calendar(path, timeline(plans, FIRST, LAST), plans, ids) == ""
    assert b"CANCELLED" not in path.read_bytes()


def dates(first: date = date(2016, 10, 1)) -> st.SearchStrategy[str]:
    return st.dates(first, date(2018, 12, 31)).map(date_in_words)


TIMESCALES = st.one_of(
    st.just(""),
    st.just("Subject to funding"),
    st.just("Complete"),
    dates(),
    dates().map(lambda day: f"Reviewed 6 monthly from {day}"),
    st.tuples(dates(), dates()).map(lambda two: f"Scoping by {two[0]}; launch by {two[1]}"),
    dates().map(lambda day: f"{day} and six monthly thereafter"),
)
EDITS = st.lists(
    st.tuples(
        st.integers(0, 2), TIMESCALES, st.sampled_from((EVERYTHING, TimelineFilter(lead="Nobody")))
    ),
    min_size=1,
    max_size=3,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(EDITS)
def test_across_any_edits_the_file_says_what_the_plan_dates_and_no_number_falls(
    path: Path, edits: list[tuple[int, str, TimelineFilter]]
) -> None:
    path.unlink(missing_ok=True)
    plan, before = PLAN, written(path, PLAN)
    for place, timescale, only in edits:
        plan = retimed(plan, place, timescale)
        after = written(path, plan, only)
        assert before.keys() <= after.keys()
        for uid, event in before.items():
            changed = after[uid].to_ical() != event.to_ical()
            assert sequences([after[uid]])[0] == sequences([event])[0] + changed
        found = reviews(plan, date(2000, 1, 1), date(2030, 1, 1))
        dated = {
            (one.action_id, one.kind.replace("either", "due"), one.number): one for one in found
        }
        for uid, event in after.items():
            action_id, kind, number = uid.removeprefix("plan-").split("@")[0].rsplit("-", 2)
            is_dated = (action_id, kind, int(number)) in dated
            assert (str(event["status"]) == "CONFIRMED") == is_dated
            if is_dated:
                assert event.decoded("dtstart") == dated[action_id, kind, int(number)].when.last
        before = after


@given(st.lists(TIMESCALES, min_size=1, max_size=3))
def test_whatever_is_dated_is_found_again_by_its_kind_and_number(timescales: list[str]) -> None:
    plan = plan_of((tuple(timescales),))
    for one in reviews(plan, date(2016, 1, 1), date(2026, 1, 1)):
        kind = "due" if one.kind == "either" else one.kind
        assert numbered(plan, one.action_id, kind, one.number) == one
    for kind in get_args(Kind):
        assert numbered(plan, plan.actions[0].id, kind, 10**9) is None
    assert numbered(plan, "nobody", "due", 1) is None
