"""The command `plandesk reading`: print what plandesk makes of a timescale."""

import json
import sys
from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any

import typer

from plan.reading.dates import DateSpan, span_in_words
from plan.reading.timescales import TimescaleReading, read_timescale, reading_in_words
from plan.text.clean import clean_line
from tui.command_line.shared import AsJson, day_of


def reading(
    text: Annotated[
        str | None,
        typer.Argument(metavar="[TEXT]", help="A timescale; else one a line is read from input."),
    ] = None,
    meeting: Annotated[
        str, typer.Option("--meeting", metavar="DATE", help="The day of the committee's meeting.")
    ] = "",
    as_json: AsJson = False,
) -> None:
    """Print what plandesk makes of a timescale, or of one a line from the input, as JSON."""
    approved = day_of(meeting).first if meeting else None
    if text is None:
        content = sys.stdin.buffer.read().decode("utf-8", "replace")
        lines = (line.rstrip("\r") for line in content.removesuffix("\n").split("\n"))
        typer.echo(_printed([_row(line, approved) for line in lines] if content else []))
        return
    text = text.encode("utf-8", "replace").decode("utf-8")
    if as_json:
        typer.echo(_printed(_row(text, approved)))
        return
    for line in _lines(read_timescale(text, approved)):
        typer.echo(clean_line(line))


def _printed(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)


def _row(text: str, approved: date | None) -> dict[str, Any]:
    """Return what was read of a timescale under the names that programs know."""
    read = read_timescale(text, approved)
    milestones = ({**_days(one.when), "what": one.what} for one in read.milestones)
    return {
        "text": text,
        "due": _days_or_none(read.due),
        "begins": _days_or_none(read.begins),
        "review": _days_or_none(read.review),
        "milestones": list(milestones),
        "was": _days_or_none(read.was),
        "every": read.rhythm,
        "ongoing": read.is_ongoing,
        "done": read.is_done,
        "asks": _asked(read),
        "told": read.told,
        "unread": read.unread,
    }


def _days(span: DateSpan) -> dict[str, str]:
    return {"from": span.first.isoformat(), "to": span.last.isoformat()}


def _days_or_none(span: DateSpan | None) -> dict[str, str] | None:
    return _days(span) if span else None


def _asked(read: TimescaleReading) -> str:
    """Return what is asked, and whether a date is for delivery or review if that is open."""
    if not read.is_either or read.due is None:
        return read.asks
    either = f"Is {span_in_words(read.due)} when it is done, or when it is reviewed?"
    return " ".join(filter(None, (read.asks, either)))


def _lines(read: TimescaleReading) -> Iterator[str]:
    words = reading_in_words(read)
    yield f"Read as: {words}" if words else "No date is read."
    if read.told:
        yield f"Assumed: {read.told}"
    if asked := _asked(read):
        yield f"To be said: {asked}"
    if read.unread.strip():
        yield f"Not understood as a time: “{' '.join(read.unread.split())}”"
