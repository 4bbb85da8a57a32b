"""Edits that delete a row and everything below it."""

from collections.abc import Iterable

from plan.changes import Change, RowChange, row_removed
from plan.model.plan import Plan
from plan.model.rows import Action


def delete_action(plan: Plan, action_id: str) -> Change:
    """Return the change that deletes an action and its progress notes."""
    label = f"Delete action {plan.ref_of(action_id)}"
    return Change(label=label, rows=tuple(_action_removed(plan, plan.action_rows[action_id])))


def delete_aim(plan: Plan, aim_id: str) -> Change:
    """Return the change that deletes an aim with all its actions."""
    rows: list[RowChange] = []
    for action in plan.actions_of(aim_id):
        rows.extend(_action_removed(plan, action))
    rows.append(row_removed(plan.aim_rows[aim_id]))
    return Change(label=f"Delete aim {plan.number_of(aim_id)}", rows=tuple(rows))


def delete_note(plan: Plan, note_id: str) -> Change:
    """Return the change that deletes a progress note."""
    note = plan.note_rows[note_id]
    label = f"Delete a progress note of action {plan.ref_of(note.parent)}"
    return Change(label=label, rows=(row_removed(note),))


def _action_removed(plan: Plan, action: Action) -> Iterable[RowChange]:
    yield from map(row_removed, plan.notes_of(action.id))
    yield row_removed(action)
