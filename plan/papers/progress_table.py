"""How far the actions have got, as document blocks: by status, and notes since a day."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from plan.council.own_field import NO_OWN_FIELDS, OwnFields
from plan.following.ledger import NO_STATUS, PrintedNotes, latest, status_counts, with_notes
from plan.model.documents import PROGRESS
from plan.model.plan import Plan
from plan.model.rows import ProgressNote
from plan.papers.appendix import note_blocks
from plan.papers.blocks import Block, Cell, Row, plain
from plan.papers.documents import PaperSource
from plan.papers.text_tables import (
    opening_of,
    text_cell,
    text_row,
    text_table,
)
from plan.reading.dates import date_in_words
from plan.reading.status import tone_of
from plan.text.line_breaks import NO_TEXT

_STANDING_COLUMNS, _NOTED_COLUMNS = PROGRESS.columns
_STANDING_WIDTHS = (55.0, 20.0, 85.0)
_NOTED_WIDTHS = (14.0, 90.0, 38.0, 33.0, 90.0)
_SINCE = "Since the last committee"

_NO_DATE = "No date given"


def table_blocks(source: PaperSource) -> tuple[Block, ...]:
    """Return the actions by status, and the notes since the day that notes are printed from."""
    notes = source.occasion.choices.notes
    since = notes.since if notes.kind == "since" else None
    return progress_blocks(source.plan, since, source.council.plan.own)


def progress_blocks(
    plan: Plan, since: date | None = None, own: OwnFields = NO_OWN_FIELDS
) -> tuple[Block, ...]:
    """Return how many actions have each status, and which; then the notes from `since` on.

    Each action with such a note appears with its latest one, including notes with an unreadable
    date. Without `since` there is only the first table; if there is nothing at all, a sentence says
    so. Where no note gives a status, it is the word chosen of the council's key in `own`.
    """
    stand = status_counts(plan, own)
    blocks: list[Block] = [plain(PROGRESS.heading, "heading-2")]
    if not stand:
        return (*blocks, plain("The plan has no action yet."))
    rows = (
        Row((_status(one.status), *text_row(str(one.count), ", ".join(one.refs)).cells))
        for one in stand
    )
    title = "How many actions stand in which way"
    blocks.append(text_table(_STANDING_COLUMNS, _STANDING_WIDTHS, rows, title))
    if since is not None:
        blocks.extend(_since_blocks(plan, since))
    return tuple(blocks)


def _since_blocks(plan: Plan, since: date) -> Iterator[Block]:
    yield plain(_SINCE, "heading-3")
    rows = tuple(_noted_rows(plan, since))
    day = date_in_words(since)
    if not rows:
        yield plain(f"No action has a progress note of {day} or later.")
        return
    yield plain(f"Actions with a progress note of {day} or later, each with its latest note.")
    yield text_table(_NOTED_COLUMNS, _NOTED_WIDTHS, rows, _SINCE)


def _noted_rows(plan: Plan, since: date) -> Iterator[Row]:
    noted = with_notes(plan, PrintedNotes("since", since))
    for action in noted.actions:
        note = latest(noted.notes_of(action.id))
        if note is not None:
            ref, opening = plan.ref_of(action.id), opening_of(action.text)
            as_at, status = note.as_at or _NO_DATE, note.status.strip() or NO_STATUS
            known = text_row(ref, opening, as_at)
            yield Row((*known.cells, _status(status), _words_of(note)))


def _status(status: str) -> Cell:
    return replace(text_cell(status), tone=tone_of(status))


def _words_of(note: ProgressNote) -> Cell:
    said = note_blocks(note.model_copy(update={"as_at": "", "status": ""}))
    return Cell(said) if any(block.text.strip() for block in said) else text_cell(NO_TEXT)
