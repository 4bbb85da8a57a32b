"""Reviews as a calendar file (RFC 5545), for whatever calendar an officer has.

The file as it lies there is the memory. An event keeps its id when its date moves; one that has
changed says so by a higher number; one that the plan no longer dates is cancelled and stays.
"""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from icalendar import Alarm, Calendar, Event

from plan.following.reviews import KIND_WORDS, Review
from plan.reading.dates import span_in_words
from plan.text.line_breaks import sentence_line

_LONGEST = 120
"""Characters of an action in an event's title; the description has all of it."""
_OURS = "@plandesk"
_SAID = ("dtstart", "dtend", "summary", "description", "status", "transp")
"""What a reader sees of an event: where one of these is another, the event has changed."""


class NoCalendarError(ValueError):
    """A file begins as a calendar and cannot be read as one."""


@dataclass(frozen=True)
class Dated:
    """A review, with the id and the title of its plan.

    `remind` is how many days before it a reminder comes, None for no reminder. What `is_left_out`
    is written only because the file holds it already; it keeps the reminder that it has there.
    """

    review: Review
    plan_id: str
    title: str
    remind: int | None = None
    is_left_out: bool = False

    @property
    def uid(self) -> str:
        """The id of its event: plan, action, kind and number, and no date.

        A date that may be of delivery or of a review has the id of the delivery.
        """
        kind = "due" if self.review.kind == "either" else self.review.kind
        return f"{self.plan_id}-{self.review.action_id}-{kind}-{self.review.number}{_OURS}"


@dataclass(frozen=True)
class HeldEvent:
    """What the id of an event of ours says: action, kind and number.

    The kind is empty in an id that an earlier plandesk gave, which held the date.
    """

    uid: str
    action_id: str
    kind: str
    number: int


@dataclass(frozen=True)
class HeldCalendar:
    """A calendar file as it lies there: our events by id, and whatever else it has."""

    ours: dict[str, Event] = field(default_factory=dict)
    others: tuple[Event, ...] = ()
    whole: Calendar | None = None

    def events_of(self, plan_id: str) -> tuple[HeldEvent, ...]:
        """Return what the ids of a plan's events say."""
        start = f"{plan_id}-"
        return tuple(_read_uid(uid, start) for uid in self.ours if uid.startswith(start))


NOTHING_HELD = HeldCalendar()


def held_calendar(content: bytes) -> HeldCalendar:
    """Return what a calendar file holds. Raises NoCalendarError if not all of it can be read."""
    try:
        whole = Calendar.from_ical(content)
    except (ValueError, IndexError, KeyError) as error:
        raise NoCalendarError(str(error)) from error
    if not isinstance(whole, Calendar) or any(one.errors for one in whole.walk()):
        raise NoCalendarError("part of it is no calendar")
    events = [one for one in whole.subcomponents if isinstance(one, Event)]
    ours = {str(one.get("uid")): one for one in events if str(one.get("uid")).endswith(_OURS)}
    return HeldCalendar(ours, tuple(one for one in events if one not in ours.values()), whole)


def calendar(
    dated: Iterable[Dated],
    made_at: datetime,
    held: HeldCalendar = NOTHING_HELD,
    gone: AbstractSet[str] = frozenset(),
) -> bytes:
    """Return reviews, of one plan or several, as an .ics file; `made_at` is UTC.

    A review in a month is put on its last day, and says so. `held` is the file that it replaces;
    of its events, those with an id in `gone` are cancelled and whatever else it has stays.
    """
    made = Calendar()
    made.add("prodid", "-//plandesk//reviews//EN")
    made.add("version", "2.0")
    _add_what_is_not_ours(made, held)
    moment = made_at.astimezone(UTC)
    found = dict(held.ours)
    for entry in dated:
        before = held.ours.get(entry.uid)
        found[entry.uid] = _settled(_event(entry, before), before, moment)
    for uid in gone & held.ours.keys():
        found[uid] = _settled(_cancelled(held.ours[uid]), held.ours[uid], moment)
    for event in found.values():
        made.add_component(event)
    content: bytes = made.to_ical()
    return content


def _read_uid(uid: str, start: str) -> HeldEvent:
    said = uid.removeprefix(start).removesuffix(_OURS)
    action_id, kind, number = (["", "", *said.rsplit("-", 2)])[-3:]
    if kind in KIND_WORDS and number.isdecimal():
        return HeldEvent(uid, action_id, kind, int(number))
    return HeldEvent(uid, "", "", 0)


def _add_what_is_not_ours(made: Calendar, held: HeldCalendar) -> None:
    if held.whole is None:
        return
    for name, value in held.whole.items():
        if name.lower() not in ("prodid", "version"):
            made[name] = value
    for one in held.whole.subcomponents:
        if not isinstance(one, Event) or one in held.others:
            made.add_component(one)


def _event(entry: Dated, before: Event | None) -> Event:
    """Return the event of a review, without its number and its moment."""
    one, event = entry.review, Event()
    month = "" if one.when.is_day else f" ({span_in_words(one.when)})"
    text = sentence_line(one.text)
    line = text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
    what = f"{KIND_WORDS[one.kind]}: {one.what}" if one.what else KIND_WORDS[one.kind]
    event.add("uid", entry.uid)
    event.add("dtstart", one.when.last)
    event.add("dtend", one.when.last + timedelta(days=1))
    event.add("summary", f"{what}{month}: {one.ref} {line}")
    event.add("description", "\n".join((entry.title, text, *one.leads)))
    event.add("status", "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    # Outlook goes by this where others go by TRANSP: the day stays free.
    event.add("x-microsoft-cdo-busystatus", "FREE")
    if entry.is_left_out and before is not None:
        for alarm in _alarms(before):
            event.add_component(alarm)
    elif entry.remind is not None:
        event.add_component(_reminder(entry.remind, str(event["summary"])))
    return event


def _reminder(days: int, words: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", words)
    alarm.add("trigger", timedelta(days=-days))
    return alarm


def _alarms(event: Event) -> list[Alarm]:
    return [one for one in event.subcomponents if isinstance(one, Alarm)]


def _cancelled(event: Event) -> Event:
    made = Event()
    for name, value in event.items():
        if name.lower() not in ("status", "sequence", "dtstamp"):
            made[name] = value
    made.add("status", "CANCELLED")
    return made


def _settled(event: Event, before: Event | None, moment: datetime) -> Event:
    """Return the event that is written: as it lies there if nothing of it has changed."""
    if before is not None and _said(event) == _said(before):
        return before
    event.add("sequence", 0 if before is None else int(before.get("sequence", 0)) + 1)
    event.add("dtstamp", moment)
    return event


def _said(event: Event) -> list[object]:
    values = [event[name] for name in _SAID if name in event]
    return [one.to_ical() for one in (*values, *(each["trigger"] for each in _alarms(event)))]
