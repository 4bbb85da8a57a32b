"""Writing reviews as a calendar file, for whatever calendar an officer has."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path

from desk.folders import export_folder
from files.ordinary import NotOrdinaryError, opened
from plan.following.timeline import TimelineEntry
from plan.model.plan import Plan
from store.safe_file import EVERYBODY, EVERYBODYS_FOLDER, new_folder, write_safely

_TRIES = 99
_BEGINS = b"BEGIN:VCALENDAR"


def calendar_of(
    entries: Iterable[TimelineEntry], plans: Mapping[str, Plan], ids: Mapping[str, str]
) -> bytes:
    """Return what is to come of a timeline as an .ics file; `plans` and `ids` are by name."""
    # The library of calendars is large; the reviews are read without one.
    from exporters.calendar import Dated, calendar  # noqa: PLC0415

    dated = [
        Dated(entry.review, ids[entry.plan], plans[entry.plan].cover.title or entry.plan)
        for entry in entries
        if entry.standing == "coming" and entry.review is not None
    ]
    return calendar(dated, datetime.now(UTC))


def free_calendar_path(name: str) -> Path:
    """Return where the calendar of the plan `name` goes: beside its Word files, not over a file."""
    wanted = export_folder() / f"{name} reviews.ics"
    names = (wanted.with_stem(f"{wanted.stem} ({number})") for number in range(2, _TRIES))
    return next((path for path in (wanted, *names) if not path.exists()), wanted)


def is_something_else(path: Path) -> bool:
    """Return whether a file is there that is no calendar, such as a plan: it must not be lost."""
    try:
        with opened(path) as file:
            return not file.read(len(_BEGINS)).upper().startswith(_BEGINS)
    except (NotOrdinaryError, IsADirectoryError):
        return True
    except OSError:
        return False


def write_calendar(path: Path, content: bytes) -> str:
    """Write a calendar file; return why it could not be written, empty if it was."""
    try:
        with new_folder(path.parent, mode=EVERYBODYS_FOLDER):
            write_safely(path, content, new_mode=EVERYBODY)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        return f"The calendar {path} could not be written: {reason}. The plan is unchanged."
    return ""
