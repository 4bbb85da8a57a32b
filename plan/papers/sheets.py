"""A list of a plan as rows of texts, for a spreadsheet: its actions, its reviews, its progress.

The keys of the columns are those of `show --json`, with the id of the row last. The items of a list
stand one to a line. What a sheet says that is worked out (`aim` of an action, `when` of a review)
is there to be read; `plan.changes.edits.sheet_rows` takes the rest back in.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple, TypeAlias

from plan.council.own_field import OwnFields
from plan.following.timeline import ShownReviews, TimelineEntry, when_and_kind
from plan.model.fields import NoteFields, described, kind_of
from plan.model.plan import Plan
from plan.model.rows import Action
from plan.model.ways import fields_in
from plan.papers.documents import PaperSource
from plan.papers.typed_text import typed_value
from plan.reading.dates import a_year_from
from plan.text.line_breaks import summary_line

SheetKind: TypeAlias = Literal["actions", "reviews", "progress"]
SHEET_TITLES: Mapping[SheetKind, str] = {
    "actions": "Actions",
    "reviews": "Reviews",
    "progress": "Progress",
}
"""What can be a sheet, which are documents too, and the name of each in a workbook."""
OWN = "own."
"""Before the id of a field that the council adds, or the heading of what has no field."""
NOTE_FIELDS = tuple(described(NoteFields))
REVIEW_FIELDS = ("text", "timescale", "timescale_is", "leads")
"""The fields of an action that a sheet of reviews has too."""
_WORKED_OUT_OF_REVIEWS = ("when", "kind", "standing")


@dataclass(frozen=True)
class Sheet:
    """Rows of texts below the keys of their columns."""

    kind: SheetKind
    keys: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    @property
    def title(self) -> str:
        """What the sheet is called in a workbook."""
        return SHEET_TITLES[self.kind]


class SheetRow(NamedTuple):
    """A row of a file: its number there, and its texts by key; None is what was left alone."""

    number: int
    cells: Mapping[str, str | None]


@dataclass(frozen=True)
class ReadSheet:
    """A sheet as it was read from a file.

    `name` says which file, or which sheet of it, for a sentence; `remarks` are what the officer
    should know of how it was read.
    """

    name: str
    keys: tuple[str, ...]
    rows: tuple[SheetRow, ...]
    remarks: tuple[str, ...] = ()


def sheet_of(source: PaperSource, kind: SheetKind, name: str = "") -> Sheet:
    """Return a list of a plan as a sheet; the reviews are those that the occasion has.

    `name` is the plan's, for reviews of which nobody said which. A sheet of several plans has their
    names in its first column.
    """
    if kind == "actions":
        return actions_sheet(source.plan, source.council.plan.own)
    if kind == "progress":
        return progress_sheet(source.plan)
    shown = source.occasion.reviews
    if shown is None:
        first = source.occasion.today or date.min
        own = {name: source.council.plan.own}
        shown = ShownReviews({name: source.plan}, first, a_year_from(first), own=own)
    return reviews_sheet(shown)


def action_fields(plan: Plan, own: OwnFields) -> tuple[str, ...]:
    """Return the keys of the fields of the actions: those of all, the council's, and headings."""
    others = (heading for one in plan.actions for heading, _ in own.others(one.own))
    added = (*(one.id for one in own.fields), *dict.fromkeys(others))
    built_in = (name for name in fields_in("json", "actions") if name != "own")
    return (*built_in, *(f"{OWN}{one}" for one in added))


def action_texts(action: Action, own: OwnFields) -> dict[str, str]:
    """Return what an action says in its fields, as it is typed, by their keys."""
    said = {
        name: typed_value(kind_of("actions", name), getattr(action, name))
        for name in fields_in("json", "actions")
        if name != "own"
    }
    cells = (*own.values(action.own).items(), *own.others(action.own))
    return {**said, **{f"{OWN}{key}": text for key, text in cells}}


def actions_sheet(plan: Plan, own: OwnFields) -> Sheet:
    """Return the actions of a plan, each with its fields."""
    fields = action_fields(plan, own)
    rows = []
    for number, aim in enumerate(plan.aims, 1):
        for action in plan.actions_of(aim.id):
            said = action_texts(action, own)
            values = (said.get(name, "") for name in fields)
            rows.append((plan.ref_of(action.id), str(number), *values, action.id))
    return Sheet("actions", ("ref", "aim", *fields, "id"), tuple(rows))


def progress_sheet(plan: Plan) -> Sheet:
    """Return the progress notes of a plan; an action without one has a row to write one in.

    `id` is the note's, `action_id` its action's; `action` has the action's words, to be read only.
    """
    return Sheet(
        "progress", ("ref", "action", *NOTE_FIELDS, "id", "action_id"), tuple(_note_rows(plan))
    )


def note_texts(note: object) -> dict[str, str]:
    """Return what a progress note says in its fields, as it is typed, by their keys."""
    return {
        name: typed_value(kind_of("progress", name), getattr(note, name)) for name in NOTE_FIELDS
    }


def _note_rows(plan: Plan) -> Iterator[tuple[str, ...]]:
    for action in plan.actions:
        known = plan.ref_of(action.id), summary_line(action.text)
        for note in plan.notes_of(action.id):
            yield (*known, *note_texts(note).values(), note.id, action.id)
        if not plan.notes_of(action.id):
            yield (*known, *[""] * len(NOTE_FIELDS), "", action.id)


def reviews_sheet(shown: ShownReviews) -> Sheet:
    """Return what is due or reviewed as it is shown, a row for each time."""
    of_desk = ("plan",) if shown.is_of_desk else ()
    keys = (*of_desk, "ref", *_WORKED_OUT_OF_REVIEWS, *REVIEW_FIELDS, "remark", "id")
    return Sheet("reviews", keys, tuple(_review_rows(shown)))


def _review_rows(shown: ShownReviews) -> Iterator[tuple[str, ...]]:
    for entry in shown.entries:
        yield _review_row(entry, shown)


def _review_row(entry: TimelineEntry, shown: ShownReviews) -> tuple[str, ...]:
    of_desk = (entry.plan,) if shown.is_of_desk else ()
    action = entry.action
    said = (typed_value(kind_of("actions", name), getattr(action, name)) for name in REVIEW_FIELDS)
    when, kind = when_and_kind(entry, shown.plans[entry.plan])
    return (*of_desk, entry.ref, when, kind, entry.standing, *said, entry.remark, action.id)
