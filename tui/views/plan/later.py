# ruff: noqa: PLC0414 - mypy takes a name as exported only if it is imported as itself
"""What the plan view needs only after its first paint: `later.RowEdits(…)` loads its module.

The aims and actions are on the screen before anything that reads or writes a field is loaded.
"""

from typing import TYPE_CHECKING

from tui.loading import loaded_when_asked

LATER = {
    "action_fields": "desk.field_contents",
    "aim_fields": "desk.field_contents",
    "cover_fields": "desk.field_contents",
    "format_field": "desk.field_contents",
    "framework_field": "desk.field_contents",
    "known_choices": "desk.field_contents",
    "is_link": "desk.field_contents",
    "names_of_plans": "desk.plan_summaries",
    "source_fields": "desk.field_contents",
    "timescale_fields": "desk.field_contents",
    "edited": "desk.field_edits",
    "last_notes": "plan.following.action_state",
    "edited_in_many": "desk.marked_fields",
    "is_of_marked": "desk.marked_fields",
    "NoSuchFrameworkError": "plan.changes.edits.indicators",
    "framework_of": "plan.council.framework",
    "ask_for_format": "tui.views.plan.framework",
    "ask_for_framework": "tui.views.plan.framework",
    "use_names": "tui.views.plan.framework",
    "begin_round": "tui.views.plan.progress_round",
    "note_next": "tui.views.plan.progress_round",
    "open_note": "tui.views.plan.progress_round",
    "add_at": "tui.views.plan.marked",
    "begin_field_of_marked": "tui.views.plan.marked",
    "note_marked": "tui.views.plan.marked",
    "copy_rows": "tui.views.plan.marked",
    "copy_text": "tui.views.plan.marked",
    "paste_at": "tui.views.plan.marked",
    "RowEdits": "tui.views.plan.row_edits",
    "ask_what_is_listed": "tui.views.plan.narrowed",
    "let_through": "tui.views.plan.narrowed",
    "narrowed_title": "tui.views.plan.narrowed",
}
"""The module that defines each name."""

if TYPE_CHECKING:
    from desk.field_contents import action_fields as action_fields
    from desk.field_contents import aim_fields as aim_fields
    from desk.field_contents import cover_fields as cover_fields
    from desk.field_contents import format_field as format_field
    from desk.field_contents import framework_field as framework_field
    from desk.field_contents import is_link as is_link
    from desk.field_contents import known_choices as known_choices
    from desk.field_contents import source_fields as source_fields
    from desk.field_contents import timescale_fields as timescale_fields
    from desk.field_edits import edited as edited
    from desk.marked_fields import edited_in_many as edited_in_many
    from desk.marked_fields import is_of_marked as is_of_marked
    from desk.plan_summaries import names_of_plans as names_of_plans
    from plan.changes.edits.indicators import NoSuchFrameworkError as NoSuchFrameworkError
    from plan.council.framework import framework_of as framework_of
    from plan.following.action_state import last_notes as last_notes
    from tui.views.plan.framework import ask_for_format as ask_for_format
    from tui.views.plan.framework import ask_for_framework as ask_for_framework
    from tui.views.plan.framework import use_names as use_names
    from tui.views.plan.marked import add_at as add_at
    from tui.views.plan.marked import begin_field_of_marked as begin_field_of_marked
    from tui.views.plan.marked import copy_rows as copy_rows
    from tui.views.plan.marked import copy_text as copy_text
    from tui.views.plan.marked import note_marked as note_marked
    from tui.views.plan.marked import paste_at as paste_at
    from tui.views.plan.narrowed import ask_what_is_listed as ask_what_is_listed
    from tui.views.plan.narrowed import let_through as let_through
    from tui.views.plan.narrowed import narrowed_title as narrowed_title
    from tui.views.plan.progress_round import begin_round as begin_round
    from tui.views.plan.progress_round import note_next as note_next
    from tui.views.plan.progress_round import open_note as open_note
    from tui.views.plan.row_edits import RowEdits as RowEdits
else:
    __getattr__ = loaded_when_asked(LATER)
