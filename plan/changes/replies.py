"""What a lead's reply adds to a plan: progress notes, each on its own action and only once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from typing import Literal, TypeAlias

from plan.changes.change import Change, RowChange
from plan.changes.edits import add_note
from plan.changes.edits.placing import merged
from plan.model.outline import NoteOutline
from plan.model.plan import Plan
from plan.model.rows import Action
from plan.papers.lead_form import action_key, shown_text, text_key
from plan.papers.typed_text import stored_of

Standing: TypeAlias = Literal["new", "taken", "empty", "unknown"]


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
    which is shown and never taken.
    """

    standing: Standing
    replied: Replied
    action: str = ""
    lead: str = ""
    other_wording: str = ""

    @property
    def is_written(self) -> bool:
        """Whether the lead has written anything."""
        return bool(self.replied.status or self.replied.progress)

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
    other = ""
    if action is None:
        action = _by_text(plan, replied, by_text)
        lead = action.leads[0] if action is not None and len(action.leads) == 1 else ""
    elif replied.text and text_key(replied.text) != was:
        other = replied.text
    if action is None:
        return Answer("unknown", replied)
    answer = Answer("new", replied, action.id, lead, other)
    if not answer.is_written:
        return Answer("empty", replied, action.id, lead, other)
    return Answer("taken", replied, action.id, lead, other) if _has(plan, answer) else answer


def _by_text(plan: Plan, replied: Replied, by_text: Mapping[str, list[Action]]) -> Action | None:
    alike = by_text.get(text_key(replied.text), []) if replied.text else []
    if len(alike) == 1:
        return alike[0]
    ref = replied.ref.partition(" ")[0]
    at_ref = [one for one in alike if plan.ref_of(one.id) == ref]
    return at_ref[0] if len(at_ref) == 1 else None


def _has(plan: Plan, answer: Answer) -> bool:
    """Return whether the plan has what a reply says, from this reply or another."""
    ending = answer.note_id.rpartition("-")[2]
    for note in plan.notes_of(answer.action):
        if note.id.startswith("reply-") and note.id.endswith(ending):
            return True
        is_same = note.status.casefold() == answer.replied.status.casefold()
        if is_same and note.text == stored_of(answer.replied.progress, ""):
            return True
    return False


def notes_taken(plan: Plan, answers: Iterable[Answer], today_in_words: str) -> Change:
    """Return the one change that adds the notes of those answers that are new."""
    new = {one.note_id: one for one in answers if one.standing == "new"}
    rows: list[RowChange] = []
    for note_id, one in new.items():
        note = NoteOutline(today_in_words, one.replied.status, one.replied.progress)
        rows += add_note(plan, one.action, note, make_id=partial(str, note_id)).rows
    count = len(new)
    many = "a progress note" if count == 1 else f"{count} progress notes"
    return Change(label=f"Take {many} from a lead's reply", rows=merged(rows))
