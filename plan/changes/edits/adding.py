"""Edits that add rows, new or copied, and edits that delete them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TypeAlias

from plan.changes.change import Change, RowChange, row_added, row_removed
from plan.changes.edits.fields import cleaned_note
from plan.changes.edits.placing import after_spread, copied_below, merged, rank_at
from plan.model.outline import (
    ActionOutline,
    AimOutline,
    NoteOutline,
    aim_outline,
    built_action,
    built_aim,
)
from plan.model.plan import Plan
from plan.model.rows import Action, Aim, ProgressNote, Row, new_id
from plan.papers.typed_text import stored_of
from plan.text.clean import clean_line
from plan.text.line_breaks import counted

MakeId: TypeAlias = Callable[[], str]
"""Makes the id of a new row."""


def add_aim(plan: Plan, place: int, text: str = "", *, make_id: MakeId = new_id) -> Change:
    """Return the change that adds an aim at position `place` among the aims (0 is first)."""
    rank, spread = rank_at(plan.aims, place)
    aim = Aim(id=make_id(), parent=plan.cover.id, rank=rank, text=clean_line(text))
    return Change(label=f"Add aim {place + 1}", rows=(*spread, row_added(aim)))


def add_action(
    plan: Plan, aim_id: str, place: int, text: str = "", *, make_id: MakeId = new_id
) -> Change:
    """Return the change that adds an action at position `place` in an aim (0 is first)."""
    rank, spread = rank_at(plan.actions_of(aim_id), place)
    action = Action(id=make_id(), parent=aim_id, rank=rank, text=stored_of(text))
    label = f"Add action {plan.number_of(aim_id)}.{place + 1}"
    return Change(label=label, rows=(*spread, row_added(action)))


def add_note(plan: Plan, action_id: str, note: NoteOutline, *, make_id: MakeId = new_id) -> Change:
    """Return the change that adds a progress note, as typed, after an action's other notes."""
    notes = plan.notes_of(action_id)
    rank, spread = rank_at(notes, len(notes))
    row = ProgressNote(id=make_id(), parent=action_id, rank=rank, **cleaned_note(note))
    label = f"Add progress to action {plan.ref_of(action_id)}"
    return Change(label=label, rows=(*spread, row_added(row)))


def duplicate_action(plan: Plan, action_id: str, *, make_id: MakeId = new_id) -> Change:
    """Return the change that adds a copy of an action below it, without its progress notes.

    The notes report on the original; nothing has been done on the copy yet.
    """
    action = plan.action_rows[action_id]
    label = f"Duplicate action {plan.ref_of(action_id)}"
    rows = copied_below(action, plan.actions_of(action.parent), make_id())
    return Change(label=label, rows=rows)


def duplicate_aim(plan: Plan, aim_id: str, *, make_id: MakeId = new_id) -> Change:
    """Return the change that adds a copy of an aim and its actions below it, without progress."""
    outline = aim_outline(plan, aim_id)
    actions = tuple(without_progress(action) for action in outline.actions)
    place = [aim.id for aim in plan.aims].index(aim_id) + 1
    label = f"Duplicate aim {place}{with_actions(len(actions))}"
    return _aim_pasted(plan, place, replace(outline, actions=actions), label, make_id)


def paste_actions(
    plan: Plan,
    aim_id: str,
    place: int,
    actions: Sequence[ActionOutline],
    *,
    make_id: MakeId = new_id,
) -> Change:
    """Return the change that adds copies of `actions` at position `place` in an aim."""
    rows: list[RowChange] = []
    siblings: list[Row] = list(plan.actions_of(aim_id))
    for offset, outline in enumerate(actions):
        rank, spread = rank_at(siblings, place + offset)
        rows.extend(spread)
        siblings = after_spread(siblings, spread) if spread else siblings
        added = list(built_action(outline, aim_id, rank, make_id))
        siblings.insert(place + offset, added[0])
        rows.extend(map(row_added, added))
    many = f"{len(actions)} actions" if len(actions) != 1 else "an action"
    return Change(label=f"Paste {many} into aim {plan.number_of(aim_id)}", rows=merged(rows))


def paste_aim(plan: Plan, place: int, outline: AimOutline, *, make_id: MakeId = new_id) -> Change:
    """Return the change that adds a copy of an aim, with its actions, at position `place`."""
    label = f"Paste an aim{with_actions(len(outline.actions))}"
    return _aim_pasted(plan, place, outline, label, make_id)


def without_progress(action: ActionOutline) -> ActionOutline:
    """Return an action as a copy of it begins: nothing has been done on that yet."""
    return replace(action, progress=())


def with_actions(count: int, aims: int = 1) -> str:
    """Return what is said of so many actions that come or go with their aim, or their aims."""
    if count == aims == 1:
        return " with its action"
    whose = "its" if aims == 1 else "their"
    return f" with {whose} {counted(count, 'action')}" if count else ""


def _aim_pasted(plan: Plan, place: int, outline: AimOutline, label: str, make_id: MakeId) -> Change:
    rank, spread = rank_at(plan.aims, place)
    added = map(row_added, built_aim(outline, plan.cover.id, rank, make_id))
    return Change(label=label, rows=(*spread, *added))


def delete_action(plan: Plan, action_id: str) -> Change:
    """Return the change that deletes an action and its progress notes."""
    label = f"Delete action {plan.ref_of(action_id)}"
    return Change(label=label, rows=tuple(_action_removed(plan, plan.action_rows[action_id])))


def delete_aim(plan: Plan, aim_id: str) -> Change:
    """Return the change that deletes an aim with all its actions."""
    rows: list[RowChange] = []
    actions = plan.actions_of(aim_id)
    for action in actions:
        rows.extend(_action_removed(plan, action))
    rows.append(row_removed(plan.aim_rows[aim_id]))
    label = f"Delete aim {plan.number_of(aim_id)}{with_actions(len(actions))}"
    return Change(label=label, rows=tuple(rows))


def delete_note(plan: Plan, note_id: str) -> Change:
    """Return the change that deletes a progress note."""
    note = plan.note_rows[note_id]
    label = f"Delete a progress note of action {plan.ref_of(note.parent)}"
    return Change(label=label, rows=(row_removed(note),))


def _action_removed(plan: Plan, action: Action) -> Iterable[RowChange]:
    yield from map(row_removed, plan.notes_of(action.id))
    yield row_removed(action)
