"""Edits: what an officer wants to do, as pure functions from a plan to a change.

None of them alters the plan it is given; `plan.changes.change.applied` does that. Each one is a
single undo step with a label in the officer's words.
"""

from plan.changes.edits.adding import (
    add_action,
    add_aim,
    add_note,
    copied_action,
    delete_action,
    delete_aim,
    delete_note,
    duplicate_action,
    duplicate_aim,
    paste_actions,
    paste_aim,
)
from plan.changes.edits.assessment import (
    add_assessment,
    delete_assessment,
    duplicate_assessment,
    set_answer,
    set_ticks,
    tick,
)
from plan.changes.edits.fields import (
    cleaned_value,
    set_action_field,
    set_aim_text,
    set_bulleted,
    set_cover_field,
    set_field,
    set_note,
)
from plan.changes.edits.form_rows import (
    add_form_row,
    delete_form_row,
    make_action,
    move_form_row,
)
from plan.changes.edits.placing import move_action, move_aim
from plan.changes.edits.report import (
    add_appendix,
    add_passage,
    delete_appendix,
    delete_passage,
    duplicate_passage,
    move_appendix,
    move_passage,
    paste_passage,
    set_appendix_field,
    set_own_heading,
    set_passage,
    set_passage_kind,
    set_report_field,
)

__all__ = [
    "add_action",
    "add_aim",
    "add_appendix",
    "add_assessment",
    "add_form_row",
    "add_note",
    "add_passage",
    "cleaned_value",
    "copied_action",
    "delete_action",
    "delete_aim",
    "delete_appendix",
    "delete_assessment",
    "delete_form_row",
    "delete_note",
    "delete_passage",
    "duplicate_action",
    "duplicate_aim",
    "duplicate_assessment",
    "duplicate_passage",
    "make_action",
    "move_action",
    "move_aim",
    "move_appendix",
    "move_form_row",
    "move_passage",
    "paste_actions",
    "paste_aim",
    "paste_passage",
    "set_action_field",
    "set_aim_text",
    "set_answer",
    "set_appendix_field",
    "set_bulleted",
    "set_cover_field",
    "set_field",
    "set_note",
    "set_own_heading",
    "set_passage",
    "set_passage_kind",
    "set_report_field",
    "set_ticks",
    "tick",
]
