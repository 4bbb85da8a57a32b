"""Progress notes as printed: a line with date and status above the text, written and read back."""

import re

from plan.model.outline import NoteOutline
from plan.text.clean import clean_text
from plan.text.patterns import late_pattern

_MONTH = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
    "|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
)
_IN_WORDS = rf"(?:\d{{1,2}}(?:st|nd|rd|th)? )?(?:{_MONTH})\.? \d{{4}}"
_IN_FIGURES = r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4}"
DATE = rf"({_IN_WORDS}|{_IN_FIGURES})"
"""A pattern for a date as it stands above a progress note; its group is the date."""
_DATE = late_pattern(DATE, re.IGNORECASE)
_HEADING = late_pattern(rf"({_DATE.pattern})?(?:(?:^–| +[-–—]) +([^\n]{{1,60}})|:)?", re.IGNORECASE)
_BOLD = late_pattern(r"\A\*\*(.+)\*\*\Z")
_DATE_AND_TEXT = late_pattern(rf"{_DATE.pattern}:[ \n]*(.*)", re.IGNORECASE | re.DOTALL)


def note_heading(as_at: str, status: str) -> str:
    """Return the line above a progress note, such as "26 September 2016 – on track"."""
    return f"{as_at} – {status}".lstrip() if status else as_at


def read_heading(line: str) -> tuple[str, str] | None:
    """Return the date and status in a note's first line, or None if the line has none.

    "26 September 2016 – on track" gives ("26 September 2016", "on track"); for a date alone the
    status is empty.
    """
    bare = line.strip()
    match = _HEADING.fullmatch(_BOLD.sub(r"\1", bare))
    if match is None or not (match[1] or match[3]):
        return None
    return match[1] or "", (match[3] or "").strip()


def read_note(typed: str) -> NoteOutline:
    """Return the typed note: a first line of date and status, if it has one, then the text.

    "26 September 2016: Training was given." also has a date and a text.
    """
    cleaned = clean_text(typed)
    first, _, rest = cleaned.partition("\n")
    heading = read_heading(first)
    if heading is not None:
        return NoteOutline(*heading, rest.strip("\n"))
    match = _DATE_AND_TEXT.fullmatch(cleaned)
    if match is not None:
        return NoteOutline(match[1], "", match[2])
    return NoteOutline(text=cleaned)


def written_note(note: NoteOutline) -> str:
    """Return the note as an officer edits it; `read_note` turns it back into the same note."""
    return "\n".join(filter(None, (note_heading(note.as_at, note.status), note.text)))
