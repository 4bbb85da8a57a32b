"""Write reviews as a calendar file, for whatever calendar an officer has.

The file that lies there is read first: it is what is known of the events that were given out.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from desk.council import own_fields_of
from desk.folders import export_folder
from desk.today import today
from files.ordinary import NotOrdinaryError, TooLargeError, content_of, opened, reason_of
from plan.following.reviews import Review
from plan.following.timeline import TimelineEntry, dated_again
from plan.model.plan import Plan
from store.safe_file import EVERYBODY, EVERYBODYS_FOLDER, new_folder, write_safely
from store.settings import MOST_DAYS, Settings

if TYPE_CHECKING:
    from exporters.calendar import HeldCalendar

_TRIES = 99
_BEGINS = b"BEGIN:VCALENDAR"
_LARGEST = 32 * 1024 * 1024
"""Bytes of a calendar file that is read."""


def reminder_of(settings: Settings) -> int | None:
    """Return how many days before what is due a calendar reminds, None for no reminder."""
    typed = settings.calendar_reminder
    return int(typed) if typed.isdecimal() and int(typed) <= MOST_DAYS else None


def calendar_path(name: str) -> Path:
    """Return where the calendar of the plan `name` goes: beside its Word files.

    The calendar that was written there before is brought up to date; no other file is replaced.
    """
    wanted = export_folder() / f"{name} reviews.ics"
    names = (wanted.with_stem(f"{wanted.stem} ({number})") for number in range(2, _TRIES))
    return next((path for path in (wanted, *names) if not is_something_else(path)), wanted)


def is_something_else(path: Path) -> bool:
    """Return whether a file is there that is no calendar, such as a plan: it must not be lost."""
    try:
        with opened(path) as file:
            return not file.read(len(_BEGINS)).upper().startswith(_BEGINS)
    except (NotOrdinaryError, IsADirectoryError):
        return True
    except OSError:
        return False


def _held_now(
    held: "HeldCalendar", plans: Mapping[str, Plan], ids: Mapping[str, str]
) -> Iterator[tuple[str, str, Review | None]]:
    """Yield each event that a file holds of the plans, with what its plan dates now, if it does."""
    for name, plan in plans.items():
        own = own_fields_of(plan)
        for one in held.events_of(ids[name]):
            yield (
                one.uid,
                name,
                dated_again(plan, one.action_id, one.kind, one.number, today(), own),
            )


def write_calendar(
    path: Path,
    entries: Iterable[TimelineEntry],
    plans: Mapping[str, Plan],
    ids: Mapping[str, str],
    remind: int | None = None,
) -> str:
    """Write what is to come of a timeline as an .ics file; return why it could not be, else "".

    `plans` and `ids` are by name. What the file holds already and only the days, the lead or the
    aim leave out stays in it and follows the plan; what its plan no longer dates is cancelled.
    """
    # The library of calendars is large; the reviews are read without one.
    from exporters.calendar import Dated, NoCalendarError, calendar, held_calendar  # noqa: PLC0415

    try:
        held = held_calendar(_content(path))
    except (NoCalendarError, TooLargeError):
        return (
            f"{path} is a calendar that cannot be read, so it stays as it is. Name another file "
            "for the calendar, or put that one away. The plan is unchanged."
        )
    except OSError as error:
        return _not_written(path, error)
    titles = {name: plan.cover.title or name for name, plan in plans.items()}
    coming = (
        Dated(one.review, ids[one.plan], titles[one.plan], remind)
        for one in entries
        if one.standing == "coming" and one.review is not None
    )
    dated = {one.uid: one for one in coming}
    gone: set[str] = set()
    for uid, name, review in _held_now(held, plans, ids):
        if review is None:
            gone.add(uid)
        else:
            dated.setdefault(uid, Dated(review, ids[name], titles[name], is_left_out=True))
    content = calendar(dated.values(), datetime.now(UTC), held, gone - dated.keys())
    try:
        with new_folder(path.parent, mode=EVERYBODYS_FOLDER):
            write_safely(path, content, new_mode=EVERYBODY)
    except OSError as error:
        return _not_written(path, error)
    return ""


def _content(path: Path) -> bytes:
    """Return what lies there; what an empty calendar would be if nothing does. Raises OSError."""
    try:
        return content_of(path, _LARGEST)
    except (FileNotFoundError, NotADirectoryError):
        return b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"


def _not_written(path: Path, error: OSError) -> str:
    reason = reason_of(error)
    return f"The calendar {path} could not be written: {reason}. The plan is unchanged."
