"""The progress ledger: dated notes that are only ever added, and which of them to print.

The latest note says how far an action has got; earlier notes are never overwritten.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, TypeAlias

from plan.council.own_field import NO_OWN_FIELDS, OwnFields
from plan.model.plan import Plan
from plan.model.rows import Action, ProgressNote
from plan.reading.dates import read_date
from plan.reading.own_values import status_chosen

Printed: TypeAlias = Literal["all", "latest", "since"]
NO_NOTE, NO_STATUS = "No note yet", "No status given"


@dataclass(frozen=True)
class PrintedNotes:
    """Which notes the Progress column prints: all, each action's latest, or those since a day."""

    kind: Printed = "all"
    since: date | None = None


@dataclass(frozen=True)
class StatusCount:
    """The actions with one status: the status in the officers' words, and their refs."""

    status: str
    refs: tuple[str, ...]

    @property
    def count(self) -> int:
        """How many actions there are."""
        return len(self.refs)


def read_printed(text: str) -> PrintedNotes | None:
    """Return what "all", "latest" or a date ("26 September 2016", "09/2016") asks for.

    None if it is none of these. A month counts from its first day.
    """
    asked = text.strip().lower()
    if asked in ("", "all"):
        return PrintedNotes()
    if asked == "latest":
        return PrintedNotes("latest")
    read = read_date(text)
    return PrintedNotes("since", read.first) if read else None


def with_notes(plan: Plan, printed: PrintedNotes) -> Plan:
    """Return the plan with only the progress notes that are to be printed."""
    if printed.kind == "all":
        return plan
    kept = (
        note for action_id in plan.action_rows for note in _kept(plan.notes_of(action_id), printed)
    )
    return replace(plan, note_rows={note.id: note for note in kept})


def latest(notes: tuple[ProgressNote, ...]) -> ProgressNote | None:
    """Return the note with the latest date, the last one added if dates tie; None if none.

    A note with an unreadable date counts by its position.
    """
    if len(notes) == 1:  # of most actions: its date need not be read
        return notes[0]
    found: ProgressNote | None = None
    newest = date.min
    for note in notes:
        read = read_date(note.as_at)
        day = read.last if read else newest
        if day >= newest:
            found, newest = note, day
    return found


def noted_since(plan: Plan, since: date) -> tuple[tuple[Action, tuple[ProgressNote, ...]], ...]:
    """Return every action with its notes from the day `since` or later, which may be none.

    A note with an unreadable date does not count as new.
    """
    return tuple((action, _since(plan.notes_of(action.id), since)) for action in plan.actions)


def _since(notes: tuple[ProgressNote, ...], since: date) -> tuple[ProgressNote, ...]:
    dated = ((note, read_date(note.as_at)) for note in notes)
    return tuple(note for note, read in dated if read is not None and read.last >= since)


def status_counts(plan: Plan, own: OwnFields = NO_OWN_FIELDS) -> tuple[StatusCount, ...]:
    """Return the actions by status, most frequent first, those without a status last.

    Where no note gives one, it is the word chosen of the council's key in `own`.
    """
    refs: dict[str, list[str]] = {}
    spelt: dict[str, str] = {}
    for action in plan.actions:
        status = status_in_short(plan, action, own)
        first_spelt = spelt.setdefault(status.casefold(), status)
        refs.setdefault(first_spelt, []).append(plan.ref_of(action.id))
    ordered = sorted(refs, key=lambda one: (one in (NO_NOTE, NO_STATUS), -len(refs[one]), one))
    return tuple(StatusCount(status, tuple(refs[status])) for status in ordered)


def status_in_short(plan: Plan, action: Action, own: OwnFields = NO_OWN_FIELDS) -> str:
    """Return the status of an action's latest note, or that there is none.

    Where the note gives none, it is the word chosen of the council's key in `own`.
    """
    note = latest(plan.notes_of(action.id))
    chosen = status_chosen(own, action.own)
    status = (note.status.strip() if note else "") or (chosen.word if chosen else "")
    return status or (NO_NOTE if note is None else NO_STATUS)


def _kept(notes: tuple[ProgressNote, ...], printed: PrintedNotes) -> Iterable[ProgressNote]:
    if printed.kind == "latest":
        newest = latest(notes)
        return () if newest is None else (newest,)
    return (note for note in notes if _is_since(note, printed.since))


def _is_since(note: ProgressNote, since: date | None) -> bool:
    """Return whether a note is from a day or later; one with an unreadable date is kept."""
    read = read_date(note.as_at)
    return since is None or read is None or read.last >= since
