"""Reviews as a calendar file (RFC 5545), for whatever calendar an officer has."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from icalendar import Calendar, Event

from plan.following.reviews import KIND_WORDS, Review
from plan.reading.dates import span_in_words
from plan.text.line_breaks import summary_line

_LONGEST = 120
"""Characters of an action in an event's title; the description has all of it."""


@dataclass(frozen=True)
class Dated:
    """A review, with the id and the title of its plan."""

    review: Review
    plan_id: str
    title: str


def calendar(dated: Iterable[Dated], made_at: datetime) -> bytes:
    """Return reviews, of one plan or several, as an .ics file; `made_at` is UTC.

    A review in a month is put on its last day, and says so. An event keeps its id as long as its
    action and date stay the same, so that a calendar replaces the one it has already.
    """
    made = Calendar()
    made.add("prodid", "-//plandesk//reviews//EN")
    made.add("version", "2.0")
    for entry in dated:
        one, event = entry.review, Event()
        month = "" if one.when.is_day else f" ({span_in_words(one.when)})"
        text = summary_line(one.text)
        line = text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
        event.add("uid", f"{entry.plan_id}-{one.action_id}-{one.kind}-{one.when_iso}@plandesk")
        event.add("dtstamp", made_at.astimezone(UTC))
        event.add("dtstart", one.when.last)
        event.add("dtend", one.when.last + timedelta(days=1))
        event.add("summary", f"{KIND_WORDS[one.kind]}{month}: {one.ref} {line}")
        event.add("description", "\n".join((entry.title, text, *one.leads)))
        made.add_component(event)
    content: bytes = made.to_ical()
    return content
