"""Edits: what an officer wants to do, as pure functions from a plan to a change.

None of them alters the plan it is given; `plan.changes.change.applied` does that. Each one is a
single undo step with a label in the officer's words.
"""

from plan.changes.edits.adding import (
    add_action,
    add_aim,
    add_note,
    delete_action,
    delete_aim,
    delete_note,
    duplicate_action,
    duplicate_aim,
    paste_actions,
    paste_aim,
    without_progress,
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
    NewPicture,
    add_appendix,
    add_passage,
    add_picture,
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
from plan.changes.edits.report_tables import (
    add_row,
    add_table,
    change_table,
    move_table_row,
    set_caption,
    set_row_cell,
    set_table_cell,
    set_table_cells,
)
