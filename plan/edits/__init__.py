"""Edits: an officer's intentions as pure functions from a plan to a change.

None of them alters the plan that it is given; `plan.changes.applied` makes the change. Each is one
step of undo and carries a label in the officer's words.
"""

from plan.edits.adding import (
    add_action,
    add_aim,
    add_note,
    copied_action,
    duplicate_action,
    duplicate_aim,
    paste_actions,
    paste_aim,
)
from plan.edits.deleting import delete_action, delete_aim, delete_note
from plan.edits.fields import (
    cleaned_value,
    set_action_field,
    set_aim_text,
    set_bulleted,
    set_cover_field,
    set_field,
    set_note,
)
from plan.edits.moving import move_action, move_aim

__all__ = [
    "add_action",
    "add_aim",
    "add_note",
    "cleaned_value",
    "copied_action",
    "delete_action",
    "delete_aim",
    "delete_note",
    "duplicate_action",
    "duplicate_aim",
    "move_action",
    "move_aim",
    "paste_actions",
    "paste_aim",
    "set_action_field",
    "set_aim_text",
    "set_bulleted",
    "set_cover_field",
    "set_field",
    "set_note",
]
