"""Takes the rows of a spreadsheet into a plan: a changed cell is a field, and nothing is deleted.

A row is known by its id, then by its ref. A cell that says what the plan says changes nothing, nor
does one that is left alone: no column, or a formula. A row without id and ref is a new action, or a
new note of an action; it goes to the end, and what the plan says already is not added twice.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from pydantic import ValidationError

from plan.changes.change import Change, RowChange, applied, row_edited
from plan.changes.edits.adding import add_note, paste_actions
from plan.changes.edits.fields import cleaned_lines, cleaned_note, cleaned_value
from plan.changes.edits.placing import merged
from plan.council.own_field import Cells, OwnFields
from plan.model.fields import TableName, kind_of
from plan.model.outline import ActionOutline, NoteOutline
from plan.model.plan import Plan
from plan.model.rows import Action, ProgressNote
from plan.papers.own_fields import cleaned_own
from plan.papers.sheets import (
    NOTE_FIELDS,
    OWN,
    ReadSheet,
    SheetKind,
    SheetRow,
    action_fields,
    action_texts,
    note_texts,
)
from plan.reading.dates import DateSpan, read_date, span_in_words
from plan.text.clean import clean_line, clean_text
from plan.text.line_breaks import counted, shortened

_READ_ONLY: Mapping[SheetKind, tuple[str, ...]] = {
    "actions": ("aim",),
    "progress": ("action", "action_id"),
    "reviews": ("plan", "when", "kind", "standing", "remark"),
}
"""What a sheet says beside the fields of its rows: it is there to be read, or to find a row by."""
_IDS = ("ref", "id")
_MEANT = ("", "due", "review")
_RETYPED_DAY = re.compile(r"(\d{1,2})-([A-Za-z]{3,4})-(\d{2}|\d{4})")
_RETYPED_MONTH = re.compile(r"([A-Za-z]{3,4})-(\d{2}|\d{4})")
"""How a spreadsheet shows a day and a month that it has taken for dates."""
_PROMISE = re.compile(r"C\d+")
"""The ref of what was promised to the committee, which is no action."""
_NO_ROW = "The plan has actions that have no row here, and they stay as they are: {}."
_MOST_NAMED = 12
"""Rows named in a sentence."""


@dataclass(frozen=True)
class TakenRows:
    """What a sheet changes in a plan, as one change, and what the officer should know of it."""

    kind: SheetKind
    change: Change
    remarks: tuple[str, ...] = ()


class NoSheetError(ValueError):
    """The first row has no key by which rows are known; the message is a sentence."""


def rows_taken(plan: Plan, own: OwnFields, sheet: ReadSheet, today: str, file: str) -> TakenRows:
    """Return what a sheet changes in a plan; its change is empty where it changes nothing.

    `own` are the fields that the council adds to actions, `today` is the date of a new note that
    has none, `file` names what is read in the history. Raises NoSheetError.
    """
    kind = _kind_of(sheet.keys)
    taking = _Taking(plan, own, sheet, kind)
    change = taking.notes(today) if kind == "progress" else taking.actions()
    label = change.label and f"Take {change.label} from {shortened(file)}"
    remarks = (*sheet.remarks, *taking.remarks())
    return TakenRows(kind, change.model_copy(update={"label": label}), remarks)


def _kind_of(keys: Sequence[str]) -> SheetKind:
    """Return what the rows of a sheet are, by the keys of its columns."""
    if not set(_IDS) & set(keys):
        raise NoSheetError(
            "Its first row names no column “ref” or “id”, by which the rows are known. The first "
            "row has to be the keys of the columns, as plandesk export --as csv writes them."
        )
    if {"as_at", "status"} & set(keys):
        return "progress"
    return "reviews" if {"when", "standing"} & set(keys) else "actions"


@dataclass
class _Taking:
    """A sheet on its way into a plan: what was changed so far, and what was seen."""

    plan: Plan
    own: OwnFields
    sheet: ReadSheet
    kind: SheetKind
    seen: dict[str, list[str]] = field(default_factory=dict)
    """What is to be told, by the sentence that tells it, and the rows that it is about."""

    def remarks(self) -> Iterator[str]:
        """Yield the sentences about the rows, then those about columns and rows that are not there.

        In each sentence `{}` stands for its rows.
        """
        for sentence, about in self.seen.items():
            named = ", ".join(about[:_MOST_NAMED])
            more = len(about) - _MOST_NAMED
            yield sentence.replace("{}", f"{named} and {more:,} more" if more > 0 else named)
        known = {*_IDS, *_READ_ONLY[self.kind], *self._fields}
        unknown = [key for key in self.sheet.keys if key and key not in known]
        if unknown:
            names = ", ".join(f"“{shortened(one)}”" for one in unknown)
            yield f"Not looked at, as no field is called so: {names}."

    def tell(self, sentence: str, about: str) -> None:
        """Have something told of a row."""
        rows = self.seen.setdefault(sentence, [])
        if about not in rows:
            rows.append(about)

    # Actions

    def actions(self) -> Change:
        """Return the change of the actions of a plan, and of those that are new."""
        edited = {}
        rows = self._known_rows()
        for action_id, of_it in rows.items():
            texts = self._changed_texts(
                action_texts(self.plan.action_rows[action_id], self.own), of_it
            )
            change = self._edited_action(self.plan.action_rows[action_id], texts)
            if change is not None:
                edited[action_id] = change
        fields = sum(map(_count_of_fields, edited.values()))
        changes = tuple(edited.values())
        now = applied(self.plan, Change(label="", rows=changes)) if changes else self.plan
        known = set(rows)
        added = self._added_actions(now, known) if self.kind == "actions" else ()
        for one in self.plan.actions if self.kind == "actions" else ():
            if one.id not in known:
                self.tell(_NO_ROW, self.plan.ref_of(one.id))
        count = sum(one.table == "actions" and one.before is None for one in added)
        return Change(label=_counts(fields, count, "new action"), rows=merged((*changes, *added)))

    def _known_rows(self) -> dict[str, list[SheetRow]]:
        """Return the rows of each action, and tell of those of which none or several are known."""
        found: dict[str, list[SheetRow]] = {}
        for row in self.sheet.rows:
            action_id = self._action_of(row)
            if action_id:
                found.setdefault(action_id, []).append(row)
        if self.kind == "reviews":
            return found
        for action_id, rows in tuple(found.items()):
            if len({tuple(row.cells.items()) for row in rows}) > 1:
                numbers = " and ".join(str(row.number) for row in rows)
                self.tell(
                    "Left as it is, as several rows are the same action: {}. A new action has "
                    "neither id nor ref.",
                    f"{self.plan.ref_of(action_id)} in rows {numbers}",
                )
                found[action_id] = []
        return found

    def _action_of(self, row: SheetRow) -> str:
        """Return the id of the action that a row is, empty where it is none of the plan."""
        row_id, ref = (clean_line(row.cells.get(key) or "") for key in ("id", "ref"))
        if row_id in self.plan.action_rows:
            return row_id
        if _PROMISE.fullmatch(ref) or not (row_id or ref):
            return ""
        if row_id:
            self.tell(
                "No action of this plan has that id, so nothing was taken from {}.", _row(row)
            )
            return ""
        action = self.plan.action_at(ref)
        if action is None:
            self.tell("The plan has no such action, so nothing was taken from {}.", _row(row))
        return action.id if action is not None else ""

    def _changed_texts(self, before: Mapping[str, str], rows: Sequence[SheetRow]) -> dict[str, str]:
        """Return what the cells of a row say otherwise than its fields, by key.

        Of several rows those count that say something else; what they disagree on stays.
        """
        changed: dict[str, str] = {}
        for key in self._fields:
            was = before.get(key, "")
            said = {
                new
                for row in rows
                if (cell := row.cells.get(key)) is not None
                and (new := self._as_typed(key, cell, was)) != was
            }
            if len(said) == 1:
                changed[key] = said.pop()
            elif said:
                self.tell(
                    "Left as it is, as its rows differ: {}.",
                    f"{key} of {rows[0].cells.get('ref') or _row(rows[0])}",
                )
        return changed

    @cached_property
    def _fields(self) -> tuple[str, ...]:
        """The keys of the fields that the sheet may set."""
        if self.kind == "progress":
            return NOTE_FIELDS
        known = action_fields(self.plan, self.own)
        if self.kind == "actions":
            headings = (one for one in self.sheet.keys if one.startswith(OWN))
            return tuple(dict.fromkeys((*known, *headings)))
        return tuple(key for key in known if key in self.sheet.keys)

    def _as_typed(self, key: str, cell: str, was: str) -> str:
        """Return a cell as it would be typed: the text before where it says the same."""
        text = clean_text(cell)
        if text == clean_text(was) or ("?" in text and text == clean_text(_in_windows(was))):
            return was
        if self._is_date(key):
            return _date_as_typed(text, was)
        return text

    def _is_date(self, key: str) -> bool:
        if key.startswith(OWN):
            own = self.own.get(key.removeprefix(OWN))
            return own is not None and own.kind == "date"
        table: TableName = "progress" if self.kind == "progress" else "actions"
        return kind_of(table, key) in ("date", "timescale")

    def _edited_action(self, action: Action, texts: Mapping[str, str]) -> RowChange | None:
        """Return the change of an action; None where its fields say all that already."""
        about = self.plan.ref_of(action.id)
        values = self._action_values(action, texts, about)
        if values.get("timescale", action.timescale) != action.timescale:
            values.setdefault("timescale_is", "")
        return self._edited(action, values, about)

    def _action_values(
        self, action: Action | None, texts: Mapping[str, str], about: str
    ) -> dict[str, Any]:
        """Return what the fields of an action hold for what was typed in cells."""
        values: dict[str, Any] = {}
        cells: Cells = action.own if action is not None else ()
        for key, typed in texts.items():
            if key.startswith(OWN):
                cells = self._own_set(cells, key.removeprefix(OWN), typed)
                values["own"] = cells
            elif key == "timescale_is" and typed.lower() not in _MEANT:
                self.tell("Left as it is, as a timescale is due or review: {}.", about)
            elif key == "timescale_is":
                values[key] = typed.lower()
            else:
                held = getattr(action, key) if action is not None else ""
                before = held if isinstance(held, str) else ""
                values[key] = cleaned_value("actions", key, typed, before)
        return values

    def _own_set(self, cells: Cells, name: str, typed: str) -> Cells:
        one = self.own.get(name)
        if one is not None:
            return self.own.with_text(cells, name, cleaned_own(one, typed))
        text = cleaned_lines(typed)
        made = [(key, text if key == name else said) for key, said in cells]
        made += [(name, text)] if name not in dict(cells) else []
        return tuple(cell for cell in made if cell[1])

    def _edited(
        self, row: Action | ProgressNote, values: Mapping[str, Any], about: str
    ) -> RowChange | None:
        try:
            change = row_edited(row, **values)
        except ValidationError:
            self.tell("Left as it is, as a cell holds more than its field can: {}.", about)
            return None
        return None if change.before == change.after else change

    def _added_actions(self, plan: Plan, known: set[str]) -> tuple[RowChange, ...]:
        """Return the rows of the new actions, each at the end of its aim.

        To `known` are added the ids of those that the plan has already.
        """
        by_aim: dict[str, list[ActionOutline]] = {}
        aim_id = ""
        for row in self.sheet.rows:
            there = self.plan.action_rows.get(self._action_of(row))
            if there is not None:
                aim_id = there.parent
            elif _is_new(row):
                aim_id = self._aim_of(row, aim_id)
                outline = self._new_action(row, aim_id, known)
                if outline is not None:
                    by_aim.setdefault(aim_id, []).append(outline)
        rows: list[RowChange] = []
        for aim, outlines in by_aim.items():
            rows += paste_actions(plan, aim, len(plan.actions_of(aim)), outlines).rows
        return tuple(rows)

    def _aim_of(self, row: SheetRow, above: str) -> str:
        """Return the aim of a new action: by its number, else by its words, else as above it."""
        said = clean_line(row.cells.get("aim") or "")
        if not said:
            return above
        for number, aim in enumerate(self.plan.aims, 1):
            if said.casefold() in (
                str(number),
                aim.text.casefold(),
                f"{number} {aim.text}".casefold(),
            ):
                return aim.id
        return ""

    def _new_action(self, row: SheetRow, aim_id: str, known: set[str]) -> ActionOutline | None:
        """Return a new action; None where there is one, or no aim, or nothing to be one."""
        texts = {
            key: self._as_typed(key, cell, "")
            for key in self._fields
            if (cell := row.cells.get(key)) is not None and cell.strip()
        }
        if not texts:
            return None
        if not aim_id:
            self.tell("Not added, as the plan has no such aim: {}.", _row(row))
            return None
        outline = ActionOutline(**self._action_values(None, texts, _row(row)))
        if not outline.text:
            self.tell("Not added, as there is no action in the row: {}.", _row(row))
            return None
        same = next((one for one in self.plan.actions_of(aim_id) if one.text == outline.text), None)
        if same is not None:
            known.add(same.id)
            self.tell(
                "Not added, as the plan has it: {}.", f"{_row(row)} ({self.plan.ref_of(same.id)})"
            )
            return None
        return outline

    # Progress notes

    def notes(self, today: str) -> Change:
        """Return the change of the progress notes of a plan, and of those that are new."""
        of_notes: dict[str, list[SheetRow]] = {}
        new: list[tuple[str, SheetRow]] = []
        for row in self.sheet.rows:
            note_id = clean_line(row.cells.get("id") or "")
            if note_id in self.plan.note_rows:
                of_notes.setdefault(note_id, []).append(row)
            elif note_id:
                self.tell(
                    "No note of this plan has that id, so nothing was taken from {}.", _row(row)
                )
            elif action_id := self._action_noted(row):
                new.append((action_id, row))
        edited = [
            change
            for note_id, rows in of_notes.items()
            if (change := self._edited_note(self.plan.note_rows[note_id], rows)) is not None
        ]
        fields = sum(map(_count_of_fields, edited))
        rows = list(edited)
        now = applied(self.plan, Change(label="", rows=tuple(edited))) if edited else self.plan
        for action_id, row in new:
            added = self._added_note(now, action_id, row, today)
            if added is not None:
                now = applied(now, added)
                rows += added.rows
        count = sum(one.before is None for one in rows)
        for note in self.plan.note_rows.values():
            if note.id not in of_notes:
                self.tell(
                    "The plan has notes that have no row here, and they stay as they are: those of "
                    "{}.",
                    self.plan.ref_of(note.parent),
                )
        return Change(label=_counts(fields, count, "new note"), rows=merged(rows))

    def _action_noted(self, row: SheetRow) -> str:
        """Return the action that a new note is of; empty where the row says no note or none."""
        if not any((row.cells.get(key) or "").strip() for key in NOTE_FIELDS):
            return ""
        cells = {**row.cells, "id": row.cells.get("action_id")}
        action_id = self._action_of(SheetRow(row.number, cells))
        if not action_id and not any(clean_line(cells.get(key) or "") for key in _IDS):
            self.tell("Not added, as the row does not say of which action it is: {}.", _row(row))
        return action_id

    def _edited_note(self, note: ProgressNote, rows: Sequence[SheetRow]) -> RowChange | None:
        said = note_texts(note)
        texts = self._changed_texts(said, rows)
        if not texts:
            return None
        about = self.plan.ref_of(note.parent)
        try:
            values = cleaned_note(NoteOutline(**{**said, **texts}), note.text)
        except ValidationError:
            values = {}
        return self._edited(note, values, f"the note of {about}")

    def _added_note(self, plan: Plan, action_id: str, row: SheetRow, today: str) -> Change | None:
        """Return the change that adds a note; None where the action has it already."""
        texts = {
            key: self._as_typed(key, cell, "")
            for key in NOTE_FIELDS
            if (cell := row.cells.get(key)) is not None
        }
        undated = not texts.get("as_at")
        outline = NoteOutline(**{**texts, "as_at": texts.get("as_at") or today})
        held = cleaned_note(outline)
        for one in plan.notes_of(action_id):
            same = {**held, "as_at": one.as_at} if undated else held
            if all(getattr(one, key) == value for key, value in same.items()):
                self.tell("Not added, as the action has that note: {}.", _row(row))
                return None
        if undated:
            self.tell(f"A new note without a date is dated {today}: {{}}.", _row(row))
        try:
            return add_note(plan, action_id, outline)
        except ValidationError:
            self.tell("Not added, as a cell holds more than its field can: {}.", _row(row))
            return None


def _row(row: SheetRow) -> str:
    ref = clean_line(row.cells.get("ref") or "")
    return f"row {row.number} ({shortened(ref)})" if ref else f"row {row.number}"


def _is_new(row: SheetRow) -> bool:
    return not any(clean_line(row.cells.get(key) or "") for key in _IDS)


def _date_as_typed(text: str, was: str) -> str:
    """Return a date in words where a spreadsheet has made figures of it; `was` if it is the same.

    "26-Sep-16" and "Sep-16" are how it shows what it takes for a date.
    """
    read = _retyped(text)
    if (read or read_date(text)) == read_date(was) and read_date(was) is not None:
        return was
    return span_in_words(read) if read is not None else text


def _in_windows(text: str) -> str:
    """Return a text as a spreadsheet saves it as Windows text: what that has not is a ?."""
    return text.encode("cp1252", "replace").decode("cp1252")


def _retyped(text: str) -> DateSpan | None:
    if found := _RETYPED_DAY.fullmatch(text) or _RETYPED_MONTH.fullmatch(text):
        return read_date(" ".join(found.groups()))
    return None


def _count_of_fields(change: RowChange) -> int:
    """Return how many fields a change sets; what a new timescale asks anew is none of them."""
    before, after = dict(change.before or {}), dict(change.after or {})
    own = {tuple(cell) for cell in before.pop("own", ())}
    others = {tuple(cell) for cell in after.pop("own", ())}
    headings = {cell[0] for cell in own ^ others}
    changed = {key for key, value in after.items() if before.get(key) != value}
    if "timescale" in changed and not after["timescale_is"]:
        changed.discard("timescale_is")
    return len(changed) + len(headings)


def _counts(fields: int, new: int, what: str) -> str:
    """Return what is taken in words: "2 fields and 1 new action"; empty where it is nothing."""
    parts = [(fields, "field"), (new, what)]
    return " and ".join(counted(count, name) for count, name in parts if count)
