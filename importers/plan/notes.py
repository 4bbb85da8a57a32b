"""The progress notes in a cell of a plan's table."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import TypeAlias

from importers.plan.cells import prose_of
from importers.plan.ticked_statuses import is_status_to_tick
from plan.model.outline import NoteOutline
from plan.papers.blocks import Paragraph
from plan.papers.paragraph_parts import without_start
from plan.reading.dates import read_date
from plan.reading.note_words import leading_status
from plan.reading.progress import read_heading, read_note
from plan.reading.status import tone_of_words
from plan.text.clean import clean_line

_DASH = " – "
_LONGEST_STATUS = 60
_Begun: TypeAlias = tuple[NoteOutline, list[Paragraph]]
"""A note and the paragraphs of its text so far."""


def printed_notes(paragraphs: tuple[Paragraph, ...]) -> tuple[NoteOutline, ...]:
    """Return the notes of a cell that this program printed: each begins with a style of its own."""
    return tuple(_split_at(_printed_note_begun_by, paragraphs))


def notes_of(paragraphs: tuple[Paragraph, ...]) -> tuple[NoteOutline, ...]:
    """Return the progress notes of a cell: one for each date, or one where there is no date.

    A status without text belongs to the note after it.
    """
    return tuple(_with_status(_split_at(_note_begun_by, paragraphs)))


def _split_at(
    begun_by: Callable[[Paragraph], _Begun | None], paragraphs: Iterable[Paragraph]
) -> list[NoteOutline]:
    """Return the notes that paragraphs begin, each with the paragraphs up to the next one."""
    notes: list[_Begun] = []
    for paragraph in paragraphs:
        begun = begun_by(paragraph)
        if begun is not None:
            notes.append(begun)
        elif notes:
            notes[-1][1].append(paragraph)
        else:
            notes.append((NoteOutline(), [paragraph]))
    return [replace(note, text=prose_of(body)) for note, body in notes]


def with_status(
    notes: tuple[NoteOutline, ...], paragraphs: tuple[Paragraph, ...]
) -> tuple[NoteOutline, ...]:
    """Return the notes with what the column of the status says, which is of the latest of them.

    It is a note of its own where that note says its status, and a text where it is no short word.
    """
    said = " ".join(clean_line(paragraph.text) for paragraph in paragraphs)
    if not said:
        return notes
    if explained := _explained_status(notes, paragraphs):
        return explained
    if len(paragraphs) != 1 or len(said) > _LONGEST_STATUS:
        return (*notes_of(paragraphs), *notes)
    if not notes:
        return (NoteOutline(status=said),)
    latest = _latest(notes)
    if notes[latest].status:
        return (NoteOutline(status=said), *notes)
    return (*notes[:latest], replace(notes[latest], status=said), *notes[latest + 1 :])


def _explained_status(
    notes: tuple[NoteOutline, ...], paragraphs: tuple[Paragraph, ...]
) -> tuple[NoteOutline, ...]:
    """Return the notes with a status and, below it in its cell, why; empty where it is no such.

    The reason goes on with the latest note, which has the day.
    """
    status, _, rest = paragraphs[0].text.strip().partition("\n")
    below = (without_start(paragraphs[0], paragraphs[0].text.index(rest)),) if rest else ()
    reason = (*below, *paragraphs[1:])
    is_status = len(status) <= _LONGEST_STATUS and leading_status(status) == status
    latest = notes[_latest(notes)] if notes else NoteOutline()
    if not (is_status and reason) or latest.status or any(one.as_at for one in notes_of(reason)):
        return ()
    text = "\n\n".join(filter(None, (latest.text, prose_of(list(reason)))))
    said = replace(latest, status=clean_line(status), text=text)
    return tuple(said if one is latest else one for one in notes) or (said,)


def _latest(notes: tuple[NoteOutline, ...]) -> int:
    """Return which note is the latest: by their dates, else the last."""
    first, last = read_date(notes[0].as_at), read_date(notes[-1].as_at)
    if first is not None and last is not None and first.first > last.last:
        return 0
    return len(notes) - 1


def _printed_note_begun_by(paragraph: Paragraph) -> _Begun | None:
    if paragraph.role == "plan-item":
        return NoteOutline(), [paragraph]
    if paragraph.role != "progress-date":
        return None
    as_at, _, status = f" {clean_line(paragraph.text)}".partition(_DASH)
    return NoteOutline(as_at.strip(), status.strip()), []


def _note_begun_by(paragraph: Paragraph) -> _Begun | None:
    """Return the note that begins with a paragraph, and the text in it; None if none does."""
    if paragraph.bullet is not None:
        return None
    text = paragraph.text
    first, feed, _ = text.partition("\n")
    heading = read_heading(first)
    if heading is not None and any(heading):
        sentence = heading[1] if heading[0] and _is_sentence(heading[1]) else ""
        if sentence:
            rest = without_start(paragraph, first.rindex(sentence))
            return NoteOutline(clean_line(heading[0])), list(_unless_blank(rest))
        rest = without_start(paragraph, len(first) + len(feed))
        note = NoteOutline(*map(clean_line, heading))
        return note, list(_unless_blank(rest))
    typed = read_note(text)
    if not typed.as_at:
        return None
    rest = without_start(paragraph, text.index(":", text.index(typed.as_at)) + 1)
    return NoteOutline(clean_line(typed.as_at)), list(_unless_blank(rest))


def _is_sentence(status: str) -> bool:
    """Return whether what stands behind a date is no status but what is said: "Forms sent."."""
    if not status.endswith(".") or tone_of_words(status):
        return False
    return not is_status_to_tick(status.rstrip("."))


def _unless_blank(paragraph: Paragraph) -> Iterator[Paragraph]:
    if paragraph.text.strip():
        yield paragraph


def _with_status(notes: list[NoteOutline]) -> list[NoteOutline]:
    if len(notes) > 1 and notes[0].status and not (notes[0].text or notes[0].as_at):
        first, second, *others = notes
        if not second.status:
            return [replace(second, status=first.status), *others]
    return notes
