"""The calendar file: each review once, on its day, the same event whenever it is written."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from icalendar import Calendar

from exporters.calendar import Dated, NoCalendarError, calendar, held_calendar
from plan.following.reviews import reviews
from plan.reading.dates import DateSpan
from tests.plan.dated_plans import MEETING, PLAN

MADE = datetime(2016, 9, 12, 8, 30, tzinfo=UTC)
FOUND = reviews(PLAN, MEETING, date(2017, 4, 1))
A_DAY, A_MONTH = FOUND[-1], FOUND[0]


def events(*dated: Dated, made_at: datetime = MADE) -> list[Any]:
    return list(Calendar.from_ical(calendar(dated, made_at)).walk("VEVENT"))


def test_each_review_is_an_event_of_its_own() -> None:
    made = events(*(Dated(one, "plan", "A plan") for one in FOUND))
    assert len(made) == len(FOUND) == len({str(event["uid"]) for event in made})


def test_a_day_is_that_day_and_a_month_is_its_last_day_and_says_so() -> None:
    day, month = events(Dated(A_DAY, "plan", "A plan"), Dated(A_MONTH, "plan", "A plan"))
    assert (day.decoded("dtstart"), day.decoded("dtend")) == (date(2017, 4, 1), date(2017, 4, 2))
    assert str(day["summary"]) == f"Due: 4.4 {A_DAY.text}"
    assert month.decoded("dtstart") == date(2016, 9, 30)
    assert month.decoded("dtend") == date(2016, 10, 1)
    assert str(month["summary"]) == f"Due or review (September 2016): 2.1 {A_MONTH.text}"


def test_an_event_tells_its_plan_its_action_and_its_leads() -> None:
    of_two = replace(A_DAY, text="Publish **one** guide.", leads=("Parenting Group", "A Board"))
    (event,) = events(Dated(of_two, "plan", "A plan"))
    assert str(event["summary"]) == "Due: 4.4 Publish one guide."
    assert str(event["description"]) == ("A plan\nPublish one guide.\nParenting Group\nA Board")


def test_a_long_action_is_cut_in_the_line_with_a_mark_and_is_whole_in_the_event() -> None:
    text = "Publish " + "a very long guide " * 10
    (event,) = events(Dated(replace(A_DAY, text=text), "plan", "A plan"))
    line = str(event["summary"]).removeprefix("Due: 4.4 ")
    assert line.endswith("…")
    assert text.startswith(line[:-1])
    assert len(line) == 120
    assert text.strip() in str(event["description"])
    (just,) = events(Dated(replace(A_DAY, text="x" * 120), "plan", "A plan"))
    assert str(just["summary"]) == f"Due: 4.4 {'x' * 120}"


def test_an_event_is_the_same_until_its_action_its_kind_or_its_number_is_another() -> None:
    def uid(dated: Dated) -> str:
        (event,) = events(dated)
        return str(event["uid"])

    first = Dated(A_DAY, "plan", "A plan")
    reworded = replace(A_DAY, text="Other words.", ref="9.9", leads=())
    assert uid(Dated(reworded, "plan", "Another title")) == uid(first)
    day = A_DAY.when.first + timedelta(days=1)
    moved = replace(A_DAY, when=DateSpan(day, day), kind="either")
    assert uid(Dated(moved, "plan", "A plan", remind=7)) == uid(first)
    assert "2017" not in uid(first)
    for other in (
        Dated(A_DAY, "another plan", "A plan"),
        Dated(replace(A_DAY, action_id="another"), "plan", "A plan"),
        Dated(replace(A_DAY, kind="review"), "plan", "A plan"),
        Dated(replace(A_DAY, number=2), "plan", "A plan"),
    ):
        assert uid(other) != uid(first)


def test_an_event_leaves_the_day_free_and_reminds_only_where_that_is_wanted() -> None:
    free, reminding = (
        events(Dated(A_DAY, "plan", "A plan", remind=days))[0] for days in (None, 14)
    )
    assert str(free["transp"]) == str(reminding["transp"]) == "TRANSPARENT"
    assert str(free["x-microsoft-cdo-busystatus"]) == "FREE"
    assert free.subcomponents == []
    (alarm,) = reminding.subcomponents
    assert (str(alarm["action"]), alarm.decoded("trigger")) == ("DISPLAY", timedelta(days=-14))


def test_a_milestone_says_what_it_is() -> None:
    step = replace(A_DAY, kind="milestone", what="Scoping", number=1)
    (event,) = events(Dated(step, "plan", "A plan"))
    assert str(event["summary"]) == f"Milestone: Scoping: 4.4 {A_DAY.text}"


def test_what_is_no_calendar_as_a_whole_is_refused() -> None:
    for content in (
        b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VCALENDAR\r\n",
        b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:soon\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
        b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n" * 2,
        b"BEGIN:VCALENDAR\r\n\xff\xfe\x00",
        b"BEGIN:VCALENDAR",
    ):
        with pytest.raises(NoCalendarError):
            held_calendar(content)


def test_it_is_made_at_a_moment_that_every_calendar_understands() -> None:
    summer = datetime(2016, 9, 12, 9, 30, tzinfo=timezone(timedelta(hours=1)))
    for made_at in (MADE, summer):
        (event,) = events(Dated(A_DAY, "plan", "A plan"), made_at=made_at)
        assert event.decoded("dtstamp") == MADE
    content = calendar([Dated(A_DAY, "plan", "A plan")], summer)
    assert b"DTSTAMP:20160912T083000Z" in content
    assert calendar([Dated(A_DAY, "plan", "A plan")], MADE) == content


def test_a_file_of_nothing_is_still_a_calendar() -> None:
    read = Calendar.from_ical(calendar([], MADE))
    assert (str(read["version"]), read.walk("VEVENT")) == ("2.0", [])
    assert "plandesk" in str(read["prodid"])


def test_lines_are_folded_between_characters_and_end_as_the_standard_says() -> None:
    text = "Né, café; back\\slash, 👩‍👧 " * 12
    content = calendar([Dated(replace(A_DAY, text=text, leads=("A; B, C",)), "p", "A plan")], MADE)
    assert content.endswith(b"END:VCALENDAR\r\n")
    assert content.count(b"\n") == content.count(b"\r\n")
    lines = content.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert all(line.decode("utf-8") is not None for line in lines)
    (event,) = Calendar.from_ical(content).walk("VEVENT")
    assert str(event["description"]) == f"A plan\n{text.strip()}\nA; B, C"
