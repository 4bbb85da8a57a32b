"""What a lead's reply adds to a plan: progress notes, each on its own action and only once.

Status and progress are taken each by itself. The id of a note says from which reply it is, so that
what was left of one can still be taken, into the same note.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256
from typing import Literal, TypeAlias

from plan.changes.change import Change, RowChange, row_edited
from plan.changes.edits import add_note, cleaned_value
from plan.changes.edits.placing import merged
from plan.model.outline import NoteOutline
from plan.model.plan import Plan
from plan.model.rows import Action, ProgressNote
from plan.papers.lead_form import action_key, shown_text, text_key
from plan.papers.typed_text import shown_of, stored_of

Standing: TypeAlias = Literal["new", "taken", "empty", "unknown"]
AnswerField: TypeAlias = Literal["status", "progress"]
ANSWER_FIELDS: tuple[AnswerField, ...] = ("status", "progress")
"""What a lead writes of an action."""


@dataclass(frozen=True)
class Replied:
    """What the table of one action in a reply says; `key` is empty without its controls."""

    key: str
    ref: str
    text: str
    status: str
    progress: str


@dataclass(frozen=True)
class Answer:
    """What becomes of one table of a reply.

    "new" is a note for `action`, "taken" one that the plan has already, "empty" where nothing was
    written, "unknown" where nobody can tell which action it is. `lead` is whose form it was, empty
    where that is not known. `other_wording` is how the lead has changed the action's wording,
    which is shown and never taken. `fields` are those that are new and to be taken; where
    `is_left`, they were left when the rest of this answer was taken. It `is_keyed` where the
    controls of the form have told the action.
    """

    standing: Standing
    replied: Replied
    action: str = ""
    lead: str = ""
    other_wording: str = ""
    fields: tuple[AnswerField, ...] = ()
    is_left: bool = False
    is_keyed: bool = False

    @property
    def is_written(self) -> bool:
        """Whether the lead has written anything."""
        return bool(self.replied.status or self.replied.progress)

    def said(self, field: AnswerField) -> str:
        """Return what the lead has written in a field."""
        return self.replied.status if field == "status" else self.replied.progress

    def without(self, *fields: AnswerField) -> "Answer":
        """Return the answer of which some fields are left."""
        return replace(self, fields=tuple(one for one in self.fields if one not in fields))

    @property
    def note_id(self) -> str:
        """The id of its note: the same however often the reply is read."""
        said = f"{self.action}/{self.replied.status}/{self.replied.progress}"
        return f"reply-{lead_key(self.lead)}-{sha256(said.encode()).hexdigest()[:16]}"


def lead_key(lead: str) -> str:
    """Return what the ids of the notes of a lead have in them."""
    return sha256(lead.casefold().encode()).hexdigest()[:8]


def answers_in(plan: Plan, replies: Iterable[Replied]) -> tuple[Answer, ...]:
    """Return what becomes of each table of a reply, in order.

    An action is known by the key of its controls, else by its text, and by its ref only where the
    text is that of several. A text that no action has lands nowhere.
    """
    by_key = {
        action_key(plan, action.id, lead): (action, lead)
        for action in plan.actions
        for lead in action.leads
    }
    by_text: dict[str, list[Action]] = {}
    for action in plan.actions:
        by_text.setdefault(text_key(shown_text(action)), []).append(action)
    return tuple(_answer(plan, one, by_key, by_text) for one in replies)


def _answer(
    plan: Plan,
    replied: Replied,
    by_key: Mapping[str, tuple[Action, str]],
    by_text: Mapping[str, list[Action]],
) -> Answer:
    key, _, was = replied.key.partition("-")
    action, lead = by_key.get(key, (None, ""))
    other, is_keyed = "", action is not None
    if action is None:
        action = _by_text(plan, replied, by_text)
        lead = action.leads[0] if action is not None and len(action.leads) == 1 else ""
    elif replied.text and text_key(replied.text) != was:
        other = replied.text
    if action is None:
        return Answer("unknown", replied)
    answer = Answer("new", replied, action.id, lead, other, is_keyed=is_keyed)
    if not answer.is_written:
        return replace(answer, standing="empty")
    note = _note_of(plan, answer)
    fields = () if _is_noted(plan, answer) else _new_fields(answer, note)
    if not fields:
        return replace(answer, standing="taken")
    return replace(answer, fields=fields, is_left=note is not None)


def _by_text(plan: Plan, replied: Replied, by_text: Mapping[str, list[Action]]) -> Action | None:
    alike = by_text.get(text_key(replied.text), []) if replied.text else []
    if len(alike) == 1:
        return alike[0]
    ref = replied.ref.partition(" ")[0]
    at_ref = [one for one in alike if plan.ref_of(one.id) == ref]
    return at_ref[0] if len(at_ref) == 1 else None


def _note_of(plan: Plan, answer: Answer) -> ProgressNote | None:
    """Return the note that was made of an answer, from this reply or another; None without one."""
    ending = answer.note_id.rpartition("-")[2]
    notes = (note for note in plan.notes_of(answer.action) if note.id.startswith("reply-"))
    return next((note for note in notes if note.id.endswith(ending)), None)


def _is_noted(plan: Plan, answer: Answer) -> bool:
    """Return whether a note of the plan says just what a reply says."""
    status, text = answer.replied.status.casefold(), stored_of(answer.replied.progress)
    return any(
        (note.status.casefold(), note.text) == (status, text)
        for note in plan.notes_of(answer.action)
    )


def _new_fields(answer: Answer, note: ProgressNote | None) -> tuple[AnswerField, ...]:
    """Return the fields of an answer that the note made of it has not; what is there stays."""
    written = (field for field in ANSWER_FIELDS if answer.said(field))
    if note is None:
        return tuple(written)
    there = {"status": note.status, "progress": note.text}
    return tuple(field for field in written if not there[field])


def until_now(plan: Plan, answer: Answer, field: AnswerField) -> str:
    """Return what the last note of the action says in a field, besides the one of this answer."""
    own = _note_of(plan, answer)
    notes = [note for note in plan.notes_of(answer.action) if own is None or note.id != own.id]
    if not notes:
        return ""
    return notes[-1].status if field == "status" else shown_of(notes[-1].text)


def notes_taken(plan: Plan, answers: Iterable[Answer], today_in_words: str) -> Change:
    """Return the one change that takes those fields of the answers that are new."""
    new = {one.note_id: one for one in answers if one.fields}
    rows: list[RowChange] = []
    for note_id, one in new.items():
        said = {field: one.said(field) for field in one.fields}
        status, progress = said.get("status", ""), said.get("progress", "")
        note = _note_of(plan, one)
        if note is None:
            outline = NoteOutline(today_in_words, status, progress)
            rows += add_note(plan, one.action, outline, make_id=partial(str, note_id)).rows
        else:
            rows.append(_filled_in(note, status, progress))
    count = len(new)
    many = "a progress note" if count == 1 else f"{count} progress notes"
    return Change(label=f"Take {many} from a lead's reply", rows=merged(rows))


def _filled_in(note: ProgressNote, status: str, progress: str) -> RowChange:
    """Return the change that fills in what is empty in the note of an answer."""
    return row_edited(
        note,
        status=note.status or cleaned_value("progress", "status", status),
        text=note.text or cleaned_value("progress", "text", progress),
    )
