"""The edits of the row under the cursor, and where the cursor is after them. Values only."""

from typing import TypeAlias

from plan.changes import edits
from plan.changes.change import Change
from plan.model.fields import COLUMN_FIELDS, kind_of
from plan.model.outline import ActionOutline, AimOutline, aim_outline
from plan.model.plan import Plan
from plan.papers.markdown import plain_of
from plan.papers.typed_text import plain_value
from tui.views.plan.cursor import COVER, SOURCE, Cursor

Copied: TypeAlias = AimOutline | ActionOutline
"""What can be pasted as a row."""


def added_below(plan: Plan, cursor: Cursor) -> Change | None:
    """Return the change that adds an aim or action below; None where there is no aim to add to."""
    if cursor.panel == "aims":
        return edits.add_aim(plan, _aims_before(plan, cursor))
    if cursor.aim not in plan.aim_rows:
        return None
    return edits.add_action(plan, cursor.aim, _actions_before(plan, cursor))


def duplicated(plan: Plan, cursor: Cursor) -> Change | None:
    """Return the change that puts a copy below; None where there is no row."""
    if cursor.is_at_action:
        return edits.duplicate_action(plan, cursor.action)
    return edits.duplicate_aim(plan, cursor.aim) if _is_at_aim(plan, cursor) else None


def deleted(plan: Plan, cursor: Cursor) -> Change | None:
    """Return the change that deletes the row and all below it; None where there is no row."""
    if cursor.is_at_action:
        return edits.delete_action(plan, cursor.action)
    return edits.delete_aim(plan, cursor.aim) if _is_at_aim(plan, cursor) else None


def copied(plan: Plan, cursor: Cursor) -> Copied | None:
    """Return what pasting the row will bring; None where there is no row."""
    if cursor.is_at_action:
        return edits.copied_action(plan, cursor.action)
    return aim_outline(plan, cursor.aim) if _is_at_aim(plan, cursor) else None


def copied_in_words(copy: Copied) -> str:
    """Return a copied row as plain text, for other programs."""
    if isinstance(copy, AimOutline):
        return "\n".join([copy.text, *(plain_of(action.text) for action in copy.actions)])
    parts = (plain_value(kind_of("actions", name), getattr(copy, name)) for name in COLUMN_FIELDS)
    return "\n".join(filter(None, parts))


def pasted(plan: Plan, cursor: Cursor, copy: Copied) -> Change | None:
    """Return the change that pastes a copied row below; None where there is no aim to paste into.

    An aim goes among the aims; an action into the aim of the cursor, below the one it is on.
    """
    if isinstance(copy, AimOutline):
        return edits.paste_aim(plan, _aims_before(plan, cursor), copy)
    if cursor.aim not in plan.aim_rows:
        return None
    return edits.paste_actions(plan, cursor.aim, _actions_before(plan, cursor), (copy,))


def row_of(plan: Plan, change: Change) -> Cursor | None:
    """Return where the rows are that a change has touched; None if none of them is there now."""
    for table in ("actions", "aims"):
        for row in change.rows:
            if row.table == table and row.id in plan.action_rows:
                return Cursor(plan.action_rows[row.id].parent, row.id, "actions")
            if row.table == table and row.id in plan.aim_rows:
                return Cursor(row.id, panel="aims")
    for row in change.rows:
        if row.table == "progress" and row.id in plan.note_rows:
            action = plan.action_rows[plan.note_rows[row.id].parent]
            return Cursor(action.parent, action.id, "actions")
        if row.table in ("plan", "source"):
            return Cursor(COVER if row.table == "plan" else SOURCE)
    return None


def _is_at_aim(plan: Plan, cursor: Cursor) -> bool:
    return cursor.panel == "aims" and cursor.aim in plan.aim_rows


def _aims_before(plan: Plan, cursor: Cursor) -> int:
    if cursor.aim == SOURCE:  # it stands below the last of them
        return len(plan.aims)
    return plan.number_of(cursor.aim) if cursor.aim in plan.aim_rows else 0


def _actions_before(plan: Plan, cursor: Cursor) -> int:
    actions = plan.actions_of(cursor.aim)
    if not cursor.is_at_action:
        return len(actions)
    return actions.index(plan.action_rows[cursor.action]) + 1
