"""A round of progress notes: which action wants one next, and the letters of the statuses.

Values in, values out; the window only lays them out.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from desk.field_contents import FieldContent
from desk.tick_boxes import letters_of
from plan.changes.change import Change
from plan.changes.edits import add_note
from plan.changes.edits.fields import set_own_field
from plan.changes.edits.placing import merged
from plan.council.format import Format
from plan.council.own_field import OwnField, OwnFields
from plan.following.action_state import approved_on, state_of
from plan.model.plan import Plan
from plan.model.rows import Action
from plan.reading.dates import read_date
from plan.reading.progress import note_heading, read_note

USUAL_STATUSES = ("Complete", "On track", "At risk", "Behind", "Not started")
"""The statuses that are offered where the council's format has no key."""
NONE_WANTED = "No action wants a note: each that is open has one. Go to an action to add another."
A_ROUND = timedelta(days=30)
"""How long a note counts, where the committee has not met since."""


@dataclass(frozen=True)
class StatusLetter:
    """A status, the letter that gives it, and what the council's key says of it."""

    letter: str
    word: str
    meaning: str = ""


def status_field(own: OwnFields) -> OwnField | None:
    """Return the field with the council's key of statuses: a word says *done*, or is coloured."""
    keys = [one for one in own.fields if one.choices]
    done = (one for one in keys if any(word.done for word in one.choices))
    coloured = (one for one in keys if any(word.fill for word in one.choices))
    return next(done, None) or next(coloured, None)


def status_letters(council: Format) -> tuple[StatusLetter, ...]:
    """Return the statuses of the council's key, or else the usual five, each with a letter."""
    field = status_field(council.plan.own)
    said = [(one.word, one.meaning) for one in field.choices] if field else []
    said = said or [(word, "") for word in USUAL_STATUSES]
    letters = letters_of([word for word, _ in said])
    return tuple(
        StatusLetter(letter, word, meaning)
        for letter, (word, meaning) in zip(letters, said, strict=True)
    )


def with_status(typed: str, today: str, status: str) -> str:
    """Return a note as typed with a status in its first line, in the place of any there."""
    _, _, text = typed.partition("\n")
    return f"{note_heading(today, status)}\n{text}"


def noted(plan: Plan, field: FieldContent, typed: str, council: Format) -> Change:
    """Return the change that adds a note, and sets the council's field of statuses to its status.

    It is empty where only the date stands in it. Raises pydantic's ValidationError if the text is
    too long.
    """
    if typed.strip() in ("", field.typed.strip()):
        return Change(label="", rows=())
    note = read_note(typed)
    change = add_note(plan, field.owner, note)
    own = council.plan.own
    key = status_field(own)
    chosen = key.choice(note.status) if key is not None else None
    if key is None or chosen is None:
        return change
    also = set_own_field(plan, field.owner, key, own, chosen.word)
    return Change(label=change.label, rows=merged((*change.rows, *also.rows)))


def wants_note(plan: Plan, action: Action, today: date, own: OwnFields) -> bool:
    """Return whether an action wants a note: it is open, and has none since the round began.

    That is the day after the committee met, if it has in the last month; else a month ago.
    """
    met = approved_on(plan)
    since = today - A_ROUND
    if met is not None and since <= met < today:
        since = met + timedelta(days=1)
    days = (read_date(note.as_at) for note in plan.notes_of(action.id))
    if any(day is not None and since <= day.last <= today for day in days):
        return False
    return state_of(plan, action, today, own).is_open


def next_to_note(
    plan: Plan, after: str, passed: Collection[str], today: date, own: OwnFields
) -> str:
    """Return the id of the next action that wants a note, from below the action `after` on.

    After the last comes the first; `passed` are left out. Empty where no other wants one.
    """
    for action in _from(plan, after):
        if action.id not in passed and wants_note(plan, action, today, own):
            return action.id
    return ""


def _from(plan: Plan, after: str) -> Iterator[Action]:
    ids = [action.id for action in plan.actions]
    start = ids.index(after) + 1 if after in ids else 0
    yield from (*plan.actions[start:], *plan.actions[:start])
